# Consultations that several territories carry.
editor-part-territories = Territories
editor-decided = The texts, themes and phases of this consultation are decided by { $organiser }. Your territory carries it.
editor-decided-link = See the call and your introduction
territories-title = Open to territories
territories-lead = Other territories can carry this consultation at home. Their inhabitants take part on their own platform, and everybody reads what is said.
territories-reach = Open to whom?
territories-reach-official = To official territories
territories-reach-hint-official = All those that your authority has recognised and that have recognised it.
territories-reach-chosen = To chosen territories
territories-reach-hint-chosen = Only those that you choose by their name, on a page of its own, before opening.
territories-rules = Rules for those who carry it
territories-rules-hint = In plain words: what a territory accepts by carrying this consultation.
territories-open = Open to territories
territories-save = Save and tell the territories
territories-close = Take no more territories
territories-close-confirm = Close the call? Territories that already carry the consultation go on.
territories-dismiss = Remove
territories-dismiss-confirm = This territory will no longer carry the consultation. What was said there stays readable. Go on?
territories-forget-confirm = The supports that this territory counted will not be shown any more. Go on?
territories-carriers = Who carries it
territories-none = No territory yet
territories-none-text = Open the consultation: the territories concerned receive the call.
territories-col-name = Territory
carrier-state-invited = Invited
carrier-state-joined = Carries it
carrier-state-left = Carries it no more
carrier-state-refused = Refused
flash-territories-opened = The call is open. The territories concerned will receive it.
flash-territories-dismissed = This territory no longer carries the consultation. It is told.
flash-territories-closed = The call is closed.
fault-chosen-missing = Tick at least one territory.
fault-territories-missing = Choose at least one territory first.
fault-chosen-choice = One of the ticked territories is no longer known.

calls-title = Calls to carry a consultation
calls-lead = The State, a region or another territory opens a consultation. You can carry it at home.
calls-none = No call yet
calls-none-text = Calls from the territories that recognise you will appear here.
calls-col-consultation = Consultation
calls-col-organiser = Run by
calls-col-heard = Received on
calls-state-open = Call open
calls-state-asked = Request sent
calls-state-joined = Carried here
calls-state-refused = Refused by the organiser
calls-state-left = No longer carried here
calls-state-withdrawn = Call closed
calls-state-gone = No longer shown by the organiser
calls-by = Run by { $organiser }
calls-official = official
calls-there = See it at the organiser’s
calls-here = See the consultation here
calls-waiting = The organiser has not answered yet. Request sent on
calls-rules = What you accept by carrying it
calls-network = Texts of this consultation go no further than the network of territories: its organiser decided so.
calls-phases = Phases and themes
calls-join-title = Carry this consultation
calls-join-lead = It will appear on your home page with the organiser’s name. Its texts, themes and phases will follow theirs. You moderate what is shown at home.
calls-slug = Short address
calls-slug-hint = For example water: the page will be /c/water. If you write nothing, it is made from the title.
calls-introduction = Your introduction
calls-introduction-hint = What this consultation means in your territory. It stands above the organiser’s text.
calls-join = Carry this consultation
calls-join-again = Ask again
calls-leave-title = Carry it no more
calls-leave-lead = What was said can still be read. Nothing new is taken here, and the organiser is told.
calls-leave = Stop carrying this consultation
calls-leave-confirm = Stop carrying this consultation? It closes at once in your territory.
flash-calls-asked = The request has left. The consultation appears as soon as the organiser has answered.
flash-calls-left = Your territory no longer carries this consultation.

carried-by = { $level } run by { $organiser }, carried by { $place }
carried-card = { $level } · { $organiser }
carried-origin = This consultation is run by { $organiser }. Its texts, themes and phases are decided there.
carried-left = This consultation is no longer carried here: what was said can still be read.
carried-gone = The organiser no longer shows this consultation: what was said can still be read.
carried-see = See it at { $organiser }
carried-introduction = A word from { $place }
carriers-title = Who carries this consultation
carriers-since = since { $date }
carriers-until = until { $date }
carriers-count = { $count ->
    [one] One territory carries this consultation, or did.
   *[other] { $count } territories carry this consultation, or did.
}
carriers-others = { $count ->
    [one] One other territory carries this consultation with us, or did.
   *[other] { $count } other territories carry this consultation with us, or did.
}
carriers-none-else = No other territory carries this consultation yet.
carriers-none = No territory carries this consultation yet.
carriers-all = { $count ->
    [one] See the territory
   *[other] See all { $count } territories
}

backers-card = { $count } in the territories that carry it
backers-total = { $count ->
    [one] And { $count } support in the territories that carry this consultation, counted apart.
   *[other] And { $count } supports in the territories that carry this consultation, counted apart.
}
backers-accounts = Each territory counts its own. One person may have an account in several territories.
backers-list = { $count ->
    [one] In { $count } territory
   *[other] In { $count } territories
}
backers-line = { $count ->
    [one] { $count } support, number received on { $date }
   *[other] { $count } supports, number received on { $date }
}
backers-left = carries the consultation no more
backers-most = The { $count } territories that count the most supports.

choose-title = Choose the territories
choose-lead = Search by name, by kind or by the territory above, tick, then add. What is chosen stays chosen from page to page.
choose-count = { $count ->
    [0] No territory chosen.
    [one] { $count } territory chosen.
   *[other] { $count } territories chosen.
  }
choose-back = Back to the opening
choose-link = Choose the territories
choose-name = Name or server
choose-kind = Kind
choose-any-kind = All kinds
choose-parent = Territory above
choose-only = Show
choose-only-all = All
choose-only-chosen = Only those that are chosen
choose-search = Search
choose-found = { $count ->
    [0] No territory found
    [one] { $count } territory found
   *[other] { $count } territories found
  }
choose-none = No territory found
choose-none-text = Try another name, or fewer criteria.
choose-add = Add those ticked
choose-remove = Remove those ticked
choose-all = { $count ->
    [one] Add the one found
   *[other] Add all { $count } found
  }
choose-all-confirm = { $count ->
    [one] Add this territory?
   *[other] Add these { $count } territories?
  }
flash-territories-chosen = Your choice is saved.
fault-all-missing = No territory matches this search.
fault-act-choice = Say whether to add or to remove.
fault-all-too_long = More than { $count } territories would be chosen: narrow the search.
