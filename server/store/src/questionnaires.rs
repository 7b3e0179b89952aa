//! Questionnaires: when and by whom they may be answered, and their questions.

use crate::column::{At, Uid, UidSql, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{questionnaire, questionnaire_choice as choice, questionnaire_question as question, questionnaire_section as section};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::questionnaire::{Choice, Condition, Form, Question, QuestionKind, Respondents, Section, Terms};

/// A questionnaire, its questions apart.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = questionnaire, check_for_backend(MultiBackend))]
pub struct Questionnaire {
    /// Its id.
    pub id: Uid,
    /// The consultation it belongs to.
    pub consultation_id: Uid,
    /// Its title.
    pub title: String,
    /// What is said before the first question, in Markdown.
    pub introduction: String,
    /// What the answers are used for.
    pub purpose: String,
    /// Code of who may answer.
    pub respondents: String,
    /// First instant.
    pub opens_at: At,
    /// First instant after it.
    pub closes_at: At,
    /// Days after its end for which single answers are kept.
    pub retention_days: i32,
    /// Changes at each edit: a form made for an older one is refused.
    pub revision: i32,
    /// When it was begun.
    pub created_at: At,
    /// When it was published.
    pub published_at: Option<At>,
    /// When an agent closed it.
    pub closed_at: Option<At>,
    /// When its results were published: from then on its totals are kept and change no more.
    pub results_at: Option<At>,
    /// What the collectivity says of the results, in Markdown.
    pub results_note: String,
    /// When its single answers were deleted.
    pub purged_at: Option<At>,
    /// How many answers were counted when its totals were kept.
    pub people: i32,
    /// How many answers were deleted because their address was never confirmed.
    pub expired: i32,
}

impl Questionnaire {
    /// The same as a draft that nobody has seen or answered yet.
    #[must_use]
    pub fn anew(self, id: Uid, now: At) -> Self {
        let (published_at, closed_at, results_at, purged_at) = (None, None, None, None);
        let results_note = String::new();
        Self {
            id,
            revision: 1,
            created_at: now,
            published_at,
            closed_at,
            results_at,
            results_note,
            purged_at,
            people: 0,
            expired: 0,
            ..self
        }
    }
}

/// What an agent writes of a questionnaire.
#[derive(Debug, Clone, AsChangeset)]
#[diesel(table_name = questionnaire)]
pub struct Text {
    /// Its title.
    pub title: String,
    /// What is said before the first question.
    pub introduction: String,
    /// What the answers are used for.
    pub purpose: String,
    /// Code of who may answer.
    pub respondents: String,
    /// First instant.
    pub opens_at: At,
    /// First instant after it.
    pub closes_at: At,
    /// Days after its end for which single answers are kept.
    pub retention_days: i32,
}

#[derive(Queryable, Selectable, Insertable, Clone)]
#[diesel(table_name = section, check_for_backend(MultiBackend))]
struct SectionRow {
    id: Uid,
    questionnaire_id: Uid,
    position: i32,
    title: String,
    body: String,
}

#[derive(Queryable, Selectable, Insertable, Clone)]
#[diesel(table_name = question, check_for_backend(MultiBackend))]
struct QuestionRow {
    id: Uid,
    questionnaire_id: Uid,
    section_id: Uid,
    position: i32,
    kind: String,
    label: String,
    help: String,
    required: bool,
    other: bool,
    least: i32,
    most: i32,
    low: String,
    high: String,
    if_question_id: Option<Uid>,
    if_choice_id: Option<Uid>,
}

#[derive(Queryable, Selectable, Insertable, Clone)]
#[diesel(table_name = choice, check_for_backend(MultiBackend))]
struct ChoiceRow {
    id: Uid,
    questionnaire_id: Uid,
    question_id: Uid,
    is_row: bool,
    position: i32,
    label: String,
}

/// Most questionnaires of a consultation that are listed.
const LIST_MAX: i64 = 100;

impl Questionnaire {
    /// When and by whom it may be answered.
    ///
    /// # Errors
    /// `Corrupt` when a code is unknown.
    pub fn terms(&self) -> Result<Terms> {
        let respondents = Respondents::parse(&self.respondents);
        Ok(Terms {
            published: self.published_at.is_some(),
            opens_at: self.opens_at.0,
            closes_at: self.closes_at.0,
            closed: self.closed_at.is_some(),
            respondents: respondents.ok_or_else(|| Error::Corrupt(format!("respondents {}", self.respondents)))?,
        })
    }
}

/// Keeps a new one.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Questionnaire) -> Result<()> {
    diesel::insert_into(questionnaire::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// A questionnaire.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Questionnaire>> {
    Ok(questionnaire::table.find(id).select(all::<Questionnaire>()).first(db).optional()?)
}

/// Locks a questionnaire until the end of the transaction, so that its questions do not change while somebody begins to answer.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, id: Uid) -> Result<()> {
    if is_postgres(db) {
        diesel::sql_query("SELECT id FROM questionnaire WHERE id = $1 FOR NO KEY UPDATE").bind::<UidSql, _>(id).execute(db)?;
    }
    Ok(())
}

/// The questionnaires of a consultation, oldest first; published ones only, or all.
///
/// # Errors
/// When the database refuses.
pub fn of_consultation(db: &mut Db, consultation: Uid, drafts_too: bool) -> Result<Vec<Questionnaire>> {
    let mut query = questionnaire::table.filter(questionnaire::consultation_id.eq(consultation)).into_boxed::<MultiBackend>();
    if !drafts_too {
        query = query.filter(questionnaire::published_at.is_not_null());
    }
    Ok(query.order((questionnaire::created_at, questionnaire::id)).limit(LIST_MAX).select(all::<Questionnaire>()).load(db)?)
}

/// Changes the texts and dates, if nobody changed anything since `revision`. `false`: somebody did.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, id: Uid, revision: i32, text: &Text) -> Result<bool> {
    let changed = diesel::update(questionnaire::table.find(id).filter(questionnaire::revision.eq(revision)))
        .set((text, questionnaire::revision.eq(questionnaire::revision + 1)))
        .execute(db)?;
    Ok(changed == 1)
}

/// Publishes a draft. `false`: it was already.
///
/// # Errors
/// When the database refuses.
pub fn publish(db: &mut Db, id: Uid, now: At) -> Result<bool> {
    let draft = questionnaire::table.find(id).filter(questionnaire::published_at.is_null());
    Ok(diesel::update(draft).set(questionnaire::published_at.eq(now)).execute(db)? == 1)
}

/// Closes it. `false`: it was already.
///
/// # Errors
/// When the database refuses.
pub fn close(db: &mut Db, id: Uid, now: At) -> Result<bool> {
    let open = questionnaire::table.find(id).filter(questionnaire::closed_at.is_null());
    Ok(diesel::update(open).set(questionnaire::closed_at.eq(now)).execute(db)? == 1)
}

/// Says that its results are published, and what the collectivity says of them.
///
/// # Errors
/// When the database refuses.
pub fn publish_results(db: &mut Db, id: Uid, note: &str, now: At) -> Result<()> {
    diesel::update(questionnaire::table.find(id))
        .set((questionnaire::results_at.eq(now), questionnaire::results_note.eq(note)))
        .execute(db)?;
    Ok(())
}

/// Removes a draft that nobody answered.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(questionnaire::table.find(id)).execute(db)?;
    Ok(())
}

/// The questions, in order.
///
/// # Errors
/// When the database refuses, or `Corrupt`.
pub fn form(db: &mut Db, id: Uid) -> Result<Form> {
    let sections: Vec<SectionRow> =
        section::table.filter(section::questionnaire_id.eq(id)).order(section::position).select(all::<SectionRow>()).load(db)?;
    let questions: Vec<QuestionRow> =
        question::table.filter(question::questionnaire_id.eq(id)).order(question::position).select(all::<QuestionRow>()).load(db)?;
    let choices: Vec<ChoiceRow> =
        choice::table.filter(choice::questionnaire_id.eq(id)).order(choice::position).select(all::<ChoiceRow>()).load(db)?;
    let of = |row: &QuestionRow, is_row: bool| {
        let own = choices.iter().filter(|choice| choice.question_id == row.id && choice.is_row == is_row);
        own.map(|choice| Choice { id: choice.id.to(), label: choice.label.clone() }).collect::<Vec<_>>()
    };
    let mut form = Form::default();
    for row in sections {
        let own = questions.iter().filter(|question| question.section_id == row.id);
        let questions = own.map(|q| whole(q, of(q, false), of(q, true))).collect::<Result<Vec<_>>>()?;
        form.sections.push(Section { id: row.id.to(), title: row.title, text: row.body, questions });
    }
    Ok(form)
}

/// Puts these questions in the place of the old ones.
///
/// # Errors
/// When the database refuses.
pub fn replace_form(db: &mut Db, id: Uid, form: &Form) -> Result<()> {
    diesel::update(questionnaire::table.find(id)).set(questionnaire::revision.eq(questionnaire::revision + 1)).execute(db)?;
    diesel::delete(choice::table.filter(choice::questionnaire_id.eq(id))).execute(db)?;
    diesel::delete(question::table.filter(question::questionnaire_id.eq(id))).execute(db)?;
    diesel::delete(section::table.filter(section::questionnaire_id.eq(id))).execute(db)?;
    let (mut sections, mut questions, mut choices) = (Vec::new(), Vec::new(), Vec::new());
    for (position, page) in (0..).zip(&form.sections) {
        sections.push(SectionRow {
            id: Uid::of(page.id),
            questionnaire_id: id,
            position,
            title: page.title.clone(),
            body: page.text.clone(),
        });
        questions.extend(page.questions.iter().map(|question| (page.id, question)));
    }
    for (_, question) in &questions {
        for (is_row, offered) in [(false, &question.choices), (true, &question.rows)] {
            choices.extend((0..).zip(offered).map(|(position, choice)| ChoiceRow {
                id: Uid::of(choice.id),
                questionnaire_id: id,
                question_id: Uid::of(question.id),
                is_row,
                position,
                label: choice.label.clone(),
            }));
        }
    }
    let questions: Vec<QuestionRow> = (0..).zip(questions).map(|(at, (page, question))| row(id, Uid::of(page), at, question)).collect();
    each!(db, c => diesel::insert_into(section::table).values(sections).execute(c))?;
    each!(db, c => diesel::insert_into(question::table).values(questions).execute(c))?;
    // A statement takes a bounded number of values.
    for some in choices.chunks(500) {
        each!(db, c => diesel::insert_into(choice::table).values(some.to_vec()).execute(c))?;
    }
    Ok(())
}

fn whole(row: &QuestionRow, choices: Vec<Choice>, rows: Vec<Choice>) -> Result<Question> {
    Ok(Question {
        id: row.id.to(),
        kind: QuestionKind::parse(&row.kind).ok_or_else(|| Error::Corrupt(format!("question kind {}", row.kind)))?,
        label: row.label.clone(),
        help: row.help.clone(),
        required: row.required,
        other: row.other,
        least: row.least,
        most: row.most,
        low: row.low.clone(),
        high: row.high.clone(),
        choices,
        rows,
        condition: row.if_question_id.zip(row.if_choice_id).map(|(q, c)| Condition { question: q.to(), choice: c.to() }),
    })
}

fn row(questionnaire_id: Uid, section_id: Uid, position: i32, question: &Question) -> QuestionRow {
    QuestionRow {
        id: Uid::of(question.id),
        questionnaire_id,
        section_id,
        position,
        kind: question.kind.code().to_owned(),
        label: question.label.clone(),
        help: question.help.clone(),
        required: question.required,
        other: question.other,
        least: question.least,
        most: question.most,
        low: question.low.clone(),
        high: question.high.clone(),
        if_question_id: question.condition.map(|condition| Uid::of(condition.question)),
        if_choice_id: question.condition.map(|condition| Uid::of(condition.choice)),
    }
}
