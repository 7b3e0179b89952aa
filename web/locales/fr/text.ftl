# Le texte mis en discussion : paragraphes, amendements, texte final.
text-tab = Texte
editor-part-text = Texte
text-state-draft = En préparation
text-state-open = Ouvert aux amendements
text-state-closed = En cours de décision
text-state-settled = Texte adopté
text-hint-draft = Seuls les agents lisent ce texte pour le moment. Ouvrez-le depuis le bureau.
text-hint-open = Choisissez le numéro d’un paragraphe pour le soutenir, le commenter ou proposer d’autres mots.
text-hint-closed = On ne propose plus rien. Chaque amendement reçoit une décision avec sa raison.
text-hint-settled = Chaque amendement a reçu une décision. Le texte adopté montre ce qui a changé.
text-aside = Comment participer à ce texte
text-how = Participer au texte
text-amendments = { $count ->
    [one] amendement
   *[other] amendements
}
text-result = Voir ce que devient le texte
text-file = Télécharger les amendements (CSV)
text-result-of = Ce que devient « { $title } »
text-result-settled = Texte adopté le { $day }.
text-result-so-far = Les décisions prises jusqu’ici. D’autres peuvent suivre.
text-result-same = Rien ne change pour le moment.
text-views = Façons de lire le texte
text-view-changes = Les changements
text-view-after = Avec les changements
text-view-before = Tel qu’il était
text-new = +
text-why = Pourquoi ce changement
text-back = Revenir au texte
diff-added = ajouté :
diff-removed = supprimé :
paragraph-title = Paragraphe { $number }
paragraph-of = Paragraphe { $number } – { $title }
paragraph-amendments = { $count ->
    [one] { $count } amendement
   *[other] { $count } amendements
}
paragraph-remarks = { $count ->
    [one] { $count } commentaire
   *[other] { $count } commentaires
}
paragraph-supports = { $count ->
    [one] { $count } soutien
   *[other] { $count } soutiens
}
paragraph-kept = { $count ->
    [one] { $count } retenu
   *[other] { $count } retenus
}
paragraph-amendments-all = Amendements ({ $count })
paragraph-remarks-all = Commentaires ({ $count })
paragraph-support = Garder ce paragraphe
paragraph-said = Ce qu’on en dit
paragraph-lists = Amendements ou commentaires
paragraph-no-amendment = Personne n’a encore proposé de changement.
paragraph-no-remark = Personne n’a encore commenté ce paragraphe.
paragraph-around = Autres paragraphes
paragraph-previous = Paragraphe précédent
paragraph-next = Paragraphe suivant
amend-do = Proposer un changement
amend-what = Que proposez-vous ?
amend-choice-replace = Changer les mots de ce paragraphe
amend-choice-insert = Ajouter un paragraphe après celui-ci
amend-choice-remove = Supprimer ce paragraphe
amend-wording = Vos mots
amend-wording-hint = Le paragraphe tel qu’il devrait être, ou le nouveau paragraphe. Pour le supprimer, laissez ce champ tel quel.
amend-reason = Pourquoi ?
amend-reason-hint = Une ou deux phrases suffisent. Cette raison est publiée avec votre amendement.
amend-note = Votre amendement est public. D’autres peuvent le soutenir et y répondre. La décision et sa raison vous seront envoyées.
amend-publish = Publier l’amendement
remark-do = Commenter
remark-text = Votre commentaire
remark-hint = Dites ce que vous pensez de ce paragraphe. Votre commentaire est public.
remark-publish = Publier le commentaire
amend-title-replace = Paragraphe { $number }, autres mots : { $words }
amend-title-remove = Paragraphe { $number }, à supprimer : { $words }
amend-title-insert = Après le paragraphe { $number }, à ajouter : { $words }
amend-title-remark = Paragraphe { $number } : { $words }
amend-word-replace = Change les mots du paragraphe { $number }
amend-word-remove = Supprime le paragraphe { $number }
amend-word-insert = Ajoute un paragraphe après le paragraphe { $number }
amend-word-remark = Commentaire sur le paragraphe { $number }
amend-outcome-open = En attente de décision
amend-outcome-accepted = Accepté
amend-outcome-partly = Accepté en partie
amend-outcome-rejected = Non retenu
amend-kept = Les mots retenus :
amend-see = Lire le paragraphe et les autres amendements
text-office-lead = Mettez un texte en discussion, paragraphe par paragraphe : règlement, charte, projet de délibération. Vous décidez de chaque amendement et dites pourquoi.
text-office-where = Où en est le texte
text-office-paragraphs = { $count ->
    [one] { $count } paragraphe
   *[other] { $count } paragraphes
}
text-open = Ouvrir le texte à tous
text-open-hint = Relisez-le d’abord : une fois ouvert, ses mots ne changent plus que par des amendements. La phase de la consultation dit qui peut participer.
text-remove = Supprimer ce brouillon
text-close = Fermer le texte aux amendements
text-settle = Adopter le texte
text-reopen = Rouvrir le texte
text-undecided = { $count ->
    [one] { $count } amendement attend une décision.
   *[other] { $count } amendements attendent une décision.
}
text-office-amendments = Amendements
text-office-waiting = À décider
text-office-all = Tous
text-office-none = Aucun amendement ici.
text-office-paragraph = Paragraphe
text-office-amendment = Amendement
text-office-author = Proposé par
text-office-supports = Soutiens
text-write = Le texte
text-title = Titre du texte
text-title-hint = Par exemple : « Charte des jardins partagés ».
text-introduction = Introduction
text-introduction-hint = D’où vient ce texte, à quoi il sert, ce qui peut changer. Markdown possible.
text-body = Texte à discuter
text-body-hint = Collez le texte. Une ligne vide sépare deux paragraphes ; « # » ou « Article 1 » fait un titre ; un tiret fait un élément de liste. Les numéros se font seuls.
text-save = Enregistrer le texte
amend-others = { $count ->
    [one] Un autre changement est déjà retenu
   *[other] { $count } autres changements sont déjà retenus
}
amend-others-text = Pour en retenir un de plus sur le même paragraphe, écrivez les mots définitifs qui tiennent compte de tous.
amend-gone = (paragraphe supprimé)
amend-decide = Décider
amend-decide-text = La décision et sa raison sont publiées et envoyées à l’auteur. Vous pouvez décider à nouveau tant que le texte n’est pas adopté.
amend-decision = Décision
amend-decision-accepted = Accepter tel quel
amend-decision-partly = Accepter en partie, avec les mots ci-dessous
amend-decision-rejected = Ne pas retenir
amend-final = Mots définitifs
amend-final-hint = Nécessaires pour une acceptation partielle, ou quand un autre changement du même paragraphe est déjà retenu. Pour une suppression, laissez vide.
amend-answer = Pourquoi cette décision
amend-answer-hint = Au moins une phrase. L’auteur et tout le monde la lisent.
amend-decide-do = Publier la décision
amend-settled = Le texte est adopté : ses décisions ne changent plus.
fault-word-choice = Choisissez ce que vous proposez.
fault-wording-missing = Écrivez les mots que vous proposez.
fault-wording-choice = Ces mots sont ceux du paragraphe : changez-les, ou soutenez le paragraphe.
fault-remark-missing = Écrivez votre commentaire.
fault-text-missing = Collez un texte avec au moins un paragraphe.
fault-text-too_long = Ce texte est trop long : au plus 300 paragraphes, et 5 000 caractères par paragraphe.
fault-outcome-choice = Choisissez une décision.
fault-final_words-missing = Écrivez les mots définitifs du paragraphe.
fault-settle-missing = Des amendements attendent encore une décision.
event-text_prepared = A préparé le texte en discussion
event-text_changed = A changé l’état du texte en discussion
event-paragraph_supported = Soutien d’un paragraphe
flash-amended = Votre amendement est publié.
flash-remarked = Votre commentaire est publié.
flash-text-opened = Le texte est ouvert.
flash-text-closed = Le texte est fermé aux amendements.
flash-text-settled = Le texte est adopté.
flash-text-removed = Le brouillon du texte est supprimé.
text-held = { $count ->
    [one] { $count } amendement attend d’être relu par la modération avant de pouvoir être décidé.
   *[other] { $count } amendements attendent d’être relus par la modération avant de pouvoir être décidés.
}
text-stale = Quelqu’un d’autre a enregistré ce texte entre-temps. Le vôtre est gardé ci-dessous. Ouvrez l’autre version dans un nouvel onglet pour comparer ; enregistrer la remplacera.
text-opened-meanwhile = Le texte a été ouvert à tous entre-temps : ses mots ne changent plus que par des amendements. Le vôtre est gardé ci-dessous, copiez ce qu’il faut.
amend-concealed = Cet amendement n’est plus visible. Votre décision change le texte ; l’auteur ne reçoit pas de réponse.
amend-concealed-open = Cet amendement n’est plus visible : il n’y a rien à décider.
fault-final_words-choice = Ces mots sont ceux de cet amendement seul : ils effaceraient l’autre changement retenu. Écrivez les mots qui tiennent compte des deux.
fault-settle-choice = Des amendements attendent d’être relus par la modération.
event-amendment_decided = A décidé d’un amendement retiré ou masqué
flash-text-held = Votre texte est envoyé. La modération le relit avant de le publier.
