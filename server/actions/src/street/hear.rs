//! What another collectivity says of reports: it sends one, takes it back, or says where one of ours stands with it. What comes here was proven by it.

use domain::Timestamp;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::refusal::Refusal;
use domain::street::{self, Channel, RefusalReason, ReportKind, ReportState};
use domain::territory::Place;
use jiff::SignedDuration;
use store::street::routes::{self, Route};
use store::street::{Category, NewReport, Report};
use store::{At, Db, Uid};
use url::Url;

use super::{Deed, areas, forward, held, keep, letters, photo, put, tend};
use crate::{Result, random};

/// A report that another collectivity sends. Nothing of whoever made it comes with it.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The address of the report where it was made.
    pub uri: String,
    /// What it says.
    pub kind: ReportKind,
    /// The name of its category there.
    pub category: String,
    /// The words.
    pub body: String,
    /// Where, in words.
    pub address: String,
    /// Its place.
    pub place: Option<Place>,
    /// Where its picture is, with whoever sends it.
    pub picture: Option<Url>,
    /// Whether it is hidden there: its words are not said any more.
    pub hidden: bool,
    /// The document as it was signed.
    pub document: String,
}

impl Incoming {
    /// Its picture; none where it is hidden.
    fn shown_picture(&self) -> Option<&Url> {
        self.picture.as_ref().filter(|_| !self.hidden)
    }

    /// Its words and those of its place; nothing where it is hidden.
    fn words(&self) -> (&str, &str) {
        if self.hidden { ("", "") } else { (&self.body, &self.address) }
    }
}

/// Where a report of ours stands with the collectivity that is competent.
#[derive(Debug, Clone)]
pub struct Said {
    /// The number of the report.
    pub number: i64,
    /// The page on which it stands there.
    pub page: String,
    /// How often it said something of it, this time included.
    pub turn: i32,
    /// Where it stands.
    pub state: ReportState,
    /// Why nothing is done.
    pub reason: Option<RefusalReason>,
    /// Who is competent, where it is somebody else.
    pub competent: String,
    /// What it says to everybody.
    pub words: String,
    /// The document as it was signed.
    pub document: String,
}

/// Something that another collectivity says of reports.
#[derive(Debug, Clone)]
pub enum Heard {
    /// It sends one.
    Sent(Incoming),
    /// It takes one back, by its address.
    TakenBack(String),
    /// It says where one of ours stands.
    Answered(Said),
}

impl Heard {
    /// Whether it only takes back what was done.
    pub(crate) const fn takes_back(&self) -> bool {
        matches!(self, Self::TakenBack(_))
    }
}

/// Does what another collectivity says.
pub(crate) fn hear(db: &mut Db, by: ActorId, said: &Heard, now: Timestamp) -> Result<()> {
    let actor = Uid::of(by);
    match said {
        Heard::TakenBack(uri) => taken_back(db, by, uri, now),
        // What is handed to us is taken from those only whom we recognise, and who recognise us.
        Heard::Sent(_) if !store::trust::is_official(db, actor)? => Err(Refusal::NotYourRole.into()),
        Heard::Sent(incoming) => sent(db, by, incoming, now),
        Heard::Answered(said) => answered(db, by, said, now),
    }
}

/// The category of ours that fits best: with the same code, else the first one that is there for everybody.
fn category(db: &mut Db, name: &str) -> Result<Category> {
    let code = street::category_code(name).unwrap_or_default();
    let open = store::street::categories(db, false)?;
    let fits = open.iter().find(|category| category.code == code).or_else(|| open.iter().find(|category| !category.private));
    Ok(fits.or(open.first()).cloned().ok_or(Refusal::NoRoom)?)
}

fn sent(db: &mut Db, by: ActorId, incoming: &Incoming, now: Timestamp) -> Result<()> {
    let category = category(db, &incoming.category)?;
    let id = Uid(random::uuid_v7(now));
    let route = Route {
        id: Uid(random::uuid_v7(now)),
        report_id: id,
        actor_id: Uid::of(by),
        inward: true,
        uri: incoming.uri.clone(),
        sent_at: At(now),
        answered_at: None,
        turn: 0,
        state: String::new(),
        ended_at: None,
        document: incoming.document.clone(),
        hidden_at: incoming.hidden.then_some(At(now)),
    };
    let known = routes::by_uri(db, &incoming.uri)?;
    if let Some(known) = known {
        return again(db, by, &known, incoming, now);
    }
    let (service, agent_id) = areas::charge(db, &category, incoming.place)?;
    let new = NewReport {
        id,
        category_id: category.id,
        kind: incoming.kind.code(),
        body: incoming.words().0.to_owned(),
        address: incoming.words().1.to_owned(),
        latitude: incoming.place.map(|place| place.latitude),
        longitude: incoming.place.map(|place| place.longitude),
        photo_id: None,
        state: ReportState::Received.code(),
        competent: String::new(),
        service,
        agent_id,
        channel: Channel::Collectivity.code(),
        private: category.private,
        followers: 0,
        reported_at: At(now),
        confirmed_at: Some(At(now)),
        due_at: (category.days > 0).then(|| At(now + SignedDuration::from_hours(24 * i64::from(category.days)))),
        changed_at: At(now),
    };
    let number = store::street::insert(db, new)?;
    routes::insert(db, route)?;
    let mut row = held(db, number)?;
    row.hidden_at = incoming.hidden.then_some(At(now));
    photo::as_said(db, &mut row, "", incoming.shown_picture(), now)?;
    let name = store::actors::find(db, Uid::of(by))?.map(|actor| actor.display_name).unwrap_or_default();
    keep(db, &row, Deed { said_by: name, ..Deed::default() }, now)?;
    if row.hidden_at.is_none() {
        letters::tell_agent(db, &row, None, now)?;
    }
    acknowledge(db, by, &row, now)
}

/// It is sent once more after it was given or taken back.
fn again(db: &mut Db, by: ActorId, known: &Route, incoming: &Incoming, now: Timestamp) -> Result<()> {
    if known.actor_id != Uid::of(by) {
        return Err(Refusal::NotYours.into());
    }
    let report = store::street::find(db, known.report_id)?.ok_or(Refusal::NotFound)?;
    let mut row = held(db, report.number)?;
    // Hidden after it was taken back: it is hidden here, and stays closed.
    // What we gave back is theirs again, and comes anew without having been taken back.
    let given_back = row.state()? == ReportState::Refused;
    if incoming.hidden || (known.ended_at.is_none() && !given_back) {
        return said_otherwise(db, by, (known, row), incoming, now);
    }
    if known.ended_at.is_none() && known.document == incoming.document {
        return Err(Refusal::AlreadyDone.into());
    }
    routes::begin_again(db, known.id, &incoming.document, At(now))?;
    show_again(db, (known, &mut row), incoming, now)?;
    row.duplicate_of = None;
    put(&mut row, ReportState::Received, now);
    keep(db, &row, Deed::default(), now)?;
    acknowledge(db, by, &row, now)
}

/// Its words are said again where it was made, or its picture is another one: here as well; and it is seen again, unless somebody hid it here.
fn show_again(db: &mut Db, (known, row): (&Route, &mut Report), incoming: &Incoming, now: Timestamp) -> Result<()> {
    routes::signed(db, known.id, &incoming.document, None)?;
    photo::as_said(db, row, &known.document, incoming.shown_picture(), now)?;
    store::street::changes::reword(db, row.id, &incoming.body, &incoming.address)?;
    if row.hidden_at == known.hidden_at {
        row.hidden_at = None;
    }
    Ok(())
}

/// It was hidden where it was made, is shown there again, or has another picture there: here as well.
fn said_otherwise(db: &mut Db, by: ActorId, (known, mut row): (&Route, Report), incoming: &Incoming, now: Timestamp) -> Result<()> {
    let hides = incoming.hidden;
    let is_known = hides == known.hidden_at.is_some();
    if is_known && (hides || known.document == incoming.document) {
        return Err(Refusal::AlreadyDone.into());
    }
    if hides {
        routes::signed(db, known.id, &incoming.document, Some(At(now)))?;
        photo::as_said(db, &mut row, &known.document, None, now)?;
        store::street::changes::reword(db, row.id, "", "")?;
        // Whoever hid it here hid it for a reason of their own, which stays.
        row.hidden_at = row.hidden_at.or(Some(At(now)));
    } else {
        show_again(db, (known, &mut row), incoming, now)?;
    }
    row.changed_at = At(now);
    if is_known {
        // Another picture is no step of its history.
        store::street::update(db, &row)?;
    } else {
        let name = store::actors::find(db, known.actor_id)?.map(|actor| actor.display_name).unwrap_or_default();
        keep(db, &row, Deed { said_by: name, ..Deed::default() }, now)?;
    }
    let detail = match (hides, is_known) {
        (true, _) => "hidden",
        (false, false) => "restored",
        (false, true) => "photo",
    };
    Ok(store::journal::append(db, &Event::new(EventKind::StreetHeard).by(by).on(row.id.0).detail(detail), now)?)
}

/// Says to whoever sent it that it came.
fn acknowledge(db: &mut Db, by: ActorId, row: &Report, now: Timestamp) -> Result<()> {
    forward::say(db, row, now)?;
    let event = Event::new(EventKind::StreetHeard).by(by).on(row.id.0).detail(ReportState::Received.code());
    Ok(store::journal::append_and_tell(db, &event, now)?)
}

fn taken_back(db: &mut Db, by: ActorId, uri: &str, now: Timestamp) -> Result<()> {
    let Some(route) = routes::by_uri(db, uri)?.filter(|route| route.actor_id == Uid::of(by) && route.ended_at.is_none()) else {
        return Ok(());
    };
    routes::end(db, route.id, At(now))?;
    let report = store::street::find(db, route.report_id)?.ok_or(Refusal::NotFound)?;
    let mut row = held(db, report.number)?;
    if !row.state()?.is_closed() {
        let name = store::actors::find(db, route.actor_id)?.map(|actor| actor.display_name).unwrap_or_default();
        put(&mut row, ReportState::Refused, now);
        row.reason = Some(RefusalReason::Decided.code().to_owned());
        keep(db, &row, Deed { said_by: name, ..Deed::default() }, now)?;
    }
    let event = Event::new(EventKind::StreetHeard).by(by).on(row.id.0).detail("taken_back");
    Ok(store::journal::append(db, &event, now)?)
}

/// What is done there is done here; what is not theirs either is ours to look at again; all the rest is shown as theirs.
const fn here(state: ReportState) -> ReportState {
    match state {
        ReportState::Resolved => ReportState::Resolved,
        ReportState::Refused => ReportState::Received,
        ReportState::Received
        | ReportState::Accepted
        | ReportState::Assigned
        | ReportState::Forwarded
        | ReportState::InProgress
        | ReportState::Duplicate => ReportState::Forwarded,
    }
}

fn answered(db: &mut Db, by: ActorId, said: &Said, now: Timestamp) -> Result<()> {
    let mut row = held(db, said.number)?;
    let Some((route, name, ..)) = routes::of(db, row.id, false)?.filter(|(route, ..)| route.actor_id == Uid::of(by)) else {
        return Err(Refusal::NotYours.into());
    };
    if !routes::hear(db, route.id, (said.turn, said.state.code()), (&said.page, &said.document), At(now))? {
        return Err(Refusal::AlreadyDone.into());
    }
    let state = here(said.state);
    if state == ReportState::Received {
        routes::end(db, route.id, At(now))?;
    }
    let moved = row.state()? != state;
    put(&mut row, state, now);
    let words = match (said.state, said.competent.as_str()) {
        (ReportState::Refused, who) if !who.is_empty() => format!("{}\n\n→ {who}", said.words).trim().to_owned(),
        _other => said.words.clone(),
    };
    // The step says what they said, in their state; the report says what that means here.
    let step = Report { state: said.state.code().to_owned(), reason: said.reason.map(|reason| reason.code().to_owned()), ..row.clone() };
    keep(db, &step, Deed { words, said_by: name, ..Deed::default() }, now)?;
    store::street::update(db, &row)?;
    if moved && state == ReportState::Received {
        letters::tell_agent(db, &row, None, now)?;
    }
    if moved || !said.words.is_empty() {
        letters::tell(db, &row, None, now)?;
        tend::tell_joined(db, &row, now)?;
    }
    let event = Event::new(EventKind::StreetHeard).by(by).on(row.id.0).detail(said.state.code());
    Ok(store::journal::append(db, &event, now)?)
}
