//! What a consultation does with voices from other servers: a small form of the editor.

use super::editor;
use super::show::Choice;
use crate::error::Reply;
use crate::form::{Posted, done};
use crate::texts::Texts;
use crate::viewer::Staff;
use axum::extract::Path;
use domain::consultation::RemoteVoices;
use serde::Deserialize;

/// The choice, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    voices: String,
}

/// What may be done with them, each with what it means.
// ftl: voices-* voices-hint-*
pub(super) fn choices(t: &Texts, chosen: &str) -> Vec<Choice> {
    let choice = |voices: &RemoteVoices| {
        let code = voices.code();
        Choice::new(code, t.code("voices", code), code == chosen).hint(t.code("voices-hint", code))
    };
    RemoteVoices::ALL.iter().map(choice).collect()
}

/// `POST /admin/consultations/{slug}/voices`.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    editor::frame(&visit, &slug).await?;
    let voices = RemoteVoices::parse(&typed.voices).ok_or(crate::Error::NOT_FOUND)?;
    actions::consultations::set_remote_voices(&visit.web.app, visit.viewer, &slug, voices).await?;
    Ok(done(&format!("/admin/consultations/{slug}#voices"), "office-saved"))
}
