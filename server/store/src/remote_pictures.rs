//! Pictures of other servers: which belong to what, and those that are kept here for as long as they are looked at.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{remote_actor, remote_media, remote_picture};
use crate::{Db, Result};
use diesel::prelude::*;

domain::words! {
    /// What became of a picture of another server.
    PictureState {
        /// It will be read.
        Wanted = "wanted",
        /// It is kept here.
        Kept = "kept",
        /// It cannot be had.
        Failed = "failed",
    }
}

/// A picture of another server.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = remote_media, check_for_backend(MultiBackend))]
pub struct RemoteMedia {
    /// Digest of its address: its name here.
    pub name: Vec<u8>,
    /// Its address.
    pub url: String,
    /// Its host.
    pub host: String,
    /// Whether it is of an actor.
    pub is_avatar: bool,
    /// Code of the state.
    pub state: String,
    /// When it was last used, to the day.
    pub used_at: At,
}

/// A picture as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPicture {
    /// Its type, from a closed list.
    pub content_type: String,
    /// Width in pixels.
    pub width: i32,
    /// Height in pixels.
    pub height: i32,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Notes that a picture is wanted. `false`: it is known, whatever became of it.
///
/// # Errors
/// When the database refuses.
pub fn want(db: &mut Db, new: RemoteMedia) -> Result<bool> {
    Ok(each!(db, c => diesel::insert_into(remote_media::table).values(new).on_conflict_do_nothing().execute(c))? == 1)
}

/// What is known of a picture.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, url: &str) -> Result<Option<RemoteMedia>> {
    Ok(remote_media::table.filter(remote_media::url.eq(url)).select(all::<RemoteMedia>()).first(db).optional()?)
}

/// Keeps a picture that is wanted. `false`: nobody wants it any more.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, url: &str, picture: KeptPicture, now: At) -> Result<bool> {
    let changed = diesel::update(remote_media::table.filter(remote_media::url.eq(url)))
        .set((
            remote_media::state.eq(PictureState::Kept.code()),
            remote_media::content_type.eq(picture.content_type),
            remote_media::width.eq(picture.width),
            remote_media::height.eq(picture.height),
            remote_media::bytes.eq(Some(picture.bytes)),
            remote_media::used_at.eq(now),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Notes that a picture cannot be had: it is not asked for again before it is swept.
///
/// # Errors
/// When the database refuses.
pub fn fail(db: &mut Db, url: &str) -> Result<()> {
    diesel::update(remote_media::table.filter(remote_media::url.eq(url)))
        .set((remote_media::state.eq(PictureState::Failed.code()), remote_media::bytes.eq(None::<Vec<u8>>)))
        .execute(db)?;
    Ok(())
}

/// A picture that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct LookedAt {
    /// The host it comes from.
    pub host: String,
    /// When it was last used, to the day.
    pub used_at: At,
    /// Its type, from a closed list.
    pub content_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A picture by its name here.
///
/// # Errors
/// When the database refuses.
pub fn kept(db: &mut Db, name: &[u8]) -> Result<Option<LookedAt>> {
    Ok(remote_media::table
        .find(name.to_vec())
        .filter(remote_media::bytes.is_not_null())
        .select((remote_media::host, remote_media::used_at, remote_media::content_type, remote_media::bytes.assume_not_null()))
        .first(db)
        .optional()?)
}

/// Notes that a picture is looked at.
///
/// # Errors
/// When the database refuses.
pub fn touch(db: &mut Db, name: &[u8], now: At) -> Result<()> {
    diesel::update(remote_media::table.find(name.to_vec())).set(remote_media::used_at.eq(now)).execute(db)?;
    Ok(())
}

/// How many pictures of a host are kept.
///
/// # Errors
/// When the database refuses.
pub fn count_of_host(db: &mut Db, host: &str) -> Result<i64> {
    Ok(remote_media::table.filter(remote_media::host.eq(host)).filter(remote_media::bytes.is_not_null()).count().get_result(db)?)
}

/// Forgets what was not looked at since this, and what could not be had then.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, before: At) -> Result<usize> {
    Ok(diesel::delete(remote_media::table.filter(remote_media::used_at.lt(before))).execute(db)?)
}

/// Says which pictures belong to a text, in place of what was said before.
///
/// # Errors
/// When the database refuses.
pub fn attach(db: &mut Db, contribution: Uid, pictures: &[(String, String)]) -> Result<()> {
    diesel::delete(remote_picture::table.filter(remote_picture::contribution_id.eq(contribution))).execute(db)?;
    for (position, (url, alt)) in (0_i16..).zip(pictures) {
        diesel::insert_into(remote_picture::table)
            .values((
                remote_picture::contribution_id.eq(contribution),
                remote_picture::position.eq(position),
                remote_picture::url.eq(url),
                remote_picture::alt.eq(alt),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// A picture of a text, or of its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// The text, or the author.
    pub of: Uid,
    /// Its address.
    pub url: String,
    /// What it shows, in words; may be empty.
    pub alt: String,
    /// Code of the state; nothing when it is not known here (any more).
    pub state: Option<String>,
    /// Its name here.
    pub name: Vec<u8>,
    /// Width in pixels, when it is kept.
    pub width: i32,
    /// Height in pixels, when it is kept.
    pub height: i32,
}

type Joined = (Uid, String, String, Option<(String, Vec<u8>, i32, i32)>);

fn attached((of, url, alt, media): Joined) -> Attached {
    let (state, name, width, height) =
        media.map_or((None, Vec::new(), 0, 0), |(state, name, width, height)| (Some(state), name, width, height));
    Attached { of, url, alt, state, name, width, height }
}

/// The pictures of these texts, in order.
///
/// # Errors
/// When the database refuses.
pub fn of_texts(db: &mut Db, contributions: &[Uid]) -> Result<Vec<Attached>> {
    let rows: Vec<Joined> = remote_picture::table
        .left_join(remote_media::table.on(remote_media::url.eq(remote_picture::url)))
        .filter(remote_picture::contribution_id.eq_any(contributions.to_vec()))
        .order((remote_picture::contribution_id, remote_picture::position))
        .select((
            remote_picture::contribution_id,
            remote_picture::url,
            remote_picture::alt,
            (remote_media::state, remote_media::name, remote_media::width, remote_media::height).nullable(),
        ))
        .load(db)?;
    Ok(rows.into_iter().map(attached).collect())
}

/// The pictures of these actors.
///
/// # Errors
/// When the database refuses.
pub fn of_actors(db: &mut Db, actors: &[Uid]) -> Result<Vec<Attached>> {
    type Row = (Uid, String, Option<(String, Vec<u8>, i32, i32)>);
    let rows: Vec<Row> = remote_actor::table
        .left_join(remote_media::table.on(remote_actor::icon.eq(remote_media::url.nullable())))
        .filter(remote_actor::actor_id.eq_any(actors.to_vec()))
        .filter(remote_actor::icon.is_not_null())
        .select((
            remote_actor::actor_id,
            remote_actor::icon.assume_not_null(),
            (remote_media::state, remote_media::name, remote_media::width, remote_media::height).nullable(),
        ))
        .load(db)?;
    Ok(rows.into_iter().map(|(of, url, media)| attached((of, url, String::new(), media))).collect())
}

/// Where the picture of an actor is.
///
/// # Errors
/// When the database refuses.
pub fn icon_of(db: &mut Db, actor: Uid) -> Result<Option<String>> {
    Ok(remote_actor::table.find(actor).select(remote_actor::icon).first(db).optional()?.flatten())
}

/// Forgets the pictures of a text that nothing else shows, at once: it was deleted where it lives.
///
/// # Errors
/// When the database refuses.
pub fn forget_of(db: &mut Db, contribution: Uid) -> Result<()> {
    let of_others = diesel::alias!(remote_picture as of_others);
    let elsewhere = of_others
        .filter(of_others.field(remote_picture::contribution_id).ne(contribution))
        .filter(of_others.field(remote_picture::url).eq(remote_media::url));
    let theirs = remote_picture::table.filter(remote_picture::contribution_id.eq(contribution)).select(remote_picture::url);
    let alone = remote_media::table.filter(remote_media::url.eq_any(theirs)).filter(diesel::dsl::not(diesel::dsl::exists(elsewhere)));
    diesel::delete(alone).execute(db)?;
    Ok(())
}
