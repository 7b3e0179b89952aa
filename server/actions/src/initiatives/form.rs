//! What is typed of an initiative, of the rules of petitions and of an answer, and what of it is accepted.

use crate::budget::keep;
use crate::{Error, Faults, Result};
use domain::answer::AnswerState;
use domain::initiative::{self, ANSWERS, InitiativeKind, PetitionRules, WORDS_MIN};
use domain::text::{self, Fault};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::At;

/// An initiative, as typed.
#[derive(Debug, Clone, Default)]
pub struct InitiativeForm {
    /// Code of what it asks.
    pub kind: String,
    /// 5 to 300 characters.
    pub title: String,
    /// Markdown, at least 10 characters.
    pub body: String,
    /// Where one acts: `https`. Needed to act, of no use to a petition.
    pub link: String,
    /// `2026-11-22`: the last day; empty: without end. A petition lasts as long as the rules say.
    pub closes_on: String,
    /// Slug of the consultation it belongs to; may be empty.
    pub consultation: String,
}

/// What the form says, of the right shape.
pub(super) struct Parsed {
    pub(super) kind: InitiativeKind,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) link: String,
    pub(super) closes_at: Option<At>,
    pub(super) consultation: Option<String>,
}

impl InitiativeForm {
    /// Reads it, naming every fault.
    pub(super) fn parse(&self, zone: &TimeZone, today: Date) -> Result<Parsed> {
        let mut faults = Faults::new();
        let kind = InitiativeKind::parse(&self.kind);
        if kind.is_none() {
            faults.push(("kind", Fault::Choice));
        }
        let title = keep("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults);
        let body = keep("body", text::bounded_text(&self.body, WORDS_MIN, text::BODY_MAX), &mut faults);
        let acts = kind == Some(InitiativeKind::Act);
        let link = if acts { keep("link", initiative::link(&self.link), &mut faults) } else { None };
        if acts && link.is_none() && !faults.iter().any(|(field, _)| *field == "link") {
            faults.push(("link", Fault::Missing));
        }
        let last = if acts { keep("closes_on", crate::budget::date(&self.closes_on), &mut faults) } else { None };
        if last.is_some_and(|day| day < today) {
            faults.push(("closes_on", Fault::Order));
        }
        match kind {
            Some(kind) if faults.is_empty() => Ok(Parsed {
                kind,
                title,
                body,
                link: link.map(String::from).unwrap_or_default(),
                closes_at: last.and_then(|day| end_of(day, zone)),
                consultation: Some(self.consultation.trim().to_owned()).filter(|slug| !slug.is_empty()),
            }),
            _ => Err(Error::Faulty(faults)),
        }
    }
}

/// The moment a day is over.
pub(super) fn end_of(day: Date, zone: &TimeZone) -> Option<At> {
    let next = day.tomorrow().ok()?;
    next.to_zoned(zone.clone()).ok().map(|zoned| At(zoned.timestamp()))
}

/// The rules of petitions, as typed.
#[derive(Debug, Clone, Default)]
pub struct RulesForm {
    /// Whether petitions may be proposed.
    pub is_open: bool,
    /// Signatures, 2 to 1,000,000.
    pub threshold: String,
    /// Days during which one signs, 7 to 730.
    pub days: String,
    /// Days for the answer, 7 to 365.
    pub answer_days: String,
}

impl RulesForm {
    /// Reads them, naming every fault.
    pub(super) fn parse(&self) -> Result<PetitionRules> {
        let mut faults = Faults::new();
        let threshold = keep("threshold", initiative::whole(&self.threshold, (2, 1_000_000)), &mut faults);
        let days = keep("days", initiative::whole(&self.days, (7, 730)), &mut faults);
        let answer_days = keep("answer_days", initiative::whole(&self.answer_days, (7, 365)), &mut faults);
        if faults.is_empty() { Ok(PetitionRules { threshold, days, answer_days }) } else { Err(Error::Faulty(faults)) }
    }
}

/// An answer to a petition, as typed.
#[derive(Debug, Clone, Default)]
pub struct AnswerForm {
    /// Code of what is answered.
    pub state: String,
    /// Markdown, at least 10 characters.
    pub body: String,
    /// Who signs it.
    pub signed_by: String,
}

impl AnswerForm {
    /// Reads it, naming every fault.
    pub(super) fn parse(&self) -> Result<(AnswerState, String, String)> {
        let mut faults = Faults::new();
        let state = AnswerState::parse(&self.state).filter(|state| ANSWERS.contains(state));
        if state.is_none() {
            faults.push(("state", Fault::Choice));
        }
        let body = keep("body", text::bounded_text(&self.body, WORDS_MIN, text::BODY_MAX), &mut faults);
        let signed_by = keep("signed_by", text::bounded_line(&self.signed_by, 2, text::NAME_MAX), &mut faults);
        match state {
            Some(state) if faults.is_empty() => Ok((state, body, signed_by)),
            _ => Err(Error::Faulty(faults)),
        }
    }
}
