# The letters of meetings.

letter-meeting_confirm-subject = Confirm your registration – { $place }
letter-meeting_confirm-text = You want to come to “{ $title }” on { $when }, { $where }. Confirm your address to get your place.
letter-meeting_confirm-button = Confirm my registration
letter-meeting_registered-subject = Your place is reserved – { $place }
letter-meeting_registered-text = You are registered for “{ $title }”. See you on { $when }, { $where }. Your page shows your code for the desk. You can also give your place back there.
letter-meeting_registered-button = See my code
letter-meeting_waiting-subject = You are on the waiting list – { $place }
letter-meeting_waiting-text = There is no place left for “{ $title }” on { $when }. You are on the waiting list. If a place becomes free, we write to you.
letter-meeting_waiting-button = See my registration
letter-meeting_moved_up-subject = A place has become free for you – { $place }
letter-meeting_moved_up-text = Good news: you have a place for “{ $title }” on { $when }, { $where }. If you cannot come after all, give it back on your page.
letter-meeting_moved_up-button = See my code
letter-meeting_reminder-subject = It is soon: your meeting – { $place }
letter-meeting_reminder-text = “{ $title }” begins on { $when }, { $where }. Remember your code for the desk.
letter-meeting_reminder-button = See my code
letter-meeting_changed-subject = Your meeting changes – { $place }
letter-meeting_changed-text = The time or the place of “{ $title }” has changed. See you on { $when }, { $where }. If that does not suit you, give your place back on your page.
letter-meeting_changed-button = See my registration
letter-meeting_cancelled-subject = Your meeting is cancelled – { $place }
letter-meeting_cancelled-text = “{ $title }”, planned for { $when }, will not take place. The reason: { $reason }
letter-meeting_cancelled-button = See the page
letter-meeting-online = online
