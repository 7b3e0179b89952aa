//! The public record: a page that says what it is and where it stands, the files that others check, and the proofs that somebody takes home.

mod files;
mod proof;

use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::record::verifier_keys;
use askama::Template;
use store::record::peers::Fork;
use store::record::{Checkpoint, Cosignature, Standing};
use store::{At, Db};

pub(crate) use files::{checkpoint, tile};
pub(crate) use proof::download;

/// Cosignatures that are looked through for the latest one of each witness.
const COSIGNATURES: i64 = 200;
/// Contradictions that are shown.
const FORKS: i64 = 20;

#[derive(Template)]
#[template(path = "record.html")]
struct Record {
    page: Page,
    standing: Standing,
    size: i64,
    latest: Option<Checkpoint>,
    witnesses: Vec<Witness>,
    keys: Vec<String>,
    forks: Vec<Contradiction>,
}

/// Who watches, and what they saw last.
struct Witness {
    host: String,
    size: i64,
    at: At,
}

/// Two checkpoints of one log that do not go together.
struct Contradiction {
    host: String,
    ours: bool,
    proven: bool,
    at: At,
    known: String,
    refused: String,
}

/// `GET /record`
pub(crate) async fn show(visit: Visit) -> Reply {
    let page = visit.page("record-title").await?;
    let read = |db: &mut Db| {
        let standing = store::record::state(db)?.map_or(Standing::Open, |state| state.standing());
        let keys = verifier_keys(db)?.0;
        let seen = store::record::recent_cosignatures(db, COSIGNATURES)?;
        let forks = store::record::peers::forks(db, FORKS)?;
        Ok::<_, Error>((standing, store::record::size(db)?, store::record::latest(db)?, keys, seen, forks))
    };
    let (standing, size, latest, keys, seen, forks) = visit.web.app.store.read(read).await?;
    let ours: Vec<String> = keys.iter().map(|key| key.name.clone()).collect();
    html(Record {
        standing,
        size,
        latest,
        witnesses: witnesses(seen),
        keys: keys.iter().map(ToString::to_string).collect(),
        forks: forks.into_iter().map(|fork| Contradiction::new(&ours, fork)).collect(),
        page,
    })
}

/// The latest cosignature of each, by name.
fn witnesses(seen: Vec<Cosignature>) -> Vec<Witness> {
    let mut latest: Vec<Witness> = Vec::new();
    for one in seen {
        let host = host(&one.witness);
        if !latest.iter().any(|known| known.host == host) {
            latest.push(Witness { host, size: one.size, at: one.cosigned_at });
        }
    }
    latest.sort_by(|a, b| a.host.cmp(&b.host));
    latest
}

/// The host in the name of a log or a witness.
fn host(name: &str) -> String {
    name.split('/').next().unwrap_or(name).to_owned()
}

impl Contradiction {
    fn new(ours: &[String], fork: Fork) -> Self {
        Self {
            host: host(&fork.origin),
            ours: ours.contains(&fork.origin),
            proven: fork.proven,
            at: fork.found_at,
            known: fork.known,
            refused: fork.refused,
        }
    }
}
