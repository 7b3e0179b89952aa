//! Whence a consultation comes when it is another collectivity's, and which territories carry it.

use super::rich::{Html, dated};
use crate::page::Page;
use domain::carrying::{CallState, CarriedState};
use domain::{markup, text};
use store::carried::{Fellow, Origin};
use store::carrying::NamedCarrier;
use store::views::page::Frame;
use store::{At, Db};
use url::Url;

/// Territories on the page.
const LISTED: i64 = 100;

/// Where a consultation comes from.
pub(super) struct Whence {
    /// Who decides about it, or what became of it.
    pub(super) said: String,
    /// Its page there, and what the link says.
    pub(super) there: Option<(String, String)>,
    /// What this territory says of it itself, under this title, as safe HTML.
    pub(super) introduction: Option<(String, String)>,
}

/// A territory that carries it, or did.
pub(super) struct Carrier {
    pub(super) name: String,
    pub(super) page: Option<String>,
    pub(super) when: Option<Html>,
}

/// Who carries a consultation, as the store knows it.
pub(super) enum Carriers {
    /// It is ours.
    Ours(Vec<NamedCarrier>),
    /// It is carried here too.
    Fellows(Vec<Fellow>),
}

impl Carriers {
    /// Reads who carries a consultation.
    pub(super) fn read(db: &mut Db, frame: &Frame) -> Result<Self, store::Error> {
        Ok(match &frame.origin {
            Some(origin) => Self::Fellows(store::carried::fellows(db, origin.call.id, LISTED)?),
            None => Self::Ours(store::carrying::answered(db, frame.consultation.id, LISTED)?),
        })
    }

    /// As the page shows them.
    pub(super) fn lines(self, page: &Page) -> Vec<Carrier> {
        match self {
            Self::Ours(rows) => rows
                .into_iter()
                .map(|row| Carrier::new(page, (&row.name, &row.host), row.carrier.page, (row.carrier.joined_at, row.carrier.left_at)))
                .collect(),
            Self::Fellows(rows) => {
                rows.into_iter().map(|row| Carrier::new(page, (&row.name, &row.host), row.page, (row.joined_at, row.left_at))).collect()
            }
        }
    }
}

impl Carrier {
    fn new(page: &Page, (name, host): (&str, &str), address: Option<String>, (joined, left): (Option<At>, Option<At>)) -> Self {
        let name = text::line(name);
        let when = match (joined, left) {
            (_, Some(left)) => Some(dated(page, "carriers-until", &[("date", left.0)], None)),
            (Some(joined), None) => Some(dated(page, "carriers-since", &[("date", joined.0)], None)),
            (None, None) => None,
        };
        Self { name: if name.is_empty() { host.to_owned() } else { name }, page: address.filter(|address| is_of_the_web(address)), when }
    }
}

impl Whence {
    /// Where a consultation comes from.
    pub(super) fn new(page: &Page, origin: &Origin) -> Self {
        let organiser = text::line(&origin.organiser);
        let left = matches!(CarriedState::parse(&origin.carried.state), Some(CarriedState::Left | CarriedState::Refused));
        let gone = CallState::parse(&origin.call.state) == Some(CallState::Gone);
        let said = if left {
            page.t.get("carried-left")
        } else if gone {
            page.t.get("carried-gone")
        } else {
            page.t.with1("carried-origin", "organiser", organiser.clone())
        };
        let introduction = origin.carried.introduction.trim();
        let title = || page.t.with1("carried-introduction", "place", page.instance.name.clone());
        Self {
            said,
            there: (!gone && is_of_the_web(&origin.call.page))
                .then(|| (origin.call.page.clone(), page.t.with1("carried-see", "organiser", organiser))),
            introduction: (!introduction.is_empty()).then(|| (title(), markup::to_html(introduction))),
        }
    }
}

fn is_of_the_web(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}
