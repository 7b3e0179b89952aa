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
use domain::draft_text::{Outcome, PIECE_MAX, TextState, Word};
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
    /// Whether its author withdrew it, or it is hidden: then nobody is answered.
    concealed: bool,
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
    /// What they made of it.
    stands: Option<String>,
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
        let stands = actions::texts::stands(&others, &said).filter(|_| said.word().is_ok_and(|word| word != Word::Insert));
        others.retain(|other| other.paragraph_id == paragraph.id && other.contribution_id != id);
        let answer = store::answers::of(db, id)?.into_iter().next();
        Ok::<_, Error>(Found { frame, text, said, paragraph, card, others, stands, answer })
    });
    read.await
}

// ftl: amend-decision-*
async fn page(visit: &Visit, found: &Found, sent: Option<Decision>, faults: actions::Faults) -> Reply {
    let contribution = &found.card.contribution;
    let number = found.paragraph.number;
    let (mut page, desk) = desk::open(visit, Section::Consultations, contribution.title.clone()).await?;
    // Withdrawn: nobody but its author reads it any more, only what of it stands in the text.
    let is_read = contribution.withdrawn_at.is_none();
    let title = if is_read { contribution.title.clone() } else { page.t.with1("paragraph-title", "number", number) };
    if !is_read {
        page.title.clone_from(&title);
    }
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let slug = &found.frame.consultation.slug;
    let list = format!("/admin/consultations/{slug}/text");
    let decision = sent.unwrap_or_else(|| decided(visit, found));
    let is_settled = found.text.state()? == TextState::Settled;
    let is_late = is_settled && found.said.outcome()? == Outcome::Open;
    // What comes too late for the text can only be refused.
    let possible = |outcome: &Outcome| !is_late || *outcome == Outcome::Rejected;
    let outcomes = [Outcome::Accepted, Outcome::Partly, Outcome::Rejected].into_iter().filter(possible).map(Outcome::code);
    let concealed = !contribution.is_shown();
    let view = AmendmentPage {
        action: format!("{list}/amendments/{}", contribution.id.0),
        list,
        public: format!("/c/{slug}/p/{}", contribution.id.0),
        title,
        lang: contribution.lang.clone(),
        author: found.card.author.clone().or_else(|| contribution.author_name.clone()).unwrap_or_else(|| page.t.get("cards-author-erased")),
        at: contribution.created_at,
        supports: contribution.support_count,
        one: Amendment::new(&page.t, slug, (&found.said, &found.paragraph))?,
        reason: if is_read { markup::to_html(&contribution.body) } else { String::new() },
        others: found.others.iter().map(|other| other.kept.clone().unwrap_or_default()).collect(),
        outcomes: Choice::list(&page.t, "amend-decision", outcomes, &decision.outcome),
        decision,
        words_max: PIECE_MAX,
        open: (!is_settled || is_late) && (!concealed || found.said.outcome()? != Outcome::Open),
        concealed,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

/// The form as the last decision fills it.
fn decided(visit: &Visit, found: &Found) -> Decision {
    let me = || visit.me.as_ref().map(|me| me.name.clone()).unwrap_or_default();
    // Where another change stands, its words are the beginning: this one's alone would undo it.
    let words = found.said.kept.clone().or_else(|| found.stands.clone()).unwrap_or_else(|| found.said.wording.clone());
    Decision {
        outcome: found.said.outcome.clone(),
        words,
        body: found.answer.as_ref().map(|answer| answer.body.clone()).unwrap_or_default(),
        signed_by: found.answer.as_ref().map_or_else(me, |answer| answer.signed_by.clone()),
    }
}
