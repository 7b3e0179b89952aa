# Page d’accueil de la collectivité.
home-title = Accueil
home-lead = Ici, { place-the } dit ce qui se prépare, vous dites ce que vous en pensez, et une réponse vous est donnée.
home-about = Présentation
home-more = Lire la suite
home-take-part = Participer
home-how = Comment ça marche
home-open = Consultations ouvertes
home-all = Toutes les consultations
home-none = Aucune consultation n’est ouverte
home-none-text = La prochaine sera annoncée ici.
home-follow = Être prévenu par le fil d’actualité (Atom)
home-answers = Les réponses { place-of }
home-latest = Ce que vous proposez
home-closed = Consultations terminées
home-all-closed = Toutes les terminées
home-figures = La participation en chiffres
home-figure-open = { $count ->
    [one] consultation ouverte
   *[other] consultations ouvertes
}
home-figure-answers = { $count ->
    [one] décision { place-of }, avec sa raison
   *[other] décisions { place-of }, avec leur raison
}
home-figure-members = { $count ->
    [one] personne inscrite
   *[other] personnes inscrites
}
home-month = Ces 30 derniers jours
home-figure-contributions = { $count ->
    [one] idée ou discussion
   *[other] idées et discussions
}
home-figure-replies = { $count ->
    [one] réponse entre habitants
   *[other] réponses entre habitants
}
home-figure-supports = { $count ->
    [one] soutien donné
   *[other] soutiens donnés
}
home-trend-new = rien les 30 jours d’avant
home-trend-same = autant que les 30 jours d’avant
home-trend-more = { $count } de plus que les 30 jours d’avant
home-trend-less = { $count } de moins que les 30 jours d’avant
