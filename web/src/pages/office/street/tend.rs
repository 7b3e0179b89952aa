//! What agents do with a report: each act is one form of its page.

use super::super::desk::{self, Section};
use super::one;
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

async fn end(visit: &Visit, number: i64, fields: &Fields, result: Result<(), actions::Error>) -> Reply {
    match result {
        Ok(()) => Ok(done(&format!("/admin/street/{number}"), "street-tended")),
        Err(actions::Error::Faulty(faults)) => one::again(visit, number, form(fields), fields.get("same_as").to_owned(), &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/street/{number}`.
pub(in super::super) async fn tend(Staff(visit): Staff, Path(number): Path<i64>, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let result = street::tend(&visit.web.app, visit.viewer, number, &form(&fields)).await;
    end(&visit, number, &fields, result).await
}

/// `POST /admin/street/{number}/merge`.
pub(in super::super) async fn merge(Staff(visit): Staff, Path(number): Path<i64>, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let result = match fields.get("same_as").trim().parse() {
        Ok(into) => street::merge(&visit.web.app, visit.viewer, number, into).await,
        Err(_no_number) => Err(actions::Error::fault("into", Fault::Choice)),
    };
    end(&visit, number, &fields, result).await
}

/// `POST /admin/street/{number}/forward`.
pub(in super::super) async fn forward(Staff(visit): Staff, Path(number): Path<i64>, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let result = match ActorId::parse(fields.get("to")) {
        Some(to) => street::forward(&visit.web.app, visit.viewer, number, to, fields.get("said")).await,
        None => Err(actions::Error::fault("to", Fault::Choice)),
    };
    end(&visit, number, &fields, result).await
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
