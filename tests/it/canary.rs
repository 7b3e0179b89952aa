//! Nothing private leaves: every private field of every person holds a mark that must appear in no public byte.

use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Citizen, Town, on_both_databases};

use crate::questionnaires::{answer, begin, published, send};

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

/// What one sees at these addresses, whatever the answer: pages, feeds, files, and what other servers read.
async fn seen(reader: &mut Citizen, paths: &[String]) -> String {
    let mut all = String::new();
    for path in paths {
        all += &reader.get(path).await.body;
    }
    all.to_lowercase()
}

on_both_databases! {
    async fn no_answer_to_a_questionnaire_in_any_public_byte(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let id = published(&town, &mut agent, "everyone").await;
        let mut mine = Vec::new();
        for number in 0..12 {
            let mut ana = town.visitor();
            ana.address = format!("203.0.113.{number}").parse().unwrap();
            let own = begin(&mut ana, &id).await;
            answer(&mut ana, &own, "À vélo", &format!("Mon canari numéro {number} siffle")).await;
            let address = format!("canari.boite{number}@example.org");
            assert_eq!(send(&mut ana, &own, &address).await.status, 303);
            let link = town.latest_link(&address).await;
            ana.post(&link, &link, &[]).await;
            mine.push(own);
        }
        let form = format!("/c/place/q/{id}");
        let paths: Vec<String> = [
            "/", "/c", "/c/place", "/c/place/how", "/c/place/contributions", "/c/place/results", "/c/place/feed.atom", "/feeds/consultations.atom",
            "/search?q=siffle", "/c/place/contributions.csv", "/.well-known/nodeinfo", "/nodeinfo/2.1", "/network", &form, &format!("{form}/results"),
        ]
        .map(str::to_owned)
        .to_vec();
        let mut bob = town.citizen("Bob").await;
        let mut quiet = async |when: &str| {
            for reader in [&mut town.visitor(), &mut bob] {
                let bytes = seen(reader, &paths).await;
                assert!(bytes.contains("vos trajets"), "{when}: the test looks where things are");
                assert!(!bytes.contains(MARK) && !mine.iter().any(|own| bytes.contains(&own.to_lowercase())), "{when}");
            }
            let read = |db: &mut store::Db| {
                let journal = store::testing::number(db, "SELECT count(*) AS number FROM journal WHERE lower(detail) LIKE '%canari%'")?;
                let sent = store::testing::number(db, "SELECT count(*) AS number FROM activity WHERE lower(body) LIKE '%canari%'")?;
                Ok::<_, store::Error>(journal + sent)
            };
            assert_eq!(town.app.store.read(read).await.unwrap(), 0, "{when}: neither the journal nor what is sent knows");
        };
        quiet("while it is open").await;
        town.wait(SignedDuration::from_hours(24 * 11));
        town.run_jobs().await;
        let mut later = town.somebody("Jean", Role::Agent).await;
        let answers = format!("/admin/questionnaires/{id}/answers");
        let out = later.post(&answers, &answers, &[("note", "Merci.")]).await;
        assert_eq!(out.status, 303, "{}", out.text());
        town.visitor().see(&format!("{form}/results")).await.says("Merci.");
        quiet("after its results").await;
    }
}
