//! Write down a contribution that was made at a meeting, so that it counts beside the others, with where it comes from.

use super::{event, load};
use crate::{App, Error, Faults, Result, budget, contributions, places};
use domain::actor::Viewer;
use domain::consultation::Stage;
use domain::contribution::{Draft, Field, Kind, RawDraft};
use domain::event::EventKind;
use domain::id::{ContributionId, MeetingId};
use domain::meeting::MeetingState;
use domain::permission::{self, OfficeVerb};
use domain::place::Spot;
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::{At, Uid};

/// What an agent types of what was said.
#[derive(Debug, Clone, Default)]
pub struct SaidForm {
    /// Code: a proposal or a discussion.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its text, in Markdown.
    pub body: String,
    /// The id of a theme, or nothing.
    pub theme: String,
    /// The name under which who said it wants it to be read; empty: that of the meeting.
    pub name: String,
}

impl SaidForm {
    /// What is wrong in it, whatever becomes of its place.
    #[must_use]
    pub fn faults(&self) -> Faults {
        match self.parse() {
            Err(Error::Faulty(faults)) => faults,
            _ => Faults::new(),
        }
    }

    fn parse(&self) -> Result<(Draft, String)> {
        let mut faults = Faults::new();
        let kind = Kind::parse(&self.kind).filter(|kind| *kind != Kind::Reply);
        if kind.is_none() {
            faults.push(("kind", Fault::Choice));
        }
        let raw = RawDraft { title: &self.title, body: &self.body, theme: &self.theme, stance: "" };
        let draft = Draft::parse(kind.unwrap_or(Kind::Proposal), &raw).map_err(|wrong| {
            faults.extend(wrong.into_iter().map(|(field, fault)| (name_of(field), fault)));
        });
        let name = text::bounded_line(&self.name, 0, text::NAME_MAX).map_err(|fault| faults.push(("name", fault)));
        match (draft, name) {
            (Ok(draft), Ok(name)) if faults.is_empty() => Ok((draft, name)),
            _ => Err(Error::Faulty(faults)),
        }
    }
}

const fn name_of(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Body => "body",
        Field::Theme | Field::Stance => "theme",
    }
}

/// Publishes what was said at a meeting in its consultation. From the moment it begins until the consultation closes, whatever the phase: it was said
/// there, and the agent only writes it down. A place is kept when it was said, and never asked: nobody can be asked again.
///
/// # Errors
/// A refusal of the permission table, `NotFound` for a meeting without consultation, `NotOpenNow` before it begins, once the consultation is closed or when
/// the meeting was called off, faulty fields (`spot`: outside the perimeter), or the store's failure.
pub async fn hand_in(app: &App, viewer: Viewer, id: MeetingId, form: &SaidForm, spot: Option<Spot>) -> Result<ContributionId> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let ((draft, name), now, new_id) = (form.parse()?, app.now(), app.new_id::<ContributionId>());
    let ground = app.maps.clone();
    app.store
        .write(move |db| {
            let (found, terms) = load(db, id)?;
            let consultation = found.consultation_id.map(|id| store::consultations::find(db, id)).transpose()?.flatten();
            let consultation = consultation.ok_or(Refusal::NotFound)?;
            let calendar = store::consultations::calendar(db, &consultation)?;
            let over = matches!(calendar.phase_at(now), Stage::Draft | Stage::Closed);
            if terms.state != MeetingState::Published || now < terms.begins || over {
                return Err(Refusal::NotOpenNow.into());
            }
            if let Some(theme) = draft.theme
                && !store::consultations::themes(db, consultation.id)?.iter().any(|known| known.id == Uid::of(theme))
            {
                return Err(Error::fault("theme", Fault::Choice));
            }
            let is_proposal = draft.kind == Kind::Proposal;
            let mut new = contributions::blank(Uid::of(new_id), consultation.id, At(now));
            new.kind = draft.kind.code().to_owned();
            new.title = draft.title;
            new.body = draft.body;
            new.lang.clone_from(&found.lang);
            new.theme_id = draft.theme.map(Uid::of);
            new.author_name = Some(if name.is_empty() { found.title.clone() } else { name });
            store::contributions::insert(db, &new)?;
            if let Some(spot) = &spot {
                places::settle(db, Some(&*ground), (consultation.id, new.id), draft.kind, Some(spot))?;
            }
            if is_proposal {
                budget::enter(db, new.id, consultation.id)?;
            }
            store::search::index(db, new.id, consultation.id, &new.title, &new.body)?;
            store::consultations::count_contribution(db, consultation.id, false, 1)?;
            store::meetings::note_contribution(db, found.id, new.id)?;
            let kind = if is_proposal { EventKind::ProposalPublished } else { EventKind::DiscussionStarted };
            store::journal::append(db, &event(kind, &found).by(viewer.actor).on(new.id.0), now)?;
            Ok(new_id)
        })
        .await
}
