//! Pages with the collectivity's own words: the glossary, the conditions of use, help; and its words on the other pages about itself.

use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use domain::lang::Lang;
use domain::markup;
use domain::own_page::{OwnPage, TERMS_MAX};

/// The collectivity's own words on a page.
pub(super) struct Own {
    /// Code of their language.
    pub(super) lang: &'static str,
    /// Safe HTML.
    pub(super) html: String,
    /// Whether they stand in the place of what the page says of itself.
    pub(super) replaces: bool,
}

#[derive(Template)]
#[template(path = "about/glossary.html")]
struct Glossary {
    page: Page,
    lang: &'static str,
    /// Id, word, and what it means as safe HTML.
    terms: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "about/terms.html")]
struct Terms {
    page: Page,
    own: Option<Own>,
    replaced: bool,
}

#[derive(Template)]
#[template(path = "about/help.html")]
struct Help {
    page: Page,
}

/// The collectivity's words on a page in the visitor's language, else in its own.
pub(super) async fn own(visit: &Visit, page: OwnPage) -> Result<Option<Own>, Error> {
    let langs = languages(visit).await?;
    let read = visit.web.app.store.read(move |db| {
        for lang in langs {
            if let Some(found) = store::pages::own_text(db, page.code(), lang.code())? {
                return Ok(Some((lang, found)));
            }
        }
        Ok::<_, store::Error>(None)
    });
    let found = read.await?;
    Ok(found.map(|(lang, found)| Own { lang: lang.code(), html: markup::to_html(&found.body), replaces: found.replaces }))
}

/// The visitor's language, and the collectivity's where that is another.
async fn languages(visit: &Visit) -> Result<Vec<Lang>, Error> {
    let other = Lang::parse(&visit.web.app.instance().await?.lang).filter(|lang| *lang != visit.lang);
    Ok(std::iter::once(visit.lang).chain(other).collect())
}

/// `GET /glossary`: in the visitor's language, else in the collectivity's.
pub async fn glossary(visit: Visit) -> Reply {
    let langs = languages(&visit).await?;
    let read = visit.web.app.store.read(move |db| {
        for lang in langs {
            let terms = store::pages::terms(db, lang.code(), i64::try_from(TERMS_MAX).unwrap_or(i64::MAX))?;
            if !terms.is_empty() {
                return Ok((lang.code(), terms));
            }
        }
        Ok::<_, store::Error>(("fr", Vec::new()))
    });
    let (lang, terms) = read.await?;
    let page = visit.page("glossary-title").await?;
    let terms = terms.into_iter().map(|one| (one.id.0.to_string(), one.term, markup::to_html(&one.explanation))).collect();
    html(Glossary { page, lang, terms })
}

/// `GET /about/terms`.
pub async fn terms(visit: Visit) -> Reply {
    let own = own(&visit, OwnPage::Terms).await?;
    let page = visit.page("terms-title").await?;
    html(Terms { replaced: own.as_ref().is_some_and(|own| own.replaces), own, page })
}

/// `GET /about/help`: what one can do here, with an account of this instance, of another server, or none.
pub async fn help(visit: Visit) -> Reply {
    let page = visit.page("help-title").await?;
    html(Help { page })
}
