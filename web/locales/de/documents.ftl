# Die Dokumente einer Beteiligung und ihre Versionen.
documents-tab = Dokumente
editor-part-documents = Dokumente
documents-of = Dokumente: { $consultation }
documents-none = Noch kein Dokument.
documents-digest-hint = Jede Version bleibt verfügbar. Mit ihrer Prüfsumme lässt sich feststellen, dass die Datei unverändert ist.
documents-office-lead = Legen Sie die Unterlagen ab: Pläne, Studien, Protokolle. Eine neue Version löscht die alte nicht.
document-about = { $kind }, { $size } kB
document-digest = Prüfsumme (SHA-256)
document-take = Herunterladen
document-older = { $count ->
    [one] { $count } ältere Version
   *[other] { $count } ältere Versionen
}
document-version = Version { $number }
document-add = Dokument oder Version hinzufügen
document-add-do = Hinzufügen
document-of = Diese Datei ist
document-new = ein neues Dokument
document-new-version = eine neue Version von: { $title }
document-title = Titel
document-title-hint = Was das Dokument enthält, in wenigen Worten.
document-note = Was sich geändert hat
document-note-hint = Für eine neue Version: Sagen Sie, was sich gegenüber der vorherigen ändert.
document-file = Datei
document-file-hint = PDF, OpenDocument, Word, Excel, PowerPoint (ohne Makros) oder Bild. Höchstens { $count } MB.
document-full = Diese Beteiligung hat so viele Dokumente wie möglich. Versionen können Sie hinzufügen.
document-remove = Dieses Dokument entfernen
fault-document-missing = Wählen Sie eine Datei.
fault-document-shape = Diese Datei ist unvollständig, enthält Makros oder verbirgt eine andere Datei. Speichern Sie sie neu als PDF.
fault-document-choice = Diese Art von Datei wird nicht angenommen. Wählen Sie ein PDF, ein Office-Dokument oder ein Bild.
fault-document-too_heavy = { $count ->
    [one] Diese Datei ist größer als { $count } MB. Verkleinern oder teilen Sie sie.
   *[other] Diese Datei ist größer als { $count } MB. Verkleinern oder teilen Sie sie.
}
fault-changes-missing = Sagen Sie, was sich in dieser Version ändert.
event-document_changed = Hat die Dokumente einer Beteiligung geändert
journal-detail-added = hinzugefügt
journal-detail-taken_away = entfernt
flash-document-added = Das Dokument ist hinzugefügt.
flash-document-removed = Das Dokument ist entfernt.
