//! Say what can be reported, who looks after it, and what is often answered.

use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, StreetId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::street::{self, DAYS_MAX, NAME_MAX, ReportState, WORDS_MAX};
use domain::text::{self, Fault};
use store::street::{Category, Template};
use store::{At, Uid};

use super::groups;
use super::tend::check_agent;
use crate::{App, Error, Faults, Result};

/// A category as an agent wrote it.
#[derive(Debug, Clone, Default)]
pub struct CategoryForm {
    /// Its name.
    pub name: String,
    /// What it is listed under.
    pub family: String,
    /// What belongs here.
    pub description: String,
    /// The service in charge.
    pub service: String,
    /// The id of the agent who looks after it.
    pub referent: String,
    /// The days that are promised.
    pub days: String,
    /// The id of the collectivity that is competent.
    pub competent: String,
    /// Whether few see its reports.
    pub private: bool,
    /// Whether it takes nothing new.
    pub closed: bool,
}

impl CategoryForm {
    fn parse(&self, id: Uid, now: At) -> Result<Category> {
        let mut faults = Faults::new();
        let mut line = |field, typed: &str, least, most| match text::bounded_line(typed, least, most) {
            Ok(line) => line,
            Err(fault) => {
                faults.push((field, fault));
                String::new()
            }
        };
        let (name, family) = (line("name", &self.name, 2, NAME_MAX), line("family", &self.family, 0, NAME_MAX));
        let service = line("service", &self.service, 0, NAME_MAX);
        let description = line("description", &self.description, 0, text::TITLE_MAX);
        let days = match self.days.trim() {
            "" => Some(0),
            typed => typed.parse().ok().filter(|days| (0..=DAYS_MAX).contains(days)),
        };
        let code = if name.is_empty() { Ok(String::new()) } else { street::category_code(&name) };
        for (field, fault) in [("days", days.is_none().then_some(Fault::Shape)), ("name", code.as_ref().err().copied())] {
            faults.extend(fault.map(|fault| (field, fault)));
        }
        let mut id_of = |field, typed: &str| {
            let id = ActorId::parse(typed);
            if id.is_none() && !typed.is_empty() {
                faults.push((field, Fault::Choice));
            }
            id.map(Uid::of)
        };
        let (referent_id, competent_id) = (id_of("referent", &self.referent), id_of("competent", &self.competent));
        match (days, code) {
            (Some(days), Ok(code)) if faults.is_empty() => Ok(Category {
                id,
                position: 0,
                code,
                name,
                family,
                description,
                service,
                referent_id,
                days,
                competent_id,
                private: self.private,
                closed_at: self.closed.then_some(now),
            }),
            _faulty => Err(Error::Faulty(faults)),
        }
    }
}

/// Keeps a category, a new one or `id`. Its code stays as it was first.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, faulty fields (`name` when another one has its code), or the store's failure.
pub async fn keep_category(app: &App, viewer: Viewer, id: Option<StreetId>, form: &CategoryForm) -> Result<StreetId> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let now = app.now();
    let own = id.unwrap_or_else(|| app.new_id());
    let (mut row, links) = (form.parse(Uid::of(own), At(now))?, app.links.clone());
    app.store
        .write(move |db| {
            // One at a time: what one opens and another prepares is seen by the second.
            store::previews::hold(db, store::previews::Draft::Street)?;
            let there = store::street::lists::categories(db)?;
            match (id, there.iter().find(|(category, ..)| category.id == row.id)) {
                (Some(_), None) => return Err(Refusal::NotFound.into()),
                (_, Some((old, ..))) => {
                    (row.position, row.code) = (old.position, old.code.clone());
                    row.closed_at = row.closed_at.map(|at| old.closed_at.unwrap_or(at));
                }
                (None, None) if there.len() >= usize::try_from(store::street::CATEGORIES_MAX).unwrap_or(usize::MAX) => {
                    return Err(Refusal::NoRoom.into());
                }
                (None, None) => row.position = there.last().map_or(0, |(last, ..)| last.position + 1),
            }
            if there.iter().any(|(category, ..)| category.code == row.code && category.id != row.id) {
                return Err(Error::fault("name", Fault::Taken));
            }
            check_agent(db, row.referent_id).map_err(|_nobody| Error::fault("referent", Fault::Choice))?;
            if let Some(competent) = row.competent_id
                && !store::trust::is_official(db, competent)?
            {
                return Err(Error::fault("competent", Fault::Choice));
            }
            if row.closed_at.is_some() && there.iter().all(|(category, ..)| category.closed_at.is_none()) {
                // Something is prepared again: links that showed what was prepared before do not show this.
                crate::previews::revoke_all(db, viewer, store::previews::Draft::Street, now)?;
            }
            store::street::keep_category(db, &row).map_err(|error| match error {
                store::Error::Duplicate => Error::fault("name", Fault::Taken),
                other => other.into(),
            })?;
            store::journal::append(db, &Event::new(EventKind::StreetArranged).by(viewer.actor).on(own).detail("category"), now)?;
            groups::follow_category(db, &links, &row, now)?;
            Ok(own)
        })
        .await
}

/// Keeps an answer that is given often.
///
/// # Errors
/// A refusal of the permission table, faulty fields, `NoRoom`, or the store's failure.
pub async fn add_template(app: &App, viewer: Viewer, name: &str, state: &str, words: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, id) = (app.now(), app.new_id::<StreetId>());
    let mut faults = Faults::new();
    let name = text::bounded_line(name, 2, NAME_MAX).map_err(|fault| faults.push(("template", fault))).unwrap_or_default();
    let words = text::bounded_text(words, 5, WORDS_MAX).map_err(|fault| faults.push(("words", fault))).unwrap_or_default();
    let state = ReportState::parse(state);
    if state.is_none() {
        faults.push(("state", Fault::Choice));
    }
    let Some(state) = state.filter(|_| faults.is_empty()) else { return Err(Error::Faulty(faults)) };
    app.store
        .write(move |db| {
            let room = usize::try_from(store::street::STEPS_MAX).unwrap_or(usize::MAX);
            if store::street::templates(db)?.len() >= room {
                return Err(Refusal::NoRoom.into());
            }
            store::street::keep_template(db, Template { id: Uid::of(id), name, state: state.code().to_owned(), words })?;
            Ok(store::journal::append(db, &Event::new(EventKind::StreetArranged).by(viewer.actor).on(id).detail("template"), now)?)
        })
        .await
}

/// Removes such an answer.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn remove_template(app: &App, viewer: Viewer, id: StreetId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            store::street::remove_template(db, Uid::of(id))?;
            Ok(store::journal::append(db, &Event::new(EventKind::StreetArranged).by(viewer.actor).on(id).detail("template"), now)?)
        })
        .await
}
