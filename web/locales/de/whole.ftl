# Eine Abstimmung, die mehrere Gebiete gemeinsam halten.
whole-title = Gesamtergebnis
whole-open = Die Abstimmung läuft. Jedes Gebiet veröffentlicht sein Ergebnis am Ende.
whole-waiting = { $count ->
    [one] Wir warten noch auf ein Gebiet. Die Zahlen unten sind nicht endgültig.
   *[other] Wir warten noch auf { $count } Gebiete. Die Zahlen unten sind nicht endgültig.
}
whole-results = Was alle Gebiete sagen
whole-territories = Gebiet für Gebiet
whole-apart = Jedes Gebiet zählt seine Stimmzettel bei sich. Stimmzettel reisen nicht: Es schickt eine unterschriebene Auszählung, die wir mit dem vergleichen, was es veröffentlicht.
whole-caption = Stimmzettel und Abstimmende jedes Gebiets, nach Prüfung und Weg
whole-col-territory = Gebiet
whole-col-ballots = Stimmzettel
whole-col-state = Stand
whole-sum = Zusammen
whole-untold = Einzelheiten nicht veröffentlicht
whole-tally = Unterschriebene Auszählung
whole-standing-counted = Gezählt
whole-standing-hidden = Zu wenige Stimmzettel
whole-standing-silent = Nichts erhalten
whole-standing-running = Abstimmung läuft
whole-standing-unchecked = Wird geprüft
whole-standing-unreachable = Stimmzettel nicht auffindbar
whole-standing-differs = Stimmt nicht überein
whole-standing-contradicts = Widerspricht sich
whole-standing-late = Zu spät gekommen
whole-standing-withdrawn = Abstimmung nicht durchgeführt oder zurückgezogen
whole-standing-left = Nimmt nicht mehr teil
whole-why-hidden = Weniger als { $count } Stimmzettel: Keine Zahl wird veröffentlicht, und nichts geht in die Summe ein.
whole-why-running = { $count ->
    [one] { $count } Person hat abgestimmt.
   *[other] { $count } Personen haben abgestimmt.
}
whole-why-contradicts = Zwei verschiedene Auszählungen tragen dieselbe Nummer.
whole-afterwards = Nach der Zählung hat dieses Gebiet eine andere Auszählung unterschrieben. Sie hat am Ergebnis nichts geändert.
whole-why-late = Das Ganze war schon gezählt. Diese Stimmzettel sind nicht darin.
whole-reason-unreadable = Die veröffentlichten Stimmzettel sind nicht lesbar.
whole-reason-digest = Die veröffentlichten Stimmzettel sind nicht die, für die unterschrieben wurde.
whole-reason-vote = Die Stimmzettel gehören zu einer anderen Abstimmung.
whole-reason-result = Das angegebene Ergebnis ist nicht das der Stimmzettel.
whole-reason-numbers = Die unterschriebenen Zahlen sind nicht die der Stimmzettel.
whole-rule-sum = Die letzte Zeile zählt nur zusammen, was veröffentlicht ist, Spalte für Spalte.
whole-rule-hidden = Was verborgen ist, steckt in keiner Summe: Niemand findet es durch Abziehen.
whole-rule-rolls = Wählerlisten werden nicht zusammengezählt: Die einer Region enthält die ihrer Gemeinden.
whole-rule-late = Drei Tage nach dem Ende wird das Ganze mit dem gezählt, was angekommen und geprüft ist.
whole-recount = Die Datei enthält die Festlegung der Abstimmung, die unterschriebenen Auszählungen und die Adresse der Stimmzettel jedes Gebiets. Sie können alles nachzählen, mit dem Befehl
whole-json = Gesamtergebnis zum Nachzählen (JSON)
whole-csv = Zahlen je Gebiet (CSV)
whole-back = Die Abstimmung in diesem Gebiet
whole-link = Gesamtergebnis ansehen
whole-held = Mehrere Gebiete halten diese Abstimmung gemeinsam. Jedes zählt bei sich; die Ergebnisse werden dann zusammengeführt.
whole-decided = Frage, Antworten, Regeln und Daten kommen vom Organisator. Hier sagen Sie, wer bei Ihnen abstimmen kann.
whole-opens = Wählen Sie die Wege zur Abstimmung, bevor Sie veröffentlichen. Ohne Sie öffnet die Abstimmung zu ihrem Datum für die Konten Ihres Gebiets.
