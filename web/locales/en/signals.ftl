signal-title = Signal from the fediverse
signal-voters = { $count ->
    [one] { $count } account of other servers answered.
   *[other] { $count } accounts of other servers answered.
}
signal-apart = These accounts are not verified people, nor necessarily inhabitants. Their answers are counted apart: they are no part of the result of the vote.
signal-too-few = Fewer than 11 accounts of other servers answered. The detail is not published.
signal-table = The signal from the fediverse in numbers
signal-col-accounts = Accounts
signal-col-share = Share
poll-until = Vote until { $date }
poll-answer-it = Vote
poll-in-discussion = This vote will be shown in the discussion:
home-polls = Open votes
contribution-office-poll = Attach a vote
signal-rule = People who follow the consultation from other servers may answer too. Their answers are a signal, counted apart: they are not secret and are no part of the result.
