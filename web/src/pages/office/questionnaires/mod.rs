//! Questionnaires, for those who prepare them and read the answers.

pub(super) mod answers;
pub(super) mod download;
pub(super) mod editor;
pub(super) mod list;
pub(super) mod preview;
pub(super) mod question;
pub(super) mod section;
pub(super) mod texts;

use super::desk::{self, Desk, Section};
use crate::error::Error;
use crate::page::Page;
use crate::texts::Texts;
use crate::viewer::Visit;
use domain::Timestamp;
use domain::id::QuestionnaireId;
use domain::questionnaire::{Form, FormStage, Terms};
use store::Uid;
use store::consultations::Consultation;
use store::questionnaires::Questionnaire;

/// A questionnaire on the table of those who prepare it.
pub(super) struct Bench {
    pub(super) questionnaire: Questionnaire,
    pub(super) consultation: Consultation,
    pub(super) terms: Terms,
    pub(super) stage: FormStage,
    pub(super) form: Form,
    /// Whether somebody has begun to answer: then the questions stay.
    pub(super) answered: bool,
}

/// What stands above every part.
pub(super) struct Head {
    pub(super) title: String,
    pub(super) stage: &'static str,
    pub(super) tone: &'static str,
    pub(super) icon: &'static str,
    pub(super) root: String,
    pub(super) public: String,
    pub(super) parts: Vec<Part>,
}

/// A part.
pub(super) struct Part {
    pub(super) path: String,
    pub(super) label: String,
    pub(super) current: bool,
}

impl Bench {
    /// Its id.
    pub(super) fn id(&self) -> QuestionnaireId {
        self.questionnaire.id.to()
    }

    /// Its path in the back office.
    pub(super) fn root(&self) -> String {
        format!("/admin/questionnaires/{}", self.questionnaire.id.0)
    }

    /// The page, the menu and what stands above; `current` is the end of the current part's path.
    pub(super) async fn open(&self, visit: &Visit, current: &str) -> Result<(Page, Desk, Head), Error> {
        let (page, desk) = desk::open(visit, Section::Consultations, self.questionnaire.title.clone()).await?;
        let consultation = &self.consultation;
        let path = format!("/admin/consultations/{}/questionnaires", consultation.slug);
        let page = page.under(path, consultation.title.clone());
        let head = self.head(&page.t, current);
        Ok((page, desk, head))
    }

    // ftl: questionnaires-part-*
    fn head(&self, t: &Texts, current: &str) -> Head {
        let root = self.root();
        let (tone, icon) = tone(self.stage);
        let part = |end: &str, code: &str| Part {
            path: format!("{root}{end}"),
            label: t.code("questionnaires-part", code),
            current: end == current,
        };
        Head {
            title: self.questionnaire.title.clone(),
            stage: self.stage.code(),
            tone,
            icon,
            public: format!("/c/{}/q/{}", self.consultation.slug, self.questionnaire.id.0),
            parts: vec![part("", "questions"), part("/preview", "preview"), part("/answers", "answers")],
            root,
        }
    }
}

/// Tone and icon of a stage.
pub(super) const fn tone(stage: FormStage) -> (&'static str, &'static str) {
    match stage {
        FormStage::Draft => ("quiet", "pencil"),
        FormStage::Upcoming => ("info", "calendar"),
        FormStage::Open => ("ok", "circle-dot"),
        FormStage::Closed => ("quiet", "lock"),
    }
}

/// Loads a questionnaire for those who may prepare it.
pub(super) async fn bench(visit: &Visit, id: &str) -> Result<Bench, Error> {
    desk::enter(visit, Section::Consultations)?;
    let (id, now) = (QuestionnaireId::parse(id).ok_or(Error::NOT_FOUND)?, visit.web.app.now());
    visit.web.app.store.read(move |db| read(db, id, now)).await
}

fn read(db: &mut store::Db, id: QuestionnaireId, now: Timestamp) -> Result<Bench, Error> {
    let questionnaire = store::questionnaires::find(db, Uid::of(id))?.ok_or(Error::NOT_FOUND)?;
    let consultation = store::consultations::find(db, questionnaire.consultation_id)?.ok_or(Error::NOT_FOUND)?;
    let calendar = store::consultations::calendar(db, &consultation)?;
    let terms = questionnaire.terms()?;
    let form = store::questionnaires::form(db, questionnaire.id)?;
    let answered = store::responses::any(db, questionnaire.id)? || questionnaire.purged_at.is_some();
    Ok(Bench { stage: terms.stage(&calendar, now), terms, form, answered, questionnaire, consultation })
}
