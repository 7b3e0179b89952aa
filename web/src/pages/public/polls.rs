//! Votes: those of a consultation, and the page of each.

use super::load;
use super::poll_budget::{self, Basket, RuleWords, Spending};
use super::poll_results::{self, Counts, Results};
use super::poll_sent::Sent;
use super::poll_signal;
use super::poll_words::{self, Answer};
use super::rich::Html;
use super::stakes::{self, Stakes};
use super::states::State;
use super::ways;
use crate::cookies;
use crate::error::{Error, Reply};
use crate::form::Faulty;
use crate::page::{Page, html, html_with};
use crate::viewer::{Staff, Visit};
use actions::outside::Openness;
use actions::votes::{Loaded, Otherwise};
use askama::Template;
use axum::extract::Path;
use deliberation::ballot::Form;
use deliberation::verdict::Told;
use domain::id::BoxId;
use domain::markup;
use domain::permission::{OfficeVerb, may_in_office};
use domain::risk::Grid;
use domain::vote::{BoxKind, BoxState, SMALLEST_GROUP};
use http::{HeaderMap, StatusCode};
use store::votes::BallotBox;
use store::{Db, Uid};

#[derive(Template)]
#[template(path = "polls.html")]
struct Polls {
    page: Page,
    lang: String,
    items: Vec<Item>,
}

/// A vote in a list.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) state: State,
    pub(super) days: Html,
    /// "Votez jusqu’au …", while ballots are taken.
    pub(super) until: Option<String>,
}

#[derive(Template)]
#[template(path = "poll.html")]
struct Poll {
    page: Page,
    faults: Faulty,
    path: String,
    title: String,
    lang: String,
    /// What there is to know, as safe HTML.
    description: String,
    state: State,
    dates: String,
    /// Whether ballots are taken now.
    open: bool,
    closed: bool,
    cancelled: bool,
    may_vote: bool,
    /// How the ballot is filled in.
    shape: &'static str,
    /// The most points that may be given out; 0 where there are none.
    points: u64,
    /// How many are left, in words; empty where there are none.
    left: String,
    /// Whether accounts may vote here.
    accounts: bool,
    /// Where people without an account prove who they are, where they may vote.
    enter: Option<String>,
    /// In which ways people vote, in words; nothing where accounts are all.
    ways: String,
    answers: Vec<Answer>,
    /// Whether this browser holds the receipt of a ballot.
    voted: bool,
    revote: bool,
    turnout: Option<i64>,
    quorum: i32,
    /// The order drawn for ties, when there are options.
    lots: Vec<String>,
    results: Option<Results>,
    /// Whether it is the vote of a budget.
    budget: bool,
    basket: Option<Basket>,
    rule: Option<RuleWords>,
    spending: Option<Spending>,
    /// Whether accounts of other servers can answer it.
    asks_elsewhere: bool,
    /// What accounts of other servers answered, apart.
    signal: Option<poll_signal::Shown>,
    /// Where the result of all territories is, where several hold this vote.
    whole: Option<String>,
    /// What is at stake, where that was asked.
    stakes: Option<Stakes>,
}

/// A vote with what its page says.
pub(super) struct Found {
    pub(super) consultation: String,
    pub(super) found: Loaded,
    turnout: i64,
    /// The result, once it is closed.
    told: Option<Told>,
    counts: Counts,
    signal: actions::votes::Signal,
    /// The common vote that it is part of, and whether it is ours.
    common: Option<(String, bool)>,
    grid: Option<Grid>,
    otherwise: Option<Otherwise>,
}

impl Found {
    /// The path of its page.
    pub(super) fn path(&self, slug: &str) -> String {
        format!("/c/{slug}/polls/{}", self.found.row.id.0)
    }

    /// Whether ballots are taken at this time.
    pub(super) fn is_open(&self, page: &Page) -> bool {
        let row = &self.found.row;
        self.found.state == BoxState::Published && row.opens_at.0 <= page.now && page.now < row.closes_at.0
    }
}

/// The votes of a consultation that everybody may see.
pub(super) fn items(page: &Page, slug: &str, rows: &[BallotBox]) -> Vec<Item> {
    let item = |row: &BallotBox| Item {
        path: format!("/c/{slug}/polls/{}", row.id.0),
        title: row.title.clone(),
        state: poll_words::state(page, row),
        days: poll_words::days(page, row),
        until: poll_words::is_open(page, row).then(|| page.t.with1("poll-until", "date", page.moment(row.closes_at))),
    };
    rows.iter().filter(|row| row.state != BoxState::Draft.code()).map(item).collect()
}

/// `GET /c/{slug}/polls`.
pub(super) async fn list(visit: Visit, Path(slug): Path<String>) -> Reply {
    let (viewer, asked) = (visit.viewer, slug.clone());
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &asked, viewer)?;
        let rows = store::votes::of_consultation(db, frame.consultation.id, actions::votes::BOXES_MAX)?;
        Ok::<_, Error>((frame, rows))
    });
    let (frame, rows) = read.await?;
    let page = visit.page("polls-title").await?.under(format!("/c/{slug}"), frame.consultation.title.clone());
    html(Polls { items: items(&page, &slug, &rows), lang: frame.consultation.lang, page })
}

/// `GET /c/{slug}/polls/{poll}`.
pub(super) async fn show(visit: Visit, Path((slug, poll)): Path<(String, String)>, headers: HeaderMap) -> Reply {
    let found = read(&visit, &slug, &poll).await?;
    let receipt = cookies::receipt(&headers, found.found.row.id.0);
    view(&visit, &slug, found, &Sent::default(), Faulty::none(), receipt.is_some()).await
}

/// `GET /admin/consultations/{slug}/polls/{poll}/preview`: the page as voters will see it, before it is published.
pub(crate) async fn preview(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>) -> Reply {
    may_in_office(visit.viewer, OfficeVerb::PrepareConsultation)?;
    let id = BoxId::parse(&poll).ok_or(Error::NOT_FOUND)?;
    let (viewer, asked) = (visit.viewer, slug.clone());
    let mut found = visit.web.app.store.read(move |db| find(db, &asked, id, viewer)).await?;
    if found.found.state == BoxState::Draft {
        found.found.state = BoxState::Published;
        found.found.row.state = BoxState::Published.code().to_owned();
        found.found.row.opens_at = store::At(found.found.row.opens_at.0.min(visit.web.app.now()));
    }
    view(&visit, &slug, found, &Sent::default(), Faulty::none(), false).await
}

/// A vote that everybody may see.
pub(super) async fn read(visit: &Visit, slug: &str, poll: &str) -> Result<Found, Error> {
    let id = BoxId::parse(poll).ok_or(Error::NOT_FOUND)?;
    let (viewer, slug) = (visit.viewer, slug.to_owned());
    let found = visit.web.app.store.read(move |db| find(db, &slug, id, viewer)).await?;
    if found.found.state == BoxState::Draft { Err(Error::NOT_FOUND) } else { Ok(found) }
}

fn find(db: &mut Db, slug: &str, id: BoxId, viewer: domain::actor::Viewer) -> Result<Found, Error> {
    let frame = load::frame(db, slug, viewer)?;
    let found = actions::votes::load(db, Uid::of(id))?;
    if found.row.consultation_id != frame.consultation.id {
        return Err(Error::NOT_FOUND);
    }
    let turnout = store::votes::turnout(db, found.row.id)?;
    let told = actions::votes::result(db, &found)?;
    let counts = if told.is_some() {
        let gap = store::paper::count(db, found.row.id)?.filter(|count| count.ballots != count.marks).map(|count| count.reason);
        Counts {
            origins: store::votes::origins(db, found.row.id)?,
            not_counted: store::votes::uncounted(db, found.row.id)?,
            gap: gap.unwrap_or_default(),
            flagged: store::flags::raised(db, found.row.id)?,
        }
    } else {
        Counts::default()
    };
    let signal = actions::votes::signal(db, &found)?;
    let ours = store::instance::find(db)?.map(|instance| instance.collectivity_id);
    let common = store::tallies::of_box(db, found.row.id)?.map(|common| (common.vote_uri, Some(common.organiser_id) == ours));
    let grid = actions::votes::grid(db, found.row.id)?;
    let otherwise = if told.is_some() { actions::votes::otherwise(db, found.row.id)? } else { None };
    Ok(Found { consultation: frame.consultation.title, found, turnout, told, counts, signal, grid, otherwise, common })
}

/// The page of a vote, with the answers that were chosen and what is wrong with them.
pub(super) async fn view(visit: &Visit, slug: &str, all: Found, sent: &Sent, faults: Faulty, voted: bool) -> Reply {
    let page = visit.page(all.found.row.title.clone()).await?;
    let page = page.under(format!("/c/{slug}"), all.consultation.clone()).with_faults(!faults.is_empty());
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (open, path) = (all.is_open(&page), all.path(slug));
    let may_vote = ways::hand(visit, &all).await?.is_some();
    let enter = ways::without_account(&all).then(|| format!("/c/{slug}/polls/{}/enter", all.found.row.id.0));
    let Found { found, turnout, told: result, counts, signal, grid, otherwise, common, .. } = all;
    let whole = common.map(|(address, ours)| if ours { format!("{path}/whole") } else { address });
    let told = found.row.live && found.state == BoxState::Published && u64::try_from(turnout).is_ok_and(|count| count >= SMALLEST_GROUP);
    let name = |number: u32| found.options.iter().find(|o| u32::try_from(o.number) == Ok(number)).map(|o| o.title.clone());
    html_with(
        status,
        Poll {
            faults,
            path,
            title: found.row.title.clone(),
            lang: found.row.lang.clone(),
            description: markup::to_html(&found.row.description),
            state: poll_words::state(&page, &found.row),
            dates: poll_words::dates(&page, &found.row),
            open,
            closed: found.state == BoxState::Closed,
            cancelled: found.state == BoxState::Cancelled,
            may_vote,
            accounts: ways::ACCOUNTS.iter().any(|level| found.levels.contains(level)),
            enter,
            ways: poll_words::ways(&page, &found),
            shape: poll_words::shape(&found.form),
            left: poll_words::points_left(&page, &found, sent),
            points: if let Form::Cumulative { most, .. } = found.form { most } else { 0 },
            answers: poll_words::answers(&page, slug, &found, sent),
            voted,
            revote: found.row.revote,
            turnout: told.then_some(turnout),
            quorum: found.row.quorum,
            lots: found.lots().into_iter().filter_map(name).collect(),
            results: result.as_ref().map(|told| poll_results::results(&page, &found, told, &counts)),
            budget: found.row.kind == BoxKind::Budget.code(),
            basket: poll_budget::basket(&page, slug, &found, sent).filter(|_| open),
            rule: poll_budget::rule(&page, &found),
            spending: result
                .as_ref()
                .filter(|told| told.ballots >= SMALLEST_GROUP)
                .and_then(|told| poll_budget::spending(&page, slug, &found, told, otherwise.as_ref())),
            asks_elsewhere: actions::votes::asks_elsewhere(&found) && visit.web.openness() != Openness::Closed,
            signal: poll_signal::shown(&page, &found, &signal),
            whole,
            stakes: grid.map(|grid| stakes::shown(&page.t, &grid)),
            page,
        },
    )
}
