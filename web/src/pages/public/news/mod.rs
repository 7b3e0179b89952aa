//! News as everybody reads it: the list, each with its versions, the feed; and the articles that people propose.

mod feed;
mod list;
mod mine;
mod propose;
mod show;

pub(in crate::pages) use mine::state;
pub(in crate::pages) use propose::{consultations, languages};

use super::rich::{self, Html};
use crate::page::Page;
use crate::routes::table;
use crate::viewer::Visit;
use domain::permission::{OfficeVerb, may_in_office};
use store::articles::{Article, Author};
use store::{At, Db, Uid};

table! {
    /// The routes of news.
    routes, ROUTES:
    "/news" => get list::of_all;
    "/news/new" => get propose::begin, post propose::submit;
    "/news/mine" => get mine::list;
    "/news/mine/{article}" => get mine::show, post mine::send_again;
    "/news/mine/{article}/withdraw" => post mine::withdraw;
    "/news/{article}" => get show::show;
    "/news/{article}/{version}" => get show::version;
    "/c/{slug}/news" => get list::of_consultation;
    "/feeds/news.atom" => get feed::show;
}

/// Consultations that a form offers.
pub(in crate::pages) const CHOICES: i64 = 200;

/// News in a list.
#[derive(Debug, Clone)]
pub(in crate::pages) struct Line {
    pub(in crate::pages) path: String,
    pub(in crate::pages) title: String,
    pub(in crate::pages) lang: String,
    pub(in crate::pages) summary: String,
    pub(in crate::pages) day: String,
    pub(in crate::pages) iso: String,
    /// Who it is by.
    pub(in crate::pages) author: String,
    /// Title and path of its consultation.
    pub(in crate::pages) consultation: Option<(String, String)>,
}

/// What is read with a list of articles: who they are by, and the consultations they are about.
#[derive(Debug, Clone, Default)]
pub(in crate::pages) struct Around {
    authors: Vec<Author>,
    consultations: Vec<(Uid, String, String)>,
}

impl Around {
    /// Reads it, in two statements whatever their number.
    pub(in crate::pages) fn read(db: &mut Db, rows: &[Article]) -> Result<Self, store::Error> {
        if rows.is_empty() {
            return Ok(Self::default());
        }
        Ok(Self { authors: store::articles::authors(db, rows)?, consultations: store::articles::consultations(db, rows)? })
    }

    /// The name of whoever an article is by, and the path of their page.
    pub(in crate::pages) fn author(&self, page: &Page, row: &Article) -> (String, Option<String>) {
        if row.author_id == Some(page.instance.collectivity_id) {
            return (page.instance.name.clone(), None);
        }
        let found = row.author_id.and_then(|id| self.authors.iter().find(|known| known.id == id));
        match found {
            Some(author) => (author.name.clone(), Some(format!("/@{}", author.username))),
            None => (page.t.get("cards-author-erased"), None),
        }
    }

    /// Address and title of the consultation of an article.
    pub(in crate::pages) fn consultation(&self, row: &Article) -> Option<(&str, &str)> {
        let id = row.consultation_id?;
        self.consultations.iter().find(|(known, ..)| *known == id).map(|(_, slug, title)| (slug.as_str(), title.as_str()))
    }
}

impl Line {
    /// The lines of these articles.
    pub(in crate::pages) fn all(page: &Page, rows: &[Article], around: &Around) -> Vec<Self> {
        rows.iter().map(|row| Self::new(page, row, around)).collect()
    }

    fn new(page: &Page, row: &Article, around: &Around) -> Self {
        let at = row.published_at.unwrap_or(row.created_at);
        Self {
            path: path(row.id),
            title: row.title.clone(),
            lang: row.lang.clone(),
            summary: row.summary.clone(),
            day: page.day(at),
            iso: page.iso(at),
            author: around.author(page, row).0,
            consultation: around.consultation(row).map(|(slug, title)| (title.to_owned(), format!("/c/{slug}"))),
        }
    }
}

/// The path of an article.
pub(in crate::pages) fn path(id: Uid) -> String {
    format!("/news/{}", id.0)
}

/// Whether the visitor writes news.
fn writes(visit: &Visit) -> bool {
    may_in_office(visit.viewer, OfficeVerb::PrepareConsultation).is_ok()
}

/// A day in words, as safe HTML.
fn dated(page: &Page, at: At) -> Html {
    rich::marked(&page.iso(at), &page.day(at))
}
