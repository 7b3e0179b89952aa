//! The index of a region with a thousand communes: its pages, and one activity beside the same with one commune.

use std::net::SocketAddr;
use std::time::Instant;

use parvis::shutdown::Shutdown;
use rig::Town;
use rig::territories::{said, territories};

/// Activities that are timed.
const ACTIVITIES: usize = 2_000;

/// A region on SQLite.
pub(crate) struct Region {
    town: Town,
}

impl Region {
    pub(crate) async fn build() -> Self {
        let town = Town::on_sqlite().await;
        territories(&town, 1, 1, 10).await;
        Self { town }
    }

    /// Many more communes, each with ten consultations.
    pub(crate) async fn grow(&self, to: usize) {
        territories(&self.town, 2, to - 1, 10).await;
    }

    /// Microseconds of one activity that changes a consultation, as it is kept.
    pub(crate) async fn activity(&self) -> f64 {
        let source = self
            .town
            .app
            .store
            .read(|db| store::listings::by_uri(db, "https://commune1.example/objects/0"))
            .await
            .unwrap()
            .unwrap()
            .source_id;
        let begun = Instant::now();
        for n in 0..ACTIVITIES {
            let (said, now) = (said(&self.town, source, (1, n % 10)), store::At(self.town.now()));
            self.town.app.store.write(move |db| store::listings::keep(db, &said, now)).await.unwrap();
        }
        begun.elapsed().as_secs_f64() * 1e6 / f64::from(u32::try_from(ACTIVITIES).unwrap())
    }

    /// Serves the pages.
    pub(crate) async fn serve(&self) -> SocketAddr {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = parvis::commands::serve::around(self.town.router.clone());
        tokio::spawn(parvis::server::serve(listener, router, Vec::new(), parvis::server::Limits::default(), Shutdown::new()));
        address
    }
}
