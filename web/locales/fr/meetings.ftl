# Les réunions : ce que tout le monde voit, et sa propre place.

meetings-title = Réunions
meetings-lead = Les rencontres publiques { place-of }, sur place et en ligne.
meetings-lead-consultation = Les rencontres publiques de la consultation « { $title } ».
meetings-of = Réunions, { $place }
meetings-tabs = Réunions à venir et passées
meetings-coming = À venir
meetings-past = Passées
meetings-none = Aucune réunion n’est annoncée pour le moment.
meetings-none-past = Aucune réunion n’a encore eu lieu.
meetings-calendar = Ajouter ces réunions à mon agenda
meetings-office = Préparer les réunions
meetings-all = Toutes les réunions

meeting-when = { $from } – { $to }
meeting-when-days = du { $from } au { $to }
meeting-kind-in_person = Sur place
meeting-kind-online = En ligne
meeting-kind-hybrid = Sur place et en ligne
meeting-state-draft = Brouillon
meeting-state-cancelled = Annulée
meeting-state-minutes = Compte rendu publié
meeting-state-held = Terminée
meeting-state-now = En cours
meeting-state-full = Complète
meeting-aside = Participer à la réunion
meeting-about = De quoi parlerons-nous ?
meeting-agenda = Ordre du jour
meeting-minutes = Compte rendu
meeting-said = Contributions recueillies à la réunion
meeting-cancelled = Cette réunion est annulée
meeting-places-left = { $count ->
    [0] Complet ({ $places } places)
    [one] { $count } place libre sur { $places }
   *[other] { $count } places libres sur { $places }
}
meeting-places-waiting = { $count ->
    [one] Complet ({ $places } places), { $count } personne attend
   *[other] Complet ({ $places } places), { $count } personnes attendent
}
meeting-registered-count = { $count ->
    [0] Personne n’est encore inscrit
    [one] { $count } personne inscrite
   *[other] { $count } personnes inscrites
}
meeting-attended = { $count ->
    [one] { $count } personne présente
   *[other] { $count } personnes présentes
}
meeting-register = S’inscrire
meeting-full = Il n’y a plus de place. Inscrivez-vous sur la liste d’attente : si une place se libère, vous recevez une lettre.
meeting-until = Inscriptions jusqu’au { $date }.
meeting-from = Les inscriptions ouvrent le { $date }.
meeting-closed = Les inscriptions sont closes.
meeting-free = L’entrée est libre, sans inscription.
meeting-name = Votre nom
meeting-name-hint = Pour l’accueil. Il n’est pas publié.
meeting-email = Votre adresse e-mail
meeting-email-hint = Nous vous envoyons un lien à confirmer. Nom et adresse sont effacés 60 jours après la réunion.
meeting-register-button = Je m’inscris
meeting-wait-button = M’inscrire sur la liste d’attente
meeting-sign-in = Vous avez un compte ? Connectez-vous.
meeting-own = Votre inscription
meeting-own-link = Voir mon code
meeting-online = En ligne
meeting-link = Rejoindre la réunion
meeting-link-private = Le lien est donné aux personnes inscrites.
meeting-link-later = Le lien sera donné plus tard.
meeting-calendar = Ajouter à mon agenda
meeting-office = Gérer cette réunion

place-title = Votre inscription
place-when = Quand
place-where = Où
place-state-asked = À confirmer
place-state-registered = Inscrit
place-state-waiting = Sur liste d’attente
place-state-cancelled = Désinscrit
place-state-attended = Présent
place-text-asked = Confirmez votre adresse pour avoir votre place. Sans confirmation, l’inscription est effacée au bout de 2 jours.
place-text-registered = Votre place est réservée. Gardez cette page, ou imprimez-la.
place-text-waiting = { $before ->
    [0] Vous attendez une place. Vous êtes le premier de la liste.
    [one] Vous attendez une place. Une personne est avant vous.
   *[other] Vous attendez une place. { $before } personnes sont avant vous.
}
place-text-cancelled = Vous n’êtes pas inscrit. Votre place est libre pour quelqu’un d’autre.
place-text-attended = L’accueil a noté que vous êtes là. Merci d’être venu.
place-code = Votre code
place-code-hint = Dites-le ou montrez-le à l’accueil.
place-confirm = Confirmer mon inscription
place-leave = Me désinscrire
place-leave-text = Vous ne pouvez plus venir ? Rendez votre place : quelqu’un l’attend peut-être.

flash-meeting-asked = Une lettre vient de partir à cette adresse. Ouvrez son lien pour confirmer votre inscription.
flash-meeting-registered = Vous êtes inscrit. Votre code est sur votre page d’inscription.
flash-meeting-waiting = Vous êtes sur la liste d’attente. Nous vous écrivons si une place se libère.
flash-meeting-left = Vous êtes désinscrit.
contribution-meeting = Recueillie à la réunion
consultation-count-meetings = { $count ->
    [one] recueillie en réunion
   *[other] recueillies en réunion
}
