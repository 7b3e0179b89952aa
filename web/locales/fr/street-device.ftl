# Le formulaire sur l’appareil : la photo, ce qui attend le réseau.

street-offline-title = Signaler, même sans réseau
street-offline-lead = Remplissez ce formulaire : s’il n’y a pas de réseau, il attend sur cet appareil et part dès que le réseau revient et que cette page est ouverte.
street-offline-script = Cette page a besoin de JavaScript. Avec un réseau, passez par :
street-waiting-title = En attente sur cet appareil
street-waiting-one = {"{n}"} signalement attend le réseau.
street-waiting-other = {"{n}"} signalements attendent le réseau.
street-waiting-remove = Supprimer
street-waiting-refused = Pas accepté :
street-waiting-full = Dix signalements attendent déjà. Supprimez-en un, ou attendez le réseau.
street-waiting-failed = Ce navigateur ne peut rien garder. Réessayez avec un réseau.
street-waiting-kept = Gardé sur cet appareil. Il partira dès que possible.
street-photo-first = Commencer par la photo
street-photo-first-hint = Elle reste sur cet appareil jusqu’à la dernière étape.
street-photo-place = Proposer l’endroit où elle a été prise
street-photo-found = L’endroit de la photo est proposé sur la carte. Vérifiez-le.
street-photo-none = Cette photo ne dit pas où elle a été prise.
street-blur-frame = Photo : choisir ce qui doit être effacé
street-blur-frame-hint = Un visage, une plaque, un nom ? Tracez un cadre dessus avec le doigt ou la souris, ou déplacez le cadre avec les flèches (avec Maj pour sa taille), puis effacez.
street-blur-do-here = Effacer dans le cadre
street-blur-done = C’est effacé.
street-blur-larger = Cadre plus grand
street-blur-smaller = Cadre plus petit
street-blur-again = Recommencer
street-offline-sent = { $category } (transmis à { $name }, sans votre nom)
street-offline-private = { $category } (pas public : les agents et vous seuls le voyez)
street-waiting-correct = Corriger
