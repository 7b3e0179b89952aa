//! What carriers of a consultation read at its organiser and at its other carriers: the call, what was said, and each thing where it lives.

use std::collections::BTreeSet;

use actions::abroad::{Arrival, Carry, Effect, Luggage, receive_with};
use domain::carrying::CarriedState;
use domain::contribution::DEPTH_MAX;
use domain::id::ActorId;
use serde_json::Value;
use store::Uid;
use store::carried::{Behind, Call as Kept, Carried};
use url::Url;

use crate::inbox::digest;
use crate::interpret::{self, grave};
use crate::service::{Error, Federation};
use crate::words::{Activity, Announced, Call, Object, Received, RemoteActor, authority, same_authority};
use crate::{actors, local};

/// Pages of a group's outbox that are read in one go.
const PAGES_AT_ONCE: i32 = 4;
/// Pages that are read after the last one on which something was missing.
const PAGES_ON: i32 = 50;
/// Pages that are read one after the other at most.
const PAGES_MAX: i32 = 5_000;
/// Replies that are read upwards to what opens the subject: elsewhere threads are deeper than here.
const UPWARDS_MAX: usize = DEPTH_MAX as usize + 8;

/// After a page: how many were read, and how many more are read if nothing is missing there; nothing where that is enough.
fn onward((pages, left): (i32, i32), has_missed: bool) -> Option<(i32, i32)> {
    let left = if has_missed { PAGES_ON } else { left - 1 };
    (left > 0 && pages < PAGES_MAX).then_some((pages + 1, left))
}

impl Federation {
    /// Reads a call again, and through what was said in its consultation: who was away for long, or missed something, catches up.
    ///
    /// # Errors
    /// When its server does not answer, or the store fails.
    pub async fn read_call(&self, address: &str) -> Result<(), Error> {
        let uri = address.to_owned();
        let read = self.app.store.read(move |db| {
            let Some(call) = store::carried::call_by_uri(db, &uri)? else { return Ok(None) };
            let carried = store::carried::of_call(db, call.id)?;
            Ok::<_, store::Error>(Some((call, carried)))
        });
        let Some((call, carried)) = read.await? else { return Ok(()) };
        let url = Url::parse(address).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
        let fetched = match actors::object(self, &url).await {
            Ok(fetched) => fetched,
            Err(Error::Gone) => return self.carry(call.organiser_id, &url, Carry::Gone { call: call.id }).await,
            Err(error) => return Err(error),
        };
        let said = Call::read(&fetched.json).map_err(|bad| Error::Senseless(bad.to_string()))?;
        match interpret::carrying::news(self, &fetched.json, said).await? {
            Ok((organiser, news)) if organiser == call.organiser_id => self.carry(organiser, &url, Carry::Heard(Box::new(news))).await?,
            Ok(_) => return Err(Error::Senseless("the call of another collectivity".to_owned())),
            Err(unproven) => return Err(Error::Senseless(unproven.to_string())),
        }
        if let Some(carried) = carried.filter(|carried| carried.state == CarriedState::Joined.code()) {
            let behind = self.read_through(&call, carried.consultation_id).await?;
            actions::carrying::read_on(&self.app, carried.consultation_id, &call, behind).await?;
        }
        Ok(actions::carrying::read(&self.app, call.id).await?)
    }

    async fn carry(&self, organiser: Uid, url: &Url, said: Carry) -> Result<(), Error> {
        let effect = Effect::Carry(Box::new(said));
        self.once(organiser.to(), authority(url), effect, Luggage::default()).await
    }

    /// Reads some pages of the outbox of the organiser's group, newest first, and queues what is not here as it is there. Answers with where to read
    /// on: until the end, or until nothing was missing for long.
    async fn read_through(&self, call: &Kept, consultation: Uid) -> Result<Option<Behind>, Error> {
        let group = call.group_id;
        let read = self
            .app
            .store
            .read(move |db| Ok::<_, store::Error>((store::remote_actors::uri_of(db, group)?, store::carried::behind(db, consultation)?)));
        let (uri, behind) = read.await?;
        let Some(uri) = uri else { return Ok(None) };
        let url = Url::parse(&uri).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
        let (mut next, mut at) = match behind {
            Some(behind) => (Url::parse(&behind.page).ok(), (behind.pages, behind.left)),
            None => {
                let actor = actors::object(self, &url).await?.json;
                (RemoteActor::read(&actor).map_err(|bad| Error::Senseless(bad.to_string()))?.outbox, (0, PAGES_ON))
            }
        };
        let mut seen = BTreeSet::new();
        let mut wanted = Vec::new();
        for _page in 0..PAGES_AT_ONCE {
            let Some(address) = next.take().filter(|address| same_authority(address, &url)) else { break };
            let json = match actors::object(self, &address).await {
                // The page where it was to be read on is there no more: it is begun anew the next time.
                Err(Error::Gone) if at.0 > 0 => break,
                fetched => fetched?.json,
            };
            let before = wanted.len();
            for item in json.get("orderedItems").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default() {
                if let Some(found) = self.missing(item, &mut seen).await? {
                    wanted.push(found);
                }
            }
            // The collection itself has the first items; its first page has them too.
            let more = if at.0 == 0 { json.get("first") } else { json.get("next") };
            let Some(onward) = onward(at, wanted.len() > before) else { break };
            at = onward;
            next = more.and_then(Value::as_str).and_then(|more| Url::parse(more).ok());
        }
        // The oldest first: what is replied to before its replies.
        for address in wanted.iter().rev() {
            actions::abroad::fetch_later(&self.app, address, group).await?;
        }
        Ok(next.map(|page| Behind { page: page.to_string(), pages: at.0, left: at.1 }))
    }

    /// What an item of the outbox is about, if it is not here as the item says.
    async fn missing(&self, item: &Value, seen: &mut BTreeSet<String>) -> Result<Option<String>, Error> {
        let Ok(Activity { what: Received::Announce { object }, .. }) = Activity::read(item) else { return Ok(None) };
        let Some(address) = interpret::carrying::said_of(&object).filter(|address| !local::is_ours(&self.origin, address)) else {
            return Ok(None);
        };
        let uri = address.to_string();
        // The newest item says what is there now.
        if !seen.insert(uri.clone()) {
            return Ok(None);
        }
        let key = uri.clone();
        let read = self
            .app
            .store
            .read(move |db| Ok::<_, store::Error>((store::contributions::by_uri(db, &key)?, store::answers::by_uri(db, &key)?)));
        let (known, answer) = read.await?;
        let (is_gone, updated) = match &object {
            Announced::Activity(activity) => match &activity.what {
                Received::Delete { .. } => (true, None),
                Received::Create { object } | Received::Update { object: crate::words::Changed::Object(object) } => (false, object.updated),
                _other => (false, None),
            },
            Announced::Object(object) => (false, object.updated),
            Announced::Id(_) => (false, None),
        };
        let is_missing = match known {
            // An answer is never changed, only taken away.
            None if answer.is_some() => is_gone,
            None => !is_gone,
            Some(known) if is_gone => known.withdrawn_at.is_none(),
            Some(known) => updated.is_some_and(|at| known.edited_at.is_none_or(|edited| edited.0 < at)),
        };
        Ok(is_missing.then_some(uri))
    }

    /// Reads something that the group of a carried consultation passed on, with what it replies to as far as that is not here, and keeps it.
    ///
    /// # Errors
    /// When a server does not answer, or the store fails.
    pub(crate) async fn take_carried(&self, address: &Url, (carried, call): (&Carried, &Kept)) -> Result<(), Error> {
        if carried.state != CarriedState::Joined.code() {
            return Ok(());
        }
        let chain = match self.upwards(address, None).await {
            Err(Error::Gone) => return self.carried_gone(address).await,
            chain => chain?,
        };
        for object in chain.into_iter().rev() {
            self.keep_carried(object, carried, call).await?;
        }
        Ok(())
    }

    /// Reads something at a territory that carries the consultation of this group of ours, with what it replies to as far as that is not here.
    ///
    /// # Errors
    /// When a server does not answer, or the store fails.
    pub(crate) async fn take_from_carrier(&self, address: &Url, group: Uid) -> Result<(), Error> {
        let chain = match self.upwards(address, Some(group)).await {
            Err(Error::Gone) => return Ok(()),
            chain => chain?,
        };
        for object in chain.into_iter().rev() {
            let Some(effect) = interpret::carrying::from_carrier(self, &object).await? else { return Ok(()) };
            let author = actors::find_or_learn(self, &object.attributed_to).await?;
            let luggage = Luggage { pictures: interpret::pictures_of(&object), ..Luggage::default() };
            self.once(author, authority(&object.id), effect, luggage).await?;
        }
        Ok(())
    }

    /// Something, and what it replies to as far as that is not here: itself first. With a group, only what territories say that carry its
    /// consultation, and nothing that is here. Nothing where something on the way is none of that.
    ///
    /// # Errors
    /// [`Error::Gone`] when it is gone itself; when a server does not answer, or the store fails.
    async fn upwards(&self, address: &Url, group: Option<Uid>) -> Result<Vec<Object>, Error> {
        let mut chain: Vec<Object> = Vec::new();
        let mut next = Some(address.clone());
        while let Some(url) = next.take() {
            let is_read_again = chain.is_empty() && group.is_none();
            if local::is_ours(&self.origin, &url) || (!is_read_again && self.is_here(&url).await?) || chain.len() >= UPWARDS_MAX {
                break;
            }
            if let Some(group) = group
                && !interpret::carrying::is_carried_by(self, group, &url).await?
            {
                return Ok(Vec::new());
            }
            let fetched = match actors::object(self, &url).await {
                Ok(fetched) => fetched,
                Err(Error::Gone) if !chain.is_empty() => return Ok(Vec::new()),
                Err(error) => return Err(error),
            };
            let Ok(object) = Object::read(&fetched.json) else { return Ok(Vec::new()) };
            next.clone_from(&object.in_reply_to);
            chain.push(object);
        }
        Ok(chain)
    }

    async fn is_here(&self, url: &Url) -> Result<bool, Error> {
        let uri = url.to_string();
        Ok(self.app.store.read(move |db| store::contributions::by_uri(db, &uri)).await?.is_some())
    }

    async fn keep_carried(&self, object: Object, carried: &Carried, call: &Kept) -> Result<(), Error> {
        let consultation = carried.consultation_id;
        let Some(effect) = interpret::carried(self, &object, consultation, call).await? else { return Ok(()) };
        let host = authority(&object.id);
        let author = actors::find_or_learn(self, &object.attributed_to).await?;
        let luggage = Luggage { pictures: interpret::pictures_of(&object), ..Luggage::default() };
        self.once(author, host, effect, luggage).await
    }

    /// Its author, or its home, deleted it: it goes here too.
    async fn carried_gone(&self, url: &Url) -> Result<(), Error> {
        let uri = url.to_string();
        let read = self.app.store.read(move |db| {
            let found = store::contributions::by_uri(db, &uri)?.filter(|found| found.withdrawn_at.is_none());
            let author = match found {
                Some(found) => found.author_id,
                None => store::answers::by_uri(db, &uri)?.and_then(|answer| answer.author_id),
            };
            let Some(author) = author else { return Ok(None) };
            Ok::<_, store::Error>(store::remote_actors::uri_of(db, author)?.map(|author_uri| (author, author_uri)))
        });
        let Some((author, author_uri)) = read.await? else { return Ok(()) };
        let effect = Effect::Remove { uri: url.to_string(), digest: grave(url.as_str(), &author_uri) };
        self.once(author.to(), authority(url), effect, Luggage::default()).await
    }

    /// What we asked for has its effect like what is posted to us; what the rules refuse stays away.
    async fn once(&self, actor: ActorId, host: String, effect: Effect, luggage: Luggage) -> Result<(), Error> {
        let once = self.app.new_id::<uuid::Uuid>().to_string();
        match receive_with(&self.app, Arrival { digest: digest(&once), actor, host, effect, answer: None }, luggage).await {
            Ok(_) => Ok(()),
            Err(actions::Error::Refused(refusal)) => {
                tracing::info!(?refusal, "something of a carried consultation was not taken");
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_ends_fifty_pages_after_the_last_that_had_something_new() {
        let (mut at, mut read) = ((0, PAGES_ON), 0);
        // Something is missing on the thirtieth page and on the seventieth, and nowhere after.
        while let Some(onward) = onward(at, [30, 70].contains(&read)) {
            (at, read) = (onward, read + 1);
        }
        assert_eq!((read, at), (70 + PAGES_ON, (70 + PAGES_ON, 1)));
    }

    #[test]
    fn no_organiser_is_read_for_ever() {
        let (mut at, mut read) = ((0, PAGES_ON), 0);
        while let Some(onward) = onward(at, true) {
            (at, read) = (onward, read + 1);
        }
        assert_eq!(read, PAGES_MAX);
    }
}
