# What people of other servers read.
abroad-a-citizen = A resident
abroad-read-whole = Read the rest and take part:
abroad-answer-title = { $state }: { $title }
abroad-signed-by = Signed: { $name }
abroad-instance = Technical account of this participation platform. It reads what other servers publish; nobody answers here.
abroad-reply-to = Reply to “{ $title }”
abroad-a-guest = Written on this platform by { $handle }
