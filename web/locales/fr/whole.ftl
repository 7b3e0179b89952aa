# Un vote tenu par plusieurs territoires.
whole-title = Résultat d’ensemble
whole-open = Le vote est ouvert. Chaque territoire publie son résultat à la clôture.
whole-waiting = { $count ->
    [one] Nous attendons encore un territoire. Les nombres ci-dessous ne sont pas définitifs.
   *[other] Nous attendons encore { $count } territoires. Les nombres ci-dessous ne sont pas définitifs.
}
whole-results = Ce que disent tous les territoires
whole-territories = Territoire par territoire
whole-apart = Chaque territoire compte ses propres bulletins chez lui. Les bulletins ne circulent pas : il envoie un décompte signé, que nous comparons à ce qu’il publie.
whole-caption = Bulletins et votants de chaque territoire, selon la vérification et le moyen
whole-col-territory = Territoire
whole-col-ballots = Bulletins
whole-col-state = Situation
whole-sum = Ensemble
whole-untold = Détail non publié
whole-tally = Décompte signé
whole-standing-counted = Compté
whole-standing-hidden = Trop peu de bulletins
whole-standing-silent = Rien reçu
whole-standing-running = Vote en cours
whole-standing-unchecked = Vérification en cours
whole-standing-unreachable = Bulletins introuvables
whole-standing-differs = Ne correspond pas
whole-standing-contradicts = Se contredit
whole-standing-late = Arrivé trop tard
whole-standing-withdrawn = Vote non tenu, ou retiré
whole-standing-left = Ne participe plus
whole-why-hidden = Moins de { $count } bulletins : aucun nombre n’est publié, et rien n’entre dans l’ensemble.
whole-why-running = { $count ->
    [one] { $count } personne a voté.
   *[other] { $count } personnes ont voté.
}
whole-why-contradicts = Deux décomptes différents portent le même numéro.
whole-afterwards = Après le comptage, ce territoire a signé un autre décompte. Il n’a rien changé au résultat.
whole-why-late = L’ensemble était déjà compté. Ces bulletins n’y sont pas.
whole-reason-unreadable = Les bulletins publiés ne se lisent pas.
whole-reason-digest = Les bulletins publiés ne sont pas ceux qui ont été signés.
whole-reason-vote = Les bulletins sont ceux d’un autre vote.
whole-reason-result = Le résultat annoncé n’est pas celui des bulletins.
whole-reason-numbers = Les nombres signés ne sont pas ceux des bulletins.
whole-rule-sum = La dernière ligne additionne seulement ce qui est publié, colonne par colonne.
whole-rule-hidden = Ce qui est caché n’est dans aucune somme : on ne peut pas le retrouver par différence.
whole-rule-rolls = Les listes d’électeurs ne sont pas additionnées : celle d’une région contient celles de ses communes.
whole-rule-late = Trois jours après la clôture, l’ensemble est compté avec ce qui est arrivé et vérifié.
whole-recount = Le fichier contient la définition du vote, les décomptes signés et l’adresse des bulletins de chaque territoire. Vous pouvez tout recompter avec la commande
whole-json = Résultat d’ensemble, pour recompter (JSON)
whole-csv = Nombres par territoire (CSV)
whole-back = Le vote dans ce territoire
whole-link = Voir le résultat d’ensemble
whole-held = Ce vote est tenu par plusieurs territoires. Chacun compte chez lui ; les résultats sont ensuite réunis.
whole-decided = La question, les réponses, les règles et les dates sont celles de l’organisateur. Vous dites ici qui peut voter chez vous.
whole-opens = Choisissez les façons de voter avant de publier. Sans vous, le vote s’ouvre à sa date, pour les comptes de votre territoire.
