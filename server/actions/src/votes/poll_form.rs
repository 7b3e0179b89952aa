//! A poll as an agent types it.

use super::{Draft, DraftOption, OPTIONS_MAX, counting};
use crate::consultations::moment;
use crate::{Error, Faults, Result};
use deliberation::ballot::Form;
use domain::text::{self, Fault};
use domain::vote::{BoxKind, Level};
use jiff::tz::TimeZone;

/// A poll as it was typed.
#[derive(Debug, Clone, Default)]
pub struct PollForm {
    /// The question.
    pub title: String,
    /// What there is to know, as Markdown.
    pub description: String,
    /// Code of the form: `choose-1`, `approval`, `for-against-abstain` or `consent`.
    pub form: String,
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
    /// Whether the agent has confirmed that it is no election.
    pub no_election: bool,
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
        let form = told("form", form(&self.form, titles.len()), &mut faults);
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
        if !self.no_election {
            faults.push(("no_election", Fault::Missing));
        }
        let whole = title.zip(description).zip(form).zip(opens_at.zip(closes_at)).zip(quorum);
        let Some(((((title, description), form), (opens_at, closes_at)), quorum)) = whole.filter(|_| faults.is_empty()) else {
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
            population: 0,
            population_source: String::new(),
        })
    }
}

fn told<T>(field: &'static str, read: std::result::Result<T, Fault>, faults: &mut Faults) -> Option<T> {
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

fn form(code: &str, options: usize) -> std::result::Result<Form, Fault> {
    let all = u32::try_from(options.max(1)).unwrap_or(1);
    match code {
        "choose-1" => Ok(Form::ChooseOne),
        "approval" => Ok(Form::Approval { min: 1, max: all }),
        "for-against-abstain" => Ok(Form::ForAgainstAbstain),
        "consent" => Ok(Form::Consent),
        _ => Err(Fault::Choice),
    }
}

fn number(typed: &str) -> std::result::Result<i32, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(0);
    }
    typed.parse().ok().filter(|number| *number >= 0).ok_or(Fault::Shape)
}
