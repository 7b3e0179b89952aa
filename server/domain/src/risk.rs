//! What is at stake in a vote: the questions of the grid that goes with the CNIL's recommendation on voting over the Internet (délibération
//! 2019-053 of 25 April 2019). Ten points: 0 to 2 are level 1, 3 to 6 level 2, 7 to 10 level 3. The number of voters and where they are are one
//! question each here, worth up to two points, as two statements are in the grid.

use std::fmt;

crate::words! {
    /// What a vote is for.
    Purpose {
        /// To hear people before something is decided: the only one that can be held here.
        Consultation = "consultation",
        /// Electing people to a public office.
        Political = "political",
        /// A referendum that the law knows: local, or of initiative.
        Referendum = "referendum",
        /// Electing representatives of staff.
        Staff = "staff",
        /// Electing into the board of a school, a university, a chamber.
        Board = "board",
        /// A decision of a body that its statutes or the law submit to a vote: an assembly, a council.
        Assembly = "assembly",
    }
}

crate::words! {
    /// How many may vote.
    Size {
        /// Fewer than 50.
        Few = "few",
        /// From 50 to 999.
        Hundreds = "hundreds",
        /// 1,000 or more.
        Thousands = "thousands",
    }
}

crate::words! {
    /// Where those who may vote are.
    Reach {
        /// In the country, but for a few.
        Country = "country",
        /// In Europe.
        Europe = "europe",
        /// Anywhere.
        World = "world",
    }
}

crate::words! {
    /// A statement of the grid that is true or not.
    Statement {
        /// The vote can be held again or later.
        Postponable = "postponable",
        /// One can also vote otherwise than over the Internet.
        OtherWay = "other_way",
        /// It gives people the power to decide.
        Power = "power",
        /// Somebody may want to disturb it.
        Threat = "threat",
        /// A formal proof that it went well is needed.
        Proof = "proof",
        /// The law requires it.
        Duty = "duty",
    }
}

impl Statement {
    /// Whether a point is given when it is true; the others give one when it is not.
    const fn weighs_when_true(self) -> bool {
        match self {
            Self::Postponable | Self::OtherWay => false,
            Self::Power | Self::Threat | Self::Proof | Self::Duty => true,
        }
    }
}

impl Purpose {
    /// Whether it cannot be held here, whatever the other answers.
    #[must_use]
    pub const fn is_refused(self) -> bool {
        match self {
            Self::Consultation => false,
            Self::Political | Self::Referendum | Self::Staff | Self::Board | Self::Assembly => true,
        }
    }
}

/// The highest level of a vote that can be held here.
pub const LEVEL_MAX: u8 = 2;

/// The answers of whoever opens a vote. Its text: `few country postponable,other_way`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// How many may vote.
    pub size: Size,
    /// Where they are.
    pub reach: Reach,
    /// What is true, in the order of [`Statement::ALL`].
    pub truths: Vec<Statement>,
}

impl Grid {
    /// A vote of some thousand people of the country that can be held again, and in which one can vote on paper too.
    #[must_use]
    pub fn usual() -> Self {
        Self { size: Size::Thousands, reach: Reach::Country, truths: vec![Statement::Postponable, Statement::OtherWay] }
    }

    /// The points, from 0 to 10.
    #[must_use]
    pub fn points(&self) -> u8 {
        let size = match self.size {
            Size::Few => 0,
            Size::Hundreds => 1,
            Size::Thousands => 2,
        };
        let reach = match self.reach {
            Reach::Country => 0,
            Reach::Europe => 1,
            Reach::World => 2,
        };
        let weighs = |statement: &Statement| u8::from(self.truths.contains(statement) == statement.weighs_when_true());
        Statement::ALL.iter().map(weighs).fold(size + reach, u8::saturating_add)
    }

    /// The level, from 1 to 3.
    #[must_use]
    pub fn level(&self) -> u8 {
        match self.points() {
            0..=2 => 1,
            3..=6 => 2,
            _ => 3,
        }
    }

    /// Reads its text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (size, reach, truths) = (Size::parse(words.next()?)?, Reach::parse(words.next()?)?, words.next()?);
        let truths = truths.split(',').filter(|code| !code.is_empty()).map(Statement::parse).collect::<Option<_>>()?;
        words.next().is_none().then_some(Self { size, reach, truths })
    }
}

impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let truths: Vec<&str> = self.truths.iter().map(|statement| statement.code()).collect();
        write!(f, "{} {} {}", self.size, self.reach, truths.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_and_levels_are_those_of_the_grid() {
        use Statement::{Duty, OtherWay, Postponable, Power, Proof, Threat};
        let check = |size, reach, truths: &[Statement], points, level| {
            let grid = Grid { size, reach, truths: truths.to_vec() };
            assert_eq!((grid.points(), grid.level()), (points, level), "{grid}");
            assert_eq!(Grid::parse(&grid.to_string()), Some(grid));
        };
        check(Size::Few, Reach::Country, &[Postponable, OtherWay], 0, 1);
        check(Size::Thousands, Reach::Country, &[Postponable, OtherWay], 2, 1);
        check(Size::Thousands, Reach::Country, &[Postponable], 3, 2);
        check(Size::Thousands, Reach::World, &[Postponable, Threat, Power], 7, 3);
        check(Size::Thousands, Reach::Europe, &[Threat, Proof], 7, 3);
        check(Size::Hundreds, Reach::Europe, &[Threat, Proof], 6, 2);
        check(Size::Thousands, Reach::World, &[Power, Threat, Proof, Duty], 10, 3);
        check(Size::Few, Reach::Country, &[], 2, 1);
    }

    #[test]
    fn only_a_consultation_can_be_held() {
        let held: Vec<_> = Purpose::ALL.iter().filter(|purpose| !purpose.is_refused()).collect();
        assert_eq!(held, [&Purpose::Consultation]);
    }

    #[test]
    fn other_texts_are_no_grids() {
        for text in ["", "few", "few country", "many country ", "few country nothing", "few country threat more"] {
            assert_eq!(Grid::parse(text), None, "{text}");
        }
    }
}
