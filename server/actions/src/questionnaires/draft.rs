//! Begin a questionnaire, as a draft.

use super::prepares;
use crate::{App, Error, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{QuestionnaireId, SectionId};
use domain::questionnaire::{Form, Respondents};
use domain::text;
use jiff::SignedDuration;
use store::questionnaires::Questionnaire;
use store::{At, Uid};

/// Days for which single answers are kept unless the agent says otherwise.
const RETENTION: i32 = 365;

/// Keeps a draft with one empty page, as long as the phase that is open or comes next.
///
/// # Errors
/// A refusal of the permission table, a faulty `title`, or the store's failure.
pub async fn draft(app: &App, viewer: Viewer, slug: &str, title: &str) -> Result<QuestionnaireId> {
    prepares(viewer)?;
    let title = text::bounded_line(title, text::TITLE_MIN, text::TITLE_MAX).map_err(|fault| Error::fault("title", fault))?;
    let (now, id, slug) = (app.now(), app.new_id::<QuestionnaireId>(), slug.to_owned());
    let mut form = Form::default();
    form.add_section(app.new_id::<SectionId>())?;
    app.store
        .write(move |db| {
            let (consultation, calendar) = subject::consultation(db, &slug)?;
            let phase = calendar.phases.iter().find(|phase| now < phase.closes_at);
            let (opens, closes) = phase.map_or((now, now + SignedDuration::from_hours(14 * 24)), |phase| (phase.opens_at, phase.closes_at));
            let new = Questionnaire {
                id: Uid::of(id),
                consultation_id: consultation.id,
                title,
                introduction: String::new(),
                purpose: String::new(),
                respondents: Respondents::Accounts.code().to_owned(),
                opens_at: At(opens),
                closes_at: At(closes),
                retention_days: RETENTION,
                revision: 1,
                created_at: At(now),
                published_at: None,
                closed_at: None,
                results_at: None,
                results_note: String::new(),
                purged_at: None,
                people: 0,
                expired: 0,
            };
            store::questionnaires::insert(db, &new)?;
            store::questionnaires::replace_form(db, new.id, &form)?;
            let event = Event::new(EventKind::QuestionnaireDrafted).by(viewer.actor).on(id).within(consultation.id.to());
            store::journal::append(db, &event, now)?;
            Ok(id)
        })
        .await
}
