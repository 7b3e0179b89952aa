# Home page of the collectivity.
home-title = Home
home-lead = Here { place-the } says what is planned, you say what you think, and you get an answer.
home-about = About
home-more = Read more
home-take-part = Take part
home-how = How it works
home-open = Open consultations
home-all = All consultations
home-none = No consultation is open
home-none-text = The next one will be announced here.
home-follow = Be told through the news feed (Atom)
home-answers = Answers { place-of }
home-latest = What you propose
home-closed = Closed consultations
home-all-closed = All closed ones
home-figures = Participation in figures
home-figure-open = { $count ->
    [one] open consultation
   *[other] open consultations
}
home-figure-answers = { $count ->
    [one] decision { place-of }, with its reason
   *[other] decisions { place-of }, with their reasons
}
home-figure-members = { $count ->
    [one] person signed up
   *[other] people signed up
}
home-month = The last 30 days
home-figure-contributions = { $count ->
    [one] idea or discussion
   *[other] ideas and discussions
}
home-figure-replies = { $count ->
    [one] reply between residents
   *[other] replies between residents
}
home-figure-supports = { $count ->
    [one] support given
   *[other] supports given
}
home-trend-new = none in the 30 days before
home-trend-same = as many as in the 30 days before
home-trend-more = { $count } more than in the 30 days before
home-trend-less = { $count } fewer than in the 30 days before
