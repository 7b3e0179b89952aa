# Ce que la plateforme dit d'elle-même.

how-title = Comment fonctionne cette plateforme
how-lead = Quatre étapes, toujours les mêmes. À chacune, vous savez ce que la collectivité fera de votre avis.
how-phase-information = La collectivité explique le projet, ce qui est décidé et ce qui ne l’est pas.
how-phase-contribution = Vous déposez des idées, vous répondez, vous soutenez.
how-phase-analysis = Les services lisent tout.
how-phase-answer = La collectivité répond, idée par idée, et signe.
how-phase-campaign = Les porteurs présentent leurs projets, et chacun en discute.
how-phase-vote = Chacun vote. Rien n’est montré avant la fin du vote.
how-phase-works = Les projets choisis sont réalisés, et l’avancement est publié.
how-levels = Jusqu’où va la participation
how-levels-text = Chaque consultation annonce son niveau dès le début, et dit comment vos contributions serviront.
how-participation-information = La collectivité vous informe. Elle a décidé ou décidera seule.
how-participation-consultation = Vous donnez votre avis. La collectivité décide seule, et dit ce qu’elle en a retenu.
how-participation-concertation = Vous discutez et proposez. La collectivité décide, et explique chacun de ses choix.
how-participation-co_production = Vous décidez avec la collectivité.
how-order = Dans quel ordre on lit les contributions
how-order-random = Au hasard, et ce hasard change d’un visiteur à l’autre. Ainsi personne n’est toujours en haut de la liste, et les premières arrivées n’ont pas d’avantage.
how-order-others = Vous pouvez choisir un autre ordre : les plus récentes, les plus soutenues, les plus discutées. Une recherche montre d’abord ce qui contient le mieux vos mots. Aucun calcul ne dépend de qui vous êtes ni de ce que vous avez lu.
how-order-imported = Les soutiens reçus sur une autre plateforme, avant une importation, sont indiqués à part. Ils ne sont jamais mêlés à ceux d’ici.
how-marks = Ce que disent les distinctions
how-mark-supported = « Largement soutenue » : la contribution a reçu au moins le nombre de soutiens annoncé par la consultation. C’est compté, pas décidé.
how-mark-quality = « Qualité reconnue » : un agent a trouvé la contribution bien argumentée ou utile au débat.
how-mark-impact = « A fait changer le projet » : un agent indique que la contribution a changé la décision.
how-thresholds = Nombre de soutiens pour être largement soutenue, dans les consultations ouvertes :
how-threshold = { $count ->
    [0] {"\u00A0"}: pas de seuil
    [one] {"\u00A0"}: { $count } soutien
   *[other] {"\u00A0"}: { $count } soutiens
}
how-moderation = Les règles de modération
how-moderation-text = Un texte peut être masqué pour l’une de ces raisons, et pour aucune autre :
how-moderation-after = La raison est toujours affichée à la place du texte. L’auteur la reçoit par e-mail et peut la contester auprès de la collectivité. Rien n’est lu ni trié avant la publication, et aucun logiciel ne décide.
how-moderation-who = Qui modère ?
how-moderators = { $count ->
    [0] Personne n’est encore chargé de la modération.
    [one] { $count } personne de la collectivité.
   *[other] { $count } personnes de la collectivité.
}
how-moderation-journal = Chaque décision est inscrite dans un journal qu’on ne peut pas effacer.
how-moderation-figures = Depuis un an
how-hidden = { $count ->
    [one] texte masqué
   *[other] textes masqués
}
how-restored = { $count ->
    [one] texte montré de nouveau
   *[other] textes montrés de nouveau
}
how-decided = { $count ->
    [one] signalement examiné
   *[other] signalements examinés
}
how-roles = Qui peut faire quoi
how-role-visitor = Lit tout, sans compte.
how-role-remote = Participe depuis un compte d’un autre serveur, si la consultation l’accepte. Compté à part.
how-role-citizen = Dépose des idées, ouvre des discussions, répond, soutient, signale, quand l’étape le permet.
how-role-stakeholder = Comme un citoyen, au nom d’une association ou d’une organisation reconnue. Certaines étapes lui sont ouvertes.
how-role-agent = Prépare les consultations et répond au nom de la collectivité.
how-role-moderator = Examine les signalements et masque ce qui enfreint les règles.
how-role-administrator = Fait tout cela, et gère les comptes et les réglages.
how-limits = Ce que la plateforme ne dit pas
how-limit-sample = Les personnes qui participent ici ne représentent pas toute la population. Un nombre de contributions n’est pas un sondage.
how-limit-support = Un soutien n’est pas un vote. Il aide à voir ce qui compte, il ne décide pas.
how-limit-accounts = Un compte demande une adresse e-mail, pas une pièce d’identité. Une personne peut donc en avoir plusieurs, même si c’est contraire aux règles.
how-limit-order = Ce qui est montré en premier est plus lu. Dans l’ordre des soutiens, ce qui a paru tôt garde son avance.
how-limit-several = Une même personne peut participer depuis plusieurs serveurs. Ce qui en vient est compté à part.
how-limit-length = { $count ->
   *[other] Un texte a { $count } caractères au plus.
}

accessibility-title = Accessibilité : non conforme
accessibility-lead = { $place } s’engage à rendre cette plateforme accessible à tous, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.
accessibility-state = État de conformité
accessibility-not = Cette plateforme est non conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2).
accessibility-why = Aucun audit n’a encore été fait. Tant qu’il manque, la loi demande d’écrire « non conforme », même quand le travail est avancé.
accessibility-done = Ce qui est déjà fait
accessibility-done-tests = Chaque page est vérifiée par un outil automatique, dans les trois langues, sur petit et grand écran.
accessibility-done-keyboard = Tout s’utilise au clavier seul, et l’endroit où l’on se trouve se voit toujours.
accessibility-done-contrast = Les couleurs sont calculées pour rester lisibles, de jour, de nuit et en contraste renforcé.
accessibility-done-script = Tout fonctionne sans JavaScript, et chaque page est écrite pour les lecteurs d’écran.
accessibility-unknown = Ce que nous ne savons pas encore
accessibility-unknown-text = Les outils automatiques voient moins de la moitié des obstacles. Les textes, images et documents ajoutés par les personnes qui écrivent ici ne sont pas vérifiés.
accessibility-contact = Un obstacle ? Dites-le-nous
accessibility-contact-text = Si vous n’arrivez pas à lire ou à utiliser une page, écrivez-nous : nous vous donnerons l’information autrement, et nous corrigerons.
accessibility-appeal = Voies de recours
accessibility-appeal-text = Si vous nous avez signalé un obstacle et que vous n’avez pas reçu de réponse satisfaisante, vous pouvez saisir le Défenseur des droits.
accessibility-appeal-link = Site du Défenseur des droits
accessibility-appeal-post = Par courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

privacy-title = Données personnelles
privacy-lead = { $place } est responsable de cette plateforme. Voici tout ce qu’elle garde de vous, pourquoi et combien de temps.
privacy-kept = Ce qui est gardé
privacy-col-what = Quoi
privacy-col-why = Pourquoi
privacy-col-long = Combien de temps
privacy-line-account-what = Votre adresse e-mail, votre langue, et le condensé de votre mot de passe si vous en avez un
privacy-line-account-why = Vous laisser entrer et vous écrire. Jamais montré.
privacy-line-account-long = Jusqu’à ce que vous supprimiez votre compte
privacy-line-public-what = Votre nom affiché et votre présentation
privacy-line-public-why = Dire qui parle. Publics.
privacy-line-public-long = Jusqu’à ce que vous supprimiez votre compte
privacy-line-texts-what = Vos contributions et leurs versions
privacy-line-texts-why = Le débat. Publiques.
privacy-line-texts-long = Sans limite, ou jusqu’à ce que vous les retiriez. Quand vous supprimez votre compte, elles perdent votre nom ou sont effacées, à votre choix.
privacy-line-supports-what = Vos soutiens
privacy-line-supports-why = Les compter une seule fois. Leur nombre seul est public.
privacy-line-supports-long = Jusqu’à ce que vous les repreniez ou supprimiez votre compte
privacy-line-meetings-what = Vos inscriptions aux réunions : nom et adresse e-mail si vous n’avez pas de compte
privacy-line-meetings-why = Réserver votre place et vous écrire. Connues de l’équipe, jamais publiées.
privacy-line-meetings-long = 60 jours après la réunion ; 2 jours si vous ne confirmez pas
privacy-line-sessions-what = Vos connexions : date et type d’appareil
privacy-line-sessions-why = Vous garder connecté et vous permettre de reconnaître une connexion étrangère.
privacy-line-sessions-long = { $days } jours au plus, { $idle } jours sans visite. Pour l’équipe : { $hours } heures au plus, { $unused } heures sans visite.
privacy-line-links-what = Les liens de connexion envoyés par e-mail
privacy-line-links-why = Vérifier que l’adresse est la vôtre.
privacy-line-links-long = { $minutes } minutes, ou { $hours } heures pour ouvrir un compte
privacy-line-letters-what = Les e-mails en attente d’envoi
privacy-line-letters-why = Les envoyer malgré une panne.
privacy-line-letters-long = Jusqu’à leur envoi, { $days } jours au plus
privacy-line-reports-what = Vos signalements
privacy-line-reports-why = Les examiner. Connus des seuls modérateurs.
privacy-line-reports-long = Sans limite, sans votre nom après la suppression de votre compte
privacy-line-journal-what = Le journal des actes : qui a fait quoi, sans aucun texte
privacy-line-journal-why = Pouvoir rendre compte, en particulier de ce que fait l’équipe.
privacy-line-journal-long = Sans limite. Après la suppression de votre compte, plus rien n’y mène à vous.
privacy-not = Ce qui n’est pas gardé
privacy-not-address = Votre adresse IP sert, le temps d’une visite, à empêcher les abus. Elle n’est ni enregistrée ni écrite dans les journaux techniques.
privacy-not-third = Aucune page ne fait appel à un autre site : ni police, ni carte, ni réseau social, ni publicité.
privacy-not-audience = Personne ne mesure votre passage.
privacy-cookies = Les cookies
privacy-cookies-text = Lire ne dépose aucun cookie. Ceux-ci ne viennent que de vos gestes, et la loi n’exige pas d’accord pour eux :
privacy-cookie-session =  : vous reconnaître une fois connecté. Effacé quand vous vous déconnectez.
privacy-cookie-lang =  : retenir la langue que vous avez choisie. Un an.
privacy-cookie-next =  : vous ramener à votre page après un lien envoyé par e-mail. 30 minutes.
privacy-cookie-left = : reconnaître votre retour quand vous vous connectez avec un compte d’un autre serveur. 10 minutes.
privacy-rights = Vos droits
privacy-rights-text = Vous pouvez vous-même corriger, télécharger et effacer vos données :
privacy-rights-write = Pour toute question, ou pour vous opposer à un traitement, écrivez à la collectivité ou à son délégué à la protection des données.
privacy-rights-appeal = Si sa réponse ne vous convient pas, vous pouvez vous adresser à la
privacy-rights-cnil = Commission nationale de l’informatique et des libertés (CNIL)
privacy-elsewhere = Et ailleurs ?
privacy-elsewhere-text = Pour le moment, rien de ce que vous écrivez ne part vers d’autres plateformes. Quand des échanges s’ouvriront, votre nom n’y paraîtra que si vous l’avez accepté dans votre compte.

legal-title = Mentions légales
legal-publisher = Éditeur
legal-siren = SIREN
legal-contact = Contact
legal-missing = La collectivité n’a pas encore complété cette page : directeur de la publication, hébergeur.
legal-software = Le logiciel
legal-software-text = Cette plateforme est Parvis, un logiciel libre sous licence AGPL, version 3 ou suivante. Chacun peut le lire, le corriger et s’en servir.
legal-source = Lire le code source
legal-texts = Les textes publiés
legal-texts-text = Chaque contribution reste à la personne qui l’a écrite. En la publiant, elle accepte qu’elle soit lue, citée et réutilisée pour éclairer la décision publique.

source-title = Code source
source-lead = Cette plateforme est un logiciel libre. Vous avez le droit d’en obtenir le code, dans la version qui vous répond ici.
source-software = Logiciel
source-version = Version
source-licence = Licence
source-licence-name = Licence publique générale GNU Affero, version 3 ou suivante
source-operator = Exploitant
source-where = Où obtenir le code
source-published = L’exploitant le publie à cette adresse :
source-ask = L’exploitant n’a pas publié d’adresse. Demandez-lui le code : la licence l’oblige à vous le donner, avec ses propres modifications.
source-rights = Ce que vous pouvez en faire
source-rights-text = Le lire, le vérifier, le modifier, le partager et vous en servir, à condition de laisser les mêmes droits aux autres.
