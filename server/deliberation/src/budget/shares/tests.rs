//! Approximations only save time: with any number of bits a run gives the same winners in the same order, and leaves the same money.

use proptest::prelude::*;

use super::*;
use crate::budget::Project;
use crate::budget::rule::{Ties, Utility};

fn runs(instance: &Instance, utility: Utility, bits: u32) -> Vec<(Vec<usize>, Vec<u64>)> {
    let able: Vec<bool> = (0..instance.projects().len()).map(|place| instance.votes(place) > 0).collect();
    let table = Table::new(instance, utility, &able, &instance.ranks(Ties::Lots, &[]));
    let mut run = Run::new(&table, bits);
    let endowments = (0..6).map(|more| u128::from(instance.budget() + more * u64::from(instance.voters())));
    endowments
        .map(|endowment| {
            let winners = run.buy(endowment, instance.voters());
            (winners, (0..table.len()).map(|row| run.left_behind(row)).collect())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_number_of_bits_changes_nothing(
        costs in proptest::collection::vec(1_u64..30, 2..8),
        budget in 1_u64..90,
        ballots in proptest::collection::vec(proptest::collection::btree_map(0_u32..8, 1_u64..5, 0..6), 1..16),
        points in any::<bool>(),
    ) {
        let projects = costs.iter().enumerate().map(|(id, cost)| Project { id: id.to_string(), cost: *cost, withdrawn: false, group: None });
        let known = |place: &u32| usize::try_from(*place).is_ok_and(|place| place < costs.len());
        let ballots = ballots.iter().map(|ballot| ballot.iter().filter(|(place, _)| known(place)).map(|(p, v)| (*p, *v)).collect());
        let instance = Instance::new(budget, 1, projects.collect(), ballots).unwrap();
        let utility = if points { Utility::Points } else { Utility::Cost };
        let exact = runs(&instance, utility, FRACTION);
        for bits in [0, 2, 5] {
            prop_assert_eq!(&runs(&instance, utility, bits), &exact, "{} bits", bits);
        }
    }
}
