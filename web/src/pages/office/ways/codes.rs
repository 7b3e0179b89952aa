//! Letters with a code: made and taken away in one answer, as a PDF to print or a CSV for a printer; nothing of them stays here.

use super::{Bench, bench, choose};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done};
use crate::pages::public::csv_line;
use crate::print::{self, LetterWords};
use crate::viewer::{Staff, Visit};
use actions::ways::Letter;
use axum::extract::Path;
use axum::response::IntoResponse;
use domain::letter_code::grouped;
use http::header;

/// `POST /admin/consultations/{slug}/polls/{poll}/codes`.
pub(in crate::pages::office) async fn make(
    Staff(visit): Staff,
    Path((slug, poll)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    let count = typed.get("count").trim().parse().unwrap_or(0);
    match actions::ways::make_codes(&visit.web.app, visit.viewer, bench.found.row.id.to(), count).await {
        Ok(letters) => file(&visit, &bench, letters, typed.get("format") == "csv").await,
        Err(actions::Error::Faulty(faults)) => faulty(&visit, &bench, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/consultations/{slug}/polls/{poll}/codes/cancel`.
pub(in crate::pages::office) async fn cancel(
    Staff(visit): Staff,
    Path((slug, poll)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    let number = typed.get("number").trim().parse().unwrap_or(0);
    let replace = typed.get("action") == "replace";
    match actions::ways::cancel_code(&visit.web.app, visit.viewer, bench.found.row.id.to(), number, replace).await {
        Ok(Some(letter)) => file(&visit, &bench, vec![letter], false).await,
        Ok(None) => Ok(done(&format!("{}/ways", bench.root), "office-saved")),
        Err(actions::Error::Faulty(faults)) => faulty(&visit, &bench, &faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn faulty(visit: &Visit, bench: &Bench, faults: &actions::Faults) -> Reply {
    let page = visit.page("office-ways-title").await?;
    choose::page(visit, bench, Faulty::new(&page.t, faults), "").await
}

async fn file(visit: &Visit, bench: &Bench, letters: Vec<Letter>, csv: bool) -> Reply {
    let row = &bench.found.row;
    let page = visit.page("office-ways-title").await?;
    let ending = if csv { "csv" } else { "pdf" };
    let first = letters.first().map_or(0, |letter| letter.number);
    let name = format!("attachment; filename=\"{}-{first}.{ending}\"", row.id.0);
    let kind = if csv { "text/csv; charset=utf-8" } else { "application/pdf" };
    let headers =
        [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name), (header::CACHE_CONTROL, "no-store".to_owned())];
    if csv {
        let mut text = String::from('\u{FEFF}');
        csv_line(&mut text, [page.t.get("letters-csv-number"), page.t.get("letters-csv-code")]);
        for letter in letters {
            csv_line(&mut text, [letter.number.to_string(), grouped(&letter.code)]);
        }
        return Ok((headers, text).into_response());
    }
    let (from, to) = (page.moment(row.opens_at), page.moment(row.closes_at));
    let words = LetterWords {
        place: visit.web.app.instance().await?.name.clone(),
        title: row.title.clone(),
        lang: row.lang.clone(),
        dates: page.t.with2("poll-dates", "from", from, "to", to),
        how: page.t.get("letters-how"),
        address: page.absolute(&format!("/c/{}/polls", bench.frame.consultation.slug)),
        your_code: page.t.get("letters-code"),
        notes: ["letters-once", "letters-secret", "letters-lost"].map(|key| page.t.get(key)).to_vec(),
        number: page.t.get("letters-number"),
    };
    // ftl: letters-once letters-secret letters-lost
    let made = tokio::task::spawn_blocking(move || print::letters(&words, &letters)).await;
    let bytes = made.map_err(|_gone| crate::error::Error::Broken("the making of letters broke off".to_owned()))?;
    Ok((headers, bytes).into_response())
}
