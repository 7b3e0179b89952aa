//! Letters about a report: to whoever made it, to those who follow it, to the agent and the service who have it.

use domain::Timestamp;
use domain::event::{Event, EventKind};
use domain::id::LetterId;
use domain::street::ReportState;
use store::letters::Letter;
use store::street::followers::{self, Follower};
use store::street::{Report, services, unconfirmed};
use store::{At, Db, Uid};

use crate::{App, Result, jobs, random};

/// What the page of a secret begins with.
const BY_MAIL: &str = "/street/mail/";

/// The page that a secret opens.
pub(super) fn link(secret: &str) -> String {
    format!("{BY_MAIL}{secret}")
}

/// Asks an address to confirm a report or a following.
pub(super) fn ask(db: &mut Db, follower: &Follower, now: Timestamp) -> Result<()> {
    let Some(email) = &follower.email else { return Ok(()) };
    let kind = if follower.reporter { "street_confirm" } else { "street_follow" };
    let id = LetterId(random::uuid_v7(now));
    jobs::post(db, &jobs::letter(id, kind, (email, &follower.name, &follower.lang), link(&follower.secret), now), now)
}

/// The letter that says where a report stands.
const fn of_state(state: ReportState) -> &'static str {
    match state {
        ReportState::Received => "street_received",
        ReportState::Accepted | ReportState::Assigned | ReportState::InProgress => "street_accepted",
        ReportState::Forwarded => "street_forwarded",
        ReportState::Resolved => "street_resolved",
        ReportState::Refused => "street_refused",
        ReportState::Duplicate => "street_duplicate",
    }
}

/// Tells everybody who follows a report where it stands now, but `except`, who did it themselves: by a letter, or by a direct message to an account of
/// another server, which leaves by a line of the journal.
pub(super) fn tell(db: &mut Db, report: &Report, except: Option<Uid>, now: Timestamp) -> Result<()> {
    let kind = of_state(report.state()?);
    let mine = match except {
        Some(account) => followers::of_account(db, report.id, account)?.map(|follower| follower.secret),
        None => None,
    };
    for to in followers::recipients(db, report.id)? {
        if mine.as_ref() == Some(&to.secret) {
            continue;
        }
        let id = LetterId(random::uuid_v7(now));
        jobs::post(db, &jobs::letter(id, kind, (&to.email, &to.name, &to.lang), link(&to.secret), now), now)?;
    }
    for (guest, secret) in followers::guests(db, report.id)? {
        if mine.as_ref() != Some(&secret) {
            store::journal::append_and_tell(db, &Event::new(EventKind::StreetTold).on(guest.0).detail(kind), now)?;
        }
    }
    Ok(())
}

/// Whether what was to be told of a report by a message is still so when it leaves: it stands there, or was put together with this one.
pub(super) fn is_still_meant(letter: &str, report: &Report) -> Result<bool> {
    Ok(letter == of_state(ReportState::Duplicate) || letter == of_state(report.state()?))
}

/// A letter has left: one that asks for a confirmation is waited for from now on.
pub(crate) fn left(db: &mut Db, letter: &Letter, now: Timestamp) -> std::result::Result<(), store::Error> {
    match letter.link.strip_prefix(BY_MAIL) {
        Some(secret) if matches!(letter.kind.as_str(), "street_confirm" | "street_follow") => unconfirmed::asked(db, secret, At(now)),
        _other => Ok(()),
    }
}

/// Tells the agent who has a report from now on, unless they did it themselves.
pub(super) fn tell_agent(db: &mut Db, report: &Report, by: Option<Uid>, now: Timestamp) -> Result<()> {
    match report.agent_id {
        Some(agent) if Some(agent) != by => write_to_agent(db, agent, "street_to_tend", page_of(report.number), now),
        _nobody => Ok(()),
    }
}

/// Writes a letter of this kind to an agent who may open what it leads to.
pub(super) fn write_to_agent(db: &mut Db, agent: Uid, kind: &str, link: String, now: Timestamp) -> Result<()> {
    let account = store::accounts::find(db, agent)?.filter(|account| account.suspended_at.is_none() && account.is_agent());
    let Some(account) = account else { return Ok(()) };
    let name = store::actors::find(db, agent)?.map(|actor| actor.display_name).unwrap_or_default();
    let id = LetterId(random::uuid_v7(now));
    jobs::post(db, &jobs::letter(id, kind, (&account.email, &name, &account.lang), link, now), now)
}

/// Tells the service that has a report from now on, where it has an address.
pub(super) fn tell_service(db: &mut Db, report: &Report, now: Timestamp) -> Result<()> {
    let Some(email) = services::address(db, &report.service)? else { return Ok(()) };
    let lang = store::instance::find(db)?.map(|instance| instance.lang).unwrap_or_default();
    let link = if report.is_public() { format!("/street/{}", report.number) } else { page_of(report.number) };
    let id = LetterId(random::uuid_v7(now));
    jobs::post(db, &jobs::letter(id, "street_service", (&email, &report.service, &lang), link, now), now)
}

fn page_of(number: i64) -> String {
    format!("/admin/street/{number}")
}

/// What a letter to an agent or a service names: the number and the category of the report; where everybody may see it, its place, and to a service
/// its words. Nothing for other letters.
///
/// # Errors
/// The store's failure.
pub async fn of_letter(app: &App, letter: &Letter) -> Result<Option<String>> {
    let to_service = letter.kind == "street_service";
    if !to_service && letter.kind != "street_to_tend" {
        return Ok(None);
    }
    let typed = letter.link.rsplit('/').next().unwrap_or_default().to_owned();
    let Ok(number) = typed.parse() else { return Ok(Some(typed)) };
    let read = app.store.read(move |db| {
        let report = store::street::numbered(db, number)?;
        let category = report.as_ref().map(|report| store::street::category(db, report.category_id)).transpose()?;
        Ok::<_, store::Error>(report.zip(category.flatten()))
    });
    let Some((report, category)) = read.await? else { return Ok(Some(typed)) };
    let mut told = format!("{typed} · {}", category.name);
    if report.is_public() {
        let place = report.place().map(|place| format!("{}, {}", place.latitude, place.longitude));
        for part in [Some(report.address).filter(|address| !address.is_empty()), place].into_iter().flatten() {
            told = format!("{told} · {part}");
        }
        if to_service {
            told = format!("{told}\n\n{}", report.body);
        }
    }
    Ok(Some(told))
}
