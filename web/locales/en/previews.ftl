# Preview links: a draft, shown to whoever has its address.
preview-title = Preview – { $title }
preview-mark = Preview – a draft, not published
preview-note = This page may still change. Nothing can be sent from here. It is only shown to people whom the authority gave this address: please do not pass it on.
preview-later = Taking part
preview-later-text = Contributions, answers and votes open on the dates shown, once the consultation is published.
preview-funding-goal = Looked for: { $amount }
preview-funding-cost = The project costs { $cost } in all.
preview-funding-where = Gifts, loans or shares will be given on { $host }, never here.
preview-street-lead = What residents will be able to report, and the delay they will be told. A phone will be enough, without an account.
preview-street-how = In three steps
preview-street-private = not public: only agents and the author see it
preview-street-open = open already
preview-map = Contributions will be placed on a map.
preview-themes = Proposed themes
preview-forms = Questionnaires
preview-answers = Possible answers
preview-purpose = What your answers will be used for
preview-state-open = Active
preview-state-ended = Ended
preview-state-revoked = Withdrawn
previews-title = Preview links – { $title }
previews-share = Share a preview
previews-lead = Have a small group read the draft before you publish it. Whoever has the link sees the page as it will be, without an account, and cannot send anything.
previews-new = Create a link
previews-name = For whom
previews-name-hint = Only your colleagues see it. For example: the working group.
previews-days = Duration, in days
previews-days-hint =
    { $count ->
        [one] One day at most. After that the link opens nothing.
       *[other] { $count } days at most. After that the link opens nothing.
    }
previews-do = Create the link
previews-made = The link is ready
previews-made-text = Copy it now: it is shown only once. If you lose it, withdraw it and create another.
previews-address = Address to pass on
previews-open = Open the preview
previews-published-consultation = This consultation is published: earlier preview links lead to its page.
previews-published-funding = This project is published: earlier preview links lead to its page.
previews-published-street = Every category is open: earlier preview links lead to the reports.
previews-published-open_data = Nothing is being prepared: earlier preview links lead to the open data.
previews-links = Links created
previews-none = No link yet.
previews-unnamed = Unnamed
previews-state = State
previews-made-at = Created on
previews-ends = Until
previews-openings = Times opened
previews-act = Action
previews-end = Withdraw
previews-over = Nothing to do
flash-preview-ended = The link is withdrawn: it opens nothing any more.
event-preview_shared = Shared the preview of a draft
event-preview_revoked = Withdrew a preview link
fault-lasts-shape = Give a number of days from 1 to 90.
