//! CSV exports: `;` or `,`, columns by name in any order.

use super::Rows;
use super::fields::{Complaint, Fields, Place, Trouble};
use super::row::{Row, digest};
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::cell::Cell;
use std::io::Read;
use std::rc::Rc;

/// Reads the header, then streams the rows. `head` is the beginning of the file, to find the separator.
pub(super) fn rows<'a>(source: impl Read + 'a, head: &[u8]) -> Result<Rows<'a>, Complaint> {
    let first_line: Vec<u8> = head.iter().copied().take_while(|b| *b != b'\n').collect();
    let count = |separator: u8| first_line.iter().filter(|b| **b == separator).count();
    let separator = if count(b';') >= count(b',') { b';' } else { b',' };
    let odd = Rc::new(Cell::new(false));
    let source = CountingQuotes { source, odd: odd.clone() };
    let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(source);
    let unreadable = |error: csv::Error| Complaint::file(Trouble::Unreadable(error.to_string()));
    let header: Vec<String> =
        reader.byte_headers().map_err(unreadable)?.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
    let known = |names: &[&str]| header.iter().any(|h| names.iter().any(|n| h == n || h.starts_with(&format!("{n}/"))));
    if !(known(&["id"]) && (known(&["title"]) || known(&["commentable_id"])) && known(&["body"])) {
        return Err(Complaint::file(Trouble::UnknownColumns));
    }
    Ok(Box::new(Records { reader, header, held: None, odd }))
}

/// Notes whether an odd number of quotes has gone by. The csv reader takes the end of the file for the end of an open quote and says
/// nothing: when that is in the last column, the rows that the quote swallowed would be lost in silence.
struct CountingQuotes<R> {
    source: R,
    odd: Rc<Cell<bool>>,
}

impl<R: Read> Read for CountingQuotes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = self.source.read(buffer)?;
        let quotes = buffer.iter().take(length).filter(|b| **b == b'"').count();
        self.odd.set(self.odd.get() ^ (quotes % 2 == 1));
        Ok(length)
    }
}

/// The rows, each held back until the next is read: the last one is looked at more closely.
struct Records<R> {
    reader: Reader<R>,
    header: Vec<String>,
    held: Option<ByteRecord>,
    odd: Rc<Cell<bool>>,
}

impl<R: Read> Iterator for Records<R> {
    type Item = Result<Row, Complaint>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut record = ByteRecord::new();
            match self.reader.read_byte_record(&mut record) {
                Ok(true) => {
                    if let Some(before) = self.held.replace(record) {
                        return Some(row(&before, &self.header));
                    }
                }
                Ok(false) => return self.held.take().map(|last| self.last_row(&last)),
                Err(error) => return Some(Err(Complaint::file(Trouble::Unreadable(error.to_string())))),
            }
        }
    }
}

impl<R> Records<R> {
    /// The last row: an odd number of quotes in the file and several lines in its last field mean that a quote was never closed there.
    fn last_row(&self, record: &ByteRecord) -> Result<Row, Complaint> {
        let swallows = record.len() == self.header.len() && record.iter().next_back().is_some_and(|field| field.contains(&b'\n'));
        if !(self.odd.get() && swallows) {
            return row(record, &self.header);
        }
        let place = Place::Line(record.position().map_or(0, csv::Position::line));
        let field = self.header.last().cloned().unwrap_or_default();
        Err(Complaint { place, column: Some(record.len()), field, trouble: Trouble::UnclosedQuote })
    }
}

fn row(record: &ByteRecord, header: &[String]) -> Result<Row, Complaint> {
    let place = Place::Line(record.position().map_or(0, csv::Position::line));
    if record.len() != header.len() {
        let trouble = Trouble::FieldCount { found: record.len(), expected: header.len() };
        return Err(Complaint { place, column: None, field: String::new(), trouble });
    }
    let mut named = Vec::with_capacity(header.len());
    for (rank, (name, value)) in header.iter().zip(record.iter()).enumerate() {
        let text = std::str::from_utf8(value).map_err(|_not_text| Complaint {
            place,
            column: Some(rank + 1),
            field: name.clone(),
            trouble: Trouble::NotText,
        })?;
        named.push((name.clone(), unguarded(text).to_owned()));
    }
    Row::parse(&Fields::new(place, named), digest(record.iter()))
}

/// Decidim puts an apostrophe before `=`, `+`, `-` and `@` so that a spreadsheet takes no text for a formula.
fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::super::{Content, read};
    use super::*;

    fn lines(file: &[u8]) -> Vec<String> {
        let show = |row: Result<Row, Complaint>| match row {
            Ok(row) => match row.content {
                Content::Proposal(p) => format!("{} {} [{}] {}", row.id, p.title, p.theme.unwrap_or_default(), p.supports),
                Content::Comment(c) => format!("{} {} {} {}", row.id, c.stance, c.parent, c.parent_is_comment),
            },
            Err(complaint) => complaint.to_string(),
        };
        match read(file) {
            Ok(rows) => rows.map(show).collect(),
            Err(complaint) => vec![complaint.to_string()],
        }
    }

    #[test]
    fn old_and_new_columns() {
        let old = "id;category/name/en;category/name/fr;title;body;votes;created_at;url\n1;\"\";Eau;Un puits;Oui;4;2019-01-24 22:29:15 +0100;http://e.fr/1\n";
        assert_eq!(lines(old.as_bytes()), ["1 Un puits [Eau] 4"]);
        let new = "\u{feff}id,taxonomies/name/fr,title/en,title/fr,body/fr,votes,published_at,state,answer/fr\n2,Rues,A bench,Un banc,\"<p>Oui</p>\",7,2025-01-01T00:00:00Z,accepted,Fait\n";
        assert_eq!(lines(new.as_bytes()), ["2 Un banc [Rues] 7"]);
        let comments = "id;created_at;body;locale;alignment;depth;commentable_id;commentable_type;root_commentable_url\n9;2025-01-01;Non;fr;'-1;0;2;Decidim::Proposals::Proposal;http://e.fr/2\n10;2025-01-02;Si;fr;1;1;9;Decidim::Comments::Comment;http://e.fr/2\n";
        assert_eq!(lines(comments.as_bytes()), ["9 against 2 false", "10 for 9 true"]);
    }

    #[test]
    fn bad_rows_are_named_and_good_ones_kept() {
        let mut file = b"id;title;body;votes;created_at\n1;;x;0;2019-01-01\n2;Bon titre;\"deux\nlignes\";0;2019-01-01\n3;Titre;x;many;2019-01-01\n4;Titre;x;0;hier\n5;Titre;x;0\n6;Titre;".to_vec();
        file.extend(b"\xff\xfe;0;2019-01-01\n;Titre;x;0;2019-01-01\n7;Fin;x;1;2019-01-01\n");
        assert_eq!(
            lines(&file),
            [
                "line 2, column 2 (title): is empty",
                "2 Bon titre [] 0",
                "line 5, column 4 (votes): is not a number",
                "line 6, column 5 (created_at): is not a date",
                "line 7: 4 fields where the header has 5 (an unclosed quote?)",
                "line 8, column 3 (body): is not UTF-8 text",
                "line 9, column 1 (id): is empty",
                "7 Fin [] 1",
            ]
        );
    }

    #[test]
    fn too_long_is_said_and_control_characters_go() {
        let long = "é".repeat(20_001);
        let (title, head) = ("t".repeat(301), "id;title;body;votes;created_at;answer;url\n");
        let file = format!(
            "{head}1;{title};x;0;2019-01-01;;\n2;Titre;{long};0;2019-01-01;;\n3;Titre;x;0;2019-01-01;{long};\n4;Ti\0tre;x\0y;0;2019-01-01;;http://e.fr/\0\n"
        );
        assert_eq!(
            lines(file.as_bytes()),
            [
                "line 2, column 2 (title): has more than 300 characters",
                "line 3, column 3 (body): has more than 20000 characters",
                "line 4, column 6 (answer): has more than 20000 characters",
                "4 Titre [] 0",
            ]
        );
        let kept = read(file.as_bytes()).unwrap().last().unwrap().unwrap();
        assert_eq!((kept.body.as_str(), kept.url.as_str()), ("xy", ""), "PostgreSQL keeps no NUL");
    }

    #[test]
    fn an_answer_with_a_state_of_the_platforms_own_is_kept() {
        let file = "id;title;body;created_at;state;answer/fr\n1;Un banc;x;2019-01-01;pending;On regarde\n2;Un puits;x;2019-01-01;rejected;Non\n3;Un pont;x;2019-01-01;;\n";
        let answers: Vec<_> = read(file.as_bytes())
            .unwrap()
            .map(|row| match row.unwrap().content {
                Content::Proposal(p) => p.answer.map(|(state, text, _)| format!("{state} {text}")),
                Content::Comment(_) => None,
            })
            .collect();
        assert_eq!(answers, [Some("received On regarde".to_owned()), Some("refused Non".to_owned()), None]);
    }

    #[test]
    fn a_quote_that_never_closes_swallows_nothing_in_silence() {
        let file = b"id;title;created_at;body\n1;Un banc;2019-01-01;oui\n2;Un puits;2019-01-01;\"jamais ferme\n3;Un pont;2019-01-01;oui\n";
        assert_eq!(
            lines(file),
            [
                "1 Un banc [] 0",
                "line 3, column 4 (body): a quote opens here and never closes; what follows it to the end of the file was not read"
            ]
        );
        let stray = b"id;title;created_at;body\n1;Un banc 5\" de haut;2019-01-01;oui\n2;Un puits;2019-01-01;non\n";
        assert_eq!(lines(stray), ["1 Un banc 5\" de haut [] 0", "2 Un puits [] 0"]);
    }

    #[test]
    fn other_files_are_refused_whole() {
        for (file, expected) in [
            ("", "file: these are not"),
            ("nom;prenom\na;b\n", "file: these are not"),
            ("[{\"id\":", "file: cannot be read"),
            ("{}", "file: cannot be read"),
        ] {
            let got = lines(file.as_bytes());
            assert!(got.len() == 1 && got[0].starts_with(expected), "{file}: {got:?}");
        }
        let unclosed = lines(b"id;title;body;created_at\n1;Titre;\"jamais ferm\xc3\xa9;2019-01-01\n2;Titre;x;2019-01-01\n");
        assert_eq!(unclosed, ["line 2: 3 fields where the header has 4 (an unclosed quote?)"]);
    }
}
