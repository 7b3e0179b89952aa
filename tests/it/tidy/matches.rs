//! Law 5: no wildcard arm on the enums that drive the house, so that the compiler writes the to-do list.

use super::rust::{Rust, block_end, body_start};
use super::tree::{Fault, words};

/// The enums whose every variant is named in every match.
const CLOSED: &[&str] =
    &["Event", "EventKind", "Job", "JobKind", "Contribution", "ContributionKind", "Refusal", "Received", "InboxActivity"];

/// Wildcard arms in a match on one of the closed enums.
pub(crate) fn wildcard_faults(rust: &Rust) -> Vec<Fault> {
    let mut faults = Vec::new();
    let closed: Vec<&str> = CLOSED.iter().copied().filter(|name| !is_foreign(&rust.code, name)).collect();
    for at in words(&rust.live, "match") {
        let Some(open) = body_start(&rust.live, at + "match".len()) else { continue };
        let patterns = patterns(&rust.live, open);
        let own = implemented(&rust.live, at);
        let Some(name) = closed.iter().find(|name| patterns.iter().any(|(_, pattern)| speaks_of(pattern, name, own))) else { continue };
        for (place, _) in patterns.iter().filter(|(_, pattern)| is_wildcard(pattern)) {
            faults.push(rust.source.fault(*place, format!("law 5: name every variant of {name}; a wildcard hides the next one")));
        }
    }
    faults
}

/// Whether this file takes the name from somebody else's crate: a Markdown parser has events too.
fn is_foreign(code: &str, name: &str) -> bool {
    let ours = ["domain", "store", "actions", "federation", "web", "crate", "super", "self"];
    words(code, "use").into_iter().any(|at| {
        let import = code[at + "use".len()..].split(';').next().unwrap_or_default();
        let root = import.trim_start().split("::").next().unwrap_or_default();
        !words(import, name).is_empty() && !ours.contains(&root)
    })
}

/// The patterns of a match, each with its place.
fn patterns(code: &str, open: usize) -> Vec<(usize, &str)> {
    let end = block_end(code, open).saturating_sub(1);
    let mut found = Vec::new();
    let mut at = open + 1;
    while let Some(arrow) = at_depth_zero(code, at, end, "=>") {
        let start = at + (code[at..arrow].len() - code[at..arrow].trim_start().len());
        found.push((start, code[start..arrow].trim_end()));
        let body = arrow + 2 + (code[arrow + 2..end].len() - code[arrow + 2..end].trim_start().len());
        let after = if code[body..end].starts_with('{') { block_end(code, body) } else { body };
        let block_alone = after > body && !code[after..end].trim_start().starts_with(['.', '?']);
        at = if block_alone {
            after + code[after..end].chars().take_while(|letter| letter.is_whitespace() || *letter == ',').count()
        } else {
            at_depth_zero(code, after, end, ",").map_or(end, |comma| comma + 1)
        };
    }
    found
}

fn at_depth_zero(code: &str, from: usize, end: usize, needle: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, byte) in code.bytes().enumerate().take(end).skip(from) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && code[offset..].starts_with(needle) => return Some(offset),
            _ => {}
        }
    }
    None
}

/// The head of the `impl` block around this place, or an empty text.
fn implemented(code: &str, at: usize) -> &str {
    let start = code[..at].rfind("\nimpl").or_else(|| code.starts_with("impl").then_some(0));
    start.map_or("", |start| code[start..at].split('{').next().unwrap_or_default())
}

fn speaks_of(pattern: &str, name: &str, own: &str) -> bool {
    let variant = |prefix: &str| {
        words(pattern, prefix).into_iter().any(|at| pattern[at + prefix.len()..].starts_with(|next: char| next.is_ascii_uppercase()))
    };
    variant(&format!("{name}::")) || (variant("Self::") && !words(own, name).is_empty())
}

/// `_`, `_ if …`, `(_, _)`, or a plain name that takes whatever is left.
fn is_wildcard(pattern: &str) -> bool {
    let pattern = pattern.split(" if ").next().unwrap_or_default().trim().trim_start_matches("ref ");
    let holes = pattern.contains('_') && pattern.chars().all(|letter| "_(), .".contains(letter));
    let name = pattern.starts_with(|first: char| first.is_ascii_lowercase())
        && pattern.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
        && !["true", "false"].contains(&pattern);
    holes || name
}

#[test]
fn a_wildcard_is_found() {
    use super::tree::finds;
    let faults = |text: &str| wildcard_faults(&Rust::invented("a.rs", text));
    finds(1, &faults("fn f(e: Event) { match e { Event::A { id } => g(id), Event::B => { h() } _ => {} } }"));
    finds(1, &faults("fn f() { match (e, x) { (Refusal::A, 1) => a(), (_, _) => b() } }"));
    finds(1, &faults("fn f() { match job { Job::A(x) => match x { 1 => a(), _ => b() }, other => c(other) } }"));
    finds(1, &faults("impl Event {\n fn f(&self) { match self { Self::A => 1, _ => 2 } } }"));
    finds(0, &faults("impl Other {\n fn f(&self) { match self { Self::A => 1, _ => 2 } } }"));
    finds(0, &faults("fn f() { match e { Event::A(_) => x, Event::B { .. } => match n { 0 => y, _ => z }, } }"));
    finds(0, &faults("use pulldown_cmark::{Event, Tag};\nfn f() { match e { Event::Text(_) => 1, _ => 2 } }"));
    finds(0, &faults("fn f() { match n { 0 => Event::A, _ => Event::B } }"));
}
