//! The few words of ours that people of other servers read.

use domain::answer::AnswerState;
use domain::contribution::Stance;
use domain::draft_text::Word;
use domain::lang::Lang;
use domain::street::{ReportKind, ReportState};

use crate::letters::{self, Matter};
use crate::texts::Texts;

/// Instead of the name of somebody who did not agree that it leaves.
#[must_use]
pub fn a_citizen(lang: Lang) -> String {
    Texts::new(lang).get("abroad-a-citizen")
}

/// Who wrote something on the pages here with an account of another server.
#[must_use]
pub fn a_guest(lang: Lang, handle: &str) -> String {
    Texts::new(lang).with1("abroad-a-guest", "handle", handle.to_owned())
}

/// Before the address of the whole text.
#[must_use]
pub fn read_whole(lang: Lang) -> String {
    Texts::new(lang).get("abroad-read-whole")
}

/// The title of an official answer.
// ftl: answer-state-*
#[must_use]
pub fn answer_title(lang: Lang, state: AnswerState, title: &str) -> String {
    let t = Texts::new(lang);
    t.with2("abroad-answer-title", "state", t.code("answer-state", state.code()), "title", title.to_owned())
}

/// Who signs an official answer.
#[must_use]
pub fn signed_by(lang: Lang, name: &str) -> String {
    Texts::new(lang).with1("abroad-signed-by", "name", name.to_owned())
}

/// What the instance says of itself.
#[must_use]
pub fn instance(lang: Lang) -> String {
    Texts::new(lang).get("abroad-instance")
}

/// The title of a reply that has none.
#[must_use]
pub fn reply_to(lang: Lang, title: &str) -> String {
    Texts::new(lang).with1("abroad-reply-to", "title", title.to_owned())
}

/// Below a poll: what an answer elsewhere is worth, before the address where one votes.
#[must_use]
pub fn signal_only(lang: Lang) -> String {
    Texts::new(lang).get("abroad-signal-only")
}

/// Below a vote that cannot be answered elsewhere, before the address where one votes.
#[must_use]
pub fn vote_there(lang: Lang) -> String {
    Texts::new(lang).get("abroad-vote-there")
}

/// Below a vote that was called off.
#[must_use]
pub fn vote_cancelled(lang: Lang) -> String {
    Texts::new(lang).get("abroad-vote-cancelled")
}

/// The side on which a reply stands.
// ftl: stance-*
#[must_use]
pub fn side(lang: Lang, stance: Stance) -> String {
    Texts::new(lang).code("stance", stance.code())
}

/// What is asked of a paragraph of a text.
// ftl: amend-word-*
#[must_use]
pub fn on_paragraph(lang: Lang, word: Word, number: i32) -> String {
    Texts::new(lang).with1(&format!("amend-word-{}", word.code()), "number", number)
}

/// The name of a group of reports from the street; without a name: of all of them.
#[must_use]
pub fn street_group(lang: Lang, name: &str, place: &str) -> String {
    let t = Texts::new(lang);
    if name.is_empty() {
        return t.with1("abroad-street-all", "place", place.to_owned());
    }
    t.with2("abroad-street-group", "name", name.to_owned(), "place", place.to_owned())
}

/// What such a group says of itself.
#[must_use]
pub fn street_group_says(lang: Lang, place: &str) -> String {
    Texts::new(lang).with1("abroad-street-says", "place", place.to_owned())
}

/// The title of a report from the street.
#[must_use]
pub fn street_title(lang: Lang, number: i64, category: &str) -> String {
    Texts::new(lang).with2("abroad-street-title", "number", number, "category", category.to_owned())
}

/// What a report says, and where it stands.
// ftl: street-kind-* street-state-*
#[must_use]
pub fn street_stands(lang: Lang, kind: ReportKind, state: ReportState) -> String {
    let t = Texts::new(lang);
    format!("{} · {}", t.code("street-kind", kind.code()), t.code("street-state", state.code()))
}

/// Why nothing is done about a report.
// ftl: street-reason-*
#[must_use]
pub fn street_reason(lang: Lang, code: &str) -> String {
    Texts::new(lang).code("street-reason", code)
}

/// Who is competent for a report, where the collectivity is not.
#[must_use]
pub fn street_competent(lang: Lang, name: &str) -> String {
    Texts::new(lang).with1("abroad-street-competent", "name", name.to_owned())
}

/// What a letter about a report says to whoever made it or follows it.
// ftl: letter-street_*-text
#[must_use]
pub fn street_letter(lang: Lang, letter: &str) -> String {
    Texts::new(lang).get(&format!("letter-{letter}-text"))
}

/// Before the address of the page of a report.
#[must_use]
pub fn street_read(lang: Lang) -> String {
    Texts::new(lang).get("abroad-street-read")
}

/// What somebody of another server is told of their place at a meeting: what the letter to people of here says.
#[must_use]
pub fn of_meeting(lang: Lang, letter: &str, matter: &Matter<'_>) -> String {
    letters::about_meeting(lang, letter, matter)
}

/// What they say at the desk.
#[must_use]
pub fn meeting_code(lang: Lang, code: &str) -> String {
    Texts::new(lang).with1("abroad-meeting-code", "code", code.to_owned())
}

/// Before the address of the page of their place.
#[must_use]
pub fn meeting_page(lang: Lang) -> String {
    Texts::new(lang).get("abroad-meeting-page")
}
