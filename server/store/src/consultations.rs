//! Consultations with their phases and themes.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{consultation, phase, theme};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::actor::Audience;
use domain::consultation::{Calendar, Openings, PhaseKind, PhaseRule, RemoteVoices};

/// A consultation.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = consultation, check_for_backend(MultiBackend))]
pub struct Consultation {
    /// Its id.
    pub id: Uid,
    /// The group it is as an actor.
    pub actor_id: Uid,
    /// Its word in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Two lines for its card.
    pub teaser: String,
    /// Introduction, in Markdown.
    pub introduction: String,
    /// What is at stake, in Markdown.
    pub stakes: String,
    /// What is already decided, in Markdown.
    pub settled: String,
    /// What is open to debate, in Markdown.
    pub open_points: String,
    /// How the input will be used, in Markdown.
    pub input_use: String,
    /// Code of the participation level.
    pub participation: String,
    /// Who organises it.
    pub organiser: String,
    /// Code of the language it is written in.
    pub lang: String,
    /// Its picture.
    pub cover_id: Option<Uid>,
    /// Supports from which a contribution is widely supported; 0 for none.
    pub support_threshold: i32,
    /// When it was published.
    pub published_at: Option<At>,
    /// When it was created.
    pub created_at: At,
    /// When it was last edited.
    pub edited_at: At,
    /// End of its last phase.
    pub closes_at: Option<At>,
    /// Changes at each edit: a form made for an older one is refused.
    pub revision: i32,
    /// Proposals and discussions that are shown.
    pub contribution_count: i32,
    /// Replies that are shown.
    pub reply_count: i32,
    /// Supports given here.
    pub support_count: i32,
    /// People who took part here.
    pub participant_count: i32,
    /// Contributions on which the collectivity decided.
    pub answer_count: i32,
    /// Code of what it does with voices from other servers.
    pub remote_voices: String,
    /// Supports given from other servers.
    pub remote_support_count: i32,
    /// People of other servers who took part.
    pub remote_participant_count: i32,
    /// Code of how far it reaches.
    pub reach: String,
}

impl Consultation {
    /// What it does with voices from other servers.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn remote_voices(&self) -> Result<RemoteVoices> {
        RemoteVoices::parse(&self.remote_voices).ok_or_else(|| Error::Corrupt(format!("remote voices {}", self.remote_voices)))
    }
}

/// What an agent writes of a consultation.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = consultation)]
pub struct Text {
    /// Its title.
    pub title: String,
    /// Two lines for its card.
    pub teaser: String,
    /// Introduction.
    pub introduction: String,
    /// What is at stake.
    pub stakes: String,
    /// What is already decided.
    pub settled: String,
    /// What is open to debate.
    pub open_points: String,
    /// How the input will be used.
    pub input_use: String,
    /// Code of the participation level.
    pub participation: String,
    /// Who organises it.
    pub organiser: String,
    /// Supports from which a contribution is widely supported.
    pub support_threshold: i32,
}

/// A phase.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = phase, check_for_backend(MultiBackend))]
pub struct Phase {
    /// Its id.
    pub id: Uid,
    /// Its consultation.
    pub consultation_id: Uid,
    /// Code of what it is for.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What happens in it, in Markdown.
    pub description: String,
    /// First instant.
    pub opens_at: At,
    /// First instant after it.
    pub closes_at: At,
    /// Code of who may propose.
    pub propose: String,
    /// Code of who may start a discussion.
    pub discuss: String,
    /// Code of who may reply.
    pub reply: String,
    /// Code of who may support.
    pub support: String,
}

impl Phase {
    /// What the rules need to know of it.
    ///
    /// # Errors
    /// `Corrupt` when a code is unknown.
    pub fn rule(&self) -> Result<PhaseRule> {
        let audience = |code: &str| Audience::parse(code).ok_or_else(|| Error::Corrupt(format!("audience {code}")));
        Ok(PhaseRule {
            kind: PhaseKind::parse(&self.kind).ok_or_else(|| Error::Corrupt(format!("phase kind {}", self.kind)))?,
            opens_at: self.opens_at.0,
            closes_at: self.closes_at.0,
            openings: Openings {
                propose: audience(&self.propose)?,
                discuss: audience(&self.discuss)?,
                reply: audience(&self.reply)?,
                support: audience(&self.support)?,
            },
        })
    }
}

/// A theme.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = theme, check_for_backend(MultiBackend))]
pub struct Theme {
    /// Its id.
    pub id: Uid,
    /// Its consultation.
    pub consultation_id: Uid,
    /// Its rank.
    pub position: i32,
    /// Its name.
    pub name: String,
}

/// A new, empty consultation: a draft.
#[derive(Debug)]
pub struct NewConsultation<'a> {
    /// Its id.
    pub id: Uid,
    /// Its group.
    pub actor_id: Uid,
    /// Its word in addresses.
    pub slug: &'a str,
    /// Code of the language.
    pub lang: &'a str,
    /// What the agent wrote.
    pub text: Text,
    /// When.
    pub now: At,
}

/// Keeps a draft.
///
/// # Errors
/// `Duplicate` when the slug is taken, or when the database refuses.
pub fn insert(db: &mut Db, new: &NewConsultation<'_>) -> Result<()> {
    diesel::insert_into(consultation::table)
        .values((
            consultation::id.eq(new.id),
            consultation::actor_id.eq(new.actor_id),
            consultation::slug.eq(new.slug),
            consultation::lang.eq(new.lang),
            new.text.clone(),
            consultation::created_at.eq(new.now),
            consultation::edited_at.eq(new.now),
        ))
        .execute(db)?;
    Ok(())
}

/// What it does with voices from other servers.
///
/// # Errors
/// When the database refuses.
pub fn set_remote_voices(db: &mut Db, id: Uid, voices: RemoteVoices) -> Result<()> {
    diesel::update(consultation::table.find(id)).set(consultation::remote_voices.eq(voices.code())).execute(db)?;
    Ok(())
}

/// By the group that it is as an actor, drafts included.
///
/// # Errors
/// When the database refuses.
pub fn by_actor(db: &mut Db, actor: Uid) -> Result<Option<Consultation>> {
    Ok(consultation::table.filter(consultation::actor_id.eq(actor)).select(all::<Consultation>()).first(db).optional()?)
}

/// By slug, drafts included.
///
/// # Errors
/// When the database refuses.
pub fn by_slug(db: &mut Db, slug: &str) -> Result<Option<Consultation>> {
    // An address may hold a NUL, which PostgreSQL takes in no text: nothing has such a name.
    if slug.contains('\0') {
        return Ok(None);
    }
    Ok(consultation::table.filter(consultation::slug.eq(slug)).select(all::<Consultation>()).first(db).optional()?)
}

/// By id, drafts included.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Consultation>> {
    Ok(consultation::table.find(id).select(all::<Consultation>()).first(db).optional()?)
}

/// The phases, in order.
///
/// # Errors
/// When the database refuses.
pub fn phases(db: &mut Db, id: Uid) -> Result<Vec<Phase>> {
    Ok(phase::table.filter(phase::consultation_id.eq(id)).order((phase::opens_at, phase::id)).limit(50).select(all::<Phase>()).load(db)?)
}

/// The phases of several consultations, in order.
///
/// # Errors
/// When the database refuses.
pub fn phases_of(db: &mut Db, ids: &[Uid]) -> Result<Vec<Phase>> {
    Ok(phase::table
        .filter(phase::consultation_id.eq_any(ids.to_vec()))
        .order((phase::consultation_id, phase::opens_at, phase::id))
        .limit(2000)
        .select(all::<Phase>())
        .load(db)?)
}

/// The themes, in order.
///
/// # Errors
/// When the database refuses.
pub fn themes(db: &mut Db, id: Uid) -> Result<Vec<Theme>> {
    Ok(theme::table
        .filter(theme::consultation_id.eq(id))
        .order((theme::position, theme::name))
        .limit(200)
        .select(all::<Theme>())
        .load(db)?)
}

/// What the rules need to know of a consultation's time.
///
/// # Errors
/// When the database refuses, or `Corrupt`.
pub fn calendar(db: &mut Db, consultation: &Consultation) -> Result<Calendar> {
    let phases = phases(db, consultation.id)?.iter().map(Phase::rule).collect::<Result<Vec<_>>>()?;
    Ok(Calendar { published: consultation.published_at.is_some(), phases, remote_voices: consultation.remote_voices()? })
}

/// Changes the text, if nobody changed it since `revision`. `false`: somebody did.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, id: Uid, revision: i32, text: &Text, now: At) -> Result<bool> {
    let changed = diesel::update(consultation::table.find(id).filter(consultation::revision.eq(revision)))
        .set((text, consultation::edited_at.eq(now), consultation::revision.eq(consultation::revision + 1)))
        .execute(db)?;
    Ok(changed == 1)
}

/// Publishes a draft. `false`: it was already.
///
/// # Errors
/// When the database refuses.
pub fn publish(db: &mut Db, id: Uid, now: At) -> Result<bool> {
    let changed = diesel::update(consultation::table.find(id).filter(consultation::published_at.is_null()))
        .set(consultation::published_at.eq(now))
        .execute(db)?;
    Ok(changed == 1)
}

/// Sets or removes the picture.
///
/// # Errors
/// When the database refuses.
pub fn set_cover(db: &mut Db, id: Uid, media: Option<Uid>) -> Result<()> {
    diesel::update(consultation::table.find(id)).set(consultation::cover_id.eq(media)).execute(db)?;
    Ok(())
}

/// Puts these phases in the place of the old ones.
///
/// # Errors
/// When the database refuses.
pub fn replace_phases(db: &mut Db, id: Uid, phases: &[Phase]) -> Result<()> {
    // First the consultation's row: its lock makes two who save at once wait for each other, so that phases are never there twice.
    let closes_at = phases.iter().map(|p| p.closes_at).max();
    diesel::update(consultation::table.find(id)).set(consultation::closes_at.eq(closes_at)).execute(db)?;
    diesel::delete(phase::table.filter(phase::consultation_id.eq(id))).execute(db)?;
    each!(db, c => diesel::insert_into(phase::table).values(phases.to_vec()).execute(c))?;
    Ok(())
}

/// Adds a theme at the end; answers the existing one when the name is taken.
///
/// # Errors
/// When the database refuses.
pub fn add_theme(db: &mut Db, new: &Theme) -> Result<Uid> {
    each!(db, c => diesel::insert_into(theme::table).values(new.clone()).on_conflict_do_nothing().execute(c))?;
    Ok(theme::table.filter(theme::consultation_id.eq(new.consultation_id)).filter(theme::name.eq(&new.name)).select(theme::id).first(db)?)
}

/// Renames and orders a theme.
///
/// # Errors
/// `Duplicate` when the name is taken, or when the database refuses.
pub fn change_theme(db: &mut Db, id: Uid, position: i32, name: &str) -> Result<()> {
    diesel::update(theme::table.find(id)).set((theme::position.eq(position), theme::name.eq(name))).execute(db)?;
    Ok(())
}

/// Removes a theme; its contributions keep no theme.
///
/// # Errors
/// When the database refuses.
pub fn remove_theme(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(theme::table.find(id)).execute(db)?;
    Ok(())
}

/// Changes one of the counters.
///
/// # Errors
/// When the database refuses.
pub fn count_contribution(db: &mut Db, id: Uid, reply: bool, change: i32) -> Result<()> {
    let row = diesel::update(consultation::table.find(id));
    if reply {
        row.set(consultation::reply_count.eq(consultation::reply_count + change)).execute(db)?;
    } else {
        row.set(consultation::contribution_count.eq(consultation::contribution_count + change)).execute(db)?;
    }
    Ok(())
}

/// Changes the count of decisions.
///
/// # Errors
/// When the database refuses.
pub fn count_answer(db: &mut Db, id: Uid, change: i32) -> Result<()> {
    diesel::update(consultation::table.find(id)).set(consultation::answer_count.eq(consultation::answer_count + change)).execute(db)?;
    Ok(())
}
