# Einen Fragebogen ausfüllen.
questionnaire-word = Fragebogen
questionnaire-named = Fragebogen: { $title }
questionnaire-offer = Fragebogen ausfüllen: { $title }
questionnaire-stage-draft = Entwurf
questionnaire-stage-upcoming = Bald
questionnaire-stage-open = Offen
questionnaire-stage-closed = Geschlossen
questionnaire-size = { $questions } Fragen, { $pages } Seiten
questionnaire-opens = Öffnet am { $date }
questionnaire-until = Bis { $date }
questionnaire-who-everyone = Für alle, mit einer zu bestätigenden E-Mail-Adresse
questionnaire-who-accounts = Für angemeldete Personen, je eine Antwort
questionnaire-draft = Dieser Fragebogen ist nicht veröffentlicht. Nur das Team sieht ihn.
questionnaire-already = Sie haben schon geantwortet. Danke!
questionnaire-see-mine = Den Stand meiner Antwort ansehen
questionnaire-data = Was mit Ihren Antworten geschieht
questionnaire-data-read = Nur die Bediensteten lesen Ihre Antworten. Summen und ausgewählte Texte können veröffentlicht werden, ohne jeden Namen.
questionnaire-data-kept = { $count ->
    [one] Sie werden nach dem Ende { $count } Tag aufbewahrt, dann gelöscht.
   *[other] Sie werden nach dem Ende { $count } Tage aufbewahrt, dann gelöscht.
}
questionnaire-data-here = Sie bleiben auf dieser Website und gehen an keine andere.
questionnaire-data-erase = Sie können Ihre Antwort jederzeit löschen. Sie verschwindet auch mit Ihrem Konto. Schon veröffentlichte Summen, die von niemandem handeln, ändern sich nicht mehr.
questionnaire-data-contact = Eine Frage zu Ihren Daten? { $contact }
questionnaire-start = Beginnen
questionnaire-resume = Fortsetzen
questionnaire-begun = Sie haben begonnen: Ihre Antworten sind gespeichert.
questionnaire-sign-in-why = Zum Antworten brauchen Sie ein Konto, damit jede Person nur einmal antwortet.
questionnaire-sign-in = Anmelden und antworten
questionnaire-see-results = Ergebnisse ansehen
questionnaire-closed = Dieser Fragebogen ist geschlossen. Die Ergebnisse sind noch nicht veröffentlicht.
questionnaire-step = Schritt { $number } von { $of }
questionnaire-page-number = Seite { $count }
questionnaire-next = Weiter
questionnaire-to-recap = Antworten prüfen
questionnaire-back = Zurück
questionnaire-save-later = Speichern und später fortsetzen
questionnaire-kept-account = Ihre Antworten werden bei jedem Schritt in Ihrem Konto gespeichert.
questionnaire-kept-link = Ihre Antworten werden bei jedem Schritt gespeichert. Die Adresse dieser Seite gehört nur Ihnen: Geben Sie sie niemandem.
questionnaire-recap = Prüfen und absenden
questionnaire-recap-lead = Prüfen Sie Ihre Antworten. Nichts wird gesendet, bevor Sie auf den Knopf drücken.
questionnaire-change = Ändern
questionnaire-unanswered = Keine Antwort
questionnaire-email = Ihre E-Mail-Adresse
questionnaire-email-hint = Wir senden einen Link dorthin: Ihre Antwort zählt, sobald Sie ihm gefolgt sind. Die Adresse wird nicht mit Ihren Antworten gespeichert.
questionnaire-once = Nach dem Absenden lassen sich Ihre Antworten nicht mehr ändern.
questionnaire-send = Antworten absenden
questionnaire-later = Später fortsetzen
questionnaire-later-lead = Ihre Antworten sind gespeichert. Erhalten Sie einen Link, um innerhalb von 30 Tagen weiterzumachen.
questionnaire-later-hint = Sie dient nur dazu, Ihnen diesen Link zu senden, und wird nicht gespeichert.
questionnaire-later-send = Link erhalten
questionnaire-thanks = Danke für Ihre Antwort
questionnaire-sent-sent = Ein Schritt fehlt noch: Öffnen Sie die E-Mail, die wir Ihnen gerade gesendet haben, und bestätigen Sie. Sonst zählt Ihre Antwort nicht.
questionnaire-sent-counted = Ihre Antwort ist gespeichert und zählt.
questionnaire-sent-flagged = Ihre Antwort ist gespeichert, aber beiseitegelegt: Mit diesem Postfach wurde schon geantwortet. Das Team prüft und entscheidet, ob sie zählt.
questionnaire-results-when = Ergebnisse können nach dem { $date } auf der Seite des Fragebogens veröffentlicht werden.
questionnaire-erase-title = Meine Antwort löschen
questionnaire-erase-text = Alles, was Sie geantwortet haben, verschwindet, auch Dateien.
questionnaire-erase = Meine Antwort löschen
questionnaire-erase-confirm = Ihre Antwort wird gelöscht. Drücken Sie noch einmal zur Bestätigung.
questionnaire-confirm = Meine Antwort bestätigen
questionnaire-confirm-text = Drücken Sie auf den Knopf, damit Ihre Antwort zählt.
questionnaire-to-start = Zurück zum Fragebogen
questionnaire-unranked = Nicht eingeordnet
questionnaire-other = Andere
questionnaire-other-which = Andere: welche?
questionnaire-hint-several = Mehrere Antworten möglich.
questionnaire-hint-least = { $count ->
    [one] Wählen Sie mindestens { $count } Antwort.
   *[other] Wählen Sie mindestens { $count } Antworten.
}
questionnaire-hint-most = { $count ->
    [one] Wählen Sie höchstens { $count } Antwort.
   *[other] Wählen Sie höchstens { $count } Antworten.
}
questionnaire-hint-between = Wählen Sie { $least } bis { $most } Antworten.
questionnaire-hint-ranking = Geben Sie dem Wichtigsten den Rang 1. Sie können Antworten ohne Rang lassen.
questionnaire-hint-scale = { $least }: { $low } – { $most }: { $high }
questionnaire-hint-file = Ein Bild (JPEG, PNG oder WebP) oder ein PDF, höchstens 8 MB. Ort und Datum von Bildern werden entfernt. Nur Bedienstete öffnen diese Datei.
questionnaire-file-there = Eine Datei ist angekommen. Eine andere ersetzt sie.
questionnaire-condition = Wird gestellt, wenn die Antwort auf „{ $question }“ „{ $choice }“ ist.
questionnaire-cell = { $row }: { $column }
questionnaire-fault-missing = Eine Antwort ist nötig.
questionnaire-fault-other = Schreiben Sie Ihre andere Antwort, oder wählen Sie „Andere“ ab.
questionnaire-fault-few = { $count ->
    [one] Wählen Sie mindestens { $count } Antwort.
   *[other] Wählen Sie mindestens { $count } Antworten.
}
questionnaire-fault-many = { $count ->
    [one] Wählen Sie höchstens { $count } Antwort.
   *[other] Wählen Sie höchstens { $count } Antworten.
}
questionnaire-fault-rank = Zwei Antworten haben denselben Rang. Geben Sie jeder einen eigenen.
questionnaire-fault-row = Beantworten Sie jede Zeile.
questionnaire-fault-file = Diese Datei ist weder ein lesbares Bild (JPEG, PNG, WebP) noch ein PDF.
questionnaire-fault-heavy = Diese Datei ist zu groß: höchstens { $count } MB.
questionnaire-results = Ergebnisse
questionnaire-results-of = Ergebnisse: { $title }
questionnaire-results-counted = { $count ->
    [one] { $count } gezählte Antwort
   *[other] { $count } gezählte Antworten
}
questionnaire-results-since = Veröffentlicht am { $date }. Diese Zahlen ändern sich nicht mehr.
questionnaire-results-not-poll = Das ist keine repräsentative Umfrage: Geantwortet hat, wer wollte.
questionnaire-results-everyone = Eine Antwort je bestätigter E-Mail-Adresse oder je Konto. Unbestätigte Antworten zählen nicht.
questionnaire-results-accounts = Eine Antwort je Konto.
questionnaire-results-few = Weniger als { $count } Personen haben diese Frage beantwortet: Die Zahlen werden nicht gezeigt, damit niemand erkannt wird.
questionnaire-results-people = { $count ->
    [one] { $count } Person hat geantwortet.
   *[other] { $count } Personen haben geantwortet.
}
questionnaire-results-multiple = Mehrere Antworten waren möglich: Die Summe übersteigt 100 %.
questionnaire-results-ranking = Punkte: Von { $count } Antworten erhält die erste einen Punkt weniger als ihre Anzahl, die nächste wieder einen weniger und so fort.
questionnaire-results-answer = Antwort
questionnaire-results-number = Anzahl
questionnaire-results-points = Punkte
questionnaire-results-quotes = Vom Team ausgewählte Antworten
questionnaire-results-read = Texte lesen
flash-questionnaire-saved = Ihre Antworten sind in Ihrem Konto gespeichert.
flash-questionnaire-link-sent = Der Link ist unterwegs. Sehen Sie in Ihr Postfach.
flash-questionnaire-erased = Ihre Antwort ist gelöscht.
