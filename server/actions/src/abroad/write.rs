//! A text that somebody on another server wrote for a consultation here: new, or changed.

use super::receive::Ids;
use crate::contributions::{Entry, edit, publish, reply};
use crate::office::uncount;
use crate::{Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::consultation::RemoteVoices;
use domain::contribution::{DEPTH_MAX, Draft, Kind};
use domain::id::{ContributionId, ThemeId};
use domain::refusal::Refusal;
use store::contributions::Contribution;
use store::received::Digest;
use store::{At, Db, Uid};

/// What a text belongs to.
#[derive(Debug, Clone)]
pub enum Target {
    /// It replies to a contribution that was written here.
    Reply(ContributionId),
    /// It replies to something that lives elsewhere, at this address.
    ReplyTo(String),
    /// It is a new subject in the consultation of this group.
    Group(Uid),
}

/// A text from another server.
#[derive(Debug, Clone)]
pub struct Writing {
    /// Its address.
    pub uri: String,
    /// Digest of its address.
    pub digest: Digest,
    /// What it belongs to.
    pub target: Target,
    /// The text, in the shape of a contribution.
    pub draft: Draft,
    /// Code of its language.
    pub lang: String,
    /// When it was written.
    pub written_at: Option<Timestamp>,
    /// When it was last changed there, if it ever was.
    pub changed_at: Option<Timestamp>,
    /// The name of its theme, if it says one.
    pub theme: Option<String>,
    /// Whether it comes through the group of a consultation that is carried here: the instance on which it lives took it.
    pub is_carried: bool,
}

/// Keeps a text, or changes it if it is here already.
pub(super) fn write(db: &mut Db, viewer: Viewer, writing: &Writing, ids: Ids, now: Timestamp) -> Result<()> {
    store::alone::about(db, &writing.uri)?;
    if store::received::is_buried(db, &writing.digest)? {
        return Ok(());
    }
    if let Some(known) = store::contributions::by_uri(db, &writing.uri)? {
        return again(db, viewer, &known, writing, now);
    }
    let entry = Entry::elsewhere(ids.contribution, writing.lang.clone(), writing.uri.clone(), writing.written_at.map(At));
    enter(db, viewer, writing, entry, now)?;
    // Territories that carry the consultation may have spoken of it before it came.
    Ok(store::territory_supports::arrived(db, &writing.uri, None)?)
}

/// Puts a new text where it belongs.
fn enter(db: &mut Db, viewer: Viewer, writing: &Writing, entry: Entry, now: Timestamp) -> Result<()> {
    match &writing.target {
        Target::Reply(parent) => under(db, viewer, *parent, writing, entry, now),
        Target::ReplyTo(uri) => match store::contributions::by_uri(db, uri)? {
            Some(parent) => under(db, viewer, parent.id.to(), writing, entry, now),
            // A reply to something that is not of this instance: not our business.
            None => Ok(()),
        },
        Target::Group(group) => {
            let consultation = store::consultations::by_actor(db, *group)?.ok_or(Refusal::NotFound)?;
            let calendar = store::consultations::calendar(db, &consultation)?;
            let is_carried = writing.is_carried || is_of_a_carrier(db, consultation.id, viewer)?;
            let draft = Draft { theme: theme(db, consultation.id, writing)?, ..writing.draft.clone() };
            publish::enter(db, viewer, (&consultation, &calendar), draft, entry.carried(is_carried), now).map(drop)
        }
    }
}

fn under(db: &mut Db, viewer: Viewer, parent: ContributionId, writing: &Writing, entry: Entry, now: Timestamp) -> Result<()> {
    let parent = shallow(db, parent)?;
    let Some(found) = store::contributions::find(db, Uid::of(parent))? else { return Err(Refusal::NotFound.into()) };
    let is_carried = writing.is_carried || is_of_a_carrier(db, found.consultation_id, viewer)?;
    let mut draft = writing.draft.clone();
    draft.kind = Kind::Reply;
    draft.theme = None;
    reply::answer(db, viewer, parent, draft, entry.carried(is_carried), now).map(drop)
}

/// Whether somebody is of a territory that carries this consultation of ours: their home asked the phases before it took the text.
fn is_of_a_carrier(db: &mut Db, consultation: Uid, viewer: Viewer) -> Result<bool> {
    let Some(actor) = viewer.actor else { return Ok(false) };
    let Some(found) = store::actors::find(db, Uid::of(actor))? else { return Ok(false) };
    Ok(store::carrying::is_carried_by(db, consultation, &found.host)?)
}

/// The theme with the name that a text says, if there is one.
fn theme(db: &mut Db, consultation: Uid, writing: &Writing) -> Result<Option<ThemeId>> {
    let Some(name) = &writing.theme else { return Ok(writing.draft.theme) };
    let themes = store::consultations::themes(db, consultation)?;
    Ok(themes.into_iter().find(|theme| theme.name == *name).map(|theme| theme.id.to()))
}

/// Elsewhere threads are as deep as one likes: what is too deep for this instance stands beside what it replies to.
fn shallow(db: &mut Db, parent: ContributionId) -> Result<ContributionId> {
    let Some(found) = store::contributions::find(db, Uid::of(parent))? else { return Err(Refusal::NotFound.into()) };
    if found.depth < i16::from(DEPTH_MAX) {
        return Ok(parent);
    }
    Ok(found.parent_id.map_or(parent, Uid::to))
}

/// Where a moderator looks first, a text that was released and is changed is looked at again.
fn hold_again(db: &mut Db, id: Uid, now: Timestamp) -> Result<()> {
    let subject = subject::contribution(db, id.to())?;
    if subject.calendar.remote_voices == RemoteVoices::Held && store::contributions::hold_back(db, id, At(now))? {
        uncount(db, &subject)?;
    }
    Ok(())
}

fn again(db: &mut Db, viewer: Viewer, known: &Contribution, writing: &Writing, now: Timestamp) -> Result<()> {
    if known.author_id != viewer.actor.map(Uid::of) {
        return Err(Refusal::NotYours.into());
    }
    // What is older than the text that is here, or was never changed, changes nothing.
    let newer = writing.changed_at.is_some_and(|at| known.edited_at.is_none_or(|seen| at > seen.0) && at >= known.created_at.0);
    if !newer || known.withdrawn_at.is_some() {
        return Ok(());
    }
    let mut draft = writing.draft.clone();
    draft.kind = known.kind()?;
    draft.theme = match (draft.kind, &writing.theme) {
        (Kind::Proposal | Kind::Discussion, Some(_)) => theme(db, known.consultation_id, writing)?,
        (_, _) => known.theme_id.map(Uid::to),
    };
    if draft.title.is_empty() {
        draft.title.clone_from(&known.title);
    }
    let changed_at = writing.changed_at.map_or(now, |at| at.min(now));
    if writing.is_carried || is_of_a_carrier(db, known.consultation_id, viewer)? {
        edit::change_carried(db, viewer, known.id.to(), &draft, (now, changed_at))?;
    } else {
        edit::change(db, viewer, known.id.to(), &draft, (now, changed_at))?;
    }
    hold_again(db, known.id, now)
}
