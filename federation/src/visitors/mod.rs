//! The door to other servers as the pages know it: people who live elsewhere, and what stands there. Everything is asked through the guarded
//! client, under the same rule about hosts, in answer to a form.

mod account;
mod find;
mod server;
mod sign_in;
mod way;

use std::time::Duration;

use actions::outside::{self, Answer, Entrance, Found, Openness, Outside, Proven, Return, Trouble, Way, Wish};
use domain::id::ActorId;

use crate::client::FetchError;
use crate::policy::Mode;
use crate::service::{Error, Federation};

/// How long somebody who pressed a button waits for another server at the most, however many questions it takes.
const PATIENCE: Duration = Duration::from_secs(15);

impl Outside for Federation {
    fn openness(&self) -> Openness {
        match self.policy.mode() {
            Mode::Closed => Openness::Closed,
            Mode::Territories => Openness::Territories,
            Mode::Open => Openness::Open,
        }
    }

    fn allows<'a>(&'a self, host: &'a str) -> Answer<'a, outside::Result<bool>> {
        Box::pin(async move { Ok(self.policy.allows(&self.app, host).await?) })
    }

    fn way<'a>(&'a self, account: &'a str, object: &'a str, wish: Wish) -> Answer<'a, outside::Result<Option<Way>>> {
        Box::pin(within(way::find(self, account, object, wish)))
    }

    fn entrance<'a>(&'a self, account: &'a str, next: &'a str) -> Answer<'a, outside::Result<Entrance>> {
        Box::pin(within(sign_in::begin(self, account, next)))
    }

    fn prove(&self, back: Return) -> Answer<'_, outside::Result<Proven>> {
        Box::pin(within(sign_in::finish(self, back)))
    }

    fn actor<'a>(&'a self, address: &'a str) -> Answer<'a, outside::Result<ActorId>> {
        Box::pin(within(find::actor(self, address)))
    }

    fn look_up<'a>(&'a self, address: &'a str) -> Answer<'a, outside::Result<Found>> {
        Box::pin(within(find::at(self, address)))
    }

    fn collectivity<'a>(&'a self, address: &'a str) -> Answer<'a, outside::Result<ActorId>> {
        Box::pin(within(find::collectivity(self, address)))
    }
}

async fn within<T>(asking: impl Future<Output = outside::Result<T>>) -> outside::Result<T> {
    tokio::time::timeout(PATIENCE, asking).await.unwrap_or(Err(outside::Error::Trouble(Trouble::Unreachable)))
}

/// Refuses the servers that the rules refuse.
async fn allowed(fed: &Federation, host: &str) -> outside::Result<()> {
    if fed.policy.allows(&fed.app, host).await? { Ok(()) } else { Err(Trouble::NotAllowed.into()) }
}

/// What a failed question means to whoever asked. The reason is logged without any address of theirs.
fn unheard(error: &FetchError) -> Trouble {
    match error {
        FetchError::Forbidden(reason) => {
            tracing::info!(reason, "the guard refused what another server named");
            Trouble::Senseless
        }
        FetchError::Gone | FetchError::NotFound => Trouble::Nobody,
        FetchError::Status(400..=403) => Trouble::Refused,
        FetchError::Status(_) | FetchError::Timeout | FetchError::Connect(_) | FetchError::Key(_) => Trouble::Unreachable,
        FetchError::Type | FetchError::TooLarge | FetchError::TooManyRedirects | FetchError::Json | FetchError::Id => Trouble::Senseless,
    }
}

/// The same for what the door itself could not do.
fn untold(error: Error) -> outside::Error {
    match error {
        Error::Action(error) => outside::Error::Action(error),
        Error::Store(error) => error.into(),
        Error::Key(reason) => outside::Error::Action(actions::Error::Broken(reason)),
        Error::Gone => Trouble::Nobody.into(),
        Error::Fetch(reason) | Error::Refused(reason) => {
            tracing::info!(%reason, "another server could not be read");
            Trouble::Unreachable.into()
        }
        Error::Senseless(reason) => {
            tracing::info!(%reason, "what another server said makes no sense");
            Trouble::Senseless.into()
        }
    }
}
