# Comparer les règles d’un budget participatif.
rules-link = Comparer les règles d’un budget participatif
rules-title = Comparer les règles d’un budget participatif
rules-lead = Chargez le vote de l’an dernier. Vous verrez ce que chaque règle aurait donné, avant d’en choisir une. Rien n’est gardé.
rules-file = Fichier du vote
rules-file-hint = Un fichier .pb, le format ouvert des budgets participatifs. 8 Mo au plus.
rules-do = Comparer
rules-example = Essayer avec un exemple inventé
rules-not-text = Ce fichier n’est pas un texte en UTF-8.
rules-given = Ce que chaque règle aurait donné
rules-budget = Enveloppe
rules-projects = Projets
rules-voters = Votants
rules-notices = Ce qui est étrange dans le fichier, sans empêcher de compter
rules-by-rule = Résultat de chaque règle
rules-rule = Règle
rules-winners = Projets retenus
rules-spent = Dépensé
rules-served = Votants avec au moins un projet retenu
rules-served-of = { $count } ({ $percent } %)
rules-served-note = Si l’enveloppe ne suffit pas à tout, chaque règle laisse des votants sans projet. Comparez combien.
rules-each = Projet par projet
rules-project = Projet
rules-cost = Coût
rules-votes = Voix
rules-won = Retenu
rules-why-too-dear = Il manquait { $amount }
rules-why-after-stop = La règle s’était arrêtée avant
rules-why-below-threshold =
    { $count ->
        [one] Il manquait { $count } point pour atteindre le seuil
       *[other] Il manquait { $count } points pour atteindre le seuil
    }
rules-why-group-taken = Un projet du même groupe est retenu
rules-why-not-eligible = Trop peu de voix pour son coût
rules-why-nobody-chose = Personne ne l’a choisi
rules-why-withdrawn = Retiré
rules-unshown =
    { $count ->
        [one] { $count } projet moins choisi n’est pas affiché. Il est compté.
       *[other] { $count } projets moins choisis ne sont pas affichés. Ils sont comptés.
    }
rules-exact = Les règles exactes
rules-exact-note = Chaque règle avec tous ses paramètres. À égalité, le projet le moins cher passe d’abord, puis celui qui a le plus de voix, puis l’ordre du fichier.
rules-words = Les règles en clair
rules-name-greedy = Les plus choisis d’abord
rules-how-greedy = On classe les projets par nombre de voix. On retient le premier, puis le suivant, tant que l’argent suffit. Un projet trop cher pour ce qui reste est passé.
rules-fit-greedy = Facile à expliquer. Un groupe nombreux peut tout emporter, et les quartiers moins peuplés rien.
rules-name-greedy_per_cost = Le plus de voix par euro d’abord
rules-how-greedy_per_cost = On classe les projets par nombre de voix divisé par leur coût. On retient dans cet ordre, tant que l’argent suffit.
rules-fit-greedy_per_cost = Retient beaucoup de petits projets. Un grand projet utile à tous a peu de chances.
rules-name-equal_shares = Parts égales
rules-how-equal_shares = Chaque votant reçoit une part égale de l’enveloppe. Un projet est retenu quand ceux qui l’ont choisi peuvent le payer ensemble avec leurs parts. S’il reste de l’argent, on agrandit les parts pas à pas, puis on complète avec les plus choisis.
rules-fit-equal_shares = Chaque groupe pèse selon sa taille. Demande une explication plus longue.
rules-name-phragmen = Paiement progressif (Phragmén)
rules-how-phragmen = Chaque votant reçoit de l’argent en continu, au même rythme. Un projet est retenu dès que ceux qui l’ont choisi peuvent le payer ensemble. On s’arrête au premier qui dépasserait l’enveloppe.
rules-fit-phragmen = Chaque groupe pèse selon sa taille. Il peut rester de l’argent.
rules-nothing = Ce fichier ne contient aucun vote ou aucune enveloppe. Il n’y a rien à comparer.
rules-too-large = Les montants ou les nombres de ce fichier sont trop grands pour être comptés ici.
rules-repeated = Le projet { $id } figure deux fois.
rules-free = Le projet { $id } ne coûte rien. Un projet doit avoir un coût.
rules-ballot = Le bulletin numéro { $count } ne peut pas être compté.
rules-decimals = { $whole },{ $rest }
pb-at = Ligne { $line }, colonne { $column } : { $what }
pb-title-expected = le titre { $text } doit se trouver ici.
pb-ended = le fichier s’arrête trop tôt.
pb-unclosed-quote = ces guillemets ne sont jamais fermés.
pb-after-quote = après des guillemets fermés vient un point-virgule ou la fin de la ligne.
pb-too-many-fields = il y a plus de valeurs que de colonnes.
pb-too-few-fields = il y a moins de valeurs que de colonnes.
pb-empty-line = cette ligne est vide.
pb-missing = { $text } manque.
pb-twice = { $text } figure deux fois.
pb-legacy = cette colonne s’appelle { $text } depuis avril 2026.
pb-unknown-word = le format ne connaît pas « { $text } ».
pb-not-a-number = il faut un nombre ici.
pb-negative = ce nombre est négatif.
pb-too-large = ce nombre est trop grand.
pb-empty = il manque une valeur ici.
pb-unknown-project = le projet « { $text } » n’existe pas.
pb-repeated-project = ce bulletin nomme deux fois le projet « { $text } ». Il compte une fois.
pb-points-do-not-match = il n’y a pas autant de points que de projets.
pb-space-in-list = il y a une espace dans cette liste.
pb-count-differs = le fichier annonce { $said }, ses lignes donnent { $counted }.
rules-list = { $rule } : { $count ->
    [one] { $count } projet retenu
   *[other] { $count } projets retenus
}
rules-all = Tous les projets, règle par règle, avec les raisons
