//! Choosing a language: the only thing a visitor's browser is asked to remember.

use crate::cookies;
use crate::error::{Error, Reply};
use crate::form;
use crate::viewer::Visit;
use domain::lang::Lang;
use http::header;

/// `GET /language?lang=de&next=/c/halle`
pub async fn choose(visit: Visit) -> Reply {
    let lang = visit.query_value("lang").and_then(|code| Lang::parse(&code)).ok_or(Error::NOT_FOUND)?;
    let next = visit.query_value("next").unwrap_or_default();
    let mut response = form::see(&next);
    if let Some(cookie) = cookies::give_lang(lang, visit.web.app.links.is_secure()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
