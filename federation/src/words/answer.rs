//! Official answers, in our own words: `parvis:answer` says beside the text what the carriers of a consultation need to show it as what it is.

use domain::answer::AnswerState;
use domain::text;

use super::markdown;
use super::read::{Reader, clamp};

/// An official answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Where the collectivity stands.
    pub state: AnswerState,
    /// The service or elected person who signs; may be empty.
    pub signed_by: String,
    /// The reason without the signature, in Markdown.
    pub body: String,
}

/// Reads an answer; one of a state that is not known here, or without a word, is a reply like any other.
pub(super) fn read(object: Reader<'_>) -> Option<Answer> {
    let answer = object.object("parvis:answer")?;
    let state = answer.text("parvis:state").and_then(AnswerState::parse)?;
    let body = answer.text("content").map(|said| markdown::cut(&markdown::from_markdown(said), text::BODY_MAX))?;
    let signed_by = answer.text("parvis:signedBy").map(|name| clamp(&text::line(name), text::NAME_MAX)).unwrap_or_default();
    (!body.trim().is_empty()).then_some(Answer { state, signed_by, body })
}
