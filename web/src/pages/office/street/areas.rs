//! Who looks after what in which part of the territory.

use super::super::desk::{self, Desk, Section};
use super::super::show;
use crate::error::Reply;
use crate::form::{Choice, Faulty, Fields, Posted, Upload, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::street::{self, AreaForm};
use askama::Template;
use domain::id::StreetId;
use domain::street::NAME_MAX;
use store::street::{areas, lists};

#[derive(Template)]
#[template(path = "office/street/areas.html")]
struct Areas {
    page: Page,
    desk: Desk,
    rows: Vec<Row>,
    form: AreaForm,
    categories: Vec<Choice>,
    referents: Vec<Choice>,
    perimeters: Vec<Choice>,
    name_max: usize,
    faults: Faulty,
}

/// An area in the list.
struct Row {
    id: String,
    name: String,
    category: Option<String>,
    service: String,
    referent: Option<String>,
}

/// `GET /admin/street/areas`.
pub(in super::super) async fn show(Staff(visit): Staff) -> Reply {
    view(&visit, &Fields::default(), &[]).await
}

fn typed(fields: &Fields) -> AreaForm {
    let field = |name| fields.get(name).to_owned();
    AreaForm {
        name: field("area"),
        category: field("category"),
        service: field("service"),
        referent: field("referent"),
        perimeter: field("perimeter"),
    }
}

/// `POST /admin/street/areas`.
pub(in super::super) async fn add(Staff(visit): Staff, upload: Upload) -> Reply {
    desk::enter(&visit, Section::Street)?;
    match street::add_area(&visit.web.app, visit.viewer, &typed(&upload.fields), upload.file).await {
        Ok(()) => Ok(done("/admin/street/areas", "office-saved")),
        Err(actions::Error::Faulty(faults)) => view(&visit, &upload.fields, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/street/areas/remove`.
pub(in super::super) async fn remove(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let id = StreetId::parse(fields.get("remove")).ok_or(crate::error::Error::NOT_FOUND)?;
    street::remove_area(&visit.web.app, visit.viewer, id).await?;
    Ok(done("/admin/street/areas", "office-saved"))
}

async fn view(visit: &Visit, fields: &Fields, faults: &[(&'static str, domain::text::Fault)]) -> Reply {
    desk::enter(visit, Section::Street)?;
    let read = visit.web.app.store.read(|db| {
        Ok::<_, store::Error>((areas::list(db)?, store::street::categories(db, true)?, lists::agents(db)?, areas::perimeters(db)?))
    });
    let (rows, categories, agents, perimeters) = read.await?;
    let (page, desk) = desk::open(visit, Section::Street, "street-areas").await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    let form = typed(fields);
    let row = |(id, name, category, service, referent): areas::Listed| Row {
        id: id.0.to_string(),
        category: category.and_then(|id| categories.iter().find(|category| category.id == id)).map(|category| category.name.clone()),
        name,
        service,
        referent,
    };
    let perimeter = |(id, name, consultation): &(store::Uid, String, String)| {
        super::choice(id.0.to_string(), &format!("{name} · {consultation}"), id.0.to_string() == form.perimeter)
    };
    let view = Areas {
        rows: rows.into_iter().map(row).collect(),
        categories: super::categories(&categories, &form.category),
        referents: super::agents(&agents, &form.referent),
        perimeters: perimeters.iter().map(perimeter).collect(),
        name_max: NAME_MAX,
        form,
        faults,
        desk,
        page,
    };
    html_with(status, view)
}
