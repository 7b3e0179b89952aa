//! Both migration trees give the schema that the code believes in: every column of every table is loaded on both.

use rig::{Town, on_both_databases};

on_both_databases! {
    async fn every_column_of_every_table_is_there(town: Town) {
        let tables = town.app.store.read(store::testing::load_every_table).await.unwrap();
        assert_eq!(tables, 165);
    }
}

on_both_databases! {
    async fn connections_that_read_refuse_to_write(town: Town) {
        let result = town.app.store.read(|db| store::journal::append(db, &domain::event::Event::new(domain::event::EventKind::SettingsChanged), domain::Timestamp::UNIX_EPOCH)).await;
        assert!(result.is_err());
    }
}
