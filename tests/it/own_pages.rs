//! The pages on which the collectivity writes itself: the glossary, and its words on the pages about itself.

use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Answer, Citizen, Town, on_both_databases};

/// Sends the form of a page as it is filled now, with other words.
async fn keep(boss: &mut Citizen, desk: &str, body: &str, replaces: &str) -> Answer {
    let seen = boss.see(desk).await.hidden("seen").unwrap();
    boss.post(desk, desk, &[("body", body), ("replaces", replaces), ("seen", &seen)]).await
}

on_both_databases! {
    async fn a_word_is_explained_explained_otherwise_and_removed(town: Town) {
        let (mut agent, mut bob) = (town.somebody("Helene", Role::Agent).await, town.citizen("Bob").await);
        town.visitor().see("/glossary").await.says("Aucun mot");
        assert_eq!(bob.get("/admin/glossary").await.status, 404);
        let word = |text: &'static str| [("lang", "fr"), ("term", "Enquête publique"), ("explanation", text)];
        assert_eq!(agent.post("/admin/glossary", "/admin/glossary", &word("Non")).await.status, 422);
        assert_eq!(agent.post("/admin/glossary", "/admin/glossary", &word("Une **procédure** légale.")).await.status, 303);
        assert!(town.visitor().see("/glossary").await.body.contains("<strong>procédure</strong>"));
        // The same word, however it is written.
        let again = [("lang", "fr"), ("term", "ENQUETE publique"), ("explanation", "Une consultation prévue par la loi.")];
        assert_eq!(agent.post("/admin/glossary", "/admin/glossary", &again).await.status, 303);
        town.visitor().see("/glossary").await.says("prévue par la loi").says("ENQUETE publique").keeps_quiet_about("procédure");
        let id = agent.see("/admin/glossary").await.hidden("id").unwrap();
        assert_eq!(agent.post("/admin/glossary", "/admin/glossary/remove", &[("id", &id)]).await.status, 303);
        assert_eq!(agent.post("/admin/glossary", "/admin/glossary/remove", &[("id", &id)]).await.status, 404);
        town.visitor().see("/glossary").await.says("Aucun mot");
    }
}

on_both_databases! {
    async fn two_administrators_do_not_write_over_each_other(town: Town) {
        let (mut ines, mut jo) = (town.somebody("Ines", Role::Administrator).await, town.somebody("Jo", Role::Administrator).await);
        let desk = "/admin/pages/legal/fr";
        let mut seen = ines.see(desk).await.hidden("seen").unwrap();
        for first in ["Les mots de Jo, les premiers.", "Les mots de Jo, corrigés."] {
            assert_eq!(keep(&mut jo, desk, first, "").await.status, 303);
            town.wait(SignedDuration::from_mins(1));
            let late = ines.post(desk, desk, &[("body", "Les mots d’Ines."), ("seen", &seen)]).await;
            assert_eq!(late.status, 409);
            late.says("Les mots d’Ines.").says("entre-temps");
            assert_eq!(ines.post(desk, desk, &[("body", ""), ("seen", &seen)]).await.status, 409);
            town.visitor().see("/about/legal").await.says(first);
            seen = ines.see(desk).await.hidden("seen").unwrap();
        }
        assert_eq!(ines.post(desk, desk, &[("body", "Les mots d’Ines."), ("seen", &seen)]).await.status, 303);
        town.visitor().see("/about/legal").await.says("Les mots d’Ines.").keeps_quiet_about("Jo");
    }
}

on_both_databases! {
    async fn the_collectivity_completes_or_replaces_what_a_page_says(town: Town) {
        let mut boss = town.somebody("Ines", Role::Administrator).await;
        let mut agent = town.somebody("Helene", Role::Agent).await;
        for (page, usual) in [("legal", "Éditeur"), ("privacy", "Les cookies"), ("accessibility", "État de conformité"), ("terms", "Une personne, un compte")] {
            let (public, desk) = (format!("/about/{page}"), format!("/admin/pages/{page}/fr"));
            town.visitor().see(&public).await.says(usual).keeps_quiet_about("Nos propres mots");
            assert_eq!(agent.get(&desk).await.status, 403);
            assert_eq!(keep(&mut boss, &desk, "## Nos propres mots\n\nHébergeur : la ville.", "").await.status, 303);
            town.visitor().see(&public).await.says("Nos propres mots").says(usual);
            assert_eq!(keep(&mut boss, &desk, "Nos propres mots, seuls.", "on").await.status, 303);
            town.visitor().see(&public).await.says("seuls").keeps_quiet_about(usual);
            assert_eq!(keep(&mut boss, &desk, "", "").await.status, 303);
            town.visitor().see(&public).await.says(usual).keeps_quiet_about("Nos propres mots");
        }
        assert_eq!(boss.get("/admin/pages/other/fr").await.status, 404);
        assert_eq!(boss.get("/admin/pages/legal/it").await.status, 404);
        town.visitor().see("/about/help").await.says("Mastodon");
    }
}
