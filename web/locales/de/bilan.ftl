# Der Bericht über eine Beteiligung: zusammengestellt, bearbeitet, veröffentlicht.
editor-part-report = Bericht
bilan-title = Bericht: { $consultation }
bilan-occasion = Gegenstand und Kalender
bilan-phase = { $name }: vom { $from } bis zum { $to }
bilan-people = Die Beteiligung
bilan-few = Weniger als { $count } Personen haben hier teilgenommen.
bilan-participants = { $count ->
    [0] Niemand hat hier teilgenommen.
    [one] { $count } Person hat hier teilgenommen.
   *[other] { $count } Personen haben hier teilgenommen.
}
bilan-few-remote = Weniger als { $count } Personen haben von einem anderen Server aus teilgenommen.
bilan-remote = { $count ->
    [one] { $count } Person hat von einem anderen Server aus teilgenommen.
   *[other] { $count } Personen haben von einem anderen Server aus teilgenommen.
}
bilan-contributions = { $count ->
    [one] { $count } Beitrag
   *[other] { $count } Beiträge
}
bilan-replies = { $count ->
    [one] { $count } Antwort unter Teilnehmenden
   *[other] { $count } Antworten unter Teilnehmenden
}
bilan-supports = { $count ->
    [one] { $count } Unterstützung
   *[other] { $count } Unterstützungen
}
bilan-said = Was gesagt wurde
bilan-no-theme = Ohne Thema
bilan-of-theme = { $count ->
    [one] { $count } Beitrag. Am meisten unterstützt:
   *[other] { $count } Beiträge. Am meisten unterstützt:
}
bilan-answered = Was geantwortet wurde
bilan-answers = { $count ->
    [0] Es wurde keine offizielle Antwort gegeben.
    [one] { $count } offizielle Antwort wurde gegeben.
   *[other] { $count } offizielle Antworten wurden gegeben.
}
bilan-state = { $state }: { $number }
bilan-all-answers = Alle Antworten mit ihren Gründen
bilan-votes = Die Abstimmungen und ihre Ergebnisse
bilan-commitments = Die Zusagen
bilan-lead = Der Bericht sagt, wer teilgenommen hat, was gesagt, geantwortet, abgestimmt und zugesagt wurde. Er wird aus den Daten zusammengestellt; Sie ergänzen ihn, bevor Sie ihn veröffentlichen.
bilan-composed-at = Zahlen vom { $moment }
bilan-published-times = { $count ->
    [one] Einmal veröffentlicht
   *[other] { $count }-mal veröffentlicht
}
bilan-title-field = Titel
bilan-body = Text des Berichts
bilan-body-hint = Ergänzen Sie, was die Zahlen nicht sagen: Hintergrund, Meinungsverschiedenheiten, nächste Schritte. Markdown ist möglich.
bilan-save = Bericht speichern
bilan-publish = Diese Fassung veröffentlichen
bilan-publish-text = Der gespeicherte Text wird öffentlich, als Seite und als PDF. Frühere Fassungen bleiben lesbar. Wer der Beteiligung von einem anderen Server aus folgt, erhält sie.
bilan-compose = Bericht zusammenstellen
bilan-compose-text = Ein erster Text wird aus den heutigen Daten geschrieben. Nichts wird veröffentlicht.
bilan-again = Neu aus den Daten beginnen
bilan-again-text = Ein neuer Text ersetzt den, den Sie geschrieben haben. Was veröffentlicht ist, ändert sich nicht.
bilan-version = Fassung { $number }, { $day }
bilan-old = Eine neuere Fassung ist veröffentlicht.
bilan-latest = Die neueste Fassung lesen
bilan-pdf = Als PDF herunterladen
bilan-versions = Alle Fassungen
bilan-read = Den Bericht über diese Beteiligung lesen
fault-body-taken = Inzwischen hat jemand den Bericht gespeichert. Ihr Text bleibt hier erhalten: Speichern Sie ihn noch einmal, um den anderen zu ersetzen.
flash-bilan-composed = Der Bericht ist zusammengestellt. Lesen und ergänzen Sie ihn.
flash-bilan-published = Der Bericht ist veröffentlicht.
