//! The lines of a result read back, for those who show it. What a line does not say is left empty; a line that is not known is left out.

use std::str::FromStr;

/// How a question or a decision by consent ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The majority asked for was reached.
    Adopted,
    /// It was not.
    Rejected,
    /// Too few took part.
    NoQuorum {
        /// How many were missing.
        missing: u64,
    },
    /// Nobody objects.
    Given,
    /// Somebody objects, or nobody took part.
    NotGiven,
}

/// Money that was missing for a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortage {
    /// The project.
    pub number: u32,
    /// What was left for it, in the smallest unit.
    pub left: u64,
    /// What was missing to its cost.
    pub missing: u64,
}

/// A result.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// Ballots counted, blank ones among them.
    pub ballots: u64,
    /// Ballots that say nothing.
    pub blank: u64,
    /// Number, votes and points of each option.
    pub options: Vec<(u32, u64, i64)>,
    /// Number, step or grade, and how many gave it.
    pub steps: Vec<(u32, i64, u64)>,
    /// Number and median grade, from the best.
    pub medians: Vec<(u32, Option<i64>)>,
    /// Rank and number, from the best.
    pub ranks: Vec<(u32, u32)>,
    /// How many ballots put the first option above the second.
    pub duels: Vec<(u32, u32, u64)>,
    /// Codes of answers and how many gave them.
    pub answers: Vec<(String, u64)>,
    /// How it ended.
    pub decision: Option<Decision>,
    /// Numbers of the winners of a budget, in the order in which the rule took them.
    pub winners: Vec<u32>,
    /// What they cost together, in the smallest unit.
    pub cost: Option<u64>,
    /// What each voter had, in the smallest unit: money and voters, to be divided. Only for equal shares.
    pub share: Option<(u128, u64)>,
    /// How many voters have more winners under equal shares, and under greedy.
    pub prefer: Option<(u64, u64)>,
    /// For which projects money was missing.
    pub shortages: Vec<Shortage>,
}

impl Told {
    /// Reads lines as `verdict::lines` writes them.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut told = Self::default();
        for line in text.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            let _unknown: Option<()> = told.line(&words).or_else(|| told.bought(&words));
        }
        told
    }

    /// How many gave an answer.
    #[must_use]
    pub fn answer(&self, code: &str) -> u64 {
        self.answers.iter().find(|(known, _)| known == code).map_or(0, |(_, count)| *count)
    }

    /// Votes and points of an option.
    #[must_use]
    pub fn option(&self, number: u32) -> (u64, i64) {
        self.options.iter().find(|(known, ..)| *known == number).map_or((0, 0), |(_, votes, points)| (*votes, *points))
    }

    fn line(&mut self, words: &[&str]) -> Option<()> {
        match words {
            ["ballots", count] => self.ballots = read(count)?,
            ["blank", count] => self.blank = read(count)?,
            ["option", number, "votes", votes, "points", points] => self.options.push((read(number)?, read(votes)?, read(points)?)),
            ["option", number, "step" | "grade", step, count] => self.steps.push((read(number)?, read(step)?, read(count)?)),
            ["next", number, "median", "none"] => self.medians.push((read(number)?, None)),
            ["next", number, "median", grade] => self.medians.push((read(number)?, Some(read(grade)?))),
            ["rank", rank, number] => self.ranks.push((read(rank)?, read(number)?)),
            ["duel", one, "over", other, count] => self.duels.push((read(one)?, read(other)?, read(count)?)),
            ["for", ..] | ["support", ..] => {
                for pair in words.chunks_exact(2) {
                    let [code, count] = pair else { return None };
                    self.answers.push(((*code).to_owned(), read(count)?));
                }
            }
            ["adopted"] => self.decision = Some(Decision::Adopted),
            ["rejected"] => self.decision = Some(Decision::Rejected),
            ["no-quorum", "missing", missing] => self.decision = Some(Decision::NoQuorum { missing: read(missing)? }),
            ["consent", "given"] => self.decision = Some(Decision::Given),
            ["consent", "not-given"] => self.decision = Some(Decision::NotGiven),
            _ => return None,
        }
        Some(())
    }

    fn bought(&mut self, words: &[&str]) -> Option<()> {
        match words {
            ["winner", number] => self.winners.push(read(number)?),
            ["cost", cost] => self.cost = Some(read(cost)?),
            ["share", share] => {
                let (money, voters) = share.split_once('/')?;
                self.share = Some((read(money)?, read(voters)?));
            }
            ["prefer", "shares", shares, "greedy", greedy] => self.prefer = Some((read(shares)?, read(greedy)?)),
            ["loser", number, "left", left, "missing", missing] => {
                self.shortages.push(Shortage { number: read(number)?, left: read(left)?, missing: read(missing)? });
            }
            _ => return None,
        }
        Some(())
    }
}

fn read<T: FromStr>(word: &str) -> Option<T> {
    word.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lines_say_is_read_back() {
        let told = Told::read(concat!(
            "ballots 12\nblank 1\noption 1 votes 7 points 9\noption 2 step -1 4\nnext 2 median 3\nnext 1 median none\nrank 1 2\nduel 1 over 2 5\n",
            "winner 3\nwinner 1\ncost 500\nshare 1000/12\nprefer shares 7 greedy 2\nloser 2 left 100 missing 40\nsomething new",
        ));
        let expected = Told {
            ballots: 12,
            blank: 1,
            options: vec![(1, 7, 9)],
            steps: vec![(2, -1, 4)],
            medians: vec![(2, Some(3)), (1, None)],
            ranks: vec![(1, 2)],
            duels: vec![(1, 2, 5)],
            winners: vec![3, 1],
            cost: Some(500),
            share: Some((1000, 12)),
            prefer: Some((7, 2)),
            shortages: vec![Shortage { number: 2, left: 100, missing: 40 }],
            ..Told::default()
        };
        assert_eq!(told, expected);
        let question = Told::read("for 3 against 1 abstain 0\nno-quorum missing 6");
        assert_eq!((question.answer("for"), question.answer("abstain")), (3, 0));
        assert_eq!(question.decision, Some(Decision::NoQuorum { missing: 6 }));
        assert_eq!(Told::read("consent given\nsupport 2 live-with 1 object 0").answer("live-with"), 1);
        assert_eq!(Told::read("ballots many\nfor many"), Told::default());
    }
}
