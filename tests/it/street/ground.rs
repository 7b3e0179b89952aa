//! Where something can be reported: within the outline of the territory and a little beyond, by every door through which people and programs report;
//! what another collectivity hands on is not asked for it.

use super::between::{one, scene};
use super::{category, report, send};
use crate::two_towns::both;
use actions::abroad::{Arrival, Effect, receive};
use actions::places::geojson;
use actions::street::{Heard, Incoming};
use domain::actor::Role;
use domain::street::ReportKind;
use domain::territory::Place;
use domain::text::Email;
use parvis::config::{Config, MapSection};
use parvis::shutdown::Shutdown;
use rig::{Citizen, Town, on_both_databases};

/// A square around the town, a tenth of a degree wide: its northern border is at 48.9.
const TERRITORY: &str = r#"{"type":"Polygon","coordinates":[[[2.3,48.8],[2.4,48.8],[2.4,48.9],[2.3,48.9],[2.3,48.8]]]}"#;

/// The same town with an outline, as somebody sees it.
async fn outlined(town: &Town, who: &Citizen) -> Citizen {
    let path = town.folder().join("territory.geojson");
    std::fs::write(&path, TERRITORY).unwrap();
    let map = MapSection { territory: Some(path), ..MapSection::default() };
    let config = Config { data_dir: town.folder().to_owned(), map, ..Config::default() };
    let (app, maps) = parvis::maps::install(town.app.clone(), &config).await.unwrap();
    let fed = parvis::house::federation(&app, &config.federation).unwrap();
    let mut same = Citizen::new(parvis::house::router_with_maps(&fed, &Shutdown::new(), Some(maps)), town.app.links.origin());
    same.cookies = who.cookies.clone();
    same
}

on_both_databases! {
    async fn what_lies_outside_the_territory_is_refused_at_every_door(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        let ana = town.citizen("Ana").await;
        let (mut ana, mut agent) = (outlined(&town, &ana).await, outlined(&town, &agent).await);
        // 2.2 km beyond the border, then 0.7 km: streets run along borders.
        let (outside, border) = ("48.92", "48.906");
        let words = "en dehors du territoire concerné";
        // The form, at each of its steps.
        let steps = [
            format!("/street/new/what?spot={outside},2.35"),
            format!("/street/new/words?latitude={outside}&longitude=2.35&kind=anomaly&category=voirie"),
        ];
        for step in steps {
            let back = ana.get(&step).await;
            assert_eq!(back.status, 422, "{step}");
            back.says(words);
            assert!(back.body.contains(&format!("value=\"{outside}, 2.35\"")), "what was typed comes back: {}", back.body);
        }
        let back = report(&town, &mut ana, &[("latitude", outside)], None).await;
        assert_eq!(back.status, 422);
        back.says(words);
        assert_eq!(report(&town, &mut ana, &[("latitude", border)], None).await.location(), "/street/1?done=street-made");
        assert_eq!(report(&town, &mut ana, &[("latitude", ""), ("longitude", "")], None).await.status, 303, "words are enough");
        // An agent, for somebody.
        let token = agent.token("/admin/street/new").await;
        for (latitude, status) in [(outside, 422), (border, 303)] {
            let spot = format!("{latitude}, 2.35");
            let fields = [
                ("_csrf", token.as_str()), ("channel", "phone"), ("kind", "anomaly"), ("category", "voirie"), ("spot", &spot), ("body", "Un trou profond."),
            ];
            let answer = send(&mut agent, town.app.links.origin(), "/admin/street/new", &fields, None).await;
            assert_eq!(answer.status, status, "{latitude}: {}", answer.text());
            if status == 422 {
                answer.says(words).says("Un trou profond.");
            }
        }
        // A program.
        let key = actions::accounts::issue_token(&town.app, &Email::parse("helene@example.org").unwrap()).await.unwrap();
        for (latitude, status) in [(outside, 400), (border, 200)] {
            let fields = [("api_key", key.as_str()), ("service_code", "voirie"), ("lat", latitude), ("long", "2.35"), ("description", "Lampadaire")];
            let answer = ana.post_bare("/open311/v2/requests.json", &fields).await;
            assert_eq!((answer.status.as_u16(), answer.body.contains(words)), (status, status == 400), "{latitude}: {}", answer.body);
        }
        assert!(one(&town, 4).await.is_some() && one(&town, 5).await.is_none(), "nothing else was kept");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_collectivity_hands_on_is_taken_wherever_it_is() {
    for (commune, metropole) in both().await {
        let _agents = scene((&commune, &metropole)).await;
        let outline = geojson::outline(&geojson::read(TERRITORY.as_bytes()).unwrap()).unwrap();
        let maps = actions::places::MapSettings { territory: outline, ..actions::places::MapSettings::default() };
        let app = metropole.app.clone().with_maps(maps);
        let by = metropole.app.store.read(|db| store::trust::official_actors(db, "", 5)).await.unwrap().remove(0).actor_id;
        let sent = Incoming {
            uri: commune.app.links.absolute("/street/7"),
            kind: ReportKind::Anomaly,
            category: "Voirie".to_owned(),
            body: "Un trou profond.".to_owned(),
            address: String::new(),
            place: Place::new(44.2, 0.6),
            picture: None,
            hidden: false,
            document: "{}".to_owned(),
        };
        let effect = Effect::Street(Box::new(Heard::Sent(sent)));
        let arrival = Arrival { digest: [7; 32], actor: by.to(), host: "commune.example".to_owned(), effect, answer: None };
        receive(&app, arrival).await.unwrap();
        assert_eq!(one(&metropole, 1).await.unwrap().latitude, Some(44.2));
    }
}
