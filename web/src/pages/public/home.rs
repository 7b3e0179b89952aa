//! The home page of the collectivity.

use super::discussed::{self, Offered};
use super::items::Item;
use super::meetings;
use super::network::Neighbour;
use super::news;
use super::states::{self, Badge, State};
use super::teasers::TeaserCard;
use super::territory;
use crate::Web;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use domain::Timestamp;
use domain::markup;
use std::sync::Arc;
use store::answers::Answer;
use store::articles::Article;
use store::meetings::{Meeting, When};
use store::mirrored::Listed;
use store::views::cards::Card;
use store::views::home::{self, Trend};
use store::views::territory::{self as listings, Row};
use store::votes::BallotBox;
use store::{At, Uid};

/// Characters of the introduction that are shown at once: about three lines.
const INTRODUCTION: usize = 280;
/// Texts from elsewhere on the home page.
const AROUND: i64 = 3;
/// Open votes on the home page.
const POLLS: i64 = 6;
/// Meetings on the home page.
const MEETINGS: i64 = 3;
/// News on the home page.
const NEWS: i64 = 3;
/// Characters of an answer on the home page.
const QUOTE: usize = 220;
/// Characters of an answer in the list of answers: enough for the reason to be read.
pub(super) const REASON: usize = 700;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    page: Page,
    tagline: String,
    introduction: Introduction,
    open: Vec<TeaserCard>,
    closed: Vec<TeaserCard>,
    answered: Vec<Answered>,
    latest: Vec<Item>,
    /// Votes that are open now.
    polls: Vec<Offered>,
    /// The next meetings.
    meetings: Vec<meetings::Line>,
    /// The latest news.
    news: Vec<news::Line>,
    open_count: i64,
    answers: i64,
    members: i64,
    trends: Vec<Figure>,
    /// Open consultations of those whom the collectivity follows.
    elsewhere: Vec<territory::Card>,
    /// What came last from those whom the collectivity follows.
    around: Vec<Neighbour>,
    /// Its own address for other servers.
    object: Option<String>,
}

/// What the page shows, the same for everybody.
pub(crate) struct Front {
    seen: home::Home,
    answers: Vec<Answer>,
    around: Vec<Listed>,
    /// Those of them that come from official collectivities.
    official: Vec<Uid>,
    elsewhere: (Vec<Row>, Parts),
    /// Votes that are open, with the slug and the title of their consultation.
    polls: Vec<(BallotBox, String, String)>,
    /// The handle of the collectivity.
    username: Option<String>,
    /// The next meetings, with the consultations they belong to.
    meetings: (Vec<Meeting>, Vec<(Uid, String, String)>),
    /// The latest news, with whom it is by.
    news: (Vec<Article>, news::Around),
}

/// The phases and themes of consultations of others.
type Parts = (Vec<store::listings::Phase>, Vec<store::listings::Theme>);

/// What the collectivity says of itself.
struct Introduction {
    /// The beginning, when the whole is long.
    beginning: Option<String>,
    /// The whole, as safe HTML.
    whole: String,
}

/// An official answer in short.
pub(super) struct Answered {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) lang: String,
    pub(super) supports: i32,
    pub(super) remote_supports: i32,
    pub(super) territory_supports: i64,
    pub(super) state: State,
    pub(super) quote: String,
    pub(super) signed_by: String,
    pub(super) at: At,
    pub(super) badges: Vec<Badge>,
}

/// A figure of the last 30 days.
struct Figure {
    count: i64,
    label: String,
    trend: String,
}

/// What the page shows, the same for everybody: read once for many readers.
async fn read(web: &Web, now: Timestamp, collectivity: Uid) -> Result<Arc<Front>, Error> {
    let store = &web.app.store;
    if let Some(kept) = web.home.get(store, now) {
        return Ok(kept);
    }
    let commits = store.commits();
    let read = store.read(move |db| {
        let seen = home::home(db, now)?;
        let ids: Vec<Uid> = seen.answered.iter().map(|card| card.contribution.id).collect();
        let answers = store::answers::latest_of(db, &ids)?;
        let around = store::mirrored::recent(db, None, AROUND, 0)?;
        let via: Vec<Uid> = around.iter().map(|listed| listed.mirrored.via_id).collect();
        let official = store::trust::official_among(db, &via)?;
        let elsewhere = listings::list(db, &listings::Asked::default(), now, 0, AROUND)?.rows;
        let ids: Vec<Uid> = elsewhere.iter().map(|row| row.listing.id).collect();
        let elsewhere = (elsewhere, listings::parts(db, &ids)?);
        let username = store::actors::find(db, collectivity)?.map(|actor| actor.username);
        let polls = store::views::polls::open(db, now, POLLS)?;
        let (coming, _) = store::meetings::list(db, None, When::Coming(At(now)), 0, MEETINGS)?;
        let among = store::meetings::consultations(db, &coming)?;
        let latest = store::articles::latest(db, None, NEWS)?;
        let by = news::Around::read(db, &latest)?;
        Ok::<_, Error>(Front { seen, answers, around, official, elsewhere, polls, username, meetings: (coming, among), news: (latest, by) })
    });
    Ok(web.home.keep(read.await?, commits, now))
}

/// `GET /`.
pub(super) async fn show(visit: Visit) -> Reply {
    let page = visit.page("home-title").await?;
    let now = page.now;
    let shown = read(&visit.web, now, page.instance.collectivity_id).await?;
    let Front { seen, answers, around, official, elsewhere, polls, username, meetings, news } = &*shown;
    let answered = seen
        .answered
        .iter()
        .filter_map(|card| Answered::new(&page, card, answers.iter().find(|a| a.contribution_id == card.contribution.id)?, 0, QUOTE))
        .collect();
    html(Home {
        around: around
            .iter()
            .map(|listed| Neighbour { official: official.contains(&listed.mirrored.via_id), ..Neighbour::new(&page, listed) })
            .collect(),
        elsewhere: elsewhere.0.iter().map(|row| territory::Card::new(&page, row, &elsewhere.1, false)).collect(),
        object: username.as_ref().map(|username| visit.web.app.links.actor(username)),
        tagline: tagline(&page),
        introduction: Introduction::new(&page.instance.introduction),
        open: TeaserCard::open(&page, &seen.open)?,
        closed: TeaserCard::all(&page, &seen.closed)?,
        answered,
        polls: polls.iter().map(|(row, slug, title)| discussed::offered(&page, slug, title, row)).filter(|poll| poll.open).collect(),
        latest: seen.latest.iter().map(|card| Item::across(&page.t, card)).collect(),
        meetings: meetings::Line::all(&page, &meetings.0, &meetings.1)?,
        news: news::Line::all(&page, &news.0, &news.1),
        open_count: seen.figures.open,
        answers: seen.figures.answers,
        members: seen.figures.members,
        trends: trends(
            &page,
            &[("contributions", seen.figures.contributions), ("replies", seen.figures.replies), ("supports", seen.figures.supports)],
        ),
        page,
    })
}

fn tagline(page: &Page) -> String {
    let tagline = page.instance.tagline.trim();
    if tagline.is_empty() { page.t.with1("home-lead", "place", page.instance.territory_kind.as_str()) } else { tagline.to_owned() }
}

impl Introduction {
    fn new(markdown: &str) -> Self {
        let whole = markup::to_html(markdown);
        let beginning = markup::excerpt(markdown, INTRODUCTION);
        Self { beginning: beginning.ends_with('…').then_some(beginning), whole }
    }
}

impl Answered {
    /// A contribution with its latest official answer, cut at `length` characters; `threshold` is what its consultation declared.
    pub(super) fn new(page: &Page, card: &Card, answer: &Answer, threshold: i32, length: usize) -> Option<Self> {
        Some(Self {
            path: super::load::path(&card.slug, card.contribution.id),
            title: super::items::title(&page.t, &card.contribution),
            lang: card.contribution.lang.clone(),
            supports: card.contribution.support_count,
            remote_supports: card.contribution.remote_support_count,
            territory_supports: card.territories.supports,
            state: states::answer(&page.t, &answer.state)?,
            quote: markup::excerpt(&answer.body, length),
            signed_by: answer.signed_by.clone(),
            at: answer.answered_at,
            badges: states::badges(&page.t, &card.contribution, threshold),
        })
    }
}

/// What moved in the last 30 days, beside the 30 days before.
// ftl: home-figure-*
fn trends(page: &Page, figures: &[(&str, Trend)]) -> Vec<Figure> {
    let figure = |(code, trend): &(&str, Trend)| Figure {
        count: trend.now,
        label: page.t.count(&format!("home-figure-{code}"), trend.now),
        trend: match (trend.before, trend.now - trend.before) {
            (0, _) => page.t.get("home-trend-new"),
            (_, 0) => page.t.get("home-trend-same"),
            (_, change) if change > 0 => page.t.count("home-trend-more", change),
            (_, change) => page.t.count("home-trend-less", -change),
        },
    };
    figures.iter().map(figure).collect()
}
