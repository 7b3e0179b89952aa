//! The ground of the maps: tiles through a cache of our own, addresses through a service, and what remains when both are slow, down or mad.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use domain::actor::Role;
use http::StatusCode;
use parvis::config::{Config, FederationSettings, MapSection};
use parvis::shutdown::Shutdown;
use rig::{Citizen, Town};
use serde_json::json;

/// A PNG of one pixel.
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15,
    0xC4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T', 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0xF0, 0x1F, 0, 5, 0, 1, 0xFF, 0x89, 0x99, 0x3D,
    0x1D, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
];

/// A service of tiles and of addresses, which counts what it is asked.
#[derive(Clone, Default)]
struct Service {
    tiles: Arc<AtomicUsize>,
    questions: Arc<AtomicUsize>,
}

async fn tile(State(service): State<Service>, Path((zoom, x, y)): Path<(u32, u32, String)>) -> Response {
    service.tiles.fetch_add(1, Ordering::SeqCst);
    assert!(y.ends_with(".png"));
    match (zoom, x) {
        (_, 1) => ([("content-type", "image/png")], "<script>alert(1)</script>").into_response(),
        (_, 2) => ([("content-type", "image/png")], vec![0x89; 2 * 1024 * 1024]).into_response(),
        (_, 3) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        (_, 4) => std::future::pending().await,
        _ => ([("content-type", "image/png")], PIXEL).into_response(),
    }
}

#[derive(serde::Deserialize)]
struct Question {
    q: String,
}

async fn addresses(State(service): State<Service>, Query(asked): Query<Question>) -> Response {
    service.questions.fetch_add(1, Ordering::SeqCst);
    let one = |label: &str, lon: f64| json!({"type": "Feature", "properties": {"label": label}, "geometry": {"type": "Point", "coordinates": [lon, 50.63]}});
    match asked.q.as_str() {
        "rue de la Paix" => {
            axum::Json(json!({"features": [one("1 Rue de la Paix 59000 Lille", 3.06), one("1 Rue de la Paix 59800 Lille", 3.07)]}))
                .into_response()
        }
        "nowhere" => axum::Json(json!({"features": []})).into_response(),
        _ => StatusCode::BAD_GATEWAY.into_response(),
    }
}

async fn listen(service: Service) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let router = axum::Router::new().route("/t/{z}/{x}/{y}", axum::routing::get(tile)).route("/search/", axum::routing::get(addresses));
    tokio::spawn(async move { axum::serve(listener, router.with_state(service)).await });
    origin
}

/// The same town with these maps, as somebody who is signed in sees it.
async fn with_maps(town: &Town, who: &Citizen, map: MapSection) -> Citizen {
    let config = Config { data_dir: town.folder().to_owned(), map, ..Config::default() };
    let (app, maps) = parvis::maps::install(town.app.clone(), &config).await.unwrap();
    let settings = FederationSettings { allow_private_networks: true, ..config.federation };
    let fed = parvis::house::federation(&app, &settings).unwrap();
    let router = parvis::house::router_with_maps(&fed, &Shutdown::new(), Some(maps));
    let mut same = Citizen::new(router, town.app.links.origin());
    same.cookies = who.cookies.clone();
    same
}

fn section(origin: &str) -> MapSection {
    MapSection {
        tiles: Some(format!("{origin}/t/{{z}}/{{x}}/{{y}}.png")),
        attribution: "© Les cartographes".to_owned(),
        addresses: Some(format!("{origin}/search/").parse().unwrap()),
        zoom_max: 18,
        allow_private_networks: true,
        ..MapSection::default()
    }
}

#[tokio::test]
async fn tiles_are_asked_for_once_and_only_pictures_are_passed_on() {
    let town = Town::on_sqlite().await;
    let service = Service::default();
    let origin = listen(service.clone()).await;
    let mut reader = with_maps(&town, &town.visitor(), section(&origin)).await;
    for _ in 0..3 {
        let tile = reader.get("/map/tiles/6/32/20").await;
        assert_eq!((tile.status.as_u16(), tile.header("content-type")), (200, "image/png"));
        assert!(tile.header("cache-control").contains("max-age") && tile.header("set-cookie").is_empty());
        assert_eq!(tile.header("x-content-type-options"), "nosniff");
    }
    assert_eq!(service.tiles.load(Ordering::SeqCst), 1, "kept on the disk");
    // No zoom, no tile, no number.
    for nowhere in [
        "/map/tiles/19/1/1",
        "/map/tiles/6/64/1",
        "/map/tiles/6/1/-1",
        "/map/tiles/a/b/c",
        "/map/tiles/99999999999/1/1",
        "/map/tiles/6/..%2f/1",
    ] {
        assert_eq!(reader.get(nowhere).await.status, 404, "{nowhere}");
    }
    assert_eq!(service.tiles.load(Ordering::SeqCst), 1, "nobody was asked for what does not exist");
    // What is no picture, too heavy, or an error is not passed on; after four in a row nobody is asked for a while.
    for x in [1, 2, 3, 3, 3, 3] {
        assert_eq!(reader.get(&format!("/map/tiles/7/{x}/20")).await.status, 503);
    }
    assert_eq!(service.tiles.load(Ordering::SeqCst), 5);
    assert_eq!(reader.get("/map/tiles/6/32/20").await.status, 200, "what is kept is still there");
    assert_eq!(reader.get("/map/tiles/7/40/20").await.status, 503);
    town.wait(jiff::SignedDuration::from_mins(1));
    assert_eq!(reader.get("/map/tiles/7/40/20").await.status, 200);
}

#[tokio::test]
async fn a_slow_server_of_tiles_slows_no_page_and_a_private_one_is_not_asked() {
    let town = Town::on_sqlite().await;
    town.consultation("parc").await;
    let service = Service::default();
    let origin = listen(service.clone()).await;
    let mut agent = town.somebody("Helene", Role::Agent).await;
    let office = "/admin/consultations/parc/map";
    assert_eq!(agent.post(office, office, &[("asking", "optional")]).await.status, 303);
    let mut reader = with_maps(&town, &town.visitor(), section(&origin)).await;
    let mut slow = reader.clone();
    let waiting = tokio::spawn(async move { slow.get("/map/tiles/7/4/20").await.status });
    let map = reader.see("/c/parc/map").await;
    assert!(map.body.contains("/map/tiles/") && map.body.contains("© Les cartographes"));
    assert!(!map.body.contains(&origin), "no reader's browser hears of the server of tiles");
    assert_eq!(waiting.await.unwrap(), 503, "given up after a few seconds");
    // Without leave, a server on a private network is not asked at all.
    let before = service.tiles.load(Ordering::SeqCst);
    let walled = MapSection { allow_private_networks: false, ..section(&origin) };
    assert_eq!(with_maps(&town, &town.visitor(), walled).await.get("/map/tiles/5/16/10").await.status, 503);
    assert_eq!(service.tiles.load(Ordering::SeqCst), before);
    // With no source at all, the map is drawn on an empty ground.
    let mut bare = with_maps(&town, &town.visitor(), MapSection::default()).await;
    let map = bare.see("/c/parc/map").await;
    assert!(!map.body.contains("<image") && map.body.contains("<svg"));
    assert_eq!(bare.get("/map/tiles/5/16/10").await.status, 404);
}

#[tokio::test]
async fn an_address_is_searched_by_a_button_and_chosen_from_a_list() {
    let town = Town::on_sqlite().await;
    town.consultation("parc").await;
    let service = Service::default();
    let origin = listen(service.clone()).await;
    let communes = town.folder().join("communes.csv");
    std::fs::write(&communes, "code,nom,lon,lat\n59350,Lille,3.06,50.63\n").unwrap();
    let mut agent = town.somebody("Helene", Role::Agent).await;
    let office = "/admin/consultations/parc/map";
    assert_eq!(agent.post(office, office, &[("asking", "optional")]).await.status, 303);
    let ana = town.citizen("Ana").await;
    let mut ana = with_maps(&town, &ana, MapSection { communes: Some(communes), ..section(&origin) }).await;
    let (page, to) = ("/c/parc/new?kind=proposal", "/c/parc/new");
    ana.see(page).await.says("Adresse ou lieu");
    let typed = [("kind", "proposal"), ("title", "Un banc rue de la Paix"), ("body", "À l’ombre."), ("spot_address", "rue de la Paix")];
    let with = |more: &[(&'static str, &'static str)]| typed.iter().chain(more).copied().collect::<Vec<_>>();
    let searched = ana.post(page, to, &with(&[("spot_find", "1")])).await;
    assert_eq!(searched.status, 200);
    searched.says("2 lieux trouvés").says("1 Rue de la Paix 59800 Lille").says("À l’ombre.");
    // Sent without a choice, it comes back: what is found is not guessed.
    let back = ana.post(page, to, &typed).await;
    assert_eq!(back.status, 422);
    back.says("Choisissez dans la liste").says("1 Rue de la Paix 59000 Lille");
    assert_eq!(service.questions.load(Ordering::SeqCst), 1, "what was found is kept for a while");
    let sent = ana.post(page, to, &with(&[("spot_found", "50.63, 3.07|1 Rue de la Paix 59800 Lille")])).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let path = sent.location().split('?').next().unwrap().to_owned();
    ana.see(&path).await.says("1 Rue de la Paix 59800 Lille");
    // Nothing found; and towns when the service fails.
    let nothing = [("kind", "proposal"), ("title", "Un banc nulle part"), ("body", "À l’ombre."), ("spot_address", "nowhere")];
    let back = ana.post(page, to, &nothing).await;
    assert_eq!(back.status, 422);
    back.says("n’a pas été trouvée");
    let town_only = [
        ("kind", "proposal"),
        ("title", "Un banc à Lille"),
        ("body", "À l’ombre."),
        ("spot_address", "3 rue X, Lille"),
        ("spot_find", "1"),
    ];
    ana.post(page, to, &town_only).await.says("Lille (59350)");
    // What others say of an address is text.
    let hostile = ana.post(page, to, &with(&[("spot_found", "50.63, 3.07|<script>x</script>")])).await;
    assert_eq!(hostile.status, 303);
    let path = hostile.location().split('?').next().unwrap().to_owned();
    assert!(!ana.see(&path).await.body.contains("<script>x"));
}

#[tokio::test]
async fn the_whole_list_of_communes_can_be_read() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/geo/communes_centroides_2018.csv");
    let Ok(file) = std::fs::read(&file) else {
        eprintln!("SKIPPED: {} is not there: the list of all communes was not read", file.display());
        return;
    };
    let communes = actions::places::Communes::read(&file).unwrap();
    let found: Vec<String> = communes.search("10 place Bellecour 69002 Lyon", None).into_iter().map(|one| one.label).collect();
    assert!(found.first().is_some_and(|label| label.starts_with("Lyon")), "{found:?}");
    let outline = communes.outline("59350").unwrap();
    assert!(outline.holds(domain::place::Place::new(50.63, 3.06).unwrap()));
}
