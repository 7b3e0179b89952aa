//! The answers as files for agents: CSV and JSON, read a bounded batch at a time, without names or addresses; and the files people sent.
//! Each time, a line of the journal says who took them.

use super::{Bench, bench};
use crate::error::{Error, Reply};
use crate::pages::public::csv_line;
use crate::viewer::{Staff, Visit};
use actions::limits::Purpose;
use actions::questionnaires::{self, words};
use axum::body::Body;
use axum::extract::Path;
use axum::response::IntoResponse;
use domain::id::FileId;
use domain::questionnaire::answer::{Answer, Answers};
use domain::questionnaire::{Form, Question, QuestionKind, ResponseState};
use http::header;
use serde_json::json;
use std::collections::BTreeMap;
use store::responses::Response;
use store::{Store, Uid};

/// Answers read at once.
const BATCH: i64 = 200;

/// A file that is being read.
struct Reading {
    store: Store,
    id: Uid,
    form: Form,
    after: Option<Uid>,
    number: usize,
    shape: Shape,
    state: State,
}

/// What the file is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Csv,
    Json,
}

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Head,
    Rows,
    Done,
}

/// `GET /admin/questionnaires/{form}/answers.csv`.
pub(crate) async fn csv(Staff(visit): Staff, Path(form): Path<String>) -> Reply {
    download(&visit, &form, Shape::Csv, "text/csv; charset=utf-8", "csv").await
}

/// `GET /admin/questionnaires/{form}/answers.json`.
pub(crate) async fn json(Staff(visit): Staff, Path(form): Path<String>) -> Reply {
    download(&visit, &form, Shape::Json, "application/json", "json").await
}

/// `GET /admin/questionnaires/{form}/files/{file}`: always a download, never a page.
pub(crate) async fn file(Staff(visit): Staff, Path((form, file)): Path<(String, String)>) -> Reply {
    let bench = bench(&visit, &form).await?;
    let (id, file) = (bench.questionnaire.id, FileId::parse(&file).ok_or(Error::NOT_FOUND)?);
    let found = visit.web.app.store.read(move |db| store::responses::file(db, id, Uid::of(file))).await?.ok_or(Error::NOT_FOUND)?;
    questionnaires::take(&visit.web.app, visit.viewer, bench.id()).await?;
    let (kind, end) = match found.content_type.as_str() {
        "image/jpeg" => ("image/jpeg", "jpg"),
        "image/png" => ("image/png", "png"),
        "application/pdf" => ("application/pdf", "pdf"),
        _unknown => ("application/octet-stream", "bin"),
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{file}.{end}\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, found.bytes).into_response())
}

async fn download(visit: &Visit, form: &str, shape: Shape, kind: &'static str, end: &str) -> Reply {
    let bench: Bench = bench(visit, form).await?;
    visit.web.app.limits.check(Purpose::Download, &visit.client.bucket())?;
    questionnaires::take(&visit.web.app, visit.viewer, bench.id()).await?;
    let name = format!("attachment; filename=\"questionnaire-{}.{end}\"", bench.questionnaire.id.0);
    let store = visit.web.app.store.clone();
    let reading = Reading { store, id: bench.questionnaire.id, form: bench.form, after: None, number: 0, shape, state: State::Head };
    let headers =
        [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name), (header::CACHE_CONTROL, "no-store".to_owned())];
    Ok((headers, Body::from_stream(futures_util::stream::try_unfold(reading, Reading::piece))).into_response())
}

impl Reading {
    /// The next piece. After a failure the answer breaks off, so that nobody takes a part for the whole.
    async fn piece(mut self) -> Result<Option<(String, Self)>, Error> {
        match self.state {
            State::Done => return Ok(None),
            State::Head => {
                self.state = State::Rows;
                let mut piece = String::new();
                match self.shape {
                    Shape::Csv => {
                        piece.push('\u{FEFF}');
                        csv_line(&mut piece, columns(&self.form));
                    }
                    Shape::Json => piece.push('['),
                }
                return Ok(Some((piece, self)));
            }
            State::Rows => {}
        }
        let (id, after, form) = (self.id, self.after, self.form.clone());
        let read = self.store.read(move |db| {
            let responses = store::responses::page(db, id, ResponseState::Counted, after, BATCH)?;
            let parts = store::responses::parts_of(db, &responses.iter().map(|r| r.id).collect::<Vec<_>>())?;
            let mut by_response: BTreeMap<Uid, Vec<_>> = BTreeMap::new();
            parts.into_iter().for_each(|part| by_response.entry(part.response_id).or_default().push(part));
            let said = |r: &Response| store::responses::read(&form, by_response.get(&r.id).map(Vec::as_slice).unwrap_or_default());
            Ok::<_, store::Error>(responses.into_iter().map(|r| (said(&r), r)).collect::<Vec<_>>())
        });
        let rows = read.await.inspect_err(|error| tracing::error!(%error, "a download broke off"))?;
        let mut piece = String::new();
        for (answers, response) in &rows {
            self.number += 1;
            self.after = Some(response.id);
            self.row(&mut piece, response, answers);
        }
        if i64::try_from(rows.len()).is_ok_and(|count| count < BATCH) {
            self.state = State::Done;
            if self.shape == Shape::Json {
                piece.push_str("]\n");
            }
        }
        Ok(Some((piece, self)))
    }

    fn row(&self, piece: &mut String, response: &Response, answers: &Answers) {
        // The day only: the moment could be joined with other lists.
        let day: String = response.sent_at.map(|at| at.0.to_string().chars().take(10).collect()).unwrap_or_default();
        match self.shape {
            Shape::Csv => {
                let cells = self.form.questions().flat_map(|question| cells(question, answers.get(&question.id)));
                csv_line(piece, [self.number.to_string(), day].into_iter().chain(cells));
            }
            Shape::Json => {
                let said: Vec<_> = self
                    .form
                    .questions()
                    .filter_map(|q| Some(json!({ "question": q.label, "kind": q.kind.code(), "answer": words(q, answers.get(&q.id)?) })))
                    .collect();
                piece.push_str(if self.number > 1 { ",\n" } else { "\n" });
                piece.push_str(&json!({ "number": self.number, "sent_on": day, "answers": said }).to_string());
            }
        }
    }
}

/// The columns: one for each question, one for each row of a grid.
fn columns(form: &Form) -> Vec<String> {
    let mut columns = vec!["number".to_owned(), "sent_on".to_owned()];
    for question in form.questions() {
        if question.kind == QuestionKind::Matrix {
            columns.extend(question.rows.iter().map(|row| format!("{} [{}]", question.label, row.label)));
        } else {
            columns.push(question.label.clone());
        }
    }
    columns
}

fn cells(question: &Question, answer: Option<&Answer>) -> Vec<String> {
    let label = |id| question.choice(id).map(|choice| choice.label.clone()).unwrap_or_default();
    match (question.kind, answer) {
        (QuestionKind::Matrix, Some(Answer::Cells(said))) => question
            .rows
            .iter()
            .map(|row| said.iter().find(|(id, _)| *id == row.id).map(|(_, column)| label(*column)).unwrap_or_default())
            .collect(),
        (QuestionKind::Matrix, _) => question.rows.iter().map(|_| String::new()).collect(),
        (_, None | Some(Answer::Cells(_))) => vec![String::new()],
        (_, Some(Answer::Text(text))) => vec![text.clone()],
        (_, Some(Answer::Value(number))) => vec![number.to_string()],
        (_, Some(Answer::File(id))) => vec![id.to_string()],
        (_, Some(Answer::Ranked(order))) => vec![order.iter().map(|id| label(*id)).collect::<Vec<_>>().join(" | ")],
        (_, Some(Answer::Chosen { choices, other })) => {
            vec![choices.iter().map(|id| label(*id)).chain(other.clone()).collect::<Vec<_>>().join(" | ")]
        }
    }
}
