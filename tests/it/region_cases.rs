//! What a collectivity could say to spoil the list of a region, and does not achieve.

use jiff::SignedDuration;
use rig::{Stranger, Town};
use serde_json::{Value, json};
use store::views::territory;

use crate::region::{listed, sweep};

const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

async fn regions() -> Vec<Town> {
    let mut towns = vec![Town::on_the_network().await];
    towns.extend(Town::on_the_network_with_postgres().await);
    towns
}

/// A collectivity on a server of others that the region follows, with what signs for it.
async fn followed(region: &Town, far: &Stranger) -> federation::signature::Signer {
    far.with("/users/ville", "parvis:consultations", json!(far.at("/list")));
    followed_bare(region, far).await
}

/// The same, whose server lists no consultations.
async fn followed_bare(region: &Town, far: &Stranger) -> federation::signature::Signer {
    let signer = far.person("ville");
    far.change("/users/ville", |document| document["type"] = json!("Organization"));
    let uri = far.at("/users/ville");
    actions::abroad::follow_address(&region.app, Town::machine(), &uri).await.unwrap();
    Town::settle(&[region]).await;
    let follow = far.received().into_iter().find(|activity| activity["type"] == "Follow").unwrap();
    let accept = json!({"type": "Accept", "id": far.at("/accept"), "actor": uri, "object": follow["id"]});
    assert_eq!(far.post(region, &signer, &accept).await.status, 202);
    signer
}

fn page(far: &Stranger, path: &str, name: &str) -> Value {
    json!({
        "@context": "https://www.w3.org/ns/activitystreams", "type": "Page", "id": far.at(path), "attributedTo": far.at("/users/ville"),
        "to": [PUBLIC], "name": name, "published": "2026-03-01T11:00:00Z", "url": far.at(path),
        "parvis:phases": [{"name": "Tout", "startTime": "2026-03-01T11:00:00Z", "endTime": "2026-06-01T11:00:00Z"}]
    })
}

fn list(far: &Stranger, here: &str, items: &[Value], next: Option<String>) -> Value {
    let mut page = json!({
        "@context": "https://www.w3.org/ns/activitystreams", "id": far.at(here), "type": "OrderedCollectionPage", "orderedItems": items
    });
    if let Some(next) = next {
        page["next"] = json!(next);
    }
    page
}

async fn titles(town: &Town) -> Vec<String> {
    listed(town).await.into_iter().map(|listing| listing.title).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_collection_speaks_of_its_own_only() {
    for region in regions().await {
        let (far, other) = (Stranger::start().await, Stranger::start().await);
        let mut foreign = page(&other, "/o/9", "D’ailleurs");
        foreign["attributedTo"] = json!(far.at("/users/ville"));
        let mut neighbour = page(&far, "/o/8", "D’une voisine");
        neighbour["attributedTo"] = json!(far.at("/users/voisine"));
        let mut private = page(&far, "/o/7", "Privée");
        private["to"] = json!([far.at("/users/ville/followers")]);
        let nonsense = json!({"type": "Page", "id": 4});
        far.show("/list", list(&far, "/list", &[page(&far, "/o/1", "La sienne"), foreign, neighbour, private, nonsense, json!(3)], None));
        followed(&region, &far).await;
        Town::settle(&[&region]).await;
        assert_eq!(titles(&region).await, ["La sienne"]);
        assert!(other.asked().is_empty(), "nobody else is asked anything");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_collection_without_end_or_in_a_circle_removes_nothing() {
    for region in regions().await {
        let far = Stranger::start().await;
        far.show("/list", list(&far, "/list", &[page(&far, "/o/1", "Une"), page(&far, "/o/2", "Deux")], None));
        followed(&region, &far).await;
        Town::settle(&[&region]).await;
        assert_eq!(titles(&region).await, ["Deux", "Une"]);
        // Round in a circle, with one of the two only.
        far.show("/list", list(&far, "/list", &[page(&far, "/o/1", "Une")], Some(far.at("/more"))));
        far.show("/more", list(&far, "/more", &[page(&far, "/o/1", "Une")], Some(far.at("/list"))));
        region.wait(SignedDuration::from_hours(26));
        sweep(&region, &[]).await;
        assert_eq!(titles(&region).await, ["Deux", "Une"]);
        // No end: each page leads on with something new.
        far.show("/list", list(&far, "/list", &[page(&far, "/o/1", "Une")], Some(far.at("/p/0"))));
        for n in 0..80 {
            far.show(
                &format!("/p/{n}"),
                list(
                    &far,
                    &format!("/p/{n}"),
                    &[page(&far, &format!("/n/{n}"), &format!("N{n:02}"))],
                    Some(far.at(&format!("/p/{}", n + 1))),
                ),
            );
        }
        let before = far.asked().len();
        region.wait(SignedDuration::from_hours(26));
        sweep(&region, &[]).await;
        let asked = far.asked().iter().skip(before).filter(|asked| asked.path.starts_with("/p/")).count();
        assert!(asked < 60, "{asked} pages were asked for");
        assert!(titles(&region).await.contains(&"Deux".to_owned()), "what was not read to its end removes nothing");
        // To another server: not followed, and the end is not believed to be one.
        far.show("/list", list(&far, "/list", &[page(&far, "/o/1", "Une")], Some("http://localhost:9/list".to_owned())));
        region.wait(SignedDuration::from_hours(26));
        sweep(&region, &[]).await;
        assert!(titles(&region).await.contains(&"Deux".to_owned()));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_activity_says_is_bounded_and_escaped() {
    for region in regions().await {
        let far = Stranger::start().await;
        far.show("/list", list(&far, "/list", &[], None));
        let signer = followed(&region, &far).await;
        Town::settle(&[&region]).await;
        let mut spoilt = page(&far, "/o/1", "<script>alert(1)</script> \u{202e}éhcram uD");
        spoilt["parvis:teaser"] = json!("<img src=x onerror=alert(1)> =HYPERLINK(1)");
        spoilt["parvis:themes"] = (0..10_000).map(|n| json!(format!("Thème {n}"))).collect();
        spoilt["parvis:figures"] =
            json!({"parvis:contributions": -3, "parvis:participants": 4, "parvis:supports": 9_223_372_036_854_775_807_i64});
        spoilt["url"] = json!("javascript:alert(1)");
        let create = json!({"type": "Create", "id": far.at("/c/1"), "actor": far.at("/users/ville"), "to": [PUBLIC], "object": spoilt});
        assert_eq!(far.post(&region, &signer, &create).await.status, 202);
        Town::settle(&[&region]).await;
        let listing = listed(&region).await.remove(0);
        assert_eq!((listing.contributions, listing.participants, listing.supports), (None, None, None));
        assert_eq!(region.app.store.read(move |db| territory::parts(db, &[listing.id])).await.unwrap().1.len(), 12);
        let mut visitor = region.visitor();
        for path in
            ["/territory", "/territory/map", "/territory/calendar?month=2026-03", "/territory/figures", "/", "/feeds/territory.atom"]
        {
            let answer = visitor.see(path).await;
            assert!(
                !answer.body.contains("<script>alert") && !answer.body.contains("<img src=x") && !answer.body.contains("javascript:"),
                "{path}"
            );
        }
        let file = visitor.see("/open-data/territory.csv").await;
        assert!(!file.body.contains("javascript:") && file.body.contains("\"Thème 0, "), "{}", file.body);
        let listing = visitor.see("/territory").await;
        assert!(
            listing.body.contains("<bdi>&#60;script&#62;") || listing.body.contains("<bdi>&lt;script&gt;"),
            "names stand apart, and are text"
        );
        // Its author deletes it; what came first is not believed any more, whatever comes later.
        let delete =
            json!({"type": "Delete", "id": far.at("/d/1"), "actor": far.at("/users/ville"), "to": [PUBLIC], "object": far.at("/o/1")});
        assert_eq!(far.post(&region, &signer, &delete).await.status, 202);
        assert!(titles(&region).await.is_empty());
        far.show("/list", list(&far, "/list", &[page(&far, "/o/1", "Encore")], None));
        region.wait(SignedDuration::from_hours(26));
        sweep(&region, &[]).await;
        assert!(titles(&region).await.is_empty(), "what its author deleted stays away");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn older_words_change_nothing_and_others_are_not_heard() {
    for region in regions().await {
        let (far, other) = (Stranger::start().await, Stranger::start().await);
        far.show("/list", list(&far, "/list", &[], None));
        let signer = followed(&region, &far).await;
        Town::settle(&[&region]).await;
        let post = |name: &str, updated: &str, n: i64| {
            let mut object = page(&far, "/o/1", name);
            object["updated"] = json!(updated);
            let update = json!({"type": "Update", "id": far.at(&format!("/u/{n}")), "actor": far.at("/users/ville"), "to": [PUBLIC], "object": object});
            let (far, region, signer) = (far.clone(), &region, signer.clone());
            async move { far.post(region, &signer, &update).await.status }
        };
        assert_eq!(post("Nouvelle", "2026-03-02T10:00:00Z", 1).await, 202);
        assert_eq!(post("Ancienne", "2026-03-02T09:00:00Z", 2).await, 202);
        assert_eq!(titles(&region).await, ["Nouvelle"]);
        // Somebody who is not followed lists nothing.
        let stranger = other.person("ville");
        let object = page(&other, "/o/1", "De personne");
        let create = json!({"type": "Create", "id": other.at("/c/1"), "actor": other.at("/users/ville"), "to": [PUBLIC], "object": object});
        assert_eq!(other.post(&region, &stranger, &create).await.status, 202);
        assert_eq!(titles(&region).await, ["Nouvelle"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_software_lists_what_has_a_beginning_and_an_end() {
    for region in regions().await {
        let far = Stranger::start().await;
        let event = |path: &str, name: &str| {
            let mut event = page(&far, path, name);
            event["type"] = json!("Event");
            event.as_object_mut().unwrap().remove("parvis:phases");
            event["startTime"] = json!("2026-03-01T18:00:00+01:00");
            event["endTime"] = json!("2026-04-01T20:00:00+02:00");
            event["tag"] = json!([{"type": "Hashtag", "name": "#Transports"}]);
            event
        };
        far.show("/o/1", event("/o/1", "Réunion sur les cars"));
        far.show("/o/2", event("/o/2", "Réunion sur les trains"));
        let create = |n: i64, object: Value| json!({"type": "Create", "id": far.at(&format!("/c/{n}")), "actor": far.at("/users/ville"), "to": [PUBLIC], "object": object});
        let mut article = page(&far, "/o/3", "Un article sans dates");
        article.as_object_mut().unwrap().remove("parvis:phases");
        let items =
            [create(1, event("/o/1", "Réunion sur les cars")), create(2, event("/o/2", "Réunion sur les trains")), create(3, article)];
        far.show("/users/ville/outbox", list(&far, "/users/ville/outbox", &items, None));
        let signer = followed_bare(&region, &far).await;
        Town::settle(&[&region]).await;
        assert_eq!(titles(&region).await, ["Réunion sur les cars", "Réunion sur les trains"]);
        assert_eq!(listed(&region).await[0].closes_at.0.to_string(), "2026-04-01T18:00:00Z");
        // One is gone, one changed, and nobody said so: they are read again, one by one.
        far.fail("/o/1", 410);
        far.show("/o/2", event("/o/2", "Réunion sur les trains de nuit"));
        far.show("/users/ville/outbox", list(&far, "/users/ville/outbox", &[], None));
        region.wait(SignedDuration::from_hours(26));
        sweep(&region, &[]).await;
        assert_eq!(titles(&region).await, ["Réunion sur les trains de nuit"]);
        // The collectivity itself leaves.
        let delete = json!({"type": "Delete", "id": far.at("/d/9"), "actor": far.at("/users/ville"), "to": [PUBLIC], "object": far.at("/users/ville")});
        assert_eq!(far.post(&region, &signer, &delete).await.status, 202);
        assert!(titles(&region).await.is_empty());
    }
}
