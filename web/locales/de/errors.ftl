# Was nicht geklappt hat: was geschehen ist, was bleibt, was zu tun ist.

error-title = Etwas hat nicht geklappt
error-number = Fehler { $status }
error-home = Zur Startseite
error-back = Zurück zur vorigen Seite
error-sign-in = Anmelden

error-title-400 = Diese Anfrage wurde nicht verstanden
error-title-403 = Das können Sie nicht tun
error-title-404 = Diese Seite gibt es nicht oder sie ist nicht öffentlich
error-title-405 = Diese Seite lässt sich so nicht öffnen
error-title-409 = Das ist nicht mehr möglich
error-title-410 = Das ist nicht mehr da
error-title-413 = Ihre Sendung ist zu groß
error-title-422 = Es gibt noch etwas zu korrigieren
error-title-429 = Zu viele Versuche in kurzer Zeit
error-title-500 = Bei uns ist ein Fehler aufgetreten
error-title-503 = Die Website ist ausgelastet
error-title-507 = Zum Speichern ist kein Platz mehr

error-text-400 = Nichts wurde geändert. Gehen Sie zurück und versuchen Sie es noch einmal.
error-text-405 = Nichts wurde geändert. Über die Startseite finden Sie Ihre Seite wieder.
error-text-413 = Nichts wurde gespeichert. Ein Bild oder eine Datei darf höchstens { $size } MB groß sein. Gehen Sie mit der Zurück-Taste Ihres Browsers zurück: Ihr Text ist noch da. Wählen Sie dann eine kleinere Datei, oder kürzen Sie einen sehr langen Text.
error-text-422 = Nichts wurde gespeichert. Gehen Sie zurück: Ihr Text ist noch da.
error-text-500 = Nichts wurde geändert. Der Vorfall ist festgehalten. Versuchen Sie es in ein paar Minuten noch einmal.
error-text-503 = Nichts wurde geändert. Versuchen Sie es in einer Minute noch einmal: Ihr Text steht noch auf der vorigen Seite.
error-text-507 = Ihre Sendung ist nicht gespeichert. Die Technik muss Platz schaffen. Bewahren Sie Ihren Text auf und kommen Sie später wieder.
error-text-forged = Dieses Formular wurde vor zu langer Zeit geöffnet oder kommt nicht von dieser Website. Nichts wurde geändert. Gehen Sie zurück, laden Sie die Seite neu und senden Sie noch einmal.

refusal-not_found = Vielleicht ist die Adresse unvollständig, oder die Seite wurde entfernt.
refusal-sign_in_first = Melden Sie sich zuerst an und versuchen Sie es dann noch einmal.
refusal-not_your_role = Ihr Konto hat dieses Recht nicht.
refusal-not_yours = Nur wer diesen Text geschrieben hat, kann ihn ändern oder zurückziehen. Und niemand kann den eigenen melden.
refusal-not_open_now = Das ist gerade nicht geöffnet. Sehen Sie sich die Phasen der Beteiligung an.
refusal-not_published = Diese Beteiligung ist noch nicht veröffentlicht.
refusal-withdrawn = Die Verfasserin oder der Verfasser hat diesen Text zurückgezogen.
refusal-hidden = Dieser Text wurde von der Moderation verborgen. Der Grund steht auf seiner Seite.
refusal-already_done = Das ist schon geschehen.
refusal-too_deep = Tiefer geht dieser Faden nicht. Antworten Sie auf die vorige Nachricht.
refusal-stale = Jemand hat diesen Text geändert, während Sie schrieben. Kopieren Sie Ihren, öffnen Sie die neue Fassung und machen Sie dort weiter.
refusal-settled = Auf diesen Text wurde schon geantwortet: Er kann nicht mehr geändert werden.
refusal-link_expired = Dieser Link ist zu alt oder wurde schon benutzt. Fordern Sie einen neuen an.
refusal-wrong_credentials = Die Adresse oder das Passwort stimmt nicht.
refusal-too_many_attempts = Warten Sie einen Moment und versuchen Sie es dann noch einmal.
refusal-suspended = Dieses Konto ist gesperrt. Schreiben Sie der Verwaltung, um den Grund zu erfahren.
refusal-last_administrator = Es muss mindestens eine Administratorin oder ein Administrator bleiben. Ernennen Sie zuerst jemand anderen.
refusal-taken = Das ist schon vergeben. Wählen Sie etwas anderes.
refusal-no_phase = Fügen Sie zuerst mindestens eine Phase hinzu: Ohne Phase könnte niemand teilnehmen.
error-written = Was Sie geschrieben hatten
error-written-text = Nichts ist verloren. Kopieren Sie Ihren Text, oder senden Sie ihn in einem Moment noch einmal.
error-written-again = Noch einmal senden
refusal-answered = Es liegen schon Antworten vor: Die Fragen ändern sich nicht mehr. Schließen Sie diesen Fragebogen, duplizieren Sie ihn und ändern Sie die Kopie.
refusal-no_room = Es ist kein Platz mehr: höchstens 20 Seiten und 100 Fragen.
refusal-decided_elsewhere = Über diese Beteiligung entscheidet die Körperschaft, die sie veranstaltet: Texte, Themen und Phasen ändern sich nur dort.
refusal-not_offered = Diese Beteiligung wird Ihrem Gebiet nicht angeboten.
refusal-needs_network = Eine Beteiligung, die andere Gebiete mittragen oder mittragen können, reicht mindestens bis ins Netz der Gebiete.
