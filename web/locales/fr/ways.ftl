# Voter sans compte, au guichet et sur papier.

ways-title = Voter sans compte
ways-sent = Si cette adresse peut recevoir du courrier, une lettre part tout de suite. Son lien est valable 30 minutes.
ways-by-code = Avec un code
ways-code = Votre code
ways-code-hint = Celui de votre lettre, ou celui que l’agent vous a donné. Majuscules, espaces et tirets ne comptent pas.
ways-code-button = Ouvrir mon bulletin
ways-code-unknown = Ce code n’est pas reconnu. Comparez-le lettre par lettre avec votre papier. Une lettre remplacée ou un code de guichet trop ancien ne servent plus.
ways-by-list = Avec la liste de la collectivité
ways-list-text = Écrivez ce que la liste dit de vous. La collectivité n’en garde qu’une empreinte, détruite après la clôture.
ways-list-button = Ouvrir mon bulletin
ways-entry-unknown = Personne n’est inscrit sous ces indications. Vérifiez-les, ou adressez-vous à la collectivité.
ways-entry-several = Plusieurs personnes ont ces mêmes indications. Un agent peut vous distinguer : adressez-vous au guichet.
ways-by-mail = Avec une adresse e-mail
ways-mail-text = Nous vous envoyons un lien pour voter. L’adresse n’est pas gardée, et rien ne dit ici si elle a déjà voté.
ways-email = Votre adresse e-mail
ways-mail-button = Recevoir le lien
ways-mail-open = Un dernier geste, et votre bulletin s’ouvre. Ce lien ne sert qu’une fois.
poll-enter = Vous pouvez voter sans compte. Votre nom ne sera pas lié à votre vote.
poll-enter-button = Voter sans compte
poll-rule-ways = On peut voter ainsi : { $ways }. Une personne ne vote qu’une fois.
office-ways-title = Qui peut voter, et comment
office-ways-text = Chaque moyen que vous ouvrez touche d’autres gens, et donne aussi une chance de plus de voter deux fois : rien ne relie un compte à une lettre ou à une liste. Ouvrez-en le moins possible. Les résultats montrent toujours chaque moyen à part.
office-ways-legend = Moyens de voter
office-ways-settled = Le vote est publié : ces moyens ne changent plus.
office-way-confirmed = Un compte
office-way-hint-confirmed = Prouve une adresse e-mail. Ne coûte rien. Une personne peut avoir plusieurs adresses.
office-way-email_code = Un lien par e-mail, sans compte
office-way-hint-email_code = Prouve une adresse e-mail, au moment de voter. Ne coûte rien. Le plus facile, et le plus facile à contourner.
office-way-printed_code = Un code imprimé sur une lettre
office-way-hint-printed_code = Prouve qu’on a reçu la lettre : une par foyer ou par personne. Coûte l’impression et le timbre.
office-way-listed = Une liste électorale ou d’habitants
office-way-hint-listed = Prouve qu’on connaît ce que la liste dit de quelqu’un : nom, date de naissance… Un proche le sait aussi. À réserver aux questions sans enjeu fort, ou au guichet.
office-way-desk = Au guichet
office-way-hint-desk = Un agent voit la personne, la cherche dans la liste ou lit sa lettre, et lui donne un code pour un seul bulletin. Il ne voit pas le vote. Demande une lettre ou une liste.
office-way-paper = Sur papier
office-way-hint-paper = Un agent note qui a voté ; deux agents saisissent les bulletins, l’un sans voir l’autre. Les résultats attendent la fin du comptage. Demande une lettre ou une liste.
fault-ways-missing = Choisissez au moins un moyen.
fault-ways-choice = Le guichet et le papier ont besoin de lettres ou d’une liste : sans elles, rien ne dit qui a déjà voté.
fault-count-shape = Donnez un nombre de 1 à 20 000.
fault-number-choice = Aucune lettre n’a ce numéro.
fault-number-taken = Cette lettre est déjà annulée, ou son code a déjà voté : elle ne peut plus être remplacée.
fault-batches-missing = Un lot n’a pas encore été saisi deux fois, ou ses différences ne sont pas réglées.
fault-reason-missing = Les deux nombres diffèrent : dites pourquoi.
letters-title = Lettres
letters-made = Lettres créées : { $made }. Annulées : { $cancelled }.
letters-text = Les codes sont faits et téléchargés en une fois : ici, personne ne peut les relire. Gardez le fichier en lieu sûr, puis détruisez-le. Si le téléchargement échoue, annulez ces lettres et faites-en d’autres.
letters-count = Nombre de lettres
letters-count-hint = De 1 à 20 000 à la fois, 100 000 en tout.
letters-pdf = Créer et télécharger les lettres (PDF)
letters-csv = Créer et télécharger les codes (CSV)
letters-lost-number = Numéro de la lettre perdue
letters-lost-hint = Le numéro en bas de la lettre. Un code qui a voté ne peut pas être remplacé.
letters-replace = Annuler et créer une autre lettre
letters-cancel = Annuler seulement
letters-csv-number = numero
letters-csv-code = code
letters-how = Pour voter, ouvrez cette adresse, choisissez ce vote, puis « Voter sans compte » :
letters-code = Votre code :
letters-once = Ce code ne vote qu’une fois. Il n’a ni 0, ni 1, ni les lettres I, L, O, U et V.
letters-secret = Ne le donnez à personne. Il n’est relié ni à votre nom ni à votre vote.
letters-lost = Sans accès à internet, ou si cette lettre est perdue, adressez-vous à la collectivité.
letters-number = Lettre
list-title = Liste des votants
list-persons = { $count ->
    [one] La liste compte { $count } personne.
   *[other] La liste compte { $count } personnes.
}
list-text = Nous n’en gardons qu’une empreinte par personne, que personne ne peut relire, et qui est détruite à la clôture. Une nouvelle liste remplace l’ancienne, tant que personne de la liste n’a voté.
list-file = Fichier de la liste (CSV)
list-file-hint = Tel que votre logiciel l’enregistre : point-virgule, virgule ou tabulation, 8 Mo au plus. La première ligne nomme les colonnes.
list-columns = Colonnes qui distinguent les personnes
list-columns-hint = Un nom de colonne par ligne, par exemple « Nom de naissance » puis « Date de naissance ». Six au plus. Ce sera demandé pour voter.
list-load = Charger la liste
list-fault-empty = Ce fichier ne contient personne.
list-fault-long = { $count ->
    [one] Ce fichier contient plus de { $count } personne.
   *[other] Ce fichier contient plus de { $count } personnes.
}
list-fault-columns = Nommez de une à six colonnes.
list-fault-no-column = La première ligne du fichier n’a pas de colonne « { $name } ».
list-fault-line = La ligne { $line } n’a pas autant de cases que la première.
list-fault-gap = À la ligne { $line }, la colonne « { $column } » est vide.
desk-title = Guichet
desk-text = Vérifiez l’identité de la personne, puis cherchez-la. Elle vote sur une tablette où vous n’êtes pas connecté, ou sur son propre téléphone. Ne lui prêtez pas cet écran.
desk-code = Code de sa lettre
desk-give = Donner un bulletin
desk-given = Code pour un bulletin
desk-given-text = Valable 15 minutes, une seule fois. La personne le tape à cette adresse :
desk-unknown = Aucune lettre et personne de la liste ne répond à ces indications.
desk-voted = Cette personne a déjà voté.
paper-title = Papier
paper-marks = { $count ->
    [one] { $count } personne notée comme ayant voté sur papier
   *[other] { $count } personnes notées comme ayant voté sur papier
}
paper-papers = { $count ->
    [one] { $count } papier dans les lots réglés
   *[other] { $count } papiers dans les lots réglés
}
paper-spoiled = { $count ->
    [one] dont { $count } nul
   *[other] dont { $count } nuls
}
paper-counted = Le papier est compté : rien n’y change plus.
paper-print = Bulletin à imprimer
paper-print-hint = Laissez 0 pour écrire le numéro à la main.
paper-print-button = Télécharger le bulletin (PDF)
paper-mark = Noter un vote sur papier
paper-mark-text = À la remise du bulletin, ou à l’ouverture de l’enveloppe. Cette personne ne pourra plus voter autrement.
paper-mark-button = Noter qu’elle a voté
paper-type = Saisir un lot
paper-type-text = Un autre agent saisit ensuite le même lot, dans le même ordre, sans voir votre saisie. S’il trouve la même chose, les bulletins sont comptés.
paper-number = Numéro du lot
paper-number-hint = Celui que vous avez écrit sur le paquet. Chaque lot en a un autre.
paper-number-fault = Donnez le numéro du lot, à partir de 1.
paper-lines = Bulletins
paper-typing-set = Un papier par ligne, 500 au plus : les numéros cochés. Par exemple 2, ou 1 3. Papier blanc : 0. Papier nul : x.
paper-typing-ranking = Un papier par ligne, 500 au plus : les numéros, du préféré au moins aimé. Par exemple 3 1 2. Papier blanc : 0. Papier nul : x.
paper-typing-points = Un papier par ligne, 500 au plus : le numéro, le signe =, puis les points. Par exemple 1=3 4=2 : trois points au numéro 1, deux au numéro 4. Papier blanc : 0. Papier nul : x.
paper-typing-scale = Un papier par ligne, 500 au plus : le numéro, le signe =, puis la note. Par exemple 1=5 2=3 : la note 5 au numéro 1, la note 3 au numéro 2. Papier blanc : 0. Papier nul : x.
paper-typing-grades = Un papier par ligne, 500 au plus : le numéro, le signe =, puis la mention en chiffre, de 4 (très bien) à 0 (à rejeter). Par exemple 1=4 2=0. Papier blanc : 0. Papier nul : x.
paper-typing-stance = Un papier par ligne, 500 au plus : 1 pour, 2 contre, 3 abstention. Un papier blanc ou nul : x. Il est compté à part : une abstention se coche.
paper-typing-consent = Un papier par ligne, 500 au plus : 1 je soutiens, 2 je peux vivre avec, 3 j’ai une objection. Un papier blanc ou nul : x. Il est compté à part.
paper-lines-fault = À vérifier, ligne : { $lines }. Ce n’est pas un bulletin de ce vote.
paper-other-size = La première saisie n’a pas le même nombre de bulletins. Recomptez le paquet : rien n’a été gardé de cette saisie.
paper-batches = Lots
paper-size = Papiers
paper-your-turn = À vous de le saisir.
paper-drop = Effacer la saisie
paper-end = Terminer le papier
paper-end-text = Quand tous les lots sont réglés, les résultats sont comptés et publiés. Rien ne change ensuite.
paper-reason = Raison de l’écart
paper-reason-hint = Nécessaire si le nombre de papiers n’est pas celui des personnes notées : enveloppe vide, bulletin emporté…
paper-end-button = Terminer et compter
paper-batch-number = Lot n° { $number }
paper-how-one = Faites une croix dans une seule case.
paper-how-several = Faites une croix dans chaque case de votre choix.
paper-how-ranks = Écrivez 1 dans la case que vous préférez, puis 2, puis 3…
paper-how-values = Écrivez vos points dans les cases.
paper-how-secret = N’écrivez ni nom ni signature : ce bulletin serait nul.
paper-cost = { $euros } €
batch-state-once = Saisi une fois
batch-state-differs = Des différences à régler
batch-state-agreed = Compté
batch-title = Lot n° { $number } : différences
batch-text = Reprenez les papiers, regardez-les ensemble, et écrivez ce qu’ils disent vraiment.
batch-paper = Papier n° { $number }
batch-both = Première saisie : { $first }. Deuxième : { $second }.
batch-settle = Régler et compter ce lot
flash-vote-link-sent = La lettre est partie.
flash-list-loaded = La liste est chargée.
flash-list-loaded-homonyms = La liste est chargée. Des personnes y ont les mêmes indications : seul un agent pourra les distinguer.
flash-paper-marked = C’est noté.
flash-paper-settled = Le papier est compté. Les résultats sont publiés.
flash-batch-once = Le lot est saisi une fois. Un autre agent doit le saisir aussi.
flash-batch-agreed = Le lot est réglé : ses bulletins sont dans l’urne.
flash-batch-differs = Les deux saisies diffèrent. Regardez les papiers une troisième fois.
flash-batch-dropped = La saisie est effacée.
privacy-cookie-pass = { "" } : voter sans compte, le temps de remplir votre bulletin. 30 minutes.
