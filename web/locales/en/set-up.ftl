# The first start.

set-up-eyebrow = First start
set-up-title = Open your public square
set-up-lead = A few answers are enough. Everything can be changed later.
set-up-name = Name of the authority
set-up-name-hint = As on the sign at the entrance.
set-up-kind = Type
set-up-insee = INSEE code
set-up-colour = Colour
set-up-colour-hint = That of the logo. We adjust it so that everything stays readable.
set-up-lang = First language
set-up-lang-hint = For visitors whose language we do not speak.
set-up-contact = How to reach you
set-up-contact-hint = Address of the town hall, e-mail or telephone. At the bottom of every page.
set-up-person = Your administrator account
set-up-person-name = Your name
set-up-person-name-hint = It is public.
set-up-password-hint = At least 15 characters. Without a password you get a link by e-mail each time you sign in: make sure that sending e-mail works.
set-up-do = Open the square
fault-person_name-missing = Give your name.
flash-set-up = The square is open. Now prepare your first consultation.
