//! Initiatives and petitions: proposed by people and organisations, admitted by agents, promoted by the collectivity, taken part in, answered.
//! Docs: docs/decisions/0033.

mod act;
mod answer;
mod decide;
mod end;
mod form;
mod own;
mod propose;
mod rules;

pub use act::{act, take_back};
pub use answer::answer;
pub use decide::{admit, decline};
pub use end::end;
pub use form::{AnswerForm, InitiativeForm, RulesForm};
pub(crate) use own::{forget, own_data};
pub use propose::{promote, propose};
pub use rules::set_rules;

use crate::{App, Result, jobs, organisations};
use domain::Timestamp;
use domain::event::{Event, EventKind};
use domain::id::{InitiativeId, LetterId};
use domain::initiative::{InitiativeKind, Terms};
use domain::refusal::Refusal;
use store::initiatives::Initiative;
use store::letters::Letter;
use store::{Db, Uid};

/// Codes of the letters about initiatives and petitions; each leads to a page of one.
const LETTERS: [&str; 5] = ["initiative_admitted", "initiative_declined", "petition_reached", "petition_to_answer", "petition_answered"];

/// An initiative, held until the end of the transaction.
fn load(db: &mut Db, id: InitiativeId) -> Result<(Initiative, Terms)> {
    store::initiatives::hold(db, Uid::of(id))?;
    let found = store::initiatives::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    let terms = found.terms()?;
    Ok((found, terms))
}

/// The title of what a letter about an initiative or a petition is about, as it is now; none where it is about something else.
///
/// # Errors
/// When the store fails.
pub async fn of_letter(app: &App, letter: &Letter) -> Result<Option<String>> {
    let id = LETTERS.contains(&letter.kind.as_str()).then(|| letter.link.rsplit('/').next().and_then(InitiativeId::parse)).flatten();
    let Some(id) = id else { return Ok(None) };
    Ok(app.store.read(move |db| store::initiatives::find(db, Uid::of(id))).await?.map(|found| found.title))
}

/// An event about an initiative.
fn event(kind: EventKind, of: &Initiative) -> Event {
    let event = Event::new(kind).on(of.id.0);
    match of.consultation_id {
        Some(consultation) => event.within(consultation.to()),
        None => event,
    }
}

/// Writes a letter of this kind to whoever promotes an initiative: a person, or those who look after an organisation.
fn write_to_promoter(db: &mut Db, of: &Initiative, kind: &str, letter: LetterId, now: Timestamp) -> Result<()> {
    let Some(promoter) = of.promoter_id else { return Ok(()) };
    let link = path(of)?;
    match store::accounts::find(db, promoter)? {
        Some(account) => {
            let name = store::actors::find(db, promoter)?.map(|actor| actor.display_name).unwrap_or_default();
            Ok(jobs::post(db, &jobs::letter(letter, kind, (&account.email, &name, &account.lang), link, now), now)?)
        }
        None => organisations::tell(db, promoter, (kind, &link), letter, now),
    }
}

/// The path of the page of an initiative.
fn path(of: &Initiative) -> Result<String> {
    Ok(match of.kind()? {
        InitiativeKind::Act => format!("/actions/{}", of.id.0),
        InitiativeKind::Petition => format!("/petitions/{}", of.id.0),
    })
}
