//! Puts the index of consultations right: reads what a collectivity that is followed lists, page by page, and goes on where it stopped.

use actions::abroad::{Reading, Then};
use jiff::SignedDuration;
use serde_json::Value;
use store::Uid;
use store::listings::Said;
use store::listings::sources::{self, Source};
use url::Url;

use crate::service::{Error, Federation};
use crate::words::{self, Object, Onward, RemoteActor, authority, same_authority};
use crate::{actors, interpret};

/// Pages that are read in one go: at the worst half of the time that a job has.
const PAGES_AT_ONCE: i32 = 4;
/// Most pages of one collection.
const PAGES_MAX: i32 = 50;
/// Most items of one page.
const ITEMS_MAX: usize = 40;
/// A reading that takes longer than this begins anew.
const READING_MAX: SignedDuration = SignedDuration::from_hours(36);
/// What is known of a collectivity without a collection is read one by one, so many at a time.
const ONE_BY_ONE: i64 = 20;

impl Federation {
    /// Reads which consultations a collectivity has.
    ///
    /// # Errors
    /// When its server does not answer, or the store fails.
    pub async fn reconcile(&self, address: &str) -> Result<(), Error> {
        let (uri, now) = (address.to_owned(), self.app.now());
        let found = self.app.store.read(move |db| match store::remote_actors::by_uri(db, &uri)? {
            Some(id) => sources::find(db, id),
            None => Ok(None),
        });
        let Some(source) = found.await? else { return Ok(()) };
        let url = Url::parse(address).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
        if !self.policy.allows(&self.app, &authority(&url)).await? {
            return Ok(actions::abroad::disallow(&self.app, source.actor_id).await?);
        }
        let goes_on = source.round_at.filter(|since| now < since.0 + READING_MAX).zip(source.round_next.as_deref());
        match goes_on.and_then(|(since, next)| Some((since.0, Url::parse(next).ok()?))) {
            Some((since, next)) => self.read_on(&url, &source, (since, source.round_pages), next).await,
            None => self.read_anew(&url, &source).await,
        }
    }

    /// Reads the document of the collectivity: its territory, and where it lists its consultations.
    async fn read_anew(&self, url: &Url, source: &Source) -> Result<(), Error> {
        let since = self.app.now();
        let document = match actors::object(self, url).await {
            Ok(fetched) => fetched.json,
            Err(Error::Gone) => return Ok(actions::abroad::erase_again(&self.app, source.actor_id.to()).await?),
            Err(error) => return Err(error),
        };
        RemoteActor::read(&document).map_err(|bad| Error::Senseless(bad.to_string()))?;
        actions::abroad::declare(&self.app, source.actor_id, words::declared(&document)).await?;
        match words::consultations_of(&document, url) {
            Some(collection) => self.read_on(url, source, (since, 0), collection).await,
            None => self.one_by_one(url, source.actor_id).await,
        }
    }

    /// Reads some pages, keeping each before the next is asked for.
    async fn read_on(&self, url: &Url, source: &Source, (since, read): (jiff::Timestamp, i32), first: Url) -> Result<(), Error> {
        let (id, mut pages, mut here) = (source.actor_id, read, first);
        for _page in 0..PAGES_AT_ONCE {
            let document = actors::object(self, &here).await?.json;
            pages += 1;
            let (items, onward) = words::collection_page(&document, &here, ITEMS_MAX);
            let is_cover = items.is_empty() && pages == 1;
            let said: Vec<Said> = items.iter().filter_map(|item| self.item(item, url, id)).collect();
            let (then, next) = match onward {
                Onward::End => (Then::Whole, None),
                Onward::To(next) if pages < PAGES_MAX => (Then::Next(next.to_string()), Some(next)),
                Onward::To(_) | Onward::Astray => (Then::Broken, None),
            };
            let leads_on = actions::abroad::keep_reading(&self.app, Reading { source: id, since, pages, said, then }).await?;
            let Some(next) = next else { return Ok(()) };
            // A page on which nothing is new leads round in a circle, or to no end.
            if !leads_on && !is_cover {
                tracing::info!(host = %authority(url), "a collection leads nowhere");
                return Ok(actions::abroad::stop_reading(&self.app, id).await?);
            }
            here = next;
        }
        Ok(actions::abroad::read_on_later(&self.app, id, url.as_str()).await?)
    }

    /// One item of a collection: believed of a consultation of the collectivity itself, on its own server.
    fn item(&self, item: &Value, of: &Url, source: Uid) -> Option<Said> {
        let object = Object::read(item).ok()?;
        let is_theirs = object.attributed_to == *of && same_authority(&object.id, of) && object.is_public();
        if !is_theirs {
            tracing::info!(host = %authority(of), "an item of a collection is somebody else's");
            return None;
        }
        interpret::said_of(self, &object, source)
    }

    /// Of software that lists no consultations: what is known is read again, what is new stands in the outbox.
    async fn one_by_one(&self, url: &Url, source: Uid) -> Result<(), Error> {
        let known = self.app.store.read(move |db| store::listings::longest_unseen(db, source, ONE_BY_ONE)).await?;
        for uri in known {
            actions::abroad::fetch_later(&self.app, &uri, source).await?;
        }
        self.read_outbox(url.as_str()).await?;
        Ok(actions::abroad::stop_reading(&self.app, source).await?)
    }
}
