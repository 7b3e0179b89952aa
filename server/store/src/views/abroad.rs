//! What other servers read of a contribution: everything its document is made of, in a few statements.

use crate::actors::Actor;
use crate::answers::Answer;
use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::consultations::{Consultation, Theme};
use crate::contributions::Contribution;
use crate::schema::{account, activity, actor, consultation, contribution, official_answer, organisation, remote_actor, theme};
use crate::{Db, Result, actors, answers, consultations, contributions};
use diesel::prelude::*;
use domain::reach::Reach;

/// An author, as far as others may know.
#[derive(Debug, Clone)]
pub struct Author {
    /// The actor.
    pub actor: Actor,
    /// Whether the text may leave under their name: they are of another server, or they agreed and it did not leave otherwise before.
    pub is_named: bool,
}

/// What a reply answers.
#[derive(Debug, Clone)]
pub struct Parent {
    /// The contribution.
    pub contribution: Contribution,
    /// Its author.
    pub author: Option<Author>,
}

/// A contribution with what its document needs.
#[derive(Debug, Clone)]
pub struct Piece {
    /// The contribution.
    pub contribution: Contribution,
    /// Its consultation.
    pub consultation: Consultation,
    /// The consultation as an actor.
    pub group: Actor,
    /// Its author.
    pub author: Option<Author>,
    /// The actor in whose name it first left, if it did.
    pub left_as: Option<Uid>,
    /// What it replies to.
    pub parent: Option<Parent>,
    /// The name of its theme.
    pub theme: Option<String>,
    /// Whether what it belongs to is shown.
    pub root_is_shown: bool,
    /// Whether it was taken back from wherever it went, because its author agrees no more that their name leaves.
    pub recalled: bool,
}

impl Piece {
    /// Whether everybody may read it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.contribution.is_shown() && self.root_is_shown && self.consultation.published_at.is_some()
    }
}

/// A contribution.
///
/// # Errors
/// When the database refuses.
pub fn piece(db: &mut Db, id: Uid) -> Result<Option<Piece>> {
    let Some(contribution) = contributions::find(db, id)? else { return Ok(None) };
    let Some(consultation) = consultations::find(db, contribution.consultation_id)? else { return Ok(None) };
    let Some(group) = actors::find(db, consultation.actor_id)? else { return Ok(None) };
    let left_as = left_as(db, id)?;
    let recalled = is_recalled(db, id, left_as)?;
    let author = author(db, contribution.author_id, left_as)?;
    let parent = match contribution.parent_id {
        Some(parent) => match contributions::find(db, parent)? {
            Some(found) => Some(self::parent(db, found)?),
            None => None,
        },
        None => None,
    };
    let theme = match contribution.theme_id {
        Some(theme_id) => theme::table.find(theme_id).select(theme::name).first(db).optional()?,
        None => None,
    };
    let root_is_shown = match contribution.root_id {
        Some(root) => contributions::find(db, root)?.is_some_and(|root| root.is_shown()),
        None => true,
    };
    Ok(Some(Piece { recalled, contribution, consultation, group, author, left_as, parent, theme, root_is_shown }))
}

fn parent(db: &mut Db, contribution: Contribution) -> Result<Parent> {
    let left_as = left_as(db, contribution.id)?;
    let mut author = author(db, contribution.author_id, left_as)?;
    if let Some(author) = author.as_mut().filter(|author| author.actor.host.is_empty()) {
        author.is_named = author.is_named && !is_recalled(db, contribution.id, left_as)?;
    }
    Ok(Parent { contribution, author })
}

/// The author of a text that first left in the name of this actor. Who agreed after it had left without their name is not named beside it.
fn author(db: &mut Db, id: Option<Uid>, left_as: Option<Uid>) -> Result<Option<Author>> {
    let Some(id) = id else { return Ok(None) };
    let Some(actor) = actors::find(db, id)? else { return Ok(None) };
    let may_be = !actor.host.is_empty() || (left_as.is_none_or(|speaker| speaker == id) && consents(db, id)?);
    let is_named = actor.erased_at.is_none() && may_be;
    Ok(Some(Author { actor, is_named }))
}

/// Whether a text that left in the name of this actor was taken back, or is about to be.
fn is_recalled(db: &mut Db, id: Uid, left_as: Option<Uid>) -> Result<bool> {
    Ok(crate::recalls::is_recalled(db, id)? || left_as.map_or(Ok(false), |actor| agrees_no_more(db, actor))?)
}

/// Whether a local person or organisation agreed that what they write leaves under their name.
///
/// # Errors
/// When the database refuses.
pub fn consents(db: &mut Db, id: Uid) -> Result<bool> {
    let agreed: Option<bool> =
        account::table.find(id).filter(account::suspended_at.is_null()).select(account::publish_abroad).first(db).optional()?;
    Ok(match agreed {
        Some(agreed) => agreed,
        None => organisation_agrees(db, id)?.unwrap_or(false),
    })
}

/// Whether an organisation of this instance agrees that what it says leaves under its name; `None` for whoever is none.
///
/// # Errors
/// When the database refuses.
pub fn organisation_agrees(db: &mut Db, id: Uid) -> Result<Option<bool>> {
    Ok(organisation::table.find(id).select(organisation::publish_abroad).first(db).optional()?)
}

/// Whether this is a person with an account here who does not agree, or no more, that their name leaves; or who is gone.
///
/// # Errors
/// When the database refuses.
pub fn agrees_no_more(db: &mut Db, id: Uid) -> Result<bool> {
    let agreed: Option<bool> = account::table.find(id).select(account::publish_abroad).first(db).optional()?;
    let agreed = if agreed.is_none() { organisation_agrees(db, id)? } else { agreed };
    let gone = actor::table.find(id).filter(actor::erased_at.is_not_null());
    Ok(agreed == Some(false) || diesel::select(diesel::dsl::exists(gone)).get_result(db)?)
}

/// Since when a local person agrees that what they write leaves under their name, if that is known.
///
/// # Errors
/// When the database refuses.
pub fn agreed_since(db: &mut Db, id: Uid) -> Result<Option<At>> {
    let since: Option<Option<At>> =
        account::table.find(id).filter(account::publish_abroad.eq(true)).select(account::publish_abroad_since).first(db).optional()?;
    Ok(since.flatten())
}

/// The actor in whose name an object first left.
///
/// # Errors
/// When the database refuses.
pub fn left_as(db: &mut Db, object: Uid) -> Result<Option<Uid>> {
    Ok(activity::table
        .filter(activity::object_id.eq(object))
        .filter(activity::kind.eq("Create"))
        .order(activity::created_at)
        .select(activity::actor_id)
        .first(db)
        .optional()?)
}

/// An official answer of this instance with what it answers.
///
/// # Errors
/// When the database refuses.
pub fn answer(db: &mut Db, id: Uid) -> Result<Option<(Answer, Piece)>> {
    let found: Option<Answer> =
        official_answer::table.find(id).filter(official_answer::uri.is_null()).select(all::<Answer>()).first(db).optional()?;
    let Some(found) = found else { return Ok(None) };
    let Some(piece) = piece(db, found.contribution_id)? else { return Ok(None) };
    Ok(Some((found, piece)))
}

/// What stands under what opens a subject and is not hidden or withdrawn itself, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn shown_under(db: &mut Db, root: Uid, limit: i64) -> Result<Vec<Uid>> {
    Ok(contribution::table
        .filter(contribution::root_id.eq(root))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .order((contribution::created_at, contribution::id))
        .limit(limit)
        .select(contribution::id)
        .load(db)?)
}

/// The official answers of this instance to a contribution and to what stands under it, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn answers_under(db: &mut Db, id: Uid, limit: i64) -> Result<Vec<Answer>> {
    let here = contribution::table.filter(contribution::id.eq(id).or(contribution::root_id.eq(id))).select(contribution::id);
    Ok(official_answer::table
        .filter(official_answer::contribution_id.eq_any(here))
        .filter(official_answer::uri.is_null())
        .order((official_answer::answered_at, official_answer::id))
        .limit(limit)
        .select(all::<Answer>())
        .load(db)?)
}

/// The answer that was given here to a contribution at this instant.
///
/// # Errors
/// When the database refuses.
pub fn answer_at(db: &mut Db, contribution_id: Uid, at: At) -> Result<Option<Answer>> {
    Ok(answers::of(db, contribution_id)?.into_iter().find(|answer| answer.answered_at == at && answer.uri.is_none()))
}

/// The shown replies to a contribution, as id and address elsewhere, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn replies(db: &mut Db, id: Uid, limit: i64, offset: i64) -> Result<Vec<(Uid, Option<String>)>> {
    Ok(contribution::table
        .filter(contribution::parent_id.eq(id))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .order((contribution::created_at, contribution::id))
        .limit(limit)
        .offset(offset)
        .select((contribution::id, contribution::uri))
        .load(db)?)
}

/// How many of those there are.
///
/// # Errors
/// When the database refuses.
pub fn count_replies(db: &mut Db, id: Uid) -> Result<i64> {
    Ok(contribution::table
        .filter(contribution::parent_id.eq(id))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .count()
        .get_result(db)?)
}

/// A whole thread: the root, then its shown replies, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn thread(db: &mut Db, root: Uid, limit: i64, offset: i64) -> Result<Vec<(Uid, Option<String>)>> {
    Ok(contribution::table
        .filter(contribution::id.eq(root).or(contribution::root_id.eq(root)))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .order((contribution::depth.gt(0), contribution::created_at, contribution::id))
        .limit(limit)
        .offset(offset)
        .select((contribution::id, contribution::uri))
        .load(db)?)
}

/// A support that an actor of this instance gave to something that lives elsewhere, as it was sent.
#[derive(Debug, Clone)]
pub struct SentLike {
    /// What was supported.
    pub object_id: Uid,
    /// The JSON that was sent.
    pub body: String,
    /// Where its author receives.
    pub inbox: String,
    /// Their host.
    pub host: String,
}

/// The supports that an actor of this instance gave to what lives elsewhere.
///
/// # Errors
/// When the database refuses.
pub fn likes_sent(db: &mut Db, by: Uid, limit: i64) -> Result<Vec<SentLike>> {
    let rows: Vec<(Uid, String, String, Option<String>, String)> = activity::table
        .inner_join(contribution::table.on(activity::object_id.eq(contribution::id.nullable())))
        .inner_join(remote_actor::table.on(contribution::author_id.eq(remote_actor::actor_id.nullable())))
        .inner_join(actor::table.on(actor::id.eq(remote_actor::actor_id)))
        .filter(activity::actor_id.eq(by))
        .filter(activity::kind.eq("Like"))
        .order(activity::created_at)
        .limit(limit)
        .select((contribution::id, activity::body, remote_actor::inbox, remote_actor::shared_inbox, actor::host))
        .load(db)?;
    let sent = |(object_id, body, inbox, shared, host): (Uid, String, String, Option<String>, String)| SentLike {
        object_id,
        body,
        inbox: shared.unwrap_or(inbox),
        host,
    };
    Ok(rows.into_iter().map(sent).collect())
}

/// The consultation that is this group, if it is published and others may know of it.
///
/// # Errors
/// When the database refuses.
pub fn consultation_of_group(db: &mut Db, group: Uid) -> Result<Option<Consultation>> {
    Ok(consultation::table
        .filter(consultation::actor_id.eq(group))
        .filter(consultation::published_at.is_not_null())
        .filter(consultation::reach.ne(Reach::Here.code()))
        .select(all::<Consultation>())
        .first(db)
        .optional()?)
}

/// The groups of the published consultations that others may know of: what the collectivity runs.
///
/// # Errors
/// When the database refuses.
pub fn groups(db: &mut Db, limit: i64) -> Result<Vec<(Actor, Consultation)>> {
    let query = consultation::table
        .inner_join(actor::table)
        .filter(consultation::published_at.is_not_null())
        .filter(consultation::reach.ne(Reach::Here.code()))
        .order(consultation::published_at.desc())
        .limit(limit)
        .select((all::<Actor>(), all::<Consultation>()))
        .into_boxed::<MultiBackend>();
    Ok(query.load(db)?)
}

/// Some published consultations that others may know of, all of them or only servers of the network too, with their groups, in the order of their
/// ids, after `after`; and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn published_after(db: &mut Db, after: Option<Uid>, limit: i64, network: bool) -> Result<(Vec<(Actor, Consultation)>, i64)> {
    let reaches: &[&str] = if network { &["network", "fediverse"] } else { &["fediverse"] };
    let published = consultation::published_at.is_not_null().and(consultation::reach.eq_any(reaches));
    let total = consultation::table.filter(published.clone()).count().get_result(db)?;
    let mut query = consultation::table
        .inner_join(actor::table)
        .filter(published)
        .order(consultation::id)
        .limit(limit)
        .select((all::<Actor>(), all::<Consultation>()))
        .into_boxed::<MultiBackend>();
    if let Some(after) = after {
        query = query.filter(consultation::id.gt(after));
    }
    Ok((query.load(db)?, total))
}

/// The themes of these consultations.
///
/// # Errors
/// When the database refuses.
pub fn themes_of(db: &mut Db, ids: &[Uid]) -> Result<Vec<Theme>> {
    Ok(theme::table
        .filter(theme::consultation_id.eq_any(ids.to_vec()))
        .order((theme::consultation_id, theme::position, theme::id))
        .limit(2_000)
        .select(all::<Theme>())
        .load(db)?)
}
