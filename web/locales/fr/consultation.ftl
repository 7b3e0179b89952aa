# Une consultation : en savoir plus ; et la liste de toutes.
consultation-all = Consultations
consultation-all-lead = Ce que { place-the } prépare avec vous, et ce qui a été décidé.
consultation-by = { $level } organisée par { $organiser }
consultation-dates = Du { $from } au { $to }
consultation-tabs = Pages de la consultation
consultation-tab-learn = En savoir plus
consultation-tab-involved = Participer
consultation-tab-results = Réponses
consultation-edit = Modifier cette consultation
consultation-draft = Ceci est un brouillon. Seule l’équipe le voit.
consultation-steps = Les étapes
consultation-step = Étape { $number } sur { $of }, jusqu’au { $date }.
consultation-step-past = Terminée
consultation-step-now = En cours
consultation-step-next = À venir
consultation-steps-more = Ce qui se passe à chaque étape
consultation-use = Comment votre avis sera utilisé
consultation-promise-information = Information : { place-the } vous explique un projet et répond à vos questions.
consultation-promise-consultation = Consultation : vous donnez votre avis. La décision revient à { place-the }, qui l’explique.
consultation-promise-concertation = Concertation : vous discutez et proposez. La décision revient à { place-the }, qui explique ce qui est retenu, et pourquoi.
consultation-promise-co_production = Co-production : vous construisez le projet et décidez avec { place-the }.
consultation-promised-information = Information : { $name } vous explique un projet et répond à vos questions.
consultation-promised-consultation = Consultation : vous donnez votre avis. La décision revient à { $name }, qui l’explique.
consultation-promised-concertation = Concertation : vous discutez et proposez. La décision revient à { $name }, qui explique ce qui est retenu, et pourquoi.
consultation-promised-co_production = Co-production : vous construisez le projet et décidez avec { $name }.
consultation-about = Présentation
consultation-stakes = Ce qui est en jeu
consultation-settled = Ce qui est déjà décidé
consultation-open-points = Ce qui est ouvert au débat
consultation-aside = Participer et suivre
consultation-join = À vous
consultation-already = { $count ->
    [0] Rien n’est encore en ligne.
    [one] { $count } idée ou discussion est déjà en ligne. Lisez-la, soutenez-la, répondez.
   *[other] { $count } idées et discussions sont déjà en ligne. Lisez, soutenez, répondez.
}
consultation-read = Lire les contributions
consultation-progress = Où en est-on ?
consultation-standing-draft = La consultation n’est pas encore publiée.
consultation-standing-upcoming = La consultation va bientôt commencer.
consultation-standing-information = C’est le moment de s’informer. La participation ouvrira ensuite.
consultation-standing-contribution = La discussion est en cours. Vous pouvez participer.
consultation-standing-analysis = Vos contributions sont lues et étudiées.
consultation-standing-answer = Les réponses { place-of } arrivent une à une.
consultation-standing-pause = Une étape est terminée, la suivante va commencer.
consultation-standing-closed = La consultation est terminée. Tout reste lisible.
consultation-count-participants = { $count ->
    [one] participant
   *[other] participants
}
consultation-count-contributions = { $count ->
    [one] idée ou discussion
   *[other] idées et discussions
}
consultation-count-supported = { $threshold ->
    [one] { $count ->
        [one] largement soutenue (un soutien ou plus)
       *[other] largement soutenues (un soutien ou plus)
    }
   *[other] { $count ->
        [one] largement soutenue ({ $threshold } soutiens ou plus)
       *[other] largement soutenues ({ $threshold } soutiens ou plus)
    }
}
consultation-count-quality = { $count ->
    [one] contribution de qualité reconnue
   *[other] contributions de qualité reconnue
}
consultation-count-impact = { $count ->
    [one] contribution a changé le projet
   *[other] contributions ont changé le projet
}
consultation-answers = Décisions { place-of }
consultation-of = { $count } sur { $of }
consultation-follow = Suivre
consultation-feed = S’abonner au fil (Atom)
consultation-preview = Aperçu
consultation-preview-note = Aperçu : voici ce que verra une personne sans compte, une fois la consultation publiée.
