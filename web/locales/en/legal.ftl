# What the platform says of itself.

how-title = How this platform works
how-lead = Four stages, always the same. At each of them you know what the authority will do with your opinion.
how-phase-information = The authority explains the project, what is decided and what is not.
how-phase-contribution = You put forward ideas, reply and support.
how-phase-analysis = The services read everything.
how-phase-answer = The authority answers, idea by idea, and signs.
how-phase-campaign = Project holders present their projects, and everybody discusses them.
how-phase-vote = Everybody votes. Nothing is shown before the vote ends.
how-phase-works = The chosen projects are carried out, and progress is published.
how-levels = How far participation goes
how-levels-text = Each consultation announces its level from the start, and says how your contributions will be used.
how-participation-information = The authority informs you. It has decided or will decide alone.
how-participation-consultation = You give your opinion. The authority decides alone, and says what it has taken up.
how-participation-concertation = You discuss and propose. The authority decides, and explains each of its choices.
how-participation-co_production = You decide together with the authority.
how-order = In which order contributions are shown
how-order-random = At random, and the draw differs from one visitor to the next. So nobody is always at the top of the list, and the first to arrive have no advantage.
how-order-others = You can choose another order: latest, most supported, most discussed. A search first shows what holds your words best. No calculation depends on who you are or on what you have read.
how-order-imported = Supports received on another platform, before an import, are shown apart. They are never mixed with those given here.
how-marks = What the marks mean
how-mark-supported = “Widely supported”: the contribution has received at least the number of supports announced by the consultation. It is counted, not decided.
how-mark-quality = “Recognised quality”: an officer found the contribution well argued or useful to the debate.
how-mark-impact = “Changed the project”: an officer states that the contribution changed the decision.
how-thresholds = Number of supports needed to be widely supported, in the open consultations:
how-threshold = { $count ->
    [0] : no threshold
    [one] : { $count } support
   *[other] : { $count } supports
}
how-moderation = The moderation rules
how-moderation-text = A text may be hidden for one of these reasons, and for no other:
how-moderation-after = The reason is always shown in place of the text. The author receives it by e-mail and may contest it with the authority. Nothing is read or sorted before it is published, and no software decides.
how-moderation-who = Who moderates?
how-moderators = { $count ->
    [0] Nobody is in charge of moderation yet.
    [one] { $count } person of the authority.
   *[other] { $count } people of the authority.
}
how-moderation-journal = Each decision is written in a journal that cannot be erased.
how-moderation-figures = Over the past year
how-hidden = { $count ->
    [one] text hidden
   *[other] texts hidden
}
how-restored = { $count ->
    [one] text shown again
   *[other] texts shown again
}
how-decided = { $count ->
    [one] report examined
   *[other] reports examined
}
how-roles = Who can do what
how-role-visitor = Reads everything, without an account.
how-role-remote = Takes part from an account on another server, if the consultation accepts it. Counted apart.
how-role-citizen = Puts forward ideas, starts discussions, replies, supports and reports, when the stage allows it.
how-role-stakeholder = Like a citizen, on behalf of a recognised association or organisation. Some stages are open to them.
how-role-agent = Prepares consultations and answers on behalf of the authority.
how-role-moderator = Examines reports and hides what breaks the rules.
how-role-administrator = Does all of this, and manages accounts and settings.
how-limits = What the platform does not tell
how-limit-sample = The people who take part here do not represent the whole population. A number of contributions is not a poll.
how-limit-support = A support is not a vote. It helps to see what matters; it decides nothing.
how-limit-accounts = An account needs an e-mail address, not an identity card. So one person may have several, even though this is against the rules.
how-limit-order = What is shown first is read more. Sorted by supports, what was published early keeps its lead.
how-limit-several = One person may take part from several servers. What comes from there is counted apart.
how-limit-length = { $count ->
   *[other] A text has at most { $count } characters.
}

accessibility-title = Accessibility: not compliant
accessibility-lead = { $place } undertakes to make this platform accessible to all, in accordance with article 47 of French law no. 2005-102 of 11 February 2005.
accessibility-state = State of compliance
accessibility-not = This platform does not comply with the French general accessibility framework (RGAA 4.1.2).
accessibility-why = No audit has been made yet. As long as there is none, the law requires us to write “not compliant”, even when much work has been done.
accessibility-done = What has been done
accessibility-done-tests = Every page is checked by an automatic tool, in the three languages, on small and large screens.
accessibility-done-keyboard = Everything works with the keyboard alone, and you can always see where you are.
accessibility-done-contrast = Colours are computed to stay readable, by day, by night and in high contrast.
accessibility-done-script = Everything works without JavaScript, and every page is written with screen readers in mind.
accessibility-unknown = What we do not know yet
accessibility-unknown-text = Automatic tools see less than half of the obstacles. The texts, pictures and documents added by the people who write here are not checked.
accessibility-contact = An obstacle? Tell us
accessibility-contact-text = If you cannot read or use a page, write to us: we will give you the information in another way, and correct the page.
accessibility-appeal = Appeal
accessibility-appeal-text = If you have told us about an obstacle and received no satisfactory answer, you may turn to the French Defender of Rights.
accessibility-appeal-link = Site of the Defender of Rights
accessibility-appeal-post = By post, without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

privacy-title = Personal data
privacy-lead = { $place } is responsible for this platform. Here is everything it keeps about you, why and for how long.
privacy-kept = What is kept
privacy-col-what = What
privacy-col-why = Why
privacy-col-long = For how long
privacy-line-account-what = Your e-mail address, your language, and a hash of your password if you have one
privacy-line-account-why = To let you in and to write to you. Never shown.
privacy-line-account-long = Until you delete your account
privacy-line-public-what = Your displayed name and your description
privacy-line-public-why = To say who is speaking. Public.
privacy-line-public-long = Until you delete your account
privacy-line-texts-what = Your contributions and their versions
privacy-line-texts-why = The debate. Public.
privacy-line-texts-long = Without limit, or until you withdraw them. When you delete your account they lose your name or are erased, as you choose.
privacy-line-supports-what = Your supports
privacy-line-supports-why = To count them only once. Only their number is public.
privacy-line-supports-long = Until you take them back or delete your account
privacy-line-meetings-what = Your registrations for meetings: name and e-mail address if you have no account
privacy-line-meetings-why = Keep your place and write to you. Known to the staff, never published.
privacy-line-meetings-long = 60 days after the meeting; 2 days if you do not confirm
privacy-line-sessions-what = Your sessions: date and kind of device
privacy-line-sessions-why = To keep you signed in and let you recognise a session that is not yours.
privacy-line-sessions-long = At most { $days } days, { $idle } days without a visit. For the team: at most { $hours } hours, { $unused } hours without a visit.
privacy-line-links-what = The sign-in links sent by e-mail
privacy-line-links-why = To make sure that the address is yours.
privacy-line-links-long = { $minutes } minutes, or { $hours } hours to open an account
privacy-line-letters-what = E-mails waiting to be sent
privacy-line-letters-why = To send them in spite of a failure.
privacy-line-letters-long = Until they are sent, at most { $days } days
privacy-line-reports-what = Your reports
privacy-line-reports-why = To examine them. Known to the moderators only.
privacy-line-reports-long = Without limit, without your name once your account is deleted
privacy-line-journal-what = The journal of acts: who did what, without any text
privacy-line-journal-why = To be able to account for what was done, by the team above all.
privacy-line-journal-long = Without limit. Once your account is deleted, nothing in it leads to you.
privacy-not = What is not kept
privacy-not-address = Your IP address serves, during a visit, to prevent abuse. It is neither stored nor written in technical logs.
privacy-not-third = No page calls on another site: no font, no map, no social network, no advertising.
privacy-not-audience = Nobody measures your visit.
privacy-cookies = Cookies
privacy-cookies-text = Reading sets no cookie. These only come from what you do, and the law requires no consent for them:
privacy-cookie-session = : to recognise you once you are signed in. Erased when you sign out.
privacy-cookie-lang = : to remember the language you chose. One year.
privacy-cookie-next = : to bring you back to your page after a link sent by e-mail. 30 minutes.
privacy-cookie-left = : to recognise you when you come back, if you sign in with an account of another server. 10 minutes.
privacy-rights = Your rights
privacy-rights-text = You can correct, download and erase your data yourself:
privacy-rights-write = For any question, or to object to the use of your data, write to the authority or to its data protection officer.
privacy-rights-appeal = If its answer does not satisfy you, you may turn to the
privacy-rights-cnil = French data protection authority (CNIL)
privacy-elsewhere = And elsewhere?
privacy-elsewhere-text = For now, nothing of what you write leaves for other platforms. When exchanges open, your name will appear there only if you agreed to it in your account.

legal-title = Legal notice
legal-publisher = Publisher
legal-siren = SIREN
legal-contact = Contact
legal-missing = The authority has not completed this page yet: publication director, hosting provider.
legal-software = The software
legal-software-text = This platform is Parvis, free software under the AGPL licence, version 3 or later. Everybody may read it, correct it and use it.
legal-source = Read the source code
legal-texts = The texts that are published
legal-texts-text = Each contribution belongs to the person who wrote it. By publishing it, they agree that it be read, quoted and reused to inform the public decision.

source-title = Source code
source-lead = This platform is free software. You have the right to its code, in the version that is answering you here.
source-software = Software
source-version = Version
source-licence = Licence
source-licence-name = GNU Affero General Public License, version 3 or later
source-operator = Operator
source-where = Where to get the code
source-published = The operator publishes it at this address:
source-ask = The operator has not published an address. Ask them for the code: the licence obliges them to give it to you, with their own changes.
source-rights = What you may do with it
source-rights-text = Read it, check it, change it, share it and use it, as long as you leave others the same rights.
