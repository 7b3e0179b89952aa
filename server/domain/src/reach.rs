//! How far a consultation reaches: the one table that says what may leave for which server.

crate::words! {
    /// How far what is said in a consultation goes.
    Reach {
        /// It stays on this site: people read it here, other servers are told nothing.
        Here = "here",
        /// It goes to the servers of the collectivities that this one recognises, and to those on its list.
        Network = "network",
        /// It goes to whoever follows it.
        Fediverse = "fediverse",
    }
}

/// What another server is to this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostTier {
    /// The server of a collectivity that is recognised both ways.
    Official,
    /// On the list of territories.
    Listed,
    /// The server of a collectivity that carries this very consultation, is asked to, or organises it.
    Carrier,
    /// Any other.
    Stranger,
    /// Nothing goes there and nothing comes from there.
    Blocked,
}

/// Whether what has this reach may leave for a server of this kind, and what comes from there is taken.
#[must_use]
pub const fn may_leave(reach: Reach, tier: HostTier) -> bool {
    match (reach, tier) {
        (Reach::Here, _) | (_, HostTier::Blocked) | (Reach::Network, HostTier::Stranger) => false,
        (Reach::Network, HostTier::Official | HostTier::Listed | HostTier::Carrier) => true,
        (Reach::Fediverse, HostTier::Official | HostTier::Listed | HostTier::Carrier | HostTier::Stranger) => true,
    }
}

impl Reach {
    /// Whether this goes less far: what was published may become narrower, never wider, since nobody who wrote agreed to more.
    #[must_use]
    pub const fn is_narrower_than(self, other: Self) -> bool {
        match (self, other) {
            (Self::Here, Self::Network | Self::Fediverse) | (Self::Network, Self::Fediverse) => true,
            (Self::Here, Self::Here) | (Self::Network, Self::Here | Self::Network) | (Self::Fediverse, _) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_leave_for_whom() {
        let check = |reach: Reach, expected: [bool; 5]| {
            let tiers = [HostTier::Official, HostTier::Listed, HostTier::Carrier, HostTier::Stranger, HostTier::Blocked];
            assert_eq!(tiers.map(|tier| may_leave(reach, tier)), expected, "{reach}");
        };
        check(Reach::Here, [false, false, false, false, false]);
        check(Reach::Network, [true, true, true, false, false]);
        check(Reach::Fediverse, [true, true, true, true, false]);
    }

    #[test]
    fn narrower_is_what_lets_less_leave() {
        for one in Reach::ALL {
            for other in Reach::ALL {
                let tiers = [HostTier::Official, HostTier::Listed, HostTier::Stranger, HostTier::Blocked];
                let count = |reach: Reach| tiers.iter().filter(|tier| may_leave(reach, **tier)).count();
                assert_eq!(one.is_narrower_than(*other), count(*one) < count(*other), "{one} {other}");
            }
        }
    }
}
