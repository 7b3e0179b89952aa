//! Jobs that ask other servers something: never while a page is made or a post is answered.

use actions::abroad::{Arrival, Effect, Mirror, receive};
use domain::actor::Viewer;
use domain::id::ActorId;
use domain::refusal::Refusal;
use serde_json::Value;
use store::Uid;
use url::Url;

use crate::inbox::digest;
use crate::service::{Error, Federation};
use crate::words::{Activity, Announced, Object, Received, RemoteActor, authority, same_authority};
use crate::{actors, interpret};

/// Most items of an outbox that are noted when it is first followed.
const OUTBOX_MAX: usize = 40;

impl Federation {
    /// Asks what runs on a server. A server that does not say is not asked again for long: nothing depends on it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn learn_peer(&self, host: &str) -> Result<(), Error> {
        if !self.policy.allows(&self.app, host).await? {
            return Ok(());
        }
        let (software, version) = match self.client.nodeinfo(host).await {
            Ok(info) => (info.software, info.version),
            Err(error) => {
                // It is asked again when somebody of it follows something here.
                tracing::info!(host, %error, "a server does not say what runs there");
                return Ok(());
            }
        };
        Ok(actions::abroad::learn_peer(&self.app, host, &software, &version).await?)
    }

    /// Reads an object that somebody whom we follow (`via`) passed on, and notes it.
    ///
    /// # Errors
    /// When its server does not answer, or the store fails.
    pub async fn fetch_object(&self, address: &str, via: Option<Uid>) -> Result<(), Error> {
        let Some(via) = via else { return Ok(()) };
        let url = Url::parse(address).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
        if self.app.store.read(move |db| store::consultations::by_actor(db, via)).await?.is_some() {
            return self.take_from_carrier(&url, via).await;
        }
        // Who is not followed any more is not believed either: nothing would be kept of what is read.
        if !self.app.store.read(move |db| store::follows::is_followed_here(db, via)).await? {
            return Ok(());
        }
        if let Some((carried, call)) = interpret::carrying::through(self, via).await? {
            return self.take_carried(&url, (&carried, &call)).await;
        }
        let fetched = match actors::object(self, &url).await {
            Ok(fetched) => fetched,
            Err(Error::Gone) => return self.gone(address, via).await,
            Err(error) => return Err(error),
        };
        let Ok(object) = Object::read(&fetched.json) else { return Ok(()) };
        if authority(&object.attributed_to) != authority(&object.id) {
            return Ok(());
        }
        match interpret::mirror_of(self, &object, via).await? {
            Some(mirror) => self.note(via.to(), authority(&object.id), Effect::Mirror(Box::new(mirror))).await,
            None => Ok(()),
        }
    }

    /// Reads what an actor that is followed here published lately: the first page of its outbox.
    ///
    /// # Errors
    /// When its server does not answer, or the store fails.
    pub async fn read_outbox(&self, address: &str) -> Result<(), Error> {
        let uri = address.to_owned();
        let Some(via) = self.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await? else { return Ok(()) };
        let url = Url::parse(address).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
        let document = actors::object(self, &url).await?.json;
        // Who lists its consultations says there what they are now; its outbox says what they were.
        let is_listed = crate::words::consultations_of(&document, &url).is_some();
        let actor = RemoteActor::read(&document).map_err(|bad| Error::Senseless(bad.to_string()))?;
        let Some(outbox) = actor.outbox.filter(|outbox| same_authority(outbox, &url)) else { return Ok(()) };
        let mut page = actors::object(self, &outbox).await?.json;
        if page.get("orderedItems").is_none()
            && let Some(first) = page.get("first").and_then(Value::as_str).and_then(|first| Url::parse(first).ok())
            && same_authority(&first, &url)
        {
            page = actors::object(self, &first).await?.json;
        }
        let items = page.get("orderedItems").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        // The oldest first, so that what changed later changes what came before.
        for item in items.iter().take(OUTBOX_MAX).rev() {
            self.note_published(item, &authority(&url), (via, is_listed)).await?;
        }
        Ok(())
    }

    /// Notes one item of an outbox: what its own server says is believed, what lives elsewhere is read there.
    async fn note_published(&self, item: &Value, host: &str, (via, is_listed): (Uid, bool)) -> Result<(), Error> {
        let Ok(activity) = Activity::read(item) else { return Ok(()) };
        let object = match activity.what {
            Received::Create { object } | Received::Announce { object: Announced::Object(object) } => *object,
            Received::Announce { object: Announced::Id(id) } => {
                return Ok(actions::abroad::fetch_later(&self.app, id.as_str(), via).await?);
            }
            Received::Announce { object: Announced::Activity(inner) } => match inner.what {
                Received::Create { object } => *object,
                _other => return Ok(()),
            },
            _other => return Ok(()),
        };
        if authority(&object.id) != host || authority(&object.attributed_to) != host {
            return Ok(actions::abroad::fetch_later(&self.app, object.id.as_str(), via).await?);
        }
        match interpret::mirror_of(self, &object, via).await? {
            Some(mirror) => {
                // The list of the consultations says what both are now.
                let (said, meeting) = (mirror.said.filter(|_| !is_listed), mirror.meeting.filter(|_| !is_listed));
                let mirror = Mirror { said, meeting, ..mirror };
                self.note(via.to(), host.to_owned(), Effect::Mirror(Box::new(mirror))).await
            }
            None => Ok(()),
        }
    }

    /// Follows an actor (`from`) to where it says that it moved, if the account there says that it is the same (B14) and its server is allowed.
    ///
    /// # Errors
    /// When its server does not answer, or the store fails.
    pub async fn follow_move(&self, address: &str, from: Option<Uid>) -> Result<(), Error> {
        let Some(from) = from else { return Ok(()) };
        let url = Url::parse(address).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
        if !self.policy.allows(&self.app, &authority(&url)).await? {
            tracing::info!("somebody moved to a server that is not allowed, and is not followed there");
            return Ok(());
        }
        let Some(old) = self.app.store.read(move |db| store::remote_actors::uri_of(db, from)).await? else { return Ok(()) };
        let Some(to) = actors::learn_alias(self, &url, &old).await? else {
            tracing::info!("somebody says that they moved, and the account there does not");
            return Ok(());
        };
        let activity = self.app.links.activity(self.app.new_id::<uuid::Uuid>());
        let host = Url::parse(&old).map(|url| authority(&url)).unwrap_or_default();
        self.note(from.to(), host, Effect::Move { to, activity }).await
    }

    /// Reads a picture that is wanted, and keeps it encoded anew. What cannot be had is not asked for again before it is swept.
    ///
    /// # Errors
    /// When its server does not answer for now, or the store fails.
    pub async fn fetch_picture(&self, address: &str) -> Result<(), Error> {
        let Some(cap) = actions::remote_pictures::cap_of(&self.app, address).await? else { return Ok(()) };
        let Ok(url) = Url::parse(address) else { return Ok(actions::remote_pictures::give_up(&self.app, address).await?) };
        match self.client.media(&url, cap).await {
            Ok((_, bytes)) => Ok(actions::remote_pictures::keep(&self.app, address, bytes.to_vec()).await?),
            Err(error) if error.is_permanent() => {
                tracing::info!(%error, "a picture cannot be had");
                Ok(actions::remote_pictures::give_up(&self.app, address).await?)
            }
            Err(error) => Err(Error::Fetch(error.to_string())),
        }
    }

    /// Reads the picture of a report (`report`) from where a program says that it is, and keeps it encoded anew. What cannot be had is not asked for
    /// again.
    ///
    /// # Errors
    /// When its server does not answer for now, or the store fails.
    pub async fn fetch_photo(&self, address: &str, report: Option<Uid>) -> Result<(), Error> {
        let (Some(report), Ok(url)) = (report, Url::parse(address)) else { return Ok(()) };
        if !actions::street::wants_photo(&self.app, report).await? {
            return Ok(());
        }
        match self.client.media(&url, actions::pictures::BYTES_MAX).await {
            Ok((_, bytes)) => Ok(actions::street::keep_photo(&self.app, report, bytes.to_vec()).await?),
            Err(error) if error.is_permanent() => {
                tracing::info!(%error, "the picture of a report cannot be had");
                Ok(())
            }
            Err(error) => Err(Error::Fetch(error.to_string())),
        }
    }

    async fn gone(&self, address: &str, via: Uid) -> Result<(), Error> {
        let host = Url::parse(address).map(|url| authority(&url)).unwrap_or_default();
        self.note(via.to(), host, Effect::Remove { uri: address.to_owned(), digest: digest(address) }).await
    }

    /// What we asked for has its effect like what is posted to us.
    async fn note(&self, actor: ActorId, host: String, effect: Effect) -> Result<(), Error> {
        let once = self.app.new_id::<uuid::Uuid>().to_string();
        receive(&self.app, Arrival { digest: digest(&once), actor, host, effect, answer: None }).await?;
        Ok(())
    }

    /// Looks somebody up by handle or address, and asks to follow them in the name of the collectivity.
    ///
    /// # Errors
    /// When their server does not answer, or the store fails.
    pub async fn follow_address(&self, address: &str) -> Result<(), Error> {
        let actor = actors::look_up(self, address).await?;
        let collectivity = self.app.instance().await?.collectivity_id;
        match actions::abroad::ask(&self.app, Viewer::MACHINE, collectivity.to(), actor).await {
            Ok(()) | Err(actions::Error::Refused(Refusal::AlreadyDone)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads the document of an actor again.
    ///
    /// # Errors
    /// When its server does not answer, or the store fails.
    pub async fn refresh_actor(&self, address: &str) -> Result<(), Error> {
        let url = Url::parse(address).map_err(|_not_an_address| Error::Senseless("an address".to_owned()))?;
        match actors::learn(self, &url).await {
            // A collectivity may say other things of its territory now.
            Ok(_) => Ok(actions::abroad::reconcile_soon(&self.app, address).await?),
            Err(Error::Gone) => {
                let uri = address.to_owned();
                if let Some(actor) = self.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await? {
                    actions::abroad::erase_again(&self.app, actor.to()).await?;
                }
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}
