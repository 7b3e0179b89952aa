//! The meetings in the back office: prepared, published, changed, called off; who comes, the desk, the minutes, what was said.

mod desk;
mod edit;
mod list;
mod minutes;
mod registered;
mod said;

use super::desk::{Desk, Section};
use super::show::Choice;
use crate::error::Error;
use crate::page::Page;
use crate::routes::table;
use crate::viewer::Visit;
use domain::id::MeetingId;
use domain::meeting::{MeetingState, Terms};
use store::Uid;
use store::meetings::Meeting;

table! {
    /// The routes of meetings in the back office.
    routes, ROUTES:
    "/admin/meetings" => get list::of_all;
    "/admin/meetings/new" => get edit::begin, post edit::create;
    "/admin/consultations/{slug}/meetings" => get list::of_consultation;
    "/admin/consultations/{slug}/meetings/new" => get edit::begin_within, post edit::create_within;
    "/admin/meetings/{meeting}" => get edit::open, post edit::save;
    "/admin/meetings/{meeting}/publish" => post edit::publish;
    "/admin/meetings/{meeting}/remove" => post edit::remove;
    "/admin/meetings/{meeting}/cancel" => get edit::show_cancel, post edit::cancel;
    "/admin/meetings/{meeting}/minutes" => get minutes::show, post minutes::save;
    "/admin/meetings/{meeting}/registered" => get registered::show, post registered::give_back;
    "/admin/meetings/{meeting}/registered.csv" => get registered::csv;
    "/admin/meetings/{meeting}/desk" => get desk::show, post desk::note;
    "/admin/meetings/{meeting}/said" => get said::show, post said::hand_in;
}

/// What stands above every page of a meeting.
struct Head {
    root: String,
    title: String,
    lang: String,
    state: String,
    when: String,
    /// Its page for everybody.
    public: String,
    parts: Vec<Part>,
    figures: Vec<(i32, String)>,
}

/// A part of the pages of a meeting.
struct Part {
    path: String,
    label: String,
    current: bool,
}

/// A meeting that is worked on.
struct Bench {
    row: Meeting,
    terms: Terms,
    /// Slug and title of its consultation.
    consultation: Option<(String, String)>,
}

impl Bench {
    fn id(&self) -> MeetingId {
        self.row.id.to()
    }

    fn root(&self) -> String {
        format!("/admin/meetings/{}", self.row.id.0)
    }

    /// Page, menu and head of one of its pages; `end` is the end of its path.
    // ftl: meeting-part-* meeting-state-*
    async fn open(&self, visit: &Visit, end: &str) -> Result<(Page, Desk, Head), Error> {
        let (page, desk) = super::desk::open(visit, Section::Consultations, self.row.title.clone()).await?;
        let list = page.t.get("meetings-title");
        let page = match &self.consultation {
            Some((slug, title)) => page
                .under(format!("/admin/consultations/{slug}"), title.clone())
                .under(format!("/admin/consultations/{slug}/meetings"), list),
            None => page.under("/admin/meetings", list),
        };
        let root = self.root();
        let is_draft = self.terms.state == MeetingState::Draft;
        let part =
            |path: &str, code: &str| Part { path: format!("{root}{path}"), label: page.t.code("meeting-part", code), current: path == end };
        let mut parts = vec![part("", "texts")];
        if !is_draft && self.row.by_registration {
            parts.extend([part("/registered", "registered"), part("/desk", "desk")]);
        }
        if !is_draft {
            parts.push(part("/minutes", "minutes"));
        }
        if !is_draft && self.consultation.is_some() {
            parts.push(part("/said", "said"));
        }
        let head = Head {
            title: self.row.title.clone(),
            lang: self.row.lang.clone(),
            state: page.t.code("meeting-state", state(&self.row, &self.terms, &page)),
            when: crate::pages::public::meetings::when(&page, &self.row),
            public: crate::pages::public::meetings::path(self.row.id),
            parts,
            figures: figures(&page, &self.row),
            root,
        };
        Ok((page, desk, head))
    }
}

/// How many registered, wait, came, and what was said.
fn figures(page: &Page, row: &Meeting) -> Vec<(i32, String)> {
    let all =
        [("taken", row.taken_count), ("waiting", row.waiting_count), ("attended", row.attended_count), ("said", row.contribution_count)];
    // ftl: meeting-figure-*
    all.iter().filter(|(_, count)| *count > 0).map(|(code, count)| (*count, page.t.code("meeting-figure", code))).collect()
}

/// Code of where a meeting stands.
fn state(row: &Meeting, terms: &Terms, page: &Page) -> &'static str {
    match terms.state {
        MeetingState::Draft => "draft",
        MeetingState::Cancelled => "cancelled",
        MeetingState::Published if terms.is_past(page.now) && row.minutes_at.is_some() => "minutes",
        MeetingState::Published if terms.is_past(page.now) => "held",
        MeetingState::Published if terms.begins <= page.now => "now",
        MeetingState::Published => "coming",
    }
}

/// The meeting of an address.
async fn bench(visit: &Visit, meeting: &str) -> Result<Bench, Error> {
    super::desk::enter(visit, Section::Consultations)?;
    let id = Uid::of(MeetingId::parse(meeting).ok_or(Error::NOT_FOUND)?);
    let read = visit.web.app.store.read(move |db| {
        let row = store::meetings::find(db, id)?.ok_or(Error::NOT_FOUND)?;
        let consultation = store::meetings::consultations(db, std::slice::from_ref(&row))?.pop();
        Ok::<_, Error>((row, consultation))
    });
    let (row, consultation) = read.await?;
    Ok(Bench { terms: row.terms()?, row, consultation: consultation.map(|(_, slug, title)| (slug, title)) })
}

/// The kinds of meetings, as choices.
// ftl: meeting-kind-*
fn kinds(page: &Page, chosen: &str) -> Vec<Choice> {
    let choice =
        |kind: &domain::meeting::MeetingKind| Choice::new(kind.code(), page.t.code("meeting-kind", kind.code()), kind.code() == chosen);
    domain::meeting::MeetingKind::ALL.iter().map(choice).collect()
}
