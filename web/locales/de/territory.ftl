# Die Beteiligungen der Gebietskörperschaften, denen unsere folgt
territory-title = Beteiligungen im ganzen Gebiet
territory-map-title = Die Gebiete
territory-calendar-title = Der Kalender des Gebiets
territory-figures-title = Die Zahlen des Gebiets
territory-lead = Was bei den Gebietskörperschaften offen ist, denen { place-the } folgt. Mitmachen können Sie auf deren Seiten.
territory-tabs = Andere Ansichten dieser Beteiligungen
territory-tab-list = Liste
territory-tab-map = Karte
territory-tab-calendar = Kalender
territory-tab-figures = Zahlen
territory-feed = Beteiligungen im ganzen Gebiet, { $place }
territory-filter = Filtern
territory-filter-label = Beteiligungen filtern
territory-search = Gesuchte Wörter
territory-where = Gebiet
territory-anywhere = Alle Gebiete
territory-theme = Thema
territory-any-theme = Alle Themen
territory-phase = Schritt
territory-time-open = Alle, die offen sind
territory-time-upcoming = Öffnen bald
territory-time-closed = Beendet
territory-time-all = Alle
territory-count = { $count ->
    [one] { $count } Beteiligung
   *[other] { $count } Beteiligungen
}
territory-show-open = Alle offenen anzeigen
territory-nothing = Keine Beteiligung
territory-nothing-text = Die Beteiligungen der Gebietskörperschaften, denen wir folgen, erscheinen hier.
territory-nothing-filtered = Keine erfüllt diese Kriterien. Nehmen Sie eines weg.
territory-carried = { $count ->
    [one] In { $count } Gebiet
   *[other] In { $count } Gebieten
}
territory-shared = Geteilt
territory-share = Teilen
territory-unshare = Nicht mehr teilen
flash-territory-shared = Die Beteiligung ist mit allen geteilt, die Ihrer Gebietskörperschaft folgen.
flash-territory-unshared = Die Beteiligung ist nicht mehr geteilt.
territory-files = Folgen und weiterverwenden
territory-file-atom = Neue Beteiligungen erhalten (Atom)
territory-file-ics = Die Termine in Ihren Kalender übernehmen
territory-file-data = Offene Daten:
territory-how = Diese Liste gibt wieder, was die Gebietskörperschaften selbst veröffentlichen. Sie wird täglich bei ihnen geprüft.
territory-ours-open = Laufende Beteiligungen { place-of } selbst
territory-ours-until = Bis { $date }
territory-ours = Die Beteiligungen { place-of } ansehen
territory-map = Karte der Gebiete
territory-map-text = Ein Punkt je Gebiet. Je größer er ist, desto mehr Beteiligungen sind offen. Die Tabelle unter der Karte sagt dasselbe.
territory-map-caption = Die Gebiete, die angeben, wo sie liegen. Norden ist oben.
territory-map-none = Noch gibt kein Gebiet an, wo es liegt. Daher gibt es vorerst keine Karte.
territory-point = { $place }: { $count ->
    [one] { $count } offene Beteiligung
   *[other] { $count } offene Beteiligungen
}
territory-territories = { $count ->
    [one] { $count } Gebiet
   *[other] { $count } Gebiete
}
territory-table = Die Gebiete und ihre offenen Beteiligungen
territory-col-territory = Gebiet
territory-col-kind = Art
territory-col-open = Offene Beteiligungen
territory-col-figures = Zahlen
territory-col-checked = Geprüft
territory-col-answered = Beantwortete Beiträge
territory-kind-unsaid = Nicht angegeben
territory-insee = INSEE { $code }
territory-unplaced = nicht auf der Karte
territory-unchecked = Noch nicht
territory-declared = Name, Art, Kennziffer und Ort gibt ein Gebiet selbst an. Für diese Seite hat das niemand geprüft.
territory-figures-see = Zahlen ansehen
territory-month = { $month } { $year }
territory-month-before = Voriger Monat
territory-month-after = Nächster Monat
territory-month-empty = Nichts in diesem Monat
territory-month-empty-text = Kein Schritt beginnt, keine Beteiligung endet, und es gibt kein Treffen.
territory-ends = Die Beteiligung endet
territory-begins = Die Beteiligung beginnt
territory-meeting = Treffen
territory-meeting-cancelled = Treffen abgesagt
territory-begins-phase = Beginnt: { $phase }
territory-figure-open = Offene Beteiligungen
territory-figure-all = Beteiligungen
territory-figure-contributions = Beiträge
territory-figure-replies = Antworten der Menschen
territory-figure-supports = Unterstützungen
territory-figure-answers = Beantwortete Beiträge
territory-figure-participants = Teilnahmen
territory-figures-told = { $count ->
    [0] Keine Beteiligung sagt, wie viele Menschen teilgenommen haben.
    [one] Die Teilnahmen stammen aus der einen Beteiligung, die ihre Zahl nennt.
   *[other] Die Teilnahmen stammen aus den { $count } Beteiligungen, die ihre Zahl nennen: Wer an zweien teilnahm, zählt zweimal.
}
territory-figures-few = Eine Zahl von weniger als 11 Menschen wird nicht genannt.
territory-figures-back = Das ganze Gebiet ansehen
territory-compared = Nebeneinander
territory-compared-text = Hier stehen nur Gebiete, die dem Vergleich ihrer Zahlen zustimmen. Ein größeres Gebiet hat oft größere Zahlen: Das heißt nicht, dass es besser ist.
territory-compared-none = Noch hat kein Gebiet zugestimmt.
territory-compared-count = { $count } von { $all } stimmen zu.
territory-percent = { $share } %
territory-home-all = Alle Beteiligungen im ganzen Gebiet ansehen
territory-comparison = Vergleich mit anderen Gebieten
territory-comparison-hint = Die Gebiete, die Ihnen folgen, sehen Ihre Zahlen. Neben die Zahlen anderer stellen sie sie nur, wenn Sie zustimmen.
territory-comparison-label = Zustimmen, dass unsere Zahlen mit denen anderer Gebiete verglichen werden
territory-comparison-save = Diese Wahl speichern
flash-territory-comparison = Ihre Wahl ist gespeichert. Die Gebiete, die Ihnen folgen, erfahren davon.
