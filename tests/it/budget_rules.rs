//! The rules of budgets beside the results of two independent programs (pabutools, exact; the tool of equalshares.net, in floats) on real elections,
//! and a second look at real ranked ballots. The data is not ours to keep here: it lies in `../shared/data/pb`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use deliberation::ballot::Ballot;
use deliberation::budget::{Completion, EqualShares, Greedy, Instance, Method, Outcome, Rule, Start, Ties, Utility, decide};
use deliberation::pabulib::{Election, Repeats, VoteType, read};
use deliberation::tally::ranked::{Borda, Duels, Schulze, borda, instant_run_off, run_off_winner};
use serde_json::Value;

/// A file of `shared/data/pb`; its absence is a loud skip for a person and a failure in CI.
#[expect(clippy::disallowed_methods, clippy::print_stderr, reason = "a test of real data says aloud that it was skipped")]
fn shared(name: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/pb").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        assert!(std::env::var_os("CI").is_none(), "{} is required in CI", path.display());
        eprintln!("!! SKIPPED: {} is absent", path.display());
    }
    text
}

fn shares(utility: Utility, start: Start, completion: Completion, unit: u64) -> Method {
    Method::EqualShares(EqualShares { utility, start, ..EqualShares::new(completion, unit) })
}

/// What a program calls a rule, in our words.
fn pabutools(name: &str, election: &Election) -> Option<Rule> {
    let utility = match election.vote_type {
        VoteType::Approval | VoteType::ChooseOne => Utility::Cost,
        VoteType::Cumulative | VoteType::Scoring | VoteType::Ordinal => Utility::Points,
    };
    let of = |utility, completion| shares(utility, Start::Exact, completion, election.unit);
    let method = match name {
        "greedy_cost" => Method::Greedy(Greedy::default()),
        "greedy_card" | "greedy_points_density" => Method::Greedy(Greedy { per_cost: true, ..Greedy::default() }),
        "mes_cost" => of(utility, Completion::None),
        "mes_card" => of(Utility::Count, Completion::None),
        "mes_cost_add1" => of(utility, Completion::Add1Exhaustive),
        "mes_cost_add1u" => of(utility, Completion::Add1Utilitarian),
        "mes_card_add1u" => of(Utility::Count, Completion::Add1Utilitarian),
        "phragmen" => Method::Phragmen,
        _ => return None,
    };
    Some(Rule { ties: Ties::Lots, ..Rule::of(method) })
}

fn equalshares_tool(name: &str, unit: u64) -> Option<Rule> {
    let (start, completion, comparison) = match name {
        "none" => (Start::Exact, Completion::None, false),
        "add1" => (Start::Exact, Completion::Add1, false),
        "add1_integral" => (Start::Floor, Completion::Add1, false),
        "add1_exh" => (Start::Exact, Completion::Add1Exhaustive, false),
        "add1u" => (Start::Floor, Completion::Add1Utilitarian, false),
        "add1_cmp" => (Start::Floor, Completion::Add1, true),
        _ => return None,
    };
    Some(Rule::of(Method::EqualShares(EqualShares { start, comparison, ..EqualShares::new(completion, unit) })))
}

/// pabutools gives a place one point less than Pabulib's score does: the last one named has none.
fn one_point_less(election: &Election) -> Instance {
    let instance = election.instance().unwrap();
    let less = |ballot| election.points(ballot, Repeats::Once).into_iter().map(|(place, points)| (place, points - 1)).collect::<Vec<_>>();
    let ballots = election.ballots.iter().map(less);
    Instance::new(election.budget, election.unit, instance.projects().to_vec(), ballots).unwrap()
}

fn ids<'a>(election: &'a Election, outcome: &Outcome) -> Vec<&'a str> {
    outcome.places().into_iter().map(|place| election.projects[place].id.as_str()).collect()
}

fn same(file: &str, name: &str, found: &[&str], cost: u64, reference: &Value) {
    let winners: Vec<&str> = reference["winners"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    let said = reference["cost"].as_str().map_or_else(|| reference["cost"].as_u64().unwrap(), |text| text.parse().unwrap());
    let set = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(set(found), set(&winners), "{file}: {name}");
    assert_eq!(cost, said, "{file}: {name}");
}

#[test]
fn the_results_of_two_other_programs_are_reproduced() {
    let Some(text) = shared("reference.json") else { return };
    let reference: Value = serde_json::from_str(&text).unwrap();
    let mut matched = 0;
    for (file, results) in reference["results"].as_object().unwrap() {
        let (election, _) = read(&shared(file).unwrap()).unwrap();
        let instance = match election.vote_type {
            VoteType::Ordinal => one_point_less(&election),
            _ => election.instance().unwrap(),
        };
        assert_eq!(u64::from(instance.voters()), results["voters"].as_u64().unwrap(), "{file}");
        let lots = election.lots_by_id();
        for (name, expected) in results["pabutools"].as_object().unwrap() {
            let outcome = decide(&instance, &pabutools(name, &election).expect(name), &lots).unwrap();
            same(file, name, &ids(&election, &outcome), outcome.cost / election.unit, expected);
            matched += 1;
        }
        for (name, expected) in results["equalshares_tool"].as_object().into_iter().flatten() {
            let outcome = decide(&instance, &equalshares_tool(name, election.unit).expect(name), &[]).unwrap();
            same(file, name, &ids(&election, &outcome), outcome.cost / election.unit, expected);
            if expected["comparison"].is_string() {
                // The tool leaves out voters of whom nothing won on one side, so that its numbers are others; a voter with none counts 0 here.
                assert!(outcome.comparison.unwrap().greedy_taken, "{file}");
            }
            matched += 1;
        }
    }
    assert!(matched >= 80, "only {matched} results were compared");
}

#[test]
fn the_official_winners_of_assen_are_reproduced() {
    let Some(text) = shared("Netherlands_Assen_2024.pb") else { return };
    let (election, notices) = read(&text).unwrap();
    assert_eq!(notices, vec![]);
    let instance = election.instance().unwrap();
    let outcome = decide(&instance, &equalshares_tool("add1", 1).unwrap(), &[]).unwrap();
    assert_eq!(ids(&election, &outcome), ["3", "9", "2", "11", "13", "14", "5", "6", "12"]);
    let official: BTreeSet<&str> = election.projects.iter().filter(|p| p.selected == Some(1)).map(|p| p.id.as_str()).collect();
    assert_eq!(ids(&election, &outcome).into_iter().collect::<BTreeSet<_>>(), official);
}

#[test]
fn the_published_counts_of_every_file_are_found_again() {
    if shared("reference.json").is_none() {
        return;
    }
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/pb");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.extension().is_none_or(|extension| extension != "pb") {
            continue;
        }
        let text = std::fs::read_to_string(&entry).unwrap();
        let (election, notices) = read(&text).unwrap_or_else(|problems| panic!("{}: {}", entry.display(), problems[0]));
        assert_eq!(notices, vec![], "{}", entry.display());
        assert!(election.projects.iter().zip(election.counts(Repeats::Each)).all(|(project, (votes, _))| project.votes == Some(votes)));
        let again = election.tables.write();
        assert_eq!(read(&again).unwrap().0.ballots, election.ballots, "{}", entry.display());
        if election.meta("rule") == Some("greedy") {
            let outcome = decide(&election.instance().unwrap(), &Rule::of(Method::Greedy(Greedy::default())), &[]).unwrap();
            let official: Vec<usize> = (0..election.projects.len()).filter(|place| election.projects[*place].selected == Some(1)).collect();
            let mut places = outcome.places();
            places.sort_unstable();
            assert!(official.is_empty() || places == official, "{}: {places:?} {official:?}", entry.display());
        }
        files += 1;
    }
    assert!(files >= 27, "only {files} files");
}

/// The table of `deliberation.md` §3.2 for the only ranked file that is here.
#[test]
fn real_ranked_ballots() {
    let Some(text) = shared("Switzerland_Zurich_S5R.pb") else { return };
    let (election, _) = read(&text).unwrap();
    let number = |place: &u32| election.projects[usize::try_from(*place).unwrap()].id.parse::<u32>().unwrap();
    let ballots: Vec<Ballot> = election.ballots.iter().map(|ballot| Ballot::Ranking(ballot.vote.iter().map(number).collect())).collect();
    let numbers: Vec<u32> = election.projects.iter().map(|project| project.id.parse().unwrap()).collect();
    let duels = Duels::count(&numbers, &ballots);
    assert_eq!((duels.condorcet_winner(), duels.sum()), (Some(14), 18_818));
    assert_eq!(Schulze::of(&duels).ranks(&[])[0], vec![14]);
    let mut points = borda(&numbers, Borda::ByLength, &ballots);
    points.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
    assert_eq!(points[..3], [(14, 268), (5, 235), (6, 223)]);
    let rounds = instant_run_off(&numbers, &numbers, &ballots);
    assert_eq!(run_off_winner(&rounds, &numbers), Some(14));
    let last = rounds.last().unwrap();
    let standing: u64 = last.first.iter().map(|(_, count)| count).sum();
    assert_eq!((last.first.iter().find(|(number, _)| *number == 14).unwrap().1, standing), (75, 130));
}
