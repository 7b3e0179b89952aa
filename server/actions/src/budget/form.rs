//! What is typed of a budget, and what of it is accepted.

use crate::{Error, Faults, Result};
use domain::budget::{self, ENVELOPES_MAX, PLACE_MAX, Verdict, WorksState};
use domain::id::{ActorId, EnvelopeId};
use domain::text::{self, Fault};
use jiff::civil::Date;
use store::Uid;

/// An envelope, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EnvelopeForm {
    /// Its id; empty for a new one.
    pub id: String,
    /// Its title; empty to remove it.
    pub title: String,
    /// The district; empty for the whole territory.
    pub district: String,
    /// The amount, as people write it.
    pub amount: String,
    /// The most a project may cost; empty for no limit.
    pub most: String,
}

/// What the author of a project adds to a proposal.
#[derive(Debug, Clone, Default)]
pub struct ProjectForm {
    /// Id of the envelope.
    pub envelope: String,
    /// Where, in words.
    pub place: String,
    /// What they think it costs; empty when they do not know.
    pub asked: String,
}

/// What a service writes down about a project before it decides.
#[derive(Debug, Clone, Default)]
pub struct StudyForm {
    /// Id of the envelope.
    pub envelope: String,
    /// The service that studies it.
    pub service: String,
    /// Id of the agent who studies it; empty for nobody.
    pub agent: String,
    /// Code of the verdict; empty as long as there is none.
    pub verdict: String,
    /// What it costs; empty as long as nobody knows.
    pub cost: String,
    /// The reasons, as they will be published.
    pub reasons: String,
}

/// How the works go.
#[derive(Debug, Clone, Default)]
pub struct WorksForm {
    /// Code of the state.
    pub state: String,
    /// The promised day, `2026-11-21`; may be empty.
    pub promised_on: String,
    /// The day they ended; empty as long as they have not.
    pub done_on: String,
    /// News for everybody; may be empty.
    pub news: String,
}

macro_rules! envelope_fields {
    ($($n:literal),+) => {
        [$([
            concat!("envelope-", $n, "-title"), concat!("envelope-", $n, "-district"), concat!("envelope-", $n, "-amount"),
            concat!("envelope-", $n, "-most"),
        ]),+]
    };
}

/// Names of the fields of each envelope, by rank: title, district, amount, most.
pub const ENVELOPE_FIELDS: [[&str; 4]; ENVELOPES_MAX] =
    envelope_fields!("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19");

/// An envelope that has the right shape.
pub(super) struct Parsed {
    pub(super) id: Option<EnvelopeId>,
    pub(super) title: String,
    pub(super) district: String,
    pub(super) amount: i64,
    pub(super) most: i64,
}

impl EnvelopeForm {
    /// Whether it was emptied.
    pub(super) fn is_empty(&self) -> bool {
        [&self.title, &self.district, &self.amount, &self.most].iter().all(|text| text.trim().is_empty())
    }

    /// Reads an envelope; faults are named after its rank.
    pub(super) fn parse(&self, [title, district, amount, most]: [&'static str; 4], faults: &mut Faults) -> Option<Parsed> {
        let before = faults.len();
        let parsed = Parsed {
            id: EnvelopeId::parse(&self.id),
            title: keep(title, text::bounded_line(&self.title, 2, text::NAME_MAX), faults),
            district: keep(district, text::bounded_line(&self.district, 0, text::NAME_MAX), faults),
            amount: keep(amount, budget::cents(&self.amount), faults),
            most: keep(most, budget::cents_or_none(&self.most), faults).unwrap_or(0),
        };
        if faults.len() == before && parsed.amount < 1 {
            faults.push((amount, Fault::Shape));
        }
        if faults.len() == before && parsed.most > parsed.amount {
            faults.push((most, Fault::Shape));
        }
        (faults.len() == before).then_some(parsed)
    }
}

impl ProjectForm {
    /// Reads what makes a proposal a project: envelope, place, cost in cents.
    ///
    /// # Errors
    /// Every faulty field.
    pub fn parse(&self) -> Result<(EnvelopeId, String, Option<i64>)> {
        let mut faults = Faults::new();
        let envelope = EnvelopeId::parse(self.envelope.trim());
        if envelope.is_none() {
            faults.push(("envelope", if self.envelope.trim().is_empty() { Fault::Missing } else { Fault::Choice }));
        }
        let place = keep("place", text::bounded_line(&self.place, 0, PLACE_MAX), &mut faults);
        let asked = keep("asked", budget::cents_or_none(&self.asked), &mut faults);
        match envelope {
            Some(envelope) if faults.is_empty() => Ok((envelope, place, asked)),
            _ => Err(Error::Faulty(faults)),
        }
    }
}

/// A study that has the right shape.
pub(super) struct Study {
    pub(super) envelope: EnvelopeId,
    pub(super) service: String,
    pub(super) agent: Option<Uid>,
    pub(super) verdict: Option<Verdict>,
    pub(super) cost: Option<i64>,
    pub(super) reasons: String,
}

impl StudyForm {
    pub(super) fn parse(&self) -> Result<Study> {
        let mut faults = Faults::new();
        let envelope = EnvelopeId::parse(self.envelope.trim());
        if envelope.is_none() {
            faults.push(("envelope", Fault::Choice));
        }
        let agent = chosen("agent", &self.agent, ActorId::parse, &mut faults).map(Uid::of);
        let verdict = chosen("verdict", &self.verdict, Verdict::parse, &mut faults);
        let service = keep("service", text::bounded_line(&self.service, 0, text::NAME_MAX), &mut faults);
        let cost = keep("cost", budget::cents_or_none(&self.cost), &mut faults);
        let reasons = keep("reasons", text::bounded_text(&self.reasons, 0, text::BODY_MAX), &mut faults);
        match envelope {
            Some(envelope) if faults.is_empty() => Ok(Study { envelope, service, agent, verdict, cost, reasons }),
            _ => Err(Error::Faulty(faults)),
        }
    }
}

/// Works as reported, of the right shape.
pub(super) struct Works {
    pub(super) state: WorksState,
    pub(super) promised_on: Option<Date>,
    pub(super) done_on: Option<Date>,
    pub(super) news: String,
}

impl WorksForm {
    pub(super) fn parse(&self, today: Date) -> Result<Works> {
        let mut faults = Faults::new();
        let state = WorksState::parse(&self.state);
        if state.is_none() {
            faults.push(("state", Fault::Choice));
        }
        let promised_on = keep("promised_on", date(&self.promised_on), &mut faults);
        let done_on = keep("done_on", date(&self.done_on), &mut faults);
        let news = keep("news", text::bounded_text(&self.news, 0, text::BODY_MAX), &mut faults);
        // What is done was done on a day that has come, and what is not done has none.
        match (state, done_on) {
            (Some(WorksState::Done), None) => faults.push(("done_on", Fault::Missing)),
            (Some(WorksState::Done), Some(day)) if day > today => faults.push(("done_on", Fault::Shape)),
            (Some(WorksState::Planned | WorksState::Prepared | WorksState::UnderWay | WorksState::Stopped), Some(_)) => {
                faults.push(("done_on", Fault::Choice));
            }
            (Some(WorksState::Stopped), None) if news.is_empty() => faults.push(("news", Fault::Missing)),
            _ => {}
        }
        match state {
            Some(state) if faults.is_empty() => Ok(Works { state, promised_on, done_on, news }),
            _ => Err(Error::Faulty(faults)),
        }
    }
}

/// What was read of a field; its fault is noted.
pub(crate) fn keep<T: Default>(field: &'static str, read: std::result::Result<T, Fault>, faults: &mut Faults) -> T {
    read.unwrap_or_else(|fault| {
        faults.push((field, fault));
        T::default()
    })
}

/// What is chosen from a list, or nothing.
fn chosen<T>(field: &'static str, typed: &str, parse: impl Fn(&str) -> Option<T>, faults: &mut Faults) -> Option<T> {
    let typed = typed.trim();
    let found = parse(typed);
    if found.is_none() && !typed.is_empty() {
        faults.push((field, Fault::Choice));
    }
    found
}

/// A day, or nothing.
pub(crate) fn date(typed: &str) -> std::result::Result<Option<Date>, Fault> {
    match typed.trim() {
        "" => Ok(None),
        // Four figures for the year, as `<input type="date">` sends it: days then sort as texts.
        day if day.len() == 10 => day.parse().map(Some).map_err(|_unreadable: jiff::Error| Fault::Shape),
        _ => Err(Fault::Shape),
    }
}
