//! What people said, what the collectivity answered, and why.

use super::commitments;
use super::head::{Head, Tab};
use super::home::{Answered, REASON};
use super::states::{self, State};
use crate::commitments::View;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::answer::AnswerState;
use serde::Deserialize;
use store::Db;
use store::answers::{self, Answer};
use store::views::cards::{self, Card};

/// Answers on a page.
const PER_PAGE: i64 = 10;

#[derive(Template)]
#[template(path = "results.html")]
struct Results {
    page: Page,
    head: Head,
    commitments: Vec<View>,
    commitment_counts: Vec<commitments::Count>,
    /// Whether a report is published.
    report: bool,
    total: i64,
    states: Vec<Count>,
    items: Vec<Answered>,
    /// Every answer, whatever its state.
    all: String,
    chosen: Option<State>,
    pagination: Pagination,
}

/// How many answers there are in a state.
struct Count {
    state: State,
    label: String,
    count: i64,
    path: String,
    current: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    state: String,
    page: String,
}

/// What is read for the page.
struct Found {
    counts: Vec<(AnswerState, i64)>,
    cards: Vec<(Card, Vec<Answer>)>,
    total: i64,
}

/// `GET /c/{slug}/results`.
pub(super) async fn list(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let (viewer, wanted) = (visit.viewer, pagination::asked(&asked.page));
    let chosen = AnswerState::parse(&asked.state);
    let (frame, found, promised, report) = visit
        .web
        .app
        .store
        .read(move |db| {
            let frame = super::load::frame(db, &slug, viewer)?;
            let found = find(db, frame.consultation.id, chosen, wanted)?;
            let promised = if frame.followed { commitments::read(db, frame.consultation.id)? } else { (Vec::new(), Vec::new()) };
            let report = frame.followed
                && store::consultation_reports::of_consultation(db, frame.consultation.id)?.is_some_and(|row| row.version > 0);
            Ok::<_, Error>((frame, found, promised, report))
        })
        .await?;
    let mut page = visit.page(frame.consultation.title.clone()).await?;
    page.title = page.t.with1("results-title", "consultation", page.title.as_str());
    let all = format!("/c/{}/results", frame.consultation.slug);
    let threshold = frame.consultation.support_threshold;
    let item = |(card, answers): &(Card, Vec<Answer>)| Answered::new(&page, card, answers.first()?, threshold, REASON);
    html(Results {
        head: Head::new(&visit, &page, &frame, Tab::Results),
        commitments: commitments::views(&page, &frame, &promised)?,
        commitment_counts: commitments::counts(&page, &promised.0),
        report,
        total: found.counts.iter().map(|(_, count)| count).sum(),
        states: counts(&page, &found.counts, &all, chosen),
        items: found.cards.iter().filter_map(item).collect(),
        chosen: chosen.and_then(|state| states::answer(&page.t, state.code())),
        pagination: Pagination::new(found.total, PER_PAGE, wanted, |n| match chosen {
            Some(state) => format!("{all}?state={state}&page={n}#answers"),
            None => format!("{all}?page={n}#answers"),
        }),
        all,
        page,
    })
}

fn find(db: &mut Db, consultation: store::Uid, chosen: Option<AnswerState>, wanted: i64) -> Result<Found, store::Error> {
    let mut counts = Vec::new();
    for state in AnswerState::ALL {
        counts.push((*state, cards::answered(db, Some(consultation), Some(state.code()), 0, 0)?.1));
    }
    let state = chosen.map(AnswerState::code);
    let (mut ids, total) = cards::answered(db, Some(consultation), state, pagination::offset(wanted, PER_PAGE), PER_PAGE)?;
    if ids.is_empty() && total > 0 {
        let last = pagination::pages(total, PER_PAGE);
        ids = cards::answered(db, Some(consultation), state, pagination::offset(last, PER_PAGE), PER_PAGE)?.0;
    }
    let latest = answers::latest_of(db, &ids)?;
    let with_answer = |card: Card| {
        let own = latest.iter().filter(|a| a.contribution_id == card.contribution.id).cloned().collect();
        (card, own)
    };
    let shown = cards::by_ids(db, &ids, None)?.into_iter().map(with_answer).collect();
    Ok(Found { counts, cards: shown, total })
}

/// The states that occur.
// ftl: results-count-*
fn counts(page: &Page, counts: &[(AnswerState, i64)], all: &str, chosen: Option<AnswerState>) -> Vec<Count> {
    let count = |(state, count): &(AnswerState, i64)| {
        Some(Count {
            state: states::answer(&page.t, state.code())?,
            label: page.t.count(&format!("results-count-{state}"), *count),
            count: *count,
            path: format!("{all}?state={state}#answers"),
            current: chosen == Some(*state),
        })
    };
    counts.iter().filter(|(_, count)| *count > 0).filter_map(count).collect()
}
