# Une contribution : la page, les réponses, les formulaires, le signalement, l’historique.
contribution-all = Contributions
contribution-gone = Ce texte n’est plus affiché
contribution-posted = { $kind ->
    [proposal] Idée déposée le { $date }
    [discussion] Discussion ouverte le { $date }
   *[reply] Réponse publiée le { $date }
}
contribution-edited = modifiée le { $date }
contribution-edited-short = modifiée
contribution-answer = La réponse { place-of }
contribution-answer-by = La réponse de { $name }
contribution-answer-original = Lire sur le serveur de { $name }
contribution-answer-of = Réponse du { $date }
contribution-older-answers = { $count ->
    [one] Voir la réponse précédente
   *[other] Voir les { $count } réponses précédentes
}
contribution-text = Texte de la contribution
contribution-reply = Répondre
contribution-no-reply = Personne n’a encore répondu.
contribution-no-reply-shut = Personne n’a répondu.
contribution-stances-for = { $count } pour
contribution-stances-against = { $count } contre
contribution-stances-neutral = { $count ->
    [one] { $count } neutre
   *[other] { $count } neutres
}
contribution-your-reply = Votre réponse
contribution-sign-in = Connectez-vous pour répondre. Il suffit d’une adresse e-mail.
contribution-sign-in-button = Se connecter pour répondre
contribution-aside = Soutenir et partager
contribution-supports-title = Soutiens
contribution-supporters = { $kind ->
    [discussion] { $count ->
        [0] personne ne soutient encore cette discussion
        [one] personne soutient cette discussion
       *[other] personnes soutiennent cette discussion
    }
   *[proposal] { $count ->
        [0] personne ne soutient encore cette idée
        [one] personne soutient cette idée
       *[other] personnes soutiennent cette idée
    }
}
contribution-imported-supports = { $count ->
    [one] Et { $count } soutien compté là d’où elle vient, jamais ajouté aux nôtres.
   *[other] Et { $count } soutiens comptés là d’où elle vient, jamais ajoutés aux nôtres.
}
contribution-threshold = Seuil « largement soutenue » : { $count }
contribution-threshold-reached = Seuil atteint
contribution-threshold-missing = { $count ->
    [one] Il manque { $count } soutien
   *[other] Il manque { $count } soutiens
}
contribution-support-proposal = Soutenir cette idée
contribution-support-discussion = Soutenir cette discussion
contribution-support-short = Soutenir ({ $count })
contribution-support-reply = { $count ->
    [0] Soutenir
   *[other] Soutenir ({ $count })
}
contribution-supports = { $count ->
    [one] { $count } soutien
   *[other] { $count } soutiens
}
contribution-support-hint = Vous pouvez retirer votre soutien tant que la participation est ouverte.
contribution-support-shut = Les soutiens sont fermés en ce moment.
contribution-you-support = Vous soutenez ce texte.
contribution-yours = C’est votre texte
contribution-change = Modifier
contribution-withdraw = Retirer
contribution-office = Espace mairie
contribution-office-answer = Répondre officiellement
contribution-office-hide = Masquer
contribution-hide = Masquer
contribution-restore = Montrer à nouveau
contribution-ref = Cette contribution
contribution-consultation = Consultation
contribution-theme = Thème
contribution-theme-hint = Choisissez le plus proche.
contribution-versions = Historique
contribution-versions-count = { $count ->
    [one] { $count } version
   *[other] { $count } versions, voir les différences
}
contribution-imported = Reprise d’un autre site
contribution-follow = Suivre
contribution-feed = Fil de cette contribution (Atom)
contribution-copy = Copier le lien
contribution-copied = Lien copié
contribution-report = Signaler
contribution-report-this = Signaler cette contribution
contribution-reply-of = Réponse de { $name }
contribution-by-author = A ouvert le sujet
contribution-official = Équipe de la collectivité
contribution-hidden = { $kind ->
    [proposal] Cette idée a été masquée par la modération le { $date }.
    [discussion] Cette discussion a été masquée par la modération le { $date }.
   *[reply] Cette réponse a été masquée par la modération le { $date }.
}
contribution-hidden-reason = Raison : { $reason }.
contribution-withdrawn = { $kind ->
    [proposal] Cette idée a été retirée par son auteur le { $date }.
    [discussion] Cette discussion a été retirée par son auteur le { $date }.
   *[reply] Cette réponse a été retirée par son auteur le { $date }.
}
contribution-rules = Nos règles
contribution-only-you = Vous la voyez encore, le public ne la voit plus.

contribution-new-proposal = Déposer une idée
contribution-new-discussion = Ouvrir une discussion
contribution-edit-proposal = Modifier votre idée
contribution-edit-discussion = Modifier votre discussion
contribution-edit-reply = Modifier votre réponse
contribution-lead-proposal = Une idée par page : elle sera plus facile à lire, à soutenir et à suivre.
contribution-lead-discussion = Une question, un constat, un sujet que vous voulez ouvrir.
contribution-title = Titre
contribution-title-hint-proposal = Une phrase courte qui dit l’essentiel.
contribution-title-hint-discussion = Votre sujet ou votre question, en une phrase.
contribution-title-hint-reply = Votre avis en quelques mots.
contribution-body-proposal = Votre idée
contribution-body-discussion = Votre texte
contribution-body-reply = Votre réponse
contribution-body-hint-proposal = Quoi, où, pour qui, pourquoi. Une ligne vide sépare deux paragraphes, un tiret commence une liste.
contribution-body-hint-discussion = Ce que vous savez, ce que vous demandez. Une ligne vide sépare deux paragraphes.
contribution-body-hint-reply = Restez courtois.
contribution-note-proposal = Votre idée sera publique, avec votre nom. Tout le monde pourra la lire, y répondre et la soutenir. Vous pourrez la modifier ou la retirer.
contribution-note-discussion = Votre discussion sera publique, avec votre nom. Tout le monde pourra la lire, y répondre et la soutenir. Vous pourrez la modifier ou la retirer.
contribution-edit-note = L’ancienne version reste lisible dans l’historique.
contribution-look-first = Quelqu’un l’a peut-être déjà dit : lire les contributions
contribution-draft-note = Nous avons repris le texte que vous écriviez.
contribution-publish-proposal = Publier mon idée
contribution-publish-discussion = Publier ma discussion
contribution-save = Enregistrer
contribution-cancel = Annuler
contribution-back = Revenir à la contribution

contribution-reply-title = Répondre
contribution-reply-to = Répondre à { $name }
contribution-stance = Vous êtes
contribution-reply-name = Titre
contribution-reply-name-hint = Votre avis en quelques mots.
contribution-reply-body = Votre réponse
contribution-reply-body-hint = Elle sera publique, avec votre nom. Restez courtois.
contribution-reply-publish = Publier ma réponse

contribution-withdraw-button = Retirer
contribution-withdraw-title-proposal = Retirer mon idée
contribution-withdraw-title-discussion = Retirer ma discussion
contribution-withdraw-title-reply = Retirer ma réponse
contribution-withdraw-lead = Voici ce qui se passe.
contribution-withdraw-text = Votre texte n’est plus affiché. Une ligne dit que vous l’avez retiré.
contribution-withdraw-replies = Les réponses des autres restent en ligne.
contribution-withdraw-vote = Votre projet sort du vote : personne ne peut plus le choisir et il ne peut plus être retenu. Les bulletins qui le nomment restent comptés pour les autres projets.
contribution-withdraw-common = Votre projet est aussi proposé dans un vote que plusieurs territoires tiennent ensemble. Ce vote reste le même partout jusqu’à la fin : on peut encore y choisir votre projet.
contribution-withdraw-final = Vous ne pourrez pas revenir en arrière.
contribution-keep = Garder mon texte

contribution-report-title = Signaler une contribution
contribution-report-lead = La modération lira votre signalement. Elle peut masquer le texte, avec une raison affichée, ou le garder.
contribution-report-why = Pourquoi signaler ce texte ?
contribution-report-note = Précision
contribution-report-note-hint = Lue seulement par la modération. Nécessaire pour « Autre raison ».
contribution-report-send = Envoyer le signalement

contribution-versions-of = Historique : { $title }
contribution-versions-between = Ce qui a changé entre la version { $before } et la version { $version }, le { $date }.
contribution-versions-first = La version { $version }, écrite le { $date }.
contribution-versions-all = Toutes les versions
contribution-version = Version { $version }
contribution-added = souligné : texte ajouté
contribution-removed = barré : texte retiré
contribution-differences = Différences

fault-title-missing = Donnez un titre.
fault-body-missing = Écrivez votre texte.
fault-reason-choice = Choisissez une raison.
