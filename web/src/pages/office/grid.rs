//! The questions about what is at stake in a vote, in the forms that open one.

use super::show::Choice;
use crate::form::{Faulty, Fields};
use crate::page::Page;
use actions::votes::GridForm;

/// A question with its answers.
pub(super) struct Question {
    pub(super) field: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    /// The first is no answer.
    pub(super) choices: Vec<Choice>,
    pub(super) fault: Option<String>,
}

/// What was sent.
pub(super) fn sent(typed: &Fields) -> GridForm {
    GridForm::read(|field| typed.get(field).to_owned())
}

/// The questions as a page shows them.
// ftl: grid-* grid-hint-* grid-size-* grid-reach-* grid-purpose-* grid-truth-*
pub(super) fn questions(page: &Page, form: &GridForm, faults: &Faulty) -> Vec<Question> {
    let t = &page.t;
    let question = |(field, codes, answer): (&'static str, Vec<&'static str>, &str)| {
        let name = field.strip_prefix("grid_").unwrap_or(field);
        let list = match name {
            "purpose" => "grid-purpose",
            "size" => "grid-size",
            "reach" => "grid-reach",
            _ => "grid-truth",
        };
        let none = Choice::new("", t.get("grid-none"), answer.is_empty());
        let choices = codes.into_iter().map(|code| Choice::new(code, t.code(list, code), code == answer));
        Question {
            field,
            label: t.code("grid-ask", name),
            hint: t.code("grid-hint", name),
            choices: std::iter::once(none).chain(choices).collect(),
            fault: faults.text(field).map(str::to_owned),
        }
    };
    form.questions().map(question).collect()
}

/// What is wrong with a form, with the reason why a use is refused and where to go instead.
// ftl: grid-refused-*
pub(super) fn faulty(page: &Page, form: &GridForm, faults: &actions::Faults) -> Faulty {
    let refused = form.refused();
    let others: actions::Faults = faults.iter().filter(|(field, _)| refused.is_none() || *field != "grid_purpose").copied().collect();
    let mut faulty = Faulty::new(&page.t, &others);
    if let Some(purpose) = refused {
        faulty.add("grid_purpose", format!("{} {}", page.t.code("grid-refused", purpose.code()), page.t.get("grid-elsewhere")));
    }
    faulty
}
