//! The pages on which the collectivity writes itself: the glossary, and its words on the pages about itself.

use domain::actor::Role;
use rig::{Town, on_both_databases};

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
        town.visitor().see("/glossary").await.says("prévue par la loi").keeps_quiet_about("procédure");
        let id = agent.see("/admin/glossary").await.hidden("id").unwrap();
        assert_eq!(agent.post("/admin/glossary", "/admin/glossary/remove", &[("id", &id)]).await.status, 303);
        assert_eq!(agent.post("/admin/glossary", "/admin/glossary/remove", &[("id", &id)]).await.status, 404);
        town.visitor().see("/glossary").await.says("Aucun mot");
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
            assert_eq!(boss.post(&desk, &desk, &[("body", "## Nos propres mots\n\nHébergeur : la ville.")]).await.status, 303);
            town.visitor().see(&public).await.says("Nos propres mots").says(usual);
            assert_eq!(boss.post(&desk, &desk, &[("body", "Nos propres mots, seuls."), ("replaces", "on")]).await.status, 303);
            town.visitor().see(&public).await.says("seuls").keeps_quiet_about(usual);
            assert_eq!(boss.post(&desk, &desk, &[("body", "")]).await.status, 303);
            town.visitor().see(&public).await.says(usual).keeps_quiet_about("Nos propres mots");
        }
        assert_eq!(boss.get("/admin/pages/other/fr").await.status, 404);
        assert_eq!(boss.get("/admin/pages/legal/it").await.status, 404);
        town.visitor().see("/about/help").await.says("Mastodon");
    }
}
