# Die offiziellen Antworten einer Beteiligung.
results-title = Antworten: { $consultation }
results-sum = { $count ->
    [one] { $count } Antwort { place-of }
   *[other] { $count } Antworten { place-of }
}
results-said = Was Sie gesagt haben, was Ihnen geantwortet wird
results-filter = Einen Stand wählen
results-all = Alle
results-no-such = Keine Antwort hat diesen Stand.
results-none = Noch keine Antwort { place-of }
results-none-text = Die Antworten erscheinen hier, eine nach der anderen, mit Begründung.
results-count-received = eingegangen
results-count-under_study = in Prüfung
results-count-accepted = angenommen
results-count-partly_accepted = teilweise angenommen
results-count-refused = abgelehnt
results-count-done = umgesetzt
results-count-put_to_vote = zur Abstimmung gestellt
results-count-merged = zusammengelegt
