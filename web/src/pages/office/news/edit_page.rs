//! The page on which news is written, and on which it is decided about what people propose.

use super::super::desk::{self, Desk, Section};
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty};
use crate::page::{Page, html_with};
use crate::pages::kept;
use crate::pages::public::news::{self, Around, CHOICES};
use crate::viewer::Visit;
use actions::articles::ArticleForm;
use askama::Template;
use domain::article::{ARTICLE_MAX, ArticleState, SUMMARY_MAX};
use domain::id::ArticleId;
use domain::markup;
use domain::refusal::Refusal;
use domain::text::TITLE_MAX;
use store::Uid;
use store::articles::Article;

#[derive(Template)]
#[template(path = "office/news/article.html")]
struct EditPage {
    page: Page,
    desk: Desk,
    /// Where the forms are sent.
    action: String,
    /// What is kept; nothing for new news.
    kept: Option<Kept>,
    /// Whether the form holds what is not kept: then that is not published by the buttons beside it.
    unsaved: bool,
    /// The form, where the collectivity wrote it.
    text: Option<ArticleForm>,
    langs: Vec<Choice>,
    consultations: Vec<Choice>,
    /// What was typed as it will look, as safe HTML.
    preview: Option<String>,
    /// Why it is refused or withdrawn, as typed.
    reason: String,
    faults: Faulty,
    title_max: usize,
    summary_max: usize,
    body_max: usize,
}

/// An article that exists.
struct Kept {
    /// What the text was when the form was filled.
    revision: i32,
    /// What it is on this page, where that is no form.
    read: i32,
    state: Look,
    draft: bool,
    submitted: bool,
    published: bool,
    public: String,
    lang: String,
    title: String,
    summary: String,
    /// Safe HTML.
    body: String,
    reason: String,
    author: (String, Option<String>),
    consultation: Option<(String, String)>,
}

/// An article with what stands around it.
pub(super) struct Found {
    pub(super) row: Article,
    around: Around,
}

impl Found {
    /// Its id.
    pub(super) fn id(&self) -> ArticleId {
        self.row.id.to()
    }

    /// The path of its page in the office.
    pub(super) fn path(&self) -> String {
        format!("/admin/news/{}", self.row.id.0)
    }
}

/// What was sent and comes back; the rest of the page says what is kept.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) text: Option<ArticleForm>,
    pub(super) reason: String,
    /// Whether only a look at it was asked for.
    pub(super) preview: bool,
    /// What the form was filled with when it was opened.
    pub(super) revision: Option<i32>,
    /// Why it could not be kept, though nothing is wrong with it.
    pub(super) refused: Option<Refusal>,
}

/// Reads an article.
pub(super) async fn read(visit: &Visit, id: &str) -> Result<Found, Error> {
    desk::enter(visit, Section::News)?;
    let id = Uid::of(ArticleId::parse(id).ok_or(Error::NOT_FOUND)?);
    let read = visit.web.app.store.read(move |db| {
        let row = store::articles::find(db, id)?.ok_or(Error::NOT_FOUND)?;
        let around = Around::read(db, std::slice::from_ref(&row))?;
        Ok::<_, Error>(Found { row, around })
    });
    read.await
}

/// The page, with what was sent where something is wrong with it, or where it is only looked at.
pub(super) async fn page(visit: &Visit, found: Option<&Found>, sent: Sent, faults: actions::Faults) -> Reply {
    let title = found.map_or_else(|| "article-new".into(), |found| crate::page::Title::from(found.row.title.clone()));
    let (page, desk) = desk::open(visit, Section::News, title).await?;
    let (faults, status) = kept::told(&page.t, &faults, sent.refused.map(|refusal| ("title", refusal)));
    let page = page.with_faults(!faults.is_empty());
    let rows = visit.web.app.store.read(|db| store::articles::choices(db, true, CHOICES)).await?;
    let own = found.is_none_or(|found| found.row.author_id == Some(page.instance.collectivity_id));
    let open = found.map(|found| found.row.state()).transpose()?.is_none_or(|state| state != ArticleState::Withdrawn);
    let preview = sent.preview.then(|| sent.text.as_ref().map(|text| markup::to_html(&text.body))).flatten();
    let unsaved = sent.text.is_some();
    // What was typed comes back whatever became of the article meanwhile.
    let text = (own && (open || unsaved)).then(|| sent.text.or_else(|| found.map(form_of)).unwrap_or_else(|| blank(&page)));
    let chosen = text.as_ref().map(|text| (text.lang.clone(), text.consultation.clone())).unwrap_or_default();
    let view = EditPage {
        action: found.map_or_else(|| "/admin/news/new".to_owned(), Found::path),
        kept: found.map(|found| shown(&page, found, sent.revision)).transpose()?,
        unsaved,
        langs: news::languages(&chosen.0),
        consultations: news::consultations(&page, rows, &chosen.1),
        text,
        preview,
        reason: sent.reason,
        faults,
        title_max: TITLE_MAX,
        summary_max: SUMMARY_MAX,
        body_max: ARTICLE_MAX,
        page,
        desk,
    };
    html_with(status, view)
}

fn blank(page: &Page) -> ArticleForm {
    ArticleForm { lang: page.instance.lang.clone(), ..ArticleForm::default() }
}

fn form_of(found: &Found) -> ArticleForm {
    let row = &found.row;
    ArticleForm {
        title: row.title.clone(),
        summary: row.summary.clone(),
        body: row.body.clone(),
        lang: row.lang.clone(),
        consultation: found.around.consultation(row).map(|(slug, _)| slug.to_owned()).unwrap_or_default(),
    }
}

fn shown(page: &Page, found: &Found, revision: Option<i32>) -> Result<Kept, Error> {
    let row = &found.row;
    let state = row.state()?;
    Ok(Kept {
        read: row.revision,
        revision: revision.unwrap_or(row.revision),
        state: news::state(page, state),
        draft: state == ArticleState::Draft,
        submitted: state == ArticleState::Submitted,
        published: state == ArticleState::Published,
        public: news::path(row.id),
        lang: row.lang.clone(),
        title: row.title.clone(),
        summary: row.summary.clone(),
        body: markup::to_html(&row.body),
        reason: markup::to_html(&row.reason),
        author: found.around.author(page, row),
        consultation: found.around.consultation(row).map(|(slug, title)| (title.to_owned(), format!("/c/{slug}"))),
    })
}
