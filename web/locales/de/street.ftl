# Meldungen von der Straße: was alle sehen, eine Meldung, das Formular, die Briefe.

street-title = Meldungen
street-lead = Ein Loch in der Fahrbahn, eine dunkle Laterne, eine Idee für die Straße oder ein Dankeschön: Sagen Sie es hier und verfolgen Sie, was geschieht.
street-make = Etwas melden
street-emergency = Ist jemand in unmittelbarer Gefahr? Schreiben Sie nicht hier: Rufen Sie 112 an.
street-shut = Die Gemeinschaft nimmt hier zurzeit keine Meldungen entgegen.
street-count = { $count ->
    [one] { $count } Meldung
   *[other] { $count } Meldungen
}
street-none = Nichts anzuzeigen
street-none-text = Zu dieser Auswahl gibt es keine Meldung.
street-follow-feed = Den Meldungen per Atom-Feed folgen
street-which-area = Gebiet
street-any-area = Alle Gebiete
street-follow-these = Diesen Meldungen folgen
street-feed-of = { $place }: Meldungen – { $name }
street-feed = { $place }: Meldungen
street-number = Nr. { $number }
street-followers = { $count ->
    [one] { $count } Person folgt
   *[other] { $count } Personen folgen
}

street-state = Stand
street-any-state = Alle
street-which-open = Offen
street-which-closed = Abgeschlossen
street-category = Kategorie
street-any-category = Alle
street-kind = Art
street-any-kind = Alle
street-kind-which = Es ist …
street-kind-anomaly = Ein Problem
street-kind-suggestion = Ein Vorschlag
street-kind-congratulation = Ein Dankeschön

street-state-received = Eingegangen
street-state-accepted = Angenommen
street-state-assigned = An einen Dienst gegeben
street-state-forwarded = Weitergeleitet
street-state-in_progress = In Arbeit
street-state-resolved = Erledigt
street-state-refused = Nicht weiterverfolgt
street-state-duplicate = Schon gemeldet

street-reason-not_ours = Dafür sind wir nicht zuständig.
street-reason-nothing_found = Vor Ort wurde nichts festgestellt.
street-reason-private_ground = Es ist Privatgrund.
street-reason-not_possible = Das ist nicht machbar.
street-reason-decided = Es ist schon anders entschieden, oder die Meldung wurde zurückgenommen.
street-reason-improper = Es ist keine Meldung.

street-step = Schritt { $number } von 3
street-next = Weiter
street-back = Zurück
street-place-title = Wo ist es?
street-address = Adresse oder Anhaltspunkt
street-address-hint = Zum Beispiel: 12 rue des Tilleuls, vor der Schule
fault-spot_address-missing = Sagen Sie, wo es ist: eine Adresse, ein Anhaltspunkt oder ein Punkt auf der Karte.
fault-spot-shape = Diese Koordinaten passen nicht. Schreiben Sie beide, zum Beispiel 44.2028, 0.6257.

street-what-title = Worum geht es?
street-nearby = Hier schon gemeldet?
street-nearby-hint = Das wurde ganz in der Nähe gemeldet. Wenn es dasselbe ist, öffnen Sie die Meldung und folgen Sie ihr: Das zählt genauso.
street-away = { $count ->
    [one] { $count } Meter entfernt
   *[other] { $count } Meter entfernt
}
street-map = Die Meldungen auf der Karte
street-map-gathered = {"{n}"} Meldungen hier. Näher heran.

street-words-title = Erzählen Sie mehr
street-photo = Foto
street-photo-hint = JPEG, PNG oder WebP, höchstens 8 MB. Ohne Gesichter und Kennzeichen. Ort und Datum, die in der Datei stecken, werden gelöscht.
street-words = Was Sie gesehen haben
street-words-hint = Wenige Worte genügen. Sie sind öffentlich: keine Namen von Personen.
street-words-leave = Einer öffentlichen Meldung kann man auf Mastodon und in anderen Netzen folgen: Der Anfang Ihres Textes geht im Namen der Gebietskörperschaft dorthin. Niemals das Foto, Ihr Name oder Ihre E-Mail-Adresse.
street-email = Ihre E-Mail-Adresse
street-email-hint = Zur Bestätigung und um Sie auf dem Laufenden zu halten. Sie wird nie gezeigt oder weitergegeben.
street-name = Ihr Name
street-name-hint = Nur für die Mitarbeitenden.
street-promise = { $count ->
    [one] Angekündigte Frist: { $count } Tag
   *[other] Angekündigte Frist: { $count } Tage
}
street-private-note = Meldungen dieser Kategorie sind nicht öffentlich: Nur die Mitarbeitenden und Sie sehen sie.
street-competent-note = { $name } kümmert sich darum: Ihre Meldung wird dorthin weitergeleitet, ohne Ihren Namen und Ihre E-Mail-Adresse. Die Antworten erscheinen hier.
street-send = Meldung senden
flash-street-made = Danke. Ihre Meldung ist gespeichert.
flash-street-followed = Sie folgen dieser Meldung.
flash-street-unfollowed = Sie folgen dieser Meldung nicht mehr.
flash-street-confirmed = Bestätigt. Danke.

street-sent-title = Sehen Sie in Ihre E-Mails
street-sent-text = Eine Nachricht wartet auf Sie. Öffnen Sie sie und drücken Sie auf die Schaltfläche: Sonst wird nichts gespeichert.
street-sent-more = Nach einigen Minuten nichts da? Sehen Sie bei den unerwünschten Nachrichten nach. Ohne Bestätigung wird nach sieben Tagen alles gelöscht.
street-confirm-title = Meine Meldung bestätigen
street-confirm-text = Ist das Ihre Meldung? Bestätigen Sie sie, dann geht sie an die Mitarbeitenden.
street-confirm-do = Bestätigen
street-confirm-follow-title = Dieser Meldung folgen
street-confirm-follow-text = Möchten Sie bei jedem Schritt eine E-Mail bekommen?
street-mail-title = Eine Meldung, der Sie folgen
street-see = Die öffentliche Seite ansehen

street-history = Was geschehen ist
street-day = Gemeldet am
street-due = Versprochen bis
street-late = Verspätet
street-who-is-competent = Zuständig
street-service = Dienst
street-followed-by = Personen, die folgen
street-followed-elsewhere = Personen anderer Server, die folgen
street-photo-alt = Foto zur Meldung: { $category }
street-hidden = Diese Meldung ist verborgen. Nur die Mitarbeitenden sehen sie.
street-private = Diese Meldung ist nicht öffentlich.
street-same = Dasselbe wird hier verfolgt:
street-sent-to = Weitergeleitet an
street-came-from = Weitergeleitet von
street-silent = Seit mehr als sieben Tagen keine Antwort. Die Mitarbeitenden wissen davon.
street-there = Dort ansehen
street-me-too = Ich auch
street-me-too-hint = Sehen Sie dasselbe? Folgen Sie dieser Meldung: Sie erfahren, was geschieht, und die Mitarbeitenden wissen, dass Sie mehrere sind.
street-follow = Folgen
street-you-follow = Sie folgen dieser Meldung.
street-stop = Nicht mehr folgen
street-tend = Bearbeiten

event-street_reported = Meldung eingegangen
event-street_followed = Einer Meldung gefolgt, oder nicht mehr
event-street_told = Jemand von einem anderen Server wird über den Stand einer Meldung benachrichtigt
event-street_tended = Hat eine Meldung bearbeitet
event-street_arranged = Hat Kategorien oder Standardantworten der Meldungen geändert
event-street_forwarded = Meldung an eine andere Gemeinschaft weitergeleitet oder zurückgenommen
event-street_heard = Eine andere Gemeinschaft hat eine Meldung weitergeleitet oder geantwortet
event-street_changed = Meldung für alle aktualisiert, die Gruppen von Meldungen folgen
event-street_group_changed = Gruppe von Meldungen umbenannt oder gelöscht

letter-street_confirm-subject = Bestätigen Sie Ihre Meldung – { $place }
letter-street_confirm-text = Sie haben etwas gemeldet. Bestätigen Sie es, damit es die Mitarbeitenden erreicht. Ohne Bestätigung wird es nach sieben Tagen gelöscht.
letter-street_confirm-button = Meine Meldung bestätigen
letter-street_follow-subject = Einer Meldung folgen – { $place }
letter-street_follow-text = Sie möchten einer Meldung folgen. Bestätigen Sie Ihre Adresse, um bei jedem Schritt eine Nachricht zu bekommen.
letter-street_follow-button = Dieser Meldung folgen
letter-street_received-subject = Ihre Meldung ist angekommen – { $place }
letter-street_received-text = Die Meldung, der Sie folgen, liegt bei den Mitarbeitenden. Sie bekommen bei jedem Schritt eine Nachricht.
letter-street_received-button = Meldung ansehen
letter-street_accepted-subject = Ihre Meldung kommt voran – { $place }
letter-street_accepted-text = Jemand kümmert sich um die Meldung, der Sie folgen. Auf der Seite steht, wer, und was geantwortet wurde.
letter-street_accepted-button = Stand ansehen
letter-street_forwarded-subject = Ihre Meldung ist weitergeleitet – { $place }
letter-street_forwarded-text = Eine andere Gemeinschaft ist zuständig: Die Meldung, der Sie folgen, ist dorthin weitergeleitet, ohne Ihren Namen und Ihre Adresse. Die Antworten erscheinen auf der Seite.
letter-street_forwarded-button = Stand ansehen
letter-street_resolved-subject = Es ist erledigt – { $place }
letter-street_resolved-text = Was Sie gemeldet hatten, ist erledigt. Danke für Ihre Hilfe.
letter-street_resolved-button = Ansehen, was getan wurde
letter-street_refused-subject = Antwort auf Ihre Meldung – { $place }
letter-street_refused-text = Die Meldung, der Sie folgen, wird nicht weiterverfolgt. Auf der Seite steht, warum und, wenn jemand anderes zuständig ist, wer.
letter-street_refused-button = Antwort lesen
letter-street_to_tend-subject = Eine Meldung ist nun bei Ihnen – { $place }
letter-street_to_tend-text = Sie kümmern sich ab jetzt um diese Meldung: Nr. { $title }
letter-street_to_tend-button = Die Meldung öffnen
letter-street_late-subject = Meldungen sind überfällig – { $place }
letter-street_late-text = Mindestens eine Meldung, um die Sie sich kümmern, hat die angekündigte Frist überschritten. Sie erhalten diese Nachricht höchstens einmal am Tag, und nur wenn eine weitere überfällig wird.
letter-street_late-button = Meine überfälligen Meldungen ansehen
letter-street_service-subject = Ihrem Dienst ist eine Meldung übergeben – { $place }
letter-street_service-text = Diese Meldung ist Ihrem Dienst übergeben: Nr. { $title }
letter-street_service-button = Die Meldung öffnen
letter-street_duplicate-subject = Ihre Meldung kommt zu einer anderen – { $place }
letter-street_duplicate-text = Dasselbe war schon gemeldet. Sie folgen nun der anderen Meldung und erfahren, wie es weitergeht.
letter-street_duplicate-button = Meldung ansehen

street-blur = Ein Gesicht oder Kennzeichen unkenntlich machen
street-blur-later = Sie wählen auf der nächsten Seite, was unkenntlich wird, bevor etwas gesendet wird.
street-blur-title = Foto unkenntlich machen
street-blur-lead = Kreuzen Sie die Felder an, in denen ein Gesicht, ein Kennzeichen oder ein Name zu sehen ist. Noch ist nichts gesendet.
street-blur-legend = Was gelöscht werden soll
street-blur-hint = Jedes angekreuzte Feld wird einfarbig. Das lässt sich nicht rückgängig machen.
street-blur-picture = Ihr Foto
street-blur-cell = Zeile { $row }, Spalte { $column }
fault-cell-missing = Kreuzen Sie mindestens ein Feld an.
