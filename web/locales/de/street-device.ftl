# Das Formular auf dem Gerät: das Foto, was auf das Netz wartet.

street-offline-title = Melden, auch ohne Netz
street-offline-lead = Füllen Sie dieses Formular aus: Ohne Netz wartet es auf diesem Gerät und geht ab, sobald es wieder Netz gibt und diese Seite offen ist.
street-offline-script = Diese Seite braucht JavaScript. Mit Netz geht es hier:
street-waiting-title = Wartet auf diesem Gerät
street-waiting-one = {"{n}"} Meldung wartet auf das Netz.
street-waiting-other = {"{n}"} Meldungen warten auf das Netz.
street-waiting-remove = Löschen
street-waiting-refused = Nicht angenommen:
street-waiting-full = Es warten schon zehn Meldungen. Löschen Sie eine, oder warten Sie auf das Netz.
street-waiting-failed = Dieser Browser kann nichts aufbewahren. Versuchen Sie es mit Netz noch einmal.
street-waiting-kept = Auf diesem Gerät aufbewahrt. Sie geht so bald wie möglich ab.
street-photo-first = Mit dem Foto beginnen
street-photo-first-hint = Es bleibt bis zum letzten Schritt auf diesem Gerät.
street-photo-place = Den Aufnahmeort vorschlagen
street-photo-found = Der Ort des Fotos ist auf der Karte vorgeschlagen. Prüfen Sie ihn.
street-photo-none = Dieses Foto sagt nicht, wo es aufgenommen wurde.
street-blur-frame = Foto: wählen, was gelöscht werden soll
street-blur-frame-hint = Ein Gesicht, ein Kennzeichen, ein Name? Ziehen Sie mit Finger oder Maus einen Rahmen darüber, oder bewegen Sie ihn mit den Pfeiltasten (mit Umschalttaste ändern Sie die Größe), dann löschen Sie.
street-blur-do-here = Im Rahmen löschen
street-blur-done = Es ist gelöscht.
street-blur-larger = Größerer Rahmen
street-blur-smaller = Kleinerer Rahmen
street-blur-again = Von vorn
street-offline-sent = { $category } (geht ohne Ihren Namen an { $name })
street-offline-private = { $category } (nicht öffentlich: nur die Verwaltung und Sie sehen es)
street-waiting-correct = Berichtigen
