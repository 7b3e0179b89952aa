# Zusagen nach einer Beteiligung: Stand, Termine, Herkunft.
editor-part-commitments = Zusagen
commitment-word = Zusage
commitment-state-planned = Geplant
commitment-state-under_way = Im Gang
commitment-state-done = Erfüllt
commitment-state-abandoned = Aufgegeben
commitment-draft = Entwurf
commitment-untitled = Beitrag ohne Titel
commitment-late = { $count ->
    [one] { $count } Tag Verzug
   *[other] { $count } Tage Verzug
}
commitment-was-late = { $count ->
    [one] Mit { $count } Tag Verzug erfüllt
   *[other] Mit { $count } Tagen Verzug erfüllt
}
commitment-progress = Fortschritt: { $count } %
commitment-hundredths = { $count } %
commitment-first = Zuerst versprochen für den { $day }
commitment-done = Erfüllt am { $day }
commitment-costs = Kosten: { $cost }
commitment-by = Zuständig: { $name }
commitment-from = { $count ->
    [one] Diese Zusage geht zurück auf:
   *[other] Diese Zusage geht auf { $count } Beiträge zurück:
}
commitment-more = { $count ->
    [one] und { $count } weiteren
   *[other] und { $count } weitere
}
commitment-came = { $count ->
    [one] Die Zusage, die daraus entstand
   *[other] Die { $count } Zusagen, die daraus entstanden
}
commitment-why = Warum diese Zusage aufgegeben wird
commitment-text = Die Zusage
commitment-steps = Schritt für Schritt
commitment-first-step = Die Zusage ist veröffentlicht.
commitment-sources = Worauf sie zurückgeht
commitment-no-source = Diese Zusage geht nicht auf einen einzelnen Beitrag zurück.
commitment-entry = Zusage ({ $state }): { $title }
commitments-title = Die Zusagen { place-of }
commitments-all = Alle Zusagen
commitments-file = Die Zusagen herunterladen (CSV)
commitments-count-planned = geplant
commitments-count-under_way = im Gang
commitments-count-done = erfüllt
commitments-count-abandoned = aufgegeben
commitments-count-late = im Verzug
commitments-lead = Sagen Sie, was die Gebietskörperschaft zusagt, verbinden Sie jede Zusage mit den Beiträgen, auf die sie zurückgeht, und halten Sie den Stand aktuell. Die Autoren werden benachrichtigt.
commitments-none = Noch keine Zusage.
commitments-new = Eine Zusage schreiben
commitments-order = Reihenfolge
commitments-up = Nach oben
commitments-down = Nach unten
commitment-title = Was die Gebietskörperschaft zusagt
commitment-title-hint = Ein Satz mit einem Verb. Beispiel: Zwölf Bäume auf dem Marktplatz pflanzen.
commitment-body = Im Einzelnen
commitment-body-hint = Was, wo, wie und warum. Markdown ist möglich.
commitment-responsible = Wer dafür einsteht
commitment-responsible-hint = Eine Dienststelle oder ein gewähltes Mitglied. Beispiel: das Grünflächenamt.
commitment-cost-hint = In Euro. Lassen Sie das Feld leer, wenn Sie es noch nicht wissen.
commitment-save = Text speichern
commitment-sources-hint = Die Autoren der verbundenen Beiträge bekommen einen Brief bei der Veröffentlichung, und wenn die Zusage erfüllt oder aufgegeben ist.
commitment-unlink = Entfernen
commitment-search = Einen Beitrag suchen
commitment-search-do = Suchen
commitment-search-none = Kein Beitrag zum Verbinden. Suchen Sie mit anderen Wörtern.
commitment-answered = Beiträge mit einer Antwort
commitment-found = Gefundene Beiträge
commitment-link = Die angekreuzten Beiträge verbinden
commitment-publish = Zusage veröffentlichen
commitment-publish-text = Sie erscheint auf der Seite der Antworten. Der versprochene Tag kann dann nicht mehr ohne öffentliche Erklärung geändert werden. Eine veröffentlichte Zusage wird nie gelöscht: Sie wird erfüllt oder mit einem Grund aufgegeben.
commitment-remove = Diesen Entwurf löschen
commitment-report = Sagen, wie es um die Zusage steht
commitment-progress-field = Fortschritt in %
commitment-progress-hint = Von 0 bis 100. Geplant zählt als 0, erfüllt als 100.
commitment-promised-hint = Wenn Sie ihn ändern, erklären Sie unten warum. Der erste Tag bleibt sichtbar.
commitment-finished-hint = Erst wenn alles erfüllt ist.
commitment-words-hint = Was alle lesen. Nötig, um den versprochenen Tag zu ändern oder aufzugeben.
fault-finished_on-missing = Geben Sie den Tag an, an dem die Zusage erfüllt wurde.
fault-finished_on-shape = Geben Sie einen vergangenen Tag oder heute an.
fault-finished_on-choice = Ein Endtag gehört nur zu einer erfüllten Zusage.
fault-progress-missing = Geben Sie den Fortschritt an, von 0 bis 100.
fault-progress-shape = Geben Sie eine ganze Zahl von 0 bis 100 an.
fault-words-missing = Erklären Sie, warum.
fault-contributions-missing = Kreuzen Sie mindestens einen Beitrag an.
milestones-title = Zwischenziele
milestones-hint = Was unterwegs zu sehen sein wird, jedes mit seinem Tag. Alle lesen sie, sobald die Zusage veröffentlicht ist.
milestones-full = Diese Zusage hat zwanzig Zwischenziele: mehr Platz gibt es nicht.
milestones-reached = Zwischenziele erreicht: { $number } von { $total }
milestone-planned = Geplant für den { $day }
milestone-late = Überfällig seit dem { $day }
milestone-reached = Erreicht am { $day }
milestone-dropped = Nicht erreicht
milestone-title = Ein neues Zwischenziel
milestone-title-hint = Beispiel: Die Bäume sind bestellt.
milestone-add = Zwischenziel hinzufügen
milestone-day = Erreicht am
milestone-reach = Tag speichern
milestone-remove = Entfernen
journal-detail-milestone_added = Zwischenziel hinzugefügt
journal-detail-milestone_reached = Zwischenziel erreicht
journal-detail-milestone_missed = Zwischenziel doch nicht erreicht
journal-detail-milestone_removed = Zwischenziel entfernt
fault-due_on-missing = Geben Sie den versprochenen Tag an.
fault-due_on-shape = Geben Sie einen Tag an, zum Beispiel 2027-03-28.
fault-reached_on-missing = Geben Sie den Tag an, an dem es erreicht wurde.
fault-reached_on-shape = Geben Sie einen vergangenen Tag oder heute an.
flash-commitment-published = Die Zusage ist veröffentlicht.
flash-commitment-reported = Der Fortschritt ist veröffentlicht.
flash-commitment-removed = Der Entwurf ist gelöscht.
letter-commitment_made-subject = Aus Ihrer Idee wurde eine Zusage – { $place }
letter-commitment_made-text = Die Gebietskörperschaft macht eine Zusage, die auf Ihren Beitrag zurückgeht. Sie können den Fortschritt verfolgen.
letter-commitment_made-button = Die Zusage lesen
letter-commitment_done-subject = Es ist geschafft – { $place }
letter-commitment_done-text = Eine Zusage, die auf Ihren Beitrag zurückgeht, ist erfüllt.
letter-commitment_done-button = Ansehen, was getan wurde
letter-commitment_abandoned-subject = Eine Zusage wird aufgegeben – { $place }
letter-commitment_abandoned-text = Eine Zusage, die auf Ihren Beitrag zurückgeht, wird aufgegeben. Der Grund ist veröffentlicht.
letter-commitment_abandoned-button = Den Grund lesen
event-commitment_drafted = Hat eine Zusage vorbereitet
event-commitment_published = Hat eine Zusage veröffentlicht
event-commitment_edited = Hat eine Zusage geändert
event-commitment_reported = Hat gesagt, wie es um eine Zusage steht
event-commitments_ordered = Hat die Reihenfolge der Zusagen geändert
event-consultation_report_drafted = Hat den Bericht über eine Beteiligung vorbereitet
event-consultation_report_published = Hat den Bericht über eine Beteiligung veröffentlicht
