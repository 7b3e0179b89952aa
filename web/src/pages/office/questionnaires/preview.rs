//! A questionnaire as people will see it, all its pages at once. Nothing can be sent from here.

use super::super::desk::Desk;
use super::{Head, bench};
use crate::error::Reply;
use crate::page::{Page, html};
use crate::pages::public::questionnaire::Field;
use crate::viewer::Staff;
use askama::Template;
use axum::extract::Path;
use domain::markup;
use domain::questionnaire::answer::Typed;

#[derive(Template)]
#[template(path = "office/questionnaire_preview.html")]
struct Preview {
    page: Page,
    desk: Desk,
    head: Head,
    lang: String,
    sections: Vec<Shown>,
}

/// A page.
struct Shown {
    title: String,
    /// Safe HTML.
    text: String,
    fields: Vec<Field>,
}

/// `GET /admin/questionnaires/{form}/preview`.
// ftl: questionnaire-stage-*
pub(crate) async fn show(Staff(visit): Staff, Path(form): Path<String>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let (page, desk, head) = bench.open(&visit, "/preview").await?;
    let sections = (1..).zip(&bench.form.sections).map(|(number, section): (usize, _)| {
        let place = page.t.with2("questionnaire-step", "number", number, "of", bench.form.sections.len());
        Shown {
            title: if section.title.is_empty() { place } else { format!("{place} – {}", section.title) },
            text: markup::to_html(&section.text),
            fields: section.questions.iter().map(|q| Field::new(&page, &bench.form, q, &Typed::default(), false, None)).collect(),
        }
    });
    html(Preview { sections: sections.collect(), lang: bench.consultation.lang.clone(), page, desk, head })
}
