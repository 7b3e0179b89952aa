# Ce que montrent les listes : cartes, états, marques, et le nom de la collectivité dans une phrase.

# La collectivité, selon ce qu’elle est.
place-the = { $place ->
    [commune] la commune
    [intercommunality] l’intercommunalité
    [department] le département
    [region] la région
    [state] l’État
   *[other] la collectivité
}
place-of = { $place ->
    [commune] de la commune
    [intercommunality] de l’intercommunalité
    [department] du département
    [region] de la région
    [state] de l’État
   *[other] de la collectivité
}

participation-information = Information
participation-consultation = Consultation
participation-concertation = Concertation
participation-co_production = Co-production

phase-kind-information = Information
phase-kind-contribution = Contribution
phase-kind-analysis = Analyse
phase-kind-answer = Réponse
phase-kind-campaign = Campagne
phase-kind-vote = Vote
phase-kind-works = Réalisation

stage-draft = Brouillon
stage-upcoming = Bientôt ouverte
stage-information = Information
stage-contribution = Ouverte
stage-analysis = Analyse en cours
stage-answer = Réponses en cours
stage-campaign = Campagne en cours
stage-vote = Vote en cours
stage-works = Travaux en cours
stage-pause = Entre deux étapes
stage-closed = Terminée

answer-state-received = Reçue
answer-state-under_study = À l’étude
answer-state-accepted = Acceptée
answer-state-partly_accepted = Acceptée en partie
answer-state-refused = Refusée
answer-state-done = Réalisée
answer-state-put_to_vote = Soumise au vote
answer-state-merged = Réunie à une autre

mark-widely_supported = Largement soutenue
mark-quality = Qualité reconnue
mark-impact = A changé le projet

kind-proposal = Idée
kind-discussion = Discussion
kind-reply = Réponse

stance-for = Pour
stance-against = Contre
stance-neutral = Neutre

reason-abuse = Attaque contre une personne : insulte, menace, harcèlement
reason-hate = Appel à la haine, à la violence ou à la discrimination
reason-personal_data = Informations privées sur quelqu’un
reason-spam = Publicité ou message répété
reason-off_topic = Sans rapport avec le sujet
reason-duplicate = Dit la même chose qu’une autre contribution
reason-illegal = Contraire à la loi pour une autre raison
reason-other = Autre raison

order-random = Au hasard
order-recent = Les plus récentes
order-supported = Les plus soutenues
order-discussed = Les plus discutées

cards-opens = Ouvre le { $date }
cards-days-left = { $count ->
    [0] Se termine aujourd’hui, le { $date }
    [one] Encore { $count } jour, jusqu’au { $date }
   *[other] Encore { $count } jours, jusqu’au { $date }
}
cards-until = Jusqu’au { $date }
cards-studied-until = Analyse jusqu’au { $date }
cards-answered-until = Réponses jusqu’au { $date }
cards-works-until = Travaux jusqu’au { $date }
cards-resumes = Reprend le { $date }
cards-ended = Terminée le { $date }
cards-participants = { $count ->
    [one] { $count } participant
   *[other] { $count } participants
}
cards-contributions = { $count ->
    [0] Aucune contribution
    [one] { $count } contribution
   *[other] { $count } contributions
}
cards-supports = { $count ->
    [one] soutien
   *[other] soutiens
}
cards-imported = { $count ->
    [one] + { $count } importé
   *[other] + { $count } importés
}
cards-replies = { $count ->
    [0] Aucune réponse
    [one] { $count } réponse
   *[other] { $count } réponses
}
cards-support = Soutenir
cards-take-back = Retirer mon soutien
cards-you-support = Vous soutenez déjà.
cards-signed = Signé par { $name }
cards-author-erased = Compte supprimé
cards-author-unknown = Auteur non indiqué
cards-pages = Pages de résultats
cards-page = Page { $number }
cards-previous = Page précédente
cards-next = Page suivante

flash-idea-published = Votre idée est publiée.
flash-discussion-started = Votre discussion est ouverte.
flash-reply-published = Votre réponse est publiée.
flash-text-changed = Votre texte est modifié. L’ancienne version est gardée.
flash-withdrawn = Votre texte est retiré.
flash-reported = Merci. Votre signalement est transmis à la modération.
flash-supported = Votre soutien est enregistré.
flash-support-taken-back = Votre soutien est retiré.
