//! A poll as an agent types it.

use super::{Draft, DraftOption, GridForm, OPTIONS_MAX, counting};
use crate::consultations::moment;
use crate::{Error, Faults, Result};
use deliberation::ballot::{Answers, Form};
use domain::text::{self, Fault};
use domain::vote::{BoxKind, Level};
use jiff::tz::TimeZone;

/// The forms of a ballot that a poll may have.
pub const FORMS: [&str; 8] =
    ["choose-1", "approval", "for-against-abstain", "consent", "scale", "cumulative", "ranking", "majority-judgment"];
/// The points to give out where nobody said how many, and the most.
const POINTS: (u64, u64) = (10, 1_000);
/// The lowest and highest step of a scale.
const SCALE: (i64, i64) = (1, 5);
/// How many grades majority judgment has.
const GRADES: u8 = 5;

/// A poll as it was typed.
#[derive(Debug, Clone, Default)]
pub struct PollForm {
    /// The question.
    pub title: String,
    /// What there is to know, as Markdown.
    pub description: String,
    /// Code of the form: one of [`FORMS`].
    pub form: String,
    /// The most answers, or the points to give out; empty for the usual number.
    pub most: String,
    /// One option a line.
    pub options: String,
    /// Local time of the opening.
    pub opens_at: String,
    /// Local time of the closing.
    pub closes_at: String,
    /// Whether the number of voters is shown meanwhile.
    pub live: bool,
    /// Whether a ballot may be replaced.
    pub revote: bool,
    /// How many must take part; empty for none.
    pub quorum: String,
    /// How many could vote; empty when nobody knows.
    pub population: String,
    /// Whence that number comes.
    pub population_source: String,
    /// What the agent answered about what is at stake.
    pub grid: GridForm,
}

impl PollForm {
    /// Reads the form.
    ///
    /// # Errors
    /// Every faulty field.
    pub fn parse(&self, zone: &TimeZone) -> Result<Draft> {
        let mut faults = Faults::new();
        let title = told("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults);
        let description = told("description", text::bounded_text(&self.description, 0, text::BODY_MAX), &mut faults);
        let titles = told("options", options(&self.options), &mut faults).unwrap_or_default();
        let form = told("form", form(&self.form), &mut faults);
        let most = told("most", most(&self.most), &mut faults);
        let form = form.zip(most).and_then(|(form, most)| told("most", sized(form, most, titles.len()), &mut faults));
        let population = told("population", number(&self.population), &mut faults);
        let source = told("population_source", text::bounded_line(&self.population_source, 0, text::TITLE_MAX), &mut faults);
        if population.is_some_and(|size| size > 0) && source.as_ref().is_some_and(String::is_empty) {
            faults.push(("population_source", Fault::Missing));
        }
        let opens_at = told("opens_at", moment(&self.opens_at, zone), &mut faults);
        let closes_at = told("closes_at", moment(&self.closes_at, zone), &mut faults);
        let quorum = told("quorum", number(&self.quorum), &mut faults);
        if opens_at.zip(closes_at).is_some_and(|(from, to)| from >= to) {
            faults.push(("closes_at", Fault::Order));
        }
        let asks_options = form.is_some_and(|form| form.has_options());
        if asks_options && titles.len() < 2 && !faults.iter().any(|(field, _)| *field == "options") {
            faults.push(("options", Fault::Missing));
        }
        let grid = self.grid.parse(&mut faults);
        let whole = title.zip(description).zip(form).zip(opens_at.zip(closes_at)).zip(quorum).zip(population.zip(source));
        let Some((((((title, description), form), (opens_at, closes_at)), quorum), (population, population_source))) =
            whole.filter(|_| faults.is_empty())
        else {
            return Err(Error::Faulty(faults));
        };
        let kept = if asks_options { titles } else { Vec::new() };
        Ok(Draft {
            kind: BoxKind::Poll,
            title,
            description,
            form,
            rule: counting(&form, quorum),
            budget: 0,
            levels: vec![Level::Confirmed, Level::Verified],
            options: kept.into_iter().map(DraftOption::free).collect(),
            opens_at,
            closes_at,
            live: self.live,
            revote: self.revote,
            quorum,
            population,
            population_source,
            grid,
        })
    }
}

pub(super) fn told<T>(field: &'static str, read: std::result::Result<T, Fault>, faults: &mut Faults) -> Option<T> {
    read.map_err(|fault| faults.push((field, fault))).ok()
}

fn options(typed: &str) -> std::result::Result<Vec<String>, Fault> {
    let mut kept: Vec<String> = Vec::new();
    for line in typed.lines().filter(|line| !line.trim().is_empty()) {
        let title = text::bounded_line(line, 1, text::TITLE_MAX)?;
        if kept.contains(&title) {
            return Err(Fault::Taken);
        }
        kept.push(title);
        if kept.len() > OPTIONS_MAX {
            return Err(Fault::TooLong(OPTIONS_MAX));
        }
    }
    Ok(kept)
}

fn form(code: &str) -> std::result::Result<Form, Fault> {
    let (lowest, highest) = SCALE;
    match code {
        "choose-1" => Ok(Form::ChooseOne),
        "approval" => Ok(Form::Approval { min: 1, max: 1 }),
        "for-against-abstain" => Ok(Form::ForAgainstAbstain),
        "consent" => Ok(Form::Consent),
        "scale" => Ok(Form::Scale { lowest, highest, answers: Answers::Any }),
        "cumulative" => Ok(Form::Cumulative { least: 1, most: POINTS.0, each: POINTS.0 }),
        "ranking" => Ok(Form::Ranking { min: 1, max: 1 }),
        "majority-judgment" => Ok(Form::MajorityJudgment { grades: GRADES, answers: Answers::Any }),
        _ => Err(Fault::Choice),
    }
}

pub(super) fn most(typed: &str) -> std::result::Result<Option<u64>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_not_a_number: std::num::ParseIntError| Fault::Shape) }
}

/// The form with its numbers, for as many options.
fn sized(form: Form, most: Option<u64>, options: usize) -> std::result::Result<Form, Fault> {
    let all = u32::try_from(options.max(1)).unwrap_or(1);
    match form {
        Form::Approval { min, .. } => match most.map_or(Some(all), |most| u32::try_from(most).ok()) {
            Some(max) if (1..=all).contains(&max) => Ok(Form::Approval { min, max }),
            _ => Err(Fault::Shape),
        },
        Form::Ranking { min, .. } => Ok(Form::Ranking { min, max: all }),
        Form::Cumulative { least, .. } => match most.unwrap_or(POINTS.0) {
            most if (1..=POINTS.1).contains(&most) => Ok(Form::Cumulative { least, most, each: most }),
            _ => Err(Fault::Shape),
        },
        other => Ok(other),
    }
}

pub(super) fn number(typed: &str) -> std::result::Result<i32, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(0);
    }
    typed.parse().ok().filter(|number| *number >= 0).ok_or(Fault::Shape)
}
