# Répondre à un questionnaire.
questionnaire-word = Questionnaire
questionnaire-named = Questionnaire : { $title }
questionnaire-offer = Répondre au questionnaire : { $title }
questionnaire-stage-draft = Brouillon
questionnaire-stage-upcoming = Bientôt
questionnaire-stage-open = Ouvert
questionnaire-stage-closed = Fermé
questionnaire-size = { $questions } questions, { $pages } pages
questionnaire-opens = Ouvre le { $date }
questionnaire-until = Jusqu’au { $date }
questionnaire-who-everyone = Ouvert à tous, avec une adresse e-mail à confirmer
questionnaire-who-accounts = Pour les personnes inscrites, une réponse chacune
questionnaire-draft = Ce questionnaire n’est pas publié. Vous seuls, dans l’équipe, le voyez.
questionnaire-already = Vous avez déjà répondu. Merci !
questionnaire-see-mine = Voir où en est ma réponse
questionnaire-data = Ce que deviennent vos réponses
questionnaire-data-read = Seuls les agents de la collectivité lisent vos réponses. Des totaux peuvent être publiés, et des textes choisis, sans aucun nom.
questionnaire-data-kept = { $count ->
    [one] Elles sont gardées { $count } jour après la fermeture, puis effacées.
   *[other] Elles sont gardées { $count } jours après la fermeture, puis effacées.
}
questionnaire-data-here = Elles restent sur ce site et ne partent vers aucun autre.
questionnaire-data-erase = Vous pouvez effacer votre réponse à tout moment. Elle disparaît aussi avec votre compte. Les totaux déjà publiés, qui ne parlent de personne, ne changent plus.
questionnaire-data-contact = Une question sur vos données ? { $contact }
questionnaire-start = Commencer
questionnaire-resume = Reprendre
questionnaire-begun = Vous avez commencé : vos réponses sont gardées.
questionnaire-sign-in-why = Il faut un compte pour répondre, afin que chacun ne réponde qu’une fois.
questionnaire-sign-in = Me connecter pour répondre
questionnaire-see-results = Voir les résultats
questionnaire-closed = Ce questionnaire est fermé. Ses résultats ne sont pas encore publiés.
questionnaire-step = Étape { $number } sur { $of }
questionnaire-page-number = Page { $count }
questionnaire-next = Continuer
questionnaire-to-recap = Relire mes réponses
questionnaire-back = Revenir
questionnaire-save-later = Enregistrer et continuer plus tard
questionnaire-kept-account = Vos réponses sont gardées sur votre compte à chaque étape.
questionnaire-kept-link = Vos réponses sont gardées à chaque étape. L’adresse de cette page n’est qu’à vous : ne la donnez à personne.
questionnaire-recap = Relire et envoyer
questionnaire-recap-lead = Relisez vos réponses. Rien n’est envoyé avant que vous n’appuyiez sur le bouton.
questionnaire-change = Modifier
questionnaire-unanswered = Sans réponse
questionnaire-email = Votre adresse e-mail
questionnaire-email-hint = Nous y envoyons un lien : votre réponse compte quand vous l’avez suivi. L’adresse n’est pas gardée avec vos réponses.
questionnaire-once = Après l’envoi, vos réponses ne se modifient plus.
questionnaire-send = Envoyer mes réponses
questionnaire-later = Continuer plus tard
questionnaire-later-lead = Vos réponses sont enregistrées. Recevez un lien pour les reprendre dans les 30 jours.
questionnaire-later-hint = Elle sert à vous envoyer ce lien, et n’est pas gardée.
questionnaire-later-send = Recevoir le lien
questionnaire-thanks = Merci de votre réponse
questionnaire-sent-sent = Il reste un geste : ouvrez l’e-mail que nous venons de vous envoyer et confirmez. Sans cela, votre réponse ne compte pas.
questionnaire-sent-counted = Votre réponse est enregistrée et compte.
questionnaire-sent-flagged = Votre réponse est enregistrée, à part : une réponse a déjà été donnée avec cette boîte aux lettres. L’équipe regardera et décidera si elle compte.
questionnaire-results-when = Les résultats peuvent être publiés après le { $date }, sur la page du questionnaire.
questionnaire-erase-title = Effacer ma réponse
questionnaire-erase-text = Tout ce que vous avez répondu disparaît, fichiers compris.
questionnaire-erase = Effacer ma réponse
questionnaire-erase-confirm = Votre réponse sera effacée. Appuyez encore pour confirmer.
questionnaire-confirm = Confirmer ma réponse
questionnaire-confirm-text = Appuyez sur le bouton pour que votre réponse compte.
questionnaire-to-start = Retour au questionnaire
questionnaire-unranked = Non classé
questionnaire-other = Autre
questionnaire-other-which = Autre : laquelle ?
questionnaire-hint-several = Plusieurs réponses possibles.
questionnaire-hint-least = { $count ->
    [one] Choisissez au moins { $count } réponse.
   *[other] Choisissez au moins { $count } réponses.
}
questionnaire-hint-most = { $count ->
    [one] Choisissez { $count } réponse au plus.
   *[other] Choisissez { $count } réponses au plus.
}
questionnaire-hint-between = Choisissez de { $least } à { $most } réponses.
questionnaire-hint-ranking = Donnez le rang 1 à ce qui compte le plus pour vous. Vous pouvez laisser des réponses sans rang.
questionnaire-hint-scale = { $least } : { $low } – { $most } : { $high }
questionnaire-hint-file = Une image (JPEG, PNG ou WebP) ou un PDF, 8 Mo au plus. Le lieu et la date de prise de vue des images sont effacés. Seuls les agents ouvrent ce fichier.
questionnaire-file-there = Un fichier est bien arrivé. En choisir un autre le remplace.
questionnaire-condition = Posée si la réponse à « { $question } » est « { $choice } ».
questionnaire-cell = { $row } : { $column }
questionnaire-fault-missing = Une réponse est nécessaire.
questionnaire-fault-other = Écrivez votre autre réponse, ou décochez « Autre ».
questionnaire-fault-few = { $count ->
    [one] Choisissez au moins { $count } réponse.
   *[other] Choisissez au moins { $count } réponses.
}
questionnaire-fault-many = { $count ->
    [one] Choisissez { $count } réponse au plus.
   *[other] Choisissez { $count } réponses au plus.
}
questionnaire-fault-rank = Deux réponses ont le même rang. Donnez à chacune un rang différent.
questionnaire-fault-row = Répondez à chaque ligne.
questionnaire-fault-file = Ce fichier n’est ni une image lisible (JPEG, PNG, WebP) ni un PDF.
questionnaire-fault-heavy = Ce fichier est trop lourd : { $count } Mo au plus.
questionnaire-results = Résultats
questionnaire-results-of = Résultats : { $title }
questionnaire-results-counted = { $count ->
    [one] { $count } réponse comptée
   *[other] { $count } réponses comptées
}
questionnaire-results-since = Publiés le { $date }. Ces chiffres ne changent plus.
questionnaire-results-not-poll = Ce n’est pas un sondage représentatif : a répondu qui le souhaitait.
questionnaire-results-everyone = Une réponse par adresse e-mail confirmée ou par compte. Les réponses non confirmées ne sont pas comptées.
questionnaire-results-accounts = Une réponse par compte.
questionnaire-results-few = Moins de { $count } personnes ont répondu à cette question : ses chiffres ne sont pas montrés, pour que personne ne soit reconnu.
questionnaire-results-people = { $count ->
    [one] { $count } personne a répondu.
   *[other] { $count } personnes ont répondu.
}
questionnaire-results-multiple = Plusieurs réponses étaient possibles : le total dépasse 100 %.
questionnaire-results-ranking = Points : parmi { $count } réponses, la première reçoit un point de moins que leur nombre, la suivante encore un de moins, et ainsi de suite.
questionnaire-results-answer = Réponse
questionnaire-results-number = Nombre
questionnaire-results-points = Points
questionnaire-results-quotes = Des réponses choisies par l’équipe
questionnaire-results-read = Lire les textes
flash-questionnaire-saved = Vos réponses sont enregistrées sur votre compte.
flash-questionnaire-link-sent = Le lien est parti. Regardez votre boîte aux lettres.
flash-questionnaire-erased = Votre réponse est effacée.
