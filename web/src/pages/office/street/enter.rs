//! Write a report down for somebody who called, wrote or came.

use super::super::desk::{self, Desk, Section};
use super::super::show;
use crate::error::Reply;
use crate::form::{Choice, Faulty, Fields, Upload, done};
use crate::page::{Page, html_with};
use crate::place_picker::{self, Picked, Picker, PlaceTyped};
use crate::viewer::{Staff, Visit};
use actions::places::Address;
use actions::street::{Contact, ReportForm};
use askama::Template;
use domain::place::degrees;
use domain::street::{ADDRESS_MAX, Channel, ReportKind, WORDS_MAX};

#[derive(Template)]
#[template(path = "office/street/enter.html")]
struct Enter {
    page: Page,
    desk: Desk,
    channels: Vec<Choice>,
    kinds: Vec<Choice>,
    categories: Vec<Choice>,
    report: ReportForm,
    picker: Picker,
    contact: Contact,
    words_max: usize,
    address_max: usize,
    faults: Faulty,
}

/// `GET /admin/street/new`.
pub(in super::super) async fn show(Staff(visit): Staff) -> Reply {
    view(&visit, &Fields::default(), &[], &[]).await
}

fn typed(fields: &Fields) -> (ReportForm, Contact) {
    let field = |name| fields.get(name).to_owned();
    let report = ReportForm {
        kind: field("kind"),
        category: field("category"),
        body: field("body"),
        address: domain::text::line(fields.get("spot_address")),
        ..ReportForm::default()
    };
    (report, Contact { email: field("email"), name: field("name"), phone: field("phone") })
}

/// `POST /admin/street/new`.
pub(in super::super) async fn save(Staff(visit): Staff, upload: Upload) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let (mut report, contact) = typed(&upload.fields);
    let place = PlaceTyped::of_fields(&upload.fields);
    match place.read_or_words(&visit).await? {
        Picked::Given(None) => {}
        Picked::Given(Some(spot)) => {
            let centre = spot.shape.centre();
            (report.latitude, report.longitude) = (degrees(centre.latitude), degrees(centre.longitude));
            report.address = spot.address;
        }
        Picked::Ask(fault, found) => {
            let faults = fault.map(place_picker::fault).unwrap_or_default();
            return view(&visit, &upload.fields, &faults, &found).await;
        }
    }
    let channel = upload.fields.get("channel");
    match actions::street::on_behalf(&visit.web.app, visit.viewer, channel, (&report, &contact, visit.lang), upload.file).await {
        Ok(made) => Ok(done(&format!("/admin/street/{}", made.number), "street-made")),
        Err(actions::Error::Faulty(faults)) => view(&visit, &upload.fields, &faults, &[]).await,
        Err(other) => Err(other.into()),
    }
}

// ftl: street-channel-* street-kind-*
async fn view(visit: &Visit, fields: &Fields, faults: &[(&'static str, domain::text::Fault)], found: &[Address]) -> Reply {
    desk::enter(visit, Section::Street)?;
    let rows = visit.web.app.store.read(|db| store::street::categories(db, false)).await?;
    let (page, desk) = desk::open(visit, Section::Street, "street-enter").await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    let (report, contact) = typed(fields);
    let channels = [Channel::Phone, Channel::Desk, Channel::Letter].map(Channel::code);
    let place = PlaceTyped::of_fields(fields);
    let view = Enter {
        picker: place.picker(visit, &page, true, found).of_a_point(),
        channels: Choice::list(&page.t, "street-channel", channels, fields.get("channel")),
        kinds: Choice::list(&page.t, "street-kind", ReportKind::ALL.iter().map(|kind| kind.code()), &report.kind),
        categories: super::categories(&rows, &report.category),
        words_max: WORDS_MAX,
        address_max: ADDRESS_MAX,
        report,
        contact,
        faults,
        desk,
        page,
    };
    html_with(status, view)
}
