# Die Abstimmung über einen Bürgerhaushalt: der Korb, die Regel, was gewählt ist.
ballot-choose = Wählen Sie Ihre Projekte
ballot-choose-hint = Nehmen Sie hinein und heraus, so oft Sie möchten. Vor dem Schluss wird nichts gesendet.
ballot-left = Sie haben noch { $amount }
ballot-over = Es fehlen { $amount }
ballot-of = von { $amount }
ballot-choices-left = { $count ->
    [one] Sie haben noch { $count } Wahl
   *[other] Sie können noch { $count } Projekte wählen
}
ballot-count = { $count ->
    [0] kein Projekt gewählt
    [one] { $count } Projekt gewählt
   *[other] { $count } Projekte gewählt
}
ballot-missing = Dafür fehlen Ihnen { $amount }.
ballot-no-choice-left = Nehmen Sie dafür ein anderes heraus.
ballot-chosen = Gewählt
ballot-more = Mehr erfahren
ballot-page = Zur Seite des Projekts
ballot-put-in = Hinzufügen
ballot-take-out = Herausnehmen
ballot-undo = Rückgängig
ballot-total = Kosten Ihrer Auswahl: { $total }.
ballot-total-left = Kosten Ihrer Auswahl: { $total }. Es bleiben { $left }.
ballot-rule-title = Wie die Projekte ausgewählt werden
ballot-rule-shares = Gleiche Anteile, mit Vergleich
ballot-how-shares = Alle, die abstimmen, erhalten einen gleichen Anteil am Budget. Ein Projekt ist gewählt, wenn die, die es wollten, es mit ihren Anteilen gemeinsam bezahlen können. Bleibt Geld übrig, wachsen die Anteile um einen Euro, immer wieder, solange das Budget reicht. Am Ende wird mit den am häufigsten gewählten Projekten verglichen: Haben dort mehr Menschen mehr ihrer Projekte, gilt jenes Ergebnis.
ballot-fit-shares = Jede Gruppe von Einwohnern zählt nach ihrer Größe. Es kann etwas Geld übrig bleiben.
ballot-rule-shares_alone = Gleiche Anteile
ballot-how-shares_alone = Alle, die abstimmen, erhalten einen gleichen Anteil am Budget. Ein Projekt ist gewählt, wenn die, die es wollten, es mit ihren Anteilen gemeinsam bezahlen können. Bleibt Geld übrig, wachsen die Anteile um einen Euro, immer wieder, solange das Budget reicht.
ballot-fit-shares_alone = Jede Gruppe von Einwohnern zählt nach ihrer Größe. Es kann etwas Geld übrig bleiben.
ballot-rule-shares_greedy = Gleiche Anteile, ergänzt durch die am häufigsten gewählten
ballot-how-shares_greedy = Alle, die abstimmen, erhalten einen gleichen Anteil am Budget. Ein Projekt ist gewählt, wenn die, die es wollten, es mit ihren Anteilen gemeinsam bezahlen können. Die Anteile wachsen um einen Euro, immer wieder, solange das Budget reicht. Mit dem Geld, das bleibt, werden die am häufigsten gewählten Projekte genommen.
ballot-fit-shares_greedy = Jede Gruppe von Einwohnern zählt nach ihrer Größe, und fast das ganze Geld wird genutzt.
ballot-rule-greedy = Die am häufigsten gewählten zuerst
ballot-how-greedy = Die Projekte werden nach Stimmen oder Punkten geordnet. Das erste wird genommen, dann das nächste, solange das Geld reicht. Ein Projekt, das mehr kostet, als noch da ist, wird übersprungen.
ballot-fit-greedy = Leicht zu erklären. Eine große Gruppe kann alles bekommen, und kleinere Viertel nichts.
ballot-rule-greedy_per_cost = Die meisten Stimmen pro Euro zuerst
ballot-how-greedy_per_cost = Die Projekte werden nach Stimmen oder Punkten, geteilt durch ihre Kosten, geordnet. In dieser Reihenfolge werden sie genommen, solange das Geld reicht.
ballot-fit-greedy_per_cost = Wählt viele kleine Projekte. Ein großes Projekt, das allen nützt, hat kaum Aussichten.
ballot-rule-phragmen = Bezahlen nach und nach (Phragmén)
ballot-how-phragmen = Alle, die abstimmen, erhalten laufend Geld, im gleichen Takt. Ein Projekt ist gewählt, sobald die, die es wollten, es gemeinsam bezahlen können. Beim ersten, das das Budget überschreiten würde, ist Schluss.
ballot-fit-phragmen = Jede Gruppe von Einwohnern zählt nach ihrer Größe. Es kann Geld übrig bleiben.
ballot-rule-other = Eine besondere Regel
ballot-how-other = Diese Regel wurde für diese Abstimmung geschrieben. Hier steht sie mit allen Werten.
ballot-fit-other = Lassen Sie sie sich von der Gemeinde erklären.
ballot-budget = Budget
ballot-spent = Vergeben
ballot-rest = Nicht vergeben
ballot-table = Projekt für Projekt
ballot-project = Projekt
ballot-cost = Kosten
ballot-outcome = Ergebnis
ballot-won = Ausgewählt
ballot-why-withdrawn = Zurückgezogen
ballot-why-nobody = Niemand hat es gewählt.
ballot-why-not-eligible = Zu wenige Stimmen für die Kosten, oder die Regel war vorher zu Ende.
ballot-why-stopped = Die Regel war vorher zu Ende.
ballot-why-left = Als es an der Reihe war, blieben { $left }. Es fehlten { $missing }.
ballot-why-supporters = Die, die es gewählt hatten, hatten noch { $left } von ihren Anteilen. Es fehlten { $missing }.
ballot-share = Im geltenden Durchgang betrug der Anteil aller { $amount }, auf den Cent abgerundet.
ballot-prefer = { $shares } Abstimmende haben mit gleichen Anteilen mehr Projekte, { $greedy } mit den am häufigsten gewählten zuerst.
ballot-prefer-shares = Das Ergebnis ist also das der gleichen Anteile.
ballot-prefer-greedy = Das Ergebnis ist also das der am häufigsten gewählten zuerst.
ballot-office-new = Abstimmung über ein Budget vorbereiten
ballot-office-title = Titel der Abstimmung
ballot-office-title-hint = Zum Beispiel: Bürgerhaushalt 2026, Bahnhofsviertel.
ballot-office-budget = Budget in Euro
ballot-office-budget-hint = Die ganze Summe, die diese Abstimmung verteilt.
ballot-office-projects = Projekte
ballot-office-projects-hint = Eines pro Zeile: Kosten in Euro, Strichpunkt, Titel. Höchstens 200.
ballot-office-given = { $count ->
    [one] Das Budget beträgt { $amount }, für { $count } Projekt. Es kommt aus den Projekten der Beteiligung.
   *[other] Das Budget beträgt { $amount }, für { $count } Projekte. Sie kommen aus den Projekten der Beteiligung.
}
ballot-office-form = Form des Stimmzettels
ballot-form-knapsack = Ein Korb zum Füllen
ballot-form-hint-knapsack = Alle wählen Projekte, solange das Budget reicht.
ballot-form-approval = Eine Zahl von Projekten
ballot-form-hint-approval = Alle wählen einige Projekte, gleich, was sie kosten.
ballot-form-cumulative = Punkte verteilen
ballot-form-hint-cumulative = Alle verteilen Punkte auf die Projekte.
ballot-office-most = Höchstens
ballot-office-most-hint = Zahl der Projekte oder der Punkte. Leer: 5 Projekte oder 10 Punkte.
ballot-office-rule = Regel
ballot-office-rule-hint = Sie wird den Abstimmenden gezeigt und ändert sich nach der Veröffentlichung nicht mehr.
ballot-office-compare = Die Regeln an der Abstimmung des Vorjahrs vergleichen
ballot-options = Wahlmöglichkeiten
ballot-withdraw = Aus der Abstimmung nehmen
ballot-withdraw-text = Das ist endgültig. Stimmzettel, die sie nennen, zählen weiter, ohne sie.
ballot-withdrawn = Zurückgezogen
flash-option-withdrawn = Die Möglichkeit wurde herausgenommen.
ballot-yours = Ihre Wahl
ballot-otherwise = Mit einer anderen Regel: { $rule }
ballot-otherwise-text = Das hätten dieselben Stimmzettel ergeben. Es dient dem Verständnis: Die Regel stand vor der Abstimmung fest.
ballot-otherwise-new = Hier nicht ausgewählt
ballot-otherwise-none = Kein Projekt.
ballot-points-left = { $left ->
    [one] Sie haben noch { $left } von { $most } Punkten.
   *[other] Sie haben noch { $left } von { $most } Punkten.
}
ballot-points-over = { $over ->
    [one] Sie haben { $over } Punkt zu viel vergeben.
   *[other] Sie haben { $over } Punkte zu viel vergeben.
}
ballot-points-recount = Punkte neu zählen
