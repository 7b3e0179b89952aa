# Der Text, der zur Diskussion steht: Absätze, Änderungsanträge, endgültiger Text.
text-tab = Text
editor-part-text = Text
text-state-draft = In Vorbereitung
text-state-open = Offen für Änderungen
text-state-closed = In Entscheidung
text-state-settled = Text angenommen
text-hint-draft = Diesen Text lesen vorerst nur die Mitarbeitenden. Öffnen Sie ihn in der Verwaltung.
text-hint-open = Wählen Sie die Nummer eines Absatzes, um ihn zu unterstützen, zu kommentieren oder andere Worte vorzuschlagen.
text-hint-closed = Es kann nichts mehr vorgeschlagen werden. Über jeden Änderungsantrag wird mit Begründung entschieden.
text-hint-settled = Über jeden Änderungsantrag wurde entschieden. Der angenommene Text zeigt, was sich geändert hat.
text-aside = Wie man an diesem Text mitwirkt
text-how = Am Text mitwirken
text-amendments = { $count ->
    [one] Änderungsantrag
   *[other] Änderungsanträge
}
text-result = Sehen, was aus dem Text wird
text-file = Änderungsanträge herunterladen (CSV)
text-result-of = Was aus „{ $title }“ wird
text-result-settled = Text angenommen am { $day }.
text-result-so-far = Die bisherigen Entscheidungen. Weitere können folgen.
text-result-same = Bisher ändert sich nichts.
text-views = Arten, den Text zu lesen
text-view-changes = Die Änderungen
text-view-after = Mit den Änderungen
text-view-before = Wie er war
text-new = +
text-why = Warum diese Änderung
text-back = Zurück zum Text
diff-added = hinzugefügt:
diff-removed = gestrichen:
paragraph-title = Absatz { $number }
paragraph-of = Absatz { $number } – { $title }
paragraph-amendments = { $count ->
    [one] { $count } Änderungsantrag
   *[other] { $count } Änderungsanträge
}
paragraph-remarks = { $count ->
    [one] { $count } Kommentar
   *[other] { $count } Kommentare
}
paragraph-supports = { $count ->
    [one] { $count } Unterstützung
   *[other] { $count } Unterstützungen
}
paragraph-kept = { $count ->
    [one] { $count } angenommen
   *[other] { $count } angenommen
}
paragraph-amendments-all = Änderungsanträge ({ $count })
paragraph-remarks-all = Kommentare ({ $count })
paragraph-support = Diesen Absatz behalten
paragraph-said = Was dazu gesagt wird
paragraph-lists = Änderungsanträge oder Kommentare
paragraph-no-amendment = Noch hat niemand eine Änderung vorgeschlagen.
paragraph-no-remark = Noch hat niemand diesen Absatz kommentiert.
paragraph-around = Andere Absätze
paragraph-previous = Vorheriger Absatz
paragraph-next = Nächster Absatz
amend-do = Änderung vorschlagen
amend-what = Was schlagen Sie vor?
amend-choice-replace = Die Worte dieses Absatzes ändern
amend-choice-insert = Danach einen Absatz einfügen
amend-choice-remove = Diesen Absatz streichen
amend-wording = Ihre Worte
amend-wording-hint = Der Absatz, wie er lauten sollte, oder der neue Absatz. Um ihn zu streichen, lassen Sie dieses Feld, wie es ist.
amend-reason = Warum?
amend-reason-hint = Ein oder zwei Sätze genügen. Diese Begründung wird mit Ihrem Antrag veröffentlicht.
amend-note = Ihr Änderungsantrag ist öffentlich. Andere können ihn unterstützen und darauf antworten. Die Entscheidung und ihre Begründung werden Ihnen geschickt.
amend-publish = Änderungsantrag veröffentlichen
remark-do = Kommentieren
remark-text = Ihr Kommentar
remark-hint = Sagen Sie, was Sie von diesem Absatz halten. Ihr Kommentar ist öffentlich.
remark-publish = Kommentar veröffentlichen
amend-title-replace = Absatz { $number }, andere Worte: { $words }
amend-title-remove = Absatz { $number }, zu streichen: { $words }
amend-title-insert = Nach Absatz { $number }, einzufügen: { $words }
amend-title-remark = Absatz { $number }: { $words }
amend-word-replace = Ändert die Worte von Absatz { $number }
amend-word-remove = Streicht Absatz { $number }
amend-word-insert = Fügt nach Absatz { $number } einen Absatz ein
amend-word-remark = Kommentar zu Absatz { $number }
amend-outcome-open = Noch nicht entschieden
amend-outcome-accepted = Angenommen
amend-outcome-partly = Teilweise angenommen
amend-outcome-rejected = Nicht angenommen
amend-kept = Die übernommenen Worte:
amend-see = Den Absatz und die anderen Änderungsanträge lesen
text-office-lead = Stellen Sie einen Text Absatz für Absatz zur Diskussion: eine Satzung, eine Charta, einen Beschlussentwurf. Sie entscheiden über jeden Änderungsantrag und sagen, warum.
text-office-where = Stand des Textes
text-office-paragraphs = { $count ->
    [one] { $count } Absatz
   *[other] { $count } Absätze
}
text-open = Text für alle öffnen
text-open-hint = Lesen Sie ihn noch einmal: Ist er offen, ändern sich seine Worte nur noch durch Änderungsanträge. Die Phase der Beteiligung bestimmt, wer mitwirken kann.
text-remove = Diesen Entwurf löschen
text-close = Text für Änderungen schließen
text-settle = Text annehmen
text-reopen = Text wieder öffnen
text-undecided = { $count ->
    [one] { $count } Änderungsantrag wartet auf eine Entscheidung.
   *[other] { $count } Änderungsanträge warten auf eine Entscheidung.
}
text-office-amendments = Änderungsanträge
text-office-waiting = Zu entscheiden
text-office-all = Alle
text-office-none = Hier ist kein Änderungsantrag.
text-office-paragraph = Absatz
text-office-amendment = Änderungsantrag
text-office-author = Vorgeschlagen von
text-office-supports = Unterstützungen
text-write = Der Text
text-title = Titel des Textes
text-title-hint = Zum Beispiel: „Charta der Gemeinschaftsgärten“.
text-introduction = Einleitung
text-introduction-hint = Woher dieser Text kommt, wozu er dient, was sich ändern kann. Markdown ist möglich.
text-body = Text zur Diskussion
text-body-hint = Fügen Sie den Text ein. Eine leere Zeile trennt zwei Absätze; „#“ oder „Artikel 1“ ergibt eine Überschrift; ein Strich ergibt einen Listenpunkt. Die Nummern entstehen von selbst.
text-save = Text speichern
amend-others = { $count ->
    [one] Eine andere Änderung ist schon angenommen
   *[other] { $count } andere Änderungen sind schon angenommen
}
amend-others-text = Um für denselben Absatz noch eine anzunehmen, schreiben Sie die endgültigen Worte, die alle berücksichtigen.
amend-gone = (Absatz gestrichen)
amend-decide = Entscheiden
amend-decide-text = Die Entscheidung und ihre Begründung werden veröffentlicht und an die Person geschickt. Sie können neu entscheiden, solange der Text nicht angenommen ist.
amend-decision = Entscheidung
amend-decision-accepted = Unverändert annehmen
amend-decision-partly = Teilweise annehmen, mit den Worten unten
amend-decision-rejected = Nicht annehmen
amend-final = Endgültige Worte
amend-final-hint = Nötig, um teilweise anzunehmen, oder wenn eine andere Änderung desselben Absatzes schon angenommen ist. Für eine Streichung bleibt das Feld leer.
amend-answer = Warum diese Entscheidung
amend-answer-hint = Mindestens ein Satz. Alle können ihn lesen.
amend-decide-do = Entscheidung veröffentlichen
amend-settled = Der Text ist angenommen: Seine Entscheidungen ändern sich nicht mehr.
fault-word-choice = Wählen Sie, was Sie vorschlagen.
fault-wording-missing = Schreiben Sie die Worte, die Sie vorschlagen.
fault-wording-choice = Das sind die Worte des Absatzes: Ändern Sie sie, oder unterstützen Sie den Absatz.
fault-remark-missing = Schreiben Sie Ihren Kommentar.
fault-text-missing = Fügen Sie einen Text mit mindestens einem Absatz ein.
fault-text-too_long = Dieser Text ist zu lang: höchstens 300 Absätze, und 5.000 Zeichen je Absatz.
fault-outcome-choice = Wählen Sie eine Entscheidung.
fault-final_words-missing = Schreiben Sie die endgültigen Worte des Absatzes.
fault-settle-missing = Einige Änderungsanträge warten noch auf eine Entscheidung.
event-text_prepared = Hat den Text zur Diskussion vorbereitet
event-text_changed = Hat den Stand des Textes zur Diskussion geändert
event-paragraph_supported = Unterstützung eines Absatzes
flash-amended = Ihr Änderungsantrag ist veröffentlicht.
flash-remarked = Ihr Kommentar ist veröffentlicht.
flash-text-opened = Der Text ist offen.
flash-text-closed = Der Text ist für Änderungen geschlossen.
flash-text-settled = Der Text ist angenommen.
flash-text-removed = Der Entwurf des Textes ist gelöscht.
text-held = { $count ->
    [one] { $count } Änderungsantrag wartet auf die Moderation, bevor über ihn entschieden werden kann.
   *[other] { $count } Änderungsanträge warten auf die Moderation, bevor über sie entschieden werden kann.
}
text-stale = Inzwischen hat jemand anderes diesen Text gespeichert. Ihrer steht noch unten. Öffnen Sie die andere Fassung zum Vergleich in einem anderen Tab; Speichern ersetzt sie.
text-opened-meanwhile = Der Text wurde inzwischen für alle geöffnet: Seine Worte ändern sich nur noch durch Änderungsanträge. Ihrer steht noch unten, kopieren Sie, was Sie brauchen.
amend-concealed = Dieser Änderungsantrag ist nicht mehr sichtbar. Ihre Entscheidung ändert den Text; die Verfasserin oder der Verfasser erhält keine Antwort.
amend-concealed-open = Dieser Änderungsantrag ist nicht mehr sichtbar: Es gibt nichts zu entscheiden.
fault-final_words-choice = Das sind die Worte dieses Antrags allein: Sie würden die andere übernommene Änderung löschen. Schreiben Sie die Worte, die beide berücksichtigen.
fault-settle-choice = Einige Änderungsanträge warten noch auf die Moderation.
event-amendment_decided = Hat über einen zurückgezogenen oder ausgeblendeten Änderungsantrag entschieden
flash-text-held = Ihr Text ist abgeschickt. Die Moderation liest ihn, bevor er veröffentlicht wird.
