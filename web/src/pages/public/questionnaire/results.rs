//! The published results of a questionnaire.

use super::charts::{self, Chart};
use super::{Loaded, id, load};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Path;
use domain::markup;
use domain::questionnaire::PEOPLE_MIN;

#[derive(Template)]
#[template(path = "questionnaire/results.html")]
struct Results {
    page: Page,
    charts: Vec<Chart>,
    people: i32,
    published_at: store::At,
    /// Safe HTML.
    note: String,
    lang: String,
    open_to_all: bool,
    least: i64,
}

/// `GET /c/{slug}/q/{form}/results`: not there until an agent publishes them.
pub(crate) async fn show(visit: Visit, Path((slug, form)): Path<(String, String)>) -> Reply {
    let (id, viewer) = (id(&form)?, visit.viewer);
    let read = visit.web.app.store.read(move |db| {
        let loaded = load(db, &slug, id, viewer)?;
        let at = loaded.questionnaire.results_at.ok_or(Error::NOT_FOUND)?;
        let totals = store::responses::totals::kept_totals(db, loaded.questionnaire.id)?;
        let quotes = store::responses::texts::published(db, loaded.questionnaire.id)?;
        Ok::<_, Error>((loaded, totals, quotes, at))
    });
    let (loaded, totals, quotes, published_at) = read.await?;
    let mut page = loaded.page_below(&visit, "questionnaire-results").await?;
    page.title = page.t.with1("questionnaire-results-of", "title", loaded.questionnaire.title.as_str());
    let Loaded { form, questionnaire, frame, terms } = &loaded;
    html(Results {
        charts: charts::charts(&page, form, &totals, &quotes, PEOPLE_MIN),
        people: questionnaire.people,
        published_at,
        note: markup::to_html(&questionnaire.results_note),
        lang: frame.consultation.lang.clone(),
        open_to_all: terms.respondents == domain::questionnaire::Respondents::Everyone,
        least: PEOPLE_MIN,
        page,
    })
}
