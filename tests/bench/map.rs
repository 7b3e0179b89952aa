//! The map of a consultation with 50,000 placed contributions, beside the same with 500: what each window costs, and how much a telephone is sent.

use std::net::SocketAddr;
use std::time::Duration;

use actions::contributions;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::lang::Lang;
use domain::place::{Asking, Geometry, Spot};
use parvis::shutdown::Shutdown;
use rig::Town;

use crate::load;

/// Contributions of the large consultation, and of the small one.
const MANY: usize = 50_000;
const FEW: usize = 500;
/// A town of some eight kilometres: its south-western corner, and its sides in degrees.
const CORNER: (f64, f64) = (50.59, 3.00);
const SIDES: (f64, f64) = (0.08, 0.12);
/// Zooms that are asked for, from the whole region to a street.
const ZOOMS: [u32; 4] = [9, 12, 14, 16];

/// Runs it on SQLite, and on PostgreSQL where one is given. `hold`: serves the first for ten minutes, for a browser.
pub(crate) async fn run(hold: bool) {
    let mut towns = vec![("SQLite", Town::on_sqlite().await)];
    if let Some(town) = Town::on_postgres().await {
        towns.push(("PostgreSQL", town));
    }
    for (database, town) in towns {
        let address = serve(&town);
        town.citizen("Ana").await;
        for (slug, count) in [("petite", FEW), ("grande", MANY)] {
            seed(&town, slug, count).await;
            ask(&town, database, address, slug).await;
        }
        if hold {
            println!("http://{address}/c/grande/map is served for ten minutes");
            // sleep: a person looks at it meanwhile
            tokio::time::sleep(Duration::from_secs(600)).await;
        }
    }
}

fn serve(town: &Town) -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    let router = parvis::commands::serve::around(town.router.clone());
    tokio::spawn(parvis::server::serve(listener, router, Vec::new(), parvis::server::Limits::default(), Shutdown::new()));
    address
}

/// Places proposals all over the town, through the actions: streets are more crowded than parks, so they gather along a grid.
async fn seed(town: &Town, slug: &str, count: usize) {
    town.consultation(slug).await;
    let named = slug.to_owned();
    let write = town.app.store.write(move |db| {
        let found = store::consultations::by_slug(db, &named)?.unwrap();
        store::places::set_asking(db, found.id, Asking::Optional)
    });
    write.await.unwrap();
    let viewer = town.viewer("ana@example.org").await;
    for n in 0..count {
        let (row, column) = ((n * 7919) % 997, (n * 104_729) % 1009);
        let share = |at: usize, of: f64| f64::from(u32::try_from(at).unwrap()) / of;
        let spot = format!("{}, {}", CORNER.0 + SIDES.0 * share(row - row % 3, 997.0), CORNER.1 + SIDES.1 * share(column, 1009.0));
        let title = format!("Proposition {n}");
        let mut draft = Draft::parse(Kind::Proposal, &RawDraft { title: &title, body: "Ici même.", ..RawDraft::default() }).unwrap();
        draft.place = Some(Spot::new(Geometry::parse(&spot).unwrap(), ""));
        contributions::publish(&town.app, viewer, slug, draft, Lang::Fr).await.unwrap();
    }
}

async fn ask(town: &Town, database: &str, address: SocketAddr, slug: &str) {
    let (south, west) = CORNER;
    let middle = (south + SIDES.0 / 2.0, west + SIDES.1 / 2.0);
    let page = format!("/c/{slug}/map");
    measure(town, (database, slug, "the page"), address, &page).await;
    for zoom in ZOOMS {
        // A window of 720 by 480 pixels: the world is 256 · 2^zoom pixels wide.
        let degrees = 360.0 / (256.0 * f64::from(1_u32 << zoom));
        let (wide, high) = (720.0 * degrees / 2.0, 480.0 * degrees * 0.635 / 2.0);
        let (from, to) = ((middle.0 - high, middle.1 - wide), (middle.0 + high, middle.1 + wide));
        let path = format!("/c/{slug}/map.json?bbox={},{},{},{}&zoom={zoom}", from.1, from.0, to.1, to.0);
        measure(town, (database, slug, &format!("zoom {zoom}")), address, &path).await;
    }
}

async fn measure(town: &Town, (database, slug, what): (&str, &str, &str), address: SocketAddr, path: &str) {
    let answer = town.visitor().get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    let run = load::steady(address, path, 5, Duration::from_secs(4)).await;
    println!(
        "{database:<10} {slug:<7} {what:<9} p50 {:>6.1} ms  p99 {:>6.1} ms  {:>7} bytes   failures {}",
        run.percentile(50),
        run.percentile(99),
        answer.bytes.len(),
        run.failures
    );
}
