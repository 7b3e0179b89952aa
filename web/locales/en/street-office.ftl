# Street reports: what the staff see.

office-nav-street = Street reports
street-queue = Queue
street-enter = Enter for somebody
street-figures = Figures
street-arrange = Categories and standard answers
street-waiting = { $count ->
    [one] { $count } report to read
   *[other] { $count } reports to read
}
street-late-count = { $count ->
    [one] { $count } late
   *[other] { $count } late
}
street-silent-count = { $count ->
    [one] { $count } passed on without an answer
   *[other] { $count } passed on without an answer
}
street-whose = Which
street-whose-open = Open
street-whose-mine = Mine
street-whose-nobody = Nobody’s
street-whose-late = Late
street-whose-silent = Passed on without an answer
street-no-delay = No delay
street-channel = Came by
street-channel-web = The site
street-channel-phone = Telephone
street-channel-letter = Letter
street-channel-desk = Desk
street-channel-open311 = An application (Open311)
street-channel-collectivity = Another authority
street-take-back = Take this report back
street-reporter = Who reported it
street-reporter-hint = For the staff only. An e-mail address is used to keep the person informed: ask whether they want that.
street-reporter-name = Name of the person
street-reporter-email = E-mail of the person
street-reporter-phone = Telephone of the person
street-template = Standard answer
street-template-use = Use this text
street-template-name = Name of the standard answer
street-template-add = Add
street-template-remove = Remove
street-templates = Standard answers
street-templates-hint = Ready-made texts, to take up and change when answering.
street-reason = Reason
street-reason-hint = Needed for “Not taken up”.
street-competent = Who is responsible
street-competent-hint = Needed if it is not within your powers: name the authority or the company.
street-answer = Public answer
street-answer-hint = Read by everybody, and announced by e-mail to those who follow.
street-agent = Agent
street-note = Internal note
street-note-hint = For the staff only.
street-tend-save = Save and tell
flash-street-tended = Saved. Those who follow are told.
street-forward = Pass on to another authority
street-forward-hint = The report leaves signed, with nothing of whoever made it. The answers appear here and on its page.
street-forward-to = Responsible authority
street-forward-do = Pass on
fault-to-choice = Choose a recognised authority.
fault-to-order = This report cannot be passed on: it is not public, it comes from another authority, or it is closed.
fault-next-choice = This report cannot move to that state. Choose another one.
street-merge = Join with another report
street-merge-hint = Those who follow this one will follow the other one.
street-merge-into = Number of the other report
street-merge-do = Join
fault-same_as-choice = Give the number of another report that is not itself a duplicate.
street-hide = Hide this report
street-show = Show again
street-enter-lead = For a person who calls, writes or comes. The channel is kept.
street-enter-words-hint = What the person says, without names: this text will be public.
street-enter-save = Save
street-arrange-lead = What can be reported, who looks after it, and how fast. Without a category, nobody can report anything.
street-category-new = Add a category
street-category-change = Change the category
street-category-name = Name of the category
street-category-name-hint = For example: Street lighting
street-category-closed = Closed
street-category-closed-hint = Nothing more can be reported. What was reported stays.
street-category-private = Not public
street-category-private-hint = Only the staff and whoever made them see these reports.
street-family = Group
street-family-hint = For example: Roads. Categories of one group stand together.
street-description = What belongs to it
street-description-hint = For example: a lamp that is out, flickers or is damaged
street-service-hint = For example: Technical services
street-referent = Referent
street-days = Announced delay, in days
street-days-hint = Zero: no delay announced.
street-competent-peer = Responsible authority
street-competent-peer-hint = If it is not yours, each report is passed on to it as soon as it is confirmed.
street-ours = Ours
street-figures-lead = Confirmed reports of the last three years, duplicates apart.
street-month = Month
street-came = Came
street-closed = Closed
street-days-taken = Days on average
street-figures-file = Download the figures (CSV)

street-blur-open = Blur a face or a number plate
street-blur-office = Tick the boxes where a face, a number plate or a name can be seen. The photo as it was is erased.
street-blur-do = Blur
street-areas = Areas
street-areas-lead = Say who looks after reports in a part of the territory. The most precise area wins when a report arrives; elsewhere the category decides.
street-area = Area
street-area-hint = For example: Old town
street-area-new = Add an area
street-area-add = Add the area
street-area-remove = Remove
street-area-own = As the category
street-area-file = Outline (GeoJSON file)
street-area-file-hint = 2 MB at most, in degrees (WGS 84).
street-area-perimeter = Or a perimeter that is on a map already
street-area-service-hint = A service, an agent, or both.
fault-referent-missing = Name a service or choose an agent.
street-whose-my_late = Mine, late
street-services = Services
street-services-lead = A service with an address gets a letter when a report is given to it: the number, the place and the words that everybody may read, nothing about whoever made it.
street-service-email = E-mail address
street-service-email-hint = Leave it empty for no letters.
street-service-none = No address
street-service-contact = Where a service gets its letters
street-service-name-hint = Written exactly as in the categories, the areas and the reports.
street-service-queue = Its reports
street-service-hint-letter = A service that has an address gets a letter when the report is given to it.
street-any-service = All services
