//! In whose name somebody writes: their own, or that of an organisation they are a member of. What it allows is asked again when it is done.

use super::load::Subject;
use crate::error::Error;
use crate::form::Choice;
use crate::texts::Texts;
use crate::viewer::Visit;
use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::consultation::{Calendar, RemoteVoices};
use domain::id::ActorId;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use store::contributions::Contribution;
use store::{Db, Uid};

/// An organisation in whose name the viewer may act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// Which.
    pub(crate) id: ActorId,
    /// What it is called.
    pub(crate) name: String,
    /// Its role here.
    pub(crate) role: Role,
}

impl Name {
    /// The viewer in its name.
    pub(crate) fn of(&self, viewer: Viewer) -> Viewer {
        Viewer { role: self.role, ..viewer.in_the_name_of(self.id) }
    }
}

/// The organisations of whoever is signed in: nothing is asked for a visitor.
pub(super) fn read(db: &mut Db, viewer: Viewer, now: Timestamp) -> Result<Vec<Name>, store::Error> {
    let (Some(person), true) = (viewer.actor, viewer.role.is_of_accounts()) else { return Ok(Vec::new()) };
    let mine = store::memberships::of_person(db, Uid::of(person))?;
    let ids: Vec<Uid> = mine.iter().map(|each| each.id).collect();
    let roles = actions::organisations::roles_of(db, &ids, now)?;
    Ok(mine.into_iter().zip(roles).map(|(each, role)| Name { id: each.id.to(), name: each.name, role }).collect())
}

/// The same, for a page that reads nothing else with it.
pub(super) async fn names(visit: &Visit) -> Result<Vec<Name>, Error> {
    let (viewer, now) = (visit.viewer, visit.web.app.now());
    Ok(visit.web.app.store.read(move |db| read(db, viewer, now)).await?)
}

/// What a form offers: nothing to somebody who has no organisation.
pub(super) fn choices(t: &Texts, visit: &Visit, names: &[Name], chosen: &str) -> Vec<Choice> {
    let Some(me) = visit.me.as_ref().filter(|_| !names.is_empty()) else { return Vec::new() };
    let own = Choice { code: String::new(), label: t.with1("voice-own", "name", &me.name), chosen: chosen.is_empty() };
    let other = |name: &Name| {
        let code = name.id.to_string();
        Choice { chosen: code == chosen, label: t.with1("voice-of", "name", &name.name), code }
    };
    std::iter::once(own).chain(names.iter().map(other)).collect()
}

/// Who speaks, as a form says it.
pub(super) fn speaker(visit: &Visit, chosen: &str) -> Result<Viewer, Error> {
    if chosen.is_empty() {
        return Ok(visit.viewer);
    }
    let organisation = ActorId::parse(chosen).ok_or(Error::Refused(Refusal::NotYours))?;
    Ok(visit.viewer.in_the_name_of(organisation))
}

/// The viewer as the author of something: in the name of the organisation that wrote it, where they are its member.
pub(super) async fn as_author(visit: &Visit, contribution: &Contribution) -> Result<Viewer, Error> {
    let Some(author) = contribution.author_id.map(Uid::to::<ActorId>).filter(|author| visit.viewer.actor != Some(*author)) else {
        return Ok(visit.viewer);
    };
    let names = names(visit).await?;
    Ok(names.iter().find(|name| name.id == author).map_or(visit.viewer, |name| name.of(visit.viewer)))
}

/// Whether the viewer, or an organisation they may speak for, wrote it.
pub(super) fn wrote(visit: &Visit, contribution: &Contribution) -> bool {
    let author = contribution.author_id.map(Uid::to::<ActorId>);
    visit.viewer.is(author) || visit.names.iter().any(|name| Some(name.id) == author)
}

/// What the rules say to the viewer, or to any organisation they may speak for.
pub(super) fn any(visit: &Visit, names: &[Name], rule: impl Fn(Viewer) -> Result<(), Refusal>) -> Result<(), Refusal> {
    let own = rule(visit.viewer);
    if own.is_ok() || names.iter().any(|name| rule(name.of(visit.viewer)).is_ok()) { Ok(()) } else { own }
}

/// The button with which an organisation supports something, or takes it back.
pub(super) struct Supporting {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) supported: bool,
}

/// The buttons of the organisations that may support this; each comes with whether it does.
pub(super) fn supporting(visit: &Visit, subject: &Subject, names: Vec<(bool, Name)>) -> Vec<Supporting> {
    let now = visit.web.app.now();
    let may = |name: &Name| permission::may(name.of(visit.viewer), Verb::Support, &subject.standing, &subject.frame.calendar, now).is_ok();
    let button = |(supported, name): (bool, Name)| Supporting { id: name.id.to_string(), name: name.name, supported };
    names.into_iter().filter(|(_, name)| may(name)).map(button).collect()
}

/// Whether what the viewer says in a consultation is read by a moderator before others see it.
pub(super) fn is_held(visit: &Visit, calendar: &Calendar) -> bool {
    visit.viewer.role == Role::Remote && calendar.remote_voices == RemoteVoices::Held
}
