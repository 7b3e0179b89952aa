//! What is typed of a commitment, and what of it is accepted.

use crate::budget::{date, keep};
use crate::{Error, Faults, Result};
use domain::budget;
use domain::commitment::{self, CommitmentState};
use domain::text::{self, Fault};
use jiff::civil::Date;

/// A commitment, as typed.
#[derive(Debug, Clone, Default)]
pub struct CommitmentForm {
    /// Its title.
    pub title: String,
    /// What is promised, in Markdown.
    pub body: String,
    /// The service or elected person who answers for it; may be empty.
    pub responsible: String,
    /// What it costs, as people write it; may be empty.
    pub cost: String,
    /// The promised day, `2026-11-21`; may be empty. Once published, it moves only with a report that says why.
    pub promised_on: String,
}

/// How a commitment goes, as typed.
#[derive(Debug, Clone, Default)]
pub struct ProgressForm {
    /// Code of the state.
    pub state: String,
    /// How far it is, in hundredths.
    pub progress: String,
    /// The promised day; may be empty.
    pub promised_on: String,
    /// The day it was done; empty as long as it is not.
    pub finished_on: String,
    /// What is told; needed where it is given up or put off.
    pub words: String,
}

/// A commitment of the right shape.
pub(super) struct Parsed {
    pub(super) title: String,
    pub(super) body: String,
    pub(super) responsible: String,
    pub(super) cost: Option<i64>,
    pub(super) promised_on: Option<String>,
}

impl CommitmentForm {
    pub(super) fn parse(&self) -> Result<Parsed> {
        let mut faults = Faults::new();
        let parsed = Parsed {
            title: keep("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults),
            body: keep("body", text::bounded_text(&self.body, 20, text::BODY_MAX), &mut faults),
            responsible: keep("responsible", text::bounded_line(&self.responsible, 0, text::NAME_MAX), &mut faults),
            cost: keep("cost", budget::cents_or_none(&self.cost), &mut faults),
            promised_on: keep("promised_on", date(&self.promised_on), &mut faults).map(|day| day.to_string()),
        };
        if faults.is_empty() { Ok(parsed) } else { Err(Error::Faulty(faults)) }
    }
}

/// Progress of the right shape.
pub(super) struct Progress {
    pub(super) state: CommitmentState,
    pub(super) progress: i32,
    pub(super) promised_on: Option<String>,
    pub(super) done_on: Option<String>,
    pub(super) news: String,
}

impl ProgressForm {
    /// Reads it; `promised` is the day promised so far.
    pub(super) fn parse(&self, promised: Option<&str>, today: Date) -> Result<Progress> {
        let mut faults = Faults::new();
        let state = CommitmentState::parse(&self.state);
        let promised_on = keep("promised_on", date(&self.promised_on), &mut faults).map(|day| day.to_string());
        let told = keep("finished_on", date(&self.finished_on), &mut faults);
        let news = keep("words", text::bounded_text(&self.words, 0, text::BODY_MAX), &mut faults);
        let Some(state) = state else {
            faults.push(("state", Fault::Choice));
            return Err(Error::Faulty(faults));
        };
        // Where the state says it, nothing has to be typed.
        let typed = match state {
            CommitmentState::UnderWay | CommitmentState::Abandoned => keep("progress", commitment::hundredths(&self.progress), &mut faults),
            CommitmentState::Planned | CommitmentState::Done => 0,
        };
        let done_on = if faults.iter().any(|(field, _)| *field == "finished_on") {
            None
        } else {
            keep("finished_on", commitment::done_on(state, told, today), &mut faults)
        };
        let must_say_why = state == CommitmentState::Abandoned || promised_on.as_deref() != promised && promised.is_some();
        if must_say_why && news.is_empty() && !faults.iter().any(|(field, _)| *field == "words") {
            faults.push(("words", Fault::Missing));
        }
        if faults.is_empty() {
            Ok(Progress { state, progress: state.progress(typed), promised_on, done_on: done_on.map(|day| day.to_string()), news })
        } else {
            Err(Error::Faulty(faults))
        }
    }
}
