//! Reply to a contribution, or to another reply.

use super::contribution::limit_key;
use super::leaves::Leaves;
use super::load::{self, Subject};
use super::voice;
use crate::error::{Error, Reply};
use crate::form::{self, Choice, Faulty, Posted};
use crate::page::{Page, html, html_with};
use crate::viewer::Visit;
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Path;
use domain::contribution::{Draft, Kind, RawDraft, Stance};
use domain::markup;
use domain::permission::{self, Verb};
use serde::Deserialize;

/// Characters of what one replies to.
const QUOTE: usize = 400;

#[derive(Template)]
#[template(path = "reply.html")]
struct ReplyPage {
    page: Page,
    faults: Faulty,
    reply_form: ReplyForm,
    back: String,
    quoted_title: String,
    quoted_author: String,
    quoted_text: String,
    quoted_lang: String,
}

/// The form, as the page shows it.
#[derive(Debug, Clone)]
pub(super) struct ReplyForm {
    /// Where it is sent.
    pub(super) path: String,
    /// What draft it is, for the browser that keeps it.
    pub(super) draft: String,
    pub(super) stances: Vec<(&'static str, bool)>,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) faults: Faulty,
    /// The key of what is said of where it goes.
    pub(super) leaves: &'static str,
    /// In whose name; empty where there is no choice.
    pub(super) names: Vec<Choice>,
}

/// The form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    stance: String,
    title: String,
    body: String,
    in_name_of: String,
}

impl ReplyForm {
    /// An empty form for what stands at this path.
    pub(super) fn empty(path: &str, leaves: &'static str, names: Vec<Choice>) -> Self {
        Self::with(path, &Typed::default(), Faulty::none(), (leaves, names))
    }

    fn with(path: &str, typed: &Typed, faults: Faulty, (leaves, names): (&'static str, Vec<Choice>)) -> Self {
        let chosen = Stance::parse(&typed.stance).unwrap_or(Stance::Neutral);
        Self {
            path: format!("{path}/reply"),
            draft: format!("reply-{path}"),
            stances: Stance::ALL.iter().map(|stance| (stance.code(), *stance == chosen)).collect(),
            title: typed.title.clone(),
            body: typed.body.clone(),
            faults,
            leaves,
            names,
        }
    }
}

/// `GET /c/{slug}/p/{id}/reply`.
pub(super) async fn show(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Reply {
    let subject = load::read_whole(&visit, &slug, &id).await?;
    let (names, now) = (voice::names(&visit).await?, visit.web.app.now());
    voice::any(&visit, &names, |viewer| permission::may(viewer, Verb::Reply, &subject.standing, &subject.frame.calendar, now))?;
    html(view(&visit, &subject, &Typed::default(), None).await?)
}

/// `POST /c/{slug}/p/{id}/reply`.
pub(super) async fn publish(visit: Visit, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Typed>) -> Reply {
    visit.me()?;
    let subject = load::read_whole(&visit, &slug, &id).await?;
    let raw = RawDraft { title: &typed.title, body: &typed.body, theme: "", stance: &typed.stance };
    let refused = match Draft::parse(Kind::Reply, &raw) {
        Err(faults) => Error::Faulty(super::contribution_form::named(&faults)),
        Ok(draft) => match send(&visit, &subject, &typed, draft).await {
            Ok(reply) => return Ok(form::done(&load::path(&slug, store::Uid::of(reply)), "reply-published")),
            Err(error) => error,
        },
    };
    if !super::contribution_form::keeps_text(&refused) {
        return Err(refused);
    }
    let status = refused.status();
    let view = view(&visit, &subject, &typed, Some(refused)).await?;
    html_with(status, view)
}

async fn send(visit: &Visit, subject: &Subject, typed: &Typed, draft: Draft) -> Result<domain::id::ContributionId, Error> {
    visit.web.app.limits.check(Purpose::Publish, &limit_key(visit.viewer.actor))?;
    let parent = subject.whole.card.contribution.id.to();
    let viewer = voice::speaker(visit, &typed.in_name_of)?;
    Ok(actions::contributions::reply(&visit.web.app, viewer, parent, draft, visit.lang).await?)
}

async fn view(visit: &Visit, subject: &Subject, typed: &Typed, refused: Option<Error>) -> Result<ReplyPage, Error> {
    let page = visit.page("contribution-reply-title").await?;
    let viewer = visit.viewer;
    let leaves = visit.web.app.store.read(move |db| Leaves::before(db, viewer)).await?;
    let names = voice::choices(&page.t, visit, &voice::names(visit).await?, &typed.in_name_of);
    let card = &subject.whole.card;
    let faults = refused.map(|error| super::contribution_form::messages(&page.t, &error)).unwrap_or_default();
    let slug = &subject.frame.consultation.slug;
    let page = page
        .under(format!("/c/{slug}"), subject.frame.consultation.title.clone())
        .under(subject.root_path(), super::items::title(&crate::texts::Texts::new(visit.lang), &card.contribution))
        .with_faults(!faults.is_empty());
    Ok(ReplyPage {
        quoted_title: card.contribution.title.clone(),
        quoted_author: super::items::author(&page.t, &card.contribution, card.author.as_deref(), card.username.as_deref()).name,
        quoted_text: markup::excerpt(&card.contribution.body, QUOTE),
        quoted_lang: card.contribution.lang.clone(),
        back: subject.path(),
        reply_form: ReplyForm::with(&subject.path(), typed, faults.clone(), (leaves.key(), names)),
        faults,
        page,
    })
}
