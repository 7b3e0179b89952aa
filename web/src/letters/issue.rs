//! A letter of the newsletter: an issue, what it points to, and the way to end the subscription.

use super::{LetterError, Rendered};
use crate::pages::public::newsletter::path;
use crate::texts::Texts;
use actions::newsletters::Matter;
use askama::Template;
use domain::lang::Lang;
use domain::links::Links;
use domain::markup;
use store::instance::Instance;
use store::letters::Letter;

#[derive(Template)]
#[template(path = "letters/issue.html")]
struct IssuePage<'a> {
    lang: Lang,
    /// Code of the language of the issue.
    issue_lang: &'a str,
    subject: &'a str,
    /// Safe HTML.
    body: String,
    /// Title, address and a few words.
    items: Vec<(&'a str, String, &'a str)>,
    items_title: String,
    online: (String, String),
    why: String,
    leave: Option<(String, String)>,
    place: &'a str,
}

/// Writes a letter that holds an issue; the words around it are in the reader's language.
///
/// # Errors
/// When the template fails.
pub fn render_issue(matter: &Matter, letter: &Letter, instance: &Instance, links: &Links) -> Result<Rendered, LetterError> {
    let lang = Lang::parse(&letter.lang).unwrap_or(Lang::Fr);
    let t = Texts::new(lang);
    let issue = &matter.issue;
    let subject = t.with2("letter-newsletter-subject", "title", issue.title.as_str(), "place", instance.name.as_str());
    let online = links.absolute(&format!("/newsletter/{}", issue.id.0));
    let leave = matter.leave.as_ref().map(|path| links.absolute(path));
    let items: Vec<_> = matter.items.iter().map(|item| (item.title.as_str(), links.absolute(&path(item)), item.summary.as_str())).collect();
    let why = match &leave {
        Some(_) => t.with1("letter-newsletter-why", "place", instance.name.as_str()),
        None => t.get("letter-newsletter-try"),
    };
    let (read, stop, more) = (t.get("letter-newsletter-online"), t.get("letter-newsletter-leave"), t.get("newsletter-items"));
    let body = markup::with_origin(&issue.body, links.origin());
    let mut parts = vec![issue.title.clone(), body.clone()];
    if !items.is_empty() {
        parts.push(more.clone());
        parts.extend(items.iter().map(|(title, address, about)| {
            let lines = [*title, *about, address];
            lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
        }));
    }
    parts.push(format!("--\n{why}"));
    if let Some(leave) = &leave {
        parts.push(format!("{read}\n{online}"));
        parts.push(format!("{stop}\n{leave}"));
    }
    let page = IssuePage {
        lang,
        issue_lang: &issue.lang,
        subject: &issue.title,
        body: markup::to_html(&body),
        items,
        items_title: more,
        online: (read, online),
        why,
        leave: leave.map(|leave| (stop, leave)),
        place: &instance.name,
    };
    let html = page.render()?;
    Ok(Rendered { subject, text: parts.join("\n\n"), html })
}
