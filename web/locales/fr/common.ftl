# Ce qui se trouve sur toutes les pages : en-tête, pied, formulaires, dates.

site-title-fault = Erreur : {""}
site-skip = Aller au contenu
site-menu = Menu
site-nav = Navigation principale
site-breadcrumb = Fil d’Ariane
site-home = Accueil
site-consultations = Consultations
site-how = Comment ça marche
site-search = Rechercher
site-account = Mon compte
site-sign-in = Se connecter
site-sign-out = Se déconnecter
site-nowhere = Parvis
site-of-commune = Les consultations de la commune
site-of-intercommunality = Les consultations de l’intercommunalité
site-of-department = Les consultations du département
site-of-region = Les consultations de la région
site-of-state = Les consultations de l’État
site-of-other = Les consultations

footer-take-part = Participer
footer-consultations = Les consultations
footer-how = Comment fonctionne cette plateforme
footer-moderation = Règles de modération
footer-follow = Suivre
footer-feed = S’abonner aux nouvelles consultations (Atom)
footer-legal = Informations légales
footer-notice = Mentions légales
footer-privacy = Données personnelles
footer-accessibility = Accessibilité : non conforme
footer-language = Langue
footer-software = Ce site est un logiciel libre :
footer-source = code source

form-optional = (facultatif)
form-kept = Votre texte est gardé.
form-left = Il reste {"{n}"} caractères
form-faults = { $count ->
    [one] Il reste { $count } point à corriger
   *[other] Il reste { $count } points à corriger
}

fault-missing = Ce champ est nécessaire.
fault-too_short = { $count ->
    [one] Écrivez au moins { $count } caractère.
   *[other] Écrivez au moins { $count } caractères.
}
fault-too_long = { $count ->
    [one] Écrivez { $count } caractère au plus.
   *[other] Écrivez { $count } caractères au plus.
}
fault-shape = Ce n’est pas la forme attendue. Regardez l’exemple.
fault-choice = Choisissez une des réponses proposées.
fault-order = Cette date vient avant celle qui la précède.
fault-taken = C’est déjà pris. Choisissez autre chose.
fault-too_common = Ce mot de passe est trop facile à deviner. Une phrase à vous convient très bien.
fault-not_a_picture = Ce fichier n’est pas une image JPEG, PNG ou WebP lisible.
fault-too_heavy = L’image est trop lourde : { $count } Mo au plus.
fault-email-missing = Donnez votre adresse e-mail.
fault-email-shape = Donnez une adresse e-mail, par exemple nom@exemple.fr.
fault-email-taken = Cette adresse a déjà un compte.
fault-name-missing = Donnez un nom.
fault-insee_code-shape = Un code INSEE a cinq caractères, par exemple 59350 (deux ou trois pour un département ou une région).
fault-siren-shape = Un numéro SIREN a neuf chiffres. Vérifiez-les : l’un d’eux ne va pas.
fault-accent-shape = Donnez une couleur, par exemple #17617a.
fault-time_zone-shape = Donnez un fuseau horaire, par exemple Europe/Paris.
fault-confirm-shape = Ce n’est pas l’adresse de ce compte.

role-visitor = Visiteur
role-citizen = Citoyen
role-stakeholder = Partie prenante
role-agent = Agent
role-moderator = Modérateur
role-administrator = Administrateur

territory-kind-commune = Commune
territory-kind-intercommunality = Intercommunalité
territory-kind-department = Département
territory-kind-region = Région
territory-kind-state = État
territory-kind-other = Autre

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-first = 1er
date-day = { $day } { $month } { $year }
date-time = { $hour } h { $minute }
date-moment = { $day } à { $time }
ago-now = à l’instant
ago-minutes = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
ago-hours = { $count ->
    [one] il y a { $count } heure
   *[other] il y a { $count } heures
}
ago-days = { $count ->
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
}
