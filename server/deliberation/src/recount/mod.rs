//! A second way from ballots to a published result, written apart from `tally` and `budget` and as plainly as possible: one ballot after the other, one
//! voter after the other, whole numbers of any size over a common denominator, no grouping, no shortcut but one (a price never falls within a run of
//! equal shares). It shares with the server the types of ballots and rules, and nothing that counts. `parvis recount` uses it, and tests compare the two.

mod money;
mod ranks;
mod shares;

use crate::ballot::{Ballot, Consent, Form, Stance};
use crate::budget::{Instance, InstanceFault, Project};
use crate::tally::majority::Blank;
use crate::tally::motion::Majority;
use crate::verdict::{Counting, NoVerdict, Vote};

/// The published lines of a result, counted in the second way.
///
/// # Errors
/// Why there is none.
pub fn lines(vote: &Vote) -> Result<Vec<String>, NoVerdict> {
    if !vote.counting.suits(&vote.form) {
        return Err(NoVerdict::DoNotGoTogether);
    }
    let mut lines = vec![format!("ballots {}", vote.ballots.len())];
    lines.push(format!("blank {}", vote.ballots.iter().filter(|ballot| says_nothing(ballot)).count()));
    match &vote.counting {
        Counting::Plain => plain(vote, &mut lines),
        Counting::Majority(rule) => question(vote, *rule, &mut lines),
        Counting::Consent => consent(vote, &mut lines),
        Counting::Borda(worth) => ranks::borda(vote, *worth, &mut lines),
        Counting::Schulze => ranks::schulze(vote, &mut lines),
        Counting::RunOff => ranks::run_off(vote, &mut lines),
        Counting::MajorityJudgment(blank) => judged(vote, *blank, &mut lines),
        Counting::Budget(rule) => {
            sound(vote).map_err(NoVerdict::Instance)?;
            money::budget(vote, rule, &mut lines).map_err(NoVerdict::Rule)?;
        }
    }
    Ok(lines)
}

/// The projects are sound; the ballots are looked at here themselves.
fn sound(vote: &Vote) -> Result<(), InstanceFault> {
    let project =
        |c: &crate::verdict::Contender| Project { id: c.number.to_string(), cost: c.cost, withdrawn: c.withdrawn, group: c.group };
    Instance::new(vote.budget, vote.unit, vote.contenders.iter().map(project).collect(), Vec::new()).map(|_| ())
}

fn says_nothing(ballot: &Ballot) -> bool {
    matches!(ballot.to_string().as_str(), "set:" | "points:" | "ranking:" | "grades:")
}

/// The options that still stand, in their order.
fn standing(vote: &Vote) -> Vec<u32> {
    vote.contenders.iter().filter(|contender| !contender.withdrawn).map(|contender| contender.number).collect()
}

/// Its place in the order drawn; what was not drawn comes last, by number.
fn drawn(vote: &Vote, number: u32) -> (usize, u32) {
    (vote.lots.iter().take_while(|lot| **lot != number).count(), number)
}

fn plain(vote: &Vote, lines: &mut Vec<String>) {
    for option in standing(vote) {
        if let Form::Scale { lowest, highest, .. } = vote.form {
            for step in lowest..=highest {
                let gave = |ballot: &&Ballot| matches!(ballot, Ballot::Points(given) if given.contains(&(option, step)));
                lines.push(format!("option {option} step {step} {}", vote.ballots.iter().filter(gave).count()));
            }
            continue;
        }
        let (mut votes, mut points) = (0_u64, 0_i128);
        for ballot in &vote.ballots {
            match ballot {
                Ballot::Set(chosen) if chosen.contains(&option) => (votes, points) = (votes + 1, points + 1),
                Ballot::Points(given) => {
                    for (_, value) in given.iter().filter(|(number, _)| *number == option) {
                        (votes, points) = (votes + 1, points + i128::from(*value));
                    }
                }
                _ => {}
            }
        }
        lines.push(format!("option {option} votes {votes} points {points}"));
    }
}

fn question(vote: &Vote, rule: Majority, lines: &mut Vec<String>) {
    let said = |stance: Stance| vote.ballots.iter().filter(|ballot| **ballot == Ballot::Stance(stance)).count();
    let (pro, con, abstained) = (said(Stance::For), said(Stance::Against), said(Stance::Abstain));
    lines.push(format!("for {pro} against {con} abstain {abstained}"));
    let quorum = usize::try_from(rule.quorum).unwrap_or(usize::MAX);
    let (all, sides) = (pro + con + abstained, pro + con);
    // pro/sides against numerator/denominator, as products.
    let left = pro as u128 * u128::from(rule.denominator);
    let right = sides as u128 * u128::from(rule.numerator);
    lines.push(if all < quorum {
        format!("no-quorum missing {}", quorum - all)
    } else if sides > 0 && (left > right || (left == right && rule.equality_is_enough)) {
        "adopted".to_owned()
    } else {
        "rejected".to_owned()
    });
}

fn consent(vote: &Vote, lines: &mut Vec<String>) {
    let said = |consent: Consent| vote.ballots.iter().filter(|ballot| **ballot == Ballot::Consent(consent)).count();
    let (support, live, object) = (said(Consent::Support), said(Consent::LiveWith), said(Consent::Object));
    lines.push(format!("support {support} live-with {live} object {object}"));
    lines.push(format!("consent {}", if object == 0 && support + live > 0 { "given" } else { "not-given" }));
}

fn judged(vote: &Vote, blank: Blank, lines: &mut Vec<String>) {
    let Form::MajorityJudgment { grades, .. } = vote.form else { return };
    let mut all: Vec<(u32, Vec<u8>)> = Vec::new();
    for option in standing(vote) {
        let mut given: Vec<u8> = Vec::new();
        for ballot in &vote.ballots {
            let grade = match ballot {
                Ballot::Grades(answers) => answers.iter().find(|(number, _)| *number == option).map(|(_, grade)| *grade),
                _ => None,
            };
            match (grade, blank) {
                (Some(grade), _) => given.push(grade),
                (None, Blank::Reject) => given.push(0),
                (None, Blank::Excluded) => {}
            }
        }
        given.sort_unstable();
        for grade in 0..grades {
            lines.push(format!("option {option} grade {grade} {}", given.iter().filter(|one| **one == grade).count()));
        }
        all.push((option, given));
    }
    all.sort_by(|left, right| ranks::medians(&right.1, &left.1).then(drawn(vote, left.0).cmp(&drawn(vote, right.0))));
    for (option, given) in &all {
        let median = given.get(given.len().saturating_sub(1) / 2).map_or_else(|| "none".to_owned(), ToString::to_string);
        lines.push(format!("next {option} median {median}"));
    }
}
