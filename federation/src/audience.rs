//! To whom something goes: distinct inboxes, the shared one of a server where there is one.

use std::collections::{BTreeMap, HashSet};

use domain::actor::ActorKind;
use store::Uid;
use store::views::abroad::Piece;

use crate::service::{Error, Federation};

/// Followers are read in pages of this size.
const PAGE: i64 = 1_000;
/// Most inboxes of followers that one activity goes to.
const FOLLOWERS_MAX: usize = 50_000;

/// Software that reads whole activities that a group passes on (FEP-1b12); everything else shows a boost.
const THREADS: &[&str] =
    &["parvis", "lemmy", "piefed", "mbin", "kbin", "nodebb", "peertube", "friendica", "hubzilla", "streams", "discourse", "lotide"];

/// Inboxes, each once, with their hosts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Inboxes(BTreeMap<String, (String, bool)>);

impl From<Vec<(String, String)>> for Inboxes {
    fn from(list: Vec<(String, String)>) -> Self {
        Self(list.into_iter().map(|(inbox, host)| (inbox, (host, false))).collect())
    }
}

impl Inboxes {
    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub(crate) fn and(mut self, other: Self) -> Self {
        self.extend(other);
        self
    }

    pub(crate) fn remove(&mut self, other: &Self) {
        self.0.retain(|inbox, _| !other.0.contains_key(inbox));
    }

    /// Those of Parvis.
    pub(crate) fn only_parvis(mut self) -> Self {
        self.0.retain(|_, (_, is_parvis)| *is_parvis);
        self
    }

    pub(crate) fn into_vec(self) -> Vec<(String, String)> {
        self.0.into_iter().map(|(inbox, (host, _))| (inbox, host)).collect()
    }
}

/// The inboxes of followers, by how they read what a group passes on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Followers {
    threads: Inboxes,
    rest: Inboxes,
}

impl Followers {
    fn add(&mut self, inbox: String, host: String, software: &str) {
        let list = if THREADS.contains(&software) { &mut self.threads } else { &mut self.rest };
        list.0.insert(inbox, (host, software == "parvis"));
    }

    /// Those that read threads, and the others.
    pub(crate) fn split(self) -> (Inboxes, Inboxes) {
        (self.threads, self.rest)
    }

    /// All of them.
    pub(crate) fn all(self) -> Inboxes {
        self.threads.and(self.rest)
    }
}

/// The followers of an actor of this instance.
pub(crate) async fn followers(fed: &Federation, actor: Uid) -> Result<Followers, Error> {
    let mut found = Followers::default();
    let mut after = String::new();
    let mut count = 0;
    loop {
        let from = after.clone();
        let page = fed.app.store.read(move |db| store::follows::inboxes(db, actor, &from, PAGE)).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after.clone_from(&last.inbox);
        count += page.len();
        for row in page {
            found.add(row.inbox, row.host, &row.software);
        }
        if count >= FOLLOWERS_MAX {
            tracing::warn!("an actor has more followers than one activity may reach");
            return Ok(found);
        }
    }
}

/// The followers of a group who have not heard of something through another one; from now on they have.
pub(crate) async fn unheard(fed: &Federation, group: Uid, heard: &mut HashSet<Uid>) -> Result<Followers, Error> {
    let mut found = Followers::default();
    let mut after = Uid(uuid::Uuid::nil());
    let mut count = 0;
    loop {
        let page = fed.app.store.read(move |db| store::follows::one_by_one(db, group, after, PAGE)).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after = last.follower_id;
        count += page.len();
        for row in page {
            if heard.insert(row.follower_id) {
                found.add(row.inbox, row.host, &row.software);
            }
        }
        if count >= FOLLOWERS_MAX {
            tracing::warn!("a group has more followers than one activity may reach");
            return Ok(found);
        }
    }
}

/// Whom a contribution speaks to by name: the author of what it replies to, if they are of another server and want to have to do with who speaks.
pub(crate) async fn named(fed: &Federation, piece: &Piece, speaker: Uid) -> Result<Inboxes, Error> {
    let parent = piece.parent.as_ref().and_then(|parent| parent.author.as_ref()).map(|author| &author.actor);
    match parent {
        Some(actor) if !actor.host.is_empty() => of(fed, actor.id, speaker).await,
        _ => Ok(Inboxes::default()),
    }
}

/// The author of a contribution, if they are of another server and want to have to do with who speaks.
pub(crate) async fn author(fed: &Federation, piece: &Piece, speaker: Uid) -> Result<Inboxes, Error> {
    match piece.author.as_ref().map(|author| &author.actor) {
        Some(actor) if !actor.host.is_empty() && ActorKind::parse(&actor.kind).is_some() => of(fed, actor.id, speaker).await,
        _ => Ok(Inboxes::default()),
    }
}

/// An actor of another server, unless it wants nothing to do with who speaks.
pub(crate) async fn of(fed: &Federation, actor: Uid, speaker: Uid) -> Result<Inboxes, Error> {
    each(fed, vec![actor], speaker).await
}

/// Actors of other servers, but for those that want nothing to do with who speaks.
pub(crate) async fn each(fed: &Federation, actors: Vec<Uid>, speaker: Uid) -> Result<Inboxes, Error> {
    let read = fed.app.store.read(move |db| {
        let closed = store::barriers::who_shut_out(db, &actors, speaker)?;
        let open: Vec<Uid> = actors.into_iter().filter(|actor| !closed.contains(actor)).collect();
        store::follows::inboxes_of(db, &open)
    });
    Ok(Inboxes::from(read.await?))
}

/// Wherever an object went.
pub(crate) async fn reached(fed: &Federation, object: Uid) -> Result<Inboxes, Error> {
    Ok(Inboxes::from(fed.app.store.read(move |db| store::deliveries::reached(db, object)).await?))
}
