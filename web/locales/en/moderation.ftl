# Moderation: reports and decisions.
moderation-title = Moderation
moderation-lead = Each decision has a reason and stays in the log.
moderation-reports = Reports
moderation-open = To look at ({ $count })
moderation-decided = Decided
moderation-none = No report
moderation-none-text = Nobody has reported a text here.
moderation-case = Report { $number }
moderation-count =
    { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }
moderation-by = by { $name }
moderation-nobody = somebody without an account
moderation-in = in “{ $title }”
moderation-no-note = No message
moderation-quote = “{ $text }”
moderation-reason = Reason shown to everybody
moderation-reason-hint = The author and the readers will see it in place of the text.
moderation-note = Explanation shown to everybody
moderation-note-hint = Which passage, which rule. It is sent to the author. Needed to hide a text, at least 10 characters.
moderation-note-hint-elsewhere = Which passage, which rule. Required to hide, at least 10 characters.
moderation-hide = Hide
moderation-keep = Keep online
moderation-restore = Show again
moderation-hide-title = Hide a contribution
moderation-hide-lead = The text disappears from the page. The reason is shown in its place and sent to the author by e-mail.
moderation-hide-lead-elsewhere = The text disappears from the page. The reason is shown in its place. The author is not told by e-mail: their account is on another server.
moderation-decision-dismissed = Kept online
moderation-decision-hidden = Hidden
