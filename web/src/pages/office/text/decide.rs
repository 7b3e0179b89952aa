//! Decide on an amendment: what becomes of it, in which words, and why.

use super::super::desk::{self, Desk, Section};
use super::super::editor;
use super::super::show;
use crate::amendments::Amendment;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::texts::Decision;
use askama::Template;
use axum::extract::Path;
use domain::draft_text::{Outcome, PIECE_MAX, TextState};
use domain::id::ContributionId;
use domain::markup;
use store::draft_texts::{DraftText, Paragraph, Said};
use store::views::cards::{self, Card};
use store::views::page::Frame;
use store::{At, Uid};

#[derive(Template)]
#[template(path = "office/amendment.html")]
struct AmendmentPage {
    page: Page,
    desk: Desk,
    faults: Faulty,
    /// Where the list is.
    list: String,
    action: String,
    public: String,
    title: String,
    lang: String,
    author: String,
    at: At,
    supports: i32,
    one: Amendment,
    /// The reason, as safe HTML.
    reason: String,
    /// What stands in the text of the same paragraph already.
    others: Vec<String>,
    decision: Decision,
    outcomes: Vec<Choice>,
    words_max: usize,
    open: bool,
}

/// An amendment with all that its page says.
struct Found {
    frame: Frame,
    text: DraftText,
    said: Said,
    paragraph: Paragraph,
    card: Card,
    others: Vec<Said>,
    answer: Option<store::answers::Answer>,
}

/// `GET /admin/consultations/{slug}/text/amendments/{id}`.
pub(crate) async fn show(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>) -> Reply {
    let found = read(&visit, &slug, &id).await?;
    page(&visit, &found, None, actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/text/amendments/{id}`.
pub(crate) async fn decide(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let found = read(&visit, &slug, &id).await?;
    let text = |name: &str| typed.get(name).to_owned();
    let decision = Decision { outcome: text("outcome"), words: text("final_words"), body: text("body"), signed_by: text("signed_by") };
    match actions::texts::decide(&visit.web.app, visit.viewer, found.card.contribution.id.to(), &decision).await {
        Ok(()) => Ok(done(&format!("/admin/consultations/{slug}/text"), "office-answered")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &found, Some(decision), faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn read(visit: &Visit, slug: &str, id: &str) -> Result<Found, Error> {
    desk::enter(visit, Section::Answers)?;
    let frame = editor::frame(visit, slug).await?;
    let id = Uid::of(ContributionId::parse(id).ok_or(Error::NOT_FOUND)?);
    let read = visit.web.app.store.read(move |db| {
        let (said, paragraph) = store::draft_texts::said(db, id)?.ok_or(Error::NOT_FOUND)?;
        let text = store::draft_texts::find(db, paragraph.text_id)?.ok_or(Error::NOT_FOUND)?;
        if text.consultation_id != frame.consultation.id || !said.word()?.is_amendment() {
            return Err(Error::NOT_FOUND);
        }
        let card = cards::by_ids(db, &[id], None)?.into_iter().next().ok_or(Error::NOT_FOUND)?;
        let mut others = store::draft_texts::kept(db, text.id)?;
        others.retain(|other| other.paragraph_id == paragraph.id && other.contribution_id != id);
        let answer = store::answers::of(db, id)?.into_iter().next();
        Ok::<_, Error>(Found { frame, text, said, paragraph, card, others, answer })
    });
    read.await
}

// ftl: amend-decision-*
async fn page(visit: &Visit, found: &Found, sent: Option<Decision>, faults: actions::Faults) -> Reply {
    let contribution = &found.card.contribution;
    let (page, desk) = desk::open(visit, Section::Consultations, contribution.title.clone()).await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let slug = &found.frame.consultation.slug;
    let list = format!("/admin/consultations/{slug}/text");
    let decision = sent.unwrap_or_else(|| decided(visit, found));
    let outcomes = [Outcome::Accepted, Outcome::Partly, Outcome::Rejected].map(Outcome::code);
    let view = AmendmentPage {
        action: format!("{list}/amendments/{}", contribution.id.0),
        list,
        public: format!("/c/{slug}/p/{}", contribution.id.0),
        title: contribution.title.clone(),
        lang: contribution.lang.clone(),
        author: found.card.author.clone().or_else(|| contribution.author_name.clone()).unwrap_or_else(|| page.t.get("cards-author-erased")),
        at: contribution.created_at,
        supports: contribution.support_count,
        one: Amendment::new(&page.t, slug, (&found.said, &found.paragraph))?,
        reason: markup::to_html(&contribution.body),
        others: found.others.iter().map(|other| other.kept.clone().unwrap_or_default()).collect(),
        outcomes: Choice::list(&page.t, "amend-decision", outcomes, &decision.outcome),
        decision,
        words_max: PIECE_MAX,
        open: found.text.state()? != TextState::Settled,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

/// The form as the last decision fills it.
fn decided(visit: &Visit, found: &Found) -> Decision {
    let me = || visit.me.as_ref().map(|me| me.name.clone()).unwrap_or_default();
    let words = found.said.kept.clone().unwrap_or_else(|| found.said.wording.clone());
    Decision {
        outcome: found.said.outcome.clone(),
        words,
        body: found.answer.as_ref().map(|answer| answer.body.clone()).unwrap_or_default(),
        signed_by: found.answer.as_ref().map_or_else(me, |answer| answer.signed_by.clone()),
    }
}
