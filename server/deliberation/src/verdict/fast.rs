//! The server's way from ballots to lines: the counts of `tally` and the rules of `budget`.

use super::{Counting, NoVerdict, Vote};
use crate::ballot::{Ballot, Form};
use crate::budget::{Instance, Outcome, Project, Rule, Why, decide};
use crate::tally::motion::{Majority, Outcome as Decision};
use crate::tally::ranked::{Duels, Schulze, borda, instant_run_off, run_off_winner};
use crate::tally::{majority, motion, options, scale};

/// The published lines of a result.
///
/// # Errors
/// Why there is none.
pub fn lines(vote: &Vote) -> Result<Vec<String>, NoVerdict> {
    if !vote.counting.suits(&vote.form) {
        return Err(NoVerdict::DoNotGoTogether);
    }
    let blank = vote.ballots.iter().filter(|ballot| ballot.is_blank()).count();
    let mut lines = vec![format!("ballots {}", vote.ballots.len()), format!("blank {blank}")];
    let numbers: Vec<u32> = vote.contenders.iter().filter(|contender| !contender.withdrawn).map(|contender| contender.number).collect();
    match &vote.counting {
        Counting::Plain => plain(vote, &numbers, &mut lines),
        Counting::Majority(rule) => question(vote, *rule, &mut lines),
        Counting::Consent => {
            let sum = motion::consents(&vote.ballots);
            lines.push(format!("support {} live-with {} object {}", sum.support, sum.live_with, sum.object));
            lines.push(format!("consent {}", if sum.given() { "given" } else { "not-given" }));
        }
        Counting::Borda(worth) => {
            let mut points = borda(&numbers, *worth, &vote.ballots);
            lines.extend(points.iter().map(|(number, points)| format!("option {number} points {points}")));
            points.sort_by_key(|(number, points)| (std::cmp::Reverse(*points), lot(vote, *number)));
            lines.extend(points.iter().map(|(number, _)| format!("next {number}")));
        }
        Counting::Schulze => {
            let duels = Duels::count(&numbers, &vote.ballots);
            for one in &numbers {
                lines.extend(numbers.iter().filter(|other| *other != one).map(|x| format!("duel {one} over {x} {}", duels.wins(*one, *x))));
            }
            for (rank, level) in (1..).zip(Schulze::of(&duels).ranks(&vote.lots)) {
                lines.extend(level.iter().map(|number| format!("rank {rank} {number}")));
            }
        }
        Counting::RunOff => {
            let rounds = instant_run_off(&numbers, &vote.lots, &vote.ballots);
            for (place, round) in (1..).zip(&rounds) {
                lines.extend(round.first.iter().map(|(number, count)| format!("round {place} option {number} first {count}")));
                lines.extend(round.out.map(|out| format!("round {place} out {out}")));
            }
            lines.extend(run_off_winner(&rounds, &vote.lots).map(|winner| format!("winner {winner}")));
        }
        Counting::MajorityJudgment(blank) => judged(vote, &numbers, *blank, &mut lines),
        Counting::Budget(rule) => budget(vote, rule, &mut lines)?,
    }
    Ok(lines)
}

/// Its place in the order drawn; those that were not drawn come last, by number.
fn lot(vote: &Vote, number: u32) -> (usize, u32) {
    (vote.lots.iter().position(|drawn| *drawn == number).unwrap_or(usize::MAX), number)
}

fn plain(vote: &Vote, numbers: &[u32], lines: &mut Vec<String>) {
    if let Form::Scale { lowest, highest, .. } = vote.form {
        for found in scale::count(numbers, lowest, highest, &vote.ballots) {
            lines.extend(found.steps.iter().map(|(step, count)| format!("option {} step {step} {count}", found.number)));
        }
    } else {
        let found = options::count(numbers, &vote.ballots).options;
        lines.extend(found.iter().map(|count| format!("option {} votes {} points {}", count.number, count.ballots, count.points)));
    }
}

fn question(vote: &Vote, rule: Majority, lines: &mut Vec<String>) {
    let sum = motion::count(&vote.ballots);
    lines.push(format!("for {} against {} abstain {}", sum.in_favour, sum.against, sum.abstained));
    lines.push(match motion::outcome(sum, rule) {
        Decision::Adopted => "adopted".to_owned(),
        Decision::Rejected => "rejected".to_owned(),
        Decision::NoQuorum { missing } => format!("no-quorum missing {missing}"),
    });
}

fn judged(vote: &Vote, numbers: &[u32], blank: majority::Blank, lines: &mut Vec<String>) {
    let Form::MajorityJudgment { grades, .. } = vote.form else { return };
    let merits = majority::count(numbers, grades, blank, &vote.ballots);
    for merit in &merits {
        lines.extend((0..).zip(&merit.grades).map(|(grade, count): (u8, _)| format!("option {} grade {grade} {count}", merit.number)));
    }
    for merit in majority::ranking(merits, &vote.lots) {
        let median = merit.median().map_or_else(|| "none".to_owned(), |grade| grade.to_string());
        lines.push(format!("next {} median {median}", merit.number));
    }
}

/// The instance of a budget: contenders become projects in their order; ballots become points.
pub(super) fn instance(vote: &Vote) -> Result<Instance, NoVerdict> {
    let place = |number: u32| (0_u32..).zip(&vote.contenders).find(|(_, contender)| contender.number == number).map(|(place, _)| place);
    let project = |contender: &super::Contender| Project {
        id: contender.number.to_string(),
        cost: contender.cost,
        withdrawn: contender.withdrawn,
        group: contender.group,
    };
    let points = |ballot: &Ballot| -> Vec<(u32, u64)> {
        let given: Vec<(u32, u64)> = match ballot {
            Ballot::Set(chosen) => chosen.iter().map(|number| (*number, 1)).collect(),
            Ballot::Points(given) => given.iter().map(|(number, points)| (*number, u64::try_from(*points).unwrap_or_default())).collect(),
            Ballot::Ranking(ranked) => ranked.iter().rev().copied().zip(1..).collect(),
            Ballot::Grades(_) | Ballot::Stance(_) | Ballot::Consent(_) => Vec::new(),
        };
        given.into_iter().filter_map(|(number, points)| Some((place(number)?, points))).collect()
    };
    let projects = vote.contenders.iter().map(project).collect();
    Instance::new(vote.budget, vote.unit, projects, vote.ballots.iter().map(points)).map_err(NoVerdict::Instance)
}

fn budget(vote: &Vote, rule: &Rule, lines: &mut Vec<String>) -> Result<(), NoVerdict> {
    let instance = instance(vote)?;
    let place = |number: &u32| vote.contenders.iter().position(|contender| contender.number == *number);
    let lots: Vec<usize> = vote.lots.iter().filter_map(place).collect();
    let outcome = decide(&instance, rule, &lots).map_err(NoVerdict::Rule)?;
    for (place, contender) in vote.contenders.iter().enumerate() {
        lines.push(format!("option {} votes {} points {}", contender.number, instance.votes(place), instance.score(place)));
    }
    lines.extend(bought(vote, &outcome));
    Ok(())
}

fn bought(vote: &Vote, outcome: &Outcome) -> Vec<String> {
    let number = |place: usize| vote.contenders.get(place).map_or(0, |contender| contender.number);
    let mut lines: Vec<String> = outcome.winners.iter().map(|win| format!("winner {}", number(win.place))).collect();
    lines.push(format!("cost {}", outcome.cost));
    lines.extend(outcome.endowment.map(|(money, voters)| format!("share {money}/{voters}")));
    lines.extend(outcome.comparison.map(|c| format!("prefer shares {} greedy {}", c.for_shares, c.for_greedy)));
    lines.extend(outcome.losers.iter().filter_map(|loss| match loss.why {
        Why::TooDear { left, missing } => Some(format!("loser {} left {left} missing {missing}", number(loss.place))),
        _ => None,
    }));
    lines
}
