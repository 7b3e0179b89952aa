//! The themes of a consultation. A name that is emptied removes its theme.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show;
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::consultations::ThemeForm;
use askama::Template;
use axum::extract::Path;
use store::views::page::Frame;

/// Most lines of the form.
const LINES_MAX: usize = 60;
/// How many empty lines are offered.
const EMPTY: usize = 3;

#[derive(Template)]
#[template(path = "office/themes.html")]
struct Themes {
    page: Page,
    desk: Desk,
    head: Head,
    themes: Vec<Line>,
    faults: Faulty,
}

/// A theme of the form.
struct Line {
    id: String,
    name: String,
    label: String,
}

/// `GET /admin/consultations/{slug}/themes`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let forms = frame.themes.iter().map(|theme| ThemeForm { id: theme.id.0.to_string(), name: theme.name.clone() }).collect();
    page(&visit, &frame, with_empty_lines(forms), actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/themes`.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let forms = read(&typed);
    if typed.get("action") == "add" {
        return page(&visit, &frame, with_empty_lines(forms), actions::Faults::new()).await;
    }
    match actions::consultations::set_themes(&visit.web.app, visit.viewer, &slug, forms.clone()).await {
        Ok(()) => Ok(done(&format!("/admin/consultations/{slug}/themes"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, forms, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// The themes that were typed, in the order of their ranks.
fn read(typed: &Fields) -> Vec<ThemeForm> {
    let of = |rank: usize, field: &str| typed.get(&format!("theme-{rank}-{field}")).to_owned();
    (0..LINES_MAX)
        .filter(|rank| typed.has(&format!("theme-{rank}-name")))
        .map(|rank| ThemeForm { id: of(rank, "id"), name: of(rank, "name") })
        .collect()
}

fn with_empty_lines(mut forms: Vec<ThemeForm>) -> Vec<ThemeForm> {
    let lines = (forms.len() + EMPTY).min(LINES_MAX);
    forms.resize_with(lines.max(forms.len()), ThemeForm::default);
    forms
}

async fn page(visit: &Visit, frame: &Frame, forms: Vec<ThemeForm>, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, frame, visit.web.app.now(), "/themes");
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let label = |number: usize| page.t.with("editor-theme-label", &[("number", number.to_string().into())]);
    let themes = (1..).zip(forms).map(|(number, form)| Line { label: label(number), id: form.id, name: form.name }).collect();
    html_with(status, Themes { page, desk, head, themes, faults })
}
