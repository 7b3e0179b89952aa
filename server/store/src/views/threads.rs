//! Replies under a contribution: a page of threads, each whole up to a bound.

use crate::column::{Uid, all};
use crate::conn::MultiBackend;
use crate::contributions::Contribution;
use crate::moderation::{self, Restriction};
use crate::schema::{account, actor, contribution};
use crate::{Db, Result, actors, imports, supports};
use diesel::prelude::*;
use domain::actor::Role;
use domain::contribution::{Origin, Stance};

/// A reply as the page shows it, in reading order (depth first).
#[derive(Debug, Clone)]
pub struct Reply {
    /// The reply.
    pub contribution: Contribution,
    /// Name of its author.
    pub author: Option<String>,
    /// Handle of its author; with its host for somebody of another server who wrote it on the pages here.
    pub username: Option<String>,
    /// Whether its author works for the collectivity.
    pub official: bool,
    /// Whether the viewer supports it.
    pub supported: bool,
    /// Why it is hidden.
    pub restriction: Option<Restriction>,
    /// Where it was imported from.
    pub imported: Option<imports::Imported>,
}

/// On which side threads stand. What comes from another server is on neither, whatever it says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On any.
    All,
    /// What speaks for.
    For,
    /// What speaks against.
    Against,
    /// What does neither.
    Neither,
}

/// A page of threads.
#[derive(Debug, Clone)]
pub struct Threads {
    /// The replies.
    pub replies: Vec<Reply>,
    /// How many threads there are.
    pub total: i64,
    /// How many of them everybody may read.
    pub shown: i64,
    /// How many replies in favour, against and neutral are shown, first level only.
    pub stances: [i64; 3],
}

/// Who reads threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reader {
    /// The viewer, if somebody is signed in.
    pub actor: Option<Uid>,
    /// Whether they read what is held for a moderator: for the others it is not there, nor counted.
    pub reads_held: bool,
}

/// Most replies on one page, all threads together.
const REPLIES_MAX: i64 = 400;

type Joined = (Contribution, Option<String>, Option<String>, Option<String>);

/// A page of threads, latest first or oldest first. Hidden and withdrawn replies are in it: the door shows their notice.
///
/// # Errors
/// When the database refuses.
pub fn page(db: &mut Db, root: Uid, newest_first: bool, reader: Reader, offset: i64, limit: i64) -> Result<Threads> {
    page_of_side(db, root, (Side::All, newest_first), reader, (offset, limit))
}

/// A page of the threads on a side, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn of_side(db: &mut Db, root: Uid, side: Side, reader: Reader, (offset, limit): (i64, i64)) -> Result<Threads> {
    page_of_side(db, root, (side, false), reader, (offset, limit))
}

fn page_of_side(
    db: &mut Db,
    root: Uid,
    (side, newest_first): (Side, bool),
    reader: Reader,
    (offset, limit): (i64, i64),
) -> Result<Threads> {
    let first_level = || first_level(root, side, reader.reads_held);
    let total = first_level().count().get_result(db)?;
    let shown =
        first_level().filter(contribution::hidden_at.is_null()).filter(contribution::withdrawn_at.is_null()).count().get_result(db)?;
    let ordered = if newest_first {
        first_level().order((contribution::created_at.desc(), contribution::id.desc()))
    } else {
        first_level().order((contribution::created_at.asc(), contribution::id.asc()))
    };
    let threads: Vec<Uid> = ordered.offset(offset).limit(limit).select(contribution::id).load(db)?;
    let rows: Vec<Joined> = contribution::table
        .left_join(actor::table.on(contribution::author_id.eq(actor::id.nullable())))
        .filter(contribution::root_id.eq(root))
        .filter(contribution::thread_id.eq_any(threads.clone()))
        // By depth first: where rows are cut, every thread keeps its head and no reply loses its parent.
        .order((contribution::depth, contribution::created_at, contribution::id))
        .limit(REPLIES_MAX)
        .select((all::<Contribution>(), actor::display_name.nullable(), actor::username.nullable(), actor::host.nullable()))
        .load(db)?;
    let stances = stances(db, root)?;
    Ok(Threads { replies: dressed(db, in_reading_order(rows, &threads), reader.actor)?, total, shown, stances })
}

/// The page on which the thread of a reply stands, from 1, when `per_page` threads are shown oldest first.
///
/// # Errors
/// When the database refuses.
pub fn page_of(db: &mut Db, reply: &Contribution, reader: Reader, per_page: i64) -> Result<i64> {
    let Some((root, thread)) = reply.root_id.zip(reply.thread_id) else { return Ok(1) };
    let head: Contribution = contribution::table.find(thread).select(all::<Contribution>()).first(db)?;
    let side = if crate::sides::has_sides(db, root)? { side_of(&head) } else { Side::All };
    let before: i64 =
        first_level(root, side, reader.reads_held).filter(contribution::created_at.lt(head.created_at)).count().get_result(db)?;
    Ok(before / per_page.max(1) + 1)
}

fn first_level(root: Uid, side: Side, with_held: bool) -> contribution::BoxedQuery<'static, MultiBackend> {
    let query = contribution::table.filter(contribution::root_id.eq(root)).filter(contribution::depth.eq(1)).into_boxed();
    let query = if with_held { query } else { query.filter(contribution::held.eq(false)) };
    let from_here = || contribution::origin.ne(Origin::Remote.code());
    match side {
        Side::All => query,
        Side::For => query.filter(from_here()).filter(contribution::stance.eq(Stance::For.code())),
        Side::Against => query.filter(from_here()).filter(contribution::stance.eq(Stance::Against.code())),
        Side::Neither => query.filter(
            contribution::origin
                .eq(Origin::Remote.code())
                .or(contribution::stance.is_null())
                .or(contribution::stance.assume_not_null().eq(Stance::Neutral.code())),
        ),
    }
}

/// The side on which a thread stands.
fn side_of(head: &Contribution) -> Side {
    let from_here = head.origin != Origin::Remote.code();
    match head.stance.as_deref().and_then(Stance::parse).filter(|_| from_here) {
        Some(Stance::For) => Side::For,
        Some(Stance::Against) => Side::Against,
        Some(Stance::Neutral) | None => Side::Neither,
    }
}

fn stances(db: &mut Db, root: Uid) -> Result<[i64; 3]> {
    let counts: Vec<(Option<String>, i64)> = contribution::table
        .filter(contribution::root_id.eq(root))
        .filter(contribution::depth.eq(1))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .group_by(contribution::stance)
        .select((contribution::stance, diesel::dsl::count_star()))
        .load(db)?;
    let of = |code: &str| counts.iter().find(|(stance, _)| stance.as_deref() == Some(code)).map_or(0, |(_, n)| *n);
    Ok([of("for"), of("against"), of("neutral")])
}

fn in_reading_order(rows: Vec<Joined>, threads: &[Uid]) -> Vec<Joined> {
    let mut by_parent: std::collections::HashMap<Uid, Vec<Joined>> = std::collections::HashMap::new();
    let mut heads: std::collections::HashMap<Uid, Joined> = std::collections::HashMap::new();
    for row in rows {
        if row.0.depth == 1 {
            heads.insert(row.0.id, row);
        } else if let Some(parent) = row.0.parent_id {
            by_parent.entry(parent).or_default().push(row);
        }
    }
    let mut ordered = Vec::new();
    let mut stack: Vec<Joined> = threads.iter().rev().filter_map(|id| heads.remove(id)).collect();
    while let Some(row) = stack.pop() {
        if let Some(children) = by_parent.remove(&row.0.id) {
            stack.extend(children.into_iter().rev());
        }
        ordered.push(row);
    }
    ordered
}

fn dressed(db: &mut Db, rows: Vec<Joined>, viewer: Option<Uid>) -> Result<Vec<Reply>> {
    let ids: Vec<Uid> = rows.iter().map(|(c, ..)| c.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let supported = viewer.map_or(Ok(Vec::new()), |actor| supports::of_actor(db, actor, &ids))?;
    let restrictions = moderation::standing_on(db, &ids)?;
    let origins = imports::of(db, &ids)?;
    let staff = staff_among(db, rows.iter().filter_map(|(c, ..)| c.author_id).collect())?;
    let dress = |(contribution, author, username, host): Joined| Reply {
        official: contribution.author_id.is_some_and(|author| staff.contains(&author)),
        supported: supported.contains(&contribution.id),
        restriction: restrictions.iter().find(|r| r.contribution_id == contribution.id).cloned(),
        imported: origins.iter().find(|o| o.contribution_id == contribution.id).cloned(),
        username: actors::handle(username, host, &contribution.origin),
        contribution,
        author,
    };
    Ok(rows.into_iter().map(dress).collect())
}

/// Those of these actors who work for the collectivity.
fn staff_among(db: &mut Db, actors: Vec<Uid>) -> Result<Vec<Uid>> {
    let roles: Vec<&str> = Role::ALL.iter().filter(|role| role.is_staff()).map(|role| role.code()).collect();
    Ok(account::table.filter(account::actor_id.eq_any(actors)).filter(account::role.eq_any(roles)).select(account::actor_id).load(db)?)
}
