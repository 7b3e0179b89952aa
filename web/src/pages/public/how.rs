//! "How this consultation works": every sentence comes from its settings, or from what the house always does.

use super::consultation::promise;
use super::head::{self, Step};
use super::load;
use crate::error::{Error, Reply};
use crate::money::euros;
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::outside::Openness;
use actions::votes::{asked, rule_code};
use askama::Template;
use axum::extract::Path;
use deliberation::verdict::Counting;
use domain::actor::Audience;
use domain::carrying::CarriedState;
use domain::consultation::{Deed, RemoteVoices};
use domain::moderation::Reason;
use domain::reach::Reach;
use domain::vote::BoxState;
use store::budget::Envelope;
use store::carried::Origin;
use store::views::page::{self, Frame};
use store::votes::BallotBox;

#[derive(Template)]
#[template(path = "consultation_how.html")]
struct How {
    page: Page,
    lang: String,
    /// Who decides, and what is promised.
    promise: String,
    organiser: String,
    phases: Vec<Phase>,
    /// From how many supports something is said to be widely supported; 0 for never.
    threshold: i32,
    /// Whether an official answer is promised from there on.
    promised: bool,
    envelopes: Vec<String>,
    votes: Vec<Vote>,
    reasons: Vec<String>,
    leaves: Vec<String>,
    /// Whether people take part from several servers.
    spread: bool,
}

/// A phase, and who may do what in it.
struct Phase {
    step: Step,
    kind: String,
    /// What one may do, and who.
    deeds: Vec<(String, String)>,
}

/// What else of it is told elsewhere, or is not.
struct Told {
    /// There are votes that are no drafts.
    votes: bool,
    /// One of them is part of a common vote.
    common: bool,
    /// There are questionnaires.
    asks: bool,
    /// It is offered to other territories.
    offered: bool,
}

/// A vote, and how it is counted.
struct Vote {
    path: String,
    title: String,
    dates: String,
    form: String,
    counted: String,
    ways: String,
    quorum: i32,
    revote: bool,
}

/// `GET /c/{slug}/how`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Reply {
    let viewer = visit.viewer;
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &slug, viewer)?;
        let promised = page::progress(db, &frame.consultation)?.promised;
        let mut boxes = store::votes::of_consultation(db, frame.consultation.id, actions::votes::BOXES_MAX)?;
        boxes.retain(|row| row.state != BoxState::Draft.code());
        let envelopes = store::budget::envelopes(db, frame.consultation.id)?;
        let asks = !store::questionnaires::of_consultation(db, frame.consultation.id, false)?.is_empty();
        let offered = store::carrying::offered(db, frame.consultation.id)?.is_some();
        let ids: Vec<_> = boxes.iter().map(|row| row.id).collect();
        let common = !store::tallies::common(db, &ids)?.is_empty();
        let told = Told { votes: !boxes.is_empty(), common, asks, offered };
        Ok::<_, Error>((frame, promised, boxes, envelopes, told))
    });
    let (frame, promised, boxes, envelopes, told) = read.await?;
    let consultation = &frame.consultation;
    let path = format!("/c/{}", consultation.slug);
    let page = visit.page("consultation-how").await?.under(path.clone(), consultation.title.clone());
    let furthest = furthest(visit.web.openness(), Reach::parse(&consultation.reach));
    html(How {
        promise: promise(&page, &frame),
        phases: phases(&page, &frame),
        envelopes: envelopes.iter().map(|envelope| named(&page, envelope)).collect(),
        votes: boxes.iter().map(|row| vote(&page, &path, row)).collect(),
        // ftl: reason-*
        reasons: Reason::ALL.iter().map(|reason| page.t.code("reason", reason.code())).collect(),
        leaves: leaves(&page, furthest, &frame, &told),
        spread: frame.origin.is_some() || told.offered || furthest == Openness::Open,
        lang: consultation.lang.clone(),
        organiser: consultation.organiser.clone(),
        threshold: consultation.support_threshold,
        promised,
        page,
    })
}

// ftl: phase-kind-* how-deed-* audience-*
fn phases(page: &Page, frame: &Frame) -> Vec<Phase> {
    let (steps, _) = head::timeline(page, frame);
    let deeds = |openings: &domain::consultation::Openings| {
        let open = |deed: &Deed| (*deed, openings.audience(*deed));
        let words = |(deed, audience): (Deed, Audience)| (page.t.code("how-deed", code(deed)), page.t.code("audience", audience.code()));
        Deed::ALL.iter().map(open).filter(|(_, audience)| *audience != Audience::Nobody).map(words).collect()
    };
    let phase = |(step, rule): (Step, &domain::consultation::PhaseRule)| Phase {
        kind: page.t.code("phase-kind", rule.kind.code()),
        deeds: deeds(&rule.openings),
        step,
    };
    steps.into_iter().zip(&frame.calendar.phases).map(phase).collect()
}

const fn code(deed: Deed) -> &'static str {
    match deed {
        Deed::Propose => "propose",
        Deed::Discuss => "discuss",
        Deed::Reply => "reply",
        Deed::Support => "support",
    }
}

fn named(page: &Page, envelope: &Envelope) -> String {
    let amount = euros(&page.t, envelope.amount);
    if envelope.district.is_empty() {
        page.t.with2("how-envelope", "title", envelope.title.as_str(), "amount", amount)
    } else {
        page.t.with2("how-envelope", "title", format!("{} ({})", envelope.title, envelope.district), "amount", amount)
    }
}

// ftl: poll-form-* how-count-* ballot-form-* ballot-how-* poll-level-*
fn vote(page: &Page, path: &str, row: &BallotBox) -> Vote {
    let t = &page.t;
    let ways: Vec<String> = row.levels.split(' ').map(|level| t.code("poll-level", level)).collect();
    let (form, counted) = asked(row).map_or_else(Default::default, |(form, rule)| match &rule {
        Counting::Budget(rule) => (t.code("ballot-form", form.name()), t.code("ballot-how", rule_code(rule, &form))),
        _ => (t.code("poll-form", form.name()), t.code("how-count", form.name())),
    });
    Vote {
        path: format!("{path}/polls/{}", row.id.0),
        title: row.title.clone(),
        dates: super::poll_words::dates(page, row),
        form,
        counted,
        ways: ways.join(" · "),
        quorum: row.quorum,
        revote: row.revote,
    }
}

/// How far a consultation goes: no further than its instance, and no further than itself. One whose reach nobody understands stays here.
const fn furthest(openness: Openness, reach: Option<Reach>) -> Openness {
    match (openness, reach) {
        (Openness::Closed, _) | (_, Some(Reach::Here) | None) => Openness::Closed,
        (Openness::Territories, _) | (_, Some(Reach::Network)) => Openness::Territories,
        (Openness::Open, Some(Reach::Fediverse)) => Openness::Open,
    }
}

/// What leaves for other servers, and what comes from there.
// ftl: how-leaves-* voices-hint-*
fn leaves(page: &Page, furthest: Openness, frame: &Frame, told: &Told) -> Vec<String> {
    let t = &page.t;
    let mut said = vec![t.code(
        "how-leaves",
        match furthest {
            Openness::Closed => "closed",
            Openness::Territories => "territories",
            Openness::Open => "open",
        },
    )];
    if furthest != Openness::Closed {
        said.push(t.get("how-leaves-name"));
        said.push(t.code("voices-hint", frame.calendar.remote_voices.code()));
        if frame.calendar.remote_voices != RemoteVoices::Refused {
            said.push(t.get("how-leaves-apart"));
        }
        let carries = |origin: &Origin| origin.carried.state().is_ok_and(|state| state == CarriedState::Joined);
        if frame.origin.as_ref().is_some_and(carries) {
            said.push(t.get("how-supports-told"));
        } else if told.offered {
            said.push(t.get("how-supports-heard"));
        }
    }
    if told.votes {
        said.push(t.get("how-leaves-votes"));
    }
    if told.common {
        said.push(t.get("how-leaves-tally"));
    }
    if told.asks {
        said.push(t.get("how-leaves-questionnaires"));
    }
    said
}
