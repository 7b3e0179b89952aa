//! An organisation as its members and the agents see it: what it says of itself, who acts in its name, what was done so.

use super::accreditations::Given;
use super::fields::{self, Typed};
use crate::error::{Error, Reply};
use crate::form::{self, Choice, Faulty, Posted};
use crate::page::{Page, html, html_faulty};
use crate::texts::Texts;
use crate::viewer::{SignedIn, Visit};
use actions::organisations::{self, OrganisationForm};
use askama::Template;
use axum::extract::{Path, Query};
use domain::actor::Viewer;
use domain::id::ActorId;
use domain::organisation::Ties;
use domain::permission::{OfficeVerb, may_in_office};
use domain::text::{Fault, NAME_MAX, SHORT_MAX};
use serde::Deserialize;
use store::accreditations::With;
use store::memberships::{Invitation, Member};
use store::views::audit::{self, Subject};
use store::views::organisation::acts;
use store::{At, Db, Uid};

/// Lines of the record on a page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "organisations/manage.html")]
struct Manage {
    page: Page,
    username: String,
    name: String,
    closed: Option<At>,
    /// Whether the viewer looks after it: as one of its own or as an agent.
    manages: bool,
    /// The viewer's own membership, if they have one.
    own: Option<String>,
    form: OrganisationForm,
    kinds: Vec<Choice>,
    name_max: usize,
    summary_max: usize,
    members: Vec<Member>,
    invited: Vec<Invitation>,
    invite: (String, bool),
    accreditations: Vec<Given>,
    record: Vec<Act>,
    older: Option<String>,
    faults: Faulty,
}

/// Something that was done in its name.
struct Act {
    at: At,
    who: String,
    act: String,
    subject: String,
    /// Where it is read; empty for nowhere.
    path: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    before: String,
}

/// All that is read of it.
struct Known {
    actor: store::actors::Actor,
    organisation: store::organisations::Organisation,
    ties: Ties,
    manages: bool,
    members: Vec<Member>,
    invited: Vec<Invitation>,
    accreditations: Vec<With>,
    lines: Vec<(store::journal::Line, Option<String>)>,
    subjects: std::collections::HashMap<Uid, Subject>,
}

/// `GET /organisations/{username}`
pub(super) async fn show(SignedIn(visit): SignedIn, Path(username): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let known = known(&visit, &username, asked.before.parse().ok()).await?;
    let form = typed_before(&known);
    html(view(&visit, known, form, Default::default(), &[]).await?)
}

/// `POST /organisations/{username}`
pub(super) async fn change(SignedIn(visit): SignedIn, Path(username): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    let (id, form) = (id_of(&visit, &username).await?, typed.form());
    match organisations::change(&visit.web.app, visit.viewer, id, &form).await {
        Err(actions::Error::Faulty(faults)) => {
            let known = known(&visit, &username, None).await?;
            html_faulty(view(&visit, known, form, Default::default(), &faults).await?)
        }
        other => {
            other?;
            Ok(form::done(&format!("/organisations/{username}"), "saved"))
        }
    }
}

/// The same page with an invitation that is faulty.
pub(super) async fn again(visit: &Visit, username: &str, invite: (String, bool), faults: &[(&'static str, Fault)]) -> Reply {
    let known = known(visit, username, None).await?;
    let form = typed_before(&known);
    html_faulty(view(visit, known, form, invite, faults).await?)
}

/// The organisation of a handle, for those who may see this page of it; for the others there is none.
pub(super) async fn id_of(visit: &Visit, username: &str) -> Result<ActorId, Error> {
    let (viewer, username) = (visit.viewer, username.to_owned());
    visit.web.app.store.read(move |db| Ok(find(db, viewer, &username)?.0.id.to())).await
}

type Found = (store::actors::Actor, store::organisations::Organisation, Ties);

fn find(db: &mut Db, viewer: Viewer, username: &str) -> Result<Found, Error> {
    let actor = store::actors::find_local(db, &username.to_ascii_lowercase())?.ok_or(Error::NOT_FOUND)?;
    let organisation = store::organisations::find(db, actor.id)?.ok_or(Error::NOT_FOUND)?;
    let person = viewer.actor.map(Uid::of).ok_or(Error::NOT_FOUND)?;
    let ties = store::memberships::ties(db, actor.id, person)?;
    if !ties.member && may_in_office(viewer, OfficeVerb::Answer).is_err() {
        return Err(Error::NOT_FOUND);
    }
    Ok((actor, organisation, ties))
}

async fn known(visit: &Visit, username: &str, before: Option<i64>) -> Result<Known, Error> {
    let (viewer, username) = (visit.viewer, username.to_owned());
    visit
        .web
        .app
        .store
        .read(move |db| {
            let (actor, organisation, ties) = find(db, viewer, &username)?;
            let manages = organisations::manages(db, viewer, actor.id.to()).is_ok();
            let lines = acts(db, actor.id, before, PER_PAGE + 1)?;
            let subjects = audit::subjects(db, &lines.iter().map(|(line, _)| line).collect::<Vec<_>>())?;
            let members = store::memberships::of_organisation(db, actor.id)?;
            let invited = if manages { store::memberships::invited(db, actor.id)? } else { Vec::new() };
            let accreditations = store::accreditations::received(db, actor.id)?;
            Ok(Known { actor, organisation, ties, manages, members, invited, accreditations, lines, subjects })
        })
        .await
}

fn typed_before(known: &Known) -> OrganisationForm {
    OrganisationForm {
        kind: known.organisation.kind.clone(),
        name: known.actor.display_name.clone(),
        summary: known.actor.summary.clone(),
        web: known.organisation.web.clone(),
        registration: known.organisation.registration.clone(),
        publish_abroad: known.organisation.publish_abroad,
    }
}

async fn view(
    visit: &Visit,
    mut known: Known,
    form: OrganisationForm,
    invite: (String, bool),
    faults: &[(&'static str, Fault)],
) -> Result<Manage, Error> {
    let page = visit.page(known.actor.display_name.clone()).await?;
    let mine = page.t.get("organisations-mine");
    let page = page.under("/organisations", mine).with_faults(!faults.is_empty());
    let shown = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let more = known.lines.len() > shown;
    known.lines.truncate(shown);
    let path = format!("/organisations/{}", known.actor.username);
    let older = known.lines.last().filter(|_| more).map(|(line, _)| format!("{path}?before={}#record", line.id));
    Ok(Manage {
        kinds: fields::kinds(&page.t, &form.kind),
        form,
        username: known.actor.username,
        name: known.actor.display_name,
        closed: known.organisation.closed_at,
        manages: known.manages,
        own: visit.viewer.actor.filter(|_| known.ties.member).map(|id| id.to_string()),
        name_max: NAME_MAX,
        summary_max: SHORT_MAX,
        members: known.members,
        invited: known.invited,
        invite,
        accreditations: known.accreditations.iter().map(|row| Given::new(&page, row)).collect(),
        record: known.lines.iter().map(|(line, who)| act(&page.t, line, who.as_deref(), &known.subjects)).collect(),
        older,
        faults: Faulty::new(&page.t, faults),
        page,
    })
}

// ftl: event-*
fn act(t: &Texts, line: &store::journal::Line, who: Option<&str>, subjects: &std::collections::HashMap<Uid, Subject>) -> Act {
    let who = who.filter(|name| !name.is_empty()).map_or_else(|| t.get("journal-erased"), str::to_owned);
    let about = line.subject_id.and_then(|id| subjects.get(&id).map(|found| (id, found)));
    let (subject, path) = match about {
        Some((id, Subject::Contribution(title, slug))) => {
            let name = if title.is_empty() { t.get("journal-reply-to") } else { title.clone() };
            (name, format!("/c/{slug}/p/{}", id.0))
        }
        Some((_, Subject::Consultation(title, slug))) => (title.clone(), format!("/c/{slug}")),
        Some((_, Subject::Actor(name, handle, _))) => (name.clone(), format!("/@{handle}")),
        None => (String::new(), String::new()),
    };
    Act { at: line.at, who, act: t.code("event", &line.kind), subject, path }
}
