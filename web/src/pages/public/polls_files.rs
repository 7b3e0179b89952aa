//! What is published of a closed vote: its record, of which anybody counts again, and the ballots as CSV and, for budgets, as a `.pb` file.

use super::csv;
use super::polls;
use crate::error::{Error, Reply};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::votes::{Loaded, Published};
use axum::body::Body;
use axum::extract::Path;
use axum::response::IntoResponse;
use deliberation::pabulib::{Place, from_vote};
use http::header;
use std::fmt::Write as _;
use store::{Store, Uid};

/// Ballots read at once.
const BATCH: i64 = 1_000;

/// `GET /c/{slug}/polls/{poll}/ballots.csv`: once the vote is closed and enough have voted; in the order of the receipts' digests, which says
/// nothing about who came when.
pub(super) async fn ballots(visit: Visit, Path((slug, poll)): Path<(String, String)>) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let all = polls::read(&visit, &slug, &poll).await?;
    if !actions::votes::is_published(&all.found) {
        return Err(Error::NOT_FOUND);
    }
    let headers =
        [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, attached(&all.found, "csv"))];
    let reading = Reading { store: app.store.clone(), id: all.found.row.id, last: Some(Vec::new()) };
    Ok((headers, Body::from_stream(futures_util::stream::try_unfold(reading, Reading::piece))).into_response())
}

/// `GET /c/{slug}/polls/{poll}/record.json`: the record (docs/formats/vote-record.md).
pub(super) async fn record(visit: Visit, Path((slug, poll)): Path<(String, String)>) -> Reply {
    let (found, published) = published(&visit, &slug, &poll).await?;
    let headers = [(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, attached(&found, "json"))];
    Ok((headers, published.record.published(&published.digest)).into_response())
}

/// `GET /c/{slug}/polls/{poll}/ballots.pb`: a budget in Pabulib's format.
pub(super) async fn pabulib(visit: Visit, Path((slug, poll)): Path<(String, String)>) -> Reply {
    budget(visit, slug, poll).await
}

/// `GET /open-data/{vote}.pb`: the same, by the id of the vote alone.
pub(super) async fn pabulib_by_id(visit: Visit, id: Uid) -> Reply {
    let read = visit.web.app.store.read(move |db| {
        let Some(vote) = store::votes::find(db, id)? else { return Ok(None) };
        store::consultations::find(db, vote.consultation_id)
    });
    let consultation = read.await?.ok_or(Error::NOT_FOUND)?;
    budget(visit, consultation.slug, id.0.to_string()).await
}

async fn budget(visit: Visit, slug: String, poll: String) -> Reply {
    let (found, published) = published(&visit, &slug, &poll).await?;
    let app = &visit.web.app;
    let (instance, zone) = (app.instance().await?, app.time_zone().await?);
    let day = |at: store::At| at.0.to_zoned(zone.clone()).strftime("%d.%m.%Y").to_string();
    let (begins, ends) = (day(found.row.opens_at), day(found.row.closes_at));
    let place = Place { country: "France", unit: &instance.name, language: &found.row.lang, begins: &begins, ends: &ends };
    let tables = from_vote(&published.record, &place).ok_or(Error::NOT_FOUND)?;
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, attached(&found, "pb"))];
    Ok((headers, tables.write()).into_response())
}

async fn published(visit: &Visit, slug: &str, poll: &str) -> Result<(Loaded, Published), Error> {
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let found = polls::read(visit, slug, poll).await?.found;
    let asked = found.clone();
    let read = app.store.read(move |db| actions::votes::record(db, &asked)).await?;
    Ok((found, read.ok_or(Error::NOT_FOUND)?))
}

fn attached(found: &Loaded, ending: &str) -> String {
    format!("attachment; filename=\"{}.{ending}\"", found.row.id.0)
}

/// A file that is being read.
struct Reading {
    store: Store,
    id: Uid,
    /// The last receipt that was written; nothing when all were.
    last: Option<Vec<u8>>,
}

impl Reading {
    async fn piece(mut self) -> Result<Option<(String, Self)>, Error> {
        let Some(last) = self.last.take() else { return Ok(None) };
        let mut piece = String::new();
        if last.is_empty() {
            piece.push('\u{FEFF}');
            csv::line(&mut piece, ["receipt_sha256", "ballot", "channel"].map(str::to_owned));
        }
        let id = self.id;
        let read = self.store.read(move |db| store::votes::ballots_after(db, id, &last, BATCH)).await;
        let cast = read.inspect_err(|error| tracing::error!(%error, "a download broke off"))?;
        for ballot in &cast {
            csv::line(&mut piece, [hexadecimal(&ballot.receipt), ballot.choice.clone(), ballot.channel.clone()]);
        }
        self.last = cast.last().map(|ballot| ballot.receipt.clone());
        Ok(Some((piece, self)))
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
