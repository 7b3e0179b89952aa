//! A questionnaire as people will see it, all its pages at once. Nothing can be sent from here.

use super::super::desk::Desk;
use super::{Head, bench};
use crate::error::Reply;
use crate::page::{Page, html};
use crate::pages::public::questionnaire::Section;
use crate::viewer::Staff;
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "office/questionnaire_preview.html")]
struct Preview {
    page: Page,
    desk: Desk,
    head: Head,
    lang: String,
    sections: Vec<Section>,
}

/// `GET /admin/questionnaires/{form}/preview`.
// ftl: questionnaire-stage-*
pub(crate) async fn show(Staff(visit): Staff, Path(form): Path<String>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let (page, desk, head) = bench.open(&visit, "/preview").await?;
    html(Preview { sections: Section::all(&page, &bench.form), lang: bench.consultation.lang.clone(), page, desk, head })
}
