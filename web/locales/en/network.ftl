# Other servers: settings, sending queue, known servers, whom we follow, and what they publish.
voices-title = Voices from other servers
voices-lead = People whose account is on another server can reply and support.
voices-choose = What should happen to their texts?
voices-welcome = Welcome
voices-hint-welcome = Texts are shown at once, with the name of the server they come from.
voices-held = To be read first
voices-hint-held = Moderators read each text before it is shown. Supports count at once, apart.
voices-refused = Not taken
voices-hint-refused = No text and no support from another server. What is already here stays.
voices-save = Save this choice

network-held = { $count ->
    [one] { $count } text from another server to read before publication
   *[other] { $count } texts from other servers to read before publication
}
network-held-lead = Nobody but the team sees them. A text that you do not publish stays hidden.
network-held-number = Text to read { $number }
network-held-state = To be read before publication
network-held-release = Publish this text
flash-network-released = The text is published.

office-nav-network = Other servers
network-office = Other servers
network-office-lead = What leaves, what waits, and with whom this platform exchanges.
network-tabs = Parts of this page
network-tab-queue = Sending
network-tab-servers = Servers
network-tab-follows = Following
network-queue = The sending queue
network-queue-waiting = { $count ->
    [one] delivery waiting
   *[other] deliveries waiting
}
network-queue-failed = { $count ->
    [one] delivery given up
   *[other] deliveries given up
}
network-queue-oldest = The oldest has been waiting since { $date }.
network-jobs = Tasks
network-jobs-waiting = { $count ->
    [one] task waiting
   *[other] tasks waiting
}
network-jobs-failed = { $count ->
    [one] task given up
   *[other] tasks given up
}
network-queue-hosts = By server
network-queue-none = Nothing is waiting
network-queue-none-text = Everything that had to leave has left.
network-col-server = Server
network-col-waiting = Waiting
network-col-failed = Given up
network-col-oldest = Since
network-col-act = Action
network-hurry = Send again now
flash-network-hurried = What waits for this server will be sent again.
network-servers = Known servers
network-servers-none = No server is known yet.
network-col-software = Software
network-col-success = Last delivery received
network-col-trouble = Trouble
network-col-decision = Decision
network-software-unknown = Not known yet
network-never = None
network-no-trouble = None
network-trouble = { $count ->
    [one] { $count } failure in a row
   *[other] { $count } failures in a row
}
network-trouble-until = Next try on { $date }
network-decisions = Decisions
network-decisions-none = No decision: the general rule holds for all.
network-rule-blocked = Blocked
network-rule-allowed = Accepted territory
network-rule-none = General rule
network-rule-through = (decision about { $host })
network-rule-hint-blocked = Nothing goes there and nothing comes from there.
network-rule-hint-allowed = It belongs to the list of territories.
network-rule-hint-none = The decision is taken back.
network-decide = Decide about a server
network-decide-short = Decide
network-decide-host = Name of the server
network-decide-host-hint = For example region.example. The decision also holds for servers whose name ends with it.
network-decide-what = Decision
network-decide-note = Note
network-decide-note-hint = For your colleagues: why this decision.
network-decide-save = Save the decision
flash-network-decided = The decision is saved.
network-follows = Accounts we follow
network-follows-lead = What these accounts publish appears on this page:
network-follows-none = You follow nobody
network-follows-none-text = Follow a region, a neighbouring town, a consultation elsewhere.
network-col-account = Account
network-col-state = State
network-col-since = Since
network-follow-asked = Asked
network-follow-accepted = Accepted
network-follow-stop = Stop following
network-follow-stop-confirm = Stop following this account? What it published will no longer appear here.
network-follow-new = Follow an account
network-follow-address = Address of the account
network-follow-address-hint = For example @region@region.example, or the address of its page.
network-follow-send = Follow
flash-network-follow-asked = The request is saved. The account appears here as soon as it is found.
flash-network-follow-stopped = You no longer follow this account.

network-title = Around us
network-lead = What the territories and consultations followed by { place-the } publish. These texts come from other servers.
network-published = Latest
network-nothing = Nothing yet
network-nothing-text = What our neighbours publish will appear here.
network-untitled = Untitled
network-followed-none = Nobody yet.
network-followed = Accounts we follow
network-all = See all

fault-address-shape = Write the address like this: @name@server, or https://server/page.
fault-host-shape = Write the name of the server, for example region.example.
network-held-why = Why this text is not shown
network-held-decline = Do not show
flash-network-declined = The text is not shown. Its reason is.

# What a moderator decides beyond hiding a text of another server
network-forward = Report this text to the server it comes from
network-forward-hint = Its team receives the address of the text and your explanation, in the name of the local authority. Neither you nor those who reported it are named.
network-bar = Accept nothing more from this account
network-bar-hint = { $who } will no longer be able to write, support or follow here, and will be told. This decision can be lifted.
network-barred = Blocked accounts
network-barred-lead = These accounts of other servers can no longer write, support or follow here. They can take back what they published.
network-barred-none = No blocked account
network-barred-none-text = An account is blocked when one of its texts is hidden.
network-col-where = Decided in
network-unbar = Unblock
flash-network-unbarred = This account can take part again.
network-pinned = Pinned
network-meeting = Meeting
network-meeting-cancelled = Meeting cancelled
