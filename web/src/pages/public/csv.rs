//! The contributions of a consultation as a CSV file (RFC 4180) for a spreadsheet: UTF-8 with a mark and semicolons, as French spreadsheets
//! read them without asking. No cell can be taken for a formula (OWASP, CSV injection).

use crate::error::{Error, Reply};
use crate::viewer::Visit;
use actions::limits::Purpose;
use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::actor::Viewer;
use domain::links::Links;
use http::header;
use serde_json::Value;
use std::fmt::Write as _;
use store::draft_texts::Spoken;
use store::views::cards::Card;
use store::views::rows::{self, Place};
use store::{Store, Uid};

/// Contributions read at once: what one download may hold in memory.
const BATCH: i64 = 500;
/// The columns. They are names for programs, the same in every language.
const COLUMNS: [&str; 27] = [
    "id",
    "url",
    "kind",
    "title",
    "body",
    "lang",
    "theme",
    "author",
    "published_at",
    "edited_at",
    "supports",
    "remote_supports",
    "territory_supports",
    "replies",
    "answer_state",
    "answered_at",
    "recognised_quality",
    "with_impact",
    "imported_from",
    "imported_url",
    "imported_supports",
    "imported_replies",
    "paragraph",
    "change",
    "wording",
    "outcome",
    "kept_wording",
];

/// `GET /c/{slug}/contributions.csv`: what everybody sees, whoever asks; read page by page as the reader takes it, and never cut.
pub(super) async fn download(visit: Visit, Path(slug): Path<String>) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let name =
        format!("attachment; filename=\"{}.csv\"", slug.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>());
    let frame = app.store.read(move |db| super::load::frame(db, &slug, Viewer::VISITOR)).await?;
    let reading = Reading { store: app.store.clone(), links: app.links.clone(), consultation: frame.consultation.id, next: Next::Columns };
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, Body::from_stream(futures_util::stream::try_unfold(reading, Reading::piece))).into_response())
}

/// A file that is being read.
struct Reading {
    store: Store,
    links: Links,
    consultation: Uid,
    next: Next,
}

/// What comes next.
enum Next {
    Columns,
    Rows(Option<Place>),
    Nothing,
}

impl Reading {
    /// The next piece of the file. After a failure the answer breaks off, so that nobody takes a part for the whole.
    async fn piece(mut self) -> Result<Option<(String, Self)>, Error> {
        let place = match self.next {
            Next::Nothing => return Ok(None),
            Next::Columns => {
                let mut piece = String::from("\u{FEFF}");
                line(&mut piece, COLUMNS.iter().map(|name| (*name).to_owned()));
                self.next = Next::Rows(None);
                return Ok(Some((piece, self)));
            }
            Next::Rows(place) => place,
        };
        let consultation = self.consultation;
        let read = self.store.read(move |db| {
            let cards = rows::after(db, consultation, place, BATCH)?;
            let ids: Vec<Uid> = cards.iter().map(|card| card.contribution.id).collect();
            let spoken = store::draft_texts::said_by(db, &ids)?;
            Ok::<_, store::Error>((cards, spoken))
        });
        let (cards, spoken) = read.await.inspect_err(|error| tracing::error!(%error, "a download broke off"))?;
        let whole = i64::try_from(cards.len()).is_ok_and(|count| count == BATCH);
        let last = cards.last().map(|card| (card.contribution.created_at, card.contribution.id));
        self.next = if whole { Next::Rows(last) } else { Next::Nothing };
        let mut piece = String::new();
        cards.iter().for_each(|card| line(&mut piece, row(card, &spoken, &self.links)));
        Ok(Some((piece, self)))
    }
}

fn row(card: &Card, spoken: &[Spoken], links: &Links) -> [String; 27] {
    let contribution = &card.contribution;
    let origin = card.imported.as_ref();
    let spoken = spoken.iter().find(|one| one.said.contribution_id == contribution.id);
    let author = card.author.clone().filter(|name| !name.is_empty()).or_else(|| contribution.author_name.clone());
    let moment = |at: Option<store::At>| at.map(|at| at.0.to_string()).unwrap_or_default();
    [
        contribution.id.0.to_string(),
        links.absolute(&super::load::path(&card.slug, contribution.id)),
        contribution.kind.clone(),
        contribution.title.clone(),
        contribution.body.clone(),
        contribution.lang.clone(),
        card.theme.clone().unwrap_or_default(),
        author.unwrap_or_default(),
        contribution.created_at.0.to_string(),
        moment(contribution.edited_at),
        contribution.support_count.to_string(),
        contribution.remote_support_count.to_string(),
        card.territories.supports.to_string(),
        contribution.reply_count.to_string(),
        contribution.answer_state.clone().unwrap_or_default(),
        moment(contribution.answered_at),
        moment(contribution.quality_at),
        moment(contribution.impact_at),
        origin.map(|o| o.source.clone()).unwrap_or_default(),
        origin.map(|o| o.source_url.clone()).unwrap_or_default(),
        origin.map(|o| o.supports.to_string()).unwrap_or_default(),
        origin.map(|o| o.replies.to_string()).unwrap_or_default(),
        spoken.map(|one| one.paragraph.number.to_string()).unwrap_or_default(),
        spoken.map(|one| one.said.word.clone()).unwrap_or_default(),
        spoken.map(|one| one.said.wording.clone()).unwrap_or_default(),
        spoken.map(|one| one.said.outcome.clone()).unwrap_or_default(),
        spoken.and_then(|one| one.said.kept.clone()).unwrap_or_default(),
    ]
}

/// A file for a spreadsheet that fits in memory.
pub(crate) struct Sheet(String);

impl Sheet {
    /// An empty one with these columns.
    pub(crate) fn new<const N: usize>(columns: [&str; N]) -> Self {
        let mut sheet = Self(String::from("\u{feff}"));
        sheet.line(columns.map(str::to_owned));
        sheet
    }

    /// Adds a line.
    pub(crate) fn line(&mut self, cells: impl IntoIterator<Item = String>) {
        line(&mut self.0, cells);
    }

    /// The answer that is taken home under this name, which is made of letters, digits and hyphens.
    pub(crate) fn reply(self, name: &str) -> Response {
        let name = format!("attachment; filename=\"{name}.csv\"");
        ([(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)], self.0).into_response()
    }
}

/// A line of a file for a spreadsheet.
pub(crate) fn line(file: &mut String, cells: impl IntoIterator<Item = String>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            file.push(';');
        }
        // Writing to a String cannot fail.
        let _ = write!(file, "\"{}\"", harmless(&cell).replace('"', "\"\""));
    }
    file.push_str("\r\n");
}

/// A line of values: numbers stand as they are, since no spreadsheet takes a number for a formula, however it begins.
pub(super) fn values(file: &mut String, cells: &[Value]) {
    for (index, cell) in cells.iter().enumerate() {
        let separator = if index > 0 { ";" } else { "" };
        // Writing to a String cannot fail.
        let _ = match cell {
            Value::Number(number) => write!(file, "{separator}{number}"),
            other => write!(file, "{separator}\"{}\"", harmless(&words(other)).replace('"', "\"\"")),
        };
    }
    file.push_str("\r\n");
}

/// A value in words: nothing is empty, a list is parted by commas.
pub(super) fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(words).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// A cell that no spreadsheet takes for a formula: one that begins like a formula is given an apostrophe.
fn harmless(cell: &str) -> String {
    let begins = cell.trim_start_matches([' ', '\u{a0}']).chars().next();
    let formula = begins.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_neutralised() {
        for hostile in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u{a0}=1", "＝1", "=HYPERLINK(\"http://x\")"] {
            assert_eq!(harmless(hostile), format!("'{hostile}"), "{hostile:?}");
        }
        for good in ["", "Un banc", "12", "a=b", "L’été", "2026-01-01T00:00:00Z"] {
            assert_eq!(harmless(good), good);
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        let mut file = String::new();
        values(
            &mut file,
            &[serde_json::json!(-1.5), Value::Null, "-1.5".into(), serde_json::json!(["a", "=b"]), true.into(), "a\"b".into()],
        );
        assert_eq!(file, "-1.5;\"\";\"'-1.5\";\"a, =b\";\"true\";\"a\"\"b\"\r\n");
    }

    #[test]
    fn cells_stay_cells() {
        let mut file = String::new();
        line(&mut file, ["a\"b", "c;d", "e\r\nf", "\";=1"].map(str::to_owned));
        assert_eq!(file, "\"a\"\"b\";\"c;d\";\"e\r\nf\";\"\"\";=1\"\r\n");
    }
}
