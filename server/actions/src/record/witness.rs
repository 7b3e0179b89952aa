//! Cosign the record of an official collectivity (tlog-witness, `add-checkpoint`): only one that continues what was cosigned before. A fork is
//! refused, and kept as evidence.

use ::record::{Check, Checkpoint, Note, Submission, Verdict, consistency, cosignature_line, cosigned_message, empty};
use domain::Timestamp;
use store::jobs::JobKind;
use store::record::peers::{Fork, Peer};
use store::{At, Db, Uid};

use super::peers::mark;
use super::seal::{self, Names, Seal};
use super::tree;
use crate::{App, Result};

/// Most collectivities of one server whose keys are read when a log of it asks.
const ON_A_SERVER: i64 = 16;

/// What a witness answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Witnessed {
    /// The lines of its cosignature.
    Cosigned(String),
    /// What was posted makes no sense.
    Malformed,
    /// It does not watch this log.
    Unknown,
    /// The log has not signed this.
    Unsigned,
    /// It cosigned another size last.
    Elsewhere(i64),
    /// This does not continue what it cosigned.
    Unproven,
}

/// Answers what a log posts.
///
/// # Errors
/// When a key does not sign, or the store fails.
pub async fn witness(app: &App, seal: Seal, body: &str) -> Result<Witnessed> {
    let (now, names, id) = (app.now(), Names::at(&app.links), app.new_id::<uuid::Uuid>());
    let Ok(submission) = Submission::parse(body) else { return Ok(Witnessed::Malformed) };
    let Ok(note) = Note::parse(&submission.note) else { return Ok(Witnessed::Malformed) };
    let Ok(checkpoint) = Checkpoint::parse(&note.text) else { return Ok(Witnessed::Malformed) };
    // no event: what another server keeps, and what is cosigned of it
    app.store
        .write(move |db| {
            let Some(peer) = store::record::peers::by_origin(db, &checkpoint.origin)? else {
                meet(db, &checkpoint.origin, now)?;
                return Ok(Witnessed::Unknown);
            };
            if peer.mark.is_none() {
                store::record::peers::set_mark(db, peer.actor_id, &mark(&peer.origin))?;
            }
            if !store::trust::is_official(db, peer.actor_id)? {
                return Ok(Witnessed::Unknown);
            }
            let asked = Asked { submission, note, checkpoint };
            if let Some(refused) = asked.refused(&peer, &seal.check)? {
                if refused == Witnessed::Unproven {
                    let proven = asked.is_evidence(&peer);
                    tracing::error!(origin = %peer.origin, proven, "a record does not continue what was cosigned of it, and is refused");
                    let (known, refused) = (peer.note, asked.submission.note);
                    let fork = Fork { id: Uid(id), origin: peer.origin, found_at: At(now), known, refused, proven };
                    store::record::peers::keep_fork(db, &fork)?;
                }
                return Ok(refused);
            }
            cosign(db, seal, &names, &peer, &asked, now)
        })
        .await
}

/// An official collectivity whose keys are not known yet: they are read, so that it is known when it comes again.
fn meet(db: &mut Db, origin: &str, now: Timestamp) -> Result<()> {
    let host = origin.split('/').next().unwrap_or_default();
    for id in store::trust::official_at(db, host, ON_A_SERVER)? {
        let Some(uri) = store::actors::find(db, id)?.and_then(|actor| actor.uri) else { continue };
        // It may have begun another log: its keys are read again.
        store::record::peers::set_learnt(db, id, At(Timestamp::UNIX_EPOCH))?;
        store::jobs::about(db, JobKind::AskWitness, &uri, Some(id), now)?;
    }
    Ok(())
}

/// What was posted, read.
struct Asked {
    submission: Submission,
    note: Note,
    checkpoint: Checkpoint,
}

impl Asked {
    /// Why it is not cosigned, in the order of the text.
    fn refused(&self, peer: &Peer, check: Check<'_>) -> Result<Option<Witnessed>> {
        let key = seal::verifier(&peer.log_key)?;
        if key.check(&self.note, check) != Verdict::Signed {
            return Ok(Some(Witnessed::Unsigned));
        }
        let (old, new) = (self.submission.old, &self.checkpoint);
        if old > new.size {
            return Ok(Some(Witnessed::Malformed));
        }
        if u64::try_from(peer.size) != Ok(old) {
            return Ok(Some(Witnessed::Elsewhere(peer.size)));
        }
        let root = if peer.size == 0 { empty() } else { tree::hash(peer.root.clone())? };
        let proven = consistency(old, new.size, &self.submission.proof, &root, &new.root).is_ok();
        Ok((!proven || (new.size == 0 && new.root != empty())).then_some(Witnessed::Unproven))
    }

    /// Whether the log itself contradicts itself: two roots under one size. A proof that does not hold may be anybody's.
    fn is_evidence(&self, peer: &Peer) -> bool {
        u64::try_from(peer.size) == Ok(self.checkpoint.size) && self.checkpoint.root.as_slice() != peer.root
    }
}

fn cosign(db: &mut Db, seal: Seal, names: &Names, peer: &Peer, asked: &Asked, now: Timestamp) -> Result<Witnessed> {
    let key = seal::witness_key(db, seal, names, At(now))?;
    let time = u64::try_from(now.as_second()).unwrap_or(0);
    let signature = key.sign(&cosigned_message(time, &asked.note.text))?;
    let line = cosignature_line(&key.verifier, time, &signature).to_string();
    let size = i64::try_from(asked.checkpoint.size).map_err(|_too_large| store::Error::Corrupt("the size of a record".to_owned()))?;
    // What is shown to others is what the log signed, and this cosignature: no line of somebody else.
    let log = seal::verifier(&peer.log_key)?;
    let own = asked.note.signatures.iter().find(|line| line.name == log.name && line.id == log.id()).map(ToString::to_string);
    let note = format!("{}\n{}{line}", asked.note.text, own.unwrap_or_default());
    if !store::record::peers::advance(db, peer.actor_id, peer.size, size, &asked.checkpoint.root, &note, At(now))? {
        let known = store::record::peers::find(db, peer.actor_id)?;
        return Ok(Witnessed::Elsewhere(known.map_or(0, |known| known.size)));
    }
    store::record::peers::clear_suspicions(db, &peer.origin)?;
    Ok(Witnessed::Cosigned(line))
}
