//! How far a consultation reaches, asked of a host: of whom something goes to, of who reads it, and of who says something there.

use std::collections::HashSet;

use actions::abroad::{Carry, Effect, Target};
use domain::reach::{HostTier, Reach, may_leave};
use store::Uid;
use store::peers::HostRule;
use store::reach::Belongs;

use crate::service::{Error, Federation};

/// Most recognised hosts that are read.
const OFFICIAL_MAX: i64 = 10_000;
/// Most hosts of those who carry one consultation that are read: as many as may be chosen for it (`actions::carrying::TERRITORIES_MAX`).
const CARRIERS_MAX: i64 = 40_000;

/// A consultation, and how far it reaches.
pub(crate) type Within = (Uid, Reach);

/// What lets something with one reach through, host by host.
pub(crate) struct Gate {
    reach: Reach,
    official: HashSet<String>,
    carriers: HashSet<String>,
}

impl Gate {
    /// Who is recognised is read now: nothing leaves for somebody who was recognised a moment ago.
    pub(crate) async fn of(fed: &Federation, (consultation, reach): Within) -> Result<Self, Error> {
        if reach != Reach::Network {
            return Ok(Self { reach, official: HashSet::new(), carriers: HashSet::new() });
        }
        let read = fed.app.store.read(move |db| {
            let official = store::reach::official_hosts(db, OFFICIAL_MAX)?;
            Ok::<_, store::Error>((official, store::reach::carrying_hosts(db, consultation, CARRIERS_MAX)?))
        });
        let (official, carriers) = read.await?;
        Ok(Self { reach, official: official.into_iter().collect(), carriers: carriers.into_iter().collect() })
    }

    /// What lets everything through that is for the network, whatever the consultation.
    pub(crate) async fn of_network(fed: &Federation) -> Result<Self, Error> {
        let official = fed.app.store.read(|db| store::reach::official_hosts(db, OFFICIAL_MAX)).await?;
        Ok(Self { reach: Reach::Network, official: official.into_iter().collect(), carriers: HashSet::new() })
    }

    /// Whether it may go to this host, and is taken from there.
    pub(crate) async fn lets(&self, fed: &Federation, host: &str) -> Result<bool, Error> {
        let tier = match fed.policy.ruling(&fed.app, host).await? {
            Some(HostRule::Blocked) => HostTier::Blocked,
            _ if self.official.contains(host) => HostTier::Official,
            Some(HostRule::Allowed) => HostTier::Listed,
            None if self.carriers.contains(host) => HostTier::Carrier,
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

/// The same, without what else is known; nothing when it belongs to none.
pub(crate) async fn within(fed: &Federation, id: Uid) -> Result<Option<Within>, Error> {
    Ok(of(fed, id).await?.map(|belongs| (belongs.consultation, belongs.reach)))
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
        Effect::Attend(meeting, _) => Some(Uid::of(*meeting)),
        Effect::Carry(said) => match &**said {
            Carry::Join { consultation, .. } => Some(*consultation),
            Carry::Heard(_)
            | Carry::Leave { .. }
            | Carry::Answered { .. }
            | Carry::Gone { .. }
            | Carry::Official(_) => None,
        },
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
        | Effect::StayAway { .. }
        | Effect::Recognition(_)
        | Effect::Accreditation(_)
        // Between an organiser and who carries its consultation: each asks of the other whether it is.
        | Effect::CommonVote(_)
        | Effect::Tally(_)
        | Effect::Supports(_)
        // Between two collectivities that recognise each other: no consultation is in it.
        | Effect::Street(_)
        | Effect::Nothing => None,
    };
    let Some(subject) = subject else { return Ok(Some(true)) };
    match within(fed, subject).await? {
        None | Some((_, Reach::Fediverse)) => Ok(Some(true)),
        Some((_, Reach::Here)) => Ok(None),
        Some(network) => Ok(Some(Gate::of(fed, network).await?.lets(fed, host).await?)),
    }
}
