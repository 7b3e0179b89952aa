//! The promise to answer what many support: a small form of the editor.

use super::editor;
use crate::error::Reply;
use crate::form::{Posted, done};
use crate::viewer::Staff;
use axum::extract::Path;
use serde::Deserialize;

/// The choice, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    promised: String,
}

/// `POST /admin/consultations/{slug}/promise`.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    editor::frame(&visit, &slug).await?;
    actions::consultations::set_promise(&visit.web.app, visit.viewer, &slug, typed.promised == "on").await?;
    Ok(done(&format!("/admin/consultations/{slug}#promise"), "office-saved"))
}
