//! Laws 6 and 8: how long, how named, how opened; and the two migration trees.

use super::rust::{Rust, functions};
use super::tree::{Fault, Source, files};

const LINES_OF_A_FILE: usize = 400;
const LINES_OF_A_FUNCTION: usize = 60;
/// What all the style of a page may weigh as it is served, without its comments and before it is compressed (design: 40 KB).
const BYTES_OF_STYLE: usize = 40_000;
/// What the style of maps may weigh more, on the few pages that have one.
const BYTES_OF_MAPS: usize = 15_000;
const FORBIDDEN: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"];

/// Files that are too long.
pub(crate) fn long_file(source: &Source) -> Option<Fault> {
    let lines = source.text.lines().count();
    (lines > LINES_OF_A_FILE)
        .then(|| source.fault(source.text.len(), format!("law 8: {lines} lines; a file stays under {LINES_OF_A_FILE}")))
}

/// Functions that are too long, counted as the compiler's second reader does: lines of code, without the blank ones and the comments.
pub(crate) fn long_functions(rust: &Rust) -> Vec<Fault> {
    let length =
        |open: usize, end: usize| rust.code[open + 1..end.saturating_sub(1)].lines().filter(|line| !line.trim().is_empty()).count();
    functions(&rust.code)
        .into_iter()
        .map(|(at, open, end)| (at, length(open, end)))
        .filter(|(_, lines)| *lines > LINES_OF_A_FUNCTION)
        .map(|(at, lines)| rust.source.fault(at, format!("law 8: {lines} lines; a function stays under {LINES_OF_A_FUNCTION}")))
        .collect()
}

/// A Rust file that does not open by saying what it is for.
pub(crate) fn no_purpose(source: &Source) -> Option<Fault> {
    let first = source.text.lines().next().unwrap_or_default();
    let said = first.strip_prefix("//!").is_some_and(|purpose| purpose.chars().filter(|letter| letter.is_alphabetic()).count() >= 8);
    (!said).then(|| source.fault(0, "law 8: the file opens with `//!` and says what it is for"))
}

/// A file or a directory whose name says nothing.
pub(crate) fn empty_name(source: &Source) -> Option<Fault> {
    let vague = source.path.split('/').map(|part| part.split('.').next().unwrap_or_default()).find(|part| FORBIDDEN.contains(part));
    vague.map(|part| source.fault(0, format!("law 8: `{part}` says nothing about what is in it")))
}

/// Style that has grown too heavy: of every page, and of those with a map.
pub(crate) fn heavy_style(sources: &[Source]) -> Vec<Fault> {
    let (maps, all): (Vec<&Source>, Vec<&Source>) =
        sources.iter().partition(|source| source.path.contains("leaflet") || source.name() == "map.css");
    heavy(&all, BYTES_OF_STYLE).into_iter().chain(heavy(&maps, BYTES_OF_MAPS)).collect()
}

fn heavy(sources: &[&Source], most: usize) -> Vec<Fault> {
    let bytes: usize = sources.iter().map(|source| web::assets::without_comments(&source.text).len()).sum();
    let last = sources.last().filter(|_| bytes > most);
    last.map(|source| source.fault(0, format!("{bytes} bytes of style; all of it stays under {most}"))).into_iter().collect()
}

/// Papers of the stylesheet that are not those with which the colours are reckoned: the sets of `--bg`, `--surface` and `--raise`, in their
/// order; what is printed is white.
pub(crate) fn other_papers(style: &Source, reckoned: &[[domain::colour::Rgb; 3]]) -> Vec<Fault> {
    let screen = &style.text[..style.text.find("@media print").unwrap_or(style.text.len())];
    let mut expected = reckoned.iter();
    let mut faults = Vec::new();
    for (at, _) in screen.match_indices("--bg:") {
        let rule = &screen[at..at + screen[at..].find('}').unwrap_or(0)];
        let paper = |name: &str| {
            let value = rule.split_once(&format!("{name}:"))?.1.split([';', '}']).next()?.trim();
            domain::colour::Rgb::parse(value)
        };
        let found = [paper("--bg"), paper("--surface"), paper("--raise")];
        if expected.next().is_none_or(|papers| found != papers.map(Some)) {
            faults.push(style.fault(at, "these papers are not those of domain/src/colour.rs".to_owned()));
        }
    }
    if expected.next().is_some() {
        faults.push(style.fault(0, "papers of domain/src/colour.rs are missing".to_owned()));
    }
    faults
}

/// Migrations that are in one tree and not in the other, or that cannot be undone.
pub(crate) fn unequal_migrations(sqlite: &[Source], postgres: &[Source]) -> Vec<Fault> {
    let inside = |source: &Source| source.path.splitn(3, '/').nth(2).map(str::to_owned).unwrap_or_default();
    let missing = |here: &[Source], there: &[Source], which: &str| {
        let names: Vec<String> = there.iter().map(inside).collect();
        here.iter()
            .filter(|source| !names.contains(&inside(source)))
            .map(|source| source.fault(0, format!("law 6: it has no twin in migrations/{which}")))
            .collect::<Vec<Fault>>()
    };
    [missing(sqlite, postgres, "postgres"), missing(postgres, sqlite, "sqlite")].concat()
}

/// The files of one migration tree.
pub(crate) fn migrations(tree: &str) -> Vec<Source> {
    files(&format!("migrations/{tree}"), &[".sql", ".toml"])
}

/// Settings that the documents or scripts name and that the list of settings does not.
pub(crate) fn unknown_settings(source: &Source, list: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, _) in source.text.match_indices("PARVIS_") {
        let name: String = source.text[at..]
            .chars()
            .take_while(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || *letter == '_')
            .collect();
        let pattern = name.ends_with('_') || name.starts_with("PARVIS_TEST_");
        if !pattern && super::tree::words(list, &name).is_empty() {
            faults.push(source.fault(at, format!("`{name}` is not in docs/operate/settings.md")));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::finds;

    #[test]
    fn what_is_too_long_is_found() {
        let body = "    step();\n".repeat(61);
        finds(1, &long_functions(&Rust::invented("a.rs", &format!("fn f() {{\n{body}}}\n"))));
        let body = "    // why\n\n    step();\n".repeat(60);
        finds(0, &long_functions(&Rust::invented("a.rs", &format!("fn f() {{\n{body}}}\n"))));
        assert!(long_file(&Source::invented("a.rs", &"\n".repeat(401))).is_some());
        assert!(long_file(&Source::invented("a.rs", &"\n".repeat(400))).is_none());
    }

    #[test]
    fn a_file_without_name_or_purpose_is_found() {
        assert!(no_purpose(&Source::invented("a.rs", "use std::fmt;")).is_some());
        assert!(no_purpose(&Source::invented("a.rs", "//! .")).is_some());
        assert!(no_purpose(&Source::invented("a.rs", "//! The rules of a phase.")).is_none());
        assert!(empty_name(&Source::invented("web/src/utils.rs", "")).is_some());
        assert!(empty_name(&Source::invented("web/src/helpers/x.rs", "")).is_some());
        assert!(empty_name(&Source::invented("web/src/common_ground.rs", "")).is_none());
    }

    #[test]
    fn heavy_style_is_found() {
        let style = |bytes: usize| Source::invented("a.css", &" ".repeat(bytes));
        finds(1, &heavy_style(&[style(20_000), style(20_001)]));
        finds(0, &heavy_style(&[style(20_000), style(20_000)]));
    }

    #[test]
    fn other_papers_are_found() {
        let grey = domain::colour::Rgb { r: 0xee, g: 0xee, b: 0xee };
        let style = |rules: &str| Source::invented("a.css", rules);
        let right = ":root { --bg: #eeeeee; --surface: #eeeeee; --raise: #eeeeee }";
        finds(0, &other_papers(&style(right), &[[grey; 3]]));
        finds(0, &other_papers(&style(&format!("{right} @media print {{ :root {{ --bg: #fff }} }}")), &[[grey; 3]]));
        finds(1, &other_papers(&style(&right.replace("surface: #ee", "surface: #ed")), &[[grey; 3]]));
        finds(1, &other_papers(&style(&format!("{right} :root {{ --bg: #000000 }}")), &[[grey; 3]]));
        finds(1, &other_papers(&style(""), &[[grey; 3]]));
    }

    #[test]
    fn a_lonely_migration_is_found() {
        let tree = |paths: &[&str]| paths.iter().map(|path| Source::invented(path, "")).collect::<Vec<_>>();
        let faults = unequal_migrations(
            &tree(&["migrations/sqlite/1_a/up.sql", "migrations/sqlite/2_b/up.sql"]),
            &tree(&["migrations/postgres/1_a/up.sql"]),
        );
        finds(1, &faults);
    }

    #[test]
    fn an_unknown_setting_is_found() {
        let source = Source::invented("README.md", "PARVIS_LISTEN PARVIS_NOTHING PARVIS_… PARVIS_TEST_POSTGRES");
        finds(1, &unknown_settings(&source, "| `PARVIS_LISTEN` |"));
    }
}
