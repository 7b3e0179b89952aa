# Les signalements : ce que voient les agents.

office-nav-street = Signalements
street-queue = File
street-enter = Saisir pour quelqu’un
street-figures = Chiffres
street-arrange = Catégories et réponses types
street-waiting = { $count ->
    [one] { $count } signalement à lire
   *[other] { $count } signalements à lire
}
street-late-count = { $count ->
    [one] { $count } en retard
   *[other] { $count } en retard
}
street-silent-count = { $count ->
    [one] { $count } transmis sans réponse
   *[other] { $count } transmis sans réponse
}
street-whose = Lesquels
street-whose-open = En cours
street-whose-mine = Les miens
street-whose-nobody = À personne
street-whose-late = En retard
street-whose-silent = Transmis sans réponse
street-no-delay = Sans délai
street-channel = Reçu par
street-channel-web = Le site
street-channel-phone = Téléphone
street-channel-letter = Courrier
street-channel-desk = Guichet
street-channel-open311 = Une application (Open311)
street-channel-collectivity = Une autre collectivité
street-take-back = Reprendre ce signalement
street-reporter = Auteur du signalement
street-reporter-hint = Pour les agents seulement. Un e-mail sert à tenir la personne au courant : demandez-lui si elle le veut.
street-reporter-name = Nom de la personne
street-reporter-email = E-mail de la personne
street-reporter-phone = Téléphone de la personne
street-template = Réponse type
street-template-use = Reprendre ce texte
street-template-name = Nom de la réponse type
street-template-add = Ajouter
street-template-remove = Retirer
street-templates = Réponses types
street-templates-hint = Des textes tout prêts, à reprendre et à changer au moment de répondre.
street-reason = Raison
street-reason-hint = Nécessaire pour « Sans suite ».
street-competent = Qui est compétent
street-competent-hint = Nécessaire si ce n’est pas votre compétence : nommez la collectivité ou l’entreprise.
street-answer = Réponse publique
street-answer-hint = Lue par tous, et signalée par e-mail à ceux qui suivent.
street-agent = Agent
street-note = Note interne
street-note-hint = Pour les agents seulement.
street-tend-save = Enregistrer et prévenir
flash-street-tended = C’est enregistré. Les personnes qui suivent sont prévenues.
street-forward = Transmettre à une autre collectivité
street-forward-hint = Le signalement part signé, sans rien de son auteur. Les réponses s’affichent ici et sur la fiche.
street-forward-to = Collectivité compétente
street-forward-do = Transmettre
fault-to-choice = Choisissez une collectivité reconnue.
fault-to-order = Ce signalement ne peut pas être transmis : il n’est pas public, il vient d’une autre collectivité, ou il est terminé.
fault-next-choice = Ce signalement ne peut pas passer à cet état. Choisissez-en un autre.
street-merge = Réunir avec un autre signalement
street-merge-hint = Les personnes qui suivent celui-ci suivront l’autre.
street-merge-into = Numéro de l’autre signalement
street-merge-do = Réunir
fault-same_as-choice = Donnez le numéro d’un autre signalement, qui n’est pas lui-même un doublon.
street-hide = Masquer ce signalement
street-show = Montrer de nouveau
street-enter-lead = Pour une personne qui appelle, écrit ou vient. Le canal est gardé.
street-enter-words-hint = Ce que la personne dit, sans nom : ce texte sera public.
street-enter-save = Enregistrer
street-arrange-lead = Ce que l’on peut signaler, qui s’en occupe, et en combien de temps. Sans catégorie, personne ne peut rien signaler.
street-category-new = Ajouter une catégorie
street-category-change = Changer la catégorie
street-category-name = Nom de la catégorie
street-category-name-hint = Par exemple : Éclairage public
street-category-closed = Fermée
street-category-closed-hint = On ne peut plus rien y signaler. Ce qui est signalé reste.
street-category-private = Non publique
street-category-private-hint = Seuls les agents et l’auteur voient ces signalements.
street-family = Famille
street-family-hint = Par exemple : Voirie. Les catégories d’une même famille sont réunies.
street-description = Ce qui en fait partie
street-description-hint = Par exemple : lampadaire éteint, clignotant ou abîmé
street-service-hint = Par exemple : Services techniques
street-referent = Référent
street-days = Délai annoncé, en jours
street-days-hint = Zéro : aucun délai annoncé.
street-competent-peer = Collectivité compétente
street-competent-peer-hint = Si ce n’est pas la vôtre, chaque signalement lui est transmis dès qu’il est confirmé.
street-ours = La nôtre
street-figures-lead = Les signalements confirmés des trois dernières années, doublons à part.
street-month = Mois
street-came = Reçus
street-closed = Terminés
street-days-taken = Jours en moyenne
street-figures-file = Télécharger les chiffres (CSV)

street-blur-open = Flouter un visage ou une plaque
street-blur-office = Cochez les cases où l’on voit un visage, une plaque ou un nom. La photo d’avant est effacée.
street-blur-do = Flouter
street-areas = Secteurs
street-areas-lead = Dites qui suit les signalements dans une partie du territoire. Le secteur le plus précis l’emporte à l’arrivée ; ailleurs, c’est la catégorie.
street-area = Secteur
street-area-hint = Par exemple : Centre ancien
street-area-new = Ajouter un secteur
street-area-add = Ajouter le secteur
street-area-remove = Retirer
street-area-own = Comme la catégorie
street-area-file = Contour (fichier GeoJSON)
street-area-file-hint = 2 Mo au plus, en degrés (WGS 84).
street-area-perimeter = Ou un périmètre déjà sur une carte
street-area-service-hint = Un service, un agent, ou les deux.
fault-referent-missing = Donnez un service ou choisissez un agent.
street-whose-my_late = Les miens, en retard
street-services = Services
street-services-lead = Un service qui a une adresse reçoit un courriel quand un signalement lui est confié : le numéro, le lieu et le texte que tout le monde peut lire, rien sur la personne qui l’a fait.
street-service-email = Adresse e-mail
street-service-email-hint = Laissez vide pour ne rien envoyer.
street-service-none = Pas d’adresse
street-service-contact = Où un service reçoit ses courriels
street-service-name-hint = Écrit exactement comme dans les catégories, les secteurs et les signalements.
street-service-queue = Ses signalements
street-service-hint-letter = Un service qui a une adresse reçoit un courriel quand le signalement lui est confié.
street-any-service = Tous les services
