map-tab = Carte
map-title = Carte : { $consultation }
map-heading = La carte des contributions
map-on-a-map = Voir sur la carte
map-as-list = Voir en liste
map-skip = Passer la carte
map-legend = Lettres des thèmes
map-attribution = Fond de carte : { $who }
map-closer = Rapprocher
map-farther = Éloigner
map-west = Vers l’ouest
map-east = Vers l’est
map-north = Vers le nord
map-south = Vers le sud
map-here = Mettre la liste à jour avec cette vue
map-failed = La carte ne répond pas. La liste ci-dessous reste complète.
map-layers = Aussi sur la carte :
map-place-mine = Placer mon idée
map-download = Télécharger (GeoJSON)
map-nothing = Rien à cet endroit
map-nothing-text = Éloignez la carte ou retirez des filtres pour voir d’autres contributions.
map-gathered-script = {"{n}"} contributions ici. Rapprocher.
map-office-lead = Dites si les propositions ont un lieu, et ce que la carte montre dessous.
map-office-decided = C’est { $organiser } qui décide si l’on demande un lieu, pour tous les territoires : « { $asking } ». Le périmètre et les couches restent les vôtres.
map-office-layers = Ce que la carte montre
map-office-layers-lead = Un périmètre dit où les contributions peuvent être placées. Les autres fichiers montrent ce qui existe ou ce qui est prévu.
map-office-no-layer = Rien n’a encore été ajouté.
map-layer-remove = Retirer
map-layer-name = Nom
map-layer-name-hint = Par exemple : « Périmètre du projet ».
map-layer-kind = Ce que c’est
map-layer-kind-perimeter = Un périmètre
map-layer-kind-perimeter-hint = Les contributions doivent se trouver à l’intérieur.
map-layer-kind-project = Des projets ou des lieux existants
map-layer-kind-project-hint = Montrés pour information.
map-layer-file = Fichier GeoJSON
map-layer-file-hint = 2 Mo au plus, coordonnées en degrés (WGS 84). Seuls les formes et leurs noms sont gardés.
map-layer-add = Ajouter à la carte
fault-file-shape = Ce fichier n’est pas un GeoJSON que l’on peut lire.
fault-file-missing = Choisissez un fichier GeoJSON qui contient au moins une forme.
fault-file-too_many = Il y a trop de formes ou de points dans ce fichier, ou trop de fichiers sur cette carte.
fault-file-off_the_earth = Les coordonnées de ce fichier ne sont pas en degrés (WGS 84). Exportez-le à nouveau dans ce système.
fault-file-too_few = Une forme de ce fichier n’a pas assez de points.
fault-file-flat = Un périmètre doit être une surface.
editor-part-map = Carte
event-map_changed = A changé la carte de la consultation
placed-title = Lieu
place-see = Voir autour sur la carte
place-map-of = Carte du lieu
place-at = Aux coordonnées { $coordinates }
place-asking = Demander un lieu
place-asking-never = Ne pas demander
place-asking-never-hint = Le formulaire ne parle pas de lieu.
place-asking-optional = Si la personne le souhaite
place-asking-optional-hint = On peut placer sa contribution, ou non.
place-asking-required = Toujours
place-asking-required-hint = Chaque proposition doit avoir un lieu. Pas les discussions.
place-legend = Où est-ce ?
place-address = Adresse ou lieu
place-address-hint = Par exemple : « 12 rue de la Paix ». Cherchez, puis choisissez dans la liste.
place-search = Chercher
place-choose = Lieux trouvés
place-none-of-them = Aucun de ces lieux
place-map = Choisir sur la carte
place-map-hint = Touchez la carte pour placer le lieu. Deux doigts déplacent la carte.
place-point = Un point
place-line = Un trajet
place-area = Une zone
place-here = Ma position
place-undo = Effacer
place-no-position = Votre position n’a pas pu être lue. Cherchez une adresse ou touchez la carte.
place-chosen = Lieu choisi :
place-coordinates = Coordonnées
place-coordinates-hint = Latitude puis longitude, par exemple : 50.63, 3.06. Pour un trajet, séparez les points par « ; ».
place-public = Ce lieu sera public, comme votre texte. Ne donnez pas l’adresse de votre domicile.
fault-place-unreadable = Ces coordonnées n’ont pas pu être lues. Écrivez par exemple : 50.63, 3.06.
fault-place-off_the_earth = Ces coordonnées ne sont pas sur la carte. La latitude vient d’abord.
fault-place-too_few = Il faut au moins deux points pour un trajet et trois pour une zone.
fault-place-too_many = Il y a trop de points : 200 au plus.
fault-place-too_wide = Cette forme est trop grande. Dessinez un lieu précis.
fault-place-crosses = Le contour de la zone se croise. Dessinez-la sans croisement.
fault-place-flat = La zone n’a pas de surface. Dessinez au moins un triangle.
fault-place-outside = Ce lieu est en dehors du territoire concerné. Choisissez un lieu à l’intérieur.
fault-place-missing = Dites où se trouve votre proposition.
fault-place-several = Choisissez dans la liste l’adresse qui convient.
fault-place-not_found = Cette adresse n’a pas été trouvée. Écrivez-la autrement, ou donnez des coordonnées.
map-gathered = { $count ->
    [one] { $count } contribution ici. Rapprocher.
   *[other] { $count } contributions ici. Rapprocher.
}
map-in-view = { $count ->
    [one] { $count } contribution sur cette carte
   *[other] { $count } contributions sur cette carte
}
map-of-all = { $count ->
    [one] Sur { $count } contribution qui a un lieu.
   *[other] Sur { $count } contributions qui ont un lieu.
}
place-found = { $count ->
    [one] { $count } lieu trouvé. Choisissez-le s’il convient.
   *[other] { $count } lieux trouvés. Choisissez celui qui convient.
}
place-about = { $count ->
    [one] à { $count } mètre près
   *[other] à { $count } mètres près
}
place-photo = Lieu d’une photo
place-no-photo = Cette photo ne dit pas où elle a été prise. Touchez la carte.
place-chosen-here = Lieu choisi
place-still = Placer ici : touchez la carte, ou validez pour choisir la croix
place-still-hint = Touchez la carte pour placer le lieu, ou déplacez-la jusqu’à ce que la croix soit au bon endroit.
place-move-north = Nord
place-move-south = Sud
place-move-west = Ouest
place-move-east = Est
place-move-closer = Rapprocher
place-move-farther = Éloigner
place-move-middle = Choisir la croix
