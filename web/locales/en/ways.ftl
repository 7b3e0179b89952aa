# Voting without an account, at a desk and on paper.

ways-title = Vote without an account
ways-sent = If this address can receive mail, a letter leaves at once. Its link is good for 30 minutes.
ways-by-code = With a code
ways-code = Your code
ways-code-hint = The one on your letter, or the one the agent gave you. Capitals, spaces and hyphens do not matter.
ways-code-button = Open my ballot
ways-code-unknown = This code is not known. Compare it letter by letter with your paper. A letter that was replaced and a desk code that is too old no longer work.
ways-by-list = With the town’s list
ways-list-text = Write what the list says of you. Only a fingerprint of it is kept, and destroyed after closing.
ways-list-button = Open my ballot
ways-entry-unknown = Nobody is on the list with these details. Check them, or ask the town.
ways-entry-several = Several people have these same details. An agent can tell you apart: go to the desk.
ways-by-mail = With an e-mail address
ways-mail-text = We send you a link to vote. The address is not kept, and nothing here tells whether it has voted already.
ways-email = Your e-mail address
ways-mail-button = Send me the link
ways-mail-open = One more step, and your ballot opens. This link works once.
poll-enter = You can vote without an account. Your name will not be linked to your vote.
poll-enter-button = Vote without an account
poll-rule-ways = People vote in these ways: { $ways }. A person votes once only.
office-ways-title = Who may vote, and how
office-ways-text = Every way you open reaches other people, and is one more chance to vote twice: nothing links an account to a letter or to a list. Open as few as you can. The results always show each way apart.
office-ways-legend = Ways to vote
office-ways-settled = The vote is published: these ways no longer change.
office-way-confirmed = An account
office-way-hint-confirmed = Proves an e-mail address. Costs nothing. One person may have several addresses.
office-way-email_code = A link by e-mail, without an account
office-way-hint-email_code = Proves an e-mail address at the moment of voting. Costs nothing. The easiest, and the easiest to get around.
office-way-printed_code = A code printed on a letter
office-way-hint-printed_code = Proves that the letter was received: one for each household or person. Costs printing and postage.
office-way-listed = An electoral roll or a list of inhabitants
office-way-hint-listed = Proves that somebody knows what the list says of a person: name, date of birth… Relatives know it too. Keep it for questions with little at stake, or for the desk.
office-way-desk = At a desk
office-way-hint-desk = An agent sees the person, looks them up or reads their letter, and gives them a code for a single ballot. The agent does not see the vote. Needs letters or a list.
office-way-paper = On paper
office-way-hint-paper = An agent notes who has voted; two agents type in the ballots, neither seeing the other’s typing. The results wait for the end of the count. Needs letters or a list.
fault-ways-missing = Choose at least one way.
fault-ways-choice = The desk and paper need letters or a list: without them, nothing tells who has voted already.
fault-count-shape = Give a number from 1 to 20,000.
fault-number-choice = No letter has this number.
fault-number-taken = This letter was cancelled already, or its code has voted: it can no longer be replaced.
fault-batches-missing = A batch has not been typed twice yet, or its differences are not settled.
fault-reason-missing = The two numbers differ: say why.
letters-title = Letters
letters-made = Letters made: { $made }. Cancelled: { $cancelled }.
letters-text = The codes are made and downloaded at once: nobody can read them again here. Keep the file in a safe place, then destroy it. If the download fails, cancel these letters and make others.
letters-count = Number of letters
letters-count-hint = From 1 to 20,000 at a time, 100,000 in all.
letters-pdf = Make and download the letters (PDF)
letters-csv = Make and download the codes (CSV)
letters-lost-number = Number of the lost letter
letters-lost-hint = The number at the foot of the letter. A code that has voted cannot be replaced.
letters-replace = Cancel and make another letter
letters-cancel = Cancel only
letters-csv-number = number
letters-csv-code = code
letters-how = To vote, open this address, choose this vote, then “Vote without an account”:
letters-code = Your code:
letters-once = This code votes once only. It has no 0 or 1, and none of the letters I, L, O, U and V.
letters-secret = Give it to nobody. It is linked neither to your name nor to your vote.
letters-lost = Without access to the internet, or if this letter is lost, ask the town.
letters-number = Letter
list-title = List of voters
list-persons = { $count ->
    [one] There is { $count } person on the list.
   *[other] There are { $count } people on the list.
}
list-text = We keep only a fingerprint of each person, which nobody can read and which is destroyed at closing. A new list replaces the old one as long as nobody on it has voted.
list-file = File of the list (CSV)
list-file-hint = As your software saves it: semicolons, commas or tabs, 8 MB at most. The first line names the columns.
list-columns = Columns that tell people apart
list-columns-hint = One column name a line, for example “Name at birth”, then “Date of birth”. Six at most. This will be asked of voters.
list-load = Load the list
list-fault-empty = There is nobody in this file.
list-fault-long = { $count ->
    [one] There is more than { $count } person in this file.
   *[other] There are more than { $count } people in this file.
}
list-fault-columns = Name one to six columns.
list-fault-no-column = The first line of the file has no column “{ $name }”.
list-fault-line = Line { $line } does not have as many cells as the first one.
list-fault-gap = On line { $line }, the column “{ $column }” is empty.
desk-title = Desk
desk-text = Check who the person is, then look them up. They vote on a tablet on which you are not signed in, or on their own phone. Do not lend them this screen.
desk-code = Code of their letter
desk-give = Give a ballot
desk-given = Code for one ballot
desk-given-text = Good for 15 minutes, once only. The person types it at this address:
desk-unknown = No letter and nobody on the list answers to these details.
desk-voted = This person has voted already.
paper-title = Paper
paper-marks = { $count ->
    [one] { $count } person noted as having voted on paper
   *[other] { $count } people noted as having voted on paper
}
paper-papers = { $count ->
    [one] { $count } paper in the settled batches
   *[other] { $count } papers in the settled batches
}
paper-spoiled = { $count ->
    [one] { $count } of them spoiled
   *[other] { $count } of them spoiled
}
paper-counted = The paper is counted: nothing of it changes any more.
paper-print = Ballot to print
paper-print-hint = Leave 0 to write the number by hand.
paper-print-button = Download the ballot (PDF)
paper-mark = Note a vote on paper
paper-mark-text = When the ballot is handed over, or the envelope opened. This person can then no longer vote in another way.
paper-mark-button = Note that they have voted
paper-type = Type in a batch
paper-type-text = Another agent then types in the same batch, in the same order, without seeing what you typed. If both agree, the ballots are counted.
paper-number = Number of the batch
paper-number-hint = The one you wrote on the bundle. Each batch has its own.
paper-number-fault = Give the number of the batch, from 1.
paper-lines = Ballots
paper-typing-set = One paper a line, 500 at most: the numbers that are ticked. For example 2, or 1 3. Blank paper: 0. Spoiled paper: x.
paper-typing-ranking = One paper a line, 500 at most: the numbers, from the preferred to the least liked. For example 3 1 2. Blank paper: 0. Spoiled paper: x.
paper-typing-points = One paper a line, 500 at most: the number, the sign =, then the points. For example 1=3 4=2: three points to number 1, two to number 4. Blank paper: 0. Spoiled paper: x.
paper-typing-scale = One paper a line, 500 at most: the number, the sign =, then the mark. For example 1=5 2=3: the mark 5 to number 1, the mark 3 to number 2. Blank paper: 0. Spoiled paper: x.
paper-typing-grades = One paper a line, 500 at most: the number, the sign =, then the grade as a figure, from 4 (very good) to 0 (reject). For example 1=4 2=0. Blank paper: 0. Spoiled paper: x.
paper-typing-stance = One paper a line, 500 at most: 1 for, 2 against, 3 abstention. A blank or spoiled paper: x. It is counted apart: an abstention is ticked.
paper-typing-consent = One paper a line, 500 at most: 1 I support, 2 I can live with it, 3 I object. A blank or spoiled paper: x. It is counted apart.
paper-lines-fault = To be checked, line: { $lines }. This is no ballot of this vote.
paper-other-size = The first typing has another number of ballots. Count the bundle again: nothing of this typing was kept.
paper-batches = Batches
paper-size = Papers
paper-your-turn = It is your turn to type it.
paper-drop = Throw the typing away
paper-end = Finish the paper
paper-end-text = When all batches are settled, the results are counted and published. Nothing changes afterwards.
paper-reason = Reason for the gap
paper-reason-hint = Needed when the number of papers is not that of the people noted: an empty envelope, a ballot taken away…
paper-end-button = Finish and count
paper-batch-number = Batch no. { $number }
paper-how-one = Put a cross in one box only.
paper-how-several = Put a cross in every box of your choice.
paper-how-ranks = Write 1 in the box you prefer, then 2, then 3…
paper-how-values = Write your points in the boxes.
paper-how-secret = Write neither a name nor a signature: this ballot would not count.
paper-cost = €{ $euros }
batch-state-once = Typed once
batch-state-differs = Differences to settle
batch-state-agreed = Counted
batch-title = Batch no. { $number }: differences
batch-text = Take the papers again, look at them together, and write what they really say.
batch-paper = Paper no. { $number }
batch-both = First typing: { $first }. Second: { $second }.
batch-settle = Settle and count this batch
flash-vote-link-sent = The letter has left.
flash-list-loaded = The list is loaded.
flash-list-loaded-homonyms = The list is loaded. Some people on it have the same details: only an agent can tell them apart.
flash-paper-marked = Noted.
flash-paper-settled = The paper is counted. The results are published.
flash-batch-once = The batch is typed once. Another agent has to type it too.
flash-batch-agreed = The batch is settled: its ballots are in the box.
flash-batch-differs = The two typings differ. Look at the papers a third time.
flash-batch-dropped = The typing is thrown away.
privacy-cookie-pass = { "" }: voting without an account, while you fill in your ballot. 30 minutes.
