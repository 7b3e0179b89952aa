//! The price of one project for supporters who have spent what they have spent.
//!
//! Voters who have paid for the same projects have the same money left: they are one **purse**. A purse is known exactly (the start less whole
//! multiples of earlier prices) and approximately (rounded down to 2⁻⁴⁰ of the smallest unit, with a known bound on the error). Approximations decide
//! only where the bounds leave no doubt; else the exact fractions decide.

use num_bigint::BigInt;

use crate::budget::exact::Ladder;

/// What is left to all voters who have paid for the same projects.
#[derive(Debug, Clone, Copy)]
pub(super) struct Purse {
    /// The purse from which the last payment was made.
    pub(super) parent: u32,
    /// Which step of the ladder was paid last, and how many units of it.
    pub(super) step: u32,
    pub(super) units: u64,
    /// What is left, in the smallest unit shifted left by the bits; off by at most the number of steps.
    pub(super) left: i128,
}

/// Nothing is left in it, exactly.
pub(super) const EMPTY: u32 = 0;
/// Nothing was spent from it.
pub(super) const FULL: u32 = 1;

/// Supporters of a project with the same purse who count it alike.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) purse: u32,
    pub(super) block: usize,
    pub(super) units: u64,
    pub(super) count: u64,
    pub(super) left: i128,
}

/// What a project costs its supporters: each pays `price` for a unit, or all they have if they are among the `poor`.
#[derive(Debug, Clone, Default)]
pub(super) struct Price {
    pub(super) row: usize,
    pub(super) poor: Vec<Entry>,
    /// The units of those who can pay the price.
    pub(super) units: u64,
    /// The least and the greatest that ρ can be, in steps 2¹⁶ times finer than those of purses.
    pub(super) low: i128,
    pub(super) high: i128,
    /// The exact price is this over (D · units), D the last denominator of the ladder.
    pub(super) exact: Option<BigInt>,
}

/// More bits for ρ, which is a price divided by a cost.
pub(super) const FINER: u32 = 16;

/// Where prices are made: what was paid so far, and by whom.
#[derive(Debug)]
pub(super) struct Ledger {
    pub(super) ladder: Ladder,
    pub(super) purses: Vec<Purse>,
    /// How many bits approximate amounts have after the point.
    bits: u32,
    /// For sums over the ladder.
    paid: Vec<u128>,
}

impl Ledger {
    pub(super) fn new(start: u128, voters: u64, bits: u32) -> Self {
        let ladder = Ladder::new(start, voters, bits);
        let full = Purse { parent: EMPTY, step: 0, units: 0, left: ladder.rounded_start() };
        let purses = vec![Purse { left: 0, ..full }, full];
        Self { ladder, purses, bits, paid: Vec::new() }
    }

    /// The price for these supporters, or nothing where they cannot pay `cost` together. ρ = price ÷ `divisor`.
    pub(super) fn price(&mut self, row: usize, cost: u64, divisor: u64, entries: &mut Vec<Entry>) -> Option<Price> {
        let off = i128::try_from(self.ladder.len()).unwrap_or(i128::MAX) + 1;
        let whole = i128::from(cost) << self.bits;
        let (mut held, mut people, mut units) = (0_i128, 0_i128, 0_u64);
        for entry in entries.iter() {
            held += entry.left * i128::from(entry.count);
            people += i128::from(entry.count);
            units += entry.units * entry.count;
        }
        if held + people * off < whole || (held - people * off < whole && !self.afford(cost, entries)) {
            return None;
        }
        let mut poor = Vec::new();
        let (mut spent, mut spenders) = (0_i128, 0_i128);
        let (mut price, mut error);
        loop {
            price = (whole - spent) / i128::from(units).max(1);
            error = spenders * off / i128::from(units).max(1) + 2;
            let before = poor.len();
            entries.retain(|entry| {
                // Certainly not enough; in doubt an entry stays, and the exact fractions decide below.
                let short = entry.left + off < i128::from(entry.units) * (price - error);
                if short {
                    spent += entry.left * i128::from(entry.count);
                    spenders += i128::from(entry.count);
                    units -= entry.units * entry.count;
                    poor.push(*entry);
                }
                !short
            });
            if poor.len() == before {
                break;
            }
        }
        let doubtful = |entry: &Entry| entry.left - off < i128::from(entry.units) * (price + error);
        let mut found = Price { row, poor, units, ..Price::default() };
        if entries.iter().any(doubtful) {
            self.settle(cost, entries, &mut found);
            let spent: i128 = found.poor.iter().map(|entry| entry.left * i128::from(entry.count)).sum();
            let spenders: i128 = found.poor.iter().map(|entry| i128::from(entry.count)).sum();
            price = (whole - spent) / i128::from(found.units).max(1);
            error = spenders * off / i128::from(found.units).max(1) + 2;
        }
        found.low = ((price - error).max(0) << FINER) / i128::from(divisor);
        found.high = ((price + error) << FINER) / i128::from(divisor) + 1;
        Some(found)
    }

    /// Whether they have the cost together, exactly.
    fn afford(&mut self, cost: u64, entries: &[Entry]) -> bool {
        self.missing(cost, entries) <= BigInt::ZERO
    }

    /// (`cost` − what these have) · D, exactly.
    pub(super) fn missing(&mut self, cost: u64, entries: &[Entry]) -> BigInt {
        self.paid.clear();
        self.paid.resize(self.ladder.len(), 0);
        let mut starts = 0_u128;
        for entry in entries.iter().filter(|entry| entry.purse != EMPTY) {
            starts += u128::from(entry.count);
            let mut at = entry.purse;
            while at != FULL && at != EMPTY {
                let Some(purse) = usize::try_from(at).ok().and_then(|at| self.purses.get(at)) else { break };
                if let Some(paid) = usize::try_from(purse.step).ok().and_then(|step| self.paid.get_mut(step)) {
                    *paid += u128::from(entry.count) * u128::from(purse.units);
                }
                at = purse.parent;
            }
        }
        self.ladder.numerator(cost, starts, &self.paid)
    }

    /// Moves to the poor everyone who has less than the price, by exact fractions. The price only rises while it does, so that nobody comes back.
    fn settle(&mut self, cost: u64, entries: &mut Vec<Entry>, found: &mut Price) {
        loop {
            let price = self.missing(cost, &found.poor);
            let mut short = Vec::new();
            for (at, entry) in entries.iter().enumerate() {
                let one = Entry { count: 1, ..*entry };
                // left · D < units · price ÷ found.units
                if -self.missing(0, &[one]) * found.units < &price * entry.units {
                    short.push(at);
                }
            }
            if short.is_empty() {
                found.exact = Some(price);
                return;
            }
            for at in short.into_iter().rev() {
                let entry = entries.swap_remove(at);
                found.units -= entry.units * entry.count;
                found.poor.push(entry);
            }
        }
    }

    /// The exact numerator of a price.
    pub(super) fn numerator(&mut self, price: &mut Price, cost: u64) -> BigInt {
        match price.exact.take() {
            Some(exact) => exact,
            None => self.missing(cost, &price.poor),
        }
    }
}
