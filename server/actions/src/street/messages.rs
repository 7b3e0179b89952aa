//! What somebody of another server is told of the report that they made or follow: the same as a letter tells people of here.

use jiff::SignedDuration;
use store::street::followers;
use store::street::{Report, Step};
use store::{At, Uid};

use super::letters;
use crate::{App, Result};

/// A message that is to be written.
#[derive(Debug, Clone)]
pub struct Message {
    /// Whom it goes to.
    pub reader: Uid,
    /// Code of their language.
    pub lang: String,
    /// The address of the page on which they follow it no more, as in a letter.
    pub page: String,
    /// The report with the name of its category and what was last said of it where it stands, where everybody may read them. Of what few may read
    /// they are told that something was done.
    pub shown: Option<(Report, String, Step)>,
}

/// The message to a follower that stands for the letter of this kind, as of that time; nothing where they are not of another server or are barred here,
/// or it is not so any more.
///
/// # Errors
/// The store's failure.
pub async fn message(app: &App, follower: Uid, (letter, at): (&str, At)) -> Result<Option<Message>> {
    let (letter, links) = (letter.to_owned(), app.links.clone());
    app.store
        .read(move |db| {
            let Some(one) = followers::find(db, follower)? else { return Ok(None) };
            let (Some(reader), Some(report)) = (one.guest_id, store::street::find(db, one.report_id)?) else { return Ok(None) };
            if store::barriers::is_barred(db, reader)? || !letters::is_still_meant(&letter, &report)? {
                return Ok(None);
            }
            let category = store::street::category(db, report.category_id)?.map(|category| category.name).unwrap_or_default();
            let last = if report.is_public() { said_last(store::street::steps(db, report.id)?, &report, at) } else { None };
            let page = links.absolute(&letters::link(&one.secret));
            Ok(Some(Message { reader, lang: one.lang, page, shown: last.map(|step| (report, category, step)) }))
        })
        .await
}

/// Steps of one act may stand so much after its line in the journal.
const ONE_ACT: SignedDuration = SignedDuration::from_millis(500);

/// The last step until then that said something to everybody in the state in which the report stands; else the last that left it there.
fn said_last(steps: Vec<Step>, report: &Report, at: At) -> Option<Step> {
    let here: Vec<Step> = steps.into_iter().filter(|step| step.state == report.state && step.at.0 <= at.0 + ONE_ACT).collect();
    here.iter().rev().find(|step| !step.words.is_empty()).or(here.last()).cloned()
}
