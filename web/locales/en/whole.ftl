# A vote that several territories hold together.
whole-title = Overall result
whole-open = The vote is open. Each territory publishes its result at the end.
whole-waiting = { $count ->
    [one] We are waiting for one more territory. The numbers below are not final.
   *[other] We are waiting for { $count } more territories. The numbers below are not final.
}
whole-results = What all territories say
whole-territories = Territory by territory
whole-apart = Each territory counts its own ballots at home. Ballots do not travel: it sends a signed tally, which we compare with what it publishes.
whole-caption = Ballots and voters of each territory, by how voters were checked and by means
whole-col-territory = Territory
whole-col-ballots = Ballots
whole-col-state = State
whole-sum = Together
whole-untold = Details not published
whole-tally = Signed tally
whole-standing-counted = Counted
whole-standing-hidden = Too few ballots
whole-standing-silent = Nothing received
whole-standing-running = Voting
whole-standing-unchecked = Being checked
whole-standing-unreachable = Ballots not found
whole-standing-differs = Does not match
whole-standing-contradicts = Contradicts itself
whole-standing-late = Came too late
whole-standing-withdrawn = Vote not held, or withdrawn
whole-standing-left = Takes part no more
whole-why-hidden = Fewer than { $count } ballots: no number is published, and nothing is in the total.
whole-why-running = { $count ->
    [one] { $count } person has voted.
   *[other] { $count } people have voted.
}
whole-why-contradicts = Two different tallies have the same number.
whole-afterwards = After the count, this territory signed another tally. It changed nothing in the result.
whole-why-late = The whole was counted already. These ballots are not in it.
whole-reason-unreadable = The published ballots cannot be read.
whole-reason-digest = The published ballots are not those that were signed for.
whole-reason-vote = The ballots are those of another vote.
whole-reason-result = The result that was announced is not that of the ballots.
whole-reason-numbers = The signed numbers are not those of the ballots.
whole-rule-sum = The last line adds up only what is published, column by column.
whole-rule-hidden = What is hidden is in no sum: nobody can find it by subtraction.
whole-rule-rolls = Lists of voters are not added up: that of a region contains those of its towns.
whole-rule-late = Three days after the end the whole is counted with what has arrived and was checked.
whole-recount = The file holds the definition of the vote, the signed tallies and the address of the ballots of each territory. You can count everything again with the command
whole-json = Overall result, for counting again (JSON)
whole-csv = Numbers by territory (CSV)
whole-back = The vote in this territory
whole-link = See the overall result
whole-held = Several territories hold this vote together. Each counts at home; the results are then joined.
whole-decided = The question, the answers, the rules and the dates are the organiser’s. Here you say who may vote in your territory.
whole-opens = Choose the ways to vote before you publish. Without you, the vote opens on its date for the accounts of your territory.
