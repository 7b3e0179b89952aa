# A consultation: learn more; and the list of all of them.
consultation-all = Consultations
consultation-all-lead = What { place-the } is preparing with you, and what has been decided.
consultation-by = { $level } organised by { $organiser }
consultation-dates = From { $from } to { $to }
consultation-tabs = Pages of the consultation
consultation-tab-learn = Learn more
consultation-tab-involved = Get involved
consultation-tab-results = Answers
consultation-edit = Edit this consultation
consultation-draft = This is a draft. Only the team can see it.
consultation-steps = The stages
consultation-step = Stage { $number } of { $of }, until { $date }.
consultation-step-past = Finished
consultation-step-now = Now
consultation-step-next = To come
consultation-steps-more = What happens at each stage
consultation-use = How your opinion will be used
consultation-promise-information = Information: { place-the } explains a project to you and answers your questions.
consultation-promise-consultation = Consultation: you give your opinion. The decision is taken by { place-the }, and explained.
consultation-promise-concertation = Joint discussion: you discuss and propose. The decision is taken by { place-the }, which explains what is kept and why.
consultation-promise-co_production = Co-production: you shape the project and decide together with { place-the }.
consultation-promised-information = Information: { $name } explains a project to you and answers your questions.
consultation-promised-consultation = Consultation: you give your opinion. The decision is taken by { $name }, and explained.
consultation-promised-concertation = Joint discussion: you discuss and propose. The decision is taken by { $name }, which explains what is kept and why.
consultation-promised-co_production = Co-production: you shape the project and decide together with { $name }.
consultation-about = About
consultation-stakes = What is at stake
consultation-settled = What is already decided
consultation-open-points = What is open to debate
consultation-aside = Take part and follow
consultation-join = Your turn
consultation-already = { $count ->
    [0] Nothing is online yet.
    [one] { $count } idea or discussion is already online. Read it, support it, reply.
   *[other] { $count } ideas and discussions are already online. Read, support, reply.
}
consultation-read = Read the contributions
consultation-progress = Where do things stand?
consultation-standing-draft = The consultation is not published yet.
consultation-standing-upcoming = The consultation is about to begin.
consultation-standing-information = Now is the time to find out more. Participation opens next.
consultation-standing-contribution = The discussion is under way. You can take part.
consultation-standing-analysis = Your contributions are being read and studied.
consultation-standing-answer = The answers { place-of } are coming in one by one.
consultation-standing-pause = One stage is over, the next is about to begin.
consultation-standing-closed = The consultation is over. Everything can still be read.
consultation-count-participants = { $count ->
    [one] participant
   *[other] participants
}
consultation-count-contributions = { $count ->
    [one] idea or discussion
   *[other] ideas and discussions
}
consultation-count-supported = { $threshold ->
    [one] widely supported (one supporter or more)
   *[other] widely supported ({ $threshold } supporters or more)
}
consultation-count-quality = { $count ->
    [one] contribution recognised for quality
   *[other] contributions recognised for quality
}
consultation-count-impact = { $count ->
    [one] contribution changed the project
   *[other] contributions changed the project
}
consultation-answers = Decisions { place-of }
consultation-of = { $count } of { $of }
consultation-follow = Follow
consultation-feed = Subscribe to the feed (Atom)
consultation-preview = Preview
consultation-preview-note = Preview: this is what somebody without an account will see once the consultation is published.
