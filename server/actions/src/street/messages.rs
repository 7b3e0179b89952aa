//! What somebody of another server is told of the report that they made or follow: the same as a letter tells people of here.

use store::Uid;
use store::street::followers;
use store::street::{Report, Step};

use super::letters;
use crate::{App, Result};

/// A message that is to be written.
#[derive(Debug, Clone)]
pub struct Message {
    /// Whom it goes to.
    pub reader: Uid,
    /// Code of their language.
    pub lang: String,
    /// The address of the page on which they follow it no more; nobody else has it.
    pub page: String,
    /// The report with the name of its category and the last that happened to it, where everybody may read them. Who made what few may read is told
    /// that something was done, and their page says what.
    pub shown: Option<(Report, String, Step)>,
}

/// The message to a follower that stands for the letter of this kind; nothing where they are not of another server, or it is not so any more.
///
/// # Errors
/// The store's failure.
pub async fn message(app: &App, follower: Uid, letter: &str) -> Result<Option<Message>> {
    let (letter, links) = (letter.to_owned(), app.links.clone());
    app.store
        .read(move |db| {
            let Some(one) = followers::find(db, follower)? else { return Ok(None) };
            let (Some(reader), Some(report)) = (one.guest_id, store::street::find(db, one.report_id)?) else { return Ok(None) };
            let may_know = report.is_public() || (one.reporter && report.hidden_at.is_none());
            if !may_know || !letters::is_still_meant(&letter, &report)? {
                return Ok(None);
            }
            let category = store::street::category(db, report.category_id)?.map(|category| category.name).unwrap_or_default();
            let last = store::street::steps(db, report.id)?.pop().filter(|_| report.is_public());
            let page = links.absolute(&letters::link(&one.secret));
            Ok(Some(Message { reader, lang: one.lang, page, shown: last.map(|step| (report, category, step)) }))
        })
        .await
}
