//! The page on which an issue is written and sent.

use super::super::desk::{self, Desk, Section};
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty};
use crate::page::{Page, html_with};
use crate::pages::kept;
use crate::pages::public::news::languages;
use crate::pages::public::newsletter::{Ground, segments};
use crate::viewer::Visit;
use actions::newsletters::IssueForm;
use askama::Template;
use domain::id::IssueId;
use domain::markup;
use domain::newsletter::{IssueState, ItemKind};
use domain::refusal::Refusal;
use domain::text::{BODY_MAX, TITLE_MAX};
use store::newsletters::Issue;
use store::{At, Uid};

/// Things of each kind that an issue may point to, as the page offers them.
const OFFERED: i64 = 10;

#[derive(Template)]
#[template(path = "office/newsletter/issue.html")]
struct EditPage {
    page: Page,
    desk: Desk,
    action: String,
    kept: Option<Kept>,
    /// Whether the form holds what is not kept: then that is not sent by the buttons beside it.
    unsaved: bool,
    /// The form, as long as it has not left.
    text: Option<IssueForm>,
    segments: Vec<Choice>,
    langs: Vec<Choice>,
    /// What it may point to, in groups: name of the group, and its choices.
    offered: Vec<(String, Vec<Choice>)>,
    faults: Faulty,
    title_max: usize,
    body_max: usize,
}

/// An issue that exists.
struct Kept {
    revision: i32,
    state: Look,
    draft: bool,
    letters: i32,
    public: String,
    lang: String,
    /// Safe HTML.
    body: String,
    items: Vec<String>,
}

/// An issue with what it points to.
pub(super) struct Found {
    pub(super) row: Issue,
    items: Vec<(ItemKind, Uid, String)>,
}

impl Found {
    /// Its id.
    pub(super) fn id(&self) -> IssueId {
        self.row.id.to()
    }

    /// The path of its page in the office.
    pub(super) fn path(&self) -> String {
        format!("/admin/newsletter/{}", self.row.id.0)
    }
}

/// Where an issue stands, in a word.
// ftl: newsletter-state-*
pub(super) fn state(page: &Page, state: IssueState) -> Look {
    let (tone, icon) = match state {
        IssueState::Draft => ("quiet", "pencil"),
        IssueState::Sending => ("info", "hourglass"),
        IssueState::Sent => ("ok", "check-circle"),
    };
    Look { tone, icon, label: page.t.code("newsletter-state", state.code()) }
}

/// Reads an issue.
pub(super) async fn read(visit: &Visit, id: &str) -> Result<Found, Error> {
    desk::enter(visit, Section::News)?;
    let id = Uid::of(IssueId::parse(id).ok_or(Error::NOT_FOUND)?);
    let read = visit.web.app.store.read(move |db| {
        let row = store::newsletters::find(db, id)?.ok_or(Error::NOT_FOUND)?;
        let items = store::newsletters::items(db, id)?.into_iter().map(|item| (item.kind, item.id, item.title)).collect();
        Ok::<_, Error>(Found { row, items })
    });
    read.await
}

/// What was sent and comes back.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) text: Option<IssueForm>,
    /// What the form was filled with when it was opened.
    pub(super) revision: Option<i32>,
    /// Why it could not be kept, though nothing is wrong with it.
    pub(super) refused: Option<Refusal>,
}

/// The page, with what was sent where something is wrong with it.
pub(super) async fn page(visit: &Visit, found: Option<&Found>, sent: Sent, faults: actions::Faults) -> Reply {
    let title = found.map_or_else(|| "newsletter-new".into(), |found| crate::page::Title::from(found.row.title.clone()));
    let (page, desk) = desk::open(visit, Section::News, title).await?;
    let (faults, status) = kept::told(&page.t, &faults, sent.refused.map(|refusal| ("title", refusal)));
    let page = page.with_faults(!faults.is_empty());
    let now = At(page.now);
    let chosen = sent.text.as_ref().map(|text| text.segment.clone()).or_else(|| found.map(|found| found.row.segment.clone()));
    let read = visit.web.app.store.read(move |db| {
        let segments = Ground::read(db, &chosen.unwrap_or_default())?;
        Ok::<_, Error>((segments, store::newsletters::offered(db, now, OFFERED)?))
    });
    let (ground, mut offered) = read.await?;
    let draft = found.map(|found| found.row.state()).transpose()?.is_none_or(|state| state == IssueState::Draft);
    let unsaved = sent.text.is_some();
    // What was typed comes back though the issue left meanwhile.
    let text = (draft || unsaved).then(|| sent.text.or_else(|| found.map(form_of)).unwrap_or_else(|| blank(&page)));
    let ticked = text.as_ref().map(|text| text.items.clone()).unwrap_or_default();
    // What was chosen before stays to be seen, though later things came.
    for item in found.into_iter().flat_map(|found| &found.items) {
        if !offered.iter().any(|known| known.1 == item.1) {
            offered.push(item.clone());
        }
    }
    let chosen = text.as_ref().map(|text| (text.segment.clone(), text.lang.clone())).unwrap_or_default();
    let view = EditPage {
        action: found.map_or_else(|| "/admin/newsletter/new".to_owned(), Found::path),
        kept: found.map(|found| shown(&page, found, sent.revision)).transpose()?,
        unsaved,
        segments: segments(&page, ground, &chosen.0),
        langs: languages(&chosen.1),
        offered: groups(&page, &offered, &ticked),
        text,
        faults,
        title_max: TITLE_MAX,
        body_max: BODY_MAX,
        page,
        desk,
    };
    html_with(status, view)
}

/// What an issue may point to, by kind.
// ftl: newsletter-kind-*
fn groups(page: &Page, offered: &[(ItemKind, Uid, String)], ticked: &[String]) -> Vec<(String, Vec<Choice>)> {
    let choice = |(kind, id, title): &(ItemKind, Uid, String)| {
        let code = format!("{}:{}", kind.code(), id.0);
        Choice { chosen: ticked.contains(&code), code, label: title.clone() }
    };
    let of = |kind: &ItemKind| {
        let own: Vec<Choice> = offered.iter().filter(|item| item.0 == *kind).map(choice).collect();
        (page.t.code("newsletter-kind", kind.code()), own)
    };
    ItemKind::ALL.iter().map(of).filter(|(_, own)| !own.is_empty()).collect()
}

fn blank(page: &Page) -> IssueForm {
    IssueForm { segment: "all".to_owned(), lang: page.instance.lang.clone(), ..IssueForm::default() }
}

fn form_of(found: &Found) -> IssueForm {
    IssueForm {
        segment: found.row.segment.clone(),
        title: found.row.title.clone(),
        body: found.row.body.clone(),
        lang: found.row.lang.clone(),
        items: found.items.iter().map(|(kind, id, _)| format!("{}:{}", kind.code(), id.0)).collect(),
    }
}

fn shown(page: &Page, found: &Found, revision: Option<i32>) -> Result<Kept, Error> {
    let current = found.row.state()?;
    Ok(Kept {
        revision: revision.unwrap_or(found.row.revision),
        state: state(page, current),
        draft: current == IssueState::Draft,
        letters: found.row.letters,
        public: format!("/newsletter/{}", found.row.id.0),
        lang: found.row.lang.clone(),
        body: markup::to_html(&found.row.body),
        items: found.items.iter().map(|(_, _, title)| title.clone()).collect(),
    })
}
