//! A batch of paper ballots: typed once, typed again by somebody else, looked at a third time where the two differ.

use super::paper::{self, Typed};
use super::{Bench, bench};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::office::desk::Desk;
use crate::pages::office::editor::Head;
use crate::pages::office::show;
use crate::viewer::{Staff, Visit};
use actions::ways::{Difference, Typing};
use askama::Template;
use axum::extract::Path;

/// Lines named in a message.
const NAMED: usize = 10;

#[derive(Template)]
#[template(path = "office/ways_batch.html")]
struct Batch {
    page: Page,
    desk: Desk,
    head: Head,
    root: String,
    number: i32,
    faults: Faulty,
    lines: Vec<Line>,
}

/// A paper on which the two typings differ.
struct Line {
    field: String,
    label: String,
    first: String,
    second: String,
    value: String,
}

/// `POST /admin/consultations/{slug}/polls/{poll}/batches`.
pub(in crate::pages::office) async fn save(
    Staff(visit): Staff,
    Path((slug, poll)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    let (number, lines) = (typed.get("number").trim().to_owned(), typed.get("lines").to_owned());
    let texts = visit.page("office-ways-title").await?;
    let mut faults = Faulty::none();
    match number.parse::<u16>().ok().filter(|number| *number > 0).map(i32::from) {
        None => faults.add("number", texts.t.get("paper-number-fault")),
        Some(parsed) => {
            let app = &visit.web.app;
            match actions::ways::type_batch(app, visit.viewer, bench.found.row.id.to(), parsed, &lines).await? {
                Typing::First => return Ok(done(&format!("{}/paper", bench.root), "batch-once")),
                Typing::Agreed => return Ok(done(&format!("{}/paper", bench.root), "batch-agreed")),
                Typing::Differs => return Ok(done(&format!("{}/batches/{parsed}", bench.root), "batch-differs")),
                Typing::Faulty(places) => faults.add("lines", texts.t.with1("paper-lines-fault", "lines", places_in_words(&places))),
                Typing::OtherSize => faults.add("lines", texts.t.get("paper-other-size")),
            }
        }
    }
    paper::page(&visit, &bench, Typed { number, lines, ..Typed::default() }, faults).await
}

/// `GET /admin/consultations/{slug}/polls/{poll}/batches/{number}`: where the two typings differ.
pub(in crate::pages::office) async fn show(Staff(visit): Staff, Path((slug, poll, number)): Path<(String, String, String)>) -> Reply {
    let (bench, number) = (bench(&visit, &slug, &poll).await?, parsed(&number)?);
    page(&visit, &bench, number, &Fields::default(), &[]).await
}

/// `POST /admin/consultations/{slug}/polls/{poll}/batches/{number}`.
pub(in crate::pages::office) async fn resolve(
    Staff(visit): Staff,
    Path((slug, poll, number)): Path<(String, String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let (bench, number) = (bench(&visit, &slug, &poll).await?, parsed(&number)?);
    let open = differences(&visit, &bench, number).await?;
    let looked = open.iter().map(|difference| typed.get(&field(difference.line)).to_owned()).collect();
    let faulty = actions::ways::resolve(&visit.web.app, visit.viewer, bench.found.row.id.to(), number, looked).await?;
    if faulty.is_empty() {
        return Ok(done(&format!("{}/paper", bench.root), "batch-agreed"));
    }
    page(&visit, &bench, number, &typed, &faulty).await
}

/// `POST /admin/consultations/{slug}/polls/{poll}/batches/{number}/drop`.
pub(in crate::pages::office) async fn remove(
    Staff(visit): Staff,
    Path((slug, poll, number)): Path<(String, String, String)>,
    _: Posted<Fields>,
) -> Reply {
    let (bench, number) = (bench(&visit, &slug, &poll).await?, parsed(&number)?);
    actions::ways::drop_batch(&visit.web.app, visit.viewer, bench.found.row.id.to(), number).await?;
    Ok(done(&format!("{}/paper", bench.root), "batch-dropped"))
}

async fn differences(visit: &Visit, bench: &Bench, number: i32) -> Result<Vec<Difference>, Error> {
    let id = bench.found.row.id;
    Ok(visit.web.app.store.read(move |db| actions::ways::differences(db, id, number)).await?)
}

fn parsed(number: &str) -> Result<i32, Error> {
    number.parse().map_err(|_no_number| Error::NOT_FOUND)
}

fn field(line: usize) -> String {
    format!("line-{line}")
}

fn places_in_words(places: &[usize]) -> String {
    let named: Vec<String> = places.iter().take(NAMED).map(usize::to_string).collect();
    let more = if places.len() > NAMED { "…" } else { "" };
    format!("{}{more}", named.join(", "))
}

async fn page(visit: &Visit, bench: &Bench, number: i32, typed: &Fields, faulty: &[usize]) -> Reply {
    let open = differences(visit, bench, number).await?;
    let (page, desk, head) = bench.open(visit).await?;
    let mut faults = Faulty::none();
    for line in faulty {
        faults.add(field(*line), page.t.with1("paper-lines-fault", "lines", line.to_string()));
    }
    let (page, status) = show::told(page, &faults);
    let line = |difference: Difference| {
        let field = field(difference.line);
        Line {
            label: page.t.with1("batch-paper", "number", difference.line.to_string()),
            value: typed.get(&field).to_owned(),
            first: difference.first,
            second: difference.second,
            field,
        }
    };
    let lines = open.into_iter().map(line).collect();
    html_with(status, Batch { root: bench.root.clone(), number, faults, lines, page, desk, head })
}
