# Les engagements pris après une consultation : suivi, dates, sources.
editor-part-commitments = Engagements
commitment-word = Engagement
commitment-state-planned = Prévu
commitment-state-under_way = En cours
commitment-state-done = Réalisé
commitment-state-abandoned = Abandonné
commitment-draft = Brouillon
commitment-untitled = Contribution sans titre
commitment-late = { $count ->
    [one] { $count } jour de retard
   *[other] { $count } jours de retard
}
commitment-was-late = { $count ->
    [one] Réalisé avec { $count } jour de retard
   *[other] Réalisé avec { $count } jours de retard
}
commitment-progress = Avancement : { $count } %
commitment-hundredths = { $count } %
commitment-first = Promis d’abord pour le { $day }
commitment-done = Réalisé le { $day }
commitment-costs = Coût : { $cost }
commitment-by = Suivi par { $name }
commitment-from = { $count ->
    [one] Cet engagement vient de :
   *[other] Cet engagement vient de { $count } contributions :
}
commitment-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
commitment-came = { $count ->
    [one] L’engagement qui en vient
   *[other] Les { $count } engagements qui en viennent
}
commitment-why = Pourquoi cet engagement est abandonné
commitment-text = L’engagement
commitment-steps = Étape par étape
commitment-first-step = L’engagement est publié.
commitment-sources = D’où il vient
commitment-no-source = Cet engagement ne vient pas d’une contribution en particulier.
commitment-entry = Engagement ({ $state }) : { $title }
commitments-title = Les engagements { place-of }
commitments-all = Tous les engagements
commitments-file = Télécharger les engagements (CSV)
commitments-count-planned = { $count ->
    [one] prévu
   *[other] prévus
}
commitments-count-under_way = en cours
commitments-count-done = { $count ->
    [one] réalisé
   *[other] réalisés
}
commitments-count-abandoned = { $count ->
    [one] abandonné
   *[other] abandonnés
}
commitments-count-late = en retard
commitments-lead = Dites ce que la collectivité s’engage à faire, reliez chaque engagement aux contributions dont il vient, puis tenez-en le suivi à jour. Les auteurs sont prévenus.
commitments-none = Aucun engagement pour l’instant.
commitments-new = Écrire un engagement
commitments-order = Ordre
commitments-up = Monter
commitments-down = Descendre
commitment-title = Ce que la collectivité s’engage à faire
commitment-title-hint = Une phrase avec un verbe. Exemple : Planter douze arbres place du Marché.
commitment-body = En détail
commitment-body-hint = Quoi, où, comment, et pourquoi. Markdown possible.
commitment-responsible = Qui en répond
commitment-responsible-hint = Un service ou un élu. Exemple : le service des espaces verts.
commitment-cost-hint = En euros. Laissez vide si vous ne le savez pas encore.
commitment-save = Enregistrer le texte
commitment-sources-hint = Les auteurs des contributions reliées reçoivent une lettre à la publication, puis quand l’engagement est réalisé ou abandonné.
commitment-unlink = Retirer
commitment-search = Chercher une contribution
commitment-search-do = Chercher
commitment-search-none = Aucune contribution à relier. Cherchez avec d’autres mots.
commitment-answered = Contributions qui ont reçu une réponse
commitment-found = Contributions trouvées
commitment-link = Relier les contributions cochées
commitment-publish = Publier l’engagement
commitment-publish-text = Il sera visible sur la page des réponses. La date promise ne pourra plus changer sans explication publique. Un engagement publié ne s’efface pas : il se réalise ou s’abandonne, avec une raison.
commitment-remove = Supprimer ce brouillon
commitment-report = Dire où en est l’engagement
commitment-progress-field = Avancement en %
commitment-progress-hint = De 0 à 100. Prévu compte pour 0, réalisé pour 100.
commitment-promised-hint = Si vous la changez, expliquez pourquoi plus bas. La première date reste affichée.
commitment-finished-hint = Seulement quand tout est réalisé.
commitment-words-hint = Ce que tout le monde lira. Nécessaire pour changer la date promise ou abandonner.
fault-finished_on-missing = Indiquez le jour où l’engagement a été réalisé.
fault-finished_on-shape = Indiquez un jour passé, ou aujourd’hui.
fault-finished_on-choice = Un jour de fin ne va qu’avec un engagement réalisé.
fault-progress-missing = Indiquez l’avancement, de 0 à 100.
fault-progress-shape = Indiquez un nombre entier de 0 à 100.
fault-words-missing = Expliquez pourquoi.
fault-contributions-missing = Cochez au moins une contribution.
milestones-title = Étapes promises
milestones-hint = Ce qui se verra en chemin, avec un jour pour chaque étape. Tout le monde les lit dès que l’engagement est publié.
milestones-full = Cet engagement a vingt étapes : il n’y a plus de place.
milestones-reached = Étapes atteintes : { $number } sur { $total }
milestone-planned = Prévue pour le { $day }
milestone-late = En retard depuis le { $day }
milestone-reached = Atteinte le { $day }
milestone-dropped = Non atteinte
milestone-title = Une étape à ajouter
milestone-title-hint = Exemple : Les arbres sont commandés.
milestone-add = Ajouter l’étape
milestone-day = Atteinte le
milestone-reach = Enregistrer le jour
milestone-remove = Retirer
journal-detail-milestone_added = étape ajoutée
journal-detail-milestone_reached = étape atteinte
journal-detail-milestone_missed = étape finalement non atteinte
journal-detail-milestone_removed = étape retirée
fault-due_on-missing = Donnez le jour promis.
fault-due_on-shape = Donnez un jour, par exemple 2027-03-28.
fault-reached_on-missing = Donnez le jour où elle a été atteinte.
fault-reached_on-shape = Donnez un jour passé, ou aujourd’hui.
flash-commitment-published = L’engagement est publié.
flash-commitment-reported = L’avancement est publié.
flash-commitment-removed = Le brouillon est supprimé.
letter-commitment_made-subject = Votre idée a donné un engagement – { $place }
letter-commitment_made-text = La collectivité prend un engagement qui vient de votre contribution. Vous pouvez en suivre l’avancement.
letter-commitment_made-button = Lire l’engagement
letter-commitment_done-subject = C’est réalisé – { $place }
letter-commitment_done-text = Un engagement qui vient de votre contribution est réalisé.
letter-commitment_done-button = Voir ce qui a été fait
letter-commitment_abandoned-subject = Un engagement est abandonné – { $place }
letter-commitment_abandoned-text = Un engagement qui vient de votre contribution est abandonné. La raison est publiée.
letter-commitment_abandoned-button = Lire la raison
event-commitment_drafted = A préparé un engagement
event-commitment_published = A publié un engagement
event-commitment_edited = A modifié un engagement
event-commitment_reported = A dit où en est un engagement
event-commitments_ordered = A changé l’ordre des engagements
event-consultation_report_drafted = A préparé le bilan d’une consultation
event-consultation_report_published = A publié le bilan d’une consultation
