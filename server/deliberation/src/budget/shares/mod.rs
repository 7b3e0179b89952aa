//! The Method of Equal Shares (Peters, Pierczyński & Skowron, *Proportional Participatory Budgeting with Additive Utilities*, 2021).
//!
//! Each voter has the same share bᵢ = B/n. A project is affordable if Σ bᵢ over N(p) ≥ c(p); its price ρ solves Σ min(bᵢ, ρ·uᵢ(p)) = c(p). The affordable
//! project of least ρ wins, its supporters pay min(bᵢ, ρ·uᵢ), and again until none is affordable. What is left is dealt with by a named completion.
//!
//! Not monotone: a vote more may change whose money is spent where, and the cost of the result may fall when the shares grow. So every step of a
//! completion is run; nothing is searched by halving. How it is exact and still fast: `run`.

mod price;
mod run;
mod table;

use super::Instance;
use super::exact::FRACTION;
use super::explain::{Comparison, Outcome, Stop, Why, Win};
use super::greedy;
use super::rule::{Completion, EqualShares, Greedy, MOST_RUNS, RuleFault, Start};
use run::Run;
use table::Table;

/// What a run with one endowment gives.
struct Bought {
    /// The endowment's numerator, over the number of voters.
    endowment: u128,
    /// Rows of the table, in the order bought.
    winners: Vec<usize>,
    cost: u64,
}

pub(super) fn decide(instance: &Instance, rule: &EqualShares, able: &[bool], ranks: &[u32]) -> Result<Outcome, RuleFault> {
    let table = Table::new(instance, rule.utility, able, ranks);
    let mut run = Run::new(&table, FRACTION);
    let (bought, stop) = complete(instance, rule, &table, &mut run)?;
    // Once more with the endowment that counts, for what everybody has left.
    let bought = buy(instance, &table, &mut run, bought.endowment);
    let mut winners: Vec<Win> =
        bought.winners.iter().enumerate().map(|(step, row)| greedy::win(instance, table.place(*row), Some(run.paid(step)))).collect();
    let mut places: Vec<usize> = winners.iter().map(|win| win.place).collect();
    let mut left = instance.budget().saturating_sub(bought.cost);
    let behind: Vec<(usize, u64)> = (0..table.len()).map(|row| (table.place(row), run.left_behind(row))).collect();
    if matches!(rule.completion, Completion::Add1Utilitarian | Completion::Utilitarian) {
        let pass = by_votes(instance, able, ranks, &places, left);
        left = pass.left;
        places.extend(&pass.winners);
        winners.extend(pass.winners.iter().map(|place| greedy::win(instance, *place, None)));
    }
    let losers = greedy::losers(instance, &places, able, |place| {
        let held = behind.iter().find(|(row, _)| *row == place).map_or(0, |(_, held)| *held);
        Why::TooDear { left: held, missing: instance.cost(place).saturating_sub(held) }
    });
    let shares = Outcome {
        winners,
        cost: instance.budget().saturating_sub(left),
        losers,
        stop,
        endowment: Some((bought.endowment, u64::from(instance.voters()))),
        comparison: None,
    };
    Ok(if rule.comparison { compared(instance, able, ranks, shares) } else { shares })
}

/// Runs with larger and larger shares, as the completion says.
fn complete(instance: &Instance, rule: &EqualShares, table: &Table, run: &mut Run<'_>) -> Result<(Bought, Stop), RuleFault> {
    let voters = u128::from(instance.voters());
    let share = u128::from(instance.budget());
    let whole = voters * u128::from(instance.unit());
    let start = match rule.start {
        Start::Exact => share,
        Start::Floor => share / whole * whole,
    };
    let mut last = buy(instance, table, run, start);
    if !rule.repeats() {
        return Ok((last, Stop::NoneAffordable));
    }
    for _ in 0..MOST_RUNS {
        if last.winners.len() == table.len() {
            return Ok((last, Stop::AllWon));
        }
        if !matches!(rule.completion, Completion::Add1) && exhaustive(instance, table, &last) {
            return Ok((last, Stop::Exhaustive));
        }
        let next = buy(instance, table, run, last.endowment + voters * u128::from(rule.step));
        if next.cost > instance.budget() {
            return Ok((last, Stop::NextExceeds { cost: next.cost }));
        }
        last = next;
    }
    Err(RuleFault::StepTooSmall)
}

fn buy(instance: &Instance, table: &Table, run: &mut Run<'_>, endowment: u128) -> Bought {
    let winners = run.buy(endowment, instance.voters());
    let cost = winners.iter().map(|row| table.cost(*row)).sum();
    Bought { endowment, winners, cost }
}

/// No supported project can be added with what is left of the budget.
fn exhaustive(instance: &Instance, table: &Table, bought: &Bought) -> bool {
    let left = instance.budget().saturating_sub(bought.cost);
    (0..table.len()).all(|row| bought.winners.contains(&row) || table.cost(row) > left)
}

fn by_votes(instance: &Instance, able: &[bool], ranks: &[u32], taken: &[usize], left: u64) -> greedy::Pass {
    let variant = Greedy::default();
    let order = greedy::order(instance, variant.per_cost, able, ranks);
    greedy::pass(instance, &variant, &order, taken, left)
}

/// Greedy instead, where strictly more voters have strictly more winners there.
fn compared(instance: &Instance, able: &[bool], ranks: &[u32], shares: Outcome) -> Outcome {
    let mut greedy = greedy::decide(instance, &Greedy::default(), able, ranks);
    let mark = |outcome: &Outcome| {
        let mut won = vec![false; instance.projects().len()];
        outcome.winners.iter().filter_map(|win| won.get_mut(win.place).map(|won| *won = true)).count();
        won
    };
    let (ours, theirs) = (mark(&shares), mark(&greedy));
    let (mut for_shares, mut for_greedy) = (0, 0);
    for group in instance.groups() {
        let count = |won: &[bool]| {
            let chosen = group.points.iter().filter_map(|(place, _)| won.get(usize::try_from(*place).ok()?));
            chosen.filter(|won| **won).count()
        };
        match count(&ours).cmp(&count(&theirs)) {
            std::cmp::Ordering::Greater => for_shares += u64::from(group.weight),
            std::cmp::Ordering::Less => for_greedy += u64::from(group.weight),
            std::cmp::Ordering::Equal => {}
        }
    }
    let comparison = Some(Comparison { for_shares, for_greedy, greedy_taken: for_greedy > for_shares });
    if for_greedy > for_shares {
        greedy.comparison = comparison;
        greedy
    } else {
        Outcome { comparison, ..shares }
    }
}

#[cfg(test)]
mod tests;
