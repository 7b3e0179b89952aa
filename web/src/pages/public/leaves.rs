//! What of a text leaves for other servers: said before it is published, and afterwards to its author.

use domain::actor::{Role, Viewer};
use domain::reach::Reach;
use store::contributions::Contribution;
use store::{Db, Uid};

/// What a page says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Leaves {
    /// Whether what the viewer writes leaves under their name.
    pub(super) named: bool,
    /// Whether the viewer is of another server: what they write here leaves with their address.
    pub(super) guest: bool,
    /// For the author: the servers that received it.
    pub(super) hosts: Vec<String>,
    /// Whether it was taken back from them: its author agrees no more that their name leaves.
    pub(super) recalled: bool,
    /// How far the consultation reaches.
    reach: Option<Reach>,
}

impl Leaves {
    /// For whoever is about to write something: a statement, and none for a visitor.
    pub(super) fn before(db: &mut Db, consultation: Uid, viewer: Viewer) -> Result<Self, store::Error> {
        let named = viewer.actor.map_or(Ok(false), |actor| store::views::abroad::consents(db, Uid::of(actor)))?;
        let reach = store::reach::of_consultation(db, consultation)?;
        Ok(Self { named, guest: viewer.role == Role::Remote, hosts: Vec::new(), recalled: false, reach })
    }

    /// The key of the sentence that says it.
    pub(super) const fn key(&self) -> &'static str {
        match (self.reach, self.guest, self.named) {
            (Some(Reach::Here), _, _) => "elsewhere-leaves-here",
            (Some(Reach::Network), false, true) => "elsewhere-leaves-network-named",
            (Some(Reach::Network), false, false) => "elsewhere-leaves-network-unnamed",
            (_, true, _) => "elsewhere-leaves-guest",
            (_, false, true) => "elsewhere-leaves-named",
            (_, false, false) => "elsewhere-leaves-unnamed",
        }
    }

    /// For whoever looks at something that was written.
    pub(super) fn of(db: &mut Db, contribution: &Contribution, viewer: Viewer) -> Result<Self, store::Error> {
        let mut leaves = Self::before(db, contribution.consultation_id, viewer)?;
        leaves.recalled = store::recalls::is_recalled(db, contribution.id)?;
        if viewer.is(contribution.author_id.map(Uid::to)) {
            leaves.hosts = store::deliveries::hosts_of(db, contribution.id)?;
        }
        Ok(leaves)
    }
}
