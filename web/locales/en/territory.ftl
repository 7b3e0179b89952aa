# The consultations of the collectivities that ours follows
territory-title = Consultations across the territory
territory-map-title = The territories
territory-calendar-title = The calendar of the territory
territory-figures-title = The figures of the territory
territory-lead = What is open in the places followed by { place-the }. You take part on the pages of each.
territory-tabs = Other views of these consultations
territory-tab-list = List
territory-tab-map = Map
territory-tab-calendar = Calendar
territory-tab-figures = Figures
territory-feed = Consultations across the territory, { $place }
territory-filter = Filter
territory-filter-label = Filter the consultations
territory-search = Words to look for
territory-where = Territory
territory-anywhere = All territories
territory-theme = Theme
territory-any-theme = All themes
territory-phase = Step
territory-time-open = All that are open
territory-time-upcoming = Opening soon
territory-time-closed = Closed
territory-time-all = All
territory-count = { $count ->
    [one] { $count } consultation
   *[other] { $count } consultations
}
territory-show-open = See all that are open
territory-nothing = No consultation
territory-nothing-text = Those of the places we follow will appear here.
territory-nothing-filtered = None meets these criteria. Remove one.
territory-carried = { $count ->
    [one] In { $count } territory
   *[other] In { $count } territories
}
territory-shared = Shared
territory-share = Share
territory-unshare = Stop sharing
flash-territory-shared = The consultation is shared with everyone who follows your collectivity.
flash-territory-unshared = The consultation is no longer shared.
territory-files = Follow and reuse
territory-file-atom = Receive new consultations (Atom)
territory-file-ics = Add the dates to your calendar
territory-file-data = Open data:
territory-how = This list repeats what each collectivity publishes itself. It is checked with them every day.
territory-ours-open = Open consultations of { place-the } itself
territory-ours-until = Until { $date }
territory-ours = See the consultations of { place-the }
territory-map = Map of the territories
territory-map-text = One dot per territory. The larger it is, the more consultations are open. The table below the map says the same.
territory-map-caption = The territories that say where they are. North is at the top.
territory-map-none = No territory says where it is yet, so there is no map for now.
territory-point = { $place }: { $count ->
    [one] { $count } open consultation
   *[other] { $count } open consultations
}
territory-territories = { $count ->
    [one] { $count } territory
   *[other] { $count } territories
}
territory-table = The territories and their open consultations
territory-col-territory = Territory
territory-col-kind = Kind
territory-col-open = Open consultations
territory-col-figures = Figures
territory-col-checked = Checked
territory-col-answered = Contributions answered
territory-kind-unsaid = Not stated
territory-insee = INSEE { $code }
territory-unplaced = not on the map
territory-unchecked = Not yet
territory-declared = The name, kind, code and place of a territory are those it declares. Nobody has checked them for this page.
territory-figures-see = See its figures
territory-month = { $month } { $year }
territory-month-before = Previous month
territory-month-after = Next month
territory-month-empty = Nothing this month
territory-month-empty-text = No step begins, no consultation ends and there is no meeting.
territory-ends = The consultation ends
territory-begins = The consultation begins
territory-meeting = Meeting
territory-meeting-cancelled = Meeting called off
territory-begins-phase = Begins: { $phase }
territory-figure-open = Open consultations
territory-figure-all = Consultations
territory-figure-contributions = Contributions
territory-figure-replies = Replies by residents
territory-figure-supports = Supports
territory-figure-answers = Contributions answered
territory-figure-participants = Participations
territory-figures-told = { $count ->
    [0] No consultation says how many people took part.
    [one] Participations are those of the one consultation that gives their number.
   *[other] Participations are those of the { $count } consultations that give their number: whoever took part in two counts twice.
}
territory-figures-few = A number of fewer than 11 people is not given.
territory-figures-back = See the whole territory
territory-compared = Side by side
territory-compared-text = Only territories that agree to have their figures compared are listed here. A larger territory often has larger figures: that does not mean it does better.
territory-compared-none = No territory has agreed to it yet.
territory-compared-count = { $count } of { $all } agree.
territory-percent = { $share }%
territory-home-all = See all consultations across the territory
territory-comparison = Comparison with other territories
territory-comparison-hint = The territories that follow you see your figures. They only put them beside those of others if you agree.
territory-comparison-label = Agree to have our figures compared with those of other territories
territory-comparison-save = Save this choice
flash-territory-comparison = Your choice is saved. The territories that follow you will be told.
