# Les consultations que plusieurs territoires portent.
editor-part-territories = Territoires
editor-decided = Les textes, les thèmes et les phases de cette consultation sont décidés par { $organiser }. Votre territoire la porte.
editor-decided-link = Voir l’appel et votre introduction
territories-title = Ouvrir aux territoires
territories-lead = D’autres territoires peuvent porter cette consultation chez eux. Leurs habitants y participent sur leur propre plateforme, et tout le monde lit ce qui est dit.
territories-reach = À qui l’ouvrir ?
territories-reach-official = Aux territoires officiels
territories-reach-hint-official = Tous ceux que votre collectivité a reconnus, et qui l’ont reconnue.
territories-reach-chosen = À des territoires choisis
territories-reach-hint-chosen = Seulement ceux que vous choisissez par leur nom, sur une page à part, avant d’ouvrir.
territories-rules = Règles pour qui la porte
territories-rules-hint = En mots simples : ce qu’un territoire accepte en portant cette consultation.
territories-open = Ouvrir aux territoires
territories-save = Enregistrer et prévenir les territoires
territories-close = Ne plus accueillir de territoire
territories-close-confirm = Fermer l’appel ? Les territoires qui portent déjà la consultation continuent.
territories-dismiss = Retirer
territories-dismiss-confirm = Ce territoire ne portera plus la consultation. Ce qui y a été dit reste lisible. Continuer ?
territories-forget-confirm = Les soutiens que ce territoire a comptés ne s’afficheront plus. Continuer ?
territories-carriers = Qui la porte
territories-none = Aucun territoire pour l’instant
territories-none-text = Ouvrez la consultation : les territoires concernés reçoivent l’appel.
territories-col-name = Territoire
carrier-state-invited = Invité
carrier-state-joined = La porte
carrier-state-left = Ne la porte plus
carrier-state-refused = Refusé
flash-territories-opened = L’appel est ouvert. Les territoires concernés vont le recevoir.
flash-territories-dismissed = Ce territoire ne porte plus la consultation. Il en est prévenu.
flash-territories-closed = L’appel est fermé.
fault-chosen-missing = Cochez au moins un territoire.
fault-territories-missing = Choisissez d’abord au moins un territoire.
fault-chosen-choice = Un des territoires cochés n’est plus connu.

calls-title = Appels à porter une consultation
calls-lead = L’État, une région ou un autre territoire ouvre une consultation. Vous pouvez la porter chez vous.
calls-none = Aucun appel pour l’instant
calls-none-text = Les appels des territoires qui vous reconnaissent paraîtront ici.
calls-col-consultation = Consultation
calls-col-organiser = Organisée par
calls-col-heard = Reçu le
calls-state-open = Appel ouvert
calls-state-asked = Demande envoyée
calls-state-joined = Portée ici
calls-state-refused = Refusée par l’organisateur
calls-state-left = Plus portée ici
calls-state-withdrawn = Appel fermé
calls-state-gone = Plus en ligne chez l’organisateur
calls-by = Organisée par { $organiser }
calls-official = officiel
calls-there = Voir chez l’organisateur
calls-here = Voir la consultation ici
calls-waiting = L’organisateur n’a pas encore répondu. Demande envoyée le
calls-rules = Ce que vous acceptez en la portant
calls-network = Les textes de cette consultation ne vont pas plus loin que le réseau des territoires : l’organisateur l’a décidé.
calls-phases = Phases et thèmes
calls-join-title = Porter cette consultation
calls-join-lead = Elle paraîtra sur votre accueil, avec le nom de l’organisateur. Ses textes, ses thèmes et ses phases suivront les siens. Vous modérez ce qui est montré chez vous.
calls-slug = Adresse courte
calls-slug-hint = Par exemple eau : la page sera /c/eau. Si vous n’écrivez rien, elle est faite du titre.
calls-introduction = Votre introduction
calls-introduction-hint = Ce que cette consultation veut dire chez vous. Elle paraît au-dessus du texte de l’organisateur.
calls-join = Porter cette consultation
calls-join-again = Demander de nouveau
calls-leave-title = Ne plus la porter
calls-leave-lead = Ce qui a été dit reste lisible. Plus rien de nouveau n’est accueilli ici, et l’organisateur l’apprend.
calls-leave = Ne plus porter cette consultation
calls-leave-confirm = Ne plus porter cette consultation ? Elle se ferme tout de suite chez vous.
flash-calls-asked = La demande est partie. La consultation paraît dès que l’organisateur a répondu.
flash-calls-left = Votre territoire ne porte plus cette consultation.

carried-by = { $level } organisée par { $organiser }, portée par { $place }
carried-card = { $level } · { $organiser }
carried-origin = Cette consultation est organisée par { $organiser }. Ses textes, ses thèmes et ses phases y sont décidés.
carried-left = Cette consultation n’est plus portée ici : ce qui a été dit reste lisible.
carried-gone = L’organisateur ne montre plus cette consultation : ce qui a été dit reste lisible.
carried-see = Voir chez { $organiser }
carried-introduction = Le mot de { $place }
carriers-title = Qui porte cette consultation
carriers-since = depuis le { $date }
carriers-until = jusqu’au { $date }
carriers-count = { $count ->
    [one] Un territoire porte cette consultation, ou l’a portée.
   *[other] { $count } territoires portent cette consultation, ou l’ont portée.
}
carriers-others = { $count ->
    [one] Un autre territoire porte cette consultation avec nous, ou l’a portée.
   *[other] { $count } autres territoires portent cette consultation avec nous, ou l’ont portée.
}
carriers-none-else = Aucun autre territoire ne porte cette consultation pour l’instant.
carriers-none = Aucun territoire ne porte cette consultation pour l’instant.
carriers-all = { $count ->
    [one] Voir le territoire
   *[other] Voir les { $count } territoires
}

backers-card = { $count } dans les territoires participants
backers-total = { $count ->
    [one] Et { $count } soutien dans les territoires qui portent cette consultation, compté à part.
   *[other] Et { $count } soutiens dans les territoires qui portent cette consultation, comptés à part.
}
backers-accounts = Chaque territoire compte les siens. Une même personne peut avoir un compte dans plusieurs territoires.
backers-list = { $count ->
    [one] Dans { $count } territoire
   *[other] Dans { $count } territoires
}
backers-line = { $count ->
    [one] { $count } soutien, nombre reçu le { $date }
   *[other] { $count } soutiens, nombre reçu le { $date }
}
backers-left = ne porte plus la consultation
backers-most = Les { $count } territoires qui comptent le plus de soutiens.

choose-title = Choisir les territoires
choose-lead = Cherchez par nom, par type ou par territoire supérieur, cochez, puis ajoutez. Ce qui est choisi reste choisi d’une page à l’autre.
choose-count = { $count ->
    [0] Aucun territoire choisi.
    [one] { $count } territoire choisi.
   *[other] { $count } territoires choisis.
  }
choose-back = Revenir à l’ouverture
choose-link = Choisir les territoires
choose-name = Nom ou serveur
choose-kind = Type
choose-any-kind = Tous les types
choose-parent = Territoire supérieur
choose-only = Afficher
choose-only-all = Tous
choose-only-chosen = Seulement ceux qui sont choisis
choose-search = Chercher
choose-found = { $count ->
    [0] Aucun territoire trouvé
    [one] { $count } territoire trouvé
   *[other] { $count } territoires trouvés
  }
choose-none = Aucun territoire trouvé
choose-none-text = Essayez un autre nom, ou moins de critères.
choose-add = Ajouter les cochés
choose-remove = Retirer les cochés
choose-all = { $count ->
    [one] Ajouter le seul trouvé
   *[other] Ajouter les { $count } trouvés
  }
choose-all-confirm = { $count ->
    [one] Ajouter ce territoire ?
   *[other] Ajouter ces { $count } territoires ?
  }
flash-territories-chosen = Votre choix est enregistré.
fault-all-missing = Aucun territoire ne correspond à cette recherche.
fault-act-choice = Dites s’il faut ajouter ou retirer.
fault-all-too_long = Plus de { $count } territoires seraient choisis : précisez la recherche.
