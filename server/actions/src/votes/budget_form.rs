//! The vote of a budget as an agent types it.

use super::poll_form::{most, number, told};
use super::{Draft, DraftOption, GridForm, Loaded, MONEY_MAX, PROJECTS_MAX, rule_named};
use crate::consultations::moment;
use crate::{Error, Faults, Result};
use deliberation::ballot::Form;
use deliberation::verdict::Counting;
use domain::text::{self, Fault};
use domain::vote::{BoxKind, Level};
use jiff::tz::TimeZone;
use std::result::Result as Outcome;
use store::votes::BallotOption;

/// The forms of a ballot that a budget may have; the first is proposed.
pub const BUDGET_FORMS: [&str; 3] = ["knapsack", "approval", "cumulative"];
/// Projects, or points, where nobody said how many.
const USUAL: (u32, u64) = (5, 10);

/// The vote of a budget as it was typed.
#[derive(Debug, Clone, Default)]
pub struct BudgetForm {
    /// What is asked.
    pub title: String,
    /// What there is to know, as Markdown.
    pub description: String,
    /// Code of the form: one of [`BUDGET_FORMS`].
    pub form: String,
    /// The most projects, or the points to give out; empty for the usual number.
    pub most: String,
    /// Code of the rule: one of [`super::RULES`].
    pub rule: String,
    /// The money, in euros. Not read where the projects are known.
    pub budget: String,
    /// One project a line: its cost in euros, a semicolon, its title. Not read where the projects are known.
    pub projects: String,
    /// Local time of the opening.
    pub opens_at: String,
    /// Local time of the closing.
    pub closes_at: String,
    /// Whether the number of voters is shown meanwhile.
    pub live: bool,
    /// Whether a ballot may be replaced.
    pub revote: bool,
    /// How many could vote; empty when nobody knows.
    pub population: String,
    /// Whence that number comes.
    pub population_source: String,
    /// What the agent answered about what is at stake.
    pub grid: GridForm,
}

impl BudgetForm {
    /// Whether money and projects come from elsewhere, so that they cannot be typed here.
    #[must_use]
    pub fn is_given(kept: &Loaded) -> bool {
        kept.options.iter().any(|option| option.contribution_id.is_some())
    }

    /// Reads the form. `kept`: the draft that it changes, whose projects stay where they are the projects of the consultation.
    ///
    /// # Errors
    /// Every faulty field.
    pub fn parse(&self, zone: &TimeZone, kept: Option<&Loaded>) -> Result<Draft> {
        let mut faults = Faults::new();
        let title = told("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults);
        let description = told("description", text::bounded_text(&self.description, 0, text::BODY_MAX), &mut faults);
        let bought = if let Some(kept) = kept.filter(|kept| Self::is_given(kept)) {
            Some((kept.row.budget, kept.options.iter().map(again).collect()))
        } else {
            let budget = told("budget", euros(&self.budget).ok_or(Fault::Shape), &mut faults);
            budget.zip(told("projects", projects(&self.projects), &mut faults))
        };
        let size = told("most", most(&self.most), &mut faults);
        let money = bought.as_ref().map_or(0, |(budget, _)| *budget);
        let form = size.and_then(|most| told("form", form(&self.form, most, money), &mut faults));
        let rule = form.and_then(|form| told("rule", rule_named(&self.rule, &form).ok_or(Fault::Choice), &mut faults));
        let opens_at = told("opens_at", moment(&self.opens_at, zone), &mut faults);
        let closes_at = told("closes_at", moment(&self.closes_at, zone), &mut faults);
        if opens_at.zip(closes_at).is_some_and(|(from, to)| from >= to) {
            faults.push(("closes_at", Fault::Order));
        }
        let population = told("population", number(&self.population), &mut faults);
        let source = told("population_source", text::bounded_line(&self.population_source, 0, text::TITLE_MAX), &mut faults);
        if population.is_some_and(|size| size > 0) && source.as_ref().is_some_and(String::is_empty) {
            faults.push(("population_source", Fault::Missing));
        }
        let grid = self.grid.parse(&mut faults);
        let whole = title.zip(description).zip(bought).zip(form.zip(rule)).zip(opens_at.zip(closes_at)).zip(population.zip(source));
        let Some((((((title, description), (budget, options)), (form, rule)), (opens_at, closes_at)), (population, population_source))) =
            whole.filter(|_| faults.is_empty())
        else {
            return Err(Error::Faulty(faults));
        };
        Ok(Draft {
            kind: BoxKind::Budget,
            title,
            description,
            form,
            rule: Counting::Budget(rule),
            budget,
            levels: kept.map_or_else(|| vec![Level::Confirmed, Level::Verified], |kept| kept.levels.clone()),
            options,
            opens_at,
            closes_at,
            live: self.live,
            revote: self.revote,
            quorum: 0,
            population,
            population_source,
            grid,
        })
    }
}

fn again(option: &BallotOption) -> DraftOption {
    DraftOption {
        title: option.title.clone(),
        description: option.description.clone(),
        cost: option.cost,
        contribution: option.contribution_id.map(store::Uid::to),
    }
}

/// Euros as people type them, with at most two decimals, in cents.
fn euros(typed: &str) -> Option<i64> {
    let plain: String = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '€').collect();
    let (whole, cents) = plain.split_once([',', '.']).unwrap_or((&plain, "00"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(cents) || cents.len() > 2 {
        return None;
    }
    let amount = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(format!("{cents:0<2}").parse().ok()?)?;
    Some(amount).filter(|amount| (1..=MONEY_MAX).contains(amount))
}

fn projects(typed: &str) -> Outcome<Vec<DraftOption>, Fault> {
    let mut kept: Vec<DraftOption> = Vec::new();
    for line in typed.lines().filter(|line| !line.trim().is_empty()) {
        let (cost, title) = line.split_once(';').ok_or(Fault::Shape)?;
        let title = text::bounded_line(title, 1, text::TITLE_MAX)?;
        if kept.iter().any(|known| known.title == title) {
            return Err(Fault::Taken);
        }
        kept.push(DraftOption { cost: euros(cost).ok_or(Fault::Shape)?, ..DraftOption::free(title) });
        if kept.len() > PROJECTS_MAX {
            return Err(Fault::TooLong(PROJECTS_MAX));
        }
    }
    if kept.is_empty() { Err(Fault::Missing) } else { Ok(kept) }
}

fn form(code: &str, most: Option<u64>, budget: i64) -> Outcome<Form, Fault> {
    let (few, points) = USUAL;
    match code {
        "knapsack" => Ok(Form::Knapsack { budget: u64::try_from(budget).unwrap_or(0) }),
        "approval" => match most.map_or(Ok(few), u32::try_from) {
            Ok(max) if max > 0 => Ok(Form::Approval { min: 0, max }),
            _ => Err(Fault::Shape),
        },
        "cumulative" => match most.unwrap_or(points) {
            most if (1..=1_000).contains(&most) => Ok(Form::Cumulative { least: 0, most, each: most }),
            _ => Err(Fault::Shape),
        },
        _ => Err(Fault::Choice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_as_people_type_it() {
        let check = |typed: &str, expected: Option<i64>| assert_eq!(euros(typed), expected, "{typed}");
        check("100 000", Some(10_000_000));
        check("12\u{a0}345,5 €", Some(1_234_550));
        check("0.01", Some(1));
        for wrong in ["", "0", "-5", "1,234", "12a", "1,2,3", "99999999999999999999", "10000000001"] {
            check(wrong, None);
        }
    }
}
