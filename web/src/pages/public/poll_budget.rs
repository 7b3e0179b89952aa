//! The vote of a budget: the basket in which projects are put, the rule in plain words, and what was bought.

use super::poll_sent::Sent;
use crate::money::euros;
use crate::page::Page;
use crate::percent::percent;
use actions::votes::{Loaded, Otherwise, rule_code};
use deliberation::ballot::Form;
use deliberation::budget::{Method, Rule};
use deliberation::verdict::{Counting, Told};
use domain::markup;
use domain::vote::BoxKind;
use store::votes::BallotOption;

/// What is in the basket, and what may still be put there.
pub(super) struct Basket {
    pub(super) items: Vec<Item>,
    /// The numbers that are chosen, to be sent again.
    pub(super) kept: Vec<String>,
    /// What was done before, so that it can be undone.
    pub(super) past: String,
    /// What is left, in words, and of what.
    pub(super) left: String,
    pub(super) whole: String,
    /// What was used, and of how much.
    pub(super) used: i64,
    pub(super) most: i64,
    /// How many projects are chosen.
    pub(super) count: usize,
}

/// A project that may be chosen.
pub(super) struct Item {
    pub(super) number: i32,
    pub(super) title: String,
    pub(super) cost: String,
    /// As safe HTML.
    pub(super) description: String,
    /// The page of the project.
    pub(super) link: Option<String>,
    pub(super) chosen: bool,
    pub(super) withdrawn: bool,
    /// What is missing to choose it now, in words; empty where nothing is.
    pub(super) missing: String,
}

/// The rule in words.
pub(super) struct RuleWords {
    pub(super) name: String,
    pub(super) how: String,
    pub(super) fit: String,
    /// Its canonical text.
    pub(super) exact: String,
}

/// What a budget bought.
pub(super) struct Spending {
    pub(super) budget: String,
    pub(super) spent: String,
    pub(super) left: String,
    /// The projects, those that won first.
    pub(super) rows: Vec<Row>,
    /// Whether points were given.
    pub(super) points: bool,
    /// What the rule says of the whole.
    pub(super) notes: Vec<String>,
    /// What another rule would have bought: its name, and the projects with whether they were bought here too.
    pub(super) other: Option<(String, Vec<(String, bool)>)>,
}

/// A project after the vote.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) link: Option<String>,
    pub(super) cost: String,
    pub(super) votes: u64,
    pub(super) points: i64,
    /// Hundredths of the ballots, or of the points.
    pub(super) percent: i64,
    pub(super) won: bool,
    /// Why not.
    pub(super) why: String,
}

/// Whether projects are put into a basket one by one.
pub(super) fn has_basket(found: &Loaded) -> bool {
    found.row.kind == BoxKind::Budget.code() && matches!(found.form, Form::Knapsack { .. } | Form::Approval { .. })
}

/// The basket, with what was sent in it.
pub(super) fn basket(page: &Page, slug: &str, found: &Loaded, sent: &Sent) -> Option<Basket> {
    if !has_basket(found) {
        return None;
    }
    let chosen: Vec<&BallotOption> = found.options.iter().filter(|option| sent.has(&option.number.to_string())).collect();
    let (used, most) = match found.form {
        Form::Knapsack { .. } => (chosen.iter().map(|option| option.cost).fold(0, i64::saturating_add), found.row.budget),
        Form::Approval { max, .. } => (i64::try_from(chosen.len()).unwrap_or(i64::MAX), i64::from(max)),
        _ => (0, 0),
    };
    let left = most.saturating_sub(used);
    let money = matches!(found.form, Form::Knapsack { .. });
    let missing = |option: &BallotOption| match option.cost.saturating_sub(left) {
        more if money && more > 0 => page.t.with1("ballot-missing", "amount", euros(&page.t, more)),
        _ if !money && left <= 0 => page.t.get("ballot-no-choice-left"),
        _ => String::new(),
    };
    let item = |option: &BallotOption| {
        let chosen = sent.has(&option.number.to_string());
        Item {
            number: option.number,
            title: option.title.clone(),
            cost: euros(&page.t, option.cost),
            description: markup::to_html(&option.description),
            link: link(slug, option),
            chosen,
            withdrawn: option.withdrawn,
            missing: if chosen || option.withdrawn { String::new() } else { missing(option) },
        }
    };
    let over = left < 0;
    Some(Basket {
        items: found.options.iter().filter(|option| !option.withdrawn || sent.has(&option.number.to_string())).map(item).collect(),
        kept: chosen.iter().map(|option| option.number.to_string()).collect(),
        past: sent.past().to_owned(),
        left: match (money, over) {
            (true, false) => page.t.with1("ballot-left", "amount", euros(&page.t, left)),
            (true, true) => page.t.with1("ballot-over", "amount", euros(&page.t, left.saturating_neg())),
            (false, _) => page.t.count("ballot-choices-left", left.max(0)),
        },
        whole: if money { page.t.with1("ballot-of", "amount", euros(&page.t, most)) } else { String::new() },
        used: used.min(most),
        most,
        count: chosen.len(),
    })
}

/// What the chosen projects cost together and what is left, for the page on which they are read again.
pub(super) fn total(page: &Page, found: &Loaded, numbers: &[u32]) -> String {
    let of = |option: &&BallotOption| u32::try_from(option.number).is_ok_and(|number| numbers.contains(&number));
    let cost = found.options.iter().filter(of).map(|option| option.cost).fold(0, i64::saturating_add);
    match found.form {
        Form::Knapsack { .. } => {
            let left = euros(&page.t, found.row.budget.saturating_sub(cost));
            page.t.with2("ballot-total-left", "total", euros(&page.t, cost), "left", left)
        }
        _ => page.t.with1("ballot-total", "total", euros(&page.t, cost)),
    }
}

/// The rule of a budget in words.
// ftl: ballot-rule-* ballot-how-* ballot-fit-*
pub(super) fn rule(page: &Page, found: &Loaded) -> Option<RuleWords> {
    let Counting::Budget(rule) = &found.rule else { return None };
    let code = rule_code(rule, &found.form);
    Some(RuleWords {
        name: page.t.code("ballot-rule", code),
        how: page.t.code("ballot-how", code),
        fit: page.t.code("ballot-fit", code),
        exact: rule.to_string(),
    })
}

/// What was bought, and why the others were not.
pub(super) fn spending(page: &Page, slug: &str, found: &Loaded, told: &Told, other: Option<&Otherwise>) -> Option<Spending> {
    let Counting::Budget(rule) = &found.rule else { return None };
    let points = matches!(found.form, Form::Cumulative { .. });
    let place =
        |option: &BallotOption| u32::try_from(option.number).ok().and_then(|number| told.winners.iter().position(|won| *won == number));
    let all: i64 = if points { told.options.iter().map(|(_, _, points)| *points).sum() } else { i64::try_from(told.ballots).unwrap_or(0) };
    let row = |option: &BallotOption| {
        let number = u32::try_from(option.number).unwrap_or(0);
        let (votes, given) = told.option(number);
        let won = place(option).is_some();
        let part = if points { given } else { i64::try_from(votes).unwrap_or(i64::MAX) };
        Row {
            id: format!("project-{number}"),
            title: option.title.clone(),
            link: link(slug, option),
            cost: euros(&page.t, option.cost),
            votes,
            points: given,
            percent: percent(part, all),
            won,
            why: if won { String::new() } else { why(page, rule, told, option) },
        }
    };
    let mut options: Vec<&BallotOption> = found.options.iter().collect();
    options.sort_by_key(|option| {
        let (votes, given) = told.option(u32::try_from(option.number).unwrap_or(0));
        (place(option).unwrap_or(usize::MAX), std::cmp::Reverse(given), std::cmp::Reverse(votes), option.number)
    });
    let spent = i64::try_from(told.cost.unwrap_or(0)).unwrap_or(i64::MAX);
    Some(Spending {
        budget: euros(&page.t, found.row.budget),
        spent: euros(&page.t, spent),
        left: euros(&page.t, found.row.budget.saturating_sub(spent)),
        rows: options.into_iter().map(row).collect(),
        points,
        notes: notes(page, told),
        other: other.map(|other| otherwise(page, found, told, other)),
    })
}

// ftl: ballot-rule-*
fn otherwise(page: &Page, found: &Loaded, told: &Told, other: &Otherwise) -> (String, Vec<(String, bool)>) {
    let title = |number: &u32| {
        let option = found.options.iter().find(|option| u32::try_from(option.number) == Ok(*number));
        option.map(|option| (option.title.clone(), told.winners.contains(number)))
    };
    (page.t.code("ballot-rule", &other.rule), other.winners.iter().filter_map(title).collect())
}

/// What equal shares gave each voter, and which of two results more voters prefer.
fn notes(page: &Page, told: &Told) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(share) = told.share.and_then(|(money, voters)| money.checked_div(u128::from(voters))) {
        notes.push(page.t.with1("ballot-share", "amount", euros(&page.t, u64::try_from(share).unwrap_or(u64::MAX))));
    }
    if let Some((shares, greedy)) = told.prefer {
        notes.push(page.t.with2("ballot-prefer", "shares", page.number(shares), "greedy", page.number(greedy)));
        notes.push(page.t.get(if greedy > shares { "ballot-prefer-greedy" } else { "ballot-prefer-shares" }));
    }
    notes
}

/// Why a project did not win. The record says it where money was missing; the rest follows from the counts and the rule.
fn why(page: &Page, rule: &Rule, told: &Told, option: &BallotOption) -> String {
    let number = u32::try_from(option.number).unwrap_or(0);
    if option.withdrawn {
        return page.t.get("ballot-why-withdrawn");
    }
    if told.option(number).0 == 0 {
        return page.t.get("ballot-why-nobody");
    }
    let Some(short) = told.shortages.iter().find(|short| short.number == number) else {
        return page.t.get(if rule.eligibility { "ballot-why-not-eligible" } else { "ballot-why-stopped" });
    };
    let shares = matches!(rule.method, Method::EqualShares(_)) && told.prefer.is_none_or(|(shares, greedy)| greedy <= shares);
    let key = if shares { "ballot-why-supporters" } else { "ballot-why-left" };
    page.t.with2(key, "left", euros(&page.t, short.left), "missing", euros(&page.t, short.missing))
}

/// The page of the project that an option stands for.
pub(super) fn link(slug: &str, option: &BallotOption) -> Option<String> {
    option.contribution_id.map(|id| format!("/c/{slug}/p/{}", id.0))
}
