//! The home page: open consultations, recent answers, citizens' discussions, figures.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::consultations::{Consultation, Phase, phases_of};
use crate::schema::{account, consultation};
use crate::views::cards::{self, Card};
use crate::{Db, Result, journal};
use diesel::prelude::*;
use domain::Timestamp;
use domain::consultation::{Calendar, Deed};
use domain::event::EventKind;
use jiff::SignedDuration;

/// A consultation as a card shows it.
#[derive(Debug, Clone)]
pub struct Teaser {
    /// The consultation.
    pub consultation: Consultation,
    /// Its phases.
    pub phases: Vec<Phase>,
    /// The collectivity that organises it, when it is another one.
    pub organiser: Option<String>,
}

impl Teaser {
    /// What the rules need to know of its time.
    ///
    /// # Errors
    /// `Corrupt` when a phase cannot be read.
    pub fn calendar(&self) -> Result<Calendar> {
        let phases = self.phases.iter().map(Phase::rule).collect::<Result<Vec<_>>>()?;
        Ok(Calendar { published: self.consultation.published_at.is_some(), phases, remote_voices: self.consultation.remote_voices()? })
    }
}

/// A figure of the last 30 days, and of the 30 days before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Trend {
    /// Last 30 days.
    pub now: i64,
    /// The 30 days before.
    pub before: i64,
}

/// Activity in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Consultations open now.
    pub open: i64,
    /// Contributions the collectivity has decided on, since the beginning.
    pub answers: i64,
    /// Accounts.
    pub members: i64,
    /// Proposals and discussions.
    pub contributions: Trend,
    /// Replies.
    pub replies: Trend,
    /// Supports.
    pub supports: Trend,
}

/// All that the home page shows.
#[derive(Debug, Clone)]
pub struct Home {
    /// Open consultations: those that take contributions today first, then the first to close first.
    pub open: Vec<Teaser>,
    /// The latest closed ones.
    pub closed: Vec<Teaser>,
    /// Latest official answers.
    pub answered: Vec<Card>,
    /// Latest contributions.
    pub latest: Vec<Card>,
    /// Figures.
    pub figures: Figures,
}

/// What the home page needs.
///
/// # Errors
/// When the database refuses.
pub fn home(db: &mut Db, now: Timestamp) -> Result<Home> {
    let mut open = teasers(db, State::Open, now, 0, 12)?.0;
    // What people can take part in today comes first.
    open.sort_by_key(|teaser| !teaser.calendar().is_ok_and(|calendar| calendar.open_for_citizens(Deed::Propose, now)));
    let closed = teasers(db, State::Closed, now, 0, 3)?.0;
    let (answered_ids, _) = cards::answered(db, None, None, 0, 3)?;
    let answered = cards::by_ids(db, &answered_ids, None)?;
    let latest_ids = cards::latest(db, None, None, 4)?;
    let latest = cards::by_ids(db, &latest_ids, None)?;
    Ok(Home { open, closed, answered, latest, figures: figures(db, now)? })
}

/// Which consultations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Published and not closed.
    Open,
    /// Published and closed.
    Closed,
    /// Published or not: for the back office.
    All,
}

/// A page of consultations with their phases, and how many there are. Open ones: the first to close first; the others: latest first.
///
/// # Errors
/// When the database refuses.
pub fn teasers(db: &mut Db, state: State, now: Timestamp, offset: i64, limit: i64) -> Result<(Vec<Teaser>, i64)> {
    let base = || {
        let query = consultation::table.into_boxed::<MultiBackend>();
        match state {
            State::Open => query.filter(consultation::published_at.is_not_null()).filter(consultation::closes_at.gt(At(now))),
            State::Closed => query
                .filter(consultation::published_at.is_not_null())
                .filter(consultation::closes_at.le(At(now)).or(consultation::closes_at.is_null())),
            State::All => query,
        }
    };
    let total = base().count().get_result(db)?;
    let ordered = match state {
        State::Open => base().order((consultation::closes_at.asc(), consultation::id.asc())),
        State::Closed | State::All => base().order((consultation::created_at.desc(), consultation::id.desc())),
    };
    let rows: Vec<Consultation> = ordered.offset(offset).limit(limit).select(all::<Consultation>()).load(db)?;
    let ids: Vec<Uid> = rows.iter().map(|c| c.id).collect();
    let phases = phases_of(db, &ids)?;
    let origins = crate::carried::origins(db, &ids)?;
    let teasers = rows
        .into_iter()
        .map(|consultation| Teaser {
            phases: phases.iter().filter(|p| p.consultation_id == consultation.id).cloned().collect(),
            organiser: origins.iter().find(|o| o.carried.consultation_id == consultation.id).map(|o| o.organiser.clone()),
            consultation,
        })
        .collect();
    Ok((teasers, total))
}

fn figures(db: &mut Db, now: Timestamp) -> Result<Figures> {
    let published = || consultation::table.filter(consultation::published_at.is_not_null());
    let open = published().filter(consultation::closes_at.gt(At(now))).count().get_result(db)?;
    let answers: Option<i64> = published().select(diesel::dsl::sum(consultation::answer_count)).first(db)?;
    let members = account::table.count().get_result(db)?;
    Ok(Figures {
        open,
        answers: answers.unwrap_or(0),
        members,
        contributions: trend(db, &[EventKind::ProposalPublished, EventKind::DiscussionStarted], now)?,
        replies: trend(db, &[EventKind::ReplyPublished], now)?,
        supports: trend(db, &[EventKind::SupportGiven], now)?,
    })
}

fn trend(db: &mut Db, kinds: &[EventKind], now: Timestamp) -> Result<Trend> {
    let month = SignedDuration::from_hours(30 * 24);
    Ok(Trend { now: journal::count(db, kinds, now - month, now)?, before: journal::count(db, kinds, now - month - month, now - month)? })
}

/// How many live and speak here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Census {
    /// Accounts.
    pub accounts: i64,
    /// Proposals and discussions shown in published consultations.
    pub contributions: i64,
    /// Replies shown there.
    pub replies: i64,
}

/// The census.
///
/// # Errors
/// When the database refuses.
pub fn census(db: &mut Db) -> Result<Census> {
    use diesel::dsl::sum;
    let accounts = account::table.count().get_result(db)?;
    let (contributions, replies): (Option<i64>, Option<i64>) = consultation::table
        .filter(consultation::published_at.is_not_null())
        .select((sum(consultation::contribution_count), sum(consultation::reply_count)))
        .first(db)?;
    Ok(Census { accounts, contributions: contributions.unwrap_or(0), replies: replies.unwrap_or(0) })
}
