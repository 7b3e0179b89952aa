//! Rules of participatory budgets beside each other: what each would have given on the votes of a file, before a rule is chosen. Nothing is kept.

use super::compared::{self, Compared};
use super::desk::{self, Desk, Section};
use super::pabulib_faults;
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Upload};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use askama::Template;
use domain::text::Fault;
use tokio::sync::Semaphore;

/// An invented election of a small town: what agents see who have no file yet.
const EXAMPLE: &str = include_str!("example.pb");
/// Comparisons take whole seconds of a processor on large files: one at a time.
static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);

#[derive(Template)]
#[template(path = "office/rules.html")]
struct Rules {
    page: Page,
    desk: Desk,
    rules: Vec<Told>,
    faults: Faulty,
    compared: Option<Compared>,
}

/// A rule in plain words.
struct Told {
    name: String,
    how: String,
    /// What speaks for and against it.
    fit: String,
}

/// `GET /admin/rules`.
pub(super) async fn show(Staff(visit): Staff) -> Reply {
    page(&visit, Faulty::none(), None).await
}

/// `POST /admin/rules`: a `.pb` file, or the example.
pub(super) async fn compare(Staff(visit): Staff, upload: Upload) -> Reply {
    desk::enter(&visit, Section::Consultations)?;
    let t = crate::texts::Texts::new(visit.lang);
    let text = if upload.fields.has("example") {
        EXAMPLE.to_owned()
    } else {
        match upload.file.map(String::from_utf8) {
            Some(Ok(text)) => text,
            Some(Err(_not_utf8)) => return page(&visit, one("file", t.get("rules-not-text")), None).await,
            None => return page(&visit, Faulty::new(&t, &[("file", Fault::Missing)]), None).await,
        }
    };
    let turn = ONE_AT_A_TIME.acquire().await.map_err(|closed| Error::Broken(closed.to_string()))?;
    // The turn ends with the work, even where the reader has gone.
    let work = move || {
        let compared = compared::compare(&t, &text);
        drop(turn);
        compared
    };
    match tokio::task::spawn_blocking(work).await.map_err(|stopped| Error::Broken(stopped.to_string()))? {
        Ok(compared) => page(&visit, Faulty::none(), Some(compared)).await,
        Err(compared::Unfit::File(problems)) => {
            let mut faults = Faulty::none();
            for problem in problems.iter().take(pabulib_faults::SHOWN) {
                faults.add("file", pabulib_faults::text(&t, problem));
            }
            page(&visit, faults, None).await
        }
        Err(compared::Unfit::Election(text)) => page(&visit, one("file", text), None).await,
    }
}

fn one(field: &str, text: String) -> Faulty {
    let mut faults = Faulty::none();
    faults.add(field, text);
    faults
}

async fn page(visit: &Visit, faults: Faulty, compared: Option<Compared>) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, "rules-title").await?;
    let consultations = page.t.get("office-consultations");
    let page = page.under("/admin/consultations", consultations);
    let (page, status) = show::told(page, &faults);
    // ftl: rules-name-* rules-how-* rules-fit-*
    let told = |code: &&str| Told {
        name: page.t.code("rules-name", code),
        how: page.t.code("rules-how", code),
        fit: page.t.code("rules-fit", code),
    };
    let rules = compared::CODES.iter().map(told).collect();
    html_with(status, Rules { page, desk, rules, faults, compared })
}
