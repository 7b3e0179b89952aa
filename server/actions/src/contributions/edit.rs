//! Change the text of one's own contribution; the older text is kept as a version.

use crate::places::{self, MapSettings};
use crate::{App, Error, Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::contribution::{Draft, Kind};
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::{At, Db, Uid};

/// Changes a contribution that its author last saw in version `seen_version`.
///
/// # Errors
/// A refusal of the permission table, `Stale` when it changed meanwhile, or the store's failure.
pub async fn edit(app: &App, viewer: Viewer, id: ContributionId, seen_version: i32, draft: Draft) -> Result<()> {
    let (now, maps) = (app.now(), app.maps.clone());
    let change_here = move |db: &mut Db| {
        subject::lives_here(db, id)?;
        let viewer = crate::organisations::speak(db, viewer, now)?;
        let subject = subject::contribution(db, id)?;
        permission::may(viewer, Verb::Edit, &subject.standing, &subject.calendar, now)?;
        put(db, viewer, &subject, Seen { version: Some(seen_version), maps: Some(&maps) }, &draft, (now, now))
    };
    // no event: `change` appends it, for both doors
    app.store.write(change_here).await
}

/// What is known of who changes a text: the version that they saw, and on which maps they placed it. Nothing of those of other servers.
#[derive(Clone, Copy)]
struct Seen<'a> {
    version: Option<i32>,
    maps: Option<&'a MapSettings>,
}

const ELSEWHERE: Seen<'static> = Seen { version: None, maps: None };

/// The same in a transaction that is open, for what comes from elsewhere: nobody says which version was seen, and the text may be older than now.
pub(crate) fn change(
    db: &mut Db,
    viewer: Viewer,
    id: ContributionId,
    draft: &Draft,
    (now, written_at): (Timestamp, Timestamp),
) -> Result<()> {
    let subject = subject::contribution(db, id)?;
    permission::may(viewer, Verb::Edit, &subject.standing, &subject.calendar, now)?;
    put(db, viewer, &subject, ELSEWHERE, draft, (now, written_at))
}

/// The same for what another instance, which carries the same consultation, took in time.
pub(crate) fn change_carried(
    db: &mut Db,
    viewer: Viewer,
    id: ContributionId,
    draft: &Draft,
    (now, written_at): (Timestamp, Timestamp),
) -> Result<()> {
    let subject = subject::contribution(db, id)?;
    let calendar = domain::carrying::admitting(&subject.calendar, written_at, now);
    permission::may(viewer, Verb::Edit, &subject.standing, &calendar, now)?;
    put(db, viewer, &subject, ELSEWHERE, draft, (now, written_at))
}

fn put(
    db: &mut Db,
    viewer: Viewer,
    subject: &subject::Subject,
    seen: Seen<'_>,
    draft: &Draft,
    (now, written_at): (Timestamp, Timestamp),
) -> Result<()> {
    let old = &subject.contribution;
    if seen.version.is_some_and(|version| version != old.version) || draft.kind.code() != old.kind {
        return Err(Refusal::Stale.into());
    }
    let theme = draft.theme.map(Uid::of);
    if let Some(theme) = theme
        && !store::consultations::themes(db, subject.consultation.id)?.iter().any(|t| t.id == theme)
    {
        return Err(Error::fault("theme", Fault::Choice));
    }
    // What speaks of a paragraph has its place in a text, not on a map.
    let on_text = draft.kind != Kind::Reply && store::draft_texts::said(db, old.id)?.is_some();
    let settle = |db: &mut Db| places::settle(db, seen.maps, (subject.consultation.id, old.id), draft.kind, draft.place.as_ref());
    let moved = if on_text { false } else { settle(db)? };
    if !moved && old.title == draft.title && old.body == draft.body && old.theme_id == theme {
        return Ok(());
    }
    if !store::contributions::edit(db, old, &draft.title, &draft.body, theme, At(written_at))? {
        return Err(Refusal::Stale.into());
    }
    if draft.kind != Kind::Reply {
        let found_by = crate::texts::indexed(db, old.id, &draft.body)?;
        store::search::index(db, old.id, subject.consultation.id, &draft.title, &found_by)?;
    }
    let event = Event::new(EventKind::ContributionEdited).said_by(viewer).on(old.id.0).within(subject.consultation.id.to());
    Ok(store::journal::append(db, &event, now)?)
}
