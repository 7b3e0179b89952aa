//! Load the list of those who may vote.

use super::{bench, choose};
use crate::error::Reply;
use crate::form::{Faulty, Upload, done};
use crate::page::Page;
use crate::viewer::Staff;
use actions::ways::{LIST_MAX, ListFault, Loading};
use axum::extract::Path;

/// `POST /admin/consultations/{slug}/polls/{poll}/list`.
pub(in crate::pages::office) async fn load(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>, upload: Upload) -> Reply {
    let bench = bench(&visit, &slug, &poll).await?;
    let columns = upload.fields.get("columns").to_owned();
    let file = upload.file.unwrap_or_default();
    match actions::ways::load_list(&visit.web.app, visit.viewer, bench.found.row.id.to(), file, &columns).await? {
        Loading::Loaded { homonyms: 0, .. } => Ok(done(&format!("{}/ways", bench.root), "list-loaded")),
        Loading::Loaded { .. } => Ok(done(&format!("{}/ways", bench.root), "list-loaded-homonyms")),
        Loading::Faulty(fault) => {
            let page = visit.page("office-ways-title").await?;
            let mut faults = Faulty::none();
            let (field, text) = words(&page, &fault);
            faults.add(field, text);
            choose::page(&visit, &bench, faults, &columns).await
        }
    }
}

fn words(page: &Page, fault: &ListFault) -> (&'static str, String) {
    let t = &page.t;
    match fault {
        ListFault::Empty => ("list", t.get("list-fault-empty")),
        ListFault::TooLong => ("list", t.count("list-fault-long", LIST_MAX)),
        ListFault::Columns => ("columns", t.get("list-fault-columns")),
        ListFault::NoColumn(name) => ("columns", t.with1("list-fault-no-column", "name", name.clone())),
        ListFault::Line(line) => ("list", t.with1("list-fault-line", "line", line.to_string())),
        ListFault::Gap { line, column } => ("list", t.with2("list-fault-gap", "line", line.to_string(), "column", column.clone())),
    }
}
