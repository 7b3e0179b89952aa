signal-title = Signal du fédivers
signal-voters = { $count ->
    [one] { $count } compte d’autres serveurs a répondu.
   *[other] { $count } comptes d’autres serveurs ont répondu.
}
signal-apart = Ces comptes ne sont pas des personnes vérifiées, ni forcément des habitants. Leurs réponses sont comptées à part : elles ne font pas partie du résultat du vote.
signal-too-few = Moins de 11 comptes d’autres serveurs ont répondu. Le détail n’est pas publié.
signal-table = Le signal du fédivers en chiffres
signal-col-accounts = Comptes
signal-col-share = Part
poll-until = Votez jusqu’au { $date }
poll-answer-it = Voter
poll-in-discussion = Ce vote sera montré dans la discussion :
home-polls = Votes ouverts
contribution-office-poll = Joindre un vote
signal-rule = Ceux qui suivent la consultation depuis d’autres serveurs peuvent répondre aussi. Leurs réponses sont un signal, compté à part : elles ne sont pas secrètes et n’entrent pas dans le résultat.
