//! Who may vote, and how: the ways of a box, its letters, its list, its desk and its paper.

pub(super) mod batch;
pub(super) mod choose;
pub(super) mod codes;
pub(super) mod desk;
pub(super) mod list;
pub(super) mod paper;

use super::desk::{Desk, Section};
use super::editor::{self, Head};
use crate::error::Error;
use crate::form::Fields;
use crate::page::Page;
use crate::viewer::Visit;
use actions::votes::Loaded;
use actions::ways::Person;
use domain::id::BoxId;
use store::Uid;
use store::views::page::Frame;

/// A box in the back office.
struct Bench {
    frame: Frame,
    found: Loaded,
    /// Where its pages begin.
    root: String,
}

/// A detail that the list asks for.
struct Detail {
    field: String,
    label: String,
    value: String,
}

impl Bench {
    /// Where the box itself is prepared.
    fn back(&self) -> String {
        format!("/admin/consultations/{}/polls/{}", self.frame.consultation.slug, self.found.row.id.0)
    }

    /// Page, menu and head of a page of this box.
    async fn open(&self, visit: &Visit) -> Result<(Page, Desk, Head), Error> {
        let (page, desk) = super::desk::open(visit, Section::Consultations, self.found.row.title.clone()).await?;
        let head = editor::head(&page.t, &self.frame, visit.web.app.now(), "/polls");
        Ok((page, desk, head))
    }

    /// The details that the list asks for, with what was typed.
    async fn details(&self, visit: &Visit, typed: &Fields) -> Result<Vec<Detail>, Error> {
        let id = self.found.row.id;
        let list = visit.web.app.store.read(move |db| store::ways::list(db, id)).await?;
        let fields = list.map(|list| list.fields).unwrap_or_default();
        let detail = |(number, label): (usize, &str)| {
            let field = format!("detail-{number}");
            Detail { label: label.to_owned(), value: typed.get(&field).to_owned(), field }
        };
        Ok(fields.lines().enumerate().map(detail).collect())
    }
}

/// The box of an address.
async fn bench(visit: &Visit, slug: &str, poll: &str) -> Result<Bench, Error> {
    let frame = editor::frame(visit, slug).await?;
    let id = BoxId::parse(poll).ok_or(Error::NOT_FOUND)?;
    let found = visit.web.app.store.read(move |db| actions::votes::load(db, Uid::of(id))).await?;
    if found.row.consultation_id != frame.consultation.id {
        return Err(Error::NOT_FOUND);
    }
    let root = format!("/admin/consultations/{slug}/polls/{}", found.row.id.0);
    Ok(Bench { frame, found, root })
}

/// Whom an agent names: by the code of a letter, else by their details.
fn person(typed: &Fields) -> Person {
    let code = typed.get("code").trim();
    if code.is_empty() { Person::Details(crate::pages::public::details(typed)) } else { Person::Code(code.to_owned()) }
}
