# Compare the rules of a participatory budget.
rules-link = Compare the rules of a participatory budget
rules-title = Compare the rules of a participatory budget
rules-lead = Load last year’s vote. You will see what each rule would have given, before you choose one. Nothing is kept.
rules-file = File of the vote
rules-file-hint = A .pb file, the open format of participatory budgets. 8 MB at most.
rules-do = Compare
rules-example = Try with an invented example
rules-not-text = This file is not a text in UTF-8.
rules-given = What each rule would have given
rules-budget = Budget
rules-projects = Projects
rules-voters = Voters
rules-notices = What is odd in the file, and does not prevent counting
rules-by-rule = Result of each rule
rules-rule = Rule
rules-winners = Projects selected
rules-spent = Spent
rules-served = Voters with at least one project selected
rules-served-of = { $count } ({ $percent }%)
rules-served-note = Where the money does not pay for everything, each rule leaves voters without a project. Compare how many.
rules-each = Project by project
rules-project = Project
rules-cost = Cost
rules-votes = Votes
rules-won = Selected
rules-why-too-dear = { $amount } was missing
rules-why-after-stop = The rule had stopped before
rules-why-below-threshold =
    { $count ->
        [one] { $count } point short of the threshold
       *[other] { $count } points short of the threshold
    }
rules-why-group-taken = A project of the same group is selected
rules-why-not-eligible = Too few votes for its cost
rules-why-nobody-chose = Nobody chose it
rules-why-withdrawn = Withdrawn
rules-unshown =
    { $count ->
        [one] { $count } project that fewer people chose is not shown. It is counted.
       *[other] { $count } projects that fewer people chose are not shown. They are counted.
    }
rules-exact = The exact rules
rules-exact-note = Each rule with all its parameters. Between equals, the cheapest project comes first, then the one with the most votes, then the order of the file.
rules-words = The rules in plain words
rules-name-greedy = Most chosen first
rules-how-greedy = Projects are sorted by their number of votes. The first is selected, then the next, as long as there is money. A project too expensive for what is left is passed over.
rules-fit-greedy = Easy to explain. A large group can take everything, and less populated districts nothing.
rules-name-greedy_per_cost = Most votes per euro first
rules-how-greedy_per_cost = Projects are sorted by their number of votes divided by their cost. They are selected in this order, as long as there is money.
rules-fit-greedy_per_cost = Selects many small projects. A large project useful to all has little chance.
rules-name-equal_shares = Equal shares
rules-how-equal_shares = Each voter receives an equal share of the budget. A project is selected when those who chose it can pay for it together with their shares. If money is left, the shares grow step by step, then the most chosen projects are added.
rules-fit-equal_shares = Each group weighs according to its size. Takes longer to explain.
rules-name-phragmen = Gradual payment (Phragmén)
rules-how-phragmen = Each voter receives money continuously, at the same pace. A project is selected as soon as those who chose it can pay for it together. It ends with the first one that would exceed the budget.
rules-fit-phragmen = Each group weighs according to its size. Money may be left.
rules-nothing = This file holds no vote or no budget. There is nothing to compare.
rules-too-large = The amounts or numbers of this file are too large to be counted here.
rules-repeated = Project { $id } stands twice.
rules-free = Project { $id } costs nothing. A project must have a cost.
rules-ballot = Ballot number { $count } cannot be counted.
rules-decimals = { $whole }.{ $rest }
pb-at = Line { $line }, column { $column }: { $what }
pb-title-expected = the title { $text } should stand here.
pb-ended = the file ends too early.
pb-unclosed-quote = these quotation marks are never closed.
pb-after-quote = after closing quotation marks comes a semicolon or the end of the line.
pb-too-many-fields = there are more values than columns.
pb-too-few-fields = there are fewer values than columns.
pb-empty-line = this line is empty.
pb-missing = { $text } is missing.
pb-twice = { $text } stands twice.
pb-legacy = this column is called { $text } since April 2026.
pb-unknown-word = the format does not know “{ $text }”.
pb-not-a-number = a number should stand here.
pb-negative = this number is below zero.
pb-too-large = this number is too large.
pb-empty = a value is missing here.
pb-unknown-project = there is no project “{ $text }”.
pb-repeated-project = this ballot names project “{ $text }” twice. It counts once.
pb-points-do-not-match = there are not as many points as projects.
pb-space-in-list = there is a space in this list.
pb-count-differs = the file says { $said }, its rows give { $counted }.
rules-list = { $rule }: { $count ->
    [one] { $count } project chosen
   *[other] { $count } projects chosen
}
rules-all = Every project, rule by rule, with the reasons
