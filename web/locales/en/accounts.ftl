# Signing in, opening an account, changing it, deleting it.

sign-in-title = Sign in
sign-in-lead = The easiest way: get a link by e-mail. No password to remember.
sign-in-email = Your e-mail address
sign-in-link = Get a sign-in link
sign-in-otherwise = Other ways in
sign-in-with-password = Sign in with a password
sign-in-password = Password
sign-in-newcomer = No account yet?

sent-title = Check your e-mail
sent-sign-in = If there is an account for this address, a link has just been sent to it. It is valid for 30 minutes and works once.
sent-sign-up = We have just sent you a link to confirm your address. It is valid for 24 hours and works once.
sent-nothing = Nothing there? Look in your junk mail, or
sent-again = ask for another link

sign-up-title = Create my account
sign-up-lead = To put forward ideas, reply and support. Reading stays open to everybody, without an account.
sign-up-name = Displayed name
sign-up-name-hint = It is public. Your name, your first name or a pseudonym.
sign-up-email = E-mail address
sign-up-email-hint = It is never shown.
sign-up-password-hint = At least 15 characters; a sentence works very well. Without a password, you get a link each time you sign in.
sign-up-rules = I have read the rules of the platform and will follow them
sign-up-read-rules = Read the rules
sign-up-data = Your address is kept so that we can write to you, and for nothing else.
sign-up-data-more = Your data
sign-up-member = Already have an account?
fault-rules-missing = Read the rules and tick the box to go on.

enter-title = You are almost in
enter-title-new = Your address is confirmed
enter-lead = Hello { $name }, just one button to press.
enter-lead-new = Hello { $name }, press the button to open your account and sign in.
enter-button = Sign me in
enter-button-new = Open my account
enter-not-you = Not you? Simply close this page.

account-title = My account
account-public = See my public page
account-profile = Profile
account-name-hint = It is public.
account-summary = About me
account-summary-hint = Two or three sentences, on your public page.
account-lang = Language of e-mails
account-abroad = Show my name on other platforms
account-abroad-hint = If this platform talks with others, your contributions will appear there under your name. If not, only their beginning appears there, without your name.
account-left-texts = { $count ->
    [one] { $count } of your texts left under your name
   *[other] { $count } of your texts left under your name
}
account-left-servers = { $count ->
    [0] and has not arrived on any server yet.
    [one] for { $count } other server.
   *[other] for { $count } other servers.
}
account-recall = If you withdraw this consent, we ask them to delete these texts and your name. The texts stay here. Most servers do so; we can neither force nor check it. What is deleted will not leave again, even if you change your mind.
account-recalled = { $count ->
    [one] Deletion asked for { $count } text that left under your name.
   *[other] Deletion asked for { $count } texts that left under your name.
}
account-recalled-honest = Copies may remain on a server that no longer answers or does not follow our request.
account-save = Save
account-cancel = Cancel
account-contributions = My contributions
account-no-contribution = You have not written anything yet.
account-see-consultations = See the consultations
account-written = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
account-col-title = Title
account-col-date = Published on
account-col-answer = Answer
account-col-supports = Supports
account-untitled = Untitled
account-withdrawn = Withdrawn
account-hidden = Hidden
account-no-answer = Not yet
account-all = See all my contributions
account-sessions = Where I am signed in
account-sessions-lead = The devices on which you are signed in. If you do not recognise one, end the other sessions and change your password.
account-device-unknown = Unknown device
account-this-device = (this one)
account-session-since = Since { $when }
account-close-sessions = End the other sessions
account-side = Security and data
account-entry = Signing in
account-has-password = You come in with a password or with a link sent by e-mail.
account-has-no-password = You come in with a link sent by e-mail.
account-change-password = Change my password
account-choose-password = Choose a password
account-data = My data
account-data-lead = Everything the platform knows about you, in one file.
account-export = Download my data
account-delete-lead = You choose what becomes of your texts.

password-title = Password
password-lead = A password is optional: a link by e-mail is always enough to come in.
password-current = Current password
password-new = New password
password-hint = At least 15 characters. A sentence of your own works very well. No capital or digit required.
password-save = Save this password
password-remove = Stop using a password
password-effect = Your other sessions will end, and an e-mail will confirm it.
password-wrong = The current password is wrong.

delete-title = Delete my account
delete-lead = This is final. Here is what happens.
delete-effect-account = Your address, your name and your description are erased.
delete-effect-supports = Your supports are taken back.
delete-effect-backup = Backups that still contain them are destroyed in due time. Should one be used, your account is erased again.
delete-export = Download my data first
delete-remains = What becomes of your contributions?
delete-keep = Leave them, without my name
delete-keep-hint = The debate stays readable. Nobody sees any more that they come from you.
delete-withdraw = Withdraw them too
delete-withdraw-hint = Their texts are erased. In their place, readers see that they were withdrawn. So are your calls to act; a petition that is open already stays, without your name, for those who signed it.
delete-confirm = Type your e-mail address to confirm
delete-stay = Keep my account

flash-signed-in = You are signed in.
flash-signed-out = You are signed out. See you soon.
flash-welcome = Your account is open. Welcome!
flash-saved = Your changes are saved.
flash-sessions-closed = Your other sessions have ended.
flash-password-set = Your password is saved. Your other sessions have ended.
flash-password-removed = You no longer have a password. To come in, ask for a link by e-mail.
flash-account-deleted = Your account is deleted. Thank you for taking part.
