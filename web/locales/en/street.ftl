# Reports from the street: what everybody sees, a report, the form, the letters.

street-title = Street reports
street-lead = A hole in the road, a lamp that is out, an idea for the street, or a thank you: say it here and follow what is done.
street-make = Report something
street-emergency = Is somebody in immediate danger? Do not write here: call 112.
street-shut = The council takes no reports here for now.
street-count = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
street-none = Nothing to show
street-none-text = No report fits this choice.
street-follow-feed = Follow the reports by Atom feed
street-which-area = Area
street-any-area = All areas
street-follow-these = Follow these reports
street-feed-of = { $place }: reports – { $name }
street-feed = { $place }: street reports
street-number = No. { $number }
street-followers = { $count ->
    [one] { $count } person follows
   *[other] { $count } people follow
}

street-state = Where it stands
street-any-state = All
street-which-open = Open
street-which-closed = Closed
street-category = Category
street-any-category = All
street-kind = Kind
street-any-kind = All
street-kind-which = It is…
street-kind-anomaly = A problem
street-kind-suggestion = A suggestion
street-kind-congratulation = A thank you

street-state-received = Received
street-state-accepted = Accepted
street-state-assigned = Given to a service
street-state-forwarded = Passed on
street-state-in_progress = In progress
street-state-resolved = Done
street-state-refused = Not taken up
street-state-duplicate = Already reported

street-reason-not_ours = This is not within our powers.
street-reason-nothing_found = Nothing was found there.
street-reason-private_ground = It is private ground.
street-reason-not_possible = It cannot be done.
street-reason-decided = Something else was decided already, or the report was taken back.
street-reason-improper = It is not a report.

street-step = Step { $number } of 3
street-next = Continue
street-back = Back
street-place-title = Where is it?
street-address = Address or landmark
street-address-hint = For example: 12 rue des Tilleuls, in front of the school
fault-spot_address-missing = Say where it is: an address, a landmark or a point on the map.
fault-spot-shape = These coordinates will not do. Write both, for example 44.2028, 0.6257.

street-what-title = What is it about?
street-nearby = Already reported here?
street-nearby-hint = This is what was reported close by. If it is the same thing, open it and follow it: that counts just as much.
street-away = { $count ->
    [one] { $count } metre away
   *[other] { $count } metres away
}
street-map = The reports on the map
street-map-gathered = {"{n}"} reports here. Zoom in.

street-words-title = Tell us more
street-photo = Photo
street-photo-hint = JPEG, PNG or WebP, 8 MB at most. No faces or number plates. The place and date hidden in the file are removed.
street-words = What you saw
street-words-hint = A few words are enough. They will be public: no names of people.
street-words-leave = A public report can be followed from Mastodon and other networks: the beginning of your words goes there, in the name of the local authority. Never the photo, your name or your e-mail address.
street-email = Your e-mail address
street-email-hint = To confirm and to keep you informed. It is never shown or passed on.
street-name = Your name
street-name-hint = For the staff only.
street-promise = { $count ->
    [one] Announced delay: { $count } day
   *[other] Announced delay: { $count } days
}
street-private-note = Reports in this category are not public: only the staff and you see them.
street-competent-note = { $name } looks after this: your report is passed on to them, without your name or e-mail address. Their answers appear here.
street-send = Send the report
flash-street-made = Thank you. Your report is registered.
flash-street-followed = You follow this report.
flash-street-unfollowed = You no longer follow this report.
flash-street-confirmed = Confirmed. Thank you.

street-sent-title = Look at your e-mails
street-sent-text = A message is waiting for you. Open it and press the button: without that, nothing is registered.
street-sent-more = Nothing after a few minutes? Look among the unwanted mail. Without confirmation, everything is deleted after seven days.
street-confirm-title = Confirm my report
street-confirm-text = Is this your report? Confirm it, and it goes to the staff.
street-confirm-do = Confirm
street-confirm-follow-title = Follow this report
street-confirm-follow-text = Would you like an e-mail at each step?
street-mail-title = A report that you follow
street-see = See the public page

street-history = What happened
street-day = Reported on
street-due = Promised for
street-late = Late
street-who-is-competent = Who is responsible
street-service = Service
street-followed-by = People who follow
street-followed-elsewhere = People of other servers who follow
street-photo-alt = Photo sent with the report: { $category }
street-hidden = This report is hidden. Only the staff see it.
street-private = This report is not public.
street-same = The same thing is followed here:
street-sent-to = Passed on to
street-came-from = Passed on by
street-silent = No answer for more than seven days. The staff are told.
street-there = See it there
street-me-too = Me too
street-me-too-hint = Do you see the same thing? Follow this report: you will know what is done, and the staff will know that you are several.
street-follow = Follow
street-you-follow = You follow this report.
street-stop = Stop following
street-tend = Work on it

event-street_reported = Street report received
event-street_followed = Street report followed, or no longer
event-street_told = Somebody of another server is told where a report stands
event-street_tended = Worked on a street report
event-street_arranged = Changed the categories or standard answers of street reports
event-street_forwarded = Street report passed on to another authority, or taken back
event-street_heard = Another authority passed on a street report or answered
event-street_changed = Report updated for those who follow groups of reports
event-street_group_changed = Group of reports renamed or removed

letter-street_confirm-subject = Confirm your report – { $place }
letter-street_confirm-text = You reported something. Confirm it so that it reaches the staff. Without confirmation, it is deleted after seven days.
letter-street_confirm-button = Confirm my report
letter-street_follow-subject = Follow a report – { $place }
letter-street_follow-text = You would like to follow a report. Confirm your address to get a message at each step.
letter-street_follow-button = Follow this report
letter-street_received-subject = Your report has arrived – { $place }
letter-street_received-text = The report that you follow is with the staff. You will get a message at each step.
letter-street_received-button = See the report
letter-street_accepted-subject = Your report moves on – { $place }
letter-street_accepted-text = Somebody deals with the report that you follow. The page says who, and what was answered.
letter-street_accepted-button = See where it stands
letter-street_forwarded-subject = Your report is passed on – { $place }
letter-street_forwarded-text = Another authority is responsible: the report that you follow is passed on to them, without your name or address. Their answers appear on the page.
letter-street_forwarded-button = See where it stands
letter-street_resolved-subject = It is done – { $place }
letter-street_resolved-text = What you reported is done. Thank you for your help.
letter-street_resolved-button = See what was done
letter-street_refused-subject = Answer to your report – { $place }
letter-street_refused-text = The report that you follow will not be taken up. The page says why and, if somebody else is responsible, who.
letter-street_refused-button = Read the answer
letter-street_to_tend-subject = A report is yours to look after – { $place }
letter-street_to_tend-text = You look after this report from now on: no. { $title }
letter-street_to_tend-button = Open the report
letter-street_late-subject = Reports of yours are late – { $place }
letter-street_late-text = At least one report that you look after has passed its announced delay. You get this letter once a day at most, and only when another one becomes late.
letter-street_late-button = See my late reports
letter-street_service-subject = A report is given to your service – { $place }
letter-street_service-text = This report is given to your service: no. { $title }
letter-street_service-button = Open the report
letter-street_duplicate-subject = Your report joins another one – { $place }
letter-street_duplicate-text = The same thing had been reported already. You now follow that other report and will hear what comes of it.
letter-street_duplicate-button = See the report

street-blur = Blur a face or a number plate
street-blur-later = You choose what to blur on the next page, before anything is sent.
street-blur-title = Blur the photo
street-blur-lead = Tick the boxes where a face, a number plate or a name can be seen. Nothing has been sent yet.
street-blur-legend = What must be erased
street-blur-hint = Each ticked box becomes one plain colour. This cannot be undone.
street-blur-picture = Your photo
street-blur-cell = Row { $row }, column { $column }
fault-cell-missing = Tick at least one box.
