//! The newsletter as everybody sees it: asked for, confirmed, ended with one press; its issues on a page.

mod issue;
mod own;
mod subscribe;

use crate::form::Choice;
use crate::page::Page;
use crate::routes::table;
use domain::newsletter::{ItemKind, Segment};
use store::newsletters::Item;
use store::subscriptions::Offered;

table! {
    /// The routes of the newsletter.
    routes, ROUTES:
    "/newsletter" => get subscribe::show, post subscribe::ask;
    "/newsletter/{issue}" => get issue::show;
    "/newsletter/s/{key}" => get own::show, post own::change;
}

/// Consultations and themes that a form offers.
pub(in crate::pages) const SEGMENTS: i64 = 200;

/// The segments that a form offers: all news, each consultation, each of its themes.
pub(in crate::pages) fn segments(page: &Page, offered: Vec<Offered>, chosen: &str) -> Vec<Choice> {
    let choice = |code: String, label: String| Choice { chosen: code == chosen, code, label };
    let one = |(consultation, theme, title, name): Offered| {
        let segment = theme.map_or(Segment::Consultation(consultation.to()), |theme| Segment::Theme(theme.to()));
        choice(segment.code(), name.map_or_else(|| title.clone(), |name| format!("{title} – {name}")))
    };
    let all = choice(Segment::All.code(), page.t.get("newsletter-segment-all"));
    std::iter::once(all).chain(offered.into_iter().map(one)).collect()
}

/// The path of something that an issue points to.
pub(crate) fn path(item: &Item) -> String {
    match item.kind {
        ItemKind::Article => format!("/news/{}", item.name),
        ItemKind::Meeting => format!("/meetings/{}", item.name),
        ItemKind::Consultation => format!("/c/{}", item.name),
    }
}
