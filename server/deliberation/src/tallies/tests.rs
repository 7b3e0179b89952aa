//! Sums give what all ballots give; what is hidden cannot be computed; unsound tallies are refused with their reason.

use proptest::prelude::*;

use super::*;
use crate::ballot::{Consent, Stance};
use crate::verdict::{self, Vote};

fn contenders() -> Vec<Contender> {
    (1..=3).map(|number| Contender { number, cost: 0, withdrawn: number == 3, group: None }).collect()
}

fn slip(channel: &str) -> Slip {
    Slip { receipt: String::new(), channel: channel.to_owned(), level: String::new() }
}

fn tally(carrier: &str, form: &str, counting: &str, slips: &[(&Slip, &Ballot)]) -> Tally {
    let form: Form = form.parse().unwrap();
    let groups = grouped(&form, &contenders(), slips);
    let record = (!groups.is_empty()).then(|| RecordAt { address: format!("{carrier}/r"), digest: "00".repeat(32) });
    Tally {
        vote: "https://state.example/v".to_owned(),
        carrier: carrier.to_owned(),
        sequence: 1,
        state: State::Final,
        form,
        counting: counting.parse().unwrap(),
        options: vec![1, 2, 3],
        turnout: None,
        groups,
        voters: Vec::new(),
        roll: None,
        not_counted: Vec::new(),
        record,
        taken: "2026-11-21T10:00:00Z".to_owned(),
    }
}

fn ballot(form: &str, seed: u8) -> Ballot {
    let number = u32::from(seed % 3) + 1;
    match form {
        "choose-1" => Ballot::Set(vec![number]),
        "approval min=0 max=3" => Ballot::Set((1..=3).filter(|one| seed & (1 << one) != 0).collect()),
        "cumulative least=0 most=9 each=9" => Ballot::Points(vec![(number, i64::from(seed % 7) + 1)]),
        "scale lowest=-2 highest=2 answers=any" => Ballot::Points(vec![(number, i64::from(seed % 5) - 2)]),
        "for-against-abstain" => Ballot::Stance([Stance::For, Stance::Against, Stance::Abstain][usize::from(seed % 3)]),
        _ => Ballot::Consent([Consent::Support, Consent::LiveWith, Consent::Object][usize::from(seed % 3)]),
    }
}

const ADDITIVE: &[(&str, &str)] = &[
    ("choose-1", "plain"),
    ("approval min=0 max=3", "plain"),
    ("cumulative least=0 most=9 each=9", "plain"),
    ("scale lowest=-2 highest=2 answers=any", "plain"),
    ("for-against-abstain", "majority quorum=30 more-than=1/2"),
    ("consent", "consent"),
];

proptest! {
    /// The sum of tallies is what counting all their ballots gives; carriers with too few are in neither.
    #[test]
    fn tallies_add_up_to_what_all_ballots_give(seeds in prop::collection::vec(prop::collection::vec((any::<u8>(), any::<bool>()), 0..40), 1..6)) {
        for (form, counting) in ADDITIVE {
            let (online, paper) = (slip("online"), slip("paper"));
            let towns: Vec<Vec<(bool, Ballot)>> =
                seeds.iter().map(|town| town.iter().map(|(seed, on_paper)| (*on_paper, ballot(form, *seed))).collect()).collect();
            let tallies: Vec<Tally> = towns.iter().enumerate().map(|(place, town)| {
                let slips: Vec<_> = town.iter().map(|(on_paper, ballot)| (if *on_paper { &paper } else { &online }, ballot)).collect();
                tally(&format!("https://town{place}.example/a"), form, counting, &slips)
            }).collect();
            for tally in &tallies {
                prop_assert_eq!(tally.sound(), Ok(()));
            }
            let whole = add(&tallies).unwrap();
            let told: Vec<Ballot> = towns.iter().filter(|town| town.len() >= 11).flatten().map(|(_, ballot)| ballot.clone()).collect();
            let vote = Vote {
                form: form.parse().unwrap(), counting: counting.parse().unwrap(), contenders: contenders(),
                budget: 0, unit: 1, lots: vec![1, 2, 3], ballots: told,
            };
            prop_assert_eq!(whole.hidden + whole.carriers, towns.len());
            prop_assert_eq!(lines(&vote.form, &vote.counting, &contenders(), &whole.groups), Some(verdict::lines(&vote).unwrap()));
        }
    }

    /// Nothing hidden can be computed from what is shown, totals among it: worlds that differ only in what is hidden look the same. Hidden are the
    /// numbers of a carrier with too few ballots, and how the ballots of another spread over its channels when one of them is too small.
    #[test]
    fn worlds_that_differ_in_what_is_hidden_look_the_same(
        few in 0_usize..11, other_few in 0_usize..11,
        paper in 1_usize..11, other_paper in 1_usize..11,
        seeds in prop::collection::vec(any::<u8>(), 60),
    ) {
        let look = |few: usize, on_paper: usize| {
            let said: Vec<Ballot> = seeds.iter().map(|seed| ballot("choose-1", *seed)).collect();
            let (online, paper) = (slip("online"), slip("paper"));
            let shown: Vec<_> = said.iter().map(|ballot| (&online, ballot)).collect();
            let mixed: Vec<_> = said.iter().enumerate().map(|(place, ballot)| (if place < on_paper { &paper } else { &online }, ballot)).collect();
            let small: Vec<_> = said.iter().take(few).map(|ballot| (&online, ballot)).collect();
            let tallies =
                [("https://a.example", shown), ("https://b.example", mixed), ("https://c.example", small)].map(|(carrier, slips)| tally(carrier, "choose-1", "plain", &slips));
            let whole = add(&tallies).unwrap();
            (tallies, whole)
        };
        prop_assert_eq!(look(few, paper), look(other_few, other_paper));
    }
}

#[test]
fn what_must_not_be_added_is_not() {
    let (online, ballots) = (slip("online"), vec![ballot("choose-1", 1); 12]);
    let slips: Vec<_> = ballots.iter().map(|ballot| (&online, ballot)).collect();
    let one = tally("https://a.example", "choose-1", "plain", &slips);
    let check = |change: &dyn Fn(&mut Tally), expected: Result<usize, Cannot>| {
        let mut other = Tally { carrier: "https://b.example".to_owned(), ..one.clone() };
        change(&mut other);
        assert_eq!(add([&one, &other]).map(|whole| whole.groups.len()), expected);
    };
    check(&|_| {}, Ok(1));
    // Levels and channels stay apart.
    check(&|other| other.groups[0].level = "verified".to_owned(), Ok(2));
    check(&|other| other.groups[0].channel = "paper".to_owned(), Ok(2));
    check(&|other| other.carrier = "https://a.example".to_owned(), Err(Cannot::Twice));
    check(&|other| other.vote = "https://state.example/w".to_owned(), Err(Cannot::Different));
    check(&|other| other.form = "approval min=0 max=3".parse().unwrap(), Err(Cannot::Different));
    check(&|other| other.options = vec![1, 2], Err(Cannot::Different));
    check(&|other| other.groups[0].ballots = GREATEST, Err(Cannot::TooLarge));
    check(&|other| other.groups[0].counts.values_mut().for_each(|count| *count = i64::MAX), Err(Cannot::TooLarge));
    let running =
        Tally { state: State::Interim, groups: Vec::new(), record: None, turnout: Some(40), carrier: "c".to_owned(), ..one.clone() };
    assert_eq!(add([&one, &running]).unwrap().carriers, 1);
}

#[test]
fn unsound_tallies_are_told_apart() {
    let (online, ballots) = (slip("online"), vec![ballot("choose-1", 1); 12]);
    let slips: Vec<_> = ballots.iter().map(|ballot| (&online, ballot)).collect();
    let good = tally("https://a.example", "choose-1", "plain", &slips);
    let voters = |count| vec![Voters { channel: "online".to_owned(), level: "verified".to_owned(), voters: count }];
    let check = |change: &dyn Fn(&mut Tally), expected: Result<(), Unsound>| {
        let mut tally = good.clone();
        change(&mut tally);
        assert_eq!(tally.sound(), expected, "{tally:?}");
    };
    check(&|_| {}, Ok(()));
    check(&|tally| tally.voters = voters(12), Ok(()));
    check(&|tally| tally.voters = voters(10), Err(Unsound::TooSmall));
    check(&|tally| tally.voters = voters(GREATEST + 1), Err(Unsound::TooLarge));
    check(&|tally| tally.counting = "consent".parse().unwrap(), Err(Unsound::Vote));
    check(&|tally| tally.options = vec![1, 1], Err(Unsound::Vote));
    check(&|tally| tally.options = vec![0, 1, 2], Err(Unsound::Vote));
    check(&|tally| tally.options.clear(), Err(Unsound::Vote));
    check(&|tally| tally.record = None, Err(Unsound::State));
    check(&|tally| tally.groups.clear(), Err(Unsound::State));
    check(&|tally| tally.turnout = Some(12), Err(Unsound::State));
    check(&|tally| tally.state = State::Interim, Err(Unsound::State));
    check(&|tally| tally.state = State::Withdrawn, Err(Unsound::State));
    check(&|tally| tally.groups[0].ballots = 10, Err(Unsound::TooSmall));
    check(&|tally| tally.groups[0].ballots = 13, Err(Unsound::Counts));
    check(&|tally| tally.groups[0].blank = 1, Err(Unsound::Counts));
    check(&|tally| tally.groups[0].blank = 13, Err(Unsound::Counts));
    check(
        &|tally| {
            let _ = tally.groups[0].counts.remove("option 1 votes");
        },
        Err(Unsound::Counts),
    );
    check(
        &|tally| {
            let _ = tally.groups[0].counts.insert("option 4 votes".to_owned(), 0);
        },
        Err(Unsound::Counts),
    );
    check(
        &|tally| {
            let _ = tally.groups[0].counts.insert("option 1 votes".to_owned(), -1);
        },
        Err(Unsound::Counts),
    );
    check(
        &|tally| {
            let _ = tally.groups[0].counts.insert("option 1 points".to_owned(), i64::MAX);
        },
        Err(Unsound::TooLarge),
    );
    check(&|tally| tally.groups.push(tally.groups[0].clone()), Err(Unsound::Order));
    check(&|tally| tally.roll = Some(Roll { size: 11, source: String::new() }), Err(Unsound::MoreThanRoll));
    check(&|tally| tally.roll = Some(Roll { size: GREATEST + 1, source: String::new() }), Err(Unsound::TooLarge));
    check(&|tally| tally.sequence = u64::MAX, Err(Unsound::TooLarge));
    let empty = tally("https://a.example", "choose-1", "plain", &slips[..10]);
    assert!(empty.is_hidden() && empty.sound().is_ok());
}
