//! Reads the tree of the project, and says where a law is broken.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// One text file, its path written from the root of the project.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// One place where a law is broken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) reason: String,
}

/// Directories that hold nothing of ours.
const NOT_OURS: &[&str] = &["target", ".git", "node_modules", "data"];

/// The root of the project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Every text file under `directory` whose name ends with one of `endings`, in the order of their paths.
pub(crate) fn files(directory: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    gather(&root().join(directory), endings, &mut found);
    found.sort_by(|left, right| left.path.cmp(&right.path));
    found
}

/// One file of the project, when it exists.
pub(crate) fn file(path: &str) -> Option<Source> {
    std::fs::read_to_string(root().join(path)).ok().map(|text| Source { path: path.to_owned(), text })
}

fn gather(directory: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = std::fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if !NOT_OURS.contains(&name.as_str()) {
                gather(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let path = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.push(Source { path, text });
        }
    }
}

impl Source {
    /// A file that exists only in a test of a checker.
    pub(crate) fn invented(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The last part of the path.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// A fault at a byte of this file.
    pub(crate) fn fault(&self, at: usize, reason: impl Into<String>) -> Fault {
        Fault { path: self.path.clone(), line: line_of(&self.text, at), reason: reason.into() }
    }

    /// Whether the line of this byte, or the comment lines just above it, hold a mark such as `sql: constant parts only`.
    pub(crate) fn marked(&self, at: usize, mark: &str) -> bool {
        let line = line_of(&self.text, at);
        let lines: Vec<&str> = self.text.lines().collect();
        let own = lines.get(line - 1).is_some_and(|text| text.contains(mark));
        let above = lines.iter().take(line - 1).rev().take_while(|text| is_comment(text)).any(|text| text.contains(mark));
        own || above
    }
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("//") || line.starts_with("{#") || line.starts_with('#')
}

/// The line of a byte, counted from one.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// Every place of `needle` as a whole word: `async` is not found in `asynchronous`.
pub(crate) fn words(text: &str, needle: &str) -> Vec<usize> {
    let letter = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let bytes = text.as_bytes();
    let (first, last) = (needle.bytes().next(), needle.bytes().last());
    text.match_indices(needle)
        .map(|(at, _)| at)
        .filter(|at| {
            let before = at.checked_sub(1).and_then(|before| bytes.get(before).copied());
            let after = bytes.get(at + needle.len()).copied();
            !(letter(first) && letter(before) || letter(last) && letter(after))
        })
        .collect()
}

/// Fails with every place where the law is broken, one per line.
#[track_caller]
pub(crate) fn holds(law: &str, mut faults: Vec<Fault>) {
    faults.sort();
    faults.dedup();
    let mut message = String::new();
    for fault in &faults {
        let _ = writeln!(message, "  {}:{}: {}", fault.path, fault.line, fault.reason);
    }
    assert!(faults.is_empty(), "{law}\n{message}  {} in all", faults.len());
}

/// Fails unless a checker finds exactly this many faults in an invented text.
#[track_caller]
pub(crate) fn finds(expected: usize, faults: &[Fault]) {
    assert_eq!(faults.len(), expected, "{faults:#?}");
}

#[test]
fn a_word_is_found_whole() {
    assert_eq!(words("async asynchronous x.async_run(async {})", "async"), vec![0, 31]);
    assert_eq!(words("jiff::Zoned::now()", "::now("), vec![11]);
}

#[test]
fn a_mark_counts_on_its_line_and_in_the_comment_above() {
    let source = Source::invented("a.rs", "// law: because\n// two lines\nhere();\nthere(); // law: too\nelsewhere();");
    let marked = |word: &str| source.marked(source.text.find(word).unwrap(), "law:");
    assert!(marked("here") && marked("there()") && !marked("elsewhere"));
}
