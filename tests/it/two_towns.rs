//! Two instances and real HTTP between them: one follows, the other publishes, changes, answers and takes back.

use domain::actor::Viewer;
use domain::answer::AnswerState;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::moderation::Reason;
use rig::{Stranger, Town};
use serde_json::json;
use store::Uid;

/// The region follows what the commune opens; both on these databases.
pub(crate) async fn neighbours(commune: &Town, region: &Town) {
    commune.consultation("parc").await;
    let origin = commune.app.links.origin().trim_start_matches("http://").to_owned();
    for address in [format!("@parc@{origin}"), format!("{}/actors/collectivite", commune.app.links.origin())] {
        actions::abroad::follow_address(&region.app, Town::machine(), &address).await.unwrap();
    }
    Town::settle(&[region, commune]).await;
}

pub(crate) async fn propose(town: &Town, viewer: Viewer, title: &str) -> ContributionId {
    let body = "Sous le tilleul, à l’ombre, pour que chacun puisse s’asseoir en chemin.";
    let draft = Draft::parse(Kind::Proposal, &RawDraft { title, body, ..RawDraft::default() }).unwrap();
    actions::contributions::publish(&town.app, viewer, "parc", draft, Lang::Fr).await.unwrap()
}

/// What was heard of, newest first, the presentation of the consultation apart.
pub(crate) async fn heard(town: &Town) -> Vec<String> {
    let listed = town.app.store.read(|db| store::mirrored::recent(db, None, 50, 0)).await.unwrap();
    listed.into_iter().map(|row| row.mirrored.title).filter(|title| title != "Consultation parc").collect()
}

pub(crate) async fn both() -> Vec<(Town, Town)> {
    let mut pairs = vec![(Town::on_the_network().await, Town::on_the_network().await)];
    if let (Some(commune), Some(region)) = (Town::on_the_network_with_postgres().await, Town::on_the_network_with_postgres().await) {
        pairs.push((commune, region));
    }
    pairs
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_region_follows_a_commune_and_hears_of_it() {
    for (commune, region) in both().await {
        neighbours(&commune, &region).await;
        let ours = region.app.instance().await.unwrap().collectivity_id;
        let follows = region.app.store.read(move |db| store::follows::of_follower(db, ours, 10, 0)).await.unwrap();
        assert_eq!(follows.iter().map(|f| f.state.as_str()).collect::<Vec<_>>(), ["accepted", "accepted"]);
        // What was published before is read once from the outbox.
        region.visitor().see("/network").await.says("Consultation parc");
        commune.citizen("Ana").await;
        let ana = commune.viewer("ana@example.org").await;
        let anonymous = propose(&commune, ana, "Un banc sous le tilleul").await;
        Town::settle(&[&commune, &region]).await;
        assert_eq!(heard(&region).await, ["Un banc sous le tilleul"]);
        // Her name did not leave: she never agreed.
        let mut page = region.visitor();
        page.see("/network").await.says("Un banc sous le tilleul").keeps_quiet_about("Ana");
        for town in [&commune, &region] {
            town.wait(jiff::SignedDuration::from_mins(5));
        }
        commune.agrees(ana, "Ana").await;
        let named = propose(&commune, ana, "Une fontaine à boire").await;
        Town::settle(&[&commune, &region]).await;
        assert_eq!(heard(&region).await, ["Une fontaine à boire", "Un banc sous le tilleul"]);
        let answered = "Le banc sera posé en juin, merci de votre idée.";
        actions::office::answer(&commune.app, Town::machine(), anonymous, AnswerState::Accepted, answered, "Le maire").await.unwrap();
        actions::contributions::withdraw(&commune.app, ana, named).await.unwrap();
        Town::settle(&[&commune, &region]).await;
        let titles = heard(&region).await;
        assert!(!titles.contains(&"Une fontaine à boire".to_owned()), "{titles:?}");
        assert!(titles.iter().any(|title| title.contains("Un banc") && title != "Un banc sous le tilleul"), "the answer came: {titles:?}");
        let waiting = commune.app.store.read(store::deliveries::depth).await.unwrap();
        assert_eq!((waiting.0, waiting.1), (0, 0));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_commune_hides_the_region_shows_no_more() {
    // The region is known to read threads, or taken for software that shows boosts.
    for (index, (commune, region)) in both().await.into_iter().chain(both().await).enumerate() {
        let software = if index < 2 { "parvis" } else { "mastodon" };
        neighbours(&commune, &region).await;
        let (host, now) = (region.app.links.origin().trim_start_matches("http://").to_owned(), store::At(commune.now()));
        commune.app.store.write(move |db| store::peers::learn(db, &host, software, "1", now)).await.unwrap();
        commune.citizen("Ana").await;
        let ana = commune.viewer("ana@example.org").await;
        let ours = propose(&commune, ana, "Un banc sous le tilleul").await;
        let far = Stranger::start().await;
        let bo = far.person("bo");
        let public = "https://www.w3.org/ns/activitystreams#Public";
        let page = json!({
            "@context": "https://www.w3.org/ns/activitystreams", "type": "Page", "id": far.at("/pages/1"), "attributedTo": far.at("/users/bo"),
            "to": [commune.app.links.actor("parc"), public], "cc": [], "audience": commune.app.links.actor("parc"),
            "name": "Une fontaine", "content": "<p>De l’eau pour chacun, en chemin.</p>", "published": "2026-03-02T11:00:00Z"
        });
        far.show("/pages/1", page.clone());
        let create = json!({"type": "Create", "id": far.at("/create/1"), "actor": far.at("/users/bo"), "to": [public], "object": page});
        assert_eq!(far.post(&commune, &bo, &create).await.status, 202);
        Town::settle(&[&commune, &region]).await;
        let mut titles = heard(&region).await;
        titles.sort();
        assert_eq!(titles, ["Un banc sous le tilleul", "Une fontaine"], "{software}");
        let theirs = commune
            .app
            .store
            .read({
                let uri = far.at("/pages/1");
                move |db| store::contributions::by_uri(db, &uri)
            })
            .await
            .unwrap()
            .unwrap();
        for id in [ours, theirs.id.to()] {
            actions::office::hide(&commune.app, Town::machine(), id, Reason::OffTopic, "Ce n'est pas le sujet ici.").await.unwrap();
        }
        Town::settle(&[&commune, &region]).await;
        assert_eq!(heard(&region).await, Vec::<String>::new(), "{software}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_peer_that_is_down_gets_everything_later_in_order() {
    let (commune, region) = (Town::on_the_network().await, Town::on_the_network().await);
    neighbours(&commune, &region).await;
    commune.citizen("Ana").await;
    let ana = commune.viewer("ana@example.org").await;
    commune.agrees(ana, "Ana").await;
    region.go_down();
    let id = propose(&commune, ana, "Un banc sous le tilleul").await;
    Town::settle(&[&commune]).await;
    let gone = propose(&commune, ana, "Une idée de trop").await;
    actions::contributions::withdraw(&commune.app, ana, gone).await.unwrap();
    Town::settle(&[&commune]).await;
    assert!(heard(&region).await.is_empty());
    region.come_back();
    for town in [&commune, &region] {
        town.wait(jiff::SignedDuration::from_hours(13));
    }
    Town::settle(&[&commune, &region]).await;
    assert_eq!(heard(&region).await, ["Un banc sous le tilleul"]);
    let hosts = commune.app.store.read(move |db| store::deliveries::hosts_of(db, Uid::of(id))).await.unwrap();
    assert_eq!(hosts.len(), 1);
}
