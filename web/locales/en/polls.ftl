polls-title = Votes
polls-lead = The town asks for your opinion. These votes are advisory.
polls-none = There is no vote yet.
poll-state-draft = Draft
poll-state-upcoming = Coming up
poll-state-open = Open
poll-state-counting = Being counted
poll-state-closed = Closed
poll-state-cancelled = Called off
poll-box-state-draft = Draft
poll-box-state-published = Published
poll-box-state-closed = Closed
poll-box-state-cancelled = Called off
poll-dates = From { $from } to { $to }
poll-answer-for = For
poll-answer-against = Against
poll-answer-abstain = I abstain
poll-answer-support = I support it
poll-answer-live-with = I can live with it
poll-answer-object = I object
poll-fault-few = Choose an answer.
poll-fault-many = { $count ->
    [one] Choose one answer only.
   *[other] Choose at most { $count } answers.
}
poll-fault-repeated = An answer is chosen twice.
poll-fault-withdrawn = An answer was withdrawn. Choose another one.
poll-fault-unknown = This answer is not part of the vote. Choose among the answers offered.
poll-level-confirmed = Account, e-mail confirmed
poll-level-verified = Verified account
poll-level-email_code = Code by e-mail
poll-level-printed_code = Code by letter
poll-level-listed = List of the town
poll-level-desk = At the desk
poll-level-paper = On paper
poll-channel-online = Online
poll-channel-paper = Paper
poll-channel-withheld = Not told
poll-percent = { $count }%
poll-withheld = Too few to be published
poll-voted = A vote was sent from this browser. You can replace it until closing: choose again.
poll-voted-final = A vote was sent from this browser.
poll-my-receipt = See my receipt
poll-choose-one = Your answer
poll-choose-several = Your answers: one or more
poll-review = Review my choice
poll-review-hint = Nothing is sent before you confirm, on the next page.
poll-sign-in = Sign in to vote. Your name will not be tied to your vote.
poll-sign-in-button = Sign in to vote
poll-turnout = { $count ->
    [one] { $count } person has voted. The results will be published at closing.
   *[other] { $count } people have voted. The results will be published at closing.
}
poll-results = Results
poll-ballots = { $count ->
    [one] { $count } ballot counted.
   *[other] { $count } ballots counted.
}
poll-not-survey = This result is not a representative survey: only those who wished to answer did.
poll-quorum-reached = The quorum of { $count } participants is reached.
poll-quorum-missed = The quorum of { $count } participants is not reached.
poll-too-few = Fewer than 11 people voted. The details are not published, so that nobody can guess how another one voted.
poll-table = The results in figures
poll-col-answer = Answer
poll-col-votes = Votes
poll-col-share = Share of ballots
poll-origins = How voters were recognised
poll-col-level = Check
poll-col-channel = Means
poll-col-voters = Voters
poll-csv = Download all ballots, anonymous (CSV)
poll-check-link = Check my receipt
poll-cancelled-text = This vote was called off. The ballots and the roll were destroyed.
poll-rules = The rules of this vote
poll-rule-consultative = This vote is advisory. It helps to decide, it does not decide.
poll-rule-who = Who may vote: anybody with an account here whose e-mail address is confirmed. One account, one vote.
poll-rule-revote = You can replace your vote until closing, from the browser in which you voted. The last one counts.
poll-rule-final = A vote that was sent cannot be changed.
poll-rule-erased = If you delete your account your vote still counts: nothing ties it to you.
poll-rule-small = The results are published at closing, if at least 11 people have voted.
poll-rule-quorum = The quorum is { $count } participants.
poll-rule-lots = In case of a tie the order is this one, drawn by lot before the opening:
poll-not-guaranteed = What is not guaranteed
poll-not-guaranteed-text = Your name and your vote are kept apart, without date or order. But nobody can rule out that an administrator who watches the server during the vote guesses who voted what, that malicious software reads your screen, or that somebody puts you under pressure. One person may have several e-mail addresses.
poll-review-title = Review your vote
poll-chosen = You have chosen
poll-replaces = This vote will replace the one that you have already sent from this browser.
poll-cast = Send my vote
poll-correct = Correct
poll-already = You have already voted. To replace your vote, go back to the browser in which you voted: it alone keeps the receipt. Nobody else can change it, not even we.
poll-already-final = You have already voted. A vote that was sent cannot be changed.
poll-receipt-title = Your vote is in the box
poll-receipt-code = Your receipt
poll-receipt-note = Write it down if you want to check your vote. We do not keep it: it exists only here and in this browser.
poll-receipt-check = After closing, { $date }, you can check with this receipt that your vote was counted.
poll-receipt-revote = Until then you can replace your vote from this browser.
poll-receipt-secret = Show it to nobody: it proves what you voted.
poll-back = Back to the vote
poll-check-title = Check a receipt
poll-check-later = You can check your receipt after the vote has closed.
poll-check-found = This ballot was counted
poll-check-hint = The code that you wrote down after voting.
poll-check-button = Check
poll-check-unknown = No ballot of this vote has this receipt. Check that you copied all of it.
poll-office-lead = Ask everybody a question. The vote is secret and advisory; nothing of it changes after publication.
poll-office-new = Prepare a vote
poll-title = Question
poll-title-hint = One question only, short, that suggests no answer.
poll-description = What there is to know
poll-description-hint = The context, what each answer changes, what the town will do with the result.
poll-form = Form of the vote
poll-form-choose-1 = One answer
poll-form-hint-choose-1 = Everybody chooses one answer among those that you write.
poll-form-approval = Several answers
poll-form-hint-approval = Everybody chooses all answers that suit them.
poll-form-for-against-abstain = For, against, abstain
poll-form-hint-for-against-abstain = For a question that is answered by yes or no.
poll-form-consent = Consent
poll-form-hint-consent = To learn whether a proposal meets objections: I support it, I can live with it, I object.
poll-options = Possible answers
poll-options-hint = One a line, from 2 to 30. Leave it empty for “for, against” and for consent.
poll-opens-at = Opening
poll-opens-at-hint = In the town's local time.
poll-closes-at = Closing
poll-closes-at-hint = From this moment on no vote is taken.
poll-quorum = Quorum
poll-quorum-hint = Number of participants below which the result does not count. 0: none.
poll-revote = Let people change their minds until closing
poll-revote-hint = It also protects those whose vote somebody dictates.
poll-live = Show the number of voters before closing
poll-live-hint = From 11 voters on. The answers stay hidden until closing.
poll-publish-title = Publish this vote
poll-publish-text = Save your changes first and look at the preview. After publication neither the question, nor the answers, nor the dates change.
poll-publish = Publish the vote
poll-remove = Delete the draft
poll-settled = This vote is published: nothing of it changes any more.
poll-see = See the vote
poll-cancel = Call the vote off
poll-cancel-text = Ballots that were sent will be destroyed. The page of the vote will say that it was called off.
flash-voted = Your vote is recorded.
flash-vote-replaced = Your vote is replaced.
flash-poll-published = The vote is published.
flash-poll-cancelled = Done.
editor-part-polls = Votes
privacy-cookie-ballot = : keeps the receipt of your vote, so that only you can replace it. 180 days.
consultation-polls = Votes
poll-fault-same-rank = Two answers have the same rank. Give each a different one.
poll-fault-budget = Your choices are { $amount } over the budget. Take a project out.
poll-fault-few-points = { $count ->
    [one] Give at least { $count } point.
   *[other] Give at least { $count } points.
}
poll-fault-points = You have given { $given } points. You have { $most } in all.
poll-fault-range = Choose a value from { $lowest } to { $highest }.
poll-fault-number = Write a whole number, without a point or a sign.
poll-fault-unanswered = Answer every line.
poll-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
poll-rank = rank { $rank }
poll-unranked = Not ranked
poll-no-answer = No answer
poll-grade-0 = Reject
poll-grade-1 = Insufficient
poll-grade-2 = Fair
poll-grade-3 = Good
poll-grade-4 = Very good
poll-give-points = { $count ->
    [one] You have { $count } point to give.
   *[other] You have { $count } points to share out among the answers. You may keep some.
}
poll-give-ranks = Give rank 1 to the answer you like best, rank 2 to the next, and so on. You may stop whenever you like.
poll-give-steps = Answer line by line. You may leave a line without an answer.
poll-blank-ballot = You have chosen nothing: this is a blank ballot.
poll-report = Who voted, and how
poll-blank = { $count ->
    [one] { $count } of them is blank.
   *[other] { $count } of them are blank.
}
poll-population = { $count ->
    [one] { $count } person could vote. Source:
   *[other] { $count } people could vote. Source:
}
poll-participation = turnout: { $share }
poll-population-unknown = The number of people who could vote was not given.
poll-uncounted-replaced = { $count ->
    [one] { $count } ballot was replaced by its author and is not counted.
   *[other] { $count } ballots were replaced by their authors and are not counted.
}
poll-uncounted-spoiled = { $count ->
    [one] { $count } paper was not a valid ballot and is not counted.
   *[other] { $count } papers were not valid ballots and are not counted.
}
poll-uncounted-missing = { $count ->
    [one] { $count } paper is missing: one more person is noted as having voted on paper.
   *[other] { $count } papers are missing: as many more people are noted as having voted on paper.
}
poll-paper-gap = The papers and the list of voters do not agree. The agents explain:
poll-uncounted-other = { $count ->
    [one] { $count } ballot is not counted.
   *[other] { $count } ballots are not counted.
}
poll-recount = Count again yourself
poll-recount-text = The record holds the rules, every ballot without names, and the result. It is enough to count everything again, with any program you like, or with the command
poll-digest = Fingerprint of the record, taken at closing:
poll-record = Download the record of the vote (JSON)
poll-pb = Download the vote in the format of participatory budgets (.pb)
poll-col-points = Points
poll-col-points-share = Share of points
poll-col-answers-share = Share of answers
poll-col-duels = Duels won
poll-col-duels-share = Share of duels
poll-duels-note = Every answer is compared with every other. It wins a duel when more ballots rank it above. The order is that of the Schulze method.
poll-ranked = { $rank }. { $title }
poll-median = Median answer: { $step }.
poll-judged = Rank { $rank }, majority grade: { $grade }.
poll-decision-adopted = More said “for” than “against”.
poll-decision-rejected = No more said “for” than “against”.
poll-decision-no-quorum = The quorum was not reached: the result does not stand.
poll-decision-given = Nobody objects.
poll-decision-not-given = There is at least one objection.
poll-form-scale = Mark from 1 to 5
poll-form-hint-scale = Everybody gives each answer a mark from 1 to 5. Say in the text what 1 and 5 mean.
poll-form-cumulative = Points to share out
poll-form-hint-cumulative = Everybody shares points out among the answers, by how much they matter.
poll-form-ranking = Ranking
poll-form-hint-ranking = Everybody ranks the answers from best to worst. The result compares the answers two by two.
poll-form-majority-judgment = Majority judgment
poll-form-hint-majority-judgment = Everybody grades each answer, from “very good” to “reject”. The grade in the middle decides. No grade counts as “reject”.
poll-most = At most
poll-most-hint = Number of answers for “several answers”, of points for “points to share out”. Empty: all answers, or 10 points.
poll-size = People who may vote
poll-size-hint = To tell the turnout. Leave it empty if nobody knows.
poll-size-source = Source of this number
poll-size-source-hint = For example: residents aged 16 and over, census of 2023.
