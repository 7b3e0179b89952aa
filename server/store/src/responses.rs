//! Answers to questionnaires: being written, waiting for a confirmation, counted; their totals; what was published of them.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{
    questionnaire, questionnaire_answer as answer, questionnaire_file as file, questionnaire_quote as quote,
    questionnaire_response as response,
};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::id::{ChoiceId, QuestionId};
use domain::questionnaire::answer::{Answer, Answers};
use domain::questionnaire::{Form, QuestionKind, ResponseState};
use std::collections::BTreeMap;

pub mod texts;
pub mod totals;

/// Somebody's answer, what they said apart.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = response, check_for_backend(MultiBackend))]
pub struct Response {
    /// Its id.
    pub id: Uid,
    /// What it answers.
    pub questionnaire_id: Uid,
    /// Whose it is, when they have an account here.
    pub actor_id: Option<Uid>,
    /// Code of where it stands.
    pub state: String,
    /// Hash of the secret in the address of somebody without an account.
    pub key_hash: Option<Vec<u8>>,
    /// Hash of the secret that confirms the address.
    pub confirm_hash: Option<Vec<u8>>,
    /// Keyed digest of the mailbox.
    pub mailbox: Option<Vec<u8>>,
    /// Whether the address was written with a tag or dots.
    pub alias: bool,
    /// The last page that was reached.
    pub reached: i32,
    /// Since when.
    pub started_at: At,
    /// When something was last written.
    pub saved_at: At,
    /// When it was sent.
    pub sent_at: Option<At>,
}

/// One value of an answer.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = answer, check_for_backend(MultiBackend))]
pub struct Part {
    /// The answer it belongs to.
    pub response_id: Uid,
    /// The question.
    pub question_id: Uid,
    /// Its rank among the values for the question.
    pub position: i32,
    /// What was chosen.
    pub choice_id: Option<Uid>,
    /// In which row.
    pub row_id: Option<Uid>,
    /// The rank or the place on the scale.
    pub number: Option<i32>,
    /// What was written.
    pub body: Option<String>,
    /// The file that was sent.
    pub file_id: Option<Uid>,
}

/// A file.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = file, check_for_backend(MultiBackend))]
pub struct File {
    /// Its id.
    pub id: Uid,
    /// The answer it belongs to.
    pub response_id: Uid,
    /// The question.
    pub question_id: Uid,
    /// Its type, from a closed list.
    pub content_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Keeps a new one. `false`: this account has one already.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Response) -> Result<bool> {
    let values = new.clone();
    Ok(each!(db, c => diesel::insert_into(response::table).values(values).on_conflict_do_nothing().execute(c))? == 1)
}

/// The answer of an account.
///
/// # Errors
/// When the database refuses.
pub fn of_actor(db: &mut Db, questionnaire: Uid, actor: Uid) -> Result<Option<Response>> {
    let own = response::table.filter(response::questionnaire_id.eq(questionnaire)).filter(response::actor_id.eq(actor));
    Ok(own.select(all::<Response>()).first(db).optional()?)
}

/// The answer whose address holds this secret.
///
/// # Errors
/// When the database refuses.
pub fn by_key(db: &mut Db, questionnaire: Uid, hash: &[u8]) -> Result<Option<Response>> {
    let own = response::table.filter(response::questionnaire_id.eq(questionnaire)).filter(response::key_hash.eq(hash));
    Ok(own.select(all::<Response>()).first(db).optional()?)
}

/// The answer that this secret confirms.
///
/// # Errors
/// When the database refuses.
pub fn by_confirmation(db: &mut Db, questionnaire: Uid, hash: &[u8]) -> Result<Option<Response>> {
    let own = response::table.filter(response::questionnaire_id.eq(questionnaire)).filter(response::confirm_hash.eq(hash));
    Ok(own.select(all::<Response>()).first(db).optional()?)
}

/// An answer by its id.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Response>> {
    Ok(response::table.find(id).select(all::<Response>()).first(db).optional()?)
}

/// Whether anybody has begun to answer.
///
/// # Errors
/// When the database refuses.
pub fn any(db: &mut Db, questionnaire: Uid) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(response::table.filter(response::questionnaire_id.eq(questionnaire)))).get_result(db)?)
}

/// What was said in these answers.
///
/// # Errors
/// When the database refuses.
pub fn parts_of(db: &mut Db, ids: &[Uid]) -> Result<Vec<Part>> {
    Ok(answer::table
        .filter(answer::response_id.eq_any(ids.to_vec()))
        .order((answer::response_id, answer::question_id, answer::position))
        .select(all::<Part>())
        .load(db)?)
}

/// What the parts of one answer mean for these questions.
#[must_use]
pub fn read(form: &Form, parts: &[Part]) -> Answers {
    let mut by_question: BTreeMap<QuestionId, Vec<&Part>> = BTreeMap::new();
    for part in parts {
        by_question.entry(part.question_id.to()).or_default().push(part);
    }
    by_question.into_iter().filter_map(|(id, parts)| Some((id, meaning(form.question(id)?.kind, &parts)?))).collect()
}

/// What somebody said.
///
/// # Errors
/// When the database refuses.
pub fn answers(db: &mut Db, form: &Form, id: Uid) -> Result<Answers> {
    Ok(read(form, &parts_of(db, &[id])?))
}

/// Puts an answer in the place of the old one; `None` removes it.
///
/// # Errors
/// When the database refuses.
pub fn put(db: &mut Db, response_id: Uid, question: QuestionId, said: Option<&Answer>) -> Result<()> {
    let question_id = Uid::of(question);
    diesel::delete(answer::table.filter(answer::response_id.eq(response_id)).filter(answer::question_id.eq(question_id))).execute(db)?;
    let parts = said.map(|said| parts(response_id, question_id, said)).unwrap_or_default();
    let kept = parts.iter().find_map(|part| part.file_id);
    let mut files =
        diesel::delete(file::table.filter(file::response_id.eq(response_id)).filter(file::question_id.eq(question_id))).into_boxed();
    if let Some(kept) = kept {
        files = files.filter(file::id.ne(kept));
    }
    files.execute(db)?;
    if !parts.is_empty() {
        each!(db, c => diesel::insert_into(answer::table).values(parts).execute(c))?;
    }
    Ok(())
}

/// Keeps a file.
///
/// # Errors
/// When the database refuses.
pub fn insert_file(db: &mut Db, new: &File) -> Result<()> {
    diesel::insert_into(file::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// A file that was sent in a counted answer to a questionnaire.
///
/// # Errors
/// When the database refuses.
pub fn file(db: &mut Db, questionnaire: Uid, id: Uid) -> Result<Option<File>> {
    let Some(found) = file::table.find(id).select(all::<File>()).first::<File>(db).optional()? else { return Ok(None) };
    let whose = find(db, found.response_id)?;
    Ok(whose.filter(|r| r.questionnaire_id == questionnaire && r.state == ResponseState::Counted.code()).map(|_| found))
}

/// Notes that something was written, and how far somebody came.
///
/// # Errors
/// When the database refuses.
pub fn saved(db: &mut Db, id: Uid, reached: i32, now: At) -> Result<()> {
    diesel::update(response::table.find(id)).set((response::reached.eq(reached), response::saved_at.eq(now))).execute(db)?;
    Ok(())
}

/// Moves an answer from one state to another. `false`: it was not there.
///
/// # Errors
/// When the database refuses.
pub fn step(db: &mut Db, id: Uid, from: ResponseState, to: ResponseState, now: At) -> Result<bool> {
    let there = response::table.find(id).filter(response::state.eq(from.code()));
    let change = (response::state.eq(to.code()), response::saved_at.eq(now));
    let moved = diesel::update(there).set(change).execute(db)? == 1;
    if moved && from == ResponseState::Draft {
        diesel::update(response::table.find(id)).set(response::sent_at.eq(now)).execute(db)?;
    }
    Ok(moved)
}

/// Says which mailbox an answer comes from, and what confirms it.
///
/// # Errors
/// When the database refuses.
pub fn set_mailbox(db: &mut Db, id: Uid, mailbox: &[u8], alias: bool, confirm: Option<&[u8]>) -> Result<()> {
    let change = (response::mailbox.eq(mailbox), response::alias.eq(alias), response::confirm_hash.eq(confirm));
    diesel::update(response::table.find(id)).set(change).execute(db)?;
    Ok(())
}

/// Whether another answer from this mailbox is counted or set apart.
///
/// # Errors
/// When the database refuses.
pub fn has_twin(db: &mut Db, questionnaire: Uid, id: Uid, mailbox: &[u8]) -> Result<bool> {
    let twin = response::table
        .filter(response::questionnaire_id.eq(questionnaire))
        .filter(response::mailbox.eq(mailbox))
        .filter(response::id.ne(id))
        .filter(response::state.eq_any(vec![ResponseState::Counted.code(), ResponseState::Flagged.code()]));
    Ok(diesel::select(diesel::dsl::exists(twin)).get_result(db)?)
}

/// How many answers there are in each state.
///
/// # Errors
/// When the database refuses.
pub fn states(db: &mut Db, questionnaire: Uid) -> Result<Vec<(String, i64)>> {
    let own = response::table.filter(response::questionnaire_id.eq(questionnaire));
    Ok(own.group_by(response::state).select((response::state, diesel::dsl::count_star())).load(db)?)
}

/// How many answers are counted, for each of these questionnaires that has some.
///
/// # Errors
/// When the database refuses.
pub fn counted_of(db: &mut Db, questionnaires: &[Uid]) -> Result<Vec<(Uid, i64)>> {
    let counted = response::table
        .filter(response::questionnaire_id.eq_any(questionnaires.to_vec()))
        .filter(response::state.eq(ResponseState::Counted.code()));
    Ok(counted.group_by(response::questionnaire_id).select((response::questionnaire_id, diesel::dsl::count_star())).load(db)?)
}

/// On which page those who did not send their answer stopped.
///
/// # Errors
/// When the database refuses.
pub fn stopped(db: &mut Db, questionnaire: Uid) -> Result<Vec<(i32, i64)>> {
    let drafts =
        response::table.filter(response::questionnaire_id.eq(questionnaire)).filter(response::state.eq(ResponseState::Draft.code()));
    Ok(drafts.group_by(response::reached).select((response::reached, diesel::dsl::count_star())).order(response::reached).load(db)?)
}

/// Answers in a state, oldest first, after one of them.
///
/// # Errors
/// When the database refuses.
pub fn page(db: &mut Db, questionnaire: Uid, state: ResponseState, after: Option<Uid>, limit: i64) -> Result<Vec<Response>> {
    let mut own = response::table
        .filter(response::questionnaire_id.eq(questionnaire))
        .filter(response::state.eq(state.code()))
        .into_boxed::<MultiBackend>();
    if let Some(after) = after {
        own = own.filter(response::id.gt(after));
    }
    Ok(own.order(response::id).limit(limit).select(all::<Response>()).load(db)?)
}

/// The answers of an account, for its owner.
///
/// # Errors
/// When the database refuses.
pub fn all_of(db: &mut Db, actor: Uid) -> Result<Vec<Response>> {
    Ok(response::table.filter(response::actor_id.eq(actor)).order(response::id).limit(1000).select(all::<Response>()).load(db)?)
}

/// Deletes one answer with all that belongs to it.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(response::table.find(id)).execute(db)?;
    Ok(())
}

/// Deletes every answer of an account.
///
/// # Errors
/// When the database refuses.
pub fn erase_actor(db: &mut Db, actor: Uid) -> Result<usize> {
    Ok(diesel::delete(response::table.filter(response::actor_id.eq(actor))).execute(db)?)
}

fn meaning(kind: QuestionKind, parts: &[&Part]) -> Option<Answer> {
    let first = parts.first()?;
    let chosen = || parts.iter().filter_map(|part| part.choice_id.map(Uid::to::<ChoiceId>));
    Some(match kind {
        QuestionKind::Short | QuestionKind::Long => Answer::Text(first.body.clone()?),
        QuestionKind::Single | QuestionKind::Multiple => {
            Answer::Chosen { choices: chosen().collect(), other: parts.iter().find_map(|part| part.body.clone()) }
        }
        QuestionKind::Ranking => Answer::Ranked(chosen().collect()),
        QuestionKind::Scale => Answer::Value(first.number?),
        QuestionKind::Matrix => Answer::Cells(parts.iter().filter_map(|p| Some((p.row_id?.to(), p.choice_id?.to()))).collect()),
        QuestionKind::File => Answer::File(first.file_id?.to()),
    })
}

fn parts(response_id: Uid, question_id: Uid, said: &Answer) -> Vec<Part> {
    let empty = Part { response_id, question_id, position: 0, choice_id: None, row_id: None, number: None, body: None, file_id: None };
    let mut parts = match said {
        Answer::Text(text) => vec![Part { body: Some(text.clone()), ..empty.clone() }],
        Answer::Chosen { choices, other } => {
            let mut parts: Vec<Part> = choices.iter().map(|id| Part { choice_id: Some(Uid::of(*id)), ..empty.clone() }).collect();
            parts.extend(other.iter().map(|text| Part { body: Some(text.clone()), ..empty.clone() }));
            parts
        }
        Answer::Ranked(order) => {
            (1..).zip(order).map(|(rank, id)| Part { choice_id: Some(Uid::of(*id)), number: Some(rank), ..empty.clone() }).collect()
        }
        Answer::Value(number) => vec![Part { number: Some(*number), ..empty.clone() }],
        Answer::Cells(cells) => {
            let cell = |(row, column): &(ChoiceId, ChoiceId)| Part {
                row_id: Some(Uid::of(*row)),
                choice_id: Some(Uid::of(*column)),
                ..empty.clone()
            };
            cells.iter().map(cell).collect()
        }
        Answer::File(id) => vec![Part { file_id: Some(Uid::of(*id)), ..empty.clone() }],
    };
    for (position, part) in (0..).zip(&mut parts) {
        part.position = position;
    }
    parts
}
