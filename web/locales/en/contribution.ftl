# A contribution: its page, replies, forms, reports, history.
contribution-all = Contributions
contribution-gone = This text is no longer shown
contribution-posted = { $kind ->
    [proposal] Idea posted on { $date }
    [discussion] Discussion opened on { $date }
   *[reply] Reply published on { $date }
}
contribution-edited = edited on { $date }
contribution-edited-short = edited
contribution-answer = The answer { place-of }
contribution-answer-by = The answer of { $name }
contribution-answer-original = Read it on the server of { $name }
contribution-answer-of = Answer of { $date }
contribution-older-answers = { $count ->
    [one] Show the earlier answer
   *[other] Show the { $count } earlier answers
}
contribution-text = Text of the contribution
contribution-reply = Reply
contribution-no-reply = Nobody has replied yet.
contribution-no-reply-shut = Nobody replied.
contribution-stances-for = { $count } for
contribution-stances-against = { $count } against
contribution-stances-neutral = { $count } neutral
contribution-your-reply = Your reply
contribution-sign-in = Sign in to reply. All you need is an e-mail address.
contribution-sign-in-button = Sign in to reply
contribution-aside = Support and share
contribution-supports-title = Support
contribution-supporters = { $kind ->
    [discussion] { $count ->
        [0] nobody supports this discussion yet
        [one] person supports this discussion
       *[other] people support this discussion
    }
   *[proposal] { $count ->
        [0] nobody supports this idea yet
        [one] person supports this idea
       *[other] people support this idea
    }
}
contribution-imported-supports = { $count ->
    [one] And { $count } supporter counted where it comes from, never added to ours.
   *[other] And { $count } supporters counted where it comes from, never added to ours.
}
contribution-threshold = “Widely supported” from: { $count }
contribution-threshold-reached = Threshold reached
contribution-threshold-missing = { $count ->
    [one] { $count } more supporter needed
   *[other] { $count } more supporters needed
}
contribution-support-proposal = Support this idea
contribution-support-discussion = Support this discussion
contribution-support-short = Support ({ $count })
contribution-support-reply = { $count ->
    [0] Support
   *[other] Support ({ $count })
}
contribution-supports = { $count ->
    [one] { $count } supporter
   *[other] { $count } supporters
}
contribution-support-hint = You can take your support back as long as participation is open.
contribution-support-shut = Support is closed at the moment.
contribution-you-support = You support this text.
contribution-yours = This is your text
contribution-change = Edit
contribution-withdraw = Withdraw
contribution-office = Town hall
contribution-office-answer = Answer officially
contribution-office-hide = Hide
contribution-hide = Hide
contribution-restore = Show again
contribution-ref = This contribution
contribution-consultation = Consultation
contribution-theme = Theme
contribution-theme-hint = Choose the closest.
contribution-versions = History
contribution-versions-count = { $count ->
    [one] { $count } version
   *[other] { $count } versions, see what changed
}
contribution-imported = Taken over from another site
contribution-follow = Follow
contribution-feed = Feed of this contribution (Atom)
contribution-copy = Copy the link
contribution-copied = Link copied
contribution-report = Report
contribution-report-this = Report this contribution
contribution-reply-of = Reply by { $name }
contribution-by-author = Opened the subject
contribution-official = The authority’s team
contribution-hidden = { $kind ->
    [proposal] This idea was hidden by the moderators on { $date }.
    [discussion] This discussion was hidden by the moderators on { $date }.
   *[reply] This reply was hidden by the moderators on { $date }.
}
contribution-hidden-reason = Reason: { $reason }.
contribution-withdrawn = { $kind ->
    [proposal] This idea was withdrawn by its author on { $date }.
    [discussion] This discussion was withdrawn by its author on { $date }.
   *[reply] This reply was withdrawn by its author on { $date }.
}
contribution-rules = Our rules
contribution-only-you = You still see it, the public no longer does.

contribution-new-proposal = Post an idea
contribution-new-discussion = Open a discussion
contribution-edit-proposal = Edit your idea
contribution-edit-discussion = Edit your discussion
contribution-edit-reply = Edit your reply
contribution-lead-proposal = One idea per page: it will be easier to read, support and follow.
contribution-lead-discussion = A question, an observation, a subject you want to raise.
contribution-title = Title
contribution-title-hint-proposal = A short sentence that says the essential.
contribution-title-hint-discussion = Your subject or your question, in one sentence.
contribution-title-hint-reply = Your opinion in a few words.
contribution-body-proposal = Your idea
contribution-body-discussion = Your text
contribution-body-reply = Your reply
contribution-body-hint-proposal = What, where, for whom, why. An empty line separates two paragraphs, a dash begins a list.
contribution-body-hint-discussion = What you know, what you are asking. An empty line separates two paragraphs.
contribution-body-hint-reply = Please stay courteous.
contribution-note-proposal = Your idea will be public, with your name. Everybody will be able to read it, reply to it and support it. You will be able to edit or withdraw it.
contribution-note-discussion = Your discussion will be public, with your name. Everybody will be able to read it, reply to it and support it. You will be able to edit or withdraw it.
contribution-edit-note = The earlier version can still be read in the history.
contribution-look-first = Somebody may have said it already: read the contributions
contribution-draft-note = We have put back the text you were writing.
contribution-publish-proposal = Publish my idea
contribution-publish-discussion = Publish my discussion
contribution-save = Save
contribution-cancel = Cancel
contribution-back = Back to the contribution

contribution-reply-title = Reply
contribution-reply-to = Reply to { $name }
contribution-stance = You are
contribution-reply-name = Title
contribution-reply-name-hint = Your opinion in a few words.
contribution-reply-body = Your reply
contribution-reply-body-hint = It will be public, with your name. Please stay courteous.
contribution-reply-publish = Publish my reply

contribution-withdraw-button = Withdraw
contribution-withdraw-title-proposal = Withdraw my idea
contribution-withdraw-title-discussion = Withdraw my discussion
contribution-withdraw-title-reply = Withdraw my reply
contribution-withdraw-lead = This is what happens.
contribution-withdraw-text = Your text is no longer shown. A line says that you withdrew it.
contribution-withdraw-replies = Other people’s replies stay online.
contribution-withdraw-vote = Your project leaves the vote: nobody can choose it any more and it cannot win. Ballots that name it still count for the other projects.
contribution-withdraw-common = Your project also stands in a vote that several territories hold together. That vote stays the same everywhere until it ends: your project can still be chosen there.
contribution-withdraw-final = You will not be able to undo this.
contribution-keep = Keep my text

contribution-report-title = Report a contribution
contribution-report-lead = The moderators will read your report. They can hide the text, with a reason that is shown, or keep it.
contribution-report-why = Why report this text?
contribution-report-note = Details
contribution-report-note-hint = Read only by the moderators. Needed for “Another reason”.
contribution-report-send = Send the report

contribution-versions-of = History: { $title }
contribution-versions-between = What changed between version { $before } and version { $version }, on { $date }.
contribution-versions-first = Version { $version }, written on { $date }.
contribution-versions-all = All versions
contribution-version = Version { $version }
contribution-added = underlined: added text
contribution-removed = struck out: removed text
contribution-differences = Differences

fault-title-missing = Give it a title.
fault-body-missing = Write your text.
fault-reason-choice = Choose a reason.
