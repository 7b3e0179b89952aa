//! The texts of a consultation, what is still missing, and the button that publishes.

use super::desk::{self, Desk, Section};
use super::show::{self, Choice};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::consultations::ConsultationForm;
use askama::Template;
use axum::extract::Path;
use domain::Timestamp;
use domain::consultation::Participation;
use domain::refusal::Refusal;
use serde::Deserialize;
use store::consultations::Consultation;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/editor.html")]
struct Editor {
    page: Page,
    desk: Desk,
    head: Head,
    missing: Vec<Point>,
    may_publish: bool,
    revision: i32,
    levels: Vec<Choice>,
    reaches: Vec<Choice>,
    voices: Vec<Choice>,
    /// Whether what reaches the threshold gets an answer, and how high it is.
    promised: bool,
    threshold: i32,
    form: Typed,
    faults: Faulty,
}

/// What stands above every part of the editor.
pub(super) struct Head {
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) state: String,
    pub(super) tone: &'static str,
    pub(super) icon: &'static str,
    pub(super) published: bool,
    pub(super) parts: Vec<Tab>,
    /// Who decides about it and the call here, when it is another collectivity's.
    pub(super) decided: Option<(String, String)>,
}

/// A part of the editor.
pub(super) struct Tab {
    pub(super) path: String,
    pub(super) label: String,
    pub(super) current: bool,
}

/// Something that is missing before publication.
struct Point {
    path: String,
    text: String,
}

/// How saving went.
enum Outcome {
    /// Nothing is wrong.
    Fine,
    /// The form is faulty.
    Faulty(actions::Faults),
    /// Somebody else saved meanwhile: the text comes back, and saving again replaces theirs.
    Stale,
}

/// The texts as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    revision: String,
    title: String,
    teaser: String,
    introduction: String,
    stakes: String,
    settled: String,
    open_points: String,
    input_use: String,
    organiser: String,
    participation: String,
    support_threshold: String,
}

/// `GET /admin/consultations/{slug}`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = frame(&visit, &slug).await?;
    let form = Typed::of(&frame.consultation);
    page(&visit, frame, form, Outcome::Fine).await
}

/// `POST /admin/consultations/{slug}`.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    let frame = frame(&visit, &slug).await?;
    let revision = typed.revision.parse().unwrap_or(-1);
    match actions::consultations::edit(&visit.web.app, visit.viewer, &slug, revision, &typed.form()).await {
        Ok(()) => Ok(done(&format!("/admin/consultations/{slug}"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, frame, typed, Outcome::Faulty(faults)).await,
        Err(actions::Error::Refused(Refusal::Stale)) => page(&visit, self::frame(&visit, &slug).await?, typed, Outcome::Stale).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/consultations/{slug}/publish`.
pub(super) async fn publish(Staff(visit): Staff, Path(slug): Path<String>, _: Posted<Fields>) -> Reply {
    actions::consultations::publish(&visit.web.app, visit.viewer, &slug).await?;
    Ok(done(&format!("/c/{slug}"), "office-published"))
}

/// Loads what the editor is about.
pub(super) async fn frame(visit: &Visit, slug: &str) -> Result<Frame, Error> {
    desk::enter(visit, Section::Consultations)?;
    let slug = slug.to_owned();
    let frame = visit.web.app.store.read(move |db| store::views::page::frame(db, &slug)).await?;
    frame.ok_or(Error::NOT_FOUND)
}

/// What stands above every part; `current` is the end of the current part's path.
// ftl: editor-part-* office-stage-*
pub(super) fn head(t: &Texts, frame: &Frame, now: Timestamp, current: &str) -> Head {
    let consultation = &frame.consultation;
    let (code, tone, icon) = show::stage(frame.calendar.phase_at(now));
    let root = format!("/admin/consultations/{}", consultation.slug);
    let tab = |end: &str, code: &str| Tab { path: format!("{root}{end}"), label: t.code("editor-part", code), current: end == current };
    Head {
        slug: consultation.slug.clone(),
        title: consultation.title.clone(),
        state: t.code("office-stage", code),
        tone,
        icon,
        published: consultation.published_at.is_some(),
        parts: vec![
            tab("", "texts"),
            tab("/phases", "phases"),
            tab("/themes", "themes"),
            tab("/cover", "cover"),
            tab("/map", "map"),
            tab("/questionnaires", "questionnaires"),
            tab("/polls", "polls"),
            tab("/budget", "budget"),
            tab("/documents", "documents"),
            tab("/text", "text"),
            tab("/commitments", "commitments"),
            tab("/report", "report"),
            tab("/meetings", "meetings"),
            tab("/territories", "territories"),
            tab("/kit", "kit"),
        ],
        decided: frame.origin.as_ref().map(|origin| {
            let organiser = domain::text::line(&origin.organiser);
            (t.with1("editor-decided", "organiser", organiser), format!("/admin/calls/{}", origin.call.id.0))
        }),
    }
}

impl Typed {
    fn of(row: &Consultation) -> Self {
        Self {
            revision: row.revision.to_string(),
            title: row.title.clone(),
            teaser: row.teaser.clone(),
            introduction: row.introduction.clone(),
            stakes: row.stakes.clone(),
            settled: row.settled.clone(),
            open_points: row.open_points.clone(),
            input_use: row.input_use.clone(),
            organiser: row.organiser.clone(),
            participation: row.participation.clone(),
            support_threshold: row.support_threshold.to_string(),
        }
    }

    fn form(&self) -> ConsultationForm {
        let Self {
            revision: _,
            title,
            teaser,
            introduction,
            stakes,
            settled,
            open_points,
            input_use,
            organiser,
            participation,
            support_threshold,
        } = self.clone();
        ConsultationForm {
            title,
            slug: String::new(),
            teaser,
            introduction,
            stakes,
            settled,
            open_points,
            input_use,
            organiser,
            participation,
            support_threshold,
        }
    }
}

/// What should be there before everybody sees it; without a phase it cannot be published at all.
fn missing(t: &Texts, frame: &Frame, now: Timestamp) -> Vec<Point> {
    let root = format!("/admin/consultations/{}", frame.consultation.slug);
    let mut points = Vec::new();
    if frame.consultation.introduction.trim().is_empty() {
        points.push(Point { path: format!("{root}#introduction"), text: t.get("editor-missing-introduction") });
    }
    if frame.calendar.phases.is_empty() {
        points.push(Point { path: format!("{root}/phases"), text: t.get("editor-missing-phases") });
    } else if frame.calendar.phases.iter().all(|phase| phase.closes_at <= now) {
        points.push(Point { path: format!("{root}/phases"), text: t.get("editor-missing-past") });
    }
    points
}

async fn page(visit: &Visit, frame: Frame, mut form: Typed, outcome: Outcome) -> Reply {
    let now = visit.web.app.now();
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let id = frame.consultation.id;
    let read = visit.web.app.store.read(move |db| Ok::<_, store::Error>((store::sides::promises(db, id)?, store::reach::bounds(db, id)?)));
    let (promised, bounds) = read.await?;
    let mut faults = Faulty::none();
    match outcome {
        Outcome::Fine => {}
        Outcome::Faulty(wrong) => faults = Faulty::new(&page.t, &wrong),
        Outcome::Stale => {
            faults.add("title", page.t.get("editor-stale"));
            form.revision = frame.consultation.revision.to_string();
        }
    }
    let (page, status) = show::told(page, &faults);
    let view = Editor {
        head: head(&page.t, &frame, now, ""),
        missing: missing(&page.t, &frame, now),
        may_publish: !frame.calendar.phases.is_empty(),
        revision: form.revision.parse().unwrap_or(frame.consultation.revision),
        levels: levels(&page.t, &form.participation),
        reaches: super::reach::choices(&page.t, &frame.consultation.reach, frame.calendar.published, bounds),
        voices: super::voices::choices(&page.t, &frame.consultation.remote_voices),
        promised,
        threshold: frame.consultation.support_threshold,
        faults,
        form,
        page,
        desk,
    };
    html_with(status, view)
}

/// The levels of participation, each with what it promises.
// ftl: editor-promise-* participation-*
fn levels(t: &Texts, chosen: &str) -> Vec<Choice> {
    let choice = |level: &Participation| {
        let code = level.code();
        Choice::new(code, t.code("participation", code), code == chosen).hint(t.code("editor-promise", code))
    };
    Participation::ALL.iter().map(choice).collect()
}
