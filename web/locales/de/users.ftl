# Konten und Rollen.
users-title = Konten
users-lead = Wer angemeldet ist und was sie oder er tun darf.
users-search = Name oder Adresse suchen
users-search-do = Suchen
users-role = Rolle
users-any-role = Alle
users-count =
    { $count ->
        [one] { $count } Konto
       *[other] { $count } Konten
    }
users-name = Name
users-since = Seit
users-seen = Letzter Besuch
users-state = Stand
users-action = Aktion
users-active = Aktiv
users-suspended = Gesperrt
users-change = Ändern
users-handle = Öffentliche Seite
users-email = E-Mail-Adresse
users-role-hint = Die Person wird per E-Mail benachrichtigt und meldet sich mit den neuen Rechten wieder an.
users-role-do = Diese Rolle vergeben
users-may-citizen = Schlägt vor, antwortet und unterstützt, wenn eine Phase es erlaubt.
users-may-stakeholder = Wie alle anderen, im Namen einer von der Gemeinde anerkannten Organisation.
users-may-agent = Bereitet Beteiligungen vor und veröffentlicht amtliche Antworten.
users-may-moderator = Prüft Meldungen und verbirgt, was gegen die Regeln verstößt.
users-may-administrator = Alles, auch Konten, Protokoll und Einstellungen.
users-suspend = Konto sperren
users-suspend-title = Sperren
users-suspend-hint = Die Person wird abgemeldet und kommt nicht mehr hinein. Ihre Beiträge bleiben online.
users-reinstate = Konto wieder öffnen
users-reinstate-title = Wieder öffnen
users-reinstate-hint = Die Person kann sich wieder anmelden.
users-back = Zurück zu den Konten
