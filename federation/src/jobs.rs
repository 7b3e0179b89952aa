//! Jobs that ask other servers something: never while a page is made or a post is answered.

use actions::abroad::{Arrival, Effect, receive};
use domain::actor::{Role, Viewer};
use domain::id::ActorId;
use domain::refusal::Refusal;
use store::Uid;
use url::Url;

use crate::inbox::digest;
use crate::service::{Error, Federation};
use crate::words::{Object, authority};
use crate::{actors, interpret};

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
                tracing::info!(host, %error, "a server does not say what runs there");
                (String::new(), String::new())
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
        match actions::abroad::ask(&self.app, Viewer { actor: None, role: Role::Administrator }, collectivity.to(), actor).await {
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
            Ok(_) => Ok(()),
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
