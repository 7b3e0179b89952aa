//! The way out: the one place where something becomes what may leave. What a consultation's reach does not let through stays; what leaves has a
//! class and, where somebody is named, their agreement; and it is written into the ledger before the bytes go.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex};

use actions::abroad::{Leaving, Parcel};
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::Timestamp;
use domain::actor::ActorKind;
use domain::event::EventKind;
use domain::personal::{DataClass, Federable};
use domain::reach::Reach;
use sha2::{Digest as _, Sha256};
use store::activities::MESSAGE;
use store::journal::Line;
use store::ledger::{ReadBy, Reading};
use store::reach::Belongs;
use store::{At, Uid};

use crate::keyring::{Known, Signer};
use crate::reach::{Gate, Within};
use crate::routes::{Refusal, document_text};
use crate::service::{Error, Federation};
use crate::signature;

/// What is known of what leaves.
struct Manifest {
    belongs: HashMap<Uid, Belongs>,
    /// What is of somebody though it belongs to no consultation and the collectivity speaks of it.
    of_somebody: HashSet<Uid>,
    /// Of actors of this instance who are people: since when they agree.
    people: HashMap<Uid, Option<At>>,
}

async fn manifest(fed: &Federation, parcels: &[Parcel], consultation: Option<Uid>) -> Result<Manifest, Error> {
    let objects: BTreeSet<Uid> = parcels.iter().map(|parcel| parcel.object).chain(consultation).collect();
    let objects: Vec<Uid> = objects.into_iter().collect();
    let speakers: BTreeSet<Uid> = parcels.iter().map(|parcel| parcel.activity.actor_id).collect();
    let read = fed.app.store.read(move |db| {
        let (belongs, of_somebody) = (store::reach::of_each(db, &objects)?, store::reach::of_somebody(db, &objects)?);
        let mut known = Manifest { belongs, of_somebody, people: HashMap::new() };
        for id in speakers {
            if store::actors::find(db, id)?.is_some_and(|actor| ActorKind::parse(&actor.kind) == Some(ActorKind::Person)) {
                known.people.insert(id, store::views::abroad::agreed_since(db, id)?);
            }
        }
        Ok::<_, store::Error>(known)
    });
    Ok(read.await?)
}

/// What may leave of what was composed for a line of the journal, and for whom.
pub(crate) async fn release(fed: &Federation, line: &Line, parcels: Vec<Parcel>) -> Result<Vec<Federable<Leaving>>, Error> {
    if parcels.is_empty() {
        return Ok(Vec::new());
    }
    let known = manifest(fed, &parcels, line.consultation_id).await?;
    let bounds = |belongs: &Belongs| (belongs.reach, belongs.consultation);
    let within = line.consultation_id.and_then(|id| known.belongs.get(&id)).map(bounds);
    // What a consultation passes on names whom the activity in it names.
    let speaks = |parcel: &Parcel| known.people.get(&parcel.activity.actor_id).map(|since| (parcel.object, *since));
    let named: HashMap<Uid, Option<At>> = parcels.iter().filter_map(speaks).collect();
    let mut gates: HashMap<(Reach, Uid), Gate> = HashMap::new();
    let mut released = Vec::with_capacity(parcels.len());
    for mut parcel in parcels {
        let belongs = known.belongs.get(&parcel.object);
        let narrowest = belongs.map(bounds).into_iter().chain(within).min();
        let reach = narrowest.map_or(Reach::Fediverse, |(reach, _)| reach);
        // What takes something back goes wherever that is.
        if let Some((reach, consultation)) = narrowest.filter(|(reach, _)| *reach != Reach::Fediverse && !parcel.is_deletion) {
            if reach == Reach::Here {
                continue;
            }
            let gate = match gates.entry((reach, consultation)) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => unknown.insert(Gate::of(fed, (consultation, reach)).await?),
            };
            parcel.inboxes = gate.sort(fed, std::mem::take(&mut parcel.inboxes), true).await?;
        }
        let consent_at = known.people.get(&parcel.activity.actor_id).or_else(|| named.get(&parcel.object)).copied();
        let said = belongs.is_some_and(|belongs| belongs.is_contribution) || known.of_somebody.contains(&parcel.object);
        let personal = consent_at.is_some() || said;
        let class = match (is_own(line, &parcel), personal) {
            (true, _) => DataClass::Own,
            (false, true) => DataClass::Contribution,
            (false, false) => DataClass::Institutional,
        };
        let anybody = parcel.activity.public && reach == Reach::Fediverse;
        let leaving = Leaving { parcel, consent_at: consent_at.flatten(), anybody };
        released.extend(Federable::new(leaving, class));
    }
    Ok(released)
}

/// Whether it tells one person of their own place at a meeting, or of the report that they follow. The ledger has one line for all that they are told.
fn is_own(line: &Line, parcel: &Parcel) -> bool {
    parcel.activity.kind == MESSAGE || line.kind == EventKind::PlaceChanged.code()
}

/// What is answered to an activity: an act of whoever is spoken to, that says nothing of anybody.
pub(crate) fn answer(parcel: Parcel) -> Option<Federable<Leaving>> {
    Federable::new(Leaving { parcel, consent_at: None, anybody: false }, DataClass::Institutional)
}

/// Who asks for a document, as far as they prove it.
pub(crate) struct Asking {
    path: String,
    headers: HeaderMap,
}

impl<S: Send + Sync> FromRequestParts<S> for Asking {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let OriginalUri(uri) = OriginalUri::from_request_parts(parts, state).await?;
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Self { path, headers: parts.headers.clone() })
    }
}

/// Who reads, once that is known.
pub(crate) struct Reader {
    known: Option<Known>,
    is_restricted: bool,
}

impl Asking {
    /// Who signed; a key that is not known, or does not fit, is asked for only where that decides: else a reading would use up the one question
    /// that a changed key has in five minutes, and the next post would not be believed.
    async fn signer(&self, fed: &Federation, ask: bool) -> Result<Option<Known>, Error> {
        let request = signature::Request { method: "GET", path_and_query: &self.path, headers: &self.headers, body: b"" };
        let Ok(claim) = signature::read(&request, &fed.origin, fed.app.now()) else { return Ok(None) };
        if !ask {
            return fed.keyring.fitting(fed, &claim.key_id, &|key| claim.verify(key).is_ok()).await;
        }
        Ok(match fed.keyring.signer(fed, &claim).await? {
            Signer::Known(known) => Some(known),
            Signer::Nobody(_) | Signer::Later => None,
        })
    }

    /// Whether they may read what has this reach: of the network only servers of the network, which sign what they ask.
    pub(crate) async fn may_read(&self, fed: &Federation, within: Option<Within>) -> Result<Reader, Refusal> {
        match within {
            Some((_, Reach::Here)) => Err(Refusal(StatusCode::NOT_FOUND)),
            None | Some((_, Reach::Fediverse)) => {
                if !self.headers.contains_key("signature") {
                    return Ok(Reader { known: None, is_restricted: false });
                }
                // Who carries it too will hear of what is taken back: that must be known of whoever reads it first.
                let ask = match within {
                    Some((id, _)) => fed.app.store.read(move |db| store::reach::bounds(db, id)).await?.0,
                    None => false,
                };
                Ok(Reader { known: self.signer(fed, ask).await?, is_restricted: false })
            }
            Some(network) => {
                let Some(known) = self.signer(fed, true).await? else { return Err(Refusal(StatusCode::UNAUTHORIZED)) };
                if !Gate::of(fed, network).await?.lets(fed, &known.host).await? {
                    return Err(Refusal(StatusCode::NOT_FOUND));
                }
                Ok(Reader { known: Some(known), is_restricted: true })
            }
        }
    }

    /// Who reads something in which there is more for servers of the network than for others.
    pub(crate) async fn reader(&self, fed: &Federation) -> Result<Reader, Refusal> {
        let known = if self.headers.contains_key("signature") { self.signer(fed, true).await? } else { None };
        let is_restricted = match &known {
            Some(known) => Gate::of_network(fed).await?.lets(fed, &known.host).await?,
            None => false,
        };
        Ok(Reader { known, is_restricted })
    }
}

impl Reader {
    /// Whether what is for the network may be given.
    pub(crate) const fn is_of_network(&self) -> bool {
        self.is_restricted
    }

    /// Gives a document about an object, once that is written into the ledger.
    pub(crate) async fn give(self, fed: &Federation, about: Uid, body: String) -> Result<Response, Refusal> {
        self.note(fed, vec![(about, Sha256::digest(body.as_bytes()).to_vec())]).await?;
        Ok(self.seal(document_text(body)))
    }

    /// What is for some is kept by nobody on the way.
    pub(crate) fn seal(&self, mut answer: Response) -> Response {
        if self.is_restricted {
            answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        }
        answer
    }

    /// Writes into the ledger that these objects are read, each with its version.
    pub(crate) async fn note(&self, fed: &Federation, read: Vec<(Uid, Vec<u8>)>) -> Result<(), Refusal> {
        let Some(known) = &self.known else {
            return Ok(fed.readings.count(fed, read.into_iter().map(|(id, _)| id)).await?);
        };
        let actor = Uid::of(known.actor);
        // An outbox may name one thing twice: what was said of it last is there.
        let read: HashMap<Uid, Vec<u8>> = read.into_iter().rev().collect();
        let ids: Vec<Uid> = read.keys().copied().collect();
        let asked = fed.app.store.read(move |db| {
            let inboxes = store::follows::inboxes_of(db, &[actor])?;
            Ok::<_, store::Error>((inboxes, store::reach::of_each(db, &ids)?))
        });
        let (inboxes, belongs) = asked.await?;
        let Some((inbox, host)) = inboxes.into_iter().next() else { return Ok(()) };
        let reading = |(object, version)| {
            let of_somebody = belongs.get(&object).is_none_or(|belongs| belongs.is_contribution);
            let class = if of_somebody { DataClass::Contribution } else { DataClass::Institutional };
            Reading { object, version, class: class.code() }
        };
        let readings = read.into_iter().map(reading).collect();
        Ok(actions::abroad::note_readings(&fed.app, ReadBy { host, inbox }, readings).await.map_err(Error::from)?)
    }
}

/// How long what was read without a signature is counted in memory before it is written.
const COUNTED_SECONDS: i64 = 60;
/// Most objects that are counted in memory.
const COUNTED_MAX: usize = 1_000;

/// What was read without a signature and is not written yet: a crash loses the count of a minute. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Readings(Arc<Mutex<Counted>>);

#[derive(Default)]
struct Counted {
    waiting: HashMap<Uid, i64>,
    written_at: Option<Timestamp>,
}

impl Readings {
    /// Counts one reading of each.
    async fn count(&self, fed: &Federation, objects: impl Iterator<Item = Uid>) -> Result<(), Error> {
        match self.due(objects, fed.app.now()) {
            Some(counts) => Ok(actions::abroad::count_readings(&fed.app, counts).await?),
            None => Ok(()),
        }
    }

    /// What is to be written now, if it is time.
    fn due(&self, objects: impl Iterator<Item = Uid>, now: Timestamp) -> Option<Vec<(Uid, i64)>> {
        let mut kept = self.0.lock().ok()?;
        for object in objects {
            *kept.waiting.entry(object).or_default() += 1;
        }
        let waits = kept.written_at.is_some_and(|written| (now.as_second() - written.as_second()).abs() < COUNTED_SECONDS);
        if waits && kept.waiting.len() < COUNTED_MAX {
            return None;
        }
        kept.written_at = Some(now);
        Some(std::mem::take(&mut kept.waiting).into_iter().collect())
    }
}
