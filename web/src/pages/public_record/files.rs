//! The files of the record as tlog-tiles wants them: the checkpoint, tiles of hashes and bundles of entries. Anybody may read and keep them.

use crate::Web;
use crate::error::Error;
use ::record::{Hash, Note, Resource, SignatureLine, Tile, bundle};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header;
use store::Db;

/// `GET /record/checkpoint`: the latest, with everybody's signatures.
pub(crate) async fn checkpoint(State(web): State<Web>) -> Result<Response, Error> {
    let read = |db: &mut Db| {
        let latest = store::record::latest(db)?.ok_or(Error::NOT_FOUND)?;
        Ok::<_, Error>((store::record::cosignatures(db, latest.size)?, latest))
    };
    let (cosignatures, latest) = web.app.store.read(read).await?;
    let mut note = Note::parse(&latest.note).map_err(|why| Error::Broken(why.to_string()))?;
    note.signatures.extend(cosignatures.iter().filter_map(|one| SignatureLine::parse(one.line.trim_end()).ok()));
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "public, max-age=5")];
    Ok((headers, note.to_string()).into_response())
}

/// `GET /record/tile/{*path}`: what is there never changes. Only what a signed checkpoint covers is there.
pub(crate) async fn tile(State(web): State<Web>, Path(path): Path<String>) -> Result<Response, Error> {
    let tile = Tile::parse(&path).map_err(|_why| Error::NOT_FOUND)?;
    let read = move |db: &mut Db| {
        let size = store::record::latest(db)?.map_or(0, |latest| latest.size);
        if !u64::try_from(size).is_ok_and(|size| tile.is_in(size)) {
            return Err(Error::NOT_FOUND);
        }
        bytes(db, tile)
    };
    let bytes = web.app.store.read(read).await?;
    let headers = [(header::CONTENT_TYPE, "application/octet-stream"), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, bytes).into_response())
}

fn bytes(db: &mut Db, tile: Tile) -> Result<Vec<u8>, Error> {
    let gap = || Error::Broken("the record has a gap".to_owned());
    let (first, width) = (i64::try_from(tile.first()).map_err(|_far| Error::NOT_FOUND)?, i64::try_from(tile.width).unwrap_or(0));
    match tile.resource {
        Resource::Entries => {
            let entries = store::record::tree::entries(db, first, width)?;
            let whole = i64::try_from(entries.len()) == Ok(width);
            whole.then(|| bundle(entries.iter().map(String::as_bytes))).flatten().ok_or_else(gap)
        }
        Resource::Hashes(level) => {
            let hashes = store::record::tree::hashes(db, i16::from(level), first, width)?;
            let hashes: Vec<Hash> = hashes.into_iter().filter_map(|hash| hash.try_into().ok()).collect();
            if i64::try_from(hashes.len()) == Ok(width) { Ok(Tile::bytes(&hashes)) } else { Err(gap()) }
        }
    }
}
