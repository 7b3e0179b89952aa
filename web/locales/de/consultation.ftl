# Eine Beteiligung: mehr erfahren; und die Liste aller.
consultation-all = Beteiligungen
consultation-all-lead = Was { place-the } mit Ihnen vorbereitet und was entschieden wurde.
consultation-by = { $level }, organisiert von { $organiser }
consultation-dates = Von { $from } bis { $to }
consultation-tabs = Seiten der Beteiligung
consultation-tab-learn = Mehr erfahren
consultation-tab-involved = Mitmachen
consultation-tab-results = Antworten
consultation-edit = Diese Beteiligung bearbeiten
consultation-draft = Dies ist ein Entwurf. Nur das Team sieht ihn.
consultation-steps = Die Abschnitte
consultation-step = Abschnitt { $number } von { $of }, bis { $date }.
consultation-step-past = Beendet
consultation-step-now = Läuft
consultation-step-next = Kommt noch
consultation-steps-more = Was in jedem Abschnitt geschieht
consultation-use = Was mit Ihrer Meinung geschieht
consultation-promise-information = Information: Sie erfahren von einem Vorhaben, und { place-the } beantwortet Ihre Fragen.
consultation-promise-consultation = Befragung: Sie sagen Ihre Meinung. Die Entscheidung trifft { place-the } und begründet sie.
consultation-promise-concertation = Gemeinsame Beratung: Sie diskutieren und schlagen vor. Die Entscheidung trifft { place-the } und erklärt, was übernommen wird und warum.
consultation-promise-co_production = Gemeinsame Gestaltung: Sie und { place-the } gestalten und entscheiden zusammen.
consultation-promised-information = Information: Sie erfahren von einem Vorhaben, und { $name } beantwortet Ihre Fragen.
consultation-promised-consultation = Befragung: Sie sagen Ihre Meinung. Die Entscheidung trifft { $name } und begründet sie.
consultation-promised-concertation = Gemeinsame Beratung: Sie diskutieren und schlagen vor. Die Entscheidung trifft { $name } und erklärt, was übernommen wird und warum.
consultation-promised-co_production = Gemeinsame Gestaltung: Sie und { $name } gestalten und entscheiden zusammen.
consultation-about = Worum es geht
consultation-stakes = Was auf dem Spiel steht
consultation-settled = Was schon entschieden ist
consultation-open-points = Was noch offen ist
consultation-aside = Mitmachen und folgen
consultation-join = Jetzt Sie
consultation-already = { $count ->
    [0] Noch ist nichts online.
    [one] { $count } Idee oder Diskussion ist schon online. Lesen, unterstützen und antworten Sie.
   *[other] { $count } Ideen und Diskussionen sind schon online. Lesen, unterstützen und antworten Sie.
}
consultation-read = Beiträge lesen
consultation-progress = Wie weit sind wir?
consultation-standing-draft = Die Beteiligung ist noch nicht veröffentlicht.
consultation-standing-upcoming = Die Beteiligung beginnt bald.
consultation-standing-information = Jetzt können Sie sich informieren. Danach können Sie mitmachen.
consultation-standing-contribution = Die Diskussion läuft. Sie können mitmachen.
consultation-standing-analysis = Ihre Beiträge werden gelesen und ausgewertet.
consultation-standing-answer = Die Antworten { place-of } kommen nach und nach.
consultation-standing-pause = Ein Abschnitt ist zu Ende, der nächste beginnt bald.
consultation-standing-closed = Die Beteiligung ist beendet. Alles bleibt lesbar.
consultation-count-participants = { $count ->
    [one] Person nimmt teil
   *[other] Personen nehmen teil
}
consultation-count-contributions = { $count ->
    [one] Idee oder Diskussion
   *[other] Ideen und Diskussionen
}
consultation-count-supported = { $threshold ->
    [one] breit unterstützt (ab einer Unterstützung)
   *[other] breit unterstützt (ab { $threshold } Unterstützungen)
}
consultation-count-quality = { $count ->
    [one] Beitrag für Qualität anerkannt
   *[other] Beiträge für Qualität anerkannt
}
consultation-count-impact = { $count ->
    [one] Beitrag hat das Projekt verändert
   *[other] Beiträge haben das Projekt verändert
}
consultation-answers = Entscheidungen { place-of }
consultation-of = { $count } von { $of }
consultation-follow = Folgen
consultation-feed = Feed abonnieren (Atom)
consultation-preview = Vorschau
consultation-preview-note = Vorschau: So sieht die Seite jemand ohne Konto, sobald die Konsultation veröffentlicht ist.
