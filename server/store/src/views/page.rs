//! The page of a consultation and the page of a contribution.

use crate::answers::{self, Answer};
use crate::carried::Origin;
use crate::column::Uid;
use crate::consultations::{self, Consultation, Phase, Theme};
use crate::contributions::{self, Contribution};
use crate::draft_texts::{Paragraph, Said};
use crate::moderation::{self, Restriction};
use crate::schema::contribution;
use crate::views::cards::{self, Card};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::consultation::Calendar;

/// A consultation with all its frame.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The consultation.
    pub consultation: Consultation,
    /// Its phases.
    pub phases: Vec<Phase>,
    /// Its themes.
    pub themes: Vec<Theme>,
    /// What the rules need to know of its time.
    pub calendar: Calendar,
    /// What its picture shows, in words.
    pub cover_alt: Option<String>,
    /// Whether it has a participatory budget.
    pub budget: bool,
    /// Whether it has a map.
    pub map: bool,
    /// Whether it has documents.
    pub documents: bool,
    /// Whether it puts a text to discussion.
    pub text: bool,
    /// Whether commitments or a report were published after it.
    pub followed: bool,
    /// Whence it comes, when it is another collectivity's.
    pub origin: Option<Origin>,
}

/// What the progress box counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Contributions whose supports reach the declared threshold.
    pub widely_supported: i64,
    /// Contributions whose quality was recognised.
    pub quality: i64,
    /// Contributions that had an impact.
    pub impact: i64,
    /// Whether proposals that reach the threshold get an official answer.
    pub promised: bool,
    /// Contributions that were made at a meeting.
    pub at_meetings: i64,
}

/// A contribution with all that its page shows, replies apart.
#[derive(Debug, Clone)]
pub struct Whole {
    /// The contribution as a card.
    pub card: Card,
    /// The official answers, latest first.
    pub answers: Vec<Answer>,
    /// Who gave those that live elsewhere: the name of the organiser of a consultation that is carried here.
    pub organiser: Option<String>,
    /// Why it is hidden.
    pub restriction: Option<Restriction>,
    /// At which meeting it was made: its id and title.
    pub meeting: Option<(Uid, String)>,
    /// What it says of a paragraph of the text of its consultation.
    pub said: Option<(Said, Paragraph)>,
}

/// A consultation by slug, drafts included: the caller asks `visible`.
///
/// # Errors
/// When the database refuses.
pub fn frame(db: &mut Db, slug: &str) -> Result<Option<Frame>> {
    let Some(consultation) = consultations::by_slug(db, slug)? else { return Ok(None) };
    let phases = consultations::phases(db, consultation.id)?;
    let themes = consultations::themes(db, consultation.id)?;
    let rules = phases.iter().map(Phase::rule).collect::<Result<Vec<_>>>()?;
    let calendar = Calendar { published: consultation.published_at.is_some(), phases: rules, remote_voices: consultation.remote_voices()? };
    let cover_alt = consultation.cover_id.map_or(Ok(None), |id| crate::media::alt(db, id))?;
    let budget = crate::budget::exists(db, consultation.id)?;
    let map = crate::places::has_map(db, consultation.id)?;
    let documents = crate::documents::exist(db, consultation.id)?;
    let text = crate::draft_texts::is_shown(db, consultation.id)?;
    let followed = crate::commitments::followed(db, consultation.id)?;
    let origin = crate::carried::origin(db, consultation.id)?;
    Ok(Some(Frame { consultation, phases, themes, calendar, cover_alt, budget, map, documents, text, followed, origin }))
}

/// The counts of the progress box.
///
/// # Errors
/// When the database refuses.
pub fn progress(db: &mut Db, consultation: &Consultation) -> Result<Progress> {
    let shown = || {
        contribution::table
            .filter(contribution::consultation_id.eq(consultation.id))
            .filter(contribution::hidden_at.is_null())
            .filter(contribution::withdrawn_at.is_null())
    };
    let widely_supported = if consultation.support_threshold > 0 {
        shown()
            .filter(contribution::root_id.is_null())
            .filter(contribution::support_count.ge(consultation.support_threshold))
            .count()
            .get_result(db)?
    } else {
        0
    };
    let quality = shown().filter(contribution::quality_at.is_not_null()).count().get_result(db)?;
    let impact = shown().filter(contribution::impact_at.is_not_null()).count().get_result(db)?;
    let promised = consultation.support_threshold > 0 && crate::sides::promises(db, consultation.id)?;
    let at_meetings = crate::meetings::count_said(db, consultation.id)?;
    Ok(Progress { widely_supported, quality, impact, promised, at_meetings })
}

/// A contribution of any kind and state, with its answers: the caller asks `visible`.
///
/// # Errors
/// When the database refuses.
pub fn whole(db: &mut Db, id: Uid, viewer: Option<Uid>) -> Result<Option<Whole>> {
    let Some(card) = cards::by_ids(db, &[id], viewer)?.into_iter().next() else { return Ok(None) };
    let answers = if card.contribution.answer_state.is_some() { answers::of(db, id)? } else { Vec::new() };
    let is_of_organiser = answers.iter().any(|answer| answer.uri.is_some());
    let organiser =
        if is_of_organiser { crate::carried::origin(db, card.contribution.consultation_id)?.map(|origin| origin.organiser) } else { None };
    let restriction = if card.contribution.hidden_at.is_some() { moderation::standing_on(db, &[id])?.into_iter().next() } else { None };
    // What was said at a meeting has no author here.
    let meeting = if card.contribution.author_id.is_none() { crate::meetings::of_contribution(db, id)? } else { None };
    let said = if card.contribution.root_id.is_none() { crate::draft_texts::said(db, id)? } else { None };
    Ok(Some(Whole { card, answers, organiser, restriction, meeting, said }))
}

/// Up to five shown contributions of the same consultation with words in common, best first; offered before publishing and beside a text.
///
/// # Errors
/// When the database refuses.
pub fn similar(db: &mut Db, of: &Contribution) -> Result<Vec<Card>> {
    let mut words: Vec<String> = domain::search::query(&of.title);
    words.truncate(4);
    let mut found: Vec<Uid> = Vec::new();
    for word in words {
        for hit in crate::search::find(db, &word, Some(of.consultation_id))?.into_iter().take(20) {
            if hit.subject_id != of.id && !found.contains(&hit.subject_id) {
                found.push(hit.subject_id);
            }
        }
    }
    let shown: Vec<Uid> = contribution::table
        .filter(contribution::id.eq_any(found.clone()))
        .filter(contribution::root_id.is_null())
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .select(contribution::id)
        .load(db)?;
    found.retain(|id| shown.contains(id));
    found.truncate(5);
    cards::by_ids(db, &found, None)
}

/// The older texts of a contribution, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn versions(db: &mut Db, id: Uid) -> Result<Vec<contributions::Version>> {
    contributions::versions(db, id)
}
