//! Open a consultation to other territories.

use crate::{App, Error, Result, subject, tallies};
use domain::actor::{ActorKind, Viewer};
use domain::carrying::{Called, CarrierState};
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::reach::Reach;
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::carrying::{Carrier, Offered};
use store::{At, Db, Uid};

/// Most territories that are chosen one by one in one form.
const CHOSEN_MAX: usize = 500;

/// To whom a consultation is opened, as typed.
#[derive(Debug, Clone, Default)]
pub struct OfferForm {
    /// Code of who may carry it.
    pub reach: String,
    /// What whoever carries it agrees to, in Markdown.
    pub rules: String,
    /// Those who are chosen as well, beside those who are already: collectivities of other servers that are known here.
    pub chosen: Vec<Uid>,
}

/// Opens a consultation that is published, or has phases and is about to be, to other territories; or changes how it is opened.
///
/// # Errors
/// A refusal of the permission table, `NoPhase`, `DecidedElsewhere` when it is another collectivity's, `NeedsNetwork` when it stays here,
/// faulty fields (`reach`, `rules`; `territories` where nobody is chosen; `chosen`, who is not known), or the store's failure.
pub async fn offer(app: &App, viewer: Viewer, slug: &str, form: &OfferForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let reach = Called::parse(&form.reach).ok_or_else(|| Error::fault("reach", Fault::Choice))?;
    let rules = text::bounded_text(&form.rules, 10, text::BODY_MAX).map_err(|fault| Error::fault("rules", fault))?;
    let chosen: Vec<Uid> = if reach == Called::Chosen { form.chosen.iter().copied().take(CHOSEN_MAX).collect() } else { Vec::new() };
    let (now, slug, links) = (app.now(), slug.to_owned(), app.links.clone());
    app.store
        .write(move |db| {
            store::carrying::hold(db)?;
            let (consultation, calendar) = subject::consultation(db, &slug)?;
            subject::decided_here(db, consultation.id)?;
            if calendar.phases.is_empty() {
                return Err(Refusal::NoPhase.into());
            }
            if consultation.reach()? == Reach::Here {
                return Err(Refusal::NeedsNetwork.into());
            }
            if reach == Called::Chosen && chosen.is_empty() && store::carrying::choosing::count_chosen(db, consultation.id)? == 0 {
                return Err(Error::fault("territories", Fault::Missing));
            }
            let known = store::carrying::offered(db, consultation.id)?;
            let offered = Offered {
                consultation_id: consultation.id,
                reach: reach.code().to_owned(),
                rules,
                offered_by: viewer.actor.map(Uid::of),
                offered_at: At(now),
                changed_at: known.map_or(At(now), |known| known.changed_at),
                withdrawn_at: None,
            };
            store::carrying::offer(db, &offered)?;
            store::carrying::touch(db, consultation.id, At(now))?;
            for collectivity in chosen {
                invite(db, consultation.id, collectivity, At(now))?;
            }
            let event = Event::new(EventKind::CallOpened).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            store::journal::append(db, &event, now)?;
            tallies::share_all(db, &links, consultation.id, now)
        })
        .await
}

/// Chooses a collectivity; one that carries it, or left it, stays as it is. One that was refused is asked again.
fn invite(db: &mut Db, consultation: Uid, collectivity: Uid, now: At) -> Result<()> {
    let found = store::actors::find(db, collectivity)?.filter(|found| !found.host.is_empty() && found.erased_at.is_none());
    if found.is_none_or(|found| found.kind != ActorKind::Organization.code()) {
        return Err(Error::fault("chosen", Fault::Choice));
    }
    let known = store::carrying::carrier(db, consultation, collectivity)?;
    let state = known.as_ref().map(Carrier::state).transpose()?;
    if state.is_some_and(|state| state != CarrierState::Refused) {
        return Ok(());
    }
    let (joined_at, left_at) = known.map_or((None, None), |known| (known.joined_at, known.left_at));
    let invited = Carrier {
        consultation_id: consultation,
        actor_id: collectivity,
        state: CarrierState::Invited.code().to_owned(),
        page: None,
        activity: None,
        since: now,
        joined_at,
        left_at,
    };
    Ok(store::carrying::set_carrier(db, &invited)?)
}
