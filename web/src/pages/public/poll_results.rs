//! What a closed vote gave, in words and figures, and the honest report beside it: who could vote, who did and how, what was not counted.

use super::poll_words;
use crate::page::Page;
use crate::percent::percent;
use actions::votes::Loaded;
use deliberation::ballot::Form;
use deliberation::verdict::{Decision, Told};
use domain::vote::{BoxKind, SMALLEST_GROUP};

/// A chart that is its own table.
#[derive(Debug, Clone)]
pub(super) struct Chart {
    /// What it shows; the name of an option where each has its own.
    pub(super) caption: String,
    /// Whether the caption is in the poll's own language.
    pub(super) written: bool,
    /// A sentence below the caption.
    pub(super) note: String,
    /// What its first column holds.
    pub(super) answer: String,
    /// What its numbers are.
    pub(super) unit: String,
    /// What its shares are of.
    pub(super) share: String,
    pub(super) lines: Vec<Line>,
}

/// A line of a chart.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) written: bool,
    pub(super) count: i64,
    /// Hundredths.
    pub(super) percent: i64,
}

/// What a closed vote gave.
#[derive(Debug, Clone)]
pub(super) struct Results {
    pub(super) charts: Vec<Chart>,
    /// What was decided, where something is.
    pub(super) decision: String,
    pub(super) report: Report,
}

/// The honest report of a vote.
#[derive(Debug, Clone)]
pub(super) struct Report {
    pub(super) ballots: u64,
    pub(super) blank: u64,
    /// Whether so few voted that nothing more is said.
    pub(super) too_few: bool,
    /// How many could vote, whence that number comes, and what share of them did; nothing where nobody knows.
    pub(super) population: Option<(i64, String, String)>,
    /// Whether enough took part; nothing where none was asked for.
    pub(super) quorum: Option<bool>,
    pub(super) origins: Vec<Origin>,
    /// What was not counted, why, and how many.
    pub(super) not_counted: Vec<String>,
    /// How many voters gave a reason to look twice.
    pub(super) flagged: Vec<String>,
    /// Why there are not as many papers as people who voted on paper; nothing where there are.
    pub(super) gap: String,
    /// The digest of the record.
    pub(super) digest: String,
}

/// How many voted, of one level and channel.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub(super) level: String,
    pub(super) channel: String,
    /// How many; nothing when they are too few to be told.
    pub(super) voters: Option<i64>,
}

/// What is read about a closed vote beside its result.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts {
    /// Level, channel, voters.
    pub(super) origins: Vec<(String, String, i64)>,
    /// Reason and ballots.
    pub(super) not_counted: Vec<(String, i64)>,
    /// Why papers and voters on paper differ, where they do.
    pub(super) gap: String,
    /// Why voters who count are looked at twice, and how many.
    pub(super) flagged: Vec<(String, i64)>,
}

/// The results of a poll as they may be told.
pub(super) fn results(page: &Page, found: &Loaded, told: &Told, counts: &Counts) -> Results {
    let report = report(page, found, told, counts);
    let (charts, decision) = if report.too_few || found.row.kind == BoxKind::Budget.code() {
        (Vec::new(), String::new())
    } else {
        (charts(page, found, told), decision(page, told))
    };
    Results { charts, decision, report }
}

/// The honest report.
// ftl: poll-level-* poll-channel-* poll-uncounted-*
pub(super) fn report(page: &Page, found: &Loaded, told: &Told, counts: &Counts) -> Report {
    let row = &found.row;
    let too_few = told.ballots < SMALLEST_GROUP;
    // A group is told when it and every other is large enough: from the total, one that is left out could be reckoned.
    let small = counts.origins.iter().any(|(_, _, count)| u64::try_from(*count).unwrap_or(0) < SMALLEST_GROUP);
    let origin = |(level, channel, count): &(String, String, i64)| Origin {
        level: page.t.code("poll-level", level),
        channel: page.t.code("poll-channel", channel),
        voters: (!small).then_some(*count),
    };
    let ballots = i64::try_from(told.ballots).unwrap_or(i64::MAX);
    let share = |size: i64| page.t.count("poll-percent", percent(ballots, size));
    let size = i64::from(row.population);
    Report {
        ballots: told.ballots,
        blank: told.blank,
        too_few,
        population: (size > 0 && !too_few).then(|| (size, row.population_source.clone(), share(size))),
        quorum: (row.quorum > 0).then(|| ballots >= i64::from(row.quorum)),
        origins: if too_few { Vec::new() } else { counts.origins.iter().map(origin).collect() },
        not_counted: counts.not_counted.iter().map(|(reason, count)| not_counted(page, reason, *count)).collect(),
        flagged: if too_few { Vec::new() } else { counts.flagged.iter().map(|(reason, count)| flagged(page, reason, *count)).collect() },
        gap: if too_few { String::new() } else { counts.gap.clone() },
        digest: row.digest.clone().unwrap_or_default(),
    }
}

fn not_counted(page: &Page, reason: &str, count: i64) -> String {
    let text = page.t.find_count(&format!("poll-uncounted-{reason}"), count);
    text.unwrap_or_else(|| page.t.count("poll-uncounted-other", count))
}

// ftl: poll-flag-*
fn flagged(page: &Page, reason: &str, count: i64) -> String {
    // Fewer than eleven could be known by who they are.
    if u64::try_from(count).is_ok_and(|count| count < SMALLEST_GROUP) {
        return page.t.code("poll-flag-few", reason);
    }
    page.t.with1(&format!("poll-flag-{reason}"), "count", count)
}

// ftl: poll-decision-*
fn decision(page: &Page, told: &Told) -> String {
    let code = match told.decision {
        None => return String::new(),
        Some(Decision::Adopted) => "adopted",
        Some(Decision::Rejected) => "rejected",
        Some(Decision::NoQuorum { .. }) => "no-quorum",
        Some(Decision::Given) => "given",
        Some(Decision::NotGiven) => "not-given",
    };
    page.t.code("poll-decision", code)
}

fn charts(page: &Page, found: &Loaded, told: &Told) -> Vec<Chart> {
    let ballots = i64::try_from(told.ballots).unwrap_or(i64::MAX);
    let t = &page.t;
    let counted = |lines: Vec<(String, bool, i64)>| chart(page, t.get("poll-table"), "poll-col-votes", "poll-col-share", lines, ballots, 0);
    match &found.form {
        Form::ForAgainstAbstain | Form::Consent => {
            let count = |code: &str| i64::try_from(told.answer(code)).unwrap_or(i64::MAX);
            let line = |code: &&str| (t.code("poll-answer", code), false, count(code));
            vec![counted(poll_words::codes(&found.form).iter().map(line).collect())]
        }
        Form::ChooseOne | Form::Approval { .. } | Form::Knapsack { .. } => {
            vec![counted(told.options.iter().map(|(number, votes, _)| (title(found, *number), true, whole(*votes))).collect())]
        }
        Form::Cumulative { .. } | Form::Money { .. } => {
            let lines: Vec<_> = told.options.iter().map(|(number, _, points)| (title(found, *number), true, *points)).collect();
            let all = told.options.iter().map(|(_, _, points)| *points).sum();
            vec![chart(page, t.get("poll-table"), "poll-col-points", "poll-col-points-share", lines, all, 0)]
        }
        Form::Scale { .. } => steps(page, found, told, |step| page.number(step)),
        Form::MajorityJudgment { .. } => judged(page, found, told),
        Form::Ranking { .. } => vec![ranked(page, found, told)],
    }
}

/// One chart for each option, of its steps or grades.
fn steps(page: &Page, found: &Loaded, told: &Told, word: impl Fn(i64) -> String) -> Vec<Chart> {
    let mut numbers: Vec<u32> = told.steps.iter().map(|(number, ..)| *number).collect();
    numbers.dedup();
    let each = (1..).zip(numbers).map(|(place, number)| {
        let of: Vec<_> = told.steps.iter().filter(|(other, ..)| *other == number).collect();
        let lines: Vec<_> = of.iter().map(|(_, step, count)| (word(*step), false, whole(*count))).collect();
        let answered: i64 = of.iter().map(|(_, _, count)| whole(*count)).sum();
        let mut below = 0;
        let middle = of.iter().filter(|_| answered > 0).find(|(_, _, count)| {
            below += whole(*count);
            2 * below >= answered
        });
        let mut chart = chart(page, title(found, number), "poll-col-votes", "poll-col-answers-share", lines, answered, place);
        chart.written = true;
        chart.note = middle.map(|(_, step, _)| page.t.with1("poll-median", "step", word(*step))).unwrap_or_default();
        chart
    });
    each.collect()
}

/// Majority judgment: from the best option downwards, each with its grades.
fn judged(page: &Page, found: &Loaded, told: &Told) -> Vec<Chart> {
    let mut charts = steps(page, found, told, |grade| poll_words::grade(page, grade));
    let place = |chart: &Chart| told.medians.iter().position(|(number, _)| title(found, *number) == chart.caption);
    charts.sort_by_key(|chart| place(chart).unwrap_or(usize::MAX));
    for (rank, chart) in (1..).zip(&mut charts) {
        let median = told.medians.get(rank - 1).and_then(|(_, median)| *median);
        let word = median.map_or_else(|| page.t.get("poll-no-answer"), |grade| poll_words::grade(page, grade));
        chart.note = page.t.with2("poll-judged", "rank", rank, "grade", word);
    }
    charts
}

/// A ranking: from the best downwards, each with the duels that it wins.
fn ranked(page: &Page, found: &Loaded, told: &Told) -> Chart {
    let over = |one: u32, other: u32| told.duels.iter().find(|duel| (duel.0, duel.1) == (one, other)).map_or(0, |duel| duel.2);
    let others = told.ranks.len().saturating_sub(1);
    let line = |(rank, number): &(u32, u32)| {
        let won = told.ranks.iter().filter(|(_, other)| other != number && over(*number, *other) > over(*other, *number)).count();
        (page.t.with2("poll-ranked", "rank", *rank, "title", title(found, *number)), true, i64::try_from(won).unwrap_or(i64::MAX))
    };
    let lines = told.ranks.iter().map(line).collect();
    let whole = i64::try_from(others).unwrap_or(i64::MAX);
    let mut chart = chart(page, page.t.get("poll-table"), "poll-col-duels", "poll-col-duels-share", lines, whole, 0);
    chart.note = page.t.get("poll-duels-note");
    chart
}

fn chart(page: &Page, caption: String, unit: &str, share: &str, lines: Vec<(String, bool, i64)>, whole: i64, place: u32) -> Chart {
    let line = |(at, (label, written, count)): (u32, (String, bool, i64))| Line {
        id: format!("line-{place}-{at}"),
        label,
        written,
        count,
        percent: percent(count, whole),
    };
    Chart {
        caption,
        written: false,
        note: String::new(),
        answer: page.t.get("poll-col-answer"),
        unit: page.t.get(unit),
        share: page.t.get(share),
        lines: (1..).zip(lines).map(line).collect(),
    }
}

fn title(found: &Loaded, number: u32) -> String {
    let option = found.options.iter().find(|option| u32::try_from(option.number) == Ok(number));
    option.map_or_else(|| number.to_string(), |option| option.title.clone())
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_without_floats() {
        assert_eq!((percent(1, 3), percent(2, 3), percent(1, 8), percent(0, 0), percent(5, 5)), (33, 67, 13, 0, 100));
    }
}
