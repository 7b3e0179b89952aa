# Accounts and roles.
users-title = Accounts
users-lead = The people who signed up and what they can do.
users-search = Search a name or an address
users-search-do = Search
users-role = Role
users-any-role = All
users-count =
    { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    }
users-name = Name
users-since = Since
users-seen = Last visit
users-state = State
users-action = Action
users-active = Active
users-suspended = Suspended
users-change = Change
users-handle = Public page
users-email = E-mail address
users-role-hint = The person is told by e-mail and signs in again with the new rights.
users-role-do = Give this role
users-may-citizen = Proposes, replies and supports when a phase allows it.
users-may-stakeholder = As a resident, in the name of an organisation the town recognises.
users-may-agent = Prepares consultations and publishes official answers.
users-may-moderator = Looks at reports and hides what breaks the rules.
users-may-administrator = Everything, including accounts, the log and the settings.
users-suspend = Suspend the account
users-suspend-title = Suspend
users-suspend-hint = The person is signed out and cannot come back in. Their contributions stay online.
users-reinstate = Open the account again
users-reinstate-title = Open again
users-reinstate-hint = The person will be able to sign in again.
users-back = Back to the accounts
