//! A contribution as somebody writes it: parsed from a form or from another server, not yet published.

use super::{Kind, Stance};
use crate::id::ThemeId;
use crate::place::Spot;
use crate::text::{self, Fault};

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// The text.
    Body,
    /// The theme.
    Theme,
    /// The stance of a reply.
    Stance,
}

/// What is wrong, field by field.
pub type Faults = Vec<(Field, Fault)>;

/// A contribution as it was typed.
#[derive(Debug, Clone, Default)]
pub struct RawDraft<'a> {
    /// The title.
    pub title: &'a str,
    /// The text, in Markdown.
    pub body: &'a str,
    /// The id of a theme, or nothing.
    pub theme: &'a str,
    /// The code of a stance, or nothing.
    pub stance: &'a str,
}

/// A contribution that has the right shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What it will be.
    pub kind: Kind,
    /// 5 to 300 characters; for a reply 0 to 300.
    pub title: String,
    /// 1 to 20,000 characters of Markdown.
    pub body: String,
    /// Its theme; never for a reply.
    pub theme: Option<ThemeId>,
    /// Its stance; only for a reply.
    pub stance: Option<Stance>,
    /// Where it is; never for a reply.
    pub place: Option<Spot>,
}

impl Draft {
    /// Reads a draft and names every fault at once.
    ///
    /// # Errors
    /// The faults by field.
    pub fn parse(kind: Kind, raw: &RawDraft<'_>) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let title_min = if kind == Kind::Reply { 0 } else { text::TITLE_MIN };
        let title = keep(text::bounded_line(raw.title, title_min, text::TITLE_MAX), Field::Title, &mut faults);
        let body = keep(text::bounded_text(raw.body, 1, text::BODY_MAX), Field::Body, &mut faults);
        let theme = match (kind, raw.theme.trim()) {
            (Kind::Reply, _) | (_, "") => None,
            (_, id) => keep(ThemeId::parse(id).map(Some).ok_or(Fault::Choice), Field::Theme, &mut faults),
        };
        let stance = match (kind, raw.stance.trim()) {
            (Kind::Proposal | Kind::Discussion, _) => None,
            (Kind::Reply, "") => Some(Stance::Neutral),
            (Kind::Reply, code) => keep(Stance::parse(code).map(Some).ok_or(Fault::Choice), Field::Stance, &mut faults),
        };
        if faults.is_empty() { Ok(Self { kind, title, body, theme, stance, place: None }) } else { Err(faults) }
    }

    /// The same, which is somewhere.
    #[must_use]
    pub fn at(self, place: Option<Spot>) -> Self {
        Self { place: place.filter(|_| self.kind != Kind::Reply), ..self }
    }
}

fn keep<T: Default>(result: Result<T, Fault>, field: Field, faults: &mut Faults) -> T {
    result.unwrap_or_else(|fault| {
        faults.push((field, fault));
        T::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_named_at_once() {
        let raw = RawDraft { title: " a ", body: "", theme: "x", stance: "" };
        assert_eq!(
            Draft::parse(Kind::Proposal, &raw),
            Err(vec![(Field::Title, Fault::TooShort(5)), (Field::Body, Fault::Missing), (Field::Theme, Fault::Choice)])
        );
    }

    #[test]
    fn a_reply_needs_no_title_and_is_neutral_by_default() {
        let draft = Draft::parse(Kind::Reply, &RawDraft { body: "Oui", ..RawDraft::default() }).unwrap();
        assert_eq!((draft.title.as_str(), draft.stance, draft.theme), ("", Some(Stance::Neutral), None));
        assert!(Draft::parse(Kind::Reply, &RawDraft { body: "Oui", stance: "maybe", ..RawDraft::default() }).is_err());
    }
}
