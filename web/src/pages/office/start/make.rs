//! Making what was agreed to: a draft with its texts, steps, themes, map, envelope, meeting and questionnaire.

use super::super::wizard;
use super::answers::{Aim, Answers};
use super::proposal::Proposal;
use crate::error::Error;
use crate::texts::Texts;
use crate::viewer::Visit;
use actions::budget::EnvelopeForm;
use actions::consultations::{ConsultationForm, PhaseForm, ThemeForm};
use actions::meetings::MeetingForm;
use actions::questionnaires::{self, Change};
use domain::meeting::MeetingKind;
use domain::place::Asking;
use domain::questionnaire::QuestionKind;
use domain::questionnaire::draft::QuestionDraft;
use domain::text::Slug;
use store::Uid;

/// The draft itself: faults come back before anything else is made.
pub(super) async fn draft(visit: &Visit, aim: Aim, answers: &Answers, proposal: &Proposal) -> Result<Slug, actions::Error> {
    let form = ConsultationForm {
        title: answers.title.clone(),
        teaser: proposal.teaser.clone(),
        introduction: if aim == Aim::Budget { proposal.introduction.clone() } else { String::new() },
        settled: if aim == Aim::Concert { proposal.settled.clone() } else { String::new() },
        input_use: proposal.input_use.clone(),
        participation: answers.participation.clone(),
        ..ConsultationForm::default()
    };
    wizard::draft(visit, form).await
}

/// All the rest. `t` speaks the language of the collectivity.
pub(super) async fn complete(
    visit: &Visit,
    t: &Texts,
    slug: &Slug,
    (aim, answers, proposal): (Aim, &Answers, &Proposal),
    phases: Vec<PhaseForm>,
) -> Result<(), Error> {
    let (app, viewer, slug) = (&visit.web.app, visit.viewer, slug.as_str());
    actions::consultations::set_phases(app, viewer, slug, phases).await?;
    match aim {
        Aim::Consult => {
            if answers.questionnaire {
                questionnaire(visit, t, slug).await?;
            }
        }
        Aim::Concert => {
            let themes = proposal.theme_names().into_iter().map(|name| ThemeForm { id: String::new(), name }).collect();
            actions::consultations::set_themes(app, viewer, slug, themes).await?;
            actions::places::ask(app, viewer, slug, Asking::parse(&answers.asking).unwrap_or(Asking::Required)).await?;
            if let Some(form) = meeting(t, proposal) {
                actions::meetings::prepare(app, viewer, Some(slug), &form).await?;
            }
        }
        Aim::Budget => {
            let (amount, most) = (answers.amount.clone(), answers.most.clone());
            let envelope = EnvelopeForm { title: t.get("editor-envelope"), amount, most, ..EnvelopeForm::default() };
            actions::budget::set_envelopes(app, viewer, slug, &[envelope]).await?;
        }
    }
    Ok(())
}

/// The public meeting, where one is wanted.
fn meeting(t: &Texts, proposal: &Proposal) -> Option<MeetingForm> {
    let (begins_at, ends_at) = proposal.meeting_times().ok().filter(|_| proposal.meeting)?;
    Some(MeetingForm {
        title: t.get("start-meeting-title"),
        body: t.get("start-meeting-body"),
        kind: MeetingKind::InPerson.code().to_owned(),
        venue: proposal.venue.clone(),
        begins_at,
        ends_at,
        ..MeetingForm::default()
    })
}

/// A questionnaire with two questions to begin with.
async fn questionnaire(visit: &Visit, t: &Texts, slug: &str) -> Result<(), Error> {
    let (app, viewer) = (&visit.web.app, visit.viewer);
    let id = questionnaires::draft(app, viewer, slug, &t.get("start-form-title")).await?;
    let form = app.store.read(move |db| store::questionnaires::form(db, Uid::of(id))).await?;
    let Some(section) = form.sections.first().map(|section| section.id) else { return Ok(()) };
    let lines = |key: &str| t.get(key).replace(" | ", "\n");
    let opinion = QuestionDraft { label: t.get("start-form-opinion"), choices: lines("start-form-choices"), ..QuestionDraft::default() };
    let change = QuestionDraft { label: t.get("start-form-change"), ..QuestionDraft::default() };
    for (kind, question) in [(QuestionKind::Single, opinion), (QuestionKind::Long, change)] {
        questionnaires::arrange(app, viewer, id, Change::AddQuestion(section, kind, question)).await?;
    }
    Ok(())
}
