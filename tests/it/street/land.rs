//! The place of a report, its picture, who looks after which part of the territory, and what works without a network.

use domain::actor::Role;
use image::{ImageFormat, Rgb, RgbImage};
use rig::{Answer, Citizen, Town, on_both_databases};
use std::io::Cursor;

use super::{category, report, send};

/// A picture of stripes, one pixel wide: what is covered is of one colour.
fn stripes() -> Vec<u8> {
    let picture = RgbImage::from_fn(160, 160, |x, _| if (x / 10) % 2 == 0 { Rgb([0, 0, 0]) } else { Rgb([255, 255, 255]) });
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

/// The difference between the lightest and the darkest pixel of a cell of the grid, edges apart.
fn contrast(jpeg: &[u8], column: u32, row: u32) -> u8 {
    let picture = image::load_from_memory(jpeg).unwrap().to_luma8();
    let side = picture.width() / 8;
    let cell = |n: u32| ((n - 1) * side + 4)..(n * side - 4);
    let values: Vec<u8> = cell(row).flat_map(|y| cell(column).map(move |x| (x, y))).map(|(x, y)| picture.get_pixel(x, y).0[0]).collect();
    values.iter().max().unwrap() - values.iter().min().unwrap()
}

/// What stands in a hidden field of a page.
fn hidden<'a>(page: &'a Answer, name: &str) -> &'a str {
    let begun = format!("name=\"{name}\" value=\"");
    assert!(page.body.contains(&begun), "no {name}: {}", page.body);
    let (_, rest) = page.body.split_once(&begun).unwrap();
    rest.split('"').next().unwrap()
}

async fn photo(citizen: &mut Citizen) -> Vec<u8> {
    citizen.get("/street/1/photo").await.bytes.to_vec()
}

on_both_databases! {
    async fn without_scripts_a_drawn_map_takes_a_click_or_is_moved(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        let mut ana = town.citizen("Ana").await;
        let page = ana.see("/street/new").await;
        assert!(page.body.contains("Placer ici") && page.body.contains("type=\"image\"") && page.body.contains("data-point-only"));
        // A click in the middle is the middle; the keyboard says 0 and 0, which is the middle as well.
        let view = "50.63%2C+3.06%2C+16";
        for click in ["144&spot_at.y=144", "0&spot_at.y=0"] {
            let page = ana.see(&format!("/street/new/what?spot_view={view}&spot_at.x={click}&spot=&spot_address=la+halle")).await;
            assert_eq!(hidden(&page, "spot_view"), "50.63, 3.06, 16");
            assert!(page.body.contains("name=\"spot\" value=\"50.63, 3.06\"") || page.body.contains("name=\"spot\" value=\"50.6"), "{}", page.body);
            assert!(page.body.contains("value=\"la halle\""), "{}", page.body);
        }
        let moved = ana.see(&format!("/street/new/what?spot_view={view}&spot_move=north")).await;
        let north: f64 = hidden(&moved, "spot_view").split(',').next().unwrap().parse().unwrap();
        assert!(north > 50.63 && north < 50.64, "{north}");
        let chosen = ana.see("/street/new/what?spot=50.63,+3.06&spot_address=la+halle").await;
        assert_eq!((hidden(&chosen, "latitude"), hidden(&chosen, "longitude"), hidden(&chosen, "address")), ("50.63", "3.06", "la halle"));
        // Words alone are enough, and strange maps change nothing.
        assert_eq!(hidden(&ana.see("/street/new/what?spot_address=devant+la+mairie").await, "address"), "devant la mairie");
        for strange in ["spot_view=x&spot_move=north", "spot_view=999,999,99&spot_move=closer", "spot_at.x=99999&spot_at.y=-1", "spot_move=nowhere"] {
            assert_eq!(ana.get(&format!("/street/new/what?{strange}")).await.status, 200, "{strange}");
        }
        // The same on a form that is posted: the office's.
        let token = agent.token("/admin/street/new").await;
        let fields = [("spot_view", "50.63, 3.06, 16"), ("spot_at.x", "144"), ("spot_at.y", "144"), ("body", "Un arbre est tombé."), ("_csrf", &token)];
        let origin = town.app.links.origin().to_owned();
        let back = send(&mut agent, &origin, "/admin/street/new", &fields, None).await;
        assert_eq!(back.status, 200);
        back.says("Un arbre est tombé.");
    }
}

on_both_databases! {
    async fn without_an_outline_the_map_opens_around_the_own_point(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        let mut ana = town.citizen("Ana").await;
        let wide = ana.see("/street/new").await;
        assert!(hidden(&wide, "spot_view").ends_with(", 4") && wide.body.contains("data-bounds=\"-5.2,41.3,9.6,51.1\""), "{}", wide.body);
        for (kind, zooms) in [("commune", 12..=13), ("intercommunality", 9..=10), ("region", 6..=9), ("state", 4..=4)] {
            town.identify(|form| {
                form.territory_kind = kind.to_owned();
                (form.latitude, form.longitude) = ("50,63".to_owned(), "3,06".to_owned());
            })
            .await;
            let page = ana.see("/street/new").await;
            let view: Vec<f64> = hidden(&page, "spot_view").split(',').map(|part| part.trim().parse().unwrap()).collect();
            assert!(zooms.contains(&(view[2] as u32)), "{kind}: {view:?}");
            if kind == "state" {
                continue;
            }
            assert!((view[0] - 50.63).abs() < 0.02 && (view[1] - 3.06).abs() < 0.02, "{kind}: {view:?}");
            assert!(!page.body.contains("data-bounds=\"-5.2,"), "the map with scripts opens there too");
            // Whoever points at the middle of it at once is not too far away.
            let spot = format!("{}, {}", view[0], view[1]);
            let next = ana.see(&format!("/street/new/what?spot={}", spot.replace(", ", "%2C+"))).await;
            let latitude: f64 = hidden(&next, "latitude").parse().unwrap();
            assert!((latitude - 50.63).abs() < 0.02, "{latitude}");
        }
    }
}

on_both_databases! {
    async fn the_same_sending_makes_one_report(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        let mut ana = town.citizen("Ana").await;
        let sending = [("sending", "0b8a5c9e-7f0f-4d8c-9a51-aaaaaaaaaaaa")];
        for _ in 0..3 {
            let answer = report(&town, &mut ana, &sending, None).await;
            assert_eq!(answer.location(), "/street/1?done=street-made");
        }
        ana.see("/street").await.says("1 signalement");
        // Gone back, changed and sent again under the same name: that is another report, and none is lost.
        let changed = [sending[0], ("body", "Et un second trou, plus loin.")];
        for _ in 0..2 {
            assert_eq!(report(&town, &mut ana, &changed, None).await.location(), "/street/2?done=street-made");
        }
        ana.see("/street/2").await.says("un second trou");
        // Another name is another report; too short a name is none.
        assert_eq!(report(&town, &mut ana, &[("sending", "0b8a5c9e-7f0f-4d8c-9a51-bbbbbbbbbbbb")], None).await.location(), "/street/3?done=street-made");
        for number in [4, 5] {
            assert_eq!(report(&town, &mut ana, &[("sending", "x")], None).await.location(), format!("/street/{number}?done=street-made"));
        }
        let page = ana.see("/street/new/words?address=x&kind=anomaly&category=voirie").await;
        assert!(hidden(&page, "sending").len() >= 16);
    }
}

on_both_databases! {
    async fn faces_and_plates_are_covered_before_and_after(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        let mut ana = town.citizen("Ana").await;
        let origin = town.app.links.origin().to_owned();
        // Without scripts: the picture comes back on a grid, in the page itself, and nothing was made yet.
        let grid = report(&town, &mut ana, &[("blur", "on")], Some(&stripes())).await;
        assert_eq!(grid.status, 200);
        grid.says("Flouter la photo").says("Ligne 8, colonne 8");
        assert!(grid.header("content-security-policy").contains("img-src 'self' data:") && grid.header("cache-control").contains("no-store"));
        ana.see("/street").await.says("0 signalement");
        let mut fields: Vec<(&str, &str)> = ["_csrf", "kept_picture", "address", "latitude", "longitude", "kind", "category", "body", "sending"]
            .into_iter()
            .map(|name| (name, hidden(&grid, name)))
            .collect();
        fields.extend([("cell", "3-4"), ("cell", "99-1"), ("cell", "x")]);
        let fields: Vec<(&str, String)> = fields.into_iter().map(|(name, value)| (name, value.replace("&#38;", "&").replace("&#x27;", "'"))).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(send(&mut ana, &origin, "/street/new", &fields, None).await.location(), "/street/1?done=street-made");
        let kept = photo(&mut ana).await;
        assert!(contrast(&kept, 3, 4) < 20 && contrast(&kept, 1, 1) > 150);
        // Agents cover what was published; the picture that was there is gone, also for whoever kept it.
        let tag = ana.get("/street/1/photo").await.header("etag").to_owned();
        assert!(ana.get("/street/1/photo").await.header("cache-control").contains("no-cache"));
        let old = town.app.store.read(|db| store::street::numbered(db, 1)).await.unwrap().unwrap().photo_id.unwrap();
        assert_eq!(agent.post("/admin/street/1/photo", "/admin/street/1/photo", &[]).await.status, 422);
        assert_eq!(agent.post("/admin/street/1/photo", "/admin/street/1/photo", &[("cell", "1-1")]).await.status, 303);
        let after = photo(&mut ana).await;
        assert!(contrast(&after, 1, 1) < 20 && contrast(&after, 3, 4) < 20 && contrast(&after, 6, 6) > 150);
        assert_ne!(ana.get("/street/1/photo").await.header("etag"), tag);
        assert!(town.app.store.read(move |db| store::media::find(db, old)).await.unwrap().is_none());
        for mut other in [ana, town.visitor()] {
            assert_ne!(other.get("/admin/street/1/photo").await.status, 200);
        }
        assert_eq!(agent.get("/admin/street/99/photo").await.status, 404);
    }
}

pub(super) const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[3.0,50.6],[3.1,50.6],[3.1,50.7],[3.0,50.7],[3.0,50.6]]]}"#;
const SMALL: &str = r#"{"type":"Polygon","coordinates":[[[3.05,50.62],[3.07,50.62],[3.07,50.64],[3.05,50.64],[3.05,50.62]]]}"#;

pub(super) async fn area(town: &Town, agent: &mut Citizen, fields: &[(&str, &str)], file: &str) -> Answer {
    let token = agent.token("/admin/street/areas").await;
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("_csrf", token.as_str())]).collect();
    let origin = town.app.links.origin().to_owned();
    send(agent, &origin, "/admin/street/areas", &fields, Some(file.as_bytes()).filter(|file| !file.is_empty())).await
}

on_both_databases! {
    async fn what_comes_goes_to_whoever_looks_after_the_smallest_part(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        category(&mut agent, "Propreté", &[]).await;
        // Bad input: nothing said, no outline, an outline that is none, far too much of it.
        for (fields, file, fault) in [
            (vec![("area", "Centre")], SQUARE, "Donnez un service"),
            (vec![("area", "Centre"), ("service", "Centre")], "", "GeoJSON"),
            (vec![("area", "Centre"), ("service", "Centre")], "{\"type\":", "GeoJSON"),
            (vec![("area", "Centre"), ("service", "Centre")], r#"{"type":"Point","coordinates":[3,50]}"#, "surface"),
            (vec![("area", "Centre"), ("service", "Centre"), ("category", "autre")], SQUARE, "Choisissez"),
        ] {
            let answer = area(&town, &mut agent, &fields, file).await;
            assert_eq!(answer.status, 422, "{fields:?} {file}");
            answer.says(fault);
        }
        let who = town.app.store.read(store::street::lists::agents).await.unwrap().remove(0).0.0.to_string();
        for (fields, file) in [
            (vec![("area", "Toute la ville"), ("service", "Mairie annexe")], SQUARE),
            (vec![("area", "Centre ancien"), ("service", "Secteur centre"), ("referent", who.as_str())], SMALL),
            (vec![("area", "Les rues"), ("service", "Brigade des rues"), ("category", "voirie")], SQUARE),
        ] {
            let answer = area(&town, &mut agent, &fields, file).await;
            assert_eq!(answer.status, 303, "{}", answer.text());
        }
        agent.see("/admin/street/areas").await.says("Centre ancien").says("Brigade des rues");
        let mut ana = town.citizen("Ana").await;
        for (number, code, at, service) in [
            (1, "voirie", ("50.63", "3.06"), "Brigade des rues"),
            (2, "proprete", ("50.63", "3.06"), "Secteur centre"),
            (3, "proprete", ("50.65", "3.09"), "Mairie annexe"),
            (4, "proprete", ("50.75", "3.09"), "Services techniques"),
        ] {
            let fields = [("category", code), ("latitude", at.0), ("longitude", at.1)];
            assert_eq!(report(&town, &mut ana, &fields, None).await.status, 303);
            let row = town.app.store.read(move |db| store::street::numbered(db, number)).await.unwrap().unwrap();
            assert_eq!((row.service.as_str(), row.agent_id.is_some()), (service, number == 2), "{number}");
        }
        let id = town.app.store.read(store::street::areas::list).await.unwrap().remove(0).0.0.to_string();
        assert_eq!(agent.post("/admin/street/areas", "/admin/street/areas/remove", &[("remove", &id)]).await.status, 303);
        assert_eq!(agent.post("/admin/street/areas", "/admin/street/areas/remove", &[("remove", &id)]).await.status, 404);
        assert_ne!(ana.get("/admin/street/areas").await.status, 200);
    }
}

on_both_databases! {
    async fn the_form_that_opens_without_a_network_is_nobodys(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        let mut visitor = town.visitor();
        let page = visitor.see("/street/offline").await;
        page.says("même sans réseau").says("Voirie");
        assert!(page.header("set-cookie").is_empty());
        let worker = visitor.see("/sw.js").await;
        assert!(worker.header("content-type").starts_with("text/javascript"));
        let list = worker.body.lines().find_map(|line| line.strip_prefix("const SHELL = ")).unwrap().trim_end_matches(';');
        let shell: Vec<String> = serde_json::from_str(list).unwrap();
        assert_eq!(shell[0], "/street/offline");
        for path in &shell {
            assert_eq!(visitor.get(path).await.status, 200, "{path}");
        }
        let manifest: serde_json::Value = serde_json::from_str(&visitor.see("/manifest.webmanifest").await.body).unwrap();
        for icon in manifest["icons"].as_array().unwrap() {
            assert_eq!(visitor.get(icon["src"].as_str().unwrap()).await.header("content-type"), "image/png");
        }
        // Nobody's account is in what is kept, whoever asks for the list.
        let asked = agent.see("/sw.js").await;
        assert!(!asked.body.contains("Helene"));
    }
}

on_both_databases! {
    async fn a_project_is_placed_as_well(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let (office, page) = ("/admin/consultations/place/budget", "/c/place/budget/new");
        assert_eq!(agent.post(office, office, &[("envelope-0-title", "Tout le bourg"), ("envelope-0-amount", "10 000 €")]).await.status, 303);
        let mut ana = town.citizen("Ana").await;
        ana.see(page).await.keeps_quiet_about("Coordonnées");
        let map = "/admin/consultations/place/map";
        assert_eq!(agent.post(map, map, &[("asking", "required")]).await.status, 303);
        ana.see(page).await.says("Coordonnées");
        let read = town.app.store.read(|db| {
            let consultation = store::consultations::by_slug(db, "place")?.unwrap();
            store::budget::envelopes(db, consultation.id)
        });
        let envelope = read.await.unwrap().remove(0).id.0.to_string();
        let form = [("title", "Un banc rue Haute"), ("body", "À l’ombre."), ("envelope", envelope.as_str()), ("place", "Rue Haute"), ("asked", "1 200")];
        for (spot, status) in [("", 422), ("abc", 422), ("50.63, 3.06", 303)] {
            let fields: Vec<_> = form.into_iter().chain([("spot", spot)]).collect();
            let answer = ana.post(page, page, &fields).await;
            assert_eq!(answer.status, status, "{spot}: {}", answer.text());
            if status == 422 {
                assert!(answer.body.contains("value=\"Un banc rue Haute\""), "the text is kept");
            }
        }
        let looked: Vec<_> = form.into_iter().chain([("spot_view", "50.63, 3.06, 16"), ("spot_move", "middle")]).collect();
        let back = ana.post(page, page, &looked).await;
        assert!(back.status == 200 && back.body.contains("value=\"50.63, 3.06\""), "{}", back.text());
    }
}
