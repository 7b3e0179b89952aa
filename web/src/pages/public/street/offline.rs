//! The form for a report that opens without a network: one page, the same for everybody, kept on the device by `sw.js`; and what makes the site
//! one that can be installed.

use crate::assets;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty};
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use axum::response::IntoResponse;
use domain::street::{ADDRESS_MAX, ReportKind, WORDS_MAX};
use http::{HeaderName, HeaderValue, header};
use serde_json::json;

/// The files that the form needs, beside the style of the collectivity.
#[rustfmt::skip]
const FILES: [&str; 8] = [
    "parvis.css", "parvis.js", "street.js", "blur.js", "draft.js", "exif.js", "fonts/atkinson-next-latin.woff2", "fonts/young-serif-latin.woff2",
];

/// Most official collectivities among which those are looked for that reports are sent to.
const OFFICIAL_MAX: i64 = 1000;

#[derive(Template)]
#[template(path = "street/offline.html")]
struct Offline {
    page: Page,
    kinds: Vec<Choice>,
    categories: Vec<Choice>,
    address_max: usize,
    words_max: usize,
    faults: Faulty,
}

/// The categories, each with what becomes of a report in it: nobody is there to ask where there is no network.
async fn offered(visit: &Visit) -> Result<Vec<Choice>, Error> {
    let read =
        visit.web.app.store.read(|db| {
            Ok::<_, store::Error>((store::street::categories(db, false)?, store::trust::official_actors(db, "", OFFICIAL_MAX)?))
        });
    let (rows, official) = read.await?;
    let t = crate::texts::Texts::new(visit.lang);
    let choice = |row: store::street::Category| {
        let sent_to = official.iter().find(|peer| !row.private && Some(peer.actor_id) == row.competent_id);
        let label = match sent_to {
            Some(peer) => t.with2("street-offline-sent", "category", row.name, "name", domain::text::line(&peer.name)),
            None if row.private => t.with1("street-offline-private", "category", row.name),
            None => row.name,
        };
        Choice { code: row.code, label, chosen: false }
    };
    Ok(rows.into_iter().map(choice).collect())
}

/// `GET /street/offline`.
// ftl: street-kind-*
pub(super) async fn show(visit: Visit) -> Reply {
    let page = visit.page("street-offline-title").await?;
    let name = page.t.get("street-title");
    html(Offline {
        kinds: Choice::list(&page.t, "street-kind", ReportKind::ALL.iter().map(|kind| kind.code()), ReportKind::Anomaly.code()),
        categories: offered(&visit).await?,
        address_max: ADDRESS_MAX,
        words_max: WORDS_MAX,
        faults: Faulty::none(),
        page: page.under("/street", name),
    })
}

/// `GET /sw.js`: what a browser keeps of the site, and for what.
pub(super) async fn worker(visit: Visit) -> Reply {
    let page = visit.page("street-title").await?;
    let files = FILES.map(assets::path);
    let shell: Vec<String> = ["/street/offline".to_owned(), page.theme(), page.logo()].into_iter().chain(files).collect();
    // The form on the device is as old as what it offers: other categories make another one.
    let offered = offered(&visit).await?.iter().map(|row| format!("{}\n{}\n", row.code, row.label)).collect::<String>();
    let name = json!(format!("{}-{}-{}", assets::path("").trim_matches('/'), page.instance.revision, assets::digest(offered.as_bytes())));
    let script = format!("const NAME = {name};\nconst SHELL = {};\n{}", json!(shell), include_str!("../../../../assets/sw.js"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    Ok((headers, script).into_response())
}

/// `GET /manifest.webmanifest` (W3C Web Application Manifest).
pub(super) async fn manifest(visit: Visit) -> Reply {
    let page = visit.page("street-title").await?;
    let icon = |side: u32| {
        let name = format!("app-{side}.png");
        json!({ "src": assets::path(&name), "sizes": format!("{side}x{side}"), "type": "image/png", "purpose": "any maskable" })
    };
    let manifest = json!({
        "id": "/", "name": page.instance.name, "short_name": page.instance.name, "start_url": "/street", "scope": "/", "display": "standalone",
        "lang": page.lang.code(), "background_color": "#ffffff", "theme_color": page.instance.accent, "icons": [icon(192), icon(512)],
    });
    let kind: (HeaderName, HeaderValue) = (header::CONTENT_TYPE, HeaderValue::from_static("application/manifest+json"));
    let text = serde_json::to_string(&manifest).map_err(|bad| Error::Broken(bad.to_string()))?;
    Ok(([kind], text).into_response())
}
