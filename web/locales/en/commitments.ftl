# Commitments made after a consultation: follow-up, dates, sources.
editor-part-commitments = Commitments
commitment-word = Commitment
commitment-state-planned = Planned
commitment-state-under_way = Under way
commitment-state-done = Done
commitment-state-abandoned = Given up
commitment-draft = Draft
commitment-untitled = Contribution without a title
commitment-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
commitment-was-late = { $count ->
    [one] Done { $count } day late
   *[other] Done { $count } days late
}
commitment-progress = Progress: { $count }%
commitment-hundredths = { $count }%
commitment-first = First promised for { $day }
commitment-done = Done on { $day }
commitment-costs = Cost: { $cost }
commitment-by = Followed by { $name }
commitment-from = { $count ->
    [one] This commitment comes from:
   *[other] This commitment comes from { $count } contributions:
}
commitment-more = { $count ->
    [one] and { $count } other
   *[other] and { $count } others
}
commitment-came = { $count ->
    [one] The commitment that comes from it
   *[other] The { $count } commitments that come from it
}
commitment-why = Why this commitment is given up
commitment-text = The commitment
commitment-steps = Step by step
commitment-first-step = The commitment is published.
commitment-sources = Where it comes from
commitment-no-source = This commitment does not come from one contribution in particular.
commitment-entry = Commitment ({ $state }): { $title }
commitments-title = The commitments { place-of }
commitments-all = All commitments
commitments-file = Download the commitments (CSV)
commitments-count-planned = planned
commitments-count-under_way = under way
commitments-count-done = done
commitments-count-abandoned = given up
commitments-count-late = late
commitments-lead = Say what the collectivity commits itself to, link each commitment to the contributions it comes from, then keep its progress up to date. The authors are told.
commitments-none = No commitment yet.
commitments-new = Write a commitment
commitments-order = Order
commitments-up = Move up
commitments-down = Move down
commitment-title = What the collectivity commits itself to
commitment-title-hint = A sentence with a verb. Example: Plant twelve trees on the market square.
commitment-body = In detail
commitment-body-hint = What, where, how, and why. Markdown is welcome.
commitment-responsible = Who answers for it
commitment-responsible-hint = A service or an elected person. Example: the parks service.
commitment-cost-hint = In euros. Leave it empty if you do not know yet.
commitment-save = Save the text
commitment-sources-hint = The authors of linked contributions get a letter at publication, then when the commitment is done or given up.
commitment-unlink = Remove
commitment-search = Look for a contribution
commitment-search-do = Search
commitment-search-none = No contribution to link. Search with other words.
commitment-answered = Contributions that got an answer
commitment-found = Contributions found
commitment-link = Link the ticked contributions
commitment-publish = Publish the commitment
commitment-publish-text = It will be shown on the page of answers. The promised date can then no longer change without a public explanation. A published commitment is never erased: it is done or given up, with a reason.
commitment-remove = Delete this draft
commitment-report = Say where the commitment stands
commitment-progress-field = Progress in %
commitment-progress-hint = From 0 to 100. Planned counts as 0, done as 100.
commitment-promised-hint = If you change it, explain why below. The first date stays on show.
commitment-finished-hint = Only when all of it is done.
commitment-words-hint = What everybody will read. Needed to change the promised date or to give up.
fault-finished_on-missing = Give the day the commitment was fulfilled.
fault-finished_on-shape = Give a past day, or today.
fault-finished_on-choice = An end day goes only with a commitment that is done.
fault-progress-missing = Give the progress, from 0 to 100.
fault-progress-shape = Give a whole number from 0 to 100.
fault-words-missing = Explain why.
fault-contributions-missing = Tick at least one contribution.
milestones-title = Milestones
milestones-hint = What can be seen on the way, each with its day. Everybody reads them once the commitment is published.
milestones-full = This commitment has twenty milestones: there is no room for more.
milestones-reached = Milestones reached: { $number } of { $total }
milestone-planned = Planned for { $day }
milestone-late = Late since { $day }
milestone-reached = Reached on { $day }
milestone-dropped = Not reached
milestone-title = A milestone to add
milestone-title-hint = Example: The trees are ordered.
milestone-add = Add the milestone
milestone-day = Reached on
milestone-reach = Save the day
milestone-remove = Remove
journal-detail-milestone_added = milestone added
journal-detail-milestone_reached = milestone reached
journal-detail-milestone_missed = milestone not reached after all
journal-detail-milestone_removed = milestone removed
fault-due_on-missing = Give the promised day.
fault-due_on-shape = Give a day, for example 2027-03-28.
fault-reached_on-missing = Give the day on which it was reached.
fault-reached_on-shape = Give a past day, or today.
flash-commitment-published = The commitment is published.
flash-commitment-reported = The progress is published.
flash-commitment-removed = The draft is deleted.
letter-commitment_made-subject = Your idea led to a commitment – { $place }
letter-commitment_made-text = The collectivity makes a commitment that comes from your contribution. You can follow its progress.
letter-commitment_made-button = Read the commitment
letter-commitment_done-subject = It is done – { $place }
letter-commitment_done-text = A commitment that comes from your contribution is done.
letter-commitment_done-button = See what was done
letter-commitment_abandoned-subject = A commitment is given up – { $place }
letter-commitment_abandoned-text = A commitment that comes from your contribution is given up. The reason is published.
letter-commitment_abandoned-button = Read the reason
event-commitment_drafted = Prepared a commitment
event-commitment_published = Published a commitment
event-commitment_edited = Changed a commitment
event-commitment_reported = Said where a commitment stands
event-commitments_ordered = Changed the order of the commitments
event-consultation_report_drafted = Prepared the report on a consultation
event-consultation_report_published = Published the report on a consultation
