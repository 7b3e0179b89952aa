# Back office: home, lists, official answers.
office-name = Town hall desk
office-waiting = waiting
office-nav-home = To do
office-nav-consultations = Consultations
office-nav-answers = Answers
office-nav-stakeholders = Stakeholders
office-nav-moderation = Moderation
office-nav-users = Accounts
office-nav-journal = Log
office-nav-settings = Settings
office-hello = Hello { $name }
office-home-lead = Here is what is waiting for you, most urgent first.
office-nothing = Nothing is waiting
office-nothing-text = Everything has been dealt with. You can prepare what comes next.
office-task-reports =
    { $count ->
        [one] report to look at
       *[other] reports to look at
    }
office-task-reports-note = The reported text stays online until you decide.
office-task-answers =
    { $count ->
        [one] contribution is waiting for an answer
       *[other] contributions are waiting for an answer
    }
office-task-answers-late =
    { $count ->
        [one] { $count } has been waiting for more than 30 days
       *[other] { $count } have been waiting for more than 30 days
    }
office-task-drafts =
    { $count ->
        [one] draft to publish
       *[other] drafts to publish
    }
office-task-drafts-note = A draft can be seen by the team only.
office-task-calls =
    { $count ->
        [one] consultation offered by another authority
       *[other] consultations offered by other authorities
    }
office-task-calls-note = You can carry it here. The people who live here then take part on your pages.
office-task-street =
    { $count ->
        [one] report from the street to look at
       *[other] reports from the street to look at
    }
office-task-overdue =
    { $count ->
        [one] report past its deadline
       *[other] reports past their deadline
    }
office-task-ending =
    { $count ->
        [0] phase ends today
        [one] phase ends tomorrow
       *[other] phase ends in { $count } days
    }
office-task-ending-note = { $phase }, { $consultation }
office-task-failed =
    { $count ->
        [one] message could not be sent
       *[other] messages could not be sent
    }
office-task-failed-note = Show this number to whoever runs the server: the cause is in its technical log.
office-running = Current consultations
office-running-none = No consultation is open or being prepared.
office-open-consultation = Open a consultation
office-consultations = Consultations
office-consultations-lead = Drafts, open and closed consultations.
office-no-consultation = No consultation yet
office-no-consultation-text = Choose an aim and we will prepare the phases with you.
office-col-consultation = Consultation
office-col-state = State
office-col-until = Until
office-col-contributions = Contributions
office-col-participants = Participants
office-no-date = No date
office-stage-draft = Draft
office-stage-upcoming = Opening soon
office-stage-open = Open
office-stage-pause = Between two phases
office-stage-closed = Closed
office-save = Save
office-cancel = Cancel
office-confirm = Press again to confirm
office-all = All
office-filter = Filter
office-answers = Answer
office-answers-lead = Contributions without a decision, most supported first. An answer within 30 days shows people that they are read.
office-answers-none = Everything has an answer
office-answers-none-text = New contributions will appear here.
office-answers-count =
    { $count ->
        [one] { $count } contribution without a decision
       *[other] { $count } contributions without a decision
    }
office-supports =
    { $count ->
        [one] supporter
       *[other] supporters
    }
office-supports-of =
    { $count ->
        [0] No supporters
        [one] { $count } supporter
       *[other] { $count } supporters
    }
office-replies =
    { $count ->
        [one] { $count } reply from residents
       *[other] { $count } replies from residents
    }
office-unanswered = No answer yet
office-late = Over 30 days
office-answer-do = Answer
office-pick = Add to the selection
office-bulk = Acknowledge the selection
office-bulk-hint = Each ticked contribution becomes “Received”. Its author is told by e-mail.
office-bulk-do = Acknowledge
office-bulk-empty = Tick at least one contribution.
office-answer = Answer a contribution
office-past-answer = Answer already published
office-models = Start from a template
office-models-hint = A template fills in the state and the text. Adapt it: people notice a ready-made answer at once.
office-model-received = We have read your contribution. We will answer you here before [date].
office-model-under_study = Your idea is being studied. [Name of the department] is looking at [what is studied]. We will publish the result here before [date].
office-model-accepted = We accept your idea, because [reason]. It will be carried out [when and by whom].
office-model-partly_accepted = We accept part of your idea: [what is accepted]. We do not accept [what is not], because [reason].
office-model-refused = We do not accept your idea, because [reason]. This is what is planned instead: [what comes next].
office-model-done = It is done. [What was carried out, where and when.]
office-answer-state = State
office-answer-state-hint = “Received” and “Under study” say that work goes on. The other states are a decision.
office-answer-body = Answer
office-answer-body-hint = Say why, in a few sentences. A decision without a reason reads as a refusal. At least 20 characters for a decision.
office-answer-placeholder = Replace the passages in square brackets before publishing.
office-signed-by = Signed by
office-signed-by-hint = A name and a role, so that people know who is answering.
office-answer-note = The answer will be public. The author of the contribution is told by e-mail. Earlier answers remain visible.
office-answer-publish = Publish the answer
office-marks = Recognise this contribution
office-marks-hint = A mark appears beside the title. Give it for the quality of the text, not for the opinion it defends.
office-mark-quality-hint = It is well argued, documented, useful to the debate.
office-mark-impact-hint = It changed the project.
office-mark-give = Give the mark
office-mark-remove = Remove the mark
office-acknowledgement = We have read your contribution. An answer will be published here.
flash-office-saved = Saved.
flash-office-drafted = The draft is ready, with its phases. Complete the texts, then publish.
flash-office-published = The consultation is published: everybody can read it.
flash-office-answered = Your answer is published. The author has been told.
flash-office-received = The authors know that their contribution has arrived.
flash-office-hidden = The text is hidden. The author has received the reason.
flash-office-restored = The text is visible again.
flash-office-kept = The text stays online. The report is closed.
