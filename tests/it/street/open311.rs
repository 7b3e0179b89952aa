//! Open311 GeoReport v2: both forms, what is asked for and what is not, the specification's own errors, and nothing private.

use super::{category, report};
use crate::effects::scene::Scene;
use domain::actor::Role;
use domain::text::Email;
use rig::{Answer, Citizen, Town, on_both_databases};
use serde_json::{Value, json};

fn read(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).expect(&answer.body)
}

async fn asked(program: &mut Citizen, path: &str) -> Value {
    let answer = program.get(&format!("/open311/v2/{path}")).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/json; charset=utf-8"), "{path} {}", answer.body);
    read(&answer)
}

/// A town with a category and one report by Ana, an agent, and a key.
async fn scene(town: &Town) -> (Citizen, Citizen, String) {
    let mut agent = town.somebody("Helene", Role::Agent).await;
    category(&mut agent, "Voirie", &[("family", "La rue")]).await;
    assert_eq!(report(town, &mut town.citizen("Ana Canari").await, &[], None).await.status, 303);
    let key = actions::accounts::issue_token(&town.app, &Email::parse("helene@example.org").unwrap()).await.unwrap();
    (agent, town.visitor(), key)
}

on_both_databases! {
    async fn programs_read_what_everybody_may_see_in_both_forms(town: Town) {
        let (mut agent, mut program, _) = scene(&town).await;
        let found = asked(&mut program, "discovery.json").await;
        assert_eq!(found["endpoints"][0]["url"], json!("http://town.test/open311/v2"));
        let services = asked(&mut program, "services.json?jurisdiction_id=town.test").await;
        assert_eq!((&services[0]["service_code"], &services[0]["group"], &services[0]["type"]), (&json!("voirie"), &json!("La rue"), &json!("realtime")));
        let definition = asked(&mut program, "services/voirie.json").await;
        assert_eq!(definition["attributes"][0]["values"][1]["key"], json!("suggestion"));
        let requests = asked(&mut program, "requests.json").await;
        let one = &requests[0];
        assert_eq!((&one["service_request_id"], &one["status"], &one["lat"], &one["address"]), (&json!(1), &json!("open"), &json!(48.8566), &json!("12 rue des Tilleuls")));
        assert_eq!(one["requested_datetime"], json!("2026-03-02T11:00:00Z"));
        assert_eq!(asked(&mut program, "requests/1.json").await, requests);
        let xml = program.get("/open311/v2/requests/1.xml").await;
        assert_eq!(xml.header("content-type"), "text/xml; charset=utf-8");
        assert!(xml.body.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<service_requests>\n<request>\n<service_request_id>1</service_request_id>"), "{}", xml.body);
        assert!(program.get("/open311/v2/services.xml").await.body.contains("<service_name>Voirie</service_name>"));
        for path in ["requests.xml", "requests.json", "servicerequestupdates.xml", "services.xml"] {
            let body = program.get(&format!("/open311/v2/{path}")).await.body;
            assert!(!body.contains("Canari") && !body.contains("example.org"), "{body}");
        }
        // Filters.
        for (query, expected) in [
            ("status=open", 1), ("status=closed", 0), ("status=open,closed", 1), ("service_code=voirie", 1), ("start_date=2026-03-01T00:00:00Z", 1),
            ("end_date=2026-03-01T00:00:00Z", 0), ("start_date=2026-03-02T10:00:00%2B01:00&end_date=2026-03-03T00:00:00Z", 1),
            ("service_request_id=1,7&status=closed", 1), ("service_request_id=7", 0), ("page=2&page_size=1", 0), ("status=&start_date=", 1),
        ] {
            assert_eq!(asked(&mut program, &format!("requests.json?{query}")).await.as_array().unwrap().len(), expected, "{query}");
        }
        // Its states, its words, and its updates.
        let fields = [("next", "resolved"), ("words", "Rebouché."), ("note", "canari interne"), ("category", "voirie"), ("service", "Régie")];
        town.wait(jiff::SignedDuration::from_hours(2));
        assert_eq!(agent.post("/admin/street/1", "/admin/street/1", &fields).await.status, 303);
        let one = asked(&mut program, "requests.json?status=closed").await;
        assert_eq!((&one[0]["status_notes"], &one[0]["agency_responsible"], &one[0]["updated_datetime"]), (&json!("Rebouché."), &json!("Régie"), &json!("2026-03-02T13:00:00Z")));
        let updates = asked(&mut program, "servicerequestupdates.json").await;
        assert_eq!(updates.as_array().unwrap().len(), 2);
        assert_eq!((&updates[1]["status"], &updates[1]["description"]), (&json!("closed"), &json!("Rebouché.")));
        assert!(!updates.to_string().contains("canari"));
        // Hidden: nowhere.
        assert_eq!(agent.post("/admin/street/1", "/admin/street/1/hide", &[("act", "hide")]).await.status, 303);
        for path in ["requests.json", "requests.json?service_request_id=1", "servicerequestupdates.json"] {
            assert_eq!(asked(&mut program, path).await, json!([]), "{path}");
        }
        assert_eq!(program.get("/open311/v2/requests/1.json").await.status, 404);
    }
}

on_both_databases! {
    async fn a_program_reports_with_a_key(town: Town) {
        let (mut agent, mut program, key) = scene(&town).await;
        let usual = [("api_key", key.as_str()), ("service_code", "voirie"), ("lat", "48.8570"), ("long", "2.3520"), ("description", "Lampadaire <éteint> & tordu")];
        let more = [("email", "zoe@example.org"), ("first_name", "Zoé"), ("last_name", "Secrète"), ("phone", "0611223344"), ("attribute[kind]", "suggestion")];
        let fields: Vec<_> = usual.into_iter().chain(more).collect();
        let answer = program.post_bare("/open311/v2/requests.json", &fields).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(read(&answer)[0]["service_request_id"], json!(2));
        let one = asked(&mut program, "requests/2.json").await;
        assert_eq!(one[0]["description"], json!("Lampadaire <éteint> & tordu"));
        assert!(program.get("/open311/v2/requests/2.xml").await.body.contains("Lampadaire &lt;éteint&gt; &amp; tordu"));
        for secret in ["zoe@", "Zoé", "Secr", "0611"] {
            assert!(!one.to_string().contains(secret));
            town.visitor().see("/street/2").await.keeps_quiet_about(secret);
        }
        agent.see("/admin/street/2").await.says("Zoé Secrète").says("0611223344").says("Open311").says("Une suggestion");
        // She hears of it only once she says that it is her address.
        let link = town.latest_link("zoe@example.org").await;
        assert_eq!(program.post(&link, &link, &[]).await.status, 303);
        // A token is the id of the report.
        let id = town.app.store.read(|db| store::street::numbered(db, 2)).await.unwrap().unwrap().id.0;
        assert_eq!(asked(&mut program, &format!("tokens/{id}.json")).await[0]["service_request_id"], json!(2));
        assert_eq!(program.post_bare("/open311/v2/requests.xml", &[("api_key", &key), ("service_code", "voirie"), ("address_string", "place du Puits")]).await.status, 200);
        // As the client of PyPI (open311 1.1) does it: the key and the jurisdiction in the address, the report in the body.
        let path = format!("/open311/v2/requests.json?jurisdiction_id=&api_key={key}");
        let answer = program.post_bare(&path, &[("service_code", "voirie"), ("address_string", "rue Haute")]).await;
        assert_eq!(read(&answer)[0]["service_request_id"], json!(4));
    }
}

/// Six pixels by four, blue.
const PNG: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x06\x00\x00\x00\x04\x08\x02\x00\x00\x00\x22f\xd9\x14\x00\x00\x00\x11IDATx\xdac0H\x98\x80\x86\x18\xc8\x15\x02\x00\xf9y\x1b\x01\xc2?\x0e&\x00\x00\x00\x00IEND\xaeB`\x82";

on_both_databases! {
    async fn the_picture_of_a_program_is_read_later_and_encoded_anew(town: Town) {
        let (_agent, mut program, key) = scene(&town).await;
        let elsewhere = Scene::set(town).await;
        elsewhere.far.show_file("/lamp.png", "image/png", PNG);
        elsewhere.far.show_file("/lamp.html", "text/html", b"<p>not a picture</p>");
        elsewhere.far.show_file("/lies.png", "image/png", b"GIF89a is what it is not");
        let usual = [("api_key", key.as_str()), ("service_code", "voirie"), ("lat", "48.8570"), ("long", "2.3520"), ("description", "Lampadaire")];
        for wrong in ["lamp.png", "ftp://x.example/a.png", "https://a:b@x.example/a.png", "javascript:alert(1)"] {
            let fields: Vec<_> = usual.into_iter().chain([("media_url", wrong)]).collect();
            let answer = program.post_bare("/open311/v2/requests.json", &fields).await;
            assert_eq!(answer.status, 400, "{wrong}");
            assert!(answer.body.contains("media_url"), "{}", answer.body);
        }
        // One picture of two reports, then what is none: the report stays without.
        for path in ["/lamp.png", "/lamp.png", "/lamp.html", "/lies.png", "/missing.png"] {
            let at = elsewhere.far.at(path);
            let fields: Vec<_> = usual.into_iter().chain([("media_url", at.as_str())]).collect();
            assert_eq!(program.post_bare("/open311/v2/requests.json", &fields).await.status, 200, "{path}");
        }
        assert!(asked(&mut program, "requests/2.json").await[0]["media_url"].is_null(), "it is not there yet");
        elsewhere.settle().await;
        for number in [2, 3] {
            let found = asked(&mut program, &format!("requests/{number}.json")).await;
            assert_eq!(found[0]["media_url"], json!(elsewhere.town.app.links.absolute(&format!("/street/{number}/photo"))));
            let photo = program.see(&format!("/street/{number}/photo")).await;
            assert_eq!((photo.header("content-type"), photo.bytes.starts_with(b"\xff\xd8")), ("image/jpeg", true), "encoded anew");
        }
        for number in [4, 5, 6] {
            assert!(asked(&mut program, &format!("requests/{number}.json")).await[0]["media_url"].is_null(), "{number}");
        }
        elsewhere.town.visitor().see("/street/4").await.says("Lampadaire");
    }
}

on_both_databases! {
    async fn wrong_parameters_are_answered_in_the_specifications_own_shape(town: Town) {
        let (_agent, mut program, key) = scene(&town).await;
        for (path, status) in [
            ("requests.json?start_date=hier", 400), ("requests.json?start_date=2026-01-01", 400), ("requests.json?status=perdu", 400),
            ("requests.json?start_date=2025-01-01T00:00:00Z&end_date=2026-01-01T00:00:00Z", 400), ("requests.json?page=0", 400),
            ("requests.json?page_size=100000", 400), ("requests.json?service_request_id=x", 400), ("requests.json?service_code=rien", 404),
            ("requests.json?jurisdiction_id=paris.fr", 404), ("requests/99.json", 404), ("requests/x.json", 404), ("services/rien.json", 404),
            ("tokens/123.json", 404), ("rien.json", 404), ("rien/1.json", 404),
        ] {
            let answer = program.get(&format!("/open311/v2/{path}")).await;
            assert_eq!(answer.status, status, "{path} {}", answer.body);
            let errors = read(&answer);
            assert_eq!(errors[0]["code"], json!(status), "{path}");
            assert!(!errors[0]["description"].as_str().unwrap().contains("open311-error"), "{errors}");
        }
        let xml = program.get("/open311/v2/requests/99.xml").await;
        assert!(xml.body.contains("<errors>\n<error>\n<code>404</code>\n<description>"), "{}", xml.body);
        assert_eq!(program.get("/open311/v2/services").await.status, 404);
        let usual = [("api_key", key.as_str()), ("service_code", "voirie"), ("lat", "48.857"), ("long", "2.352")];
        for (change, status) in [
            (("api_key", ""), 403), (("api_key", "parvis_faux"), 403), (("service_code", ""), 400), (("service_code", "rien"), 404),
            (("lat", "x"), 400), (("lat", "148"), 400), (("long", ""), 400), (("email", "rien"), 400), (("attribute[kind]", "x"), 400),
            (("jurisdiction_id", "paris.fr"), 404),
        ] {
            let mut fields: Vec<_> = usual.into_iter().filter(|(name, _)| *name != change.0).collect();
            fields.push(change);
            let answer = program.post_bare("/open311/v2/requests.json", &fields).await;
            assert_eq!(answer.status, status, "{change:?} {}", answer.body);
            assert_eq!(read(&answer)[0]["code"], json!(status));
        }
        let long = "é".repeat(4_001);
        let fields: Vec<_> = usual.into_iter().chain([("description", long.as_str())]).collect();
        assert_eq!(program.post_bare("/open311/v2/requests.json", &fields).await.status, 400);
        assert_eq!(program.post_bare("/open311/v2/services.json", &usual).await.status, 404);
        assert_eq!(asked(&mut program, "requests.json").await.as_array().unwrap().len(), 1, "nothing was kept");
    }
}
