# Modération : signalements et décisions.
moderation-title = Modération
moderation-lead = Chaque décision porte une raison et reste inscrite au journal.
moderation-reports = Signalements
moderation-open = À examiner ({ $count })
moderation-decided = Décidés
moderation-none = Aucun signalement
moderation-none-text = Personne n’a signalé de texte ici.
moderation-case = Signalement { $number }
moderation-count =
    { $count ->
        [one] { $count } signalement
       *[other] { $count } signalements
    }
moderation-by = de { $name }
moderation-nobody = une personne sans compte
moderation-in = dans « { $title } »
moderation-no-note = Sans message
moderation-quote = « { $text } »
moderation-reason = Raison montrée à tous
moderation-reason-hint = L’auteur et les lecteurs la verront à la place du texte.
moderation-note = Explication montrée à tous
moderation-note-hint = Quel passage, quelle règle. Elle est envoyée à l’auteur. Demandée pour masquer, 10 caractères au moins.
moderation-note-hint-elsewhere = Quel passage, quelle règle. Demandée pour masquer, 10 caractères au moins.
moderation-hide = Masquer
moderation-keep = Garder en ligne
moderation-restore = Montrer à nouveau
moderation-hide-title = Masquer une contribution
moderation-hide-lead = Le texte disparaît de la page. La raison reste affichée à sa place, et l’auteur la reçoit par e-mail.
moderation-hide-lead-elsewhere = Le texte disparaît de la page. La raison reste affichée à sa place. L’auteur n’est pas prévenu par e-mail : son compte est sur un autre serveur.
moderation-decision-dismissed = Gardée en ligne
moderation-decision-hidden = Masquée
