//! All pages of a questionnaire at once, for those who only look: nothing can be sent from there.

use super::Field;
use crate::page::Page;
use domain::markup;
use domain::questionnaire::Form;
use domain::questionnaire::answer::Typed;

/// A page.
pub(crate) struct Section {
    pub(crate) title: String,
    /// Safe HTML.
    pub(crate) text: String,
    pub(crate) fields: Vec<Field>,
}

impl Section {
    /// The pages of a questionnaire, with nothing typed.
    pub(crate) fn all(page: &Page, form: &Form) -> Vec<Self> {
        let one = |(number, section): (usize, &domain::questionnaire::Section)| {
            let place = page.t.with2("questionnaire-step", "number", number, "of", form.sections.len());
            Self {
                title: if section.title.is_empty() { place } else { format!("{place} – {}", section.title) },
                text: markup::to_html(&section.text),
                fields: section.questions.iter().map(|q| Field::new(page, form, q, &Typed::default(), false, None)).collect(),
            }
        };
        (1..).zip(&form.sections).map(one).collect()
    }
}
