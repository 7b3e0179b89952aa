//! The proof that something is in the record: for whoever said it, and of what the collectivity did for everybody.

use ::record::{Entry, Note, Receipt, SALT_BYTES, SignatureLine, VerifierKey};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::organisation::OrganisationVerb;
use domain::permission;
use domain::refusal::Refusal;
use store::record::Checkpoint;
use store::{Db, Uid};

use super::content::TEXTS;
use super::seal::{verifier, verifier_keys};
use super::tree::{self, Proof};
use crate::{Error, Result};

/// Most versions of a text for which there are receipts on one page.
const VERSIONS_MAX: i64 = 200;

/// Whether there is a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Readiness {
    /// Here it is.
    Ready(Box<Receipt>),
    /// Nothing is signed yet that holds it: soon.
    Soon,
}

/// Where the texts of a contribution stand in the record: place and version, the oldest first. Those that are erased or not entered yet are not there.
///
/// # Errors
/// When the store fails.
pub fn receipts_of(db: &mut Db, contribution: Uid) -> Result<Vec<(i64, u32)>> {
    let found = store::record::about(db, contribution, VERSIONS_MAX)?;
    let text = |(entry, content): (store::record::Entry, Option<store::record::Content>)| {
        let version = Entry::parse(&entry.entry).ok()?.version;
        (is_text(&entry.kind) && content.is_some()).then_some((entry.place, version))
    };
    Ok(found.into_iter().filter_map(text).collect())
}

/// The receipt of the entry at this place. That of a text is given to its author only: of an organisation, to its members.
///
/// # Errors
/// `NotFound` when there is none for this viewer; when the store fails.
pub fn receipt(db: &mut Db, viewer: Viewer, place: i64) -> Result<Readiness> {
    let (Some(entry), Some(content)) = (store::record::entry(db, place)?, store::record::content(db, place)?) else {
        return Err(Refusal::NotFound.into());
    };
    if is_text(&entry.kind) {
        let author = store::contributions::find(db, entry.object_id)?.and_then(|found| found.author_id);
        if !author.map_or(Ok(false), |author| speaks_for(db, viewer, author))? {
            return Err(Refusal::NotFound.into());
        }
    }
    let checkpoint = match store::record::witnessed_after(db, place)? {
        Some(witnessed) => witnessed,
        None => match store::record::latest(db)?.filter(|latest| latest.size > place) {
            Some(latest) => latest,
            None => return Ok(Readiness::Soon),
        },
    };
    let broken = |what: &str| Error::Broken(format!("{what} of the record cannot be read"));
    let index = u64::try_from(place).map_err(|_negative| broken("a place"))?;
    let (note, witnesses) = cosigned(db, &checkpoint)?;
    let (logs, _) = verifier_keys(db)?;
    Ok(Readiness::Ready(Box::new(Receipt {
        entry: Entry::parse(&entry.entry).map_err(|_why| broken("an entry"))?,
        salt: <[u8; SALT_BYTES]>::try_from(content.salt).map_err(|_length| broken("a salt"))?,
        content: content.content,
        log: logs.into_iter().next().ok_or_else(|| broken("the key"))?,
        witnesses,
        index,
        proof: tree::proof(db, u64::try_from(checkpoint.size).unwrap_or(0), Proof::Of(index))?,
        note,
    })))
}

/// Whether the viewer is that actor, or a member of it.
fn speaks_for(db: &mut Db, viewer: Viewer, author: Uid) -> Result<bool> {
    let Some(person) = viewer.actor.map(Uid::of) else { return Ok(false) };
    if person == author {
        return Ok(true);
    }
    let ties = store::memberships::ties(db, author, person)?;
    Ok(permission::may_in_organisation(viewer, OrganisationVerb::Speak, ties).is_ok())
}

/// A checkpoint with the cosignatures of those whose keys are known, and these keys.
fn cosigned(db: &mut Db, checkpoint: &Checkpoint) -> Result<(String, Vec<VerifierKey>)> {
    let cosignatures = store::record::cosignatures(db, checkpoint.size)?;
    // A witness is named after its server.
    let hosts: Vec<String> = cosignatures.iter().filter_map(|one| one.witness.split('/').next().map(str::to_owned)).collect();
    let known = store::record::peers::at(db, &hosts)?;
    let mut note = Note::parse(&checkpoint.note).map_err(|why| store::Error::Corrupt(why.to_string()))?;
    let mut witnesses = Vec::new();
    for cosignature in cosignatures {
        let keys = known.iter().filter_map(|peer| verifier(&peer.witness_key).ok());
        let line = SignatureLine::parse(cosignature.line.trim_end()).ok();
        if let (Some(line), Some(key)) = (line, keys.into_iter().find(|key| key.name == cosignature.witness))
            && key.id() == line.id
        {
            note.signatures.push(line);
            witnesses.push(key);
        }
    }
    Ok((note.to_string(), witnesses))
}

/// Whether an entry is about a text of a citizen.
fn is_text(kind: &str) -> bool {
    EventKind::parse(kind).is_some_and(|kind| TEXTS.contains(&kind))
}
