# The participatory budget: what everybody reads, and what the services fill in.

budget-tab = Budget
budget-title = Participatory budget: { $consultation }
budget-projects-title = Projects: { $consultation }
budget-works-title = Works: { $consultation }
budget-envelope-named = { $title } ({ $district })
budget-invite = Do you have a project for the town?
budget-invite-text = Just say what, where and why. The services work out the cost for you.
budget-new = Submit a project
budget-new-lead = Say what you would like to see done. You need neither a plan nor a quote.
budget-new-note = Your project is public at once. The services study it, then you get a written answer, whatever it is.
budget-publish = Submit my project
budget-correct = Correct the envelope, place or cost
budget-field-title = Name of the project
budget-field-title-hint = For example: benches in the shade in front of the school.
budget-field-body = Your project
budget-field-body-hint = What would be done, for whom, and what it would change.
budget-field-envelope = Which envelope would pay for it?
budget-field-place = Place
budget-field-place-hint = An address, a square, a district; or nothing if it is everywhere.
budget-field-asked = Cost, if you have an idea
budget-field-asked-hint = In euros, for example 12000. The services will work it out.
budget-envelope-most = { $amount } in all, at most { $most } a project
budget-envelopes = The envelopes of the budget
budget-total = { $amount } to share
budget-envelope = Envelope
budget-amount = Amount
budget-most = at most { $amount } a project
budget-projects = Projects
budget-projects-count = { $count ->
    [0] No project
    [one] { $count } project
   *[other] { $count } projects
}
budget-vote = Vote
budget-vote-see = See the vote
budget-vote-none = Not open yet
budget-funnel = From idea to done
budget-funnel-deposited = { $count ->
    [one] project submitted
   *[other] projects submitted
}
budget-funnel-vote = put to the vote
budget-funnel-selected = chosen
budget-funnel-done = done
budget-waiting = { $count ->
    [one] { $count } author still waits for an answer.
   *[other] { $count } authors still wait for an answer.
}
budget-all-answered = Every author has had an answer.
budget-works = The works
budget-works-sum = { $count ->
    [one] { $done } done of { $count } chosen project.
   *[other] { $done } done of { $count } chosen projects.
}
budget-no-works = No project has been chosen yet. The works will be followed here after the vote.
budget-latest = Latest projects
budget-see-all = { $count ->
    [one] See the project
   *[other] See all { $count } projects
}
budget-no-project = No project yet.
budget-no-such = No project matches this choice.
budget-show-all = See all projects
budget-filter = Filter projects
budget-filter-do = Filter
budget-any-envelope = All envelopes
budget-state = Where the project stands
budget-any-state = All states
budget-cost-short = cost as studied
budget-cost-asked-short = author’s estimate
budget-back = The participatory budget
budget-how = How it works
budget-how-deposit = You submit a project: what, where, why.
budget-how-study = The services study each project and work out its cost. Every author gets a written answer, published with its reasons.
budget-how-campaign = The projects put to the vote are presented and discussed.
budget-how-vote = People vote, project by project, within the envelope.
budget-how-results = Results are published with the calculation, which anybody can redo. Every author is told.
budget-how-works = The chosen projects are carried out. The promised date and any delay are published.
project-title = The project
project-cost = Cost as studied
project-asked = Author’s estimate
project-place = Place
project-into = Merged into
project-merged = Projects merged here
project-works = Carrying it out
project-state-deposited = Submitted
project-state-put_to_vote = Put to the vote
project-state-set_aside = Set aside
project-state-merged = Merged with another
project-state-selected = Chosen
project-state-not_selected = Not chosen
project-verdict-feasible = Feasible
project-verdict-adapted = Feasible once adapted
project-verdict-not_feasible = Not feasible
works-promised = Promised for { $day }
works-done = Done on { $day }
works-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
works-was-late = { $count ->
    [one] Done { $count } day late
   *[other] Done { $count } days late
}
works-in-time = Done in time
flash-project-deposited = Your project is submitted. You will get a written answer.
fault-envelope-missing = Choose an envelope.
fault-asked-shape = Write an amount in euros, for example 12000.
fault-cost-shape = Write an amount in euros, for example 12000.
fault-cost-missing = Give the cost before putting the project to the vote.
fault-cost-choice = This cost is more than the envelope allows for one project.
fault-verdict-missing = First say whether the project is feasible.
fault-verdict-choice = A project that is not feasible cannot be put to the vote.
fault-into-choice = Choose another project from the list.
fault-envelopes-taken = An envelope that holds projects cannot be removed. First move them to another.
fault-done_on-missing = Give the day the works ended.
fault-done_on-shape = Give a past day, or today.
fault-done_on-choice = An end day goes only with works that are done.
fault-news-missing = Explain why the works are stopped.
works-state-planned = Planned
works-state-prepared = Being prepared
works-state-under_way = Under way
works-state-done = Done
works-state-stopped = Stopped
