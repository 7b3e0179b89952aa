//! How a participatory budget is told: amounts of money, states of projects, works and their delays. For both sides of the house.

use crate::page::Page;
use crate::texts::Texts;
use domain::Timestamp;
use domain::budget::{self, ProjectState, Verdict, WorksState};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::budget::{Envelope, Project};

/// A state, as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Look {
    /// Its tone; empty for the town's colour.
    pub(crate) tone: &'static str,
    /// Its icon.
    pub(crate) icon: &'static str,
    /// Its word.
    pub(crate) label: String,
}

/// What is typed into a form to mean this amount.
pub(crate) fn typed(cents: i64) -> String {
    let (euros, rest) = (cents.div_euclid(100), cents.rem_euclid(100));
    if rest == 0 { euros.to_string() } else { format!("{euros},{rest:02}") }
}

/// Where a project stands.
// ftl: project-state-*
pub(crate) fn state(t: &Texts, state: ProjectState) -> Look {
    let (tone, icon) = match state {
        ProjectState::Deposited => ("quiet", "mail"),
        ProjectState::PutToVote => ("info", "check"),
        ProjectState::SetAside => ("quiet", "x-circle"),
        ProjectState::Merged => ("quiet", "link"),
        ProjectState::Selected => ("ok", "check-circle"),
        ProjectState::NotSelected => ("quiet", "minus"),
    };
    Look { tone, icon, label: t.code("project-state", state.code()) }
}

/// What a service finds.
// ftl: project-verdict-*
pub(crate) fn verdict(t: &Texts, code: &str) -> Option<Look> {
    let verdict = Verdict::parse(code)?;
    let (tone, icon) = match verdict {
        Verdict::Feasible => ("ok", "check-circle"),
        Verdict::Adapted => ("info", "pencil"),
        Verdict::NotFeasible => ("bad", "x-circle"),
    };
    Some(Look { tone, icon, label: t.code("project-verdict", verdict.code()) })
}

/// The envelope with its district: "Écoles (quartier de la gare)".
pub(crate) fn envelope(t: &Texts, of: &Envelope) -> String {
    if of.district.is_empty() {
        return of.title.clone();
    }
    t.with2("budget-envelope-named", "title", of.title.as_str(), "district", of.district.as_str())
}

/// How the works of a project go.
#[derive(Debug, Clone)]
pub(crate) struct Works {
    pub(crate) state: Look,
    /// How far, in quarters.
    pub(crate) quarters: u8,
    /// The promised day, for machines and in words.
    pub(crate) promised: Option<(String, String)>,
    /// The day they ended.
    pub(crate) done: Option<(String, String)>,
    /// What is said of a delay.
    pub(crate) delay: Option<Look>,
}

impl Works {
    /// The works of a project, when they are followed.
    // ftl: works-state-*
    pub(crate) fn of(page: &Page, project: &Project) -> Option<Self> {
        let state = WorksState::parse(project.works.as_deref()?)?;
        let (tone, icon) = match state {
            WorksState::Planned => ("quiet", "calendar"),
            WorksState::Prepared => ("info", "pencil"),
            WorksState::UnderWay => ("info", "hourglass"),
            WorksState::Done => ("ok", "badge-check"),
            WorksState::Stopped => ("bad", "x-circle"),
        };
        let (promised, done) = (day(project.promised_on.as_deref()), day(project.done_on.as_deref()));
        let told = |date: Date| (date.to_string(), page.day(noon(date)));
        Some(Self {
            state: Look { tone, icon, label: page.t.code("works-state", state.code()) },
            quarters: state.quarters(),
            promised: promised.map(told),
            done: done.map(told),
            delay: promised.filter(|_| state != WorksState::Stopped).and_then(|promised| delay(page, promised, done)),
        })
    }
}

/// Whether works are late, or were.
fn delay(page: &Page, promised: Date, done: Option<Date>) -> Option<Look> {
    let late = budget::late(promised, done, page.today());
    let (key, tone, icon) = match (done, late) {
        (Some(_), 1..) => ("works-was-late", "warn", "clock"),
        (Some(_), _) => return Some(Look { tone: "ok", icon: "check", label: page.t.get("works-in-time") }),
        (None, 1..) => ("works-late", "bad", "clock"),
        (None, _) => return None,
    };
    Some(Look { tone, icon, label: page.t.count(key, late) })
}

/// A day as the store keeps it.
pub(crate) fn day(text: Option<&str>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}

/// An instant of a day that is the same day in Europe.
pub(crate) fn noon(date: Date) -> Timestamp {
    date.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).map(|zoned| zoned.timestamp()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_into_a_form_is_read_again() {
        for cents in [0, 5, 50, 100, 2_500_000, 123_456_789] {
            assert_eq!(budget::cents(&typed(cents)), Ok(cents));
        }
    }
}
