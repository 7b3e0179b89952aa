//! Reads Rust just enough for the laws: what is code, what is text, what is a test, where a block ends.

use super::tree::{Source, files, words};

/// A Rust file taken apart. `code` and `live` have the length of the text: a place in one is the same place in the others.
#[derive(Debug, Clone)]
pub(crate) struct Rust {
    pub(crate) source: Source,
    /// The text with comments and the insides of literals blanked.
    pub(crate) code: String,
    /// The code with the tests blanked as well.
    pub(crate) live: String,
    pub(crate) literals: Vec<Literal>,
}

/// A string in the code, without its quotes.
#[derive(Debug, Clone)]
pub(crate) struct Literal {
    /// Where its first quote is.
    pub(crate) at: usize,
    pub(crate) value: String,
}

/// Every Rust file of these directories, taken apart.
pub(crate) fn rust_files(directories: &[&str]) -> Vec<Rust> {
    directories.iter().flat_map(|directory| files(directory, &[".rs"])).map(Rust::new).collect()
}

/// The directories that hold our Rust.
pub(crate) const OURS: &[&str] = &["server", "federation", "web", "tests", "bench"];

impl Rust {
    pub(crate) fn new(source: Source) -> Self {
        let (code, literals) = blank(&source.text);
        let live = without_tests(&code, source.path.ends_with("/tests.rs"));
        Self { source, code, live, literals }
    }

    pub(crate) fn invented(path: &str, text: &str) -> Self {
        Self::new(Source::invented(path, text))
    }
}

fn blank(text: &str) -> (String, Vec<Literal>) {
    let bytes = text.as_bytes();
    let mut code = String::with_capacity(bytes.len());
    let mut literals = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let (end, kept) = token(bytes, at);
        match kept {
            Kept::All => code.push(char::from(bytes[at])),
            Kept::Nothing => blank_into(&mut code, &bytes[at..end]),
            Kept::Quotes { open, close } => {
                let (from, to) = ((at + open).min(end), end.saturating_sub(close).max(at + open).min(end));
                literals.push(Literal { at, value: String::from_utf8_lossy(&bytes[from..to]).into_owned() });
                code.push('"');
                blank_into(&mut code, &bytes[at + 1..end.saturating_sub(1).max(at + 1)]);
                if end > at + 1 {
                    code.push('"');
                }
            }
        }
        at = end;
    }
    (code, literals)
}

fn blank_into(code: &mut String, bytes: &[u8]) {
    code.extend(bytes.iter().map(|byte| if *byte == b'\n' { '\n' } else { ' ' }));
}

enum Kept {
    All,
    Nothing,
    /// A string: how many bytes open and close it.
    Quotes {
        open: usize,
        close: usize,
    },
}

/// What starts here, and where it ends.
fn token(bytes: &[u8], at: usize) -> (usize, Kept) {
    let rest = &bytes[at..];
    let after_letter = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
    match rest {
        [b'/', b'/', ..] => (at + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()), Kept::Nothing),
        [b'/', b'*', ..] => (at + comment_length(rest), Kept::Nothing),
        [b'"', ..] => (at + string_length(rest), Kept::Quotes { open: 1, close: 1 }),
        [b'r', b'"' | b'#', ..] if !after_letter => {
            raw(rest).map_or((at + 1, Kept::All), |(length, hashes)| (at + length, Kept::Quotes { open: hashes + 2, close: hashes + 1 }))
        }
        [b'\'', b'\\', ..] => {
            (at + 3 + rest[3.min(rest.len())..].iter().position(|byte| *byte == b'\'').map_or(0, |end| end + 1), Kept::Nothing)
        }
        [b'\'', ..] => match character_length(rest) {
            Some(length) => (at + length, Kept::Nothing),
            None => (at + 1, Kept::All),
        },
        [byte, ..] if !byte.is_ascii() => (at + 1, Kept::Nothing),
        _ => (at + 1, Kept::All),
    }
}

/// `'x'` is a character, `'x` is a lifetime.
fn character_length(rest: &[u8]) -> Option<usize> {
    let width = match rest.get(1)? {
        0..=0x7f => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    (rest.get(1 + width) == Some(&b'\'')).then_some(width + 2)
}

fn comment_length(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        match &rest[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] if depth == 1 => return at + 2,
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    rest.len()
}

fn string_length(rest: &[u8]) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

/// The length of a raw string, and how many hashes close it.
fn raw(rest: &[u8]) -> Option<(usize, usize)> {
    let hashes = rest[1..].iter().take_while(|byte| **byte == b'#').count();
    if rest.get(1 + hashes) != Some(&b'"') {
        return None;
    }
    let closing = [&b"\""[..], &b"#".repeat(hashes)].concat();
    let start = hashes + 2;
    let end = rest[start..].windows(closing.len()).position(|window| window == closing)?;
    Some((start + end + closing.len(), hashes))
}

fn without_tests(code: &str, whole: bool) -> String {
    let mut live = code.as_bytes().to_vec();
    let mut hide = |from: usize, to: usize| live[from..to].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
    if whole {
        hide(0, code.len());
    }
    for mark in ["#[cfg(test)]", "#[test]", "#[tokio::test"] {
        for (at, _) in code.match_indices(mark) {
            let end = code[at..].find(['{', ';']).map_or(code.len(), |offset| match code.as_bytes()[at + offset] {
                b'{' => block_end(code, at + offset),
                _ => at + offset + 1,
            });
            hide(at, end);
        }
    }
    String::from_utf8(live).unwrap_or_default()
}

/// The place just after the bracket that closes the one at `open`.
pub(crate) fn block_end(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return offset + 1;
                }
            }
            _ => {}
        }
    }
    code.len()
}

/// The first `{` from here that is in no other bracket, unless a `;` comes first.
pub(crate) fn body_start(code: &str, from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'{' if depth == 0 => return Some(offset),
            b';' if depth == 0 => return None,
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

/// The bodies of all functions: where `fn` is, where the body opens, where it ends.
pub(crate) fn functions(code: &str) -> Vec<(usize, usize, usize)> {
    words(code, "fn")
        .into_iter()
        .filter(|at| code[at + 2..].trim_start().starts_with(|first: char| first.is_ascii_lowercase() || first == '_'))
        .filter_map(|at| body_start(code, at).map(|open| (at, open, block_end(code, open))))
        .collect()
}

#[test]
fn code_text_and_tests_are_told_apart() {
    let rust = Rust::invented(
        "a.rs",
        "//! head\nfn f<'a>() { let s = \"a // \\\" {\"; let r = r#\"b\"}\"#; let c = '{'; let n = '\\n'; /* x /* y */ z */ }\n#[cfg(test)]\nmod tests { fn g() {} }\n",
    );
    assert_eq!(rust.code.len(), rust.source.text.len());
    assert_eq!(rust.literals.iter().map(|literal| literal.value.as_str()).collect::<Vec<_>>(), vec!["a // \\\" {", "b\"}"]);
    assert!(rust.code.contains("fn g") && !rust.live.contains("fn g") && rust.live.contains("fn f"));
    assert!(!rust.code.contains("head") && !rust.code.contains(" z "));
    assert_eq!(functions(&rust.live).len(), 1);
}
