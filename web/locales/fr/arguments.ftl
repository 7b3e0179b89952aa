contribution-polls = Votes
contribution-side-for = { $count } pour
contribution-side-against = { $count } contre
contribution-side-neither = { $count ->
    [one] { $count } réponse ni pour ni contre, ou venue d’ailleurs
   *[other] { $count } réponses ni pour ni contre, ou venues d’ailleurs
}
contribution-side-empty = Personne n’a encore répondu ainsi.
contribution-office-list = Montrer les réponses en une liste
contribution-office-sides = Montrer pour et contre côte à côte
promise-title = Réponse promise
promise-lead = { $count ->
    [one] Le seuil de cette consultation est de { $count } soutien.
   *[other] Le seuil de cette consultation est de { $count } soutiens.
}
promise-tick = Promettre une réponse officielle à chaque proposition qui atteint le seuil
promise-hint = La promesse est affichée. Les propositions qui l’attendent apparaissent dans votre liste de tâches.
promise-no-threshold = Fixez d’abord un seuil de soutiens, plus haut sur cette page.
promise-public = { $count ->
    [one] Une proposition qui réunit { $count } soutien reçoit une réponse officielle.
   *[other] Une proposition qui réunit { $count } soutiens reçoit une réponse officielle.
}
promise-due = Une réponse officielle est promise.
office-task-promised = { $count ->
    [one] proposition attend la réponse promise
   *[other] propositions attendent la réponse promise
}
office-promised = Réponse promise
office-promised-only = Seulement celles à qui une réponse est promise
event-discussion_arranged = A changé la présentation des réponses
event-promise_changed = A changé la promesse de répondre
