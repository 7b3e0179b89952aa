//! The worker: claims jobs and does them. Several processes may each run one on the same database: a job is leased, and a late finish of one
//! whose lease was taken over changes nothing.

use std::time::Duration;

use actions::App;
use domain::lang::Lang;
use store::Uid;
use store::jobs::{Job, JobKind, Queued};

use federation::Federation;

use crate::mail::{Letter, MailError, Mailer};
use crate::shutdown::Shutdown;

/// Jobs taken at once: three sendings of 30 s at the worst end before their lease of 120 s does.
const BATCH: i64 = 3;
/// Questions to other servers asked at once: a server that is slow to answer holds up the others of a batch only.
const ASKED: i64 = 8;
/// How long the worker rests when there is nothing to do.
const REST: Duration = Duration::from_secs(1);
/// How often what has expired is swept out.
const SWEEP_EVERY: Duration = Duration::from_secs(3600);

/// Why a job was not done.
struct Failure {
    reason: String,
    permanent: bool,
}

impl<E: std::fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Self { reason: error.to_string(), permanent: false }
    }
}

/// Works until asked to stop; what is in hand is finished first.
pub async fn run(fed: Federation, mailer: Mailer, shutdown: Shutdown) {
    let app = fed.app.clone();
    let mut ticks = tokio::time::interval(REST);
    let mut sweeps = tokio::time::interval(SWEEP_EVERY);
    loop {
        tokio::select! {
            () = shutdown.asked() => return,
            _ = sweeps.tick() => log(actions::jobs::schedule_sweep(&app).await),
            _ = ticks.tick() => {}
        }
        while !shutdown.is_asked() && here(&fed, &mailer).await > 0 {}
    }
}

/// Asks other servers what is to be asked, until asked to stop. It runs beside [`run`]: nobody's letter waits for a slow server.
pub async fn run_away(fed: Federation, mailer: Mailer, shutdown: Shutdown) {
    let mut ticks = tokio::time::interval(REST);
    loop {
        tokio::select! {
            () = shutdown.asked() => return,
            _ = ticks.tick() => {}
        }
        while !shutdown.is_asked() && do_jobs(&fed, &mailer, Queued::Away, ASKED).await > 0 {}
    }
}

fn log<E: std::fmt::Display>(result: Result<(), E>) {
    if let Err(error) = result {
        tracing::warn!(%error, "a job could not be queued");
    }
}

/// Does the jobs that are due, once. Returns how many were taken.
pub async fn once(fed: &Federation, mailer: &Mailer) -> usize {
    here(fed, mailer).await + do_jobs(fed, mailer, Queued::Away, ASKED).await
}

/// What is done without asking another server.
async fn here(fed: &Federation, mailer: &Mailer) -> usize {
    let told = match fed.tell_news().await {
        Ok(told) => told,
        Err(error) => {
            tracing::warn!(%error, "news could not be told; they will be told again");
            0
        }
    };
    let entered = match fed.keep_record().await {
        Ok(entered) => entered,
        Err(error) => {
            tracing::warn!(%error, "the public record could not be kept; what waits is entered later");
            0
        }
    };
    told + entered + do_jobs(fed, mailer, Queued::Here, BATCH).await
}

async fn do_jobs(fed: &Federation, mailer: &Mailer, queue: Queued, most: i64) -> usize {
    let app = &fed.app;
    let taken = match actions::jobs::claim(app, queue, most).await {
        Ok(taken) => taken,
        Err(error) => {
            tracing::warn!(%error, "the queue cannot be read");
            return 0;
        }
    };
    let count = taken.len();
    futures_util::future::join_all(taken.into_iter().map(|job| finish(fed, mailer, job))).await;
    count
}

async fn finish(fed: &Federation, mailer: &Mailer, job: Job) {
    let kept = match work(fed, mailer, &job).await {
        Ok(()) => actions::jobs::finish(&fed.app, job).await,
        Err(failure) => {
            tracing::warn!(job = job.id, kind = %job.kind, attempts = job.attempts, reason = %failure.reason, "a job failed");
            actions::jobs::fail(&fed.app, job, &failure.reason, failure.permanent).await
        }
    };
    if let Err(error) = kept {
        tracing::warn!(%error, "a job's end could not be kept; it will run again");
    }
}

async fn work(fed: &Federation, mailer: &Mailer, job: &Job) -> Result<(), Failure> {
    let app = &fed.app;
    let Some(kind) = JobKind::parse(&job.kind) else {
        return Err(Failure { reason: "a job of a newer Parvis".to_owned(), permanent: false });
    };
    match kind {
        JobKind::SendLetter => match job.subject_id {
            Some(letter) => send(app, mailer, letter).await,
            None => Ok(()),
        },
        JobKind::Sweep => Ok(actions::jobs::sweep(app).await?),
        JobKind::CloseVote => match job.subject_id {
            Some(id) => Ok(actions::votes::close(app, id.to()).await?),
            None => Ok(()),
        },
        JobKind::OpenVote | JobKind::SayTurnout | JobKind::CountWhole | JobKind::TellSupports | JobKind::TellCarriers => {
            match job.subject_id {
                Some(id) => Ok(work_together(app, kind, id).await?),
                None => Ok(()),
            }
        }
        JobKind::TellVote => match job.subject_id {
            Some(id) => Ok(actions::votes::tell(app, id.to()).await?),
            None => Ok(()),
        },
        JobKind::SpreadNewsletter => match job.subject_id {
            Some(id) => Ok(actions::newsletters::spread(app, id.to()).await?),
            None => Ok(()),
        },
        JobKind::TellMeeting | JobKind::RemindMeeting => match job.subject_id {
            Some(id) => Ok(actions::meetings::write_to_all(app, id.to(), kind == JobKind::RemindMeeting).await?),
            None => Ok(()),
        },
        JobKind::ConfirmRecord => Ok(fed.confirm_record().await?),
        // Told in order, by `tell_news`.
        JobKind::PublishAbroad => Ok(()),
        JobKind::LearnPeer
        | JobKind::FetchObject
        | JobKind::ReadOutbox
        | JobKind::FollowAddress
        | JobKind::RefreshActor
        | JobKind::FollowMove
        | JobKind::FetchPicture
        | JobKind::FetchPhoto
        | JobKind::CheckTally
        | JobKind::ReadCall
        | JobKind::AskWitness
        | JobKind::Reconcile => match &job.address {
            Some(address) => ask_elsewhere(fed, kind, address, job.subject_id).await.map_err(|error| {
                let permanent = error.is_permanent();
                Failure { reason: error.to_string(), permanent }
            }),
            None => Ok(()),
        },
    }
}

/// Jobs of what several territories do together.
async fn work_together(app: &App, kind: JobKind, subject: Uid) -> Result<(), actions::Error> {
    if kind == JobKind::TellSupports {
        return actions::carrying::tell_supports(app, subject).await;
    }
    if kind == JobKind::TellCarriers {
        return actions::carrying::tell_carriers(app, subject).await;
    }
    if kind == JobKind::SayTurnout {
        return actions::tallies::say_turnout(app, subject).await;
    }
    if kind == JobKind::CountWhole {
        return actions::tallies::count_whole(app, subject).await;
    }
    actions::tallies::open_now(app, subject.to()).await
}

/// Jobs that ask another server something.
async fn ask_elsewhere(fed: &Federation, kind: JobKind, address: &str, subject: Option<Uid>) -> Result<(), federation::Error> {
    match kind {
        JobKind::LearnPeer => fed.learn_peer(address).await,
        JobKind::FetchObject => fed.fetch_object(address, subject).await,
        JobKind::ReadOutbox => fed.read_outbox(address).await,
        JobKind::FollowAddress => fed.follow_address(address).await,
        JobKind::RefreshActor => fed.refresh_actor(address).await,
        JobKind::FollowMove => fed.follow_move(address, subject).await,
        JobKind::FetchPicture => fed.fetch_picture(address).await,
        JobKind::FetchPhoto => fed.fetch_photo(address, subject).await,
        JobKind::CheckTally => fed.check_tally(address, subject).await,
        JobKind::AskWitness => fed.ask_witness(address, subject).await,
        JobKind::Reconcile => fed.reconcile(address).await,
        JobKind::ReadCall => fed.read_call(address).await,
        JobKind::SendLetter
        | JobKind::Sweep
        | JobKind::CloseVote
        | JobKind::OpenVote
        | JobKind::SayTurnout
        | JobKind::CountWhole
        | JobKind::TellSupports
        | JobKind::TellCarriers
        | JobKind::TellVote
        | JobKind::TellMeeting
        | JobKind::RemindMeeting
        | JobKind::SpreadNewsletter
        | JobKind::PublishAbroad
        | JobKind::ConfirmRecord => Ok(()),
    }
}

async fn send(app: &App, mailer: &Mailer, id: Uid) -> Result<(), Failure> {
    let Some(letter) = app.store.read(move |db| store::letters::find(db, id)).await? else { return Ok(()) };
    let instance = app.instance().await?;
    let meeting = actions::meetings::of_letter(app, &letter).await?;
    if meeting.is_none() && actions::meetings::LETTERS.contains(&letter.kind.as_str()) {
        return Ok(actions::jobs::letter_sent(app, id).await?);
    }
    let matter = actions::newsletters::matter(app, &letter).await?;
    let rendered = match &matter {
        Some(matter) => web::letters::render_issue(matter, &letter, &instance, &app.links)?,
        // Its reader wants it no more, or there is no such issue.
        None if actions::newsletters::LETTERS.contains(&letter.kind.as_str()) => return Ok(actions::jobs::letter_sent(app, id).await?),
        None => {
            let title = match actions::initiatives::of_letter(app, &letter).await? {
                Some(title) => Some(title),
                None => actions::street::of_letter(app, &letter).await?,
            };
            let about = match (&meeting, &title) {
                (Some(meeting), _) => web::letters::About::Meeting(meeting),
                (None, Some(title)) => web::letters::About::Titled(title),
                (None, None) => web::letters::About::Nothing,
            };
            web::letters::render_about(&letter, &instance, &app.links, about)?
        }
    };
    let sent = mailer
        .send(Letter {
            to: letter.recipient.clone(),
            subject: rendered.subject,
            text: rendered.text,
            html: rendered.html,
            message_id: letter.id.0,
            language: Lang::parse(&letter.lang).unwrap_or(Lang::Fr).code(),
            leave: matter.and_then(|matter| matter.leave).map(|path| app.links.absolute(&path)),
        })
        .await;
    match sent {
        Ok(()) => Ok(actions::jobs::letter_sent(app, id).await?),
        Err(MailError::Temporary(reason)) => Err(Failure { reason, permanent: false }),
        Err(MailError::Permanent(reason)) => Err(Failure { reason, permanent: true }),
    }
}
