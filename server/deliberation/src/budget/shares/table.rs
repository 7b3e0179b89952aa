//! The ballots turned round, once for all runs: for each project its supporters, those who give it the same points side by side.

use std::collections::BTreeMap;

use crate::budget::Instance;
use crate::budget::rule::Utility;

/// Supporters of one project who count it alike.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    /// What one of them pays for each unit of the price.
    pub(super) units: u64,
    /// Where they begin in the list of supporters …
    pub(super) from: usize,
    /// … and where the list goes on with others.
    pub(super) to: usize,
}

/// One project that may win.
#[derive(Debug, Clone)]
struct Row {
    place: usize,
    cost: u64,
    divisor: u64,
    rank: u32,
    units: u64,
    blocks: std::ops::Range<usize>,
}

/// The projects that may win, with their supporters.
#[derive(Debug, Clone)]
pub(super) struct Table {
    rows: Vec<Row>,
    pub(super) blocks: Vec<Block>,
    /// Group of equal ballots, and how many they are.
    pub(super) supporters: Vec<(u32, u32)>,
    pub(super) groups: usize,
}

impl Table {
    pub(super) fn new(instance: &Instance, utility: Utility, able: &[bool], ranks: &[u32]) -> Self {
        let mut lists: BTreeMap<(u32, u64), Vec<(u32, u32)>> = BTreeMap::new();
        for (group, ballots) in (0_u32..).zip(instance.groups()) {
            for (place, points) in &ballots.points {
                let units = if utility == Utility::Points { *points } else { 1 };
                lists.entry((*place, units)).or_default().push((group, ballots.weight));
            }
        }
        let mut table = Self { rows: Vec::new(), blocks: Vec::new(), supporters: Vec::new(), groups: instance.groups().len() };
        for place in able.iter().enumerate().filter_map(|(place, able)| able.then_some(place)) {
            let number = u32::try_from(place).unwrap_or(u32::MAX);
            let first = table.blocks.len();
            for ((_, units), list) in lists.range((number, 0)..=(number, u64::MAX)) {
                let from = table.supporters.len();
                table.supporters.extend(list);
                table.blocks.push(Block { units: *units, from, to: table.supporters.len() });
            }
            let cost = instance.cost(place);
            table.rows.push(Row {
                place,
                cost,
                divisor: if utility == Utility::Cost { cost } else { 1 },
                rank: ranks.get(place).copied().unwrap_or(u32::MAX),
                units: if utility == Utility::Points { instance.score(place) } else { instance.votes(place) },
                blocks: first..table.blocks.len(),
            });
        }
        table
    }

    /// How many projects may win.
    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// The place of a row in the instance.
    pub(super) fn place(&self, row: usize) -> usize {
        self.rows.get(row).map_or(usize::MAX, |row| row.place)
    }

    /// c(p).
    pub(super) fn cost(&self, row: usize) -> u64 {
        self.rows.get(row).map_or(0, |row| row.cost)
    }

    /// ρ is the payment for one unit divided by this: the cost with cost utility, else 1.
    pub(super) fn divisor(&self, row: usize) -> u64 {
        self.rows.get(row).map_or(1, |row| row.divisor)
    }

    /// Less is taken first among equals.
    pub(super) fn rank(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(u32::MAX, |row| row.rank)
    }

    /// The sum of units over all supporters.
    pub(super) fn units(&self, row: usize) -> u64 {
        self.rows.get(row).map_or(1, |row| row.units)
    }

    /// The blocks of a row.
    pub(super) fn blocks_of(&self, row: usize) -> std::ops::Range<usize> {
        self.rows.get(row).map_or(0..0, |row| row.blocks.clone())
    }
}
