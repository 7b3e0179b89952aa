//! The two ways of counting give the same lines, on ballots of every form made at random; and what holds of every rule.

use proptest::prelude::*;

use super::*;
use crate::budget::{Completion, decide};
use crate::recount;

const COUNTINGS: &[(&str, &str)] = &[
    ("choose-1", "plain"),
    ("approval min=0 max=9", "plain"),
    ("cumulative least=0 most=100 each=20", "plain"),
    ("scale lowest=-2 highest=2 answers=any", "plain"),
    ("for-against-abstain", "majority quorum=4 more-than=1/2"),
    ("for-against-abstain", "majority quorum=0 at-least=2/3"),
    ("consent", "consent"),
    ("ranking min=0 max=9", "borda first=length"),
    ("ranking min=0 max=9", "borda first=3"),
    ("ranking min=0 max=9", "schulze"),
    ("ranking min=0 max=9", "instant-run-off"),
    ("majority-judgment grades=4 answers=any", "majority-judgment blank=reject"),
    ("majority-judgment grades=4 answers=any", "majority-judgment blank=excluded"),
    ("approval min=0 max=9", "greedy by=score skip=yes threshold=0 exclusive=no eligibility=no ties=cost-votes-lots"),
    ("approval min=0 max=9", "greedy by=score skip=no threshold=2 exclusive=yes eligibility=no ties=lots"),
    ("cumulative least=0 most=100 each=20", "greedy by=score-per-cost skip=yes threshold=0 exclusive=yes eligibility=yes ties=lots"),
    ("approval min=0 max=9", "phragmen eligibility=no ties=lots"),
    ("approval min=0 max=9", "phragmen eligibility=yes ties=cost-votes-lots"),
    ("approval min=0 max=9", "equal-shares utility=cost start=exact step=1 comparison=no eligibility=no ties=cost-votes-lots"),
    ("approval min=0 max=9", "equal-shares/add1 utility=cost start=exact step=1 comparison=no eligibility=no ties=cost-votes-lots"),
    ("approval min=0 max=9", "equal-shares/add1 utility=cost start=floor step=3 comparison=yes eligibility=no ties=lots"),
    ("approval min=0 max=9", "equal-shares/add1 utility=count start=exact step=1 comparison=no eligibility=yes ties=lots"),
    ("cumulative least=0 most=100 each=20", "equal-shares/add1 utility=points start=exact step=1 comparison=no eligibility=no ties=lots"),
    ("ranking min=0 max=9", "equal-shares/add1u utility=points start=exact step=1 comparison=no eligibility=no ties=lots"),
    ("approval min=0 max=9", "equal-shares/add1-exhaustive utility=cost start=exact step=1 comparison=yes eligibility=no ties=lots"),
    ("approval min=0 max=9", "equal-shares/add1u utility=cost start=floor step=1 comparison=no eligibility=no ties=cost-votes-lots"),
    ("approval min=0 max=9", "equal-shares/utilitarian utility=cost start=exact step=1 comparison=no eligibility=no ties=lots"),
];

/// A ballot of the form made from numbers.
fn ballot(form: &Form, numbers: &[u32], seed: &[u32]) -> Ballot {
    let mut order: Vec<u32> = numbers.to_vec();
    order.sort_by_key(|number| seed.get(usize::try_from(*number).unwrap()).copied().unwrap_or_default());
    let some = usize::try_from(seed[0]).unwrap() % (order.len() + 1);
    let mut chosen: Vec<u32> = order.iter().copied().take(some).collect();
    let value = |number: &u32| i64::from(seed[usize::try_from(*number).unwrap()]);
    let values = |chosen: Vec<u32>, from: i64, to: i64| {
        let mut given: Vec<(u32, i64)> = chosen.iter().map(|n| (*n, from + value(n) % (to - from + 1))).collect();
        given.sort_unstable();
        given
    };
    match form {
        Form::ChooseOne => Ballot::Set(vec![order[0]]),
        Form::Approval { .. } | Form::Knapsack { .. } => {
            chosen.sort_unstable();
            Ballot::Set(chosen)
        }
        Form::Cumulative { .. } | Form::Money { .. } => Ballot::Points(values(chosen, 1, 9)),
        Form::Scale { lowest, highest, .. } => Ballot::Points(values(chosen, *lowest, *highest)),
        Form::Ranking { .. } => Ballot::Ranking(chosen),
        Form::MajorityJudgment { .. } => {
            Ballot::Grades(values(chosen, 0, 3).iter().map(|(n, v)| (*n, u8::try_from(*v).unwrap())).collect())
        }
        Form::ForAgainstAbstain => ["stance:for", "stance:against", "stance:abstain"][some % 3].parse().unwrap(),
        Form::Consent => ["consent:support", "consent:live-with", "consent:object", "consent:support"][some % 4].parse().unwrap(),
    }
}

prop_compose! {
    fn votes(which: std::ops::Range<usize>)(
        which in which,
        costs in proptest::collection::vec(1_u64..60, 1..7),
        budget in 1_u64..150,
        seeds in proptest::collection::vec(proptest::collection::vec(0_u32..1000, 8), 0..14),
        lots in 0_u64..1_000_000,
        marks in 0_u8..60,
    ) -> Vote {
        let (form, counting) = COUNTINGS[which];
        let form: Form = form.parse().unwrap();
        let contenders: Vec<Contender> = (1..).zip(&costs).map(|(number, cost)| Contender {
            number,
            // Every third town has costs of tens, so that there are ties.
            cost: if lots % 3 == 0 { cost.div_ceil(10) * 10 } else { *cost },
            withdrawn: u32::from(marks) == 7 * number,
            group: (marks & 3 == 1 && number < 4).then_some(1),
        }).collect();
        let numbers: Vec<u32> = contenders.iter().filter(|c| !c.withdrawn).map(|c| c.number).collect();
        let ballots = if numbers.is_empty() { Vec::new() } else { seeds.iter().map(|seed| ballot(&form, &numbers, seed)).collect() };
        let mut drawn: Vec<u32> = numbers.clone();
        drawn.sort_by_key(|number| (u64::from(*number) * (lots | 1)) % 101);
        drawn.truncate(usize::try_from(lots % 8).unwrap());
        Vote { form, counting: counting.parse().unwrap(), contenders, budget, unit: 1, lots: drawn, ballots }
    }
}

fn places(vote: &Vote) -> (u64, Vec<usize>) {
    let Counting::Budget(rule) = &vote.counting else { unreachable!("only budgets are asked") };
    let lots: Vec<usize> = (0..vote.contenders.len()).collect();
    decide(&fast::instance(vote).unwrap(), rule, &lots).map_or((0, Vec::new()), |outcome| (outcome.cost, outcome.places()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_ways_of_counting_say_the_same(vote in votes(0..COUNTINGS.len())) {
        for ballot in &vote.ballots {
            let options: Vec<_> = vote.contenders.iter().map(|c| crate::ballot::Choice { number: c.number, cost: c.cost, withdrawn: c.withdrawn }).collect();
            prop_assert_eq!(vote.form.check(ballot, &options), Ok(ballot.clone()));
        }
        prop_assert_eq!(lines(&vote), recount::lines(&vote));
    }

    #[test]
    fn the_order_of_ballots_never_matters(vote in votes(0..COUNTINGS.len()), turn in 0_usize..14) {
        let mut turned = vote.clone();
        let by = turn % turned.ballots.len().max(1);
        turned.ballots.rotate_left(by);
        turned.ballots.reverse();
        prop_assert_eq!(lines(&turned), lines(&vote));
    }

    #[test]
    fn the_budget_is_never_exceeded_and_nobody_wins_twice(vote in votes(13..COUNTINGS.len())) {
        let (cost, mut won) = places(&vote);
        prop_assert!(cost <= vote.budget);
        prop_assert_eq!(cost, won.iter().map(|place| vote.contenders[*place].cost).sum::<u64>());
        prop_assert!(won.iter().all(|place| !vote.contenders[*place].withdrawn));
        let before = won.len();
        won.sort_unstable();
        won.dedup();
        prop_assert_eq!(won.len(), before);
    }

    /// Greedy by score, without groups: one more vote for a winner alone keeps it a winner. (Not so under equal shares or Phragmén: the extra
    /// voter's share, or load, may let another project be bought before.)
    #[test]
    fn greedy_is_monotone(mut vote in votes(13..14)) {
        for place in places(&vote).1 {
            vote.ballots.push(Ballot::Set(vec![vote.contenders[place].number]));
            prop_assert!(places(&vote).1.contains(&place));
            vote.ballots.pop();
        }
    }

    /// A completion only adds money: whatever equal shares alone buys costs no more than with a completion that ends by greedy.
    #[test]
    fn what_is_left_after_greedy_pays_for_nothing_more(mut vote in votes(25..26)) {
        let Counting::Budget(rule) = &mut vote.counting else { unreachable!("a budget") };
        let crate::budget::Method::EqualShares(shares) = &mut rule.method else { unreachable!("equal shares") };
        shares.completion = Completion::Utilitarian;
        let (cost, won) = places(&vote);
        let chosen = |number: u32| vote.ballots.iter().any(|ballot| matches!(ballot, Ballot::Set(set) if set.contains(&number)));
        for (place, contender) in vote.contenders.iter().enumerate() {
            let open = !won.contains(&place) && !contender.withdrawn && chosen(contender.number);
            prop_assert!(!open || contender.cost > vote.budget - cost);
        }
    }
}

#[test]
fn the_text_of_a_counting_is_canonical() {
    for (form, counting) in COUNTINGS {
        assert_eq!(counting.parse::<Counting>().map(|counting| counting.to_string()), Ok((*counting).to_owned()));
        assert!(counting.parse::<Counting>().unwrap().suits(&form.parse().unwrap()));
    }
    for text in ["", "plain ", "majority quorum=1 more-than=1/0", "borda", "borda first=x", "majority-judgment blank=maybe", "schulze x=1"]
    {
        assert_eq!(text.parse::<Counting>(), Err(NotACounting), "{text}");
    }
    assert!(!Counting::Schulze.suits(&Form::ChooseOne) && !Counting::Plain.suits(&Form::Consent));
}
