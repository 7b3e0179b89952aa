//! What is wrong with a `.pb` file, in the reader's language, with line and column.

use crate::texts::{Texts, Value as _};
use deliberation::pabulib::{Problem, ProblemKind};

/// Messages shown at most.
pub(super) const SHOWN: usize = 20;
/// Characters of the file quoted at most.
const QUOTED: usize = 60;

/// The message.
pub(super) fn text(t: &Texts, problem: &Problem) -> String {
    let what = what(t, &problem.kind);
    t.with("pb-at", &[("line", problem.line.value()), ("column", problem.column.value()), ("what", what.value())])
}

fn what(t: &Texts, kind: &ProblemKind) -> String {
    let quoted = |key: &str, text: &str| t.with1(key, "text", text.chars().take(QUOTED).collect::<String>());
    match kind {
        ProblemKind::TitleExpected(title) => quoted("pb-title-expected", title),
        ProblemKind::Ended => t.get("pb-ended"),
        ProblemKind::UnclosedQuote => t.get("pb-unclosed-quote"),
        ProblemKind::AfterQuote => t.get("pb-after-quote"),
        ProblemKind::TooManyFields => t.get("pb-too-many-fields"),
        ProblemKind::TooFewFields => t.get("pb-too-few-fields"),
        ProblemKind::EmptyLine => t.get("pb-empty-line"),
        ProblemKind::Missing(name) => quoted("pb-missing", name),
        ProblemKind::Twice(name) => quoted("pb-twice", name),
        ProblemKind::Legacy(name) => quoted("pb-legacy", name),
        ProblemKind::UnknownWord(word) => quoted("pb-unknown-word", word),
        ProblemKind::NotANumber => t.get("pb-not-a-number"),
        ProblemKind::Negative => t.get("pb-negative"),
        ProblemKind::TooLarge => t.get("pb-too-large"),
        ProblemKind::Empty => t.get("pb-empty"),
        ProblemKind::UnknownProject(id) => quoted("pb-unknown-project", id),
        ProblemKind::RepeatedProject(id) => quoted("pb-repeated-project", id),
        ProblemKind::PointsDoNotMatch => t.get("pb-points-do-not-match"),
        ProblemKind::SpaceInList => t.get("pb-space-in-list"),
        ProblemKind::CountDiffers { said, counted } => t.with2("pb-count-differs", "said", *said, "counted", *counted),
    }
}
