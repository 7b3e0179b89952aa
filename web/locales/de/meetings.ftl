# Die Treffen: was alle sehen, und der eigene Platz.

meetings-title = Treffen
meetings-lead = Die öffentlichen Treffen { place-of }, vor Ort und online.
meetings-lead-consultation = Die öffentlichen Treffen der Beteiligung „{ $title }“.
meetings-of = Treffen, { $place }
meetings-tabs = Kommende und vergangene Treffen
meetings-coming = Kommende
meetings-past = Vergangene
meetings-none = Zurzeit ist kein Treffen angekündigt.
meetings-none-past = Es hat noch kein Treffen stattgefunden.
meetings-calendar = Diese Treffen in meinen Kalender
meetings-office = Treffen vorbereiten
meetings-all = Alle Treffen

meeting-when = { $from } – { $to }
meeting-when-days = vom { $from } bis zum { $to }
meeting-kind-in_person = Vor Ort
meeting-kind-online = Online
meeting-kind-hybrid = Vor Ort und online
meeting-state-draft = Entwurf
meeting-state-cancelled = Abgesagt
meeting-state-minutes = Protokoll veröffentlicht
meeting-state-held = Vorbei
meeting-state-now = Läuft gerade
meeting-state-full = Ausgebucht
meeting-aside = Am Treffen teilnehmen
meeting-about = Worum geht es?
meeting-agenda = Tagesordnung
meeting-minutes = Protokoll
meeting-said = Beiträge aus dem Treffen
meeting-cancelled = Dieses Treffen ist abgesagt
meeting-places-left = { $count ->
    [0] Ausgebucht ({ $places } Plätze)
    [one] Noch { $count } Platz von { $places }
   *[other] Noch { $count } Plätze von { $places }
}
meeting-places-waiting = { $count ->
    [one] Ausgebucht ({ $places } Plätze), { $count } Person wartet
   *[other] Ausgebucht ({ $places } Plätze), { $count } Personen warten
}
meeting-registered-count = { $count ->
    [0] Noch niemand ist angemeldet
    [one] { $count } Person angemeldet
   *[other] { $count } Personen angemeldet
}
meeting-attended = { $count ->
    [one] { $count } Person war da
   *[other] { $count } Personen waren da
}
meeting-register = Anmelden
meeting-full = Es gibt keinen freien Platz mehr. Tragen Sie sich in die Warteliste ein: Wird ein Platz frei, bekommen Sie Post.
meeting-until = Anmeldung bis { $date }.
meeting-from = Die Anmeldung beginnt am { $date }.
meeting-closed = Die Anmeldung ist geschlossen.
meeting-free = Der Eintritt ist frei, ohne Anmeldung.
meeting-name = Ihr Name
meeting-name-hint = Für den Empfang. Er wird nicht veröffentlicht.
meeting-email = Ihre E-Mail-Adresse
meeting-email-hint = Wir schicken Ihnen einen Link zur Bestätigung. Name und Adresse werden 60 Tage nach dem Treffen gelöscht.
meeting-register-button = Ich melde mich an
meeting-wait-button = Auf die Warteliste
meeting-sign-in = Sie haben ein Konto? Melden Sie sich an.
meeting-own = Ihre Anmeldung
meeting-own-link = Meinen Code ansehen
meeting-online = Online
meeting-link = Am Treffen teilnehmen
meeting-link-private = Den Link bekommen die Angemeldeten.
meeting-link-later = Der Link folgt später.
meeting-calendar = In meinen Kalender
meeting-office = Dieses Treffen verwalten

place-title = Ihre Anmeldung
place-when = Wann
place-where = Wo
place-state-asked = Zu bestätigen
place-state-registered = Angemeldet
place-state-waiting = Auf der Warteliste
place-state-cancelled = Abgemeldet
place-state-attended = Anwesend
place-text-asked = Bestätigen Sie Ihre Adresse, um Ihren Platz zu bekommen. Ohne Bestätigung wird die Anmeldung nach 2 Tagen gelöscht.
place-text-registered = Ihr Platz ist reserviert. Behalten Sie diese Seite oder drucken Sie sie aus.
place-text-waiting = { $before ->
    [0] Sie warten auf einen Platz. Sie stehen ganz vorn auf der Liste.
    [one] Sie warten auf einen Platz. Eine Person ist vor Ihnen.
   *[other] Sie warten auf einen Platz. { $before } Personen sind vor Ihnen.
}
place-text-cancelled = Sie sind nicht angemeldet. Ihr Platz ist für jemand anderen frei.
place-text-attended = Der Empfang hat notiert, dass Sie da sind. Danke, dass Sie gekommen sind.
place-code = Ihr Code
place-code-hint = Nennen oder zeigen Sie ihn am Empfang.
place-confirm = Anmeldung bestätigen
place-leave = Mich abmelden
place-leave-text = Sie können doch nicht kommen? Geben Sie Ihren Platz zurück: Vielleicht wartet jemand darauf.

flash-meeting-asked = An diese Adresse ist gerade eine E-Mail abgegangen. Öffnen Sie ihren Link, um die Anmeldung zu bestätigen.
flash-meeting-registered = Sie sind angemeldet. Ihr Code steht auf der Seite Ihrer Anmeldung.
flash-meeting-waiting = Sie stehen auf der Warteliste. Wir schreiben Ihnen, wenn ein Platz frei wird.
flash-meeting-left = Sie sind abgemeldet.
contribution-meeting = Aus dem Treffen
consultation-count-meetings = { $count ->
    [one] aus einem Treffen
   *[other] aus Treffen
}
