# The vote of a participatory budget: the basket, the rule, what is chosen.
ballot-choose = Choose your projects
ballot-choose-hint = Add and remove as much as you like. Nothing is sent before the end.
ballot-left = You have { $amount } left
ballot-over = { $amount } too much
ballot-of = of { $amount }
ballot-choices-left = { $count ->
    [one] You have { $count } choice left
   *[other] You have { $count } choices left
}
ballot-count = { $count ->
    [0] no project chosen
    [one] { $count } project chosen
   *[other] { $count } projects chosen
}
ballot-missing = You need { $amount } more to add it.
ballot-no-choice-left = To add it, take another one out.
ballot-chosen = Chosen
ballot-more = Learn more
ballot-page = See the page of the project
ballot-put-in = Add
ballot-take-out = Remove
ballot-undo = Undo
ballot-total = Cost of your choices: { $total }.
ballot-total-left = Cost of your choices: { $total }. { $left } is left.
ballot-rule-title = How projects are chosen
ballot-rule-shares = Equal shares, with a comparison
ballot-how-shares = Every voter gets an equal share of the budget. A project is chosen when those who picked it can pay for it together with their shares. If money is left, the shares grow by one euro, again and again, as long as the budget allows. At the end this is compared with the most picked projects: if more voters have more of their projects there, that result counts.
ballot-fit-shares = Every group of residents weighs according to its size. Some money may be left.
ballot-rule-shares_alone = Equal shares
ballot-how-shares_alone = Every voter gets an equal share of the budget. A project is chosen when those who picked it can pay for it together with their shares. If money is left, the shares grow by one euro, again and again, as long as the budget allows.
ballot-fit-shares_alone = Every group of residents weighs according to its size. Some money may be left.
ballot-rule-shares_greedy = Equal shares, completed with the most picked
ballot-how-shares_greedy = Every voter gets an equal share of the budget. A project is chosen when those who picked it can pay for it together with their shares. The shares grow by one euro, again and again, as long as the budget allows. With the money that is left, the most picked projects are chosen.
ballot-fit-shares_greedy = Every group of residents weighs according to its size, and nearly all the money is used.
ballot-rule-greedy = Most picked first
ballot-how-greedy = Projects are ordered by votes or points. The first is chosen, then the next, as long as the money lasts. A project that costs more than what is left is skipped.
ballot-fit-greedy = Easy to explain. A large group can take everything, and smaller neighbourhoods get nothing.
ballot-rule-greedy_per_cost = Most votes per euro first
ballot-how-greedy_per_cost = Projects are ordered by votes or points divided by their cost. They are chosen in this order, as long as the money lasts.
ballot-fit-greedy_per_cost = Chooses many small projects. A large project useful to all has little chance.
ballot-rule-phragmen = Paying as we go (Phragmén)
ballot-how-phragmen = Every voter receives money continuously, at the same pace. A project is chosen as soon as those who picked it can pay for it together. It ends at the first that would exceed the budget.
ballot-fit-phragmen = Every group of residents weighs according to its size. Money may be left.
ballot-rule-other = A special rule
ballot-how-other = This rule was written for this vote. Here it is with all its parameters.
ballot-fit-other = Ask the local authority to explain it.
ballot-budget = Budget
ballot-spent = Allocated
ballot-rest = Not allocated
ballot-table = Project by project
ballot-project = Project
ballot-cost = Cost
ballot-outcome = Result
ballot-won = Chosen
ballot-why-withdrawn = Withdrawn
ballot-why-nobody = Nobody picked it.
ballot-why-not-eligible = Too few votes for its cost, or the rule had stopped before.
ballot-why-stopped = The rule had stopped before.
ballot-why-left = When its turn came, { $left } was left. { $missing } was missing.
ballot-why-supporters = Those who picked it still had { $left } of their shares. { $missing } was missing.
ballot-share = In the run that counts, each voter’s share was { $amount }, rounded down to the cent.
ballot-prefer = { $shares } voters have more projects with equal shares, { $greedy } with the most picked first.
ballot-prefer-shares = So the result is that of equal shares.
ballot-prefer-greedy = So the result is that of the most picked first.
ballot-office-new = Prepare the vote of a budget
ballot-office-title = Title of the vote
ballot-office-title-hint = For example: Participatory budget 2026, station district.
ballot-office-budget = Budget, in euros
ballot-office-budget-hint = The whole amount that this vote shares out.
ballot-office-projects = Projects
ballot-office-projects-hint = One a line: the cost in euros, a semicolon, the title. At most 200.
ballot-office-given = { $count ->
    [one] The budget is { $amount }, for { $count } project. It comes from the projects of the consultation.
   *[other] The budget is { $amount }, for { $count } projects. They come from the projects of the consultation.
}
ballot-office-form = Form of the ballot
ballot-form-knapsack = A basket to fill
ballot-form-hint-knapsack = Everybody picks projects as long as the budget lasts.
ballot-form-approval = A number of projects
ballot-form-hint-approval = Everybody picks a few projects, whatever they cost.
ballot-form-cumulative = Points to share out
ballot-form-hint-cumulative = Everybody shares points out among the projects.
ballot-office-most = At most
ballot-office-most-hint = Number of projects, or of points. Empty: 5 projects, or 10 points.
ballot-office-rule = Rule
ballot-office-rule-hint = It is shown to voters and does not change after publication.
ballot-office-compare = Compare the rules on last year’s vote
ballot-options = Options
ballot-withdraw = Take out of the vote
ballot-withdraw-text = Taking an option out is final. Ballots that name it still count, without it.
ballot-withdrawn = Withdrawn
flash-option-withdrawn = The option was taken out of the vote.
ballot-yours = Your choice
ballot-otherwise = With another rule: { $rule }
ballot-otherwise-text = This is what the same ballots would have given. It is for understanding: the rule was chosen before the vote.
ballot-otherwise-new = Not chosen here
ballot-otherwise-none = No project.
ballot-points-left = { $left ->
    [one] You have { $left } point left of { $most }.
   *[other] You have { $left } points left of { $most }.
}
ballot-points-over = { $over ->
    [one] You have given { $over } point too many.
   *[other] You have given { $over } points too many.
}
ballot-points-recount = Count my points again
