# Was auf jeder Seite steht: Kopf, Fuß, Formulare, Daten.

site-title-fault = Fehler: {""}
site-skip = Zum Inhalt
site-menu = Menü
site-nav = Hauptnavigation
site-breadcrumb = Sie sind hier
site-home = Startseite
site-consultations = Beteiligungen
site-how = So funktioniert es
site-search = Suchen
site-account = Mein Konto
site-sign-in = Anmelden
site-sign-out = Abmelden
site-nowhere = Parvis
site-of-commune = Bürgerbeteiligung der Gemeinde
site-of-intercommunality = Bürgerbeteiligung des Gemeindeverbands
site-of-department = Bürgerbeteiligung des Départements
site-of-region = Bürgerbeteiligung der Region
site-of-state = Bürgerbeteiligung des Staates
site-of-other = Bürgerbeteiligung

footer-take-part = Mitmachen
footer-consultations = Die Beteiligungen
footer-how = Wie diese Plattform funktioniert
footer-moderation = Moderationsregeln
footer-follow = Folgen
footer-feed = Neue Beteiligungen abonnieren (Atom)
footer-legal = Rechtliches
footer-notice = Impressum
footer-privacy = Datenschutz
footer-accessibility = Barrierefreiheit: nicht konform
footer-language = Sprache
footer-software = Diese Website ist freie Software:
footer-source = Quellcode

form-optional = (freiwillig)
form-kept = Ihr Text ist noch da.
form-left = Noch {"{n}"} Zeichen
form-faults = { $count ->
    [one] Noch { $count } Punkt zu korrigieren
   *[other] Noch { $count } Punkte zu korrigieren
}

fault-missing = Dieses Feld wird gebraucht.
fault-too_short = { $count ->
    [one] Schreiben Sie mindestens { $count } Zeichen.
   *[other] Schreiben Sie mindestens { $count } Zeichen.
}
fault-too_long = { $count ->
    [one] Schreiben Sie höchstens { $count } Zeichen.
   *[other] Schreiben Sie höchstens { $count } Zeichen.
}
fault-shape = Das hat nicht die erwartete Form. Sehen Sie sich das Beispiel an.
fault-choice = Wählen Sie eine der angebotenen Antworten.
fault-order = Dieses Datum liegt vor dem, auf das es folgen soll.
fault-taken = Das ist schon vergeben. Wählen Sie etwas anderes.
fault-too_common = Dieses Passwort ist zu leicht zu erraten. Ein eigener Satz eignet sich sehr gut.
fault-not_a_picture = Diese Datei ist kein lesbares JPEG-, PNG- oder WebP-Bild.
fault-too_heavy = Das Bild ist zu groß: höchstens { $count } MB.
fault-email-missing = Geben Sie Ihre E-Mail-Adresse an.
fault-email-shape = Geben Sie eine E-Mail-Adresse an, zum Beispiel name@beispiel.de.
fault-email-taken = Diese Adresse hat schon ein Konto.
fault-name-missing = Geben Sie einen Namen an.
fault-insee_code-shape = Ein INSEE-Code hat fünf Zeichen, zum Beispiel 59350 (zwei oder drei für ein Département oder eine Region).
fault-siren-shape = Eine SIREN-Nummer hat neun Ziffern. Prüfen Sie sie: Eine stimmt nicht.
fault-accent-shape = Geben Sie eine Farbe an, zum Beispiel #17617a.
fault-time_zone-shape = Geben Sie eine Zeitzone an, zum Beispiel Europe/Paris.
fault-confirm-shape = Das ist nicht die Adresse dieses Kontos.

role-visitor = Besucher
role-citizen = Bürger
role-stakeholder = Interessenvertreter
role-agent = Mitarbeiter
role-moderator = Moderator
role-administrator = Administrator

territory-kind-commune = Gemeinde
territory-kind-intercommunality = Gemeindeverband
territory-kind-department = Département
territory-kind-region = Region
territory-kind-state = Staat
territory-kind-other = Andere

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date-first = 1
date-day = { $day }. { $month } { $year }
date-time = { $hour }:{ $minute } Uhr
date-moment = { $day } um { $time }
ago-now = gerade eben
ago-minutes = { $count ->
    [one] vor { $count } Minute
   *[other] vor { $count } Minuten
}
ago-hours = { $count ->
    [one] vor { $count } Stunde
   *[other] vor { $count } Stunden
}
ago-days = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
}
