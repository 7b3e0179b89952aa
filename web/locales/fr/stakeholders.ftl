# Les reconnaissances, et la carte des parties prenantes.
accreditations-title = Reconnaissances
accreditations-lead = La collectivité dit ce qu’une organisation est pour elle. L’organisation doit être d’accord : alors seulement, c’est public.
accreditations-none = Aucune organisation n’est encore reconnue.
accreditations-count = { $count ->
    [one] { $count } reconnaissance
   *[other] { $count } reconnaissances
}
accreditation-role = Rôle
accreditation-since = depuis le { $date }
accreditation-until = jusqu’au { $date }
accreditation-withdraw = Retirer
accreditation-new = Reconnaître une organisation
accreditation-do = Reconnaître
accreditation-address = Organisation
accreditation-address-hint = Son nom ici (@les_haies), son adresse sur un autre serveur (@les_haies@ville.fr) ou le lien de sa page.
accreditation-mandate = Mandat
accreditation-mandate-hint = Ce que vous lui confiez, en quelques phrases. Ce texte sera public.
accreditation-from = Premier jour
accreditation-from-hint = Par exemple 2026-09-01. Vide : dès aujourd’hui.
accreditation-to = Dernier jour
accreditation-to-hint = Par exemple 2029-08-31. Vide : sans limite.
accreditation-offer = Proposer la reconnaissance
accreditation-not-one = Ce n’est pas une organisation ouverte ici, ni une organisation d’un autre serveur.
accreditation-already = Cette reconnaissance est déjà proposée ou en cours.
accreditation-trouble-not_allowed = Les règles de cette instance ne permettent pas de joindre ce serveur.
accreditation-trouble-unreachable = Ce serveur ne répond pas. Essayez plus tard.
accreditation-trouble-nobody = Personne à cette adresse.
accreditation-trouble-no_sign_in = Ce serveur n’a pas pu aider.
accreditation-trouble-refused = Ce serveur a refusé de répondre.
accreditation-trouble-expired = Ce serveur n’a pas pu aider.
accreditation-trouble-somebody_else = Ce serveur n’a pas pu aider.
accreditation-trouble-senseless = La réponse de ce serveur n’a pas de sens.
accreditation-state-offered = Proposée
accreditation-state-upcoming = Acceptée, à venir
accreditation-state-accepted = En cours
accreditation-state-refused = Refusée
accreditation-state-withdrawn = Retirée par la collectivité
accreditation-state-left = Quittée par l’organisation
accreditation-state-expired = Terminée
accreditation-answer-hint = Une reconnaissance est publique seulement si vous l’acceptez. Vous pouvez y mettre fin quand vous voulez.
accreditation-accept = Accepter
accreditation-refuse = Refuser
accreditation-leave = Mettre fin
accreditation-leave-confirm = Cette reconnaissance ne sera plus publique. Continuer ?
accreditation-where = Reconnue par
accreditation-document = document signé
stakeholders-title = Parties prenantes
stakeholders-lead = Les organisations qui participent à cette consultation, leur rôle, et ce qu’elles en disent.
stakeholders-none = Aucune organisation pour l’instant
stakeholders-none-text = Les associations, écoles et conseils de quartier apparaissent ici dès qu’ils participent.
stakeholders-count = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
stakeholders-accredited = Reconnue par la collectivité
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
flash-accreditation-offered = La reconnaissance est proposée. Elle sera publique quand l’organisation l’aura acceptée.
flash-accreditation-accepted = La reconnaissance est acceptée.
flash-accreditation-refused = La reconnaissance est refusée.
flash-accreditation-ended = La reconnaissance a pris fin.
