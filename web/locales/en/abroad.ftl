# What people of other servers read.
abroad-a-citizen = A resident
abroad-read-whole = Read the rest and take part:
abroad-answer-title = { $state }: { $title }
abroad-signed-by = Signed: { $name }
abroad-instance = Technical account of this participation platform. It reads what other servers publish; nobody answers here.
abroad-reply-to = Reply to “{ $title }”
abroad-a-guest = Written on this platform by { $handle }
abroad-signal-only = Answers given from other servers are a signal, counted apart. The numbers shown with this poll are those of these answers. To vote:
abroad-vote-there = To vote:
abroad-vote-cancelled = This vote was called off.
abroad-street-all = Reports – { $place }
abroad-street-group = Reports: { $name } – { $place }
abroad-street-says = What residents of { $place } report in the street, and what becomes of it. This account passes on public reports; nobody reads replies to it. To report something or follow a case, open its page.
abroad-street-title = Report no. { $number }: { $category }
abroad-street-read = See the report and what is done about it:
abroad-meeting-code = Your code for the desk: { $code }
abroad-meeting-page = Your page (do not share it):
