//! Learn with which keys another collectivity keeps its record and cosigns those of others.

use ::record::{KeyKind, VerifierKey};
use store::record::peers::Peer;
use store::{At, Uid};

use sha2::{Digest, Sha256};

use crate::{App, Result};

/// Most witnesses of one record: the first official collectivities in the order of their addresses.
pub const WITNESSES_MAX: i64 = 16;

/// The keys that a collectivity publishes in its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPeer {
    /// The collectivity.
    pub actor: Uid,
    /// The authority (host and port) of its address: its keys are named after it.
    pub authority: String,
    /// The key of its log.
    pub log_key: String,
    /// Its key as a witness.
    pub witness_key: String,
}

impl NewPeer {
    /// The keys, if they are the collectivity's to publish: named after its own host, and of the right kinds.
    #[must_use]
    pub fn keys(&self) -> Option<(VerifierKey, VerifierKey)> {
        let (log, witness) = (VerifierKey::parse(&self.log_key).ok()?, VerifierKey::parse(&self.witness_key).ok()?);
        let own = |name: &str, rest: &str| name.strip_prefix(&self.authority).is_some_and(|after| after.starts_with(rest));
        let right = log.kind == KeyKind::Note && witness.kind == KeyKind::Cosignature;
        (right && own(&log.name, "/record") && own(&witness.name, "/record/witness")).then_some((log, witness))
    }
}

/// Keeps the keys of a collectivity. Keys that are known stay, until it keeps a log of another name: that one begins anew, and what was known of the old
/// one stays as evidence in its checkpoint. Another key under the same name is not taken.
///
/// # Errors
/// When the store fails.
pub async fn learn(app: &App, new: NewPeer) -> Result<Option<Peer>> {
    let now = At(app.now());
    let Some((log, witness)) = new.keys() else { return Ok(None) };
    // no event: what another server says of itself
    app.store
        .write(move |db| {
            let row = Peer {
                actor_id: new.actor,
                origin: log.name.clone(),
                log_key: log.to_string(),
                witness_key: witness.to_string(),
                size: 0,
                root: Vec::new(),
                note: String::new(),
                seen_at: None,
                cosigned: 0,
                learnt_at: now,
                mark: Some(mark(&log.name)),
            };
            match store::record::peers::find(db, new.actor)? {
                Some(known) if known.origin == row.origin => store::record::peers::set_learnt(db, new.actor, now)?,
                Some(known) => {
                    store::record::peers::replace(db, &Peer { witness_key: known.witness_key, cosigned: known.cosigned, ..row })?;
                }
                None => drop(store::record::peers::learn(db, &row)?),
            }
            Ok(store::record::peers::find(db, new.actor)?)
        })
        .await
}

/// By what monitors ask for the log of this name: SHA-256, in hexadecimal (tlog-witness, "origin hash").
#[must_use]
pub fn mark(origin: &str) -> String {
    Sha256::digest(origin).iter().map(|byte| format!("{byte:02x}")).collect()
}
