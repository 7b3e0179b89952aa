//! Pictures of other servers: wanted when a text comes or is looked at, read by a job, encoded anew like those that people send, and kept for as
//! long as somebody looks at them.

use domain::Timestamp;
use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};
use store::jobs::JobKind;
use store::remote_pictures::{KeptPicture, PictureState, RemoteMedia};
use store::{At, Db, Uid};
use url::Url;

use crate::pictures::in_turn;
use crate::{App, Error, Result};

/// Most pictures of one text.
pub const PER_TEXT: usize = 4;
/// Heaviest picture of an actor that is read, in bytes.
const AVATAR_BYTES: usize = 2 * 1024 * 1024;
/// Longest side of the picture of an actor, in pixels: twice what is shown.
const AVATAR_SIDE: u32 = 96;
/// Longest side of a picture of a text, in pixels.
const SIDE: u32 = 1200;
/// Most pictures of one host that are kept.
const PER_HOST: i64 = 500;
/// How long a picture is kept that nobody looks at.
const LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// That a picture is looked at is noted at most this often.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A picture that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Its address.
    pub url: String,
    /// Whether it is of an actor.
    pub is_avatar: bool,
}

/// Notes that pictures are wanted, and queues their reading; those that are known are not asked for again.
///
/// # Errors
/// When the store fails.
pub async fn want(app: &App, wishes: Vec<Wish>) -> Result<()> {
    if !app.remote_pictures || wishes.is_empty() {
        return Ok(());
    }
    let now = app.now();
    // no event: bookkeeping
    app.store.write(move |db| wishes.iter().try_for_each(|wish| want_one(db, wish, now))).await
}

/// The same in a transaction that is open.
pub(crate) fn want_one(db: &mut Db, wish: &Wish, now: Timestamp) -> Result<()> {
    let Some(host) = host_of(&wish.url) else { return Ok(()) };
    let new = RemoteMedia {
        name: Sha256::digest(wish.url.as_bytes()).to_vec(),
        url: wish.url.clone(),
        host,
        is_avatar: wish.is_avatar,
        state: PictureState::Wanted.code().to_owned(),
        used_at: At(now),
    };
    if store::remote_pictures::want(db, new)? {
        store::jobs::about(db, JobKind::FetchPicture, &wish.url, None, now)?;
    }
    Ok(())
}

/// The host of an address of the web, with the port where it is not the usual one.
#[must_use]
pub fn host_of(address: &str) -> Option<String> {
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?.trim_end_matches('.').to_ascii_lowercase();
    Some(url.port().map_or_else(|| host.clone(), |port| format!("{host}:{port}")))
}

/// How heavy a wanted picture may be, in bytes; nothing when it is not wanted (any more), or enough of its host is kept.
///
/// # Errors
/// When the store fails.
pub async fn cap_of(app: &App, url: &str) -> Result<Option<usize>> {
    if !app.remote_pictures {
        return Ok(None);
    }
    let url = url.to_owned();
    let read = app.store.read(move |db| {
        let Some(found) = store::remote_pictures::find(db, &url)? else { return Ok(None) };
        let is_wanted = found.state == PictureState::Wanted.code() && store::remote_pictures::count_of_host(db, &found.host)? < PER_HOST;
        Ok::<_, store::Error>(is_wanted.then_some(found.is_avatar))
    });
    Ok(read.await?.map(|is_avatar| if is_avatar { AVATAR_BYTES } else { crate::pictures::BYTES_MAX }))
}

/// Keeps a picture that was read, encoded anew; what is no picture is not asked for again.
///
/// # Errors
/// When the store fails.
pub async fn keep(app: &App, url: &str, bytes: Vec<u8>) -> Result<()> {
    let (asked, now) = (url.to_owned(), app.now());
    let Some(found) = app.store.read(move |db| store::remote_pictures::find(db, &asked)).await? else { return Ok(()) };
    let side = if found.is_avatar { AVATAR_SIDE } else { SIDE };
    let encoded = match in_turn(app, bytes, side, false).await {
        Ok(encoded) => encoded,
        Err(Error::Faulty(_)) => return give_up(app, url).await,
        Err(error) => return Err(error),
    };
    let size = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let picture = KeptPicture {
        content_type: encoded.content_type.to_owned(),
        width: size(encoded.width),
        height: size(encoded.height),
        bytes: encoded.bytes,
    };
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::remote_pictures::keep(db, &found.url, picture, At(now)).map(drop)).await?)
}

/// A picture cannot be had.
///
/// # Errors
/// When the store fails.
pub async fn give_up(app: &App, url: &str) -> Result<()> {
    let url = url.to_owned();
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::remote_pictures::fail(db, &url)).await?)
}

/// A picture by its name here: its type and its bytes. Nothing of a server that is blocked. That it was looked at is noted once a day.
///
/// # Errors
/// When the store fails.
pub async fn look_at(app: &App, name: Vec<u8>) -> Result<Option<(String, Vec<u8>)>> {
    if !app.remote_pictures {
        return Ok(None);
    }
    let (asked, now) = (name.clone(), app.now());
    let read = app.store.read(move |db| {
        let Some(found) = store::remote_pictures::kept(db, &asked)? else { return Ok(None) };
        let is_blocked = !store::peers::blocked_among(db, std::slice::from_ref(&found.host))?.is_empty();
        Ok::<_, store::Error>((!is_blocked).then_some(found))
    });
    let Some(found) = read.await? else { return Ok(None) };
    if found.used_at.0 + DAY < now {
        // no event: bookkeeping
        app.store.write(move |db| store::remote_pictures::touch(db, &name, At(now))).await?;
    }
    Ok(Some((found.content_type, found.bytes)))
}

/// Says which pictures belong to a text that came from elsewhere, and wants them and that of its author.
pub(crate) fn attach(
    db: &mut Db,
    (contribution, author): (Uid, Option<Uid>),
    pictures: &[(String, String)],
    is_on: bool,
    now: Timestamp,
) -> Result<()> {
    let pictures: Vec<(String, String)> = pictures.iter().filter(|(url, _)| host_of(url).is_some()).take(PER_TEXT).cloned().collect();
    store::remote_pictures::attach(db, contribution, &pictures)?;
    if !is_on {
        return Ok(());
    }
    for (url, _) in pictures {
        want_one(db, &Wish { url, is_avatar: false }, now)?;
    }
    let icon = author.map_or(Ok(None), |author| store::remote_pictures::icon_of(db, author))?;
    icon.map_or(Ok(()), |url| want_one(db, &Wish { url, is_avatar: true }, now))
}

/// Forgets pictures that nobody looks at.
///
/// # Errors
/// When the store fails.
pub async fn sweep(app: &App) -> Result<()> {
    let before = At(app.now() - LIFE);
    // no event: bookkeeping
    Ok(app.store.write(move |db| store::remote_pictures::sweep(db, before).map(drop)).await?)
}
