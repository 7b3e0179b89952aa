//! The words that the door to other servers needs, from the texts of the pages.

use std::sync::Arc;

use domain::lang::Lang;
use federation::{Phrase, Wording};
use web::abroad;

/// Says what must be said, in the language with this code (French if it is not one of ours).
pub(crate) fn wording() -> Wording {
    Arc::new(|lang, phrase| {
        let lang = Lang::parse(lang).unwrap_or(Lang::Fr);
        match phrase {
            Phrase::ACitizen => abroad::a_citizen(lang),
            Phrase::AGuest(handle) => abroad::a_guest(lang, handle),
            Phrase::ReadWhole => abroad::read_whole(lang),
            Phrase::AnswerTitle { state, title } => abroad::answer_title(lang, state, title),
            Phrase::SignedBy(name) => abroad::signed_by(lang, name),
            Phrase::Instance => abroad::instance(lang),
            Phrase::ReplyTo(title) => abroad::reply_to(lang, title),
            Phrase::Side(stance) => abroad::side(lang, stance),
            Phrase::OnParagraph { word, number } => abroad::on_paragraph(lang, word, number),
            Phrase::SignalOnly => abroad::signal_only(lang),
            Phrase::VoteThere => abroad::vote_there(lang),
            Phrase::StreetGroup { name, place } => abroad::street_group(lang, name, place),
            Phrase::StreetGroupSays { place } => abroad::street_group_says(lang, place),
            Phrase::StreetTitle { number, category } => abroad::street_title(lang, number, category),
            Phrase::StreetStands { kind, state } => abroad::street_stands(lang, kind, state),
            Phrase::StreetReason(code) => abroad::street_reason(lang, code),
            Phrase::StreetCompetent(name) => abroad::street_competent(lang, name),
            Phrase::StreetLetter(letter) => abroad::street_letter(lang, letter),
            Phrase::StreetRead => abroad::street_read(lang),
            Phrase::Meeting(of) => abroad::of_meeting(
                lang,
                of.letter,
                &web::letters::Matter { title: of.title, begins: of.begins, zone: of.zone, venue: of.venue, reason: of.reason },
            ),
            Phrase::MeetingCode(code) => abroad::meeting_code(lang, code),
            Phrase::MeetingPage => abroad::meeting_page(lang),
            Phrase::VoteCancelled => abroad::vote_cancelled(lang),
        }
    })
}
