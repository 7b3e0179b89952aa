//! What came in: how many, how far people came, what is set apart, the results by question, and publishing them.

use super::super::desk::Desk;
use super::super::show;
use super::{Bench, Head, bench};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::public::questionnaire::charts::{self, Chart};
use crate::viewer::{Staff, Visit};
use actions::questionnaires;
use askama::Template;
use axum::extract::Path;
use domain::id::ResponseId;
use domain::questionnaire::{FormStage, PEOPLE_MIN, ResponseState};

/// Answers set apart that are shown at once.
const FLAGGED_MAX: i64 = 20;

#[derive(Template)]
#[template(path = "office/questionnaire_answers.html")]
struct Answers {
    page: Page,
    desk: Desk,
    head: Head,
    stats: Vec<Stat>,
    stopped: Vec<Stat>,
    flagged: Vec<Flagged>,
    charts: Vec<Chart>,
    texts: String,
    least: i64,
    note: String,
    may_publish: bool,
    published: bool,
    purged: bool,
    faults: Faulty,
}

/// A number with its word.
struct Stat {
    label: String,
    count: i64,
}

/// An answer set apart.
struct Flagged {
    id: String,
    sent_at: store::At,
    alias: bool,
}

/// `GET /admin/questionnaires/{form}/answers`.
pub(crate) async fn show(Staff(visit): Staff, Path(form): Path<String>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let note = bench.questionnaire.results_note.clone();
    page(&visit, &bench, note, actions::Faults::new()).await
}

/// `POST /admin/questionnaires/{form}/answers`: the results are published.
pub(crate) async fn publish(Staff(visit): Staff, Path(form): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let note = typed.get("note");
    match questionnaires::publish_results(&visit.web.app, visit.viewer, bench.id(), note).await {
        Ok(()) => Ok(done(&format!("{}/answers", bench.root()), "questionnaire-results-published")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &bench, note.to_owned(), faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/questionnaires/{form}/answers/count`: an answer set apart counts.
pub(crate) async fn count(Staff(visit): Staff, Path(form): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let response = ResponseId::parse(typed.get("response")).ok_or(Error::NOT_FOUND)?;
    questionnaires::count_flagged(&visit.web.app, visit.viewer, bench.id(), response).await?;
    Ok(done(&format!("{}/answers", bench.root()), "questionnaire-counted"))
}

// ftl: questionnaires-count-* questionnaire-stage-*
async fn page(visit: &Visit, bench: &Bench, note: String, faults: actions::Faults) -> Reply {
    let (page, desk, head) = bench.open(visit, "/answers").await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let row = &bench.questionnaire;
    let (id, frozen) = (row.id, row.results_at.is_some() || row.purged_at.is_some());
    let read = visit.web.app.store.read(move |db| {
        let states = store::responses::states(db, id)?;
        let stopped = store::responses::stopped(db, id)?;
        let flagged = store::responses::page(db, id, ResponseState::Flagged, None, FLAGGED_MAX)?;
        let totals = if frozen { store::responses::totals::kept_totals(db, id)? } else { store::responses::totals::totals(db, id)? };
        Ok::<_, store::Error>((states, stopped, flagged, totals, store::responses::texts::published(db, id)?))
    });
    let (states, stopped, flagged, totals, quotes) = read.await?;
    let mut stats: Vec<Stat> = Vec::new();
    for state in [ResponseState::Counted, ResponseState::Sent, ResponseState::Flagged, ResponseState::Draft] {
        let live = states.iter().find(|(code, _)| code == state.code()).map_or(0, |(_, count)| *count);
        let count = if state == ResponseState::Counted && row.purged_at.is_some() { i64::from(row.people) } else { live };
        stats.push(Stat { label: page.t.code("questionnaires-count", state.code()), count });
    }
    stats.push(Stat { label: page.t.get("questionnaires-count-expired"), count: i64::from(row.expired) });
    let stop = |(page_index, count): (i32, i64)| Stat { label: page.t.count("questionnaire-page-number", page_index + 1), count };
    let view = Answers {
        stats,
        stopped: stopped.into_iter().map(stop).collect(),
        flagged: flagged
            .into_iter()
            .map(|r| Flagged { id: r.id.0.to_string(), sent_at: r.sent_at.unwrap_or(r.saved_at), alias: r.alias })
            .collect(),
        charts: charts::charts(&page, &bench.form, &totals, &quotes, 0),
        texts: format!("{}/texts", bench.root()),
        least: PEOPLE_MIN,
        may_publish: bench.stage == FormStage::Closed,
        published: row.results_at.is_some(),
        purged: row.purged_at.is_some(),
        note,
        faults,
        head,
        desk,
        page,
    };
    html_with(status, view)
}
