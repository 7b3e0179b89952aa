//! Open data through the doors: each set in each form, what is in it and what is not, its page, the catalogue, and what the office decides.

mod scene;

use domain::actor::Role;
use domain::initiative::InitiativeKind;
use domain::open_data::{DataTheme, Dataset};
use rig::{Answer, Town, on_both_databases};
use scene::{AUTHOR, HIDDEN};
use serde_json::Value;
use std::net::{IpAddr, Ipv4Addr};

/// How many rows each set has in the scene.
const ROWS: [(Dataset, usize); 15] = [
    (Dataset::Consultations, 2),
    (Dataset::Phases, 6),
    (Dataset::Contributions, 3),
    (Dataset::Answers, 1),
    (Dataset::Votes, 2),
    (Dataset::BudgetProjects, 1),
    (Dataset::Commitments, 1),
    (Dataset::Meetings, 1),
    (Dataset::StreetReports, 1),
    (Dataset::Petitions, 1),
    (Dataset::Funding, 1),
    (Dataset::News, 1),
    (Dataset::Documents, 1),
    (Dataset::MapLayers, 1),
    (Dataset::Territory, 0),
];

/// Asks as somebody else each time: downloads have a measure.
pub(crate) async fn ask(town: &Town, path: &str) -> Answer {
    let mut visitor = town.visitor();
    let sum = path.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    visitor.address = IpAddr::V4(Ipv4Addr::from(0x0a00_0000 + sum % 0x00ff_ffff));
    visitor.get(path).await
}

async fn see(town: &Town, path: &str) -> String {
    let answer = ask(town, path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.body
}

/// The cells of a file by the rules of RFC 4180 with semicolons, read by nothing that wrote it.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut chars = text.strip_prefix('\u{feff}').expect("a mark of UTF-8").chars().peekable();
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    while chars.peek().is_some() {
        let mut cell = String::new();
        if chars.next_if_eq(&'"').is_some() {
            loop {
                match chars.next().expect("the end of a quoted cell") {
                    '"' if chars.next_if_eq(&'"').is_some() => cell.push('"'),
                    '"' => break,
                    other => cell.push(other),
                }
            }
        } else {
            while let Some(plain) = chars.next_if(|c| !matches!(c, ';' | '\r' | '\n' | '"')) {
                cell.push(plain);
            }
        }
        row.push(cell);
        let end = (chars.next(), chars.peek().copied());
        assert!(matches!(end, (Some(';'), _) | (Some('\r'), Some('\n'))), "{end:?} after a cell");
        if end.0 == Some('\r') {
            chars.next();
            rows.push(std::mem::take(&mut row));
        }
    }
    assert!(row.is_empty(), "the last line has an end");
    rows
}

/// What stands in a field of the first row of a set.
async fn first(town: &Town, set: &str, field: &str) -> Value {
    let json: Value = serde_json::from_str(&see(town, &format!("/open-data/{set}.json")).await).unwrap();
    json["rows"][0][field].clone()
}

/// The names that a row of JSON has, in the order of the file.
fn members(row: &str) -> Vec<String> {
    let mut names = Vec::new();
    let parsed: Value = serde_json::from_str(row.trim_end_matches(',')).unwrap();
    let mut found: Vec<(usize, &String)> =
        parsed.as_object().unwrap().keys().map(|name| (row.find(&format!("\"{name}\":")).unwrap(), name)).collect();
    found.sort_unstable();
    names.extend(found.into_iter().map(|(_, name)| name.clone()));
    names
}

on_both_databases! {
    async fn every_set_holds_its_fields_and_what_is_shown_alone(town: Town) {
        scene::set(&town).await;
        let portal = see(&town, "/open-data").await;
        for (set, expected) in ROWS {
            let page = see(&town, &format!("/open-data/{set}")).await;
            assert!(portal.contains(&format!("href=\"/open-data/{set}\"")), "{set}");
            let declared: Vec<&str> = page.split("<code translate=\"no\">").skip(1).map(|part| part.split('<').next().unwrap()).collect();
            let csv = see(&town, &format!("/open-data/{set}.csv")).await;
            let rows = cells(&csv);
            assert_eq!(rows[0], declared, "{set}: the file and the page say the same");
            assert_eq!(rows.len() - 1, expected, "{set}: {csv}");
            assert!(rows.iter().all(|row| row.len() == declared.len()), "{set}: {csv}");
            let text = see(&town, &format!("/open-data/{set}.json")).await;
            let json: Value = serde_json::from_str(&text).unwrap();
            let list = json[if set == Dataset::Territory { "consultations" } else { "rows" }].as_array().unwrap();
            assert_eq!(list.len(), expected, "{set}: {text}");
            for row in text.lines().skip(1).take(expected) {
                assert_eq!(members(row), declared, "{set}: {row}");
            }
            let geojson = ask(&town, &format!("/open-data/{set}.geojson")).await;
            assert_eq!(geojson.status == 200, set.has_places(), "{set}: {}", geojson.status);
            if set.has_places() {
                let map: Value = serde_json::from_str(&geojson.body).unwrap();
                assert_eq!((map["type"].as_str(), map["features"].as_array().unwrap().len()), (Some("FeatureCollection"), expected), "{set}");
            }
            for body in [&page, &csv, &text, &geojson.body, &portal] {
                let quiet = body.to_lowercase();
                assert!(!quiet.contains(HIDDEN), "{set} says what nobody may read: {body}");
                assert!(!quiet.contains(&AUTHOR.to_lowercase()), "{set} names a person: {body}");
                assert!(!quiet.contains("rue exacte") && !quiet.contains("48.123456") && !quiet.contains("1.654321"), "{set} says where somebody is: {body}");
            }
        }
    }
}

on_both_databases! {
    async fn what_stands_in_them_is_true(town: Town) {
        scene::set(&town).await;
        let csv = cells(&see(&town, "/open-data/contributions.csv").await);
        let column = |name: &str| csv[0].iter().position(|known| known == name).unwrap();
        let row = |title: &str| csv.iter().find(|row| row[column("title")] == title).unwrap();
        let bench = row("'-1 banc au soleil");
        assert_eq!(bench[column("body")], "Avec de l'ombre ; \"beaucoup\".\n\nEt de l'eau.", "the same text");
        assert_eq!((bench[column("answer_state")].as_str(), bench[column("organisation")].as_str()), ("accepted", ""));
        let (latitude, longitude): (f64, f64) = (bench[column("latitude")].parse().unwrap(), bench[column("longitude")].parse().unwrap());
        assert!((latitude - 48.123_456).abs() < 0.001 && (longitude + 1.654_321).abs() < 0.001, "{latitude} {longitude}: within a hundred metres");
        assert_eq!(row("Un compost commun")[column("organisation")], "Les Amis du compost");
        assert_eq!(first(&town, "budget-projects", "asked_euros").await, 1200.5);
        assert_eq!(first(&town, "commitments", "cost_euros").await, 12000.5);
        assert_eq!(first(&town, "commitments", "milestones").await, serde_json::json!(["2027-03-28 | - | Les arbres sont commandés"]));
        assert_eq!(first(&town, "petitions", "title").await, "Planter une haie");
        assert_eq!(first(&town, "documents", "format").await, "pdf");
        let votes: Value = serde_json::from_str(&see(&town, "/open-data/votes.json").await).unwrap();
        let vote = |title: &str| votes["rows"].as_array().unwrap().iter().find(|row| row["title"] == title).unwrap().clone();
        let (many, few) = (vote("Où planter les arbres ?"), vote("Quel banc choisir ?"));
        assert_eq!((&many["ballots"], &many["results"][0]), (&Value::from(12), &Value::from("La place: 12")));
        let record = many["record_url"].as_str().unwrap().trim_start_matches(town.app.links.origin());
        assert_eq!(ask(&town, record).await.status, 200, "{record}");
        for hidden in ["ballots", "blank_ballots", "record_url", "ballots_url", "pabulib_url"] {
            assert_eq!(few[hidden], Value::Null, "{hidden}: three voters could be told apart");
        }
        assert_eq!(few["results"], serde_json::json!([]));
        let map: Value = serde_json::from_str(&see(&town, "/open-data/map-layers.geojson").await).unwrap();
        assert_eq!((&map["features"][0]["geometry"]["type"], &map["features"][0]["properties"]["title"]), (&Value::from("Polygon"), &Value::from("Plan de la place")));
    }
}

on_both_databases! {
    async fn the_office_decides_what_is_published(town: Town) {
        let office = "/admin/open-data";
        let mut boss = town.somebody("Denise", Role::Administrator).await;
        let every: Vec<String> = Dataset::ALL.iter().map(|set| format!("set-{set}")).collect();
        let form = |without: &'static str, licence: &'static str, email: &'static str| {
            let mut fields = vec![("licence", licence), ("contact_name", "Service des données"), ("contact_email", email), ("description", "Bienvenue **ici**.")];
            fields.extend(every.iter().filter(|set| set.as_str() != without).map(|set| (set.as_str(), "on")));
            fields
        };
        for (licence, email, field) in [("free", "", "licence"), ("lov2", "nobody", "contact_email")] {
            let refused = boss.post(office, office, &form("", licence, email)).await;
            assert_eq!(refused.status, 422, "{field}");
            assert!(refused.body.contains(&format!("id=\"{field}-error\"")) && refused.body.contains("Service des données"), "{field}: {}", refused.text());
        }
        assert_eq!(ask(&town, "/open-data/news.csv").await.status, 200);
        ask(&town, "/open-data").await.says("Les actualités publiées");
        assert_eq!(boss.post(office, office, &form("set-news", "odc-odbl", "donnees@example.org")).await.status, 303);
        for path in ["/open-data/news", "/open-data/news.csv", "/open-data/news.json", "/open-data/news.geojson", "/open-data/gold", "/open-data/votes.xml"] {
            assert_eq!(ask(&town, path).await.status, 404, "{path}");
        }
        let portal = ask(&town, "/open-data").await;
        portal.says("Bienvenue ici").says("Service des données").says("Open Database License").keeps_quiet_about("Les actualités publiées");
        let catalog = see(&town, "/open-data/catalog.jsonld").await;
        assert!(!catalog.contains("/open-data/news") && catalog.contains("opendatacommons.org") && catalog.contains("mailto:donnees@example.org"), "{catalog}");
        assert_eq!(boss.post(office, office, &form("set-territory", "lov2", "")).await.status, 303);
        assert_eq!(ask(&town, "/open-data/territory.csv").await.status, 404);
        town.visitor().see("/territory").await.keeps_quiet_about("GeoJSON");
        boss.see("/admin/journal").await.says("A changé les données ouvertes");
    }
}

on_both_databases! {
    async fn the_catalogue_names_each_set_and_each_file(town: Town) {
        let answer = ask(&town, "/open-data/catalog.jsonld").await;
        assert_eq!(answer.header("content-type"), "application/ld+json");
        let catalog: Value = serde_json::from_str(&answer.body).unwrap();
        let graph = catalog["@graph"].as_array().unwrap();
        let of = |kind: &str| graph.iter().filter(|node| node["@type"] == kind).collect::<Vec<_>>();
        let forms: usize = Dataset::ALL.iter().map(|set| if set.has_places() { 3 } else { 2 }).sum();
        assert_eq!((of("dcat:Dataset").len(), of("dcat:Distribution").len()), (Dataset::ALL.len(), forms));
        for node in of("dcat:Distribution") {
            let path = node["dcat:downloadURL"]["@id"].as_str().unwrap().trim_start_matches(town.app.links.origin()).to_owned();
            assert_eq!(ask(&town, &path).await.status, 200, "{path}");
        }
        let written = serde_json::to_string_pretty(&catalog).unwrap().replace(town.app.links.origin(), "https://town.example");
        insta::assert_snapshot!("catalog", written);
    }
}

on_both_databases! {
    async fn themes_part_the_sets(town: Town) {
        for theme in DataTheme::ALL {
            let page = see(&town, &format!("/open-data?theme={theme}")).await;
            for set in Dataset::ALL {
                assert_eq!(page.contains(&format!("href=\"/open-data/{set}\"")), set.theme() == *theme, "{theme} {set}");
            }
        }
        assert!(see(&town, "/open-data?theme=GOLD").await.contains("href=\"/open-data/news\""));
    }
}

/// Many proposals, copied from nothing by one statement.
fn many(town: &Town) -> String {
    let (id, moment) = match town.app.store.database() {
        store::Database::Sqlite(_) => ("randomblob(16)", "1772450000000000 + n"),
        store::Database::Postgres(_) => ("gen_random_uuid()", "timestamptz '2026-03-02 12:00:00Z' + n * interval '1 second'"),
    };
    format!(
        "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1250) \
         INSERT INTO contribution (id, consultation_id, kind, depth, title, body, lang, origin, created_at, active_at, shuffle) \
         SELECT {id}, (SELECT id FROM consultation WHERE slug = 'place'), 'proposal', 0, 'Banc ' || n, 'Oui', 'fr', 'local', {moment}, {moment}, n \
         FROM numbers"
    )
}

on_both_databases! {
    async fn a_long_set_is_read_in_pieces_and_never_cut(town: Town) {
        scene::set(&town).await;
        let pages = ["/open-data", "/open-data/contributions", "/open-data/catalog.jsonld"];
        let mut little = Vec::new();
        for page in pages {
            see(&town, page).await;
            let before = town.queries();
            see(&town, page).await;
            little.push(town.queries() - before);
        }
        let sql = many(&town);
        town.app.store.write(move |db| store::testing::run(db, &sql)).await.unwrap();
        for (page, little) in pages.iter().zip(little) {
            see(&town, page).await;
            let before = town.queries();
            see(&town, page).await;
            let much = town.queries() - before;
            assert!(much <= little, "{page} costs more when there is more: {much}, not {little}");
        }
        let before = town.queries();
        let rows = cells(&see(&town, "/open-data/contributions.csv").await);
        let statements = town.queries() - before;
        assert!((4..20).contains(&statements), "{statements}: read 500 at a time, none by row");
        let mut ids: Vec<&str> = rows.iter().skip(1).map(|row| row[0].as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 1253, "each once");
    }
}

on_both_databases! {
    async fn a_file_of_petitions_is_cut_after_petitions(town: Town) {
        scene::set(&town).await;
        let read = |kind: Option<InitiativeKind>| town.app.store.read(move |db| store::initiatives::public(db, kind, 1));
        assert_eq!(read(None).await.unwrap()[0].title, "Venir planter", "the latest of all");
        assert_eq!(read(Some(InitiativeKind::Petition)).await.unwrap()[0].title, "Planter une haie");
        let rows = cells(&see(&town, "/petitions.csv").await);
        assert_eq!(rows.len(), 2, "{rows:?}");
    }
}
