//! What we say to other servers: pure functions from plain values to JSON, in the shape that most software understands.
//! What federates is built here and nowhere else; `docs/federation.md` has the table.

mod accreditation;
mod activities;
mod actor;
mod carrying;
mod collections;
mod context;
mod event;
mod input;
mod listing;
mod location;
mod question;
mod recognition;
mod record_keys;
mod street;
mod supports;
mod tally;
mod texts;

#[cfg(test)]
mod tests;

pub use accreditation::{AccreditationInput, acceptance, end_accreditation, offer_accreditation, refusal, relationship};
pub use activities::{
    accept, accept_deletion, accept_quote, add, announce_activity, announce_id, asks_acknowledgement, block, create, delete, flag, follow,
    like, quote_authorization, reject, removal, remove, undo, update,
};
pub use actor::actor;
pub use carrying::{CallInput, CallPhaseInput, CarrierInput, call, invite, join, leave, subject, update_call};
pub use collections::{collection, collection_page, paged_collection};
pub use context::{ACTIVITY_STREAMS, names_activity_streams, vocabulary};
pub use event::{EventInput, EventPlace, event, moment};
pub use input::{
    ActorInput, Addressing, ArticleInput, Author, Hashtag, Mention, MessageInput, NoteInput, PageInput, Picture, QuestionInput, TextInput,
    TombstoneInput, Wording,
};
pub use listing::{CardInput, ListingInput, MeetingInput, PlaceInput, card, keyed_collection, keyed_page, listed, placed};
pub use location::located;
pub use question::question;
pub use recognition::{StatementInput, accept_offer, offer, reject_offer, statement, undo_recognition};
pub use record_keys::with_record_keys;
pub(crate) use record_keys::{RECORD_KEY, WITNESS_KEY};
pub use street::{AnswerInput, ReportInput, street_answer, street_report};
pub use supports::{SupportsInput, bring_anew, support_counts};
pub use tally::{call_off, hand, of_network, publish};
pub use texts::{answered, article, excerpt, message, note, page, tombstone};
