//! A hostile peer: a server with real actors and real keys on loopback that remembers every request and answers as badly as it is told to.
//! What it posts is signed by hand, so that every part of a signature can be wrong.

mod documents;
mod letter;
mod mode;
mod pen;
mod wire;

#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use domain::Timestamp;
use federation::signature::PrivateKey;
use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use url::Url;

pub use letter::Letter;
pub use mode::Mode;
pub use pen::Pen;
pub use wire::Recorded;

use wire::Reply;

/// The peer. It stops when it is dropped.
pub struct HostilePeer {
    address: SocketAddr,
    peer: Arc<Peer>,
    listening: JoinHandle<()>,
}

/// What the peer is, shared with its connections.
struct Peer {
    origin: String,
    state: Mutex<State>,
    connections: AtomicUsize,
}

struct State {
    /// What to do where; the first that fits counts.
    modes: Vec<(String, Mode)>,
    shelf: Vec<(String, Shown)>,
    recorded: Vec<Recorded>,
    rsa: Arc<PrivateKey>,
    ed25519: Arc<PrivateKey>,
    software: String,
}

/// A document on the shelf.
#[derive(Clone)]
struct Shown {
    status: u16,
    content_type: String,
    body: Vec<u8>,
}

impl HostilePeer {
    /// A peer on a free port of loopback.
    pub async fn start(mode: Mode) -> Self {
        Self::start_at(0, mode).await
    }

    /// A peer on a port of loopback.
    pub async fn start_at(port: u16, mode: Mode) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let rsa = tokio::task::spawn_blocking(|| Arc::new(PrivateKey::generate_rsa().unwrap())).await.unwrap();
        let ed25519 = Arc::new(PrivateKey::generate_ed25519().unwrap());
        let modes = vec![(String::new(), mode)];
        let state = State { modes, shelf: Vec::new(), recorded: Vec::new(), rsa, ed25519, software: "hostile".to_owned() };
        let origin = format!("http://localhost:{}", address.port());
        let peer = Arc::new(Peer { origin, state: Mutex::new(state), connections: AtomicUsize::new(0) });
        let listening = tokio::spawn(listen(listener, peer.clone()));
        Self { address, peer, listening }
    }

    /// Its origin, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.peer.origin
    }

    /// Its host and port, as handles have it.
    pub fn host(&self) -> String {
        format!("localhost:{}", self.address.port())
    }

    /// The address of something there.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.peer.origin)
    }

    /// The address of its actor.
    pub fn actor_url(&self) -> String {
        self.actor("mallory")
    }

    /// The address of one of its actors: whoever is asked for exists.
    pub fn actor(&self, name: &str) -> String {
        self.at(&format!("/actors/{name}"))
    }

    /// Every request it got, the oldest first.
    pub fn recorded(&self) -> Vec<Recorded> {
        self.peer.state().recorded.clone()
    }

    /// The activities that were posted to it.
    pub fn received(&self) -> Vec<Value> {
        self.recorded().iter().filter(|recorded| recorded.method == "POST").map(Recorded::json).collect()
    }

    /// How often somebody connected, even without asking for anything.
    pub fn connections(&self) -> usize {
        self.peer.connections.load(Ordering::SeqCst)
    }

    /// Forgets what it was asked.
    pub fn forget(&self) {
        self.peer.state().recorded.clear();
        self.peer.connections.store(0, Ordering::SeqCst);
    }

    /// Behaves like this from now on, everywhere.
    pub fn set_mode(&self, mode: Mode) {
        self.peer.state().modes = vec![(String::new(), mode)];
    }

    /// Behaves like this where the path begins so; elsewhere as before.
    pub fn set_mode_at(&self, path: &str, mode: Mode) {
        self.peer.state().modes.insert(0, (path.to_owned(), mode));
    }

    /// What its NodeInfo says it runs: who is announced to depends on it.
    pub fn runs(&self, software: &str) {
        software.clone_into(&mut self.peer.state().software);
    }

    /// Shows an ActivityPub document at a path. `{origin}` in it is replaced by the origin.
    pub fn show(&self, path: &str, document: &Value) {
        let text = document.to_string().replace("{origin}", &self.peer.origin);
        self.show_as(path, 200, "application/activity+json", text.into_bytes());
    }

    /// Shows anything at a path, under any type.
    pub fn show_as(&self, path: &str, status: u16, content_type: &str, body: Vec<u8>) {
        let shown = Shown { status, content_type: content_type.to_owned(), body };
        self.peer.state().shelf.insert(0, (path.to_owned(), shown));
    }

    /// Its RSA key, that of all its actors.
    pub fn key(&self) -> Arc<PrivateKey> {
        self.peer.state().rsa.clone()
    }

    /// Its Ed25519 key.
    pub fn ed25519_key(&self) -> Arc<PrivateKey> {
        self.peer.state().ed25519.clone()
    }

    /// Has new keys from now on.
    pub async fn rotate_keys(&self) {
        rotate(&self.peer).await;
    }

    /// Begins a post to `target`, signed by the actor it names (or as its mode has it). Every part can still be broken.
    pub fn sign(&self, target: &Url, activity: &Value, now: Timestamp) -> Pen {
        let actor = activity.get("actor").and_then(Value::as_str).map_or_else(|| self.actor_url(), str::to_owned);
        let mut pen = Pen::new(target.clone(), activity.to_string().into_bytes(), format!("{actor}#main-key"), self.key(), now);
        for (_, mode) in &self.peer.state().modes {
            pen = match mode {
                Mode::SignsAs(key_id) => pen.as_key(key_id),
                Mode::LiesAboutTime(seconds) => pen.dated(now + jiff::SignedDuration::from_secs(*seconds)),
                _ => pen,
            };
        }
        pen
    }
}

impl Drop for HostilePeer {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Peer {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    fn mode_at(&self, path: &str) -> Mode {
        let state = self.state();
        state.modes.iter().find(|(start, _)| path.starts_with(start.as_str())).map_or(Mode::Ok, |(_, mode)| mode.clone())
    }
}

async fn rotate(peer: &Peer) {
    let rsa = tokio::task::spawn_blocking(|| Arc::new(PrivateKey::generate_rsa().unwrap())).await.unwrap();
    let mut state = peer.state();
    state.rsa = rsa;
    state.ed25519 = Arc::new(PrivateKey::generate_ed25519().unwrap());
}

async fn listen(listener: TcpListener, peer: Arc<Peer>) {
    // Dropped with the listener: connections end when the peer does.
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        peer.connections.fetch_add(1, Ordering::SeqCst);
        connections.spawn(serve(stream, peer.clone()));
        while connections.try_join_next().is_some() {}
    }
}

async fn serve(mut stream: TcpStream, peer: Arc<Peer>) {
    let Some(request) = wire::read(&mut stream).await else { return };
    let mode = peer.mode_at(&request.target);
    peer.state().recorded.push(request.clone());
    if matches!(mode, Mode::RotatesKeys) && request.method == "GET" {
        rotate(&peer).await;
    }
    let reply = mode.reply(&request).unwrap_or_else(|| documents::reply(&peer, &request, &mode));
    wire::write(stream, reply).await;
}

/// A whole answer of a type.
fn whole(status: u16, content_type: &str, body: Vec<u8>) -> Reply {
    Reply::Whole(status, vec![("content-type".to_owned(), content_type.to_owned())], body)
}
