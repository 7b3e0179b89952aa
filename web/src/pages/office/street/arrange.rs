//! What can be reported, who looks after it, and what is often answered.

use super::super::desk::{self, Desk, Section};
use super::super::show;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::street::{self, CategoryForm};
use askama::Template;
use axum::extract::Query;
use domain::id::StreetId;
use domain::street::{NAME_MAX, ReportState, WORDS_MAX};
use domain::text::TITLE_MAX;
use serde::Deserialize;
use store::street::{Category, Template as Saved, lists};

/// Most official collectivities that are offered.
const OFFICIAL_MAX: i64 = 500;

#[derive(Template)]
#[template(path = "office/street/arrange.html")]
struct Arrange {
    page: Page,
    desk: Desk,
    rows: Vec<Row>,
    /// The id of the category that is changed; empty for a new one.
    id: String,
    form: CategoryForm,
    referents: Vec<Choice>,
    competents: Vec<Choice>,
    templates: Vec<Saved>,
    states: Vec<Choice>,
    template: String,
    words: String,
    name_max: usize,
    description_max: usize,
    words_max: usize,
    faults: Faulty,
}

/// A category in the list.
struct Row {
    id: String,
    category: Category,
    referent: String,
    competent: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    id: String,
}

/// `GET /admin/street/categories`.
pub(in super::super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    view(&visit, &asked.id, None, &[]).await
}

/// `POST /admin/street/categories`.
pub(in super::super) async fn save(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let id = fields.get("id").to_owned();
    let form = typed(&fields);
    match street::keep_category(&visit.web.app, visit.viewer, StreetId::parse(&id), &form).await {
        Ok(_) => Ok(done("/admin/street/categories", "office-saved")),
        Err(actions::Error::Faulty(faults)) => view(&visit, &id, Some(&fields), &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/street/templates`.
pub(in super::super) async fn template(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let app = &visit.web.app;
    if let Some(id) = StreetId::parse(fields.get("remove")) {
        street::remove_template(app, visit.viewer, id).await?;
        return Ok(done("/admin/street/categories", "office-saved"));
    }
    match street::add_template(app, visit.viewer, fields.get("template"), fields.get("state"), fields.get("words")).await {
        Ok(()) => Ok(done("/admin/street/categories", "office-saved")),
        Err(actions::Error::Faulty(faults)) => view(&visit, "", Some(&fields), &faults).await,
        Err(other) => Err(other.into()),
    }
}

fn typed(fields: &Fields) -> CategoryForm {
    let field = |name| fields.get(name).to_owned();
    CategoryForm {
        name: field("name"),
        family: field("family"),
        description: field("description"),
        service: field("service"),
        referent: field("referent"),
        days: field("days"),
        competent: field("competent"),
        private: fields.has("private"),
        closed: fields.has("closed"),
    }
}

/// What is kept of a category, as it would be typed.
pub(in super::super) fn kept(category: &Category) -> CategoryForm {
    CategoryForm {
        name: category.name.clone(),
        family: category.family.clone(),
        description: category.description.clone(),
        service: category.service.clone(),
        referent: category.referent_id.map(|id| id.0.to_string()).unwrap_or_default(),
        days: category.days.to_string(),
        competent: category.competent_id.map(|id| id.0.to_string()).unwrap_or_default(),
        private: category.private,
        closed: category.closed_at.is_some(),
    }
}

// ftl: street-state-*
async fn view(visit: &Visit, id: &str, fields: Option<&Fields>, faults: &[(&'static str, domain::text::Fault)]) -> Reply {
    desk::enter(visit, Section::Street)?;
    let read = visit.web.app.store.read(|db| {
        let official = store::trust::official_actors(db, "", OFFICIAL_MAX)?;
        Ok::<_, store::Error>((lists::categories(db)?, lists::agents(db)?, official, store::street::templates(db)?))
    });
    let (rows, agents, official, templates) = read.await?;
    let chosen = rows.iter().find(|(category, ..)| category.id.0.to_string() == id);
    if chosen.is_none() && !id.is_empty() {
        return Err(Error::NOT_FOUND);
    }
    let form = match (fields.filter(|fields| fields.has("name")), chosen) {
        (Some(fields), _) => typed(fields),
        (None, Some((category, ..))) => kept(category),
        (None, None) => CategoryForm::default(),
    };
    let (page, desk) = desk::open(visit, Section::Street, "street-arrange").await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    let peer = |id: &store::Uid, name: &str| super::choice(id.0.to_string(), &domain::text::line(name), id.0.to_string() == form.competent);
    let text = |name| fields.map_or("", |fields| fields.get(name));
    let view = Arrange {
        referents: super::agents(&agents, &form.referent),
        competents: official.iter().map(|actor| peer(&actor.actor_id, &actor.name)).collect(),
        states: Choice::list(&page.t, "street-state", ReportState::ALL.iter().map(|state| state.code()), text("state")),
        template: text("template").to_owned(),
        words: text("words").to_owned(),
        rows: rows.into_iter().map(row).collect(),
        id: id.to_owned(),
        name_max: NAME_MAX,
        description_max: TITLE_MAX,
        words_max: WORDS_MAX,
        templates,
        form,
        faults,
        desk,
        page,
    };
    html_with(status, view)
}

fn row((category, referent, competent): (Category, Option<String>, Option<String>)) -> Row {
    Row {
        id: category.id.0.to_string(),
        referent: referent.unwrap_or_default(),
        competent: competent.map(|name| domain::text::line(&name)).unwrap_or_default(),
        category,
    }
}
