//! Initiatives and petitions, who took part, and what is promised about petitions.

use crate::column::{At, Uid, UidSql, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{account, actor, consultation, initiative, initiative_act, petition_rules};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::initiative::{InitiativeKind, InitiativeState, PetitionRules, Terms};

/// Most agents who are written to when the collectivity owes an answer.
const AGENTS_MAX: i64 = 50;

/// An initiative or a petition.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = initiative, check_for_backend(MultiBackend), treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct Initiative {
    /// Its id.
    pub id: Uid,
    /// Code of what it asks.
    pub kind: String,
    /// Code of where it stands.
    pub state: String,
    /// The consultation it belongs to, if any.
    pub consultation_id: Option<Uid>,
    /// Who promotes it; none once their account is erased.
    pub promoter_id: Option<Uid>,
    /// Its title.
    pub title: String,
    /// What is asked, in Markdown.
    pub body: String,
    /// Code of the language of its texts.
    pub lang: String,
    /// Where one acts, `https`; may be empty.
    pub link: String,
    /// Until when one takes part.
    pub closes_at: Option<At>,
    /// Of a petition: how many signatures oblige the collectivity to answer; 0 for the others.
    pub threshold: i32,
    /// Of a petition: in how many days it answers.
    pub answer_days: i32,
    /// How many acted or signed.
    pub act_count: i32,
    /// Code of why it was not admitted; empty otherwise.
    pub ground: String,
    /// The same in words.
    pub reason: String,
    /// When it was proposed.
    pub created_at: At,
    /// When it was admitted.
    pub published_at: Option<At>,
    /// When it last changed.
    pub edited_at: At,
    /// When enough had signed.
    pub reached_at: Option<At>,
    /// The last day for the answer, `2026-11-22`.
    pub answer_due_on: Option<String>,
    /// Code of the answer; empty before.
    pub answer_state: String,
    /// The answer, in Markdown.
    pub answer: String,
    /// Who signs the answer.
    pub answer_signed: String,
    /// When it was answered.
    pub answered_at: Option<At>,
}

impl Initiative {
    /// What it asks.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn kind(&self) -> Result<InitiativeKind> {
        InitiativeKind::parse(&self.kind).ok_or_else(|| Error::Corrupt(format!("initiative kind {}", self.kind)))
    }

    /// What the rules need to know of it.
    ///
    /// # Errors
    /// `Corrupt` when a code is unknown.
    pub fn terms(&self) -> Result<Terms> {
        Ok(Terms {
            kind: self.kind()?,
            state: InitiativeState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("initiative state {}", self.state)))?,
            closes: self.closes_at.map(|at| at.0),
            reached: self.reached_at.map(|at| at.0),
            answered: self.answered_at.map(|at| at.0),
        })
    }
}

/// Keeps a new initiative.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Initiative) -> Result<()> {
    diesel::insert_into(initiative::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Keeps what changed of an initiative that is held.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, row: &Initiative) -> Result<()> {
    diesel::update(initiative::table.find(row.id)).set(row.clone()).execute(db)?;
    Ok(())
}

/// Removes a proposed initiative that nobody decided about.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(initiative::table.find(id)).execute(db)?;
    Ok(())
}

/// An initiative.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Initiative>> {
    Ok(initiative::table.find(id).select(all::<Initiative>()).first(db).optional()?)
}

/// Keeps everybody else from an initiative and its number until the end of the transaction.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, id: Uid) -> Result<()> {
    if is_postgres(db) {
        diesel::sql_query("SELECT id FROM initiative WHERE id = $1 FOR UPDATE").bind::<UidSql, _>(id).execute(db)?;
    }
    Ok(())
}

/// Which initiatives a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Which {
    /// Those that ask this.
    pub kind: InitiativeKind,
    /// Those of this consultation; none: of the whole instance.
    pub consultation: Option<Uid>,
    /// Those in which one can take part at this moment, or those in which one cannot any more.
    pub open: bool,
    /// The moment.
    pub now: At,
}

/// The initiatives that everybody may see, most taken part in first: a page of them, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, which: Which, offset: i64, limit: i64) -> Result<(Vec<Initiative>, i64)> {
    use initiative::dsl as i;
    let shown = || {
        let published = consultation::table.filter(consultation::published_at.is_not_null()).select(consultation::id.nullable());
        let seen = i::consultation_id.is_null().or(i::consultation_id.eq_any(published));
        let mut query = i::initiative.filter(i::state.eq_any(["open", "ended"])).filter(seen).into_boxed::<MultiBackend>();
        query = query.filter(i::kind.eq(which.kind.code()));
        if let Some(of) = which.consultation {
            query = query.filter(i::consultation_id.eq(of));
        }
        if which.open {
            query.filter(i::state.eq("open")).filter(i::answered_at.is_null()).filter(i::closes_at.is_null().or(i::closes_at.gt(which.now)))
        } else {
            query.filter(i::state.eq("ended").or(i::answered_at.is_not_null()).or(i::closes_at.le(which.now)))
        }
    };
    let total = shown().count().get_result(db)?;
    let rows = shown().order((i::act_count.desc(), i::id)).offset(offset).limit(limit).select(all::<Initiative>()).load(db)?;
    Ok((rows, total))
}

/// The initiatives that everybody may see, those of one kind or all, newest first: for a file and a feed.
///
/// # Errors
/// When the database refuses.
pub fn public(db: &mut Db, kind: Option<InitiativeKind>, limit: i64) -> Result<Vec<Initiative>> {
    use initiative::dsl as i;
    let published = consultation::table.filter(consultation::published_at.is_not_null()).select(consultation::id.nullable());
    let seen = i::consultation_id.is_null().or(i::consultation_id.eq_any(published));
    let mut rows = i::initiative.filter(i::state.eq_any(["open", "ended"])).filter(seen).into_boxed::<MultiBackend>();
    if let Some(kind) = kind {
        rows = rows.filter(i::kind.eq(kind.code()));
    }
    Ok(rows.order((i::published_at.desc(), i::id.desc())).limit(limit).select(all::<Initiative>()).load(db)?)
}

/// What agents look after, newest first: what waits for them, or all of them; and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn queue(db: &mut Db, waiting_only: bool, offset: i64, limit: i64) -> Result<(Vec<Initiative>, i64)> {
    use initiative::dsl as i;
    let rows = || {
        let query = i::initiative.into_boxed::<MultiBackend>();
        if waiting_only {
            query.filter(i::state.eq("proposed").or(i::reached_at.is_not_null().and(i::answered_at.is_null())))
        } else {
            query
        }
    };
    let total = rows().count().get_result(db)?;
    let page = rows().order((i::created_at.desc(), i::id)).offset(offset).limit(limit).select(all::<Initiative>()).load(db)?;
    Ok((page, total))
}

/// How many wait for an agent: to be admitted, or to be answered.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db) -> Result<i64> {
    use initiative::dsl as i;
    let owed = i::reached_at.is_not_null().and(i::answered_at.is_null());
    Ok(i::initiative.filter(i::state.eq("proposed").or(owed)).count().get_result(db)?)
}

/// How many of somebody's wait to be admitted.
///
/// # Errors
/// When the database refuses.
pub fn proposed_by(db: &mut Db, promoter: Uid) -> Result<i64> {
    let rows = initiative::table.filter(initiative::promoter_id.eq(promoter)).filter(initiative::state.eq("proposed"));
    Ok(rows.count().get_result(db)?)
}

/// The names of these actors.
///
/// # Errors
/// When the database refuses.
pub fn names(db: &mut Db, ids: &[Uid]) -> Result<Vec<(Uid, String)>> {
    Ok(actor::table.filter(actor::id.eq_any(ids.to_vec())).select((actor::id, actor::display_name)).load(db)?)
}

/// Slug and title of the consultations that these belong to.
///
/// # Errors
/// When the database refuses.
pub fn consultations(db: &mut Db, rows: &[Initiative]) -> Result<Vec<(Uid, String, String)>> {
    let ids: Vec<Uid> = rows.iter().filter_map(|one| one.consultation_id).collect();
    let named = consultation::table.filter(consultation::id.eq_any(ids));
    Ok(named.select((consultation::id, consultation::slug, consultation::title)).load(db)?)
}

/// Slug and title of the published consultations, latest first.
///
/// # Errors
/// When the database refuses.
pub fn published_consultations(db: &mut Db, limit: i64) -> Result<Vec<(String, String)>> {
    let rows = consultation::table.filter(consultation::published_at.is_not_null()).order(consultation::published_at.desc()).limit(limit);
    Ok(rows.select((consultation::slug, consultation::title)).load(db)?)
}

/// Notes that somebody acted or signed. `false`: they had.
///
/// # Errors
/// When the database refuses.
pub fn act(db: &mut Db, id: Uid, by: Uid, named: bool, now: At) -> Result<bool> {
    let row = (
        initiative_act::initiative_id.eq(id),
        initiative_act::actor_id.eq(by),
        initiative_act::named.eq(named),
        initiative_act::acted_at.eq(now),
    );
    Ok(each!(db, c => diesel::insert_into(initiative_act::table).values(row).on_conflict_do_nothing().execute(c))? == 1)
}

/// Somebody takes that back. `false`: they had not.
///
/// # Errors
/// When the database refuses.
pub fn take_back(db: &mut Db, id: Uid, by: Uid) -> Result<bool> {
    Ok(diesel::delete(initiative_act::table.find((id, by))).execute(db)? == 1)
}

/// Counts who took part, and keeps the number.
///
/// # Errors
/// When the database refuses.
pub fn recount(db: &mut Db, id: Uid) -> Result<i32> {
    let count: i64 = initiative_act::table.filter(initiative_act::initiative_id.eq(id)).count().get_result(db)?;
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    diesel::update(initiative::table.find(id)).set(initiative::act_count.eq(count)).execute(db)?;
    Ok(count)
}

/// In which of these somebody took part.
///
/// # Errors
/// When the database refuses.
pub fn took_part(db: &mut Db, ids: &[Uid], by: Uid) -> Result<Vec<Uid>> {
    let rows = initiative_act::table.filter(initiative_act::actor_id.eq(by)).filter(initiative_act::initiative_id.eq_any(ids.to_vec()));
    Ok(rows.select(initiative_act::initiative_id).load(db)?)
}

/// The names of those who want theirs to be read, latest first.
///
/// # Errors
/// When the database refuses.
pub fn signers(db: &mut Db, id: Uid, limit: i64) -> Result<Vec<String>> {
    Ok(initiative_act::table
        .inner_join(actor::table.on(actor::id.eq(initiative_act::actor_id)))
        .filter(initiative_act::initiative_id.eq(id))
        .filter(initiative_act::named)
        .filter(actor::erased_at.is_null())
        .order((initiative_act::acted_at.desc(), initiative_act::actor_id))
        .limit(limit)
        .select(actor::display_name)
        .load(db)?)
}

/// What somebody took part in: kind, title, whether with their name, when.
///
/// # Errors
/// When the database refuses.
pub fn acts_of(db: &mut Db, by: Uid, limit: i64) -> Result<Vec<(String, String, bool, At)>> {
    Ok(initiative_act::table
        .inner_join(initiative::table.on(initiative::id.eq(initiative_act::initiative_id)))
        .filter(initiative_act::actor_id.eq(by))
        .order((initiative_act::acted_at, initiative_act::initiative_id))
        .limit(limit)
        .select((initiative::kind, initiative::title, initiative_act::named, initiative_act::acted_at))
        .load(db)?)
}

/// What somebody promotes, earliest first.
///
/// # Errors
/// When the database refuses.
pub fn promoted_by(db: &mut Db, by: Uid, limit: i64) -> Result<Vec<Initiative>> {
    let rows = initiative::table.filter(initiative::promoter_id.eq(by)).order((initiative::created_at, initiative::id)).limit(limit);
    Ok(rows.select(all::<Initiative>()).load(db)?)
}

/// Forgets somebody: what they proposed and nobody decided about goes, the rest has no name any more. Gives what they took part in, to be counted.
///
/// # Errors
/// When the database refuses.
pub fn forget_actor(db: &mut Db, by: Uid, withdraw: bool) -> Result<Vec<Uid>> {
    let own = initiative::table.filter(initiative::promoter_id.eq(by));
    if withdraw {
        diesel::delete(own.filter(initiative::kind.eq(InitiativeKind::Act.code()))).execute(db)?;
    }
    diesel::delete(own.filter(initiative::state.eq_any(["proposed", "declined"]))).execute(db)?;
    diesel::update(own).set(initiative::promoter_id.eq(None::<Uid>)).execute(db)?;
    let acts = initiative_act::table.filter(initiative_act::actor_id.eq(by));
    let ids = acts.select(initiative_act::initiative_id).order(initiative_act::initiative_id).load(db)?;
    diesel::delete(acts).execute(db)?;
    Ok(ids)
}

/// Where to write to the agents and administrators: address, name, language.
///
/// # Errors
/// When the database refuses.
pub fn agents(db: &mut Db) -> Result<Vec<(String, String, String)>> {
    Ok(account::table
        .inner_join(actor::table.on(actor::id.eq(account::actor_id)))
        .filter(account::role.eq_any(crate::accounts::AGENTS))
        .filter(account::suspended_at.is_null())
        .filter(actor::erased_at.is_null())
        .order(actor::id)
        .limit(AGENTS_MAX)
        .select((account::email, actor::display_name, account::lang))
        .load(db)?)
}

/// What is promised about petitions, and whether one may be proposed now; nothing where nobody said.
///
/// # Errors
/// When the database refuses.
pub fn rules(db: &mut Db) -> Result<Option<(PetitionRules, bool)>> {
    use petition_rules::dsl as r;
    let row: Option<(i32, i32, i32, bool)> =
        r::petition_rules.find(1).select((r::threshold, r::days, r::answer_days, r::is_open)).first(db).optional()?;
    Ok(row.map(|(threshold, days, answer_days, is_open)| (PetitionRules { threshold, days, answer_days }, is_open)))
}

/// Keeps that.
///
/// # Errors
/// When the database refuses.
pub fn set_rules(db: &mut Db, rules: PetitionRules, is_open: bool, now: At) -> Result<()> {
    use petition_rules::dsl as r;
    let new = (
        r::is_open.eq(is_open),
        r::threshold.eq(rules.threshold),
        r::days.eq(rules.days),
        r::answer_days.eq(rules.answer_days),
        r::edited_at.eq(now),
    );
    each!(db, c => diesel::insert_into(r::petition_rules).values((r::id.eq(1), new)).on_conflict(r::id).do_update().set(new).execute(c))?;
    Ok(())
}
