//! Begin to answer a questionnaire, and keep a page of answers.

use super::files::{self, Kept};
use super::{Respondent, own_draft, subject};
use crate::{App, Result, random};
use domain::actor::Viewer;
use domain::id::{FileId, QuestionId, QuestionnaireId, ResponseId};
use domain::questionnaire::answer::{Answer, AnswerFault, Answers, Typed, read};
use domain::questionnaire::{Question, QuestionKind, ResponseState};
use std::collections::BTreeMap;
use store::responses::{File, Response};
use store::{At, Db, Uid};

/// What came with a page, by question.
#[derive(Debug, Default)]
pub struct PageOfAnswers {
    /// What was typed.
    pub typed: BTreeMap<QuestionId, Typed>,
    /// The files that were sent.
    pub files: BTreeMap<QuestionId, Vec<u8>>,
}

/// Begins to answer, or goes on where the account was. Somebody without an account is given the secret of their link.
///
/// # Errors
/// Why they may not answer now, or the store's failure.
pub async fn begin(app: &App, viewer: Viewer, id: QuestionnaireId) -> Result<Respondent> {
    let (now, token, new) = (app.now(), random::token(), app.new_id::<ResponseId>());
    let key = if viewer.actor.is_none() { Some(random::token_hash(&token)) } else { None };
    app.store
        // no event: somebody who only begins has said nothing yet
        .write(move |db| {
            let subject = subject(db, id)?;
            subject.terms.may_answer(viewer, &subject.calendar, now)?;
            let response = Response {
                id: Uid::of(new),
                questionnaire_id: Uid::of(id),
                actor_id: viewer.actor.map(Uid::of),
                state: ResponseState::Draft.code().to_owned(),
                key_hash: key,
                confirm_hash: None,
                mailbox: None,
                alias: false,
                reached: 0,
                started_at: At(now),
                saved_at: At(now),
                sent_at: None,
            };
            // An account that has begun goes on.
            store::responses::insert(db, &response)?;
            Ok(viewer.actor.map_or(Respondent::Link(token), Respondent::Account))
        })
        .await
}

/// Keeps what is right of a page, and says what is not. Whoever goes back or puts it aside (`strict` is false) is not told what is still missing.
///
/// # Errors
/// Why they may not answer now, `NotFound`, `AlreadyDone` once it was sent, or the store's failure.
pub async fn save(
    app: &App,
    viewer: Viewer,
    who: Respondent,
    id: QuestionnaireId,
    section: usize,
    page: super::PageOfAnswers,
    strict: bool,
) -> Result<Vec<(QuestionId, AnswerFault)>> {
    let now = app.now();
    let mut files = BTreeMap::new();
    for (question, bytes) in page.files {
        files.insert(question, (files::keep(app, bytes).await?, app.new_id::<FileId>()));
    }
    let typed = page.typed;
    app.store
        // no event: an answer that was not sent is nobody's word yet
        .write(move |db| {
            let subject = subject(db, id)?;
            let response = own_draft(db, &subject, viewer, &who, now)?;
            let form = store::questionnaires::form(db, Uid::of(id))?;
            let answers = store::responses::answers(db, &form, response.id)?;
            let mut faults = Vec::new();
            for question in form.asked(section, &answers) {
                let kept = match question.kind {
                    QuestionKind::File => file(db, response.id, question, files.remove(&question.id), &answers)?,
                    QuestionKind::Short
                    | QuestionKind::Long
                    | QuestionKind::Single
                    | QuestionKind::Multiple
                    | QuestionKind::Ranking
                    | QuestionKind::Scale
                    | QuestionKind::Matrix => read(question, typed.get(&question.id).unwrap_or(&Typed::default())),
                };
                match kept {
                    Ok(answer) => store::responses::put(db, response.id, question.id, answer.as_ref())?,
                    Err(fault) if !strict && fault.is_gap() => {}
                    Err(fault) => faults.push((question.id, fault)),
                }
            }
            let reached = i32::try_from(section).unwrap_or(0).max(response.reached);
            store::responses::saved(db, response.id, reached, At(now))?;
            Ok(faults)
        })
        .await
}

/// Keeps the file that was sent, or leaves the one that was there.
fn file(
    db: &mut Db,
    response_id: Uid,
    question: &Question,
    sent: Option<(std::result::Result<Kept, AnswerFault>, FileId)>,
    answers: &Answers,
) -> Result<std::result::Result<Option<Answer>, AnswerFault>> {
    Ok(match sent {
        None => match answers.get(&question.id) {
            Some(there) => Ok(Some(there.clone())),
            None if question.required => Err(AnswerFault::Missing),
            None => Ok(None),
        },
        Some((Err(fault), _)) => Err(fault),
        Some((Ok(kept), id)) => {
            let question_id = Uid::of(question.id);
            let new = File { id: Uid::of(id), response_id, question_id, content_type: kept.content_type.to_owned(), bytes: kept.bytes };
            store::responses::insert_file(db, &new)?;
            Ok(Some(Answer::File(id)))
        }
    })
}
