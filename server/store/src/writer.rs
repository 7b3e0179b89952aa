//! SQLite's one writer: a thread that takes write actions from a queue and commits them in groups. Each action is a savepoint inside one
//! immediate transaction, so one that fails takes nothing with it; each caller is answered after the commit. With `synchronous = FULL` a group
//! costs one flush of the disk, however many actions it holds.

use crate::conn::{Database, Purpose};
use crate::{Db, Error};
use diesel::Connection;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

/// Most actions in one commit: bounds how long the first caller waits for the last.
const GROUP_MAX: usize = 64;
/// Most actions waiting; beyond it callers are told to come back later.
const QUEUE_MAX: usize = 4096;

/// Tells the caller how it ended, once the group is on the disk (or is not).
pub(crate) type Answer = Box<dyn FnOnce(Result<(), Error>) + Send>;
/// One action: runs inside its savepoint; `Err` undoes it.
pub(crate) type Action = Box<dyn FnOnce(&mut Db) -> Result<Answer, Answer> + Send>;

/// The handle of the writer's thread. When the last one is dropped the thread finishes its queue and ends.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    queue: SyncSender<Action>,
}

impl Writer {
    /// Starts the thread on a connection of its own.
    pub(crate) fn start(db: Db, database: Database, committed: impl Fn() + Send + 'static) -> Result<Self, Error> {
        let (queue, actions) = sync_channel(QUEUE_MAX);
        std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || run(db, &database, &actions, &committed))
            .map_err(|error| Error::Unreachable(error.to_string()))?;
        Ok(Self { queue })
    }

    /// Puts an action in the queue.
    pub(crate) fn submit(&self, action: Action) -> Result<(), Error> {
        self.queue.try_send(action).map_err(|refused| match refused {
            TrySendError::Full(_) => Error::Unreachable("too many writes are waiting".to_owned()),
            TrySendError::Disconnected(_) => Error::Closing,
        })
    }
}

fn run(mut db: Db, database: &Database, actions: &Receiver<Action>, committed: &impl Fn()) {
    while let Ok(first) = actions.recv() {
        let mut group = vec![first];
        while group.len() < GROUP_MAX {
            match actions.try_recv() {
                Ok(action) => group.push(action),
                Err(_) => break,
            }
        }
        // A connection that failed to commit (a full or broken disk) is not trusted again.
        if !commit_group(&mut db, group, committed)
            && let Ok(fresh) = database.connect(Purpose::Write)
        {
            db = fresh;
        }
    }
}

/// Whether the group was committed.
fn commit_group(db: &mut Db, group: Vec<Action>, committed: &impl Fn()) -> bool {
    let begun = db.begin_to_write().map_err(|e| Error::from(e).to_string());
    let mut done: Vec<Answer> = Vec::with_capacity(group.len());
    if let Err(reason) = begun {
        tracing::error!(%reason, "the writer cannot begin a transaction");
        // Run nothing: dropping an action tells its caller that it was not done.
        return false;
    }
    for action in group {
        match in_savepoint(db, action) {
            Ok(answer) => done.push(answer),
            Err(Some(answer)) => answer(Ok(())),
            Err(None) => {}
        }
    }
    match db.commit() {
        Ok(()) => {
            committed();
            for answer in done {
                answer(Ok(()));
            }
            true
        }
        Err(error) => {
            tracing::error!(%error, "a group of writes could not be committed");
            let full = matches!(Error::from(error), Error::DiskFull);
            drop(db.roll_back());
            for answer in done {
                answer(Err(if full { Error::DiskFull } else { Error::Unreachable("the write was not committed".to_owned()) }));
            }
            false
        }
    }
}

/// Runs one action in its savepoint. `Err(Some(_))`: it was refused and undone, and its caller may know at once. `Err(None)`: it panicked.
fn in_savepoint(db: &mut Db, action: Action) -> Result<Answer, Option<Answer>> {
    let mut outcome: Option<Result<Answer, Answer>> = None;
    let run = std::panic::AssertUnwindSafe(|| {
        db.transaction(|db| {
            let result = action(db);
            let refused = result.is_err();
            outcome = Some(result);
            if refused { Err(diesel::result::Error::RollbackTransaction) } else { Ok(()) }
        })
    });
    let released = std::panic::catch_unwind(run);
    match (outcome, released) {
        (Some(Ok(answer)), Ok(Ok(()))) => Ok(answer),
        (Some(Err(answer)), Ok(_)) => Err(Some(answer)),
        (Some(Ok(answer)), Ok(Err(error))) => {
            let error = Error::from(error);
            tracing::error!(%error, "a write could not be kept");
            answer(Err(error));
            Err(None)
        }
        (_, Err(_)) | (None, _) => {
            tracing::error!("a write panicked; it was undone");
            drop(db.roll_back());
            Err(None)
        }
    }
}
