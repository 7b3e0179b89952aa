//! Get involved: the contributions of a consultation, in an order that favours nobody unless another is asked for.

use super::head::{Head, Tab};
use super::items::Item;
use super::list_query::{Asked, ListQuery, UNANSWERED};
use super::offer::{self, Offer};
use super::seed;
use crate::error::{Error, Reply};
use crate::form::Choice;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use actions::limits::Purpose;
use askama::Template;
use axum::extract::{Path, Query};
use domain::answer::AnswerState;
use domain::contribution::Kind;
use store::Uid;
use store::consultations::Theme;
use store::views::cards::{self, Order};

/// Contributions on a page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "contributions.html")]
struct Contributions {
    page: Page,
    head: Head,
    items: Vec<Item>,
    total: i64,
    everything: i32,
    /// This list without what was just done: where an act on a card leads back to.
    here: String,
    search: String,
    themes: Vec<Choice>,
    answers: Vec<Choice>,
    kinds: Vec<Choice>,
    orders: Vec<Choice>,
    random: bool,
    chips: Vec<Chip>,
    plain: String,
    /// The same on a map, where there is one.
    map: Option<String>,
    pagination: Pagination,
    propose: Offer,
    discuss: Offer,
}

/// An active filter, with the address of the list without it.
pub(super) struct Chip {
    pub(super) label: String,
    pub(super) path: String,
}

/// `GET /c/{slug}/contributions`.
pub(super) async fn list(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let instance = visit.web.app.instance().await?;
    let now = visit.web.app.now();
    let (viewer, own) = (visit.viewer, seed::own(&visit, &instance.secret, now));
    if asked.searches() {
        visit.web.app.limits.check(Purpose::Search, &visit.client.bucket())?;
    }
    let (frame, query, found) = visit
        .web
        .app
        .store
        .read(move |db| {
            let frame = super::load::frame(db, &slug, viewer)?;
            let query = ListQuery::read(&asked, &frame.themes, own);
            let (id, actor) = (frame.consultation.id, viewer.actor.map(Uid::of));
            let mut at = |page: i64| cards::list(db, id, &query.filter(), actor, pagination::offset(page, PER_PAGE), PER_PAGE);
            let mut found = at(query.page)?;
            if found.cards.is_empty() && found.total > 0 {
                found = at(pagination::pages(found.total, PER_PAGE))?;
            }
            Ok::<_, Error>((frame, query, found))
        })
        .await?;
    let mut page = visit.page(frame.consultation.title.clone()).await?;
    page.title = page.t.with1("contributions-title", "consultation", page.title.as_str());
    let slug = &frame.consultation.slug;
    let offer = offer::to_support(&visit, &frame.calendar, now);
    let item = |card: &cards::Card| Item::within(&page.t, card, frame.consultation.support_threshold, offer);
    html(Contributions {
        head: Head::new(&visit, &page, &frame, Tab::Involved),
        items: found.cards.iter().map(item).collect(),
        total: found.total,
        everything: frame.consultation.contribution_count,
        here: query.path(slug),
        themes: themes(&frame.themes, &query),
        answers: answers(&page, &query),
        kinds: kinds(&page, &query),
        orders: orders(&page, &query),
        random: query.order == Some(Order::Random),
        chips: chips(&page, &query, &|query| query.path(slug)),
        map: frame.map.then(|| format!("/c/{slug}/map?{}", query.filters().trim_start_matches('&'))),
        plain: format!("/c/{slug}/contributions"),
        pagination: Pagination::new(found.total, PER_PAGE, query.page, |n| query.at_page(slug, n)),
        propose: offer::to_publish(&visit, Kind::Proposal, &frame.calendar, now),
        discuss: offer::to_publish(&visit, Kind::Discussion, &frame.calendar, now),
        search: query.search,
        page,
    })
}

pub(super) fn themes(themes: &[Theme], query: &ListQuery) -> Vec<Choice> {
    let choice = |theme: &Theme| Choice {
        code: theme.id.0.to_string(),
        label: theme.name.clone(),
        chosen: query.theme.as_ref().is_some_and(|chosen| chosen.id == theme.id),
    };
    themes.iter().map(choice).collect()
}

/// Filters by official answer.
// ftl: answer-state-*
pub(super) fn answers(page: &Page, query: &ListQuery) -> Vec<Choice> {
    let none = (UNANSWERED, page.t.get("contributions-unanswered"));
    let states = AnswerState::ALL.iter().map(|state| (state.code(), page.t.code("answer-state", state.code())));
    let choice = |(code, label): (&str, String)| Choice { code: code.to_owned(), label, chosen: query.answer == Some(code) };
    std::iter::once(none).chain(states).map(choice).collect()
}

pub(super) fn kinds(page: &Page, query: &ListQuery) -> Vec<Choice> {
    let choice = |kind: Kind, key: &str| Choice { code: kind.code().to_owned(), label: page.t.get(key), chosen: query.kind == Some(kind) };
    vec![choice(Kind::Proposal, "contributions-proposals"), choice(Kind::Discussion, "contributions-discussions")]
}

/// The orders one may ask for; the best matches only while something is searched.
// ftl: order-*
fn orders(page: &Page, query: &ListQuery) -> Vec<Choice> {
    let best = (!query.search.is_empty()).then(|| (String::new(), page.t.get("contributions-best"), None));
    let others = Order::ALL.iter().map(|order| (order.code().to_owned(), page.t.code("order", order.code()), Some(*order)));
    best.into_iter().chain(others).map(|(code, label, order)| Choice { code, label, chosen: query.order == order }).collect()
}

/// The active filters, each with the address of what is shown without it.
pub(super) fn chips(page: &Page, query: &ListQuery, at: &dyn Fn(&ListQuery) -> String) -> Vec<Chip> {
    let mut chips = Vec::new();
    let first = ListQuery { page: 1, ..query.clone() };
    if !query.search.is_empty() {
        let order = query.order.or(Some(Order::Random));
        let path = at(&ListQuery { search: String::new(), order, ..first.clone() });
        chips.push(Chip { label: page.t.with1("contributions-chip-search", "words", query.search.as_str()), path });
    }
    if let Some(theme) = &query.theme {
        let path = at(&ListQuery { theme: None, ..first.clone() });
        chips.push(Chip { label: page.t.with1("contributions-chip-theme", "theme", theme.name.as_str()), path });
    }
    if let Some(answer) = query.answer {
        let state = if answer == UNANSWERED { page.t.get("contributions-unanswered") } else { page.t.code("answer-state", answer) };
        let path = at(&ListQuery { answer: None, ..first.clone() });
        chips.push(Chip { label: page.t.with1("contributions-chip-answer", "state", state), path });
    }
    if let Some(kind) = query.kind {
        let key = if kind == Kind::Discussion { "contributions-discussions" } else { "contributions-proposals" };
        chips.push(Chip { label: page.t.get(key), path: at(&ListQuery { kind: None, ..first }) });
    }
    chips
}
