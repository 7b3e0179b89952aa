# Comptes et rôles.
users-title = Comptes
users-lead = Les personnes inscrites et ce qu’elles peuvent faire.
users-search = Chercher un nom ou une adresse
users-search-do = Chercher
users-role = Rôle
users-any-role = Tous
users-count =
    { $count ->
        [one] { $count } compte
       *[other] { $count } comptes
    }
users-name = Nom
users-since = Inscription
users-seen = Dernière visite
users-state = État
users-action = Action
users-active = Actif
users-suspended = Suspendu
users-change = Modifier
users-handle = Page publique
users-email = Adresse e-mail
users-role-hint = La personne est avertie par e-mail et se reconnecte avec ses nouveaux droits.
users-role-do = Donner ce rôle
users-may-citizen = Propose, répond et soutient quand une étape le permet.
users-may-stakeholder = Comme un habitant, au nom d’une organisation reconnue par la commune.
users-may-agent = Prépare les consultations et publie les réponses officielles.
users-may-moderator = Examine les signalements et masque ce qui enfreint les règles.
users-may-administrator = Tout, y compris les comptes, le journal et les réglages.
users-suspend = Suspendre le compte
users-suspend-title = Suspendre
users-suspend-hint = La personne est déconnectée et ne peut plus entrer. Ses contributions restent en ligne.
users-reinstate = Rouvrir le compte
users-reinstate-title = Rouvrir
users-reinstate-hint = La personne pourra de nouveau se connecter.
users-back = Revenir aux comptes
