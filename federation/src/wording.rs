//! The few words that people read in what we send. The door knows no human text: it asks for it.

use std::sync::Arc;

use domain::answer::AnswerState;
use domain::contribution::Stance;
use domain::draft_text::Word;
use domain::street::{ReportKind, ReportState};

/// What must be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase<'a> {
    /// Instead of the name of somebody who did not agree that it leaves.
    ACitizen,
    /// Who wrote something on the pages here with an account of another server: `@name@host`.
    AGuest(&'a str),
    /// Before the address of the whole text.
    ReadWhole,
    /// The title of an official answer.
    AnswerTitle {
        /// What was decided.
        state: AnswerState,
        /// The title of what is answered.
        title: &'a str,
    },
    /// Who signs an official answer.
    SignedBy(&'a str),
    /// What the instance actor says of itself.
    Instance,
    /// The title of a reply that has none, in lists of what others published.
    ReplyTo(&'a str),
    /// The side on which a reply stands.
    Side(Stance),
    /// Below a poll: what an answer elsewhere is worth, before the address where one votes.
    SignalOnly,
    /// Below a vote that cannot be answered elsewhere, before the address where one votes.
    VoteThere,
    /// Below a vote that was called off.
    VoteCancelled,
    /// What is asked of a paragraph of a text.
    OnParagraph {
        /// What it asks for.
        word: Word,
        /// The number of the paragraph.
        number: i32,
    },
    /// The name of a group of reports from the street; without a name: of all of them.
    StreetGroup {
        /// What it is about.
        name: &'a str,
        /// The collectivity.
        place: &'a str,
    },
    /// What such a group says of itself.
    StreetGroupSays {
        /// The collectivity.
        place: &'a str,
    },
    /// The title of a report from the street.
    StreetTitle {
        /// Its number.
        number: i64,
        /// The name of its category.
        category: &'a str,
    },
    /// What a report says, and where it stands.
    StreetStands {
        /// What it says.
        kind: ReportKind,
        /// Where it stands.
        state: ReportState,
    },
    /// Why nothing is done about it: the code of the reason.
    StreetReason(&'a str),
    /// Who is competent for it, where the collectivity is not.
    StreetCompetent(&'a str),
    /// What a letter about a report says: the code of the letter.
    StreetLetter(&'a str),
    /// Before the address of the page of a report.
    StreetRead,
    /// What somebody is told of their place at a meeting.
    Meeting(OfMeeting<'a>),
    /// What they say at the desk.
    MeetingCode(&'a str),
    /// Before the address of the page of their place.
    MeetingPage,
}

/// What is told of a meeting to somebody who is registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfMeeting<'a> {
    /// Code of the letter that says the same to people of here.
    pub letter: &'a str,
    /// Its title.
    pub title: &'a str,
    /// When it begins.
    pub begins: domain::Timestamp,
    /// Name of the time zone.
    pub zone: &'a str,
    /// The name of the place; empty: there is none.
    pub venue: &'a str,
    /// Why it was called off.
    pub reason: &'a str,
}

/// Says it in the language with this code.
pub type Wording = Arc<dyn Fn(&str, Phrase<'_>) -> String + Send + Sync>;
