//! Change what a questionnaire says of itself: title, texts, who may answer and when, how long answers are kept.

use super::{event, prepares, subject};
use crate::{App, Error, Faults, Result};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::consultation::Calendar;
use domain::event::EventKind;
use domain::id::QuestionnaireId;
use domain::questionnaire::Respondents;
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use store::At;
use store::questionnaires::Text;

/// What an agent types. Dates are local, as `datetime-local` fields send them.
#[derive(Debug, Clone, Default)]
pub struct QuestionnaireForm {
    /// Its title.
    pub title: String,
    /// What is said before the first question, in Markdown.
    pub introduction: String,
    /// What the answers are used for.
    pub purpose: String,
    /// Code of who may answer.
    pub respondents: String,
    /// First instant.
    pub opens_at: String,
    /// First instant after it.
    pub closes_at: String,
    /// Days after its end for which single answers are kept.
    pub retention_days: String,
}

/// Longest time for which single answers may be kept, in days: three years.
const RETENTION_MAX: i32 = 1096;

impl QuestionnaireForm {
    /// Reads the form, naming every fault.
    fn parse(&self, zone: &TimeZone) -> Result<Text> {
        let mut faults = Faults::new();
        let mut keep = |field: &'static str, result: std::result::Result<String, Fault>| {
            result.map_err(|fault| faults.push((field, fault))).unwrap_or_default()
        };
        let title = keep("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX));
        let introduction = keep("introduction", text::bounded_text(&self.introduction, 0, text::BODY_MAX));
        let purpose = keep("purpose", text::bounded_text(&self.purpose, 10, text::SHORT_MAX));
        let respondents = Respondents::parse(&self.respondents).ok_or(Fault::Choice).map_err(|fault| faults.push(("respondents", fault)));
        let mut moment = |field: &'static str, typed: &str| {
            let read = typed.trim().parse::<DateTime>().ok().and_then(|local| zone.to_timestamp(local).ok());
            read.ok_or(if typed.trim().is_empty() { Fault::Missing } else { Fault::Shape }).map_err(|fault| faults.push((field, fault)))
        };
        let (opens_at, closes_at) = (moment("opens_at", &self.opens_at), moment("closes_at", &self.closes_at));
        if let (Ok(opens), Ok(closes)) = (&opens_at, &closes_at)
            && closes <= opens
        {
            faults.push(("closes_at", Fault::Order));
        }
        let days = self.retention_days.trim().parse::<i32>().ok().filter(|days| (1..=RETENTION_MAX).contains(days));
        let days = days.ok_or(Fault::Choice).map_err(|fault| faults.push(("retention_days", fault)));
        match (respondents, opens_at, closes_at, days) {
            (Ok(respondents), Ok(opens_at), Ok(closes_at), Ok(retention_days)) if faults.is_empty() => Ok(Text {
                title,
                introduction,
                purpose,
                respondents: respondents.code().to_owned(),
                opens_at: At(opens_at),
                closes_at: At(closes_at),
                retention_days,
            }),
            _faulty => Err(Error::Faulty(faults)),
        }
    }
}

/// Changes the texts and dates that the agent last saw at `revision`. Once somebody answers, who may answer, what for, when it opened and how
/// long answers are kept stay as they were told: only title, introduction and a later end may change.
///
/// # Errors
/// A refusal of the permission table, `Stale`, `Answered`, faulty fields, or the store's failure.
pub async fn edit(app: &App, viewer: Viewer, id: QuestionnaireId, revision: i32, form: &QuestionnaireForm) -> Result<()> {
    prepares(viewer)?;
    let (now, text) = (app.now(), form.parse(&app.time_zone().await?)?);
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            let old = &subject.questionnaire;
            within(&subject.calendar, text.opens_at.0, text.closes_at.0)?;
            let promised = text.purpose == old.purpose
                && text.respondents == old.respondents
                && text.retention_days == old.retention_days
                && text.opens_at == old.opens_at
                && text.closes_at >= old.closes_at;
            if !promised && store::responses::any(db, old.id)? {
                return Err(Refusal::Answered.into());
            }
            // What is published is not published twice: an end that was passed stays passed.
            if old.results_at.is_some() && text.closes_at != old.closes_at {
                return Err(Refusal::Answered.into());
            }
            if !store::questionnaires::update(db, old.id, revision, &text)? {
                return Err(Refusal::Stale.into());
            }
            Ok(store::journal::append(db, &event(EventKind::QuestionnaireEdited, &subject).by(viewer.actor).detail("texts"), now)?)
        })
        .await
}

/// A questionnaire runs inside its consultation.
fn within(calendar: &Calendar, opens: Timestamp, closes: Timestamp) -> Result<()> {
    let (Some(first), Some(last)) = (calendar.phases.first(), calendar.phases.last()) else { return Ok(()) };
    let mut faults = Faults::new();
    if opens < first.opens_at {
        faults.push(("opens_at", Fault::Choice));
    }
    if closes > last.closes_at {
        faults.push(("closes_at", Fault::Choice));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Faulty(faults)) }
}
