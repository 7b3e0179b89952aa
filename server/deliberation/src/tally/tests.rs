//! Counts against books and against naive second ways.

use super::majority::{self, Blank, Merit};
use super::motion::{self, Majority, Outcome, Stances};
use super::options;
use super::ranked::{self, Borda, Duels, Schulze};
use super::scale;
use crate::ballot::{Ballot, Consent, Stance};

fn times(count: usize, ballot: &Ballot) -> Vec<Ballot> {
    vec![ballot.clone(); count]
}

fn ranks(text: &[(usize, &str)]) -> Vec<Ballot> {
    text.iter().flat_map(|(count, order)| times(*count, &Ballot::Ranking(order.bytes().map(|b| u32::from(b - b'A')).collect()))).collect()
}

#[test]
fn approvals_and_points() {
    let ballots = [Ballot::Set(vec![1, 3]), Ballot::Set(vec![3]), Ballot::Set(vec![]), Ballot::Set(vec![4])];
    let counts = options::count(&[1, 2, 3], &ballots);
    assert_eq!((counts.ballots, counts.blank), (4, 1));
    assert_eq!(counts.options.iter().map(|o| (o.number, o.ballots)).collect::<Vec<_>>(), vec![(1, 1), (2, 0), (3, 2)]);
    let points = [Ballot::Points(vec![(1, 3), (2, 4)]), Ballot::Points(vec![(2, i64::MAX)]), Ballot::Points(vec![(2, i64::MAX)])];
    let counts = options::count(&[1, 2], &points);
    assert_eq!(counts.options[1].points, 2 * i128::from(i64::MAX) + 4);
}

#[test]
fn a_question_with_quorum_and_majority() {
    let check = |in_favour, against, abstained, majority, expected| {
        assert_eq!(motion::outcome(Stances { in_favour, against, abstained }, majority), expected);
    };
    let two_thirds = Majority { quorum: 10, numerator: 2, denominator: 3, equality_is_enough: true };
    check(3, 2, 0, Majority::SIMPLE, Outcome::Adopted);
    check(2, 2, 9, Majority::SIMPLE, Outcome::Rejected);
    check(0, 0, 9, Majority::SIMPLE, Outcome::Rejected);
    check(6, 3, 0, two_thirds, Outcome::NoQuorum { missing: 1 });
    check(6, 3, 1, two_thirds, Outcome::Adopted);
    check(6, 4, 1, two_thirds, Outcome::Rejected);
    check(0, 0, 10, two_thirds, Outcome::Rejected);
    let ballots = [Ballot::Stance(Stance::For), Ballot::Stance(Stance::Abstain), Ballot::Stance(Stance::For)];
    assert_eq!(motion::count(&ballots), Stances { in_favour: 2, against: 0, abstained: 1 });
    let consents = motion::consents(&[Ballot::Consent(Consent::Support), Ballot::Consent(Consent::LiveWith)]);
    assert!(consents.given() && !motion::Consents { object: 1, ..consents }.given() && !motion::Consents::default().given());
}

#[test]
fn steps_of_a_scale() {
    let ballots: Vec<Ballot> = [-2, -2, 0, 1].iter().map(|step| Ballot::Points(vec![(7, *step)])).collect();
    let found = scale::count(&[7, 8], -2, 2, &ballots);
    assert_eq!(found[0].steps, vec![(-2, 2), (-1, 0), (0, 1), (1, 1), (2, 0)]);
    assert_eq!((found[0].answered(), found[0].sum(), found[0].median()), (4, -3, Some(-2)));
    assert_eq!((found[1].answered(), found[1].median()), (0, None));
}

/// The definition, word by word: take the lower median away until the two differ.
fn compare_by_taking_away(left: &Merit, right: &Merit) -> std::cmp::Ordering {
    let spread = |merit: &Merit| {
        let grades = merit.grades.iter().enumerate();
        grades.flat_map(|(grade, count)| vec![grade; usize::try_from(*count).unwrap()]).collect::<Vec<_>>()
    };
    let (mut left, mut right) = (spread(left), spread(right));
    while !left.is_empty() && !right.is_empty() {
        let order = left.remove(left.len().div_ceil(2) - 1).cmp(&right.remove(right.len().div_ceil(2) - 1));
        if order.is_ne() {
            return order;
        }
    }
    std::cmp::Ordering::Equal
}

#[test]
fn majority_judgment_compares_as_if_medians_were_taken_away() {
    let all: Vec<Merit> = (0..=6_u64)
        .flat_map(|a| (0..=6 - a).flat_map(move |b| (0..=6 - a - b).map(move |c| vec![a, b, c, 6 - a - b - c])))
        .chain((0..=5_u64).flat_map(|a| (0..=5 - a).map(move |b| vec![a, b, 5 - a - b, 0])))
        .map(|grades| Merit { number: 1, grades, blanks: 0 })
        .collect();
    let mut compared = 0;
    for left in &all {
        for right in all.iter().filter(|right| right.grades.iter().sum::<u64>() == left.grades.iter().sum::<u64>()) {
            assert_eq!(majority::compare(left, right), compare_by_taking_away(left, right), "{:?} {:?}", left.grades, right.grades);
            compared += 1;
        }
    }
    assert_eq!(compared, 84 * 84 + 21 * 21);
}

#[test]
fn a_blank_counts_as_declared() {
    let ballots = [Ballot::Grades(vec![(1, 2), (2, 1)]), Ballot::Grades(vec![(2, 1)]), Ballot::Grades(vec![(2, 1)])];
    let best = |blank| majority::ranking(majority::count(&[1, 2], 3, blank, &ballots), &[1, 2])[0].number;
    assert_eq!(best(Blank::Reject), 2);
    assert_eq!(best(Blank::Excluded), 1);
    let counted = majority::count(&[1, 2], 3, Blank::Reject, &ballots);
    assert_eq!((counted[0].grades.clone(), counted[0].blanks, counted[0].median()), (vec![2, 0, 1], 2, Some(0)));
    let level = [Ballot::Grades(vec![(1, 2), (2, 2)])];
    let first = |lots: &[u32]| majority::ranking(majority::count(&[1, 2], 3, Blank::Reject, &level), lots)[0].number;
    assert_eq!((first(&[2, 1]), first(&[1, 2])), (2, 1));
}

#[test]
fn borda_points() {
    let ballots = ranks(&[(1, "ABC"), (1, "BA"), (1, "")]);
    assert_eq!(ranked::borda(&[0, 1, 2], Borda::ByLength, &ballots), vec![(0, 4), (1, 4), (2, 1)]);
    assert_eq!(ranked::borda(&[0, 1, 2], Borda::ByMost(3), &ballots), vec![(0, 5), (1, 5), (2, 1)]);
    assert_eq!(ranked::borda(&[0, 1, 2], Borda::ByMost(1), &ballots), vec![(0, 1), (1, 1), (2, 0)]);
}

/// Schulze 2011, example 1 (45 voters, five options), worked by hand: the order is E A C B D.
#[test]
fn schulze_of_the_first_example() {
    let ballots = ranks(&[(5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"), (7, "DCEBA"), (8, "EBADC")]);
    let duels = Duels::count(&[0, 1, 2, 3, 4], &ballots);
    assert_eq!((duels.wins(0, 1), duels.wins(1, 0), duels.wins(4, 3), duels.sum()), (20, 25, 31, 450));
    assert_eq!(duels.condorcet_winner(), None);
    let schulze = Schulze::of(&duels);
    assert_eq!((schulze.path(0, 1), schulze.path(4, 0), schulze.path(0, 4), schulze.path(3, 1)), (28, 25, 24, 28));
    assert_eq!(schulze.ranks(&[]), vec![vec![4], vec![0], vec![2], vec![1], vec![3]]);
}

/// Three options in a circle, 3 · ABC, 3 · BCA, 3 · CAB: all level; only the lots tell them apart.
#[test]
fn a_perfect_circle_is_for_the_lots() {
    let ballots = ranks(&[(3, "ABC"), (3, "BCA"), (3, "CAB")]);
    assert_eq!(Schulze::of(&Duels::count(&[0, 1, 2], &ballots)).ranks(&[1, 2, 0]), vec![vec![1, 2, 0]]);
}

/// 5·ABC 3·BCA 1·CAB: A over B 6 to 3, B over C 8 to 1, A over C 5 to 4; nobody beats A.
#[test]
fn a_winner_of_every_duel_is_first() {
    let duels = Duels::count(&[0, 1, 2], &ranks(&[(5, "ABC"), (3, "BCA"), (1, "CAB")]));
    assert_eq!(duels.condorcet_winner(), Some(0));
    assert_eq!(Schulze::of(&duels).ranks(&[])[0], vec![0]);
    // 4·ABC 3·BCA 2·CAB: A>B 6:3, B>C 7:2, C>A 5:4. The weakest duel (C over A, 5) breaks: A, B, C.
    let circle = Duels::count(&[0, 1, 2], &ranks(&[(4, "ABC"), (3, "BCA"), (2, "CAB")]));
    assert_eq!(circle.condorcet_winner(), None);
    assert_eq!(Schulze::of(&circle).ranks(&[]), vec![vec![0], vec![1], vec![2]]);
}

#[test]
fn an_option_left_out_stands_below() {
    let duels = Duels::count(&[0, 1, 2], &ranks(&[(2, "A"), (1, "CB")]));
    assert_eq!((duels.wins(0, 1), duels.wins(0, 2), duels.wins(1, 2), duels.wins(2, 1), duels.wins(2, 0)), (2, 2, 0, 1, 1));
}

#[test]
fn a_run_off_by_hand() {
    // Round 1: A 4, B 3, C 2 → C leaves; its two go to B; round 2: A 4, B 5.
    let ballots = ranks(&[(4, "A"), (3, "BC"), (2, "CB"), (1, "")]);
    let rounds = ranked::instant_run_off(&[0, 1, 2], &[0, 1, 2], &ballots);
    assert_eq!(rounds[0].first, vec![(0, 4), (1, 3), (2, 2)]);
    assert_eq!((rounds[0].out, rounds[0].exhausted), (Some(2), 1));
    assert_eq!((rounds[1].first.clone(), rounds[1].out), (vec![(0, 4), (1, 5)], None));
    assert_eq!(ranked::run_off_winner(&rounds, &[]), Some(1));
    // Level: who is latest in the drawn order leaves.
    let level = ranks(&[(1, "A"), (1, "B")]);
    assert_eq!(ranked::run_off_winner(&ranked::instant_run_off(&[0, 1], &[1, 0], &level), &[1, 0]), Some(1));
    assert_eq!(ranked::run_off_winner(&ranked::instant_run_off(&[0, 1], &[0, 1], &level), &[0, 1]), Some(0));
}
