//! Contributions as lists show them.

use super::load;
use super::offer::Offer;
use super::states::{self, Badge, State};
use super::whence::Whence;
use crate::texts::Texts;
use domain::contribution::Origin;
use store::At;
use store::contributions::Contribution;
use store::imports::Imported;
use store::views::cards::Card;

/// Characters of an excerpt: about four lines.
const EXCERPT: usize = 260;

/// Who wrote something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Author {
    /// Who they are here, for the mark of accreditation.
    pub(super) id: Option<store::Uid>,
    /// The name that is shown.
    pub(super) name: String,
    /// Their page.
    pub(super) path: Option<String>,
    /// One or two letters.
    pub(super) initials: String,
    /// The server they are on, when it is another one.
    pub(super) whence: Option<Whence>,
    /// Where their picture is kept here, when they are on another server and have one.
    pub(super) face: Option<String>,
}

/// A contribution in a list.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) id: String,
    pub(super) path: String,
    pub(super) title: String,
    pub(super) excerpt: String,
    pub(super) lang: String,
    pub(super) author: Author,
    pub(super) at: At,
    pub(super) theme: Option<String>,
    pub(super) supports: i32,
    pub(super) imported_supports: i32,
    /// Supports from other servers: shown beside ours, never added.
    pub(super) remote_supports: i32,
    /// Supports in the territories that carry its consultation: shown beside ours, never added.
    pub(super) territory_supports: i64,
    pub(super) replies: i32,
    pub(super) state: Option<State>,
    pub(super) badges: Vec<Badge>,
    /// Title and path of its consultation, where the list goes across several.
    pub(super) consultation: Option<(String, String)>,
    pub(super) offer: Offer,
    pub(super) supported: bool,
}

impl Author {
    /// The same, with the territory whose server they are on.
    pub(super) fn of(mut self, territory: Option<&str>) -> Self {
        if let Some(whence) = &mut self.whence {
            whence.territory = territory.map(domain::text::line);
        }
        self
    }
}

impl Item {
    /// A contribution in the list of its consultation, which declared this threshold and offers this.
    pub(super) fn within(t: &Texts, card: &Card, threshold: i32, offer: Offer) -> Self {
        let contribution = &card.contribution;
        Self {
            id: contribution.id.0.to_string(),
            path: load::path(&card.slug, contribution.id),
            title: title(t, contribution),
            excerpt: domain::markup::excerpt(&contribution.body, EXCERPT),
            lang: contribution.lang.clone(),
            author: author(t, contribution, card.author.as_deref(), card.username.as_deref()).of(card.territory.as_deref()),
            at: contribution.created_at,
            theme: card.theme.clone(),
            supports: contribution.support_count,
            imported_supports: imported_supports(card.imported.as_ref()),
            remote_supports: contribution.remote_support_count,
            territory_supports: card.territories.supports,
            replies: contribution.reply_count,
            state: contribution.answer_state.as_deref().and_then(|code| states::answer(t, code)),
            badges: states::badges(t, contribution, threshold),
            consultation: None,
            offer,
            supported: card.supported,
        }
    }

    /// A contribution in a list that goes across consultations.
    pub(super) fn across(t: &Texts, card: &Card) -> Self {
        let consultation = Some((card.consultation.clone(), format!("/c/{}", card.slug)));
        Self { consultation, ..Self::within(t, card, 0, Offer::No) }
    }
}

/// The title, or what a reply without title is called.
pub(super) fn title(t: &Texts, contribution: &Contribution) -> String {
    // ftl: kind-*
    if contribution.title.is_empty() { t.code("kind", &contribution.kind) } else { contribution.title.clone() }
}

/// Supports counted elsewhere: shown beside ours, never added.
pub(super) fn imported_supports(imported: Option<&Imported>) -> i32 {
    imported.map_or(0, |origin| origin.supports)
}

/// Who wrote a contribution: somebody here or on another server, a name that came with an import, or nobody any more.
pub(super) fn author(t: &Texts, contribution: &Contribution, name: Option<&str>, username: Option<&str>) -> Author {
    let here = name.filter(|name| !name.is_empty());
    if let Some(whence) = Whence::of(contribution, username) {
        // A name from elsewhere may hold anything: without its invisible characters, and in its own direction on the page.
        let name = here.map(domain::text::line).filter(|name| !name.is_empty()).unwrap_or_else(|| whence.handle.clone());
        let id = contribution.author_id;
        return Author { id, initials: initials(&name), name, path: None, whence: Some(whence), face: None };
    }
    let name = match (here, contribution.author_name.as_deref().filter(|name| !name.is_empty())) {
        (Some(name), _) | (None, Some(name)) => name.to_owned(),
        (None, None) if contribution.origin == Origin::Imported.code() => t.get("cards-author-unknown"),
        (None, None) => t.get("cards-author-erased"),
    };
    let path = here.and(username).map(|username| format!("/@{username}"));
    Author { id: contribution.author_id, initials: initials(&name), name, path, whence: None, face: None }
}

/// One or two letters for a name.
pub(super) fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let last = if words.len() > 1 { words.last() } else { None };
    words.first().into_iter().chain(last).filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_one_or_two_letters() {
        for (name, expected) in [
            ("Nadia Ferrand", "NF"),
            ("élodie", "É"),
            ("Jean-Pierre de la Tour", "JT"),
            ("", ""),
            ("  ", ""),
            ("ß", "SS"),
            ("日本 太郎", "日太"),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
