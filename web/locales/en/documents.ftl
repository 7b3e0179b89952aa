# The documents of a consultation and their versions.
documents-tab = Documents
editor-part-documents = Documents
documents-of = Documents: { $consultation }
documents-none = No document for now.
documents-digest-hint = Each version stays available. Its digest lets you check that the file did not change.
documents-office-lead = Add the papers of the file: plans, studies, minutes. A new version does not erase the old one.
document-about = { $kind }, { $size } kB
document-digest = Digest (SHA-256)
document-take = Download
document-older = { $count ->
    [one] { $count } older version
   *[other] { $count } older versions
}
document-version = Version { $number }
document-add = Add a document or a version
document-add-do = Add
document-of = This file is
document-new = a new document
document-new-version = a new version of: { $title }
document-title = Title
document-title-hint = What the document contains, in a few words.
document-note = What changed
document-note-hint = For a new version: say what changes since the one before.
document-file = File
document-file-hint = PDF, OpenDocument, Word, Excel, PowerPoint (without macros) or picture. At most { $count } MB.
document-full = This consultation has as many documents as it may. You can add versions.
document-remove = Take this document away
fault-document-missing = Choose a file.
fault-document-shape = This file is incomplete, contains macros or hides another file. Save it again as a PDF.
fault-document-choice = This kind of file is not accepted. Choose a PDF, an office document or a picture.
fault-document-too_heavy = { $count ->
    [one] This file is larger than { $count } MB. Make it smaller or share it in parts.
   *[other] This file is larger than { $count } MB. Make it smaller or share it in parts.
}
fault-changes-missing = Say what changes in this version.
event-document_changed = Changed the documents of a consultation
journal-detail-added = added
journal-detail-taken_away = taken away
flash-document-added = The document is added.
flash-document-removed = The document is taken away.
