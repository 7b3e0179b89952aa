# Vorschau-Links: ein Entwurf, gezeigt allen, die seine Adresse haben.
preview-title = Vorschau – { $title }
preview-mark = Vorschau – Entwurf, nicht veröffentlicht
preview-note = Diese Seite kann sich noch ändern. Von hier aus kann nichts abgeschickt werden. Sie wird nur denen gezeigt, die diese Adresse von der Verwaltung bekommen haben: Bitte geben Sie sie nicht weiter.
preview-later = Mitmachen
preview-later-text = Beiträge, Antworten und Abstimmungen beginnen an den genannten Tagen, sobald die Beteiligung veröffentlicht ist.
preview-funding-goal = Gesucht: { $amount }
preview-funding-cost = Das Projekt kostet insgesamt { $cost }.
preview-funding-where = Gegeben, geliehen oder angelegt wird auf { $host }, nie hier.
preview-street-lead = Was die Einwohner melden können und welche Frist ihnen genannt wird. Ein Telefon genügt, ohne Konto.
preview-street-how = In drei Schritten
preview-street-private = nicht öffentlich: Nur die Verwaltung und die meldende Person sehen es
preview-street-open = schon offen
preview-map = Beiträge werden auf einer Karte verortet.
preview-themes = Vorgesehene Themen
preview-forms = Fragebögen
preview-answers = Mögliche Antworten
preview-purpose = Wozu Ihre Antworten dienen
preview-state-open = Aktiv
preview-state-ended = Abgelaufen
preview-state-revoked = Zurückgezogen
previews-title = Vorschau-Links – { $title }
previews-share = Vorschau teilen
previews-lead = Lassen Sie den Entwurf vor der Veröffentlichung von einer kleinen Gruppe lesen. Wer den Link hat, sieht die Seite ohne Konto so, wie sie sein wird, und kann nichts abschicken.
previews-new = Link erstellen
previews-name = Für wen
previews-name-hint = Das sehen nur Ihre Kolleginnen und Kollegen. Zum Beispiel: die Arbeitsgruppe.
previews-days = Dauer in Tagen
previews-days-hint =
    { $count ->
        [one] Höchstens ein Tag. Danach öffnet der Link nichts mehr.
       *[other] Höchstens { $count } Tage. Danach öffnet der Link nichts mehr.
    }
previews-do = Link erstellen
previews-made = Der Link ist fertig
previews-made-text = Kopieren Sie ihn jetzt: Er wird nur einmal angezeigt. Geht er verloren, ziehen Sie ihn zurück und erstellen Sie einen neuen.
previews-address = Adresse zum Weitergeben
previews-open = Vorschau öffnen
previews-published-consultation = Diese Beteiligung ist veröffentlicht: Frühere Vorschau-Links führen zu ihrer Seite.
previews-published-funding = Dieses Projekt ist veröffentlicht: Frühere Vorschau-Links führen zu seiner Seite.
previews-published-street = Alle Kategorien sind offen: Frühere Vorschau-Links führen zu den Meldungen.
previews-published-open_data = Es wird nichts vorbereitet: Frühere Vorschau-Links führen zu den offenen Daten.
previews-links = Erstellte Links
previews-none = Noch kein Link.
previews-unnamed = Ohne Namen
previews-state = Stand
previews-made-at = Erstellt am
previews-ends = Bis
previews-openings = Aufrufe
previews-act = Aktion
previews-end = Zurückziehen
previews-over = Nichts zu tun
flash-preview-ended = Der Link ist zurückgezogen: Er öffnet nichts mehr.
event-preview_shared = Hat die Vorschau eines Entwurfs geteilt
event-preview_revoked = Hat einen Vorschau-Link zurückgezogen
fault-lasts-shape = Geben Sie eine Zahl von Tagen zwischen 1 und 90 an.
