//! The phases of a consultation. Lines are added and removed by buttons that send the form, so that no script is needed; nothing is kept
//! until the agent saves.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show::{self, Choice};
use crate::dates;
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::consultations::PhaseForm;
use askama::Template;
use axum::extract::Path;
use domain::actor::Audience;
use domain::consultation::{Openings, PhaseKind};
use jiff::tz::TimeZone;
use store::consultations::Phase;
use store::views::page::Frame;

/// Most phases of a consultation.
const PHASES_MAX: usize = 12;
/// What an agent may leave to us: who may do what.
const DEEDS: [&str; 4] = ["propose", "discuss", "reply", "support"];

#[derive(Template)]
#[template(path = "office/phases.html")]
struct Phases {
    page: Page,
    desk: Desk,
    head: Head,
    phases: Vec<Line>,
    faults: Faulty,
}

/// A phase of the form.
struct Line {
    legend: String,
    names: Names,
    form: PhaseForm,
    kinds: Vec<Choice>,
    deeds: Vec<DeedField>,
    unusual: bool,
}

/// The names of its fields.
struct Names {
    name: String,
    kind: String,
    opens_at: String,
    closes_at: String,
    description: String,
}

/// Who may do a deed.
struct DeedField {
    name: String,
    label: String,
    hint: String,
    options: Vec<Choice>,
}

/// `GET /admin/consultations/{slug}/phases`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let zone = visit.web.app.time_zone().await?;
    let mut forms: Vec<PhaseForm> = frame.phases.iter().map(|phase| form_of(phase, &zone)).collect();
    if forms.is_empty() {
        forms.push(PhaseForm::default());
    }
    page(&visit, &frame, forms, actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/phases`.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let mut forms = read(&typed);
    let action = typed.get("action");
    if let Some(rank) = action.strip_prefix("remove-").and_then(|rank| rank.parse::<usize>().ok()) {
        if rank < forms.len() {
            forms.remove(rank);
        }
        return page(&visit, &frame, forms, actions::Faults::new()).await;
    }
    if action == "add" {
        if forms.len() < PHASES_MAX {
            forms.push(PhaseForm::default());
        }
        return page(&visit, &frame, forms, actions::Faults::new()).await;
    }
    forms.retain(|form| !is_blank(form));
    match actions::consultations::set_phases(&visit.web.app, visit.viewer, &slug, forms.clone()).await {
        Ok(()) => Ok(done(&format!("/admin/consultations/{slug}/phases"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, forms, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// The phases that were typed, in the order of their ranks.
fn read(typed: &Fields) -> Vec<PhaseForm> {
    let sent = |rank: usize| ["name", "kind", "opens_at"].iter().any(|field| typed.has(&format!("phase-{rank}-{field}")));
    let of = |rank: usize, field: &str| typed.get(&format!("phase-{rank}-{field}")).to_owned();
    (0..PHASES_MAX)
        .filter(|rank| sent(*rank))
        .map(|rank| PhaseForm {
            kind: of(rank, "kind"),
            name: of(rank, "name"),
            description: of(rank, "description"),
            opens_at: of(rank, "opens_at"),
            closes_at: of(rank, "closes_at"),
            propose: of(rank, "propose"),
            discuss: of(rank, "discuss"),
            reply: of(rank, "reply"),
            support: of(rank, "support"),
        })
        .collect()
}

/// Whether a line was left empty (a kind is always chosen).
fn is_blank(form: &PhaseForm) -> bool {
    [&form.name, &form.description, &form.opens_at, &form.closes_at].iter().all(|text| text.trim().is_empty())
}

/// What the form of a kept phase says; an audience that is usual for the kind is left to us.
fn form_of(phase: &Phase, zone: &TimeZone) -> PhaseForm {
    let usual = PhaseKind::parse(&phase.kind).map(Openings::usual);
    let audience =
        |code: &str, usual: Option<Audience>| if usual.is_some_and(|u| u.code() == code) { String::new() } else { code.to_owned() };
    let typed = |at: store::At| dates::local(zone, at.0);
    PhaseForm {
        kind: phase.kind.clone(),
        name: phase.name.clone(),
        description: phase.description.clone(),
        opens_at: typed(phase.opens_at),
        closes_at: typed(phase.closes_at),
        propose: audience(&phase.propose, usual.map(|u| u.propose)),
        discuss: audience(&phase.discuss, usual.map(|u| u.discuss)),
        reply: audience(&phase.reply, usual.map(|u| u.reply)),
        support: audience(&phase.support, usual.map(|u| u.support)),
    }
}

async fn page(visit: &Visit, frame: &Frame, forms: Vec<PhaseForm>, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, frame, visit.web.app.now(), "/phases");
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let phases = forms.into_iter().enumerate().map(|(rank, form)| line(&page.t, rank, form)).collect();
    html_with(status, Phases { page, desk, head, phases, faults })
}

// ftl: phase-kind-* audience-* editor-deed-*
fn line(t: &Texts, rank: usize, form: PhaseForm) -> Line {
    let name = |field: &str| format!("phase-{rank}-{field}");
    let number = (rank + 1).to_string();
    let legend = if form.name.trim().is_empty() {
        t.with("editor-phase-legend", &[("number", number.into())])
    } else {
        t.with("editor-phase-legend-named", &[("number", number.into()), ("name", form.name.clone().into())])
    };
    let kinds =
        PhaseKind::ALL.iter().map(|kind| Choice::new(kind.code(), t.code("phase-kind", kind.code()), kind.code() == form.kind)).collect();
    let chosen = [&form.propose, &form.discuss, &form.reply, &form.support];
    let deeds = DEEDS.iter().zip(chosen).map(|(deed, chosen)| DeedField {
        name: name(deed),
        label: t.code("editor-deed", deed),
        hint: t.code("editor-deed", &format!("{deed}-hint")),
        options: audiences(t, chosen),
    });
    Line {
        legend,
        deeds: deeds.collect(),
        unusual: chosen.iter().any(|code| !code.is_empty()),
        names: Names {
            name: name("name"),
            kind: name("kind"),
            opens_at: name("opens_at"),
            closes_at: name("closes_at"),
            description: name("description"),
        },
        kinds,
        form,
    }
}

fn audiences(t: &Texts, chosen: &str) -> Vec<Choice> {
    let usual = Choice::new("", t.get("editor-phase-usual"), chosen.is_empty());
    let choice = |audience: &Audience| Choice::new(audience.code(), t.code("audience", audience.code()), audience.code() == chosen);
    std::iter::once(usual).chain(Audience::ALL.iter().map(choice)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn phases_are_read_by_rank_and_gaps_are_closed() {
        let sent = json!([
            ["phase-0-name", "A"],
            ["phase-0-kind", "information"],
            ["phase-3-name", "B"],
            ["phase-99-name", "C"],
            ["action", "save"]
        ]);
        let forms = read(&serde_json::from_value::<Fields>(sent).unwrap());
        assert_eq!(forms.iter().map(|form| form.name.as_str()).collect::<Vec<_>>(), ["A", "B"]);
        assert_eq!(forms[0].kind, "information");
    }

    #[test]
    fn a_line_with_only_a_kind_is_blank() {
        assert!(is_blank(&PhaseForm { kind: "answer".into(), propose: "nobody".into(), ..PhaseForm::default() }));
        assert!(!is_blank(&PhaseForm { opens_at: "2026-11-21T18:00".into(), ..PhaseForm::default() }));
    }
}
