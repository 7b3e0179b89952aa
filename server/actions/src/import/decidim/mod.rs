//! Decidim's exports: proposals and comments, as CSV or JSON, from the oldest columns to today's. Reading is pure and streams; keeping is one
//! transaction for each batch, idempotent on the id at the source, so that a run that was cut short is simply run again.

mod csv_file;
mod fields;
mod json_file;
mod keep;
mod keep_comment;
mod row;

pub use fields::{Complaint, Place, Trouble};
pub use keep::{Batch, keep};
pub use row::{Comment, Content, Proposal, Row};

use std::io::Read;

/// Rows of a file, in order, each read or complained about.
pub type Rows<'a> = Box<dyn Iterator<Item = Result<Row, Complaint>> + 'a>;

/// Reads an export. The format is found by its first character: `[` or `{` is JSON, anything else CSV.
///
/// # Errors
/// When the file as a whole cannot be read: no header, no known column, broken JSON.
pub fn read<'a>(mut source: impl Read + 'a) -> Result<Rows<'a>, Complaint> {
    let mut head = [0_u8; 4096];
    let mut length = 0;
    while let Some(room) = head.get_mut(length..).filter(|r| !r.is_empty()) {
        match source.read(room) {
            Ok(0) => break,
            Ok(n) => length += n,
            Err(error) => return Err(Complaint::file(Trouble::Unreadable(error.to_string()))),
        }
    }
    let head: Vec<u8> = head.iter().take(length).copied().collect();
    let body = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head).to_vec();
    let is_json = body.iter().find(|b| !b.is_ascii_whitespace()).is_some_and(|b| matches!(b, b'[' | b'{'));
    let whole = std::io::Cursor::new(body.clone()).chain(source);
    if is_json { json_file::rows(whole) } else { csv_file::rows(whole, &body) }
}
