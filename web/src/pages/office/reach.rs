//! How far a consultation reaches: a small form of the editor, with what each choice means.

use super::editor;
use super::show::Choice;
use crate::error::Reply;
use crate::form::{Posted, done};
use crate::texts::Texts;
use crate::viewer::Staff;
use axum::extract::Path;
use domain::reach::Reach;
use serde::Deserialize;

/// The choice, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    reach: String,
}

/// What may be chosen, each with what it means: once published only what is narrower; of what other territories carry too, at least the network, and no
/// more than its organiser lets it.
// ftl: reach-* reach-hint-*
pub(super) fn choices(t: &Texts, chosen: &str, published: bool, (carried, most): (bool, Option<Reach>)) -> Vec<Choice> {
    let current = Reach::parse(chosen);
    let offered = |reach: &&Reach| {
        let is_narrower = !published || current.is_none_or(|current| reach.is_narrower_than(current));
        let stays = carried && **reach == Reach::Here;
        let goes_too_far = most.is_some_and(|most| most.is_narrower_than(**reach));
        current == Some(**reach) || (is_narrower && !stays && !goes_too_far)
    };
    let choice = |reach: &Reach| {
        let code = reach.code();
        Choice::new(code, t.code("reach", code), code == chosen).hint(t.code("reach-hint", code))
    };
    Reach::ALL.iter().filter(offered).map(choice).collect()
}

/// `POST /admin/consultations/{slug}/reach`.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    editor::frame(&visit, &slug).await?;
    let reach = Reach::parse(&typed.reach).ok_or(crate::Error::NOT_FOUND)?;
    actions::consultations::set_reach(&visit.web.app, visit.viewer, &slug, reach).await?;
    Ok(done(&format!("/admin/consultations/{slug}#reach"), "office-saved"))
}
