# Die Regeln eines Bürgerhaushalts vergleichen.
rules-link = Regeln eines Bürgerhaushalts vergleichen
rules-title = Regeln eines Bürgerhaushalts vergleichen
rules-lead = Laden Sie die Abstimmung des letzten Jahres. Sie sehen, was jede Regel ergeben hätte, bevor Sie eine wählen. Nichts wird gespeichert.
rules-file = Datei der Abstimmung
rules-file-hint = Eine .pb-Datei, das offene Format für Bürgerhaushalte. Höchstens 8 MB.
rules-do = Vergleichen
rules-example = Mit einem erfundenen Beispiel testen
rules-not-text = Diese Datei ist kein Text in UTF-8.
rules-given = Was jede Regel ergeben hätte
rules-budget = Budget
rules-projects = Projekte
rules-voters = Abstimmende
rules-notices = Was in der Datei auffällt, ohne das Zählen zu verhindern
rules-by-rule = Ergebnis jeder Regel
rules-rule = Regel
rules-winners = Ausgewählte Projekte
rules-spent = Ausgegeben
rules-served = Abstimmende mit mindestens einem ausgewählten Projekt
rules-served-of = { $count } ({ $percent } %)
rules-served-note = Wenn das Geld nicht für alles reicht, lässt jede Regel Abstimmende ohne Projekt. Vergleichen Sie, wie viele.
rules-each = Projekt für Projekt
rules-project = Projekt
rules-cost = Kosten
rules-votes = Stimmen
rules-won = Ausgewählt
rules-why-too-dear = Es fehlten { $amount }
rules-why-after-stop = Die Regel war vorher zu Ende
rules-why-below-threshold =
    { $count ->
        [one] { $count } Punkt unter der Schwelle
       *[other] { $count } Punkte unter der Schwelle
    }
rules-why-group-taken = Ein Projekt derselben Gruppe ist ausgewählt
rules-why-not-eligible = Zu wenige Stimmen für seine Kosten
rules-why-nobody-chose = Niemand hat es gewählt
rules-why-withdrawn = Zurückgezogen
rules-unshown =
    { $count ->
        [one] { $count } seltener gewähltes Projekt wird nicht angezeigt. Es wird mitgezählt.
       *[other] { $count } seltener gewählte Projekte werden nicht angezeigt. Sie werden mitgezählt.
    }
rules-exact = Die genauen Regeln
rules-exact-note = Jede Regel mit allen Parametern. Bei Gleichstand kommt das günstigste Projekt zuerst, dann das mit den meisten Stimmen, dann die Reihenfolge der Datei.
rules-words = Die Regeln in einfachen Worten
rules-name-greedy = Die meistgewählten zuerst
rules-how-greedy = Die Projekte werden nach Stimmen geordnet. Das erste wird ausgewählt, dann das nächste, solange das Geld reicht. Ein Projekt, das für den Rest zu teuer ist, wird übersprungen.
rules-fit-greedy = Leicht zu erklären. Eine große Gruppe kann alles bekommen, kleinere Stadtteile nichts.
rules-name-greedy_per_cost = Die meisten Stimmen pro Euro zuerst
rules-how-greedy_per_cost = Die Projekte werden nach Stimmen geteilt durch Kosten geordnet. Sie werden in dieser Reihenfolge ausgewählt, solange das Geld reicht.
rules-fit-greedy_per_cost = Wählt viele kleine Projekte. Ein großes Projekt, das allen nützt, hat wenig Chancen.
rules-name-equal_shares = Gleiche Anteile
rules-how-equal_shares = Alle Abstimmenden erhalten einen gleichen Anteil am Budget. Ein Projekt wird ausgewählt, wenn die, die es gewählt haben, es gemeinsam mit ihren Anteilen bezahlen können. Bleibt Geld übrig, wachsen die Anteile Schritt für Schritt, dann kommen die meistgewählten dazu.
rules-fit-equal_shares = Jede Gruppe zählt nach ihrer Größe. Braucht eine längere Erklärung.
rules-name-phragmen = Schrittweise Zahlung (Phragmén)
rules-how-phragmen = Alle Abstimmenden erhalten laufend Geld, im selben Tempo. Ein Projekt wird ausgewählt, sobald die, die es gewählt haben, es gemeinsam bezahlen können. Beim ersten, das das Budget überschreiten würde, ist Schluss.
rules-fit-phragmen = Jede Gruppe zählt nach ihrer Größe. Es kann Geld übrig bleiben.
rules-nothing = Diese Datei enthält keine Stimmen oder kein Budget. Es gibt nichts zu vergleichen.
rules-too-large = Die Beträge oder Zahlen dieser Datei sind zu groß, um hier gezählt zu werden.
rules-repeated = Das Projekt { $id } steht zweimal da.
rules-free = Das Projekt { $id } kostet nichts. Ein Projekt muss Kosten haben.
rules-ballot = Der Stimmzettel Nummer { $count } kann nicht gezählt werden.
rules-decimals = { $whole },{ $rest }
pb-at = Zeile { $line }, Spalte { $column }: { $what }
pb-title-expected = hier muss der Titel { $text } stehen.
pb-ended = die Datei endet zu früh.
pb-unclosed-quote = diese Anführungszeichen werden nie geschlossen.
pb-after-quote = nach schließenden Anführungszeichen kommt ein Strichpunkt oder das Ende der Zeile.
pb-too-many-fields = es gibt mehr Werte als Spalten.
pb-too-few-fields = es gibt weniger Werte als Spalten.
pb-empty-line = diese Zeile ist leer.
pb-missing = { $text } fehlt.
pb-twice = { $text } steht zweimal da.
pb-legacy = diese Spalte heißt seit April 2026 { $text }.
pb-unknown-word = das Format kennt „{ $text }“ nicht.
pb-not-a-number = hier muss eine Zahl stehen.
pb-negative = diese Zahl ist negativ.
pb-too-large = diese Zahl ist zu groß.
pb-empty = hier fehlt ein Wert.
pb-unknown-project = das Projekt „{ $text }“ gibt es nicht.
pb-repeated-project = dieser Stimmzettel nennt das Projekt „{ $text }“ zweimal. Es zählt einmal.
pb-points-do-not-match = es gibt nicht so viele Punkte wie Projekte.
pb-space-in-list = in dieser Liste steht ein Leerzeichen.
pb-count-differs = die Datei nennt { $said }, ihre Zeilen ergeben { $counted }.
rules-list = { $rule }: { $count ->
    [one] { $count } Projekt ausgewählt
   *[other] { $count } Projekte ausgewählt
}
rules-all = Alle Projekte, Regel für Regel, mit den Gründen
