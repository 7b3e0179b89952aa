//! Groups of reports that others follow: made with what they are about, renamed and ended with it. Whatever changes in a report is noted for them here.

use domain::Timestamp;
use domain::actor::ActorKind;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::lang::Lang;
use domain::links::Links;
use domain::street;
use store::street::groups::{self, Group};
use store::street::{Category, Report};
use store::{At, Db, Uid};

use super::areas;
use crate::{App, Result, random};

/// How many namesakes are told apart by a number; after that by an id.
const NAMESAKES: usize = 50;

/// Gives a group to what has none: after an update, and where something was refused once.
///
/// # Errors
/// When the store fails.
pub(super) async fn complete(app: &App) -> Result<()> {
    let (now, links) = (app.now(), app.links.clone());
    // no event: nothing is said to anybody yet
    app.store.write(move |db| settle(db, &links, now)).await
}

/// Gives a group to all reports, to each category and to each part of the territory that has none.
pub(super) fn settle(db: &mut Db, links: &Links, now: Timestamp) -> Result<()> {
    let missing = groups::missing(db)?;
    let lang = store::instance::find(db)?.and_then(|instance| Lang::parse(&instance.lang)).unwrap_or(Lang::Fr);
    if missing.whole {
        found(db, links, (lang, None), (None, None), now)?;
    }
    for (id, name, description) in missing.categories {
        let actor = found(db, links, (lang, Some(&name)), (Some(id), None), now)?;
        store::actors::rename(db, actor, &name, &description)?;
    }
    for area in missing.areas {
        found(db, links, (lang, Some(&area.name)), (None, Some(area.id)), now)?;
        // What lies in it already is listed with it; nobody is told of it again.
        let bounds = domain::place::Bounds { west: area.west, south: area.south, east: area.east, north: area.north };
        let outline = areas::outline_of(&area);
        let inside =
            groups::in_box(db, bounds)?.into_iter().filter(|(_, place)| outline.as_ref().is_some_and(|outline| outline.holds(*place)));
        let pairs: Vec<(Uid, Uid)> = inside.map(|(report, _)| (area.id, report)).collect();
        groups::hold(db, &pairs)?;
    }
    Ok(())
}

/// Makes a group with its actor, under the first handle that is free and was never anybody's.
fn found(
    db: &mut Db,
    links: &Links,
    (lang, name): (Lang, Option<&str>),
    (category_id, area_id): (Option<Uid>, Option<Uid>),
    now: Timestamp,
) -> Result<Uid> {
    let (id, plain) = (Uid(random::uuid_v7(now)), street::group_handle(lang, name));
    let numbered = (2..NAMESAKES).map(|number| format!("{plain}_{number}"));
    let mut handle = format!("{plain}_{}", id.0.simple());
    for candidate in std::iter::once(plain.clone()).chain(numbered) {
        if !store::actors::is_taken(db, &candidate)? && !store::actors::was_at(db, &links.actor(&candidate))? {
            handle = candidate;
            break;
        }
    }
    store::actors::insert(db, id, ActorKind::Group.code(), &handle, name.unwrap_or_default(), At(now))?;
    groups::add(db, Group { actor_id: id, category_id, area_id })?;
    Ok(id)
}

/// A category has a group, with the name and the description that it has now.
pub(super) fn follow_category(db: &mut Db, links: &Links, category: &Category, now: Timestamp) -> Result<()> {
    settle(db, links, now)?;
    let Some(known) = groups::about(db, Some(category.id), None)? else { return Ok(()) };
    if known.actor.display_name == category.name && known.actor.summary == category.description {
        return Ok(());
    }
    store::actors::rename(db, known.actor.id, &category.name, &category.description)?;
    Ok(store::journal::append(db, &Event::new(EventKind::StreetGroupChanged).on(known.actor.id.to::<ActorId>()), now)?)
}

/// The group of a part of the territory ends with it. Its address is never given again.
pub(super) fn end(db: &mut Db, links: &Links, area: Uid, now: Timestamp) -> Result<()> {
    let Some(known) = groups::about(db, None, Some(area))? else { return Ok(()) };
    let actor = known.actor;
    let was_abroad = store::keys::find(db, actor.id)?.is_some() || store::activities::has_spoken(db, actor.id)?;
    let address = was_abroad.then(|| links.actor(&actor.username));
    store::actors::erase(db, actor.id, address.as_deref(), At(now))?;
    Ok(store::journal::append(db, &Event::new(EventKind::StreetGroupChanged).on(actor.id.to::<ActorId>()), now)?)
}

/// Something changed in a report. When everybody may see it for the first time, it gets the id under which others know it.
pub(super) fn changed(db: &mut Db, row: &Report, now: Timestamp) -> Result<()> {
    if row.is_public() && groups::name(db, row.id, Uid(random::uuid_v7(now)))? {
        let held = match row.place() {
            Some(place) => areas::holding(db, row.category_id, place, true)?,
            None => Vec::new(),
        };
        let pairs: Vec<(Uid, Uid)> = held.iter().map(|area| (area.id, row.id)).collect();
        groups::hold(db, &pairs)?;
    }
    // What nobody but agents ever saw has nobody to tell.
    if row.confirmed_at.is_none() || groups::object_of(db, row.id)?.is_none() {
        return Ok(());
    }
    Ok(store::journal::append(db, &Event::new(EventKind::StreetChanged).on(row.id.0), now)?)
}
