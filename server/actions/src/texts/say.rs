//! Say something of a paragraph: a remark, or how it should be.

use super::load;
use crate::contributions::{Entry, publish};
use crate::{App, Error, Result, organisations};
use domain::actor::Viewer;
use domain::contribution::{Draft, Kind};
use domain::draft_text::{Outcome, PIECE_MAX, TextState, Word};
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::Uid;
use store::draft_texts::Said;

/// What somebody says of a paragraph.
#[derive(Debug, Clone)]
pub struct Spoken {
    /// A remark, or what should be done with the paragraph.
    pub word: Word,
    /// The proposed words, as typed; nothing for a remark or for what should go.
    pub wording: String,
    /// The title and the reason, or the remark: a proposal for what asks for a change, a discussion for a remark.
    pub draft: Draft,
}

/// Publishes a contribution that speaks of a paragraph.
///
/// # Errors
/// A refusal of the permission table, `NotOpenNow` unless the text is open, faulty fields (`wording`), or the store's failure.
pub async fn say(app: &App, viewer: Viewer, slug: &str, number: i32, spoken: Spoken, lang: Lang) -> Result<ContributionId> {
    let (now, id, slug) = (app.now(), app.new_id::<ContributionId>(), slug.to_owned());
    let wording = wording(&spoken)?;
    app.store
        // no event: `publish::enter` appends it
        .write(move |db| {
            let (row, consultation, calendar) = load(db, &slug)?;
            match row.state()? {
                TextState::Draft => return Err(Refusal::NotFound.into()),
                TextState::Closed | TextState::Settled => return Err(Refusal::NotOpenNow.into()),
                TextState::Open => {}
            }
            let paragraph = store::draft_texts::paragraph(db, row.id, number)?.ok_or(Refusal::NotFound)?;
            if spoken.word == Word::Replace && wording == paragraph.body {
                return Err(Error::fault("wording", Fault::Choice));
            }
            let viewer = organisations::speak(db, viewer, now)?;
            let searched = [spoken.draft.title.as_str(), &spoken.draft.body].map(str::to_owned);
            publish::enter(db, viewer, (&consultation, &calendar), spoken.draft, Entry::here(id, lang).on_text(), now)?;
            let said = Said {
                contribution_id: Uid::of(id),
                paragraph_id: paragraph.id,
                word: spoken.word.code().to_owned(),
                wording,
                outcome: Outcome::Open.code().to_owned(),
                kept: None,
                decided_at: None,
            };
            store::draft_texts::say(db, &said)?;
            let [title, body] = searched;
            store::search::index(db, Uid::of(id), consultation.id, &title, &[body.as_str(), &said.wording].join("\n"))?;
            Ok(id)
        })
        .await
}

/// The proposed words in one line, as paragraphs are kept; the kind of the draft must fit.
fn wording(spoken: &Spoken) -> Result<String> {
    let kind = if spoken.word.is_amendment() { Kind::Proposal } else { Kind::Discussion };
    if spoken.draft.kind != kind {
        return Err(Refusal::NotFound.into());
    }
    if !spoken.word.has_wording() {
        return Ok(String::new());
    }
    text::bounded_line(&spoken.wording, 1, PIECE_MAX).map_err(|fault| Error::fault("wording", fault))
}
