# Les réponses officielles d’une consultation.
results-title = Réponses : { $consultation }
results-sum = { $count ->
    [one] { $count } réponse { place-of }
   *[other] { $count } réponses { place-of }
}
results-said = Ce que vous avez dit, ce qui vous est répondu
results-filter = Choisir un état
results-all = Toutes
results-no-such = Aucune réponse n’est dans cet état.
results-none = Pas encore de réponse { place-of }
results-none-text = Les réponses seront publiées ici, une par une, avec leur raison.
results-count-received = { $count ->
    [one] reçue
   *[other] reçues
}
results-count-under_study = à l’étude
results-count-accepted = { $count ->
    [one] acceptée
   *[other] acceptées
}
results-count-partly_accepted = { $count ->
    [one] acceptée en partie
   *[other] acceptées en partie
}
results-count-refused = { $count ->
    [one] refusée
   *[other] refusées
}
results-count-done = { $count ->
    [one] réalisée
   *[other] réalisées
}
results-count-put_to_vote = { $count ->
    [one] soumise au vote
   *[other] soumises au vote
}
results-count-merged = { $count ->
    [one] réunie à une autre
   *[other] réunies à d’autres
}
