# Les reconnaissances, et la carte des parties prenantes.
recognitions-title = Reconnaissances
recognitions-lead = La collectivité dit ce qu’une organisation est pour elle. L’organisation doit être d’accord : alors seulement, c’est public.
recognitions-none = Aucune organisation n’est encore reconnue.
recognitions-count = { $count ->
    [one] { $count } reconnaissance
   *[other] { $count } reconnaissances
}
recognition-role = Rôle
recognition-since = depuis le { $date }
recognition-until = jusqu’au { $date }
recognition-withdraw = Retirer
recognition-new = Reconnaître une organisation
recognition-do = Reconnaître
recognition-address = Organisation
recognition-address-hint = Son nom ici (@les_haies), son adresse sur un autre serveur (@les_haies@ville.fr) ou le lien de sa page.
recognition-mandate = Mandat
recognition-mandate-hint = Ce que vous lui confiez, en quelques phrases. Ce texte sera public.
recognition-from = Premier jour
recognition-from-hint = Par exemple 2026-09-01. Vide : dès aujourd’hui.
recognition-to = Dernier jour
recognition-to-hint = Par exemple 2029-08-31. Vide : sans limite.
recognition-offer = Proposer la reconnaissance
recognition-not-one = Ce n’est pas une organisation ouverte ici, ni une organisation d’un autre serveur.
recognition-already = Cette reconnaissance est déjà proposée ou en cours.
recognition-trouble-not_allowed = Les règles de cette instance ne permettent pas de joindre ce serveur.
recognition-trouble-unreachable = Ce serveur ne répond pas. Essayez plus tard.
recognition-trouble-nobody = Personne à cette adresse.
recognition-trouble-no_sign_in = Ce serveur n’a pas pu aider.
recognition-trouble-refused = Ce serveur a refusé de répondre.
recognition-trouble-expired = Ce serveur n’a pas pu aider.
recognition-trouble-somebody_else = Ce serveur n’a pas pu aider.
recognition-trouble-senseless = La réponse de ce serveur n’a pas de sens.
recognition-state-offered = Proposée
recognition-state-upcoming = Acceptée, à venir
recognition-state-accepted = En cours
recognition-state-refused = Refusée
recognition-state-withdrawn = Retirée par la collectivité
recognition-state-left = Quittée par l’organisation
recognition-state-expired = Terminée
recognition-answer-hint = Une reconnaissance est publique seulement si vous l’acceptez. Vous pouvez y mettre fin quand vous voulez.
recognition-accept = Accepter
recognition-refuse = Refuser
recognition-leave = Mettre fin
recognition-leave-confirm = Cette reconnaissance ne sera plus publique. Continuer ?
recognition-where = Reconnue par
recognition-document = document signé
stakeholders-title = Parties prenantes
stakeholders-lead = Les organisations qui participent à cette consultation, leur rôle, et ce qu’elles en disent.
stakeholders-none = Aucune organisation pour l’instant
stakeholders-none-text = Les associations, écoles et conseils de quartier apparaissent ici dès qu’ils participent.
stakeholders-count = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
stakeholders-recognised = Reconnue par la collectivité
stakeholders-no-position = Sans position exprimée
stakeholders-supports = { $count ->
    [one] { $count } soutien donné
   *[other] { $count } soutiens donnés
}
stakeholders-last = Dernier acte le { $date }
stakeholders-group-association = Associations
stakeholders-group-neighbourhood = Conseils de quartier
stakeholders-group-school = Établissements scolaires
stakeholders-group-enterprise = Entreprises
stakeholders-group-expert = Experts
stakeholders-group-partner = Institutions partenaires
stakeholders-group-other = Autres organisations
flash-recognition-offered = La reconnaissance est proposée. Elle sera publique quand l’organisation l’aura acceptée.
flash-recognition-accepted = La reconnaissance est acceptée.
flash-recognition-refused = La reconnaissance est refusée.
flash-recognition-ended = La reconnaissance a pris fin.
