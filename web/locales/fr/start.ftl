# « Je souhaite… » : la porte d’entrée du back-office, une démarche à la fois.
start-title = Je souhaite…
start-lead = Choisissez une démarche. Quelques questions, chacune expliquée ; le reste est proposé et se change. Rien n’est publié sans vous.
start-choose = Les démarches
start-one-page = Je sais ce qu’il me faut : ouvrir une consultation en une page
start-card-consult = Consulter les habitants
start-card-consult-brings = Les habitants donnent leur avis ou répondent à quelques questions, et chacun voit ce que vous en faites.
start-card-consult-lasts = Environ quatre mois, réponse comprise
start-card-consult-asks = Un agent quelques heures par semaine, et une réponse publiée à la fin
start-card-concert = Concerter sur un plan ou un projet
start-card-concert-brings = Les habitants placent leurs idées sur la carte, en débattent, et vous publiez le bilan de la concertation.
start-card-concert-lasts = Environ quatre mois, bilan compris
start-card-concert-asks = Un chef de projet, une réunion publique au moins, et un bilan écrit
start-card-report = Recueillir des signalements
start-card-report-brings = Un trou dans la chaussée, un lampadaire éteint : les habitants le signalent depuis leur téléphone et suivent la suite donnée.
start-card-report-lasts = Toute l’année, sans date de fin
start-card-report-asks = Un référent qui lit chaque jour et répond dans le délai promis
start-card-budget = Partager un budget
start-card-budget-brings = Les habitants proposent des projets, vous les étudiez, ils votent, et vous réalisez ceux qui sont retenus.
start-card-budget-lasts = Cinq à six mois jusqu’au vote, puis un an de travaux
start-card-budget-asks = Une somme votée, et les services pour étudier chaque projet
start-card-fund = Soutenir des projets par le financement participatif
start-card-fund-brings = Vous faites connaître les projets du territoire qui cherchent de l’argent. Les dons passent par une plateforme agréée, jamais par ici.
start-card-fund-lasts = Six semaines de campagne en général
start-card-fund-asks = Un porteur de projet, et des nouvelles de la somme réunie
start-card-open_data = Ouvrir des données
start-card-open_data-brings = Chacun peut réutiliser ce que la collectivité publie ici, dans des formats ouverts et sous une licence claire.
start-card-open_data-lasts = Une fois réglé, les fichiers se mettent à jour seuls
start-card-open_data-asks = Choisir les jeux de données et leur licence
start-ask-consult = Je souhaite consulter les habitants
start-ask-concert = Je souhaite concerter sur un plan ou un projet
start-ask-budget = Je souhaite partager un budget
start-first = Étape 1 sur 2
start-first-lead = Cinq questions au plus. Les textes et les dates vous sont ensuite proposés.
start-second = Étape 2 sur 2
start-second-lead = Voici ce que nous proposons. Relisez, changez ce que vous voulez : tout pourra encore être modifié avant la publication.
start-next = Voir la proposition
start-again = Recalculer les dates
start-level = Jusqu’où allez-vous avec les habitants ?
start-level-information = Les informer
start-level-information-hint = La décision est prise : vous l’expliquez et vous répondez aux questions.
start-level-consultation = Recueillir leur avis
start-level-consultation-hint = Vous écoutez, puis vous décidez, et vous dites pourquoi.
start-level-co_production = Décider avec eux
start-level-co_production-hint = La décision se construit ensemble, et vous l’appliquez. Comptez trois semaines de plus.
start-frame = Pourquoi cette concertation ?
start-frame-hint = La loi impose parfois de concerter. Dans le doute, demandez à votre service d’urbanisme.
start-frame-planning = La loi l’impose (article L. 103-2 du code de l’urbanisme)
start-frame-planning-hint = Élaboration ou révision d’un PLU ou d’un SCoT, création d’une ZAC, certains aménagements. La mention vous est proposée.
start-frame-free = La collectivité le souhaite
start-frame-free-hint = Un square, une rue, un équipement : rien ne l’impose, vous choisissez le cadre.
start-asking = Place sur la carte
start-asking-hint = Demander un lieu à chaque idée facilite le bilan, mais écarte les idées qui n’en ont pas.
start-asking-required = Chaque idée a un lieu
start-asking-optional = Le lieu est facultatif
start-amount-hint = La somme votée par le conseil. Par exemple 100 000. Une enveloppe est créée ; vous pourrez en ajouter, par quartier.
start-most = Coût d’un projet, au plus
start-most-hint = En euros. Un plafond laisse de la place à plusieurs projets.
start-decider = Qui décide à la fin
start-decider-hint = Les habitants veulent savoir qui tranche. Par exemple : le conseil municipal du 25 mars.
start-decider-first = Le conseil municipal
start-questionnaire = Préparer aussi un court questionnaire
start-questionnaire-hint = Deux questions pour commencer, à compléter : utile pour ceux qui n’écrivent pas volontiers.
start-teaser-information = Tout savoir sur le projet : les raisons, le calendrier, ce qui change pour vous. Posez vos questions, la collectivité vous répond ici.
start-teaser-consultation = Lisez le dossier, donnez votre avis, et voyez ici ce que la collectivité en fait.
start-teaser-co_production = Proposez, améliorez, choisissons : la décision se construit ici, avec vous, et elle sera appliquée.
start-teaser-concert = Placez vos idées sur la carte, discutez celles des autres et suivez le projet jusqu’au bilan.
start-teaser-budget = Proposez un projet pour la commune, votez pour vos préférés : la collectivité réalise ceux qui sont retenus.
start-use-information = Qui décide : { $decider }. Cette page explique la décision et ses raisons. Chaque question posée reçoit une réponse publique.
start-use-consultation = Qui décide : { $decider }. Toutes les contributions sont lues par les services et résumées dans une synthèse publique. La réponse, avec ses raisons, est publiée ici à la dernière étape.
start-use-co_production = Qui décide : { $decider }, qui s’engage à appliquer ce qui aura été construit ensemble. Ce qui ne peut pas l’être est expliqué ici, point par point.
start-use-concert = Qui décide : { $decider }. Chaque contribution est lue et versée au bilan de la concertation, qui dit ce qui est retenu, ce qui ne l’est pas, et pourquoi. Le bilan est publié ici à la dernière étape.
start-use-budget = Qui décide : { $decider }, qui s’engage à réaliser les projets retenus par le vote, dans la limite de l’enveloppe. Chaque projet déposé est étudié par les services, et chaque auteur reçoit une réponse avec ses raisons.
start-rules = Règlement
start-rules-hint = Affiché comme présentation. Court et précis : c’est lui que l’on relira en cas de désaccord.
start-rules-lead = **Règlement du budget participatif**
start-rules-amount = - Le budget à partager est de { $amount }.
start-rules-most = - Un projet coûte { $amount } au plus.
start-rules-rest = - Toute personne inscrite ici peut proposer un projet. | - Un projet sert l’intérêt général, relève des compétences de la collectivité et ne crée pas de dépense régulière importante. | - Les services étudient chaque projet, disent s’il est faisable et ce qu’il coûte ; un refus est toujours motivé. | - Les projets retenus sont ceux que le vote désigne, jusqu’à épuisement de l’enveloppe.
start-settled = Cadre de la concertation
start-settled-hint = Affiché sous « Ce qui est décidé ». Ajoutez ce qui n’est plus ouvert au débat.
start-settled-planning = Cette concertation est organisée en application de l’article L. 103-2 du code de l’urbanisme. Elle associe, pendant toute la durée de l’élaboration du projet, les habitants, les associations locales et les autres personnes concernées. À son issue, la collectivité en arrête le bilan (article L. 103-6).
start-themes = Habitat | Économie et commerces | Mobilité | Espaces publics et nature | Équipements et services | Patrimoine et paysage
start-themes-title = Thèmes
start-themes-hint = Un par ligne. Ils rangent les idées sur la carte et dans le bilan.
start-venue = Salle des fêtes
start-meeting = Réunion publique
start-meeting-tick = Prévoir une réunion publique
start-meeting-tick-hint = Elle est préparée comme brouillon : vous l’annoncerez quand la salle sera réservée.
start-meeting-venue = Lieu
start-meeting-at = Date et heure
start-meeting-at-hint = Nous proposons le jeudi de la deuxième semaine, en soirée. Durée prévue : deux heures.
start-meeting-title = Réunion publique d’ouverture
start-meeting-body = Présentation du projet, questions et premières idées. Entrée libre.
start-steps = Étapes
start-steps-hint = Les étapes se suivent à partir du premier jour. Changez une durée : les suivantes se déplacent.
start-step = Étape { $number }
start-step-dates = du { $from } au { $to }
start-weeks = Durée, en semaines
start-form-title = Votre avis en deux questions
start-form-opinion = Que pensez-vous de ce projet ?
start-form-choices = J’y suis favorable | J’y suis plutôt favorable | J’y suis plutôt défavorable | J’y suis défavorable | Je n’ai pas d’avis
start-form-change = Que faudrait-il changer ou ajouter ?
start-made = Votre brouillon est prêt
start-made-what = Ce qui est préparé
start-made-left = Ce qui reste à faire
start-made-preview = Le faire relire
start-made-preview-text =
    { $count ->
        [one] Un lien secret montre la page telle qu’elle sera, sans compte, pendant { $count } jour. Vous pouvez le retirer à tout moment.
       *[other] Un lien secret montre la page telle qu’elle sera, sans compte, pendant { $count } jours. Vous pouvez le retirer à tout moment.
    }
start-made-texts = Le titre, l’accroche et l’usage qui sera fait des contributions
start-made-steps =
    { $count ->
        [one] { $count } étape, du { $from } au { $to }
       *[other] { $count } étapes, du { $from } au { $to }
    }
start-made-themes =
    { $count ->
        [one] { $count } thème
       *[other] { $count } thèmes
    }
start-made-map = La carte, où les idées se placent
start-made-budget = Une enveloppe de { $amount }
start-made-forms =
    { $count ->
        [one] { $count } questionnaire, en brouillon
       *[other] { $count } questionnaires, en brouillon
    }
start-made-meetings =
    { $count ->
        [one] { $count } réunion publique, en brouillon
       *[other] { $count } réunions publiques, en brouillon
    }
start-left-introduction = Présenter le sujet : de quoi s’agit-il, pourquoi maintenant
start-left-cover = Choisir une image
start-left-documents = Joindre le dossier : plans, études, délibération
start-left-perimeter = Dessiner le périmètre sur la carte, si tout le territoire n’est pas concerné
start-left-forms = Compléter le questionnaire, puis le publier
start-left-meetings = Réserver la salle, puis annoncer la réunion
start-left-envelopes = Répartir le budget entre plusieurs enveloppes, si vous le souhaitez
start-left-vote = Préparer le vote une fois les projets étudiés
start-left-publish = Relire, puis publier
start-report = Je souhaite recueillir des signalements
start-report-lead = Quatre questions. Les habitants n’ont pas besoin de compte : leur adresse est confirmée par courriel.
start-report-known = On peut déjà signaler :
start-report-all = Toutes les catégories proposées existent déjà.
start-report-arrange = Régler les catégories
start-report-kinds = Que peut-on signaler ?
start-report-kinds-hint = Ne cochez que ce que la collectivité traite vraiment. Vous pourrez en ajouter.
start-report-service-hint = Nommé dans les réponses. Par exemple : services techniques.
start-report-referent-hint = La personne qui reçoit les signalements et répond. Elle peut changer par catégorie.
start-report-delay = Délai de réponse promis, en jours
start-report-delay-hint = Affiché aux habitants. Promettez ce que vous tiendrez ; 0 : rien n’est promis.
start-report-note = Les catégories sont créées fermées : personne ne peut signaler avant que vous les ouvriez, à la page suivante.
start-report-do = Préparer les catégories
start-report-made-lead = Les catégories sont prêtes. Ouvrez-les quand le référent est prévenu.
start-report-nothing-closed = Toutes les catégories sont ouvertes.
start-report-closed = Catégories encore fermées
start-report-closed-hint = Une catégorie ouverte reçoit aussitôt des signalements.
start-report-open = Ouvrir aux signalements
start-report-opened =
    { $count ->
        [one] { $count } catégorie est ouverte.
       *[other] { $count } catégories sont ouvertes.
    }
start-report-see = Voir la page des signalements
start-report-none = Cochez au moins une catégorie à ouvrir.
start-report-days =
    { $count ->
        [one] réponse en { $count } jour
       *[other] réponse en { $count } jours
    }
start-report-left-categories = Adapter les catégories : noms, services, délais
start-report-left-referent = Nommer un référent pour chaque catégorie
start-report-left-areas = Confier un quartier à un agent, si vous le souhaitez
start-kind-roads = Voirie
start-kind-roads-hint = Chaussée, trottoir, piste cyclable, marquage au sol.
start-kind-lighting = Éclairage public
start-kind-lighting-hint = Lampadaire éteint, clignotant ou abîmé.
start-kind-cleanliness = Propreté
start-kind-cleanliness-hint = Dépôt sauvage, poubelle pleine, tag.
start-kind-green = Espaces verts
start-kind-green-hint = Arbre, massif, pelouse, aire de jeux.
start-kind-furniture = Mobilier urbain
start-kind-furniture-hint = Banc, abri, potelet, arceau à vélos.
start-kind-signs = Signalisation
start-kind-signs-hint = Panneau manquant ou illisible, feu en panne.
start-kind-water = Eau et assainissement
start-kind-water-hint = Fuite, bouche d’égout, fontaine.
start-kind-noise = Bruit
start-kind-noise-hint = Nuisance qui se répète : où, quand, de quelle sorte.
start-fund = Je souhaite soutenir un projet par le financement participatif
start-fund-lead = Cinq questions sur un premier projet. L’argent ne passe jamais par ici : il va à la plateforme agréée que vous indiquez.
start-fund-title = Nom du projet
start-fund-title-hint = Ce que l’argent permettra de faire. Exemple : « Un four à pain pour le bourg ».
start-fund-body = Le projet en quelques phrases
start-fund-body-hint = À quoi il sert, où il en est, ce que les dons permettront.
start-fund-carrier = Qui le porte
start-fund-carrier-hint = L’association, l’entreprise ou le service qui réalise le projet.
start-fund-goal-title = Somme recherchée, en euros
start-fund-goal-hint = Souvent moins d’un cinquième du coût total : le reste vient d’ailleurs.
start-fund-goal = { $amount } recherchés par { $carrier }, sous forme de dons
start-fund-dates = Campagne du { $from } au { $to }
start-fund-link = Adresse de la campagne
start-fund-link-hint = Sur la plateforme agréée, en https. Créez-y d’abord la campagne.
start-fund-note =
    { $count ->
        [one] Le reste est réglé pour vous : des dons, { $count } semaine de campagne à partir d’un lundi. Tout se change avant la publication.
       *[other] Le reste est réglé pour vous : des dons, { $count } semaines de campagne à partir d’un lundi. Tout se change avant la publication.
    }
start-fund-hidden = Personne d’autre ne voit ce projet avant sa publication.
start-fund-left-terms = Vérifier la forme (don, prêt, investissement) et les dates de la campagne
start-fund-left-reports = Choisir comment la somme réunie est tenue à jour : à la main, par fichier ou par la plateforme
start-fund-left-publish = Relire, puis publier
fault-kinds-missing = Cochez au moins une catégorie.
fault-delay-shape = Donnez un nombre de jours de 0 à 730.
fault-weeks-shape = Donnez un nombre de semaines de 1 à 104.
fault-most-shape = Donnez un montant en euros, ou rien.
flash-start-street-open = C’est ouvert : les habitants peuvent signaler.
editor-preset-mapped = Proposer sur la carte
editor-preset-mapped-text = Placez vos idées sur la carte, répondez à celles des autres et soutenez celles qui vous plaisent.
editor-preset-debate = Débattre
editor-preset-debate-text = Plus de nouvelles idées : discutons de celles qui sont sur la carte et disons lesquelles comptent.
editor-preset-balance = Bilan
editor-preset-balance-text = Le bilan de la concertation est publié ici : ce qui est retenu, ce qui ne l’est pas, et pourquoi.
start-by-administrators = Cela se règle par l’administration du site.
start-by-named = Cela se règle par l’administration du site : { $names }
start-open-data-lead = Dites ce que chacun pourra reprendre, sous quelle licence et à qui écrire. Tout est déjà rempli ; changez ce que vous voulez.
start-open-data-note = Rien ne change pour le public : vous relisez, vous faites relire, puis vous publiez.
start-open-data-made-lead = Les données ouvertes, telles qu’elles seront.
start-open-data-sets =
    { $count ->
        [0] Aucun jeu de données publié
        [one] { $count } jeu de données publié
       *[other] { $count } jeux de données publiés
    }
start-open-data-withheld = Non publiés : { $names }
start-open-data-licence = Licence : { $name }
start-open-data-left-contact = Donner une adresse où l’on peut écrire
start-open-data-left-read = Relire la description et la liste
start-open-data-publish = Publier
start-open-data-publish-text = Les pages, les fichiers et le catalogue changent aussitôt. Vous pourrez revenir en arrière dans les réglages.
start-open-data-do = Publier ces choix
flash-start-open-data-open = C’est publié : voici les données ouvertes.
flash-office-prepared = C’est préparé. Rien n’est publié sans vous.
