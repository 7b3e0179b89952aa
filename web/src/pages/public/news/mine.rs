//! The articles that the visitor proposed: where each stands, why it was not published, sent again, taken back.

use super::propose::{ArticleFields, told, typed};
use super::{Around, path};
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::page::{Page, html, html_with};
use crate::pages::public::limit_key;
use crate::viewer::Visit;
use actions::articles::ArticleForm;
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Path;
use domain::article::{self, ArticleDeed, ArticleState};
use domain::id::ArticleId;
use domain::markup;
use domain::refusal::Refusal;
use store::articles::Article;
use store::{At, Uid};

/// Articles on the page: nobody has many.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "article_mine.html")]
struct Mine {
    page: Page,
    items: Vec<Item>,
}

/// An article that was proposed.
struct Item {
    path: String,
    title: String,
    lang: String,
    state: Look,
    at: At,
}

#[derive(Template)]
#[template(path = "article_own.html")]
struct Own {
    page: Page,
    title: String,
    lang: String,
    state: Look,
    author: String,
    reason: String,
    summary: String,
    /// Safe HTML.
    body: String,
    /// Its page for everybody.
    public: Option<String>,
    may_withdraw: bool,
    action: String,
    /// The form with which it is sent again.
    form: Option<ArticleFields>,
}

/// Where an article stands, in a word.
// ftl: article-state-*
pub(in crate::pages) fn state(page: &Page, state: ArticleState) -> Look {
    let (tone, icon) = match state {
        ArticleState::Draft => ("quiet", "pencil"),
        ArticleState::Submitted => ("info", "hourglass"),
        ArticleState::Published => ("ok", "check-circle"),
        ArticleState::Refused => ("bad", "x-circle"),
        ArticleState::Withdrawn => ("quiet", "undo"),
    };
    Look { tone, icon, label: page.t.code("article-state", state.code()) }
}

/// `GET /news/mine`.
pub(in crate::pages::public) async fn list(visit: Visit) -> Reply {
    article::may_propose(visit.viewer)?;
    let person = Uid::of(visit.viewer.actor.ok_or(Error::NOT_FOUND)?);
    let rows = visit.web.app.store.read(move |db| store::articles::proposed_by(db, person, MOST)).await?;
    let page = visit.page("articles-mine").await?;
    let up = page.t.get("news-title");
    let page = page.under("/news", up);
    let item = |row: &Article| {
        Ok::<_, Error>(Item {
            path: format!("/news/mine/{}", row.id.0),
            title: row.title.clone(),
            lang: row.lang.clone(),
            state: state(&page, row.state()?),
            at: row.created_at,
        })
    };
    let items = rows.iter().map(item).collect::<Result<_, _>>()?;
    html(Mine { items, page })
}

async fn find(visit: &Visit, id: &str) -> Result<(Article, Around), Error> {
    article::may_propose(visit.viewer)?;
    let id = Uid::of(ArticleId::parse(id).ok_or(Error::NOT_FOUND)?);
    let person = visit.viewer.actor.map(Uid::of);
    let read = visit.web.app.store.read(move |db| {
        let row = store::articles::find(db, id)?.filter(|row| row.written_by.is_some() && row.written_by == person);
        let row = row.ok_or(Error::NOT_FOUND)?;
        let around = Around::read(db, std::slice::from_ref(&row))?;
        Ok::<_, Error>((row, around))
    });
    read.await
}

/// `GET /news/mine/{article}`.
pub(in crate::pages::public) async fn show(visit: Visit, Path(id): Path<String>) -> Reply {
    let found = find(&visit, &id).await?;
    page(&visit, found, None, None).await
}

/// `POST /news/mine/{article}`: another text.
pub(in crate::pages::public) async fn send_again(visit: Visit, Path(id): Path<String>, Posted(fields): Posted<Fields>) -> Reply {
    let found = find(&visit, &id).await?;
    let (form, revision) = (typed(&fields), fields.get("revision").parse().unwrap_or(-1));
    match send(&visit, found.0.id.to(), revision, &form).await {
        Ok(()) => Ok(done(&format!("/news/mine/{}", found.0.id.0), "article-submitted")),
        // What was decided meanwhile is shown with it.
        Err(refused) => page(&visit, find(&visit, &id).await?, Some((form, revision)), Some(refused)).await,
    }
}

async fn send(visit: &Visit, id: ArticleId, revision: i32, form: &ArticleForm) -> Result<(), Error> {
    visit.web.app.limits.check(Purpose::Publish, &limit_key(visit.viewer.actor))?;
    Ok(actions::articles::send_again(&visit.web.app, visit.viewer, id, revision, form).await?)
}

/// `POST /news/mine/{article}/withdraw`.
pub(in crate::pages::public) async fn withdraw(visit: Visit, Path(id): Path<String>, _: Posted<Fields>) -> Reply {
    let (row, _) = find(&visit, &id).await?;
    actions::articles::take_back(&visit.web.app, visit.viewer, row.id.to()).await?;
    Ok(done("/news/mine", "article-taken-back"))
}

async fn page(visit: &Visit, (row, around): (Article, Around), sent: Option<(ArticleForm, i32)>, refused: Option<Error>) -> Reply {
    let page = visit.page(row.title.clone()).await?;
    let (news, mine) = (page.t.get("news-title"), page.t.get("articles-mine"));
    let is_stale = matches!(refused, Some(Error::Refused(Refusal::Stale)));
    let (faults, status) = told(&page, refused)?;
    let page = page.under("/news", news).under("/news/mine", mine).with_faults(!faults.is_empty());
    let (current, action) = (row.state()?, format!("/news/mine/{}", row.id.0));
    let again = article::after(current, ArticleDeed::SendAgain).is_ok();
    // What was typed comes back whatever became of the article meanwhile; sent once more, it takes the place of what is here: the page says so.
    let form = if again || sent.is_some() {
        let (sent, seen) = sent.unzip();
        let revision = seen.filter(|_| !is_stale).unwrap_or(row.revision);
        let kept = ArticleForm {
            title: row.title.clone(),
            summary: row.summary.clone(),
            body: row.body.clone(),
            lang: row.lang.clone(),
            consultation: around.consultation(&row).map(|(slug, _)| slug.to_owned()).unwrap_or_default(),
        };
        let made = ArticleFields::new(visit, &page, sent.unwrap_or(kept), faults).await?;
        Some(ArticleFields { action: action.clone(), revision: Some(revision), ..made })
    } else {
        None
    };
    let view = Own {
        title: row.title.clone(),
        lang: row.lang.clone(),
        state: state(&page, current),
        author: around.author(&page, &row).0,
        reason: markup::to_html(&row.reason),
        summary: row.summary.clone(),
        body: markup::to_html(&row.body),
        public: row.is_shown().then(|| path(row.id)),
        may_withdraw: article::after(current, ArticleDeed::Withdraw).is_ok(),
        action,
        form,
        page,
    };
    html_with(status, view)
}
