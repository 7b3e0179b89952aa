//! What is downloaded is whole, however long, and held in memory a page at a time.

use rig::{Town, on_both_databases};

/// More rows than a download ever held.
const ROWS: usize = 10_750;

/// Many proposals, copied from nothing by one statement.
fn many(town: &Town) -> String {
    let (id, moment) = match town.app.store.database() {
        store::Database::Sqlite(_) => ("randomblob(16)", "1772450000000000 + n / 3"),
        store::Database::Postgres(_) => ("gen_random_uuid()", "timestamptz '2026-03-02 12:00:00Z' + (n / 3) * interval '1 second'"),
    };
    format!(
        "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {ROWS}) \
         INSERT INTO contribution (id, consultation_id, kind, depth, title, body, lang, origin, created_at, active_at, shuffle) \
         SELECT {id}, (SELECT id FROM consultation WHERE slug = 'place'), 'proposal', 0, 'Banc ' || n, 'À l''ombre; \"oui\"', 'fr', 'local', \
         {moment}, {moment}, n FROM numbers"
    )
}

on_both_databases! {
    async fn a_long_list_is_downloaded_whole(town: Town) {
        town.consultation("place").await;
        let sql = many(&town);
        town.app.store.write(move |db| store::testing::run(db, &sql)).await.unwrap();
        let before = town.queries();
        let answer = town.visitor().see("/c/place/contributions.csv").await;
        let statements = town.queries() - before;
        let lines: Vec<&str> = answer.body.split("\r\n").filter(|line| !line.is_empty()).collect();
        assert_eq!(lines.len(), ROWS + 1, "every row and the names of the columns");
        assert!(lines[0].contains("\"supports\";\"remote_supports\";\"territory_supports\";\"replies\""), "{}", lines[0]);
        let mut ids: Vec<&str> = lines.iter().map(|line| line.split(';').next().unwrap()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), ROWS + 1, "none comes twice");
        let last = lines[ROWS - 2..].concat();
        assert!(lines[1..3].concat().contains("\"Banc 1\"") && last.contains(&format!("\"Banc {ROWS}\"")), "oldest first");
        assert!(statements > 22, "{statements}: read in pages of 500");
    }
}

on_both_databases! {
    async fn downloads_have_a_measure_of_their_own(town: Town) {
        town.consultation("place").await;
        let mut visitor = town.visitor();
        let mut statuses = Vec::new();
        for _ in 0..12 {
            statuses.push(visitor.get("/c/place/contributions.csv").await.status.as_u16());
        }
        assert_eq!((statuses[0], statuses[11]), (200, 429), "{statuses:?}");
        assert_eq!(visitor.get("/search?q=banc").await.status, 200, "searching is counted apart");
    }
}
