# Les signalements : ce que chacun voit, la fiche, le formulaire, les lettres.

street-title = Signalements
street-lead = Un trou dans la chaussée, un lampadaire éteint, une idée pour la rue, ou un merci : dites-le ici et suivez ce qui est fait.
street-make = Faire un signalement
street-emergency = Danger immédiat pour quelqu’un ? N’écrivez pas ici : appelez le 112.
street-shut = La collectivité ne prend pas de signalement ici pour le moment.
street-count = { $count ->
    [one] { $count } signalement
   *[other] { $count } signalements
}
street-none = Rien à montrer
street-none-text = Aucun signalement ne correspond à ce choix.
street-follow-feed = Suivre les signalements par flux Atom
street-which-area = Secteur
street-any-area = Tous les secteurs
street-follow-these = Suivre ces signalements
street-feed-of = { $place } : les signalements – { $name }
street-feed = { $place } : les signalements
street-number = N° { $number }
street-followers = { $count ->
    [one] { $count } personne suit
   *[other] { $count } personnes suivent
}

street-state = Où cela en est
street-any-state = Tous
street-which-open = En cours
street-which-closed = Terminés
street-category = Catégorie
street-any-category = Toutes
street-kind = Sorte
street-any-kind = Toutes
street-kind-which = C’est…
street-kind-anomaly = Un problème
street-kind-suggestion = Une suggestion
street-kind-congratulation = Un remerciement

street-state-received = Reçu
street-state-accepted = Pris en compte
street-state-assigned = Confié à un service
street-state-forwarded = Transmis
street-state-in_progress = En cours
street-state-resolved = Réalisé
street-state-refused = Sans suite
street-state-duplicate = Déjà signalé

street-reason-not_ours = Ce n’est pas de notre compétence.
street-reason-nothing_found = Rien n’a été constaté sur place.
street-reason-private_ground = C’est un terrain privé.
street-reason-not_possible = Ce n’est pas réalisable.
street-reason-decided = Une autre décision est déjà prise, ou le signalement a été repris par son auteur.
street-reason-improper = Ce n’est pas un signalement.

street-step = Étape { $number } sur 3
street-next = Continuer
street-back = Revenir
street-place-title = Où est-ce ?
street-address = Adresse ou repère
street-address-hint = Par exemple : 12 rue des Tilleuls, devant l’école
fault-spot_address-missing = Dites où c’est : une adresse, un repère ou un point sur la carte.
fault-spot-shape = Ces coordonnées ne vont pas. Écrivez les deux, par exemple 44.2028, 0.6257.

street-what-title = De quoi s’agit-il ?
street-nearby = Déjà signalé ici ?
street-nearby-hint = Voici ce qui est signalé tout près. Si c’est la même chose, ouvrez la fiche et suivez-la : cela compte autant.
street-away = { $count ->
    [one] à { $count } mètre
   *[other] à { $count } mètres
}
street-map = Les signalements sur la carte
street-map-gathered = {"{n}"} signalements ici. Rapprochez-vous.

street-words-title = Dites-en plus
street-photo = Photo
street-photo-hint = JPEG, PNG ou WebP, 8 Mo au plus. Sans visage ni plaque. Le lieu et la date cachés dans le fichier sont effacés.
street-words = Ce que vous avez vu
street-words-hint = Quelques mots suffisent. Ils seront publics : pas de nom de personne.
street-words-leave = Un signalement public peut être suivi depuis Mastodon et d’autres réseaux : le début de votre texte y part, au nom de la collectivité. Jamais la photo, votre nom ni votre adresse e-mail.
street-email = Votre adresse e-mail
street-email-hint = Pour confirmer et vous tenir au courant. Elle n’est jamais montrée ni transmise.
street-name = Votre nom
street-name-hint = Pour les agents seulement.
street-promise = { $count ->
    [one] Délai annoncé : { $count } jour
   *[other] Délai annoncé : { $count } jours
}
street-private-note = Les signalements de cette catégorie ne sont pas publics : les agents et vous seuls les voyez.
street-competent-note = C’est { $name } qui s’en occupe : votre signalement lui est transmis, sans votre nom ni votre adresse e-mail. Ses réponses s’affichent ici.
street-send = Envoyer le signalement
flash-street-made = Merci. Votre signalement est enregistré.
flash-street-followed = Vous suivez ce signalement.
flash-street-unfollowed = Vous ne suivez plus ce signalement.
flash-street-confirmed = C’est confirmé. Merci.

street-sent-title = Regardez vos e-mails
street-sent-text = Un message vous attend. Ouvrez-le et appuyez sur le bouton : sans cela, rien n’est enregistré.
street-sent-more = Rien reçu au bout de quelques minutes ? Regardez dans les courriers indésirables. Sans confirmation, tout est effacé au bout de sept jours.
street-confirm-title = Confirmer mon signalement
street-confirm-text = Est-ce bien votre signalement ? Confirmez-le : il sera transmis aux agents.
street-confirm-do = Confirmer
street-confirm-follow-title = Suivre ce signalement
street-confirm-follow-text = Voulez-vous recevoir un e-mail à chaque étape ?
street-mail-title = Un signalement que vous suivez
street-see = Voir la fiche publique

street-history = Ce qui s’est passé
street-day = Signalé le
street-due = Promis pour le
street-late = En retard
street-who-is-competent = Qui est compétent
street-service = Service
street-followed-by = Personnes qui suivent
street-followed-elsewhere = Personnes d’autres serveurs qui suivent
street-photo-alt = Photo jointe au signalement : { $category }
street-hidden = Ce signalement est masqué. Seuls les agents le voient.
street-private = Ce signalement n’est pas public.
street-same = La même chose est suivie ici :
street-sent-to = Transmis à
street-came-from = Transmis par
street-silent = Pas de réponse depuis plus de sept jours. Les agents en sont avertis.
street-there = Voir la fiche là-bas
street-me-too = Moi aussi
street-me-too-hint = Vous voyez la même chose ? Suivez ce signalement : vous saurez ce qui est fait, et les agents sauront que vous êtes plusieurs.
street-follow = Suivre
street-you-follow = Vous suivez ce signalement.
street-stop = Ne plus suivre
street-tend = Traiter

event-street_reported = Signalement reçu
event-street_followed = Signalement suivi, ou plus suivi
event-street_told = Une personne d’un autre serveur est prévenue de la suite d’un signalement
event-street_tended = A traité un signalement
event-street_arranged = A changé les catégories ou les réponses types des signalements
event-street_forwarded = Signalement transmis à une autre collectivité, ou repris
event-street_heard = Une autre collectivité a transmis un signalement ou répondu
event-street_changed = Signalement mis à jour pour qui suit les groupes de signalements
event-street_group_changed = Groupe de signalements renommé ou supprimé

letter-street_confirm-subject = Confirmez votre signalement – { $place }
letter-street_confirm-text = Vous avez fait un signalement. Confirmez-le pour qu’il parvienne aux agents. Sans confirmation, il est effacé au bout de sept jours.
letter-street_confirm-button = Confirmer mon signalement
letter-street_follow-subject = Suivre un signalement – { $place }
letter-street_follow-text = Vous voulez suivre un signalement. Confirmez votre adresse pour recevoir un message à chaque étape.
letter-street_follow-button = Suivre ce signalement
letter-street_received-subject = Votre signalement est arrivé – { $place }
letter-street_received-text = Le signalement que vous suivez est entre les mains des agents. Vous recevrez un message à chaque étape.
letter-street_received-button = Voir le signalement
letter-street_accepted-subject = Votre signalement avance – { $place }
letter-street_accepted-text = Le signalement que vous suivez est pris en charge. La page dit par qui, et ce qui a été répondu.
letter-street_accepted-button = Voir où cela en est
letter-street_forwarded-subject = Votre signalement est transmis – { $place }
letter-street_forwarded-text = Une autre collectivité est compétente : le signalement que vous suivez lui est transmis, sans votre nom ni votre adresse. Ses réponses s’affichent sur la page.
letter-street_forwarded-button = Voir où cela en est
letter-street_resolved-subject = C’est fait – { $place }
letter-street_resolved-text = Ce que vous aviez signalé est réalisé. Merci de votre aide.
letter-street_resolved-button = Voir ce qui a été fait
letter-street_refused-subject = Réponse à votre signalement – { $place }
letter-street_refused-text = Le signalement que vous suivez reste sans suite. La page dit pourquoi et, si quelqu’un d’autre est compétent, qui.
letter-street_refused-button = Lire la réponse
letter-street_to_tend-subject = Un signalement vous revient – { $place }
letter-street_to_tend-text = Vous suivez désormais ce signalement : n° { $title }
letter-street_to_tend-button = Ouvrir le signalement
letter-street_late-subject = Des signalements sont en retard – { $place }
letter-street_late-text = Au moins un signalement que vous suivez a dépassé le délai annoncé. Vous recevez ce courriel une fois par jour au plus, et seulement quand un nouveau retard s’ajoute.
letter-street_late-button = Voir mes signalements en retard
letter-street_service-subject = Un signalement est confié à votre service – { $place }
letter-street_service-text = Ce signalement est confié à votre service : n° { $title }
letter-street_service-button = Ouvrir le signalement
letter-street_duplicate-subject = Votre signalement en rejoint un autre – { $place }
letter-street_duplicate-text = La même chose avait déjà été signalée. Vous suivez désormais cet autre signalement, et serez au courant de la suite.
letter-street_duplicate-button = Voir le signalement

street-blur = Flouter un visage ou une plaque
street-blur-later = Vous choisirez quoi flouter sur la page suivante, avant l’envoi.
street-blur-title = Flouter la photo
street-blur-lead = Cochez les cases où l’on voit un visage, une plaque ou un nom. Rien n’est encore envoyé.
street-blur-legend = Ce qui doit être effacé
street-blur-hint = Chaque case cochée devient unie. On ne peut pas revenir en arrière.
street-blur-picture = Votre photo
street-blur-cell = Ligne { $row }, colonne { $column }
fault-cell-missing = Cochez au moins une case.
