//! A questionnaire of a draft, all its pages at once.

use super::super::head::Tab;
use super::super::questionnaire::Section;
use super::Draft;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Path;
use domain::id::QuestionnaireId;
use domain::markup;
use domain::questionnaire::Form;
use store::Uid;
use store::questionnaires::Questionnaire;

#[derive(Template)]
#[template(path = "preview/questionnaire.html")]
struct Questions {
    page: Page,
    title: String,
    lang: String,
    /// Safe HTML.
    introduction: String,
    /// Safe HTML.
    purpose: String,
    sections: Vec<Section>,
}

/// `GET /preview/{token}/q/{form}`.
pub(super) async fn show(visit: Visit, Path((token, form)): Path<(String, String)>) -> Reply {
    let id = Uid::of(QuestionnaireId::parse(&form).ok_or(Error::NOT_FOUND)?);
    super::show(
        visit,
        (token, Tab::Learn),
        move |db, frame| {
            let found = store::questionnaires::find(db, id)?.filter(|found| found.consultation_id == frame.consultation.id);
            let found = found.ok_or(Error::NOT_FOUND)?;
            let form = store::questionnaires::form(db, id)?;
            Ok::<_, Error>((found, form))
        },
        draw,
    )
    .await
}

fn draw(draft: Draft, (found, form): (Questionnaire, Form)) -> Reply {
    let Draft { page, frame, .. } = draft.below(found.title.clone());
    html(Questions {
        title: found.title.clone(),
        lang: frame.consultation.lang.clone(),
        introduction: markup::to_html(&found.introduction),
        purpose: markup::to_html(&found.purpose),
        sections: Section::all(&page, &form),
        page,
    })
}
