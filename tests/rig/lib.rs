//! The rig: real instances in one process, entered through their doors. A test says who does what; the rig keeps the cookies, the forms'
//! tokens, the clock and the letters.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a rig that cannot go on has found a failure, and says so"
)]

pub mod citizen;
pub mod home;
#[path = "../hostile/mod.rs"]
pub mod hostile;
pub mod keys;
pub mod model;
pub mod page;
pub mod postgres;
pub mod profile;
pub mod stranger;
pub mod territories;
pub mod town;
pub mod weather;

pub use citizen::Citizen;
pub use home::Home;
pub use page::Answer;
pub use stranger::Stranger;
pub use town::Town;
pub use weather::Dice;

/// What an agent answers about what is at stake in a usual vote: level 1.
pub const GRID: [(&str, &str); 9] = [
    ("grid_purpose", "consultation"),
    ("grid_size", "thousands"),
    ("grid_reach", "country"),
    ("grid_postponable", "yes"),
    ("grid_other_way", "yes"),
    ("grid_power", "no"),
    ("grid_threat", "no"),
    ("grid_proof", "no"),
    ("grid_duty", "no"),
];

/// Declares a scenario once and runs it on both databases.
#[macro_export]
macro_rules! on_both_databases {
    ($(#[$meta:meta])* async fn $name:ident($town:ident: $type:ty) $body:block) => {
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn scenario($town: $type) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                scenario($crate::Town::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(town) = $crate::Town::on_postgres().await {
                    scenario(town).await;
                }
            }
        }
    };
}
