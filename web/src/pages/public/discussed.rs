//! The polls that stand in a discussion, and those that are open on the home page.

use super::poll_words;
use super::states::State;
use crate::page::Page;
use store::votes::BallotBox;

/// A poll, where it is offered.
#[derive(Debug, Clone)]
pub(super) struct Offered {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) lang: String,
    pub(super) state: State,
    /// "Votez jusqu’au …", while ballots are taken; else from when to when.
    pub(super) when: String,
    pub(super) open: bool,
    /// Title of its consultation, where it is not told by the page.
    pub(super) consultation: String,
}

/// A poll of the consultation with this slug.
pub(super) fn offered(page: &Page, slug: &str, consultation: &str, row: &BallotBox) -> Offered {
    let open = poll_words::is_open(page, row);
    Offered {
        path: format!("/c/{slug}/polls/{}", row.id.0),
        title: row.title.clone(),
        lang: row.lang.clone(),
        state: poll_words::state(page, row),
        when: if open { page.t.with1("poll-until", "date", page.moment(row.closes_at)) } else { poll_words::dates(page, row) },
        open,
        consultation: consultation.to_owned(),
    }
}
