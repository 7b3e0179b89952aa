# Ce que lisent les gens d’autres serveurs.
abroad-a-citizen = Une habitante ou un habitant
abroad-read-whole = Lire la suite et participer :
abroad-answer-title = { $state } : { $title }
abroad-signed-by = Signé : { $name }
abroad-instance = Compte technique de cette plateforme de participation. Il lit ce que les autres serveurs publient ; personne n’y répond.
abroad-reply-to = Réponse à « { $title } »
abroad-a-guest = Écrit sur cette plateforme par { $handle }
abroad-signal-only = Les réponses données depuis d’autres serveurs sont un signal, compté à part. Les chiffres montrés avec ce sondage sont ceux de ces réponses. Pour voter :
abroad-vote-there = Pour voter :
abroad-vote-cancelled = Ce vote a été annulé.
abroad-street-all = Signalements – { $place }
abroad-street-group = Signalements : { $name } – { $place }
abroad-street-says = Ce que les habitantes et habitants de { $place } signalent dans la rue, et ce qu’il en advient. Ce compte relaie les signalements publics ; on n’y répond pas. Pour signaler ou suivre un cas, ouvrez sa fiche.
abroad-street-title = Signalement n° { $number } : { $category }
abroad-street-read = Voir la fiche et la suite donnée :
abroad-meeting-code = Votre code pour l’accueil : { $code }
abroad-meeting-page = Votre page (ne la partagez pas) :
