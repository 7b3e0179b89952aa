//! How what is said of a paragraph is told: what it asks for, as a difference, and what became of it. For both sides of the house.

use crate::budget::Look;
use crate::difference::{self, Piece};
use crate::texts::Texts;
use domain::draft_text::{Outcome, TextState, Word};
use store::Uid;
use store::draft_texts::{Paragraph, Said, Spoken};
use store::views::page::Whole;

/// What a contribution says of a paragraph.
pub(crate) struct Amendment {
    /// The page of the paragraph.
    pub(crate) path: String,
    /// What it asks for, in words.
    pub(crate) word: String,
    /// Whether it stands after the paragraph.
    pub(crate) after: bool,
    /// The change; empty for a remark.
    pub(crate) change: Vec<Piece>,
    /// What became of it; nothing for a remark.
    pub(crate) outcome: Option<Look>,
    /// The change that stands in the text, where it is not the one proposed.
    pub(crate) kept: Vec<Piece>,
}

impl Amendment {
    /// The same for a contribution that may be none; one that cannot be read is left out.
    pub(crate) fn of(t: &Texts, whole: &Whole) -> Option<Self> {
        whole.said.as_ref().and_then(|(said, paragraph)| Self::new(t, &whole.card.slug, (said, paragraph)).ok())
    }

    /// The same for one of several, read together.
    pub(crate) fn among(t: &Texts, spoken: &[Spoken], contribution: Uid) -> Option<Self> {
        let one = spoken.iter().find(|one| one.said.contribution_id == contribution)?;
        Self::new(t, &one.slug, (&one.said, &one.paragraph)).ok()
    }

    // ftl: amend-word-*
    pub(crate) fn new(t: &Texts, slug: &str, (said, paragraph): (&Said, &Paragraph)) -> Result<Self, store::Error> {
        let (word, outcome) = (said.word()?, said.outcome()?);
        // What is put after a paragraph is compared with nothing.
        let before = if word == Word::Insert { "" } else { paragraph.body.as_str() };
        let other = said.kept.as_deref().filter(|kept| *kept != said.wording);
        Ok(Self {
            path: format!("/c/{slug}/text/{}", paragraph.number),
            word: t.with1(&format!("amend-word-{}", word.code()), "number", paragraph.number),
            after: word == Word::Insert,
            change: if word.is_amendment() { difference::line(before, &said.wording) } else { Vec::new() },
            outcome: word.is_amendment().then(|| outcome_look(t, outcome)),
            kept: other.map(|kept| difference::line(before, kept)).unwrap_or_default(),
        })
    }
}

/// What became of an amendment.
// ftl: amend-outcome-*
pub(crate) fn outcome_look(t: &Texts, outcome: Outcome) -> Look {
    let (tone, icon) = match outcome {
        Outcome::Open => ("info", "hourglass"),
        Outcome::Accepted => ("ok", "check-circle"),
        Outcome::Partly => ("ok", "circle-dot"),
        Outcome::Rejected => ("quiet", "x-circle"),
    };
    Look { tone, icon, label: t.code("amend-outcome", outcome.code()) }
}

/// Where a text stands.
// ftl: text-state-*
pub(crate) fn state_look(t: &Texts, state: TextState) -> Look {
    let (tone, icon) = match state {
        TextState::Draft => ("quiet", "pencil"),
        TextState::Open => ("ok", "message"),
        TextState::Closed => ("info", "hourglass"),
        TextState::Settled => ("quiet", "badge-check"),
    };
    Look { tone, icon, label: t.code("text-state", state.code()) }
}

/// Where an amendment is decided upon.
pub(crate) fn desk(slug: &str, whole: &Whole) -> Option<String> {
    let (said, _) = whole.said.as_ref().filter(|(said, _)| said.word().is_ok_and(domain::draft_text::Word::is_amendment))?;
    Some(format!("/admin/consultations/{slug}/text/amendments/{}", said.contribution_id.0))
}
