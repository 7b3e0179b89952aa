//! What is at stake in a vote, as its page says it.

use crate::texts::Texts;
use actions::votes::GridForm;
use domain::risk::Grid;

/// Level, meaning, points and answers, in words.
pub(super) struct Stakes {
    pub(super) level: String,
    pub(super) meaning: String,
    pub(super) points: String,
    /// Each question with its answer.
    pub(super) answers: Vec<(String, String)>,
}

// ftl: grid-level-* grid-meaning-* grid-ask-* grid-purpose-* grid-size-* grid-reach-* grid-truth-*
pub(super) fn shown(t: &Texts, grid: &Grid) -> Stakes {
    let level = grid.level().to_string();
    let form = GridForm::of(grid);
    let answer = |(field, _, code): (&'static str, _, &str)| {
        let name = field.strip_prefix("grid_").unwrap_or(field);
        let list = if matches!(name, "purpose" | "size" | "reach") { format!("grid-{name}") } else { "grid-truth".to_owned() };
        (t.code("grid-ask", name), t.code(&list, code))
    };
    Stakes {
        meaning: t.code("grid-meaning", &level),
        level: t.code("grid-level", &level),
        points: t.with1("grid-points", "points", grid.points()),
        answers: form.questions().map(answer).collect(),
    }
}
