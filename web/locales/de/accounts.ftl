# Anmelden, ein Konto eröffnen, ändern, löschen.

sign-in-title = Anmelden
sign-in-lead = Am einfachsten: Lassen Sie sich einen Link per E-Mail schicken. Kein Passwort nötig.
sign-in-email = Ihre E-Mail-Adresse
sign-in-link = Anmeldelink anfordern
sign-in-otherwise = Andere Wege
sign-in-with-password = Mit einem Passwort anmelden
sign-in-password = Passwort
sign-in-newcomer = Noch kein Konto?

sent-title = Sehen Sie in Ihre E-Mails
sent-sign-in = Wenn es zu dieser Adresse ein Konto gibt, wurde gerade ein Link dorthin geschickt. Er gilt 30 Minuten und nur einmal.
sent-sign-up = Wir haben Ihnen gerade einen Link geschickt, mit dem Sie Ihre Adresse bestätigen. Er gilt 24 Stunden und nur einmal.
sent-nothing = Nichts angekommen? Sehen Sie im Spam-Ordner nach oder
sent-again = fordern Sie einen neuen Link an

sign-up-title = Konto eröffnen
sign-up-lead = Um Ideen einzubringen, zu antworten und zu unterstützen. Lesen können alle, auch ohne Konto.
sign-up-name = Angezeigter Name
sign-up-name-hint = Er ist öffentlich. Ihr Name, Ihr Vorname oder ein Pseudonym.
sign-up-email = E-Mail-Adresse
sign-up-email-hint = Sie wird nie gezeigt.
sign-up-password-hint = Mindestens 15 Zeichen, ein Satz eignet sich sehr gut. Ohne Passwort bekommen Sie bei jeder Anmeldung einen Link.
sign-up-rules = Ich habe die Regeln der Plattform gelesen und halte mich daran
sign-up-read-rules = Die Regeln lesen
sign-up-data = Ihre Adresse wird aufbewahrt, um Ihnen zu schreiben, und für nichts anderes.
sign-up-data-more = Ihre Daten
sign-up-member = Schon ein Konto?
fault-rules-missing = Lesen Sie die Regeln und setzen Sie das Häkchen, um fortzufahren.

enter-title = Sie sind fast da
enter-title-new = Ihre Adresse stimmt
enter-lead = Guten Tag { $name }, nur noch ein Knopf.
enter-lead-new = Guten Tag { $name }, drücken Sie den Knopf, um Ihr Konto zu eröffnen und sich anzumelden.
enter-button = Jetzt anmelden
enter-button-new = Mein Konto eröffnen
enter-not-you = Das sind nicht Sie? Schließen Sie einfach diese Seite.

account-title = Mein Konto
account-public = Meine öffentliche Seite ansehen
account-profile = Profil
account-name-hint = Er ist öffentlich.
account-summary = Über mich
account-summary-hint = Zwei oder drei Sätze, auf Ihrer öffentlichen Seite.
account-lang = Sprache der E-Mails
account-abroad = Meinen Namen auf anderen Plattformen zeigen
account-abroad-hint = Wenn diese Plattform sich mit anderen austauscht, erscheinen Ihre Beiträge dort unter Ihrem Namen. Sonst erscheint dort nur ihr Anfang, ohne Ihren Namen.
account-left-texts = { $count ->
    [one] { $count } Ihrer Texte wurde unter Ihrem Namen versendet
   *[other] { $count } Ihrer Texte wurden unter Ihrem Namen versendet
}
account-left-servers = { $count ->
    [0] und ist noch auf keinem Server angekommen.
    [one] an { $count } anderen Server.
   *[other] an { $count } andere Server.
}
account-recall = Wenn Sie diese Zustimmung zurückziehen, bitten wir sie, diese Texte und Ihren Namen zu löschen. Die Texte bleiben hier. Die meisten Server tun das; wir können es weder erzwingen noch prüfen. Was gelöscht ist, wird nicht noch einmal versendet, auch wenn Sie Ihre Meinung ändern.
account-recalled = { $count ->
    [one] Löschung für { $count } Text erbeten, der unter Ihrem Namen versendet wurde.
   *[other] Löschung für { $count } Texte erbeten, die unter Ihrem Namen versendet wurden.
}
account-recalled-honest = Kopien können auf einem Server bleiben, der nicht mehr antwortet oder unserer Bitte nicht folgt.
account-save = Speichern
account-cancel = Abbrechen
account-contributions = Meine Beiträge
account-no-contribution = Sie haben noch nichts geschrieben.
account-see-consultations = Die Beteiligungen ansehen
account-written = { $count ->
    [one] { $count } Beitrag
   *[other] { $count } Beiträge
}
account-col-title = Titel
account-col-date = Veröffentlicht am
account-col-answer = Antwort
account-col-supports = Unterstützungen
account-untitled = Ohne Titel
account-withdrawn = Zurückgezogen
account-hidden = Verborgen
account-no-answer = Noch keine
account-all = Alle meine Beiträge ansehen
account-sessions = Wo ich angemeldet bin
account-sessions-lead = Die Geräte, auf denen Sie angemeldet sind. Wenn Sie eines nicht kennen, beenden Sie die anderen Anmeldungen und ändern Sie Ihr Passwort.
account-device-unknown = Unbekanntes Gerät
account-this-device = (dieses hier)
account-session-since = Seit { $when }
account-close-sessions = Die anderen Anmeldungen beenden
account-side = Sicherheit und Daten
account-entry = Anmeldung
account-has-password = Sie melden sich mit einem Passwort oder mit einem Link per E-Mail an.
account-has-no-password = Sie melden sich mit einem Link per E-Mail an.
account-change-password = Passwort ändern
account-choose-password = Ein Passwort wählen
account-data = Meine Daten
account-data-lead = Alles, was die Plattform über Sie weiß, in einer Datei.
account-export = Meine Daten herunterladen
account-delete-lead = Sie entscheiden, was aus Ihren Texten wird.

password-title = Passwort
password-lead = Ein Passwort ist freiwillig: Ein Link per E-Mail genügt immer.
password-current = Jetziges Passwort
password-new = Neues Passwort
password-hint = Mindestens 15 Zeichen. Ein eigener Satz eignet sich sehr gut. Großbuchstaben oder Ziffern sind nicht vorgeschrieben.
password-save = Dieses Passwort speichern
password-remove = Kein Passwort mehr verwenden
password-effect = Ihre anderen Anmeldungen werden beendet, und eine E-Mail bestätigt es Ihnen.
password-wrong = Das jetzige Passwort stimmt nicht.

delete-title = Mein Konto löschen
delete-lead = Das ist endgültig. Folgendes geschieht.
delete-effect-account = Ihre Adresse, Ihr Name und Ihre Vorstellung werden gelöscht.
delete-effect-supports = Ihre Unterstützungen werden zurückgenommen.
delete-effect-backup = Sicherungskopien, die sie noch enthalten, werden zu ihrer Zeit vernichtet. Sollte eine davon gebraucht werden, wird Ihr Konto erneut gelöscht.
delete-export = Zuerst meine Daten herunterladen
delete-remains = Was wird aus Ihren Beiträgen?
delete-keep = Stehen lassen, ohne meinen Namen
delete-keep-hint = Die Diskussion bleibt lesbar. Niemand sieht mehr, dass sie von Ihnen sind.
delete-withdraw = Ebenfalls zurückziehen
delete-withdraw-hint = Ihre Texte werden gelöscht. An ihrer Stelle steht, dass sie zurückgezogen wurden. Ihre Aufrufe auch; eine Petition, die schon offen ist, bleibt ohne Ihren Namen stehen, für alle, die sie unterschrieben haben.
delete-confirm = Schreiben Sie zur Bestätigung Ihre E-Mail-Adresse
delete-stay = Mein Konto behalten

flash-signed-in = Sie sind angemeldet.
flash-signed-out = Sie sind abgemeldet. Bis bald.
flash-welcome = Ihr Konto ist eröffnet. Willkommen!
flash-saved = Ihre Änderungen sind gespeichert.
flash-sessions-closed = Ihre anderen Anmeldungen sind beendet.
flash-password-set = Ihr Passwort ist gespeichert. Ihre anderen Anmeldungen sind beendet.
flash-password-removed = Sie haben kein Passwort mehr. Fordern Sie zum Anmelden einen Link per E-Mail an.
flash-account-deleted = Ihr Konto ist gelöscht. Danke, dass Sie mitgemacht haben.
