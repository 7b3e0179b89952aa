# Was die Plattform über sich selbst sagt.

how-title = Wie diese Plattform funktioniert
how-lead = Vier Phasen, immer dieselben. In jeder wissen Sie, was die Verwaltung mit Ihrer Meinung macht.
how-phase-information = Die Verwaltung erklärt das Vorhaben, was entschieden ist und was nicht.
how-phase-contribution = Sie bringen Ideen ein, antworten und unterstützen.
how-phase-analysis = Die Fachleute lesen alles.
how-phase-answer = Die Verwaltung antwortet, Idee für Idee, und unterschreibt.
how-phase-campaign = Die Projekte werden vorgestellt und besprochen.
how-phase-vote = Alle stimmen ab. Vor dem Ende wird nichts gezeigt.
how-phase-works = Die gewählten Projekte werden umgesetzt, der Fortschritt wird veröffentlicht.
how-levels = Wie weit die Beteiligung geht
how-levels-text = Jede Beteiligung nennt ihre Stufe von Anfang an und sagt, was mit Ihren Beiträgen geschieht.
how-participation-information = Die Verwaltung informiert Sie. Sie hat entschieden oder entscheidet allein.
how-participation-consultation = Sie geben Ihre Meinung ab. Die Verwaltung entscheidet allein und sagt, was sie übernommen hat.
how-participation-concertation = Sie diskutieren und schlagen vor. Die Verwaltung entscheidet und erklärt jede ihrer Entscheidungen.
how-participation-co_production = Sie entscheiden gemeinsam mit der Verwaltung.
how-order = In welcher Reihenfolge man die Beiträge liest
how-order-random = In zufälliger Reihenfolge, und zwar für jeden Besucher in einer anderen. So steht niemand immer oben, und die Ersten haben keinen Vorteil.
how-order-others = Sie können eine andere Reihenfolge wählen: neueste, meistunterstützte, meistdiskutierte. Eine Suche zeigt zuerst, was am besten zu Ihren Wörtern passt. Nichts hängt davon ab, wer Sie sind oder was Sie gelesen haben.
how-order-imported = Unterstützungen, die vor einer Übernahme auf einer anderen Plattform gegeben wurden, stehen gesondert. Sie werden nie mit den hiesigen vermischt.
how-marks = Was die Auszeichnungen bedeuten
how-mark-supported = „Breit unterstützt“: Der Beitrag hat mindestens so viele Unterstützungen erhalten, wie die Beteiligung angekündigt hat. Das wird gezählt, nicht entschieden.
how-mark-quality = „Anerkannte Qualität“: Die Verwaltung fand den Beitrag gut begründet oder nützlich für die Diskussion.
how-mark-impact = „Hat das Vorhaben verändert“: Die Verwaltung erklärt, dass der Beitrag die Entscheidung verändert hat.
how-thresholds = So viele Unterstützungen braucht es in den offenen Beteiligungen, um als breit unterstützt zu gelten:
how-threshold = { $count ->
    [0] : keine Schwelle
    [one] : { $count } Unterstützung
   *[other] : { $count } Unterstützungen
}
how-moderation = Die Moderationsregeln
how-moderation-text = Ein Text kann aus einem dieser Gründe verborgen werden, und aus keinem anderen:
how-moderation-after = Der Grund steht immer an der Stelle des Textes. Wer ihn geschrieben hat, erfährt ihn per E-Mail und kann bei der Verwaltung widersprechen. Nichts wird vor der Veröffentlichung gelesen oder sortiert, und keine Software entscheidet.
how-moderation-who = Wer moderiert?
how-moderators = { $count ->
    [0] Noch ist niemand mit der Moderation betraut.
    [one] { $count } Person aus der Verwaltung.
   *[other] { $count } Personen aus der Verwaltung.
}
how-moderation-journal = Jede Entscheidung steht in einem Protokoll, das sich nicht löschen lässt.
how-moderation-figures = Im letzten Jahr
how-hidden = { $count ->
    [one] Text verborgen
   *[other] Texte verborgen
}
how-restored = { $count ->
    [one] Text wieder gezeigt
   *[other] Texte wieder gezeigt
}
how-decided = { $count ->
    [one] Meldung geprüft
   *[other] Meldungen geprüft
}
how-roles = Wer was darf
how-role-visitor = Liest alles, ohne Konto.
how-role-remote = Beteiligt sich von einem Konto auf einem anderen Server aus, wenn die Beteiligung es zulässt. Getrennt gezählt.
how-role-citizen = Bringt Ideen ein, eröffnet Diskussionen, antwortet, unterstützt und meldet, wenn die Phase es erlaubt.
how-role-stakeholder = Wie Bürger, im Namen eines anerkannten Vereins oder einer Organisation. Manche Phasen stehen ihnen offen.
how-role-agent = Bereitet Beteiligungen vor und antwortet im Namen der Verwaltung.
how-role-moderator = Prüft Meldungen und verbirgt, was gegen die Regeln verstößt.
how-role-administrator = Macht all das und verwaltet Konten und Einstellungen.
how-limits = Was die Plattform nicht sagt
how-limit-sample = Wer hier mitmacht, steht nicht für die ganze Bevölkerung. Eine Zahl von Beiträgen ist keine Umfrage.
how-limit-support = Eine Unterstützung ist keine Stimme. Sie zeigt, was wichtig ist; sie entscheidet nicht.
how-limit-accounts = Für ein Konto braucht man eine E-Mail-Adresse, keinen Ausweis. Eine Person kann also mehrere haben, auch wenn das gegen die Regeln ist.
how-limit-order = Was zuerst gezeigt wird, wird mehr gelesen. Nach Unterstützungen geordnet, behält früh Veröffentlichtes seinen Vorsprung.
how-limit-several = Eine Person kann von mehreren Servern aus teilnehmen. Was von dort kommt, wird getrennt gezählt.
how-limit-length = { $count ->
   *[other] Ein Text hat höchstens { $count } Zeichen.
}

accessibility-title = Barrierefreiheit: nicht konform
accessibility-lead = { $place } verpflichtet sich, diese Plattform allen zugänglich zu machen, gemäß Artikel 47 des französischen Gesetzes Nr. 2005-102 vom 11. Februar 2005.
accessibility-state = Stand der Konformität
accessibility-not = Diese Plattform entspricht nicht dem französischen Regelwerk für Barrierefreiheit (RGAA 4.1.2).
accessibility-why = Es gab noch keine Prüfung. Solange sie fehlt, verlangt das Gesetz die Angabe „nicht konform“, auch wenn schon viel getan ist.
accessibility-done = Was schon getan ist
accessibility-done-tests = Jede Seite wird von einem automatischen Werkzeug geprüft, in den drei Sprachen, auf kleinen und großen Bildschirmen.
accessibility-done-keyboard = Alles lässt sich allein mit der Tastatur bedienen, und man sieht immer, wo man ist.
accessibility-done-contrast = Die Farben werden so berechnet, dass sie lesbar bleiben, bei Tag, bei Nacht und mit starkem Kontrast.
accessibility-done-script = Alles funktioniert ohne JavaScript, und jede Seite ist auch für Screenreader geschrieben.
accessibility-unknown = Was wir noch nicht wissen
accessibility-unknown-text = Automatische Werkzeuge sehen weniger als die Hälfte der Hindernisse. Texte, Bilder und Dokumente, die hier von anderen eingestellt werden, sind nicht geprüft.
accessibility-contact = Ein Hindernis? Sagen Sie es uns
accessibility-contact-text = Wenn Sie eine Seite nicht lesen oder bedienen können, schreiben Sie uns: Wir geben Ihnen die Auskunft auf andere Weise und bessern nach.
accessibility-appeal = Beschwerde
accessibility-appeal-text = Wenn Sie uns ein Hindernis gemeldet und keine befriedigende Antwort bekommen haben, können Sie sich an den französischen Verteidiger der Rechte wenden.
accessibility-appeal-link = Website des Verteidigers der Rechte
accessibility-appeal-post = Per Post, ohne Briefmarke: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

privacy-title = Datenschutz
privacy-lead = { $place } ist für diese Plattform verantwortlich. Hier steht alles, was sie über Sie aufbewahrt, warum und wie lange.
privacy-kept = Was aufbewahrt wird
privacy-col-what = Was
privacy-col-why = Warum
privacy-col-long = Wie lange
privacy-line-account-what = Ihre E-Mail-Adresse, Ihre Sprache und ein Hash Ihres Passworts, falls Sie eines haben
privacy-line-account-why = Um Sie einzulassen und Ihnen zu schreiben. Wird nie gezeigt.
privacy-line-account-long = Bis Sie Ihr Konto löschen
privacy-line-public-what = Ihr angezeigter Name und Ihre Vorstellung
privacy-line-public-why = Damit man weiß, wer spricht. Öffentlich.
privacy-line-public-long = Bis Sie Ihr Konto löschen
privacy-line-texts-what = Ihre Beiträge und ihre Fassungen
privacy-line-texts-why = Die Diskussion. Öffentlich.
privacy-line-texts-long = Unbegrenzt, oder bis Sie sie zurückziehen. Wenn Sie Ihr Konto löschen, verlieren sie Ihren Namen oder werden gelöscht, wie Sie es wünschen.
privacy-line-supports-what = Ihre Unterstützungen
privacy-line-supports-why = Um sie nur einmal zu zählen. Nur ihre Zahl ist öffentlich.
privacy-line-supports-long = Bis Sie sie zurücknehmen oder Ihr Konto löschen
privacy-line-meetings-what = Ihre Anmeldungen zu Treffen: Name und E-Mail-Adresse, wenn Sie kein Konto haben
privacy-line-meetings-why = Ihren Platz freihalten und Ihnen schreiben. Nur dem Team bekannt, nie veröffentlicht.
privacy-line-meetings-long = 60 Tage nach dem Treffen; 2 Tage ohne Bestätigung
privacy-line-sessions-what = Ihre Anmeldungen: Datum und Art des Geräts
privacy-line-sessions-why = Damit Sie angemeldet bleiben und eine fremde Anmeldung erkennen.
privacy-line-sessions-long = Höchstens { $days } Tage, { $idle } Tage ohne Besuch. Für das Team: höchstens { $hours } Stunden, { $unused } Stunden ohne Besuch.
privacy-line-links-what = Die per E-Mail geschickten Anmeldelinks
privacy-line-links-why = Um zu prüfen, ob die Adresse Ihnen gehört.
privacy-line-links-long = { $minutes } Minuten, oder { $hours } Stunden bei der Kontoeröffnung
privacy-line-letters-what = E-Mails, die auf den Versand warten
privacy-line-letters-why = Um sie trotz einer Störung zu verschicken.
privacy-line-letters-long = Bis zum Versand, höchstens { $days } Tage
privacy-line-reports-what = Ihre Meldungen
privacy-line-reports-why = Um sie zu prüfen. Nur der Moderation bekannt.
privacy-line-reports-long = Unbegrenzt, ohne Ihren Namen, sobald Ihr Konto gelöscht ist
privacy-line-journal-what = Das Protokoll: wer was getan hat, ohne jeden Text
privacy-line-journal-why = Um Rechenschaft ablegen zu können, vor allem über das, was das Team tut.
privacy-line-journal-long = Unbegrenzt. Sobald Ihr Konto gelöscht ist, führt darin nichts mehr zu Ihnen.
privacy-not = Was nicht aufbewahrt wird
privacy-not-address = Ihre IP-Adresse dient während eines Besuchs dazu, Missbrauch zu verhindern. Sie wird weder gespeichert noch in technische Protokolle geschrieben.
privacy-not-third = Keine Seite ruft eine andere Website auf: keine Schrift, keine Karte, kein soziales Netz, keine Werbung.
privacy-not-audience = Niemand misst Ihren Besuch.
privacy-cookies = Cookies
privacy-cookies-text = Lesen setzt kein Cookie. Diese hier entstehen nur durch das, was Sie tun, und das Gesetz verlangt dafür keine Zustimmung:
privacy-cookie-session = : um Sie nach der Anmeldung zu erkennen. Wird beim Abmelden gelöscht.
privacy-cookie-lang = : um sich die gewählte Sprache zu merken. Ein Jahr.
privacy-cookie-next = : um Sie nach einem Link per E-Mail zu Ihrer Seite zurückzubringen. 30 Minuten.
privacy-cookie-left = : Ihre Rückkehr zu erkennen, wenn Sie sich mit einem Konto eines anderen Servers anmelden. 10 Minuten.
privacy-rights = Ihre Rechte
privacy-rights-text = Sie können Ihre Daten selbst berichtigen, herunterladen und löschen:
privacy-rights-write = Bei Fragen, oder um einer Verarbeitung zu widersprechen, schreiben Sie der Verwaltung oder ihrem Datenschutzbeauftragten.
privacy-rights-appeal = Wenn Sie die Antwort nicht zufriedenstellt, können Sie sich an die
privacy-rights-cnil = französische Datenschutzbehörde (CNIL) wenden
privacy-elsewhere = Und anderswo?
privacy-elsewhere-text = Vorerst geht nichts von dem, was Sie schreiben, an andere Plattformen. Wenn der Austausch beginnt, erscheint Ihr Name dort nur, wenn Sie in Ihrem Konto zugestimmt haben.

legal-title = Impressum
legal-publisher = Herausgeber
legal-siren = SIREN
legal-contact = Kontakt
legal-missing = Die Verwaltung hat diese Seite noch nicht ausgefüllt: verantwortliche Person, Hosting.
legal-software = Die Software
legal-software-text = Diese Plattform ist Parvis, freie Software unter der AGPL-Lizenz, Version 3 oder später. Alle dürfen sie lesen, verbessern und verwenden.
legal-source = Den Quellcode lesen
legal-texts = Die veröffentlichten Texte
legal-texts-text = Jeder Beitrag gehört der Person, die ihn geschrieben hat. Mit der Veröffentlichung stimmt sie zu, dass er gelesen, zitiert und weiterverwendet wird, um der öffentlichen Entscheidung zu dienen.

source-title = Quellcode
source-lead = Diese Plattform ist freie Software. Sie haben ein Recht auf ihren Code, und zwar in der Version, die Ihnen hier antwortet.
source-software = Software
source-version = Version
source-licence = Lizenz
source-licence-name = GNU Affero General Public License, Version 3 oder später
source-operator = Betreiber
source-where = Wo Sie den Code bekommen
source-published = Der Betreiber veröffentlicht ihn unter dieser Adresse:
source-ask = Der Betreiber hat keine Adresse veröffentlicht. Fragen Sie ihn nach dem Code: Die Lizenz verpflichtet ihn, ihn Ihnen samt seinen eigenen Änderungen zu geben.
source-rights = Was Sie damit tun dürfen
source-rights-text = Ihn lesen, prüfen, ändern, weitergeben und verwenden, solange Sie anderen dieselben Rechte lassen.
