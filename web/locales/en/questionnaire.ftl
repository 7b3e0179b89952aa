# Answering a questionnaire.
questionnaire-word = Questionnaire
questionnaire-named = Questionnaire: { $title }
questionnaire-offer = Answer the questionnaire: { $title }
questionnaire-stage-draft = Draft
questionnaire-stage-upcoming = Soon
questionnaire-stage-open = Open
questionnaire-stage-closed = Closed
questionnaire-size = { $questions } questions, { $pages } pages
questionnaire-opens = Opens on { $date }
questionnaire-until = Until { $date }
questionnaire-who-everyone = Open to everybody, with an e-mail address to confirm
questionnaire-who-accounts = For people with an account, one answer each
questionnaire-draft = This questionnaire is not published. Only the team sees it.
questionnaire-already = You have already answered. Thank you!
questionnaire-see-mine = See where my answer stands
questionnaire-data = What becomes of your answers
questionnaire-data-read = Only the collectivity’s staff read your answers. Totals may be published, and chosen texts, without any name.
questionnaire-data-kept = { $count ->
    [one] They are kept for { $count } day after closing, then deleted.
   *[other] They are kept for { $count } days after closing, then deleted.
}
questionnaire-data-here = They stay on this site and go to no other.
questionnaire-data-erase = You can delete your answer at any time. It also goes with your account. Totals already published, which are about nobody, no longer change.
questionnaire-data-contact = A question about your data? { $contact }
questionnaire-start = Start
questionnaire-resume = Go on
questionnaire-begun = You have begun: your answers are kept.
questionnaire-sign-in-why = You need an account to answer, so that everybody answers once.
questionnaire-sign-in = Sign in to answer
questionnaire-see-results = See the results
questionnaire-closed = This questionnaire is closed. Its results are not published yet.
questionnaire-step = Step { $number } of { $of }
questionnaire-page-number = Page { $count }
questionnaire-next = Continue
questionnaire-to-recap = Check my answers
questionnaire-back = Back
questionnaire-save-later = Save and go on later
questionnaire-kept-account = Your answers are kept with your account at each step.
questionnaire-kept-link = Your answers are kept at each step. The address of this page is yours alone: do not give it to anybody.
questionnaire-recap = Check and send
questionnaire-recap-lead = Check your answers. Nothing is sent until you press the button.
questionnaire-change = Change
questionnaire-unanswered = No answer
questionnaire-email = Your e-mail address
questionnaire-email-hint = We send a link to it: your answer counts once you have followed it. The address is not kept with your answers.
questionnaire-once = Once sent, your answers can no longer be changed.
questionnaire-send = Send my answers
questionnaire-later = Go on later
questionnaire-later-lead = Your answers are saved. Get a link to go on within 30 days.
questionnaire-later-hint = It is used to send you this link, and is not kept.
questionnaire-later-send = Get the link
questionnaire-thanks = Thank you for your answer
questionnaire-sent-sent = One thing is left: open the e-mail we have just sent you and confirm. Without it your answer does not count.
questionnaire-sent-counted = Your answer is recorded and counts.
questionnaire-sent-flagged = Your answer is recorded, but set apart: an answer has already been given with this mailbox. The team will look and decide whether it counts.
questionnaire-results-when = Results may be published after { $date }, on the questionnaire’s page.
questionnaire-erase-title = Delete my answer
questionnaire-erase-text = Everything you answered goes, files included.
questionnaire-erase = Delete my answer
questionnaire-erase-confirm = Your answer will be deleted. Press again to confirm.
questionnaire-confirm = Confirm my answer
questionnaire-confirm-text = Press the button for your answer to count.
questionnaire-to-start = Back to the questionnaire
questionnaire-unranked = Not ranked
questionnaire-other = Other
questionnaire-other-which = Other: which?
questionnaire-hint-several = Several answers are possible.
questionnaire-hint-least = { $count ->
    [one] Choose at least { $count } answer.
   *[other] Choose at least { $count } answers.
}
questionnaire-hint-most = { $count ->
    [one] Choose { $count } answer at most.
   *[other] Choose { $count } answers at most.
}
questionnaire-hint-between = Choose { $least } to { $most } answers.
questionnaire-hint-ranking = Give rank 1 to what matters most to you. You may leave answers without a rank.
questionnaire-hint-scale = { $least }: { $low } – { $most }: { $high }
questionnaire-hint-file = A picture (JPEG, PNG or WebP) or a PDF, 8 MB at most. Place and date of pictures are removed. Only staff open this file.
questionnaire-file-there = A file has arrived. Choosing another replaces it.
questionnaire-condition = Asked if the answer to “{ $question }” is “{ $choice }”.
questionnaire-cell = { $row }: { $column }
questionnaire-fault-missing = An answer is needed.
questionnaire-fault-other = Write your other answer, or untick “Other”.
questionnaire-fault-few = { $count ->
    [one] Choose at least { $count } answer.
   *[other] Choose at least { $count } answers.
}
questionnaire-fault-many = { $count ->
    [one] Choose { $count } answer at most.
   *[other] Choose { $count } answers at most.
}
questionnaire-fault-rank = Two answers have the same rank. Give each its own.
questionnaire-fault-row = Answer every line.
questionnaire-fault-file = This file is neither a readable picture (JPEG, PNG, WebP) nor a PDF.
questionnaire-fault-heavy = This file is too large: { $count } MB at most.
questionnaire-results = Results
questionnaire-results-of = Results: { $title }
questionnaire-results-counted = { $count ->
    [one] { $count } counted answer
   *[other] { $count } counted answers
}
questionnaire-results-since = Published on { $date }. These figures no longer change.
questionnaire-results-not-poll = This is not a representative survey: whoever wished answered.
questionnaire-results-everyone = One answer for each confirmed e-mail address or account. Unconfirmed answers are not counted.
questionnaire-results-accounts = One answer for each account.
questionnaire-results-few = Fewer than { $count } people answered this question: its figures are not shown, so that nobody is recognised.
questionnaire-results-people = { $count ->
    [one] { $count } person answered.
   *[other] { $count } people answered.
}
questionnaire-results-multiple = Several answers were possible: the total exceeds 100%.
questionnaire-results-ranking = Points: among { $count } answers, the first gets one point less than their number, the next one less again, and so on.
questionnaire-results-answer = Answer
questionnaire-results-number = Number
questionnaire-results-points = Points
questionnaire-results-quotes = Answers chosen by the team
questionnaire-results-read = Read the texts
flash-questionnaire-saved = Your answers are saved with your account.
flash-questionnaire-link-sent = The link is on its way. Look in your mailbox.
flash-questionnaire-erased = Your answer is deleted.
