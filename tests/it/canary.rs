//! Nothing private leaves: every private field of every person holds a mark that must appear in no public byte.

use rig::{Town, on_both_databases};

const MARK: &str = "canari";

on_both_databases! {
    async fn no_private_field_in_any_public_byte(town: Town) {
        town.consultation("place").await;
        let mut ana = town.somebody("canari.ana", domain::actor::Role::Citizen).await;
        let change = [("name", "Ana"), ("summary", ""), ("lang", "fr")];
        let answer = ana.post("/account", "/account", &change).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let new = "/c/place/new?kind=proposal";
        let page = ana.post(new, new, &[("kind", "proposal"), ("title", "Des bancs à l'ombre"), ("body", "Oui"), ("theme", "")]).await;
        let page = page.location().split('?').next().unwrap().to_owned();
        let mut bob = town.citizen("Bob").await;
        let answer = bob.post(&page, &format!("{page}/report"), &[("reason", "other"), ("note", "canari dans un signalement")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let cookies: Vec<String> = ana.cookies.values().cloned().collect();
        let paths = [
            "/", "/c", "/c/place", "/c/place/contributions", "/c/place/results", page.as_str(), &format!("{page}/versions"), "/search?q=bancs", "/feeds/consultations.atom",
            "/c/place/feed.atom", &format!("{page}/feed.atom"), "/c/place/contributions.csv", "/.well-known/nodeinfo", "/nodeinfo/2.1", "/about/how", "/about/privacy",
        ];
        for path in paths {
            for citizen in [&mut town.visitor(), &mut bob] {
                let answer = citizen.see(path).await;
                let body = answer.body.to_lowercase();
                // The handle is made of the name given at sign-up and is public; the address is not.
                assert!(!body.contains("canari.ana@example.org") && !body.contains("canari dans un signalement"), "{path}");
                assert!(cookies.iter().all(|c| !answer.body.contains(c.as_str())), "{path}");
                assert!(body.matches(MARK).count() <= body.matches("canari_ana").count(), "{path}");
            }
        }
    }
}
