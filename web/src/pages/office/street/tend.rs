//! What agents do with a report: each act is one form of its page.

use super::super::desk::{self, Section};
use super::one::{self, Typed};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::viewer::{Staff, Visit};
use actions::street::{self, TendForm};
use axum::extract::Path;
use domain::id::ActorId;
use domain::text::Fault;

fn form(fields: &Fields) -> TendForm {
    let field = |name| fields.get(name).to_owned();
    TendForm {
        state: field("next"),
        reason: field("reason"),
        competent: field("competent"),
        words: field("words"),
        note: field("note"),
        service: field("service"),
        agent: field("agent"),
        category: field("category"),
    }
}

/// What becomes of an act: the page again, with all that was typed in `form`, the one that was sent.
async fn end(visit: &Visit, number: i64, form: Typed, result: Result<(), actions::Error>) -> Reply {
    match result {
        Ok(()) => Ok(done(&format!("/admin/street/{number}"), "street-tended")),
        Err(actions::Error::Faulty(faults)) => one::again(visit, number, form, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/street/{number}`.
pub(in super::super) async fn tend(Staff(visit): Staff, Path(number): Path<i64>, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let form = form(&fields);
    let result = street::tend(&visit.web.app, visit.viewer, number, &form).await;
    end(&visit, number, Typed { tended: Some(form), ..Typed::default() }, result).await
}

/// `POST /admin/street/{number}/merge`.
pub(in super::super) async fn merge(Staff(visit): Staff, Path(number): Path<i64>, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let result = match fields.get("same_as").trim().parse() {
        Ok(into) => street::merge(&visit.web.app, visit.viewer, number, into).await,
        Err(_no_number) => Err(actions::Error::fault("same_as", Fault::Choice)),
    };
    end(&visit, number, Typed { same_as: fields.get("same_as").to_owned(), ..Typed::default() }, result).await
}

/// `POST /admin/street/{number}/forward`.
pub(in super::super) async fn forward(Staff(visit): Staff, Path(number): Path<i64>, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let result = match ActorId::parse(fields.get("to")) {
        Some(to) => street::forward(&visit.web.app, visit.viewer, number, to, fields.get("said")).await,
        None => Err(actions::Error::fault("to", Fault::Choice)),
    };
    let typed = Typed { to: fields.get("to").to_owned(), said: fields.get("said").to_owned(), ..Typed::default() };
    end(&visit, number, typed, result).await
}

/// `POST /admin/street/{number}/back`.
pub(in super::super) async fn back(Staff(visit): Staff, Path(number): Path<i64>, _: Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    street::take_back(&visit.web.app, visit.viewer, number).await?;
    Ok(done(&format!("/admin/street/{number}"), "street-tended"))
}

/// `POST /admin/street/{number}/hide`.
pub(in super::super) async fn hide(Staff(visit): Staff, Path(number): Path<i64>, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let hidden = match fields.get("act") {
        "hide" => true,
        "show" => false,
        _other => return Err(Error::NOT_FOUND),
    };
    street::hide(&visit.web.app, visit.viewer, number, hidden).await?;
    Ok(done(&format!("/admin/street/{number}"), "street-tended"))
}
