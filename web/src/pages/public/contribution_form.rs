//! Publish a proposal or start a discussion, and change one's own text.

use super::contribution::limit_key;
use super::leaves::Leaves;
use super::load::{self, Subject};
use super::voice::{self, Name};
use crate::error::{Error, Reply, refusal_code};
use crate::form::{self, Choice as Named, Faulty, Posted};
use crate::page::{Page, html, html_with};
use crate::place_picker::{self, Picked, Picker, PlaceTyped};
use crate::texts::Texts;
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::places::Address;
use askama::Template;
use axum::extract::{Path, Query};
use domain::contribution::{Draft, Field, Kind, RawDraft};
use domain::id::ContributionId;
use domain::permission::{self, Verb};
use domain::place::Asking;
use domain::refusal::Refusal;
use domain::text::{BODY_MAX, TITLE_MAX};
use serde::Deserialize;
use store::consultations::Theme;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "contribution_form.html")]
struct FormPage {
    page: Page,
    faults: Faulty,
    /// Code of the kind: the words of the page depend on it.
    kind: &'static str,
    /// Whether a published text is changed.
    editing: bool,
    /// Where it is sent.
    action: String,
    back: String,
    draft: String,
    version: i32,
    title: String,
    body: String,
    themes: Vec<Choice>,
    title_max: usize,
    body_max: usize,
    list: String,
    leaves: Leaves,
    /// In whose name; empty where there is no choice.
    names: Vec<Named>,
    /// Where it is, when the consultation asks.
    picker: Option<Picker>,
}

/// A theme to choose.
struct Choice {
    id: String,
    name: String,
    chosen: bool,
}

/// Which kind the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
}

/// The form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    kind: String,
    title: String,
    body: String,
    theme: String,
    version: String,
    in_name_of: String,
    #[serde(flatten)]
    place: PlaceTyped,
}

/// What the form is for.
enum Purposed<'a> {
    New(&'a Frame, Kind),
    Change(&'a Subject),
}

/// `GET /c/{slug}/new?kind=proposal|discussion`.
pub(super) async fn begin(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let frame = read_frame(&visit, slug).await?;
    let kind = kind(&asked.kind);
    if frame.budget && kind == Kind::Proposal {
        return Ok(form::see(&format!("/c/{}/budget/new", frame.consultation.slug)));
    }
    let (names, now) = (voice::names(&visit).await?, visit.web.app.now());
    voice::any(&visit, &names, |viewer| permission::may_publish(viewer, kind, &frame.calendar, now))?;
    let around = Around::of(&visit, &frame, kind).await?;
    html(view(&visit, &Purposed::New(&frame, kind), &Typed::default(), around, None).await?)
}

/// `POST /c/{slug}/new`.
pub(super) async fn publish(visit: Visit, Path(slug): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    visit.me()?;
    let frame = read_frame(&visit, slug.clone()).await?;
    let kind = kind(&typed.kind);
    let mut around = Around::of(&visit, &frame, kind).await?;
    let refused = match around.draft(&visit, kind, &typed, &typed.raw()).await? {
        Sent::Searched => return html(view(&visit, &Purposed::New(&frame, kind), &typed, around, None).await?),
        Sent::Faulty(error) => error,
        Sent::Draft(draft) => match send(&visit, &slug, &typed, *draft).await {
            Ok(id) => {
                let published = if kind == Kind::Discussion { "discussion-started" } else { "idea-published" };
                let done = if voice::is_held(&visit, &frame.calendar) { "text-held" } else { published };
                return Ok(form::done(&load::path(&slug, store::Uid::of(id)), done));
            }
            Err(error) => error,
        },
    };
    again(&visit, &Purposed::New(&frame, kind), &typed, around, refused).await
}

/// `GET /c/{slug}/p/{id}/edit`.
pub(super) async fn open(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Reply {
    let subject = load::read_whole(&visit, &slug, &id).await?;
    let viewer = voice::as_author(&visit, &subject.whole.card.contribution).await?;
    permission::may(viewer, Verb::Edit, &subject.standing, &subject.frame.calendar, visit.web.app.now())?;
    let contribution = &subject.whole.card.contribution;
    let id = contribution.id;
    let place = visit.web.app.store.read(move |db| store::places::of(db, id)).await?;
    let around = Around::again(&visit, &subject).await?;
    let typed = Typed {
        place: PlaceTyped::of(place.as_ref()),
        title: contribution.title.clone(),
        body: contribution.body.clone(),
        theme: contribution.theme_id.map(|id| id.0.to_string()).unwrap_or_default(),
        ..Typed::default()
    };
    html(view(&visit, &Purposed::Change(&subject), &typed, around, None).await?)
}

/// `POST /c/{slug}/p/{id}/edit`.
pub(super) async fn save(visit: Visit, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Typed>) -> Reply {
    visit.me()?;
    let subject = load::read_whole(&visit, &slug, &id).await?;
    let stance = subject.whole.card.contribution.stance.clone().unwrap_or_default();
    let mut around = Around::again(&visit, &subject).await?;
    let refused = match around.draft(&visit, subject.standing.kind, &typed, &RawDraft { stance: &stance, ..typed.raw() }).await? {
        Sent::Searched => return html(view(&visit, &Purposed::Change(&subject), &typed, around, None).await?),
        Sent::Faulty(error) => error,
        Sent::Draft(draft) => match change(&visit, &subject, &typed, *draft).await {
            Ok(()) => return Ok(form::done(&subject.path(), "text-changed")),
            Err(error) => error,
        },
    };
    again(&visit, &Purposed::Change(&subject), &typed, around, refused).await
}

/// Whether the form asks for a place, and the addresses that were found.
struct Around {
    asking: Asking,
    required: bool,
    found: Vec<Address>,
}

/// What came of a form.
enum Sent {
    /// Somebody only looked for an address.
    Searched,
    Faulty(Error),
    Draft(Box<Draft>),
}

impl Around {
    async fn of(visit: &Visit, frame: &Frame, kind: Kind) -> Result<Self, Error> {
        let id = frame.consultation.id;
        let asking =
            if kind == Kind::Reply { Asking::Never } else { visit.web.app.store.read(move |db| store::places::asking(db, id)).await? };
        Ok(Self { asking, required: asking == Asking::Required && kind == Kind::Proposal, found: Vec::new() })
    }

    /// The same for a text that is changed: what speaks of a paragraph has its place in a text, not on a map.
    async fn again(visit: &Visit, subject: &Subject) -> Result<Self, Error> {
        if subject.whole.said.is_some() {
            return Ok(Self { asking: Asking::Never, required: false, found: Vec::new() });
        }
        Self::of(visit, &subject.frame, subject.standing.kind).await
    }

    /// Reads a form, with its place.
    async fn draft(&mut self, visit: &Visit, kind: Kind, typed: &Typed, raw: &RawDraft<'_>) -> Result<Sent, Error> {
        let picked = if self.asking == Asking::Never { Picked::Given(None) } else { typed.place.read(visit).await? };
        let (spot, fault) = match picked {
            Picked::Given(spot) => (spot, None),
            Picked::Ask(None, found) => {
                self.found = found;
                return Ok(Sent::Searched);
            }
            Picked::Ask(Some(fault), found) => {
                self.found = found;
                (None, Some(fault))
            }
        };
        let mut faults = fault.map(place_picker::fault).unwrap_or_default();
        match Draft::parse(kind, raw) {
            Ok(draft) if faults.is_empty() => return Ok(Sent::Draft(Box::new(draft.at(spot)))),
            Ok(_) => {}
            Err(others) => faults.splice(0..0, named(&others)).for_each(drop),
        }
        Ok(Sent::Faulty(Error::Faulty(faults)))
    }

    fn picker(&self, visit: &Visit, page: &Page, typed: &Typed) -> Option<Picker> {
        (self.asking != Asking::Never).then(|| typed.place.picker(visit, page, self.required, &self.found))
    }
}

async fn read_frame(visit: &Visit, slug: String) -> Result<Frame, Error> {
    let viewer = visit.viewer;
    visit.web.app.store.read(move |db| load::frame(db, &slug, viewer)).await
}

async fn send(visit: &Visit, slug: &str, typed: &Typed, draft: Draft) -> Result<ContributionId, Error> {
    visit.web.app.limits.check(Purpose::Publish, &limit_key(visit.viewer.actor))?;
    let viewer = voice::speaker(visit, &typed.in_name_of)?;
    Ok(actions::contributions::publish(&visit.web.app, viewer, slug, draft, visit.lang).await?)
}

async fn change(visit: &Visit, subject: &Subject, typed: &Typed, draft: Draft) -> Result<(), Error> {
    visit.web.app.limits.check(Purpose::Publish, &limit_key(visit.viewer.actor))?;
    let seen = typed.version.parse().unwrap_or(-1);
    let id = subject.whole.card.contribution.id.to();
    let viewer = voice::as_author(visit, &subject.whole.card.contribution).await?;
    Ok(actions::contributions::edit(&visit.web.app, viewer, id, seen, draft).await?)
}

/// The same form with its text and what is wrong, where that helps; else the error itself.
async fn again(visit: &Visit, purpose: &Purposed<'_>, typed: &Typed, around: Around, refused: Error) -> Reply {
    if !keeps_text(&refused) {
        return Err(refused);
    }
    let status = refused.status();
    let view = view(visit, purpose, typed, around, Some(refused)).await?;
    html_with(status, view)
}

/// Whether the form is shown again with what was written.
pub(super) const fn keeps_text(error: &Error) -> bool {
    match error {
        Error::Faulty(_) => true,
        Error::Refused(refusal) => {
            matches!(
                refusal,
                Refusal::NotOpenNow
                    | Refusal::NotYourRole
                    | Refusal::Stale
                    | Refusal::Settled
                    | Refusal::TooManyAttempts
                    | Refusal::TooDeep
            )
        }
        Error::Store(_) => true,
        Error::Forged | Error::Unreadable(_) | Error::TooLarge | Error::WrongMethod | Error::Broken(_) => false,
    }
}

/// What is wrong, in words by the field; a refusal stands by the text.
pub(super) fn messages(t: &Texts, error: &Error) -> Faulty {
    messages_at(t, error, "body")
}

/// The same, where the text is in another field.
pub(super) fn messages_at(t: &Texts, error: &Error, text: &'static str) -> Faulty {
    match error {
        Error::Faulty(faults) => Faulty::new(t, faults),
        Error::Refused(refusal) => {
            let mut faulty = Faulty::none();
            // ftl: refusal-*
            faulty.add(text, t.code("refusal", refusal_code(*refusal)));
            faulty
        }
        Error::Store(failure) => {
            // The door logs only what it shows itself.
            tracing::error!(error = %failure, "a text could not be kept; it went back to its author");
            let mut faulty = Faulty::none();
            // ftl: error-text-*
            faulty.add(text, t.get(&error.text_key()));
            faulty
        }
        Error::Forged | Error::Unreadable(_) | Error::TooLarge | Error::WrongMethod | Error::Broken(_) => Faulty::none(),
    }
}

/// The faults of a draft, by the names of the fields.
pub(super) fn named(faults: &domain::contribution::Faults) -> actions::Faults {
    let name = |field: Field| match field {
        Field::Title => "title",
        Field::Body => "body",
        Field::Theme => "theme",
        Field::Stance => "stance",
    };
    faults.iter().map(|(field, fault)| (name(*field), *fault)).collect()
}

impl Typed {
    fn raw(&self) -> RawDraft<'_> {
        RawDraft { title: &self.title, body: &self.body, theme: &self.theme, stance: "" }
    }
}

/// Replies have a form of their own.
fn kind(code: &str) -> Kind {
    if Kind::parse(code) == Some(Kind::Discussion) { Kind::Discussion } else { Kind::Proposal }
}

// ftl: contribution-new-* contribution-edit-*
async fn view(visit: &Visit, purpose: &Purposed<'_>, typed: &Typed, around: Around, refused: Option<Error>) -> Result<FormPage, Error> {
    let (frame, kind, editing) = match purpose {
        Purposed::New(frame, kind) => (*frame, *kind, None),
        Purposed::Change(subject) => (&subject.frame, subject.standing.kind, Some(*subject)),
    };
    let viewer = visit.viewer;
    let consultation = frame.consultation.id;
    let leaves = visit.web.app.store.read(move |db| Leaves::before(db, consultation, viewer)).await?;
    let names: Vec<Name> = if editing.is_some() { Vec::new() } else { voice::names(visit).await? };
    let mut page = visit.page("contribution-all").await?;
    page.title = page.t.code(if editing.is_some() { "contribution-edit" } else { "contribution-new" }, kind.code());
    let faults = refused.map(|error| messages(&page.t, &error)).unwrap_or_default();
    let root = format!("/c/{}", frame.consultation.slug);
    let list = format!("{root}/contributions");
    let path = editing.map(Subject::path);
    let page = page
        .under(root.clone(), frame.consultation.title.clone())
        .under(list.clone(), crate::texts::Texts::new(visit.lang).get("contribution-all"))
        .with_faults(!faults.is_empty());
    Ok(FormPage {
        kind: kind.code(),
        editing: editing.is_some(),
        action: path.as_ref().map_or_else(|| format!("{root}/new"), |path| format!("{path}/edit")),
        draft: path.as_ref().map_or_else(|| format!("{root}-{kind}"), |path| format!("{path}-edit")),
        back: path.unwrap_or_else(|| list.clone()),
        // A text that changed meanwhile keeps the version its author saw: it is never written over.
        version: typed.version.parse().ok().or(editing.map(|subject| subject.whole.card.contribution.version)).unwrap_or(0),
        title: typed.title.clone(),
        body: typed.body.clone(),
        themes: if kind == Kind::Reply { Vec::new() } else { themes(&frame.themes, &typed.theme) },
        title_max: TITLE_MAX,
        body_max: BODY_MAX,
        list,
        leaves,
        names: voice::choices(&page.t, visit, &names, &typed.in_name_of),
        picker: around.picker(visit, &page, typed),
        faults,
        page,
    })
}

fn themes(themes: &[Theme], chosen: &str) -> Vec<Choice> {
    let choice = |theme: &Theme| {
        let id = theme.id.0.to_string();
        Choice { chosen: id == chosen, name: theme.name.clone(), id }
    };
    themes.iter().map(choice).collect()
}
