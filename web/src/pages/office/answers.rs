//! What waits for an official answer, and the acknowledgement of several contributions at once.

use super::answer::in_first_language;
use super::desk::{self, Desk, Section};
use super::show::{self, Choice};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done, encode};
use crate::page::{Page, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Query;
use domain::answer::AnswerState;
use domain::contribution::Kind;
use domain::id::ContributionId;
use domain::refusal::Refusal;
use domain::{Timestamp, markup, text};
use jiff::SignedDuration;
use serde::Deserialize;
use store::Uid;
use store::views::cards::Card;
use store::views::home::{State, Teaser};

/// Contributions on a page.
const PER_PAGE: i64 = 20;
/// Most contributions acknowledged at once.
const CHOSEN_MAX: usize = 20;
/// After how long an answer is late.
const LATE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Characters of an excerpt.
const EXCERPT: usize = 220;

#[derive(Template)]
#[template(path = "office/answers.html")]
struct Answers {
    page: Page,
    desk: Desk,
    consultations: Vec<Choice>,
    items: Vec<Item>,
    total: i64,
    pagination: Pagination,
    any_fresh: bool,
    only_promised: bool,
    signed_by: String,
    faults: Faulty,
}

/// A contribution that waits.
struct Item {
    id: String,
    path: String,
    title: String,
    excerpt: String,
    consultation: String,
    at: Timestamp,
    supports: i64,
    replies: i64,
    state: String,
    tone: &'static str,
    icon: &'static str,
    late: bool,
    fresh: bool,
    /// Whether an answer was promised to it.
    promised: bool,
}

/// How the acknowledgement went.
enum Outcome {
    /// Nothing is wrong.
    Fine,
    /// No contribution was ticked.
    NothingChosen,
    /// The form is faulty.
    Faulty(actions::Faults),
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    #[serde(rename = "in")]
    within: String,
    /// `on`: only those to which an answer is promised.
    promised: String,
    page: String,
}

/// `GET /admin/answers`.
pub(super) async fn list(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let signed_by = visit.me.as_ref().map(|me| me.name.clone()).unwrap_or_default();
    page(&visit, &asked, signed_by, Outcome::Fine).await
}

/// `POST /admin/answers/received`: every chosen contribution without an answer is acknowledged.
pub(super) async fn receive(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Answers)?;
    let chosen: Vec<ContributionId> =
        typed.iter().filter(|(name, _)| *name == "id").take(CHOSEN_MAX).filter_map(|(_, id)| ContributionId::parse(id)).collect();
    let signed_by = typed.get("signed_by").to_owned();
    if let Err(fault) = text::bounded_line(&signed_by, 2, text::NAME_MAX) {
        return page(&visit, &Asked::default(), signed_by, Outcome::Faulty(vec![("signed_by", fault)])).await;
    }
    if chosen.is_empty() {
        return page(&visit, &Asked::default(), signed_by, Outcome::NothingChosen).await;
    }
    // ftl: office-acknowledgement
    let body = in_first_language(&visit, "office-acknowledgement").await?;
    for id in chosen {
        match actions::office::answer(&visit.web.app, visit.viewer, id, AnswerState::Received, &body, &signed_by).await {
            // Answered, hidden, withdrawn or gone since the page was made: nothing to acknowledge any more.
            Ok(_) | Err(actions::Error::Refused(Refusal::NotFound | Refusal::Hidden | Refusal::Withdrawn | Refusal::AlreadyDone)) => {}
            Err(actions::Error::Faulty(faults)) => return page(&visit, &Asked::default(), signed_by, Outcome::Faulty(faults)).await,
            Err(other) => return Err(other.into()),
        }
    }
    Ok(done("/admin/answers", "office-received"))
}

async fn page(visit: &Visit, asked: &Asked, signed_by: String, outcome: Outcome) -> Reply {
    let (page, desk) = desk::open(visit, Section::Answers, "office-answers").await?;
    let now = visit.web.app.now();
    let within = asked.within.clone();
    let number = pagination::asked(&asked.page);
    let only_promised = asked.promised == "on";
    let (all, promises, (cards, total)) = visit
        .web
        .app
        .store
        .read(move |db| {
            let (all, _) = store::views::home::teasers(db, State::All, now, 0, 200)?;
            let chosen = all.iter().find(|teaser| teaser.consultation.slug == within).map(|teaser| teaser.consultation.id);
            let offset = pagination::offset(number, PER_PAGE);
            let waiting = if only_promised {
                store::views::office::promised(db, offset, PER_PAGE)?
            } else {
                store::views::office::unanswered(db, chosen, offset, PER_PAGE)?
            };
            Ok::<_, store::Error>((all, store::sides::promised(db, 200)?, waiting))
        })
        .await?;
    let published = all.iter().filter(|teaser| teaser.consultation.published_at.is_some());
    let consultations =
        published.map(|t| Choice::new(&t.consultation.slug, t.consultation.title.clone(), t.consultation.slug == asked.within)).collect();
    let promised = |card: &Card| is_promised(card, &all, &promises);
    let items: Vec<Item> = cards.into_iter().map(|card| Item { promised: promised(&card), ..item(&page.t, card, now) }).collect();
    let mut faults = Faulty::none();
    match outcome {
        Outcome::Fine => {}
        Outcome::NothingChosen => faults.add("chosen", page.t.get("office-bulk-empty")),
        Outcome::Faulty(wrong) => faults = Faulty::new(&page.t, &wrong),
    }
    let (page, status) = show::told(page, &faults);
    let within = encode(&asked.within);
    let pagination = Pagination::new(total, PER_PAGE, number, |n| {
        if only_promised { format!("/admin/answers?promised=on&page={n}") } else { format!("/admin/answers?in={within}&page={n}") }
    });
    let any_fresh = items.iter().any(|item| item.fresh);
    html_with(status, Answers { page, desk, consultations, items, total, pagination, any_fresh, only_promised, signed_by, faults })
}

/// Whether a proposal has as many supports as its consultation promised to answer.
fn is_promised(card: &Card, all: &[Teaser], promises: &[Uid]) -> bool {
    let contribution = &card.contribution;
    let threshold =
        all.iter().find(|teaser| teaser.consultation.id == contribution.consultation_id).map_or(0, |t| t.consultation.support_threshold);
    let reached = threshold > 0 && contribution.support_count >= threshold && contribution.kind == Kind::Proposal.code();
    reached && promises.contains(&contribution.consultation_id)
}

// ftl: answer-state-*
fn item(t: &Texts, card: Card, now: Timestamp) -> Item {
    let contribution = card.contribution;
    let state = contribution.answer_state.as_deref().and_then(AnswerState::parse);
    let (tone, icon) = state.map_or(("", "circle-dot"), show::answer_state);
    Item {
        path: format!("/c/{}/p/{}", card.slug, contribution.id.0),
        id: contribution.id.0.to_string(),
        excerpt: markup::excerpt(&contribution.body, EXCERPT),
        title: contribution.title,
        consultation: card.consultation,
        at: contribution.created_at.0,
        supports: contribution.support_count.into(),
        replies: contribution.reply_count.into(),
        state: state.map_or_else(|| t.get("office-unanswered"), |state| t.code("answer-state", state.code())),
        tone,
        icon,
        late: contribution.created_at.0 < now - LATE,
        fresh: state.is_none(),
        promised: false,
    }
}
