//! Opening a consultation: an objective and four answers make a draft with its phases.

use super::desk::{self, Desk, Section};
use super::presets;
use super::show::{self, Choice};
use crate::error::Reply;
use crate::form::{Faulty, Posted, done};
use crate::page::{Page, html_with};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::budget::EnvelopeForm;
use actions::consultations::{ConsultationForm, PhaseForm};
use askama::Template;
use domain::consultation::Participation;
use domain::lang::Lang;
use domain::text::{Fault, Slug};
use jiff::civil::Date;
use serde::Deserialize;

/// How many addresses are tried when the title's own is taken.
const SLUGS_TRIED: usize = 20;

#[derive(Template)]
#[template(path = "office/new.html")]
struct New {
    page: Page,
    desk: Desk,
    levels: Vec<Choice>,
    form: Typed,
    faults: Faulty,
}

/// What the agent answers.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    participation: String,
    title: String,
    teaser: String,
    input_use: String,
    starts_on: String,
    /// What there is to share out, in euros: for a budget only.
    amount: String,
}

/// The code of the objective that is no level of participation: sharing out a budget, which is a concertation with an envelope.
const BUDGET: &str = "budget";

impl Typed {
    fn is_budget(&self) -> bool {
        self.participation == BUDGET
    }

    fn form(&self) -> ConsultationForm {
        ConsultationForm {
            title: self.title.clone(),
            teaser: self.teaser.clone(),
            input_use: self.input_use.clone(),
            participation: if self.is_budget() { Participation::Concertation.code().to_owned() } else { self.participation.clone() },
            ..ConsultationForm::default()
        }
    }
}

/// `GET /admin/consultations/new`.
pub(super) async fn show(Staff(visit): Staff) -> Reply {
    let zone = visit.web.app.time_zone().await?;
    let today = visit.web.app.now().to_zoned(zone).date();
    let form = Typed {
        participation: Participation::Concertation.code().to_owned(),
        starts_on: presets::first_day(today).to_string(),
        ..Typed::default()
    };
    page(&visit, form, actions::Faults::new()).await
}

/// `POST /admin/consultations/new`.
pub(super) async fn create(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    desk::enter(&visit, Section::Consultations)?;
    let start: Result<Date, Fault> = match typed.starts_on.trim() {
        "" => Err(Fault::Missing),
        text => text.parse().ok().ok_or(Fault::Shape),
    };
    let app = &visit.web.app;
    let start = match start {
        Ok(start) => start,
        Err(fault) => return page(&visit, typed, vec![("starts_on", fault)]).await,
    };
    let texts = Texts::new(Lang::parse(&app.instance().await?.lang).unwrap_or(Lang::Fr));
    let envelope = EnvelopeForm { title: texts.get("editor-envelope"), amount: typed.amount.clone(), ..EnvelopeForm::default() };
    if typed.is_budget() && !domain::budget::cents(&typed.amount).is_ok_and(|amount| amount > 0) {
        return page(&visit, typed, vec![("amount", Fault::Shape)]).await;
    }
    let slug = match draft(&visit, typed.form()).await {
        Ok(slug) => slug,
        Err(actions::Error::Faulty(faults)) => return page(&visit, typed, faults).await,
        Err(other) => return Err(other.into()),
    };
    actions::consultations::set_phases(app, visit.viewer, slug.as_str(), proposed(&texts, &typed.participation, start)).await?;
    if typed.is_budget() {
        actions::budget::set_envelopes(app, visit.viewer, slug.as_str(), &[envelope]).await?;
    }
    Ok(done(&format!("/admin/consultations/{slug}"), "office-drafted"))
}

/// Keeps the draft, under the first free address made from the title.
pub(super) async fn draft(visit: &Visit, mut form: ConsultationForm) -> Result<Slug, actions::Error> {
    let base = Slug::from_title(&form.title).map_or_else(|| "consultation".to_owned(), |slug| slug.to_string());
    let mut last = actions::Error::fault("title", Fault::Taken);
    for slug in addresses(&base) {
        form.slug = slug;
        match actions::consultations::draft(&visit.web.app, visit.viewer, &form).await {
            Err(actions::Error::Faulty(faults)) if faults.iter().any(|(field, _)| *field == "slug") => {
                last = actions::Error::fault("title", Fault::Taken);
            }
            Err(other) => return Err(other),
            Ok(slug) => return Ok(slug),
        }
    }
    Err(last)
}

/// The addresses to try: never the word of this page's own address.
fn addresses(base: &str) -> impl Iterator<Item = String> {
    let numbered = (2..=SLUGS_TRIED).map(|n| format!("{base}-{n}")).collect::<Vec<_>>();
    std::iter::once(base.to_owned()).chain(numbered).filter(|slug| slug != "new")
}

/// The phases of an objective, in the language of the instance.
// ftl: editor-preset-*
fn proposed(texts: &Texts, objective: &str, start: Date) -> Vec<PhaseForm> {
    let steps = steps(objective);
    presets::forms(steps, start, |code| (texts.code("editor-preset", code), texts.code("editor-preset", &format!("{code}-text"))))
}

fn steps(objective: &str) -> &'static [presets::Step] {
    if objective == BUDGET { presets::BUDGET } else { Participation::parse(objective).map_or(&[][..], presets::steps) }
}

/// The objectives, each with the phases it brings.
// ftl: editor-objective-*
fn objectives(t: &Texts, chosen: &str) -> Vec<Choice> {
    let plan = |code: &str| {
        let step = |step: &presets::Step| {
            t.with("editor-plan-step", &[("name", t.code("editor-preset", step.code).into()), ("weeks", step.weeks.into())])
        };
        let steps: Vec<String> = steps(code).iter().map(step).collect();
        t.with("editor-plan", &[("steps", steps.join(", ").into())])
    };
    let codes = Participation::ALL.iter().map(|level| level.code()).chain([BUDGET]);
    codes.map(|code| Choice::new(code, t.code("editor-objective", code), code == chosen).hint(plan(code))).collect()
}

async fn page(visit: &Visit, form: Typed, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, "editor-new").await?;
    let levels = objectives(&page.t, &form.participation);
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    html_with(status, New { page, desk, levels, form, faults })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_numbered_and_never_that_of_this_page() {
        assert_eq!(addresses("halle").take(3).collect::<Vec<_>>(), ["halle", "halle-2", "halle-3"]);
        assert_eq!(addresses("new").next().as_deref(), Some("new-2"));
    }
}
