//! A consultation: learn more. What it is about, what is decided and what is open, how the input will be used, where it stands.

use super::carrying::{self, Carrier, Carriers, Whence};
use super::elsewhere::{self, Invitation};
use super::head::{self, Head, Step, Tab};
use super::meetings;
use super::news;
use super::offer::{self, Offer};
use super::polls::{self, Item};
use super::questionnaire::{Offered, offered};
use super::rich::Html;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Path;
use domain::consultation::Stage;
use domain::contribution::Kind;
use domain::markup;
use domain::newsletter::Segment;
use domain::permission::{OfficeVerb, may_in_office};
use domain::text::line;
use store::At;
use store::consultations::Consultation;
use store::meetings::When;
use store::views::page::{self, Frame, Progress};

/// Votes that the page names; the others are in their list.
const POLLS: i64 = 5;
/// News that it names.
const NEWS: i64 = 3;
/// Meetings that it names.
const MEETINGS: i64 = 3;

#[derive(Template)]
#[template(path = "consultation.html")]
struct Learn {
    page: Page,
    head: Head,
    steps: Vec<Step>,
    position: Option<Html>,
    /// What happens in the current phase, as safe HTML.
    now: String,
    explained: bool,
    promise: String,
    /// How the input will be used, as safe HTML.
    input_use: String,
    parts: Vec<Part>,
    propose: Offer,
    discuss: Offer,
    progress: Box<Standing>,
    questionnaires: Vec<Offered>,
    /// For those whose account is elsewhere.
    invitation: Option<Invitation>,
    polls: Vec<Item>,
    /// Whence it comes, when it is another collectivity's.
    whence: Option<Whence>,
    carriers: Vec<Carrier>,
    /// How many of these there are.
    territories: i64,
    /// The meetings that are coming.
    meetings: Vec<meetings::Line>,
    /// The latest news about it.
    news: Vec<news::Line>,
    /// Code of those who get the letters about it.
    newsletter: String,
}

/// A part of the text, as safe HTML.
pub(super) struct Part {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) html: String,
}

/// The progress box.
struct Standing {
    sentence: String,
    participants: i32,
    remote_participants: i32,
    remote_supports: i32,
    contributions: i32,
    threshold: i32,
    /// Whether what reaches it gets an official answer.
    promised: bool,
    widely_supported: i64,
    quality: i64,
    impact: i64,
    answered: i32,
    at_meetings: i64,
}

/// `GET /c/{slug}`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Reply {
    let viewer = visit.viewer;
    let (links, now) = (visit.web.app.links.clone(), visit.web.app.now());
    let (frame, progress, invitation, questionnaires, boxes, carriers, coming, told) = visit
        .web
        .app
        .store
        .read(move |db| {
            let frame = super::load::frame(db, &slug, viewer)?;
            let progress = page::progress(db, &frame.consultation)?;
            let invitation = elsewhere::invitation(db, &links, &frame)?;
            let questionnaires = offered(db, &frame, now)?;
            let boxes = store::votes::of_consultation(db, frame.consultation.id, POLLS)?;
            let carriers = (Carriers::read(db, &frame, carrying::FIRST, 0)?, Carriers::count(db, &frame)?);
            let (coming, _) = store::meetings::list(db, Some(frame.consultation.id), When::Coming(At(now)), 0, MEETINGS)?;
            let told = store::articles::latest(db, Some(frame.consultation.id), NEWS)?;
            let told = (news::Around::read(db, &told)?, told);
            Ok::<_, Error>((frame, progress, invitation, questionnaires, boxes, carriers, coming, told))
        })
        .await?;
    let page = visit.page(frame.consultation.title.clone()).await?;
    let invitation = invitation.and_then(|found| found.when(visit.web.openness()));
    let polls = polls::items(&page, &frame.consultation.slug, &boxes);
    let (carriers, territories) = (carriers.0.lines(&page), carriers.1);
    let meetings = meetings::Line::all(&page, &coming, &[])?;
    let news = news::Line::all(&page, &told.1, &told.0).into_iter().map(|line| news::Line { consultation: None, ..line }).collect();
    learn(&visit, page, &frame, progress, More { invitation, questionnaires, polls, carriers, territories, meetings, news })
}

/// `GET /admin/consultations/{slug}/preview`: the page as somebody without an account will see it once it is published.
pub(crate) async fn preview(Staff(mut visit): Staff, Path(slug): Path<String>) -> Reply {
    may_in_office(visit.viewer, OfficeVerb::PrepareConsultation)?;
    let now = visit.web.app.now();
    let (mut frame, progress, questionnaires) = visit
        .web
        .app
        .store
        .read(move |db| {
            let frame = page::frame(db, &slug)?.ok_or(Error::NOT_FOUND)?;
            let progress = page::progress(db, &frame.consultation)?;
            let questionnaires = offered(db, &frame, now)?;
            Ok::<_, Error>((frame, progress, questionnaires))
        })
        .await?;
    frame.calendar.published = true;
    frame.consultation.published_at.get_or_insert(At(visit.web.app.now()));
    visit.leave_rights();
    let title = frame.consultation.title.clone();
    let mut page = visit.page(title.clone()).await?.under(format!("/admin/consultations/{}", frame.consultation.slug), title);
    page.title = page.t.get("consultation-preview");
    page.flash = Some(page.t.get("consultation-preview-note"));
    learn(&visit, page, &frame, progress, More { questionnaires, ..More::default() })
}

/// What else one can do here.
#[derive(Default)]
struct More {
    invitation: Option<Invitation>,
    questionnaires: Vec<Offered>,
    polls: Vec<Item>,
    carriers: Vec<Carrier>,
    /// How many of these there are.
    territories: i64,
    meetings: Vec<meetings::Line>,
    news: Vec<news::Line>,
}

fn learn(visit: &Visit, page: Page, frame: &Frame, progress: Progress, more: More) -> Reply {
    let More { invitation, questionnaires, polls, carriers, territories, meetings, news } = more;
    let (steps, position) = head::timeline(&page, frame);
    let consultation = &frame.consultation;
    html(Learn {
        head: Head::new(visit, &page, frame, Tab::Learn),
        now: steps.iter().find(|step| step.state == "now").map(|step| step.description.clone()).unwrap_or_default(),
        explained: steps.iter().any(|step| !step.description.is_empty()),
        steps,
        position,
        promise: promise(&page, frame),
        input_use: markup::to_html(&consultation.input_use),
        parts: parts(&page, consultation),
        propose: offer::to_publish(visit, Kind::Proposal, &frame.calendar, page.now),
        discuss: offer::to_publish(visit, Kind::Discussion, &frame.calendar, page.now),
        progress: Box::new(Standing::new(&page, frame, progress)),
        questionnaires,
        invitation,
        polls,
        whence: frame.origin.as_ref().map(|origin| Whence::new(&page, origin)),
        carriers,
        territories,
        meetings,
        news,
        newsletter: Segment::Consultation(consultation.id.to()).code(),
        page,
    })
}

/// What taking part leads to, and who decides: the organiser, also where it is carried.
// ftl: consultation-promise-* consultation-promised-*
pub(super) fn promise(page: &Page, frame: &Frame) -> String {
    let participation = &frame.consultation.participation;
    match &frame.origin {
        Some(origin) => page.t.with1(&format!("consultation-promised-{participation}"), "name", line(&origin.organiser)),
        None => page.t.with1(&format!("consultation-promise-{participation}"), "place", page.instance.territory_kind.as_str()),
    }
}

/// The parts that were written.
pub(super) fn parts(page: &Page, consultation: &Consultation) -> Vec<Part> {
    [
        ("about", "consultation-about", &consultation.introduction),
        ("stakes", "consultation-stakes", &consultation.stakes),
        ("settled", "consultation-settled", &consultation.settled),
        ("open-points", "consultation-open-points", &consultation.open_points),
    ]
    .into_iter()
    .filter(|(_, _, text)| !text.trim().is_empty())
    .map(|(id, key, text)| Part { id, title: page.t.get(key), html: markup::to_html(text) })
    .collect()
}

impl Standing {
    // ftl: consultation-standing-*
    fn new(page: &Page, frame: &Frame, progress: Progress) -> Self {
        let consultation = &frame.consultation;
        let stage = match frame.calendar.phase_at(page.now) {
            Stage::Draft => "draft",
            Stage::Upcoming => "upcoming",
            Stage::Pause(_) => "pause",
            Stage::Closed => "closed",
            Stage::Open(index) => frame.calendar.phases.get(index).map_or("contribution", |phase| phase.kind.code()),
        };
        Self {
            sentence: page.t.with1(&format!("consultation-standing-{stage}"), "place", page.instance.territory_kind.as_str()),
            participants: consultation.participant_count,
            remote_participants: consultation.remote_participant_count,
            remote_supports: consultation.remote_support_count,
            contributions: consultation.contribution_count,
            threshold: consultation.support_threshold,
            promised: progress.promised,
            widely_supported: progress.widely_supported,
            quality: progress.quality,
            impact: progress.impact,
            answered: consultation.answer_count,
            at_meetings: progress.at_meetings,
        }
    }
}
