//! What is typed of an article, and what of it is accepted.

use crate::budget::keep;
use crate::{Error, Faults, Result};
use domain::Timestamp;
use domain::article::{ARTICLE_MAX, ArticleState, SUMMARY_MAX};
use domain::lang::Lang;
use domain::text::{self, Fault};
use store::articles::Article;
use store::{At, Uid};

/// An article, as typed.
#[derive(Debug, Clone, Default)]
pub struct ArticleForm {
    /// 5 to 300 characters.
    pub title: String,
    /// What it says in a few sentences; may be empty.
    pub summary: String,
    /// Markdown.
    pub body: String,
    /// Code of its language.
    pub lang: String,
    /// The address of the consultation it is about; may be empty.
    pub consultation: String,
}

/// An article of the right shape.
pub(super) struct Parsed {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) body: String,
    pub(super) lang: Lang,
    pub(super) consultation: String,
}

impl ArticleForm {
    pub(super) fn parse(&self) -> Result<Parsed> {
        let mut faults = Faults::new();
        let title = keep("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults);
        let summary = keep("summary", text::bounded_line(&self.summary, 0, SUMMARY_MAX), &mut faults);
        let body = keep("body", text::bounded_text(&self.body, 20, ARTICLE_MAX), &mut faults);
        match Lang::parse(&self.lang) {
            Some(lang) if faults.is_empty() => Ok(Parsed { title, summary, body, lang, consultation: self.consultation.clone() }),
            Some(_) => Err(Error::Faulty(faults)),
            None => {
                faults.push(("lang", Fault::Choice));
                Err(Error::Faulty(faults))
            }
        }
    }
}

impl Parsed {
    /// Puts it into the place of what was written.
    pub(super) fn fill(self, row: &mut Article, consultation: Option<Uid>, now: Timestamp) {
        row.title = self.title;
        row.summary = self.summary;
        row.body = self.body;
        row.lang = self.lang.code().to_owned();
        row.consultation_id = consultation;
        row.edited_at = At(now);
    }

    /// A new article that nobody has read.
    pub(super) fn begin(self, id: Uid, state: ArticleState, consultation: Option<Uid>, now: Timestamp) -> Article {
        let mut row = Article {
            id,
            author_id: None,
            written_by: None,
            consultation_id: None,
            state: state.code().to_owned(),
            title: String::new(),
            summary: String::new(),
            body: String::new(),
            lang: String::new(),
            reason: String::new(),
            version: 0,
            revision: 0,
            created_at: At(now),
            edited_at: At(now),
            published_at: None,
        };
        self.fill(&mut row, consultation, now);
        row
    }
}
