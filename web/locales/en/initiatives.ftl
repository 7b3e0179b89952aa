# Taking action and petitions: initiatives, signatures, answers.
actions-title = Take action
actions-lead = Initiatives of the local authority, of organisations and of residents, to go from ideas to acts.
actions-lead-consultation = What you can do, right now, after “{ $title }”.
actions-feed = Take action and petitions – { $place }
actions-follow = Follow the initiatives (Atom)
petitions-title = Petitions
petitions-lead = Ask something of the local authority. When enough people sign, it must answer.
petitions-closed = The local authority has not opened petitions.
petitions-file = Download the figures (CSV)
petition-rules = Rules of petitions
petition-rule-days = { $count ->
    [one] People sign for { $count } day.
   *[other] People sign for { $count } days.
}
petition-rule-threshold = { $count ->
    [one] The local authority answers from { $count } signature.
   *[other] The local authority answers from { $count } signatures.
}
petition-rule-answer = { $count ->
    [one] It has { $count } day to answer. Its delay is shown.
   *[other] It has { $count } days to answer. Its delay is shown.
}
petition-rule-names = The number of signatures is public. Your name is only if you want it to be.
action-new = Propose an initiative
petition-new = Start a petition
action-new-lead = A member of staff reads your proposal before it is published. You get their decision by e-mail, with its reasons.
petition-new-lead = A member of staff checks that the petition is admissible, then publishes it. The text does not change after that.
initiatives-tabs = Choose the initiatives
initiatives-open = Open
initiatives-over = Over
initiatives-none = Nothing for now.
initiatives-office = Manage the initiatives
initiative-acted = { $count ->
    [one] person acted
   *[other] people acted
}
initiative-signed = { $count ->
    [one] signature
   *[other] signatures
}
initiative-until = Until { $day }
initiative-nobody = Author gone
initiative-kind-act = Initiative
initiative-kind-petition = Petition
initiative-standing-proposed = Being examined
initiative-standing-declined = Not admitted
initiative-standing-open = Open
initiative-standing-reached = Threshold reached, answer due
initiative-standing-answered = Answered
initiative-standing-over = Over
initiative-ground-not_competent = The local authority is not competent
initiative-ground-unlawful = Against the law, or accuses somebody
initiative-ground-duplicate = Already asked
initiative-ground-commercial = Advertising or fundraising
initiative-ground-unclear = It is not clear what is asked
initiative-ground-other = Another reason
initiative-declined = This proposal is not admitted
initiative-waits = A member of staff will read this proposal. For now, only you and the staff see it.
initiative-aside = Take part
action-text = What it is about
action-part = Take action
action-go = Take action
action-leads-to = This button leads to another site:
action-done = I have acted
action-done-hint = Only the number is shown, never your name.
action-you-acted = You have acted. Thank you.
action-sign-in = Sign in to say “I have acted”
initiative-take-back = Take it back
initiative-elsewhere = To take part here, you need an account of this site.
initiative-end = End it
petition-text = What is asked
petition-part = Sign
petition-of = of { $count }
petition-promise = At { $threshold } signatures, the local authority must answer within { $days } days.
petition-due = Answer due by
petition-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
petition-was-late = { $count ->
    [one] Answered { $count } day late
   *[other] Answered { $count } days late
}
petition-named = Show my name
petition-named-hint = Otherwise only your signature is counted.
petition-sign = Sign the petition
petition-sign-in = Sign in to sign
petition-you-signed = You have signed. Thank you.
petition-signers = Signed and show their name
petition-signers-hint = The other signatures are counted without a name.
petition-answer = Answer of the local authority
initiative-title = Title
initiative-title-hint = A sentence with a verb. Example: Plant a hedge with us on Saturday.
initiative-body = Text
initiative-body-hint = Say what, why and for whom. Markdown is possible.
initiative-send = Send the proposal
action-link = Address where one acts
action-link-hint = It begins with https://. The name of the site is shown.
action-closes = Last day
action-closes-hint = Leave empty if there is none.
fault-link-missing = Give the address where one acts.
fault-closes_on-order = This day is past.
fault-threshold-shape = Give a number from 2 to 1,000,000.
fault-days-shape = Give a number of days from 7 to 730.
fault-answer_days-shape = Give a number of days from 7 to 365.
office-nav-initiatives = Actions and petitions
initiatives-desk = Actions and petitions
initiatives-desk-lead = Decide about what is proposed, answer petitions, and call for action yourself.
initiatives-waiting = To do
initiatives-all = All
initiatives-none-waiting = Nothing waits.
initiative-col-kind = What
initiative-col-count = People
initiative-promoter = Proposed by
initiative-public = See the page
action-promote = Call for action
action-promote-lead = The initiative is published at once, in the name of the local authority.
action-publish = Publish the initiative
action-consultation = Consultation
action-no-consultation = None
initiative-admit-title = Accept
action-admit-text = The initiative is published and its author told. First check where the link leads.
petition-admit-text = The petition is published with the rules of this day. The local authority commits itself to answer if the threshold is reached.
initiative-admit = Accept and publish
initiative-decline-title = Decline
initiative-ground = Ground
initiative-reason = Explanation
initiative-reason-hint = The author reads it. Say what they can do.
initiative-decline = Decline on this ground
petition-answer-title = Answer the petition
petition-answer-text = The answer is published once, on the page and in the public record. Nobody signs after that.
petition-answer-state = Decision
petition-answer-hint = Say what is decided, why, and for when.
petition-answer-signed = Signed by
petition-answer-signed-hint = Example: Claire Morel, deputy mayor for roads.
petition-answer-publish = Publish the answer
fault-signed_by-missing = Say who signs the answer.
petition-rules-lead = What the local authority promises. Petitions that are already published keep the rules of their day.
petition-rules-open = Open petitions
petition-rules-open-hint = Residents and organisations can propose some.
petition-rules-threshold = Signatures that oblige to answer
petition-rules-threshold-hint = Often 1 to 2% of the residents.
petition-rules-days = Days to sign
petition-rules-days-hint = From 7 to 730.
petition-rules-answer = Days to answer
petition-rules-answer-hint = From 7 to 365. A delay is shown to everybody.
flash-initiative-thanks = It is counted. Thank you.
flash-initiative-taken-back = It is taken back.
flash-initiative-ended = It is over.
flash-initiative-proposed = Your proposal is sent. A member of staff will read it.
flash-initiative-published = It is published.
flash-initiative-declined = The proposal is declined. Its author is told.
flash-petition-answered = The answer is published.
letter-initiative_admitted-subject = Your proposal is published – { $place }
letter-initiative_admitted-text = Your proposal “{ $title }” is accepted. Everybody can read it and take part.
letter-initiative_admitted-button = See the page
letter-initiative_declined-subject = Your proposal is not published – { $place }
letter-initiative_declined-text = Your proposal “{ $title }” is not admitted. Its page tells you why.
letter-initiative_declined-button = Read the reason
letter-petition_reached-subject = Your petition reaches the threshold – { $place }
letter-petition_reached-text = Enough people have signed your petition “{ $title }”. The local authority must now answer; the date is on the page.
letter-petition_reached-button = See the petition
letter-petition_to_answer-subject = A petition waits for an answer – { $place }
letter-petition_to_answer-text = The petition “{ $title }” reaches the threshold. The local authority promised to answer it by a date that everybody sees.
letter-petition_to_answer-button = Answer
letter-petition_answered-subject = The local authority answers your petition – { $place }
letter-petition_answered-text = The answer to your petition “{ $title }” is published.
letter-petition_answered-button = Read the answer
event-initiative_proposed = Proposed an initiative
event-initiative_promoted = Called for action
event-initiative_decided = Decided about an initiative
event-initiative_changed = Changed an initiative
event-act_noted = Somebody took part in an initiative
event-petition_reached = A petition reached the threshold
event-petition_answered = Answered a petition
event-petition_rules_changed = Changed the rules of petitions
initiative-act-admitted = admitted
initiative-act-declined = declined
initiative-act-ended = ended
