//! Consultations that several territories carry: who may, and how far it has come.

crate::words! {
    /// Which territories may carry a consultation.
    Reach {
        /// Those that are confirmed as official.
        Official = "official",
        /// Those that were chosen, one by one.
        Chosen = "chosen",
    }
}

crate::words! {
    /// How a territory stands to a consultation that this instance offers.
    CarrierState {
        /// It was chosen and has not answered.
        Invited = "invited",
        /// It carries the consultation.
        Joined = "joined",
        /// It did, and does no more.
        Left = "left",
        /// It is not wanted any more.
        Refused = "refused",
    }
}

crate::words! {
    /// What a call says of itself.
    CallState {
        /// Territories may join.
        Open = "open",
        /// Nobody can join any more; those who carry it go on.
        Withdrawn = "withdrawn",
        /// The consultation is not shown any more.
        Gone = "gone",
    }
}

crate::words! {
    /// How this instance stands to a consultation of somebody else.
    CarriedState {
        /// It asked to carry it.
        Asked = "asked",
        /// It carries it.
        Joined = "joined",
        /// The organiser said no.
        Refused = "refused",
        /// It carries it no more: what was said stays, nothing new is taken.
        Left = "left",
    }
}

impl CarriedState {
    /// Whether the consultation takes contributions here, as far as carrying goes.
    #[must_use]
    pub const fn is_alive(self) -> bool {
        match self {
            Self::Joined => true,
            Self::Asked | Self::Refused | Self::Left => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_carried_takes_contributions() {
        let alive: Vec<_> = CarriedState::ALL.iter().filter(|state| state.is_alive()).collect();
        assert_eq!(alive, [&CarriedState::Joined]);
    }
}
