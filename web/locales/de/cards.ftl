# Was Listen zeigen: Karten, Zustände, Auszeichnungen, und wie die Körperschaft im Satz heißt.

# Die Körperschaft, je nachdem, was sie ist.
place-the = { $place ->
    [commune] die Gemeinde
    [intercommunality] der Gemeindeverband
    [department] das Departement
    [region] die Region
    [state] der Staat
   *[other] die Körperschaft
}
place-of = { $place ->
    [commune] der Gemeinde
    [intercommunality] des Gemeindeverbands
    [department] des Departements
    [region] der Region
    [state] des Staates
   *[other] der Körperschaft
}

participation-information = Information
participation-consultation = Befragung
participation-concertation = Gemeinsame Beratung
participation-co_production = Gemeinsame Gestaltung

phase-kind-information = Information
phase-kind-contribution = Beiträge
phase-kind-analysis = Auswertung
phase-kind-answer = Antworten
phase-kind-campaign = Vorstellung
phase-kind-vote = Abstimmung
phase-kind-works = Umsetzung

stage-draft = Entwurf
stage-upcoming = Bald offen
stage-information = Information
stage-contribution = Offen
stage-analysis = Wird ausgewertet
stage-answer = Antworten folgen
stage-campaign = Projekte werden vorgestellt
stage-vote = Abstimmung läuft
stage-works = Wird umgesetzt
stage-pause = Zwischen zwei Abschnitten
stage-closed = Beendet

answer-state-received = Eingegangen
answer-state-under_study = In Prüfung
answer-state-accepted = Angenommen
answer-state-partly_accepted = Teilweise angenommen
answer-state-refused = Abgelehnt
answer-state-done = Umgesetzt
answer-state-put_to_vote = Zur Abstimmung gestellt
answer-state-merged = Zusammengelegt

mark-widely_supported = Breit unterstützt
mark-quality = Für Qualität anerkannt
mark-impact = Hat das Projekt verändert

kind-proposal = Idee
kind-discussion = Diskussion
kind-reply = Antwort

stance-for = Dafür
stance-against = Dagegen
stance-neutral = Neutral

reason-abuse = Angriff auf eine Person: Beleidigung, Drohung, Belästigung
reason-hate = Aufruf zu Hass, Gewalt oder Diskriminierung
reason-personal_data = Private Angaben über jemanden
reason-spam = Werbung oder wiederholte Nachricht
reason-off_topic = Hat mit dem Thema nichts zu tun
reason-duplicate = Sagt dasselbe wie ein anderer Beitrag
reason-illegal = Aus einem anderen Grund rechtswidrig
reason-other = Anderer Grund

order-random = Zufällig
order-recent = Neueste zuerst
order-supported = Meistunterstützte zuerst
order-discussed = Meistdiskutierte zuerst

cards-opens = Beginnt am { $date }
cards-days-left = { $count ->
    [0] Endet heute, { $date }
    [one] Noch { $count } Tag, bis { $date }
   *[other] Noch { $count } Tage, bis { $date }
}
cards-until = Bis { $date }
cards-studied-until = Auswertung bis { $date }
cards-answered-until = Antworten bis { $date }
cards-works-until = Umsetzung bis { $date }
cards-resumes = Geht weiter am { $date }
cards-ended = Beendet am { $date }
cards-participants = { $count ->
    [one] { $count } Person nimmt teil
   *[other] { $count } Personen nehmen teil
}
cards-contributions = { $count ->
    [0] Kein Beitrag
    [one] { $count } Beitrag
   *[other] { $count } Beiträge
}
cards-supports = { $count ->
    [one] Unterstützung
   *[other] Unterstützungen
}
cards-imported = + { $count } übernommen
cards-replies = { $count ->
    [0] Keine Antwort
    [one] { $count } Antwort
   *[other] { $count } Antworten
}
cards-support = Unterstützen
cards-take-back = Unterstützung zurücknehmen
cards-you-support = Sie unterstützen dies bereits.
cards-signed = Unterzeichnet von { $name }
cards-author-erased = Gelöschtes Konto
cards-author-unknown = Ohne Namen
cards-pages = Ergebnisseiten
cards-page = Seite { $number }
cards-previous = Vorige Seite
cards-next = Nächste Seite

flash-idea-published = Ihre Idee ist veröffentlicht.
flash-discussion-started = Ihre Diskussion ist eröffnet.
flash-reply-published = Ihre Antwort ist veröffentlicht.
flash-text-changed = Ihr Text ist geändert. Die frühere Fassung bleibt erhalten.
flash-withdrawn = Ihr Text ist zurückgezogen.
flash-reported = Danke. Ihre Meldung liegt nun bei der Moderation.
flash-supported = Ihre Unterstützung ist gespeichert.
flash-support-taken-back = Ihre Unterstützung ist zurückgenommen.
