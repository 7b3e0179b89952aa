//! How a commitment is told: where it stands, how far it is, what was promised, what is late. For both sides of the house.

use crate::budget::{Look, day, noon};
use crate::money::euros;
use crate::page::Page;
use crate::texts::Texts;
use domain::commitment::{self, CommitmentState, Delay, Passage};
use jiff::civil::Date;
use store::commitments::milestones::Milestone;
use store::commitments::{Commitment, Source};

/// A commitment as pages show it.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// For what describes the bar.
    pub(crate) id: String,
    pub(crate) path: String,
    pub(crate) title: String,
    pub(crate) lang: String,
    pub(crate) state: Look,
    /// In hundredths.
    pub(crate) progress: i32,
    pub(crate) delay: Option<Look>,
    /// The promised day, for machines and in words.
    pub(crate) promised: Option<(String, String)>,
    /// What was promised first, where it is another day.
    pub(crate) first: Option<(String, String)>,
    pub(crate) done: Option<(String, String)>,
    pub(crate) cost: Option<String>,
    pub(crate) responsible: String,
    /// Path, title and language of the contributions it comes from.
    pub(crate) sources: Vec<(String, String, String)>,
}

impl View {
    /// A commitment of the consultation with this slug and language.
    ///
    /// # Errors
    /// `Corrupt` when its state is unknown.
    pub(crate) fn new(page: &Page, (slug, lang): (&str, &str), row: &Commitment, sources: &[Source]) -> Result<Self, store::Error> {
        let state = row.state()?;
        let told = |date: Date| (date.to_string(), page.day(noon(date)));
        let (promised, first, done) = (day(row.promised_on.as_deref()), day(row.first_promised_on.as_deref()), day(row.done_on.as_deref()));
        let own = sources.iter().filter(|source| source.commitment_id == row.id);
        Ok(Self {
            id: format!("k-{}", row.id.0),
            path: format!("/c/{slug}/commitments/{}", row.id.0),
            title: row.title.clone(),
            lang: lang.to_owned(),
            state: look(&page.t, state),
            progress: row.progress,
            delay: delay(&page.t, commitment::delay(state, promised, done, page.today())),
            promised: promised.map(told),
            first: first.filter(|first| Some(*first) != promised).map(told),
            done: done.map(told),
            cost: row.cost.map(|cents| euros(&page.t, cents)),
            responsible: row.responsible.clone(),
            sources: own.map(|s| (format!("/c/{slug}/p/{}", s.contribution_id.0), named(&page.t, s), s.lang.clone())).collect(),
        })
    }
}

/// A milestone as pages show it.
#[derive(Debug, Clone)]
pub(crate) struct Stage {
    pub(crate) id: String,
    pub(crate) title: String,
    /// Its place on the line of time: `past`, `now` where it is late, or `next`.
    pub(crate) step: &'static str,
    /// The promised day, for machines and in words.
    pub(crate) due: (String, String),
    /// The day it was reached, for machines and in words.
    pub(crate) reached: Option<(String, String)>,
    /// Whether its state leaves the promised day unsaid.
    pub(crate) says_due: bool,
    /// Reached on, planned for, late since.
    pub(crate) state: Look,
    /// By how many days it is late, or was.
    pub(crate) delay: Option<String>,
}

/// The milestones of a commitment, in their order.
///
/// # Errors
/// `Corrupt` when its state is unknown.
pub(crate) fn stages(page: &Page, row: &Commitment, milestones: &[Milestone]) -> Result<Vec<Stage>, store::Error> {
    let state = row.state()?;
    let own = milestones.iter().filter(|one| one.commitment_id == row.id);
    Ok(own.filter_map(|one| stage(page, state, one)).collect())
}

fn stage(page: &Page, state: CommitmentState, row: &Milestone) -> Option<Stage> {
    let told = |date: Date| (date.to_string(), page.day(noon(date)));
    let (due, reached) = (day(Some(&row.due_on))?, day(row.reached_on.as_deref()));
    let passage = commitment::passage(state, due, reached, page.today());
    let (due, reached) = (told(due), reached.map(told));
    let on = |key, day: &(String, String)| page.t.with1(key, "day", day.1.clone());
    let (tone, icon, label, late) = match passage {
        Passage::Planned => ("quiet", "calendar", on("milestone-planned", &due), 0),
        Passage::Late(days) => ("bad", "clock", on("milestone-late", &due), days),
        Passage::Reached(days) => ("ok", "badge-check", on("milestone-reached", reached.as_ref().unwrap_or(&due)), days),
        Passage::Dropped => ("quiet", "x-circle", page.t.get("milestone-dropped"), 0),
    };
    Some(Stage {
        id: row.id.0.to_string(),
        title: row.title.clone(),
        step: match passage {
            Passage::Reached(_) => "past",
            Passage::Late(_) => "now",
            Passage::Planned | Passage::Dropped => "next",
        },
        says_due: matches!(passage, Passage::Reached(_) | Passage::Dropped),
        due,
        reached,
        state: Look { tone, icon, label },
        delay: (late > 0).then(|| page.t.count("commitment-late", late)),
    })
}

/// The milestones of a commitment for programs: promised day, day reached or `-`, title.
pub(crate) fn lines(of: store::Uid, milestones: &[Milestone]) -> Vec<String> {
    let own = milestones.iter().filter(|one| one.commitment_id == of);
    own.map(|one| format!("{} | {} | {}", one.due_on, one.reached_on.as_deref().unwrap_or("-"), one.title)).collect()
}

/// Where a commitment stands.
// ftl: commitment-state-*
pub(crate) fn look(t: &Texts, state: CommitmentState) -> Look {
    let (tone, icon) = match state {
        CommitmentState::Planned => ("quiet", "calendar"),
        CommitmentState::UnderWay => ("info", "hourglass"),
        CommitmentState::Done => ("ok", "badge-check"),
        CommitmentState::Abandoned => ("bad", "x-circle"),
    };
    Look { tone, icon, label: t.code("commitment-state", state.code()) }
}

/// What is said of a delay.
pub(crate) fn delay(t: &Texts, delay: Delay) -> Option<Look> {
    let (key, tone, days) = match delay {
        Delay::None => return None,
        Delay::Late(days) => ("commitment-late", "bad", days),
        Delay::DoneLate(days) => ("commitment-was-late", "warn", days),
    };
    Some(Look { tone, icon: "clock", label: t.count(key, days) })
}

fn named(t: &Texts, source: &Source) -> String {
    if source.title.is_empty() { t.get("commitment-untitled") } else { source.title.clone() }
}
