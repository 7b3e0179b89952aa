# Le registre public : ce qu’il est, où il en est, et la preuve que chacun peut emporter.
record-title = Le registre public
record-lead = Chaque contribution publiée, chaque réponse officielle, chaque décision de modération et chaque vote y laisse une ligne. Personne ne peut en retirer ou en changer une sans que cela se voie, même pas nous.
record-restored = Le registre attend ses témoins
record-restored-text = Les données ont été reprises d’une sauvegarde. Avant de signer à nouveau, nous demandons aux témoins jusqu’où allait le registre. Rien n’est perdu : ce qui se passe d’ici là y sera inscrit.
record-behind = Le registre est à l’arrêt
record-behind-text = Un témoin a vu une suite de ce registre que nous n’avons plus. Nous ne signons plus rien ici : continuer serait réécrire ce qui a été montré. L’équipe doit ouvrir un nouveau registre.
record-now = Où il en est
record-size = { $count ->
    [0] ligne inscrite
    [one] ligne inscrite
   *[other] lignes inscrites
}
record-signed = { $size ->
    [one] Dernière signature : { $size } ligne, le
   *[other] Dernière signature : { $size } lignes, le
}
record-unsigned = Rien n’est encore signé. La première signature vient moins d’une minute après la première ligne.
record-witnesses = Ses témoins
record-witnesses-text = D’autres collectivités signent l’état du registre, après avoir vérifié qu’il continue ce qu’elles avaient vu. Si nous montrions deux registres différents, elles refuseraient.
record-witnesses-none = Aucune autre collectivité ne l’a encore signé.
record-witness-seen = { $size ->
    [one] A signé { $size } ligne, le
   *[other] A signé { $size } lignes, le
}
record-forks = Contradictions relevées
record-fork-ours = Notre registre est en retard sur ce qui a été montré
record-fork-proven = { $host } a signé deux registres différents
record-fork-unproven = { $host } : un état présenté sans preuve qu’il continue le précédent
record-fork-known = Ce qui était connu :
record-fork-refused = Ce qui ne va pas avec :
record-what = Ce qui y est inscrit
record-what-in = Pour chaque ligne : ce qui s’est passé, le numéro de la contribution ou du vote, sa version, la date, et une empreinte calculée à partir du texte et d’un nombre tiré au hasard.
record-what-not = Jamais le texte, ni un nom, ni une adresse électronique. Les bulletins de vote n’y sont pas.
record-what-erased = Quand un texte est effacé, retiré ou masqué, le nombre tiré au hasard est détruit. La ligne reste, mais elle ne dit plus rien du texte.
record-verify = Vérifier soi-même
record-verify-own = Sur la page de votre contribution, « Preuve d’enregistrement » donne un fichier. Gardez-le : il prouve ce que vous avez écrit et quand.
record-verify-how = Le logiciel libre Parvis vérifie ce fichier sans connexion. Il dit si le texte, la date, les signatures et la place dans le registre vont ensemble :
record-verify-all = Les fichiers du registre sont ouverts à tous, au format tlog-tiles (c2sp.org), que d’autres logiciels lisent aussi.
record-file-checkpoint = Le dernier état signé
record-file-tiles = Les lignes et l’arbre des empreintes :
record-keys = Clé qui signe le registre
record-proof-title = Preuve d’enregistrement
record-proof-what = Ce fichier prouve que votre texte est inscrit dans le registre public, à sa place et à sa date. Vous pouvez le vérifier sans nous, et plus tard le montrer à qui vous voulez.
record-proof-files = Vos fichiers
record-proof-none = Votre texte n’est pas encore inscrit. Cela prend environ une minute : revenez ensuite sur cette page.
record-proof-version = Preuve de la version { $version }
record-proof-private = Le fichier contient votre texte. Vous seul pouvez le télécharger.
record-proof-back = Revenir à la page
record-soon-title = Pas encore signé
record-soon-text = Cette ligne est inscrite, mais le registre n’est pas encore signé jusque-là. Réessayez dans une minute.
office-task-record = { $count ->
    [one] contradiction dans un registre public
   *[other] contradictions dans des registres publics
}
office-task-record-note = Un registre ne continue pas ce qui a été montré, ou il est à l’arrêt.
privacy-line-record-what = L’empreinte de vos contributions dans le registre public, sans texte ni nom
privacy-line-record-why = Prouver que rien n’a été retiré ou changé. Publique.
privacy-line-record-long = Sans limite. Quand un texte est effacé, l’empreinte ne dit plus rien de lui.
