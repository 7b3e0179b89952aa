# Les consultations des collectivités que la nôtre suit
territory-title = Les consultations du territoire
territory-map-title = Les territoires
territory-calendar-title = Le calendrier du territoire
territory-figures-title = Les chiffres du territoire
territory-lead = Ce qui est ouvert dans les collectivités que suit { place-the }. On participe chez chacune d’elles.
territory-tabs = Les consultations du territoire, autrement
territory-tab-list = Liste
territory-tab-map = Carte
territory-tab-calendar = Calendrier
territory-tab-figures = Chiffres
territory-feed = Les consultations du territoire, { $place }
territory-filter = Filtrer
territory-filter-label = Filtrer les consultations
territory-search = Mots recherchés
territory-where = Territoire
territory-anywhere = Tous les territoires
territory-theme = Thème
territory-any-theme = Tous les thèmes
territory-phase = Étape
territory-time-open = Toutes celles qui sont ouvertes
territory-time-upcoming = Bientôt ouvertes
territory-time-closed = Terminées
territory-time-all = Toutes
territory-count = { $count ->
    [one] { $count } consultation
   *[other] { $count } consultations
}
territory-show-open = Voir toutes celles qui sont ouvertes
territory-nothing = Aucune consultation
territory-nothing-text = Celles des collectivités que nous suivons paraîtront ici.
territory-nothing-filtered = Aucune ne répond à ces critères. Retirez-en un.
territory-carried = { $count ->
    [one] Dans { $count } territoire
   *[other] Dans { $count } territoires
}
territory-shared = Partagée
territory-share = Partager
territory-unshare = Ne plus partager
flash-territory-shared = La consultation est partagée avec celles et ceux qui suivent la collectivité.
flash-territory-unshared = La consultation n’est plus partagée.
territory-files = Suivre et réutiliser
territory-file-atom = Recevoir les nouvelles consultations (Atom)
territory-file-ics = Ajouter les dates à votre agenda
territory-file-data = Données ouvertes :
territory-how = Cette liste reprend ce que publient les collectivités elles-mêmes. Elle est vérifiée chaque jour auprès d’elles.
territory-ours-open = Les consultations ouvertes { place-of } même
territory-ours-until = Jusqu’au { $date }
territory-ours = Voir les consultations { place-of }
territory-map = Carte des territoires
territory-map-text = Un point par territoire. Plus il est grand, plus il y a de consultations ouvertes. Le tableau sous la carte dit la même chose.
territory-map-caption = Les territoires qui disent où ils sont. Le nord est en haut.
territory-map-none = Aucun territoire ne dit encore où il est : pas de carte pour l’instant.
territory-point = { $place } : { $count ->
    [one] { $count } consultation ouverte
   *[other] { $count } consultations ouvertes
}
territory-territories = { $count ->
    [one] { $count } territoire
   *[other] { $count } territoires
}
territory-table = Les territoires et leurs consultations ouvertes
territory-col-territory = Territoire
territory-col-kind = Type
territory-col-open = Consultations ouvertes
territory-col-figures = Chiffres
territory-col-checked = Vérifié
territory-col-answered = Contributions avec réponse
territory-kind-unsaid = Non précisé
territory-insee = INSEE { $code }
territory-unplaced = pas sur la carte
territory-unchecked = Pas encore
territory-declared = Le nom, le type, le code et le lieu d’un territoire sont ceux qu’il déclare. Personne ne l’a vérifié pour cette page.
territory-figures-see = Voir ses chiffres
territory-month = { $month } { $year }
territory-month-before = Mois précédent
territory-month-after = Mois suivant
territory-month-empty = Rien ce mois-ci
territory-month-empty-text = Aucune étape ne commence, aucune consultation ne se termine et il n’y a pas de réunion.
territory-ends = La consultation se termine
territory-begins = La consultation commence
territory-meeting = Réunion
territory-meeting-cancelled = Réunion annulée
territory-begins-phase = Commence : { $phase }
territory-figure-open = Consultations ouvertes
territory-figure-all = Consultations
territory-figure-contributions = Contributions
territory-figure-replies = Réponses des habitants
territory-figure-supports = Soutiens
territory-figure-answers = Contributions avec réponse
territory-figure-participants = Participations
territory-figures-told = { $count ->
    [0] Aucune consultation ne dit combien de personnes y ont participé.
    [one] Les participations sont celles d’une consultation qui en donne le nombre.
   *[other] Les participations sont celles de { $count } consultations qui en donnent le nombre : qui a participé à deux compte deux fois.
}
territory-figures-few = Un nombre de moins de 11 personnes n’est pas donné.
territory-figures-back = Voir tout le territoire
territory-compared = Côte à côte
territory-compared-text = Seuls figurent ici les territoires qui acceptent que leurs chiffres soient comparés. Un territoire plus grand a souvent de plus grands chiffres : cela ne dit pas qu’il fait mieux.
territory-compared-none = Aucun territoire ne l’a encore accepté.
territory-compared-count = { $count } sur { $all } l’acceptent.
territory-percent = { $share } %
territory-home-all = Voir toutes les consultations du territoire
territory-comparison = Comparaison avec d’autres territoires
territory-comparison-hint = Les territoires qui vous suivent voient vos chiffres. Ils ne les placent à côté de ceux des autres que si vous l’acceptez.
territory-comparison-label = Accepter que nos chiffres soient comparés à ceux d’autres territoires
territory-comparison-save = Enregistrer ce choix
flash-territory-comparison = Votre choix est enregistré. Les territoires qui vous suivent l’apprennent.
