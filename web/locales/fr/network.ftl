# Les autres serveurs : réglages, file d’envoi, serveurs connus, qui nous suivons, et ce qu’ils publient.
voices-title = Voix d’autres serveurs
voices-lead = Des personnes dont le compte est sur un autre serveur peuvent répondre et soutenir.
voices-choose = Que faire de leurs textes ?
voices-welcome = Bienvenues
voices-hint-welcome = Les textes sont montrés tout de suite, avec le nom du serveur d’où ils viennent.
voices-held = À relire
voices-hint-held = La modération lit chaque texte avant qu’il soit montré. Les soutiens comptent tout de suite, à part.
voices-refused = Refusées
voices-hint-refused = Ni texte ni soutien venu d’un autre serveur. Ce qui est déjà là reste.
voices-save = Enregistrer ce choix

network-held = { $count ->
    [one] { $count } texte d’un autre serveur à relire avant publication
   *[other] { $count } textes d’autres serveurs à relire avant publication
}
network-held-lead = Personne d’autre que l’équipe ne les voit. Un texte que vous ne publiez pas reste caché.
network-held-number = Texte à relire { $number }
network-held-state = À relire avant publication
network-held-release = Publier ce texte
flash-network-released = Le texte est publié.

office-nav-network = Autres serveurs
network-office = Autres serveurs
network-office-lead = Ce qui part, ce qui attend, avec qui cette plateforme échange.
network-tabs = Parties de cette page
network-tab-queue = Envois
network-tab-servers = Serveurs
network-tab-follows = Abonnements
network-queue = La file d’envoi
network-queue-waiting = { $count ->
    [one] envoi en attente
   *[other] envois en attente
}
network-queue-failed = { $count ->
    [one] envoi abandonné
   *[other] envois abandonnés
}
network-queue-oldest = Le plus ancien attend depuis le { $date }.
network-jobs = Les tâches
network-jobs-waiting = { $count ->
    [one] tâche en attente
   *[other] tâches en attente
}
network-jobs-failed = { $count ->
    [one] tâche abandonnée
   *[other] tâches abandonnées
}
network-queue-hosts = Par serveur
network-queue-none = Rien n’attend
network-queue-none-text = Tout ce qui devait partir est parti.
network-col-server = Serveur
network-col-waiting = En attente
network-col-failed = Abandonnés
network-col-oldest = Depuis
network-col-act = Action
network-hurry = Relancer maintenant
flash-network-hurried = Les envois en attente vers ce serveur vont être relancés.
network-servers = Serveurs connus
network-servers-none = Aucun serveur connu pour l’instant.
network-col-software = Logiciel
network-col-success = Dernier envoi reçu
network-col-trouble = Difficulté
network-col-decision = Décision
network-software-unknown = Pas encore connu
network-never = Aucun
network-no-trouble = Aucune
network-trouble = { $count ->
    [one] { $count } échec de suite
   *[other] { $count } échecs de suite
}
network-trouble-until = Nouvel essai le { $date }
network-decisions = Décisions
network-decisions-none = Aucune décision : la règle générale s’applique à tous.
network-rule-blocked = Bloqué
network-rule-allowed = Territoire accepté
network-rule-none = Règle générale
network-rule-through = (décision sur { $host })
network-rule-hint-blocked = Rien n’y part et rien n’en vient.
network-rule-hint-allowed = Il fait partie de la liste des territoires.
network-rule-hint-none = La décision est levée.
network-decide = Décider pour un serveur
network-decide-short = Décider
network-decide-host = Nom du serveur
network-decide-host-hint = Par exemple region.example. La décision vaut aussi pour les serveurs dont le nom se termine ainsi.
network-decide-what = Décision
network-decide-note = Note
network-decide-note-hint = Pour vos collègues : pourquoi cette décision.
network-decide-save = Enregistrer la décision
flash-network-decided = La décision est enregistrée.
network-follows = Les comptes que nous suivons
network-follows-lead = Ce que publient ces comptes paraît sur cette page :
network-follows-none = Vous ne suivez personne
network-follows-none-text = Suivez une région, une commune voisine, une consultation d’ailleurs.
network-col-account = Compte
network-col-state = État
network-col-since = Depuis
network-follow-asked = Demandé
network-follow-accepted = Accepté
network-follow-stop = Ne plus suivre
network-follow-stop-confirm = Ne plus suivre ce compte ? Ce qu’il a publié ne paraîtra plus ici.
network-follow-new = Suivre un compte
network-follow-address = Adresse du compte
network-follow-address-hint = Par exemple @region@region.example, ou l’adresse de sa page.
network-follow-send = Suivre
flash-network-follow-asked = La demande est enregistrée. Le compte paraît ici dès qu’il est trouvé.
flash-network-follow-stopped = Vous ne suivez plus ce compte.

network-title = Chez nos voisins
network-lead = Ce que publient les territoires et les consultations que suit { place-the }. Ces textes viennent d’autres serveurs.
network-nothing = Rien pour l’instant
network-nothing-text = Ce que publient nos voisins paraîtra ici.
network-untitled = Sans titre
network-published = Dernières publications
network-followed-none = Personne pour l’instant.
network-followed = Les comptes que nous suivons
network-all = Tout voir

fault-address-shape = Écrivez l’adresse ainsi : @nom@serveur, ou https://serveur/page.
fault-host-shape = Écrivez le nom du serveur, par exemple region.example.
network-held-why = Pourquoi ce texte n’est pas montré
network-held-decline = Ne pas montrer
flash-network-declined = Le texte n’est pas montré. Sa raison l’est.

# Ce qu’une modératrice ou un modérateur décide au-delà de masquer un texte d’un autre serveur
network-forward = Signaler ce texte à son serveur d’origine
network-forward-hint = Son équipe reçoit l’adresse du texte et votre explication, au nom de la collectivité. Ni vous ni les personnes qui l’ont signalé ne sont nommés.
network-bar = Ne plus rien accepter de ce compte
network-bar-hint = { $who } ne pourra plus écrire, soutenir ni suivre ici, et l’apprendra. Cette décision peut être levée.
network-barred = Comptes bloqués
network-barred-lead = Ces comptes d’autres serveurs ne peuvent plus écrire, soutenir ni suivre ici. Ils peuvent retirer ce qu’ils ont publié.
network-barred-none = Aucun compte bloqué
network-barred-none-text = On bloque un compte au moment de masquer un de ses textes.
network-col-where = Décidé dans
network-unbar = Débloquer
flash-network-unbarred = Ce compte peut de nouveau participer.
network-pinned = Épinglé
network-meeting = Réunion
network-meeting-cancelled = Réunion annulée
