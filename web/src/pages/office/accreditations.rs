//! Accreditations, for agents: whom the collectivity accredits, as what, and whether they agreed; offering one, taking one back.

use super::desk::{self, Desk, Section};
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::organisations::fields;
use crate::pages::pagination::{self, Pagination};
use crate::viewer::{Staff, Visit};
use actions::accreditations::{self, AccreditationForm};
use actions::limits::Purpose;
use actions::outside;
use askama::Template;
use axum::extract::Query;
use domain::id::ActorId;
use domain::refusal::Refusal;
use domain::text::SHORT_MAX;
use serde::Deserialize;
use store::At;
use store::accreditations::With;

/// Accreditations on a page.
const PER_PAGE: i64 = 50;
/// Most characters of an address.
const ADDRESS_MAX: usize = 500;

#[derive(Template)]
#[template(path = "office/accreditations.html")]
struct Accreditations {
    page: Page,
    desk: Desk,
    lines: Vec<Line>,
    total: i64,
    pagination: Pagination,
    address: String,
    address_max: usize,
    form: AccreditationForm,
    roles: Vec<Choice>,
    mandate_max: usize,
    faults: Faulty,
}

/// An accreditation that the collectivity gave.
struct Line {
    id: String,
    name: String,
    handle: String,
    path: Option<String>,
    role: String,
    since: At,
    /// The last instant at which it holds.
    until: Option<At>,
    state: String,
    tone: &'static str,
    /// Whether it can be taken back.
    stands: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
    to: String,
}

/// The forms, as they were sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    address: String,
    role: String,
    mandate: String,
    since: String,
    until: String,
    accreditation: String,
}

impl Typed {
    fn form(&self) -> AccreditationForm {
        AccreditationForm { role: self.role.clone(), mandate: self.mandate.clone(), since: self.since.clone(), until: self.until.clone() }
    }
}

/// `GET /admin/accreditations`
pub(super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let typed = Typed { address: asked.to.clone(), ..Typed::default() };
    view(&visit, &asked, &typed, Faulty::none()).await
}

/// `POST /admin/accreditations`
pub(super) async fn offer(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    desk::enter(&visit, Section::Stakeholders)?;
    let t = crate::texts::Texts::new(visit.lang);
    let mut faults = Faulty::none();
    match find(&visit, &typed.address).await {
        Err(outside::Error::Trouble(trouble)) => {
            // ftl: accreditation-trouble-*
            faults.add("address", t.code("accreditation-trouble", trouble.code()));
        }
        Err(outside::Error::Action(error)) => return Err(error.into()),
        Ok(organisation) => match accreditations::offer(&visit.web.app, visit.viewer, organisation, &typed.form()).await {
            Ok(_) => return Ok(done("/admin/accreditations", "accreditation-offered")),
            Err(actions::Error::Faulty(found)) => faults = Faulty::new(&t, &found),
            Err(actions::Error::Refused(Refusal::NotFound)) => faults.add("address", t.get("accreditation-not-one")),
            Err(actions::Error::Refused(Refusal::AlreadyDone)) => faults.add("address", t.get("accreditation-already")),
            Err(other) => return Err(other.into()),
        },
    }
    view(&visit, &Asked::default(), &typed, faults).await
}

/// `POST /admin/accreditations/end`
pub(super) async fn end(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    desk::enter(&visit, Section::Stakeholders)?;
    let id = uuid::Uuid::try_parse(&typed.accreditation).map_err(|_no_id| Error::NOT_FOUND)?;
    accreditations::end(&visit.web.app, visit.viewer, id, true).await?;
    Ok(done("/admin/accreditations", "accreditation-ended"))
}

/// The organisation of an address: a handle of here, or whoever another server says it is.
async fn find(visit: &Visit, address: &str) -> outside::Result<ActorId> {
    let address: String = address.trim().chars().take(ADDRESS_MAX).collect();
    let bare = address.trim_start_matches('@').to_ascii_lowercase();
    if !bare.contains(['@', '/', ':']) {
        let found = visit.web.app.store.read(move |db| store::actors::find_local(db, &bare)).await?;
        return Ok(found.ok_or(outside::Trouble::Nobody)?.id.to());
    }
    visit.web.app.limits.check(Purpose::Elsewhere, &crate::pages::public::limit_key(visit.viewer.actor)).map_err(actions::Error::from)?;
    visit.web.outside.as_ref().ok_or(outside::Trouble::NotAllowed)?.actor(&address).await
}

// ftl: accreditation-state-* organisation-kind-*
async fn view(visit: &Visit, asked: &Asked, typed: &Typed, faults: Faulty) -> Reply {
    let (page, desk) = desk::open(visit, Section::Stakeholders, "accreditations-title").await?;
    let (number, ours) = (pagination::asked(&asked.page), page.instance.collectivity_id);
    let read = move |db: &mut store::Db| store::accreditations::given(db, ours, pagination::offset(number, PER_PAGE), PER_PAGE);
    let (rows, total) = visit.web.app.store.read(read).await?;
    let (page, status) = show::told(page, &faults);
    let view = Accreditations {
        lines: rows.iter().map(|row| Line::new(&page, row)).collect(),
        total,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/admin/accreditations?page={n}")),
        address: typed.address.clone(),
        address_max: ADDRESS_MAX,
        roles: fields::kinds(&page.t, &typed.role),
        form: typed.form(),
        mandate_max: SHORT_MAX,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

impl Line {
    fn new(page: &Page, (row, actor): &With) -> Self {
        let (code, tone) = crate::pages::organisations::accreditations::state(row, page.now);
        let is_here = actor.host.is_empty();
        let name = domain::text::line(&actor.display_name);
        Self {
            id: row.id.0.to_string(),
            handle: if is_here {
                format!("@{}", actor.username)
            } else {
                format!("@{}@{}", domain::text::line(&actor.username), actor.host)
            },
            path: if is_here { Some(format!("/@{}", actor.username)) } else { actor.uri.clone() },
            name,
            role: page.t.code("organisation-kind", &row.role),
            since: row.since,
            until: row.until.map(crate::pages::organisations::accreditations::last),
            state: page.t.code("accreditation-state", code),
            tone,
            stands: matches!(code, "offered" | "accepted" | "upcoming"),
        }
    }
}
