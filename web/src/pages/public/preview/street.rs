//! What people will be able to report from the street: what is open already, and what is prepared.

use crate::error::Reply;
use crate::form::see;
use crate::page::{Page, html};
use crate::street;
use crate::texts::Texts;
use crate::viewer::Visit;
use askama::Template;
use domain::lang::Lang;
use store::street::Category;

#[derive(Template)]
#[template(path = "preview/street.html")]
struct Show {
    page: Page,
    families: Vec<Family>,
    lang: String,
}

/// Categories under one name.
struct Family {
    name: String,
    lines: Vec<Line>,
}

/// A category.
struct Line {
    name: String,
    hint: String,
    /// The days that will be promised, whether others read it, whether it can be reported already.
    about: String,
}

/// What a link to it shows. What agents closed themselves is no part of the draft.
pub(super) async fn show(visit: &Visit) -> Reply {
    let rows = visit.web.app.store.read(|db| store::street::categories(db, true)).await?;
    if rows.iter().all(|row| row.closed_at.is_none()) {
        return Ok(see("/street"));
    }
    let lang = visit.web.app.instance().await?.lang.clone();
    let proposed = street::ready_made_all(&Texts::new(Lang::parse(&lang).unwrap_or(Lang::Fr)));
    let page = super::alone(visit, "street-title").await?;
    let mut families: Vec<Family> = Vec::new();
    for row in rows.iter().filter(|row| row.closed_at.is_none() || proposed.contains(&row.code)) {
        match families.iter_mut().find(|family| family.name == row.family) {
            Some(family) => family.lines.push(line(&page.t, row)),
            None => families.push(Family { name: row.family.clone(), lines: vec![line(&page.t, row)] }),
        }
    }
    html(Show { families, lang, page })
}

fn line(t: &Texts, row: &Category) -> Line {
    let days = (row.days > 0).then(|| t.count("street-promise", row.days));
    let private = row.private.then(|| t.get("preview-street-private"));
    let open = row.closed_at.is_none().then(|| t.get("preview-street-open"));
    let about: Vec<String> = [days, private, open].into_iter().flatten().collect();
    Line { name: row.name.clone(), hint: row.description.clone(), about: about.join(" · ") }
}
