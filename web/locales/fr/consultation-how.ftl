# « Comment marche cette consultation » : écrit à partir de ses réglages
consultation-how = Comment marche cette consultation
how-this-lead = Cette page est écrite par la plateforme, à partir des réglages de la consultation et de ce que le logiciel fait toujours.
how-decides = Qui décide
how-organiser = Organisée par :
how-phases = Les étapes, et qui peut y écrire
how-no-phase = Aucune étape n’est encore annoncée.
how-nobody-writes = Personne n’écrit pendant cette étape.
how-deed-propose = Proposer :
how-deed-discuss = Ouvrir une discussion :
how-deed-reply = Répondre :
how-deed-support = Soutenir :
how-always = Pendant toute la consultation
how-read = Tout le monde peut lire, sans compte.
how-answers = Seuls les agents et les administrateurs de la plateforme publient les réponses officielles.
how-this-threshold = { $count ->
    [one] À partir de { $count } soutien, une contribution est dite « largement soutenue ». C’est compté, pas décidé.
   *[other] À partir de { $count } soutiens, une contribution est dite « largement soutenue ». C’est compté, pas décidé.
}
how-budget = Le budget à partager
how-budget-text = Les propositions sont des projets. Les services disent s’ils sont faisables et ce qu’ils coûtent ; chaque auteur reçoit une réponse.
how-envelope = { $title } : { $amount }
how-votes = Les votes, et comment ils sont comptés
how-ways = Peuvent voter : { $ways }
how-count-choose-1 = On compte combien de personnes ont choisi chaque réponse.
how-count-approval = On compte combien de personnes ont choisi chaque réponse.
how-count-for-against-abstain = Adopté si les « pour » sont plus nombreux que les « contre ». Les abstentions ne comptent que pour le quorum.
how-count-consent = Le consentement est donné si quelqu’un répond et que personne n’a d’objection.
how-count-scale = On compte combien de personnes ont donné chaque note à chaque réponse.
how-count-cumulative = On additionne les points donnés à chaque réponse.
how-count-ranking = On compare les réponses deux à deux, selon les classements (méthode de Schulze).
how-count-majority-judgment = La mention du milieu de chaque réponse décide. Une réponse sans mention compte comme « à rejeter ».
how-this-moderation = Ce qu’écrivent les comptes d’ici paraît tout de suite. La modération peut ensuite masquer un texte, pour l’une de ces raisons, affichée à sa place :
how-moderation-more = La modération de cette plateforme
how-leaves = Ce qui quitte ce serveur, et ce qui y arrive
how-leaves-closed = Rien de cette consultation ne part vers d’autres serveurs.
how-leaves-territories = Des copies des textes peuvent partir vers les serveurs des collectivités de notre liste.
how-leaves-open = Des copies des textes peuvent partir vers d’autres serveurs, sauf ceux que nous avons bloqués.
how-leaves-name = Votre nom ne part que si vous l’avez accepté dans votre compte. Sans cela, il ne part qu’un extrait, sans nom.
how-leaves-apart = Les soutiens qui viennent d’autres serveurs sont comptés à part.
how-supports-told = Nous disons à l’organisateur combien de comptes d’ici soutiennent chaque contribution, sans dire qui. Si vous avez accepté que votre nom parte, votre soutien à ce qui est publié chez l’organisateur lui parvient sous votre nom et n’est pas dans ce nombre.
how-supports-heard = Les territoires qui portent cette consultation nous disent combien de leurs comptes soutiennent chaque contribution, sans dire qui. Ces nombres paraissent à côté des nôtres, sans s’y ajouter : une même personne peut avoir un compte dans plusieurs territoires.
how-leaves-votes = Les votes restent ici : aucun bulletin ne part.
how-leaves-tally = D’un vote commun à plusieurs territoires, il part un décompte signé : combien pour chaque réponse, jamais qui.
how-leaves-questionnaires = Les réponses aux questionnaires restent ici.
