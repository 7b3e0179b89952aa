# Formulare und was darin nicht stimmt.

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
