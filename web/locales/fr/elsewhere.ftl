# Les voix d’autres serveurs, et participer depuis son propre serveur.
elsewhere-residents = { $count ->
    [one] { $count } habitant
   *[other] { $count } habitants
}
elsewhere-others = { $count } du fédivers
elsewhere-supports = { $count ->
    [one] { $count } soutien du fédivers
   *[other] { $count } soutiens du fédivers
}
elsewhere-count-participants = { $count ->
    [one] participant d’autres serveurs (autres territoires, fédivers)
   *[other] participants d’autres serveurs (autres territoires, fédivers)
}
elsewhere-supporters = { $count ->
    [one] Et { $count } soutien venu d’autres serveurs (autres territoires, fédivers), compté à part.
   *[other] Et { $count } soutiens venus d’autres serveurs (autres territoires, fédivers), comptés à part.
}
elsewhere-word = Le fédivers, ce sont les réseaux sociaux de serveurs indépendants qui se parlent, comme Mastodon ou Lemmy.
elsewhere-held = Ce texte vient d’un autre serveur. Il attend d’être relu par la modération, le public ne le voit pas encore.
elsewhere-badge = autre serveur
elsewhere-original = Voir l’original
elsewhere-open = Participer depuis votre compte du fédivers
elsewhere-title = Participer depuis votre compte
elsewhere-consultation = Consultation
elsewhere-contribution = Contribution
elsewhere-lead-follow = Votre compte est sur un autre serveur ? Suivez cette consultation de là-bas, sans créer de compte ici.
elsewhere-lead-street = Votre compte est sur un autre serveur ? Suivez ces signalements de là-bas, sans créer de compte ici.
elsewhere-lead-reply = Votre compte est sur un autre serveur ? Répondez ou soutenez de là-bas, sans créer de compte ici.
elsewhere-account = L’adresse de votre compte
elsewhere-account-hint = Par exemple @ana@mastodon.social. Elle n’est pas gardée.
elsewhere-go = Continuer
elsewhere-yours = Votre compte
elsewhere-other = Un autre compte
elsewhere-way = Où cela mène
elsewhere-way-to = Vous allez être conduit vers
elsewhere-way-check = C’est bien votre serveur ? Il vous demandera ce que vous voulez faire.
elsewhere-continue = Aller sur mon serveur
elsewhere-ours = C’est ce serveur : votre compte est ici. Connectez-vous pour participer.
elsewhere-by-hand = Si cela ne marche pas
elsewhere-by-hand-text = Copiez cette adresse et cherchez-la sur votre serveur :
elsewhere-copy = Copier l’adresse
elsewhere-copied = Adresse copiée
elsewhere-back = Revenir
elsewhere-follow = Suivre depuis le fédivers :
elsewhere-leaves-named = Une copie de ce texte peut partir vers d’autres serveurs, avec votre nom : vous l’avez accepté dans votre compte.
elsewhere-leaves-unnamed = Un extrait de ce texte peut partir vers d’autres serveurs, sans votre nom.
elsewhere-leaves-settings = Changer cela dans mon compte
elsewhere-sent = { $count ->
    [one] Envoyée à { $count } serveur
   *[other] Envoyée à { $count } serveurs
}
elsewhere-sent-list = Voir la liste
elsewhere-sent-text = Ces serveurs en ont reçu une copie.
elsewhere-withdraw = { $count ->
    [one] { $count } autre serveur a reçu ce texte. Nous lui demanderons de l’effacer. Il peut dire oui : nous ne pouvons pas le vérifier.
   *[other] { $count } autres serveurs ont reçu ce texte. Nous leur demanderons de l’effacer. Ils peuvent dire oui : nous ne pouvons pas le vérifier.
}
elsewhere-withdrawn = { $count ->
    [one] Suppression demandée à { $count } serveur : accepté par le serveur ne veut pas dire effacé, nous ne pouvons pas le vérifier.
   *[other] Suppression demandée à { $count } serveurs : accepté par le serveur ne veut pas dire effacé, nous ne pouvons pas le vérifier.
}

fault-account-shape = Écrivez l’adresse ainsi : @nom@serveur.
elsewhere-picture = Image sur un autre serveur
elsewhere-territories = Seuls les serveurs de la liste des territoires partenaires peuvent participer. L’administration de cette plateforme tient cette liste.
elsewhere-leaves-guest = Ce texte paraît ici avec l’adresse de votre compte. Un extrait peut partir vers d’autres serveurs, avec cette adresse : c’est la collectivité qui l’envoie, pas votre serveur.
elsewhere-withdraw-none = Aucun autre serveur n’a reçu ce texte, à notre connaissance.
elsewhere-delete-copies = Si d’autres serveurs ont reçu vos textes, nous leur demandons d’effacer ceux que vous retirez. Nous ne pouvons pas vérifier qu’ils le font.
elsewhere-trouble-not_allowed = Cette adresse ne peut pas servir ici : soit ce serveur n’est pas accepté, soit c’est celui-ci.
elsewhere-trouble-unreachable = Ce serveur ne répond pas. Vérifiez son nom, ou réessayez plus tard.
elsewhere-trouble-nobody = Rien à cette adresse. Écrivez-la ainsi : @nom@serveur.
elsewhere-trouble-no_sign_in = Ce serveur ne propose pas cela. Cherchez plutôt notre adresse sur votre serveur.
elsewhere-trouble-refused = Votre serveur n’a pas donné son accord, ou vous l’avez refusé. Rien n’a été fait.
elsewhere-trouble-expired = Cet aller-retour a expiré, a déjà servi, ou vient d’un autre navigateur. Recommencez ici.
elsewhere-trouble-somebody_else = Vous êtes revenu avec un autre compte que celui indiqué. Écrivez l’adresse du compte que vous voulez utiliser.
elsewhere-trouble-senseless = La réponse de ce serveur n’est pas claire. Par prudence, nous nous arrêtons là.
