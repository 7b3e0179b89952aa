//! Places: said in a form, kept, shown on a map and in a list, and taken home; what lies outside or is no place comes back with its form.

use crate::effects::scene::{Scene, activity_at};
use domain::actor::Role;
use http::{Request, header};
use rig::{Citizen, Town, on_both_databases};
use serde_json::{Value, json};

const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[3,50],[3.1,50],[3.1,50.1],[3,50.1],[3,50]]]}"#;

/// Sends a layer as a browser does.
async fn upload(agent: &mut Citizen, kind: &str, name: &str, file: &str) -> rig::Answer {
    let token = agent.token("/admin/consultations/parc/map").await;
    let mut body = String::new();
    for (field, value) in [("_csrf", token.as_str()), ("kind", kind), ("name", name)] {
        body.push_str(&format!("--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"));
    }
    body.push_str(&format!("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.geojson\"\r\n\r\n{file}\r\n--b--\r\n"));
    let request = Request::post("/admin/consultations/parc/map/layers").header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
    agent.send(request.body(body.into()).unwrap()).await
}

async fn asks(agent: &mut Citizen, asking: &str) {
    let page = "/admin/consultations/parc/map";
    assert_eq!(agent.post(page, page, &[("asking", asking)]).await.status, 303);
}

/// Publishes a proposal at a place and gives its path.
async fn propose(citizen: &mut Citizen, title: &str, spot: &str, address: &str) -> String {
    let fields = [("kind", "proposal"), ("title", title), ("body", "Ici même."), ("spot", spot), ("spot_address", address)];
    let sent = citizen.post("/c/parc/new?kind=proposal", "/c/parc/new", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    sent.location().split('?').next().unwrap().to_owned()
}

on_both_databases! {
    async fn a_proposal_is_placed_and_found_on_the_map_and_in_the_list(town: Town) {
        town.consultation("parc").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let mut ana = town.citizen("Ana").await;
        ana.see("/c/parc/new?kind=proposal").await.keeps_quiet_about("Où est-ce");
        town.visitor().see("/c/parc").await.keeps_quiet_about("Carte");
        asks(&mut agent, "optional").await;
        ana.see("/c/parc/new?kind=proposal").await.says("Où est-ce").says("Latitude puis longitude");
        let path = propose(&mut ana, "Un banc sous le tilleul", "50.05, 3.05", "Place du Tilleul").await;
        propose(&mut ana, "Une piste le long du quai", "50.06, 3.05; 50.07, 3.06", "").await;
        let mut fields = vec![("kind", "proposal"), ("title", "Sans lieu précis"), ("body", "Partout.")];
        assert_eq!(ana.post("/c/parc/new?kind=proposal", "/c/parc/new", &fields).await.status, 303);
        fields[1].1 = "Autre chose";
        town.visitor().see(&path).await.says("Place du Tilleul").says("Voir autour sur la carte");
        town.visitor().see("/c/parc/contributions").await.says("Voir sur la carte");
        let map = town.visitor().see("/c/parc/map").await;
        map.says("2 contributions sur cette carte").says("Un banc sous le tilleul").says("Une piste le long du quai").keeps_quiet_about("Sans lieu précis");
        assert!(map.body.contains("<circle"), "{}", map.body);
        // Another part of the world, and another theme.
        town.visitor().see("/c/parc/map?lat=45&lon=1&zoom=14").await.says("Rien à cet endroit").says("Sur 2 contributions");
        town.visitor().see("/c/parc/map?q=quai").await.says("1 contribution sur cette carte").keeps_quiet_about("tilleul");
        town.visitor().see("/c/parc/map?lat=x&lon=&zoom=99&page=-4").await.says("2 contributions");
        // What scripts read.
        let marks = town.visitor().see("/c/parc/map.json?bbox=2.9,49.9,3.2,50.2&zoom=14").await;
        let json: Value = serde_json::from_str(&marks.body).unwrap();
        assert_eq!((json["total"].as_i64(), json["alone"].as_array().unwrap().len()), (Some(2), 2));
        let far = town.visitor().see("/c/parc/map.json?bbox=-20,30,20,60&zoom=3").await;
        let json: Value = serde_json::from_str(&far.body).unwrap();
        assert_eq!((json["gathered"][0]["count"].as_i64(), json["alone"].as_array().unwrap().len()), (Some(2), 0));
        for nonsense in ["", "?bbox=1,2,3&zoom=4", "?bbox=a,b,c,d&zoom=4", "?bbox=1,2,3,4&zoom=99", "?bbox=3,2,1,4&zoom=4"] {
            assert_eq!(town.visitor().get(&format!("/c/parc/map.json{nonsense}")).await.status, 400, "{nonsense}");
        }
        // What stands at one address stands together however close one looks: from there a link leads to the list.
        propose(&mut ana, "Une poubelle sous le tilleul", "50.05, 3.05", "Place du Tilleul").await;
        let close = town.visitor().see("/c/parc/map?lat=50.05&lon=3.05&zoom=19").await;
        assert!(close.body.contains("zoom=19#list\""), "{}", close.body);
        close.says("2 contributions sur cette carte");
        assert!(!town.visitor().see("/c/parc/map?lat=50.05&lon=3.05&zoom=15").await.body.contains("zoom=17#list"));
        // What is taken home.
        let file = town.visitor().see("/c/parc/contributions.geojson").await;
        assert_eq!(file.header("content-type"), "application/geo+json");
        let json: Value = serde_json::from_str(&file.body).unwrap();
        let features = json["features"].as_array().unwrap();
        assert_eq!(features.len(), 3);
        let bench = features.iter().find(|one| one["properties"]["title"] == "Un banc sous le tilleul").unwrap();
        assert_eq!(bench["geometry"]["coordinates"], json!([3.05, 50.05]));
    }
}

on_both_databases! {
    async fn what_is_hidden_withdrawn_or_moved_is_not_where_it_was(town: Town) {
        town.consultation("parc").await;
        let mut agent = town.somebody("Helene", Role::Moderator).await;
        let mut admin = town.somebody("Ada", Role::Administrator).await;
        asks(&mut admin, "optional").await;
        let mut ana = town.citizen("Ana").await;
        let hidden = propose(&mut ana, "À cacher bientôt", "50.05, 3.05", "").await;
        let gone = propose(&mut ana, "À retirer bientôt", "50.06, 3.05", "").await;
        let moved = propose(&mut ana, "À déplacer bientôt", "50.07, 3.05", "").await;
        let done = agent.post(&format!("{hidden}/hide"), &format!("{hidden}/hide"), &[("reason", "abuse"), ("note", "Une injure contre une personne.")]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(ana.post(&format!("{gone}/withdraw"), &format!("{gone}/withdraw"), &[]).await.status, 303);
        let edit = format!("{moved}/edit");
        ana.see(&edit).await.says("Où est-ce");
        let shown = ana.see(&edit).await;
        assert!(shown.body.contains("50.07, 3.05"), "the form keeps the place");
        let version = shown.hidden("version").unwrap();
        let fields = [("version", version.as_str()), ("title", "À déplacer bientôt"), ("body", "Ici même."), ("spot", "50.08, 3.05")];
        assert_eq!(ana.post(&edit, &edit, &fields).await.status, 303);
        let json: Value = serde_json::from_str(&town.visitor().see("/c/parc/contributions.geojson").await.body).unwrap();
        let features = json["features"].as_array().unwrap();
        assert_eq!(features.len(), 1, "{json}");
        assert_eq!(features[0]["geometry"]["coordinates"], json!([3.05, 50.08]));
        let marks: Value = serde_json::from_str(&town.visitor().see("/c/parc/map.json?bbox=2.9,49.9,3.2,50.2&zoom=14").await.body).unwrap();
        assert_eq!(marks["total"], 1);
        town.visitor().see("/c/parc/map").await.keeps_quiet_about("À cacher").keeps_quiet_about("À retirer");
    }
}

on_both_databases! {
    async fn a_place_that_is_none_comes_back_with_its_form(town: Town) {
        town.consultation("parc").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        asks(&mut agent, "required").await;
        assert_eq!(upload(&mut agent, "perimeter", "Le quartier", SQUARE).await.status, 303);
        let mut ana = town.citizen("Ana").await;
        for (spot, words) in [
            ("", "Dites où se trouve votre proposition"),
            ("rue de la Paix", "n’ont pas pu être lues"),
            ("95, 3", "ne sont pas sur la carte"),
            ("50.2, 3.05", "en dehors du territoire"),
            ("50.05, 3.05; 50.05, 3.2", "en dehors du territoire"),
            ("50, 3; 50.1, 3.1; 50.1, 3; 50, 3.1; 50, 3", "se croise"),
        ] {
            let fields = [("kind", "proposal"), ("title", "Un banc à l’ombre"), ("body", "Ici même."), ("spot", spot)];
            let back = ana.post("/c/parc/new?kind=proposal", "/c/parc/new", &fields).await;
            assert_eq!(back.status, 422, "{spot}: {}", back.text());
            back.says(words);
            assert!(back.body.contains("Un banc à l’ombre") && back.body.contains(spot), "what was typed comes back");
        }
        // A discussion needs no place; inside the perimeter all is well.
        let talk = [("kind", "discussion"), ("title", "Parlons-en ensemble"), ("body", "De tout.")];
        assert_eq!(ana.post("/c/parc/new?kind=discussion", "/c/parc/new", &talk).await.status, 303);
        propose(&mut ana, "Un banc au soleil", "50.05, 3.05", "").await;
        // Without any service of addresses the form does not offer a search.
        ana.see("/c/parc/new?kind=proposal").await.keeps_quiet_about("Adresse ou lieu");
        for (lang, words) in [("en", "The map of contributions"), ("de", "Die Karte der Beiträge")] {
            let mut reader = town.visitor();
            reader.languages = lang.to_owned();
            reader.see("/c/parc/map").await.says(words);
        }
    }
}

on_both_databases! {
    async fn layers_are_read_with_bounds_shown_and_taken_away(town: Town) {
        town.consultation("parc").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let points = vec!["[3,50]"; 2_001].join(",");
        for (file, words) in [
            ("", "Choisissez un fichier GeoJSON"),
            ("not json", "n’est pas un GeoJSON"),
            (&"[".repeat(100_000), "n’est pas un GeoJSON"),
            (r#"{"type":"Point","coordinates":[704000,7059000]}"#, "ne sont pas en degrés"),
            (&format!(r#"{{"type":"MultiPoint","coordinates":[{points}]}}"#), "trop de formes"),
            (&format!("{{\"x\":\"{}\"}}", "x".repeat(2_200_000)), "2 Mo"),
        ] {
            let back = upload(&mut agent, "project", "Chantiers", file).await;
            assert_eq!(back.status, 422, "{words}: {}", back.text());
            back.says(words);
            assert!(back.body.contains("Chantiers"), "what was typed comes back");
        }
        upload(&mut agent, "perimeter", "Un point", r#"{"type":"Point","coordinates":[3,50]}"#).await.says("Un périmètre doit être une surface");
        assert_eq!(upload(&mut agent, "project", "<b>Chantiers</b>", SQUARE).await.status, 303);
        let map = town.visitor().see("/c/parc/map").await;
        map.says("Aussi sur la carte");
        assert!(map.body.contains("&#60;b&#62;Chantiers") && map.body.contains("fill-rule=\"evenodd\""), "{}", map.body);
        let layers: Value = serde_json::from_str(&town.visitor().see("/c/parc/map/layers.json").await.body).unwrap();
        assert_eq!((layers[0]["name"].as_str(), layers[0]["shapes"]["type"].as_str()), (Some("<b>Chantiers</b>"), Some("FeatureCollection")));
        let page = agent.see("/admin/consultations/parc/map").await;
        let remove = page.body.split("action=\"").find(|part| part.contains("/remove\"")).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(agent.post("/admin/consultations/parc/map", &remove, &[]).await.status, 303);
        assert_eq!(agent.post("/admin/consultations/parc/map", &remove, &[]).await.status, 404);
        town.visitor().see("/c/parc").await.keeps_quiet_about("Carte");
        let mut ana = town.citizen("Ana").await;
        assert_eq!(ana.get("/admin/consultations/parc/map").await.status, 404);
    }
}

on_both_databases! {
    async fn a_place_leaves_rounded_and_those_of_others_are_kept_inside_the_perimeter(town: Town) {
        let scene = Scene::set(town).await;
        let mut agent = scene.town.somebody("Helene", Role::Agent).await;
        asks(&mut agent, "optional").await;
        let mut ana = scene.browser.clone();
        let path = propose(&mut ana, "Un banc précis", "50.050111, 3.050111", "12 place du Tilleul").await;
        let id = path.rsplit('/').next().unwrap();
        let document: Value = serde_json::from_str(&activity_at(&scene.town, &format!("/objects/{id}")).await.body).unwrap();
        let text = document.to_string();
        assert!(!text.contains("50.0501") && !text.contains("Tilleul"), "{text}");
        assert_eq!((document["location"]["type"].as_str(), document["location"]["radius"].as_u64()), (Some("Place"), Some(100)));
        assert!((document["location"]["latitude"].as_f64().unwrap() - 50.050_111).abs() < 0.001);
        // From elsewhere: one inside, one outside the perimeter, one that makes no sense.
        assert_eq!(upload(&mut agent, "perimeter", "Le quartier", SQUARE).await.status, 303);
        let eve = scene.far.person("eve");
        for (id, location) in [
            ("in", json!({"type": "Place", "latitude": 50.06, "longitude": 3.06, "radius": 100, "units": "m"})),
            ("out", json!({"type": "Place", "latitude": 45, "longitude": 3})),
            ("mad", json!({"type": "Place", "latitude": "x", "longitude": [3]})),
        ] {
            let mut page = scene.note("eve", id, "De loin, une idée");
            page["type"] = json!("Page");
            page["name"] = json!(format!("Une idée de loin : {id}"));
            page["audience"] = json!(scene.group());
            page["cc"] = json!([scene.group()]);
            page["location"] = location;
            page.as_object_mut().unwrap().remove("inReplyTo");
            assert_eq!(scene.post(&eve, &scene.activity("eve", "Create", id, page)).await, 202);
        }
        scene.settle().await;
        let list = scene.town.visitor().see("/c/parc/contributions").await;
        list.says("Une idée de loin : in").says("Une idée de loin : out").says("Une idée de loin : mad");
        let map = scene.town.visitor().see("/c/parc/map").await;
        map.says("Une idée de loin : in").keeps_quiet_about("loin : out").keeps_quiet_about("loin : mad");
    }
}
