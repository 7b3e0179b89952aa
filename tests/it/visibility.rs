//! What one may not see and what is not there look the same, at every door of the people.

use domain::actor::Role;
use rig::{Town, on_both_databases};

/// A body without what changes at every request.
fn plain(answer: &rig::Answer) -> String {
    answer.text()
}

on_both_databases! {
    async fn a_draft_is_not_there_for_the_public(town: Town) {
        town.draft("secrete").await;
        let mut ana = town.citizen("Ana").await;
        for tail in ["", "/contributions", "/results", "/feed.atom", "/contributions.csv", "/new?kind=proposal", "/p/0192f0c1-2d3e-7abc-8def-0123456789ab"] {
            for citizen in [&mut town.visitor(), &mut ana] {
                let (there, nowhere) = (citizen.get(&format!("/c/secrete{tail}")).await, citizen.get(&format!("/c/nulle-part{tail}")).await);
                assert_eq!((there.status, nowhere.status), (404.try_into().unwrap(), 404.try_into().unwrap()), "{tail}");
                assert_eq!(plain(&there), plain(&nowhere), "{tail}");
            }
        }
        for page in ["/", "/c", "/search?q=consultation", "/feeds/consultations.atom"] {
            town.visitor().see(page).await.keeps_quiet_about("Consultation secrete");
        }
        town.somebody("Helene", Role::Agent).await.see("/c/secrete").await;
    }
}

on_both_databases! {
    async fn the_back_office_is_not_there_for_citizens(town: Town) {
        town.consultation("place").await;
        let mut ana = town.citizen("Ana").await;
        for page in ["/admin", "/admin/consultations", "/admin/consultations/new", "/admin/consultations/place", "/admin/answers", "/admin/moderation", "/admin/users", "/admin/journal", "/admin/settings"] {
            assert_eq!(ana.get(page).await.status, 404, "{page}");
        }
        let rows = [
            (Role::Agent, [200, 200, 200, 404, 404, 404, 404]),
            (Role::Moderator, [200, 404, 404, 200, 404, 404, 404]),
            (Role::Administrator, [200, 200, 200, 200, 200, 200, 200]),
        ];
        for (role, expected) in rows {
            let mut staff = town.somebody(&format!("Staff {role}"), role).await;
            let pages = ["/admin", "/admin/consultations/place", "/admin/answers", "/admin/moderation", "/admin/users", "/admin/journal", "/admin/settings"];
            for (page, expected) in pages.iter().zip(expected) {
                let status = staff.get(page).await.status.as_u16();
                assert!(status == expected || (expected == 404 && status == 403), "{role} {page}: {status}");
            }
        }
    }
}

on_both_databases! {
    async fn the_preview_shows_a_draft_as_a_visitor_will_see_it(town: Town) {
        town.draft("secrete").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        agent.see("/admin/consultations/secrete").await;
        let preview = agent.see("/admin/consultations/secrete/preview").await;
        preview.says("Consultation secrete").says("Aperçu").says("Se connecter");
        for word in ["Helene", "Se déconnecter", "brouillon", "Brouillon"] {
            preview.keeps_quiet_about(word);
        }
        town.consultation("place").await;
        let (preview, page) = (agent.see("/admin/consultations/place/preview").await, town.visitor().see("/c/place").await);
        let main = |answer: &rig::Answer| {
            let text = &answer.body[answer.body.find("<main").unwrap()..answer.body.find("</main>").unwrap()];
            // How to follow it from elsewhere is offered once it can be followed.
            text.split("<div class=\"cols").nth(1).unwrap().split("aria-labelledby=\"follow\"").next().unwrap().to_owned()
        };
        assert_eq!(main(&preview), main(&page), "the same page");
        assert_eq!(town.citizen("Ana").await.get("/admin/consultations/secrete/preview").await.status, 404);
    }
}

on_both_databases! {
    async fn the_log_is_filtered_by_act_and_by_person(town: Town) {
        for slug in ["place", "halle"] {
            town.consultation(slug).await;
        }
        let mut admin = town.somebody("Ada", Role::Administrator).await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let fields = [("title", "Une halle neuve"), ("teaser", "Dites-nous."), ("participation", "concertation"), ("input_use", "Nous répondrons."), ("starts_on", "2026-04-01")];
        let answer = agent.post("/admin/consultations/new", "/admin/consultations/new", &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let all = admin.see("/admin/journal").await;
        all.says("Helene").says("A publié une consultation").says("Une halle neuve");
        let rows = |answer: &rig::Answer| answer.body.matches("<th scope=\"row\">").count();
        let handle = all.body.split(">Helene<").next().unwrap().rsplit('"').nth(1).unwrap().to_owned();
        let published = admin.see("/admin/journal?act=consultation_published").await;
        let hers = admin.see(&format!("/admin/journal?who={handle}")).await;
        assert_eq!(rows(&published), 2);
        assert!(rows(&hers) > 0 && rows(&hers) < rows(&all), "{}", hers.text());
        hers.says("Une halle neuve");
        assert_eq!(rows(&admin.see(&format!("/admin/journal?act=consultation_published&who={handle}")).await), 0);
        assert_eq!(rows(&admin.see("/admin/journal?who=nobody").await), 0);
        assert_eq!(rows(&admin.see("/admin/journal?act=signed_in").await), rows(&all), "what citizens do is not in it");
        let mut counts = Vec::new();
        for more in [0, 12] {
            for n in 0..more {
                town.consultation(&format!("autre-{n}")).await;
            }
            // One visit to warm what is kept, one to count.
            admin.see("/admin/journal").await;
            let before = town.queries();
            admin.see("/admin/journal").await;
            counts.push(town.queries() - before);
        }
        let (little, much) = (counts[0], counts[1]);
        assert!(much <= little, "{little} statements with few lines, {much} with many");
    }
}

on_both_databases! {
    async fn the_team_and_a_support_are_told_to_everybody(town: Town) {
        town.consultation("place").await;
        let (mut ana, mut helene) = (town.citizen("Ana").await, town.somebody("Helene", Role::Agent).await);
        let new = "/c/place/new?kind=proposal";
        let answer = ana.post(new, new, &[("kind", "proposal"), ("title", "Des bancs à l'ombre"), ("body", "Oui"), ("theme", "")]).await;
        let idea = answer.location().split('?').next().unwrap().to_owned();
        for citizen in [&mut ana, &mut helene] {
            let reply = format!("{idea}/reply");
            assert_eq!(citizen.post(&reply, &reply, &[("stance", "neutral"), ("body", "Voyons.")]).await.status, 303);
        }
        let page = town.visitor().see(&idea).await;
        assert_eq!(page.text().matches("Équipe de la collectivité").count(), 1, "{}", page.text());
        let page = helene.see(&idea).await;
        assert!(page.body.contains("aria-pressed=\"false\"") && !page.body.contains("aria-pressed=\"true\""));
        assert_eq!(helene.post(&idea, &format!("{idea}/support"), &[("give", "1")]).await.status, 303);
        let page = helene.see(&idea).await;
        assert!(page.body.contains("aria-pressed=\"true\""));
        page.says("Vous soutenez déjà.");
    }
}

on_both_databases! {
    async fn every_page_leads_to_the_source_code(town: Town) {
        town.consultation("place").await;
        for page in ["/", "/c/place", "/about/legal", "/sign-in"] {
            let answer = town.visitor().see(page).await;
            assert!(answer.body.contains("href=\"/about/source\""), "{page}");
        }
        town.visitor().see("/about/source").await.says(env!("CARGO_PKG_VERSION")).says("AGPL-3.0-or-later").says("L'exploitant n'a pas publié d'adresse");
        town.visitor().see("/about/privacy").await.says("30 jours au plus, 14 jours sans visite").says("30 minutes, ou 24 heures").says("7 jours au plus");
        let app = town.app.clone().with_source_code(Some("https://forge.example/ville/parvis"));
        let mut visitor = rig::Citizen::new(web::router(web::Web::new(app)), town.app.links.origin());
        for page in ["/", "/about/source"] {
            assert!(visitor.see(page).await.body.contains("href=\"https://forge.example/ville/parvis\""), "{page}");
        }
    }
}
