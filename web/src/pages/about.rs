//! What the house says of itself: its rules as they really are, accessibility, personal data, legal notice; and what robots may read.

use super::own_pages::{self, Own};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::texts::Texts;
use crate::viewer::Visit;
use actions::accounts::{SIGN_IN_LIFE, SIGN_UP_LIFE, session_life};
use actions::jobs::LETTER_LIFE;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::actor::Role;
use domain::consultation::{Participation, PhaseKind};
use domain::event::EventKind;
use domain::markup;
use domain::moderation::Reason;
use domain::own_page::OwnPage;
use domain::text::BODY_MAX;
use http::{HeaderValue, header};
use jiff::SignedDuration;
use store::views::home::{self, State as Published};

/// A word and what it means.
struct Meaning {
    word: String,
    text: String,
}

/// A consultation and from how many supports on a contribution is "widely supported" there.
struct Threshold {
    slug: String,
    title: String,
    supports: i32,
}

/// What the rules page counts.
#[derive(Clone, Copy)]
struct Counts {
    moderators: i64,
    hidden: i64,
    restored: i64,
    decided: i64,
}

#[derive(Template)]
#[template(path = "about/how.html")]
struct How {
    page: Page,
    phases: Vec<Meaning>,
    levels: Vec<Meaning>,
    roles: Vec<Meaning>,
    reasons: Vec<String>,
    thresholds: Vec<Threshold>,
    counts: Counts,
    body_max: usize,
}

#[derive(Template)]
#[template(path = "about/accessibility.html")]
struct Accessibility {
    page: Page,
    own: Option<Own>,
    replaced: bool,
}

#[derive(Template)]
#[template(path = "about/privacy.html")]
struct Privacy {
    page: Page,
    own: Option<Own>,
    replaced: bool,
    lines: Vec<Line>,
    secure: bool,
}

/// One kind of personal data: what, why, for how long.
struct Line {
    what: String,
    why: String,
    long: String,
}

/// The kinds of personal data, most personal first.
const KEPT: [&str; 12] =
    ["account", "public", "texts", "record", "supports", "meetings", "newsletter", "sessions", "links", "letters", "reports", "journal"];

#[derive(Template)]
#[template(path = "about/legal.html")]
struct Legal {
    page: Page,
    own: Option<Own>,
    replaced: bool,
    /// Cleaned HTML.
    notice: String,
}

#[derive(Template)]
#[template(path = "about/source.html")]
struct Source {
    page: Page,
    version: &'static str,
    licence: &'static str,
}

/// Moderation is counted over this long.
const COUNTED: SignedDuration = SignedDuration::from_hours(365 * 24);

/// `GET /about/how`: written from the rules and figures of this very instance.
pub async fn how(visit: Visit) -> Reply {
    let now = visit.web.app.now();
    let read = visit.web.app.store.read(move |db| {
        let (open, _) = home::teasers(db, Published::Open, now, 0, 50)?;
        let count = |db: &mut store::Db, kind| store::journal::count(db, &[kind], now - COUNTED, now);
        let counts = Counts {
            moderators: store::accounts::count_role(db, Role::Moderator.code())?
                + store::accounts::count_role(db, Role::Administrator.code())?,
            hidden: count(db, EventKind::ContributionHidden)?,
            restored: count(db, EventKind::ContributionRestored)?,
            decided: count(db, EventKind::ReportDecided)?,
        };
        Ok::<_, store::Error>((open, counts))
    });
    let (open, counts) = read.await?;
    let threshold = |teaser: home::Teaser| Threshold {
        slug: teaser.consultation.slug,
        title: teaser.consultation.title,
        supports: teaser.consultation.support_threshold,
    };
    let page = visit.page("how-title").await?;
    // ftl: phase-kind-*, how-phase-*, participation-*, how-participation-*, role-*, how-role-*, reason-*
    let meanings = |list: &str, own: &str, codes: &mut dyn Iterator<Item = &'static str>| -> Vec<Meaning> {
        codes.map(|code| Meaning { word: page.t.code(list, code), text: page.t.code(own, code) }).collect()
    };
    let phases = meanings("phase-kind", "how-phase", &mut PhaseKind::ALL.iter().map(|kind| kind.code()));
    let levels = meanings("participation", "how-participation", &mut Participation::ALL.iter().map(|level| level.code()));
    let roles = meanings("role", "how-role", &mut Role::ALL.iter().map(|role| role.code()));
    let reasons = Reason::ALL.iter().map(|reason| page.t.code("reason", reason.code())).collect();
    html(How { phases, levels, roles, reasons, thresholds: open.into_iter().map(threshold).collect(), counts, body_max: BODY_MAX, page })
}

/// `GET /about/accessibility`
pub async fn accessibility(visit: Visit) -> Reply {
    let page = visit.page("accessibility-title").await?;
    let own = own_pages::own(&visit, OwnPage::Accessibility).await?;
    html(Accessibility { replaced: own.as_ref().is_some_and(|own| own.replaces), own, page })
}

/// `GET /about/privacy`
pub async fn privacy(visit: Visit) -> Reply {
    let page = visit.page("privacy-title").await?;
    // ftl: privacy-line-*
    let text = |kind: &str, column: &str| page.t.get(&format!("privacy-line-{kind}-{column}"));
    let lines = KEPT.iter().map(|kind| Line { what: text(kind, "what"), why: text(kind, "why"), long: how_long(&page.t, kind) }).collect();
    let own = own_pages::own(&visit, OwnPage::Privacy).await?;
    html(Privacy { replaced: own.as_ref().is_some_and(|own| own.replaces), own, lines, page, secure: visit.web.app.links.is_secure() })
}

/// How long a kind of data is kept: said with the very figures by which it is deleted.
fn how_long(t: &Texts, kind: &str) -> String {
    let (days, hours, minutes) =
        (|life: SignedDuration| life.as_hours() / 24, |life: SignedDuration| life.as_hours(), SignedDuration::as_mins);
    let ((life, idle), (staff, staff_idle)) = (session_life(Role::Citizen), session_life(Role::Agent));
    match kind {
        "sessions" => t.with(
            "privacy-line-sessions-long",
            &[
                ("days", days(life).into()),
                ("idle", days(idle).into()),
                ("hours", hours(staff).into()),
                ("unused", hours(staff_idle).into()),
            ],
        ),
        "links" => t.with("privacy-line-links-long", &[("minutes", minutes(&SIGN_IN_LIFE).into()), ("hours", hours(SIGN_UP_LIFE).into())]),
        "letters" => t.with("privacy-line-letters-long", &[("days", days(LETTER_LIFE).into())]),
        _no_figure => t.get(&format!("privacy-line-{kind}-long")),
    }
}

/// `GET /about/legal`
pub async fn legal(visit: Visit) -> Reply {
    let page = visit.page("legal-title").await?;
    let notice = markup::to_html(&page.instance.legal_notice);
    let own = own_pages::own(&visit, OwnPage::Legal).await?;
    html(Legal { replaced: own.as_ref().is_some_and(|own| own.replaces), own, page, notice })
}

/// `GET /about/source`: the version, the licence, and where the source code can be had (AGPL, section 13).
pub async fn source(visit: Visit) -> Reply {
    let page = visit.page("source-title").await?;
    html(Source { page, version: env!("CARGO_PKG_VERSION"), licence: env!("CARGO_PKG_LICENSE") })
}

/// `GET /robots.txt`: what is public may be found; forms and accounts are of no use to a search engine.
pub async fn robots(State(web): State<crate::Web>) -> Result<Response, Error> {
    let closed = ["/account", "/admin", "/enter/", "/language", "/setup/", "/sign-in", "/sign-up", "/search"];
    let lines: String = closed.iter().map(|path| format!("Disallow: {path}\n")).collect();
    let body = format!("User-agent: *\n{lines}\n# {}\n", web.app.links.origin());
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))], body).into_response())
}
