# Ein Beitrag: Seite, Antworten, Formulare, Meldungen, Verlauf.
contribution-all = Beiträge
contribution-gone = Dieser Text wird nicht mehr gezeigt
contribution-posted = { $kind ->
    [proposal] Idee vom { $date }
    [discussion] Diskussion vom { $date }
   *[reply] Antwort vom { $date }
}
contribution-edited = geändert am { $date }
contribution-edited-short = geändert
contribution-answer = Die Antwort { place-of }
contribution-answer-by = Die Antwort von { $name }
contribution-answer-original = Auf dem Server von { $name } lesen
contribution-answer-of = Antwort vom { $date }
contribution-older-answers = { $count ->
    [one] Frühere Antwort zeigen
   *[other] { $count } frühere Antworten zeigen
}
contribution-text = Text des Beitrags
contribution-reply = Antworten
contribution-no-reply = Noch hat niemand geantwortet.
contribution-no-reply-shut = Niemand hat geantwortet.
contribution-stances-for = { $count } dafür
contribution-stances-against = { $count } dagegen
contribution-stances-neutral = { $count } neutral
contribution-your-reply = Ihre Antwort
contribution-sign-in = Melden Sie sich an, um zu antworten. Eine E-Mail-Adresse genügt.
contribution-sign-in-button = Anmelden und antworten
contribution-aside = Unterstützen und teilen
contribution-supports-title = Unterstützung
contribution-supporters = { $kind ->
    [discussion] { $count ->
        [0] niemand unterstützt diese Diskussion bisher
        [one] Person unterstützt diese Diskussion
       *[other] Personen unterstützen diese Diskussion
    }
   *[proposal] { $count ->
        [0] niemand unterstützt diese Idee bisher
        [one] Person unterstützt diese Idee
       *[other] Personen unterstützen diese Idee
    }
}
contribution-imported-supports = { $count ->
    [one] Dazu { $count } Unterstützung von der Herkunftsseite, nie zu unseren gezählt.
   *[other] Dazu { $count } Unterstützungen von der Herkunftsseite, nie zu unseren gezählt.
}
contribution-threshold = „Breit unterstützt“ ab: { $count }
contribution-threshold-reached = Schwelle erreicht
contribution-threshold-missing = { $count ->
    [one] Es fehlt { $count } Unterstützung
   *[other] Es fehlen { $count } Unterstützungen
}
contribution-support-proposal = Diese Idee unterstützen
contribution-support-discussion = Diese Diskussion unterstützen
contribution-support-short = Unterstützen ({ $count })
contribution-support-reply = { $count ->
    [0] Unterstützen
   *[other] Unterstützen ({ $count })
}
contribution-supports = { $count ->
    [one] { $count } Unterstützung
   *[other] { $count } Unterstützungen
}
contribution-support-hint = Sie können Ihre Unterstützung zurücknehmen, solange die Beteiligung offen ist.
contribution-support-shut = Unterstützen ist zurzeit nicht möglich.
contribution-you-support = Sie unterstützen diesen Text.
contribution-yours = Das ist Ihr Text
contribution-change = Ändern
contribution-withdraw = Zurückziehen
contribution-office = Rathaus
contribution-office-answer = Offiziell antworten
contribution-office-hide = Ausblenden
contribution-hide = Ausblenden
contribution-restore = Wieder zeigen
contribution-ref = Dieser Beitrag
contribution-consultation = Beteiligung
contribution-theme = Thema
contribution-theme-hint = Wählen Sie das nächstliegende.
contribution-versions = Verlauf
contribution-versions-count = { $count ->
    [one] { $count } Fassung
   *[other] { $count } Fassungen, Unterschiede ansehen
}
contribution-imported = Von einer anderen Seite übernommen
contribution-follow = Folgen
contribution-feed = Feed dieses Beitrags (Atom)
contribution-copy = Link kopieren
contribution-copied = Link kopiert
contribution-report = Melden
contribution-report-this = Diesen Beitrag melden
contribution-reply-of = Antwort von { $name }
contribution-by-author = Hat das Thema eröffnet
contribution-official = Team der Verwaltung
contribution-hidden = { $kind ->
    [proposal] Diese Idee wurde am { $date } von der Moderation ausgeblendet.
    [discussion] Diese Diskussion wurde am { $date } von der Moderation ausgeblendet.
   *[reply] Diese Antwort wurde am { $date } von der Moderation ausgeblendet.
}
contribution-hidden-reason = Grund: { $reason }.
contribution-withdrawn = { $kind ->
    [proposal] Diese Idee wurde am { $date } zurückgezogen.
    [discussion] Diese Diskussion wurde am { $date } zurückgezogen.
   *[reply] Diese Antwort wurde am { $date } zurückgezogen.
}
contribution-rules = Unsere Regeln
contribution-only-you = Sie sehen sie noch, die Öffentlichkeit nicht mehr.

contribution-new-proposal = Idee einreichen
contribution-new-discussion = Diskussion eröffnen
contribution-edit-proposal = Ihre Idee ändern
contribution-edit-discussion = Ihre Diskussion ändern
contribution-edit-reply = Ihre Antwort ändern
contribution-lead-proposal = Eine Idee pro Seite: So lässt sie sich leichter lesen, unterstützen und verfolgen.
contribution-lead-discussion = Eine Frage, eine Beobachtung, ein Thema, das Sie ansprechen möchten.
contribution-title = Titel
contribution-title-hint-proposal = Ein kurzer Satz, der das Wichtigste sagt.
contribution-title-hint-discussion = Ihr Thema oder Ihre Frage in einem Satz.
contribution-title-hint-reply = Ihre Meinung in wenigen Worten.
contribution-body-proposal = Ihre Idee
contribution-body-discussion = Ihr Text
contribution-body-reply = Ihre Antwort
contribution-body-hint-proposal = Was, wo, für wen, warum. Eine Leerzeile trennt zwei Absätze, ein Strich beginnt eine Liste.
contribution-body-hint-discussion = Was Sie wissen, was Sie fragen. Eine Leerzeile trennt zwei Absätze.
contribution-body-hint-reply = Bitte bleiben Sie höflich.
contribution-note-proposal = Ihre Idee wird öffentlich, mit Ihrem Namen. Alle können sie lesen, darauf antworten und sie unterstützen. Sie können sie ändern oder zurückziehen.
contribution-note-discussion = Ihre Diskussion wird öffentlich, mit Ihrem Namen. Alle können sie lesen, darauf antworten und sie unterstützen. Sie können sie ändern oder zurückziehen.
contribution-edit-note = Die frühere Fassung bleibt im Verlauf lesbar.
contribution-look-first = Vielleicht hat es schon jemand gesagt: Beiträge lesen
contribution-draft-note = Wir haben den Text, an dem Sie schrieben, wieder eingesetzt.
contribution-publish-proposal = Meine Idee veröffentlichen
contribution-publish-discussion = Meine Diskussion veröffentlichen
contribution-save = Speichern
contribution-cancel = Abbrechen
contribution-back = Zurück zum Beitrag

contribution-reply-title = Antworten
contribution-reply-to = { $name } antworten
contribution-stance = Sie sind
contribution-reply-name = Titel
contribution-reply-name-hint = Ihre Meinung in wenigen Worten.
contribution-reply-body = Ihre Antwort
contribution-reply-body-hint = Sie wird öffentlich, mit Ihrem Namen. Bitte bleiben Sie höflich.
contribution-reply-publish = Meine Antwort veröffentlichen

contribution-withdraw-button = Zurückziehen
contribution-withdraw-title-proposal = Meine Idee zurückziehen
contribution-withdraw-title-discussion = Meine Diskussion zurückziehen
contribution-withdraw-title-reply = Meine Antwort zurückziehen
contribution-withdraw-lead = Das geschieht dann.
contribution-withdraw-text = Ihr Text wird nicht mehr gezeigt. Eine Zeile sagt, dass Sie ihn zurückgezogen haben.
contribution-withdraw-replies = Die Antworten der anderen bleiben online.
contribution-withdraw-vote = Ihr Projekt scheidet aus der Abstimmung aus: Niemand kann es mehr wählen, und es kann nicht gewinnen. Stimmzettel, die es nennen, zählen weiter für die anderen Projekte.
contribution-withdraw-common = Ihr Projekt steht auch in einer Abstimmung, die mehrere Gebiete gemeinsam durchführen. Sie bleibt bis zum Ende überall dieselbe: Ihr Projekt kann dort weiterhin gewählt werden.
contribution-withdraw-final = Das lässt sich nicht rückgängig machen.
contribution-keep = Meinen Text behalten

contribution-report-title = Einen Beitrag melden
contribution-report-lead = Die Moderation liest Ihre Meldung. Sie kann den Text mit sichtbarer Begründung ausblenden oder stehen lassen.
contribution-report-why = Warum melden Sie diesen Text?
contribution-report-note = Näheres
contribution-report-note-hint = Nur für die Moderation. Nötig bei „Anderer Grund“.
contribution-report-send = Meldung abschicken

contribution-versions-of = Verlauf: { $title }
contribution-versions-between = Was sich zwischen Fassung { $before } und Fassung { $version } geändert hat, am { $date }.
contribution-versions-first = Fassung { $version }, geschrieben am { $date }.
contribution-versions-all = Alle Fassungen
contribution-version = Fassung { $version }
contribution-added = unterstrichen: hinzugefügt
contribution-removed = durchgestrichen: entfernt
contribution-differences = Unterschiede

fault-title-missing = Geben Sie einen Titel an.
fault-body-missing = Schreiben Sie Ihren Text.
fault-reason-choice = Wählen Sie einen Grund.
