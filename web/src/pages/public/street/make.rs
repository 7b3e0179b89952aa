//! Report something, in three steps on a phone: where, what (with what was said there already), then words and picture. Each step is a page, and
//! what was answered before stands in its address: nothing is kept of whoever goes away in the middle.

use super::blur;
use crate::error::{Error, Reply};
use crate::form::{self, Choice, Faulty, Fields, Upload, encode};
use crate::page::{Page, html_with};
use crate::place_picker::{Picked, Picker, PlaceTyped};
use crate::street::{self as words_of, Line};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::outside::Openness;
use actions::places::{Address, FIELD};
use actions::street::{Contact, ReportForm};
use askama::Template;
use axum::extract::Query;
use domain::place::{PlaceFault, degrees};
use domain::street::{self, ADDRESS_MAX, Ground, ReportKind, WORDS_MAX};
use domain::text::Fault;
use http::StatusCode;
use serde::Deserialize;
use store::street::{Category, Report};

#[derive(Template)]
#[template(path = "street/place.html")]
struct Where {
    page: Page,
    asked: Asked,
    picker: Picker,
    address_max: usize,
    faults: Faulty,
    /// Whether something can be reported here.
    open: bool,
}

#[derive(Template)]
#[template(path = "street/what.html")]
struct What {
    page: Page,
    asked: Asked,
    /// What was reported nearby and is open.
    nearby: Vec<Line>,
    kinds: Vec<Choice>,
    families: Vec<Family>,
    back: String,
    faults: Faulty,
}

/// Categories under one name.
struct Family {
    name: String,
    choices: Vec<Offer>,
}

/// A category to choose.
struct Offer {
    code: String,
    name: String,
    hint: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "street/words.html")]
struct Words {
    page: Page,
    asked: Asked,
    category: String,
    kind: String,
    /// The days that are promised.
    days: i32,
    private: bool,
    /// Whether others can follow it.
    leaves: bool,
    /// The collectivity that it will be sent to.
    competent: Option<String>,
    body: String,
    email: String,
    name: String,
    /// Whether an address is asked for.
    needs_address: bool,
    /// What this sending is called: the same again makes nothing new.
    sending: String,
    words_max: usize,
    back: String,
    faults: Faulty,
}

/// What was answered so far.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) address: String,
    pub(super) latitude: String,
    pub(super) longitude: String,
    pub(super) kind: String,
    pub(super) category: String,
}

impl Asked {
    fn of(fields: &Fields) -> Self {
        let field = |name| fields.get(name).to_owned();
        Self {
            address: field("address"),
            latitude: field("latitude"),
            longitude: field("longitude"),
            kind: field("kind"),
            category: field("category"),
        }
    }

    /// The place, as the step that asks for it shows it.
    fn place(&self) -> PlaceTyped {
        let spot = match street::typed_place(&self.latitude, &self.longitude) {
            Ok(Some(place)) => format!("{}, {}", degrees(place.latitude), degrees(place.longitude)),
            Ok(None) => String::new(),
            Err(_) => format!("{}, {}", self.latitude, self.longitude),
        };
        PlaceTyped::at(spot, &self.address)
    }

    fn query(&self) -> String {
        let Self { address, latitude, longitude, kind, category } = self;
        let pairs = [("address", address), ("latitude", latitude), ("longitude", longitude), ("kind", kind), ("category", category)];
        pairs.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
    }

    /// What is wrong with the place.
    fn faults(&self, ground: Ground<'_>) -> Vec<(&'static str, Fault)> {
        match ground.typed(&self.latitude, &self.longitude) {
            Err(fault) => vec![(FIELD, fault)],
            Ok(None) if self.address.trim().is_empty() => vec![("spot_address", Fault::Missing)],
            Ok(_) if self.address.chars().count() > ADDRESS_MAX => vec![("spot_address", Fault::TooLong(ADDRESS_MAX))],
            Ok(_) => Vec::new(),
        }
    }
}

/// What the step that asks where sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Located {
    #[serde(flatten)]
    asked: Asked,
    #[serde(flatten)]
    place: PlaceTyped,
}

/// What came of the step that asks where.
enum Found {
    /// What was answered so far, with the place.
    Here(Asked),
    /// The person is still looking.
    Looking(Vec<(&'static str, Fault)>, Vec<Address>),
}

impl Located {
    /// Reads the place. Words are enough where no point was found: agents read them too.
    async fn found(&self, visit: &Visit) -> Result<Found, Error> {
        let place = &self.place;
        let words = Asked {
            address: domain::text::line(&place.spot_address),
            latitude: String::new(),
            longitude: String::new(),
            ..self.asked.clone()
        };
        if place.is_empty() {
            return Ok(Found::Here(self.asked.clone()));
        }
        if place.none_of_them() && place.spot.trim().is_empty() && !place.only_searches() {
            return Ok(Found::Here(words));
        }
        Ok(match place.read(visit).await? {
            Picked::Given(Some(spot)) => {
                let centre = spot.shape.centre();
                let (latitude, longitude) = (degrees(centre.latitude), degrees(centre.longitude));
                Found::Here(Asked { address: spot.address, latitude, longitude, ..self.asked.clone() })
            }
            Picked::Given(None) => Found::Here(words),
            Picked::Ask(Some(PlaceFault::NotFound), found) if found.is_empty() && !words.address.is_empty() && !place.only_searches() => {
                Found::Here(words)
            }
            Picked::Ask(fault, found) => Found::Looking(fault.map(|fault| (FIELD, Fault::Place(fault))).into_iter().collect(), found),
        })
    }
}

/// `GET /street/new`: where.
pub(super) async fn place(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    where_page(&visit, asked, &[]).await
}

async fn where_page(visit: &Visit, asked: Asked, faults: &[(&'static str, Fault)]) -> Reply {
    let place = asked.place();
    looking_page(visit, asked, &place, (faults, &[])).await
}

async fn looking_page(visit: &Visit, asked: Asked, place: &PlaceTyped, (faults, found): (&[(&'static str, Fault)], &[Address])) -> Reply {
    let open = !visit.web.app.store.read(|db| store::street::categories(db, false)).await?.is_empty();
    let page = under(visit, "street-place-title").await?.with_faults(!faults.is_empty());
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let picker = place.picker(visit, &page, true, found).of_a_point();
    html_with(status, Where { faults: Faulty::new(&page.t, faults), page, asked, picker, address_max: ADDRESS_MAX, open })
}

/// `GET /street/new/what`: what was said there already, and what it is about.
pub(super) async fn what(visit: Visit, Query(step): Query<Located>) -> Reply {
    match step.found(&visit).await? {
        Found::Here(asked) => what_page(&visit, asked, Vec::new()).await,
        Found::Looking(faults, found) => looking_page(&visit, step.asked, &step.place, (&faults, &found)).await,
    }
}

// ftl: street-kind-*
async fn what_page(visit: &Visit, asked: Asked, faults: Vec<(&'static str, Fault)>) -> Reply {
    let wrong = asked.faults(actions::street::ground(&visit.web.app).await?);
    if !wrong.is_empty() {
        return where_page(visit, asked, &wrong).await;
    }
    let place = street::typed_place(&asked.latitude, &asked.longitude).ok().flatten();
    let read = visit.web.app.store.read(move |db| {
        let near = match place {
            Some(place) => store::street::lists::nearby(db, street::around(place, street::NEARBY_METRES))?,
            None => Vec::new(),
        };
        Ok::<_, store::Error>((store::street::categories(db, false)?, near))
    });
    let (categories, near) = read.await?;
    if categories.is_empty() {
        return Err(Error::NOT_FOUND);
    }
    let page = under(visit, "street-what-title").await?.with_faults(!faults.is_empty());
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let chosen = if asked.kind.is_empty() { ReportKind::Anomaly.code() } else { asked.kind.as_str() };
    let line = |row: &Report| words_of::line(&page.t, "/street", row, &categories).map(|line| line.away_from(&page.t, place, row));
    let view = What {
        nearby: near.iter().map(line).collect::<Result<_, _>>()?,
        kinds: Choice::list(&page.t, "street-kind", ReportKind::ALL.iter().map(|kind| kind.code()), chosen),
        families: families(&categories, &asked.category),
        back: format!("/street/new?{}", asked.query()),
        faults: Faulty::new(&page.t, &faults),
        asked,
        page,
    };
    html_with(status, view)
}

fn families(categories: &[Category], chosen: &str) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for category in categories {
        let offer = Offer {
            code: category.code.clone(),
            name: category.name.clone(),
            hint: category.description.clone(),
            chosen: category.code == chosen,
        };
        match families.iter_mut().find(|family| family.name == category.family) {
            Some(family) => family.choices.push(offer),
            None => families.push(Family { name: category.family.clone(), choices: vec![offer] }),
        }
    }
    families
}

/// `GET /street/new/words`: the words, the picture, and who one is.
pub(super) async fn words(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    words_page(&visit, asked, &Fields::default(), Vec::new()).await
}

// ftl: street-kind-*
async fn words_page(visit: &Visit, asked: Asked, typed: &Fields, faults: Vec<(&'static str, Fault)>) -> Reply {
    let wrong = asked.faults(actions::street::ground(&visit.web.app).await?);
    if !wrong.is_empty() {
        return where_page(visit, asked, &wrong).await;
    }
    let code = asked.category.clone();
    let read = visit.web.app.store.read(move |db| {
        let Some(category) = store::street::category_by_code(db, &code)?.filter(|category| category.closed_at.is_none()) else {
            return Ok(None);
        };
        let competent = match category.competent_id {
            Some(id) if !category.private && store::trust::is_official(db, id)? => {
                store::actors::find(db, id)?.map(|actor| actor.display_name)
            }
            _ours => None,
        };
        Ok::<_, store::Error>(Some((category, competent)))
    });
    let found = read.await?;
    let (Some((category, competent)), Some(kind)) = (found, ReportKind::parse(&asked.kind)) else {
        let field = if ReportKind::parse(&asked.kind).is_none() { "kind" } else { "category" };
        return what_page(visit, asked, vec![(field, Fault::Choice)]).await;
    };
    let page = under(visit, "street-words-title").await?.with_faults(!faults.is_empty());
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = Words {
        category: category.name,
        kind: page.t.code("street-kind", kind.code()),
        days: category.days,
        private: category.private,
        leaves: !category.private && visit.web.openness() == Openness::Open,
        competent,
        body: typed.get("body").to_owned(),
        email: typed.get("email").to_owned(),
        name: typed.get("name").to_owned(),
        sending: match typed.get("sending") {
            "" => actions::random::token(),
            known => known.to_owned(),
        },
        needs_address: page.me.is_none(),
        words_max: WORDS_MAX,
        back: format!("/street/new/what?{}", asked.query()),
        faults: Faulty::new(&page.t, &faults),
        asked,
        page,
    };
    html_with(status, view)
}

/// `POST /street/new`.
pub(super) async fn send(visit: Visit, upload: Upload) -> Reply {
    let Upload { fields, mut file, .. } = upload;
    let asked = Asked::of(&fields);
    // One picture is decoded at a time in the whole house: nobody takes every turn.
    if file.is_some() || fields.has("kept_picture") {
        visit.web.app.limits.check(Purpose::Picture, &visit.client.bucket())?;
    }
    let covered = match file.take() {
        Some(file) if fields.has("blur") => blur::choose(&visit, &fields, file).await.map(Err),
        Some(file) => Ok(Ok(Some(file))),
        None => blur::chosen(&visit, &fields).await.map(Ok),
    };
    let picture = match covered {
        Ok(Ok(picture)) => picture,
        Ok(Err(page)) => return Ok(page),
        Err(Error::Faulty(faults)) => return words_page(&visit, asked, &fields, faults).await,
        Err(other) => return Err(other),
    };
    let report = ReportForm {
        kind: asked.kind.clone(),
        category: asked.category.clone(),
        body: fields.get("body").to_owned(),
        address: asked.address.clone(),
        latitude: asked.latitude.clone(),
        longitude: asked.longitude.clone(),
        sending: fields.get("sending").to_owned(),
    };
    let contact = Contact { email: fields.get("email").to_owned(), name: fields.get("name").to_owned(), phone: String::new() };
    let made = actions::street::make(&visit.web.app, visit.viewer, &visit.client.bucket(), (&report, &contact, visit.lang), picture).await;
    match made {
        Ok(made) if made.confirmed => Ok(form::done(&format!("/street/{}", made.number), "street-made")),
        Ok(_) => Ok(form::see("/street/sent")),
        Err(actions::Error::Faulty(faults)) => {
            let place = faults.iter().filter(|(field, _)| matches!(*field, FIELD | "spot_address")).copied().collect::<Vec<_>>();
            if place.is_empty() { words_page(&visit, asked, &fields, faults).await } else { where_page(&visit, asked, &place).await }
        }
        Err(other) => Err(other.into()),
    }
}

async fn under(visit: &Visit, title: &'static str) -> Result<Page, Error> {
    let page = visit.page(title).await?;
    let name = page.t.get("street-title");
    Ok(page.under("/street", name))
}
