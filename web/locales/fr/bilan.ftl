# Le bilan d’une consultation : composé, modifié, publié.
editor-part-report = Bilan
bilan-title = Bilan : { $consultation }
bilan-occasion = L’objet et le calendrier
bilan-phase = { $name } : du { $from } au { $to }
bilan-people = La participation
bilan-few = Moins de { $count } personnes ont participé ici.
bilan-participants = { $count ->
    [0] Personne n’a participé ici.
    [one] { $count } personne a participé ici.
   *[other] { $count } personnes ont participé ici.
}
bilan-few-remote = Moins de { $count } personnes ont participé depuis un autre serveur.
bilan-remote = { $count ->
    [one] { $count } personne a participé depuis un autre serveur.
   *[other] { $count } personnes ont participé depuis un autre serveur.
}
bilan-contributions = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
bilan-replies = { $count ->
    [one] { $count } réponse entre participants
   *[other] { $count } réponses entre participants
}
bilan-supports = { $count ->
    [one] { $count } soutien
   *[other] { $count } soutiens
}
bilan-said = Ce qui a été dit
bilan-no-theme = Sans thème
bilan-of-theme = { $count ->
    [one] { $count } contribution. La plus soutenue :
   *[other] { $count } contributions. Les plus soutenues :
}
bilan-answered = Ce qui a été répondu
bilan-answers = { $count ->
    [0] Aucune réponse officielle n’a été donnée.
    [one] { $count } réponse officielle a été donnée.
   *[other] { $count } réponses officielles ont été données.
}
bilan-state = { $state } : { $number }
bilan-all-answers = Toutes les réponses et leurs raisons
bilan-votes = Les votes et leurs résultats
bilan-commitments = Les engagements
bilan-lead = Le bilan dit qui a participé, ce qui a été dit, répondu, voté et promis. Il est composé à partir des données, puis vous le complétez avant de le publier.
bilan-composed-at = Chiffres du { $moment }
bilan-published-times = { $count ->
    [one] Publié une fois
   *[other] Publié { $count } fois
}
bilan-title-field = Titre
bilan-body = Texte du bilan
bilan-body-hint = Ajoutez ce que les chiffres ne disent pas : le contexte, les désaccords, les suites. Markdown possible.
bilan-save = Enregistrer le bilan
bilan-publish = Publier cette version
bilan-publish-text = Le texte enregistré devient public, en page et en PDF. Les versions précédentes restent lisibles. Ceux qui suivent la consultation depuis un autre serveur la reçoivent.
bilan-compose = Composer le bilan
bilan-compose-text = Un premier texte est écrit à partir des données d’aujourd’hui. Rien n’est publié.
bilan-again = Repartir des données
bilan-again-text = Un nouveau texte remplace celui que vous avez écrit. Ce qui est publié ne change pas.
bilan-version = Version { $number }, { $day }
bilan-old = Une version plus récente est publiée.
bilan-latest = Lire la dernière version
bilan-pdf = Télécharger en PDF
bilan-versions = Toutes les versions
bilan-read = Lire le bilan de la concertation
fault-body-taken = Quelqu’un a enregistré le bilan entre-temps. Votre texte est gardé ici : enregistrez-le encore pour remplacer l’autre.
flash-bilan-composed = Le bilan est composé. Relisez-le et complétez-le.
flash-bilan-published = Le bilan est publié.
