//! The form with which one proposes an initiative or a petition; an agent reads it before everybody does.

use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::public::{limit_key, voice};
use crate::viewer::Visit;
use actions::initiatives::InitiativeForm;
use actions::limits::Purpose;
use askama::Template;
use domain::initiative::{InitiativeKind, PetitionRules, may_take_part};
use domain::refusal::Refusal;
use http::StatusCode;

#[derive(Template)]
#[template(path = "initiative_new.html")]
struct New {
    page: Page,
    action: String,
    is_petition: bool,
    rules: Option<PetitionRules>,
    form: InitiativeForm,
    in_name_of: Vec<Choice>,
    faults: Faulty,
}

/// `GET /actions/new`.
pub(super) async fn begin_act(visit: Visit) -> Reply {
    begin(&visit, InitiativeKind::Act).await
}

/// `GET /petitions/new`.
pub(super) async fn begin_petition(visit: Visit) -> Reply {
    begin(&visit, InitiativeKind::Petition).await
}

/// `POST /actions/new`.
pub(super) async fn act(visit: Visit, Posted(typed): Posted<Fields>) -> Reply {
    keep(&visit, InitiativeKind::Act, &typed).await
}

/// `POST /petitions/new`.
pub(super) async fn petition(visit: Visit, Posted(typed): Posted<Fields>) -> Reply {
    keep(&visit, InitiativeKind::Petition, &typed).await
}

async fn begin(visit: &Visit, kind: InitiativeKind) -> Reply {
    page(visit, kind, InitiativeForm::default(), "", &actions::Faults::new()).await
}

async fn keep(visit: &Visit, kind: InitiativeKind, typed: &Fields) -> Reply {
    visit.me()?;
    visit.web.app.limits.check(Purpose::Publish, &limit_key(visit.viewer.actor))?;
    let text = |name: &str| typed.get(name).to_owned();
    let form = InitiativeForm {
        kind: kind.code().to_owned(),
        title: text("title"),
        body: text("body"),
        link: text("link"),
        closes_on: text("closes_on"),
        consultation: String::new(),
    };
    let chosen = typed.get("in_name_of");
    let viewer = voice::speaker(visit, chosen)?;
    match actions::initiatives::propose(&visit.web.app, viewer, &form, visit.lang).await {
        Ok(id) => {
            let root = if kind == InitiativeKind::Act { "/actions" } else { "/petitions" };
            Ok(done(&format!("{root}/{id}"), "initiative-proposed"))
        }
        Err(actions::Error::Faulty(faults)) => page(visit, kind, form, chosen, &faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, kind: InitiativeKind, form: InitiativeForm, chosen: &str, faults: &actions::Faults) -> Reply {
    may_take_part(visit.viewer).map_err(Error::from)?;
    let is_petition = kind == InitiativeKind::Petition;
    let rules = visit.web.app.store.read(store::initiatives::rules).await?.filter(|(_, is_open)| *is_open).map(|(rules, _)| rules);
    if is_petition && rules.is_none() {
        return Err(Error::Refused(Refusal::NotOpenNow));
    }
    let (title, root, list) =
        if is_petition { ("petition-new", "/petitions", "petitions-title") } else { ("action-new", "/actions", "actions-title") };
    let page = visit.page(title).await?.with_faults(!faults.is_empty());
    let list = page.t.get(list);
    let faults = Faulty::new(&page.t, faults);
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let names = voice::names(visit).await?;
    let view = New {
        action: format!("{root}/new"),
        is_petition,
        rules: rules.filter(|_| is_petition),
        form,
        in_name_of: voice::choices(&page.t, visit, &names, chosen),
        faults,
        page: page.under(root, list),
    };
    html_with(status, view)
}
