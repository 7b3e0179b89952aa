//! The audit log: what the staff did, by whom and when.

use super::desk::{self, Desk, Section};
use crate::error::Reply;
use crate::page::{Page, html};
use crate::texts::Texts;
use crate::viewer::Staff;
use askama::Template;
use axum::extract::Query;
use domain::Timestamp;
use domain::actor::ActorKind;
use domain::event::EventKind;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use store::journal::Line;
use store::{Db, Uid};

/// Lines on a page.
const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "office/journal.html")]
struct Journal {
    page: Page,
    desk: Desk,
    lines: Vec<Act>,
    older: Option<i64>,
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

/// What a line is about: what to call it and where it is.
type Names = HashMap<Uid, (String, String)>;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    before: String,
}

/// `GET /admin/journal`.
pub(super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Journal, "journal-title").await?;
    let before = asked.before.parse::<i64>().ok();
    let (mut rows, names) = visit
        .web
        .app
        .store
        .read(move |db| {
            let rows = store::journal::staff_acts(db, before, PER_PAGE + 1)?;
            let names = names(db, &rows)?;
            Ok::<_, store::Error>((rows, names))
        })
        .await?;
    let shown = usize::try_from(PER_PAGE).unwrap_or(rows.len());
    let more = rows.len() > shown;
    rows.truncate(shown);
    let older = if more { rows.last().map(|(line, _)| line.id) } else { None };
    let lines = rows.into_iter().map(|(line, who)| act(&page.t, line, who, &names)).collect();
    html(Journal { page, desk, lines, older })
}

/// The contributions, consultations and people that these lines are about.
fn names(db: &mut Db, rows: &[(Line, Option<String>)]) -> store::Result<Names> {
    let subjects: HashSet<Uid> = rows.iter().filter_map(|(line, _)| line.subject_id).collect();
    let ids: Vec<Uid> = subjects.iter().copied().collect();
    let mut names = Names::new();
    for card in store::views::cards::by_ids(db, &ids, None)? {
        let contribution = card.contribution;
        names.insert(contribution.id, (contribution.title, format!("/c/{}/p/{}", card.slug, contribution.id.0)));
    }
    let consultations: HashSet<Uid> = rows.iter().filter_map(|(line, _)| line.consultation_id).collect();
    for id in consultations {
        if let Some(consultation) = store::consultations::find(db, id)? {
            names.insert(id, (consultation.title, format!("/c/{}", consultation.slug)));
        }
    }
    for id in subjects {
        if !names.contains_key(&id)
            && let Some(actor) = store::actors::find(db, id)?
        {
            let account = actor.kind == ActorKind::Person.code();
            let path = if account { format!("/admin/users/{}", actor.username) } else { String::new() };
            names.insert(id, (actor.display_name, path));
        }
    }
    Ok(names)
}

// ftl: event-*
fn act(t: &Texts, line: Line, who: Option<String>, names: &Names) -> Act {
    let kind = EventKind::parse(&line.kind);
    let who = match (line.actor_id, who) {
        (None, _) => t.get("journal-machine"),
        (Some(_), Some(name)) if !name.is_empty() => name,
        (Some(_), _) => t.get("journal-erased"),
    };
    let found = line.subject_id.and_then(|id| names.get(&id)).or_else(|| line.consultation_id.and_then(|id| names.get(&id)));
    let (subject, path) = match found {
        Some((name, path)) if name.is_empty() && path.contains("/p/") => (t.get("journal-reply-to"), path.clone()),
        Some((name, _)) if name.is_empty() => (t.get("journal-erased"), String::new()),
        Some((name, path)) => (name.clone(), path.clone()),
        None => (t.get("journal-instance"), String::new()),
    };
    let detail = kind.zip(line.detail).map(|(kind, code)| detail(t, kind, &code)).unwrap_or_default();
    Act { at: line.at.0, who, act: t.code("event", &line.kind), detail, subject, path }
}

/// The word for the code that completes an event; nothing where the event says enough.
// ftl: role-* answer-state-* mark-* reason-* moderation-decision-* journal-detail-*
fn detail(t: &Texts, kind: EventKind, code: &str) -> String {
    let list = match kind {
        EventKind::RoleChanged => "role",
        EventKind::AnsweredOfficially => "answer-state",
        EventKind::ContributionRecognised => "mark",
        EventKind::ContributionHidden => "reason",
        EventKind::ReportDecided => "moderation-decision",
        EventKind::ConsultationEdited | EventKind::HostRuleChanged => "journal-detail",
        EventKind::InstanceSetUp
        | EventKind::SettingsChanged
        | EventKind::ConsultationDrafted
        | EventKind::ConsultationPublished
        | EventKind::ProposalPublished
        | EventKind::DiscussionStarted
        | EventKind::ReplyPublished
        | EventKind::ContributionEdited
        | EventKind::ContributionWithdrawn
        | EventKind::ContributionRestored
        | EventKind::SupportGiven
        | EventKind::SupportTakenBack
        | EventKind::ContributionReported
        | EventKind::AccountOpened
        | EventKind::SignedIn
        | EventKind::SignedOut
        | EventKind::SignInLinkRequested
        | EventKind::ProfileChanged
        | EventKind::PasswordChanged
        | EventKind::AccountErased
        | EventKind::AccountSuspended
        | EventKind::AccountReinstated
        | EventKind::TokenIssued
        | EventKind::ContributionsImported
        | EventKind::PictureStored
        | EventKind::FollowReceived
        | EventKind::FollowEnded
        | EventKind::FollowAsked
        | EventKind::FollowAnswered
        | EventKind::FollowStopped
        | EventKind::QuoteAsked
        | EventKind::MirrorChanged
        | EventKind::RemoteActorLearnt
        | EventKind::RemoteActorErased
        | EventKind::ActivityNoted
        | EventKind::DeliveriesHurried => return String::new(),
    };
    t.find(&format!("{list}-{code}")).unwrap_or_default()
}
