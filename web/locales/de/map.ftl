map-tab = Karte
map-title = Karte: { $consultation }
map-heading = Die Karte der Beiträge
map-on-a-map = Auf der Karte ansehen
map-as-list = Als Liste ansehen
map-skip = Karte überspringen
map-legend = Buchstaben der Themen
map-attribution = Kartenhintergrund: { $who }
map-closer = Vergrößern
map-farther = Verkleinern
map-west = Nach Westen
map-east = Nach Osten
map-north = Nach Norden
map-south = Nach Süden
map-here = Liste an diese Ansicht anpassen
map-failed = Die Karte antwortet nicht. Die Liste darunter ist vollständig.
map-layers = Auch auf der Karte:
map-place-mine = Meine Idee eintragen
map-download = Herunterladen (GeoJSON)
map-nothing = Nichts an dieser Stelle
map-nothing-text = Verkleinern Sie die Karte oder entfernen Sie Filter, um andere Beiträge zu sehen.
map-gathered-script = {"{n}"} Beiträge hier. Vergrößern.
map-office-lead = Legen Sie fest, ob Vorschläge einen Ort haben und was die Karte darunter zeigt.
map-office-decided = { $organiser } entscheidet für alle Gebiete, ob nach einem Ort gefragt wird: „{ $asking }“. Das Gebiet auf der Karte und die Ebenen bleiben Ihre Sache.
map-office-layers = Was die Karte zeigt
map-office-layers-lead = Ein Umriss legt fest, wo Beiträge liegen dürfen. Andere Dateien zeigen, was es gibt oder was geplant ist.
map-office-no-layer = Noch nichts hinzugefügt.
map-layer-remove = Entfernen
map-layer-name = Name
map-layer-name-hint = Zum Beispiel: „Umriss des Projekts“.
map-layer-kind = Was es ist
map-layer-kind-perimeter = Ein Umriss
map-layer-kind-perimeter-hint = Beiträge müssen darin liegen.
map-layer-kind-project = Bestehende Projekte oder Orte
map-layer-kind-project-hint = Zur Information gezeigt.
map-layer-file = GeoJSON-Datei
map-layer-file-hint = Höchstens 2 MB, Koordinaten in Grad (WGS 84). Nur Formen und ihre Namen werden behalten.
map-layer-add = Zur Karte hinzufügen
fault-file-shape = Diese Datei ist kein lesbares GeoJSON.
fault-file-missing = Wählen Sie eine GeoJSON-Datei mit mindestens einer Form.
fault-file-too_many = Diese Datei hat zu viele Formen oder Punkte, oder die Karte hat zu viele Dateien.
fault-file-off_the_earth = Die Koordinaten dieser Datei sind nicht in Grad (WGS 84). Exportieren Sie sie neu in diesem System.
fault-file-too_few = Eine Form in dieser Datei hat zu wenige Punkte.
fault-file-flat = Ein Umriss muss eine Fläche sein.
editor-part-map = Karte
event-map_changed = Hat die Karte der Konsultation geändert
placed-title = Ort
place-see = Umgebung auf der Karte ansehen
place-map-of = Karte des Ortes
place-at = Bei den Koordinaten { $coordinates }
place-asking = Nach einem Ort fragen
place-asking-never = Nicht fragen
place-asking-never-hint = Das Formular erwähnt keinen Ort.
place-asking-optional = Wenn die Person möchte
place-asking-optional-hint = Ein Beitrag kann einen Ort haben, muss aber nicht.
place-asking-required = Immer
place-asking-required-hint = Jeder Vorschlag braucht einen Ort. Diskussionen nicht.
place-legend = Wo ist es?
place-address = Adresse oder Ort
place-address-hint = Zum Beispiel: „12 rue de la Paix“. Suchen Sie und wählen Sie dann aus der Liste.
place-search = Suchen
place-choose = Gefundene Orte
place-none-of-them = Keiner dieser Orte
place-map = Auf der Karte wählen
place-map-hint = Tippen Sie auf die Karte, um den Ort zu setzen. Zwei Finger bewegen die Karte.
place-point = Ein Punkt
place-line = Eine Strecke
place-area = Eine Fläche
place-here = Mein Standort
place-undo = Löschen
place-no-position = Ihr Standort konnte nicht gelesen werden. Suchen Sie eine Adresse oder tippen Sie auf die Karte.
place-chosen = Gewählter Ort:
place-coordinates = Koordinaten
place-coordinates-hint = Breite, dann Länge, zum Beispiel: 50.63, 3.06. Bei einer Strecke trennen Sie die Punkte durch „;“.
place-public = Dieser Ort wird öffentlich, wie Ihr Text. Geben Sie nicht Ihre Wohnadresse an.
fault-place-unreadable = Diese Koordinaten konnten nicht gelesen werden. Schreiben Sie zum Beispiel: 50.63, 3.06.
fault-place-off_the_earth = Diese Koordinaten liegen nicht auf der Karte. Die Breite kommt zuerst.
fault-place-too_few = Eine Strecke braucht mindestens zwei Punkte, eine Fläche drei.
fault-place-too_many = Es sind zu viele Punkte: höchstens 200.
fault-place-too_wide = Diese Form ist zu groß. Zeichnen Sie einen genauen Ort.
fault-place-crosses = Der Umriss der Fläche kreuzt sich. Zeichnen Sie ihn ohne Kreuzungen.
fault-place-flat = Die Fläche ist leer. Zeichnen Sie mindestens ein Dreieck.
fault-place-outside = Dieser Ort liegt außerhalb des betreffenden Gebiets. Wählen Sie einen Ort darin.
fault-place-missing = Sagen Sie, wo Ihr Vorschlag liegt.
fault-place-several = Wählen Sie die passende Adresse aus der Liste.
fault-place-not_found = Diese Adresse wurde nicht gefunden. Schreiben Sie sie anders oder geben Sie Koordinaten an.
map-gathered = { $count ->
    [one] { $count } Beitrag hier. Vergrößern.
   *[other] { $count } Beiträge hier. Vergrößern.
}
map-in-view = { $count ->
    [one] { $count } Beitrag auf dieser Karte
   *[other] { $count } Beiträge auf dieser Karte
}
map-of-all = { $count ->
    [one] Von { $count } Beitrag mit Ort.
   *[other] Von { $count } Beiträgen mit Ort.
}
place-found = { $count ->
    [one] { $count } Ort gefunden. Wählen Sie ihn, wenn er passt.
   *[other] { $count } Orte gefunden. Wählen Sie den passenden.
}
place-about = { $count ->
    [one] auf { $count } Meter genau
   *[other] auf { $count } Meter genau
}
place-photo = Ort eines Fotos
place-no-photo = Dieses Foto sagt nicht, wo es aufgenommen wurde. Tippen Sie auf die Karte.
place-chosen-here = Gewählter Ort
place-still = Hier setzen: Tippen Sie auf die Karte, oder wählen Sie mit der Eingabetaste das Kreuz
place-still-hint = Tippen Sie auf die Karte, oder verschieben Sie sie, bis das Kreuz richtig liegt.
place-move-north = Norden
place-move-south = Süden
place-move-west = Westen
place-move-east = Osten
place-move-closer = Näher
place-move-farther = Weiter weg
place-move-middle = Das Kreuz wählen
