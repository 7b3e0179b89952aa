//! Decidim's exports, read in as if they had been written here.

use std::path::Path;

use actions::import::decidim::{self, Row};
use rig::{Town, on_both_databases};

async fn import(town: &Town, file: &[u8]) -> (usize, usize, usize, Vec<String>) {
    let mut complaints = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for row in decidim::read(file).unwrap() {
        match row {
            Ok(row) => rows.push(row),
            Err(complaint) => complaints.push(complaint.to_string()),
        }
    }
    let batch = decidim::keep(&town.app, "place", rows).await.unwrap();
    complaints.extend(batch.complaints.iter().map(ToString::to_string));
    (batch.new, batch.refreshed, batch.unchanged, complaints)
}

const PROPOSALS: &str = "id;category/name/fr;title/fr;body/fr;votes;comments;created_at;url;state;answer/fr;answered_at\n\
    12;Eau;Un puits;\"<p>Au <b>centre</b></p>\";7;2;2024-05-01 10:00:00 +0200;https://d.example/f/1/proposals/12;accepted;Il sera creusé.;2024-06-01 10:00:00 +0200\n\
    13;;Un four;Pour le pain;0;0;2024-05-02 10:00:00 +0200;https://d.example/f/1/proposals/13;;;\n";
const COMMENTS: &str = "id;created_at;body;locale;author/name;alignment;depth;commentable_id;commentable_type;root_commentable_url\n\
    1;2024-05-03 10:00:00 +0200;Bonne idée;fr;Zoé;1;0;12;Decidim::Proposals::Proposal;https://d.example/f/1/proposals/12\n\
    2;2024-05-04 10:00:00 +0200;Trop cher;fr;Marc;-1;1;1;Decidim::Comments::Comment;https://d.example/f/1/proposals/12\n\
    3;2024-05-04 10:00:00 +0200;Perdu;fr;Marc;0;0;99;Decidim::Proposals::Proposal;https://d.example/f/1/proposals/99\n";

on_both_databases! {
    async fn a_second_run_changes_nothing(town: Town) {
        town.consultation("place").await;
        assert_eq!(import(&town, PROPOSALS.as_bytes()).await, (2, 0, 0, vec![]));
        let (new, _, _, complaints) = import(&town, COMMENTS.as_bytes()).await;
        assert_eq!((new, complaints.as_slice()), (2, ["line 4 (commentable_id): replies to something that was not imported".to_owned()].as_slice()));
        assert_eq!(import(&town, PROPOSALS.as_bytes()).await, (0, 0, 2, vec![]));
        assert_eq!(import(&town, COMMENTS.as_bytes()).await.2, 2);
        let more = PROPOSALS.replace(";7;2;", ";9;2;");
        assert_eq!(import(&town, more.as_bytes()).await, (0, 1, 1, vec![]));

        let list = town.visitor().see("/c/place/contributions").await;
        list.says("Un puits").says("Un four").says("Eau");
        let page = list.body.split("href=\"/c/place/p/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = format!("/c/place/p/{}", &page[..36]);
        town.visitor().see(&page).await;
        let card = town.visitor().see("/c/place/contributions?q=puits").await;
        card.says("9");
        let id = card.body.split("/c/place/p/").nth(1).unwrap()[..36].to_owned();
        let page = town.visitor().see(&format!("/c/place/p/{id}")).await;
        page.says("Il sera creusé.").says("Bonne idée").says("Trop cher").says("Zoé");
        assert!(page.body.contains("https://d.example/f/1/proposals/12"), "the source is linked");
        let own = town.app.store.read(|db| store::consultations::by_slug(db, "place")).await.unwrap().unwrap();
        assert_eq!((own.contribution_count, own.reply_count, own.support_count, own.participant_count, own.answer_count), (2, 2, 0, 0, 1), "imported votes are not ours");
    }
}

on_both_databases! {
    async fn lilles_196_proposals_come_in_whole(town: Town) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/decidim/propositions-libres.csv");
        let Some(file) = real_data(&path) else { return };
        town.consultation("place").await;
        assert_eq!(import(&town, &file).await, (196, 0, 0, vec![]));
        assert_eq!(import(&town, &file).await, (0, 0, 196, vec![]));
        let (themes, total) = town
            .app
            .store
            .read(|db| {
                let consultation = store::consultations::by_slug(db, "place")?.unwrap();
                let themes: Vec<String> = store::consultations::themes(db, consultation.id)?.into_iter().map(|t| t.name).collect();
                Ok::<_, store::Error>((themes, consultation.contribution_count))
            })
            .await
            .unwrap();
        assert_eq!(total, 196);
        assert!(themes.iter().any(|t| t == "Transition écologique") && themes.len() == 7, "5 at the source and the town's 2: {themes:?}");
        town.visitor().see("/c/place/contributions?q=linky").await.says("Non au déploiement forcé des compteurs intelligents Linky");
    }
}

/// A file of `shared/data`; its absence is a loud skip for a person and a failure in CI.
#[expect(clippy::disallowed_methods, clippy::print_stderr, reason = "a test of real data says aloud that it was skipped")]
fn real_data(path: &Path) -> Option<Vec<u8>> {
    match std::fs::read(path) {
        Ok(file) => Some(file),
        Err(_absent) => {
            assert!(std::env::var_os("CI").is_none(), "{} is required in CI", path.display());
            eprintln!("!! SKIPPED: {} is absent", path.display());
            None
        }
    }
}
