//! What all carriers say together: who is counted, who is not and why, and the result of the whole.

use crate::{App, Error, Result};
use deliberation::tallies::{self, State, Tally};
use deliberation::verdict::{self, Vote};
use domain::Timestamp;
use domain::carrying::CarrierState;
use domain::event::{Event, EventKind};
use domain::vote::BoxState;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::carrying::Carrier;
use store::tallies::{Checked, Common, Kept, TALLIES_MAX};
use store::votes::BallotBox;
use store::{At, Db, Uid};

use super::definition::Definition;
use super::document::{self, Document};
use super::make::GRACE;
use super::record;
use super::share::definition_of;

/// The name of the format of the whole as a file.
pub const FORMAT: &str = "parvis-consolidated-vote";
/// Its version; a reader refuses others.
pub const VERSION: u32 = 1;

domain::words! {
    /// How a carrier stands in the whole.
    Standing {
        /// Its ballots are in it.
        Counted = "counted",
        /// Too few took part there for a number to be told: it is in no sum.
        Hidden = "hidden",
        /// It has said nothing yet.
        Silent = "silent",
        /// It has said how many voted, and not the result.
        Running = "running",
        /// Its tally waits to be compared with its ballots.
        Unchecked = "unchecked",
        /// Its ballots cannot be had.
        Unreachable = "unreachable",
        /// Its tally is not what its ballots give.
        Differs = "differs",
        /// It has said two things under one number.
        Contradicts = "contradicts",
        /// Its tally came after the whole was counted.
        Late = "late",
        /// It has taken its tally back.
        Withdrawn = "withdrawn",
        /// It carries the consultation no more.
        Left = "left",
    }
}

impl Standing {
    /// Whether nothing more is to be waited for.
    const fn is_settled(self) -> bool {
        match self {
            Self::Counted | Self::Hidden | Self::Withdrawn | Self::Left => true,
            Self::Silent | Self::Running | Self::Unchecked | Self::Unreachable | Self::Differs | Self::Contradicts | Self::Late => false,
        }
    }
}

/// One carrier.
#[derive(Debug, Clone)]
pub struct Part {
    /// Who.
    pub carrier: Uid,
    /// Its name.
    pub name: String,
    /// Its page of the consultation.
    pub page: Option<String>,
    /// How it stands.
    pub standing: Standing,
    /// Why its tally is not what its ballots give, as a code.
    pub reason: String,
    /// What it says, if it says something.
    pub tally: Option<Tally>,
    /// The same, as it was signed.
    pub signed: Option<String>,
    /// Whether it has signed something else after the whole was counted: what was counted stays.
    pub afterwards: bool,
}

/// All carriers together.
#[derive(Debug, Clone)]
pub struct Together {
    /// The vote as it was told.
    pub common: Common,
    /// What is voted on.
    pub vote: Definition,
    /// The organiser first, then the carriers by the time when they joined.
    pub parts: Vec<Part>,
    /// The sums of those who are counted.
    pub sum: tallies::Whole,
    /// Whether the whole was counted for good.
    pub done: bool,
}

/// The document of a tally that is kept; nothing where it cannot be read.
pub(crate) fn document(kept: &Kept) -> Option<Document> {
    serde_json::from_str(&kept.document).ok().and_then(|value| document::read(&value).ok())
}

/// How all carriers of a vote of this instance stand, `None` where it is no common vote of ours or not over.
///
/// # Errors
/// When the store fails.
pub fn together(db: &mut Db, id: Uid) -> Result<Option<Together>> {
    let Some(common) = store::tallies::of_box(db, id)?.filter(|common| !common.definition.is_empty()) else { return Ok(None) };
    let local = store::instance::find(db)?.ok_or(store::Error::NotFound)?;
    let Some(row) = store::votes::find(db, id)?.filter(|_| common.organiser_id == local.collectivity_id) else { return Ok(None) };
    let vote = definition_of(&common)?;
    let mut said: BTreeMap<Uid, Vec<Kept>> = BTreeMap::new();
    for kept in store::tallies::of_vote(db, id)? {
        said.entry(kept.carrier_id).or_default().push(kept);
    }
    let mut parts = vec![part(local.collectivity_id, local.name.clone(), None, CarrierState::Joined, said.remove(&local.collectivity_id))];
    for one in store::carrying::carriers(db, row.consultation_id, TALLIES_MAX, 0)? {
        let state = one.carrier.state()?;
        let all = said.remove(&one.carrier.actor_id);
        if all.is_some() || held(&one.carrier, state, &row) {
            parts.push(part(one.carrier.actor_id, one.name, one.carrier.page, state, all));
        }
    }
    let counted =
        parts.iter().filter(|part| matches!(part.standing, Standing::Counted | Standing::Hidden)).filter_map(|part| part.tally.as_ref());
    let sum = tallies::add(counted).map_err(|why| Error::Broken(format!("tallies of {} cannot be added: {why:?}", id.0)))?;
    let done = common.counted_at.is_some();
    Ok(Some(Together { common, vote, parts, sum, done }))
}

/// Whether a carrier that has said nothing was one while the vote could be held there.
fn held(carrier: &Carrier, state: CarrierState, row: &BallotBox) -> bool {
    let came = carrier.joined_at.is_some_and(|at| at.0 < row.closes_at.0);
    let left = carrier.left_at.unwrap_or(carrier.since);
    let went_before = is_over(state) && row.published_at.is_some_and(|published| left.0 < published.0);
    came && (state == CarrierState::Joined || is_over(state)) && !went_before
}

/// How one carrier stands, from all that it has said. What stood when the whole was counted stays: what came after that is looked at only where nothing
/// was told before but how many had voted.
fn part(carrier: Uid, name: String, page: Option<String>, state: CarrierState, said: Option<Vec<Kept>>) -> Part {
    let said = said.unwrap_or_default();
    let in_time: Vec<&Kept> = said.iter().filter(|kept| !kept.late).collect();
    let told = in_time.last().copied().filter(|kept| kept.state != State::Interim.code());
    let latest = told.or_else(|| said.last());
    let tally = latest.and_then(document).map(|document| document.tally);
    let twice = latest.is_some_and(|last| in_time.iter().filter(|kept| kept.sequence == last.sequence).count() > 1);
    let afterwards = latest.is_some_and(|last| said.iter().any(|kept| speaks_after(kept, last)));
    let standing = match (latest, state) {
        (None, CarrierState::Left | CarrierState::Refused) => Standing::Left,
        (None, CarrierState::Joined | CarrierState::Invited) => Standing::Silent,
        (Some(_), _) if twice => Standing::Contradicts,
        // Who takes back what was never counted is missing nowhere, however late that is heard.
        (Some(kept), _) if kept.late && kept.state == State::Withdrawn.code() => Standing::Withdrawn,
        (Some(kept), _) if kept.late && kept.checked != Checked::Differs.code() => Standing::Late,
        (Some(kept), state) => standing(kept, state),
    };
    let reason = latest.map(|kept| kept.reason.clone()).unwrap_or_default();
    Part { carrier, name, page, standing, reason, tally, signed: latest.map(|kept| kept.document.clone()), afterwards }
}

/// Whether it came after the count and says something else than what stands, which was counted or has the same number.
fn speaks_after(kept: &Kept, stands: &Kept) -> bool {
    kept.late && kept.digest != stands.digest && (!stands.late || kept.sequence == stands.sequence)
}

/// Whether it carries the consultation no more, because it left or because that was taken from it.
const fn is_over(state: CarrierState) -> bool {
    match state {
        CarrierState::Left | CarrierState::Refused => true,
        CarrierState::Joined | CarrierState::Invited => false,
    }
}

fn standing(kept: &Kept, state: CarrierState) -> Standing {
    match (State::parse(&kept.state), Checked::parse(&kept.checked)) {
        (Some(State::Withdrawn), _) => Standing::Withdrawn,
        (Some(State::Interim) | None, _) if is_over(state) => Standing::Left,
        (Some(State::Interim) | None, _) => Standing::Running,
        (Some(State::Final), Some(Checked::Holds)) => Standing::Counted,
        (Some(State::Final), Some(Checked::AfterCount)) => Standing::Late,
        (Some(State::Final), Some(Checked::Nothing)) => Standing::Hidden,
        (Some(State::Final), Some(Checked::Differs)) => Standing::Differs,
        (Some(State::Final), Some(Checked::Unreachable)) => Standing::Unreachable,
        (Some(State::Final), Some(Checked::Waiting) | None) => Standing::Unchecked,
    }
}

/// Counts the whole once it is over here and nobody is to be waited for, or the time of grace has passed. What is counted stays.
pub(super) fn count(db: &mut Db, id: Uid, now: Timestamp) -> Result<()> {
    // Two tallies that come at once: the second count sees what the first one was told.
    store::votes::hold(db, id)?;
    let Some(row) = store::votes::find(db, id)?.filter(|row| row.state == BoxState::Closed.code()) else { return Ok(()) };
    if store::tallies::of_box(db, id)?.is_none_or(|common| common.counted_at.is_some()) {
        return Ok(());
    }
    let over = row.closed_at.is_some_and(|at| at.0 + GRACE <= now);
    // Of many carriers all but one have told before the last one: only then everything is read.
    if !over && store::tallies::lacks(db, id, (row.consultation_id, row.closes_at), State::Interim.code())? {
        return Ok(());
    }
    let Some(all) = together(db, id)? else { return Ok(()) };
    let own = all.parts.first().is_some_and(|part| part.standing.is_settled());
    if !own || !(over || all.parts.iter().all(|part| part.standing.is_settled())) {
        return Ok(());
    }
    let lines = lines(db, &all)?;
    store::tallies::count(db, id, &lines.join("\n"), At(now))?;
    let event = Event::new(EventKind::WholeCounted).on(id.0).within(row.consultation_id.to());
    Ok(store::journal::append(db, &event, now)?)
}

/// The same, by the job at the end of the time of grace.
///
/// # Errors
/// When the store fails.
pub async fn count_whole(app: &App, id: Uid) -> Result<()> {
    let now = app.now();
    // no event: `count` appends it
    app.store.write(move |db| count(db, id, now)).await
}

/// The lines of the result: by sums where the rule only adds, else from the published ballots of all who are counted.
fn lines(db: &mut Db, all: &Together) -> Result<Vec<String>> {
    let vote = &all.vote;
    if let Some(lines) = tallies::lines(&vote.form, &vote.counting, &vote.contenders(), &all.sum.groups) {
        return Ok(lines);
    }
    let mut ballots = Vec::new();
    for part in all.parts.iter().filter(|part| part.standing == Standing::Counted) {
        let (_, body) = store::tallies::record(db, all.common.box_id, part.carrier)?.ok_or(store::Error::NotFound)?;
        let (record, _) = record::read(&body).map_err(|unfit| Error::Broken(format!("a kept record: {unfit}")))?;
        ballots.extend(record.vote.ballots);
    }
    let joined = joined(vote, ballots);
    Ok(verdict::lines(&joined).unwrap_or_else(|_none| vec![format!("ballots {}", joined.ballots.len())]))
}

/// All ballots as those of one vote.
#[must_use]
pub fn joined(vote: &Definition, ballots: Vec<deliberation::ballot::Ballot>) -> Vote {
    Vote {
        form: vote.form,
        counting: vote.counting.clone(),
        contenders: vote.contenders(),
        budget: vote.budget,
        unit: vote.unit,
        lots: vote.lots.clone(),
        ballots,
    }
}

/// The whole as a file that anybody can count again (`docs/formats/tally.md`); nothing before it was counted.
#[must_use]
pub fn consolidated(all: &Together) -> Option<Value> {
    let (result, counted) = (all.common.result.as_ref()?, all.common.counted_at?);
    let parse = |text: &String| serde_json::from_str::<Value>(text).ok();
    let inside = |part: &&Part| matches!(part.standing, Standing::Counted | Standing::Hidden);
    let tallies: Vec<Value> = all.parts.iter().filter(inside).filter_map(|part| part.signed.as_ref().and_then(parse)).collect();
    let left_out: Vec<Value> = all
        .parts
        .iter()
        .filter(|part| !inside(part))
        .map(|part| json!({ "name": part.name, "why": part.standing.code(), "tally": part.signed.as_ref().and_then(parse) }))
        .collect();
    Some(json!({
        "format": FORMAT,
        "version": VERSION,
        "vote": parse(&all.common.definition)?,
        "tallies": tallies,
        "leftOut": left_out,
        "result": result.lines().collect::<Vec<_>>(),
        "counted": counted.0.to_string(),
    }))
}
