//! The door to other servers under load: signed Likes that come in, deliveries that go out, and whether either slows down as the instance fills.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use domain::actor::Role;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::lang::Lang;
use federation::signature::{PrivateKey, Scheme, Signer};
use http::Method;
use rig::Town;
use store::remote_actors::Profile;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Actors of other servers who like.
const ACTORS: usize = 16;
/// What they like.
const CONTRIBUTIONS: usize = 250;
/// Connections that post.
const LANES: usize = 16;

/// An instance on the network, and signed requests that were made beforehand.
pub(crate) struct Inbox {
    town: Town,
    address: SocketAddr,
    contributions: Vec<ContributionId>,
    signers: Vec<(String, Signer)>,
}

/// What a run cost.
pub(crate) struct Cost {
    pub(crate) per_second: f64,
    pub(crate) cpu_micros: f64,
    pub(crate) refused: usize,
}

impl Inbox {
    pub(crate) async fn build() -> Self {
        let town = Town::on_the_network().await;
        town.consultation("grande").await;
        town.somebody("Ana", Role::Citizen).await;
        let ana = town.viewer("ana@example.org").await;
        let mut contributions = Vec::new();
        for n in 0..CONTRIBUTIONS {
            let title = format!("Proposition {n}");
            let draft = Draft::parse(Kind::Proposal, &RawDraft { title: &title, body: "Un texte.", ..RawDraft::default() }).unwrap();
            contributions.push(actions::contributions::publish(&town.app, ana, "grande", draft, Lang::Fr).await.unwrap());
        }
        let mut signers = Vec::new();
        for n in 0..ACTORS {
            let key = Arc::new(PrivateKey::generate_rsa().unwrap());
            let uri = format!("https://far.example/users/u{n}");
            let signer = Signer { key_id: format!("{uri}#main-key"), key: key.clone() };
            actions::abroad::learn_actor(&town.app, profile(&uri, n, &key.public().to_pem())).await.unwrap();
            signers.push((uri, signer));
        }
        let port = town.app.links.origin().rsplit(':').next().unwrap().parse().unwrap();
        Self { town, address: SocketAddr::from(([127, 0, 0, 1], port)), contributions, signers }
    }

    /// Signed Likes, each by another actor of another contribution, as bytes to be sent. `round` makes their ids new.
    pub(crate) fn likes(&self, round: usize, scheme: Scheme) -> Vec<Vec<u8>> {
        let inbox: url::Url = format!("{}/inbox", self.town.app.links.origin()).parse().unwrap();
        let mut requests = Vec::new();
        for (n, contribution) in self.contributions.iter().enumerate() {
            for (uri, signer) in &self.signers {
                let object = self.town.app.links.object(*contribution);
                let body = serde_json::json!({
                    "@context": "https://www.w3.org/ns/activitystreams", "id": format!("{uri}#likes/{round}/{n}"), "type": "Like",
                    "actor": uri, "object": object
                })
                .to_string();
                let kind = "application/activity+json";
                let headers = signer.headers(scheme, &Method::POST, &inbox, Some(kind), Some(body.as_bytes()), self.town.now()).unwrap();
                requests.push(request(&headers, &body));
            }
        }
        requests
    }

    /// Posts requests on kept-alive connections, as fast as they are answered.
    pub(crate) async fn post(&self, requests: Vec<Vec<u8>>) -> Cost {
        post(self.address, requests).await
    }

    /// Fills the tables of what was received, without going through the door: only the number of rows matters.
    pub(crate) async fn fill_to(&self, rows: usize, salt: usize) {
        let now = store::At(self.town.now());
        for chunk in (0..rows).collect::<Vec<_>>().chunks(20_000) {
            let chunk = chunk.to_vec();
            self.town
                .app
                .store
                .write(move |db| {
                    for n in chunk {
                        let digest: store::received::Digest = digest(n + salt * 10_000_000);
                        store::received::see(db, &digest, now)?;
                    }
                    Ok::<_, store::Error>(())
                })
                .await
                .unwrap();
        }
    }

    /// Sends one activity to this many followers on `hosts` servers of their own, and says how many arrived in a second; then the same with
    /// `backlog` deliveries more in the queue.
    pub(crate) async fn deliver(&self, followers: usize, hosts: usize, backlog: usize) -> [f64; 2] {
        // What happened before there was a follower is told to nobody.
        while self.town.fed.tell_news().await.unwrap() > 0 {}
        let arrived = Arc::new(AtomicUsize::new(0));
        let mut sinks = Vec::new();
        for _ in 0..hosts {
            sinks.push(sink(arrived.clone()).await);
        }
        let app = &self.town.app;
        let group = app.store.read(|db| store::consultations::by_slug(db, "grande")).await.unwrap().unwrap().actor_id;
        for n in 0..followers {
            let port = sinks[n % hosts];
            let uri = format!("http://localhost:{port}/users/f{n}");
            let mut known = profile(&uri, 100_000 + n, "pem");
            known.host = format!("localhost:{port}");
            known.inbox = format!("{uri}/inbox");
            known.shared_inbox = None;
            let id = actions::abroad::learn_actor(app, known).await.unwrap();
            let now = store::At(self.town.now());
            let state = store::follows::FollowState::Accepted;
            app.store.write(move |db| store::follows::keep(db, store::Uid::of(id), group, state, "x", now)).await.unwrap();
        }
        let ana = self.town.viewer("ana@example.org").await;
        let draft = Draft::parse(Kind::Proposal, &RawDraft { title: "Encore une", body: "Un texte.", ..RawDraft::default() }).unwrap();
        actions::contributions::publish(app, ana, "grande", draft, Lang::Fr).await.unwrap();
        while self.town.fed.tell_news().await.unwrap() > 0 {}
        let short = self.first(followers, &arrived).await;
        self.queue_up(backlog, &sinks).await;
        let long = self.first(followers, &arrived).await;
        [short, long]
    }

    /// Runs the worker until this many arrived, for a minute at most; how many a second that is.
    async fn first(&self, expected: usize, arrived: &AtomicUsize) -> f64 {
        arrived.store(0, Ordering::SeqCst);
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let begun = Instant::now();
        let cpu_before = cpu();
        let work = tokio::spawn(federation::delivery::run(self.town.fed.clone(), async move { drop(stopped.await) }));
        while arrived.load(Ordering::SeqCst) < expected && begun.elapsed() < Duration::from_secs(60) {
            // sleep: looks again until everything arrived, for a minute at most
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let rate = arrived.load(Ordering::SeqCst) as f64 / begun.elapsed().as_secs_f64();
        let cost = (cpu() - cpu_before).as_secs_f64() * 1e6 / arrived.load(Ordering::SeqCst) as f64;
        println!("    {cost:.0} µs of processor each, the receiver's included");
        stop.send(()).ok();
        work.await.unwrap();
        rate
    }

    /// Puts this many deliveries of one activity more into the queue.
    async fn queue_up(&self, count: usize, sinks: &[u16]) {
        let now = store::At(self.town.now());
        let host = |n: usize| format!("localhost:{}", sinks[n % sinks.len()]);
        let ana = self.town.viewer("ana@example.org").await;
        let raw = RawDraft { title: "Une dernière", body: "Un texte.", ..RawDraft::default() };
        actions::contributions::publish(&self.town.app, ana, "grande", Draft::parse(Kind::Proposal, &raw).unwrap(), Lang::Fr)
            .await
            .unwrap();
        while self.town.fed.tell_news().await.unwrap() > 0 {}
        let one = self
            .town
            .app
            .store
            .write(move |db| {
                let offer = store::deliveries::offer(db, "", 1, &store::deliveries::Rooms::each(1), now.0)?;
                store::deliveries::take(db, &offer.ids, now.0)
            })
            .await;
        let one = one.unwrap().remove(0);
        for chunk in (0..count).collect::<Vec<_>>().chunks(10_000) {
            let rows: Vec<_> = chunk
                .iter()
                .map(|n| store::deliveries::NewDelivery {
                    activity_id: one.activity_id,
                    actor_id: one.actor_id,
                    object_id: one.object_id,
                    inbox: format!("http://{}/more/{n}/inbox", host(*n)),
                    host: host(*n),
                    state: "ready",
                    run_at: now,
                    expires_at: one.expires_at,
                    created_at: now,
                })
                .collect();
            self.town.app.store.write(move |db| store::deliveries::enqueue(db, &rows)).await.unwrap();
        }
    }
}

fn digest(n: usize) -> store::received::Digest {
    let mut digest = [0_u8; 32];
    // Spread like a hash: what is inserted in order would be cheaper than life.
    let mixed = (n as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    digest[..8].copy_from_slice(&mixed.to_be_bytes());
    digest[8..16].copy_from_slice(&(n as u64).to_be_bytes());
    digest
}

fn profile(uri: &str, n: usize, pem: &str) -> Profile {
    Profile {
        uri: uri.to_owned(),
        kind: "person".to_owned(),
        username: format!("u{n}"),
        host: "far.example".to_owned(),
        display_name: format!("Person {n}"),
        summary: String::new(),
        inbox: format!("{uri}/inbox"),
        shared_inbox: Some("https://far.example/inbox".to_owned()),
        url: None,
        keys: vec![(format!("{uri}#main-key"), pem.to_owned())],
        icon: None,
        featured: None,
    }
}

/// A POST as bytes.
pub(crate) fn request(headers: &http::HeaderMap, body: &str) -> Vec<u8> {
    let mut text = String::from("POST /inbox HTTP/1.1\r\ncontent-type: application/activity+json\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {}\r\n", value.to_str().unwrap()));
    }
    text.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
    text.into_bytes()
}

/// Posts requests on kept-alive connections, as fast as they are answered. The time on the processor is the whole process's: the sender's too.
pub(crate) async fn post(address: SocketAddr, requests: Vec<Vec<u8>>) -> Cost {
    let total = requests.len();
    let refused = Arc::new(AtomicUsize::new(0));
    let lanes: Vec<Vec<Vec<u8>>> = (0..LANES).map(|lane| requests.iter().skip(lane).step_by(LANES).cloned().collect()).collect();
    let (before, begun) = (cpu(), Instant::now());
    let mut under_way = Vec::new();
    for lane in lanes {
        let refused = refused.clone();
        under_way.push(tokio::spawn(async move {
            let mut stream = TcpStream::connect(address).await.unwrap();
            stream.set_nodelay(true).unwrap();
            let mut buffer = vec![0_u8; 4096];
            for request in lane {
                stream.write_all(&request).await.unwrap();
                let read = stream.read(&mut buffer).await.unwrap();
                if !buffer[..read].starts_with(b"HTTP/1.1 20") {
                    refused.fetch_add(1, Ordering::SeqCst);
                }
            }
        }));
    }
    for lane in under_way {
        lane.await.unwrap();
    }
    let (spent, took) = (cpu() - before, begun.elapsed());
    Cost {
        per_second: total as f64 / took.as_secs_f64(),
        cpu_micros: spent.as_secs_f64() * 1e6 / total as f64,
        refused: refused.load(Ordering::SeqCst),
    }
}

/// A server that takes everything, and its port. It reads no more than it must: its work is not ours, but it shares our processors.
async fn sink(arrived: Arc<AtomicUsize>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(take_posts(stream, arrived.clone()));
        }
    });
    port
}

/// Answers 202 to every post of a connection.
async fn take_posts(mut stream: TcpStream, arrived: Arc<AtomicUsize>) {
    stream.set_nodelay(true).unwrap();
    let mut unread = Vec::new();
    while let Ok(1..) = stream.read_buf(&mut unread).await {
        while let Some(length) = post_length(&unread).filter(|length| *length <= unread.len()) {
            unread.drain(..length);
            arrived.fetch_add(1, Ordering::SeqCst);
            if stream.write_all(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n").await.is_err() {
                return;
            }
        }
    }
}

/// How long the first post is, with head and body, once its head is there.
fn post_length(bytes: &[u8]) -> Option<usize> {
    let head = bytes.windows(4).position(|end| end == b"\r\n\r\n")?;
    let text = String::from_utf8_lossy(&bytes[..head]).to_ascii_lowercase();
    let body: usize = text.lines().find_map(|line| line.strip_prefix("content-length:")).unwrap().trim().parse().unwrap();
    Some(head + 4 + body)
}

/// How many RSA-2048 signatures two threads of this machine make in a second.
pub(crate) fn signatures_per_second() -> f64 {
    let key = PrivateKey::generate_rsa().unwrap();
    let length = Duration::from_secs(2);
    let made: usize = std::thread::scope(|scope| {
        let one = || {
            let begun = Instant::now();
            let mut made = 0;
            while begun.elapsed() < length {
                key.sign(b"what is signed, of about the length of what is signed").unwrap();
                made += 1;
            }
            made
        };
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(one)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    made as f64 / length.as_secs_f64()
}

/// Time on the processor of this process, user and system, from `/proc` (clock ticks of 10 ms).
pub(crate) fn cpu() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks: u64 = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
    Duration::from_millis(ticks * 10)
}
