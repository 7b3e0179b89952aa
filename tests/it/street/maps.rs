//! Reports on maps: on their own pages, in the list, and how far away what was reported already is; the same in words for whoever sees no map.

use super::{category, report};
use domain::actor::Role;
use rig::{Town, on_both_databases};

/// A map drawn by the server.
const MAP: &str = "<svg class=\"map ground\"";

on_both_databases! {
    async fn reports_are_on_maps_and_in_words(town: Town) {
        let mut agent = town.somebody("Helene", Role::Agent).await;
        category(&mut agent, "Voirie", &[]).await;
        let (mut ana, mut reader) = (town.citizen("Ana").await, town.visitor());
        reader.see("/street").await;
        for more in [
            vec![],
            vec![("address", ""), ("latitude", "48.8575"), ("body", "Un lampadaire éteint.")],
            vec![("address", "place du Puits"), ("latitude", ""), ("longitude", ""), ("body", "Un banc cassé.")],
        ] {
            assert_eq!(report(&town, &mut ana, &more, None).await.status, 303);
        }
        // Its own page, and that of agents: a map under the address, or under coordinates; no map of words.
        for root in ["/street", "/admin/street"] {
            for (number, drawn, words, silent) in [
                (1, true, "12 rue des Tilleuls", "48.8566"),
                (2, true, "Aux coordonnées 48.85750, 2.35220", "Tilleuls"),
                (3, false, "place du Puits", "Aux coordonnées"),
            ] {
                let page = agent.see(&format!("{root}/{number}")).await;
                page.says(words).keeps_quiet_about(silent);
                assert_eq!(page.body.matches(MAP).count(), usize::from(drawn), "{root}/{number}: {}", page.body);
            }
        }
        // The list: a mark for each that has a place, as a link with the words of the list; and the list.
        let list = reader.see("/street").await;
        assert_eq!(list.body.matches(MAP).count(), 1);
        for mark in ["href=\"/street/1\" aria-label=\"N° 1 · Voirie · 12 rue des Tilleuls · Reçu\"", "href=\"/street/2\" aria-label=\"N° 2 · Voirie · Reçu\""] {
            assert!(list.body.contains(mark), "{mark}: {}", list.body);
        }
        assert!(!list.body.contains("href=\"/street/3\" aria-label"), "it has no place");
        list.says("place du Puits").says("Un lampadaire éteint");
        // The script has the same marks, and asks for nothing.
        assert_eq!(list.body.matches("&#34;path&#34;:").count(), 2, "{}", list.body);
        // What few may see, or nobody, is on no map.
        assert_eq!(agent.post("/admin/street/2", "/admin/street/2/hide", &[("act", "hide")]).await.status, 303);
        assert!(!reader.see("/street").await.body.contains("href=\"/street/2\""));
        assert_eq!(agent.post("/admin/street/2", "/admin/street/2/hide", &[("act", "show")]).await.status, 303);
        // More reports cost no more questions.
        let before = town.queries();
        reader.see("/street").await;
        let few = town.queries() - before;
        for n in 0..5 {
            let latitude = format!("48.86{n}");
            assert_eq!(report(&town, &mut ana, &[("latitude", latitude.as_str())], None).await.status, 303);
        }
        let before = town.queries();
        let list = reader.see("/street").await;
        assert_eq!((town.queries() - before, list.body.matches("&#34;path&#34;:").count()), (few, 7));
        // Nothing has a place: no map.
        reader.see("/street?category=voirie&kind=suggestion").await.says("0 signalement");
        assert!(!reader.see("/street?kind=suggestion").await.body.contains(MAP));
        // Nearby: how far each is.
        let near = ana.see("/street/new/what?latitude=48.8567&longitude=2.3523").await;
        near.says("Déjà signalé ici").says("à 13 mètres").says("à 89 mètres");
        reader.see("/street").await.keeps_quiet_about(" mètres");
    }
}
