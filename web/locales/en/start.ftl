# "I would like to…": the door of the back office, one approach at a time.
start-title = I would like to…
start-lead = Choose an approach. A few questions, each explained; the rest is proposed and can be changed. Nothing is published without you.
start-choose = The approaches
start-one-page = I know what I need: open a consultation on one page
start-card-consult = Consult residents
start-card-consult-brings = Residents say what they think or answer a few questions, and everybody sees what you do with it.
start-card-consult-lasts = About four months, your answer included
start-card-consult-asks = One officer for a few hours a week, and an answer published at the end
start-card-concert = Work together on a plan or a project
start-card-concert-brings = Residents place their ideas on the map and debate them, and you publish a report on the process.
start-card-concert-lasts = About four months, report included
start-card-concert-asks = A project lead, one public meeting at least, and a written report
start-card-report = Gather reports from the street
start-card-report-brings = A pothole, a broken street lamp: residents report it from their phone and follow what becomes of it.
start-card-report-lasts = All year round, with no end date
start-card-report-asks = Somebody who reads every day and answers within the promised time
start-card-budget = Share a budget
start-card-budget-brings = Residents propose projects, you study them, they vote, and you carry out those that are selected.
start-card-budget-lasts = Five to six months until the vote, then a year of works
start-card-budget-asks = A sum voted by the council, and services to study each project
start-card-fund = Support projects through crowdfunding
start-card-fund-brings = You make known the local projects that look for money. Gifts go through a regulated platform, never through here.
start-card-fund-lasts = Usually a campaign of six weeks
start-card-fund-asks = Somebody who carries the project, and news of the sum raised
start-card-open_data = Open up data
start-card-open_data-brings = Everybody can reuse what the authority publishes here, in open formats and under a clear licence.
start-card-open_data-lasts = Once set, the files keep themselves up to date
start-card-open_data-asks = Choosing the data sets and their licence
start-ask-consult = I would like to consult residents
start-ask-concert = I would like to work together on a plan or a project
start-ask-budget = I would like to share a budget
start-first = Step 1 of 2
start-first-lead = Five questions at most. Texts and dates are then proposed to you.
start-second = Step 2 of 2
start-second-lead = This is what we propose. Read it and change what you like: everything can still be changed before publication.
start-next = See the proposal
start-again = Work out the dates again
start-level = How far do you go with residents?
start-level-information = Inform them
start-level-information-hint = The decision is taken: you explain it and answer questions.
start-level-consultation = Ask what they think
start-level-consultation-hint = You listen, then you decide, and you say why.
start-level-co_production = Decide with them
start-level-co_production-hint = The decision is made together, and you carry it out. Allow three more weeks.
start-frame = Why this process?
start-frame-hint = The law sometimes requires it. When in doubt, ask your planning department.
start-frame-planning = The law requires it (article L. 103-2 of the French planning code)
start-frame-planning-hint = Making or revising a local plan, creating a development zone, certain works. The wording is proposed to you.
start-frame-free = The authority wishes it
start-frame-free-hint = A square, a street, a facility: nothing requires it, you choose the terms.
start-asking = Place on the map
start-asking-hint = Asking for a place helps with the report, but leaves out ideas that have none.
start-asking-required = Every idea has a place
start-asking-optional = The place is optional
start-amount-hint = The sum voted by the council. For example 100 000. One envelope is created; you can add more, by district.
start-most = Cost of a project, at most
start-most-hint = In euros. A limit leaves room for several projects.
start-decider = Who decides in the end
start-decider-hint = Residents want to know who has the last word. For example: the council meeting of 25 March.
start-decider-first = The town council
start-questionnaire = Prepare a short questionnaire as well
start-questionnaire-hint = Two questions to begin with, for you to complete: useful for those who do not like writing.
start-teaser-information = All about the project: the reasons, the calendar, what changes for you. Ask your questions, the authority answers here.
start-teaser-consultation = Read the file, say what you think, and see here what the authority does with it.
start-teaser-co_production = Propose, improve, let us choose: the decision is made here, with you, and it will be carried out.
start-teaser-concert = Place your ideas on the map, discuss those of others, and follow the project up to the report.
start-teaser-budget = Propose a project for the town, vote for your favourites: the authority carries out those that are selected.
start-use-information = Who decides: { $decider }. This page explains the decision and its reasons. Every question asked gets a public answer.
start-use-consultation = Who decides: { $decider }. All contributions are read by the services and summed up in public. The answer, with its reasons, is published here in the last step.
start-use-co_production = Who decides: { $decider }, committed to carrying out what is built together. What cannot be done is explained here, point by point.
start-use-concert = Who decides: { $decider }. Every contribution is read and taken into the report on the process, which says what is kept, what is not, and why. The report is published here in the last step.
start-use-budget = Who decides: { $decider }, committed to carrying out the projects that the vote selects, within the envelope. Every project is studied by the services, and every author gets an answer with its reasons.
start-rules = Rules
start-rules-hint = Shown as the introduction. Short and precise: this is what people will read again when they disagree.
start-rules-lead = **Rules of the participatory budget**
start-rules-amount = - The budget to share is { $amount }.
start-rules-most = - A project costs { $amount } at most.
start-rules-rest = - Anybody with an account here may propose a project. | - A project serves the public interest, is within the powers of the authority and creates no large running cost. | - The services study every project, say whether it is feasible and what it costs; a refusal always comes with its reasons. | - The projects selected are those that the vote names, until the envelope is used up.
start-settled = Terms of the process
start-settled-hint = Shown under what is settled. Add what is no longer open to debate.
start-settled-planning = This process is held under article L. 103-2 of the French planning code. It involves residents, local associations and other people concerned for as long as the project is being prepared. At its end the authority adopts a report on it (article L. 103-6).
start-themes = Housing | Economy and shops | Mobility | Public spaces and nature | Facilities and services | Heritage and landscape
start-themes-title = Themes
start-themes-hint = One a line. They sort ideas on the map and in the report.
start-venue = Village hall
start-meeting = Public meeting
start-meeting-tick = Plan a public meeting
start-meeting-tick-hint = It is prepared as a draft: you announce it once the room is booked.
start-meeting-venue = Place
start-meeting-at = Date and time
start-meeting-at-hint = We propose the Thursday evening of the second week. Planned length: two hours.
start-meeting-title = Opening public meeting
start-meeting-body = Presentation of the project, questions and first ideas. Everybody is welcome.
start-steps = Steps
start-steps-hint = The steps follow each other from the first day. Change a length and those after it move.
start-step = Step { $number }
start-step-dates = from { $from } to { $to }
start-weeks = Length, in weeks
start-form-title = Your opinion in two questions
start-form-opinion = What do you think of this project?
start-form-choices = I am in favour | I am rather in favour | I am rather against | I am against | I have no opinion
start-form-change = What should be changed or added?
start-made = Your draft is ready
start-made-what = What is prepared
start-made-left = What remains to be done
start-made-preview = Have it read
start-made-preview-text =
    { $count ->
        [one] A secret link shows the page as it will be, without an account, for { $count } day. You can withdraw it at any time.
       *[other] A secret link shows the page as it will be, without an account, for { $count } days. You can withdraw it at any time.
    }
start-made-texts = The title, the teaser and how input will be used
start-made-steps =
    { $count ->
        [one] { $count } step, from { $from } to { $to }
       *[other] { $count } steps, from { $from } to { $to }
    }
start-made-themes =
    { $count ->
        [one] { $count } theme
       *[other] { $count } themes
    }
start-made-map = The map, on which ideas are placed
start-made-budget = An envelope of { $amount }
start-made-forms =
    { $count ->
        [one] { $count } questionnaire, as a draft
       *[other] { $count } questionnaires, as drafts
    }
start-made-meetings =
    { $count ->
        [one] { $count } public meeting, as a draft
       *[other] { $count } public meetings, as drafts
    }
start-left-introduction = Introduce the subject: what it is about, why now
start-left-cover = Choose a picture
start-left-documents = Add the file: plans, studies, the council’s decision
start-left-perimeter = Draw the perimeter on the map, unless the whole territory is concerned
start-left-forms = Complete the questionnaire, then publish it
start-left-meetings = Book the room, then announce the meeting
start-left-envelopes = Split the budget into several envelopes, if you like
start-left-vote = Prepare the vote once the projects are studied
start-left-publish = Read it through, then publish
start-report = I would like to gather reports from the street
start-report-lead = Four questions. Residents need no account: their address is confirmed by e-mail.
start-report-known = What can be reported already:
start-report-all = All the proposed categories are there already.
start-report-arrange = Arrange the categories
start-report-kinds = What can be reported?
start-report-kinds-hint = Tick only what the authority really deals with. You can add more later.
start-report-service-hint = Named in answers. For example: technical services.
start-report-referent-hint = The person who receives reports and answers. It can differ by category.
start-report-delay = Promised time to answer, in days
start-report-delay-hint = Shown to residents. Promise what you will keep; 0: nothing is promised.
start-report-note = Categories are created closed: nobody can report anything before you open them, on the next page.
start-report-do = Prepare the categories
start-report-made-lead = The categories are ready. Open them once the person in charge is told.
start-report-nothing-closed = All categories are open.
start-report-closed = Categories still closed
start-report-closed-hint = An open category receives reports at once.
start-report-open = Open for reports
start-report-opened =
    { $count ->
        [one] { $count } category is open.
       *[other] { $count } categories are open.
    }
start-report-see = See the page of reports
start-report-none = Tick at least one category to open.
start-report-days =
    { $count ->
        [one] answer within { $count } day
       *[other] answer within { $count } days
    }
start-report-left-categories = Adapt the categories: names, services, times
start-report-left-referent = Name somebody in charge of each category
start-report-left-areas = Entrust a district to an officer, if you like
start-kind-roads = Roads and pavements
start-kind-roads-hint = Road surface, pavement, cycle path, markings.
start-kind-lighting = Street lighting
start-kind-lighting-hint = A lamp that is out, flickering or damaged.
start-kind-cleanliness = Cleanliness
start-kind-cleanliness-hint = Fly-tipping, a full bin, graffiti.
start-kind-green = Green spaces
start-kind-green-hint = Tree, flower bed, lawn, playground.
start-kind-furniture = Street furniture
start-kind-furniture-hint = Bench, shelter, bollard, bicycle stand.
start-kind-signs = Signs and signals
start-kind-signs-hint = A sign that is missing or unreadable, broken traffic lights.
start-kind-water = Water and drains
start-kind-water-hint = Leak, drain, fountain.
start-kind-noise = Noise
start-kind-noise-hint = A nuisance that comes again: where, when, of what kind.
start-fund = I would like to support a project through crowdfunding
start-fund-lead = Five questions about a first project. Money never passes through here: it goes to the regulated platform that you name.
start-fund-title = Name of the project
start-fund-title-hint = What the money will make possible. Example: “A bread oven for the village”.
start-fund-body = The project in a few sentences
start-fund-body-hint = What it is for, where it stands, what gifts will make possible.
start-fund-carrier = Who carries it
start-fund-carrier-hint = The association, company or service that carries the project out.
start-fund-goal-title = Sum looked for, in euros
start-fund-goal-hint = Often less than a fifth of the whole cost: the rest comes from elsewhere.
start-fund-goal = { $amount } looked for by { $carrier }, as gifts
start-fund-dates = Campaign from { $from } to { $to }
start-fund-link = Address of the campaign
start-fund-link-hint = On the regulated platform, by https. Create the campaign there first.
start-fund-note =
    { $count ->
        [one] The rest is set for you: gifts, { $count } week of campaign from a Monday on. Everything can be changed before publication.
       *[other] The rest is set for you: gifts, { $count } weeks of campaign from a Monday on. Everything can be changed before publication.
    }
start-fund-hidden = Nobody else sees this project before it is published.
start-fund-left-terms = Check the form (gift, loan, investment) and the dates of the campaign
start-fund-left-reports = Choose how the sum raised is kept up to date: by hand, by file or by the platform
start-fund-left-publish = Read it through, then publish
fault-kinds-missing = Tick at least one category.
fault-delay-shape = Give a number of days from 0 to 730.
fault-weeks-shape = Give a number of weeks from 1 to 104.
fault-most-shape = Give an amount in euros, or nothing.
flash-start-street-open = It is open: residents can send reports.
editor-preset-mapped = Propose on the map
editor-preset-mapped-text = Place your ideas on the map, answer those of others and support those you like.
editor-preset-debate = Debate
editor-preset-debate-text = No new ideas: let us discuss those on the map and say which of them matter.
editor-preset-balance = Report
editor-preset-balance-text = The report on the process is published here: what is kept, what is not, and why.
start-by-administrators = The administrators of the site set this up.
start-by-named = The administrators of the site set this up: { $names }
start-open-data-lead = Say what anybody may reuse, under which licence, and whom to write to. Everything is filled in; change what you like.
start-open-data-note = Nothing changes for the public: you read it again, have it read, then publish.
start-open-data-made-lead = The open data, as it will be.
start-open-data-sets =
    { $count ->
        [0] No data set published
        [one] { $count } data set published
       *[other] { $count } data sets published
    }
start-open-data-withheld = Not published: { $names }
start-open-data-licence = Licence: { $name }
start-open-data-left-contact = Give an address to write to
start-open-data-left-read = Read the description and the list again
start-open-data-publish = Publish
start-open-data-publish-text = Pages, files and the catalogue change at once. You can go back in the settings.
start-open-data-do = Publish these choices
flash-start-open-data-open = It is published: here is the open data.
flash-office-prepared = It is prepared. Nothing is published without you.
