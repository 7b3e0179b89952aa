//! Read a list of people as a town's software writes it: CSV in UTF-8 or Windows-1252, with semicolons, commas or tabs.

use crate::votes::Voter;
use csv::ReaderBuilder;
use domain::search;

/// Most people of a list.
pub const LIST_MAX: usize = 200_000;
/// Most columns that tell people apart.
const FIELDS_MAX: usize = 6;
/// Longest value that is looked at, in characters.
const VALUE_MAX: usize = 200;

/// Windows-1252 from 0x80 to 0x9F (<https://encoding.spec.whatwg.org/#windows-1252>); the rest is as in Latin-1.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// What is wrong with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListFault {
    /// There is nobody in it.
    Empty,
    /// It holds more than [`LIST_MAX`] people.
    TooLong,
    /// No column is named, or too many are.
    Columns,
    /// It has no column of this name.
    NoColumn(String),
    /// A line cannot be read: it has more or fewer cells than the first one.
    Line(u64),
    /// A line says nothing in a column that is needed.
    Gap {
        /// The line, from 1.
        line: u64,
        /// The name of the column.
        column: String,
    },
}

/// The names of the columns that tell people apart, as the file writes them, and what each person's say.
pub(super) type People = (Vec<String>, Vec<Vec<String>>);

/// Reads a list. `columns` are the names of those that tell people apart, one a line or separated by semicolons.
pub(super) fn read(bytes: &[u8], columns: &str) -> Result<People, ListFault> {
    let text = decode(bytes);
    let first = text.lines().next().unwrap_or_default();
    let separator = [';', '\t', ','].into_iter().max_by_key(|mark| (first.matches(*mark).count(), *mark == ';')).unwrap_or(';');
    let mut reader = ReaderBuilder::new().delimiter(u8::try_from(separator).unwrap_or(b';')).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|_fault| ListFault::Line(1))?.clone();
    let wanted = wanted(columns, &headers)?;
    let mut people = Vec::new();
    for record in reader.records() {
        let line = |at: Option<&csv::Position>| at.map_or(1, csv::Position::line);
        let record = record.map_err(|fault| ListFault::Line(line(fault.position())))?;
        let mut person = Vec::with_capacity(wanted.len());
        for (place, name) in &wanted {
            let value = normal(record.get(*place).unwrap_or_default());
            if value.is_empty() {
                return Err(ListFault::Gap { line: line(record.position()), column: name.clone() });
            }
            person.push(value);
        }
        people.push(person);
        if people.len() > LIST_MAX {
            return Err(ListFault::TooLong);
        }
    }
    if people.is_empty() { Err(ListFault::Empty) } else { Ok((wanted.into_iter().map(|(_, name)| name).collect(), people)) }
}

fn wanted(columns: &str, headers: &csv::StringRecord) -> Result<Vec<(usize, String)>, ListFault> {
    let names: Vec<&str> = columns.split(['\n', ';']).map(str::trim).filter(|name| !name.is_empty()).collect();
    if names.is_empty() || names.len() > FIELDS_MAX {
        return Err(ListFault::Columns);
    }
    let place = |name: &&str| {
        let found = headers.iter().enumerate().find(|(_, header)| normal(header) == normal(name));
        found.map(|(place, header)| (place, header.trim().to_owned())).ok_or_else(|| ListFault::NoColumn((*name).to_owned()))
    };
    names.iter().map(place).collect()
}

fn decode(bytes: &[u8]) -> String {
    let latin = |byte: u8| match byte {
        0x80..=0x9f => UPPER.get(usize::from(byte - 0x80)).copied().unwrap_or('?'),
        other => char::from(other),
    };
    let text = String::from_utf8(bytes.to_vec()).unwrap_or_else(|_not_utf8| bytes.iter().map(|byte| latin(*byte)).collect());
    text.trim_start_matches('\u{FEFF}').to_owned()
}

/// What two spellings of a detail have in common: no capitals, accents, spaces or hyphens; a day is a day however it is written.
pub(super) fn normal(value: &str) -> String {
    let value: String = value.trim().chars().take(VALUE_MAX).collect();
    if let Some(day) = day(&value) {
        return day;
    }
    let plain = search::plain(&value).replace('œ', "oe").replace('æ', "ae").replace('ß', "ss");
    plain.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// `31/12/1980`, `31.12.1980` or `1980-12-31` as `19801231`.
fn day(value: &str) -> Option<String> {
    let parts: Vec<u32> = value.split(['/', '.', '-', ' ']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if *year > 1000 => (*year, *month, *day),
        [day, month, year] if *year > 1000 => (*year, *month, *day),
        _ => return None,
    };
    Some(format!("{year:04}{month:02}{day:02}"))
}

/// What is kept of somebody's details: a digest that only this box can make.
pub(super) fn entry_key(pepper: &[u8], details: &[String]) -> Vec<u8> {
    let details: Vec<String> = details.iter().map(|detail| normal(detail)).collect();
    Voter::Listed(format!("details:{}", details.join("\u{1f}"))).mark(pepper)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_towns_write_them() {
        let people = vec![vec!["muller".to_owned(), "19801231".to_owned()], vec!["deluca".to_owned(), "20000102".to_owned()]];
        let names = vec!["Nom de naissance".to_owned(), "Né(e) le".to_owned()];
        let check = |file: &[u8]| assert_eq!(read(file, "nom de naissance\nné(e) le"), Ok((names.clone(), people.clone())));
        check("Nom de naissance;Prénom;Né(e) le\nMüller;Zoé;31/12/1980\nDe Luca;Ana;02.01.2000\n".as_bytes());
        check("\u{FEFF}Nom de naissance,Prénom,Né(e) le\r\n\"MÜLLER\",\"Zoé, Ana\",1980-12-31\r\nde-luca,Ana,2000-01-02\r\n".as_bytes());
        let latin: Vec<u8> =
            "Nom de naissance\tN\u{e9}(e) le\nM\u{fc}ller\t31/12/1980\nDe Luca\t2/1/2000".chars().map(|c| c as u8).collect();
        check(&latin);
        assert_eq!(decode(b"\x8cuvre \x80"), "Œuvre €");
    }

    #[test]
    fn faults_are_told_by_line_and_column() {
        let check = |file: &str, columns: &str, fault: ListFault| assert_eq!(read(file.as_bytes(), columns), Err(fault));
        check("", "nom", ListFault::NoColumn("nom".into()));
        check("nom;jour\n", "nom", ListFault::Empty);
        check("nom;jour\nA;1\n", "", ListFault::Columns);
        check("nom;jour\nA;1\n", "prénom", ListFault::NoColumn("prénom".into()));
        check("nom;jour\nA;1\nB\n", "nom", ListFault::Line(3));
        check("nom;jour\nA;1\n;2\n", "nom", ListFault::Gap { line: 3, column: "nom".into() });
    }
}
