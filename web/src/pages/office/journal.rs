//! The audit log: what the staff did, by whom and when.

use super::desk::{self, Desk, Section};
use super::show::Choice;
use crate::error::Reply;
use crate::form::encode;
use crate::page::{Page, html};
use crate::texts::Texts;
use crate::viewer::Staff;
use askama::Template;
use axum::extract::Query;
use domain::Timestamp;
use domain::actor::ActorKind;
use domain::event::EventKind;
use serde::Deserialize;
use std::collections::HashMap;
use store::Uid;
use store::journal::Line;
use store::views::audit::{self, Filter, Subject};

/// Lines on a page.
const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "office/journal.html")]
struct Journal {
    page: Page,
    desk: Desk,
    /// Kinds of acts one may choose.
    acts: Vec<Choice>,
    /// People of the staff one may choose.
    people: Vec<Choice>,
    /// Whether only some acts are asked for.
    filtered: bool,
    lines: Vec<Act>,
    /// The address of what came before.
    older: Option<String>,
}

/// A line of the log.
struct Act {
    at: Timestamp,
    who: String,
    act: String,
    detail: String,
    subject: String,
    path: String,
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    act: String,
    who: String,
    before: String,
}

/// `GET /admin/journal?act=…&who=…&before=…`.
pub(super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Journal, "journal-title").await?;
    let before = asked.before.parse::<i64>().ok();
    let kind = EventKind::parse(&asked.act).filter(|kind| kind.is_staff_act());
    let who = asked.who.clone();
    let read = visit.web.app.store.read(move |db| {
        let staff = audit::staff(db)?;
        let actor = staff.iter().find(|(_, handle, _)| *handle == who).map(|(id, ..)| *id);
        // Nobody of that name: nothing was done by them.
        let rows = match actor {
            None if !who.is_empty() => Vec::new(),
            actor => audit::page(db, Filter { kind, actor }, before, PER_PAGE + 1)?,
        };
        let subjects = audit::subjects(db, &rows.iter().map(|(line, _)| line).collect::<Vec<_>>())?;
        Ok::<_, store::Error>((rows, subjects, staff))
    });
    let (mut rows, subjects, staff) = read.await?;
    let shown = usize::try_from(PER_PAGE).unwrap_or(rows.len());
    let more = rows.len() > shown;
    rows.truncate(shown);
    let last = if more { rows.last().map(|(line, _)| line.id) } else { None };
    let filter = format!("act={}&who={}", kind.map_or("", EventKind::code), encode(&asked.who));
    let lines = rows.into_iter().map(|(line, who)| act(&page.t, line, who, &subjects)).collect();
    // ftl: event-*
    let choice = |each: &EventKind| Choice::new(each.code(), page.t.code("event", each.code()), Some(*each) == kind);
    let acts = EventKind::ALL.iter().filter(|kind| kind.is_staff_act()).map(choice).collect();
    let people = staff.into_iter().map(|(_, handle, name)| Choice::new(&handle, name, handle == asked.who)).collect();
    let filtered = kind.is_some() || !asked.who.is_empty();
    html(Journal { acts, people, filtered, lines, older: last.map(|id| format!("/admin/journal?{filter}&before={id}")), page, desk })
}

// ftl: event-*
fn act(t: &Texts, line: Line, who: Option<String>, subjects: &HashMap<Uid, Subject>) -> Act {
    let kind = EventKind::parse(&line.kind);
    let who = match (line.actor_id, who) {
        (None, _) => t.get("journal-machine"),
        (Some(_), Some(name)) if !name.is_empty() => name,
        (Some(_), _) => t.get("journal-erased"),
    };
    let about = [line.subject_id, line.consultation_id].into_iter().flatten().find_map(|id| subjects.get(&id).map(|found| (id, found)));
    let (subject, path) = match about {
        None => (t.get("journal-instance"), String::new()),
        Some((id, Subject::Contribution(title, slug))) => {
            let name = if title.is_empty() { t.get("journal-reply-to") } else { title.clone() };
            (name, format!("/c/{slug}/p/{}", id.0))
        }
        Some((_, Subject::Consultation(title, slug))) => (title.clone(), format!("/c/{slug}")),
        Some((_, Subject::Actor(name, ..))) if name.is_empty() => (t.get("journal-erased"), String::new()),
        Some((_, Subject::Actor(name, handle, code)))
            if code == ActorKind::Person.code() && !matches!(kind, Some(EventKind::ActorBarred | EventKind::ActorUnbarred)) =>
        {
            (name.clone(), format!("/admin/users/{handle}"))
        }
        Some((_, Subject::Actor(name, ..))) => (name.clone(), String::new()),
    };
    let detail = kind.zip(line.detail).map(|(kind, code)| detail(t, kind, &code)).unwrap_or_default();
    Act { at: line.at.0, who, act: t.code("event", &line.kind), detail, subject, path }
}

/// The word for the code that completes an event; nothing where the event says enough.
// ftl: text-state-* role-* answer-state-* mark-* reason-* moderation-decision-* journal-detail-* works-state-* commitment-state-* initiative-act-*
// Several to a line: the list is long and says one thing.
#[rustfmt::skip]
fn detail(t: &Texts, kind: EventKind, code: &str) -> String {
    let list = match kind {
        EventKind::RoleChanged => "role",
        EventKind::AnsweredOfficially => "answer-state",
        EventKind::ContributionRecognised => "mark",
        EventKind::ContributionHidden | EventKind::ReportForwarded => "reason",
        EventKind::ReportDecided => "moderation-decision",
        EventKind::WorksReported => "works-state",
        EventKind::StreetTended => "street-state",
        EventKind::CommitmentReported => "commitment-state",
        EventKind::TextChanged => "text-state",
        EventKind::FundingReported => "funding-source",
        EventKind::InitiativeDecided | EventKind::InitiativeChanged => "initiative-act",
        EventKind::ConsultationEdited | EventKind::HostRuleChanged | EventKind::OrganisationClosed | EventKind::AccreditationEnded
        | EventKind::CommitmentDrafted | EventKind::CommitmentEdited | EventKind::RecognitionAnswered | EventKind::MeetingPrepared | EventKind::MeetingChanged | EventKind::DocumentChanged => "journal-detail",
        EventKind::QuestionnaireDrafted | EventKind::QuestionnaireEdited | EventKind::QuestionnairePublished
        | EventKind::QuestionnaireClosed | EventKind::QuestionnaireResultsPublished | EventKind::QuestionnaireAnswersTaken
        | EventKind::QuestionnaireAnswerDecided | EventKind::QuestionnaireAnswered | EventKind::QuestionnaireAnswerErased
        | EventKind::InstanceSetUp | EventKind::SettingsChanged | EventKind::ConsultationDrafted | EventKind::ConsultationPublished
        | EventKind::ProposalPublished | EventKind::DiscussionStarted | EventKind::ReplyPublished | EventKind::ContributionEdited
        | EventKind::ContributionWithdrawn | EventKind::ContributionRestored | EventKind::SupportGiven | EventKind::SupportTakenBack
        | EventKind::ContributionReported | EventKind::AccountOpened | EventKind::SignedIn | EventKind::SignedOut
        | EventKind::SignInLinkRequested | EventKind::ProfileChanged | EventKind::PasswordChanged | EventKind::AccountErased
        | EventKind::AccountSuspended | EventKind::AccountReinstated | EventKind::TokenIssued | EventKind::ContributionsImported
        | EventKind::PictureStored | EventKind::FollowReceived | EventKind::FollowEnded | EventKind::FollowAsked
        | EventKind::FollowAnswered | EventKind::FollowStopped | EventKind::QuoteAsked | EventKind::MirrorChanged
        | EventKind::RemoteActorLearnt | EventKind::RemoteActorErased | EventKind::ActivityNoted | EventKind::DeliveriesHurried
        | EventKind::ActorBarred | EventKind::ActorUnbarred | EventKind::ContributionRecalled | EventKind::ShutOut
        | EventKind::VoteDrafted | EventKind::VotePublished | EventKind::VoteCancelled | EventKind::BallotCast | EventKind::VoteClosed
        | EventKind::OptionWithdrawn | EventKind::VoteOpened | EventKind::SignalGiven | EventKind::SignalTakenBack | EventKind::SignalTold
        | EventKind::EnvelopesSet | EventKind::ProjectStudied | EventKind::DiscussionArranged
        | EventKind::PromiseChanged
        | EventKind::MapChanged
        | EventKind::WaysChosen | EventKind::CodesMade | EventKind::CodeCancelled | EventKind::VoterListLoaded | EventKind::VoterReceived
        | EventKind::VoteShared | EventKind::TurnoutSaid | EventKind::TallySigned | EventKind::TallyReceived | EventKind::TallyChecked
        | EventKind::WholeCounted | EventKind::SupportsTold | EventKind::SupportsHeard
        | EventKind::PaperMarked | EventKind::PaperTyped | EventKind::PaperDropped | EventKind::PaperAgreed | EventKind::PaperSettled
        | EventKind::OrganisationAsked | EventKind::OrganisationOpened | EventKind::OrganisationDeclined | EventKind::OrganisationChanged
        | EventKind::MembersChanged | EventKind::AccreditationOffered | EventKind::AccreditationReceived | EventKind::AccreditationAnswered
        | EventKind::CallOpened | EventKind::TerritoriesChosen | EventKind::CallWithdrawn | EventKind::CarrierChanged | EventKind::CarriersTold | EventKind::CarrierDismissed
        | EventKind::CallHeard | EventKind::AnswerHeard | EventKind::CarryingAsked
        | EventKind::CarryingAnswered | EventKind::CarryingLeft
        | EventKind::RecognitionProposed | EventKind::RecognitionEnded | EventKind::RecognitionHeard
        | EventKind::ReachNarrowed | EventKind::DeletionHonoured | EventKind::DeletionConfirmed
        | EventKind::StreetReported | EventKind::StreetFollowed | EventKind::StreetTold | EventKind::StreetArranged | EventKind::StreetForwarded | EventKind::StreetHeard
        | EventKind::StreetChanged | EventKind::StreetGroupChanged
        | EventKind::CommitmentPublished | EventKind::CommitmentsOrdered
        | EventKind::ConsultationReportDrafted | EventKind::ConsultationReportPublished
        | EventKind::MeetingPublished | EventKind::PlaceChanged | EventKind::PlaceTold | EventKind::TextPrepared | EventKind::AmendmentDecided | EventKind::ParagraphSupported
        | EventKind::ArticleDrafted | EventKind::ArticleSubmitted | EventKind::ArticleRefused | EventKind::ArticlePublished
        | EventKind::ArticleWithdrawn | EventKind::SubscriptionChanged | EventKind::NewsletterDrafted | EventKind::NewsletterSent
        | EventKind::PagesChanged | EventKind::PreviewShared | EventKind::PreviewRevoked
        | EventKind::InitiativeProposed | EventKind::InitiativePromoted | EventKind::ActNoted | EventKind::PetitionReached
        | EventKind::PetitionAnswered | EventKind::PetitionRulesChanged | EventKind::OpenDataChanged
        | EventKind::FundingChanged | EventKind::FundingPublished | EventKind::FundingKeyMade
        | EventKind::ListingShared | EventKind::ListingUnshared => return String::new(),
    };
    t.find(&format!("{list}-{code}")).unwrap_or_default()
}
