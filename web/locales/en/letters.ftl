# Letters: what the e-mails say.

letter-hello = Hello { $name },
letter-signed = { $place }
letter-why = You receive this message because an account of this platform uses your address, or because somebody typed it there.
letter-not-you = You did not ask for anything? Do nothing: without you, nothing happens.
letter-copy = If the button does not work, copy this address into your browser:

letter-sign_in-subject = Your link to come in – { $place }
letter-sign_in-text = Here is the link to sign in. It is valid for 30 minutes and works once.
letter-sign_in-button = Sign me in
letter-sign_up-subject = Confirm your address – { $place }
letter-sign_up-text = You want to take part, and we are glad. Confirm your address to open your account. The link is valid for 24 hours and works once.
letter-sign_up-button = Open my account
letter-already_member-subject = You already have an account – { $place }
letter-already_member-text = Somebody, probably you, wanted to create an account with this address. It already has one. Here is a link to come in: it is valid for 30 minutes and works once.
letter-already_member-button = Sign me in
letter-account_created-subject = An account is waiting for you – { $place }
letter-account_created-text = The team has opened an account for you. Here is a link to come in: it works once.
letter-account_created-button = Sign me in
letter-password_changed-subject = Your password has changed – { $place }
letter-password_changed-text = The password of your account has just been changed or removed. Your other sessions have ended. If this was not you, ask for a sign-in link, then change your password.
letter-password_changed-button = See my account
letter-role_changed-subject = Your rights have changed – { $place }
letter-role_changed-text = The team has changed the rights of your account. Sign in again to use them.
letter-role_changed-button = See my account
letter-answered-subject = You have received an answer – { $place }
letter-answered-text = An official answer has just been given to your contribution.
letter-answered-button = Read the answer
letter-hidden-subject = Your contribution was hidden – { $place }
letter-hidden-text = The moderators have hidden one of your texts. The reason is given on its page. If you think this is a mistake, write to the authority: it will look at its decision again.
letter-hidden-button = See the reason
letter-questionnaire_confirm-subject = Confirm your answer – { $place }
letter-questionnaire_confirm-text = You answered a questionnaire. Your answer will be counted once you have confirmed your address. Without confirmation it is deleted after 7 days.
letter-questionnaire_confirm-button = Confirm my answer
letter-questionnaire_resume-subject = Your questionnaire is waiting – { $place }
letter-questionnaire_resume-text = Here is the link to go on where you stopped. It is yours alone: do not pass it on. Your answers are kept for 30 days.
letter-questionnaire_resume-button = Go on answering
