//! Sign-in links for the demo's accounts: asked for as anybody asks for one, and taken out of the letters instead of being mailed.
//! So the demo needs no password, and no way in that a real instance has not.

use std::collections::BTreeMap;

use actions::{accounts, jobs};
use domain::lang::Lang;
use federation::Federation;
use tracing::instrument::WithSubscriber;
use tracing::subscriber::NoSubscriber;

use super::show::DemoAccount;
use crate::mail::Mailer;
use crate::worker;

/// Links for each account: one to show, and some for browsers that play several people.
const LINKS: usize = 7;
/// Jobs taken at once.
const BATCH: i64 = 64;

/// Whole sign-in addresses, by e-mail address. Letters that waited before are sent first.
pub(super) async fn sign_in_links(
    fed: &Federation,
    mailer: &Mailer,
    people: &[DemoAccount],
) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let app = &fed.app;
    // Thirty lines about letters of people who do not exist would bury the addresses below.
    while worker::once(fed, mailer).with_subscriber(NoSubscriber::default()).await > 0 {}
    for person in people {
        for _ in 0..LINKS {
            accounts::request_link(app, &person.email, Lang::Fr).await?;
        }
    }
    let mut links: BTreeMap<String, Vec<String>> = BTreeMap::new();
    loop {
        let taken = jobs::claim(app, BATCH).await?;
        if taken.is_empty() {
            return Ok(links);
        }
        for job in taken {
            if let Some(id) = job.subject_id
                && let Some(letter) = app.store.read(move |db| store::letters::find(db, id)).await?
            {
                links.entry(letter.recipient).or_default().push(app.links.absolute(&letter.link));
                jobs::letter_sent(app, id).await?;
            }
            jobs::finish(app, job).await?;
        }
    }
}
