//! What accounts of other servers answered to a poll, beside its result and apart from it.

use crate::page::Page;
use crate::percent::percent;
use actions::votes::{Loaded, Signal};

/// What was answered.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) label: String,
    pub(super) votes: i64,
    /// Their share, in words.
    pub(super) percent: String,
}

/// What is shown of a signal.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// How many accounts answered; nothing when they are too few to be told.
    pub(super) voters: Option<i64>,
    pub(super) lines: Vec<Line>,
}

/// What is shown of a signal; nothing where there is none to tell of.
pub(super) fn shown(page: &Page, found: &Loaded, signal: &Signal) -> Option<Shown> {
    if signal.voters.is_none() && !signal.too_few {
        return None;
    }
    let voters = signal.voters.unwrap_or(0);
    let line = |option: &store::votes::BallotOption| {
        let votes = signal.of(option.number);
        Line { label: option.title.clone(), votes, percent: page.t.count("poll-percent", percent(votes, voters)) }
    };
    let lines = if signal.options.is_some() { found.options.iter().map(line).collect() } else { Vec::new() };
    Some(Shown { voters: signal.voters, lines })
}
