# Se connecter, créer son compte, le changer, le supprimer.

sign-in-title = Se connecter
sign-in-lead = Le plus simple : recevez un lien par e-mail. Aucun mot de passe à retenir.
sign-in-email = Votre adresse e-mail
sign-in-link = Recevoir un lien de connexion
sign-in-otherwise = Autres façons d’entrer
sign-in-with-password = Se connecter avec un mot de passe
sign-in-password = Mot de passe
sign-in-newcomer = Pas encore de compte ?

sent-title = Regardez vos e-mails
sent-sign-in = Si un compte existe pour cette adresse, un lien vient d’y être envoyé. Il est valable 30 minutes et ne sert qu’une fois.
sent-sign-up = Nous venons de vous envoyer un lien pour confirmer votre adresse. Il est valable 24 heures et ne sert qu’une fois.
sent-nothing = Rien reçu ? Regardez dans les indésirables, ou
sent-again = demandez un autre lien

sign-up-title = Créer mon compte
sign-up-lead = Pour déposer des idées, répondre et soutenir. Lire reste ouvert à tous, sans compte.
sign-up-name = Nom affiché
sign-up-name-hint = Il est public. Votre nom, votre prénom ou un pseudonyme.
sign-up-email = Adresse e-mail
sign-up-email-hint = Elle n’est jamais montrée.
sign-up-password-hint = 15 caractères au moins, une phrase convient très bien. Sans mot de passe, vous recevrez un lien à chaque connexion.
sign-up-rules = J’ai lu les règles de la plateforme et je les respecterai
sign-up-read-rules = Lire les règles
sign-up-data = La collectivité garde votre adresse pour vous écrire, et rien d’autre.
sign-up-data-more = Vos données
sign-up-member = Déjà un compte ?
fault-rules-missing = Lisez les règles et cochez la case pour continuer.

enter-title = Vous y êtes presque
enter-title-new = Votre adresse est la bonne
enter-lead = Bonjour { $name }, il ne reste qu’un bouton.
enter-lead-new = Bonjour { $name }, appuyez pour ouvrir votre compte et vous connecter.
enter-button = Me connecter
enter-button-new = Ouvrir mon compte
enter-not-you = Ce n’est pas vous ? Fermez simplement cette page.

account-title = Mon compte
account-public = Voir ma page publique
account-profile = Profil
account-name-hint = Il est public.
account-summary = Présentation
account-summary-hint = Deux ou trois phrases, sur votre page publique.
account-lang = Langue des e-mails
account-abroad = Montrer mon nom sur les autres plateformes
account-abroad-hint = Si cette plateforme échange avec d’autres, vos contributions y paraîtront avec votre nom. Sinon, seul leur début y paraît, sans votre nom.
account-left-texts = { $count ->
    [one] { $count } de vos textes est parti avec votre nom
   *[other] { $count } de vos textes sont partis avec votre nom
}
account-left-servers = { $count ->
    [0] et n’est encore arrivé sur aucun serveur.
    [one] vers { $count } autre serveur.
   *[other] vers { $count } autres serveurs.
}
account-recall = Si vous retirez cet accord, nous leur demandons de supprimer ces textes et votre nom. Les textes restent ici. La plupart des serveurs le font ; nous ne pouvons ni l’imposer ni le vérifier. Ce qui est supprimé ne repartira pas, même si vous changez d’avis.
account-recalled = { $count ->
    [one] Suppression demandée pour { $count } texte parti avec votre nom.
   *[other] Suppression demandée pour { $count } textes partis avec votre nom.
}
account-recalled-honest = Des copies peuvent subsister sur un serveur qui ne répond plus ou qui ne suit pas notre demande.
account-save = Enregistrer
account-cancel = Annuler
account-contributions = Mes contributions
account-no-contribution = Vous n’avez encore rien écrit.
account-see-consultations = Voir les consultations
account-written = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
account-col-title = Titre
account-col-date = Déposée le
account-col-answer = Réponse
account-col-supports = Soutiens
account-untitled = Sans titre
account-withdrawn = Retirée
account-hidden = Masquée
account-no-answer = Pas encore
account-all = Voir toutes mes contributions
account-sessions = Mes connexions
account-sessions-lead = Les appareils sur lesquels vous êtes connecté. Si vous n’en reconnaissez pas un, fermez les autres connexions et changez votre mot de passe.
account-device-unknown = Appareil inconnu
account-this-device = (celui-ci)
account-session-since = Depuis le { $when }
account-close-sessions = Fermer les autres connexions
account-side = Sécurité et données
account-entry = Connexion
account-has-password = Vous entrez par un mot de passe ou par un lien envoyé par e-mail.
account-has-no-password = Vous entrez par un lien envoyé par e-mail.
account-change-password = Changer de mot de passe
account-choose-password = Choisir un mot de passe
account-data = Mes données
account-data-lead = Tout ce que la plateforme sait de vous, dans un fichier.
account-export = Télécharger mes données
account-delete-lead = Vous choisissez ce que deviennent vos textes.

password-title = Mot de passe
password-lead = Un mot de passe est facultatif : un lien par e-mail suffit toujours pour entrer.
password-current = Mot de passe actuel
password-new = Nouveau mot de passe
password-hint = 15 caractères au moins. Une phrase à vous convient très bien. Ni majuscule ni chiffre obligatoires.
password-save = Enregistrer ce mot de passe
password-remove = Ne plus avoir de mot de passe
password-effect = Vos autres connexions seront fermées, et un e-mail vous le confirmera.
password-wrong = Le mot de passe actuel n’est pas le bon.

delete-title = Supprimer mon compte
delete-lead = C’est définitif. Voici ce qui se passe.
delete-effect-account = Votre adresse, votre nom et votre présentation sont effacés.
delete-effect-supports = Vos soutiens sont retirés.
delete-effect-backup = Les sauvegardes qui les contiennent encore sont détruites à leur terme. Si l’une d’elles doit servir, votre compte est effacé de nouveau.
delete-export = Télécharger d’abord mes données
delete-remains = Que deviennent vos contributions ?
delete-keep = Les laisser, sans mon nom
delete-keep-hint = Le débat reste lisible. Personne ne voit plus qu’elles viennent de vous.
delete-withdraw = Les retirer aussi
delete-withdraw-hint = Leurs textes sont effacés. À leur place, on lit qu’elles ont été retirées. Vos textes d’action aussi ; une pétition déjà ouverte reste, sans votre nom, pour ceux qui l’ont signée.
delete-confirm = Écrivez votre adresse e-mail pour confirmer
delete-stay = Garder mon compte

flash-signed-in = Vous êtes connecté.
flash-signed-out = Vous êtes déconnecté. À bientôt.
flash-welcome = Votre compte est ouvert. Bienvenue !
flash-saved = Vos changements sont enregistrés.
flash-sessions-closed = Vos autres connexions sont fermées.
flash-password-set = Votre mot de passe est enregistré. Vos autres connexions sont fermées.
flash-password-removed = Vous n’avez plus de mot de passe. Pour entrer, demandez un lien par e-mail.
flash-account-deleted = Votre compte est supprimé. Merci d’avoir participé.
