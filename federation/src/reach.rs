//! How far a consultation reaches, asked of a host: of whom something goes to, of who reads it, and of who says something there.

use std::collections::HashSet;

use actions::abroad::{Effect, Target};
use domain::reach::{HostTier, Reach, may_leave};
use store::Uid;
use store::peers::HostRule;
use store::reach::Belongs;

use crate::service::{Error, Federation};

/// Most recognised hosts that are read.
const OFFICIAL_MAX: i64 = 10_000;

/// What lets something with one reach through, host by host.
pub(crate) struct Gate {
    reach: Reach,
    official: HashSet<String>,
}

impl Gate {
    /// Who is recognised is read now: nothing leaves for somebody who was recognised a moment ago.
    pub(crate) async fn of(fed: &Federation, reach: Reach) -> Result<Self, Error> {
        let official = match reach {
            Reach::Network => fed.app.store.read(|db| store::trust::official_hosts(db, OFFICIAL_MAX)).await?,
            Reach::Here | Reach::Fediverse => Vec::new(),
        };
        Ok(Self { reach, official: official.into_iter().collect() })
    }

    /// Whether it may go to this host, and is taken from there.
    pub(crate) async fn lets(&self, fed: &Federation, host: &str) -> Result<bool, Error> {
        let tier = match fed.policy.ruling(&fed.app, host).await? {
            Some(HostRule::Blocked) => HostTier::Blocked,
            _ if self.official.contains(host) => HostTier::Official,
            Some(HostRule::Allowed) => HostTier::Listed,
            None => HostTier::Stranger,
        };
        Ok(may_leave(self.reach, tier))
    }

    /// Those of these inboxes, with their hosts, that it lets through, or those that it does not.
    pub(crate) async fn sort(&self, fed: &Federation, inboxes: Vec<(String, String)>, lets: bool) -> Result<Vec<(String, String)>, Error> {
        let mut sorted = Vec::with_capacity(inboxes.len());
        for (inbox, host) in inboxes {
            if self.lets(fed, &host).await? == lets {
                sorted.push((inbox, host));
            }
        }
        Ok(sorted)
    }
}

/// The consultation that something belongs to, and how far it reaches.
pub(crate) async fn of(fed: &Federation, id: Uid) -> Result<Option<Belongs>, Error> {
    Ok(fed.app.store.read(move |db| store::reach::of(db, id)).await?)
}

/// How far a consultation is known that this belongs to; as far as anything when it belongs to none.
pub(crate) async fn reach_of(fed: &Federation, id: Uid) -> Result<Reach, Error> {
    Ok(of(fed, id).await?.map_or(Reach::Fediverse, |belongs| belongs.reach))
}

/// Whether a consultation takes this from a host; `None`: there is nothing of it that the host could know.
pub(crate) async fn takes(fed: &Federation, host: &str, effect: &Effect) -> Result<Option<bool>, Error> {
    let subject = match effect {
        Effect::Write(writing) => match &writing.target {
            Target::Reply(id) => Some(Uid::of(*id)),
            Target::Group(group) => Some(*group),
            Target::ReplyTo(uri) => {
                let uri = uri.clone();
                fed.app.store.read(move |db| store::contributions::by_uri(db, &uri)).await?.map(|found| found.id)
            }
        },
        Effect::Like { contribution } => Some(Uid::of(*contribution)),
        Effect::Follow { followed, .. } => Some(Uid::of(*followed)),
        Effect::Quote { object } => Some(*object),
        Effect::Signal(voices) => Some(Uid::of(voices.poll)),
        Effect::Undo { .. }
        | Effect::Remove { .. }
        | Effect::Leave
        | Effect::Report { .. }
        | Effect::Answer { .. }
        | Effect::Mirror(_)
        | Effect::ShutOut { .. }
        | Effect::LetIn { .. }
        | Effect::Move { .. }
        | Effect::Pin { .. }
        | Effect::Unlist { .. }
        | Effect::Unsignal { .. }
        | Effect::Confirm { .. }
        | Effect::Nothing => None,
    };
    let Some(subject) = subject else { return Ok(Some(true)) };
    match reach_of(fed, subject).await? {
        Reach::Fediverse => Ok(Some(true)),
        Reach::Here => Ok(None),
        Reach::Network => Ok(Some(Gate::of(fed, Reach::Network).await?.lets(fed, host).await?)),
    }
}
