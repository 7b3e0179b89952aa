# Moderation: Meldungen und Entscheidungen.
moderation-title = Moderation
moderation-lead = Jede Entscheidung hat einen Grund und bleibt im Protokoll.
moderation-reports = Meldungen
moderation-open = Zu prüfen ({ $count })
moderation-decided = Entschieden
moderation-none = Keine Meldung
moderation-none-text = Niemand hat hier einen Text gemeldet.
moderation-case = Meldung { $number }
moderation-count =
    { $count ->
        [one] { $count } Meldung
       *[other] { $count } Meldungen
    }
moderation-by = von { $name }
moderation-nobody = einer Person ohne Konto
moderation-in = in „{ $title }“
moderation-no-note = Ohne Nachricht
moderation-quote = „{ $text }“
moderation-reason = Öffentlich gezeigter Grund
moderation-reason-hint = Er steht für alle sichtbar an der Stelle des Textes.
moderation-note = Öffentlich gezeigte Erklärung
moderation-note-hint = Welche Stelle, welche Regel. Sie wird der schreibenden Person geschickt. Zum Verbergen nötig, mindestens 10 Zeichen.
moderation-note-hint-elsewhere = Welche Stelle, welche Regel. Zum Ausblenden nötig, mindestens 10 Zeichen.
moderation-hide = Verbergen
moderation-keep = Online lassen
moderation-restore = Wieder zeigen
moderation-hide-title = Einen Beitrag verbergen
moderation-hide-lead = Der Text verschwindet von der Seite. An seiner Stelle steht der Grund; er wird auch per E-Mail mitgeteilt.
moderation-hide-lead-elsewhere = Der Text verschwindet von der Seite. An seiner Stelle steht der Grund. Eine E-Mail geht nicht hinaus: Das Konto liegt auf einem anderen Server.
moderation-decision-dismissed = Online gelassen
moderation-decision-hidden = Verborgen
