# Le budget participatif : ce que tout le monde lit, et ce que les services remplissent.

budget-tab = Budget
budget-title = Budget participatif : { $consultation }
budget-projects-title = Projets : { $consultation }
budget-works-title = Réalisations : { $consultation }
budget-envelope-named = { $title } ({ $district })
budget-invite = Vous avez un projet pour la commune ?
budget-invite-text = Il suffit de dire quoi, où et pourquoi. Les services calculent le coût pour vous.
budget-new = Déposer un projet
budget-new-lead = Dites ce que vous voulez voir réalisé. Pas besoin de plan ni de devis.
budget-new-note = Votre projet est public tout de suite. Les services l’étudient, puis vous recevez une réponse écrite, quelle qu’elle soit.
budget-publish = Déposer mon projet
budget-correct = Corriger l’enveloppe, le lieu ou le coût
budget-field-title = Le nom du projet
budget-field-title-hint = Par exemple : des bancs à l’ombre devant l’école.
budget-field-body = Votre projet
budget-field-body-hint = Ce qui serait fait, pour qui, et ce que cela changerait.
budget-field-envelope = Quelle enveloppe paierait ce projet ?
budget-field-place = Le lieu
budget-field-place-hint = Une adresse, une place, un quartier ; ou rien si c’est partout.
budget-field-asked = Le coût, si vous en avez une idée
budget-field-asked-hint = Par exemple : 12 000 €. Les services feront le calcul.
budget-envelope-most = { $amount } en tout, { $most } au plus par projet
budget-envelopes = Les enveloppes du budget
budget-total = { $amount } à partager
budget-envelope = Enveloppe
budget-amount = Montant
budget-most = { $amount } au plus par projet
budget-projects = Projets
budget-projects-count = { $count ->
    [0] Aucun projet
    [one] { $count } projet
   *[other] { $count } projets
}
budget-vote = Vote
budget-vote-see = Voir le vote
budget-vote-none = Pas encore ouvert
budget-funnel = Du dépôt à la réalisation
budget-funnel-deposited = { $count ->
    [one] projet déposé
   *[other] projets déposés
}
budget-funnel-vote = { $count ->
    [one] soumis au vote
   *[other] soumis au vote
}
budget-funnel-selected = { $count ->
    [one] choisi
   *[other] choisis
}
budget-funnel-done = { $count ->
    [one] réalisé
   *[other] réalisés
}
budget-waiting = { $count ->
    [one] { $count } auteur attend encore sa réponse.
   *[other] { $count } auteurs attendent encore leur réponse.
}
budget-all-answered = Chaque auteur a reçu une réponse.
budget-works = Les réalisations
budget-works-sum = { $count ->
    [one] { $done } projet réalisé sur { $count } choisi.
   *[other] { $done } réalisés sur { $count } projets choisis.
}
budget-no-works = Aucun projet n’est encore choisi. Les travaux seront suivis ici après le vote.
budget-latest = Les derniers projets
budget-see-all = { $count ->
    [one] Voir le projet
   *[other] Voir les { $count } projets
}
budget-no-project = Aucun projet pour le moment.
budget-no-such = Aucun projet ne correspond à ce choix.
budget-show-all = Voir tous les projets
budget-filter = Filtrer les projets
budget-filter-do = Filtrer
budget-any-envelope = Toutes les enveloppes
budget-state = Où en est le projet
budget-any-state = Tous les états
budget-cost-short = coût étudié
budget-cost-asked-short = selon l’auteur
budget-back = Le budget participatif
budget-how = Comment ça marche
budget-how-deposit = Vous déposez un projet : quoi, où, pourquoi.
budget-how-study = Les services étudient chaque projet et calculent son coût. Chaque auteur reçoit une réponse écrite, publiée avec ses raisons.
budget-how-campaign = Les projets soumis au vote sont présentés et discutés.
budget-how-vote = Les habitants votent, projet par projet, dans la limite de l’enveloppe.
budget-how-results = Les résultats sont publiés avec le calcul, que chacun peut refaire. Chaque auteur est prévenu.
budget-how-works = Les projets choisis sont réalisés. La date promise et les retards sont publiés.
project-title = Le projet
project-cost = Coût étudié
project-asked = Coût selon l’auteur
project-place = Lieu
project-into = Réuni à
project-merged = Projets réunis ici
project-works = La réalisation
project-state-deposited = Déposé
project-state-put_to_vote = Soumis au vote
project-state-set_aside = Écarté
project-state-merged = Réuni à un autre
project-state-selected = Choisi
project-state-not_selected = Non choisi
project-verdict-feasible = Faisable
project-verdict-adapted = Faisable après adaptation
project-verdict-not_feasible = Non faisable
works-promised = Promis pour le { $day }
works-done = Terminé le { $day }
works-late = { $count ->
    [one] { $count } jour de retard
   *[other] { $count } jours de retard
}
works-was-late = { $count ->
    [one] Terminé avec { $count } jour de retard
   *[other] Terminé avec { $count } jours de retard
}
works-in-time = Terminé à temps
flash-project-deposited = Votre projet est déposé. Vous recevrez une réponse écrite.
fault-envelope-missing = Choisissez une enveloppe.
fault-asked-shape = Écrivez un montant en euros, par exemple 12 000 €.
fault-cost-shape = Écrivez un montant en euros, par exemple 12 000 €.
fault-cost-missing = Indiquez le coût avant de soumettre le projet au vote.
fault-cost-choice = Ce coût dépasse ce que l’enveloppe permet pour un projet.
fault-verdict-missing = Dites d’abord si le projet est faisable.
fault-verdict-choice = Un projet non faisable ne peut pas être soumis au vote.
fault-into-choice = Choisissez un autre projet de la liste.
fault-envelopes-taken = Une enveloppe qui contient des projets ne peut pas être supprimée. Changez d’abord leur enveloppe.
fault-done_on-missing = Indiquez le jour de la fin des travaux.
fault-done_on-shape = Indiquez un jour passé, ou aujourd’hui.
fault-done_on-choice = Un jour de fin ne va qu’avec des travaux terminés.
fault-news-missing = Expliquez pourquoi les travaux sont arrêtés.
works-state-planned = Prévus
works-state-prepared = En préparation
works-state-under_way = En cours
works-state-done = Terminés
works-state-stopped = Arrêtés
