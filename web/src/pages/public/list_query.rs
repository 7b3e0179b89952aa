//! What the address of a list of contributions asks for, and the addresses that ask for something else. The address carries everything.

use super::seed;
use crate::form::encode;
use crate::pages::pagination;
use domain::answer::AnswerState;
use domain::contribution::Kind;
use serde::Deserialize;
use store::Uid;
use store::consultations::Theme;
use store::views::cards::{Filter, Order};

/// Longest search, in characters.
const SEARCH_MAX: usize = 200;

/// What the address says, as it says it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    theme: String,
    answer: String,
    kind: String,
    order: String,
    seed: String,
    page: String,
}

impl Asked {
    /// Whether words are searched for.
    pub(super) fn searches(&self) -> bool {
        !self.q.trim().is_empty()
    }
}

/// What is asked for, as far as it makes sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListQuery {
    /// Words.
    pub(super) search: String,
    /// A theme of this consultation.
    pub(super) theme: Option<ThemeFilter>,
    /// The state of the official answer, or `none`.
    pub(super) answer: Option<&'static str>,
    /// Proposals or discussions only.
    pub(super) kind: Option<Kind>,
    /// The order; `None` for the best matches of a search.
    pub(super) order: Option<Order>,
    /// The number of the random order.
    pub(super) seed: u64,
    /// The page, from 1.
    pub(super) page: i64,
}

/// A theme by which the list is filtered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ThemeFilter {
    pub(super) id: Uid,
    pub(super) name: String,
}

/// The code of contributions without official answer.
pub(super) const UNANSWERED: &str = "none";

impl ListQuery {
    /// Reads what an address asks for; `own_seed` is the visitor's own order.
    pub(super) fn read(asked: &Asked, themes: &[Theme], own_seed: u64) -> Self {
        let search: String = domain::text::line(&asked.q).chars().take(SEARCH_MAX).collect();
        let theme = themes.iter().find(|theme| theme.id.0.to_string() == asked.theme);
        let answer = AnswerState::parse(&asked.answer).map(AnswerState::code).or((asked.answer == UNANSWERED).then_some(UNANSWERED));
        let order = Order::parse(&asked.order).or(search.is_empty().then_some(Order::Random));
        Self {
            theme: theme.map(|theme| ThemeFilter { id: theme.id, name: theme.name.clone() }),
            answer,
            kind: Kind::parse(&asked.kind).filter(|kind| *kind != Kind::Reply),
            order,
            seed: seed::named(&asked.seed).unwrap_or(own_seed),
            page: pagination::asked(&asked.page),
            search,
        }
    }

    /// For the store.
    pub(super) fn filter(&self) -> Filter {
        Filter {
            search: self.search.clone(),
            theme: self.theme.as_ref().map(|theme| theme.id),
            answer: self.answer.map(str::to_owned),
            kind: self.kind.map(|kind| kind.code().to_owned()),
            order: self.order,
            seed: seed::seed(self.seed),
        }
    }

    /// The address of another page of the same list.
    pub(super) fn at_page(&self, slug: &str, page: i64) -> String {
        Self { page, ..self.clone() }.path(slug)
    }

    /// What is filtered, as an address says it: for the map, which has no order and no pages. Empty, or begins with `&`.
    pub(super) fn filters(&self) -> String {
        let theme = self.theme.as_ref().map(|theme| theme.id.0.to_string()).unwrap_or_default();
        let kind = self.kind.map(Kind::code).unwrap_or_default();
        let pairs = [("q", self.search.as_str()), ("theme", &theme), ("answer", self.answer.unwrap_or_default()), ("kind", kind)];
        pairs.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("&{name}={}", encode(value))).collect()
    }

    /// The address of this list.
    pub(super) fn path(&self, slug: &str) -> String {
        let mut pairs: Vec<String> = Vec::new();
        let mut say = |name: &str, value: &str| pairs.push(format!("{name}={}", encode(value)));
        if !self.search.is_empty() {
            say("q", &self.search);
        }
        if let Some(theme) = &self.theme {
            say("theme", &theme.id.0.to_string());
        }
        if let Some(answer) = self.answer {
            say("answer", answer);
        }
        if let Some(kind) = self.kind {
            say("kind", kind.code());
        }
        if let Some(order) = self.order {
            let usual = order == Order::Random && self.search.is_empty();
            if !usual {
                say("order", order.code());
            }
            if order == Order::Random && self.page > 1 {
                say("seed", &self.seed.to_string());
            }
        }
        if self.page > 1 {
            say("page", &self.page.to_string());
        }
        if pairs.is_empty() { format!("/c/{slug}/contributions") } else { format!("/c/{slug}/contributions?{}", pairs.join("&")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn themes() -> Vec<Theme> {
        let id = |n| Uid(Uuid::from_u128(n));
        vec![Theme { id: id(7), consultation_id: id(1), position: 0, name: "Culture".into() }]
    }

    fn read(asked: &Asked) -> ListQuery {
        ListQuery::read(asked, &themes(), 5)
    }

    #[test]
    fn an_empty_address_is_the_visitors_own_random_order() {
        let query = read(&Asked::default());
        assert_eq!((query.order, query.seed, query.page), (Some(Order::Random), 5, 1));
        assert_eq!(query.path("halle"), "/c/halle/contributions");
        assert_eq!(query.at_page("halle", 2), "/c/halle/contributions?seed=5&page=2");
    }

    #[test]
    fn what_makes_no_sense_is_left_out() {
        let asked = Asked {
            theme: Uuid::from_u128(8).to_string(),
            answer: "maybe".into(),
            kind: "reply".into(),
            order: "worst".into(),
            seed: "65".into(),
            page: "-4".into(),
            q: " \u{202E} ".into(),
        };
        assert_eq!(read(&asked), read(&Asked::default()));
    }

    #[test]
    fn the_address_carries_everything() {
        let asked = Asked {
            q: "l'eau & \"vélos\"".into(),
            theme: Uuid::from_u128(7).to_string(),
            answer: "none".into(),
            kind: "proposal".into(),
            order: "random".into(),
            seed: "64".into(),
            page: "3".into(),
        };
        let query = read(&asked);
        assert_eq!((query.seed, query.page), (64, 3));
        let path = query.path("halle");
        assert_eq!(
            path,
            "/c/halle/contributions?q=l%27eau+%26+%22v%C3%A9los%22&theme=00000000-0000-0000-0000-000000000007&answer=none&kind=proposal&order=random&seed=64&page=3"
        );
        let parsed: std::collections::HashMap<String, String> =
            url::Url::parse(&format!("http://x{path}")).unwrap().query_pairs().into_owned().collect();
        assert_eq!(parsed.get("q").map(String::as_str), Some("l'eau & \"vélos\""));
    }

    #[test]
    fn a_search_is_ranked_unless_another_order_is_asked_for() {
        assert_eq!(read(&Asked { q: "eau".into(), ..Asked::default() }).order, None);
        let recent = read(&Asked { q: "eau".into(), order: "recent".into(), ..Asked::default() });
        assert_eq!(recent.order, Some(Order::Recent));
        assert_eq!(recent.path("a"), "/c/a/contributions?q=eau&order=recent");
    }
}
