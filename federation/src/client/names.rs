//! From names to addresses. The addresses are judged here, on the way to the connection: what was judged is what is dialled, however the name
//! answers the next time it is asked.

use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};
use std::pin::Pin;
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::sync::Semaphore;

use super::walls::{NOT_PUBLIC, Walls};

/// The addresses of a name, when they come.
pub(super) type Answer = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>>;

/// Something that knows the addresses of names.
pub(super) trait Names: Send + Sync + 'static {
    /// The addresses of a name.
    fn addresses(&self, name: &str) -> Answer;
}

/// Names that are asked for at once. The system's resolver holds a thread while it waits, and the store needs these as well.
const AT_ONCE: usize = 32;
/// Addresses of one name that are tried.
const ADDRESSES_MAX: usize = 8;

/// The system's resolver.
pub(super) struct SystemNames(Arc<Semaphore>);

impl SystemNames {
    pub(super) fn new() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Names for SystemNames {
    fn addresses(&self, name: &str) -> Answer {
        let (waiting, name) = (self.0.clone(), name.to_owned());
        Box::pin(async move {
            let permit = waiting.acquire_owned().await.map_err(io::Error::other)?;
            let found = tokio::task::spawn_blocking(move || {
                // Kept until the system has answered, even if nobody waits for it any more.
                let _permit = permit;
                (name.as_str(), 0).to_socket_addrs().map(|found| found.map(|address| address.ip()).collect())
            });
            found.await.map_err(io::Error::other)?
        })
    }
}

/// Names whose addresses are judged.
pub(super) struct JudgedNames {
    pub(super) names: Arc<dyn Names>,
    pub(super) walls: Walls,
}

/// Why a name is not connected to. Found again in what the HTTP library says went wrong.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("{0}")]
pub(super) struct Shut(pub(super) &'static str);

impl Resolve for JudgedNames {
    fn resolve(&self, name: Name) -> Resolving {
        let asked = self.names.addresses(name.as_str());
        let allows = self.walls.allows;
        Box::pin(async move {
            let found = asked.await?;
            if found.is_empty() {
                return Err("the name has no address".into());
            }
            let allowed: Vec<SocketAddr> = found
                .into_iter()
                .filter(|address| allows(*address))
                .take(ADDRESSES_MAX)
                .map(|address| SocketAddr::new(address, 0))
                .collect();
            if allowed.is_empty() {
                return Err(Shut(NOT_PUBLIC).into());
            }
            let addresses: Addrs = Box::new(allowed.into_iter());
            Ok(addresses)
        })
    }
}
