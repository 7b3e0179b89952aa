//! The consultations of the territory: those of the collectivities that ours follows, as their own servers say them. No other server is asked while a
//! page is made.

pub(super) mod calendar;
mod feed;
mod figures;
mod list;
mod map;
mod rows;

pub(super) use calendar::{file as calendar_file, show as calendar};
pub(super) use feed::show as feed;
pub(super) use figures::show as figures;
pub(super) use list::show as list;
pub(super) use map::show as map;
pub(super) use rows::SET;

use super::rich::Html;
use super::states::{self, State};
use super::teasers;
use crate::page::Page;
use axum::response::Response;
use domain::consultation::{Calendar, Openings, PhaseKind, PhaseRule, RemoteVoices};
use domain::text;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};
use store::Uid;
use store::listings::{Phase, Theme};
use store::views::territory::Row;

/// A part of these pages.
#[derive(Debug, Clone)]
pub(super) struct Tab {
    pub(super) path: &'static str,
    pub(super) label: String,
    pub(super) current: bool,
}

/// The parts; `current` is the code of the one that is shown.
// ftl: territory-tab-*
fn tabs(page: &Page, current: &str) -> Vec<Tab> {
    [("/territory", "list"), ("/territory/map", "map"), ("/territory/calendar", "calendar"), ("/territory/figures", "figures")]
        .into_iter()
        .map(|(path, code)| Tab { path, label: page.t.code("territory-tab", code), current: code == current })
        .collect()
}

/// A consultation of another collectivity, as a list shows it.
#[derive(Debug, Clone)]
pub(super) struct Card {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) teaser: String,
    pub(super) lang: String,
    pub(super) address: Option<String>,
    pub(super) name: String,
    pub(super) host: String,
    pub(super) state: State,
    pub(super) when: Option<Html>,
    pub(super) themes: Vec<String>,
    pub(super) contributions: i64,
    /// How many collectivities carry it, where it stands for all of them.
    pub(super) territories: i64,
    pub(super) participants: i64,
    pub(super) shared: bool,
}

impl Card {
    /// The card of a consultation, which stands for all that carry the same, or `apart` for itself alone; `phases` and `themes` are of several.
    pub(super) fn new(page: &Page, row: &Row, (phases, themes): &(Vec<Phase>, Vec<Theme>), apart: bool) -> Self {
        let listing = &row.listing;
        let calendar = calendar_of(listing.id, phases);
        let is_many = listing.leads && row.territories > 1 && !apart;
        Self {
            id: listing.id.0.to_string(),
            title: listing.title.clone(),
            teaser: listing.teaser.clone(),
            lang: listing.lang.clone().unwrap_or_default(),
            address: of_the_web(&listing.url).or_else(|| of_the_web(&listing.uri)),
            name: named(&row.name, &row.host),
            host: row.host.clone(),
            state: states::stage(&page.t, &calendar, page.now),
            when: teasers::when(page, &calendar),
            themes: themes.iter().filter(|theme| theme.listing_id == listing.id).map(|theme| theme.name.clone()).collect(),
            contributions: if is_many { row.contributions } else { listing.contributions.unwrap_or(0) },
            // Who takes part in two territories would count twice.
            participants: listing.participants.filter(|_| !is_many).unwrap_or(0),
            territories: if is_many { row.territories } else { 0 },
            shared: listing.shared_at.is_some(),
        }
    }
}

/// The name of a collectivity, or its server when it has none that can be read.
fn named(name: &str, host: &str) -> String {
    let name = text::line(name);
    if name.is_empty() { host.to_owned() } else { name }
}

/// Where a consultation stands follows from its phases, as at home. A phase of a kind that is not known is one in which it is open.
fn calendar_of(id: Uid, phases: &[Phase]) -> Calendar {
    let rule = |phase: &Phase| {
        let kind = PhaseKind::parse(&phase.kind).unwrap_or(PhaseKind::Contribution);
        PhaseRule { kind, opens_at: phase.opens_at.0, closes_at: phase.closes_at.0, openings: Openings::usual(kind) }
    };
    let phases = phases.iter().filter(|phase| phase.listing_id == id).map(rule).collect();
    Calendar { published: true, phases, remote_voices: RemoteVoices::Welcome }
}

/// An address of the web, or nothing.
fn of_the_web(address: &str) -> Option<String> {
    url::Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https")).map(String::from)
}

/// How long what is read by machines may be kept, in seconds.
const KEPT: &str = "public, max-age=300";

/// A file for machines: kept for five minutes, and not sent again to whoever has it.
pub(in super::super) fn kept(asked: &HeaderMap, media_type: &'static str, body: String) -> Response {
    let mark = format!("\"{}\"", Sha256::digest(body.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>());
    let known = asked
        .get(header::IF_NONE_MATCH)
        .and_then(|known| known.to_str().ok())
        .is_some_and(|known| known.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == mark || one == "*"));
    let mut answer = Response::new(if known { axum::body::Body::empty() } else { axum::body::Body::from(body) });
    if known {
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(mark) = HeaderValue::from_str(&mark) {
        headers.insert(header::ETAG, mark);
    }
    answer
}
