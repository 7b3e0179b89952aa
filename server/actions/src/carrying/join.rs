//! Ask to carry a consultation of another collectivity.

use super::follow;
use crate::{App, Error, Result};
use domain::Timestamp;
use domain::actor::{ActorKind, Viewer};
use domain::carrying::{CallState, CarriedState};
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault, Slug};
use store::carried::{Call, Carried};
use store::consultations::NewConsultation;
use store::{At, Db, Uid};
use uuid::Uuid;

/// Most ids that taking a call over needs: its phases and its themes.
pub(crate) const FRESH: usize = 64;

/// How a consultation of another collectivity is to stand here, as typed.
#[derive(Debug, Clone, Default)]
pub struct CarryForm {
    /// Word for its address here; empty: made from its title.
    pub slug: String,
    /// What this territory says of it itself, in Markdown.
    pub introduction: String,
}

/// Asks the organiser of a call to carry its consultation. It is prepared here at once and published when the organiser says yes. Asking again, also
/// after a no or after having left, sends the question again.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotOffered` when nobody can join any more, `AlreadyDone` when it is carried, faulty fields
/// (`slug` is `Taken` when another consultation has it), or the store's failure.
pub async fn join(app: &App, viewer: Viewer, call: Uid, form: &CarryForm) -> Result<Slug> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let introduction = text::bounded_text(&form.introduction, 0, text::BODY_MAX).map_err(|fault| Error::fault("introduction", fault))?;
    let typed = match form.slug.trim() {
        "" => None,
        typed => Some(Slug::parse(typed).map_err(|fault| Error::fault("slug", fault))?),
    };
    let new = New {
        consultation: Uid(app.new_id::<Uuid>()),
        group: Uid(app.new_id::<Uuid>()),
        activity: app.links.activity(app.new_id::<Uuid>()),
        fresh: (0..FRESH).map(|_| app.new_id::<Uuid>()).collect(),
    };
    let now = app.now();
    app.store
        .write(move |db| {
            store::carrying::hold(db)?;
            let call = store::carried::call(db, call)?.ok_or(Refusal::NotFound)?;
            let known = store::carried::of_call(db, call.id)?;
            let (slug, carried) = match known {
                Some(known) => again(db, known, introduction)?,
                None => first(db, &call, typed, (&new, introduction), now)?,
            };
            if call.state()? != CallState::Open {
                return Err(Refusal::NotOffered.into());
            }
            let asked = Carried {
                state: CarriedState::Asked.code().to_owned(),
                activity: new.activity.clone(),
                asked_at: At(now),
                // What was left has other phases: all is taken over anew.
                revision: None,
                ..carried
            };
            store::carried::set(db, &asked)?;
            follow::take_over(db, &call, &asked, &new.fresh, now)?;
            if let Some(organiser) = store::actors::find(db, call.organiser_id)? {
                store::peers::meet(db, &organiser.host, At(now))?;
            }
            let consultation = asked.consultation_id;
            let event = Event::new(EventKind::CarryingAsked).by(viewer.actor).on(consultation.0).within(consultation.to());
            store::journal::append(db, &event, now)?;
            Ok(slug)
        })
        .await
}

/// Ids drawn before the transaction.
struct New {
    consultation: Uid,
    group: Uid,
    activity: String,
    fresh: Vec<Uuid>,
}

fn again(db: &mut Db, known: Carried, introduction: String) -> Result<(Slug, Carried)> {
    if known.state()? == CarriedState::Joined {
        return Err(Refusal::AlreadyDone.into());
    }
    let found = store::consultations::find(db, known.consultation_id)?.ok_or(Refusal::NotFound)?;
    let slug = Slug::parse(&found.slug).map_err(|_kept_before| Refusal::NotFound)?;
    let introduction = if introduction.is_empty() { known.introduction.clone() } else { introduction };
    Ok((slug, Carried { introduction, ..known }))
}

fn first(db: &mut Db, call: &Call, typed: Option<Slug>, (new, introduction): (&New, String), now: Timestamp) -> Result<(Slug, Carried)> {
    let slug = match typed {
        Some(slug) => slug,
        None => Slug::from_title(&call.title).ok_or_else(|| Error::fault("slug", Fault::Shape))?,
    };
    let taken = |error| match error {
        store::Error::Duplicate => Error::fault("slug", Fault::Taken),
        other => Error::Store(other),
    };
    let group = slug.as_str().replace('-', "_");
    store::actors::insert(db, new.group, ActorKind::Group.code(), &group, &call.title, At(now)).map_err(taken)?;
    let text = call.text();
    let row = NewConsultation { id: new.consultation, actor_id: new.group, slug: slug.as_str(), lang: &call.lang, text, now: At(now) };
    store::consultations::insert(db, &row).map_err(taken)?;
    let carried = Carried {
        consultation_id: new.consultation,
        call_id: call.id,
        state: CarriedState::Asked.code().to_owned(),
        activity: new.activity.clone(),
        introduction,
        revision: None,
        asked_at: At(now),
        joined_at: None,
        left_at: None,
        read_at: None,
    };
    Ok((slug, carried))
}
