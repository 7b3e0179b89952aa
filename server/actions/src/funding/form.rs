//! What is typed of a project and of a report, and what of it is accepted.

use crate::budget::{date, keep};
use crate::{Error, Faults, Result};
use domain::budget::{cents, cents_or_none};
use domain::funding::{self, FundingMode};
use domain::initiative;
use domain::text::{self, Fault};

/// A project, as typed.
#[derive(Debug, Clone, Default)]
pub struct ProjectForm {
    /// 5 to 300 characters.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// Who carries it.
    pub carrier: String,
    /// Code of what money is given as.
    pub mode: String,
    /// With a reward, or with interest.
    pub with_return: bool,
    /// In euros.
    pub goal: String,
    /// In euros; may be empty.
    pub cost: String,
    /// `2026-11-22`.
    pub opens_on: String,
    /// `2026-12-22`.
    pub closes_on: String,
    /// The campaign on the platform: `https`.
    pub link: String,
}

/// What the form says, of the right shape.
pub(super) struct Parsed {
    pub(super) title: String,
    pub(super) body: String,
    pub(super) carrier: String,
    pub(super) mode: FundingMode,
    pub(super) with_return: bool,
    pub(super) goal: i64,
    pub(super) cost: Option<i64>,
    pub(super) opens_on: String,
    pub(super) closes_on: String,
    pub(super) link: String,
}

impl ProjectForm {
    /// Reads it, naming every fault.
    pub(super) fn parse(&self) -> Result<Parsed> {
        let mut faults = Faults::new();
        let title = keep("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults);
        let body = keep("body", text::bounded_text(&self.body, initiative::WORDS_MIN, text::BODY_MAX), &mut faults);
        let carrier = keep("carrier", text::bounded_line(&self.carrier, 2, text::NAME_MAX), &mut faults);
        let mode = FundingMode::parse(&self.mode);
        if mode.is_none() {
            faults.push(("mode", Fault::Choice));
        }
        let goal = keep("goal", cents(&self.goal).and_then(|goal| if goal > 0 { Ok(goal) } else { Err(Fault::Shape) }), &mut faults);
        let cost = keep("cost", cents_or_none(&self.cost), &mut faults);
        let needed = |typed: &str| date(typed).and_then(|day| day.ok_or(Fault::Missing)).map(Some);
        let opens = keep("opens_on", needed(&self.opens_on), &mut faults);
        let closes = keep("closes_on", needed(&self.closes_on), &mut faults);
        if let Some(Err(fault)) = opens.zip(closes).map(|(opens, closes)| funding::window(opens, closes)) {
            faults.push(("closes_on", fault));
        }
        let link = keep("link", initiative::link(&self.link).and_then(|link| link.ok_or(Fault::Missing)).map(Some), &mut faults);
        match (mode, opens, closes, link) {
            (Some(mode), Some(opens), Some(closes), Some(link)) if faults.is_empty() => Ok(Parsed {
                title,
                body,
                carrier,
                mode,
                // A share of a project has neither reward nor interest.
                with_return: self.with_return && mode != FundingMode::Investment,
                goal,
                cost,
                opens_on: opens.to_string(),
                closes_on: closes.to_string(),
                link: link.to_string(),
            }),
            _ => Err(Error::Faulty(faults)),
        }
    }
}

/// A report, as typed.
#[derive(Debug, Clone, Default)]
pub struct ReportForm {
    /// What was raised until now, in euros.
    pub raised: String,
    /// By how many people.
    pub contributors: String,
    /// News of the project, in Markdown; may be empty.
    pub news: String,
}

impl ReportForm {
    /// Reads it, naming every fault.
    pub(super) fn parse(&self) -> Result<(i64, i32, String)> {
        let mut faults = Faults::new();
        let raised = keep("raised", cents(&self.raised), &mut faults);
        let contributors = keep("contributors", funding::contributors(&self.contributors), &mut faults);
        let news = keep("news", text::bounded_text(&self.news, 0, text::BODY_MAX), &mut faults);
        if let (true, Err(column)) = (faults.is_empty(), funding::sound(raised, contributors)) {
            faults.push((column, Fault::Shape));
        }
        if faults.is_empty() { Ok((raised, contributors, news)) } else { Err(Error::Faulty(faults)) }
    }
}
