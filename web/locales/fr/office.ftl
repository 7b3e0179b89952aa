# Espace mairie : accueil, listes, réponses officielles.
office-name = Espace mairie
office-waiting = à traiter
office-nav-home = À traiter
office-nav-consultations = Consultations
office-nav-answers = Réponses
office-nav-stakeholders = Parties prenantes
office-nav-moderation = Modération
office-nav-users = Comptes
office-nav-journal = Journal
office-nav-settings = Réglages
office-hello = Bonjour { $name }
office-home-lead = Voici ce qui vous attend, le plus pressé d’abord.
office-nothing = Rien n’attend
office-nothing-text = Tout est traité. Vous pouvez préparer la suite.
office-task-reports =
    { $count ->
        [one] signalement à examiner
       *[other] signalements à examiner
    }
office-task-reports-note = Le texte signalé reste en ligne tant que vous n’avez pas décidé.
office-task-answers =
    { $count ->
        [one] contribution attend une réponse
       *[other] contributions attendent une réponse
    }
office-task-answers-late =
    { $count ->
        [one] { $count } attend depuis plus de 30 jours
       *[other] { $count } attendent depuis plus de 30 jours
    }
office-task-drafts =
    { $count ->
        [one] brouillon à publier
       *[other] brouillons à publier
    }
office-task-drafts-note = Un brouillon n’est visible que par l’équipe.
office-task-calls =
    { $count ->
        [one] consultation proposée par une autre collectivité
       *[other] consultations proposées par d’autres collectivités
    }
office-task-calls-note = Vous pouvez la porter ici. Vos habitants y participent alors chez vous.
office-task-street =
    { $count ->
        [one] signalement reçu
       *[other] signalements reçus
    }
office-task-overdue =
    { $count ->
        [one] signalement en retard
       *[other] signalements en retard
    }
office-task-ending =
    { $count ->
        [0] étape se termine aujourd’hui
        [one] étape se termine demain
       *[other] étape se termine dans { $count } jours
    }
office-task-ending-note = { $phase }, { $consultation }
office-task-failed =
    { $count ->
        [one] envoi n’a pas abouti
       *[other] envois n’ont pas abouti
    }
office-task-failed-note = Montrez ce nombre à la personne qui tient le serveur : la cause est dans son journal technique.
office-running = Consultations en cours
office-running-none = Aucune consultation n’est en cours ni en préparation.
office-open-consultation = Ouvrir une consultation
office-consultations = Consultations
office-consultations-lead = Brouillons, consultations ouvertes et terminées.
office-no-consultation = Aucune consultation
office-no-consultation-text = Choisissez un objectif, nous préparons les étapes avec vous.
office-col-consultation = Consultation
office-col-state = État
office-col-until = Jusqu’au
office-col-contributions = Contributions
office-col-participants = Participants
office-no-date = Pas de date
office-stage-draft = Brouillon
office-stage-upcoming = Bientôt ouverte
office-stage-open = Ouverte
office-stage-pause = Entre deux étapes
office-stage-closed = Terminée
office-save = Enregistrer
office-cancel = Annuler
office-confirm = Appuyez une seconde fois pour confirmer
office-all = Toutes
office-filter = Filtrer
office-answers = Répondre
office-answers-lead = Les contributions sans décision, les plus soutenues d’abord. Une réponse dans les 30 jours montre que l’on vous lit.
office-answers-none = Tout a reçu une réponse
office-answers-none-text = Les prochaines contributions arriveront ici.
office-answers-count =
    { $count ->
        [one] { $count } contribution sans décision
       *[other] { $count } contributions sans décision
    }
office-supports =
    { $count ->
        [one] soutien
       *[other] soutiens
    }
office-supports-of =
    { $count ->
        [0] Aucun soutien
        [one] { $count } soutien
       *[other] { $count } soutiens
    }
office-replies =
    { $count ->
        [one] { $count } réponse d’habitant
       *[other] { $count } réponses d’habitants
    }
office-unanswered = Sans réponse
office-late = Plus de 30 jours
office-answer-do = Répondre
office-pick = Ajouter à la sélection
office-bulk = Accuser réception de la sélection
office-bulk-hint = Chaque contribution cochée passe à l’état « Reçue ». Son auteur en est averti par e-mail.
office-bulk-do = Accuser réception
office-bulk-empty = Cochez au moins une contribution.
office-answer = Répondre à une contribution
office-past-answer = Réponse déjà publiée
office-models = Partir d’un modèle
office-models-hint = Un modèle remplit l’état et le texte. Adaptez-le : les habitants voient tout de suite une réponse toute faite.
office-model-received = Nous avons bien lu votre contribution. Nous vous répondrons ici avant le [date].
office-model-under_study = Votre idée est à l’étude. Le service [nom du service] regarde [ce qui est étudié]. Nous publierons le résultat ici avant le [date].
office-model-accepted = Nous retenons votre idée, parce que [raison]. Elle sera réalisée [quand et par qui].
office-model-partly_accepted = Nous retenons une partie de votre idée : [ce qui est retenu]. Nous ne retenons pas [ce qui ne l’est pas], parce que [raison].
office-model-refused = Nous ne retenons pas votre idée, parce que [raison]. Voici ce qui est prévu à la place : [suite].
office-model-done = C’est fait. [Ce qui a été réalisé, où et quand.]
office-answer-state = État
office-answer-state-hint = « Reçue » et « À l’étude » disent que le travail avance. Les autres états sont une décision.
office-answer-body = Réponse
office-answer-body-hint = Dites pourquoi, en quelques phrases. Une décision sans raison est lue comme un refus. 20 caractères au moins pour une décision.
office-answer-placeholder = Remplacez les passages entre crochets avant de publier.
office-signed-by = Signée par
office-signed-by-hint = Un nom et une fonction, pour que l’on sache qui répond.
office-answer-note = La réponse sera publique. L’auteur de la contribution est averti par e-mail. Les réponses précédentes restent visibles.
office-answer-publish = Publier la réponse
office-marks = Reconnaître cette contribution
office-marks-hint = Une marque s’affiche à côté du titre. Donnez-la pour la qualité du texte, pas pour l’avis défendu.
office-mark-quality-hint = Elle est argumentée, documentée, utile au débat.
office-mark-impact-hint = Elle a changé le projet.
office-mark-give = Donner la marque
office-mark-remove = Retirer la marque
office-acknowledgement = Nous avons bien lu votre contribution. Une réponse sera publiée ici.
flash-office-saved = C’est enregistré.
flash-office-drafted = Le brouillon est prêt, avec ses étapes. Complétez les textes, puis publiez.
flash-office-published = La consultation est publiée : tout le monde peut la lire.
flash-office-answered = Votre réponse est publiée. L’auteur est averti.
flash-office-received = Les auteurs savent que leur contribution est bien arrivée.
flash-office-hidden = Le texte est masqué. L’auteur a reçu la raison.
flash-office-restored = Le texte est de nouveau visible.
flash-office-kept = Le texte reste en ligne. Le signalement est classé.
