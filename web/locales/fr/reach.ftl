# Jusqu’où va une consultation
reach-title = Jusqu’où va cette consultation
reach-lead = Les pages du site restent publiques dans tous les cas. Ce choix dit ce qui part vers d’autres serveurs.
reach-choose = Où les textes peuvent-ils aller ?
reach-narrower = Une consultation publiée peut aller moins loin, jamais plus loin. Ce qui est déjà parti est alors rappelé : nous demandons son effacement à chaque serveur qui l’a reçu. Nous ne pouvons pas l’imposer.
reach-final = Elle ne peut pas aller moins loin, ni revenir en arrière.
reach-here = Ici seulement
reach-hint-here = Rien ne part. Aucun autre serveur ne peut suivre la consultation, la lire automatiquement ni y participer.
reach-network = Le réseau des territoires
reach-hint-network = Les textes partent vers les serveurs des collectivités reconnues, vers ceux de votre liste et vers ceux des collectivités qui portent la consultation avec vous. Eux seuls peuvent les lire automatiquement et y participer.
reach-fediverse = Le fédivers
reach-hint-fediverse = Les textes partent vers tous les serveurs qui suivent la consultation, sauf ceux que vous bloquez. Tous peuvent y participer, selon le réglage ci-dessous.
elsewhere-leaves-here = Ce texte reste sur ce site : rien n’en part vers d’autres serveurs.
elsewhere-leaves-network-named = Une copie de ce texte peut partir vers les serveurs du réseau des territoires, avec votre nom : vous l’avez accepté dans votre compte.
elsewhere-leaves-network-unnamed = Un extrait de ce texte peut partir vers les serveurs du réseau des territoires, sans votre nom.
