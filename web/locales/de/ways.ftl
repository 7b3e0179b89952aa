# Abstimmen ohne Konto, am Schalter und auf Papier.

ways-title = Ohne Konto abstimmen
ways-sent = Wenn diese Adresse Post empfangen kann, geht sofort ein Brief ab. Sein Link gilt 30 Minuten.
ways-by-code = Mit einem Code
ways-code = Ihr Code
ways-code-hint = Der Code aus Ihrem Brief oder der vom Schalter. Großbuchstaben, Leerzeichen und Bindestriche spielen keine Rolle.
ways-code-button = Meinen Stimmzettel öffnen
ways-code-unknown = Dieser Code ist unbekannt. Vergleichen Sie ihn Zeichen für Zeichen mit Ihrem Papier. Ein ersetzter Brief und ein zu alter Code vom Schalter gelten nicht mehr.
ways-by-list = Mit der Liste der Gemeinde
ways-list-text = Schreiben Sie, was die Liste über Sie sagt. Nur ein Fingerabdruck davon wird gespeichert und nach dem Ende vernichtet.
ways-list-button = Meinen Stimmzettel öffnen
ways-entry-unknown = Niemand steht mit diesen Angaben auf der Liste. Prüfen Sie sie, oder fragen Sie die Gemeinde.
ways-entry-several = Mehrere Personen haben dieselben Angaben. Am Schalter kann man Sie unterscheiden.
ways-by-mail = Mit einer E-Mail-Adresse
ways-mail-text = Wir senden Ihnen einen Link zum Abstimmen. Die Adresse wird nicht gespeichert, und nichts verrät hier, ob sie schon abgestimmt hat.
ways-email = Ihre E-Mail-Adresse
ways-mail-button = Link erhalten
ways-mail-open = Noch ein Schritt, und Ihr Stimmzettel öffnet sich. Dieser Link gilt nur einmal.
poll-enter = Sie können ohne Konto abstimmen. Ihr Name wird nicht mit Ihrer Stimme verbunden.
poll-enter-button = Ohne Konto abstimmen
poll-rule-ways = So kann man abstimmen: { $ways }. Jede Person stimmt nur einmal ab.
office-ways-title = Wer abstimmen darf, und wie
office-ways-text = Jeder Weg, den Sie öffnen, erreicht andere Menschen und ist auch eine Gelegenheit mehr, zweimal abzustimmen: Nichts verbindet ein Konto mit einem Brief oder einer Liste. Öffnen Sie so wenige wie möglich. Die Ergebnisse zeigen jeden Weg getrennt.
office-ways-legend = Wege zur Abstimmung
office-ways-settled = Die Abstimmung ist veröffentlicht: Diese Wege ändern sich nicht mehr.
office-way-confirmed = Ein Konto
office-way-hint-confirmed = Beweist eine E-Mail-Adresse. Kostet nichts. Eine Person kann mehrere Adressen haben.
office-way-email_code = Ein Link per E-Mail, ohne Konto
office-way-hint-email_code = Beweist eine E-Mail-Adresse im Moment der Abstimmung. Kostet nichts. Am einfachsten, und am einfachsten zu umgehen.
office-way-printed_code = Ein Code auf einem Brief
office-way-hint-printed_code = Beweist, dass der Brief angekommen ist: einer pro Haushalt oder Person. Kostet Druck und Porto.
office-way-listed = Ein Wähler- oder Einwohnerverzeichnis
office-way-hint-listed = Beweist, dass jemand weiß, was die Liste über eine Person sagt: Name, Geburtsdatum … Angehörige wissen es auch. Nur für Fragen, bei denen wenig auf dem Spiel steht, oder für den Schalter.
office-way-desk = Am Schalter
office-way-hint-desk = Man sieht die Person, sucht sie in der Liste oder liest ihren Brief und gibt ihr einen Code für einen einzigen Stimmzettel. Die Stimme sieht man nicht. Braucht Briefe oder eine Liste.
office-way-paper = Auf Papier
office-way-hint-paper = Man vermerkt, wer abgestimmt hat; zwei Personen geben die Stimmzettel ein, keine sieht die Eingabe der anderen. Die Ergebnisse warten auf das Ende der Zählung. Braucht Briefe oder eine Liste.
fault-ways-missing = Wählen Sie mindestens einen Weg.
fault-ways-choice = Schalter und Papier brauchen Briefe oder eine Liste: Sonst weiß niemand, wer schon abgestimmt hat.
fault-count-shape = Geben Sie eine Zahl von 1 bis 20.000 an.
fault-number-choice = Kein Brief hat diese Nummer.
fault-number-taken = Dieser Brief ist schon gesperrt, oder sein Code hat schon abgestimmt: Er kann nicht mehr ersetzt werden.
fault-batches-missing = Ein Stapel ist noch nicht zweimal eingegeben, oder seine Unterschiede sind nicht geklärt.
fault-reason-missing = Die beiden Zahlen sind verschieden: Sagen Sie, warum.
letters-title = Briefe
letters-made = Erstellte Briefe: { $made }. Gesperrt: { $cancelled }.
letters-text = Die Codes werden in einem Zug erstellt und heruntergeladen: Hier kann sie niemand mehr lesen. Bewahren Sie die Datei sicher auf, und vernichten Sie sie danach. Wenn das Herunterladen misslingt, sperren Sie diese Briefe und erstellen Sie andere.
letters-count = Anzahl der Briefe
letters-count-hint = Von 1 bis 20.000 auf einmal, 100.000 insgesamt.
letters-pdf = Briefe erstellen und herunterladen (PDF)
letters-csv = Codes erstellen und herunterladen (CSV)
letters-lost-number = Nummer des verlorenen Briefs
letters-lost-hint = Die Nummer unten auf dem Brief. Ein Code, der abgestimmt hat, kann nicht ersetzt werden.
letters-replace = Sperren und einen anderen Brief erstellen
letters-cancel = Nur sperren
letters-csv-number = Nummer
letters-csv-code = Code
letters-how = Öffnen Sie diese Adresse, wählen Sie diese Abstimmung, dann „Ohne Konto abstimmen“:
letters-code = Ihr Code:
letters-once = Dieser Code stimmt nur einmal ab. Er enthält weder 0 noch 1 und keinen der Buchstaben I, L, O, U und V.
letters-secret = Geben Sie ihn niemandem. Er ist weder mit Ihrem Namen noch mit Ihrer Stimme verbunden.
letters-lost = Ohne Internet, oder wenn dieser Brief verloren ist, wenden Sie sich an die Gemeinde.
letters-number = Brief
list-title = Liste der Stimmberechtigten
list-persons = { $count ->
    [one] Auf der Liste steht { $count } Person.
   *[other] Auf der Liste stehen { $count } Personen.
}
list-text = Wir speichern nur einen Fingerabdruck jeder Person, den niemand lesen kann und der am Ende vernichtet wird. Eine neue Liste ersetzt die alte, solange niemand von der Liste abgestimmt hat.
list-file = Datei der Liste (CSV)
list-file-hint = So, wie Ihre Software sie speichert: Semikolon, Komma oder Tabulator, höchstens 8 MB. Die erste Zeile benennt die Spalten.
list-columns = Spalten, die Personen unterscheiden
list-columns-hint = Ein Spaltenname pro Zeile, zum Beispiel „Geburtsname“, dann „Geburtsdatum“. Höchstens sechs. Danach wird beim Abstimmen gefragt.
list-load = Liste laden
list-fault-empty = In dieser Datei steht niemand.
list-fault-long = { $count ->
    [one] In dieser Datei steht mehr als { $count } Person.
   *[other] In dieser Datei stehen mehr als { $count } Personen.
}
list-fault-columns = Nennen Sie eine bis sechs Spalten.
list-fault-no-column = Die erste Zeile der Datei hat keine Spalte „{ $name }“.
list-fault-line = Zeile { $line } hat nicht so viele Felder wie die erste.
list-fault-gap = In Zeile { $line } ist die Spalte „{ $column }“ leer.
desk-title = Schalter
desk-text = Prüfen Sie, wer die Person ist, und suchen Sie sie dann. Sie stimmt auf einem Tablet ab, auf dem Sie nicht angemeldet sind, oder auf ihrem eigenen Telefon. Leihen Sie ihr nicht diesen Bildschirm.
desk-code = Code ihres Briefs
desk-give = Stimmzettel geben
desk-given = Code für einen Stimmzettel
desk-given-text = Gilt 15 Minuten, nur einmal. Die Person gibt ihn unter dieser Adresse ein:
desk-unknown = Kein Brief und niemand auf der Liste passt zu diesen Angaben.
desk-voted = Diese Person hat schon abgestimmt.
paper-title = Papier
paper-marks = { $count ->
    [one] { $count } Person hat laut Vermerk auf Papier abgestimmt
   *[other] { $count } Personen haben laut Vermerk auf Papier abgestimmt
}
paper-papers = { $count ->
    [one] { $count } Zettel in den geklärten Stapeln
   *[other] { $count } Zettel in den geklärten Stapeln
}
paper-spoiled = { $count ->
    [one] davon { $count } ungültig
   *[other] davon { $count } ungültig
}
paper-counted = Das Papier ist gezählt: Daran ändert sich nichts mehr.
paper-print = Stimmzettel zum Drucken
paper-print-hint = Lassen Sie 0 stehen, um die Nummer von Hand zu schreiben.
paper-print-button = Stimmzettel herunterladen (PDF)
paper-mark = Stimmabgabe auf Papier vermerken
paper-mark-text = Bei der Abgabe des Stimmzettels oder beim Öffnen des Umschlags. Diese Person kann dann nicht mehr anders abstimmen.
paper-mark-button = Vermerken
paper-type = Stapel eingeben
paper-type-text = Danach gibt jemand anderes denselben Stapel in derselben Reihenfolge ein, ohne Ihre Eingabe zu sehen. Stimmen beide überein, werden die Stimmzettel gezählt.
paper-number = Nummer des Stapels
paper-number-hint = Die Nummer, die Sie auf das Bündel geschrieben haben. Jeder Stapel hat eine eigene.
paper-number-fault = Geben Sie die Nummer des Stapels an, ab 1.
paper-lines = Stimmzettel
paper-typing-set = Ein Papier pro Zeile, höchstens 500: die angekreuzten Nummern. Zum Beispiel 2, oder 1 3. Leeres Papier: 0. Ungültiges Papier: x.
paper-typing-ranking = Ein Papier pro Zeile, höchstens 500: die Nummern, von der liebsten zur letzten. Zum Beispiel 3 1 2. Leeres Papier: 0. Ungültiges Papier: x.
paper-typing-points = Ein Papier pro Zeile, höchstens 500: die Nummer, das Zeichen =, dann die Punkte. Zum Beispiel 1=3 4=2: drei Punkte für Nummer 1, zwei für Nummer 4. Leeres Papier: 0. Ungültiges Papier: x.
paper-typing-scale = Ein Papier pro Zeile, höchstens 500: die Nummer, das Zeichen =, dann die Note. Zum Beispiel 1=5 2=3: die Note 5 für Nummer 1, die Note 3 für Nummer 2. Leeres Papier: 0. Ungültiges Papier: x.
paper-typing-grades = Ein Papier pro Zeile, höchstens 500: die Nummer, das Zeichen =, dann das Urteil als Ziffer, von 4 (sehr gut) bis 0 (ablehnen). Zum Beispiel 1=4 2=0. Leeres Papier: 0. Ungültiges Papier: x.
paper-typing-stance = Ein Papier pro Zeile, höchstens 500: 1 dafür, 2 dagegen, 3 Enthaltung. Leeres oder ungültiges Papier: x. Es wird getrennt gezählt: Eine Enthaltung wird angekreuzt.
paper-typing-consent = Ein Papier pro Zeile, höchstens 500: 1 ich unterstütze, 2 ich kann damit leben, 3 ich habe einen Einwand. Leeres oder ungültiges Papier: x. Es wird getrennt gezählt.
paper-lines-fault = Zu prüfen, Zeile: { $lines }. Das ist kein Stimmzettel dieser Abstimmung.
paper-other-size = Die erste Eingabe hat eine andere Zahl von Stimmzetteln. Zählen Sie das Bündel nach: Von dieser Eingabe wurde nichts gespeichert.
paper-batches = Stapel
paper-size = Zettel
paper-your-turn = Sie sind an der Reihe.
paper-drop = Eingabe verwerfen
paper-end = Papier abschließen
paper-end-text = Wenn alle Stapel geklärt sind, werden die Ergebnisse gezählt und veröffentlicht. Danach ändert sich nichts mehr.
paper-reason = Grund der Abweichung
paper-reason-hint = Nötig, wenn die Zahl der Zettel nicht die der vermerkten Personen ist: leerer Umschlag, mitgenommener Zettel …
paper-end-button = Abschließen und zählen
paper-batch-number = Stapel Nr. { $number }
paper-how-one = Machen Sie ein Kreuz in ein einziges Kästchen.
paper-how-several = Machen Sie ein Kreuz in jedes Kästchen Ihrer Wahl.
paper-how-ranks = Schreiben Sie 1 in das Kästchen, das Sie am liebsten mögen, dann 2, dann 3 …
paper-how-values = Schreiben Sie Ihre Punkte in die Kästchen.
paper-how-secret = Schreiben Sie weder Namen noch Unterschrift: Der Stimmzettel wäre ungültig.
paper-cost = { $euros } €
batch-state-once = Einmal eingegeben
batch-state-differs = Unterschiede zu klären
batch-state-agreed = Gezählt
batch-title = Stapel Nr. { $number }: Unterschiede
batch-text = Nehmen Sie die Zettel noch einmal, sehen Sie sie gemeinsam an, und schreiben Sie, was wirklich darauf steht.
batch-paper = Zettel Nr. { $number }
batch-both = Erste Eingabe: { $first }. Zweite: { $second }.
batch-settle = Klären und diesen Stapel zählen
flash-vote-link-sent = Der Brief ist unterwegs.
flash-list-loaded = Die Liste ist geladen.
flash-list-loaded-homonyms = Die Liste ist geladen. Einige Personen haben dieselben Angaben: Nur am Schalter kann man sie unterscheiden.
flash-paper-marked = Vermerkt.
flash-paper-settled = Das Papier ist gezählt. Die Ergebnisse sind veröffentlicht.
flash-batch-once = Der Stapel ist einmal eingegeben. Jemand anderes muss ihn auch eingeben.
flash-batch-agreed = Der Stapel ist geklärt: Seine Stimmzettel sind in der Urne.
flash-batch-differs = Die beiden Eingaben sind verschieden. Sehen Sie die Zettel ein drittes Mal an.
flash-batch-dropped = Die Eingabe ist verworfen.
privacy-cookie-pass = { "" }: ohne Konto abstimmen, solange Sie Ihren Stimmzettel ausfüllen. 30 Minuten.
