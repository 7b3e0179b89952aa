//! Paper ballots as an agent types them, one a line.
//!
//! ```text
//! 2          ; option 2, or the second answer of a question without options
//! 1 3        ; several options
//! 1=3 4=2    ; points, grades or steps by option
//! 0          ; a blank ballot
//! x          ; a spoiled paper: counted apart, never put in the box
//! ```

use deliberation::ballot::{Ballot, Choice, Form};
use std::fmt::Write as _;

/// Most papers of a batch.
pub const LINES_MAX: usize = 500;

/// The text of a spoiled paper.
pub(super) const SPOILED: &str = "x";

/// One paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A ballot, in its canonical text.
    Ballot(String),
    /// No ballot: nobody can tell what it says.
    Spoiled,
}

impl Line {
    /// Reads a line; nothing when it is no ballot of this form.
    #[must_use]
    pub fn parse(form: &Form, choices: &[Choice], typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        if typed == SPOILED {
            return Some(Self::Spoiled);
        }
        let cells: Vec<&str> = typed.split([' ', ',', ';', '+', '\t']).filter(|cell| !cell.is_empty()).collect();
        if cells.is_empty() {
            return None;
        }
        let cells = if cells == ["0"] { Vec::new() } else { cells };
        let ballot = ballot(form, &cells)?;
        // A blank paper is a ballot even where a screen asks for an answer.
        if ballot.is_blank() {
            return Some(Self::Ballot(ballot.to_string()));
        }
        form.check(&ballot, choices).ok().map(|ballot| Self::Ballot(ballot.to_string()))
    }

    /// What is kept of it.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Ballot(text) => text,
            Self::Spoiled => SPOILED,
        }
    }
}

/// Reads what was typed; the numbers of the lines that are no ballots, from 1, when there are any. Empty lines at the end mean nothing.
pub(super) fn read(form: &Form, choices: &[Choice], typed: &str) -> Result<Vec<Line>, Vec<usize>> {
    let lines: Vec<&str> = typed.trim_end().lines().collect();
    if typed.trim().is_empty() {
        return Err(vec![1]);
    }
    if lines.len() > LINES_MAX {
        return Err(vec![LINES_MAX + 1]);
    }
    let read: Vec<Option<Line>> = lines.iter().map(|line| Line::parse(form, choices, line)).collect();
    let faulty: Vec<usize> = (1..).zip(&read).filter(|(_, line)| line.is_none()).map(|(number, _)| number).collect();
    if faulty.is_empty() { Ok(read.into_iter().flatten().collect()) } else { Err(faulty) }
}

fn ballot(form: &Form, cells: &[&str]) -> Option<Ballot> {
    let numbers = || cells.iter().map(|cell| cell.parse::<u32>().ok()).collect::<Option<Vec<u32>>>();
    let answer = |kind: &str, codes: [&str; 3]| match cells {
        [one] => {
            let code = one.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).and_then(|place| codes.get(place));
            format!("{kind}:{}", code?).parse().ok()
        }
        _ => None,
    };
    match form {
        Form::ChooseOne | Form::Approval { .. } | Form::Knapsack { .. } => numbers().map(Ballot::Set),
        Form::Ranking { .. } => numbers().map(Ballot::Ranking),
        Form::ForAgainstAbstain => answer("stance", ["for", "against", "abstain"]),
        Form::Consent => answer("consent", ["support", "live-with", "object"]),
        Form::Cumulative { .. } | Form::Money { .. } | Form::Scale { .. } => pairs(cells).map(Ballot::Points),
        Form::MajorityJudgment { .. } => pairs(cells).map(Ballot::Grades),
    }
}

fn pairs<T: std::str::FromStr>(cells: &[&str]) -> Option<Vec<(u32, T)>> {
    cells.iter().map(|cell| cell.split_once('=').and_then(|(number, value)| Some((number.parse().ok()?, value.parse().ok()?)))).collect()
}

/// How a ballot is typed: the other way of [`Line::parse`], to show what was typed.
#[must_use]
pub fn typed(text: &str) -> String {
    if text == SPOILED {
        return text.to_owned();
    }
    let mut shown = String::new();
    let mut put = |cell: String| {
        let gap = if shown.is_empty() { "" } else { " " };
        let _ = write!(shown, "{gap}{cell}"); // Writing to a String cannot fail.
    };
    match text.parse::<Ballot>() {
        Ok(Ballot::Set(numbers) | Ballot::Ranking(numbers)) => numbers.iter().for_each(|number| put(number.to_string())),
        Ok(Ballot::Points(given)) => given.iter().for_each(|(number, value)| put(format!("{number}={value}"))),
        Ok(Ballot::Grades(given)) => given.iter().for_each(|(number, value)| put(format!("{number}={value}"))),
        Ok(Ballot::Stance(stance)) => put((stance as u8 + 1).to_string()),
        Ok(Ballot::Consent(consent)) => put((consent as u8 + 1).to_string()),
        Err(_unknown) => {}
    }
    if shown.is_empty() { "0".to_owned() } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_ballot_or_none() {
        let choices = [Choice::free(1), Choice::free(2), Choice::free(3)];
        let check = |form: &Form, line: &str, expected: Option<&str>| {
            let read = Line::parse(form, &choices, line);
            assert_eq!(read.as_ref().map(Line::text), expected, "{line}");
        };
        let approval = Form::Approval { min: 1, max: 2 };
        check(&Form::ChooseOne, " 2 ", Some("set:2"));
        check(&approval, "3,1", Some("set:1,3"));
        check(&Form::ForAgainstAbstain, "2", Some("stance:against"));
        check(&Form::Consent, "3", Some("consent:object"));
        check(&approval, "X", Some("x"));
        check(&approval, "0", Some("set:"));
        for wrong in ["", "4", "1 2", "-1", "1 1", "99999999999999999999", "deux"] {
            check(&Form::ChooseOne, wrong, None);
        }
        check(&approval, "1 2 3", None);
        check(&Form::ForAgainstAbstain, "4", None);
        check(&Form::ForAgainstAbstain, "0", None);
        for text in ["set:1,3", "set:", "stance:abstain", "consent:live-with", "x"] {
            let form = match text.split(':').next() {
                Some("stance") => Form::ForAgainstAbstain,
                Some("consent") => Form::Consent,
                _ => approval,
            };
            check(&form, &typed(text), Some(text));
        }
    }
}
