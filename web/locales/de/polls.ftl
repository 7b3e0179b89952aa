polls-title = Abstimmungen
polls-lead = Die Gemeinde fragt nach Ihrer Meinung. Diese Abstimmungen sind beratend.
polls-none = Es gibt noch keine Abstimmung.
poll-state-draft = Entwurf
poll-state-upcoming = Demnächst
poll-state-open = Offen
poll-state-counting = Auszählung
poll-state-closed = Beendet
poll-state-cancelled = Abgesagt
poll-box-state-draft = Entwurf
poll-box-state-published = Veröffentlicht
poll-box-state-closed = Beendet
poll-box-state-cancelled = Abgesagt
poll-dates = Vom { $from } bis { $to }
poll-answer-for = Dafür
poll-answer-against = Dagegen
poll-answer-abstain = Enthaltung
poll-answer-support = Ich unterstütze es
poll-answer-live-with = Ich kann damit leben
poll-answer-object = Ich habe einen Einwand
poll-fault-few = Wählen Sie eine Antwort.
poll-fault-many = { $count ->
    [one] Wählen Sie nur eine Antwort.
   *[other] Wählen Sie höchstens { $count } Antworten.
}
poll-fault-repeated = Eine Antwort ist zweimal gewählt.
poll-fault-withdrawn = Eine Antwort wurde zurückgezogen. Wählen Sie eine andere.
poll-fault-unknown = Diese Antwort gehört nicht zur Abstimmung. Wählen Sie unter den angebotenen Antworten.
poll-level-confirmed = Konto, E-Mail bestätigt
poll-level-verified = Überprüftes Konto
poll-level-email_code = Code per E-Mail
poll-level-printed_code = Code per Brief
poll-level-listed = Liste der Gemeinde
poll-level-desk = Am Schalter
poll-level-paper = Auf Papier
poll-channel-online = Online
poll-channel-paper = Papier
poll-channel-withheld = Keine Angabe
poll-percent = { $count } %
poll-withheld = Zu wenige für eine Veröffentlichung
poll-voted = Von diesem Browser wurde eine Stimme gesendet. Sie können sie bis zum Ende ersetzen: Wählen Sie erneut.
poll-voted-final = Von diesem Browser wurde eine Stimme gesendet.
poll-my-receipt = Meine Quittung ansehen
poll-choose-one = Ihre Antwort
poll-choose-several = Ihre Antworten: eine oder mehrere
poll-review = Meine Wahl prüfen
poll-review-hint = Nichts wird gesendet, bevor Sie auf der nächsten Seite bestätigen.
poll-sign-in = Melden Sie sich an, um abzustimmen. Ihr Name wird nicht mit Ihrer Stimme verbunden.
poll-sign-in-button = Anmelden und abstimmen
poll-turnout = { $count ->
    [one] { $count } Person hat abgestimmt. Die Ergebnisse werden am Ende veröffentlicht.
   *[other] { $count } Personen haben abgestimmt. Die Ergebnisse werden am Ende veröffentlicht.
}
poll-results = Ergebnisse
poll-ballots = { $count ->
    [one] { $count } Stimme gezählt.
   *[other] { $count } Stimmen gezählt.
}
poll-not-survey = Dieses Ergebnis ist keine repräsentative Umfrage: Nur wer wollte, hat geantwortet.
poll-quorum-reached = Das Quorum von { $count } Teilnehmenden ist erreicht.
poll-quorum-missed = Das Quorum von { $count } Teilnehmenden ist nicht erreicht.
poll-too-few = Weniger als 11 Personen haben abgestimmt. Einzelheiten werden nicht veröffentlicht, damit niemand errät, wie jemand gestimmt hat.
poll-table = Die Ergebnisse in Zahlen
poll-col-answer = Antwort
poll-col-votes = Stimmen
poll-col-share = Anteil der Stimmen
poll-origins = Wie die Abstimmenden erkannt wurden
poll-col-level = Überprüfung
poll-col-channel = Weg
poll-col-voters = Abstimmende
poll-csv = Alle Stimmen anonym herunterladen (CSV)
poll-check-link = Meine Quittung prüfen
poll-cancelled-text = Diese Abstimmung wurde abgesagt. Die Stimmen und die Liste der Teilnahmen wurden vernichtet.
poll-rules = Die Regeln dieser Abstimmung
poll-rule-consultative = Diese Abstimmung ist beratend. Sie hilft bei der Entscheidung, sie entscheidet nicht.
poll-rule-who = Wer abstimmen darf: alle mit einem Konto hier, deren E-Mail-Adresse bestätigt ist. Ein Konto, eine Stimme.
poll-rule-revote = Sie können Ihre Stimme bis zum Ende ersetzen, im selben Browser. Die letzte zählt.
poll-rule-final = Eine gesendete Stimme kann nicht geändert werden.
poll-rule-erased = Wenn Sie Ihr Konto löschen, zählt Ihre Stimme weiter: Nichts verbindet sie mit Ihnen.
poll-rule-small = Die Ergebnisse werden am Ende veröffentlicht, wenn mindestens 11 Personen abgestimmt haben.
poll-rule-quorum = Das Quorum beträgt { $count } Teilnehmende.
poll-rule-lots = Bei Gleichstand gilt diese Reihenfolge, vor Beginn ausgelost:
poll-not-guaranteed = Was nicht garantiert ist
poll-not-guaranteed-text = Ihr Name und Ihre Stimme werden getrennt aufbewahrt, ohne Datum und Reihenfolge. Niemand kann aber ausschließen, dass eine Administratorin, die den Server während der Abstimmung beobachtet, errät, wer wie gestimmt hat, dass Schadsoftware Ihren Bildschirm liest oder dass jemand Sie unter Druck setzt. Eine Person kann mehrere E-Mail-Adressen haben.
poll-review-title = Prüfen Sie Ihre Stimme
poll-chosen = Sie haben gewählt
poll-replaces = Diese Stimme ersetzt die, die Sie schon von diesem Browser gesendet haben.
poll-cast = Stimme senden
poll-correct = Ändern
poll-already = Sie haben schon abgestimmt. Um Ihre Stimme zu ersetzen, kehren Sie zu dem Browser zurück, in dem Sie abgestimmt haben: Nur er hat die Quittung. Niemand sonst kann sie ändern, auch wir nicht.
poll-already-final = Sie haben schon abgestimmt. Eine gesendete Stimme kann nicht geändert werden.
poll-receipt-title = Ihre Stimme ist in der Urne
poll-receipt-code = Ihre Quittung
poll-receipt-note = Notieren Sie sie, wenn Sie Ihre Stimme prüfen möchten. Wir bewahren sie nicht auf: Es gibt sie nur hier und in diesem Browser.
poll-receipt-check = Nach dem Ende, { $date }, können Sie mit dieser Quittung prüfen, dass Ihre Stimme gezählt wurde.
poll-receipt-revote = Bis dahin können Sie Ihre Stimme von diesem Browser aus ersetzen.
poll-receipt-secret = Zeigen Sie sie niemandem: Sie beweist, wie Sie gestimmt haben.
poll-back = Zurück zur Abstimmung
poll-check-title = Eine Quittung prüfen
poll-check-later = Sie können Ihre Quittung nach dem Ende der Abstimmung prüfen.
poll-check-found = Diese Stimme wurde gezählt
poll-check-hint = Der Code, den Sie nach der Abstimmung notiert haben.
poll-check-button = Prüfen
poll-check-unknown = Keine Stimme dieser Abstimmung hat diese Quittung. Prüfen Sie, ob Sie sie ganz abgeschrieben haben.
poll-office-lead = Stellen Sie allen eine Frage. Die Abstimmung ist geheim und beratend; nach der Veröffentlichung ändert sich nichts.
poll-office-new = Abstimmung vorbereiten
poll-title = Frage
poll-title-hint = Nur eine Frage, kurz, ohne eine Antwort nahezulegen.
poll-description = Was man wissen muss
poll-description-hint = Der Zusammenhang, was jede Antwort ändert, was die Gemeinde mit dem Ergebnis macht.
poll-form = Form der Abstimmung
poll-form-choose-1 = Eine Antwort
poll-form-hint-choose-1 = Alle wählen eine der Antworten, die Sie schreiben.
poll-form-approval = Mehrere Antworten
poll-form-hint-approval = Alle wählen alle Antworten, die ihnen passen.
poll-form-for-against-abstain = Dafür, dagegen, Enthaltung
poll-form-hint-for-against-abstain = Für eine Frage, die man mit Ja oder Nein beantwortet.
poll-form-consent = Konsent
poll-form-hint-consent = Um zu erfahren, ob ein Vorschlag auf Einwände stößt: Ich unterstütze es, ich kann damit leben, ich habe einen Einwand.
poll-options = Mögliche Antworten
poll-options-hint = Eine pro Zeile, 2 bis 30. Leer lassen für „dafür, dagegen“ und für Konsent.
poll-opens-at = Beginn
poll-opens-at-hint = In der Ortszeit der Gemeinde.
poll-closes-at = Ende
poll-closes-at-hint = Ab diesem Moment wird keine Stimme mehr angenommen.
poll-quorum = Quorum
poll-quorum-hint = Zahl der Teilnehmenden, unter der das Ergebnis nicht gilt. 0: keines.
poll-revote = Bis zum Ende umentscheiden lassen
poll-revote-hint = Es schützt auch jene, denen jemand die Stimme vorschreibt.
poll-live = Zahl der Abstimmenden vor dem Ende zeigen
poll-live-hint = Ab 11 Abstimmenden. Die Antworten bleiben bis zum Ende verborgen.
poll-publish-title = Diese Abstimmung veröffentlichen
poll-publish-text = Speichern Sie zuerst und sehen Sie sich die Vorschau an. Nach der Veröffentlichung ändern sich weder Frage noch Antworten noch Daten.
poll-publish = Abstimmung veröffentlichen
poll-remove = Entwurf löschen
poll-settled = Diese Abstimmung ist veröffentlicht: Nichts ändert sich mehr.
poll-see = Abstimmung ansehen
poll-cancel = Abstimmung absagen
poll-cancel-text = Bereits gesendete Stimmen werden vernichtet. Die Seite der Abstimmung wird sagen, dass sie abgesagt wurde.
flash-voted = Ihre Stimme ist gespeichert.
flash-vote-replaced = Ihre Stimme ist ersetzt.
flash-poll-published = Die Abstimmung ist veröffentlicht.
flash-poll-cancelled = Erledigt.
editor-part-polls = Abstimmungen
privacy-cookie-ballot = : bewahrt die Quittung Ihrer Stimme, damit nur Sie sie ersetzen können. 180 Tage.
consultation-polls = Abstimmungen
poll-fault-same-rank = Zwei Antworten haben denselben Rang. Geben Sie jeder einen anderen.
poll-fault-budget = Ihre Auswahl liegt { $amount } über dem Budget. Nehmen Sie ein Projekt heraus.
poll-fault-few-points = { $count ->
    [one] Vergeben Sie mindestens { $count } Punkt.
   *[other] Vergeben Sie mindestens { $count } Punkte.
}
poll-fault-points = Sie haben { $given } Punkte vergeben. Sie haben insgesamt { $most }.
poll-fault-range = Wählen Sie einen Wert von { $lowest } bis { $highest }.
poll-fault-number = Schreiben Sie eine ganze Zahl, ohne Komma und ohne Vorzeichen.
poll-fault-unanswered = Antworten Sie in jeder Zeile.
poll-points = { $count ->
    [one] { $count } Punkt
   *[other] { $count } Punkte
}
poll-rank = Rang { $rank }
poll-unranked = Nicht eingereiht
poll-no-answer = Keine Antwort
poll-grade-0 = Ablehnen
poll-grade-1 = Ungenügend
poll-grade-2 = Ausreichend
poll-grade-3 = Gut
poll-grade-4 = Sehr gut
poll-give-points = { $count ->
    [one] Sie haben { $count } Punkt zu vergeben.
   *[other] Sie haben { $count } Punkte, die Sie auf die Antworten verteilen. Sie dürfen welche behalten.
}
poll-give-ranks = Geben Sie der liebsten Antwort den Rang 1, der nächsten den Rang 2 und so weiter. Sie dürfen aufhören, wann Sie möchten.
poll-give-steps = Antworten Sie Zeile für Zeile. Sie dürfen eine Zeile ohne Antwort lassen.
poll-blank-ballot = Sie haben nichts gewählt: Das ist ein leerer Stimmzettel.
poll-report = Wer abgestimmt hat, und wie
poll-blank = { $count ->
    [one] Davon ist { $count } leer.
   *[other] Davon sind { $count } leer.
}
poll-population = { $count ->
    [one] { $count } Person durfte abstimmen. Quelle:
   *[other] { $count } Personen durften abstimmen. Quelle:
}
poll-participation = Beteiligung: { $share }
poll-population-unknown = Wie viele Personen abstimmen durften, wurde nicht angegeben.
poll-uncounted-replaced = { $count ->
    [one] { $count } Stimmzettel wurde von seinem Urheber ersetzt und wird nicht gezählt.
   *[other] { $count } Stimmzettel wurden von ihren Urhebern ersetzt und werden nicht gezählt.
}
poll-uncounted-spoiled = { $count ->
    [one] { $count } Stimmzettel war ungültig und ist nicht gezählt.
   *[other] { $count } Stimmzettel waren ungültig und sind nicht gezählt.
}
poll-uncounted-missing = { $count ->
    [one] { $count } Stimmzettel fehlt: Eine Person mehr ist als auf Papier abstimmend vermerkt.
   *[other] { $count } Stimmzettel fehlen: Ebenso viele Personen mehr sind als auf Papier abstimmend vermerkt.
}
poll-paper-gap = Papier und Wählerliste stimmen nicht überein. Die Verwaltung erklärt dazu:
poll-uncounted-other = { $count ->
    [one] { $count } Stimmzettel wird nicht gezählt.
   *[other] { $count } Stimmzettel werden nicht gezählt.
}
poll-recount = Selbst nachzählen
poll-recount-text = Das Protokoll enthält die Regeln, alle Stimmzettel ohne Namen und das Ergebnis. Damit lässt sich alles nachzählen, mit einem Programm Ihrer Wahl oder mit dem Befehl
poll-digest = Fingerabdruck des Protokolls, genommen beim Abschluss:
poll-record = Protokoll der Abstimmung herunterladen (JSON)
poll-pb = Abstimmung im Format der Bürgerhaushalte herunterladen (.pb)
poll-col-points = Punkte
poll-col-points-share = Anteil der Punkte
poll-col-answers-share = Anteil der Antworten
poll-col-duels = Gewonnene Duelle
poll-col-duels-share = Anteil der Duelle
poll-duels-note = Jede Antwort wird mit jeder anderen verglichen. Sie gewinnt ein Duell, wenn mehr Stimmzettel sie weiter vorn einreihen. Die Reihenfolge ist die der Schulze-Methode.
poll-ranked = { $rank }. { $title }
poll-median = Mittlere Antwort: { $step }.
poll-judged = Rang { $rank }, mehrheitliche Note: { $grade }.
poll-decision-adopted = Mehr sagen „dafür“ als „dagegen“.
poll-decision-rejected = Nicht mehr sagen „dafür“ als „dagegen“.
poll-decision-no-quorum = Das Quorum wurde nicht erreicht: Das Ergebnis gilt nicht.
poll-decision-given = Niemand hat einen Einwand.
poll-decision-not-given = Es gibt mindestens einen Einwand.
poll-form-scale = Note von 1 bis 5
poll-form-hint-scale = Alle geben jeder Antwort eine Note von 1 bis 5. Sagen Sie im Text, was 1 und 5 bedeuten.
poll-form-cumulative = Punkte verteilen
poll-form-hint-cumulative = Alle verteilen Punkte auf die Antworten, je nachdem, wie wichtig sie ihnen sind.
poll-form-ranking = Reihenfolge
poll-form-hint-ranking = Alle reihen die Antworten von der liebsten bis zur letzten. Das Ergebnis vergleicht die Antworten paarweise.
poll-form-majority-judgment = Mehrheitsurteil
poll-form-hint-majority-judgment = Alle geben jeder Antwort eine Note, von „sehr gut“ bis „ablehnen“. Die mittlere Note entscheidet. Keine Note zählt als „ablehnen“.
poll-most = Höchstens
poll-most-hint = Zahl der Antworten bei „mehrere Antworten“, der Punkte bei „Punkte verteilen“. Leer: alle Antworten oder 10 Punkte.
poll-size = Personen, die abstimmen dürfen
poll-size-hint = Um die Beteiligung zu nennen. Lassen Sie es leer, wenn es niemand weiß.
poll-size-source = Quelle dieser Zahl
poll-size-source-hint = Zum Beispiel: Einwohner ab 16 Jahren, Volkszählung 2023.
