//! A contribution: the official answer first, then the text, the supports and the replies.

use super::budget::ProjectView;
use super::commitments;
use super::discussed::{self, Offered};
use super::elsewhere::Invitation;
use super::items::{self, Author};
use super::leaves::Leaves;
use super::load::{self, Subject};
use super::offer::{self, Offer};
use super::official::{self, AnswerView};
use super::pictures::{Picture, Pictures};
use super::placed::PlaceView;
use super::reply::ReplyForm;
use super::sides::{self, Column, Shown};
use super::source::Source;
use super::states::{self, Badge, State};
use super::supports::{self, Support};
use super::thread::{Notice, ReplyView};
use super::voice;
use crate::amendments::{self, Amendment};
use crate::commitments::View;
use crate::error::{Error, Reply};
use crate::form;
use crate::page::{Page, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::id::ActorId;
use domain::markup;
use domain::permission::{OfficeVerb, Verb, may_in_office};
use http::StatusCode;
use serde::Deserialize;
use store::territory_supports::Backer;
use store::views::threads::{self, Reader};
use store::votes::BallotBox;
use store::{At, Uid};

/// Votes shown in a discussion.
const POLLS: i64 = 10;
/// Threads on a page.
pub(super) const THREADS: i64 = 20;

#[derive(Template)]
#[template(path = "contribution.html")]
struct Contribution {
    page: Page,
    notice: Option<Notice>,
    text: Option<Box<Text>>,
    answers: Vec<AnswerView>,
    /// The commitments that come from it.
    commitments: Vec<View>,
    /// What makes it a project of a budget.
    project: Option<Box<ProjectView>>,
    /// Whether its author may correct that.
    correct: bool,
    support: Box<Support>,
    /// The same in the name of each organisation of the viewer.
    named_supports: Vec<voice::Supporting>,
    replies: Vec<ReplyView>,
    /// The replies side by side, where the discussion asks for it.
    columns: Vec<(Column, Vec<ReplyView>)>,
    /// Lists that are still open after the last reply.
    open_lists: usize,
    reply_count: i32,
    stances: Vec<(&'static str, String)>,
    /// The votes that stand in it.
    polls: Vec<Offered>,
    pagination: Pagination,
    reply: Offer,
    reply_form: ReplyForm,
    report: Offer,
    edit: bool,
    withdraw: bool,
    /// Whether its author looks, who may take a proof home.
    proof: bool,
    office: Office,
    path: String,
    /// This page without what was just done: where an act leads back to.
    here: String,
    consultation: (String, String),
    /// Where it is.
    place: Option<PlaceView>,
    kind: String,
    leaves: Leaves,
    invitation: Option<Invitation>,
    /// Its address for other servers.
    object: Option<String>,
}

/// The text and who wrote it.
struct Text {
    title: String,
    long: bool,
    lang: String,
    kind: String,
    state: Option<State>,
    badges: Vec<Badge>,
    author: Author,
    at: At,
    edited: Option<At>,
    versions: i32,
    theme: Option<String>,
    /// Safe HTML.
    body: String,
    pictures: Vec<Picture>,
    source: Option<Source>,
    /// What it says of a paragraph.
    amendment: Option<Amendment>,
}

/// What the staff may do here.
struct Office {
    answer: bool,
    /// Where a project is studied, instead of an answer.
    study: Option<String>,
    study_key: &'static str,
    hide: bool,
    restore: bool,
    /// Whether votes can be attached and the replies arranged; and how they are.
    arrange: bool,
    sided: bool,
    /// Where a vote is prepared that will stand here.
    new_poll: String,
}

impl Office {
    fn new(subject: &Subject, offer: impl Fn(Verb) -> Offer, (is_project, sided): (bool, bool), arrange: bool) -> Self {
        let (slug, id) = (&subject.frame.consultation.slug, subject.whole.card.contribution.id.0);
        Self {
            answer: offer(Verb::AnswerOfficially).is_yes(),
            study: amendments::desk(slug, &subject.whole)
                .or_else(|| is_project.then(|| format!("/admin/consultations/{slug}/projects/{id}"))),
            study_key: if is_project { "project-study" } else { "amend-decide" },
            hide: offer(Verb::Hide).is_yes(),
            restore: offer(Verb::Restore).is_yes(),
            arrange,
            sided,
            new_poll: format!("/admin/consultations/{slug}/polls/new?in={id}"),
        }
    }

    const fn is_some(&self) -> bool {
        self.answer || self.hide || self.restore || self.arrange
    }
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
    done: String,
}

/// Where a contribution leads.
enum Found {
    Page(Box<Subject>, Box<Beside>, i64),
    /// A reply is read under what it replies to, on this page of the threads.
    Under(String, i64),
}

/// What stands around the text.
struct Beside {
    threads: sides::Read,
    polls: Vec<BallotBox>,
    promised: bool,
    leaves: Leaves,
    pictures: Pictures,
    project: Option<store::views::budget::Whole>,
    place: Option<store::places::Placed>,
    names: Vec<(bool, voice::Name)>,
    commitments: Vec<store::commitments::Commitment>,
    backers: Vec<Backer>,
}

/// `GET /c/{slug}/p/{id}`.
pub(super) async fn show(mut visit: Visit, Path((slug, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> Reply {
    let wanted = pagination::asked(&asked.page);
    let (viewer, contribution_id) = (visit.viewer, load::id(&id)?);
    let (with_pictures, now) = (visit.web.app.remote_pictures, visit.web.app.now());
    let reader = Reader { actor: viewer.actor.map(Uid::of), reads_held: viewer.role.is_staff() };
    let read = visit.web.app.store.read(move |db| {
        let subject = load::subject(db, &slug, contribution_id, viewer)?;
        let contribution = &subject.whole.card.contribution;
        if contribution.root_id.is_some() {
            let number = threads::page_of(db, contribution, reader, THREADS)?;
            return Ok::<_, Error>(Found::Under(subject.root_path(), number));
        }
        let (threads, number) = sides::read(db, Uid::of(contribution_id), reader, wanted)?;
        let polls = store::views::polls::of_contribution(db, Uid::of(contribution_id), POLLS)?;
        let promised = store::sides::promises(db, subject.frame.consultation.id)?;
        let leaves = Leaves::of(db, &subject.whole.card.contribution, viewer)?;
        let replies = threads.iter().flat_map(|(_, threads)| &threads.replies);
        let shown = replies.map(|reply| &reply.contribution).chain([&subject.whole.card.contribution]);
        let pictures = Pictures::of(db, shown, with_pictures)?;
        let id = Uid::of(contribution_id);
        let project = if subject.frame.budget { store::views::budget::whole(db, id)? } else { None };
        let names = voice::read(db, viewer, now)?;
        let supporting = store::supports::among(db, id, &names.iter().map(|name| Uid::of(name.id)).collect::<Vec<_>>())?;
        let names = names.into_iter().map(|name| (supporting.contains(&Uid::of(name.id)), name)).collect();
        let place = store::places::of(db, id)?;
        let commitments = if subject.frame.followed { store::commitments::from_contribution(db, id)? } else { Vec::new() };
        let backers = supports::backers(db, &subject.whole.card)?;
        let beside = Beside { threads, polls, promised, leaves, pictures, project, place, names, commitments, backers };
        Ok(Found::Page(Box::new(subject), Box::new(beside), number))
    });
    match read.await? {
        Found::Page(subject, mut beside, number) => {
            actions::remote_pictures::want(&visit.web.app, beside.pictures.take_missing()).await?;
            visit.names = beside.names.iter().map(|(_, name)| name.clone()).collect();
            render(&visit, &subject, *beside, number).await
        }
        Found::Under(root, number) => Ok(to_reply(&root, number, &id, &asked.done)),
    }
}

/// Leads to a reply on the page of its root.
fn to_reply(root: &str, number: i64, id: &str, done: &str) -> axum::response::Response {
    let page = if number > 1 { format!("?page={number}") } else { String::new() };
    let known = done.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    form::done(&format!("{root}{page}#r-{id}"), if known { done } else { "" })
}

/// The page with the title of the contribution, where it is shown, under its consultation and the list.
fn headed(
    mut page: Page,
    contribution: &store::contributions::Contribution,
    (path, title): &(String, String),
    (concealed, list): (bool, String),
) -> Page {
    if !concealed {
        page.title = items::title(&page.t, contribution);
    }
    page.under(path.clone(), title.clone()).under(format!("{path}/contributions"), list)
}

async fn render(visit: &Visit, subject: &Subject, beside: Beside, number: i64) -> Reply {
    let Beside { ref threads, polls, promised, leaves, ref pictures, project, place, names, commitments: promised_here, backers } = beside;
    let contribution = &subject.whole.card.contribution;
    let consultation = (format!("/c/{}", subject.frame.consultation.slug), subject.frame.consultation.title.clone());
    let (path, page) = (subject.path(), visit.page("contribution-gone").await?);
    let notice = Notice::of(&page, contribution.hidden_at, contribution.withdrawn_at, subject.whole.restriction.as_ref(), subject.sight)
        .map(|notice| notice.waiting(contribution.held));
    let concealed = notice.as_ref().is_some_and(Notice::conceals);
    let page = headed(page, contribution, &consultation, (concealed, visit_word(visit)));
    let offer = |verb| offer::to(visit, verb, &subject.standing, &subject.frame.calendar, page.now);
    let Shown { list: (replies, open_lists), columns } =
        sides::view(visit, &page, &subject.frame, contribution.author_id, (threads, pictures, notice.is_some()))?;
    // What lives elsewhere is changed there.
    let lives_here = contribution.uri.is_none();
    let at_page = |n: i64| if n > 1 { format!("{path}?page={n}") } else { path.clone() };
    let project = project.filter(|_| !concealed).map(|whole| ProjectView::new(&page, &whole)).transpose()?;
    let view = Contribution {
        correct: project.is_some() && lives_here && offer(Verb::Edit).is_yes(),
        text: (!concealed).then(|| Box::new(Text::new(&page, subject, pictures))),
        answers: if concealed { Vec::new() } else { official::answers(&page, subject) },
        support: Box::new(Support::new(&page, subject, offer(Verb::Support), (promised, backers))),
        polls: polls.iter().map(|row| discussed::offered(&page, &subject.frame.consultation.slug, "", row)).collect(),
        commitments: commitments::views(
            &page,
            &subject.frame,
            &if concealed { (Vec::new(), Vec::new()) } else { (promised_here, Vec::new()) },
        )?,
        replies,
        columns,
        open_lists,
        reply_count: contribution.reply_count,
        stances: sides::stances(&page, threads),
        pagination: Pagination::new(sides::total(threads), THREADS, number, |n| format!("{}#replies", at_page(n))),
        reply: offer(Verb::Reply),
        named_supports: voice::supporting(visit, subject, names),
        reply_form: ReplyForm::empty(&path, leaves.key(), voice::choices(&page.t, visit, &visit.names, "")),
        report: offer(Verb::Report),
        edit: lives_here && offer(Verb::Edit).is_yes(),
        withdraw: lives_here && offer(Verb::Withdraw).is_yes(),
        proof: lives_here && !concealed && voice::wrote(visit, contribution),
        office: Office::new(subject, offer, (project.is_some(), threads.len() > 1), notice.is_none() && arranges(visit)),
        here: at_page(number),
        place: place.filter(|_| !concealed).and_then(|place| PlaceView::new(visit, &page, &consultation.0, &place)),
        path,
        notice,
        consultation,
        kind: contribution.kind.clone(),
        invitation: Invitation::to_reply(&visit.web.app.links, subject, page.now)
            .and_then(|found| found.when(visit.web.openness()))
            .filter(|_| !leaves.recalled),
        object: Invitation::object_of(&visit.web.app.links, subject).filter(|_| !leaves.recalled),
        leaves,
        project: project.map(Box::new),
        page,
    };
    html_with(if concealed { StatusCode::GONE } else { StatusCode::OK }, view)
}

/// Whether they may attach votes and arrange the replies.
fn arranges(visit: &Visit) -> bool {
    may_in_office(visit.viewer, OfficeVerb::PrepareConsultation).is_ok()
}

fn visit_word(visit: &Visit) -> String {
    crate::texts::Texts::new(visit.lang).get("contribution-all")
}

impl Text {
    fn new(page: &Page, subject: &Subject, pictures: &Pictures) -> Self {
        let card = &subject.whole.card;
        let contribution = &card.contribution;
        Self {
            title: page.title.clone(),
            long: page.title.chars().count() > 80,
            lang: contribution.lang.clone(),
            kind: contribution.kind.clone(),
            state: contribution.answer_state.as_deref().and_then(|code| states::answer(&page.t, code)),
            badges: states::badges(&page.t, contribution, subject.frame.consultation.support_threshold),
            author: Author {
                face: pictures.face_of(contribution),
                ..items::author(&page.t, contribution, card.author.as_deref(), card.username.as_deref())
            },
            pictures: pictures.of_text(contribution),
            at: contribution.created_at,
            edited: contribution.edited_at,
            versions: contribution.version,
            theme: card.theme.clone(),
            body: markup::to_html(&contribution.body),
            source: Source::of(&subject.whole),
            amendment: Amendment::of(&page.t, &subject.whole),
        }
    }
}

/// The key by which limits count a member's acts.
pub(crate) fn limit_key(actor: Option<ActorId>) -> Vec<u8> {
    actor.map(|id| id.0.as_bytes().to_vec()).unwrap_or_default()
}
