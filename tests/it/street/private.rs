//! What nobody may read, or few, is behind no door: not confirmed, hidden, private from the beginning, or moved to where few see it. Every list, every
//! program, every file and every other server is asked.

use std::sync::Arc;

use super::groups::{arranged, deed, made};
use crate::effects::scene::activity_at;
use crate::two_towns::{both, heard};
use actions::limits::Limits;
use rig::{Answer, Citizen, Town};
use serde_json::{Value, json};

/// In what is written where few may read, and in nothing else here.
const SECRET: &str = "ibeline";

/// A place in the part of the territory that has a group.
const INSIDE: [(&str, &str); 2] = [("latitude", "50.634567"), ("longitude", "3.061234")];

/// The only report that everybody may see is the first. The second waits for its confirmation, the third is hidden, the fourth is private, and the
/// fifth was seen by everybody before agents moved it.
async fn reports(town: &Town, agent: &mut Citizen) {
    let mut ana = town.citizen("Ana Canari").await;
    made(town, &mut ana, &INSIDE).await;
    let words = |body: &'static str, more: [(&'static str, &'static str); 2]| {
        let mut fields = vec![("body", body), ("address", "12 rue Zibeline")];
        fields.extend(INSIDE);
        fields.extend(more.into_iter().filter(|(name, _)| !name.is_empty()));
        fields
    };
    made(town, &mut town.visitor(), &words("Zibeline non confirmée.", [("email", "zibeline@example.org"), ("name", "Zibeline")])).await;
    made(town, &mut ana, &words("Zibeline cachée.", [("", ""); 2])).await;
    made(town, &mut ana, &words("Zibeline privée.", [("category", "voisinage"), ("", "")])).await;
    made(town, &mut ana, &words("Zibeline déplacée.", [("", ""); 2])).await;
    for number in [3, 4, 5] {
        let category = if number == 3 { "voirie" } else { "voisinage" };
        let fields = [("next", "accepted"), ("words", "Une équipe cherche la zibeline."), ("category", category)];
        deed(town, agent, &format!("/admin/street/{number}"), &fields).await;
    }
    deed(town, agent, "/admin/street/3/hide", &[("act", "hide")]).await;
    let public = town.app.store.read(|db| {
        (1..=5)
            .map(|number| Ok(store::street::numbered(db, number)?.is_some_and(|row| row.is_public())))
            .collect::<Result<Vec<_>, store::Error>>()
    });
    assert_eq!(public.await.unwrap(), [true, false, false, false, false]);
}

/// A visitor who may ask as often as they like.
fn patient(town: &Town) -> Citizen {
    let mut app = town.app.clone();
    app.limits = Arc::new(Limits::relaxed());
    let router = web::router(web::Web::new(app).with_outside(Arc::new(town.fed.clone())));
    Citizen::new(router, town.app.links.origin())
}

fn silent(answer: &Answer, path: &str) {
    assert!(!answer.body.contains(SECRET), "{path}: {}", answer.body);
    for number in 2..=5 {
        assert!(!answer.body.contains(&format!("/street/{number}\"")), "{path} leads to {number}: {}", answer.body);
    }
}

fn numbers(answer: &Answer) -> Vec<i64> {
    let rows: Value = serde_json::from_str(&answer.body).expect(&answer.body);
    rows.as_array().unwrap().iter().map(|row| row["service_request_id"].as_i64().unwrap()).collect()
}

/// Lists, files and feeds: the one that everybody may see is in them, and it alone.
async fn lists(town: &Town) {
    let mut reader = patient(town);
    for (path, there) in [
        ("/", false),
        ("/street", true),
        ("/street?category=voirie", true),
        ("/street?category=voisinage", false),
        ("/street?state=accepted", false),
        ("/street/new/what?latitude=50.634567&longitude=3.061234", true),
        ("/feeds/street.atom", true),
        ("/feeds/street.atom?category=voisinage", false),
        ("/open-data/street-reports", false),
        ("/open-data/street-reports.csv", true),
        ("/open-data/street-reports.json", true),
        ("/open-data/street-reports.geojson", true),
        ("/open311/v2/requests.json", true),
        ("/open311/v2/requests.xml", true),
        ("/open311/v2/requests.xml?service_request_id=2,3,4,5", false),
        ("/open311/v2/requests.xml?service_code=voisinage", false),
        ("/open311/v2/servicerequestupdates.json", false),
        ("/open311/v2/servicerequestupdates.xml", false),
        ("/open311/v2/services.xml", false),
    ] {
        let answer = reader.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        silent(&answer, path);
        assert!(!there || answer.body.contains("Un trou profond"), "{path}: {}", answer.body);
    }
    for (query, expected) in [
        ("requests.json", vec![1]),
        ("requests.json?service_request_id=1,2,3,4,5", vec![1]),
        ("requests.json?service_request_id=2", vec![]),
        ("requests.json?service_code=voisinage", vec![]),
        ("requests.json?status=open,closed", vec![1]),
        ("servicerequestupdates.json", vec![1]),
    ] {
        assert_eq!(numbers(&reader.get(&format!("/open311/v2/{query}")).await), expected, "{query}");
    }
}

/// One by one: as if they did not exist, in the words of the specification.
async fn one_by_one(town: &Town) {
    let mut reader = patient(town);
    let absent = reader.get("/open311/v2/requests/99.json").await;
    for number in 2..=5_i64 {
        let id = town.app.store.read(move |db| store::street::numbered(db, number)).await.unwrap().unwrap().id.0;
        for asked in [format!("requests/{number}"), format!("tokens/{id}")] {
            let answer = reader.get(&format!("/open311/v2/{asked}.json")).await;
            let found: Value = serde_json::from_str(&answer.body).expect(&answer.body);
            assert_eq!((answer.status.as_u16(), &found[0]["code"]), (404, &json!(404)), "{asked}");
            assert!(found[0]["description"].as_str().is_some_and(|words| !words.is_empty()), "{found}");
            if asked.starts_with("requests") {
                assert_eq!(answer.body, absent.body, "not there and not yours look the same");
            }
            let xml = reader.get(&format!("/open311/v2/{asked}.xml")).await;
            assert_eq!((xml.status.as_u16(), xml.header("content-type")), (404, "text/xml; charset=utf-8"), "{asked}");
            assert!(xml.body.contains("<errors>\n<error>\n<code>404</code>\n<description>"), "{}", xml.body);
            silent(&xml, &asked);
        }
        for path in [format!("/street/{number}"), format!("/street/{number}/photo")] {
            assert_eq!(reader.get(&path).await.status, 404, "{path}");
            assert!([404, 410].contains(&activity_at(town, &path).await.status.as_u16()), "{path}");
        }
    }
    let first = town.app.store.read(|db| store::street::numbered(db, 1)).await.unwrap().unwrap().id.0;
    assert_eq!(numbers(&reader.get(&format!("/open311/v2/tokens/{first}.json")).await), [1]);
}

/// Other servers: what they follow, and what they can ask for.
async fn elsewhere(town: &Town, region: &Town) {
    for handle in ["signalements", "signalements_voirie", "signalements_centre_ancien"] {
        for end in ["outbox", "outbox?page=1", "featured"] {
            let path = format!("/actors/{handle}/{end}");
            let found = activity_at(town, &path).await;
            assert_eq!(found.status, 200, "{path}");
            silent(&found, &path);
            // The group that nobody follows may have said nothing.
            assert!(end == "featured" || handle.ends_with("ancien") || found.body.contains("Un trou profond"), "{path}: {}", found.body);
        }
    }
    assert_eq!(activity_at(town, "/actors/signalements_voisinage/outbox").await.status, 404);
    assert_eq!(heard(region).await, ["Signalement n° 1 : Voirie"]);
    let mut reader = region.visitor();
    for path in ["/", "/network", "/territory", "/feeds/territory.atom", "/feeds/consultations.atom", "/street", "/feeds/street.atom"] {
        silent(&reader.get(path).await, path);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_few_may_read_is_behind_no_door() {
    for (commune, region) in both().await {
        let mut agent = arranged(&commune).await;
        let host = commune.app.links.origin().split_once("://").unwrap().1;
        for handle in ["signalements_voirie", "signalements"] {
            actions::abroad::follow_address(&region.app, Town::machine(), &format!("@{handle}@{host}")).await.unwrap();
        }
        Town::settle(&[&region, &commune]).await;
        reports(&commune, &mut agent).await;
        Town::settle(&[&commune, &region]).await;
        lists(&commune).await;
        one_by_one(&commune).await;
        elsewhere(&commune, &region).await;
        // Nor is it in any of them when the deed is done by somebody else: hidden after it was confirmed, the letter of its author opens nothing.
        let mut passer = commune.visitor();
        let link = commune.latest_link("zibeline@example.org").await;
        assert_eq!(passer.post(&link, &link, &[]).await.status, 303);
        deed(&commune, &mut agent, "/admin/street/2/hide", &[("act", "hide")]).await;
        Town::settle(&[&commune, &region]).await;
        lists(&commune).await;
        one_by_one(&commune).await;
        elsewhere(&commune, &region).await;
    }
}
