//! What a letter of the newsletter says, asked when it leaves.

use super::page;
use crate::{App, Result};
use domain::id::IssueId;
use domain::newsletter::Segment;
use store::letters::Letter;
use store::newsletters::{Issue, Item};
use store::{Db, Uid};

/// Codes of the letters that hold an issue.
pub const LETTERS: [&str; 2] = ["newsletter_issue", "newsletter_try"];

/// An issue with what it points to, and how its reader ends the subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The issue.
    pub issue: Issue,
    /// What it points to.
    pub items: Vec<Item>,
    /// The path on which the subscription ends; nothing of a letter to try it out.
    pub leave: Option<String>,
}

/// The issue that a letter holds; `None` where it is no such letter, the issue is gone, or its reader does not want it any more.
///
/// # Errors
/// When the store fails.
pub async fn matter(app: &App, letter: &Letter) -> Result<Option<Matter>> {
    if !LETTERS.contains(&letter.kind.as_str()) {
        return Ok(None);
    }
    let rest = letter.link.strip_prefix("/newsletter/").or_else(|| letter.link.strip_prefix("/admin/newsletter/"));
    let mut parts = rest.unwrap_or_default().split("/s/");
    let (Some(id), key) = (parts.next().and_then(IssueId::parse), parts.next().map(str::to_owned)) else { return Ok(None) };
    let read = app.store.read(move |db| {
        let Some(issue) = store::newsletters::find(db, Uid::of(id))? else { return Ok(None) };
        if let Some(key) = &key {
            let hash = crate::random::token_hash(key);
            if store::subscriptions::by_key(db, &hash)?.is_none_or(|found| found.email.is_none()) {
                return Ok(None);
            }
        }
        let items = store::newsletters::items(db, issue.id)?;
        Ok::<_, store::Error>(Some(Matter { issue, items, leave: key.map(|key| page(&key)) }))
    });
    Ok(read.await?)
}

/// The name of a segment: of a consultation its title, of a theme both; nothing for all of it, or what is gone.
///
/// # Errors
/// When the store fails.
pub fn segment_name(db: &mut Db, segment: Segment) -> Result<Option<String>> {
    let of = |db: &mut Db, id: Uid| Ok::<_, store::Error>(store::consultations::find(db, id)?.map(|found| found.title));
    Ok(match segment {
        Segment::All => None,
        Segment::Consultation(id) => of(db, Uid::of(id))?,
        Segment::Theme(id) => {
            let Some(consultation) = store::subscriptions::consultation_of_theme(db, Uid::of(id))? else { return Ok(None) };
            let themes = store::consultations::themes(db, consultation)?;
            let name = themes.into_iter().find(|theme| theme.id == Uid::of(id)).map(|theme| theme.name);
            of(db, consultation)?.zip(name).map(|(title, name)| format!("{title} – {name}"))
        }
    })
}
