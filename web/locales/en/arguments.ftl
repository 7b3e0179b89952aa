contribution-polls = Votes
contribution-side-for = { $count } for
contribution-side-against = { $count } against
contribution-side-neither = { $count ->
    [one] { $count } reply that is neither, or from elsewhere
   *[other] { $count } replies that are neither, or from elsewhere
}
contribution-side-empty = Nobody has answered like this yet.
contribution-office-list = Show the replies in one list
contribution-office-sides = Show for and against side by side
promise-title = Promised answer
promise-lead = { $count ->
    [one] The threshold of this consultation is { $count } supporter.
   *[other] The threshold of this consultation is { $count } supporters.
}
promise-tick = Promise an official answer to every proposal that reaches the threshold
promise-hint = The promise is shown. Proposals that wait for it appear in your list of tasks.
promise-no-threshold = Set a threshold of supporters first, further up on this page.
promise-public = { $count ->
    [one] A proposal with { $count } supporter gets an official answer.
   *[other] A proposal with { $count } supporters gets an official answer.
}
promise-due = An official answer is promised.
office-task-promised = { $count ->
    [one] proposal waits for the promised answer
   *[other] proposals wait for the promised answer
}
office-promised = Answer promised
office-promised-only = Only those to which an answer is promised
event-discussion_arranged = Changed how replies are shown
event-promise_changed = Changed the promise to answer
