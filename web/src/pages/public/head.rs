//! What stands above every page of a consultation: cover, title, state, dates, tabs; and the steps of its calendar.

use super::rich::{Html, dated};
use super::states::{self, State};
use super::teasers;
use crate::page::Page;
use crate::texts::Value;
use crate::viewer::Visit;
use domain::consultation::{PhaseKind, Stage};
use domain::permission::{OfficeVerb, may_in_office};
use store::views::page::Frame;

/// A page of a consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    /// Learn more.
    Learn,
    /// Get involved.
    Involved,
    /// Answers.
    Results,
    /// The participatory budget.
    Budget,
    /// The map.
    Map,
    /// The text that is discussed.
    Text,
    /// Its documents.
    Documents,
}

/// What stands above.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) teaser: String,
    pub(super) lang: String,
    pub(super) state: State,
    pub(super) by: String,
    pub(super) cover: String,
    pub(super) cover_alt: String,
    pub(super) dates: Option<Html>,
    pub(super) when: Option<Html>,
    pub(super) participants: i32,
    pub(super) remote_participants: i32,
    pub(super) tabs: Vec<Line>,
    pub(super) draft: bool,
    pub(super) editor: Option<String>,
    /// Whether the way to the contributions is offered as a button.
    pub(super) inviting: bool,
}

/// A tab.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) path: String,
    pub(super) label: String,
    pub(super) current: bool,
}

/// A phase in the timeline.
#[derive(Debug, Clone)]
pub(super) struct Step {
    /// `past`, `now` or `next`.
    pub(super) state: &'static str,
    pub(super) name: String,
    pub(super) dates: Html,
    /// What happens in it, as safe HTML.
    pub(super) description: String,
}

impl Head {
    /// The head of a consultation's page.
    pub(super) fn new(visit: &Visit, page: &Page, frame: &Frame, tab: Tab) -> Self {
        let consultation = &frame.consultation;
        let path = format!("/c/{}", consultation.slug);
        let phases = &frame.calendar.phases;
        let dates = phases
            .first()
            .zip(phases.last())
            .map(|(first, last)| dated(page, "consultation-dates", &[("from", first.opens_at), ("to", last.closes_at)], None));
        let may_edit = may_in_office(visit.viewer, OfficeVerb::PrepareConsultation).is_ok();
        Self {
            title: consultation.title.clone(),
            teaser: consultation.teaser.clone(),
            lang: consultation.lang.clone(),
            state: states::stage(&page.t, &frame.calendar, page.now),
            by: match &frame.origin {
                Some(origin) => carried_by(page, &consultation.participation, &origin.organiser),
                None => by(page, &consultation.participation, &consultation.organiser),
            },
            cover: teasers::cover(page, consultation),
            cover_alt: frame.cover_alt.clone().unwrap_or_default(),
            dates,
            when: teasers::when(page, &frame.calendar),
            participants: consultation.participant_count,
            remote_participants: consultation.remote_participant_count,
            tabs: tabs(page, frame, &path, tab),
            draft: consultation.published_at.is_none(),
            inviting: tab == Tab::Learn && frame.calendar.open_phase(page.now).is_some_and(|phase| phase.kind == PhaseKind::Contribution),
            editor: may_edit.then(|| format!("/admin/consultations/{}", consultation.slug)),
            path,
        }
    }

    /// Whether the title needs the smaller size.
    pub(super) fn is_long(&self) -> bool {
        self.title.chars().count() > 80
    }
}

/// "Concertation organisée par la mairie".
fn by(page: &Page, participation: &str, organiser: &str) -> String {
    let level = page.t.code("participation", participation);
    if organiser.is_empty() { level } else { page.t.with2("consultation-by", "level", level, "organiser", organiser) }
}

/// "Concertation organisée par l’État, portée par Ars".
fn carried_by(page: &Page, participation: &str, organiser: &str) -> String {
    let (level, place) = (page.t.code("participation", participation), page.instance.name.clone());
    page.t.with("carried-by", &[("level", level.value()), ("organiser", domain::text::line(organiser).value()), ("place", place.value())])
}

fn tabs(page: &Page, frame: &Frame, path: &str, tab: Tab) -> Vec<Line> {
    let line = |end: &str, key: &str, this: Tab| Line { path: format!("{path}{end}"), label: page.t.get(key), current: this == tab };
    let mut tabs = vec![line("", "consultation-tab-learn", Tab::Learn), line("/contributions", "consultation-tab-involved", Tab::Involved)];
    if frame.text || tab == Tab::Text {
        tabs.push(line("/text", "text-tab", Tab::Text));
    }
    if frame.documents || tab == Tab::Documents {
        tabs.push(line("/documents", "documents-tab", Tab::Documents));
    }
    if frame.map {
        tabs.push(line("/map", "map-tab", Tab::Map));
    }
    if frame.budget {
        tabs.push(line("/budget", "budget-tab", Tab::Budget));
    }
    if frame.consultation.answer_count > 0 || frame.followed || tab == Tab::Results {
        tabs.push(line("/results", "consultation-tab-results", Tab::Results));
    }
    tabs
}

/// The steps of the calendar, and the sentence that says where we are.
pub(super) fn timeline(page: &Page, frame: &Frame) -> (Vec<Step>, Option<Html>) {
    let now = page.now;
    let steps: Vec<Step> = frame
        .phases
        .iter()
        .map(|phase| Step {
            state: match (phase.opens_at.0 <= now, now < phase.closes_at.0) {
                (true, true) => "now",
                (true, false) => "past",
                (false, _) => "next",
            },
            name: phase.name.clone(),
            dates: dated(page, "consultation-dates", &[("from", phase.opens_at.0), ("to", phase.closes_at.0)], None),
            description: domain::markup::to_html(&phase.description),
        })
        .collect();
    (steps, position(page, frame))
}

/// "Étape 2 sur 4, jusqu’au 3 décembre 2026".
fn position(page: &Page, frame: &Frame) -> Option<Html> {
    let Stage::Open(index) = frame.calendar.phase_at(page.now) else { return None };
    let phase = frame.calendar.phases.get(index)?;
    let number = i64::try_from(index).unwrap_or(0) + 1;
    let of = i64::try_from(frame.calendar.phases.len()).unwrap_or(0);
    Some(super::rich::dated_with(page, "consultation-step", &[("date", phase.closes_at)], &[("number", number), ("of", of)]))
}
