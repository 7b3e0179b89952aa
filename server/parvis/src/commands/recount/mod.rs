//! `parvis recount FILE-OR-ADDRESS`: counts a published vote again, from the published data alone, in the second way (`deliberation::recount`), which shares
//! nothing that counts with the server. Exit code 0: it holds; 1: it does not; 2: there is nothing here that can be counted.

mod canonical;
mod pabulib;
pub(super) mod pabulib_rule;
mod record;
mod sources;
mod whole;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub use sources::Sources;

/// The largest file that is read: a record takes about 150 bytes for a ballot.
const MOST_BYTES: u64 = 1 << 30;

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Report {
    /// What was counted again, line by line.
    pub(super) said: Vec<String>,
    /// Where the file says something else.
    pub(super) differences: Vec<String>,
    /// Who won could not be counted again, or the file does not say who won.
    pub(super) without_winners: bool,
}

impl Report {
    fn say(&mut self, line: impl Into<String>) {
        self.said.push(line.into());
    }

    fn differ(&mut self, what: &str, published: impl std::fmt::Display, recounted: impl std::fmt::Display) {
        self.differences.push(format!("{what}: published {published}, recounted {recounted}"));
    }

    fn same<T: PartialEq + std::fmt::Display>(&mut self, what: &str, published: T, recounted: T) {
        if published != recounted {
            self.differ(what, published, recounted);
        }
    }
}

/// What the command prints, and how it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// For standard output.
    pub lines: Vec<String>,
    /// For standard error: one line.
    pub complaint: Option<String>,
    /// 0 the result holds, 1 it does not, 2 there is nothing that can be counted.
    pub code: u8,
}

/// Counts again and prints what was found.
pub(super) fn run(file: &Path, sources: &Sources) -> ExitCode {
    let said = examine_with(file, sources);
    let mut out = std::io::stdout().lock();
    for line in said.lines {
        let _nobody_reads = writeln!(out, "{line}");
    }
    if let Some(complaint) = said.complaint {
        let _nobody_reads = writeln!(std::io::stderr(), "parvis: {complaint}");
    }
    ExitCode::from(said.code)
}

/// Counts a file again, without asking anybody.
#[must_use]
pub fn examine(file: &Path) -> Said {
    examine_with(file, &Sources { offline: true, ..Sources::default() })
}

/// Counts again what is in a file or at an address; what a vote of several territories is made of is taken from the sources.
#[must_use]
pub fn examine_with(file: &Path, sources: &Sources) -> Said {
    match recount(file, sources) {
        Ok(Report { mut said, differences, without_winners }) if differences.is_empty() => {
            let holds =
                if without_winners { "The published counts hold; winners were not compared." } else { "The published result holds." };
            said.push(holds.to_owned());
            Said { lines: said, complaint: None, code: 0 }
        }
        Ok(Report { mut said, differences, .. }) => {
            said.extend(differences.iter().map(|line| format!("DIFFERS  {line}")));
            let complaint = format!("the published result does not hold: differences: {}", differences.len());
            Said { lines: said, complaint: Some(complaint), code: 1 }
        }
        Err(error) => Said { lines: Vec::new(), complaint: Some(format!("{error:#}").replace('\n', " ")), code: 2 },
    }
}

fn read(file: &Path) -> anyhow::Result<String> {
    let name = file.display();
    let size = std::fs::metadata(file).map_err(|error| anyhow::anyhow!("{name}: {error}"))?.len();
    if size > MOST_BYTES {
        anyhow::bail!("{name}: {size} bytes, more than {MOST_BYTES}");
    }
    std::fs::read_to_string(file).map_err(|error| anyhow::anyhow!("{name}: {error}"))
}

/// A record begins with a brace, a `.pb` file with META.
fn recount(file: &Path, sources: &Sources) -> anyhow::Result<Report> {
    let sources = sources.open()?;
    let text = if sources::is_address(file) { sources.text(&file.to_string_lossy())? } else { read(file)? };
    if !text.trim_start().starts_with('{') {
        return pabulib::recount(&text);
    }
    match serde_json::from_str::<serde_json::Value>(&text) {
        Ok(value) if whole::is_whole(&value) => whole::recount(&value, &sources),
        Ok(_) | Err(_) => record::recount(&text),
    }
}
