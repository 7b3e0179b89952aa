polls-title = Votes
polls-lead = La collectivité vous demande votre avis. Ces votes sont consultatifs.
polls-none = Il n’y a pas encore de vote.
poll-state-draft = Brouillon
poll-state-upcoming = À venir
poll-state-open = Ouvert
poll-state-counting = Dépouillement
poll-state-closed = Terminé
poll-state-cancelled = Annulé
poll-box-state-draft = Brouillon
poll-box-state-published = Publié
poll-box-state-closed = Terminé
poll-box-state-cancelled = Annulé
poll-dates = Du { $from } au { $to }
poll-answer-for = Pour
poll-answer-against = Contre
poll-answer-abstain = Je m’abstiens
poll-answer-support = Je soutiens
poll-answer-live-with = Je peux vivre avec
poll-answer-object = J’ai une objection
poll-fault-few = Choisissez une réponse.
poll-fault-many = { $count ->
    [one] Choisissez une seule réponse.
   *[other] Choisissez au plus { $count } réponses.
}
poll-fault-repeated = Une réponse est choisie deux fois.
poll-fault-withdrawn = Une réponse a été retirée. Choisissez-en une autre.
poll-fault-unknown = Cette réponse ne fait pas partie du vote. Choisissez parmi les réponses proposées.
poll-level-confirmed = Compte, e-mail confirmé
poll-level-verified = Compte vérifié
poll-level-email_code = Code par e-mail
poll-level-printed_code = Code par courrier
poll-level-listed = Liste de la collectivité
poll-level-desk = Au guichet
poll-level-paper = Sur papier
poll-channel-online = En ligne
poll-channel-paper = Papier
poll-channel-withheld = Non précisé
poll-percent = { $count } %
poll-withheld = Trop peu pour être publié
poll-voted = Un vote a été envoyé depuis ce navigateur. Vous pouvez le remplacer jusqu’à la clôture : choisissez à nouveau.
poll-voted-final = Un vote a été envoyé depuis ce navigateur.
poll-my-receipt = Voir mon reçu
poll-choose-one = Votre réponse
poll-choose-several = Vos réponses : une ou plusieurs
poll-review = Relire mon choix
poll-review-hint = Rien n’est envoyé avant votre confirmation, à la page suivante.
poll-sign-in = Connectez-vous pour voter. Votre nom ne sera pas lié à votre vote.
poll-sign-in-button = Me connecter pour voter
poll-turnout = { $count ->
    [one] { $count } personne a voté. Les résultats seront publiés à la clôture.
   *[other] { $count } personnes ont voté. Les résultats seront publiés à la clôture.
}
poll-results = Résultats
poll-ballots = { $count ->
    [one] { $count } bulletin compté.
   *[other] { $count } bulletins comptés.
}
poll-not-survey = Ce résultat n’est pas un sondage représentatif : seuls ceux qui ont voulu répondre ont répondu.
poll-quorum-reached = Le quorum de { $count } participants est atteint.
poll-quorum-missed = Le quorum de { $count } participants n’est pas atteint.
poll-too-few = Moins de 11 personnes ont voté. Le détail n’est pas publié, pour que personne ne devine le vote d’une autre.
poll-table = Les résultats en chiffres
poll-col-answer = Réponse
poll-col-votes = Voix
poll-col-share = Part des bulletins
poll-origins = Comment les votants ont été reconnus
poll-col-level = Vérification
poll-col-channel = Moyen
poll-col-voters = Votants
poll-csv = Télécharger tous les bulletins, anonymes (CSV)
poll-check-link = Vérifier mon reçu
poll-cancelled-text = Ce vote a été annulé. Les bulletins et la liste d’émargement ont été détruits.
poll-rules = Les règles de ce vote
poll-rule-consultative = Ce vote est consultatif. Il aide à décider, il ne décide pas.
poll-rule-who = Peut voter : toute personne qui a un compte ici, avec une adresse e-mail confirmée. Un compte, un vote.
poll-rule-revote = Vous pouvez remplacer votre vote jusqu’à la clôture, depuis le navigateur où vous avez voté. Le dernier compte.
poll-rule-final = Un vote envoyé ne peut plus être changé.
poll-rule-erased = Si vous supprimez votre compte, votre vote reste compté : plus rien ne le relie à vous.
poll-rule-small = Les résultats sont publiés à la clôture, si 11 personnes au moins ont voté.
poll-rule-quorum = Le quorum est de { $count } participants.
poll-rule-lots = En cas d’égalité, l’ordre est celui-ci, tiré au sort avant l’ouverture :
poll-not-guaranteed = Ce qui n’est pas garanti
poll-not-guaranteed-text = Votre nom et votre vote sont gardés séparément, sans date ni ordre. Mais personne ne peut exclure qu’un administrateur qui surveille le serveur pendant le vote devine qui a voté quoi, qu’un logiciel malveillant lise votre écran, ou que quelqu’un vous mette sous pression. Une même personne peut avoir plusieurs adresses e-mail.
poll-review-title = Relisez votre vote
poll-chosen = Vous avez choisi
poll-replaces = Ce vote remplacera celui que vous avez déjà envoyé depuis ce navigateur.
poll-cast = Envoyer mon vote
poll-correct = Corriger
poll-already = Vous avez déjà voté. Pour remplacer votre vote, revenez au navigateur où vous avez voté : lui seul en garde le reçu. Personne d’autre ne peut le changer, pas même nous.
poll-already-final = Vous avez déjà voté. Un vote envoyé ne peut plus être changé.
poll-receipt-title = Votre vote est dans l’urne
poll-receipt-code = Votre reçu
poll-receipt-note = Notez-le si vous voulez vérifier votre vote. Nous ne le gardons pas : il n’existe qu’ici et dans ce navigateur.
poll-receipt-check = Après la clôture, le { $date }, vous pourrez vérifier avec ce reçu que votre vote a été compté.
poll-receipt-revote = Jusque-là, vous pouvez remplacer votre vote depuis ce navigateur.
poll-receipt-secret = Ne le montrez à personne : il prouve ce que vous avez voté.
poll-back = Retour au vote
poll-check-title = Vérifier un reçu
poll-check-later = Vous pourrez vérifier votre reçu après la clôture du vote.
poll-check-found = Ce bulletin a été compté
poll-check-hint = Le code que vous avez noté après avoir voté.
poll-check-button = Vérifier
poll-check-unknown = Aucun bulletin de ce vote n’a ce reçu. Vérifiez que vous l’avez recopié en entier.
poll-office-lead = Posez une question à tous. Le vote est secret et consultatif ; rien n’en change après la publication.
poll-office-new = Préparer un vote
poll-title = Question
poll-title-hint = Une seule question, courte, sans réponse suggérée.
poll-description = Ce qu’il faut savoir
poll-description-hint = Le contexte, ce que change chaque réponse, ce que la collectivité fera du résultat.
poll-form = Forme du vote
poll-form-choose-1 = Une réponse
poll-form-hint-choose-1 = Chacun choisit une seule réponse parmi celles que vous écrivez.
poll-form-approval = Plusieurs réponses
poll-form-hint-approval = Chacun choisit toutes les réponses qui lui conviennent.
poll-form-for-against-abstain = Pour, contre, abstention
poll-form-hint-for-against-abstain = Pour une question à laquelle on répond par oui ou par non.
poll-form-consent = Consentement
poll-form-hint-consent = Pour savoir si une proposition rencontre des objections : je soutiens, je peux vivre avec, j’ai une objection.
poll-options = Réponses possibles
poll-options-hint = Une par ligne, de 2 à 30. Laissez vide pour « pour, contre » et le consentement.
poll-opens-at = Ouverture
poll-opens-at-hint = À l’heure de la collectivité.
poll-closes-at = Clôture
poll-closes-at-hint = À partir de cet instant, plus aucun vote n’est accepté.
poll-quorum = Quorum
poll-quorum-hint = Nombre de participants en dessous duquel le résultat ne vaut pas. 0 : aucun.
poll-revote = Permettre de changer d’avis jusqu’à la clôture
poll-revote-hint = Protège aussi ceux à qui l’on dicterait leur vote.
poll-live = Montrer le nombre de votants avant la clôture
poll-live-hint = À partir de 11 votants. Les réponses restent cachées jusqu’à la clôture.
poll-publish-title = Publier ce vote
poll-publish-text = Enregistrez d’abord vos changements et regardez l’aperçu. Après la publication, ni la question, ni les réponses, ni les dates ne changent.
poll-publish = Publier le vote
poll-remove = Supprimer le brouillon
poll-settled = Ce vote est publié : rien n’en change plus.
poll-see = Voir le vote
poll-cancel = Annuler le vote
poll-cancel-text = Les bulletins déjà envoyés seront détruits. La page du vote dira qu’il a été annulé.
flash-voted = Votre vote est enregistré.
flash-vote-replaced = Votre vote est remplacé.
flash-poll-published = Le vote est publié.
flash-poll-cancelled = C’est fait.
editor-part-polls = Votes
privacy-cookie-ballot = { "" } : garder le reçu de votre vote, pour que vous seul puissiez le remplacer. 180 jours.
consultation-polls = Votes
poll-fault-same-rank = Deux réponses ont le même rang. Donnez un rang différent à chacune.
poll-fault-budget = Vos choix dépassent l’enveloppe de { $amount }. Retirez un projet.
poll-fault-few-points = { $count ->
    [one] Donnez au moins { $count } point.
   *[other] Donnez au moins { $count } points.
}
poll-fault-points = Vous avez donné { $given } points. Vous en avez { $most } en tout.
poll-fault-range = Choisissez une valeur de { $lowest } à { $highest }.
poll-fault-number = Écrivez un nombre entier, sans virgule ni signe.
poll-fault-unanswered = Répondez à chaque ligne.
poll-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
poll-rank = rang { $rank }
poll-unranked = Pas classé
poll-no-answer = Sans réponse
poll-grade-0 = À rejeter
poll-grade-1 = Insuffisant
poll-grade-2 = Passable
poll-grade-3 = Bien
poll-grade-4 = Très bien
poll-give-points = { $count ->
    [one] Vous avez { $count } point à donner.
   *[other] Vous avez { $count } points à répartir entre les réponses. Vous pouvez en garder.
}
poll-give-ranks = Donnez le rang 1 à la réponse que vous préférez, le rang 2 à la suivante, et ainsi de suite. Vous pouvez vous arrêter quand vous voulez.
poll-give-steps = Répondez ligne par ligne. Vous pouvez laisser une ligne sans réponse.
poll-blank-ballot = Vous n’avez rien choisi : c’est un bulletin blanc.
poll-report = Qui a voté, et comment
poll-blank = { $count ->
    [one] Dont { $count } blanc.
   *[other] Dont { $count } blancs.
}
poll-population = { $count ->
    [one] { $count } personne pouvait voter. Source :
   *[other] { $count } personnes pouvaient voter. Source :
}
poll-participation = participation : { $share }
poll-population-unknown = Le nombre de personnes qui pouvaient voter n’a pas été indiqué.
poll-uncounted-replaced = { $count ->
    [one] { $count } bulletin a été remplacé par son auteur et n’est pas compté.
   *[other] { $count } bulletins ont été remplacés par leurs auteurs et ne sont pas comptés.
}
poll-uncounted-spoiled = { $count ->
    [one] { $count } bulletin papier n’était pas valable et n’est pas compté.
   *[other] { $count } bulletins papier n’étaient pas valables et ne sont pas comptés.
}
poll-uncounted-missing = { $count ->
    [one] { $count } bulletin papier manque : une personne de plus est notée comme ayant voté sur papier.
   *[other] { $count } bulletins papier manquent : autant de personnes de plus sont notées comme ayant voté sur papier.
}
poll-paper-gap = Papier et liste des votants ne concordent pas. Explication des agents :
poll-uncounted-other = { $count ->
    [one] { $count } bulletin n’est pas compté.
   *[other] { $count } bulletins ne sont pas comptés.
}
poll-recount = Recompter vous-même
poll-recount-text = Le relevé contient les règles, tous les bulletins anonymes et le résultat. Il suffit pour tout recompter, avec le programme que vous voulez, ou avec la commande
poll-digest = Empreinte du relevé, prise à la clôture :
poll-record = Télécharger le relevé du vote (JSON)
poll-pb = Télécharger le vote au format des budgets participatifs (.pb)
poll-col-points = Points
poll-col-points-share = Part des points
poll-col-answers-share = Part des réponses
poll-col-duels = Duels gagnés
poll-col-duels-share = Part des duels
poll-duels-note = Chaque réponse est comparée à chaque autre. Elle gagne un duel quand plus de bulletins la classent devant. L’ordre est celui de la méthode de Schulze.
poll-ranked = { $rank }. { $title }
poll-median = Réponse médiane : { $step }.
poll-judged = Rang { $rank }, mention majoritaire : { $grade }.
poll-decision-adopted = Il y a plus de « pour » que de « contre ».
poll-decision-rejected = Il n’y a pas plus de « pour » que de « contre ».
poll-decision-no-quorum = Le quorum n’est pas atteint : le résultat ne vaut pas.
poll-decision-given = Personne n’a d’objection.
poll-decision-not-given = Il y a au moins une objection.
poll-form-scale = Note de 1 à 5
poll-form-hint-scale = Chacun donne à chaque réponse une note de 1 à 5. Dites dans le texte ce que veulent dire 1 et 5.
poll-form-cumulative = Points à répartir
poll-form-hint-cumulative = Chacun répartit des points entre les réponses, selon l’importance qu’il leur donne.
poll-form-ranking = Classement
poll-form-hint-ranking = Chacun classe les réponses de la préférée à la moins aimée. Le résultat compare les réponses deux à deux.
poll-form-majority-judgment = Jugement majoritaire
poll-form-hint-majority-judgment = Chacun donne à chaque réponse une mention, de « très bien » à « à rejeter ». La mention du milieu l’emporte. Sans mention, « à rejeter » est compté.
poll-most = Au plus
poll-most-hint = Nombre de réponses pour « plusieurs réponses », de points pour « points à répartir ». Vide : toutes les réponses, ou 10 points.
poll-size = Personnes qui peuvent voter
poll-size-hint = Pour dire la participation. Laissez vide si personne ne le sait.
poll-size-source = Source de ce nombre
poll-size-source-hint = Par exemple : habitants de 16 ans et plus, recensement de 2023.
