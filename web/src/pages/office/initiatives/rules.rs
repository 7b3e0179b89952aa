//! What the collectivity promises about petitions.

use super::{Desk, Section, desk};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::office::show as told;
use crate::viewer::{Staff, Visit};
use actions::initiatives::RulesForm;
use askama::Template;
use domain::initiative::PetitionRules;
use domain::permission::{OfficeVerb, may_in_office};

#[derive(Template)]
#[template(path = "office/petition_rules.html")]
struct Rules {
    page: Page,
    desk: Desk,
    form: RulesForm,
    faults: Faulty,
}

/// `GET /admin/initiatives/rules`.
pub(in crate::pages::office) async fn show(Staff(visit): Staff) -> Reply {
    may_in_office(visit.viewer, OfficeVerb::ChangeSettings)?;
    let (rules, is_open) = visit.web.app.store.read(store::initiatives::rules).await?.unwrap_or((PetitionRules::PROPOSED, false));
    let form = RulesForm {
        is_open,
        threshold: rules.threshold.to_string(),
        days: rules.days.to_string(),
        answer_days: rules.answer_days.to_string(),
    };
    page(&visit, form, &actions::Faults::new()).await
}

/// `POST /admin/initiatives/rules`.
pub(in crate::pages::office) async fn save(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    let text = |name: &str| typed.get(name).to_owned();
    let form = RulesForm {
        is_open: typed.get("is_open") == "on",
        threshold: text("threshold"),
        days: text("days"),
        answer_days: text("answer_days"),
    };
    match actions::initiatives::set_rules(&visit.web.app, visit.viewer, &form).await {
        Ok(()) => Ok(done("/admin/initiatives/rules", "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, form, &faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, form: RulesForm, faults: &actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Initiatives, "petition-rules").await?;
    let list = page.t.get("initiatives-desk");
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = told::told(page.under("/admin/initiatives", list), &faults);
    html_with(status, Rules { form, faults, page, desk })
}
