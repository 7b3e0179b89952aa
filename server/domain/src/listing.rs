//! A consultation of another territory as the index of a territory shows it: what its own server says of it, within bounds. Where it stands now is
//! computed from its dates, as at home.

use crate::consultation::PhaseKind;
use crate::meeting;
use crate::search;
use crate::territory::{InseeCode, Place, Siren, TerritoryKind};
use crate::text;
use jiff::Timestamp;

/// Figures about fewer persons than this are not shown, nor believed.
pub const FEW: i64 = 11;
/// Most phases that are kept of one consultation.
pub const PHASES_MAX: usize = 20;
/// Most themes that are kept of one consultation.
pub const THEMES_MAX: usize = 12;
/// Most coming meetings that are said and kept of one consultation.
pub const MEETINGS_MAX: usize = 20;
/// A figure above this is none: no territory has so many people.
const COUNT_MAX: i64 = 1_000_000_000;
/// Years between which a date is one, the last excluded.
const YEARS: (i64, i64) = (946_684_800, 4_102_444_800);

/// Stands for the kind of a phase when its server says none that we know.
pub const UNKNOWN_PHASE: &str = "";

/// A phase, as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it is for, if it says so in our words.
    pub kind: Option<PhaseKind>,
    /// Its name; may be empty.
    pub name: String,
    /// First instant.
    pub opens_at: Timestamp,
    /// First instant after it.
    pub closes_at: Timestamp,
}

/// A theme: as it is written, and what several spellings of it have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// As it is written.
    pub name: String,
    /// Without case and accents.
    pub key: String,
}

impl Theme {
    /// A theme; `None` for a text that names nothing.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        let name: String = text::line(name.trim_start_matches('#')).chars().take(text::NAME_MAX).collect();
        let key = search::plain(&name);
        let says_something = key.chars().any(char::is_alphanumeric);
        says_something.then_some(Self { name, key })
    }
}

/// What a consultation counts, as far as its server says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Proposals and discussions.
    pub contributions: Option<i64>,
    /// Replies.
    pub replies: Option<i64>,
    /// Supports given there.
    pub supports: Option<i64>,
    /// People who took part there; never below [`FEW`].
    pub participants: Option<i64>,
    /// Contributions on which the collectivity decided.
    pub answers: Option<i64>,
}

impl Figures {
    /// What may be said of these figures, and believed of others': nothing negative, nothing absurd, no number of few persons, no more answers than
    /// contributions.
    #[must_use]
    pub fn bounded(self) -> Self {
        let count = |figure: Option<i64>| figure.filter(|n| (0..=COUNT_MAX).contains(n));
        let contributions = count(self.contributions);
        Self {
            contributions,
            replies: count(self.replies),
            supports: count(self.supports),
            participants: count(self.participants).filter(|n| *n >= FEW),
            answers: count(self.answers).filter(|n| contributions.is_none_or(|all| *n <= all)),
        }
    }
}

/// A coming meeting of a consultation of another territory, as its server says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its id there.
    pub uri: String,
    /// Its title.
    pub title: String,
    /// Its page there.
    pub url: String,
    /// When it begins.
    pub begins_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// The name of the place; may be empty.
    pub venue: String,
    /// Where that is, in millionths of a degree north and east, as exactly as it was said.
    pub position: Option<(i32, i32)>,
    /// Whether it was called off.
    pub cancelled: bool,
    /// When it changed last there, if it says so.
    pub edited_at: Option<Timestamp>,
}

impl Meeting {
    /// Whether it can be: it begins and ends in this century, in this order, and has a title.
    #[must_use]
    pub fn makes_sense(&self) -> bool {
        let order = self.begins_at < self.ends_at && self.ends_at.duration_since(self.begins_at) <= meeting::LENGTH_MAX;
        order && is_date(self.begins_at) && is_date(self.ends_at) && !self.title.is_empty()
    }
}

/// What is kept of a consultation of another territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Its group, where people follow it.
    pub group: Option<String>,
    /// The id of the organiser's consultation that it carries; `None`: it is its collectivity's own.
    pub carries: Option<String>,
    /// A line or two about it.
    pub teaser: String,
    /// Its phases, in order.
    pub phases: Vec<Span>,
    /// Its themes.
    pub themes: Vec<Theme>,
    /// First instant.
    pub opens_at: Timestamp,
    /// First instant after it.
    pub closes_at: Timestamp,
    /// What it counts.
    pub figures: Figures,
    /// Its coming meetings, soonest first, at most [`MEETINGS_MAX`]; `None`: its server says nothing of meetings.
    pub meetings: Option<Vec<Meeting>>,
    /// How many of the meetings that it says made no sense, and are left out.
    pub senseless: usize,
}

/// The spans that make sense, in order, none beginning before the one before it ends; at most [`PHASES_MAX`].
#[must_use]
pub fn in_order(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| is_date(span.opens_at) && is_date(span.closes_at) && span.opens_at < span.closes_at);
    spans.sort_by_key(|span| (span.opens_at, span.closes_at));
    let mut end = Timestamp::MIN;
    spans.retain(|span| {
        let follows = span.opens_at >= end;
        if follows {
            end = span.closes_at;
        }
        follows
    });
    spans.truncate(PHASES_MAX);
    spans
}

/// Whether an instant lies in this century: what does not is a mistake or worse.
#[must_use]
pub fn is_date(at: Timestamp) -> bool {
    (YEARS.0..YEARS.1).contains(&at.as_second())
}

/// What a collectivity says of its own territory. Nobody has checked it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Declared {
    /// What kind of territory.
    pub kind: Option<TerritoryKind>,
    /// Its INSEE code.
    pub insee: Option<InseeCode>,
    /// Its SIREN.
    pub siren: Option<Siren>,
    /// Its centre.
    pub place: Option<Place>,
    /// Whether it agrees that its figures stand beside those of others.
    pub comparable: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_has_a_title_and_an_end_after_its_beginning() {
        let check = |title: &str, from: &str, to: &str, expected: bool| {
            let meeting = Meeting {
                uri: String::new(),
                title: title.to_owned(),
                url: String::new(),
                begins_at: from.parse().unwrap(),
                ends_at: to.parse().unwrap(),
                venue: String::new(),
                position: None,
                cancelled: false,
                edited_at: None,
            };
            assert_eq!(meeting.makes_sense(), expected, "{title} {from} {to}");
        };
        check("Atelier", "2026-03-01T18:00:00Z", "2026-03-01T20:00:00Z", true);
        check("", "2026-03-01T18:00:00Z", "2026-03-01T20:00:00Z", false);
        check("Atelier", "2026-03-01T18:00:00Z", "2026-03-01T18:00:00Z", false);
        check("Atelier", "2026-03-01T18:00:00Z", "2026-03-01T17:00:00Z", false);
        check("Atelier", "2026-03-01T18:00:00Z", "2026-03-16T18:00:00Z", false);
        check("Atelier", "1970-03-01T18:00:00Z", "1970-03-01T20:00:00Z", false);
    }

    fn span(from: &str, to: &str) -> Span {
        Span { kind: None, name: String::new(), opens_at: from.parse().unwrap(), closes_at: to.parse().unwrap() }
    }

    #[test]
    fn figures_that_lie_are_none() {
        let all = |n: i64| Figures { contributions: Some(n), replies: Some(n), supports: Some(n), participants: Some(n), answers: Some(n) };
        assert_eq!(all(-1).bounded(), Figures::default());
        assert_eq!(all(i64::MAX).bounded(), Figures::default());
        assert_eq!(all(12).bounded(), all(12));
        assert_eq!(all(10).bounded(), Figures { participants: None, ..all(10) });
        assert_eq!(Figures { answers: Some(3), contributions: Some(2), ..Figures::default() }.bounded().answers, None);
    }

    #[test]
    fn spans_are_put_in_order() {
        let (a, b) = (span("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"), span("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"));
        assert_eq!(in_order(vec![b.clone(), a.clone()]), [a.clone(), b.clone()]);
        let overlapping = span("2026-01-15T00:00:00Z", "2026-04-01T00:00:00Z");
        assert_eq!(in_order(vec![overlapping, b.clone(), a.clone()]), [a.clone(), b.clone()]);
        for wrong in [
            span("2026-02-01T00:00:00Z", "2026-01-01T00:00:00Z"),
            span("-000500-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
            span("2026-01-01T00:00:00Z", "9000-01-01T00:00:00Z"),
        ] {
            assert_eq!(in_order(vec![wrong, a.clone()]), std::slice::from_ref(&a));
        }
        let many = (0..60).map(|i| Span {
            opens_at: Timestamp::from_second(1_800_000_000 + i * 10).unwrap(),
            closes_at: Timestamp::from_second(1_800_000_010 + i * 10).unwrap(),
            ..a.clone()
        });
        assert_eq!(in_order(many.collect()).len(), PHASES_MAX);
    }

    #[test]
    fn themes_meet_whatever_their_spelling() {
        let key = |name: &str| Theme::new(name).map(|theme| theme.key);
        assert_eq!(key("Écoles"), key("#ecoles"));
        assert_eq!(key("  \u{202e} "), None);
        assert_eq!(key("#"), None);
        assert_eq!(Theme::new(&"a".repeat(500)).map(|theme| theme.name.len()), Some(text::NAME_MAX));
    }
}
