# Les lettres : ce que disent les e-mails.

letter-hello = Bonjour { $name },
letter-signed = { $place }
letter-why = Vous recevez ce message parce qu’un compte de cette plateforme utilise votre adresse, ou que quelqu’un l’y a écrite.
letter-not-you = Vous n’avez rien demandé ? Ne faites rien : sans vous, rien ne se passe.
letter-copy = Si le bouton ne marche pas, copiez cette adresse dans votre navigateur :

letter-sign_in-subject = Votre lien pour entrer – { $place }
letter-sign_in-text = Voici le lien pour vous connecter. Il est valable 30 minutes et ne sert qu’une fois.
letter-sign_in-button = Me connecter
letter-sign_up-subject = Confirmez votre adresse – { $place }
letter-sign_up-text = Vous voulez participer, et nous en sommes heureux. Confirmez votre adresse pour ouvrir votre compte. Le lien est valable 24 heures et ne sert qu’une fois.
letter-sign_up-button = Ouvrir mon compte
letter-already_member-subject = Vous avez déjà un compte – { $place }
letter-already_member-text = Quelqu’un, sans doute vous, a voulu créer un compte avec cette adresse. Elle en a déjà un. Voici un lien pour entrer : il est valable 30 minutes et ne sert qu’une fois.
letter-already_member-button = Me connecter
letter-account_created-subject = Un compte vous attend – { $place }
letter-account_created-text = L’équipe a ouvert un compte pour vous. Voici un lien pour entrer : il ne sert qu’une fois.
letter-account_created-button = Me connecter
letter-password_changed-subject = Votre mot de passe a changé – { $place }
letter-password_changed-text = Le mot de passe de votre compte vient d’être changé ou retiré. Vos autres connexions ont été fermées. Si ce n’est pas vous, demandez un lien de connexion, puis changez de mot de passe.
letter-password_changed-button = Voir mon compte
letter-role_changed-subject = Vos droits ont changé – { $place }
letter-role_changed-text = L’équipe a changé les droits de votre compte. Connectez-vous de nouveau pour en profiter.
letter-role_changed-button = Voir mon compte
letter-answered-subject = La collectivité vous a répondu – { $place }
letter-answered-text = Une réponse officielle vient d’être donnée à votre contribution.
letter-answered-button = Lire la réponse
letter-hidden-subject = Votre contribution a été masquée – { $place }
letter-hidden-text = La modération a masqué un de vos textes. La raison est indiquée sur sa page. Si vous pensez que c’est une erreur, répondez à la collectivité : elle reverra sa décision.
letter-hidden-button = Voir la raison
letter-questionnaire_confirm-subject = Confirmez votre réponse – { $place }
letter-questionnaire_confirm-text = Vous avez répondu à un questionnaire de la collectivité. Votre réponse sera comptée quand vous aurez confirmé votre adresse. Sans confirmation, elle est effacée au bout de 7 jours.
letter-questionnaire_confirm-button = Confirmer ma réponse
letter-questionnaire_resume-subject = Votre questionnaire vous attend – { $place }
letter-questionnaire_resume-text = Voici le lien pour reprendre votre questionnaire là où vous en étiez. Il n’est qu’à vous : ne le transmettez à personne. Vos réponses sont gardées 30 jours.
letter-questionnaire_resume-button = Reprendre le questionnaire
