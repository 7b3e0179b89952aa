# What is on every page: header, footer, forms, dates.

site-title-fault = Error: {""}
site-skip = Skip to content
site-menu = Menu
site-nav = Main navigation
site-breadcrumb = You are here
site-home = Home
site-consultations = Consultations
site-how = How it works
site-search = Search
site-account = My account
site-sign-in = Sign in
site-sign-out = Sign out
site-nowhere = Parvis
site-of-commune = Consultations of the municipality
site-of-intercommunality = Consultations of the intermunicipality
site-of-department = Consultations of the department
site-of-region = Consultations of the region
site-of-state = Consultations of the State
site-of-other = Consultations

footer-take-part = Take part
footer-consultations = Consultations
footer-how = How this platform works
footer-moderation = Moderation rules
footer-follow = Follow
footer-feed = Subscribe to new consultations (Atom)
footer-legal = Legal information
footer-notice = Legal notice
footer-privacy = Personal data
footer-accessibility = Accessibility: not compliant
footer-language = Language
footer-software = This site is free software:
footer-source = source code

form-optional = (optional)
form-kept = Your text has been kept.
form-left = {"{n}"} characters left
form-faults = { $count ->
    [one] { $count } point to correct
   *[other] { $count } points to correct
}

fault-missing = Please fill this in.
fault-too_short = { $count ->
    [one] Write at least { $count } character.
   *[other] Write at least { $count } characters.
}
fault-too_long = { $count ->
    [one] Write { $count } character at most.
   *[other] Write { $count } characters at most.
}
fault-shape = This is not in the expected form. Look at the example.
fault-choice = Choose one of the options offered.
fault-order = This date comes before the one it should follow.
fault-taken = This is already taken. Choose something else.
fault-too_common = This password is too easy to guess. A sentence of your own works very well.
fault-not_a_picture = This file is not a readable JPEG, PNG or WebP picture.
fault-too_heavy = The picture is too large: { $count } MB at most.
fault-email-missing = Give your e-mail address.
fault-email-shape = Give an e-mail address, for example name@example.org.
fault-email-taken = This address already has an account.
fault-name-missing = Give a name.
fault-insee_code-shape = An INSEE code has five characters, for example 59350 (two or three for a department or a region).
fault-siren-shape = A SIREN number has nine digits. Check them: one of them is wrong.
fault-accent-shape = Give a colour, for example #17617a.
fault-time_zone-shape = Give a time zone, for example Europe/Paris.
fault-confirm-shape = This is not the address of this account.

role-visitor = Visitor
role-citizen = Citizen
role-stakeholder = Stakeholder
role-agent = Officer
role-moderator = Moderator
role-administrator = Administrator

territory-kind-commune = Municipality
territory-kind-intercommunality = Intermunicipality
territory-kind-department = Department
territory-kind-region = Region
territory-kind-state = State
territory-kind-other = Other

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-first = 1
date-day = { $day } { $month } { $year }
date-time = { $hour }:{ $minute }
date-moment = { $day } at { $time }
ago-now = just now
ago-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
