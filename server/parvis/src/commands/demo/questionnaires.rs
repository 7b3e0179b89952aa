//! The commune's questionnaires: made, answered and closed through the actions, each at its own time.

use actions::questionnaires::{self as acts, Change, PageOfAnswers, QuestionnaireForm, Respondent};
use actions::{App, Clock};
use anyhow::Context;
use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::id::{QuestionId, QuestionnaireId};
use domain::lang::Lang;
use domain::questionnaire::answer::Typed;
use domain::questionnaire::draft::QuestionDraft;
use domain::questionnaire::{Question, QuestionKind};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::Uid;

use super::days::{Days, draw};

/// All of them, as the file says them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    questionnaires: Vec<Plan>,
}

/// A questionnaire.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    consultation: String,
    agent: String,
    title: String,
    introduction: String,
    purpose: String,
    respondents: String,
    retention_days: String,
    opens: i32,
    closes: i32,
    /// What one of those who answer writes.
    text: String,
    /// How many answer.
    answers: usize,
    /// What is said of the results, if they are published.
    note: Option<String>,
    pages: Vec<Page>,
}

/// A page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    title: String,
    questions: Vec<Asked>,
}

/// A question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Asked {
    kind: String,
    label: String,
    help: String,
    required: bool,
    other: bool,
    most: String,
    low: String,
    high: String,
    choices: String,
    rows: String,
}

/// Lives all of them in a town whose story was told: `viewers` are its people by key.
pub(super) async fn live(app: &App, text: &str, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let file: File = toml::from_str(text)?;
    for plan in &file.questionnaires {
        let id = prepare(app, plan, days, viewers).await.with_context(|| plan.title.clone())?;
        let citizens = viewers.iter().filter(|(_, viewer)| viewer.role == Role::Citizen);
        for (rank, (key, viewer)) in citizens.take(plan.answers).enumerate() {
            let last = f64::from(plan.closes.min(0) - plan.opens) - 0.6;
            let day = f64::from(plan.opens) + 0.5 + last * draw(&[key, &plan.title]);
            let then = at(app, days.at(day.min(-0.05))?);
            answer(&then, plan, id, *viewer, key, rank).await.with_context(|| format!("{key}: {}", plan.title))?;
        }
        if let Some(note) = &plan.note {
            let agent = *viewers.get(plan.agent.as_str()).context("no such agent")?;
            acts::publish_results(&at(app, days.at(f64::from(plan.closes) + 0.9)?), agent, id, note).await?;
        }
    }
    Ok(())
}

/// The same app at another time.
fn at(app: &App, now: Timestamp) -> App {
    let mut then = app.clone();
    then.clock = Clock::new(move || now);
    then
}

async fn prepare(app: &App, plan: &Plan, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<QuestionnaireId> {
    let agent = *viewers.get(plan.agent.as_str()).context("no such agent")?;
    let then = at(app, days.at(f64::from(plan.opens) - 0.5)?);
    let id = acts::draft(&then, agent, &plan.consultation, &plan.title).await?;
    for (number, page) in plan.pages.iter().enumerate() {
        if number > 0 {
            acts::arrange(&then, agent, id, Change::AddSection).await?;
        }
        let form = app.store.read(move |db| store::questionnaires::form(db, Uid::of(id))).await?;
        let section = form.sections.last().context("no page")?.id;
        acts::arrange(&then, agent, id, Change::EditSection(section, page.title.clone(), String::new())).await?;
        for asked in &page.questions {
            let kind = QuestionKind::parse(&asked.kind).context("no such kind of question")?;
            acts::arrange(&then, agent, id, Change::AddQuestion(section, kind, asked.draft())).await?;
        }
    }
    let form = QuestionnaireForm {
        title: plan.title.clone(),
        introduction: plan.introduction.clone(),
        purpose: plan.purpose.clone(),
        respondents: plan.respondents.clone(),
        opens_at: days.typed(plan.opens, "08:00")?,
        closes_at: days.typed(plan.closes, "20:00")?,
        retention_days: plan.retention_days.clone(),
    };
    let kept = app.store.read(move |db| store::questionnaires::find(db, Uid::of(id))).await?.context("not kept")?;
    acts::edit(&then, agent, id, kept.revision, &form).await?;
    acts::publish(&then, agent, id).await?;
    Ok(id)
}

impl Asked {
    fn draft(&self) -> QuestionDraft {
        QuestionDraft {
            label: self.label.clone(),
            help: self.help.clone(),
            required: self.required,
            other: self.other,
            most: self.most.clone(),
            low: self.low.clone(),
            high: self.high.clone(),
            choices: self.choices.clone(),
            rows: self.rows.clone(),
            ..QuestionDraft::default()
        }
    }
}

async fn answer(then: &App, plan: &Plan, id: QuestionnaireId, viewer: Viewer, key: &str, rank: usize) -> anyhow::Result<()> {
    let who: Respondent = acts::begin(then, viewer, id).await?;
    let form = then.store.read(move |db| store::questionnaires::form(db, Uid::of(id))).await?;
    for (number, section) in form.sections.iter().enumerate() {
        let said = |question: &Question| (question.id, typed(question, key, if rank == 0 { &plan.text } else { "" }));
        let typed: BTreeMap<QuestionId, Typed> = section.questions.iter().map(said).collect();
        let came = PageOfAnswers { typed, files: BTreeMap::new() };
        acts::save(then, viewer, who.clone(), id, number, came, true).await?;
    }
    // Somebody always stops before the end.
    if rank != 1 || plan.note.is_some() {
        acts::send(then, viewer, who, id, "", Lang::Fr).await?;
    }
    Ok(())
}

/// What somebody types: drawn from their name, the first answers more often than the last.
fn typed(question: &Question, key: &str, text: &str) -> Typed {
    let drawn =
        |many: usize, what: &str| ((draw(&[key, &question.label, what]).powi(2) * many as f64) as usize).min(many.saturating_sub(1));
    let choice =
        |what: &str| question.choices.get(drawn(question.choices.len(), what)).map(|choice| choice.id.to_string()).unwrap_or_default();
    match question.kind {
        QuestionKind::Short | QuestionKind::File => Typed::default(),
        QuestionKind::Long => Typed { values: vec![text.to_owned()], ..Typed::default() },
        QuestionKind::Single => Typed { values: vec![choice("one")], ..Typed::default() },
        QuestionKind::Multiple => Typed { values: vec![choice("one"), choice("two")], ..Typed::default() },
        QuestionKind::Scale => {
            let many = usize::try_from(question.most - question.least + 1).unwrap_or(1);
            let place = question.most - i32::try_from(drawn(many, "place")).unwrap_or(0);
            Typed { values: vec![place.to_string()], ..Typed::default() }
        }
        QuestionKind::Ranking => {
            let turn = drawn(question.choices.len(), "turn");
            let many = question.choices.len().max(1);
            Typed { parts: (0..many).map(|place| ((place + turn) % many + 1).to_string()).collect(), ..Typed::default() }
        }
        QuestionKind::Matrix => Typed { parts: question.rows.iter().map(|row| choice(&row.label)).collect(), ..Typed::default() },
    }
}
