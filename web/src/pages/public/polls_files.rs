//! The ballots of a closed vote as a CSV file: with it and the options anybody counts again.

use super::csv;
use super::polls;
use crate::error::{Error, Reply};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::votes::Tally;
use axum::body::Body;
use axum::extract::Path;
use axum::response::IntoResponse;
use domain::vote::SMALLEST_GROUP;
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
    let tally = Tally::parse(all.found.row.result.as_deref().ok_or(Error::NOT_FOUND)?);
    if tally.ballots < SMALLEST_GROUP {
        return Err(Error::NOT_FOUND);
    }
    let name = format!("attachment; filename=\"{}.csv\"", all.found.row.id.0);
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    let reading = Reading { store: app.store.clone(), id: all.found.row.id, last: Some(Vec::new()) };
    Ok((headers, Body::from_stream(futures_util::stream::try_unfold(reading, Reading::piece))).into_response())
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
