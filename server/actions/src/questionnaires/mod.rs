//! Questionnaires: what agents do to prepare, run and publish one, and what people do to answer. Nothing of it leaves the instance.

mod answer;
mod arrange;
mod close;
mod decide;
mod draft;
mod duplicate;
mod edit;
mod erase;
mod files;
mod own_data;
mod publish;
mod results;
mod send;
mod sweep;

pub use answer::{PageOfAnswers, begin, save};
pub use arrange::{Change, arrange};
pub use close::close;
pub use decide::{count_flagged, take};
pub use draft::draft;
pub use duplicate::duplicate;
pub use edit::{QuestionnaireForm, edit};
pub use erase::{erase_own, remove_draft};
pub use files::FILE_MAX;
pub(crate) use own_data::own_data;
pub use own_data::words;
pub use publish::publish;
pub use results::{choose_text, publish_results};
pub use send::{Sent, confirm, resume_later, send};
pub(crate) use sweep::sweep;
pub use sweep::{DRAFT_LIFE, UNCONFIRMED_LIFE};

use domain::Timestamp;
use domain::actor::Viewer;
use domain::consultation::Calendar;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, QuestionnaireId};
use domain::permission::{self, OfficeVerb};
use domain::questionnaire::{ResponseState, Terms};
use domain::refusal::Refusal;
use store::consultations::Consultation;
use store::questionnaires::Questionnaire;
use store::responses::Response;
use store::{Db, Uid};

use crate::{Result, random};

/// Who answers: an account, or whoever has the link.
#[derive(Debug, Clone)]
pub enum Respondent {
    /// Somebody who is signed in.
    Account(ActorId),
    /// Somebody with the secret of their own link.
    Link(String),
}

/// A questionnaire and what the rules need to know around it.
pub(crate) struct Subject {
    pub(crate) questionnaire: Questionnaire,
    pub(crate) terms: Terms,
    pub(crate) consultation: Consultation,
    pub(crate) calendar: Calendar,
}

/// Loads a questionnaire, and keeps others from changing it until the end of the transaction.
pub(crate) fn subject(db: &mut Db, id: QuestionnaireId) -> Result<Subject> {
    store::questionnaires::hold(db, Uid::of(id))?;
    let questionnaire = store::questionnaires::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    let consultation = store::consultations::find(db, questionnaire.consultation_id)?.ok_or(Refusal::NotFound)?;
    let calendar = store::consultations::calendar(db, &consultation)?;
    Ok(Subject { terms: questionnaire.terms()?, questionnaire, consultation, calendar })
}

/// The answer of a respondent, if they have begun.
///
/// # Errors
/// When the store fails.
pub fn own(db: &mut Db, id: QuestionnaireId, who: &Respondent) -> Result<Option<Response>> {
    Ok(match who {
        Respondent::Account(actor) => store::responses::of_actor(db, Uid::of(id), Uid::of(*actor))?,
        Respondent::Link(token) => store::responses::by_key(db, Uid::of(id), &random::token_hash(token))?,
    })
}

/// The answer of a respondent that is not sent yet, once the questionnaire takes answers from them.
pub(crate) fn own_draft(db: &mut Db, subject: &Subject, viewer: Viewer, who: &Respondent, now: Timestamp) -> Result<Response> {
    subject.terms.may_answer(viewer, &subject.calendar, now)?;
    let response = own(db, subject.questionnaire.id.to(), who)?.ok_or(Refusal::NotFound)?;
    if response.state == ResponseState::Draft.code() { Ok(response) } else { Err(Refusal::AlreadyDone.into()) }
}

/// Only those who prepare consultations, and read what comes in.
pub(crate) fn prepares(viewer: Viewer) -> Result<()> {
    Ok(permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?)
}

/// An event about a questionnaire. Of an answer the journal keeps neither whose it is nor which.
pub(crate) fn event(kind: EventKind, subject: &Subject) -> Event {
    Event::new(kind).on(subject.questionnaire.id.0).within(subject.consultation.id.to())
}
