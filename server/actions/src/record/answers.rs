//! What a witness answered to a checkpoint of this instance's record.

use ::record::{Check, Note, SignatureLine, Verdict, VerifierKey};
use domain::Timestamp;
use store::record::{Checkpoint, Cosignature};
use store::{At, Uid};

use super::seal::Seal;
use crate::{App, Result};

/// What a witness answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// It cosigned.
    Cosigned,
    /// What it answered is no cosignature of it.
    Nothing,
}

/// Keeps the lines with which the witness `actor` cosigned a checkpoint; what is not from its key is left out.
///
/// # Errors
/// When the store fails.
pub async fn keep_cosignatures(
    app: &App,
    seal: Seal,
    actor: Uid,
    key: VerifierKey,
    checkpoint: Checkpoint,
    lines: &str,
) -> Result<Answered> {
    let Some(cosignature) = cosignature(&key, &checkpoint, lines, &seal.check) else { return Ok(Answered::Nothing) };
    // no event: it is about what derives from events
    app.store
        .write(move |db| {
            store::record::keep_cosignature(db, &cosignature)?;
            store::record::peers::set_cosigned(db, actor, checkpoint.size)?;
            Ok(Answered::Cosigned)
        })
        .await
}

fn cosignature(key: &VerifierKey, checkpoint: &Checkpoint, lines: &str, check: Check<'_>) -> Option<Cosignature> {
    let mut note = Note::parse(&checkpoint.note).ok()?;
    note.signatures =
        lines.lines().filter_map(|line| SignatureLine::parse(line).ok()).filter(|line| line.name == key.name).take(4).collect();
    let Verdict::Cosigned(time) = key.check(&note, check) else { return None };
    let line = note.signatures.iter().find(|line| line.id == key.id())?.to_string();
    let cosigned_at = At(Timestamp::from_second(i64::try_from(time).ok()?).ok()?);
    Some(Cosignature { size: checkpoint.size, witness: key.name.clone(), line, cosigned_at })
}

/// Notes how far a witness says that it is.
///
/// # Errors
/// When the store fails.
pub async fn note_conflict(app: &App, actor: Uid, size: i64) -> Result<()> {
    // no event: it is about what derives from events
    Ok(app.store.write(move |db| store::record::peers::set_cosigned(db, actor, size)).await?)
}
