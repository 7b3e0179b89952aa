//! Questionnaires, for those who answer: what it is for, its pages, sending, confirming, the published results.

pub(crate) mod charts;
mod confirm;
mod fields;
mod fill;
mod finish;
mod intro;
mod results;
mod sections;

pub(super) use confirm::{confirm, show as show_confirmation};
pub(crate) use fields::{Field, condition};
pub(super) use fill::{save, show as fill};
pub(super) use finish::{erase, later, send, show_later, show_send};
pub(super) use intro::{Offered, offered, show, start};
pub(super) use results::show as results;
pub(crate) use sections::Section;

use crate::error::Error;
use crate::page::Page;
use crate::viewer::Visit;
use actions::questionnaires::Respondent;
use domain::actor::Viewer;
use domain::id::QuestionnaireId;
use domain::questionnaire::{Form, FormStage, Terms};
use domain::refusal::Refusal;
use domain::visible::{self, Sight};
use store::questionnaires::Questionnaire;
use store::views::page::Frame;
use store::{Db, Uid};

/// The word in the address of an answer that belongs to an account.
pub(super) const ME: &str = "me";

/// A questionnaire that the viewer may see.
pub(super) struct Loaded {
    pub(super) frame: Frame,
    pub(super) questionnaire: Questionnaire,
    pub(super) terms: Terms,
    pub(super) form: Form,
}

impl Loaded {
    /// Its path.
    pub(super) fn path(&self) -> String {
        format!("/c/{}/q/{}", self.frame.consultation.slug, self.questionnaire.id.0)
    }

    /// Where it stands.
    pub(super) fn stage(&self, page: &Page) -> FormStage {
        self.terms.stage(&self.frame.calendar, page.now)
    }

    /// The page with its way back.
    pub(super) async fn page(&self, visit: &Visit) -> Result<Page, Error> {
        let page = visit.page(self.questionnaire.title.clone()).await?;
        let consultation = &self.frame.consultation;
        Ok(page.under(format!("/c/{}", consultation.slug), consultation.title.clone()))
    }

    /// The same, one step deeper.
    pub(super) async fn page_below(&self, visit: &Visit, key: &'static str) -> Result<Page, Error> {
        let mut page = self.page(visit).await?.under(self.path(), self.questionnaire.title.clone());
        page.title = page.t.get(key);
        Ok(page)
    }
}

/// An id as an address says it.
pub(super) fn id(text: &str) -> Result<QuestionnaireId, Error> {
    QuestionnaireId::parse(text).ok_or(Error::NOT_FOUND)
}

/// Whose answer an address is about.
pub(super) fn respondent(visit: &Visit, key: &str) -> Result<Respondent, Error> {
    if key == ME {
        return visit.viewer.actor.map(Respondent::Account).ok_or(Error::Refused(Refusal::SignInFirst));
    }
    Ok(Respondent::Link(key.to_owned()))
}

/// As whom the rules see a respondent: whoever has the link has no account, even if they are signed in.
pub(super) fn as_viewer(visit: &Visit, who: &Respondent) -> Viewer {
    match who {
        Respondent::Account(_) => visit.viewer,
        Respondent::Link(_) => Viewer::VISITOR,
    }
}

/// A questionnaire that the viewer may see, with its questions.
pub(super) fn load(db: &mut Db, slug: &str, id: QuestionnaireId, viewer: Viewer) -> Result<Loaded, Error> {
    let frame = super::load::frame(db, slug, viewer)?;
    let found = store::questionnaires::find(db, Uid::of(id))?.filter(|q| q.consultation_id == frame.consultation.id);
    let questionnaire = found.ok_or(Error::NOT_FOUND)?;
    match visible::questionnaire(questionnaire.published_at.is_some(), frame.calendar.published, viewer) {
        Sight::Nothing => return Err(Error::NOT_FOUND),
        Sight::Notice | Sight::Full => {}
    }
    let form = store::questionnaires::form(db, questionnaire.id)?;
    Ok(Loaded { terms: questionnaire.terms()?, frame, questionnaire, form })
}

/// Reads the questionnaire of an address.
pub(super) async fn read(visit: &Visit, slug: &str, id_text: &str) -> Result<Loaded, Error> {
    let (slug, id, viewer) = (slug.to_owned(), id(id_text)?, visit.viewer);
    visit.web.app.store.read(move |db| load(db, &slug, id, viewer)).await
}
