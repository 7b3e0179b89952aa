//! The pages and files of the territory: what they show, to whom, and what they cost.

use domain::actor::Role;
use http::Request;
use rig::territories::territories;
use rig::{Town, on_both_databases};
use serde_json::Value;

use crate::region::listed;

on_both_databases! {
    async fn the_list_is_filtered_by_territory_theme_phase_and_words(town: Town) {
        let mut visitor = town.visitor();
        visitor.see("/territory").await.says("Aucune consultation");
        territories(&town, 1, 6, 5).await;
        // Of five consultations three are open, one is to come and one is closed.
        visitor.see("/territory").await.says("18 consultations").says("Commune 0001").says("commune1.example");
        visitor.see("/territory?phase=upcoming").await.says("6 consultations").says("Bientôt ouverte");
        visitor.see("/territory?phase=closed").await.says("6 consultations").says("Terminée");
        visitor.see("/territory?phase=all").await.says("30 consultations");
        visitor.see("/territory?phase=contribution").await.says("12 consultations");
        visitor.see("/territory?phase=answer").await.says("6 consultations");
        visitor.see("/territory?phase=vote").await.says("Aucune ne répond à ces critères");
        let one = listed(&town).await.remove(0).source_id.0;
        visitor.see(&format!("/territory?territory={one}")).await.says("3 consultations");
        visitor.see("/territory?theme=ecoles&phase=all").await.says("consultations").keeps_quiet_about("30 consultations");
        visitor.see("/territory?q=%C3%89COLE&phase=all").await.says("Écoles");
        // With words and a theme, both must be there.
        visitor.see("/territory?q=nature&theme=nature&phase=all").await.says("6 consultations");
        visitor.see("/territory?q=nature&theme=sport&phase=all").await.says("1 consultation").says("Sport et Nature");
        visitor.see("/territory?q=nature&theme=sport&phase=closed").await.says("Aucune ne répond à ces critères");
        visitor.see("/territory?q=introuvable").await.says("Aucune ne répond à ces critères");
        visitor.see("/territory?page=99&phase=all").await.says("Commune");
        // What an address says is not believed.
        for odd in ["/territory?territory=x&phase=y&theme=%00&page=-1&q=%22%20OR%201", "/territory/calendar?month=99999-99", "/territory/map?page=0"] {
            visitor.see(odd).await;
        }
        assert_eq!(visitor.get("/territory/figures?territory=019cae34-7780-7e54-9672-e1115d6550ac").await.status, 404);
        visitor.see("/territory/map").await.says("6 territoires").says("Commune 0006").says("INSEE 00006");
        visitor.see("/territory/calendar?month=2026-03").await.says("mars 2026").says("Commence");
        visitor.see("/territory/calendar?month=2026-04").await.says("La consultation se termine");
        visitor.see("/").await.says("Les consultations du territoire").says("Commune 000");
    }
}

on_both_databases! {
    async fn what_the_region_opened_itself_is_named_once_it_has_begun(town: Town) {
        territories(&town, 1, 1, 5).await;
        let mut visitor = town.visitor();
        visitor.see("/territory").await.keeps_quiet_about("Consultation parc");
        for slug in ["parc", "halle"] {
            town.consultation(slug).await;
        }
        town.draft("gare").await;
        let later = "UPDATE phase SET opens_at = closes_at WHERE consultation_id = (SELECT id FROM consultation WHERE slug = 'halle')";
        town.app.store.write(move |db| store::testing::run(db, later)).await.unwrap();
        visitor.see("/territory").await.says("Consultation parc").keeps_quiet_about("Consultation halle").keeps_quiet_about("Consultation gare");
        visitor.see("/territory?q=eau").await.keeps_quiet_about("Consultation parc");
    }
}

on_both_databases! {
    async fn figures_stand_side_by_side_by_consent_only(town: Town) {
        territories(&town, 1, 5, 2).await;
        let mut visitor = town.visitor();
        let page = visitor.see("/territory/figures").await;
        page.says("5 territoires").says("2 sur 5 l’acceptent");
        let compared = page.body.split_once("id=\"compared\"").unwrap().1.to_owned();
        for (name, stands) in [("Commune 0001", false), ("Commune 0002", true), ("Commune 0003", false), ("Commune 0004", true)] {
            assert_eq!(compared.contains(name), stands, "{name}");
        }
        // Ten persons or fewer are never counted, nor added up: of these ten consultations, four tell more.
        let all = listed(&town).await;
        let told: Vec<i64> = all.iter().filter_map(|listing| listing.participants).collect();
        assert!(told.iter().all(|count| *count >= 11) && told.len() < all.len());
        page.says(&format!("{} consultations qui en donnent le nombre", told.len())).says(&told.iter().sum::<i64>().to_string());
        let one = all[0].source_id.0;
        visitor.see(&format!("/territory/figures?territory={one}")).await.says("Commune 000").keeps_quiet_about("l’acceptent");
    }
}

on_both_databases! {
    async fn the_same_is_there_as_files_that_are_kept(town: Town) {
        territories(&town, 1, 3, 5).await;
        let mut visitor = town.visitor();
        let csv = visitor.see("/open-data/territory.csv").await;
        assert_eq!(csv.body.lines().count(), 16);
        assert!(csv.body.starts_with("\u{feff}\"id\";\"title\"") && csv.header("cache-control").contains("max-age=300"));
        let json: Value = serde_json::from_str(&visitor.see("/open-data/territory.json").await.body).unwrap();
        assert_eq!(json["consultations"].as_array().unwrap().len(), 15);
        assert_eq!(json["consultations"][0]["territory_kind"], "commune");
        let answer = visitor.see("/open-data/territory.geojson").await;
        assert_eq!(answer.header("content-type"), "application/geo+json");
        let map: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!((&map["type"], &map["features"][0]["geometry"]["type"]), (&Value::from("FeatureCollection"), &Value::from("Point")));
        for (path, begins) in [("/feeds/territory.atom", "<?xml"), ("/territory/calendar.ics", "BEGIN:VCALENDAR\r\n")] {
            let first = visitor.see(path).await;
            assert!(first.body.starts_with(begins), "{}", first.body);
            let again = Request::get(path).header("if-none-match", first.header("etag")).body(axum::body::Body::empty()).unwrap();
            let again = visitor.send(again).await;
            assert_eq!((again.status.as_u16(), again.body.as_str()), (304, ""), "{path}");
        }
        let calendar = visitor.see("/territory/calendar.ics").await;
        assert!(calendar.body.split("\r\n").all(|line| line.len() <= 75));
        assert!(calendar.body.contains("UID:") && calendar.body.ends_with("END:VCALENDAR\r\n"));
        // Nothing in an empty index is broken either.
        let empty = Town::on_sqlite().await;
        let none: Value = serde_json::from_str(&empty.visitor().see("/open-data/territory.json").await.body).unwrap();
        assert_eq!(none["consultations"].as_array().unwrap().len(), 0);
    }
}

on_both_databases! {
    async fn agents_share_and_administrators_agree_to_be_compared(town: Town) {
        territories(&town, 1, 1, 1).await;
        let id = listed(&town).await.remove(0).id.0.to_string();
        let mut citizen = town.citizen("Ana").await;
        citizen.see("/territory").await.keeps_quiet_about("Partager");
        let token = citizen.token("/account").await;
        let refused = citizen.post_bare("/admin/network/share", &[("_csrf", &token), ("listing", &id), ("share", "yes")]).await;
        assert!(refused.status.is_client_error() || refused.status.is_redirection());
        assert!(listed(&town).await.remove(0).shared_at.is_none());
        let mut agent = town.somebody("Lea", Role::Agent).await;
        let done = agent.post("/territory", "/admin/network/share", &[("listing", &id), ("share", "yes"), ("here", "/territory?page=1")]).await;
        assert_eq!(done.location(), "/territory?page=1&done=territory-shared");
        agent.see("/territory").await.says("Ne plus partager");
        let done = agent.post("/territory", "/admin/network/share", &[("listing", &id), ("share", "no"), ("here", "https://evil.example/")]).await;
        assert_eq!(done.location(), "/territory?done=territory-unshared");
        let mut administrator = town.somebody("Max", Role::Administrator).await;
        let form = "/admin/network/follows";
        administrator.post(form, "/admin/network/comparison", &[("allowed", "yes")]).await;
        assert!(town.app.store.read(store::listings::consents_to_comparison).await.unwrap());
        administrator.post(form, "/admin/network/comparison", &[]).await;
        assert!(!town.app.store.read(store::listings::consents_to_comparison).await.unwrap());
        agent.see("/territory").await;
        let token = agent.token("/account").await;
        assert!(agent.post_bare("/admin/network/comparison", &[("_csrf", &token), ("allowed", "yes")]).await.status.is_client_error());
    }
}

on_both_databases! {
    async fn a_page_costs_the_same_with_one_territory_and_with_many(town: Town) {
        let pages = ["/", "/territory", "/territory?q=ecoles&theme=eau", "/territory/map", "/territory/calendar", "/territory/figures", "/feeds/territory.atom"];
        territories(&town, 1, 1, 5).await;
        let mut counts = Vec::new();
        for round in 0..2 {
            let mut these = Vec::new();
            for page in pages {
                town.visitor().see(page).await;
                let before = town.queries();
                town.visitor().see(page).await;
                these.push(town.queries() - before);
            }
            counts.push(these);
            if round == 0 {
                territories(&town, 2, 30, 5).await;
            }
        }
        for (page, (little, much)) in pages.iter().zip(counts[0].iter().zip(&counts[1])) {
            assert!(much <= little, "{page}: {little} statements with one territory, {much} with many");
        }
    }
}

on_both_databases! {
    async fn an_activity_costs_the_same_with_one_territory_and_with_many(town: Town) {
        let mut costs = Vec::new();
        for (from, count) in [(1, 1), (2, 40)] {
            territories(&town, from, count, 5).await;
            let one = "https://commune1.example/objects/0";
            let source = town.app.store.read(move |db| store::listings::by_uri(db, one)).await.unwrap().unwrap().source_id;
            // Once more than is counted: a connection asks things of its own the first time.
            for counted in [false, true] {
                let said = rig::territories::said(&town, source, (1, 0));
                let (now, before) = (store::At(town.now()), town.queries());
                town.app.store.write(move |db| store::listings::keep(db, &said, now)).await.unwrap();
                if counted {
                    costs.push(town.queries() - before);
                }
            }
        }
        assert_eq!(costs[0], costs[1]);
    }
}
