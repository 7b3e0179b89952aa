//! The official answers to a contribution: of this collectivity, and of the organiser where the consultation is carried.

use super::items;
use super::load::Subject;
use super::states::{self, State};
use crate::page::Page;
use domain::markup;
use store::At;
use store::answers::Answer;

/// An official answer.
pub(super) struct AnswerView {
    pub(super) id: String,
    pub(super) title: String,
    /// Who gave it and where it lives, when that is the organiser of a consultation that is carried here.
    pub(super) original: Option<(String, String)>,
    pub(super) state: State,
    /// Safe HTML.
    pub(super) body: String,
    pub(super) signed_by: String,
    pub(super) initials: String,
    pub(super) at: At,
}

/// The answers to a contribution, latest first.
pub(super) fn answers(page: &Page, subject: &Subject) -> Vec<AnswerView> {
    let answer = |row: &Answer| {
        let original = row.uri.clone().map(|uri| (subject.whole.organiser.clone().unwrap_or_default(), uri));
        Some(AnswerView {
            id: format!("a-{}", row.id.0),
            title: match &original {
                Some((organiser, _)) => page.t.with1("contribution-answer-by", "name", organiser.clone()),
                None => page.t.with1("contribution-answer", "place", page.instance.territory_kind.clone()),
            },
            original,
            state: states::answer(&page.t, &row.state)?,
            body: markup::to_html(&row.body),
            signed_by: row.signed_by.clone(),
            initials: items::initials(&row.signed_by),
            at: row.answered_at,
        })
    };
    subject.whole.answers.iter().filter_map(answer).collect()
}
