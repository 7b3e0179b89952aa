//! What can be done from elsewhere: the closed list of what is understood here. Everything else is `Unknown`, answered politely, without effect.

use serde_json::Value;
use url::Url;

use super::activity::Activity;
use super::object::Object;
use super::recognition::Recognising;
use super::reference::{Reference, Undone};

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// Follow an actor.
    Follow {
        /// Which.
        object: Url,
    },
    /// Say yes to what was asked.
    Accept {
        /// What was asked.
        object: Reference,
    },
    /// Offer to accredit an organisation.
    Offer {
        /// The accreditation with its proof, as it came.
        object: Box<Value>,
    },
    /// Accept an accreditation.
    Agree {
        /// The whole activity with its proof, as it came.
        document: Box<Value>,
    },
    /// Say that nothing is left of what was deleted.
    Honour {
        /// The deletion.
        object: Reference,
        /// The whole activity with its proof, as it came.
        document: Box<Value>,
    },
    /// Say no to what was asked, or no more.
    Reject {
        /// What was asked.
        object: Reference,
    },
    /// Take back something that the same actor did.
    Undo {
        /// What.
        object: Undone,
    },
    /// Publish something of one's own.
    Create {
        /// What.
        object: Box<Object>,
    },
    /// Vote in a poll.
    Vote {
        /// In which.
        poll: Url,
        /// What was published for each choice, and the option that it names, letter by letter.
        choices: Vec<(Url, String)>,
    },
    /// Change something.
    Update {
        /// What.
        object: Changed,
    },
    /// Delete something. Whether it is the actor's is for the caller to know: groups pass on what their moderators delete.
    Delete {
        /// What.
        object: Url,
    },
    /// Pass something on.
    Announce {
        /// What.
        object: Announced,
    },
    /// Support something.
    Like {
        /// What.
        object: Url,
    },
    /// Not support something.
    Dislike {
        /// What.
        object: Url,
    },
    /// Report something to the moderators.
    Flag {
        /// What: accounts and objects.
        objects: Vec<Url>,
        /// Why, as plain text.
        content: String,
    },
    /// Put something into a collection.
    Add {
        /// What.
        object: Url,
        /// Into which.
        target: Url,
    },
    /// Take something out of a collection.
    Remove {
        /// What.
        object: Url,
        /// Out of which.
        target: Url,
    },
    /// Have nothing more to do with somebody.
    Block {
        /// With whom.
        object: Url,
        /// Where, if it is in a group.
        target: Option<Url>,
    },
    /// Move to another account.
    Move {
        /// From: the actor.
        object: Url,
        /// To.
        target: Url,
    },
    /// Ask to quote something (FEP-044f).
    QuoteRequest {
        /// What is quoted.
        object: Url,
        /// What quotes it.
        instrument: Url,
    },
    /// Hand a vote to the territories that carry its consultation; the document as it came, for it is proven by itself.
    CommonVote {
        /// The definition.
        document: Box<Value>,
    },
    /// Say what one's own ballots in a common vote give; the document as it came, for it is proven by itself.
    Tally {
        /// The tally.
        document: Box<Value>,
    },
    /// Say how many people of one's own territory support what is said in a consultation that it carries.
    SupportCounts {
        /// The document with its proof, as it came.
        document: Box<Value>,
    },
    /// Send a report from the street to whoever is competent, or take it back.
    StreetReport {
        /// The document with its proof, as it came.
        document: Box<Value>,
    },
    /// Say where a report from the street stands.
    StreetAnswer {
        /// The document with its proof, as it came.
        document: Box<Value>,
    },
    /// Call territories to carry a consultation, or change that call.
    Call {
        /// The call, as it was said: its proof is about all of it.
        document: Box<Value>,
    },
    /// Carry a consultation.
    Join {
        /// The call that is answered.
        object: Url,
        /// The page of the consultation there.
        page: Option<Url>,
    },
    /// Carry it no more.
    Leave {
        /// The call.
        object: Url,
    },
    /// Recognise another collectivity.
    Recognise(Box<Recognising>),
    /// Something that has no meaning here.
    Unknown {
        /// What it is called.
        kind: String,
    },
}

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// A text of the actor, as it is now.
    Object(Box<Object>),
    /// An actor with this id, whose document must be read again. Whether it is the one who says so is for the caller to compare.
    Actor(Url),
    /// Something on the actor's server that must be read there: only its id was said.
    Id(Url),
}

/// What is passed on. Nothing of it may be believed without more: it is somebody else's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Announced {
    /// Something with this id.
    Id(Url),
    /// A text, as the one who passes it on says it is.
    Object(Box<Object>),
    /// Something that was done, as the one who passes it on says it was.
    Activity(Box<Activity>),
}
