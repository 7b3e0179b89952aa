# Ce qui n'a pas marché : ce qui s'est passé, ce qui est gardé, ce qu'il faut faire.

error-title = Une erreur
error-number = Erreur { $status }
error-home = Aller à l’accueil
error-back = Revenir à la page précédente
error-sign-in = Se connecter

error-title-400 = Cette demande n’a pas été comprise
error-title-403 = Vous ne pouvez pas faire cela
error-title-404 = Cette page n’existe pas ou n’est pas publique
error-title-405 = Cette page ne s’ouvre pas ainsi
error-title-409 = Ce n’est plus possible
error-title-410 = Ce n’est plus là
error-title-413 = Votre envoi est trop lourd
error-title-422 = Il reste des points à corriger
error-title-429 = Trop d’essais en peu de temps
error-title-500 = Une erreur est survenue chez nous
error-title-503 = Le site est occupé
error-title-507 = Il n’y a plus de place pour enregistrer

error-text-400 = Rien n’a été changé. Revenez à la page précédente et essayez encore.
error-text-405 = Rien n’a été changé. Passez par l’accueil pour retrouver votre page.
error-text-413 = Rien n’a été enregistré. Une image ou un fichier peut peser { $size } Mo au plus. Revenez en arrière avec le bouton de votre navigateur : votre texte y est encore. Puis choisissez un fichier plus léger, ou raccourcissez un très long texte.
error-text-422 = Rien n’a été enregistré. Revenez à la page précédente : votre texte y est encore.
error-text-500 = Rien n’a été changé. L’incident est noté. Essayez encore dans quelques minutes.
error-text-503 = Rien n’a été changé. Essayez encore dans une minute : votre texte est encore dans la page précédente.
error-text-507 = Votre envoi n’est pas enregistré. L’équipe technique doit faire de la place. Gardez votre texte et revenez plus tard.
error-text-forged = Ce formulaire a été ouvert il y a trop longtemps, ou ne vient pas de ce site. Rien n’a été changé. Revenez à la page, rechargez-la et envoyez encore.

refusal-not_found = L’adresse est peut-être incomplète, ou la page a été retirée.
refusal-sign_in_first = Connectez-vous d’abord, puis recommencez.
refusal-not_your_role = Votre compte n’a pas ce droit.
refusal-not_yours = Seule la personne qui a écrit ce texte peut le changer ou le retirer. Et personne ne peut signaler le sien.
refusal-not_open_now = Ce n’est pas ouvert en ce moment. Regardez les étapes de la consultation.
refusal-not_published = Cette consultation n’est pas encore publiée.
refusal-withdrawn = L’auteur a retiré ce texte.
refusal-hidden = Ce texte a été masqué par la modération. La raison est indiquée sur sa page.
refusal-already_done = C’est déjà fait.
refusal-too_deep = On ne peut pas répondre plus loin dans ce fil. Répondez au message précédent.
refusal-stale = Quelqu’un a changé ce texte pendant que vous écriviez. Copiez le vôtre, ouvrez la nouvelle version et reprenez.
refusal-settled = La collectivité a déjà répondu à ce texte : il ne peut plus changer.
refusal-link_expired = Ce lien est trop ancien ou a déjà servi. Demandez-en un autre.
refusal-wrong_credentials = L’adresse ou le mot de passe ne va pas.
refusal-too_many_attempts = Attendez un moment, puis essayez encore.
refusal-suspended = Ce compte est suspendu. Écrivez à la collectivité pour savoir pourquoi.
refusal-last_administrator = Il doit rester au moins un administrateur. Nommez quelqu’un d’autre d’abord.
refusal-taken = C’est déjà pris. Choisissez autre chose.
refusal-no_phase = Ajoutez d’abord au moins une étape : sans étape, personne ne pourrait participer.
error-written = Ce que vous aviez écrit
error-written-text = Rien n’est perdu. Copiez votre texte, ou envoyez-le de nouveau dans un moment.
error-written-again = Envoyer de nouveau
refusal-answered = Des réponses ont déjà été données : les questions ne changent plus. Fermez ce questionnaire, dupliquez-le, puis modifiez la copie.
refusal-no_room = Il n’y a plus de place : 20 pages et 100 questions au plus.
refusal-decided_elsewhere = Cette consultation est décidée par la collectivité qui l’organise : ses textes, ses thèmes et ses phases ne changent que là-bas.
refusal-not_offered = Cette consultation n’est pas proposée à votre territoire.
refusal-needs_network = Une consultation que d’autres territoires portent, ou peuvent porter, va au moins jusqu’au réseau des territoires.
