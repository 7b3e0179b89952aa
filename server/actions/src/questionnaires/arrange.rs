//! Change the questions of a questionnaire, until somebody begins to answer.

use super::{event, prepares, subject};
use crate::{App, Error, Faults, Result, random};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::{QuestionId, QuestionnaireId, SectionId};
use domain::questionnaire::arrange::Move;
use domain::questionnaire::draft::QuestionDraft;
use domain::questionnaire::{Form, Question, QuestionKind};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::Uid;
use uuid::Uuid;

/// What an agent does to the questions.
#[derive(Debug, Clone)]
pub enum Change {
    /// One more page.
    AddSection,
    /// A page is moved, copied or removed.
    Section(SectionId, Move),
    /// The title and the text of a page.
    EditSection(SectionId, String, String),
    /// One more question of this kind at the end of a page; gives its id.
    AddQuestion(SectionId, QuestionKind, QuestionDraft),
    /// A question is moved, copied or removed.
    Question(QuestionId, Move),
    /// What a question asks.
    EditQuestion(QuestionId, QuestionDraft),
}

/// Makes a change. Refused with `Answered` from the first person who begins to answer.
///
/// # Errors
/// A refusal of the permission table, `Answered`, `NotFound`, `NoRoom`, faulty fields, or the store's failure.
pub async fn arrange(app: &App, viewer: Viewer, id: QuestionnaireId, change: Change) -> Result<()> {
    prepares(viewer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            if store::responses::any(db, Uid::of(id))? || subject.questionnaire.purged_at.is_some() {
                return Err(Refusal::Answered.into());
            }
            let mut form = store::questionnaires::form(db, Uid::of(id))?;
            apply(&mut form, change, &mut || random::uuid_v7(now))?;
            store::questionnaires::replace_form(db, Uid::of(id), &form)?;
            Ok(store::journal::append(db, &event(EventKind::QuestionnaireEdited, &subject).by(viewer.actor).detail("questions"), now)?)
        })
        .await
}

fn apply(form: &mut Form, change: Change, new_id: &mut dyn FnMut() -> Uuid) -> Result<()> {
    match change {
        Change::AddSection => form.add_section(SectionId(new_id()))?,
        Change::Section(id, act) => form.arrange_section(id, act, new_id)?,
        Change::Question(id, act) => form.arrange_question(id, act, new_id)?,
        Change::EditSection(id, title, body) => {
            let mut faults = Faults::new();
            let title = text::bounded_line(&title, 0, text::TITLE_MAX).map_err(|fault| faults.push(("title", fault))).unwrap_or_default();
            let body = text::bounded_text(&body, 0, text::BODY_MAX).map_err(|fault| faults.push(("text", fault))).unwrap_or_default();
            if !faults.is_empty() {
                return Err(Error::Faulty(faults));
            }
            let section = form.sections.iter_mut().find(|section| section.id == id).ok_or(Refusal::NotFound)?;
            (section.title, section.text) = (title, body);
        }
        Change::AddQuestion(section, kind, draft) => {
            let question = draft.parse(&empty(QuestionId(new_id()), kind), new_id).map_err(Error::Faulty)?;
            let wanted = (question.id, question.condition);
            form.add_question(section, question)?;
            looks_back(form, wanted)?;
        }
        Change::EditQuestion(id, draft) => {
            let old = form.question(id).cloned().ok_or(Refusal::NotFound)?;
            let question = draft.parse(&old, new_id).map_err(Error::Faulty)?;
            let wanted = (question.id, question.condition);
            for slot in form.sections.iter_mut().flat_map(|section| &mut section.questions).filter(|slot| slot.id == id) {
                *slot = question.clone();
            }
            form.drop_blind_conditions();
            looks_back(form, wanted)?;
        }
    }
    Ok(())
}

/// A condition that was asked for and cannot be kept is a fault, not a silence.
fn looks_back(form: &Form, (id, wanted): (QuestionId, Option<domain::questionnaire::Condition>)) -> Result<()> {
    let kept = form.question(id).and_then(|question| question.condition);
    if kept == wanted { Ok(()) } else { Err(Error::fault("condition", Fault::Order)) }
}

fn empty(id: QuestionId, kind: QuestionKind) -> Question {
    Question {
        id,
        kind,
        label: String::new(),
        help: String::new(),
        required: false,
        other: false,
        least: 0,
        most: 0,
        low: String::new(),
        high: String::new(),
        choices: Vec::new(),
        rows: Vec::new(),
        condition: None,
    }
}
