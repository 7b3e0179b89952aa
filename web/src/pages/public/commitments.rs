//! What the collectivity commits itself to after a consultation: on the page of its results, one by one with their history, and as a file.

use super::csv::Sheet;
use super::head::{Head, Tab};
use super::load;
use crate::budget::Look;
use crate::commitments::{self, Stage, View};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Path;
use domain::actor::Viewer;
use domain::commitment::{self, CommitmentState, Delay};
use domain::id::CommitmentId;
use domain::markup;
use domain::permission::{OfficeVerb, may_in_office};
use store::commitments::milestones::{self, Milestone};
use store::commitments::{Commitment, News, Source};
use store::views::page::Frame;
use store::{At, Db, Uid};

/// The columns of the file. They are names for programs, the same in every language.
const COLUMNS: [&str; 16] = [
    "id",
    "url",
    "title",
    "body",
    "state",
    "progress",
    "responsible",
    "cost_euros",
    "first_promised_on",
    "promised_on",
    "done_on",
    "days_late",
    "published_at",
    "edited_at",
    "contributions",
    "milestones",
];

#[derive(Template)]
#[template(path = "commitment.html")]
struct CommitmentPage {
    page: Page,
    head: Head,
    one: View,
    /// Safe HTML.
    body: String,
    /// Why it was given up, as safe HTML.
    reason: String,
    stages: Vec<Stage>,
    steps: Vec<Step>,
    /// Where its agents report on it.
    editor: Option<String>,
}

/// A step of its history.
struct Step {
    at: At,
    state: Look,
    progress: i32,
    /// Safe HTML.
    body: String,
}

/// How many commitments are in a state.
pub(super) struct Count {
    pub(super) label: String,
    pub(super) count: usize,
}

/// The published commitments of a consultation with the contributions they come from.
pub(super) fn read(db: &mut Db, consultation: Uid) -> Result<(Vec<Commitment>, Vec<Source>), store::Error> {
    let rows = store::commitments::of_consultation(db, consultation, true)?;
    let sources = store::commitments::sources(db, &rows.iter().map(|row| row.id).collect::<Vec<_>>())?;
    Ok((rows, sources))
}

/// The same as a page shows them.
pub(super) fn views(page: &Page, frame: &Frame, (rows, sources): &(Vec<Commitment>, Vec<Source>)) -> Result<Vec<View>, store::Error> {
    let of = (frame.consultation.slug.as_str(), frame.consultation.lang.as_str());
    rows.iter().map(|row| View::new(page, of, row, sources)).collect()
}

/// How many are in each state that occurs, and how many are late.
// ftl: commitments-count-*
pub(super) fn counts(page: &Page, rows: &[Commitment]) -> Vec<Count> {
    let late = rows.iter().filter(|row| matches!(delay(row, page), Some(Delay::Late(_)))).count();
    let each = CommitmentState::ALL.iter().map(|state| (state.code(), rows.iter().filter(|row| row.state == state.code()).count()));
    let told = |(code, count): (&str, usize)| Count { label: page.t.count(&format!("commitments-count-{code}"), count), count };
    each.chain([("late", late)]).filter(|(_, count)| *count > 0).map(told).collect()
}

/// `GET /c/{slug}/commitments/{id}`.
pub(super) async fn show(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Reply {
    let (viewer, id) = (visit.viewer, Uid::of(CommitmentId::parse(&id).ok_or(Error::NOT_FOUND)?));
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &slug, viewer)?;
        let row = store::commitments::find(db, id)?.filter(|row| row.consultation_id == frame.consultation.id);
        let row = row.filter(|row| row.published_at.is_some()).ok_or(Error::NOT_FOUND)?;
        let (sources, news) = (store::commitments::sources(db, &[id])?, store::commitments::news(db, id)?);
        Ok::<_, Error>((frame, row, sources, news, milestones::of(db, &[id])?))
    });
    let (frame, row, sources, news, milestones) = read.await?;
    let page = visit.page(row.title.clone()).await?;
    let consultation = &frame.consultation;
    let path = format!("/c/{}", consultation.slug);
    let page = page.under(path.clone(), consultation.title.clone());
    let results = page.t.get("consultation-tab-results");
    let page = page.under(format!("{path}/results"), results);
    let may_edit = may_in_office(visit.viewer, OfficeVerb::Answer).is_ok();
    html(CommitmentPage {
        head: Head::new(&visit, &page, &frame, Tab::Results),
        one: View::new(&page, (&consultation.slug, &consultation.lang), &row, &sources)?,
        body: markup::to_html(&row.body),
        reason: markup::to_html(&row.reason),
        stages: commitments::stages(&page, &row, &milestones)?,
        steps: news.iter().filter_map(|one| step(&page, one)).collect(),
        editor: may_edit.then(|| format!("/admin/consultations/{}/commitments/{}", consultation.slug, row.id.0)),
        page,
    })
}

fn step(page: &Page, news: &News) -> Option<Step> {
    let state = commitments::look(&page.t, CommitmentState::parse(&news.state)?);
    Some(Step { at: news.written_at, state, progress: news.progress, body: markup::to_html(&news.body) })
}

/// `GET /c/{slug}/commitments.csv`: at most as many lines as a consultation may have commitments.
pub(super) async fn download(visit: Visit, Path(slug): Path<String>) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let read = app.store.read(move |db| {
        let frame = load::frame(db, &slug, Viewer::VISITOR)?;
        let found = read(db, frame.consultation.id)?;
        let milestones = milestones::of(db, &found.0.iter().map(|row| row.id).collect::<Vec<_>>())?;
        Ok::<_, Error>((frame, found, milestones))
    });
    let (frame, (rows, sources), milestones) = read.await?;
    let page = visit.page(frame.consultation.title.clone()).await?;
    let mut sheet = Sheet::new(COLUMNS);
    for row in &rows {
        sheet.line(cells(&page, &frame.consultation.slug, row, (&sources, &milestones)));
    }
    Ok(sheet.reply(&format!("{}-commitments", frame.consultation.slug)))
}

fn cells(page: &Page, slug: &str, row: &Commitment, (sources, milestones): (&[Source], &[Milestone])) -> [String; 16] {
    let own = sources.iter().filter(|source| source.commitment_id == row.id);
    let addresses: Vec<String> = own.map(|source| page.absolute(&load::path(slug, source.contribution_id))).collect();
    let late = match delay(row, page) {
        Some(Delay::Late(days) | Delay::DoneLate(days)) => days,
        Some(Delay::None) | None => 0,
    };
    [
        row.id.0.to_string(),
        page.absolute(&format!("/c/{slug}/commitments/{}", row.id.0)),
        row.title.clone(),
        row.body.clone(),
        row.state.clone(),
        row.progress.to_string(),
        row.responsible.clone(),
        row.cost.map(|cents| format!("{}.{:02}", cents / 100, cents % 100)).unwrap_or_default(),
        row.first_promised_on.clone().unwrap_or_default(),
        row.promised_on.clone().unwrap_or_default(),
        row.done_on.clone().unwrap_or_default(),
        late.to_string(),
        row.published_at.map(|at| at.0.to_string()).unwrap_or_default(),
        row.edited_at.0.to_string(),
        addresses.join(" "),
        commitments::lines(row.id, milestones).join("\n"),
    ]
}

/// Whether it comes late, as of today.
fn delay(row: &Commitment, page: &Page) -> Option<Delay> {
    let day = |text: &Option<String>| crate::budget::day(text.as_deref());
    Some(commitment::delay(CommitmentState::parse(&row.state)?, day(&row.promised_on), day(&row.done_on), page.today()))
}
