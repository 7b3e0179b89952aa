//! What votes are made of, in words: states, dates, what may be answered and what was, and what is wrong with it.

use super::poll_sent::Sent;
use super::rich::{Html, dated};
use super::states::State;
use crate::money::euros;
use crate::page::Page;
use actions::votes::Loaded;
use deliberation::ballot::{Answers, Ballot, Fault, Form};
use domain::vote::{BoxKind, BoxState};
use store::votes::{BallotBox, BallotOption};

/// Something that may be answered: one choice, or an option to which something is given.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// The id of its field.
    pub(super) id: String,
    /// The name of its field: `choice`, or `option-3`.
    pub(super) name: String,
    /// What its field holds: the code of a choice; for an option, what was given to it.
    pub(super) value: String,
    /// What is read.
    pub(super) label: String,
    /// Whether it is in the poll's own language.
    pub(super) written: bool,
    /// Whether it is chosen.
    pub(super) chosen: bool,
    /// What may be given to an option, where it is chosen from a list.
    pub(super) steps: Vec<Step>,
    /// What a project is, as safe HTML; empty where there is nothing.
    pub(super) about: String,
    /// The page of the project.
    pub(super) link: Option<String>,
}

/// A step, a rank or a grade.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) id: String,
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

/// One thing that a ballot says.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) label: String,
    /// Whether the label is in the poll's own language.
    pub(super) written: bool,
    /// What was given to it, in words; empty where choosing it says all.
    pub(super) value: String,
}

/// Where a vote stands, with its icon.
// ftl: poll-state-*
pub(super) fn state(page: &Page, row: &BallotBox) -> State {
    let (code, tone, icon) = match BoxState::parse(&row.state) {
        Some(BoxState::Published) if page.now < row.opens_at.0 => ("upcoming", "info", "clock"),
        Some(BoxState::Published) if page.now < row.closes_at.0 => ("open", "", "circle-dot"),
        Some(BoxState::Published) => ("counting", "info", "hourglass"),
        Some(BoxState::Closed) => ("closed", "quiet", "lock"),
        Some(BoxState::Cancelled) => ("cancelled", "quiet", "x-circle"),
        Some(BoxState::Draft) | None => ("draft", "quiet", "pencil"),
    };
    State { tone, icon, label: page.t.code("poll-state", code) }
}

/// Whether ballots are taken now.
pub(super) fn is_open(page: &Page, row: &BallotBox) -> bool {
    row.state == BoxState::Published.code() && row.opens_at.0 <= page.now && page.now < row.closes_at.0
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
pub(super) const fn codes(form: &Form) -> &'static [&'static str] {
    match form {
        Form::ForAgainstAbstain => &["for", "against", "abstain"],
        Form::Consent => &["support", "live-with", "object"],
        _ => &[],
    }
}

/// How a ballot is filled in: one `radio`, several `checkbox`, a `number`, a `rank` or a `step` for each option.
pub(super) const fn shape(form: &Form) -> &'static str {
    match form {
        Form::ChooseOne | Form::ForAgainstAbstain | Form::Consent => "radio",
        Form::Approval { .. } | Form::Knapsack { .. } => "checkbox",
        Form::Cumulative { .. } | Form::Money { .. } => "number",
        Form::Ranking { .. } => "rank",
        Form::Scale { .. } | Form::MajorityJudgment { .. } => "step",
    }
}

/// The answers that may be given, with what was sent in them.
// ftl: poll-answer-*
pub(super) fn answers(page: &Page, slug: &str, found: &Loaded, sent: &Sent) -> Vec<Answer> {
    if !found.form.has_options() {
        let code = |code: &&str| choice(code, page.t.code("poll-answer", code), false, sent.has(code));
        return codes(&found.form).iter().map(code).collect();
    }
    let each = found.options.iter();
    match shape(&found.form) {
        "radio" | "checkbox" => {
            let one = |option: &BallotOption| {
                choice(&option.number.to_string(), option.title.clone(), true, sent.has(&option.number.to_string()))
            };
            each.filter(|option| !option.withdrawn || sent.has(&option.number.to_string())).map(one).collect()
        }
        _ => each.filter(|option| !option.withdrawn).map(|option| given(page, slug, found, option, sent)).collect(),
    }
}

fn choice(code: &str, label: String, written: bool, chosen: bool) -> Answer {
    let (id, name, value) = (format!("choice-{code}"), "choice".to_owned(), code.to_owned());
    Answer { id, name, value, label, written, chosen, steps: Vec::new(), about: String::new(), link: None }
}

fn given(page: &Page, slug: &str, found: &Loaded, option: &BallotOption, sent: &Sent) -> Answer {
    let (number, value) = (option.number, sent.given(option.number));
    let label = if option.cost > 0 { format!("{} · {}", option.title, euros(&page.t, option.cost)) } else { option.title.clone() };
    let step = |(code, label): (String, String)| Step { id: format!("option-{number}-{code}"), chosen: code == value, value: code, label };
    let steps = values(page, found).into_iter().map(step).collect();
    Answer {
        id: format!("option-{number}"),
        name: format!("option-{number}"),
        value: value.to_owned(),
        label,
        written: true,
        chosen: !value.is_empty(),
        steps,
        about: domain::markup::to_html(&option.description),
        link: super::poll_budget::link(slug, option),
    }
}

/// How many points are left to be given, in words; empty where there are none. What is no number counts for nothing here: it is refused later.
pub(super) fn points_left(page: &Page, found: &Loaded, sent: &Sent) -> String {
    let Form::Cumulative { most, .. } = found.form else { return String::new() };
    let given = |option: &BallotOption| sent.given(option.number).parse::<u64>().unwrap_or(0);
    let given = found.options.iter().filter(|option| !option.withdrawn).map(given).fold(0, u64::saturating_add);
    match most.checked_sub(given) {
        Some(left) => page.t.with2("ballot-points-left", "left", left, "most", most),
        None => page.t.with1("ballot-points-over", "over", given.saturating_sub(most)),
    }
}

/// What may be given to an option, where there is a list of it; the best grade first. The empty value takes back what was given.
fn values(page: &Page, found: &Loaded) -> Vec<(String, String)> {
    let mut values: Vec<(String, String)> = match found.form {
        Form::Scale { lowest, highest, .. } => (lowest..=highest).map(|step| (step.to_string(), page.number(step))).collect(),
        Form::MajorityJudgment { grades, .. } => (0..grades).rev().map(|one| (one.to_string(), grade(page, i64::from(one)))).collect(),
        Form::Ranking { max, .. } => (1..=max).map(|rank| (rank.to_string(), page.number(rank))).collect(),
        _ => Vec::new(),
    };
    let optional = match found.form {
        Form::Scale { answers, .. } | Form::MajorityJudgment { answers, .. } => answers == Answers::Any,
        Form::Ranking { .. } => true,
        _ => false,
    };
    if optional {
        let none = if matches!(found.form, Form::Ranking { .. }) { "poll-unranked" } else { "poll-no-answer" };
        values.insert(0, (String::new(), page.t.get(none)));
    }
    values
}

/// A grade in words.
// ftl: poll-grade-*
pub(super) fn grade(page: &Page, grade: i64) -> String {
    page.t.code("poll-grade", &grade.to_string())
}

/// What a ballot says, in words.
pub(super) fn said(page: &Page, found: &Loaded, ballot: &Ballot) -> Vec<Said> {
    let title = |number: u32| {
        let option = found.options.iter().find(|option| u32::try_from(option.number) == Ok(number));
        option.map_or_else(|| number.to_string(), |option| option.title.clone())
    };
    let of = |number: u32, value: String| Said { label: title(number), written: true, value };
    match ballot {
        Ballot::Set(numbers) => {
            let cost = |number: u32| {
                found.options.iter().find(|option| u32::try_from(option.number) == Ok(number)).map_or(0, |option| option.cost)
            };
            let value = |number: u32| if found.row.kind == BoxKind::Budget.code() { euros(&page.t, cost(number)) } else { String::new() };
            numbers.iter().map(|number| of(*number, value(*number))).collect()
        }
        Ballot::Points(given) if matches!(found.form, Form::Scale { .. }) => {
            given.iter().map(|(number, step)| of(*number, page.number(*step))).collect()
        }
        Ballot::Points(given) => given.iter().map(|(number, points)| of(*number, page.t.count("poll-points", *points))).collect(),
        Ballot::Ranking(ranked) => {
            (1..).zip(ranked).map(|(rank, number): (u32, _)| of(*number, page.t.with1("poll-rank", "rank", rank))).collect()
        }
        Ballot::Grades(given) => given.iter().map(|(number, one)| of(*number, grade(page, i64::from(*one)))).collect(),
        Ballot::Stance(_) | Ballot::Consent(_) => {
            let sent = Sent::from_ballot(ballot);
            let word =
                |(_, code): &(String, String)| Said { label: page.t.code("poll-answer", code), written: false, value: String::new() };
            sent.pairs().iter().map(word).collect()
        }
    }
}

/// Why a ballot was not taken, in words.
// ftl: poll-fault-*
pub(super) fn fault(page: &Page, found: &Loaded, fault: Fault) -> String {
    let t = &page.t;
    match fault {
        Fault::TooFew { .. } | Fault::TooFewPoints { least: 0, .. } => t.get("poll-fault-few"),
        Fault::TooMany { most, .. } => t.count("poll-fault-many", most),
        Fault::Repeated(_) if matches!(found.form, Form::Ranking { .. }) => t.get("poll-fault-same-rank"),
        Fault::Repeated(_) => t.get("poll-fault-repeated"),
        Fault::Withdrawn(_) => t.get("poll-fault-withdrawn"),
        Fault::OverBudget { budget, asked } => t.with1("poll-fault-budget", "amount", euros(t, asked.saturating_sub(budget))),
        Fault::TooFewPoints { least, .. } => t.count("poll-fault-few-points", least),
        Fault::TooManyPoints { most, given } => t.with2("poll-fault-points", "most", most, "given", given),
        Fault::OutOfRange { lowest, highest, .. } => t.with2("poll-fault-range", "lowest", lowest, "highest", highest),
        Fault::Negative(_) | Fault::NotANumber | Fault::TooLarge if shape(&found.form) == "number" => t.get("poll-fault-number"),
        Fault::Unanswered(_) => t.get("poll-fault-unanswered"),
        Fault::Negative(_) | Fault::NotANumber | Fault::TooLarge | Fault::NotThisForm | Fault::Unknown(_) | Fault::Malformed { .. } => {
            t.get("poll-fault-unknown")
        }
    }
}
