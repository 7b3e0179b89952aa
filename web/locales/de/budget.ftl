# Der Bürgerhaushalt: was alle lesen, und was die Ämter ausfüllen.

budget-tab = Budget
budget-title = Bürgerhaushalt: { $consultation }
budget-projects-title = Projekte: { $consultation }
budget-works-title = Umsetzung: { $consultation }
budget-envelope-named = { $title } ({ $district })
budget-invite = Haben Sie ein Projekt für den Ort?
budget-invite-text = Sagen Sie einfach was, wo und warum. Die Ämter berechnen die Kosten für Sie.
budget-new = Projekt einreichen
budget-new-lead = Sagen Sie, was umgesetzt werden soll. Sie brauchen weder Plan noch Kostenvoranschlag.
budget-new-note = Ihr Projekt ist sofort öffentlich. Die Ämter prüfen es, dann erhalten Sie eine schriftliche Antwort, wie auch immer sie ausfällt.
budget-publish = Mein Projekt einreichen
budget-correct = Topf, Ort oder Kosten berichtigen
budget-field-title = Name des Projekts
budget-field-title-hint = Zum Beispiel: Bänke im Schatten vor der Schule.
budget-field-body = Ihr Projekt
budget-field-body-hint = Was gemacht würde, für wen, und was es ändern würde.
budget-field-envelope = Aus welchem Topf würde es bezahlt?
budget-field-place = Ort
budget-field-place-hint = Eine Adresse, ein Platz, ein Viertel; oder nichts, wenn es überall ist.
budget-field-asked = Kosten, wenn Sie eine Vorstellung haben
budget-field-asked-hint = Zum Beispiel: 12 000 €. Die Ämter rechnen nach.
budget-envelope-most = { $amount } insgesamt, höchstens { $most } je Projekt
budget-envelopes = Die Töpfe des Budgets
budget-total = { $amount } zu verteilen
budget-envelope = Topf
budget-amount = Betrag
budget-most = höchstens { $amount } je Projekt
budget-projects = Projekte
budget-projects-count = { $count ->
    [0] Kein Projekt
    [one] { $count } Projekt
   *[other] { $count } Projekte
}
budget-vote = Abstimmung
budget-vote-see = Zur Abstimmung
budget-vote-none = Noch nicht offen
budget-funnel = Von der Idee zur Umsetzung
budget-funnel-deposited = { $count ->
    [one] Projekt eingereicht
   *[other] Projekte eingereicht
}
budget-funnel-vote = zur Abstimmung gestellt
budget-funnel-selected = gewählt
budget-funnel-done = umgesetzt
budget-waiting = { $count ->
    [one] { $count } Person wartet noch auf eine Antwort.
   *[other] { $count } Personen warten noch auf eine Antwort.
}
budget-all-answered = Alle, die etwas eingereicht haben, haben eine Antwort.
budget-works = Die Umsetzung
budget-works-sum = { $count ->
    [one] { $done } von { $count } gewählten Projekt umgesetzt.
   *[other] { $done } von { $count } gewählten Projekten umgesetzt.
}
budget-no-works = Noch ist kein Projekt gewählt. Nach der Abstimmung steht hier der Fortschritt.
budget-latest = Neueste Projekte
budget-see-all = { $count ->
    [one] Das Projekt ansehen
   *[other] Alle { $count } Projekte ansehen
}
budget-no-project = Noch kein Projekt.
budget-no-such = Kein Projekt passt zu dieser Auswahl.
budget-show-all = Alle Projekte ansehen
budget-filter = Projekte filtern
budget-filter-do = Filtern
budget-any-envelope = Alle Töpfe
budget-state = Stand des Projekts
budget-any-state = Jeder Stand
budget-cost-short = geprüfte Kosten
budget-cost-asked-short = eigene Schätzung
budget-back = Der Bürgerhaushalt
budget-how = So geht es
budget-how-deposit = Sie reichen ein Projekt ein: was, wo, warum.
budget-how-study = Die Ämter prüfen jedes Projekt und berechnen die Kosten. Alle erhalten eine schriftliche Antwort, veröffentlicht mit den Gründen.
budget-how-campaign = Die Projekte, die zur Abstimmung stehen, werden vorgestellt und besprochen.
budget-how-vote = Alle stimmen ab, Projekt für Projekt, im Rahmen des Topfes.
budget-how-results = Die Ergebnisse werden mit der Rechnung veröffentlicht, die jeder nachrechnen kann. Alle, die eingereicht haben, werden benachrichtigt.
budget-how-works = Die gewählten Projekte werden umgesetzt. Versprochenes Datum und Verzug werden veröffentlicht.
project-title = Das Projekt
project-cost = Geprüfte Kosten
project-asked = Eigene Schätzung
project-place = Ort
project-into = Zusammengelegt mit
project-merged = Hier zusammengelegte Projekte
project-works = Die Umsetzung
project-state-deposited = Eingereicht
project-state-put_to_vote = Steht zur Abstimmung
project-state-set_aside = Nicht weiterverfolgt
project-state-merged = Zusammengelegt
project-state-selected = Gewählt
project-state-not_selected = Nicht gewählt
project-verdict-feasible = Machbar
project-verdict-adapted = Nach Anpassung machbar
project-verdict-not_feasible = Nicht machbar
works-promised = Versprochen für den { $day }
works-done = Abgeschlossen am { $day }
works-late = { $count ->
    [one] { $count } Tag im Verzug
   *[other] { $count } Tage im Verzug
}
works-was-late = { $count ->
    [one] Mit { $count } Tag Verzug abgeschlossen
   *[other] Mit { $count } Tagen Verzug abgeschlossen
}
works-in-time = Rechtzeitig abgeschlossen
flash-project-deposited = Ihr Projekt ist eingereicht. Sie erhalten eine schriftliche Antwort.
fault-envelope-missing = Wählen Sie einen Topf.
fault-asked-shape = Schreiben Sie einen Betrag in Euro, zum Beispiel 12 000 €.
fault-cost-shape = Schreiben Sie einen Betrag in Euro, zum Beispiel 12 000 €.
fault-cost-missing = Geben Sie die Kosten an, bevor das Projekt zur Abstimmung kommt.
fault-cost-choice = Diese Kosten sind höher, als der Topf für ein Projekt erlaubt.
fault-verdict-missing = Sagen Sie zuerst, ob das Projekt machbar ist.
fault-verdict-choice = Ein nicht machbares Projekt kann nicht zur Abstimmung kommen.
fault-into-choice = Wählen Sie ein anderes Projekt aus der Liste.
fault-envelopes-taken = Ein Topf mit Projekten kann nicht entfernt werden. Verschieben Sie sie zuerst.
fault-done_on-missing = Geben Sie den Tag an, an dem alles fertig war.
fault-done_on-shape = Geben Sie einen vergangenen Tag oder heute an.
fault-done_on-choice = Ein Endtag passt nur zu abgeschlossenen Arbeiten.
fault-news-missing = Erklären Sie, warum die Arbeiten eingestellt sind.
works-state-planned = Geplant
works-state-prepared = In Vorbereitung
works-state-under_way = Im Gang
works-state-done = Abgeschlossen
works-state-stopped = Eingestellt
