//! Events: what happened, in the past tense. One is appended to the journal by every action, in its transaction. They carry ids and codes only.

pub use crate::happened::{ELSEWHERE, Event};
pub use crate::recorded::RECORDED;

crate::words! {
    /// What happened.
    EventKind {
        /// The instance was set up.
        InstanceSetUp = "instance_set_up",
        /// The collectivity's identity or the settings changed.
        SettingsChanged = "settings_changed",
        /// A consultation was created as a draft.
        ConsultationDrafted = "consultation_drafted",
        /// A consultation was edited.
        ConsultationEdited = "consultation_edited",
        /// A consultation was published.
        ConsultationPublished = "consultation_published",
        /// A proposal was published.
        ProposalPublished = "proposal_published",
        /// A discussion was started.
        DiscussionStarted = "discussion_started",
        /// A reply was published.
        ReplyPublished = "reply_published",
        /// A contribution was edited by its author.
        ContributionEdited = "contribution_edited",
        /// A contribution was withdrawn by its author.
        ContributionWithdrawn = "contribution_withdrawn",
        /// A contribution was hidden by a moderator.
        ContributionHidden = "contribution_hidden",
        /// A hidden contribution was shown again.
        ContributionRestored = "contribution_restored",
        /// A contribution received a mark of recognition.
        ContributionRecognised = "contribution_recognised",
        /// A support was given.
        SupportGiven = "support_given",
        /// A support was taken back.
        SupportTakenBack = "support_taken_back",
        /// The collectivity answered.
        AnsweredOfficially = "answered_officially",
        /// A contribution was reported.
        ContributionReported = "contribution_reported",
        /// A report was decided upon.
        ReportDecided = "report_decided",
        /// An account was opened.
        AccountOpened = "account_opened",
        /// Somebody signed in.
        SignedIn = "signed_in",
        /// Somebody signed out, here or everywhere.
        SignedOut = "signed_out",
        /// A sign-in link was asked for.
        SignInLinkRequested = "sign_in_link_requested",
        /// An account's profile changed.
        ProfileChanged = "profile_changed",
        /// A password was set or removed.
        PasswordChanged = "password_changed",
        /// An account was erased by its owner.
        AccountErased = "account_erased",
        /// A role was given.
        RoleChanged = "role_changed",
        /// An account was suspended.
        AccountSuspended = "account_suspended",
        /// A suspended account was opened again.
        AccountReinstated = "account_reinstated",
        /// An API token was made.
        TokenIssued = "token_issued",
        /// Contributions were imported.
        ContributionsImported = "contributions_imported",
        /// A picture was stored.
        PictureStored = "picture_stored",
        /// Somebody elsewhere follows an actor of this instance.
        FollowReceived = "follow_received",
        /// Somebody elsewhere follows no more.
        FollowEnded = "follow_ended",
        /// An actor of this instance asked to follow one elsewhere.
        FollowAsked = "follow_asked",
        /// An actor elsewhere answered that.
        FollowAnswered = "follow_answered",
        /// An actor of this instance follows no more.
        FollowStopped = "follow_stopped",
        /// Somebody elsewhere asked whether they may quote.
        QuoteAsked = "quote_asked",
        /// Something published elsewhere was noted, changed or removed.
        MirrorChanged = "mirror_changed",
        /// The document of an actor elsewhere was read.
        RemoteActorLearnt = "remote_actor_learnt",
        /// An actor elsewhere was deleted by its server.
        RemoteActorErased = "remote_actor_erased",
        /// An activity was received that changes nothing here but must count once.
        ActivityNoted = "activity_noted",
        /// An administrator decided about another server.
        HostRuleChanged = "host_rule_changed",
        /// An administrator asked for what waits to be sent now.
        DeliveriesHurried = "deliveries_hurried",
        /// A moderator wants nothing more from an actor elsewhere.
        ActorBarred = "actor_barred",
        /// That is over.
        ActorUnbarred = "actor_unbarred",
        /// A moderator told the server a contribution comes from what is wrong with it.
        ReportForwarded = "report_forwarded",
        /// A text that may have left under its author's name is taken back from wherever it went: they agree no more.
        ContributionRecalled = "contribution_recalled",
        /// An actor elsewhere wants nothing more to do with one of this instance, or does again.
        ShutOut = "shut_out",
        /// A questionnaire was begun.
        QuestionnaireDrafted = "questionnaire_drafted",
        /// A questionnaire's texts, dates or questions changed.
        QuestionnaireEdited = "questionnaire_edited",
        /// A questionnaire was published.
        QuestionnairePublished = "questionnaire_published",
        /// A questionnaire was closed by an agent.
        QuestionnaireClosed = "questionnaire_closed",
        /// Some of the results of a questionnaire were published.
        QuestionnaireResultsPublished = "questionnaire_results_published",
        /// An agent took the answers away in a file.
        QuestionnaireAnswersTaken = "questionnaire_answers_taken",
        /// An agent decided about an answer that was set apart.
        QuestionnaireAnswerDecided = "questionnaire_answer_decided",
        /// Somebody answered: who is not said.
        QuestionnaireAnswered = "questionnaire_answered",
        /// Somebody's answer was deleted: whose is not said.
        QuestionnaireAnswerErased = "questionnaire_answer_erased",
        /// A vote was prepared or changed while it was a draft.
        VoteDrafted = "vote_drafted",
        /// A vote was published.
        VotePublished = "vote_published",
        /// A vote was called off.
        VoteCancelled = "vote_cancelled",
        /// A ballot was put into a box or replaced there: nobody says whose.
        BallotCast = "ballot_cast",
        /// A vote was closed and counted.
        VoteClosed = "vote_closed",
        /// A vote began to take ballots.
        VoteOpened = "vote_opened",
        /// An account of another server answered a poll: whose is not said.
        SignalGiven = "signal_given",
        /// Such an answer was taken back: whose is not said.
        SignalTakenBack = "signal_taken_back",
        /// Other servers are told how many answered a poll there.
        SignalTold = "signal_told",
        /// The envelopes of a participatory budget were set.
        EnvelopesSet = "envelopes_set",
        /// A service worked on a project of a participatory budget: assigned, noted, studied, moved.
        ProjectStudied = "project_studied",
        /// The works of a selected project moved on, or news of them were published.
        WorksReported = "works_reported",
        /// An option of a vote was taken back after publication.
        OptionWithdrawn = "option_withdrawn",
        /// What speaks for and against a subject is shown side by side, or no more.
        DiscussionArranged = "discussion_arranged",
        /// An official answer to what many support was promised, or is no more.
        PromiseChanged = "promise_changed",
        /// What the map of a consultation shows, or asks for, changed.
        MapChanged = "map_changed",
        /// It was decided in which ways people reach a ballot.
        WaysChosen = "ways_chosen",
        /// Codes for letters were made.
        CodesMade = "codes_made",
        /// The code of a lost letter was cancelled.
        CodeCancelled = "code_cancelled",
        /// The list of those who may vote was loaded.
        VoterListLoaded = "voter_list_loaded",
        /// An agent saw somebody at a desk and gave them a ballot: whom is not said.
        VoterReceived = "voter_received",
        /// An agent noted that somebody voted on paper: who is not said.
        PaperMarked = "paper_marked",
        /// Paper ballots were typed in, for the first or the second time.
        PaperTyped = "paper_typed",
        /// What was typed of a batch was thrown away, to be typed anew.
        PaperDropped = "paper_dropped",
        /// Both typings of a batch agree: its ballots are in the box.
        PaperAgreed = "paper_agreed",
        /// Territories that carry a consultation are told of a vote that they hold together; one of them, where somebody is named.
        VoteShared = "vote_shared",
        /// This territory says how many have voted in a vote of an organiser.
        TurnoutSaid = "turnout_said",
        /// This territory signed what its ballots in a common vote give, or how many have voted.
        TallySigned = "tally_signed",
        /// A territory said what its ballots in a common vote give.
        TallyReceived = "tally_received",
        /// What a territory said was compared with the ballots that it publishes.
        TallyChecked = "tally_checked",
        /// What all territories say together was counted.
        WholeCounted = "whole_counted",
        /// The organiser of a consultation that is carried here is told how many people of here support what is said in it: who is not said.
        SupportsTold = "supports_told",
        /// A territory said how many of its people support what is said in a consultation of ours.
        SupportsHeard = "supports_heard",
        /// All paper was counted and compared with the list of those who voted on paper.
        PaperSettled = "paper_settled",
        /// A consultation reaches less far: something of it is taken back from those who may not have it any more.
        ReachNarrowed = "reach_narrowed",
        /// A deletion that another instance asked for was carried out here.
        DeletionHonoured = "deletion_honoured",
        /// Another instance signed that a deletion was carried out there.
        DeletionConfirmed = "deletion_confirmed",
        /// Somebody asked that an organisation be opened.
        OrganisationAsked = "organisation_asked",
        /// An organisation was opened.
        OrganisationOpened = "organisation_opened",
        /// What somebody asked was not opened.
        OrganisationDeclined = "organisation_declined",
        /// What an organisation says of itself changed.
        OrganisationChanged = "organisation_changed",
        /// An organisation was closed, or opened again.
        OrganisationClosed = "organisation_closed",
        /// Who acts in the name of an organisation changed.
        MembersChanged = "members_changed",
        /// The collectivity offered to accredit an organisation.
        AccreditationOffered = "accreditation_offered",
        /// A collectivity elsewhere offers to accredit an organisation of here, or one of elsewhere answered.
        AccreditationReceived = "accreditation_received",
        /// An organisation answered such an offer.
        AccreditationAnswered = "accreditation_answered",
        /// An accreditation was ended by one of the two sides.
        AccreditationEnded = "accreditation_ended",
        /// A consultation was opened to other territories, or its rules for them changed.
        CallOpened = "call_opened",
        /// It was chosen which territories a consultation of ours is offered to, or not any more.
        TerritoriesChosen = "territories_chosen",
        /// No other territory can join a consultation any more.
        CallWithdrawn = "call_withdrawn",
        /// A territory joined a consultation of ours, or left it.
        CarrierChanged = "carrier_changed",
        /// Those who carry a consultation are told who else does: one line for several changes.
        CarriersTold = "carriers_told",
        /// A consultation of ours was taken from a territory that carried it, or was asked to.
        CarrierDismissed = "carrier_dismissed",
        /// A collectivity elsewhere called territories to carry its consultation, or changed that call.
        CallHeard = "call_heard",
        /// The organiser of a consultation that is carried here answered officially, or takes that back.
        AnswerHeard = "answer_heard",
        /// An agent asked to carry a consultation of another collectivity.
        CarryingAsked = "carrying_asked",
        /// The organiser answered that.
        CarryingAnswered = "carrying_answered",
        /// A consultation of another collectivity is carried here no more.
        CarryingLeft = "carrying_left",
        /// An administrator proposed to the collectivity of another server that both recognise each other.
        RecognitionProposed = "recognition_proposed",
        /// An administrator answered such a proposal.
        RecognitionAnswered = "recognition_answered",
        /// An administrator took a recognition back.
        RecognitionEnded = "recognition_ended",
        /// The other collectivity proposed, answered or took back.
        RecognitionHeard = "recognition_heard",
        /// A consultation of another collectivity is shared with those who follow ours.
        ListingShared = "listing_shared",
        /// It is shared no more.
        ListingUnshared = "listing_unshared",
        /// A report from the street counts.
        StreetReported = "street_reported",
        /// Somebody follows a report from the street, or no more: who is not said.
        StreetFollowed = "street_followed",
        /// Somebody of another server is told where a report stands that they made or follow: who is not said.
        StreetTold = "street_told",
        /// An agent worked on a report from the street.
        StreetTended = "street_tended",
        /// What can be reported from the street, and who looks after it, changed.
        StreetArranged = "street_arranged",
        /// A report from the street was sent to the collectivity that is competent, or taken back from it.
        StreetForwarded = "street_forwarded",
        /// Another collectivity sent a report from the street, or said what becomes of one of ours.
        StreetHeard = "street_heard",
        /// What is known of a report from the street changed: whoever follows its groups hears of it.
        StreetChanged = "street_changed",
        /// A group of reports from the street has another name, or is gone.
        StreetGroupChanged = "street_group_changed",
        /// A commitment was written, changed or removed before its publication.
        CommitmentDrafted = "commitment_drafted",
        /// A commitment was published.
        CommitmentPublished = "commitment_published",
        /// A published commitment was changed, or the contributions it comes from.
        CommitmentEdited = "commitment_edited",
        /// How a commitment goes was reported.
        CommitmentReported = "commitment_reported",
        /// The order of the commitments of a consultation changed.
        CommitmentsOrdered = "commitments_ordered",
        /// Somebody proposed an initiative or a petition.
        InitiativeProposed = "initiative_proposed",
        /// The collectivity itself asked people to act.
        InitiativePromoted = "initiative_promoted",
        /// An agent admitted an initiative, or did not.
        InitiativeDecided = "initiative_decided",
        /// An initiative changed or was ended.
        InitiativeChanged = "initiative_changed",
        /// Somebody acted or signed, or takes that back: who is not said.
        ActNoted = "act_noted",
        /// Enough people signed a petition: the collectivity owes an answer.
        PetitionReached = "petition_reached",
        /// The collectivity answered a petition.
        PetitionAnswered = "petition_answered",
        /// What the collectivity promises about petitions changed.
        PetitionRulesChanged = "petition_rules_changed",
        /// What is published as open data changed, or its licence.
        OpenDataChanged = "open_data_changed",
        /// A project that looks for money was written or changed.
        FundingChanged = "funding_changed",
        /// Such a project was published.
        FundingPublished = "funding_published",
        /// What it raised was reported.
        FundingReported = "funding_reported",
        /// The secret with which its platform signs was made.
        FundingKeyMade = "funding_key_made",
        /// The report on a consultation was composed or edited; nobody reads it yet.
        ConsultationReportDrafted = "consultation_report_drafted",
        /// A version of the report on a consultation was published.
        ConsultationReportPublished = "consultation_report_published",
        /// The text that a consultation puts to discussion was written, changed or thrown away before it was opened.
        TextPrepared = "text_prepared",
        /// That text was opened, closed or settled.
        TextChanged = "text_changed",
        /// It was decided upon an amendment of such a text that its author withdrew or that was hidden: nobody is answered.
        AmendmentDecided = "amendment_decided",
        /// Somebody supports a paragraph of such a text, or no more: who is not said.
        ParagraphSupported = "paragraph_supported",
        /// A document of a consultation was added, has a newer version, or was taken away.
        DocumentChanged = "document_changed",
        /// A meeting was prepared, thrown away, or the list of those who come was taken.
        MeetingPrepared = "meeting_prepared",
        /// A meeting was published.
        MeetingPublished = "meeting_published",
        /// A published meeting changed, was called off, or has its minutes.
        MeetingChanged = "meeting_changed",
        /// Somebody registered for a meeting, moved up, gave the place back or came: who is not said.
        PlaceChanged = "place_changed",
        /// Somebody of another server is told of their place at a meeting: who is not said.
        PlaceTold = "place_told",
        /// News was written or changed before its publication, or thrown away.
        ArticleDrafted = "article_drafted",
        /// An article was proposed to the collectivity, or proposed again.
        ArticleSubmitted = "article_submitted",
        /// The collectivity does not publish a proposed article.
        ArticleRefused = "article_refused",
        /// News, an article, or another version of it, was published.
        ArticlePublished = "article_published",
        /// News or an article is not shown any more, or is not proposed any more.
        ArticleWithdrawn = "article_withdrawn",
        /// Somebody wants the newsletter, or no more: who is not said.
        SubscriptionChanged = "subscription_changed",
        /// An issue of the newsletter was written, changed or thrown away.
        NewsletterDrafted = "newsletter_drafted",
        /// An issue of the newsletter leaves.
        NewsletterSent = "newsletter_sent",
        /// The glossary, or what the collectivity says on the pages about itself, changed.
        PagesChanged = "pages_changed",
        /// A link was made that shows a draft.
        PreviewShared = "preview_shared",
        /// Such a link was taken back.
        PreviewRevoked = "preview_revoked",
    }
}
