//! The newsletter as everybody sees it: asked for, confirmed, ended with one press; its issues on a page.

mod issue;
mod own;
mod subscribe;

use crate::error::Error;
use crate::form::Choice;
use crate::page::Page;
use crate::routes::table;
use domain::newsletter::{ItemKind, Segment};
use store::Db;
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

/// What a form offers, and the name of what is chosen where it is not among them.
#[derive(Debug, Default)]
pub(in crate::pages) struct Ground {
    offered: Vec<Offered>,
    is_beyond: bool,
    beyond: Option<String>,
}

impl Ground {
    /// Reads it: what is chosen stays chosen, though later things came.
    pub(in crate::pages) fn read(db: &mut Db, chosen: &str) -> Result<Self, Error> {
        let offered = store::subscriptions::segments(db, SEGMENTS)?;
        let other = Segment::parse(chosen).filter(|one| *one != Segment::All && !offered.iter().any(|offer| segment_of(offer) == *one));
        let beyond = other.map_or(Ok(None), |segment| actions::newsletters::segment_name(db, segment))?;
        Ok(Self { offered, is_beyond: other.is_some(), beyond })
    }
}

fn segment_of((consultation, theme, ..): &Offered) -> Segment {
    theme.map_or(Segment::Consultation(consultation.to()), |theme| Segment::Theme(theme.to()))
}

/// The segments that a form offers: all news, each consultation, each of its themes.
pub(in crate::pages) fn segments(page: &Page, ground: Ground, chosen: &str) -> Vec<Choice> {
    let choice = |code: String, label: String| Choice { chosen: code == chosen, code, label };
    let one = |offer: Offered| {
        let segment = segment_of(&offer);
        let (_, _, title, name) = offer;
        choice(segment.code(), name.map_or_else(|| title.clone(), |name| format!("{title} – {name}")))
    };
    let name = || ground.beyond.unwrap_or_else(|| page.t.get("newsletter-segment-gone"));
    let beyond = ground.is_beyond.then(|| choice(chosen.to_owned(), name()));
    let all = choice(Segment::All.code(), page.t.get("newsletter-segment-all"));
    std::iter::once(all).chain(beyond).chain(ground.offered.into_iter().map(one)).collect()
}

/// The path of something that an issue points to.
pub(crate) fn path(item: &Item) -> String {
    match item.kind {
        ItemKind::Article => format!("/news/{}", item.name),
        ItemKind::Meeting => format!("/meetings/{}", item.name),
        ItemKind::Consultation => format!("/c/{}", item.name),
    }
}
