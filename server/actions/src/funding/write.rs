//! Write a project, change it, publish it.

use super::{ProjectForm, event, load};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::FundingId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::funding::Project;
use store::{At, Uid};

/// Writes a project, which nobody reads before it is published.
///
/// # Errors
/// A refusal of the permission table, faulty fields, or the store's failure.
pub async fn draft(app: &App, viewer: Viewer, form: &ProjectForm) -> Result<FundingId> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (parsed, now, id, lang) = (form.parse()?, app.now(), app.new_id::<FundingId>(), app.instance().await?.lang.clone());
    app.store
        .write(move |db| {
            let row = Project {
                id: Uid::of(id),
                consultation_id: None,
                carrier: parsed.carrier,
                title: parsed.title,
                body: parsed.body,
                lang,
                mode: parsed.mode.code().to_owned(),
                with_return: parsed.with_return,
                goal: parsed.goal,
                cost: parsed.cost,
                raised: 0,
                contributors: 0,
                opens_on: parsed.opens_on,
                closes_on: parsed.closes_on,
                link: parsed.link,
                created_at: At(now),
                published_at: None,
                edited_at: At(now),
            };
            store::funding::insert(db, &row)?;
            store::journal::append(db, &event(EventKind::FundingChanged, &row).by(viewer.actor), now)?;
            Ok(id)
        })
        .await
}

/// Changes a project. Of a published one what money is given as, what is looked for and where one gives stay: people gave on these terms.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, faulty fields, or the store's failure.
pub async fn edit(app: &App, viewer: Viewer, id: FundingId, form: &ProjectForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (parsed, now) = (form.parse()?, app.now());
    app.store
        .write(move |db| {
            let mut row = load(db, id)?;
            row.title = parsed.title;
            row.body = parsed.body;
            row.carrier = parsed.carrier;
            row.cost = parsed.cost;
            row.closes_on = parsed.closes_on;
            row.opens_on = parsed.opens_on;
            if row.published_at.is_none() {
                row.mode = parsed.mode.code().to_owned();
                row.with_return = parsed.with_return;
                row.goal = parsed.goal;
                row.link = parsed.link;
            }
            row.edited_at = At(now);
            store::funding::update(db, &row)?;
            Ok(store::journal::append(db, &event(EventKind::FundingChanged, &row).by(viewer.actor), now)?)
        })
        .await
}

/// Publishes a project.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `AlreadyDone`, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, id: FundingId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let mut row = load(db, id)?;
            if row.published_at.is_some() {
                return Err(Refusal::AlreadyDone.into());
            }
            row.published_at = Some(At(now));
            row.edited_at = At(now);
            store::funding::update(db, &row)?;
            Ok(store::journal::append(db, &event(EventKind::FundingPublished, &row).by(viewer.actor), now)?)
        })
        .await
}
