# Le vote d’un budget participatif : le panier, la règle, ce qui est retenu.
ballot-choose = Choisissez vos projets
ballot-choose-hint = Ajoutez et retirez autant que vous voulez. Rien n’est envoyé avant la fin.
ballot-left = Il vous reste { $amount }
ballot-over = Il manque { $amount }
ballot-of = sur { $amount }
ballot-choices-left = { $count ->
    [one] Il vous reste { $count } choix
   *[other] Il vous reste { $count } choix
}
ballot-count = { $count ->
    [0] aucun projet choisi
    [one] { $count } projet choisi
   *[other] { $count } projets choisis
}
ballot-missing = Pour l’ajouter, il manque { $amount }.
ballot-no-choice-left = Pour l’ajouter, retirez-en un autre.
ballot-chosen = Choisi
ballot-more = En savoir plus
ballot-page = Voir la page du projet
ballot-put-in = Ajouter
ballot-take-out = Retirer
ballot-undo = Défaire
ballot-total = Coût de vos choix : { $total }.
ballot-total-left = Coût de vos choix : { $total }. Il reste { $left }.
ballot-rule-title = Comment les projets sont retenus
ballot-rule-shares = Parts égales, avec comparaison
ballot-how-shares = Chaque votant reçoit une part égale de l’enveloppe. Un projet est retenu quand ceux qui l’ont choisi peuvent le payer ensemble avec leurs parts. S’il reste de l’argent, on agrandit les parts d’un euro, encore et encore, tant que l’enveloppe suffit. À la fin, on compare avec les projets les plus choisis : si plus de votants y ont davantage de projets, c’est ce résultat-là qui compte.
ballot-fit-shares = Chaque groupe d’habitants pèse selon sa taille. Il peut rester un peu d’argent.
ballot-rule-shares_alone = Parts égales
ballot-how-shares_alone = Chaque votant reçoit une part égale de l’enveloppe. Un projet est retenu quand ceux qui l’ont choisi peuvent le payer ensemble avec leurs parts. S’il reste de l’argent, on agrandit les parts d’un euro, encore et encore, tant que l’enveloppe suffit.
ballot-fit-shares_alone = Chaque groupe d’habitants pèse selon sa taille. Il peut rester un peu d’argent.
ballot-rule-shares_greedy = Parts égales, complétées par les plus choisis
ballot-how-shares_greedy = Chaque votant reçoit une part égale de l’enveloppe. Un projet est retenu quand ceux qui l’ont choisi peuvent le payer ensemble avec leurs parts. On agrandit les parts d’un euro, encore et encore, tant que l’enveloppe suffit. Avec l’argent qui reste, on retient les projets les plus choisis.
ballot-fit-shares_greedy = Chaque groupe d’habitants pèse selon sa taille, et presque tout l’argent sert.
ballot-rule-greedy = Les plus choisis d’abord
ballot-how-greedy = On classe les projets par nombre de voix ou de points. On retient le premier, puis le suivant, tant que l’argent suffit. Un projet trop cher pour ce qui reste est passé.
ballot-fit-greedy = Facile à expliquer. Un groupe nombreux peut tout emporter, et les quartiers moins peuplés rien.
ballot-rule-greedy_per_cost = Le plus de voix par euro d’abord
ballot-how-greedy_per_cost = On classe les projets par nombre de voix ou de points divisé par leur coût. On retient dans cet ordre, tant que l’argent suffit.
ballot-fit-greedy_per_cost = Retient beaucoup de petits projets. Un grand projet utile à tous a peu de chances.
ballot-rule-phragmen = Paiement progressif (Phragmén)
ballot-how-phragmen = Chaque votant reçoit de l’argent en continu, au même rythme. Un projet est retenu dès que ceux qui l’ont choisi peuvent le payer ensemble. On s’arrête au premier qui dépasserait l’enveloppe.
ballot-fit-phragmen = Chaque groupe d’habitants pèse selon sa taille. Il peut rester de l’argent.
ballot-rule-other = Une règle particulière
ballot-how-other = Cette règle a été écrite pour ce vote. La voici avec tous ses paramètres.
ballot-fit-other = Demandez à la collectivité de vous l’expliquer.
ballot-budget = Enveloppe
ballot-spent = Attribué
ballot-rest = Non attribué
ballot-table = Projet par projet
ballot-project = Projet
ballot-cost = Coût
ballot-outcome = Résultat
ballot-won = Retenu
ballot-why-withdrawn = Retiré
ballot-why-nobody = Personne ne l’a choisi.
ballot-why-not-eligible = Trop peu de voix pour son coût, ou la règle s’était arrêtée avant.
ballot-why-stopped = La règle s’était arrêtée avant.
ballot-why-left = Quand son tour est venu, il restait { $left }. Il manquait { $missing }.
ballot-why-supporters = Ceux qui l’ont choisi avaient encore { $left } de leurs parts. Il manquait { $missing }.
ballot-share = Au calcul retenu, la part de chaque votant était de { $amount }, arrondie au centime inférieur.
ballot-prefer = { $shares } votants ont davantage de projets avec les parts égales, { $greedy } avec les plus choisis d’abord.
ballot-prefer-shares = Le résultat est donc celui des parts égales.
ballot-prefer-greedy = Le résultat est donc celui des plus choisis d’abord.
ballot-office-new = Préparer le vote d’un budget
ballot-office-title = Intitulé du vote
ballot-office-title-hint = Par exemple : Budget participatif 2026, quartier de la gare.
ballot-office-budget = Enveloppe, en euros
ballot-office-budget-hint = Toute la somme à répartir par ce vote.
ballot-office-projects = Projets
ballot-office-projects-hint = Un par ligne : le coût en euros, un point-virgule, le titre. 200 au plus.
ballot-office-given = { $count ->
    [one] L’enveloppe est de { $amount }, pour { $count } projet. Ils viennent des projets de la consultation.
   *[other] L’enveloppe est de { $amount }, pour { $count } projets. Ils viennent des projets de la consultation.
}
ballot-office-form = Forme du bulletin
ballot-form-knapsack = Un panier à remplir
ballot-form-hint-knapsack = Chacun choisit des projets tant que l’enveloppe suffit.
ballot-form-approval = Un nombre de projets
ballot-form-hint-approval = Chacun choisit quelques projets, sans regarder leur coût.
ballot-form-cumulative = Des points à répartir
ballot-form-hint-cumulative = Chacun répartit des points entre les projets.
ballot-office-most = Au plus
ballot-office-most-hint = Nombre de projets, ou de points. Vide : 5 projets, ou 10 points.
ballot-office-rule = Règle
ballot-office-rule-hint = Elle est montrée aux votants et ne change plus après la publication.
ballot-office-compare = Comparer les règles sur le vote de l’an dernier
ballot-options = Choix proposés
ballot-withdraw = Retirer du vote
ballot-withdraw-text = Retirer un choix est définitif. Les bulletins qui le nomment restent comptés, sans lui.
ballot-withdrawn = Retiré
flash-option-withdrawn = Le choix est retiré du vote.
ballot-yours = Votre choix
ballot-otherwise = Avec une autre règle : { $rule }
ballot-otherwise-text = Voici ce que les mêmes bulletins auraient donné. C’est pour comprendre : la règle était choisie avant le vote.
ballot-otherwise-new = Pas retenu ici
ballot-otherwise-none = Aucun projet.
ballot-points-left = { $left ->
    [one] Il vous reste { $left } point sur { $most }.
   *[other] Il vous reste { $left } points sur { $most }.
}
ballot-points-over = { $over ->
    [one] Vous avez donné { $over } point de trop.
   *[other] Vous avez donné { $over } points de trop.
}
ballot-points-recount = Recompter mes points
