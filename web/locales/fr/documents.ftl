# Les documents d’une consultation et leurs versions.
documents-tab = Documents
editor-part-documents = Documents
documents-of = Documents : { $consultation }
documents-none = Aucun document pour le moment.
documents-digest-hint = Chaque version reste disponible. Son empreinte permet de vérifier que le fichier n’a pas changé.
documents-office-lead = Déposez les pièces du dossier : plans, études, comptes rendus. Une nouvelle version n’efface pas l’ancienne.
document-about = { $kind }, { $size } ko
document-digest = Empreinte (SHA-256)
document-take = Télécharger
document-older = { $count ->
    [one] { $count } version plus ancienne
   *[other] { $count } versions plus anciennes
}
document-version = Version { $number }
document-add = Ajouter un document ou une version
document-add-do = Ajouter
document-of = Ce fichier est
document-new = un nouveau document
document-new-version = une nouvelle version de : { $title }
document-title = Titre
document-title-hint = Ce que le document contient, en quelques mots.
document-note = Ce qui a changé
document-note-hint = Pour une nouvelle version : dites ce qui change depuis la précédente.
document-file = Fichier
document-file-hint = PDF, OpenDocument, Word, Excel, PowerPoint (sans macros) ou image. { $count } Mo au plus.
document-full = Cette consultation a autant de documents que possible. Vous pouvez ajouter des versions.
document-remove = Retirer ce document
fault-document-missing = Choisissez un fichier.
fault-document-shape = Ce fichier est incomplet, contient des macros ou cache un autre fichier. Enregistrez-le de nouveau en PDF.
fault-document-choice = Ce type de fichier n’est pas accepté. Choisissez un PDF, un document bureautique ou une image.
fault-document-too_heavy = { $count ->
    [one] Ce fichier dépasse { $count } Mo. Réduisez-le ou partagez-le en plusieurs.
   *[other] Ce fichier dépasse { $count } Mo. Réduisez-le ou partagez-le en plusieurs.
}
fault-changes-missing = Dites ce qui change dans cette version.
event-document_changed = A changé les documents d’une consultation
journal-detail-added = ajouté
journal-detail-taken_away = retiré
flash-document-added = Le document est ajouté.
flash-document-removed = Le document est retiré.
