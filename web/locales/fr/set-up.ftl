# La première mise en route.

set-up-eyebrow = Première mise en route
set-up-title = Ouvrez votre place publique
set-up-lead = Quelques réponses suffisent. Tout se change plus tard.
set-up-name = Nom de la collectivité
set-up-name-hint = Comme sur le panneau à l’entrée.
set-up-kind = Type
set-up-insee = Code INSEE
set-up-colour = Couleur
set-up-colour-hint = Celle du logo. Nous l’ajustons pour que tout reste lisible.
set-up-lang = Première langue
set-up-lang-hint = Pour les visiteurs dont nous ne parlons pas la langue.
set-up-contact = Pour vous joindre
set-up-contact-hint = Adresse de la mairie, e-mail ou téléphone. En bas de chaque page.
set-up-person = Votre compte d’administration
set-up-person-name = Votre nom
set-up-person-name-hint = Il est public.
set-up-password-hint = 15 caractères au moins. Sans mot de passe, vous recevrez un lien par e-mail à chaque connexion : vérifiez que l’envoi d’e-mails fonctionne.
set-up-do = Ouvrir la place
fault-person_name-missing = Donnez votre nom.
flash-set-up = La place est ouverte. Préparez maintenant votre première consultation.
