# Agir et pétitions : initiatives, signatures, réponses.
actions-title = Agir
actions-lead = Des initiatives de la collectivité, d’associations et d’habitants, pour passer des idées aux actes.
actions-lead-consultation = Ce que vous pouvez faire, dès maintenant, après « { $title } ».
actions-feed = Agir et pétitions – { $place }
actions-follow = Suivre les initiatives (Atom)
petitions-title = Pétitions
petitions-lead = Demandez quelque chose à la collectivité. Quand assez de personnes signent, elle doit répondre.
petitions-closed = La collectivité n’a pas ouvert de pétitions.
petitions-file = Télécharger les chiffres (CSV)
petition-rules = Règles des pétitions
petition-rule-days = { $count ->
    [one] On signe pendant { $count } jour.
   *[other] On signe pendant { $count } jours.
}
petition-rule-threshold = { $count ->
    [one] La collectivité répond à partir de { $count } signature.
   *[other] La collectivité répond à partir de { $count } signatures.
}
petition-rule-answer = { $count ->
    [one] Elle a { $count } jour pour répondre. Son retard est affiché.
   *[other] Elle a { $count } jours pour répondre. Son retard est affiché.
}
petition-rule-names = Le nombre de signatures est public. Votre nom ne l’est que si vous le voulez.
action-new = Proposer une initiative
petition-new = Lancer une pétition
action-new-lead = Un agent lit votre proposition avant sa publication. Vous recevez sa décision par e-mail, avec ses raisons.
petition-new-lead = Un agent vérifie que la pétition est recevable, puis la publie. Le texte ne change plus ensuite.
initiatives-tabs = Choisir les initiatives
initiatives-open = En cours
initiatives-over = Terminées
initiatives-none = Rien pour l’instant.
initiatives-office = Gérer les initiatives
initiative-acted = { $count ->
    [one] personne a agi
   *[other] personnes ont agi
}
initiative-signed = { $count ->
    [one] signature
   *[other] signatures
}
initiative-until = Jusqu’au { $day }
initiative-nobody = Auteur parti
initiative-kind-act = Initiative
initiative-kind-petition = Pétition
initiative-standing-proposed = À l’examen
initiative-standing-declined = Non recevable
initiative-standing-open = En cours
initiative-standing-reached = Seuil atteint, réponse due
initiative-standing-answered = Réponse publiée
initiative-standing-over = Terminée
initiative-ground-not_competent = La collectivité n’est pas compétente
initiative-ground-unlawful = Contraire à la loi, ou met quelqu’un en cause
initiative-ground-duplicate = Déjà demandé
initiative-ground-commercial = Publicité ou appel aux dons
initiative-ground-unclear = La demande n’est pas claire
initiative-ground-other = Autre raison
initiative-declined = Cette proposition n’est pas recevable
initiative-waits = Un agent va lire cette proposition. Pour l’instant, vous seul et les agents la voyez.
initiative-aside = Participer
action-text = De quoi il s’agit
action-part = Agir
action-go = Agir
action-leads-to = Ce bouton mène à un autre site :
action-done = J’ai agi
action-done-hint = Seul le nombre est affiché, jamais votre nom.
action-you-acted = Vous avez agi. Merci.
action-sign-in = Se connecter pour dire « J’ai agi »
initiative-take-back = Retirer
initiative-elsewhere = Pour participer ici, il faut un compte de ce site.
initiative-end = Mettre fin
petition-text = Ce qui est demandé
petition-part = Signer
petition-of = sur { $count }
petition-promise = À { $threshold } signatures, la collectivité doit répondre en { $days } jours.
petition-due = Réponse due au plus tard le
petition-late = { $count ->
    [one] { $count } jour de retard
   *[other] { $count } jours de retard
}
petition-was-late = { $count ->
    [one] Répondu avec { $count } jour de retard
   *[other] Répondu avec { $count } jours de retard
}
petition-named = Montrer mon nom
petition-named-hint = Sans cela, seule votre signature est comptée.
petition-sign = Signer la pétition
petition-sign-in = Se connecter pour signer
petition-you-signed = Vous avez signé. Merci.
petition-signers = Ont signé et montrent leur nom
petition-signers-hint = Les autres signatures sont comptées sans nom.
petition-answer = Réponse de la collectivité
initiative-title = Titre
initiative-title-hint = Une phrase avec un verbe. Exemple : Planter une haie avec nous samedi.
initiative-body = Texte
initiative-body-hint = Dites quoi, pourquoi et pour qui. Markdown est possible.
initiative-send = Envoyer la proposition
action-link = Adresse où l’on agit
action-link-hint = Elle commence par https://. Le nom du site est affiché.
action-closes = Dernier jour
action-closes-hint = Laissez vide s’il n’y en a pas.
fault-link-missing = Donnez l’adresse où l’on agit.
fault-closes_on-order = Ce jour est passé.
fault-threshold-shape = Donnez un nombre de 2 à 1 000 000.
fault-days-shape = Donnez un nombre de jours de 7 à 730.
fault-answer_days-shape = Donnez un nombre de jours de 7 à 365.
office-nav-initiatives = Agir et pétitions
initiatives-desk = Agir et pétitions
initiatives-desk-lead = Décidez de ce qui est proposé, répondez aux pétitions, et appelez vous-même à agir.
initiatives-waiting = À traiter
initiatives-all = Toutes
initiatives-none-waiting = Rien n’attend.
initiative-col-kind = Quoi
initiative-col-count = Personnes
initiative-promoter = Proposée par
initiative-public = Voir la page
action-promote = Appeler à agir
action-promote-lead = L’initiative est publiée tout de suite, au nom de la collectivité.
action-publish = Publier l’initiative
action-consultation = Consultation
action-no-consultation = Aucune
initiative-admit-title = Accepter
action-admit-text = L’initiative est publiée et son auteur prévenu. Vérifiez d’abord où mène le lien.
petition-admit-text = La pétition est publiée avec les règles de ce jour. La collectivité s’engage à répondre si le seuil est atteint.
initiative-admit = Accepter et publier
initiative-decline-title = Refuser
initiative-ground = Motif
initiative-reason = Explication
initiative-reason-hint = L’auteur la lit. Dites ce qu’il peut faire.
initiative-decline = Refuser avec ce motif
petition-answer-title = Répondre à la pétition
petition-answer-text = La réponse est publiée une fois, sur la page et dans le registre public. On ne signe plus ensuite.
petition-answer-state = Décision
petition-answer-hint = Dites ce qui est décidé, pourquoi, et pour quand.
petition-answer-signed = Signée par
petition-answer-signed-hint = Exemple : Claire Morel, adjointe à la voirie.
petition-answer-publish = Publier la réponse
fault-signed_by-missing = Dites qui signe la réponse.
petition-rules-lead = Ce que la collectivité promet. Les pétitions déjà publiées gardent les règles de leur jour.
petition-rules-open = Ouvrir les pétitions
petition-rules-open-hint = Les habitants et les associations peuvent en proposer.
petition-rules-threshold = Signatures qui obligent à répondre
petition-rules-threshold-hint = Souvent 1 à 2 % des habitants.
petition-rules-days = Durée des signatures, en jours
petition-rules-days-hint = De 7 à 730.
petition-rules-answer = Délai de réponse, en jours
petition-rules-answer-hint = De 7 à 365. Le retard est affiché à tous.
flash-initiative-thanks = C’est compté. Merci.
flash-initiative-taken-back = C’est retiré.
flash-initiative-ended = C’est terminé.
flash-initiative-proposed = Votre proposition est envoyée. Un agent va la lire.
flash-initiative-published = C’est publié.
flash-initiative-declined = La proposition est refusée. Son auteur est prévenu.
flash-petition-answered = La réponse est publiée.
letter-initiative_admitted-subject = Votre proposition est publiée – { $place }
letter-initiative_admitted-text = Votre proposition « { $title } » est acceptée. Tout le monde peut la lire et y participer.
letter-initiative_admitted-button = Voir la page
letter-initiative_declined-subject = Votre proposition n’est pas publiée – { $place }
letter-initiative_declined-text = Votre proposition « { $title } » n’est pas recevable. La raison vous est expliquée sur sa page.
letter-initiative_declined-button = Lire la raison
letter-petition_reached-subject = Votre pétition atteint le seuil – { $place }
letter-petition_reached-text = Assez de personnes ont signé votre pétition « { $title } ». La collectivité doit maintenant répondre ; la date est sur la page.
letter-petition_reached-button = Voir la pétition
letter-petition_to_answer-subject = Une pétition attend une réponse – { $place }
letter-petition_to_answer-text = La pétition « { $title } » atteint le seuil. La collectivité a promis d’y répondre à une date que tout le monde voit.
letter-petition_to_answer-button = Répondre
letter-petition_answered-subject = La collectivité répond à votre pétition – { $place }
letter-petition_answered-text = La réponse à votre pétition « { $title } » est publiée.
letter-petition_answered-button = Lire la réponse
event-initiative_proposed = A proposé une initiative
event-initiative_promoted = A appelé à agir
event-initiative_decided = A décidé d’une initiative
event-initiative_changed = A changé une initiative
event-act_noted = Une participation à une initiative
event-petition_reached = Une pétition atteint le seuil
event-petition_answered = A répondu à une pétition
event-petition_rules_changed = A changé les règles des pétitions
initiative-act-admitted = acceptée
initiative-act-declined = refusée
initiative-act-ended = terminée
