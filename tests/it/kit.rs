//! What is printed for a consultation: the poster, the leaflets and the code of its page.

use crate::ways_pages::printed;
use domain::actor::Role;
use rig::{Town, on_both_databases};

on_both_databases! {
    async fn posters_speak_the_language_of_the_consultation(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let page = "/admin/consultations/place/kit";
        agent.see(page).await.says("Télécharger l’affiche").keeps_quiet_about("n’est pas encore publiée");
        agent.get("/language?lang=de&next=/").await;
        agent.see(page).await.says("Plakat herunterladen");
        let address = format!("{}/c/place", town.app.links.origin());
        for (file, times) in [("poster", 1), ("leaflets", 2)] {
            let answer = agent.get(&format!("{page}/{file}.pdf")).await;
            assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/pdf"));
            let text = printed(&answer.bytes);
            assert_eq!(text.matches(&address).count(), times, "{file}: {text}");
            assert!(text.contains("Donnez votre avis"), "{file}");
            assert_eq!(text.matches("/Type /Page\n").count(), 1);
            // The code is there: many small boxes, filled.
            assert!(text.matches(" re\n").count() > 200 * times, "{file}");
        }
        let code = agent.get(&format!("{page}/code.svg")).await;
        assert_eq!(code.header("content-type"), "image/svg+xml");
        assert!(code.body.starts_with("<svg") && code.body.contains("h7v1h-7z"));
        let mut ana = town.citizen("Ana").await;
        for path in ["", "/poster.pdf", "/leaflets.pdf", "/code.svg"] {
            assert_eq!(agent.get(&format!("/admin/consultations/nowhere/kit{path}")).await.status, 404);
            assert_ne!(town.visitor().get(&format!("{page}{path}")).await.status, 200);
            assert_ne!(ana.get(&format!("{page}{path}")).await.status, 200);
        }
    }
}

on_both_databases! {
    async fn a_long_title_stays_above_the_foot(town: Town) {
        town.consultation("place").await;
        let long = "Comment aménager la place de la République et ses abords pour les cent prochaines années, avec ses arbres, ses bancs et ses marchés ?";
        let form = actions::consultations::ConsultationForm { title: long.to_owned(), teaser: "Un mot. ".repeat(37), participation: "consultation".to_owned(), input_use: "Le conseil décide.".to_owned(), support_threshold: "3".to_owned(), ..Default::default() };
        let found = town.app.store.read(|db| store::consultations::by_slug(db, "place")).await.unwrap().unwrap();
        actions::consultations::edit(&town.app, Town::machine(), "place", found.revision, &form).await.unwrap();
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let text = printed(&agent.get("/admin/consultations/place/kit/poster.pdf").await.bytes);
        let heights: Vec<f32> = text.lines().filter_map(|line| line.strip_suffix(" Td")?.split(' ').nth(1)?.parse().ok()).collect();
        assert!(heights.windows(2).all(|pair| pair[1] < pair[0]), "each line stands below the one before: {heights:?}");
        assert!(heights.iter().all(|height| *height > 30.0), "{heights:?}");
    }
}
