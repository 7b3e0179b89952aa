//! Sign-in links for the demo's accounts: asked for as anybody asks for one, and taken out of the letters instead of being mailed.
//! So the demo needs no password, and no way in that a real instance has not.

use std::collections::BTreeMap;

use actions::{App, accounts, jobs};
use domain::lang::Lang;
use federation::Federation;
use jiff::SignedDuration;
use store::jobs::{Job, JobKind};
use tracing::instrument::WithSubscriber;
use tracing::subscriber::NoSubscriber;

use super::show::DemoAccount;
use crate::mail::Mailer;
use crate::worker;

/// Links for each account: one to show, and some for browsers that play several people.
const LINKS: usize = 7;
/// Jobs taken at once.
const BATCH: i64 = 64;
/// Instants are kept to the microsecond: a letter may seem a little older than it is.
const ROUNDING: SignedDuration = SignedDuration::from_millis(1);

/// Writes the letters of ten weeks to their files, without a line for each: they would bury the addresses that are shown next. One that
/// cannot be written waits in the queue, and is spoken of when the worker tries again.
pub(super) async fn write_those_of_the_story(fed: &Federation, mailer: &Mailer) {
    let writing = async { while worker::once(fed, mailer).await > 0 {} };
    writing.with_subscriber(NoSubscriber::default()).await;
    tracing::info!(town = %fed.app.links.origin(), "the letters of the story are in their files");
}

/// Whole sign-in addresses, by e-mail address. What else was waiting goes on waiting: the instance does not listen yet.
pub(super) async fn sign_in_links(app: &App, people: &[DemoAccount]) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let asked = store::At(app.now() - ROUNDING);
    for person in people {
        for _ in 0..LINKS {
            accounts::request_link(app, &person.email, Lang::Fr).await?;
        }
    }
    let mut links: BTreeMap<String, Vec<String>> = BTreeMap::new();
    loop {
        let taken = jobs::claim(app, store::jobs::Queued::Here, BATCH).await?;
        if taken.is_empty() {
            return Ok(links);
        }
        for job in taken {
            match letter(app, &job).await? {
                Some(letter) if letter.kind == "sign_in" && letter.created_at >= asked => {
                    links.entry(letter.recipient).or_default().push(app.links.absolute(&letter.link));
                    jobs::letter_sent(app, letter.id).await?;
                    jobs::finish(app, job).await?;
                }
                _ => jobs::fail(app, job, "the demo was starting", false).await?,
            }
        }
    }
}

async fn letter(app: &App, job: &Job) -> anyhow::Result<Option<store::letters::Letter>> {
    match job.subject_id.filter(|_| JobKind::parse(&job.kind) == Some(JobKind::SendLetter)) {
        Some(id) => Ok(app.store.read(move |db| store::letters::find(db, id)).await?),
        None => Ok(None),
    }
}
