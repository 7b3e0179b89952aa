# Briefe: was in den E-Mails steht.

letter-hello = Guten Tag { $name },
letter-signed = { $place }
letter-why = Sie erhalten diese Nachricht, weil ein Konto dieser Plattform Ihre Adresse verwendet oder jemand sie dort eingegeben hat.
letter-not-you = Sie haben nichts angefordert? Tun Sie nichts: Ohne Sie geschieht nichts.
letter-copy = Wenn der Knopf nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:

letter-sign_in-subject = Ihr Anmeldelink – { $place }
letter-sign_in-text = Hier ist der Link zum Anmelden. Er gilt 30 Minuten und nur einmal.
letter-sign_in-button = Jetzt anmelden
letter-sign_up-subject = Bestätigen Sie Ihre Adresse – { $place }
letter-sign_up-text = Sie möchten mitmachen, das freut uns. Bestätigen Sie Ihre Adresse, um Ihr Konto zu eröffnen. Der Link gilt 24 Stunden und nur einmal.
letter-sign_up-button = Mein Konto eröffnen
letter-already_member-subject = Sie haben schon ein Konto – { $place }
letter-already_member-text = Jemand, wohl Sie selbst, wollte mit dieser Adresse ein Konto eröffnen. Es gibt schon eines. Hier ist ein Link zum Anmelden: Er gilt 30 Minuten und nur einmal.
letter-already_member-button = Jetzt anmelden
letter-account_created-subject = Ein Konto wartet auf Sie – { $place }
letter-account_created-text = Das Team hat ein Konto für Sie eröffnet. Hier ist ein Link zum Anmelden: Er gilt nur einmal.
letter-account_created-button = Jetzt anmelden
letter-password_changed-subject = Ihr Passwort wurde geändert – { $place }
letter-password_changed-text = Das Passwort Ihres Kontos wurde gerade geändert oder entfernt. Ihre anderen Anmeldungen sind beendet. Wenn Sie das nicht waren, fordern Sie einen Anmeldelink an und ändern Sie das Passwort.
letter-password_changed-button = Mein Konto ansehen
letter-role_changed-subject = Ihre Rechte wurden geändert – { $place }
letter-role_changed-text = Das Team hat die Rechte Ihres Kontos geändert. Melden Sie sich neu an, um sie zu nutzen.
letter-role_changed-button = Mein Konto ansehen
letter-answered-subject = Sie haben eine Antwort bekommen – { $place }
letter-answered-text = Auf Ihren Beitrag wurde gerade offiziell geantwortet.
letter-answered-button = Die Antwort lesen
letter-hidden-subject = Ihr Beitrag wurde verborgen – { $place }
letter-hidden-text = Die Moderation hat einen Ihrer Texte verborgen. Der Grund steht auf seiner Seite. Wenn Sie das für einen Fehler halten, schreiben Sie der Verwaltung: Sie wird ihre Entscheidung noch einmal prüfen.
letter-hidden-button = Den Grund ansehen
letter-questionnaire_confirm-subject = Bestätigen Sie Ihre Antwort – { $place }
letter-questionnaire_confirm-text = Sie haben einen Fragebogen beantwortet. Ihre Antwort zählt, sobald Sie Ihre Adresse bestätigt haben. Ohne Bestätigung wird sie nach 7 Tagen gelöscht.
letter-questionnaire_confirm-button = Meine Antwort bestätigen
letter-questionnaire_resume-subject = Ihr Fragebogen wartet – { $place }
letter-questionnaire_resume-text = Mit diesem Link machen Sie dort weiter, wo Sie aufgehört haben. Er gehört nur Ihnen: Geben Sie ihn nicht weiter. Ihre Antworten werden 30 Tage aufbewahrt.
letter-questionnaire_resume-button = Weiter antworten
