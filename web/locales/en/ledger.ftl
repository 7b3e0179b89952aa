# The ledger of what left: for the author of a contribution, and for the data protection officer.
ledger-title = Where this contribution went
ledger-see = Where did it go?
ledger-lead = The servers that have a copy, as far as we know, and what they answered if it was taken back.
ledger-none = It went nowhere
ledger-none-text = No other server received a copy, as far as we know.
ledger-waiting = { $count ->
    [one] { $count } delivery is still waiting.
   *[other] { $count } deliveries are still waiting.
}
ledger-col-way = How
ledger-col-first = First time
ledger-col-last = Last time
ledger-col-state = State
ledger-col-version = Version
ledger-way-push = Sent
ledger-way-read = Read by this server, which identified itself
ledger-consent = with your name, as you agreed on { $date }
ledger-recalled = asked on { $date }
ledger-settled = last answer on { $date }
ledger-state-tried = Sent, not known whether received
ledger-state-arrived = Received
ledger-state-pending = Deletion asked for, waiting
ledger-state-accepted = Accepted by the server, deletion cannot be verified
ledger-state-confirmed = Deletion confirmed and signed
ledger-state-refused = Deletion refused by the server
ledger-state-unreachable = Server could not be reached
ledger-state-gone = The server does not exist any more
ledger-words = What these words mean
ledger-anonymous = { $count ->
    [one] The text was also read { $count } time by a program that did not identify itself: we do not know which.
   *[other] The text was also read { $count } times by programs that did not identify themselves: we do not know which.
}
ledger-words-accepted = “Accepted” means that the server received our request. We cannot verify that it deletes.
ledger-words-confirmed = “Confirmed and signed” means that the collectivity that runs this server signed that nothing is left there. A copy made before may exist elsewhere.
ledger-words-version = The version is the fingerprint of what left last: two servers with the same fingerprint received the same message.

network-tab-ledger = Ledger
ledger-office = What left
ledger-office-lead = Every text that left for a server, and what became of its recall. Votes, answers to questionnaires, accounts and logs never leave.
ledger-departures = { $count ->
    [one] known departure
   *[other] known departures
}
ledger-open = { $count ->
    [one] recall waiting
   *[other] recalls waiting
}
ledger-unsigned = { $count ->
    [one] reading without signature
   *[other] readings without signature
}
ledger-oldest = The oldest recall has been waiting since { $date }.
ledger-unsigned-text = A reading without signature is counted, but we do not know who read.
ledger-recalls = Recalls
ledger-recalls-lead = A recall asks a server to delete what it received. It is repeated for 90 days.
ledger-recalls-none = No recall in this state
ledger-recalls-count = { $count ->
    [one] { $count } recall in this state
   *[other] { $count } recalls in this state
}
ledger-file = Download as CSV
ledger-nothing = Nothing left
ledger-unanswered = Not yet
ledger-col-class = Kind
ledger-col-objects = Objects
ledger-col-object = Object
ledger-col-settled = Last answer
ledger-class-p0 = Acts of the collectivity
ledger-class-p1 = Public contributions
ledger-class-p6 = What concerns one person, told to that person alone
