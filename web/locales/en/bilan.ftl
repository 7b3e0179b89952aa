# The report on a consultation: composed, edited, published.
editor-part-report = Report
bilan-title = Report: { $consultation }
bilan-occasion = Subject and calendar
bilan-phase = { $name }: from { $from } to { $to }
bilan-people = Who took part
bilan-few = Fewer than { $count } people took part here.
bilan-participants = { $count ->
    [0] Nobody took part here.
    [one] { $count } person took part here.
   *[other] { $count } people took part here.
}
bilan-few-remote = Fewer than { $count } people took part from another server.
bilan-remote = { $count ->
    [one] { $count } person took part from another server.
   *[other] { $count } people took part from another server.
}
bilan-contributions = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
bilan-replies = { $count ->
    [one] { $count } reply between participants
   *[other] { $count } replies between participants
}
bilan-supports = { $count ->
    [one] { $count } support
   *[other] { $count } supports
}
bilan-said = What was said
bilan-no-theme = Without a theme
bilan-of-theme = { $count ->
    [one] { $count } contribution. The most supported:
   *[other] { $count } contributions. The most supported:
}
bilan-answered = What was answered
bilan-answers = { $count ->
    [0] No official answer was given.
    [one] { $count } official answer was given.
   *[other] { $count } official answers were given.
}
bilan-state = { $state }: { $number }
bilan-all-answers = All answers with their reasons
bilan-votes = The votes and their results
bilan-commitments = The commitments
bilan-lead = The report says who took part, what was said, answered, voted and promised. It is composed from the data; you then complete it before you publish it.
bilan-composed-at = Figures of { $moment }
bilan-published-times = { $count ->
    [one] Published once
   *[other] Published { $count } times
}
bilan-title-field = Title
bilan-body = Text of the report
bilan-body-hint = Add what the figures do not say: context, disagreements, what comes next. Markdown is welcome.
bilan-save = Save the report
bilan-publish = Publish this version
bilan-publish-text = The saved text becomes public, as a page and as a PDF. Earlier versions stay readable. Those who follow the consultation from another server receive it.
bilan-compose = Compose the report
bilan-compose-text = A first text is written from today’s data. Nothing is published.
bilan-again = Start again from the data
bilan-again-text = A new text replaces the one you wrote. What is published does not change.
bilan-version = Version { $number }, { $day }
bilan-old = A later version is published.
bilan-latest = Read the latest version
bilan-pdf = Download as PDF
bilan-versions = All versions
bilan-read = Read the report on this consultation
fault-body-taken = Somebody saved the report in the meantime. Your text is kept here: save it again to replace theirs.
flash-bilan-composed = The report is composed. Read it through and complete it.
flash-bilan-published = The report is published.
