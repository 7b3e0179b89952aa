//! What a ballot's form sends, and the ballot that it makes: `choice` for answers that are chosen, `option-3` for what is given to option 3.

use crate::form::Fields;
use deliberation::ballot::{Ballot, Fault, Form, amount, number};

/// What the field of an option is called, before its number.
const OPTION: &str = "option-";

/// What can be undone.
const MOST_STEPS: usize = 50;

/// What was sent, name by name; nothing of it is believed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sent(Vec<(String, String)>);

impl Sent {
    /// The fields of a form that belong to the ballot.
    pub(super) fn of(typed: &Fields) -> Self {
        let ours = |(name, _): &(&str, &str)| matches!(*name, "choice" | "past") || name.starts_with(OPTION);
        Self(typed.iter().filter(ours).map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect())
    }

    /// What a ballot would have sent.
    pub(super) fn from_ballot(ballot: &Ballot) -> Self {
        let choice = |value: String| ("choice".to_owned(), value);
        let option = |number: u32, value: String| (format!("{OPTION}{number}"), value);
        Self(match ballot {
            Ballot::Set(numbers) => numbers.iter().map(|number| choice(number.to_string())).collect(),
            Ballot::Stance(stance) => vec![choice(stance.to_string())],
            Ballot::Consent(consent) => vec![choice(consent.to_string())],
            Ballot::Points(given) => given.iter().map(|(number, value)| option(*number, value.to_string())).collect(),
            Ballot::Grades(given) => given.iter().map(|(number, grade)| option(*number, grade.to_string())).collect(),
            Ballot::Ranking(ranked) => (1..).zip(ranked).map(|(rank, number): (u32, _)| option(*number, rank.to_string())).collect(),
        })
    }

    /// The same with one option put in, or taken out where it was in; what was done is remembered, so that it can be undone.
    pub(super) fn toggled(&self, code: &str) -> Self {
        let past = [self.past(), code].join(" ");
        let kept = past.split_whitespace().rev().take(MOST_STEPS).collect::<Vec<_>>();
        let past = kept.into_iter().rev().collect::<Vec<_>>().join(" ");
        self.flipped(code, past)
    }

    /// The same without what was done last.
    pub(super) fn undone(&self) -> Self {
        match self.past().rsplit_once(' ') {
            Some((before, last)) => self.flipped(last, before.to_owned()),
            None => self.flipped(self.past(), String::new()),
        }
    }

    /// What was done, the latest last, separated by spaces.
    pub(super) fn past(&self) -> &str {
        self.0.iter().find(|(name, _)| name == "past").map_or("", |(_, past)| past)
    }

    fn flipped(&self, code: &str, past: String) -> Self {
        let mut pairs: Vec<(String, String)> = self.0.iter().filter(|(name, _)| name != "past").cloned().collect();
        if self.has(code) {
            pairs.retain(|(name, value)| !(name == "choice" && value == code));
        } else if !code.is_empty() {
            pairs.push(("choice".to_owned(), code.to_owned()));
        }
        pairs.push(("past".to_owned(), past));
        Self(pairs)
    }

    /// Every name with its value.
    pub(super) fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// Whether an answer is chosen.
    pub(super) fn has(&self, code: &str) -> bool {
        self.choices().any(|chosen| chosen == code)
    }

    /// What was given to an option; nothing typed is the same as nothing given.
    pub(super) fn given(&self, option: i32) -> &str {
        let name = format!("{OPTION}{option}");
        self.0.iter().find(|(sent, _)| *sent == name).map_or("", |(_, value)| value)
    }

    /// The ballot that was meant; whether the vote takes it is for its form to say.
    pub(super) fn ballot(&self, form: &Form) -> Result<Ballot, Fault> {
        match form {
            Form::ChooseOne | Form::Approval { .. } | Form::Knapsack { .. } => {
                self.choices().map(number).collect::<Result<_, _>>().map(Ballot::Set)
            }
            Form::Cumulative { .. } | Form::Money { .. } | Form::Scale { .. } => self.options(amount).map(Ballot::Points),
            Form::MajorityJudgment { .. } => {
                let grade = |text: &str| u8::try_from(number(text)?).map_err(|_too_large| Fault::TooLarge);
                self.options(grade).map(Ballot::Grades)
            }
            Form::Ranking { .. } => {
                let mut ranked = self.options(number)?;
                ranked.sort_by_key(|(_, rank)| *rank);
                match ranked.array_windows().find(|[left, right]| left.1 == right.1) {
                    Some([_, (twice, _)]) => Err(Fault::Repeated(*twice)),
                    None => Ok(Ballot::Ranking(ranked.into_iter().map(|(number, _)| number).collect())),
                }
            }
            Form::ForAgainstAbstain => self.word("stance"),
            Form::Consent => self.word("consent"),
        }
    }

    fn choices(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter(|(name, _)| name == "choice").map(|(_, value)| value.as_str())
    }

    fn options<T>(&self, read: impl Fn(&str) -> Result<T, Fault>) -> Result<Vec<(u32, T)>, Fault> {
        let given =
            self.0.iter().filter_map(|(name, value)| Some((name.strip_prefix(OPTION)?, value))).filter(|(_, value)| !value.is_empty());
        given.map(|(option, value)| Ok((number(option)?, read(value)?))).collect()
    }

    fn word(&self, kind: &str) -> Result<Ballot, Fault> {
        let sent: Vec<&str> = self.choices().collect();
        match sent.as_slice() {
            [] => Err(Fault::TooFew { least: 1, given: 0 }),
            [one] => format!("{kind}:{one}").parse().map_err(|_unknown: Fault| Fault::NotThisForm),
            more => Err(Fault::TooMany { most: 1, given: u32::try_from(more.len()).unwrap_or(u32::MAX) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use deliberation::ballot::Answers;

    #[test]
    fn what_was_done_can_be_undone() {
        let chosen = |sent: &Sent| sent.choices().map(str::to_owned).collect::<Vec<_>>().join(",");
        let sent = Sent::default().toggled("3").toggled("1").toggled("3");
        assert_eq!((chosen(&sent).as_str(), sent.past()), ("1", "3 1 3"));
        let back = sent.undone();
        assert_eq!((chosen(&back).as_str(), back.past()), ("1,3", "3 1"));
        let start = back.undone().undone();
        assert_eq!((chosen(&start).as_str(), start.past()), ("", ""));
        assert_eq!(chosen(&start.undone()), "");
        let long = (0..60).fold(Sent::default(), |sent, number| sent.toggled(&number.to_string()));
        assert_eq!(long.past().split(' ').count(), MOST_STEPS);
    }

    #[test]
    fn what_is_sent_makes_ballots_and_ballots_what_is_sent() {
        let check = |form: &Form, sent: &[(&str, &str)], expected: Result<&str, Fault>| {
            let sent = Sent(sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
            let made = sent.ballot(form);
            assert_eq!(made.as_ref().map(ToString::to_string), expected.as_ref().map(|text| (*text).to_owned()), "{sent:?}");
            if let Ok(made) = made {
                assert_eq!(Sent::from_ballot(&made).ballot(form), Ok(made));
            }
        };
        check(&Form::ChooseOne, &[("choice", "2")], Ok("set:2"));
        check(&Form::ChooseOne, &[("choice", "-1")], Err(Fault::NotANumber));
        check(&Form::ChooseOne, &[("choice", "9223372036854775808")], Err(Fault::TooLarge));
        check(&Form::ForAgainstAbstain, &[("choice", "against")], Ok("stance:against"));
        check(&Form::ForAgainstAbstain, &[("choice", "support")], Err(Fault::NotThisForm));
        check(&Form::Consent, &[("choice", "live-with")], Ok("consent:live-with"));
        check(&Form::Consent, &[], Err(Fault::TooFew { least: 1, given: 0 }));
        let points = Form::Cumulative { least: 0, most: 10, each: 10 };
        check(&points, &[("option-1", "3"), ("option-2", "")], Ok("points:1=3"));
        check(&points, &[("option-1", "3,5")], Err(Fault::NotANumber));
        check(&points, &[("option-x", "3")], Err(Fault::NotANumber));
        let scale = Form::Scale { lowest: 1, highest: 5, answers: Answers::Any };
        check(&scale, &[("option-2", "4"), ("option-3", "1")], Ok("points:2=4,3=1"));
        let ranking = Form::Ranking { min: 1, max: 3 };
        check(&ranking, &[("option-1", "2"), ("option-2", ""), ("option-3", "1")], Ok("ranking:3,1"));
        check(&ranking, &[("option-1", "1"), ("option-3", "1")], Err(Fault::Repeated(3)));
        let judged = Form::MajorityJudgment { grades: 5, answers: Answers::Any };
        check(&judged, &[("option-1", "4"), ("option-2", "0")], Ok("grades:1=4,2=0"));
        check(&judged, &[("option-1", "256")], Err(Fault::TooLarge));
    }
}
