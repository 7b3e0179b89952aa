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
        let codes = agent.get(&format!("{page}/codes.pdf")).await;
        assert_eq!((codes.status.as_u16(), codes.header("content-type")), (200, "application/pdf"));
        let text = printed(&codes.bytes);
        let typed = address.trim_start_matches("http://");
        assert_eq!((text.matches(typed).count(), text.matches("/Type /Page\n").count()), (9, 1), "{text}");
        assert!(text.matches(" re\n").count() > 200 * 9);
        let heights: Vec<f32> = text.lines().filter_map(|line| line.strip_suffix(" Td")?.split(' ').nth(1)?.parse().ok()).collect();
        assert!(heights.len() > 9 && heights.iter().all(|height| *height > 30.0), "{heights:?}");
        let code = agent.get(&format!("{page}/code.svg")).await;
        assert_eq!(code.header("content-type"), "image/svg+xml");
        assert!(code.body.starts_with("<svg") && code.body.contains("h7v1h-7z"));
        let mut ana = town.citizen("Ana").await;
        for path in ["", "/poster.pdf", "/leaflets.pdf", "/codes.pdf", "/code.svg"] {
            assert_eq!(agent.get(&format!("/admin/consultations/nowhere/kit{path}")).await.status, 404);
            assert_ne!(town.visitor().get(&format!("{page}{path}")).await.status, 200);
            assert_ne!(ana.get(&format!("{page}{path}")).await.status, 200);
        }
    }
}

on_both_databases! {
    async fn the_ballot_of_a_vote_on_paper_is_downloaded_with_the_rest(town: Town) {
        town.consultation("place").await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        let page = "/admin/consultations/place/kit";
        let none = [("fr", "se préparent avec le vote"), ("en", "are prepared with the vote"), ("de", "werden mit der Abstimmung vorbereitet")];
        let words = [("fr", "Bulletin de vote en papier\u{a0}:"), ("en", "Paper ballot:"), ("de", "Stimmzettel aus Papier:")];
        let electronic = crate::ways_pages::published(&mut agent, &["confirmed"]).await;
        for (language, said) in none {
            agent.get(&format!("/language?lang={language}&next=/")).await;
            agent.see(page).await.says(said);
        }
        agent.get("/language?lang=fr&next=/").await;
        let poll = crate::ways_pages::published(&mut agent, &["printed_code", "paper"]).await;
        for (language, said) in words {
            agent.get(&format!("/language?lang={language}&next=/")).await;
            let shown = agent.see(page).await;
            shown.says(said).says("Où planter les tilleuls d’été ?");
            let path = shown.link(&format!("{}/paper/ballot.pdf", poll.office)).unwrap();
            assert!(shown.link(&format!("{}/paper", electronic.office)).is_none(), "nobody votes on paper there");
            let ballot = agent.get(&path).await;
            assert_eq!((ballot.status.as_u16(), ballot.header("content-type")), (200, "application/pdf"));
            assert!(printed(&ballot.bytes).contains("3. L’école"));
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
