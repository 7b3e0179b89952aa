//! The classes of data, by what may become of them outside the territory, and the only wrapper in which something may leave.

crate::words! {
    /// What kind of data something is (docs/decisions/0025).
    DataClass {
        /// An act of the collectivity: the text of a consultation, its calendar, its results, its answers.
        Institutional = "p0",
        /// A public contribution.
        Contribution = "p1",
        /// An account: its address, its name where it may not leave.
        Account = "p2",
        /// Proofs, codes, ballots, answers to questionnaires.
        Secret = "p3",
        /// Traces: addresses of machines, what was opened when, who reported what.
        Trace = "p4",
        /// Pictures and places.
        Place = "p5",
        /// What concerns one person and is told to that person alone: their place at a meeting, with its code.
        Own = "p6",
    }
}

impl DataClass {
    /// Whether data of this class may leave at all.
    #[must_use]
    pub const fn may_leave(self) -> bool {
        match self {
            Self::Institutional | Self::Contribution | Self::Own => true,
            Self::Account | Self::Secret | Self::Trace | Self::Place => false,
        }
    }
}

/// Something that may leave, with its class. What leaves is taken out of it by the bookkeeping that writes the ledger, and by nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Federable<T> {
    value: T,
    class: DataClass,
}

impl<T> Federable<T> {
    /// Lets something leave, if its class may.
    #[must_use]
    pub fn new(value: T, class: DataClass) -> Option<Self> {
        class.may_leave().then_some(Self { value, class })
    }

    /// Its class.
    #[must_use]
    pub const fn class(&self) -> DataClass {
        self.class
    }

    /// What leaves.
    pub const fn get(&self) -> &T {
        &self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_institutional_acts_public_contributions_and_what_is_told_to_one_person_leave() {
        let leaving: Vec<DataClass> = DataClass::ALL.iter().copied().filter(|class| Federable::new((), *class).is_some()).collect();
        assert_eq!(leaving, [DataClass::Institutional, DataClass::Contribution, DataClass::Own]);
    }
}
