# What went wrong: what happened, what is kept, what to do.

error-title = Something went wrong
error-number = Error { $status }
error-home = Go to the home page
error-back = Back to the previous page
error-sign-in = Sign in

error-title-400 = We could not understand this request
error-title-403 = You cannot do this
error-title-404 = This page does not exist or is not public
error-title-405 = This page does not open like this
error-title-409 = This is no longer possible
error-title-410 = This is no longer here
error-title-413 = What you sent is too large
error-title-422 = Some points need correcting
error-title-429 = Too many attempts in a short time
error-title-500 = Something went wrong on our side
error-title-503 = The site is busy
error-title-507 = There is no space left to save anything

error-text-400 = Nothing was changed. Go back to the previous page and try again.
error-text-405 = Nothing was changed. Start from the home page to find your page.
error-text-413 = Nothing was saved. A picture or a file may weigh { $size } MB at most. Go back with your browser’s own button: your text is still there. Then choose a smaller file, or shorten a very long text.
error-text-422 = Nothing was saved. Go back to the previous page: your text is still there.
error-text-500 = Nothing was changed. The incident has been noted. Try again in a few minutes.
error-text-503 = Nothing was changed. Try again in a minute: your text is still in the previous page.
error-text-507 = What you sent was not saved. The technical team must make room. Keep your text and come back later.
error-text-forged = This form was opened too long ago, or does not come from this site. Nothing was changed. Go back to the page, reload it and send it again.

refusal-not_found = The address may be incomplete, or the page has been removed.
refusal-sign_in_first = Sign in first, then try again.
refusal-not_your_role = Your account does not have this right.
refusal-not_yours = Only the person who wrote this text can change or withdraw it. And nobody can report their own.
refusal-not_open_now = This is not open at the moment. Look at the stages of the consultation.
refusal-not_published = This consultation is not published yet.
refusal-withdrawn = The author has withdrawn this text.
refusal-hidden = This text was hidden by the moderators. The reason is given on its page.
refusal-already_done = This is already done.
refusal-too_deep = This thread goes no deeper. Reply to the message before it.
refusal-stale = Somebody changed this text while you were writing. Copy yours, open the new version and continue there.
refusal-settled = The authority has already answered this text: it can no longer change.
refusal-link_expired = This link is too old or has already been used. Ask for another one.
refusal-wrong_credentials = The address or the password is wrong.
refusal-too_many_attempts = Wait a moment, then try again.
refusal-suspended = This account is suspended. Write to the authority to find out why.
refusal-last_administrator = At least one administrator must remain. Appoint somebody else first.
refusal-taken = This is already taken. Choose something else.
refusal-no_phase = Add at least one stage first: without a stage nobody could take part.
error-written = What you had written
error-written-text = Nothing is lost. Copy your text, or send it again in a moment.
error-written-again = Send again
refusal-answered = Answers have already been given, so the questions no longer change. Close this questionnaire, duplicate it, and edit the copy.
refusal-no_room = There is no room left: 20 pages and 100 questions at most.
refusal-decided_elsewhere = This consultation is decided by the authority that runs it: its texts, themes and phases change only there.
refusal-not_offered = This consultation is not offered to your territory.
refusal-needs_network = A consultation that other territories carry, or may carry, reaches at least the network of territories.
