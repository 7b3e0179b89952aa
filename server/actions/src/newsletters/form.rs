//! What is typed of an issue, and what of it is accepted.

use crate::budget::keep;
use crate::{Error, Faults, Result};
use domain::lang::Lang;
use domain::newsletter::{ITEMS_MAX, ItemKind, Segment};
use domain::text::{self, Fault};
use store::Uid;

/// An issue, as typed.
#[derive(Debug, Clone, Default)]
pub struct IssueForm {
    /// Code of the segment it goes to.
    pub segment: String,
    /// 5 to 300 characters; the subject of its letters.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// Code of its language.
    pub lang: String,
    /// What it points to: `article:ID`, `meeting:ID`, `consultation:ID`.
    pub items: Vec<String>,
}

/// An issue of the right shape.
pub(super) struct Parsed {
    pub(super) segment: Segment,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) lang: Lang,
    pub(super) items: Vec<(ItemKind, Uid)>,
}

impl IssueForm {
    pub(super) fn parse(&self) -> Result<Parsed> {
        let mut faults = Faults::new();
        let segment = Segment::parse(&self.segment);
        if segment.is_none() {
            faults.push(("segment", Fault::Choice));
        }
        let title = keep("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults);
        let body = keep("body", text::bounded_text(&self.body, 20, text::BODY_MAX), &mut faults);
        let lang = Lang::parse(&self.lang);
        if lang.is_none() {
            faults.push(("lang", Fault::Choice));
        }
        let items: Option<Vec<_>> = self.items.iter().map(|code| item(code)).collect();
        if items.as_ref().is_none_or(|items| items.len() > ITEMS_MAX) {
            faults.push(("items", Fault::Choice));
        }
        match (segment, lang, items) {
            (Some(segment), Some(lang), Some(items)) if faults.is_empty() => Ok(Parsed { segment, title, body, lang, items }),
            _ => Err(Error::Faulty(faults)),
        }
    }
}

fn item(code: &str) -> Option<(ItemKind, Uid)> {
    let (kind, id) = code.split_once(':')?;
    let id = (id.len() == 36).then(|| uuid::Uuid::try_parse(id).ok()).flatten()?;
    Some((ItemKind::parse(kind)?, Uid(id)))
}
