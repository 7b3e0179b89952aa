# Meetings: what everybody sees, and one's own place.

meetings-title = Meetings
meetings-lead = The public meetings of { place-the }, on site and online.
meetings-lead-consultation = The public meetings of the consultation “{ $title }”.
meetings-of = Meetings, { $place }
meetings-tabs = Meetings to come and past ones
meetings-coming = To come
meetings-past = Past
meetings-none = No meeting is announced for now.
meetings-none-past = No meeting has been held yet.
meetings-calendar = Add these meetings to my calendar
meetings-office = Prepare meetings
meetings-all = All meetings

meeting-when = { $from } – { $to }
meeting-when-days = from { $from } to { $to }
meeting-kind-in_person = On site
meeting-kind-online = Online
meeting-kind-hybrid = On site and online
meeting-state-draft = Draft
meeting-state-cancelled = Cancelled
meeting-state-minutes = Minutes published
meeting-state-held = Over
meeting-state-now = Under way
meeting-state-full = Full
meeting-aside = Take part in the meeting
meeting-about = What is it about?
meeting-agenda = Agenda
meeting-minutes = Minutes
meeting-said = Contributions made at the meeting
meeting-cancelled = This meeting is cancelled
meeting-places-left = { $count ->
    [0] Full ({ $places } places)
    [one] { $count } place left of { $places }
   *[other] { $count } places left of { $places }
}
meeting-places-waiting = { $count ->
    [one] Full ({ $places } places), { $count } person is waiting
   *[other] Full ({ $places } places), { $count } people are waiting
}
meeting-registered-count = { $count ->
    [0] Nobody has registered yet
    [one] { $count } person registered
   *[other] { $count } people registered
}
meeting-attended = { $count ->
    [one] { $count } person attended
   *[other] { $count } people attended
}
meeting-register = Register
meeting-full = There is no place left. Join the waiting list: if a place becomes free, you get a letter.
meeting-until = Registration until { $date }.
meeting-from = Registration opens on { $date }.
meeting-closed = Registration is closed.
meeting-free = Come as you are: no registration needed.
meeting-name = Your name
meeting-name-hint = For the desk. It is not published.
meeting-email = Your e-mail address
meeting-email-hint = We send you a link to confirm. Name and address are erased 60 days after the meeting.
meeting-register-button = Register
meeting-wait-button = Join the waiting list
meeting-sign-in = Do you have an account? Sign in.
meeting-own = Your registration
meeting-own-link = See my code
meeting-online = Online
meeting-link = Join the meeting
meeting-link-private = The link is given to those who are registered.
meeting-link-later = The link will be given later.
meeting-calendar = Add to my calendar
meeting-office = Manage this meeting

place-title = Your registration
place-when = When
place-where = Where
place-state-asked = To be confirmed
place-state-registered = Registered
place-state-waiting = On the waiting list
place-state-cancelled = Not registered
place-state-attended = Present
place-text-asked = Confirm your address to get your place. Without confirmation, the registration is erased after 2 days.
place-text-registered = Your place is reserved. Keep this page, or print it.
place-text-waiting = { $before ->
    [0] You are waiting for a place. You are the first on the list.
    [one] You are waiting for a place. One person is before you.
   *[other] You are waiting for a place. { $before } people are before you.
}
place-text-cancelled = You are not registered. Your place is free for somebody else.
place-text-attended = The desk has noted that you are there. Thank you for coming.
place-code = Your code
place-code-hint = Say it or show it at the desk.
place-confirm = Confirm my registration
place-leave = Cancel my registration
place-leave-text = You cannot come after all? Give your place back: somebody may be waiting for it.

flash-meeting-asked = A letter has just left for that address. Open its link to confirm your registration.
flash-meeting-registered = You are registered. Your code is on the page of your registration.
flash-meeting-waiting = You are on the waiting list. We write to you if a place becomes free.
flash-meeting-left = You are no longer registered.
contribution-meeting = Made at the meeting
consultation-count-meetings = { $count ->
    [one] made at a meeting
   *[other] made at meetings
}
