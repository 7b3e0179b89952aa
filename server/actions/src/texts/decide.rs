//! Decide on an amendment: whether it stands in the text, in which words, and why. The decision is an official answer to its author.

use crate::budget::answered;
use crate::office::answer::{self, Given};
use crate::{App, Error, Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::answer::AnswerState;
use domain::draft_text::{self, Outcome, TextState, Word};
use domain::event::{Event, EventKind};
use domain::id::{AnswerId, ContributionId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::draft_texts::{Said, kept};
use store::{At, Db, Uid};

/// What is decided, as typed.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    /// Code of what becomes of it.
    pub outcome: String,
    /// The words that stand in the text, where they are not those proposed.
    pub words: String,
    /// The reason, to its author and everybody.
    pub body: String,
    /// Who signs it.
    pub signed_by: String,
}

/// Decides, answers officially and writes to the author. It may be decided anew until the text is settled; after that, what was released too late can
/// still be refused. Whoever withdrew their amendment, or whose amendment is hidden, is not answered: only what stands in the text changes.
///
/// # Errors
/// A refusal of the permission table, `Settled` when the text is, faulty fields (`outcome`, `final_words`, `body`, `signed_by`), or the store's failure.
pub async fn decide(app: &App, viewer: Viewer, id: ContributionId, decision: &Decision) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let outcome = Outcome::parse(&decision.outcome).filter(|outcome| *outcome != Outcome::Open);
    let outcome = outcome.ok_or_else(|| Error::fault("outcome", Fault::Choice))?;
    let said = answered(&decision.body, &decision.signed_by);
    let (now, answer, letter, given) = (app.now(), app.new_id::<AnswerId>(), app.new_id::<LetterId>(), decision.words.clone());
    app.store
        .write(move |db| {
            let subject = subject::contribution(db, id)?;
            let (amendment, paragraph) = store::draft_texts::said(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
            store::draft_texts::hold(db, paragraph.text_id)?;
            let text = store::draft_texts::find(db, paragraph.text_id)?.ok_or(Refusal::NotFound)?;
            if !amendment.word()?.is_amendment() {
                return Err(Refusal::NotFound.into());
            }
            let is_late = amendment.outcome()? == Outcome::Open && outcome == Outcome::Rejected;
            if text.state()? == TextState::Settled && !is_late {
                return Err(Refusal::Settled.into());
            }
            settle_on(db, text.id, &amendment, outcome, &given, now)?;
            if !subject.contribution.is_shown() && amendment.outcome()? != Outcome::Open {
                let event = Event::new(EventKind::AmendmentDecided).by(viewer.actor).on(id).within(subject.consultation.id.to());
                return Ok(store::journal::append(db, &event.detail(outcome.code()), now)?);
            }
            let state = match outcome {
                Outcome::Accepted => AnswerState::Accepted,
                Outcome::Partly => AnswerState::PartlyAccepted,
                Outcome::Open | Outcome::Rejected => AnswerState::Refused,
            };
            let (body, signed_by) = said?;
            answer::enter(db, viewer, &subject, Given { id: answer, letter, state, body, signed_by }, now)
        })
        .await
}

/// Keeps what becomes of an amendment, with the words that stand. Where only the reason changes, it keeps its place in the order of the decisions.
fn settle_on(db: &mut Db, text: Uid, said: &Said, outcome: Outcome, given: &str, now: Timestamp) -> Result<()> {
    let decided_so = said.outcome()? == outcome;
    let words = if decided_so && said.kept.as_ref().is_some_and(|kept| *kept == text::line(given)) {
        said.kept.clone()
    } else {
        let stands = stands(&kept(db, text)?, said);
        let words = draft_text::words_kept(said.word()?, &said.wording, outcome, stands.as_deref(), given);
        words.map_err(|fault| Error::fault("final_words", fault))?
    };
    let at = said.decided_at.filter(|_| decided_so && said.kept == words).unwrap_or(At(now));
    Ok(store::draft_texts::decide(db, said.contribution_id, outcome, words.as_deref(), at)?)
}

/// What the other changes of the same paragraph that stand in a text made of it: `kept` is in the order of the decisions.
#[must_use]
pub fn stands(kept: &[Said], said: &Said) -> Option<String> {
    let changes = |other: &Said| matches!(Word::parse(&other.word), Some(Word::Replace | Word::Remove));
    let other = |other: &&Said| other.paragraph_id == said.paragraph_id && other.contribution_id != said.contribution_id && changes(other);
    kept.iter().rfind(other).and_then(|other| other.kept.clone())
}
