# What lists show: cards, states, marks, and what the collectivity is called in a sentence.

# The collectivity, by what it is.
place-the = { $place ->
    [commune] the town
    [intercommunality] the joint authority
    [department] the département
    [region] the region
    [state] the State
   *[other] the authority
}
place-of = { $place ->
    [commune] from the town
    [intercommunality] from the joint authority
    [department] from the département
    [region] from the region
    [state] from the State
   *[other] from the authority
}

participation-information = Information
participation-consultation = Consultation
participation-concertation = Joint discussion
participation-co_production = Co-production

phase-kind-information = Information
phase-kind-contribution = Contributions
phase-kind-analysis = Study
phase-kind-answer = Answers
phase-kind-campaign = Campaign
phase-kind-vote = Vote
phase-kind-works = Works

stage-draft = Draft
stage-upcoming = Opening soon
stage-information = Information
stage-contribution = Open
stage-analysis = Being studied
stage-answer = Answers coming in
stage-campaign = Campaign under way
stage-vote = Vote under way
stage-works = Works under way
stage-pause = Between two stages
stage-closed = Closed

answer-state-received = Received
answer-state-under_study = Under study
answer-state-accepted = Accepted
answer-state-partly_accepted = Accepted in part
answer-state-refused = Refused
answer-state-done = Done
answer-state-put_to_vote = Put to the vote
answer-state-merged = Merged with another

mark-widely_supported = Widely supported
mark-quality = Recognised for quality
mark-impact = Changed the project

kind-proposal = Idea
kind-discussion = Discussion
kind-reply = Reply

stance-for = For
stance-against = Against
stance-neutral = Neutral

reason-abuse = Attack on a person: insult, threat, harassment
reason-hate = Call for hatred, violence or discrimination
reason-personal_data = Private information about somebody
reason-spam = Advertising or repeated message
reason-off_topic = Nothing to do with the subject
reason-duplicate = Says the same as another contribution
reason-illegal = Against the law for another reason
reason-other = Another reason

order-random = Random
order-recent = Latest first
order-supported = Most supported first
order-discussed = Most discussed first

cards-opens = Opens on { $date }
cards-days-left = { $count ->
    [0] Ends today, { $date }
    [one] { $count } day left, until { $date }
   *[other] { $count } days left, until { $date }
}
cards-until = Until { $date }
cards-studied-until = Being studied until { $date }
cards-answered-until = Answers until { $date }
cards-works-until = Works until { $date }
cards-resumes = Resumes on { $date }
cards-ended = Closed on { $date }
cards-participants = { $count ->
    [one] { $count } participant
   *[other] { $count } participants
}
cards-contributions = { $count ->
    [0] No contribution
    [one] { $count } contribution
   *[other] { $count } contributions
}
cards-supports = { $count ->
    [one] supporter
   *[other] supporters
}
cards-imported = + { $count } imported
cards-replies = { $count ->
    [0] No reply
    [one] { $count } reply
   *[other] { $count } replies
}
cards-support = Support
cards-take-back = Take back my support
cards-you-support = You already support it.
cards-signed = Signed by { $name }
cards-author-erased = Deleted account
cards-author-unknown = Author not given
cards-pages = Pages of results
cards-page = Page { $number }
cards-previous = Previous page
cards-next = Next page

flash-idea-published = Your idea is published.
flash-discussion-started = Your discussion is open.
flash-reply-published = Your reply is published.
flash-text-changed = Your text is changed. The earlier version is kept.
flash-withdrawn = Your text is withdrawn.
flash-reported = Thank you. Your report has gone to the moderators.
flash-supported = Your support is recorded.
flash-support-taken-back = Your support is taken back.
