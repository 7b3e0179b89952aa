//! The page of an initiative or a petition: what is asked, how many took part, the buttons, the answer.

use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::initiatives::{self, count_key, host, path};
use crate::page::{Page, html};
use crate::pages::public::limit_key;
use crate::pages::public::states::{self, State};
use crate::pages::public::voice;
use crate::viewer::Visit;
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Path;
use domain::id::InitiativeId;
use domain::initiative::{InitiativeKind, may_take_part};
use domain::markup;
use domain::permission::{OfficeVerb, may_in_office};
use domain::refusal::Refusal;
use store::initiatives::Initiative;
use store::{At, Db, Uid};

/// Names of those who signed that are shown.
const SIGNERS: i64 = 100;

#[derive(Template)]
#[template(path = "initiative.html")]
struct Show {
    page: Page,
    path: String,
    lang: String,
    kind: String,
    is_petition: bool,
    state: Look,
    promoter: Option<String>,
    published_at: Option<At>,
    until: Option<String>,
    consultation: Option<(String, String)>,
    /// Safe HTML.
    body: String,
    /// The address where one acts, and its server.
    link: Option<(String, String)>,
    count: i32,
    count_word: String,
    threshold: i32,
    answer_days: i32,
    due: Option<(String, String, Option<Look>)>,
    signers: Vec<String>,
    took_part: bool,
    open: bool,
    /// Whether the viewer may take part with the account they have; a visitor signs in first.
    offer: Offer,
    declined: Option<Declined>,
    answer: Option<Answer>,
    /// Whether the viewer may end it.
    own: bool,
    office: Option<String>,
}

/// What the viewer may do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer {
    Yes,
    SignIn,
    No,
}

/// Why it was not admitted.
struct Declined {
    ground: String,
    reason: String,
}

/// What the collectivity answered.
struct Answer {
    state: Option<State>,
    /// Safe HTML.
    body: String,
    signed: String,
    at: At,
}

/// What the page is made of.
struct Found {
    row: Initiative,
    names: Vec<(Uid, String)>,
    consultation: Option<(String, String)>,
    signers: Vec<String>,
    took_part: bool,
}

/// `GET /actions/{initiative}`.
pub(super) async fn act(visit: Visit, Path(id): Path<String>) -> Reply {
    page(&visit, &id, InitiativeKind::Act).await
}

/// `GET /petitions/{initiative}`.
pub(super) async fn petition(visit: Visit, Path(id): Path<String>) -> Reply {
    page(&visit, &id, InitiativeKind::Petition).await
}

/// `POST /actions/{initiative}` and `POST /petitions/{initiative}`: take part, or take that back.
pub(super) async fn take_part(visit: Visit, Path(id): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let (app, id) = (&visit.web.app, parse(&id)?);
    let found = app.store.read(move |db| store::initiatives::find(db, Uid::of(id))).await?;
    let found = found.filter(|row| row.terms().is_ok_and(|terms| terms.is_public())).ok_or(Error::NOT_FOUND)?;
    visit.me()?;
    app.limits.check(Purpose::Support, &limit_key(visit.viewer.actor))?;
    let gives = typed.get("give") != "0";
    let result = if gives {
        actions::initiatives::act(app, visit.viewer, id, typed.get("named") == "on").await
    } else {
        actions::initiatives::take_back(app, visit.viewer, id).await
    };
    match result {
        // Pressed twice: it is as was asked.
        Ok(()) | Err(actions::Error::Refused(Refusal::AlreadyDone)) => {}
        Err(other) => return Err(other.into()),
    }
    Ok(done(&path(&found)?, if gives { "initiative-thanks" } else { "initiative-taken-back" }))
}

/// `POST /actions/{initiative}/end` and `POST /petitions/{initiative}/end`.
pub(super) async fn end(visit: Visit, Path(id): Path<String>, _: Posted<Fields>) -> Reply {
    let (app, id) = (&visit.web.app, parse(&id)?);
    visit.me()?;
    let found = app.store.read(move |db| store::initiatives::find(db, Uid::of(id))).await?.ok_or(Error::NOT_FOUND)?;
    let names = voice::names(&visit).await?;
    let promoter = found.promoter_id.map(Uid::to);
    let viewer = names.iter().find(|name| Some(name.id) == promoter).map_or(visit.viewer, |name| visit.viewer.in_the_name_of(name.id));
    if !viewer.is(promoter) && !found.terms()?.is_public() {
        return Err(Error::NOT_FOUND);
    }
    actions::initiatives::end(app, viewer, id).await?;
    let gone = !found.terms()?.is_public();
    let list = if found.kind()? == InitiativeKind::Act { "/actions".to_owned() } else { "/petitions".to_owned() };
    Ok(done(&if gone { list } else { path(&found)? }, "initiative-ended"))
}

fn parse(text: &str) -> Result<InitiativeId, Error> {
    InitiativeId::parse(text).ok_or(Error::NOT_FOUND)
}

async fn page(visit: &Visit, id: &str, kind: InitiativeKind) -> Reply {
    let (id, viewer) = (Uid::of(parse(id)?), visit.viewer);
    let found = visit.web.app.store.read(move |db| read(db, id, viewer.actor.map(Uid::of))).await?;
    let (row, terms) = (&found.row, found.row.terms()?);
    let promoter = row.promoter_id.map(Uid::to);
    let own = viewer.is(promoter) || visit.names.iter().any(|name| Some(name.id) == promoter);
    let agent = may_in_office(viewer, OfficeVerb::Answer).is_ok();
    if terms.kind != kind || !(terms.is_public() || own || agent) {
        return Err(Error::NOT_FOUND);
    }
    let (root, list) = if kind == InitiativeKind::Act { ("/actions", "actions-title") } else { ("/petitions", "petitions-title") };
    let page = visit.page(row.title.clone()).await?;
    let list = page.t.get(list);
    let page = page.under(root, list);
    html(view(page, found, (own, agent), viewer)?)
}

fn view(page: Page, found: Found, (own, agent): (bool, bool), viewer: domain::actor::Viewer) -> Result<Show, Error> {
    let (row, terms) = (&found.row, found.row.terms()?);
    let open = terms.is_open(page.now);
    let declined = (terms.state == domain::initiative::InitiativeState::Declined).then(|| Declined {
        // ftl: initiative-ground-*
        ground: page.t.code("initiative-ground", &row.ground),
        reason: row.reason.clone(),
    });
    let answer = row.answered_at.map(|at| Answer {
        state: states::answer(&page.t, &row.answer_state),
        body: markup::to_html(&row.answer),
        signed: row.answer_signed.clone(),
        at,
    });
    Ok(Show {
        path: path(row)?,
        lang: row.lang.clone(),
        kind: page.t.code("initiative-kind", &row.kind),
        is_petition: terms.kind == InitiativeKind::Petition,
        state: initiatives::look(&page, row)?,
        promoter: initiatives::promoter(row, &found.names),
        published_at: row.published_at,
        until: initiatives::last_day(&page, row),
        body: markup::to_html(&row.body),
        link: Some(row.link.clone()).filter(|link| !link.is_empty()).map(|link| (link.clone(), host(&link))),
        count: row.act_count,
        count_word: page.t.count(count_key(terms.kind), row.act_count),
        threshold: row.threshold,
        answer_days: row.answer_days,
        due: initiatives::due(&page, row),
        took_part: found.took_part,
        open,
        offer: match may_take_part(viewer) {
            Ok(()) => Offer::Yes,
            Err(Refusal::SignInFirst) => Offer::SignIn,
            Err(_other) => Offer::No,
        },
        declined,
        answer,
        own: own && (open || terms.state == domain::initiative::InitiativeState::Proposed),
        office: agent.then(|| format!("/admin/initiatives/{}", row.id.0)),
        signers: found.signers,
        consultation: found.consultation,
        page,
    })
}

/// Reads the initiative with what its page shows.
fn read(db: &mut Db, id: Uid, viewer: Option<Uid>) -> Result<Found, Error> {
    let row = store::initiatives::find(db, id)?.ok_or(Error::NOT_FOUND)?;
    let promoter: Vec<Uid> = row.promoter_id.into_iter().collect();
    let names = store::initiatives::names(db, &promoter)?;
    let of = store::initiatives::consultations(db, std::slice::from_ref(&row))?.pop();
    let signers = if row.kind()? == InitiativeKind::Petition { store::initiatives::signers(db, id, SIGNERS)? } else { Vec::new() };
    let took_part = match viewer {
        Some(viewer) => !store::initiatives::took_part(db, &[id], viewer)?.is_empty(),
        None => false,
    };
    Ok(Found { row, names, consultation: of.map(|(_, slug, title)| (title, format!("/c/{slug}"))), signers, took_part })
}
