//! One run of equal shares with one endowment, exact and fast.
//!
//! A voter is only a number: the purse they hold (`price`). To price a project is to count its supporters by purse, once, and to reckon with the few
//! purses there are; to buy it is to give its supporters other purses. A price never falls within a run, so projects are looked at by the last
//! price known of them, and no further than the best of this round.

use num_bigint::BigInt;

use super::price::{EMPTY, Entry, FINER, FULL, Ledger, Price, Purse};
use super::table::Table;

/// A project still open in a run, with the least that its ρ can be.
#[derive(Debug, Clone, Copy)]
struct Open {
    row: usize,
    low: i128,
}

/// Runs over one table.
#[derive(Debug)]
pub(super) struct Run<'a> {
    table: &'a Table,
    bits: u32,
    ledger: Ledger,
    /// The supporters of the table; those with an empty purse are moved behind the living ones of their block.
    supporters: Vec<(u32, u32)>,
    /// Where the living of each block end.
    ends: Vec<usize>,
    /// The purse of each group of equal ballots.
    purses: Vec<u32>,
    /// By purse: how many of a block hold it.
    counts: Vec<u64>,
    touched: Vec<u32>,
    /// By purse: what it becomes with the payment being made, and for which payment that holds.
    becomes: Vec<(u64, u32)>,
    payments: u64,
    entries: Vec<Entry>,
}

fn at(purse: u32) -> usize {
    usize::try_from(purse).unwrap_or(usize::MAX)
}

impl<'a> Run<'a> {
    /// `bits`: how many bits approximate amounts have after the point.
    pub(super) fn new(table: &'a Table, bits: u32) -> Self {
        Self {
            table,
            bits,
            ledger: Ledger::new(0, 1, bits),
            supporters: table.supporters.clone(),
            ends: Vec::new(),
            purses: Vec::new(),
            counts: Vec::new(),
            touched: Vec::new(),
            becomes: Vec::new(),
            payments: 0,
            entries: Vec::new(),
        }
    }

    /// Buys as long as something can be bought, each voter having `endowment` ÷ `voters`; the rows bought, in order.
    pub(super) fn buy(&mut self, endowment: u128, voters: u32) -> Vec<usize> {
        self.ledger = Ledger::new(endowment, u64::from(voters), self.bits);
        self.ends.clear();
        self.ends.extend(self.table.blocks.iter().map(|block| block.to));
        self.purses.clear();
        self.purses.resize(self.table.groups, FULL);
        let first = |row: usize| {
            let least = (i128::from(self.table.cost(row)) << self.bits) / i128::from(self.table.units(row)).max(1);
            Open { row, low: (least << FINER) / i128::from(self.table.divisor(row)) }
        };
        let mut open: Vec<Open> = (0..self.table.len()).map(first).collect();
        let mut bought = Vec::new();
        while let Some(mut best) = self.best(&mut open) {
            open.retain(|project| project.row != best.row);
            bought.push(best.row);
            self.pay(&mut best);
        }
        bought
    }

    /// The affordable project of least ρ, the first in rank among equals. Projects that are not affordable any more are closed.
    fn best(&mut self, open: &mut Vec<Open>) -> Option<Price> {
        open.sort_by_key(|project| project.low);
        let mut best: Option<Price> = None;
        let mut closed = Vec::new();
        for project in open.iter_mut() {
            if best.as_ref().is_some_and(|best| project.low > best.high) {
                break;
            }
            let mut entries = std::mem::take(&mut self.entries);
            self.count(project.row, &mut entries);
            let (cost, divisor) = (self.table.cost(project.row), self.table.divisor(project.row));
            let price = self.ledger.price(project.row, cost, divisor, &mut entries);
            self.entries = entries;
            match price {
                None => closed.push(project.row),
                Some(price) => {
                    project.low = price.low;
                    best = Some(match best {
                        Some(best) => self.better(best, price),
                        None => price,
                    });
                }
            }
        }
        open.retain(|project| !closed.contains(&project.row));
        best
    }

    /// The one of lesser ρ; by exact fractions where the bounds do not tell them apart.
    fn better(&mut self, mut left: Price, mut right: Price) -> Price {
        if left.high < right.low {
            return left;
        }
        if right.high < left.low {
            return right;
        }
        let table = self.table;
        let mut exact = |price: &mut Price| {
            let numerator = self.ledger.numerator(price, table.cost(price.row));
            price.exact = Some(numerator.clone());
            numerator
        };
        let scale = |price: &Price| u128::from(price.units) * u128::from(table.divisor(price.row));
        let (of_left, of_right): (BigInt, BigInt) = (exact(&mut left) * scale(&right), exact(&mut right) * scale(&left));
        if of_left.cmp(&of_right).then(table.rank(left.row).cmp(&table.rank(right.row))).is_le() { left } else { right }
    }

    /// Counts the living supporters of a project by purse.
    fn count(&mut self, row: usize, entries: &mut Vec<Entry>) {
        entries.clear();
        self.counts.resize(self.ledger.purses.len(), 0);
        for number in self.table.blocks_of(row) {
            let (Some(block), Some(end)) = (self.table.blocks.get(number), self.ends.get_mut(number)) else { continue };
            let Some(living) = self.supporters.get_mut(block.from..*end) else { continue };
            let (mut place, mut last) = (0, living.len());
            while let Some((group, weight)) = living.get(place).filter(|_| place < last) {
                let purse = self.purses.get(at(*group)).copied().unwrap_or(EMPTY);
                if purse == EMPTY {
                    last -= 1;
                    living.swap(place, last);
                    continue;
                }
                if let Some(count) = self.counts.get_mut(at(purse)) {
                    if *count == 0 {
                        self.touched.push(purse);
                    }
                    *count += u64::from(*weight);
                }
                place += 1;
            }
            *end = block.from + last;
            for purse in self.touched.drain(..) {
                let count = self.counts.get_mut(at(purse)).map(std::mem::take).unwrap_or_default();
                let left = self.ledger.purses.get(at(purse)).map_or(0, |purse| purse.left);
                entries.push(Entry { purse, block: number, units: block.units, count, left });
            }
        }
    }

    /// Takes the price from the supporters' purses.
    fn pay(&mut self, price: &mut Price) {
        let cost = self.table.cost(price.row);
        let step = u32::try_from(self.ledger.ladder.len()).unwrap_or(u32::MAX);
        let numerator = self.ledger.numerator(price, cost);
        self.ledger.ladder.push(numerator, price.units);
        for number in self.table.blocks_of(price.row) {
            let (Some(block), Some(end)) = (self.table.blocks.get(number), self.ends.get(number)) else { continue };
            self.payments += 1;
            let payment = self.ledger.ladder.rounded(block.units);
            self.becomes.resize(self.ledger.purses.len(), (0, EMPTY));
            for entry in price.poor.iter().filter(|entry| entry.block == number) {
                if let Some(becomes) = self.becomes.get_mut(at(entry.purse)) {
                    *becomes = (self.payments, EMPTY);
                }
            }
            for (group, _) in self.supporters.get(block.from..*end).unwrap_or_default() {
                let Some(purse) = self.purses.get_mut(at(*group)) else { continue };
                let Some(becomes) = self.becomes.get_mut(at(*purse)).filter(|_| *purse != EMPTY) else { continue };
                if becomes.0 != self.payments {
                    let next = u32::try_from(self.ledger.purses.len()).unwrap_or(EMPTY);
                    let left = self.ledger.purses.get(at(*purse)).map_or(0, |purse| purse.left) - payment;
                    self.ledger.purses.push(Purse { parent: *purse, step, units: block.units, left });
                    *becomes = (self.payments, next);
                }
                *purse = becomes.1;
            }
        }
    }

    /// What one supporter paid at a step of the last run at most, for one unit, rounded up to the smallest unit.
    pub(super) fn paid(&self, step: usize) -> u64 {
        self.ledger.ladder.rounded_up(step)
    }

    /// What the supporters of a project have left together after the last run, rounded down to the smallest unit.
    pub(super) fn left_behind(&mut self, row: usize) -> u64 {
        let mut entries = Vec::new();
        self.count(row, &mut entries);
        let held = -self.ledger.missing(0, &entries);
        self.ledger.ladder.whole(&held)
    }
}
