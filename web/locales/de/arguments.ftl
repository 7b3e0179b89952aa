contribution-polls = Abstimmungen
contribution-side-for = { $count } dafür
contribution-side-against = { $count } dagegen
contribution-side-neither = { $count ->
    [one] { $count } Antwort weder dafür noch dagegen, oder von anderswo
   *[other] { $count } Antworten weder dafür noch dagegen, oder von anderswo
}
contribution-side-empty = So hat noch niemand geantwortet.
contribution-office-list = Antworten in einer Liste zeigen
contribution-office-sides = Dafür und dagegen nebeneinander zeigen
promise-title = Zugesagte Antwort
promise-lead = { $count ->
    [one] Die Schwelle dieser Beteiligung liegt bei { $count } Unterstützung.
   *[other] Die Schwelle dieser Beteiligung liegt bei { $count } Unterstützungen.
}
promise-tick = Jedem Vorschlag, der die Schwelle erreicht, eine offizielle Antwort zusagen
promise-hint = Die Zusage wird angezeigt. Vorschläge, die darauf warten, stehen in Ihrer Aufgabenliste.
promise-no-threshold = Legen Sie weiter oben auf dieser Seite zuerst eine Schwelle fest.
promise-public = { $count ->
    [one] Ein Vorschlag mit { $count } Unterstützung erhält eine offizielle Antwort.
   *[other] Ein Vorschlag mit { $count } Unterstützungen erhält eine offizielle Antwort.
}
promise-due = Eine offizielle Antwort ist zugesagt.
office-task-promised = { $count ->
    [one] Vorschlag wartet auf die zugesagte Antwort
   *[other] Vorschläge warten auf die zugesagte Antwort
}
office-promised = Antwort zugesagt
office-promised-only = Nur mit zugesagter Antwort
event-discussion_arranged = Hat die Anordnung der Antworten geändert
event-promise_changed = Hat die Zusage zu antworten geändert
