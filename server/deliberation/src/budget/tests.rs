//! Rules on small budgets reckoned by hand.

use super::*;

fn project(id: &str, cost: u64) -> Project {
    Project { id: id.to_owned(), cost, withdrawn: false, group: None }
}

/// Ballots as letters: "ab" chooses the first two projects.
fn instance(budget: u64, costs: &[u64], ballots: &[(usize, &str)]) -> Instance {
    let projects = costs.iter().zip('a'..).map(|(cost, id)| project(&id.to_string(), *cost)).collect();
    let ballot = |letters: &str| letters.bytes().map(|letter| (u32::from(letter - b'a'), 1)).collect::<Vec<_>>();
    let all: Vec<_> = ballots.iter().flat_map(|(times, letters)| std::iter::repeat_n(ballot(letters), *times)).collect();
    Instance::new(budget, 1, projects, all).unwrap()
}

fn winners(instance: &Instance, method: Method) -> Vec<usize> {
    decide(instance, &Rule::of(method), &[]).unwrap().places()
}

fn shares(completion: Completion) -> Method {
    Method::EqualShares(EqualShares::new(completion, 1))
}

#[test]
fn greedy_and_its_variants() {
    let town = instance(100, &[60, 50, 40, 10], &[(5, "a"), (4, "b"), (3, "c"), (2, "d")]);
    let greedy = |variant: Greedy| winners(&town, Method::Greedy(variant));
    assert_eq!(greedy(Greedy::default()), vec![0, 2]);
    assert_eq!(greedy(Greedy { no_skip: true, ..Greedy::default() }), vec![0]);
    assert_eq!(greedy(Greedy { threshold: 4, ..Greedy::default() }), vec![0]);
    assert_eq!(greedy(Greedy { per_cost: true, ..Greedy::default() }), vec![3, 0]);
    let outcome = decide(&town, &Rule::of(Method::Greedy(Greedy::default())), &[]).unwrap();
    assert_eq!(outcome.losers[0].why, Why::TooDear { left: 40, missing: 10 });
    assert_eq!(outcome.losers[1].why, Why::TooDear { left: 0, missing: 10 });
}

#[test]
fn a_withdrawn_project_stops_nothing_and_groups_exclude() {
    let mut projects = vec![project("a", 999), project("b", 50), project("c", 40)];
    projects[0].withdrawn = true;
    projects[1].group = Some(1);
    projects[2].group = Some(1);
    let ballots = || vec![vec![(0, 1)], vec![(0, 1), (1, 1)], vec![(2, 1), (1, 1)]];
    let town = Instance::new(100, 1, projects, ballots()).unwrap();
    let rule = |exclusive| Rule::of(Method::Greedy(Greedy { no_skip: true, exclusive, ..Greedy::default() }));
    assert_eq!(decide(&town, &rule(false), &[]).unwrap().places(), vec![1, 2]);
    let outcome = decide(&town, &rule(true), &[]).unwrap();
    assert_eq!(outcome.places(), vec![1]);
    assert_eq!(outcome.losers.iter().map(|loss| loss.why).collect::<Vec<_>>(), vec![Why::Withdrawn, Why::GroupTaken { by: 1 }]);
}

#[test]
fn equal_shares_leave_each_side_its_part() {
    // 60 of 100 voters like a, b, c; 40 like d. B = 100, each project 40. Shares 1: a is paid by 60, 40 of theirs is spent, b has 20 left behind it.
    let town = instance(100, &[40, 40, 40, 40], &[(60, "abc"), (40, "d")]);
    assert_eq!(winners(&town, Method::Greedy(Greedy::default())), vec![0, 1]);
    let outcome = decide(&town, &Rule::of(shares(Completion::None)), &[]).unwrap();
    assert_eq!(outcome.places(), vec![0, 3]);
    assert_eq!((outcome.cost, outcome.stop, outcome.endowment), (80, Stop::NoneAffordable, Some((100, 100))));
    assert_eq!(outcome.losers[0].why, Why::TooDear { left: 20, missing: 20 });
    assert_eq!(outcome.winners[0].paid, Some(1));
    // One unit more for each: a, b and c are paid (2 · 60 = 120), and d: 160 > 100, so the first result counts.
    let more = decide(&town, &Rule::of(shares(Completion::Add1)), &[]).unwrap();
    assert_eq!((more.places(), more.stop), (vec![0, 3], Stop::NextExceeds { cost: 160 }));
}

#[test]
fn a_tie_goes_by_cost_then_votes_then_lots() {
    let town = instance(10, &[10, 10], &[(1, "a"), (1, "b")]);
    for method in [Method::Greedy(Greedy::default()), Method::Phragmen, shares(Completion::Utilitarian)] {
        let by = |lots: &[usize]| decide(&town, &Rule::of(method.clone()), lots).unwrap().places();
        assert_eq!((by(&[0, 1]), by(&[1, 0]), by(&[])), (vec![0], vec![1], vec![0]), "{method:?}");
    }
}

#[test]
fn phragmen_by_hand() {
    // y(a) = 30/3 = 10, y(b) = 20/1; a first; then loads of its three are 10: y(c) = (30 + 20)/2 = 25, y(b) = 20: b; then c costs 30 of 50 left.
    let town = instance(100, &[30, 20, 30], &[(1, "a"), (2, "ac"), (1, "b")]);
    assert_eq!(winners(&town, Method::Phragmen), vec![0, 1, 2]);
}

#[test]
fn faults_of_an_instance_and_of_a_rule() {
    let ballots = |all: &[&[(u32, u64)]]| all.iter().map(|ballot| ballot.to_vec()).collect::<Vec<_>>();
    let new = |projects: Vec<Project>, all: &[&[(u32, u64)]]| Instance::new(10, 1, projects, ballots(all)).unwrap_err();
    assert_eq!(new(vec![project("a", 1), project("a", 2)], &[]), InstanceFault::Repeated("a".to_owned()));
    assert_eq!(new(vec![project("a", 0)], &[]), InstanceFault::Free("a".to_owned()));
    assert_eq!(new(vec![project("a", u64::MAX)], &[]), InstanceFault::TooLarge);
    assert_eq!(new(vec![project("a", 1)], &[&[(0, 1)], &[(1, 1)]]), InstanceFault::Ballot(1));
    assert_eq!(new(vec![project("a", 1)], &[&[(0, 1), (0, 2)]]), InstanceFault::Ballot(0));
    assert_eq!(new(vec![project("a", 1)], &[&[(0, u64::MAX)], &[(0, u64::MAX)]]), InstanceFault::TooLarge);
    let empty = instance(10, &[5], &[]);
    assert_eq!(decide(&empty, &Rule::of(shares(Completion::Add1)), &[]), Err(RuleFault::NoVoters));
    for step in [0, (1 << 60) + 1, u64::MAX] {
        let wrong = Method::EqualShares(EqualShares { step, ..EqualShares::new(Completion::Add1, 1) });
        assert_eq!(decide(&instance(10, &[5], &[(1, "a")]), &Rule::of(wrong), &[]), Err(RuleFault::NoStep));
    }
    // The greatest amounts of all go through without overflow, and both end as they should.
    let rich = instance(1 << 60, &[1 << 59, 1 << 59], &[(3, "a"), (2, "ab"), (1, "")]);
    for completion in [Completion::None, Completion::Add1, Completion::Add1Utilitarian] {
        let method = Method::EqualShares(EqualShares::new(completion, 1 << 60));
        assert_eq!(winners(&rich, method), if completion == Completion::None { vec![0] } else { vec![0, 1] });
    }
    assert!(decide(&empty, &Rule::of(Method::Phragmen), &[]).unwrap().winners.is_empty());
}
