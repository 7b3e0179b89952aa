//! The glossary, and the collectivity's own words on the pages about itself.

use super::desk::{self, Desk, Section};
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html, html_with};
use crate::pages::kept;
use crate::pages::public::news::languages;
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Path;
use domain::id::TermId;
use domain::lang::Lang;
use domain::own_page::{EXPLANATION_MAX, OWN_TEXT_MAX, OwnPage};
use domain::refusal::Refusal;
use store::pages::Term;

/// Words of one language on the page: as many as there may be.
const TERMS: i64 = 500;

#[derive(Template)]
#[template(path = "office/pages/glossary.html")]
struct Glossary {
    page: Page,
    desk: Desk,
    /// The words of each language that has any: its name, its code, and the words.
    lists: Vec<(&'static str, &'static str, Vec<Term>)>,
    langs: Vec<Choice>,
    term: String,
    explanation: String,
    explanation_max: usize,
    faults: Faulty,
}

/// The name of each language, and the path on which its words are written.
type Edits = Vec<(&'static str, String)>;

#[derive(Template)]
#[template(path = "office/pages/list.html")]
struct List {
    page: Page,
    desk: Desk,
    /// Name of a page, where it is read, and the name and path of each language.
    rows: Vec<(String, String, Edits)>,
}

/// The collectivity's own words, as typed.
#[derive(Debug, Default)]
struct OwnTyped {
    body: String,
    replaces: bool,
    /// When what the form was filled with was kept; empty where nothing was.
    seen: String,
}

#[derive(Template)]
#[template(path = "office/pages/text.html")]
struct TextPage {
    page: Page,
    desk: Desk,
    action: String,
    /// Where it is read.
    public: String,
    lang: &'static str,
    typed: OwnTyped,
    body_max: usize,
    faults: Faulty,
}

/// `GET /admin/glossary`.
pub(super) async fn glossary(Staff(visit): Staff) -> Reply {
    glossary_page(&visit, &Fields::default(), actions::Faults::new()).await
}

/// `POST /admin/glossary`: a word explained, or explained otherwise.
pub(super) async fn keep_term(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::News)?;
    let (lang, term, explanation) = (fields.get("lang"), fields.get("term"), fields.get("explanation"));
    match actions::pages::keep_term(&visit.web.app, visit.viewer, lang, term, explanation).await {
        Ok(()) => Ok(done("/admin/glossary", "office-saved")),
        Err(actions::Error::Faulty(faults)) => glossary_page(&visit, &fields, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/glossary/remove`.
pub(super) async fn remove_term(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::News)?;
    let id = TermId::parse(fields.get("id")).ok_or(Error::NOT_FOUND)?;
    actions::pages::remove_term(&visit.web.app, visit.viewer, id).await?;
    Ok(done("/admin/glossary", "office-saved"))
}

async fn glossary_page(visit: &Visit, typed: &Fields, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::News, "glossary-title").await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let read = visit.web.app.store.read(|db| {
        let list = |lang: &Lang| Ok((lang.own_name(), lang.code(), store::pages::terms(db, lang.code(), TERMS)?));
        Lang::ALL.iter().map(list).collect::<Result<Vec<_>, store::Error>>()
    });
    let lists = read.await?.into_iter().filter(|(_, _, terms)| !terms.is_empty()).collect();
    let chosen = if typed.has("lang") { typed.get("lang").to_owned() } else { page.instance.lang.clone() };
    let view = Glossary {
        lists,
        langs: languages(&chosen),
        term: typed.get("term").to_owned(),
        explanation: typed.get("explanation").to_owned(),
        explanation_max: EXPLANATION_MAX,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

/// `GET /admin/pages`.
// ftl: own-page-*
pub(super) async fn list(Staff(visit): Staff) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Settings, "own-pages").await?;
    let lang = |one: &OwnPage, lang: &Lang| (lang.own_name(), format!("/admin/pages/{}/{}", one.code(), lang.code()));
    let row = |one: &OwnPage| {
        let langs = Lang::ALL.iter().map(|other| lang(one, other)).collect();
        (page.t.code("own-page", one.code()), format!("/about/{}", one.code()), langs)
    };
    html(List { rows: OwnPage::ALL.iter().map(row).collect(), page, desk })
}

fn which(page: &str, lang: &str) -> Result<(OwnPage, Lang), Error> {
    OwnPage::parse(page).zip(Lang::parse(lang)).ok_or(Error::NOT_FOUND)
}

/// `GET /admin/pages/{page}/{lang}`.
pub(super) async fn text(Staff(visit): Staff, Path((page, lang)): Path<(String, String)>) -> Reply {
    desk::enter(&visit, Section::Settings)?;
    let (of, lang) = which(&page, &lang)?;
    let kept = visit.web.app.store.read(move |db| store::pages::own_text(db, of.code(), lang.code())).await?;
    let typed = kept.map_or_else(OwnTyped::default, |kept| OwnTyped {
        body: kept.body,
        replaces: kept.replaces,
        seen: kept.edited_at.0.to_string(),
    });
    text_page(&visit, (of, lang), typed, None, actions::Faults::new()).await
}

/// `POST /admin/pages/{page}/{lang}`.
pub(super) async fn save(Staff(visit): Staff, Path((page, lang)): Path<(String, String)>, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Settings)?;
    let (of, lang) = which(&page, &lang)?;
    let typed =
        OwnTyped { body: fields.get("body").to_owned(), replaces: fields.get("replaces") == "on", seen: fields.get("seen").to_owned() };
    let seen = typed.seen.parse().ok();
    match actions::pages::keep_text(&visit.web.app, visit.viewer, (of, lang), (&typed.body, typed.replaces), seen).await {
        Ok(()) => Ok(done(&format!("/admin/pages/{}/{}", of.code(), lang.code()), "office-saved")),
        Err(actions::Error::Faulty(faults)) => text_page(&visit, (of, lang), typed, None, faults).await,
        Err(actions::Error::Refused(refusal)) if kept::keeps(refusal) => {
            let now = visit.web.app.store.read(move |db| store::pages::own_text(db, of.code(), lang.code())).await?;
            let seen = now.map(|kept| kept.edited_at.0.to_string()).unwrap_or_default();
            text_page(&visit, (of, lang), OwnTyped { seen, ..typed }, Some(refusal), actions::Faults::new()).await
        }
        Err(other) => Err(other.into()),
    }
}

// ftl: own-page-*
async fn text_page(
    visit: &Visit,
    (of, lang): (OwnPage, Lang),
    typed: OwnTyped,
    refused: Option<Refusal>,
    faults: actions::Faults,
) -> Reply {
    let (mut page, desk) = desk::open(visit, Section::Settings, "own-pages").await?;
    page.title = page.t.code("own-page", of.code());
    let (faults, status) = kept::told(&page.t, &faults, refused.map(|refusal| ("body", refusal)));
    let page = page.with_faults(!faults.is_empty());
    let view = TextPage {
        action: format!("/admin/pages/{}/{}", of.code(), lang.code()),
        public: format!("/about/{}", of.code()),
        lang: lang.own_name(),
        typed,
        body_max: OWN_TEXT_MAX,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}
