//! Consultations as cards.

use super::rich::{Html, dated};
use super::states::{self, State};
use crate::page::Page;
use domain::consultation::{Calendar, PhaseKind, Stage};
use store::Error;
use store::consultations::{Consultation, Phase};
use store::views::home::Teaser;

/// From how many days on the days that are left are not counted any more.
const COUNTED_DAYS: i64 = 30;

/// A consultation as a card shows it.
#[derive(Debug, Clone)]
pub(super) struct TeaserCard {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) teaser: String,
    pub(super) lang: String,
    pub(super) cover: String,
    pub(super) state: State,
    pub(super) participation: String,
    pub(super) when: Option<Html>,
    pub(super) participants: i32,
    pub(super) remote_participants: i32,
    pub(super) contributions: i32,
    /// Whether people can contribute now.
    pub(super) takes_part: bool,
}

impl TeaserCard {
    /// The cards of these consultations.
    pub(super) fn all(page: &Page, teasers: &[Teaser]) -> Result<Vec<Self>, Error> {
        teasers.iter().map(|teaser| Self::new(page, teaser)).collect()
    }

    /// The cards of open consultations: first those where one can contribute now.
    pub(super) fn open(page: &Page, teasers: &[Teaser]) -> Result<Vec<Self>, Error> {
        let mut cards = Self::all(page, teasers)?;
        cards.sort_by_key(|card| !card.takes_part);
        Ok(cards)
    }

    fn new(page: &Page, teaser: &Teaser) -> Result<Self, Error> {
        let consultation = &teaser.consultation;
        let phases = teaser.phases.iter().map(Phase::rule).collect::<Result<Vec<_>, _>>()?;
        let calendar = Calendar { published: consultation.published_at.is_some(), phases, remote_voices: consultation.remote_voices()? };
        Ok(Self {
            path: format!("/c/{}", consultation.slug),
            title: consultation.title.clone(),
            teaser: consultation.teaser.clone(),
            lang: consultation.lang.clone(),
            cover: cover(page, consultation),
            state: states::stage(&page.t, &calendar, page.now),
            // ftl: participation-*
            participation: {
                let level = page.t.code("participation", &consultation.participation);
                match &teaser.organiser {
                    Some(organiser) => page.t.with2("carried-card", "level", level, "organiser", organiser.clone()),
                    None => level,
                }
            },
            when: when(page, &calendar),
            participants: consultation.participant_count,
            remote_participants: consultation.remote_participant_count,
            contributions: consultation.contribution_count,
            takes_part: calendar.open_phase(page.now).is_some_and(|phase| phase.kind == PhaseKind::Contribution),
        })
    }
}

/// The address of a consultation's picture, or of the pattern drawn for it.
pub(super) fn cover(page: &Page, consultation: &Consultation) -> String {
    match consultation.cover_id {
        Some(id) => format!("/media/{}", id.0),
        None => format!("/c/{}/cover.svg?v={}", consultation.slug, page.instance.revision),
    }
}

/// The date that matters next.
pub(super) fn when(page: &Page, calendar: &Calendar) -> Option<Html> {
    let phases = &calendar.phases;
    match calendar.phase_at(page.now) {
        Stage::Draft => None,
        Stage::Upcoming => phases.first().map(|phase| dated(page, "cards-opens", &[("date", phase.opens_at)], None)),
        Stage::Open(index) => phases.get(index).map(|phase| {
            let days = page.days_until(phase.closes_at);
            match phase.kind {
                PhaseKind::Analysis => dated(page, "cards-studied-until", &[("date", phase.closes_at)], None),
                PhaseKind::Answer => dated(page, "cards-answered-until", &[("date", phase.closes_at)], None),
                PhaseKind::Information | PhaseKind::Contribution | PhaseKind::Campaign | PhaseKind::Vote if days <= COUNTED_DAYS => {
                    dated(page, "cards-days-left", &[("date", phase.closes_at)], Some(days))
                }
                PhaseKind::Information | PhaseKind::Contribution | PhaseKind::Campaign | PhaseKind::Vote => {
                    dated(page, "cards-until", &[("date", phase.closes_at)], None)
                }
                PhaseKind::Works => dated(page, "cards-works-until", &[("date", phase.closes_at)], None),
            }
        }),
        Stage::Pause(index) => phases.get(index + 1).map(|phase| dated(page, "cards-resumes", &[("date", phase.opens_at)], None)),
        Stage::Closed => phases.last().map(|phase| dated(page, "cards-ended", &[("date", phase.closes_at)], None)),
    }
}
