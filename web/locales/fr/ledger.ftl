# Le registre de ce qui est parti : pour l’auteur d’une contribution, et pour la personne déléguée à la protection des données.
ledger-title = Où est allée cette contribution
ledger-see = Où est-elle allée ?
ledger-lead = Les serveurs qui en ont une copie, à notre connaissance, et ce qu’ils ont répondu si elle a été retirée.
ledger-none = Elle n’est allée nulle part
ledger-none-text = Aucun autre serveur n’en a reçu de copie, à notre connaissance.
ledger-waiting = { $count ->
    [one] { $count } envoi attend encore.
   *[other] { $count } envois attendent encore.
}
ledger-col-way = Comment
ledger-col-first = Première fois
ledger-col-last = Dernière fois
ledger-col-state = État
ledger-col-version = Version
ledger-way-push = Envoyée
ledger-way-read = Lue par ce serveur, qui s’est identifié
ledger-consent = avec votre nom, selon votre accord du { $date }
ledger-recalled = demandé le { $date }
ledger-settled = dernière réponse le { $date }
ledger-state-tried = Envoyée, réception incertaine
ledger-state-arrived = Reçue
ledger-state-pending = Suppression demandée, en attente
ledger-state-accepted = Accepté par le serveur, suppression non vérifiable
ledger-state-confirmed = Suppression confirmée et signée
ledger-state-refused = Suppression refusée par le serveur
ledger-state-unreachable = Serveur resté injoignable
ledger-state-gone = Le serveur n’existe plus
ledger-words = Ce que disent ces mots
ledger-anonymous = { $count ->
    [one] Le texte a aussi été lu { $count } fois par un programme qui ne s’est pas identifié : nous ne savons pas lequel.
   *[other] Le texte a aussi été lu { $count } fois par des programmes qui ne se sont pas identifiés : nous ne savons pas lesquels.
}
ledger-words-accepted = « Accepté » veut dire que le serveur a reçu notre demande. Nous ne pouvons pas vérifier qu’il efface.
ledger-words-confirmed = « Confirmée et signée » veut dire que la collectivité qui tient ce serveur a signé qu’il n’y reste rien. Une copie faite avant peut exister ailleurs.
ledger-words-version = La version est l’empreinte de ce qui est parti en dernier : deux serveurs avec la même empreinte ont reçu le même message.

network-tab-ledger = Registre
ledger-office = Ce qui est parti
ledger-office-lead = Chaque texte parti vers un serveur, et ce qu’est devenu son rappel. Les votes, les réponses aux questionnaires, les comptes et les journaux ne partent jamais.
ledger-departures = { $count ->
    [one] départ connu
   *[other] départs connus
}
ledger-open = { $count ->
    [one] rappel en attente
   *[other] rappels en attente
}
ledger-unsigned = { $count ->
    [one] lecture sans signature
   *[other] lectures sans signature
}
ledger-oldest = Le rappel le plus ancien attend depuis le { $date }.
ledger-unsigned-text = Une lecture sans signature est comptée, mais nous ne savons pas qui a lu.
ledger-recalls = Les rappels
ledger-recalls-lead = Un rappel demande à un serveur d’effacer ce qu’il a reçu. Il est répété pendant 90 jours.
ledger-recalls-none = Aucun rappel dans cet état
ledger-recalls-count = { $count ->
    [one] { $count } rappel dans cet état
   *[other] { $count } rappels dans cet état
}
ledger-file = Télécharger en CSV
ledger-nothing = Rien n’est parti
ledger-unanswered = Pas encore
ledger-col-class = Nature
ledger-col-objects = Objets
ledger-col-object = Objet
ledger-col-settled = Dernière réponse
ledger-class-p0 = Actes de la collectivité
ledger-class-p1 = Contributions publiques
ledger-class-p6 = Ce qui concerne une personne, dit à elle seule
