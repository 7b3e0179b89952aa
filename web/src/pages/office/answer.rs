//! The official answer to a contribution, and the marks of recognition.

use super::desk::{self, Desk, Section};
use super::show::{self, Choice};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Posted, done};
use crate::page::{Page, html_with};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::{Path, Query};
use domain::answer::AnswerState;
use domain::contribution::Mark;
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::text::Fault;
use domain::visible::{self, Sight};
use domain::{Timestamp, markup};
use serde::Deserialize;
use store::Uid;
use store::views::page::Whole;

#[derive(Template)]
#[template(path = "office/answer.html")]
struct AnswerPage {
    page: Page,
    desk: Desk,
    id: String,
    path: String,
    title: String,
    body: String,
    at: Timestamp,
    supports: i64,
    answers: Vec<Past>,
    states: Vec<Choice>,
    marks: Vec<Choice>,
    form: Typed,
    faults: Faulty,
}

/// An answer that was already given.
struct Past {
    state: String,
    tone: &'static str,
    icon: &'static str,
    body: String,
    signed_by: String,
    at: Timestamp,
}

/// The answer as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    state: String,
    body: String,
    signed_by: String,
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    model: String,
}

/// A mark as sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Marked {
    mark: String,
    given: String,
}

/// `GET /c/{slug}/p/{id}/answer`.
pub(super) async fn show(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> Reply {
    desk::enter(&visit, Section::Answers)?;
    let whole = whole(&visit, &slug, &id).await?;
    let signed_by = visit.me.as_ref().map(|me| me.name.clone()).unwrap_or_default();
    let form = match AnswerState::parse(&asked.model).filter(|state| state.is_free()) {
        // ftl: office-model-*
        Some(state) => {
            Typed { state: state.code().to_owned(), body: in_first_language(&visit, &format!("office-model-{state}")).await?, signed_by }
        }
        None => Typed { signed_by, ..Typed::default() },
    };
    page(&visit, whole, form, actions::Faults::new(), false).await
}

/// `POST /c/{slug}/p/{id}/answer`.
pub(super) async fn publish(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Typed>) -> Reply {
    desk::enter(&visit, Section::Answers)?;
    let whole = whole(&visit, &slug, &id).await?;
    let Some(state) = AnswerState::parse(&typed.state).filter(|state| state.is_free()) else {
        return page(&visit, whole, typed, vec![("state", Fault::Missing)], false).await;
    };
    let model = in_first_language(&visit, &format!("office-model-{state}")).await?;
    if has_blanks(&model, &typed.body) {
        return page(&visit, whole, typed, actions::Faults::new(), true).await;
    }
    let contribution = whole.card.contribution.id.to();
    match actions::office::answer(&visit.web.app, visit.viewer, contribution, state, &typed.body, &typed.signed_by).await {
        Ok(_) => Ok(done(&format!("/c/{slug}/p/{id}"), "office-answered")),
        Err(actions::Error::Faulty(faults)) => page(&visit, whole, typed, faults, false).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /c/{slug}/p/{id}/recognise`.
pub(super) async fn recognise(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(sent): Posted<Marked>) -> Reply {
    desk::enter(&visit, Section::Answers)?;
    let whole = whole(&visit, &slug, &id).await?;
    let mark = Mark::parse(&sent.mark).ok_or(Error::NOT_FOUND)?;
    actions::office::recognise(&visit.web.app, visit.viewer, whole.card.contribution.id.to(), mark, sent.given == "1").await?;
    Ok(done(&format!("/c/{slug}/p/{id}"), "office-saved"))
}

/// A contribution that this person may see whole, at this address.
pub(super) async fn whole(visit: &Visit, slug: &str, id: &str) -> Result<Whole, Error> {
    let id = ContributionId::parse(id).ok_or(Error::NOT_FOUND)?;
    let slug = slug.to_owned();
    let found = visit
        .web
        .app
        .store
        .read(move |db| {
            let frame = store::views::page::frame(db, &slug)?;
            let whole = store::views::page::whole(db, Uid::of(id), None)?;
            Ok::<_, store::Error>(frame.zip(whole))
        })
        .await?;
    let (frame, whole) =
        found.filter(|(frame, whole)| frame.consultation.id == whole.card.contribution.consultation_id).ok_or(Error::NOT_FOUND)?;
    let sight = visible::contribution(&whole.card.contribution.standing()?, frame.consultation.published_at.is_some(), visit.viewer);
    if sight == Sight::Full { Ok(whole) } else { Err(Error::NOT_FOUND) }
}

/// A text in the language of the instance: what is published is written in it, whoever works here.
pub(super) async fn in_first_language(visit: &Visit, key: &str) -> Result<String, Error> {
    let instance = visit.web.app.instance().await?;
    Ok(Texts::new(Lang::parse(&instance.lang).unwrap_or(Lang::Fr)).get(key))
}

async fn page(visit: &Visit, whole: Whole, form: Typed, faults: actions::Faults, unfilled: bool) -> Reply {
    let (page, desk) = desk::open(visit, Section::Answers, "office-answer").await?;
    let contribution = &whole.card.contribution;
    let mut faults = Faulty::new(&page.t, &faults);
    if unfilled {
        faults.add("body", page.t.get("office-answer-placeholder"));
    }
    let (page, status) = show::told(page, &faults);
    let view = AnswerPage {
        id: contribution.id.0.to_string(),
        path: format!("/c/{}/p/{}", whole.card.slug, contribution.id.0),
        title: contribution.title.clone(),
        body: markup::to_html(&contribution.body),
        at: contribution.created_at.0,
        supports: contribution.support_count.into(),
        answers: whole.answers.iter().map(|answer| past(&page.t, answer)).collect(),
        states: states(&page.t, &form.state),
        marks: marks(&page.t, contribution),
        faults,
        form,
        page,
        desk,
    };
    html_with(status, view)
}

// ftl: answer-state-*
fn past(t: &Texts, answer: &store::answers::Answer) -> Past {
    let (tone, icon) = AnswerState::parse(&answer.state).map_or(("quiet", "circle-dot"), show::answer_state);
    Past {
        state: t.code("answer-state", &answer.state),
        tone,
        icon,
        body: markup::to_html(&answer.body),
        signed_by: answer.signed_by.clone(),
        at: answer.answered_at.0,
    }
}

fn states(t: &Texts, chosen: &str) -> Vec<Choice> {
    let choice = |state: &AnswerState| Choice::new(state.code(), t.code("answer-state", state.code()), state.code() == chosen);
    AnswerState::ALL.iter().filter(|state| state.is_free()).map(|state| choice(state).icon(show::answer_state(*state).1)).collect()
}

/// Whether a text still holds one of the blanks, in square brackets, of the model it was made from.
fn has_blanks(model: &str, body: &str) -> bool {
    let blanks = model.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(blank, _)| blank);
    blanks.into_iter().any(|blank| body.contains(&format!("[{blank}]")))
}

// ftl: mark-* office-mark-*
fn marks(t: &Texts, contribution: &store::contributions::Contribution) -> Vec<Choice> {
    let mark = |mark: &Mark| {
        let (given, icon) = match mark {
            Mark::Quality => (contribution.quality_at.is_some(), "award"),
            Mark::Impact => (contribution.impact_at.is_some(), "target"),
        };
        Choice::new(mark.code(), t.code("mark", mark.code()), given).icon(icon).hint(t.code("office-mark", &format!("{mark}-hint")))
    };
    Mark::ALL.iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_must_be_filled_in() {
        let model = "Nous répondrons avant le [date], par [service].";
        assert!(has_blanks(model, "Nous répondrons avant le 3 mai, par [service]."));
        assert!(!has_blanks(model, "Nous répondrons avant le 3 mai, par la voirie."));
        assert!(!has_blanks(model, "Voyez [le plan](https://town.example) et [a]."));
    }
}
