//! What the benches look at: a consultation of a thousand proposals, and a small one to compare with.

use std::net::SocketAddr;

use actions::{App, contributions};
use domain::actor::{Role, Viewer};
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::{ActorId, ContributionId};
use domain::lang::Lang;
use domain::text::Email;
use parvis::shutdown::Shutdown;
use rig::Town;

/// A town with two consultations.
pub(crate) struct Scene {
    town: Town,
    /// Path of a proposal of the large one.
    pub(crate) proposal: String,
}

const WORDS: &[&str] = &[
    "vélo",
    "école",
    "place",
    "marché",
    "banc",
    "ombre",
    "rue",
    "jardin",
    "bus",
    "lumière",
    "trottoir",
    "fontaine",
    "cantine",
    "bibliothèque",
    "sport",
];

fn words(from: usize, count: usize) -> String {
    (0..count).map(|n| WORDS[(from * 7 + n * n + n) % WORDS.len()]).collect::<Vec<_>>().join(" ")
}

impl Scene {
    pub(crate) async fn build(proposals: usize, replies: usize) -> Self {
        let town = Town::on_sqlite().await;
        town.consultation("grande").await;
        town.consultation("petite").await;
        let mut people = Vec::new();
        for n in 0..20 {
            people.push(person(&town.app, n).await);
        }
        let acts: Vec<_> = (0..proposals)
            .map(|n| {
                let (app, people) = (town.app.clone(), people.clone());
                tokio::spawn(async move {
                    let id = propose(&app, people[n % people.len()], "grande", n).await;
                    for r in 0..replies {
                        reply(&app, people[(n + r) % people.len()], id, n + r).await;
                    }
                    id
                })
            })
            .collect();
        let mut last = None;
        for act in acts {
            last = Some(act.await.unwrap());
        }
        for (n, person) in people.iter().take(3).enumerate() {
            propose(&town.app, *person, "petite", n).await;
        }
        let proposal = format!("/c/grande/p/{}", last.unwrap());
        Self { town, proposal }
    }

    pub(crate) fn queries(&self) -> u64 {
        self.town.queries()
    }

    pub(crate) async fn get(&self, path: &str) {
        assert_eq!(self.town.visitor().get(path).await.status, 200, "{path}");
    }

    /// Serves the town on loopback as the binary does, until the process ends.
    pub(crate) async fn serve(&self) -> SocketAddr {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = parvis::commands::serve::around(self.town.router.clone());
        tokio::spawn(parvis::server::serve(listener, router, Vec::new(), parvis::server::Limits::default(), Shutdown::new()));
        address
    }
}

async fn person(app: &App, n: usize) -> Viewer {
    let email = Email::parse(&format!("p{n}@example.org")).unwrap();
    actions::accounts::create(app, &email, &format!("Personne {n}"), Role::Citizen).await.unwrap();
    let account = app.store.read(move |db| store::accounts::by_email(db, email.as_str())).await.unwrap().unwrap();
    Viewer::signed_in(account.actor_id.to::<ActorId>(), Role::Citizen)
}

async fn propose(app: &App, viewer: Viewer, slug: &str, n: usize) -> ContributionId {
    let (title, body) = (format!("Proposition {n} : {}", words(n, 5)), words(n, 80));
    let draft = Draft::parse(Kind::Proposal, &RawDraft { title: &title, body: &body, ..RawDraft::default() }).unwrap();
    contributions::publish(app, viewer, slug, draft, Lang::Fr).await.unwrap()
}

async fn reply(app: &App, viewer: Viewer, to: ContributionId, n: usize) {
    let body = words(n, 40);
    let draft =
        Draft::parse(Kind::Reply, &RawDraft { body: &body, stance: ["for", "against", "neutral"][n % 3], ..RawDraft::default() }).unwrap();
    contributions::reply(app, viewer, to, draft, Lang::Fr).await.unwrap();
}
