# Liens d’aperçu : un brouillon montré à qui en a l’adresse.
preview-title = Aperçu – { $title }
preview-mark = Aperçu – brouillon, non publié
preview-note = Cette page peut encore changer. Rien ne peut y être envoyé. Elle n’est montrée qu’aux personnes à qui la collectivité a donné cette adresse : merci de ne pas la diffuser.
preview-later = Participer
preview-later-text = Les contributions, les réponses et les votes s’ouvriront aux dates indiquées, une fois la consultation publiée.
preview-funding-goal = Somme recherchée : { $amount }
preview-funding-cost = Le projet coûte { $cost } en tout.
preview-funding-where = Les dons, prêts ou parts se feront sur { $host }, jamais ici.
preview-street-lead = Ce que les habitants pourront signaler, et le délai qui leur sera annoncé. Il suffira d’un téléphone, sans compte.
preview-street-how = En trois étapes
preview-street-private = non publié : les agents et l’auteur seuls le voient
preview-street-open = déjà ouvert
preview-map = Les contributions seront placées sur une carte.
preview-themes = Thèmes proposés
preview-forms = Questionnaires
preview-answers = Réponses possibles
preview-purpose = À quoi serviront vos réponses
preview-state-open = Actif
preview-state-ended = Terminé
preview-state-revoked = Retiré
previews-title = Liens d’aperçu – { $title }
previews-share = Partager un aperçu
previews-lead = Faites relire le brouillon à un petit groupe avant de le publier. Qui a le lien voit la page telle qu’elle sera, sans compte, et ne peut rien y envoyer.
previews-new = Créer un lien
previews-name = Pour qui
previews-name-hint = Visible de vos collègues seulement. Par exemple : le groupe de travail.
previews-days = Durée, en jours
previews-days-hint =
    { $count ->
        [one] Un jour au plus. Ensuite, le lien n’ouvre plus rien.
       *[other] { $count } jours au plus. Ensuite, le lien n’ouvre plus rien.
    }
previews-do = Créer le lien
previews-made = Le lien est prêt
previews-made-text = Copiez-le maintenant : il n’est affiché qu’une fois. Si vous le perdez, retirez-le et créez-en un autre.
previews-address = Adresse à transmettre
previews-open = Ouvrir l’aperçu
previews-published-consultation = Cette consultation est publiée : les anciens liens d’aperçu mènent à sa page.
previews-published-funding = Ce projet est publié : les anciens liens d’aperçu mènent à sa page.
previews-published-street = Toutes les catégories sont ouvertes : les anciens liens d’aperçu mènent aux signalements.
previews-published-open_data = Rien n’est en préparation : les anciens liens d’aperçu mènent aux données ouvertes.
previews-links = Liens créés
previews-none = Aucun lien pour l’instant.
previews-unnamed = Sans nom
previews-state = État
previews-made-at = Créé le
previews-ends = Jusqu’au
previews-openings = Ouvertures
previews-act = Action
previews-end = Retirer
previews-over = Rien à faire
flash-preview-ended = Le lien est retiré : il n’ouvre plus rien.
event-preview_shared = A partagé l’aperçu d’un brouillon
event-preview_revoked = A retiré un lien d’aperçu
fault-lasts-shape = Donnez un nombre de jours de 1 à 90.
