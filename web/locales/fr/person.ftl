# La page d’une personne.
person-since = Membre depuis le { $date }
person-about = Présentation
person-feed = Suivre ses contributions (Atom)
person-edit = Modifier mon profil
person-nothing = Rien n’est publié pour l’instant.
