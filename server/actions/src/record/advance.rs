//! Enter what happened into the record, in the order of the journal, and sign how far it is. One transaction, one process at a time: after a crash it
//! is as if it had not begun, and what was entered waits no more.

use ::record::{Checkpoint, Edge, SALT_BYTES, leaf, salted, sign};
use domain::Timestamp;
use jiff::SignedDuration;
use store::jobs::JobKind;
use store::journal::Line;
use store::record::{Content, Entry, Standing};
use store::{At, Db};

use super::content::{self, Said};
use super::seal::{self, Names, Seal};
use super::{WITNESSES_MAX, tree};
use crate::{App, Result, random};

/// Lines of the journal that are entered at once.
const BATCH: i64 = 100;
/// How much time there is between two checkpoints at least.
const PACE: SignedDuration = SignedDuration::from_secs(60);

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Advanced {
    /// How many lines of the journal wait no more.
    pub lines: usize,
    /// The size of the checkpoint that was signed.
    pub signed: Option<u64>,
}

/// Enters what waits and signs a checkpoint, if there is something to do.
///
/// # Errors
/// When a key does not sign, or the store fails.
pub async fn advance(app: &App, seal: Seal) -> Result<Advanced> {
    let (now, names) = (app.now(), Names::at(&app.links));
    // Looking first costs nothing; a write transaction each second on an idle instance would.
    if !app.store.read(move |db| is_due(db, now)).await? {
        return Ok(Advanced::default());
    }
    // no event: it derives from events
    app.store.write(move |db| step(db, seal, &names, now)).await
}

fn is_due(db: &mut Db, now: Timestamp) -> Result<bool> {
    let state = store::record::state(db)?;
    if state.as_ref().is_some_and(|state| state.standing() != Standing::Open) {
        return Ok(
            state.is_some_and(|state| state.standing() == Standing::Restored) && !store::jobs::is_waiting(db, JobKind::ConfirmRecord)?
        );
    }
    if store::record::is_awaited(db)? {
        return Ok(true);
    }
    let size = store::record::size(db)?;
    wants_checkpoint(db, size, now)
}

/// Whether there is more than was signed, and the last signature is not too near.
fn wants_checkpoint(db: &mut Db, size: i64, now: Timestamp) -> Result<bool> {
    let latest = store::record::latest(db)?;
    let near = latest.as_ref().is_some_and(|latest| latest.made_at.0.duration_until(now).abs() < PACE);
    Ok(size > latest.map_or(0, |latest| latest.size) && !near)
}

fn step(db: &mut Db, seal: Seal, names: &Names, now: Timestamp) -> Result<Advanced> {
    store::record::hold(db)?;
    let generation = match store::record::state(db)? {
        None => {
            // The keys are public before anything is signed with them.
            seal::log_key(db, seal, names, 1, At(now))?;
            seal::witness_key(db, seal, names, At(now))?;
            store::record::set_state(db, 1, Standing::Open, At(now))?;
            1
        }
        Some(state) => match state.standing() {
            Standing::Open => state.generation,
            Standing::Restored => {
                store::jobs::enqueue(db, JobKind::ConfirmRecord, None, now, now)?;
                return Ok(Advanced::default());
            }
            Standing::Behind => return Ok(Advanced::default()),
        },
    };
    let size = store::record::size(db)?;
    let mut edge = tree::edge(db, u64::try_from(size).unwrap_or(0))?;
    let lines = store::record::awaited(db, BATCH)?;
    let done: Vec<i64> = lines.iter().map(|line| line.id).collect();
    enter(db, &mut edge, lines)?;
    store::record::settle(db, &done)?;
    let mut advanced = Advanced { lines: done.len(), signed: None };
    let size = i64::try_from(edge.size()).unwrap_or(i64::MAX);
    if !store::record::is_awaited(db)? && wants_checkpoint(db, size, now)? {
        let key = seal::log_key(db, seal, names, generation, At(now))?;
        let checkpoint = Checkpoint { origin: key.verifier.name.clone(), size: edge.size(), root: edge.root() };
        let note = sign(&checkpoint, &key.verifier, key.sign(&checkpoint.text())?).to_string();
        store::record::keep_checkpoint(db, &store::record::Checkpoint { size, root: checkpoint.root.to_vec(), note, made_at: At(now) })?;
        ask_witnesses(db, now)?;
        advanced.signed = Some(checkpoint.size);
    }
    Ok(advanced)
}

/// Enters these lines at the right edge.
fn enter(db: &mut Db, edge: &mut Edge, lines: Vec<Line>) -> Result<()> {
    let (mut entries, mut contents, mut completed) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        let Some(Said { object, version, content, kept }) = content::of(db, &line)? else { continue };
        let salt: [u8; SALT_BYTES] = random::bytes();
        let time = Timestamp::from_second(line.at.0.as_second()).unwrap_or(line.at.0).to_string();
        let entry =
            ::record::Entry { kind: line.kind.clone(), object: object.0.to_string(), version, time, hash: salted(&salt, &content) }.text();
        let (place, hash) = (i64::try_from(edge.size()).unwrap_or(i64::MAX), leaf(entry.as_bytes()));
        completed.extend(edge.push(hash));
        entries.push(Entry { place, journal_id: line.id, object_id: object, kind: line.kind, leaf: hash.to_vec(), entry });
        if kept {
            contents.push(Content { place, object_id: object, salt: salt.to_vec(), content });
        }
    }
    store::record::append(db, entries, contents)?;
    let node = |done: ::record::Completed| (i16::from(done.level), i64::try_from(done.index).unwrap_or(i64::MAX), done.hash.to_vec());
    Ok(store::record::tree::complete(db, completed.into_iter().map(node).collect())?)
}

/// Queues a question to each witness, unless one waits.
fn ask_witnesses(db: &mut Db, now: Timestamp) -> Result<()> {
    for witness in store::trust::official_actors(db, "", WITNESSES_MAX)? {
        store::jobs::about(db, JobKind::AskWitness, &witness.uri, Some(witness.actor_id), now)?;
    }
    Ok(())
}

/// Asks the witnesses that have not cosigned the latest checkpoint: those who were down, or became official since.
///
/// # Errors
/// When the store fails.
pub async fn remind(app: &App) -> Result<()> {
    let now = app.now();
    // no event: bookkeeping
    app.store
        .write(move |db| {
            let Some(latest) = store::record::latest(db)? else { return Ok(()) };
            for witness in store::trust::official_actors(db, "", WITNESSES_MAX)? {
                if store::record::peers::find(db, witness.actor_id)?.is_none_or(|peer| peer.cosigned < latest.size) {
                    store::jobs::about(db, JobKind::AskWitness, &witness.uri, Some(witness.actor_id), now)?;
                }
            }
            Ok(())
        })
        .await
}
