//! The envelopes of a budget: changed until their vote is published.

use super::super::desk::{self, Desk, Section};
use super::super::editor::{self, Head};
use super::super::show;
use crate::budget;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::money::euros;
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::budget::{ENVELOPE_FIELDS, EnvelopeForm};
use askama::Template;
use axum::extract::Path;
use domain::budget::ENVELOPES_MAX;
use store::Uid;
use store::budget::Envelope;
use store::views::budget::{self as views, Funnel};
use store::views::page::Frame;

/// How many empty lines are offered.
const EMPTY: usize = 2;

#[derive(Template)]
#[template(path = "office/budget.html")]
struct Envelopes {
    page: Page,
    desk: Desk,
    head: Head,
    lines: Vec<Line>,
    parts: Vec<Part>,
    faults: Faulty,
    funnel: Funnel,
    root: String,
}

/// An envelope of the form.
struct Line {
    number: usize,
    form: EnvelopeForm,
    names: [&'static str; 4],
    id_name: String,
    /// Its vote is published: it only says what it is.
    locked: bool,
}

/// An envelope with what stands in it.
struct Part {
    path: String,
    title: String,
    amount: String,
    funnel: Funnel,
    vote: String,
}

/// `GET /admin/consultations/{slug}/budget`.
pub(in super::super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    page(&visit, &frame, None, actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/budget`.
pub(in super::super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let forms = read(&typed);
    match actions::budget::set_envelopes(&visit.web.app, visit.viewer, &slug, &forms).await {
        Ok(()) => Ok(done(&format!("/admin/consultations/{slug}/budget"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, Some(forms), faults).await,
        Err(other) => Err(other.into()),
    }
}

/// The envelopes that were typed, in the order of their ranks.
fn read(typed: &Fields) -> Vec<EnvelopeForm> {
    let of = |rank: usize, field: &str| typed.get(&format!("envelope-{rank}-{field}")).to_owned();
    (0..ENVELOPES_MAX)
        .filter(|rank| typed.has(&format!("envelope-{rank}-title")))
        .map(|rank| EnvelopeForm {
            id: of(rank, "id"),
            title: of(rank, "title"),
            district: of(rank, "district"),
            amount: of(rank, "amount"),
            most: of(rank, "most"),
        })
        .collect()
}

fn form_of(row: &Envelope) -> EnvelopeForm {
    EnvelopeForm {
        id: row.id.0.to_string(),
        title: row.title.clone(),
        district: row.district.clone(),
        amount: budget::typed(row.amount),
        most: if row.most > 0 { budget::typed(row.most) } else { String::new() },
    }
}

// ftl: budget-box-state-*
async fn page(visit: &Visit, frame: &Frame, typed: Option<Vec<EnvelopeForm>>, faults: actions::Faults) -> Reply {
    let consultation = frame.consultation.id;
    let read = visit.web.app.store.read(move |db| {
        let mut rows = Vec::new();
        for row in store::budget::envelopes(db, consultation)? {
            let state = actions::budget::state_of_vote(db, &row)?;
            let locked = actions::budget::is_locked(db, &row)?;
            rows.push((row, state, locked));
        }
        Ok::<_, Error>((rows, views::funnels(db, consultation)?))
    });
    let (rows, funnels) = read.await?;
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, frame, visit.web.app.now(), "/budget");
    let root = format!("/admin/consultations/{}", frame.consultation.slug);
    let of = |id: Uid| funnels.iter().find(|(envelope, _)| *envelope == id).map(|(_, funnel)| *funnel).unwrap_or_default();
    let parts = rows.iter().map(|(row, state, _)| Part {
        path: format!("{root}/budget/{}", row.id.0),
        title: budget::envelope(&page.t, row),
        amount: euros(&page.t, row.amount),
        funnel: of(row.id),
        vote: page.t.code("budget-box-state", state.map_or("none", |state| state.code())),
    });
    let parts = parts.collect();
    let mut forms = typed.unwrap_or_else(|| rows.iter().map(|(row, ..)| form_of(row)).collect());
    forms.resize_with((forms.len() + EMPTY).min(ENVELOPES_MAX), EnvelopeForm::default);
    let locked = |form: &EnvelopeForm| rows.iter().any(|(row, _, locked)| *locked && row.id.0.to_string() == form.id);
    let line = |((number, form), names): ((usize, EnvelopeForm), &[&'static str; 4])| Line {
        number,
        id_name: format!("envelope-{}-id", number.saturating_sub(1)),
        locked: locked(&form),
        names: *names,
        form,
    };
    let lines = (1..).zip(forms).zip(&ENVELOPE_FIELDS).map(line).collect();
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let funnel = funnels.iter().fold(Funnel::default(), |sum, (_, one)| sum.plus(*one));
    html_with(status, Envelopes { page, desk, head, lines, parts, faults, funnel, root })
}
