//! How much another server is trusted. One rule, from four facts; nothing that a server says of itself is one of them.

crate::words! {
    /// How much a server is trusted, the most first.
    Tier {
        /// Its collectivity and ours recognise each other, and both signed for it.
        Official = "official",
        /// An administrator put it on the list of territories, or the collectivity follows somebody there.
        Known = "known",
        /// Something was exchanged with it.
        Open = "open",
        /// An administrator blocked it.
        Blocked = "blocked",
    }
}

/// What is known here of a server.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// An administrator blocked it, or a name above it.
    pub blocked: bool,
    /// Its collectivity and ours recognise each other.
    pub recognised: bool,
    /// An administrator put it, or a name above it, on the list of territories.
    pub listed: bool,
    /// The collectivity follows somebody there, who agreed.
    pub followed: bool,
}

/// How much a server is trusted: a block is stronger than a recognition, and a recognition than everything else.
#[must_use]
pub const fn tier(facts: Facts) -> Tier {
    match facts {
        Facts { blocked: true, .. } => Tier::Blocked,
        Facts { recognised: true, .. } => Tier::Official,
        Facts { listed: true, .. } | Facts { followed: true, .. } => Tier::Known,
        Facts { blocked: false, recognised: false, listed: false, followed: false } => Tier::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_of_facts() {
        let expected = |blocked, recognised, listed, followed| match (blocked, recognised, listed, followed) {
            (false, false, false, false) => Tier::Open,
            (false, false, true, false) | (false, false, false, true) | (false, false, true, true) => Tier::Known,
            (false, true, _, _) => Tier::Official,
            (true, _, _, _) => Tier::Blocked,
        };
        for bits in 0..16_u8 {
            let [blocked, recognised, listed, followed] = [bits & 1 > 0, bits & 2 > 0, bits & 4 > 0, bits & 8 > 0];
            let facts = Facts { blocked, recognised, listed, followed };
            assert_eq!(tier(facts), expected(blocked, recognised, listed, followed), "{facts:?}");
        }
    }
}
