//! Reports followed from elsewhere: a group for all, for each category, for each part of the territory; each follower hears of a report once.

use std::collections::BTreeSet;

use domain::actor::Role;
use federation::signature::Signer;
use jiff::SignedDuration;
use rig::{Citizen, Stranger, Town, on_both_databases};
use serde_json::{Value, json};
use store::street::groups::{self, Known};

use super::land::{SQUARE, area};
use super::{category, report};
use crate::effects::scene::{PUBLIC, activity_at, sent};
use crate::two_towns::{both, heard};

/// In the square that the area covers.
const INSIDE: [(&str, &str); 2] = [("latitude", "50.634567"), ("longitude", "3.061234")];

/// A town with two categories, one of them for few, and a part of the territory.
pub(super) async fn arranged(town: &Town) -> Citizen {
    let mut agent = town.somebody("Helene", Role::Agent).await;
    category(&mut agent, "Voirie", &[("description", "Chaussées et trottoirs.")]).await;
    category(&mut agent, "Voisinage", &[("private", "on")]).await;
    assert_eq!(area(town, &mut agent, &[("area", "Centre ancien"), ("service", "Centre")], SQUARE).await.status, 303);
    agent
}

async fn group(town: &Town, area: bool) -> Known {
    let read = town.app.store.read(move |db| {
        let category = store::street::category_by_code(db, "voirie")?.map(|category| category.id).filter(|_| !area);
        let area = store::street::areas::list(db)?.first().map(|(id, ..)| *id);
        groups::about(db, category, area)
    });
    read.await.unwrap().unwrap()
}

fn host(town: &Town) -> &str {
    town.app.links.origin().split_once("://").unwrap().1
}

pub(super) async fn follows(town: &Town, far: &Stranger, (signer, name): (&Signer, &str), handle: &str) -> u16 {
    let follow = json!({
        "@context": "https://www.w3.org/ns/activitystreams", "type": "Follow", "id": far.at(&format!("/follows/{name}-{handle}")),
        "actor": far.at(&format!("/users/{name}")), "object": town.app.links.actor(handle)
    });
    let status = far.post(town, signer, &follow).await.status.as_u16();
    Town::settle(&[town]).await;
    status
}

pub(super) async fn made(town: &Town, citizen: &mut Citizen, more: &[(&str, &str)]) {
    town.wait(SignedDuration::from_secs(5));
    assert_eq!(report(town, citizen, more, None).await.status, 303);
    Town::settle(&[town]).await;
}

pub(super) async fn deed(town: &Town, agent: &mut Citizen, path: &str, fields: &[(&str, &str)]) {
    town.wait(SignedDuration::from_secs(5));
    let answer = agent.post("/admin/street/1", path, fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    Town::settle(&[town]).await;
}

/// Which groups announced the address of what, as far as it reached there.
fn announced(far: &Stranger) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    sent(far, "Announce").iter().map(|sent| (text(&sent["actor"]), text(&sent["object"]))).collect()
}

async fn document(town: &Town, path: &str) -> (u16, Value) {
    let answer = activity_at(town, path).await;
    (answer.status.as_u16(), serde_json::from_str(&answer.body).unwrap_or(Value::Null))
}

on_both_databases! {
    async fn a_group_is_an_actor_like_any_other(town: Town) {
        let mut agent = arranged(&town).await;
        let found = town.visitor().see(&format!("/.well-known/webfinger?resource=acct:signalements_voirie@{}", host(&town))).await;
        found.says("/actors/signalements_voirie").says("/street?category=voirie");
        let (status, mut actor) = document(&town, "/actors/signalements_voirie").await;
        assert_eq!(status, 200);
        for key in ["publicKey", "assertionMethod", "published"] {
            assert!(actor[key].is_object() || actor[key].is_array() || actor[key].is_string(), "{key}");
            actor[key] = json!("…");
        }
        let text = serde_json::to_string_pretty(&actor).unwrap().replace(town.app.links.origin(), "https://ville.example").replace(host(&town), "ville.example");
        insta::assert_snapshot!("group_of_reports", text);
        for path in ["/actors/signalements", "/actors/signalements_centre_ancien"] {
            assert_eq!(document(&town, path).await.0, 200, "{path}");
        }
        for collection in ["outbox", "followers", "following", "featured", "moderators"] {
            let (status, found) = document(&town, &format!("/actors/signalements_voirie/{collection}")).await;
            assert_eq!((status, found["totalItems"].as_i64()), (200, Some(i64::from(collection == "moderators"))), "{collection}");
        }
        // Of what few see nobody elsewhere knows; no handle of somebody else is taken.
        assert_eq!(document(&town, "/actors/signalements_voisinage").await.0, 404);
        town.consultation("signalements-bruit").await;
        category(&mut agent, "Bruit", &[]).await;
        let (_, bruit) = document(&town, "/actors/signalements_bruit_2").await;
        assert_eq!((bruit["type"].as_str(), bruit["url"].as_str()), (Some("Group"), Some(&*town.app.links.absolute("/street?category=bruit"))));
    }
}

on_both_databases! {
    async fn whoever_follows_two_groups_hears_once(town: Town) {
        let mut agent = arranged(&town).await;
        let mut ana = town.citizen("Ana Canari").await;
        let far = Stranger::start().await;
        let (bo, lea) = (far.person("bo"), far.person("lea"));
        for handle in ["signalements_voirie", "signalements_centre_ancien", "signalements"] {
            assert_eq!(follows(&town, &far, (&bo, "bo"), handle).await, 202, "{handle}");
        }
        assert_eq!(sent(&far, "Accept").len(), 3);
        for strange in ["signalements_voisinage", "signalements_autre"] {
            assert_eq!(follows(&town, &far, (&bo, "bo"), strange).await, 404, "{strange}");
        }
        made(&town, &mut ana, &INSIDE).await;
        let once = announced(&far);
        assert_eq!(once.iter().map(|(by, _)| by.as_str()).collect::<Vec<_>>(), [town.app.links.actor("signalements_voirie")]);
        // What is read there: rounded, without an address, a name or a picture.
        let path = once[0].1.strip_prefix(town.app.links.origin()).unwrap().to_owned();
        let (status, page) = document(&town, &path).await;
        assert_eq!((status, page["type"].as_str(), page["location"]["radius"].as_i64()), (200, Some("Page"), Some(100)));
        let text = page.to_string();
        assert!(text.contains("Un trou profond") && text.contains("Reçu"), "{text}");
        for kept in ["Canari", "Tilleuls", "50.634567", "3.061234", "example.org"] {
            assert!(!text.contains(kept), "{kept}: {text}");
        }
        assert_eq!(town.visitor().get(&path).await.location(), "/street/1");
        // In the ledger it is somebody's contribution, though the collectivity speaks of it.
        for (class, any) in [("= 'p1'", true), ("<> 'p1'", false)] {
            let sql = format!(
                "SELECT count(*) AS number FROM departure d JOIN activity a ON a.id = d.activity_id \
                 JOIN street_object o ON o.object_id = a.object_id WHERE d.class {class}"
            );
            let told = town.app.store.read(move |db| store::testing::number(db, &sql)).await.unwrap();
            assert_eq!(told > 0, any, "{told} departures of class {class}");
        }
        // Each of two people on one server hears of it, through what they follow.
        follows(&town, &far, (&lea, "lea"), "signalements_centre_ancien").await;
        made(&town, &mut ana, &INSIDE).await;
        let mut by: Vec<String> = announced(&far).into_iter().skip(1).map(|(by, _)| by).collect();
        by.sort();
        assert_eq!(by, ["signalements_centre_ancien", "signalements_voirie"].map(|handle| town.app.links.actor(handle)));
        assert_eq!(document(&town, "/actors/signalements_centre_ancien/outbox").await.1["totalItems"], 2);
        // A new state is told once, and nothing that agents keep to themselves.
        deed(&town, &mut agent, "/admin/street/1", &[("next", "in_progress"), ("category", "voirie"), ("note", "interne")]).await;
        let updates = sent(&far, "Update");
        assert!(updates.len() == 1 && updates[0].to_string().contains("En cours") && !updates[0].to_string().contains("interne"), "{updates:?}");
        deed(&town, &mut agent, "/admin/street/1", &[("next", "in_progress"), ("category", "voirie"), ("note", "encore")]).await;
        assert_eq!(sent(&far, "Update").len(), 1);
        // Follows no more.
        let undo = json!({
            "@context": "https://www.w3.org/ns/activitystreams", "type": "Undo", "id": far.at("/undo/1"), "actor": far.at("/users/lea"),
            "object": { "type": "Follow", "id": far.at("/follows/lea-signalements_centre_ancien"), "actor": far.at("/users/lea"), "object": town.app.links.actor("signalements_centre_ancien") }
        });
        assert_eq!(far.post(&town, &lea, &undo).await.status, 202);
        assert_eq!(document(&town, "/actors/signalements_centre_ancien/followers").await.1["totalItems"], 1);
    }
}

on_both_databases! {
    async fn what_was_done_is_told_under_the_report(town: Town) {
        let mut agent = arranged(&town).await;
        let mut ana = town.citizen("Ana Canari").await;
        let far = Stranger::start().await;
        let bo = far.person("bo");
        follows(&town, &far, (&bo, "bo"), "signalements").await;
        made(&town, &mut ana, &INSIDE).await;
        let here = |uri: &str| uri.strip_prefix(town.app.links.origin()).unwrap().to_owned();
        let steps = town.app.store.read(|db| {
            let report = store::street::numbered(db, 1)?.unwrap();
            store::street::steps(db, report.id)
        });
        assert_eq!(document(&town, &format!("/objects/{}", steps.await.unwrap()[0].id.0)).await.0, 404, "that it was made is the report itself");
        // Who only sees a list of news is told of no change of a text: each step is a text under it.
        let works = [("next", "in_progress"), ("category", "voirie"), ("words", "Une équipe passe mardi."), ("note", "interne")];
        deed(&town, &mut agent, "/admin/street/1", &works).await;
        let told = announced(&far);
        assert_eq!(told.len(), 2, "{told:?}");
        let (status, note) = document(&town, &here(&told[1].1)).await;
        assert_eq!((status, note["type"].as_str(), note["inReplyTo"].as_str()), (200, Some("Note"), Some(told[0].1.as_str())));
        let text = note.to_string();
        assert!(text.contains("En cours") && text.contains("Une équipe passe mardi."), "{text}");
        for kept in ["interne", "Helene", "Canari", "Tilleuls"] {
            assert!(!text.contains(kept), "{kept}: {text}");
        }
        assert_eq!(town.visitor().get(&here(&told[1].1)).await.location(), "/street/1");
        deed(&town, &mut agent, "/admin/street/1", &[("next", "in_progress"), ("category", "voirie"), ("note", "encore")]).await;
        assert_eq!(announced(&far).len(), 2, "what agents keep to themselves is told to nobody");
        let refused = [("next", "refused"), ("category", "voirie"), ("reason", "not_ours"), ("competent", "la métropole")];
        deed(&town, &mut agent, "/admin/street/1", &refused).await;
        let all: BTreeSet<String> = announced(&far).into_iter().map(|(_, object)| object).collect();
        assert_eq!(all.len(), 3, "{all:?}");
        let last = document(&town, &here(&announced(&far)[2].1)).await.1.to_string();
        assert!(last.contains("compétence") && last.contains("la métropole"), "{last}");
        // Hidden with the report, and not shown again with it: who deleted it does not show it again.
        deed(&town, &mut agent, "/admin/street/1/hide", &[("act", "hide")]).await;
        let deleted: BTreeSet<String> = sent(&far, "Delete").iter().map(|told| told["object"]["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(deleted, all);
        deed(&town, &mut agent, "/admin/street/1/hide", &[("act", "show")]).await;
        for (uri, status) in [(&told[0].1, 200), (&told[1].1, 410)] {
            assert_eq!(document(&town, &here(uri)).await.0, status, "{uri}");
        }
        let bodies = town.app.store.read(|db| store::testing::number(db, "SELECT count(*) AS number FROM activity WHERE body LIKE '%passe mardi%'"));
        assert_eq!(bodies.await.unwrap(), 0, "what was hidden is kept nowhere to be sent");
    }
}

on_both_databases! {
    async fn what_few_may_see_never_leaves_and_what_is_hidden_is_recalled(town: Town) {
        let mut agent = arranged(&town).await;
        let mut ana = town.citizen("Ana Canari").await;
        let far = Stranger::start().await;
        let bo = far.person("bo");
        follows(&town, &far, (&bo, "bo"), "signalements").await;
        made(&town, &mut ana, &[("category", "voisinage")]).await;
        // Without an account it counts once it is confirmed.
        let mut passer = town.visitor();
        made(&town, &mut passer, &[("email", "zoe@example.org")]).await;
        assert_eq!(announced(&far), Vec::new());
        let link = town.latest_link("zoe@example.org").await;
        assert_eq!(passer.post(&link, &link, &[]).await.status, 303);
        Town::settle(&[&town]).await;
        let object = announced(&far).remove(0).1;
        let path = object.strip_prefix(town.app.links.origin()).unwrap().to_owned();
        assert_eq!(announced(&far).len(), 1);
        assert_eq!(document(&town, "/street/2").await.0, 303);
        // Hidden: deleted wherever it went. Shown again: as when it came.
        deed(&town, &mut agent, "/admin/street/2/hide", &[("act", "hide")]).await;
        let deleted = sent(&far, "Delete");
        assert_eq!(deleted.iter().map(|told| told["object"]["id"].as_str()).collect::<Vec<_>>(), [Some(object.as_str())]);
        assert_eq!(document(&town, &path).await.0, 410);
        deed(&town, &mut agent, "/admin/street/2/hide", &[("act", "show")]).await;
        assert_eq!((announced(&far).len(), document(&town, &path).await.0), (2, 200));
        // Moved to where few may see it: gone for everybody else.
        deed(&town, &mut agent, "/admin/street/2", &[("next", "accepted"), ("category", "voisinage")]).await;
        assert_eq!((sent(&far, "Delete").len(), document(&town, &path).await.0), (2, 410));
        // What is said to a group is nothing here, nor what answers a report.
        for (id, more) in [("1", json!({ "audience": town.app.links.actor("signalements") })), ("2", json!({ "inReplyTo": object }))] {
            let mut note = json!({
                "type": "Note", "id": far.at(&format!("/notes/{id}")), "attributedTo": far.at("/users/bo"), "to": [PUBLIC, town.app.links.actor("signalements")],
                "content": "<p>Bonjour à tous.</p>", "published": "2026-03-02T11:00:00Z"
            });
            note.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            let create = json!({
                "@context": "https://www.w3.org/ns/activitystreams", "type": "Create", "id": far.at(&format!("/creates/{id}")),
                "actor": far.at("/users/bo"), "to": [PUBLIC], "object": note
            });
            assert!(far.post(&town, &bo, &create).await.status.as_u16() < 500);
            let uri = far.at(&format!("/notes/{id}"));
            assert!(town.app.store.read(move |db| store::contributions::by_uri(db, &uri)).await.unwrap().is_none());
        }
    }
}

on_both_databases! {
    async fn a_group_takes_the_name_of_its_category_and_ends_with_its_area(town: Town) {
        let mut agent = arranged(&town).await;
        let far = Stranger::start().await;
        let bo = far.person("bo");
        for handle in ["signalements_voirie", "signalements_centre_ancien"] {
            follows(&town, &far, (&bo, "bo"), handle).await;
        }
        let id = group(&town, false).await.group.category_id.unwrap().0.to_string();
        category(&mut agent, "Rues et trottoirs", &[("id", &id)]).await;
        Town::settle(&[&town]).await;
        let renamed = sent(&far, "Update");
        assert!(renamed.len() == 1 && renamed[0]["object"]["name"].as_str().unwrap().contains("Rues et trottoirs"), "{renamed:?}");
        assert_eq!(renamed[0]["object"]["id"], town.app.links.actor("signalements_voirie"));
        let area_id = group(&town, true).await.group.area_id.unwrap().0.to_string();
        assert_eq!(agent.post("/admin/street/areas", "/admin/street/areas/remove", &[("remove", &area_id)]).await.status, 303);
        Town::settle(&[&town]).await;
        let gone = sent(&far, "Delete");
        // To the followers, and to every server that knew it: some hear it twice.
        assert!(!gone.is_empty() && gone.iter().all(|told| told["object"] == town.app.links.actor("signalements_centre_ancien")), "{gone:?}");
        assert_eq!(document(&town, "/actors/signalements_centre_ancien").await.0, 410);
        // The same name again is another group.
        assert_eq!(area(&town, &mut agent, &[("area", "Centre ancien"), ("service", "Centre")], SQUARE).await.status, 303);
        assert_eq!(document(&town, "/actors/signalements_centre_ancien_2").await.0, 200);
    }
}

on_both_databases! {
    async fn pages_say_how_to_follow_what_they_show(town: Town) {
        let mut agent = arranged(&town).await;
        let mut ana = town.citizen("Ana").await;
        made(&town, &mut ana, &INSIDE).await;
        made(&town, &mut ana, &[("address", "Ailleurs")]).await;
        // An area that is added later lists what lies in it already.
        assert_eq!(area(&town, &mut agent, &[("area", "Nord"), ("service", "Nord"), ("category", "voirie")], SQUARE).await.status, 303);
        let areas = town.app.store.read(store::street::areas::list).await.unwrap();
        let mut visitor = town.visitor();
        let table = [
            (String::new(), "signalements@", 2),
            ("?category=voirie".to_owned(), "signalements_voirie@", 2),
            (format!("?area={}", areas[0].0.0), "signalements_centre_ancien@", 1),
            (format!("?area={}", areas[1].0.0), "signalements_nord@", 1),
        ];
        for (query, handle, count) in table {
            let page = visitor.see(&format!("/street{query}")).await;
            page.says(&format!("@{handle}{}", host(&town))).says(&format!("{count} signalement"));
            assert!(page.body.contains(&format!("href=\"/feeds/street.atom{query}\"")), "{query}: {}", page.body);
            let feed = visitor.see(&format!("/feeds/street.atom{query}")).await;
            assert_eq!(feed.body.matches("<entry").count(), count, "{query}");
            let to: String = url::form_urlencoded::byte_serialize(format!("/street{query}").as_bytes()).collect();
            visitor.see(&format!("/elsewhere?to={to}")).await.says(&format!("@{handle}")).says("Suivez ces signalements");
        }
        for nothing in ["/street?category=voisinage", "/street?category=x", "/streets", "/street/1"] {
            let to: String = url::form_urlencoded::byte_serialize(nothing.as_bytes()).collect();
            assert_eq!(visitor.get(&format!("/elsewhere?to={to}")).await.status, 404, "{nothing}");
        }
        visitor.see("/street?area=x&category=voisinage").await.says("2 signalements");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_town_follows_a_category_and_hears_what_becomes_of_it() {
    for (commune, region) in both().await {
        let mut agent = arranged(&commune).await;
        let mut ana = commune.citizen("Ana Canari").await;
        for handle in ["signalements_voirie", "signalements"] {
            let address = format!("@{handle}@{}", host(&commune));
            actions::abroad::follow_address(&region.app, Town::machine(), &address).await.unwrap();
        }
        Town::settle(&[&region, &commune]).await;
        made(&commune, &mut ana, &[]).await;
        Town::settle(&[&commune, &region]).await;
        assert_eq!(heard(&region).await, ["Signalement n° 1 : Voirie"]);
        region.visitor().see("/network").await.says("Un trou profond").keeps_quiet_about("Canari").keeps_quiet_about("Tilleuls");
        deed(&commune, &mut agent, "/admin/street/1/hide", &[("act", "hide")]).await;
        Town::settle(&[&commune, &region]).await;
        assert_eq!(heard(&region).await, Vec::<String>::new());
        assert_eq!(region.app.store.read(store::deliveries::depth).await.unwrap().0, 0);
    }
}
