//! How reports from the street are told: their states, their kinds, where they are. For both sides of the house.

use crate::budget::Look;
use crate::page::Page;
use crate::texts::Texts;
use domain::street::{ReportKind, ReportState, category_code};
use domain::territory::Place;
use store::At;
use store::street::{Category, Report, Step};

/// A report in a list.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) number: i64,
    pub(crate) path: String,
    pub(crate) category: String,
    pub(crate) kind: String,
    pub(crate) kind_icon: &'static str,
    pub(crate) state: Look,
    pub(crate) address: String,
    pub(crate) excerpt: String,
    pub(crate) followers: i32,
    pub(crate) at: At,
    /// How far it is from where one asks, in words.
    pub(crate) away: Option<String>,
}

impl Line {
    /// The same, with how far it is from a place.
    pub(crate) fn away_from(mut self, t: &Texts, asked: Option<Place>, row: &Report) -> Self {
        self.away = asked.zip(row.place()).map(|(asked, place)| t.count("street-away", metres(asked, place)));
        self
    }
}

/// Whole metres between two places.
#[expect(clippy::cast_possible_truncation, reason = "there are 20,000 kilometres between two places at most")]
fn metres(from: Place, to: Place) -> i64 {
    from.metres_to(to).round() as i64
}

/// What happened to a report.
pub(crate) struct Told {
    pub(crate) at: At,
    pub(crate) state: Look,
    pub(crate) reason: Option<String>,
    pub(crate) words: Vec<String>,
    pub(crate) said_by: String,
    pub(crate) service: String,
    /// For agents.
    pub(crate) note: String,
}

/// What a town is told of most, as words of the texts `start-kind-…`: the ready-made list.
pub(crate) const KINDS: [&str; 8] = ["roads", "lighting", "cleanliness", "green", "furniture", "signs", "water", "noise"];

/// The code of a category of the ready-made list.
// ftl: start-kind-*
pub(crate) fn ready_made(t: &Texts, kind: &str) -> Option<String> {
    category_code(&t.code("start-kind", kind)).ok()
}

/// The codes of all of them.
pub(crate) fn ready_made_all(t: &Texts) -> Vec<String> {
    KINDS.iter().filter_map(|kind| ready_made(t, kind)).collect()
}

/// Characters of a report in a list.
const EXCERPT: usize = 160;

/// Where a report stands.
// ftl: street-state-*
pub(crate) fn state(t: &Texts, state: ReportState) -> Look {
    let (tone, icon) = match state {
        ReportState::Received => ("quiet", "mail"),
        ReportState::Accepted => ("info", "check"),
        ReportState::Assigned => ("info", "users"),
        ReportState::Forwarded => ("info", "send"),
        ReportState::InProgress => ("warn", "hourglass"),
        ReportState::Resolved => ("ok", "check-circle"),
        ReportState::Refused => ("quiet", "x-circle"),
        ReportState::Duplicate => ("quiet", "link"),
    };
    Look { tone, icon, label: t.code("street-state", state.code()) }
}

/// The icon of a kind.
pub(crate) fn kind_icon(code: &str) -> &'static str {
    match ReportKind::parse(code) {
        Some(ReportKind::Suggestion) => "lightbulb",
        Some(ReportKind::Congratulation) => "star",
        Some(ReportKind::Anomaly) | None => "alert",
    }
}

/// A report in a list; `root` is the path before its number.
///
/// # Errors
/// When its state is unknown.
// ftl: street-kind-*
pub(crate) fn line(t: &Texts, root: &str, row: &Report, categories: &[Category]) -> Result<Line, store::Error> {
    Ok(Line {
        number: row.number,
        path: format!("{root}/{}", row.number),
        category: name_of(row, categories),
        kind: t.code("street-kind", &row.kind),
        kind_icon: kind_icon(&row.kind),
        state: state(t, row.state()?),
        address: row.address.clone(),
        excerpt: domain::markup::excerpt(&row.body, EXCERPT),
        followers: row.followers,
        at: row.confirmed_at.unwrap_or(row.reported_at),
        away: None,
    })
}

/// The name of the category of a report.
pub(crate) fn name_of(row: &Report, categories: &[Category]) -> String {
    categories.iter().find(|category| category.id == row.category_id).map(|category| category.name.clone()).unwrap_or_default()
}

/// The steps of a report. What says nothing new to everybody is left out where agents do not ask.
///
/// # Errors
/// When a state is unknown.
// ftl: street-reason-*
pub(crate) fn told(page: &Page, steps: Vec<Step>, for_agents: bool) -> Result<Vec<Told>, store::Error> {
    let mut before = String::new();
    let mut told = Vec::with_capacity(steps.len());
    for step in steps {
        if !step.is_news(&before) && !for_agents {
            continue;
        }
        let known = step.state()?;
        before.clone_from(&step.state);
        told.push(Told {
            at: step.at,
            state: state(&page.t, known),
            reason: step.reason.map(|code| page.t.code("street-reason", &code)),
            words: paragraphs(&step.words),
            said_by: step.said_by,
            service: step.service,
            note: step.note,
        });
    }
    Ok(told)
}

/// A plain text by its paragraphs.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A place as people read it: five decimals are a metre.
pub(crate) fn degrees(row: &Report) -> Option<String> {
    row.place().map(|place| format!("{:.5}, {:.5}", place.latitude, place.longitude))
}
