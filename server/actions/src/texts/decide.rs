//! Decide on an amendment: whether it stands in the text, in which words, and why. The decision is an official answer to its author.

use crate::budget::answered;
use crate::office::answer::{self, Given};
use crate::{App, Error, Result, subject};
use domain::actor::Viewer;
use domain::answer::AnswerState;
use domain::draft_text::{self, Outcome, TextState, Word};
use domain::id::{AnswerId, ContributionId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
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

/// Decides, answers officially and writes to the author. It may be decided anew until the text is settled.
///
/// # Errors
/// A refusal of the permission table, `Settled` when the text is, faulty fields (`outcome`, `final_words`, `body`, `signed_by`), or the store's failure.
pub async fn decide(app: &App, viewer: Viewer, id: ContributionId, decision: &Decision) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let outcome = Outcome::parse(&decision.outcome).filter(|outcome| *outcome != Outcome::Open);
    let outcome = outcome.ok_or_else(|| Error::fault("outcome", Fault::Choice))?;
    let (body, signed_by) = answered(&decision.body, &decision.signed_by)?;
    let (now, answer, letter, given) = (app.now(), app.new_id::<AnswerId>(), app.new_id::<LetterId>(), decision.words.clone());
    app.store
        // no event: `answer::enter` appends it
        .write(move |db| {
            let subject = subject::contribution(db, id)?;
            let (said, paragraph) = store::draft_texts::said(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
            store::draft_texts::hold(db, paragraph.text_id)?;
            let text = store::draft_texts::find(db, paragraph.text_id)?.ok_or(Refusal::NotFound)?;
            if !said.word()?.is_amendment() {
                return Err(Refusal::NotFound.into());
            }
            if text.state()? == TextState::Settled {
                return Err(Refusal::Settled.into());
            }
            let others = stands_already(db, text.id, &said)?;
            let words = draft_text::words_kept(said.word()?, &said.wording, outcome, others, &given);
            let words = words.map_err(|fault| Error::fault("final_words", fault))?;
            store::draft_texts::decide(db, said.contribution_id, outcome, words.as_deref(), At(now))?;
            let state = match outcome {
                Outcome::Accepted => AnswerState::Accepted,
                Outcome::Partly => AnswerState::PartlyAccepted,
                Outcome::Open | Outcome::Rejected => AnswerState::Refused,
            };
            answer::enter(db, viewer, &subject, Given { id: answer, letter, state, body, signed_by }, now)
        })
        .await
}

/// Whether another change of the same paragraph stands in the text.
fn stands_already(db: &mut Db, text: Uid, said: &Said) -> Result<bool> {
    let changes = |other: &Said| matches!(Word::parse(&other.word), Some(Word::Replace | Word::Remove));
    let other = |other: &Said| other.paragraph_id == said.paragraph_id && other.contribution_id != said.contribution_id && changes(other);
    Ok(kept(db, text)?.iter().any(other))
}
