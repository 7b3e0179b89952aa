//! Replies side by side: what speaks for, what speaks against, and below what does neither. On a phone one after the other.

use super::contribution::THREADS;
use super::pictures::Pictures;
use super::thread::{self, ReplyView};
use crate::error::Error;
use crate::page::Page;
use crate::pages::pagination;
use crate::viewer::Visit;
use store::views::page::Frame;
use store::views::threads::{self, Reader, Side, Threads};
use store::{Db, Uid};

/// A column, or what stands in none.
pub(super) struct Column {
    /// `for`, `against` or `neither`.
    pub(super) code: &'static str,
    /// What stands above it, with how many there are.
    pub(super) label: String,
    pub(super) count: i64,
    lists: usize,
}

impl Column {
    /// Lists that are still open after its last reply.
    pub(super) const fn open_lists(&self) -> usize {
        self.lists
    }
}

/// The replies on a page, by side where the discussion asks for it.
pub(super) type Read = Vec<(Side, Threads)>;

/// Reads a page of the replies, the last where there are fewer; gives its number.
pub(super) fn read(db: &mut Db, root: Uid, reader: Reader, wanted: i64) -> Result<(Read, i64), Error> {
    let sides: &[Side] = if store::sides::has_sides(db, root)? { &[Side::For, Side::Against, Side::Neither] } else { &[Side::All] };
    let mut at = |page: i64| -> Result<Read, store::Error> {
        let one = |side: &Side| Ok((*side, threads::of_side(db, root, *side, reader, (pagination::offset(page, THREADS), THREADS))?));
        sides.iter().map(one).collect()
    };
    let mut found = at(wanted)?;
    let last = pagination::pages(total(&found), THREADS);
    if wanted > last {
        found = at(last)?;
    }
    Ok((found, wanted.min(last)))
}

/// How many threads the longest of them has.
pub(super) fn total(found: &Read) -> i64 {
    found.iter().map(|(_, threads)| threads.total).max().unwrap_or(0)
}

/// What is shown: the one list with how many lists are open after it, or the columns.
pub(super) struct Shown {
    pub(super) list: (Vec<ReplyView>, usize),
    pub(super) columns: Vec<(Column, Vec<ReplyView>)>,
}

// ftl: contribution-side-*
pub(super) fn view(
    visit: &Visit,
    page: &Page,
    frame: &Frame,
    author: Option<Uid>,
    (found, pictures, shut): (&Read, &Pictures, bool),
) -> Result<Shown, Error> {
    let mut shown = Shown { list: (Vec::new(), 0), columns: Vec::new() };
    for (side, threads) in found {
        let (mut replies, lists) = thread::view(visit, page, frame, author, (&threads.replies, pictures))?;
        if shut {
            replies.iter_mut().for_each(ReplyView::close);
        }
        let code = match side {
            Side::All => {
                shown.list = (replies, lists);
                continue;
            }
            Side::For => "for",
            Side::Against => "against",
            Side::Neither => "neither",
        };
        let label = page.t.count(&format!("contribution-side-{code}"), threads.shown);
        shown.columns.push((Column { code, label, count: threads.shown, lists }, replies));
    }
    Ok(shown)
}

/// How many replies of each stance there are, without the empty ones.
// ftl: contribution-stances-*
pub(super) fn stances(page: &Page, read: &Read) -> Vec<(&'static str, String)> {
    let counts = read.first().map(|(_, threads)| threads.stances).unwrap_or_default();
    ["for", "against", "neutral"]
        .into_iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(code, count)| (code, page.t.count(&format!("contribution-stances-{code}"), count)))
        .collect()
}
