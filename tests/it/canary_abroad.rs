//! Nothing private leaves by the other door, nor in files, metrics and logs: every private field of every seeded person holds a mark, the journeys
//! are run, and every outgoing byte is searched for it.

use std::io::Write;
use std::sync::{Arc, Mutex};

use crate::canary_columns::{Seen, live_more};
use crate::effects::scene::activity_at;
use crate::{meetings_abroad, questionnaires, ways};
use domain::actor::Role;
use domain::text::Email;
use domain::vote::Level;
use rig::{Citizen, Stranger, Town, on_both_databases};
use serde_json::json;

/// What is in private fields only: not a word, and in no name or text that is public.
pub(crate) const MARK: &str = "kanari";

/// What is searched for: the mark, and secrets that were drawn.
pub(crate) struct Canary {
    secrets: Vec<String>,
}

impl Canary {
    /// The first thing in these bytes that may not be there.
    fn found<'a>(&'a self, bytes: &[u8]) -> Option<&'a str> {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let plain: String = text.chars().filter(|letter| !matches!(letter, '-' | ' ')).collect();
        let secret = |secret: &&String| text.contains(&secret.to_lowercase()) || plain.contains(&secret.to_lowercase());
        if text.contains(MARK) { Some(MARK) } else { self.secrets.iter().find(secret).map(String::as_str) }
    }

    /// This was drawn as well, and is nobody else's to read.
    pub(crate) fn hide(&mut self, secret: String) {
        self.secrets.push(secret);
    }

    pub(crate) fn quiet(&self, what: &str, bytes: &[u8]) {
        assert_eq!(self.found(bytes), None, "in {what}: {}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn the_canary_bites() {
    let canary = Canary { secrets: vec!["ab12cd".to_owned()] };
    for leak in ["x KANARI-mail@example.org", "\"code\":\"AB12-CD\"", "ab 12 cd", "…ab12cd…"] {
        assert!(canary.found(leak.as_bytes()).is_some(), "{leak}");
    }
    assert_eq!(canary.found("Un banc à l’ombre".as_bytes()), None);
}

/// What the process writes to its log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Somebody whose address holds the mark and whose name does not.
pub(crate) async fn somebody(town: &Town, name: &str, role: Role) -> Citizen {
    let email = Email::parse(&format!("{MARK}-{}@example.org", name.to_lowercase().replace(' ', "."))).unwrap();
    let path = actions::accounts::create(&town.app, &email, name, role).await.unwrap();
    let mut citizen = town.visitor();
    citizen.enter(&path).await;
    citizen
}

/// Every data set in every form, and what says which there are.
pub(crate) fn open_data() -> Vec<String> {
    let mut paths = vec!["/open-data".to_owned(), "/open-data/catalog.jsonld".to_owned()];
    for set in domain::open_data::Dataset::ALL {
        let forms = if set.has_places() { &["", ".csv", ".json", ".geojson"][..] } else { &["", ".csv", ".json"] };
        paths.extend(forms.iter().map(|form| format!("/open-data/{set}{form}")));
    }
    paths
}

/// Everything that is private is done by somebody, with the mark in it; what was drawn at random is given back.
pub(crate) async fn live(town: &Town, mastodon: &Stranger) -> (Canary, String) {
    let (mut ana, mut bob, mut agent) = (
        somebody(town, "Ana", Role::Citizen).await,
        somebody(town, "Bob", Role::Citizen).await,
        somebody(town, "Agathe", Role::Agent).await,
    );
    assert_eq!(
        ana.post("/account", "/account", &[("name", "Ana"), ("summary", ""), ("lang", "fr"), ("publish_abroad", "on")]).await.status,
        303
    );
    let new = "/c/place/new?kind=proposal";
    let form = [("kind", "proposal"), ("title", "Des bancs à l'ombre"), ("body", "Pour chacun."), ("theme", "")];
    let page = ana.post(new, new, &form).await.location().split('?').next().unwrap().to_owned();
    let reply = format!("{page}/reply");
    assert_eq!(bob.post(&page, &reply, &[("body", "Et une fontaine."), ("stance", "for")]).await.status, 303);
    bob.post(&page, &format!("{page}/support"), &[("given", "1")]).await;
    let note = format!("{MARK} dans un signalement");
    assert_eq!(bob.post(&page, &format!("{page}/report"), &[("reason", "other"), ("note", &note)]).await.status, 303);
    let mut moderator = town.somebody("Modératrice", Role::Moderator).await;
    moderator.see("/admin/moderation").await.says(MARK);
    // A questionnaire, answered by somebody without an account.
    let form = questionnaires::published(town, &mut agent, "everyone").await;
    let mut passer = town.visitor();
    let mine = questionnaires::begin(&mut passer, &form).await;
    questionnaires::answer(&mut passer, &mine, "À pied", &format!("Par la rue {MARK}")).await;
    assert_eq!(questionnaires::send(&mut passer, &mine, &format!("{MARK}-passante@example.org")).await.status, 303);
    // A vote with codes by letter.
    let poll = ways::poll(town, &[Level::PrintedCode]).await;
    let codes: Vec<String> = ways::letters(town, poll, 3).await.into_iter().map(|letter| letter.code).collect();
    ways::vote(town, poll, &codes[0], 1).await.unwrap();
    // A meeting, with people who come.
    let (_, mut places) = meetings_abroad::private(town, MARK).await;
    // Somebody who gets the newsletter.
    places.push(crate::newsletter::private(town, MARK).await);
    // Somebody of another server reports to us what they dislike.
    let bo = mastodon.person("bo");
    let object = town.app.links.object(page.rsplit('/').next().unwrap().parse::<uuid::Uuid>().unwrap());
    let flag =
        json!({"type": "Flag", "id": mastodon.at("/flags/1"), "actor": mastodon.at("/users/bo"), "object": [object], "content": note});
    assert_eq!(mastodon.post(town, &bo, &flag).await.status, 202);
    let cookies =
        [&ana, &bob, &agent, &passer].into_iter().flat_map(|citizen| citizen.cookies.values().cloned()).filter(|value| value.len() > 8);
    let key = mine.rsplit('/').next().unwrap().to_owned();
    (Canary { secrets: codes.into_iter().chain(cookies).chain(places).chain([key]).collect() }, page)
}

async fn follower(town: &Town, server: &Stranger, software: &'static str) {
    let signer = server.person("lea");
    for (n, actor) in ["place", "collectivite"].into_iter().enumerate() {
        let object = town.app.links.actor(actor);
        let follow =
            json!({"type": "Follow", "id": server.at(&format!("/follows/{n}")), "actor": server.at("/users/lea"), "object": object});
        assert_eq!(server.post(town, &signer, &follow).await.status, 202);
    }
    Town::settle(&[town]).await;
    let (host, now) = (server.origin.trim_start_matches("http://").to_owned(), store::At(town.now()));
    town.app.store.write(move |db| store::peers::learn(db, &host, software, "1", now)).await.unwrap();
}

/// What the metrics show.
async fn shown(metrics: parvis::telemetry::metrics::Metrics) -> Vec<u8> {
    let request = axum::http::Request::get("/metrics").body(axum::body::Body::empty()).unwrap();
    let answer = tower::ServiceExt::oneshot(metrics.router(), request).await.unwrap();
    http_body_util::BodyExt::collect(answer.into_body()).await.unwrap().to_bytes().to_vec()
}

on_both_databases! {
    async fn no_private_field_in_any_byte_that_leaves(town: Town) {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt().with_max_level(tracing_subscriber::filter::LevelFilter::DEBUG).with_writer(move || writer.clone());
        // Where another test of this process has its own, it is read there.
        let listens = subscriber.try_init().is_ok();
        let metrics = parvis::telemetry::metrics::install().ok();
        town.consultation("place").await;
        let (lemmy, mastodon) = (Stranger::start().await, Stranger::start().await);
        follower(&town, &lemmy, "lemmy").await;
        follower(&town, &mastodon, "mastodon").await;
        let (mut canary, page) = live(&town, &mastodon).await;
        let mut seen = Seen::default();
        live_more(&town, &mut seen).await;
        canary.secrets.extend(seen.secrets);
        Town::settle(&[&town]).await;
        let received: Vec<_> = lemmy.asked().into_iter().chain(mastodon.asked()).collect();
        assert!(received.iter().any(|asked| asked.body.to_string().contains("bancs")), "something left");
        for asked in received {
            canary.quiet("what was sent", format!("{} {} {}", asked.method, asked.path, asked.body).as_bytes());
        }
        let id = page.rsplit('/').next().unwrap();
        let mut documents = vec!["/actor".to_owned(), "/nodeinfo/2.1".to_owned(), "/ns/v1".to_owned()];
        let ana = town.viewer("kanari-ana@example.org").await.actor.unwrap();
        let ana = town.app.store.read(move |db| store::actors::find(db, store::Uid::of(ana))).await.unwrap().unwrap().username;
        for actor in ["collectivite", "place", ana.as_str()] {
            let parts = ["", "/outbox", "/outbox?page=1", "/followers", "/following", "/featured", "/moderators"];
            documents.extend(parts.map(|part| format!("/actors/{actor}{part}")));
            documents.push(format!("/.well-known/webfinger?resource=acct:{actor}@town.test"));
        }
        documents.extend(["", "/replies", "/likes", "/context"].map(|part| format!("/objects/{id}{part}")));
        for path in documents {
            let document = activity_at(&town, &path).await;
            assert_eq!(document.status, 200, "{path}");
            canary.quiet(&path, document.body.as_bytes());
        }
        town.wait(jiff::SignedDuration::from_hours(24 * 12));
        Town::settle(&[&town]).await;
        let poll = town.visitor().see("/c/place/polls").await.body.split("/c/place/polls/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let files = ["record.json", "ballots.csv", "ballots.pb"].map(|file| format!("/c/place/polls/{poll}/{file}"));
        let public = ["/street", "/street/1", "/street/2", "/feeds/street.atom", "/open311/v2/requests.json", "/open311/v2/requests.xml", "/c/budget", "/c/budget/contributions", "/c/budget/how", "/meetings", "/c/place/meetings", "/calendar.ics", "/c/place/calendar.ics", "/network", "/network/peers", "/territory", "/territory/figures", "/feeds/territory.atom", "/record", "/record/checkpoint", "/record/tile/entries/000.p/1", "/actors/collectivite/consultations?after=", "/", "/c", "/c/place", "/c/place/contributions", "/c/place/results", "/c/place/polls", "/search?q=bancs", "/c/place/contributions.csv"];
        let feeds = ["/feeds/consultations.atom".to_owned(), "/c/place/feed.atom".to_owned(), format!("{page}/feed.atom"), format!("/@{ana}/feed.atom")];
        let pages = [page.clone(), format!("{page}/versions"), format!("/c/place/polls/{poll}"), format!("/@{ana}")];
        for path in public.iter().map(|path| (*path).to_owned()).chain(files).chain(feeds).chain(pages).chain(open_data()) {
            let answer = crate::open_data::ask(&town, &path).await;
            // A vote of this form has no file for budgets.
            assert!(answer.status == 200 || path.contains("/polls/"), "{path}: {}", answer.status);
            canary.quiet(&path, answer.body.as_bytes());
        }
        crate::canary_pictures::quiet(&town, &canary).await;
        if let Some(metrics) = metrics {
            canary.quiet("the metrics", &shown(metrics).await);
        }
        if listens {
            let written = log.0.lock().unwrap().clone();
            assert!(!written.is_empty());
            canary.quiet("the log", &written);
        }
    }
}
