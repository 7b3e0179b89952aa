# Ce qui s’imprime pour une consultation.

editor-part-kit = À imprimer
kit-lead = Une affiche à la mairie et un papier dans le cartable touchent ceux qui ne vont pas sur internet. Tout est prêt à imprimer, dans la langue de la consultation.
kit-papers = Papiers
kit-poster = Télécharger l’affiche (PDF, A4)
kit-leaflets = Télécharger les tracts (PDF, deux par page)
kit-ballots = Les bulletins et les lettres d’un vote se préparent avec le vote.
kit-code = Code à scanner
kit-code-text = Il mène à cette adresse :
kit-code-alt = Code QR de la page de la consultation
kit-draft = La consultation n’est pas encore publiée. Attendez la publication avant d’afficher : d’ici là, le code mène à une page introuvable.
kit-how = Donnez votre avis : scannez ce code ou tapez cette adresse.
kit-codes = Télécharger des codes à découper (PDF, A4)
kit-ballot = Bulletin de vote en papier : { $title } (PDF)
