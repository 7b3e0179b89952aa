//! Rankings: Borda's points, duels, Schulze's order, instant run-off. An option that a ballot leaves out stands below every one that it names.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::ballot::Ballot;

/// How many points a place is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Borda {
    /// The length of the ballot minus the place (from 0): three named are worth 3, 2, 1. Pabulib's `score`.
    ByLength,
    /// This number minus the place (from 0), at least 0: a short ballot still gives the most to its first.
    ByMost(u32),
}

/// Borda's points for each option, in the order of the options.
#[must_use]
pub fn borda<'a>(numbers: &[u32], worth: Borda, ballots: impl IntoIterator<Item = &'a Ballot>) -> Vec<(u32, u64)> {
    let mut sums: BTreeMap<u32, u64> = BTreeMap::new();
    for ranked in rankings(ballots) {
        let first = match worth {
            Borda::ByLength => u64::try_from(ranked.len()).unwrap_or(u64::MAX),
            Borda::ByMost(most) => u64::from(most),
        };
        for (number, points) in ranked.iter().zip((0..=first).rev()) {
            *sums.entry(*number).or_default() += points;
        }
    }
    numbers.iter().map(|number| (*number, sums.get(number).copied().unwrap_or_default())).collect()
}

fn rankings<'a>(ballots: impl IntoIterator<Item = &'a Ballot>) -> impl Iterator<Item = &'a [u32]> {
    ballots.into_iter().filter_map(|ballot| match ballot {
        Ballot::Ranking(ranked) => Some(ranked.as_slice()),
        Ballot::Set(_) | Ballot::Points(_) | Ballot::Grades(_) | Ballot::Stance(_) | Ballot::Consent(_) => None,
    })
}

/// How often each option stands above each other one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duels {
    numbers: Vec<u32>,
    /// Row by row: ballots that set the option of the row above the option of the column.
    wins: Vec<u64>,
}

impl Duels {
    /// Counts every duel: d(x, y) = ballots that set x above y.
    #[must_use]
    pub fn count<'a>(numbers: &[u32], ballots: impl IntoIterator<Item = &'a Ballot>) -> Self {
        let places: BTreeMap<u32, usize> = numbers.iter().enumerate().map(|(place, number)| (*number, place)).collect();
        let mut duels = Self { numbers: numbers.to_vec(), wins: vec![0; numbers.len() * numbers.len()] };
        for ranked in rankings(ballots) {
            let mut below = vec![true; numbers.len()];
            for winner in ranked.iter().filter_map(|number| places.get(number).copied()) {
                if let Some(place) = below.get_mut(winner) {
                    *place = false;
                }
                for (loser, wins) in duels.row_mut(winner).iter_mut().enumerate() {
                    *wins += u64::from(below.get(loser).copied().unwrap_or_default());
                }
            }
        }
        duels
    }

    /// From a matrix counted elsewhere, row by row; `None` where its size is not that of the options.
    #[must_use]
    pub fn from_matrix(numbers: &[u32], wins: Vec<u64>) -> Option<Self> {
        (wins.len() == numbers.len() * numbers.len()).then(|| Self { numbers: numbers.to_vec(), wins })
    }

    /// How many ballots set `winner` above `loser`.
    #[must_use]
    pub fn wins(&self, winner: u32, loser: u32) -> u64 {
        let place = |number: u32| self.numbers.iter().position(|known| *known == number);
        place(winner).zip(place(loser)).map_or(0, |(row, column)| cell(&self.wins, self.numbers.len(), row, column))
    }

    /// The sum of the whole matrix, a number by which two counts can be compared at a glance.
    #[must_use]
    pub fn sum(&self) -> u64 {
        self.wins.iter().sum()
    }

    /// The option that wins every duel, if there is one (Condorcet, 1785).
    #[must_use]
    pub fn condorcet_winner(&self) -> Option<u32> {
        let beats_all = |x: u32| self.numbers.iter().all(|y| *y == x || self.wins(x, *y) > self.wins(*y, x));
        self.numbers.iter().copied().find(|x| beats_all(*x))
    }

    fn row_mut(&mut self, row: usize) -> &mut [u64] {
        let size = self.numbers.len();
        self.wins.get_mut(row * size..(row + 1) * size).unwrap_or_default()
    }
}

fn cell(matrix: &[u64], size: usize, row: usize, column: usize) -> u64 {
    matrix.get(row * size + column).copied().unwrap_or_default()
}

/// The strengths of the strongest paths between options (Schulze, *A new monotonic, clone-independent, reversal symmetric, and
/// condorcet-consistent single-winner election method*, 2011), with winning votes: a duel counts for its winner only, with the winner's votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schulze {
    numbers: Vec<u32>,
    paths: Vec<u64>,
}

impl Schulze {
    /// Widest paths by Floyd and Warshall: p(x, z) = max(p(x, z), min(p(x, y), p(y, z))).
    #[must_use]
    pub fn of(duels: &Duels) -> Self {
        let size = duels.numbers.len();
        let at = |row: usize, column: usize| cell(&duels.wins, size, row, column);
        let places = (0..size).flat_map(|row| (0..size).map(move |column| (row, column)));
        let mut paths: Vec<u64> = places.map(|(row, column)| if at(row, column) > at(column, row) { at(row, column) } else { 0 }).collect();
        for over in 0..size {
            let second: Vec<u64> = (0..size).map(|to| cell(&paths, size, over, to)).collect();
            for from in (0..size).filter(|from| *from != over) {
                let first = cell(&paths, size, from, over);
                let row = paths.get_mut(from * size..(from + 1) * size).unwrap_or_default();
                for (to, (path, second)) in row.iter_mut().zip(&second).enumerate() {
                    if to != from {
                        *path = (*path).max(first.min(*second));
                    }
                }
            }
        }
        Self { numbers: duels.numbers.clone(), paths }
    }

    /// The strength of the strongest path from one option to another.
    #[must_use]
    pub fn path(&self, from: u32, to: u32) -> u64 {
        let place = |number: u32| self.numbers.iter().position(|known| *known == number);
        place(from).zip(place(to)).map_or(0, |(row, column)| cell(&self.paths, self.numbers.len(), row, column))
    }

    /// From the best downwards, in ranks: x stands above y where p(x, y) > p(y, x). Each rank holds those that no one left beats; more than one in
    /// a rank are level by the method (or stand in no order), and the lots tell them apart: `lots` earlier wins.
    #[must_use]
    pub fn ranks(&self, lots: &[u32]) -> Vec<Vec<u32>> {
        let lot = |number: u32| lots.iter().position(|drawn| *drawn == number).unwrap_or(lots.len());
        let mut left = self.numbers.clone();
        let mut ranks = Vec::new();
        while !left.is_empty() {
            let beaten = |x: &u32| left.iter().any(|y| self.path(*y, *x) > self.path(*x, *y));
            let (below, mut rank): (Vec<u32>, Vec<u32>) = left.iter().partition(|x| beaten(x));
            // The relation is transitive (Schulze 2011, 4.1), so somebody is always unbeaten; a matrix that is not a count ends here too.
            if rank.is_empty() {
                ranks.push(below);
                break;
            }
            rank.sort_by_key(|number| (lot(*number), *number));
            ranks.push(rank);
            left = below;
        }
        ranks
    }
}

/// One round of an instant run-off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The options still in, with the ballots that set them first, in the order of the options.
    pub first: Vec<(u32, u64)>,
    /// Ballots that name none of them any more.
    pub exhausted: u64,
    /// Who leaves after this round; none in the last.
    pub out: Option<u32>,
}

/// Instant run-off: while nobody has more than half of the ballots that still name somebody, the option that fewest set first leaves. Among equals
/// the one **latest** in the order drawn beforehand leaves. Not monotone: to be set higher may make an option lose.
#[must_use]
pub fn instant_run_off<'a>(numbers: &[u32], lots: &[u32], ballots: impl IntoIterator<Item = &'a Ballot>) -> Vec<Round> {
    let mut grouped: BTreeMap<&[u32], u64> = BTreeMap::new();
    rankings(ballots).for_each(|ranked| *grouped.entry(ranked).or_default() += 1);
    let lot = |number: u32| lots.iter().position(|drawn| *drawn == number).unwrap_or(lots.len());
    let mut left: Vec<u32> = numbers.to_vec();
    let mut rounds = Vec::new();
    while !left.is_empty() {
        let mut first: BTreeMap<u32, u64> = left.iter().map(|number| (*number, 0)).collect();
        let mut exhausted = 0;
        for (ranked, count) in &grouped {
            match ranked.iter().find_map(|number| left.contains(number).then_some(*number)) {
                Some(number) => *first.entry(number).or_default() += count,
                None => exhausted += count,
            }
        }
        let standing: u64 = first.values().sum();
        let decided = first.values().any(|count| 2 * count > standing) || left.len() == 1;
        let out = (!decided).then(|| left.iter().copied().min_by_key(|x| (first.get(x).copied(), Reverse(lot(*x)), Reverse(*x)))).flatten();
        let first = left.iter().map(|number| (*number, first.get(number).copied().unwrap_or_default())).collect();
        rounds.push(Round { first, exhausted, out });
        match out {
            Some(out) => left.retain(|number| *number != out),
            None => break,
        }
    }
    rounds
}

/// Who won a run-off: the option with the most ballots in the last round, earliest in the lots among equals.
#[must_use]
pub fn run_off_winner(rounds: &[Round], lots: &[u32]) -> Option<u32> {
    let lot = |number: u32| lots.iter().position(|drawn| *drawn == number).unwrap_or(lots.len());
    rounds.last()?.first.iter().max_by_key(|(number, count)| (*count, Reverse(lot(*number)))).map(|(number, _)| *number)
}
