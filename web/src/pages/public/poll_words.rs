//! What votes are made of, in words: states, answers, results.

use super::rich::{Html, dated};
use super::states::State;
use crate::page::Page;
use actions::votes::{Loaded, Tally};
use deliberation::ballot::{Ballot, Fault, Form};
use domain::vote::{BoxState, SMALLEST_GROUP};
use store::votes::BallotBox;

/// One answer that may be given.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// What is sent: the number of an option, or a code.
    pub(super) code: String,
    /// What is read.
    pub(super) label: String,
    /// Whether it is in the poll's own language.
    pub(super) written: bool,
    /// Whether it is chosen.
    pub(super) chosen: bool,
}

/// A line of the results.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) label: String,
    pub(super) written: bool,
    pub(super) votes: i64,
    pub(super) percent: String,
}

/// What a closed vote gave.
#[derive(Debug, Clone)]
pub(super) struct Results {
    pub(super) lines: Vec<Line>,
    pub(super) ballots: i64,
    /// Whether so few voted that nothing more is said.
    pub(super) too_few: bool,
    /// Whether enough took part; nothing where none was asked for.
    pub(super) quorum: Option<bool>,
    pub(super) origins: Vec<Origin>,
}

/// How many voted, of one level and channel.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub(super) level: String,
    pub(super) channel: String,
    /// How many; nothing when they are too few to be told.
    pub(super) voters: Option<i64>,
}

/// The state of a vote.
// ftl: poll-state-*
pub(super) fn state(page: &Page, row: &BallotBox) -> State {
    let open = row.opens_at.0 <= page.now;
    let (code, tone, icon) = match BoxState::parse(&row.state) {
        Some(BoxState::Published) if !open => ("upcoming", "info", "calendar"),
        Some(BoxState::Published) if page.now < row.closes_at.0 => ("open", "", "circle-dot"),
        Some(BoxState::Published) => ("counting", "info", "hourglass"),
        Some(BoxState::Closed) => ("closed", "quiet", "lock"),
        Some(BoxState::Cancelled) => ("cancelled", "quiet", "x-circle"),
        Some(BoxState::Draft) | None => ("draft", "quiet", "pencil"),
    };
    State { tone, icon, label: page.t.code("poll-state", code) }
}

/// In which ways people vote, in words; nothing where accounts are all.
// ftl: poll-level-*
pub(super) fn ways(page: &Page, found: &Loaded) -> String {
    if found.levels.iter().all(|level| super::ways::ACCOUNTS.contains(level)) {
        return String::new();
    }
    let words: Vec<String> = found.levels.iter().map(|level| page.t.code("poll-level", level.code())).collect();
    words.join(" · ")
}

/// From when to when, to the minute: a deadline is a moment, not a day.
pub(super) fn dates(page: &Page, row: &BallotBox) -> String {
    page.t.with2("poll-dates", "from", page.moment(row.opens_at), "to", page.moment(row.closes_at))
}

/// The same in days, for lists.
pub(super) fn days(page: &Page, row: &BallotBox) -> Html {
    dated(page, "consultation-dates", &[("from", row.opens_at.0), ("to", row.closes_at.0)], None)
}

/// Codes of the answers to a question without options.
const fn codes(form: &Form) -> &'static [&'static str] {
    match form {
        Form::ForAgainstAbstain => &["for", "against", "abstain"],
        Form::Consent => &["support", "live-with", "object"],
        _ => &[],
    }
}

/// The answers that may be given, those of a ballot chosen.
// ftl: poll-answer-*
pub(super) fn answers(page: &Page, found: &Loaded, chosen: &[String]) -> Vec<Answer> {
    let is_chosen = |code: &str| chosen.iter().any(|other| other == code);
    let option = |option: &store::votes::BallotOption| {
        let code = option.number.to_string();
        Answer { chosen: is_chosen(&code), code, label: option.title.clone(), written: true }
    };
    let code =
        |code: &&str| Answer { code: (*code).to_owned(), label: page.t.code("poll-answer", code), written: false, chosen: is_chosen(code) };
    if found.form.has_options() { found.options.iter().map(option).collect() } else { codes(&found.form).iter().map(code).collect() }
}

/// The ballot that these answers make.
pub(super) fn ballot(form: &Form, chosen: &[String]) -> Result<Ballot, Fault> {
    if form.has_options() {
        return chosen.iter().map(|code| deliberation::ballot::number(code)).collect::<Result<_, _>>().map(Ballot::Set);
    }
    let kind = if *form == Form::Consent { "consent" } else { "stance" };
    match chosen {
        [] => Err(Fault::TooFew { least: 1, given: 0 }),
        [one] => format!("{kind}:{one}").parse().map_err(|_unknown: Fault| Fault::NotThisForm),
        more => Err(Fault::TooMany { most: 1, given: u32::try_from(more.len()).unwrap_or(u32::MAX) }),
    }
}

/// The answers that a ballot holds, as they are sent.
pub(super) fn chosen(ballot: &Ballot) -> Vec<String> {
    match ballot {
        Ballot::Set(numbers) | Ballot::Ranking(numbers) => numbers.iter().map(u32::to_string).collect(),
        Ballot::Stance(stance) => vec![stance.to_string()],
        Ballot::Consent(consent) => vec![consent.to_string()],
        Ballot::Points(given) => given.iter().map(|(number, _)| number.to_string()).collect(),
        Ballot::Grades(given) => given.iter().map(|(number, _)| number.to_string()).collect(),
    }
}

/// Why a ballot was not taken, in words.
// ftl: poll-fault-*
pub(super) fn fault(page: &Page, fault: Fault) -> String {
    match fault {
        Fault::TooFew { .. } => page.t.get("poll-fault-few"),
        Fault::TooMany { most, .. } => page.t.count("poll-fault-many", most),
        Fault::Repeated(_) => page.t.get("poll-fault-repeated"),
        Fault::Withdrawn(_) => page.t.get("poll-fault-withdrawn"),
        _ => page.t.get("poll-fault-unknown"),
    }
}

/// The results as they may be told.
// ftl: poll-level-* poll-channel-*
pub(super) fn results(page: &Page, found: &Loaded, origins: &[(String, String, i64)]) -> Option<Results> {
    let tally = Tally::parse(found.row.result.as_deref()?);
    let ballots = i64::try_from(tally.ballots).unwrap_or(i64::MAX);
    let too_few = tally.ballots < SMALLEST_GROUP;
    let line = |answer: Answer| {
        let votes = tally.value(&answer.code);
        Line { votes, percent: page.t.count("poll-percent", rounded(votes, ballots)), label: answer.label, written: answer.written }
    };
    // A group is told when it and every other is large enough: from the total, one that is left out could be reckoned.
    let small = origins.iter().any(|(_, _, count)| u64::try_from(*count).unwrap_or(0) < SMALLEST_GROUP);
    let origin = |(level, channel, count): &(String, String, i64)| Origin {
        level: page.t.code("poll-level", level),
        channel: page.t.code("poll-channel", channel),
        voters: (!small).then_some(*count),
    };
    Some(Results {
        lines: if too_few { Vec::new() } else { answers(page, found, &[]).into_iter().map(line).collect() },
        ballots,
        too_few,
        quorum: (found.row.quorum > 0).then(|| ballots >= i64::from(found.row.quorum)),
        origins: if too_few { Vec::new() } else { origins.iter().map(origin).collect() },
    })
}

/// Hundredths of the ballots, rounded half up.
const fn rounded(votes: i64, ballots: i64) -> i64 {
    if ballots <= 0 { 0 } else { (200 * votes + ballots) / (2 * ballots) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_make_ballots_and_ballots_answers() {
        let check = |form: &Form, sent: &[&str], expected: Result<&str, Fault>| {
            let sent: Vec<String> = sent.iter().map(|code| (*code).to_owned()).collect();
            let made = ballot(form, &sent);
            assert_eq!(made.as_ref().map(ToString::to_string), expected.as_ref().map(|text| (*text).to_owned()));
            if let Ok(made) = made {
                assert_eq!(chosen(&made), sent);
            }
        };
        check(&Form::ChooseOne, &["2"], Ok("set:2"));
        check(&Form::ChooseOne, &["-1"], Err(Fault::NotANumber));
        check(&Form::ChooseOne, &["9223372036854775808"], Err(Fault::TooLarge));
        check(&Form::ForAgainstAbstain, &["against"], Ok("stance:against"));
        check(&Form::ForAgainstAbstain, &["support"], Err(Fault::NotThisForm));
        check(&Form::Consent, &["live-with"], Ok("consent:live-with"));
        check(&Form::Consent, &[], Err(Fault::TooFew { least: 1, given: 0 }));
    }

    #[test]
    fn shares_are_rounded_without_floats() {
        assert_eq!((rounded(1, 3), rounded(2, 3), rounded(1, 8), rounded(0, 0), rounded(5, 5)), (33, 67, 13, 0, 100));
    }
}
