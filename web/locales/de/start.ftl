# „Ich möchte …“: die Tür der Verwaltung, ein Vorhaben nach dem anderen.
start-title = Ich möchte …
start-lead = Wählen Sie ein Vorhaben. Wenige Fragen, jede erklärt; der Rest wird vorgeschlagen und lässt sich ändern. Nichts wird ohne Sie veröffentlicht.
start-choose = Die Vorhaben
start-one-page = Ich weiß, was ich brauche: eine Beteiligung auf einer Seite eröffnen
start-card-consult = Die Einwohner befragen
start-card-consult-brings = Die Einwohner sagen ihre Meinung oder beantworten einige Fragen, und alle sehen, was Sie daraus machen.
start-card-consult-lasts = Etwa vier Monate, mit Ihrer Antwort
start-card-consult-asks = Eine Person einige Stunden pro Woche und am Ende eine veröffentlichte Antwort
start-card-concert = Einen Plan oder ein Projekt gemeinsam erarbeiten
start-card-concert-brings = Die Einwohner setzen ihre Ideen auf die Karte und beraten darüber, und Sie veröffentlichen den Abschlussbericht.
start-card-concert-lasts = Etwa vier Monate, mit dem Bericht
start-card-concert-asks = Eine Projektleitung, mindestens eine öffentliche Versammlung und ein schriftlicher Bericht
start-card-report = Meldungen von der Straße sammeln
start-card-report-brings = Ein Schlagloch, eine dunkle Laterne: Einwohner melden es mit dem Telefon und sehen, was daraus wird.
start-card-report-lasts = Das ganze Jahr, ohne Enddatum
start-card-report-asks = Eine Ansprechperson, die täglich liest und in der zugesagten Zeit antwortet
start-card-budget = Ein Budget teilen
start-card-budget-brings = Die Einwohner schlagen Projekte vor, Sie prüfen sie, es wird abgestimmt, und Sie setzen die gewählten um.
start-card-budget-lasts = Fünf bis sechs Monate bis zur Abstimmung, dann ein Jahr Umsetzung
start-card-budget-asks = Eine beschlossene Summe und Fachdienste, die jedes Projekt prüfen
start-card-fund = Projekte durch Crowdfunding unterstützen
start-card-fund-brings = Sie machen Projekte der Gegend bekannt, die Geld suchen. Spenden laufen über eine zugelassene Plattform, nie über diese Seite.
start-card-fund-lasts = Meist sechs Wochen Kampagne
start-card-fund-asks = Einen Projektträger und Nachrichten über die gesammelte Summe
start-card-open_data = Daten öffnen
start-card-open_data-brings = Alle können weiterverwenden, was die Verwaltung hier veröffentlicht, in offenen Formaten und unter einer klaren Lizenz.
start-card-open_data-lasts = Einmal eingestellt, erneuern sich die Dateien von selbst
start-card-open_data-asks = Die Datensätze und ihre Lizenz auswählen
start-ask-consult = Ich möchte die Einwohner befragen
start-ask-concert = Ich möchte einen Plan oder ein Projekt gemeinsam erarbeiten
start-ask-budget = Ich möchte ein Budget teilen
start-first = Schritt 1 von 2
start-first-lead = Höchstens fünf Fragen. Texte und Termine werden Ihnen danach vorgeschlagen.
start-second = Schritt 2 von 2
start-second-lead = Das schlagen wir vor. Lesen Sie es und ändern Sie, was Sie möchten: Bis zur Veröffentlichung bleibt alles änderbar.
start-next = Vorschlag ansehen
start-again = Termine neu berechnen
start-level = Wie weit gehen Sie mit den Einwohnern?
start-level-information = Sie informieren
start-level-information-hint = Die Entscheidung ist gefallen: Sie erklären sie und beantworten Fragen.
start-level-consultation = Ihre Meinung einholen
start-level-consultation-hint = Sie hören zu, dann entscheiden Sie und sagen, warum.
start-level-co_production = Mit ihnen entscheiden
start-level-co_production-hint = Die Entscheidung entsteht gemeinsam, und Sie setzen sie um. Rechnen Sie drei Wochen mehr.
start-frame = Warum diese Beteiligung?
start-frame-hint = Manchmal schreibt das Gesetz sie vor. Fragen Sie im Zweifel Ihr Planungsamt.
start-frame-planning = Das Gesetz schreibt sie vor (Artikel L. 103-2 des französischen Städtebaugesetzbuchs)
start-frame-planning-hint = Aufstellung oder Änderung eines Plans, ein Entwicklungsgebiet, bestimmte Vorhaben. Der Wortlaut wird Ihnen vorgeschlagen.
start-frame-free = Die Verwaltung wünscht sie
start-frame-free-hint = Ein Platz, eine Straße, eine Einrichtung: Nichts schreibt sie vor, Sie wählen den Rahmen.
start-asking = Ort auf der Karte
start-asking-hint = Ein Ort zu jeder Idee erleichtert den Bericht, schließt aber Ideen ohne Ort aus.
start-asking-required = Jede Idee hat einen Ort
start-asking-optional = Der Ort ist freiwillig
start-amount-hint = Die vom Rat beschlossene Summe. Zum Beispiel 100 000. Ein Topf wird angelegt; weitere, etwa je Viertel, können Sie hinzufügen.
start-most = Höchstkosten eines Projekts
start-most-hint = In Euro. Eine Grenze lässt Platz für mehrere Projekte.
start-decider = Wer am Ende entscheidet
start-decider-hint = Die Einwohner wollen wissen, wer das letzte Wort hat. Zum Beispiel: der Gemeinderat am 25. März.
start-decider-first = Der Gemeinderat
start-questionnaire = Auch einen kurzen Fragebogen vorbereiten
start-questionnaire-hint = Zwei Fragen zum Anfang, die Sie ergänzen: gut für alle, die nicht gern schreiben.
start-teaser-information = Alles über das Projekt: die Gründe, der Zeitplan, was sich für Sie ändert. Stellen Sie Ihre Fragen, die Verwaltung antwortet hier.
start-teaser-consultation = Lesen Sie die Unterlagen, sagen Sie Ihre Meinung und sehen Sie hier, was die Verwaltung daraus macht.
start-teaser-co_production = Vorschlagen, verbessern, gemeinsam wählen: Die Entscheidung entsteht hier mit Ihnen und wird umgesetzt.
start-teaser-concert = Setzen Sie Ihre Ideen auf die Karte, beraten Sie über die der anderen und verfolgen Sie das Projekt bis zum Abschlussbericht.
start-teaser-budget = Schlagen Sie ein Projekt für den Ort vor und stimmen Sie ab: Die Verwaltung setzt die gewählten Projekte um.
start-use-information = Wer entscheidet: { $decider }. Diese Seite erklärt die Entscheidung und ihre Gründe. Jede Frage wird öffentlich beantwortet.
start-use-consultation = Wer entscheidet: { $decider }. Alle Beiträge werden von den Fachdiensten gelesen und öffentlich zusammengefasst. Die Antwort mit ihren Gründen erscheint hier im letzten Schritt.
start-use-co_production = Wer entscheidet: { $decider }, mit der Zusage, das gemeinsam Erarbeitete umzusetzen. Was nicht geht, wird hier Punkt für Punkt erklärt.
start-use-concert = Wer entscheidet: { $decider }. Jeder Beitrag wird gelesen und geht in den Abschlussbericht ein, der sagt, was übernommen wird, was nicht, und warum. Der Bericht erscheint hier im letzten Schritt.
start-use-budget = Wer entscheidet: { $decider }, mit der Zusage, die gewählten Projekte im Rahmen des Topfes umzusetzen. Jedes Projekt wird von den Fachdiensten geprüft, und alle, die eines vorschlagen, erhalten eine begründete Antwort.
start-rules = Regeln
start-rules-hint = Als Einführung angezeigt. Kurz und genau: Das wird bei Streit noch einmal gelesen.
start-rules-lead = **Regeln des Bürgerbudgets**
start-rules-amount = - Zu teilen sind { $amount }.
start-rules-most = - Ein Projekt kostet höchstens { $amount }.
start-rules-rest = - Wer hier ein Konto hat, kann ein Projekt vorschlagen. | - Ein Projekt dient dem Gemeinwohl, liegt in der Zuständigkeit der Verwaltung und schafft keine hohen laufenden Kosten. | - Die Fachdienste prüfen jedes Projekt und sagen, ob es machbar ist und was es kostet; eine Ablehnung wird immer begründet. | - Gewählt sind die Projekte, die die Abstimmung bestimmt, bis der Topf ausgeschöpft ist.
start-settled = Rahmen der Beteiligung
start-settled-hint = Angezeigt unter dem, was schon entschieden ist. Ergänzen Sie, was nicht mehr offen ist.
start-settled-planning = Diese Beteiligung findet nach Artikel L. 103-2 des französischen Städtebaugesetzbuchs statt. Sie bezieht während der gesamten Ausarbeitung des Projekts die Einwohner, die örtlichen Vereine und die anderen Betroffenen ein. Am Ende beschließt die Verwaltung einen Bericht darüber (Artikel L. 103-6).
start-themes = Wohnen | Wirtschaft und Läden | Mobilität | Öffentliche Räume und Natur | Einrichtungen und Dienste | Erbe und Landschaft
start-themes-title = Themen
start-themes-hint = Eines pro Zeile. Sie ordnen die Ideen auf der Karte und im Bericht.
start-venue = Gemeindesaal
start-meeting = Öffentliche Versammlung
start-meeting-tick = Eine öffentliche Versammlung vorsehen
start-meeting-tick-hint = Sie wird als Entwurf vorbereitet: Kündigen Sie sie an, sobald der Saal gebucht ist.
start-meeting-venue = Ort
start-meeting-at = Tag und Uhrzeit
start-meeting-at-hint = Wir schlagen den Donnerstagabend der zweiten Woche vor. Geplante Dauer: zwei Stunden.
start-meeting-title = Öffentliche Auftaktversammlung
start-meeting-body = Vorstellung des Projekts, Fragen und erste Ideen. Alle sind willkommen.
start-steps = Schritte
start-steps-hint = Die Schritte folgen ab dem ersten Tag aufeinander. Ändern Sie eine Dauer, verschieben sich die folgenden.
start-step = Schritt { $number }
start-step-dates = vom { $from } bis { $to }
start-weeks = Dauer in Wochen
start-form-title = Ihre Meinung in zwei Fragen
start-form-opinion = Was halten Sie von diesem Projekt?
start-form-choices = Ich bin dafür | Ich bin eher dafür | Ich bin eher dagegen | Ich bin dagegen | Ich habe keine Meinung
start-form-change = Was sollte geändert oder ergänzt werden?
start-made = Ihr Entwurf ist fertig
start-made-what = Was vorbereitet ist
start-made-left = Was noch zu tun ist
start-made-preview = Gegenlesen lassen
start-made-preview-text =
    { $count ->
        [one] Ein geheimer Link zeigt die Seite { $count } Tag lang so, wie sie sein wird, ohne Konto. Sie können ihn jederzeit zurückziehen.
       *[other] Ein geheimer Link zeigt die Seite { $count } Tage lang so, wie sie sein wird, ohne Konto. Sie können ihn jederzeit zurückziehen.
    }
start-made-texts = Titel, Anreißer und wie die Beiträge verwendet werden
start-made-steps =
    { $count ->
        [one] { $count } Schritt, vom { $from } bis { $to }
       *[other] { $count } Schritte, vom { $from } bis { $to }
    }
start-made-themes =
    { $count ->
        [one] { $count } Thema
       *[other] { $count } Themen
    }
start-made-map = Die Karte, auf der Ideen ihren Ort haben
start-made-budget = Ein Topf von { $amount }
start-made-forms =
    { $count ->
        [one] { $count } Fragebogen, als Entwurf
       *[other] { $count } Fragebögen, als Entwurf
    }
start-made-meetings =
    { $count ->
        [one] { $count } öffentliche Versammlung, als Entwurf
       *[other] { $count } öffentliche Versammlungen, als Entwurf
    }
start-left-introduction = Das Thema vorstellen: worum es geht, warum jetzt
start-left-cover = Ein Bild wählen
start-left-documents = Die Unterlagen beifügen: Pläne, Gutachten, Beschluss
start-left-perimeter = Das Gebiet auf der Karte zeichnen, wenn nicht der ganze Ort betroffen ist
start-left-forms = Den Fragebogen ergänzen und dann veröffentlichen
start-left-meetings = Den Saal buchen und dann die Versammlung ankündigen
start-left-envelopes = Das Budget auf mehrere Töpfe verteilen, wenn Sie möchten
start-left-vote = Die Abstimmung vorbereiten, sobald die Projekte geprüft sind
start-left-publish = Durchlesen und dann veröffentlichen
start-report = Ich möchte Meldungen von der Straße sammeln
start-report-lead = Vier Fragen. Die Einwohner brauchen kein Konto: Ihre Adresse wird per E-Mail bestätigt.
start-report-known = Schon jetzt kann man melden:
start-report-all = Alle vorgeschlagenen Kategorien gibt es schon.
start-report-arrange = Kategorien einrichten
start-report-kinds = Was kann gemeldet werden?
start-report-kinds-hint = Wählen Sie nur, worum sich die Verwaltung wirklich kümmert. Weitere können Sie später hinzufügen.
start-report-service-hint = Wird in Antworten genannt. Zum Beispiel: Bauhof.
start-report-referent-hint = Die Person, die Meldungen bekommt und antwortet. Sie kann je Kategorie eine andere sein.
start-report-delay = Zugesagte Antwortzeit in Tagen
start-report-delay-hint = Den Einwohnern angezeigt. Sagen Sie zu, was Sie halten; 0: nichts wird zugesagt.
start-report-note = Die Kategorien werden geschlossen angelegt: Niemand kann etwas melden, bevor Sie sie auf der nächsten Seite öffnen.
start-report-do = Kategorien vorbereiten
start-report-made-lead = Die Kategorien sind fertig. Öffnen Sie sie, sobald die zuständige Person Bescheid weiß.
start-report-nothing-closed = Alle Kategorien sind offen.
start-report-closed = Noch geschlossene Kategorien
start-report-closed-hint = Eine offene Kategorie nimmt sofort Meldungen an.
start-report-open = Für Meldungen öffnen
start-report-opened =
    { $count ->
        [one] { $count } Kategorie ist offen.
       *[other] { $count } Kategorien sind offen.
    }
start-report-see = Seite der Meldungen ansehen
start-report-none = Wählen Sie mindestens eine Kategorie zum Öffnen.
start-report-days =
    { $count ->
        [one] Antwort in { $count } Tag
       *[other] Antwort in { $count } Tagen
    }
start-report-left-categories = Die Kategorien anpassen: Namen, Fachdienste, Zeiten
start-report-left-referent = Für jede Kategorie eine zuständige Person nennen
start-report-left-areas = Ein Viertel einer Person anvertrauen, wenn Sie möchten
start-kind-roads = Straßen und Gehwege
start-kind-roads-hint = Fahrbahn, Gehweg, Radweg, Markierung.
start-kind-lighting = Straßenbeleuchtung
start-kind-lighting-hint = Eine Laterne ist aus, flackert oder ist beschädigt.
start-kind-cleanliness = Sauberkeit
start-kind-cleanliness-hint = Wilder Müll, voller Abfalleimer, Schmiererei.
start-kind-green = Grünflächen
start-kind-green-hint = Baum, Beet, Rasen, Spielplatz.
start-kind-furniture = Stadtmobiliar
start-kind-furniture-hint = Bank, Unterstand, Poller, Fahrradbügel.
start-kind-signs = Schilder und Ampeln
start-kind-signs-hint = Ein Schild fehlt oder ist unleserlich, eine Ampel ist ausgefallen.
start-kind-water = Wasser und Abwasser
start-kind-water-hint = Leck, Gully, Brunnen.
start-kind-noise = Lärm
start-kind-noise-hint = Wiederkehrende Störung: wo, wann, welcher Art.
start-fund = Ich möchte ein Projekt durch Crowdfunding unterstützen
start-fund-lead = Fünf Fragen zu einem ersten Projekt. Geld läuft nie über diese Seite: Es geht an die zugelassene Plattform, die Sie nennen.
start-fund-title = Name des Projekts
start-fund-title-hint = Was das Geld möglich macht. Beispiel: „Ein Backhaus für das Dorf“.
start-fund-body = Das Projekt in wenigen Sätzen
start-fund-body-hint = Wozu es dient, wie weit es ist, was die Spenden möglich machen.
start-fund-carrier = Wer es trägt
start-fund-carrier-hint = Der Verein, das Unternehmen oder der Fachdienst, der das Projekt umsetzt.
start-fund-goal-title = Gesuchte Summe in Euro
start-fund-goal-hint = Oft weniger als ein Fünftel der Gesamtkosten: Der Rest kommt anderswoher.
start-fund-goal = { $amount } gesucht von { $carrier }, als Spenden
start-fund-dates = Kampagne vom { $from } bis { $to }
start-fund-link = Adresse der Kampagne
start-fund-link-hint = Auf der zugelassenen Plattform, mit https. Legen Sie die Kampagne zuerst dort an.
start-fund-note =
    { $count ->
        [one] Der Rest ist für Sie eingestellt: Spenden, { $count } Woche Kampagne ab einem Montag. Bis zur Veröffentlichung lässt sich alles ändern.
       *[other] Der Rest ist für Sie eingestellt: Spenden, { $count } Wochen Kampagne ab einem Montag. Bis zur Veröffentlichung lässt sich alles ändern.
    }
start-fund-hidden = Sonst sieht niemand dieses Projekt vor seiner Veröffentlichung.
start-fund-left-terms = Form (Spende, Darlehen, Beteiligung) und Termine der Kampagne prüfen
start-fund-left-reports = Wählen, wie die gesammelte Summe aktuell bleibt: von Hand, als Datei oder durch die Plattform
start-fund-left-publish = Durchlesen und dann veröffentlichen
fault-kinds-missing = Wählen Sie mindestens eine Kategorie.
fault-delay-shape = Geben Sie eine Zahl von Tagen zwischen 0 und 730 an.
fault-weeks-shape = Geben Sie eine Zahl von Wochen zwischen 1 und 104 an.
fault-most-shape = Geben Sie einen Betrag in Euro an, oder nichts.
flash-start-street-open = Offen: Die Einwohner können melden.
editor-preset-mapped = Auf der Karte vorschlagen
editor-preset-mapped-text = Setzen Sie Ihre Ideen auf die Karte, antworten Sie auf andere und unterstützen Sie, was Ihnen gefällt.
editor-preset-debate = Beraten
editor-preset-debate-text = Keine neuen Ideen mehr: Beraten wir über die auf der Karte und sagen, welche zählen.
editor-preset-balance = Abschlussbericht
editor-preset-balance-text = Der Abschlussbericht erscheint hier: was übernommen wird, was nicht, und warum.
start-by-administrators = Das richtet die Administration der Website ein.
start-by-named = Das richtet die Administration der Website ein: { $names }
start-open-data-lead = Sagen Sie, was alle weiterverwenden dürfen, unter welcher Lizenz und an wen man schreiben kann. Alles ist schon ausgefüllt; ändern Sie, was Sie möchten.
start-open-data-note = Für die Öffentlichkeit ändert sich nichts: Sie lesen es noch einmal, lassen es lesen und veröffentlichen es dann.
start-open-data-made-lead = Die offenen Daten, wie sie sein werden.
start-open-data-sets =
    { $count ->
        [0] Kein Datensatz veröffentlicht
        [one] { $count } Datensatz veröffentlicht
       *[other] { $count } Datensätze veröffentlicht
    }
start-open-data-withheld = Nicht veröffentlicht: { $names }
start-open-data-licence = Lizenz: { $name }
start-open-data-left-contact = Eine Adresse angeben, an die man schreiben kann
start-open-data-left-read = Die Beschreibung und die Liste noch einmal lesen
start-open-data-publish = Veröffentlichen
start-open-data-publish-text = Seiten, Dateien und Katalog ändern sich sofort. In den Einstellungen können Sie es rückgängig machen.
start-open-data-do = Diese Auswahl veröffentlichen
flash-start-open-data-open = Veröffentlicht: Hier sind die offenen Daten.
flash-office-prepared = Es ist vorbereitet. Nichts wird ohne Sie veröffentlicht.
