# Voices from other servers, and taking part from one’s own server.
elsewhere-residents = { $count ->
    [one] { $count } resident
   *[other] { $count } residents
}
elsewhere-others = { $count } from the fediverse
elsewhere-supports = { $count ->
    [one] { $count } supporter from the fediverse
   *[other] { $count } supporters from the fediverse
}
elsewhere-count-participants = { $count ->
    [one] participant from other servers (other territories, the fediverse)
   *[other] participants from other servers (other territories, the fediverse)
}
elsewhere-supporters = { $count ->
    [one] And { $count } support from other servers (other territories, the fediverse), counted apart.
   *[other] And { $count } supports from other servers (other territories, the fediverse), counted apart.
}
elsewhere-word = The fediverse is made of social networks on independent servers that talk to each other, like Mastodon or Lemmy.
elsewhere-held = This text comes from another server. It waits to be read by the moderators, the public does not see it yet.
elsewhere-badge = other server
elsewhere-original = See the original
elsewhere-open = Take part from your fediverse account
elsewhere-title = Take part from your account
elsewhere-consultation = Consultation
elsewhere-contribution = Contribution
elsewhere-lead-follow = Is your account on another server? Follow this consultation from there, without an account here.
elsewhere-lead-street = Is your account on another server? Follow these reports from there, without an account here.
elsewhere-lead-reply = Is your account on another server? Reply or support from there, without an account here.
elsewhere-account = The address of your account
elsewhere-account-hint = For example @ana@mastodon.social. It is not kept.
elsewhere-go = Continue
elsewhere-yours = Your account
elsewhere-other = Another account
elsewhere-way = Where this leads
elsewhere-way-to = You will be taken to
elsewhere-way-check = Is it your own server? It will ask you what you want to do.
elsewhere-continue = Go to my server
elsewhere-ours = That is this server: your account is here. Sign in to take part.
elsewhere-by-hand = If that does not work
elsewhere-by-hand-text = Copy this address and search for it on your server:
elsewhere-copy = Copy the address
elsewhere-copied = Address copied
elsewhere-back = Go back
elsewhere-follow = Follow from the fediverse:
elsewhere-leaves-named = A copy of this text may go to other servers, with your name: you agreed to that in your account.
elsewhere-leaves-unnamed = An excerpt of this text may go to other servers, without your name.
elsewhere-leaves-settings = Change this in my account
elsewhere-sent = { $count ->
    [one] Sent to { $count } server
   *[other] Sent to { $count } servers
}
elsewhere-sent-list = See the list
elsewhere-sent-text = These servers received a copy.
elsewhere-withdraw = { $count ->
    [one] { $count } other server received this text. We will ask it to delete it. It may say yes: we cannot check.
   *[other] { $count } other servers received this text. We will ask them to delete it. They may say yes: we cannot check.
}
elsewhere-withdrawn = { $count ->
    [one] Deletion asked of { $count } server: accepted by the server does not mean deleted, and we cannot check.
   *[other] Deletion asked of { $count } servers: accepted by the server does not mean deleted, and we cannot check.
}

fault-account-shape = Write the address like this: @name@server.
elsewhere-picture = Picture on another server
elsewhere-territories = Only servers on the list of partner territories can take part. The administrators of this platform keep that list.
elsewhere-leaves-guest = This text appears here with the address of your account. An excerpt may leave for other servers, with that address: the authority sends it, not your server.
elsewhere-withdraw-none = No other server has received this text, as far as we know.
elsewhere-delete-copies = If other servers have received your texts, we ask them to erase those that you withdraw. We cannot check that they do.
elsewhere-trouble-not_allowed = This address cannot be used here: either that server is not accepted, or it is this one.
elsewhere-trouble-unreachable = That server does not answer. Check its name, or try again later.
elsewhere-trouble-nobody = Nothing at this address. Write it like this: @name@server.
elsewhere-trouble-no_sign_in = That server does not offer this. Search for our address on your server instead.
elsewhere-trouble-refused = Your server did not agree, or you refused. Nothing was done.
elsewhere-trouble-expired = This round trip has expired, was already used, or comes from another browser. Start again here.
elsewhere-trouble-somebody_else = You came back with another account than the one you gave. Write the address of the account you want to use.
elsewhere-trouble-senseless = The answer of that server is not clear. To be safe, we stop here.
