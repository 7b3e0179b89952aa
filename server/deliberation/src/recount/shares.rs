//! Equal shares, voter by voter: everybody's money is a whole number over one denominator, which grows with every project bought.

use num_bigint::BigInt;

use super::money::{Purchase, Result};
use crate::budget::{Completion, EqualShares, RuleFault, Start, Utility};

/// How often equal shares are run at most.
const MOST_RUNS: u32 = 1_000_000;

/// Voters' money after a run, and what was bought.
struct Spent {
    winners: Vec<usize>,
    money: Vec<BigInt>,
    denominator: BigInt,
}

/// A price: each supporter pays `numerator` for a unit, over (the denominator · `units`).
struct Price {
    place: usize,
    numerator: BigInt,
    units: u64,
    /// ρ = numerator ÷ this.
    scale: BigInt,
}

/// A project still open, its supporters, and the last ρ known of it: it never falls within a run.
struct Open {
    place: usize,
    supporters: Vec<(usize, u64)>,
    least: (BigInt, BigInt),
}

pub(super) fn complete(purchase: &Purchase<'_>, rule: &EqualShares, by_points: bool) -> std::result::Result<Result, RuleFault> {
    let voters = purchase.voters.len();
    let budget = purchase.vote.budget;
    let mut money = u128::from(budget);
    if rule.start == Start::Floor {
        let each = voters as u128 * u128::from(purchase.vote.unit);
        money -= money % each;
    }
    let open = || -> Vec<Open> {
        let mut all = Vec::new();
        for place in purchase.able() {
            let mut supporters = purchase.supporters(place);
            if !by_points {
                supporters.iter_mut().for_each(|(_, points)| *points = 1);
            }
            all.push(Open { place, supporters, least: (BigInt::ZERO, BigInt::from(1)) });
        }
        all
    };
    let supported = open().len();
    let divides = rule.utility == Utility::Cost;
    let mut last = run(purchase, open(), money, divides);
    let grows = matches!(rule.completion, Completion::Add1 | Completion::Add1Exhaustive | Completion::Add1Utilitarian);
    for round in 0.. {
        if !grows || last.winners.len() == supported {
            break;
        }
        if round == MOST_RUNS {
            return Err(RuleFault::StepTooSmall);
        }
        let left = budget.saturating_sub(purchase.cost_of(&last.winners));
        let fits = |place: &usize| !last.winners.contains(place) && purchase.cost(*place) <= left;
        if rule.completion != Completion::Add1 && !purchase.able().iter().any(fits) {
            break;
        }
        let more = money + voters as u128 * u128::from(rule.step);
        let next = run(purchase, open(), more, divides);
        if purchase.cost_of(&next.winners) > budget {
            break;
        }
        (money, last) = (more, next);
    }
    let behind = |place: usize| {
        let held: BigInt = purchase.supporters(place).iter().filter_map(|(voter, _)| last.money.get(*voter)).sum();
        (place, u64::try_from(held / &last.denominator).unwrap_or(u64::MAX))
    };
    let left = purchase.able().into_iter().filter(|place| !last.winners.contains(place)).map(behind).collect();
    Ok(Result { winners: last.winners, share: Some((money, voters)), left })
}

/// Buys as long as something can be bought.
fn run(purchase: &Purchase<'_>, mut open: Vec<Open>, endowment: u128, divides: bool) -> Spent {
    let voters = purchase.voters.len();
    let mut spent = Spent { winners: Vec::new(), money: vec![BigInt::from(endowment); voters], denominator: BigInt::from(voters) };
    loop {
        let mut best: Option<Price> = None;
        let mut closed = Vec::new();
        for project in &mut open {
            let dearer = |best: &Price| &project.least.0 * &best.scale > &best.numerator * &project.least.1;
            if best.as_ref().is_some_and(dearer) {
                continue;
            }
            let Some(price) = price(purchase, &spent, project, divides) else {
                closed.push(project.place);
                continue;
            };
            project.least = (price.numerator.clone(), price.scale.clone());
            let first = best.as_ref().is_none_or(|best| {
                let order = (&price.numerator * &best.scale).cmp(&(&best.numerator * &price.scale));
                order.then(purchase.tie(price.place, best.place)).is_lt()
            });
            if first {
                best = Some(price);
            }
        }
        let Some(best) = best else { return spent };
        for project in open.iter().filter(|project| project.place == best.place) {
            pay(&mut spent, project, &best);
        }
        open.retain(|project| project.place != best.place && !closed.contains(&project.place));
    }
}

/// Those who have least for a unit pay all they have, until the others can pay the rest at one price.
fn price(purchase: &Purchase<'_>, spent: &Spent, project: &Open, divides: bool) -> Option<Price> {
    let cost = purchase.cost(project.place);
    let mut rest = &spent.denominator * cost;
    let mut holders: Vec<(&BigInt, u64)> =
        project.supporters.iter().filter_map(|(voter, units)| Some((spent.money.get(*voter)?, *units))).collect();
    if holders.iter().map(|(money, _)| *money).sum::<BigInt>() < rest {
        return None;
    }
    let level = holders.iter().all(|(_, units)| *units == 1);
    holders.sort_by(|a, b| if level { a.0.cmp(b.0) } else { (a.0 * b.1).cmp(&(b.0 * a.1)) });
    let mut units: u64 = holders.iter().map(|(_, units)| units).sum();
    for (money, own) in holders {
        if &rest * own <= money * units {
            let scale = &spent.denominator * units * if divides { cost } else { 1 };
            return Some(Price { place: project.place, numerator: rest, units, scale });
        }
        rest -= money;
        units -= own;
    }
    None
}

fn pay(spent: &mut Spent, project: &Open, price: &Price) {
    spent.winners.push(price.place);
    spent.denominator *= price.units;
    spent.money.iter_mut().for_each(|money| *money *= price.units);
    for (voter, units) in &project.supporters {
        if let Some(money) = spent.money.get_mut(*voter) {
            let asked = &price.numerator * *units;
            *money = if *money > asked { &*money - asked } else { BigInt::ZERO };
        }
    }
}
