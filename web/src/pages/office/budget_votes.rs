//! The vote of a budget, prepared by an agent: ballot, rule, dates. Money and projects may come from the projects of the consultation.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::grid::{self, Question};
use super::show::{self, Choice};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::money::euros;
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::votes::{BUDGET_FORMS, BudgetForm, GridForm, Loaded, RULES, rule_code};
use askama::Template;
use axum::extract::Path;
use deliberation::ballot::Form;
use deliberation::verdict::Counting;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/budget_vote.html")]
struct BudgetVote {
    page: Page,
    desk: Desk,
    head: Head,
    /// Where the form is sent.
    action: String,
    form: BudgetForm,
    forms: Vec<Choice>,
    rules: Vec<Choice>,
    grid: Vec<Question>,
    faults: Faulty,
    /// Whether it can be published and previewed.
    kept: bool,
    /// Where money and projects come from; empty where they are typed.
    given: String,
}

/// `GET /admin/consultations/{slug}/polls/new-budget`.
pub(super) async fn begin(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let [form, rule] = [BUDGET_FORMS.first(), RULES.first()].map(|code| code.copied().unwrap_or_default().to_owned());
    let form = BudgetForm { revote: true, live: true, form, rule, ..BudgetForm::default() };
    page(&visit, &frame, None, form, actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/polls/new-budget`.
pub(super) async fn create(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    save(&visit, &frame, None, &typed).await
}

/// The form of a draft.
pub(super) async fn open(visit: &Visit, frame: &Frame, found: &Loaded, grid: GridForm, faults: actions::Faults) -> Reply {
    let zone = visit.web.app.time_zone().await?;
    let local = |at: store::At| crate::dates::local(&zone, at.0);
    let row = &found.row;
    let typed = |cents: i64| if cents % 100 == 0 { (cents / 100).to_string() } else { format!("{},{:02}", cents / 100, cents % 100) };
    let line = |option: &store::votes::BallotOption| format!("{} ; {}", typed(option.cost), option.title);
    let form = BudgetForm {
        title: row.title.clone(),
        description: row.description.clone(),
        form: found.form.name().to_owned(),
        most: match found.form {
            Form::Approval { max, .. } => max.to_string(),
            Form::Cumulative { most, .. } => most.to_string(),
            _ => String::new(),
        },
        rule: if let Counting::Budget(rule) = &found.rule { rule_code(rule, &found.form).to_owned() } else { String::new() },
        budget: typed(row.budget),
        projects: found.options.iter().map(line).collect::<Vec<_>>().join("\n"),
        opens_at: local(row.opens_at),
        closes_at: local(row.closes_at),
        live: row.live,
        revote: row.revote,
        population: if row.population > 0 { row.population.to_string() } else { String::new() },
        population_source: row.population_source.clone(),
        grid,
    };
    page(visit, frame, Some(found), form, faults).await
}

/// Keeps a draft: a new one, or `kept` changed.
pub(super) async fn save(visit: &Visit, frame: &Frame, kept: Option<&Loaded>, typed: &Fields) -> Reply {
    let (app, slug) = (&visit.web.app, &frame.consultation.slug);
    let form = form_of(typed);
    let zone = app.time_zone().await?;
    let saved = match form.parse(&zone, kept) {
        Ok(draft) => actions::votes::draft(app, visit.viewer, slug, draft, kept.map(|kept| kept.row.id.to())).await,
        Err(error) => Err(error),
    };
    match saved {
        Ok(id) => Ok(done(&format!("/admin/consultations/{slug}/polls/{id}"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(visit, frame, kept, form, faults).await,
        Err(other) => Err(Error::from(other)),
    }
}

fn form_of(typed: &Fields) -> BudgetForm {
    let text = |name: &str| typed.get(name).to_owned();
    BudgetForm {
        title: text("title"),
        description: text("description"),
        form: text("form"),
        most: text("most"),
        rule: text("rule"),
        budget: text("budget"),
        projects: text("projects"),
        opens_at: text("opens_at"),
        closes_at: text("closes_at"),
        live: typed.get("live") == "on",
        revote: typed.get("revote") == "on",
        population: text("population"),
        population_source: text("population_source"),
        grid: grid::sent(typed),
    }
}

// ftl: ballot-form-* ballot-form-hint-* ballot-rule-* ballot-how-*
async fn page(visit: &Visit, frame: &Frame, kept: Option<&Loaded>, form: BudgetForm, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, frame, visit.web.app.now(), "/polls");
    let faults = grid::faulty(&page, &form.grid, &faults);
    let (page, status) = show::told(page, &faults);
    let t = &page.t;
    let shape = |code: &&str| Choice::new(code, t.code("ballot-form", code), form.form == *code).hint(t.code("ballot-form-hint", code));
    let rule = |code: &&str| Choice::new(code, t.code("ballot-rule", code), form.rule == *code).hint(t.code("ballot-how", code));
    let given = kept.filter(|kept| BudgetForm::is_given(kept)).map(|kept| {
        let values = [("count", kept.options.len().into()), ("amount", euros(t, kept.row.budget).into())];
        t.with("ballot-office-given", &values)
    });
    let end = kept.map_or_else(|| "new-budget".to_owned(), |kept| kept.row.id.0.to_string());
    html_with(
        status,
        BudgetVote {
            action: format!("/admin/consultations/{}/polls/{end}", frame.consultation.slug),
            forms: BUDGET_FORMS.iter().map(shape).collect(),
            rules: RULES.iter().map(rule).collect(),
            given: given.unwrap_or_default(),
            grid: grid::questions(&page, &form.grid, &faults),
            form,
            faults,
            kept: kept.is_some(),
            page,
            desk,
            head,
        },
    )
}
