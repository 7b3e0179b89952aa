//! The public record among official collectivities: each asks the others to cosign its checkpoints, and cosigns theirs (tlog-witness).

use actions::record::{Answered, NewPeer, Proof, Seal, Witnessed};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use record::{Checkpoint, Hash, Note, Submission, Verdict, VerifierKey};
use serde_json::Value;
use store::Uid;
use store::record::Standing;
use store::record::peers::Peer;
use url::Url;

use crate::actors;
use crate::documents::{RECORD_KEY, WITNESS_KEY};
use crate::routes::Refusal;
use crate::service::{Error, Federation};
use crate::signature::{PrivateKey, PublicKey};
use crate::words::authority;

/// Where a witness is asked, behind its origin.
const WITNESS: &str = "/record/witness";
/// Most checkpoints that one job posts to one witness: the second one after it said where it is.
const TRIES: usize = 2;

/// Ed25519 for the record.
pub const SEAL: Seal = Seal {
    make: || PrivateKey::generate_ed25519().map(|key| key.to_pkcs8()).map_err(|error| error.to_string()),
    public: |private| PrivateKey::from_pkcs8(private).ok()?.public().to_ed25519(),
    sign: |private, message| PrivateKey::from_pkcs8(private).ok()?.sign(message).ok(),
    check: |public, message, signature| PublicKey::from_ed25519(public).is_ok_and(|key| key.verify(message, signature)),
};

/// A checkpoint that somebody has of a log: the note, and what it says.
struct Seen {
    note: String,
    checkpoint: Checkpoint,
}

impl Federation {
    /// Enters what happened into the public record, and signs how far it is. Gives how many lines of the journal were entered.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_record(&self) -> Result<usize, Error> {
        let advanced = actions::record::advance(&self.app, SEAL).await?;
        Ok(advanced.lines + usize::from(advanced.signed.is_some()))
    }

    /// Asks an official collectivity to cosign the latest checkpoint.
    ///
    /// # Errors
    /// When it does not answer, does not know this instance yet, or the store fails.
    pub async fn ask_witness(&self, address: &str, actor: Option<Uid>) -> Result<(), Error> {
        let Some(actor) = actor else { return Ok(()) };
        if !self.app.store.read(move |db| store::trust::is_official(db, actor)).await? {
            return Ok(());
        }
        let url = Url::parse(address).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
        let Some(mut peer) = self.peer(&url, actor).await? else { return Ok(()) };
        for _try in 0..TRIES {
            let from = u64::try_from(peer.cosigned).unwrap_or(0);
            let Some((checkpoint, proof)) = self.app.store.read(move |db| to_send(db, from)).await? else { return Ok(()) };
            let body = Submission { old: from.min(size(&checkpoint)), proof, note: checkpoint.note.clone() }.to_string();
            let answer =
                self.client.plain(&at(&url, "/add-checkpoint")?, Some(body)).await.map_err(|error| Error::Fetch(error.to_string()))?;
            match answer.status {
                200 => {
                    let key = VerifierKey::parse(&peer.witness_key).map_err(|why| Error::Senseless(why.to_string()))?;
                    return match actions::record::keep_cosignatures(&self.app, SEAL, actor, key, checkpoint, &answer.text).await? {
                        Answered::Cosigned => Ok(()),
                        Answered::Nothing => Err(Error::Fetch("a witness answered without its signature".to_owned())),
                    };
                }
                409 => {
                    let there = answer.text.trim_end().parse::<i64>().ok().filter(|there| *there >= 0);
                    let there = there.ok_or_else(|| Error::Fetch("a witness does not say where it is".to_owned()))?;
                    if there > checkpoint.size {
                        return self.compare(&url, there).await.map(drop);
                    }
                    actions::record::note_conflict(&self.app, actor, there).await?;
                    peer.cosigned = there;
                }
                422 => {
                    self.compare(&url, peer.cosigned).await?;
                    return Err(Error::Fetch("a witness refused the record".to_owned()));
                }
                status => return Err(Error::Fetch(format!("a witness answered {status}"))),
            }
        }
        Err(Error::Fetch("a witness does not say where it is".to_owned()))
    }

    /// After a restore: asks every witness how far the record was. It goes on once all of them have answered and none has seen more.
    ///
    /// # Errors
    /// When a witness does not answer, there is none, or the store fails.
    pub async fn confirm_record(&self) -> Result<(), Error> {
        let state = self.app.store.read(store::record::state).await?;
        if state.is_none_or(|state| state.standing() != Standing::Restored) {
            return Ok(());
        }
        let peers = self.app.store.read(|db| {
            let official = store::trust::official_actors(db, "", actions::record::WITNESSES_MAX)?;
            let mut peers = Vec::new();
            for peer in official {
                // At most sixteen.
                peers.extend(store::record::peers::find(db, peer.actor_id)?.map(|known| (peer.uri, known.cosigned)));
            }
            Ok::<_, store::Error>(peers)
        });
        let peers = peers.await?;
        if peers.is_empty() {
            return Err(Error::Fetch("there is no witness to say how far the record was: `parvis record resume` or `restart`".to_owned()));
        }
        for (uri, cosigned) in peers {
            let url = Url::parse(&uri).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
            if !self.compare(&url, cosigned).await? {
                return Ok(());
            }
        }
        actions::record::confirm(&self.app).await?;
        Ok(())
    }

    /// Compares what a witness has of this instance's log with what is here; `cosigned` is how much it is known to have cosigned. If it has more, or
    /// something else, signed with our own key, the record is stopped: `false`.
    async fn compare(&self, witness: &Url, cosigned: i64) -> Result<bool, Error> {
        let Some((latest, key)) = self.app.store.read(ours).await? else { return Ok(true) };
        let path = format!("/{}/checkpoint", actions::record::mark(&key.name));
        let answer = self.client.plain(&at(witness, &path)?, None).await.map_err(|error| Error::Fetch(error.to_string()))?;
        if answer.status == 404 {
            // Only who has never cosigned anything has nothing to show.
            let never = cosigned == 0;
            return if never { Ok(true) } else { Err(Error::Fetch("a witness shows nothing of what it cosigned".to_owned())) };
        }
        let seen = (answer.status == 200).then(|| signed(&answer.text, &key)).flatten();
        let seen = seen.ok_or_else(|| Error::Fetch("a witness shows nothing that this record has signed".to_owned()))?;
        let (there, root) = (seen.checkpoint.size, seen.checkpoint.root);
        if there <= size(&latest) {
            let here = self.app.store.read(move |db| actions::record::root_at(db, there)).await?;
            if here == root {
                return Ok(true);
            }
        }
        actions::record::stop(&self.app, key.name, latest.note, seen.note).await?;
        Ok(false)
    }

    /// What is known of a collectivity's record; its keys are read from its document where they are not.
    async fn peer(&self, url: &Url, actor: Uid) -> Result<Option<Peer>, Error> {
        if let Some(known) = self.app.store.read(move |db| store::record::peers::find(db, actor)).await? {
            // A log that begins again has another name: its keys are read anew now and then.
            let old = known.learnt_at.0 + jiff::SignedDuration::from_hours(24) < self.app.now();
            if !old {
                return Ok(Some(known));
            }
        }
        let document = actors::object(self, url).await?.json;
        let word = |name: &str| document.get(name).and_then(Value::as_str).map(str::to_owned);
        let (Some(log_key), Some(witness_key)) = (word(RECORD_KEY), word(WITNESS_KEY)) else {
            return Err(Error::Fetch("a collectivity keeps no public record yet".to_owned()));
        };
        Ok(actions::record::learn(&self.app, NewPeer { actor, authority: authority(url), log_key, witness_key }).await?)
    }
}

/// The latest checkpoint with the proof that it continues what a witness cosigned, if it may be sent.
fn to_send(db: &mut store::Db, from: u64) -> Result<Option<(store::record::Checkpoint, Vec<Hash>)>, Error> {
    let open = store::record::state(db)?.is_some_and(|state| state.standing() == Standing::Open);
    let Some(latest) = store::record::latest(db)?.filter(|_| open) else { return Ok(None) };
    let proof = actions::record::proof(db, size(&latest), Proof::Since(from.min(size(&latest))))?;
    Ok(Some((latest, proof)))
}

/// Our latest checkpoint and the key that signs it.
fn ours(db: &mut store::Db) -> Result<Option<(store::record::Checkpoint, VerifierKey)>, Error> {
    let (logs, _) = actions::record::verifier_keys(db)?;
    Ok(store::record::latest(db)?.zip(logs.into_iter().next()))
}

fn size(checkpoint: &store::record::Checkpoint) -> u64 {
    u64::try_from(checkpoint.size).unwrap_or(0)
}

/// A checkpoint, if this key signed it.
fn signed(text: &str, key: &VerifierKey) -> Option<Seen> {
    let note = Note::parse(text).ok()?;
    let checkpoint = Checkpoint::parse(&note.text).ok().filter(|checkpoint| checkpoint.origin == key.name)?;
    (key.check(&note, &SEAL.check) == Verdict::Signed).then(|| Seen { note: text.to_owned(), checkpoint })
}

/// An address of the witness of the collectivity at `actor`.
fn at(actor: &Url, path: &str) -> Result<Url, Error> {
    actor.join(&format!("{WITNESS}{path}")).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))
}

/// `POST /record/witness/add-checkpoint`
pub(crate) async fn add_checkpoint(State(fed): State<Federation>, body: String) -> Result<Response, Refusal> {
    let answer = actions::record::witness(&fed.app, SEAL, &body).await.map_err(Error::from)?;
    Ok(match answer {
        Witnessed::Cosigned(lines) => (StatusCode::OK, lines).into_response(),
        Witnessed::Malformed => StatusCode::BAD_REQUEST.into_response(),
        Witnessed::Unknown => StatusCode::NOT_FOUND.into_response(),
        Witnessed::Unsigned => StatusCode::FORBIDDEN.into_response(),
        Witnessed::Elsewhere(size) => {
            (StatusCode::CONFLICT, [(header::CONTENT_TYPE, "text/x.tlog.size")], format!("{size}\n")).into_response()
        }
        Witnessed::Unproven => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
    })
}

/// `GET /record/witness/{origin}/checkpoint`
pub(crate) async fn checkpoint(State(fed): State<Federation>, Path(origin): Path<String>) -> Result<Response, Refusal> {
    let found = fed.app.store.read(move |db| store::record::peers::by_mark(db, &origin)).await?;
    match found.filter(|peer| peer.seen_at.is_some()) {
        Some(peer) => Ok(([(header::CACHE_CONTROL, "no-cache")], peer.note).into_response()),
        None => Err(Refusal(StatusCode::NOT_FOUND)),
    }
}
