//! What an agent types for a question, and the question it makes.

use super::{CHOICES_MAX, Choice, Condition, Question, QuestionKind, ROWS_MAX};
use crate::id::{ChoiceId, QuestionId};
use crate::text::{self, Fault};
use uuid::Uuid;

/// A question as typed. Every field is a text, as forms send them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuestionDraft {
    /// The question.
    pub label: String,
    /// A line of help.
    pub help: String,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether another answer may be written.
    pub other: bool,
    /// Fewest answers, or the low end.
    pub least: String,
    /// Most answers, or the high end.
    pub most: String,
    /// What the low end means.
    pub low: String,
    /// What the high end means.
    pub high: String,
    /// The answers offered, one a line.
    pub choices: String,
    /// The rows, one a line.
    pub rows: String,
    /// `question:choice`, or empty.
    pub condition: String,
}

/// Longest question, answer offered and help, in characters.
pub const LABEL_MAX: usize = 300;
/// Ends of a scale.
const SCALE: std::ops::RangeInclusive<i32> = 0..=10;

impl QuestionDraft {
    /// What a form shows of a question that exists.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        let lines = |choices: &[Choice]| choices.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("\n");
        let number = |number: i32| if number == 0 && question.kind != QuestionKind::Scale { String::new() } else { number.to_string() };
        Self {
            label: question.label.clone(),
            help: question.help.clone(),
            required: question.required,
            other: question.other,
            least: number(question.least),
            most: number(question.most),
            low: question.low.clone(),
            high: question.high.clone(),
            choices: lines(&question.choices),
            rows: lines(&question.rows),
            condition: question.condition.map(|c| format!("{}:{}", c.question, c.choice)).unwrap_or_default(),
        }
    }

    /// The question it makes, in the place of `old`: answers offered that keep their words keep their ids. A condition that cannot be read
    /// is a fault; whether it looks back is for the form to say.
    ///
    /// # Errors
    /// Every faulty field.
    pub fn parse(&self, old: &Question, new_id: &mut dyn FnMut() -> Uuid) -> Result<Question, Vec<(&'static str, Fault)>> {
        let mut faults = Vec::new();
        let mut keep =
            |field: &'static str, result: Result<String, Fault>| result.map_err(|fault| faults.push((field, fault))).unwrap_or_default();
        let label = keep("label", text::bounded_line(&self.label, 3, LABEL_MAX));
        let help = keep("help", text::bounded_line(&self.help, 0, LABEL_MAX));
        let scale = old.kind == QuestionKind::Scale;
        let ends = |text: &str| if scale { text::bounded_line(text, 0, text::NAME_MAX) } else { Ok(String::new()) };
        let (low, high) = (keep("low", ends(&self.low)), keep("high", ends(&self.high)));
        let choices = if old.kind.has_choices() {
            lines("choices", &self.choices, &old.choices, CHOICES_MAX, 2, new_id, &mut faults)
        } else {
            Vec::new()
        };
        let rows = if old.kind == QuestionKind::Matrix {
            lines("rows", &self.rows, &old.rows, ROWS_MAX, 1, new_id, &mut faults)
        } else {
            Vec::new()
        };
        let other = self.other && matches!(old.kind, QuestionKind::Single | QuestionKind::Multiple);
        let (least, most) = self.bounds(old.kind, choices.len() + usize::from(other), &mut faults);
        let condition = self.read_condition().unwrap_or_else(|fault| {
            faults.push(("condition", fault));
            None
        });
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Question {
            id: old.id,
            kind: old.kind,
            label,
            help,
            required: self.required,
            other,
            least,
            most,
            low,
            high,
            choices,
            rows,
            condition,
        })
    }

    fn bounds(&self, kind: QuestionKind, offered: usize, faults: &mut Vec<(&'static str, Fault)>) -> (i32, i32) {
        let offered = i32::try_from(offered).unwrap_or(i32::MAX);
        let mut number = |field: &'static str, text: &str, usual: i32, range: std::ops::RangeInclusive<i32>| {
            let text = text.trim();
            let read = if text.is_empty() { Some(usual) } else { text.parse().ok().filter(|number| range.contains(number)) };
            read.unwrap_or_else(|| {
                faults.push((field, Fault::Choice));
                usual
            })
        };
        let bounds = match kind {
            QuestionKind::Scale => (number("least", &self.least, 1, SCALE), number("most", &self.most, 5, SCALE)),
            QuestionKind::Multiple => (number("least", &self.least, 0, 0..=offered), number("most", &self.most, 0, 0..=offered)),
            QuestionKind::Short
            | QuestionKind::Long
            | QuestionKind::Single
            | QuestionKind::Ranking
            | QuestionKind::Matrix
            | QuestionKind::File => (0, 0),
        };
        let disorder = match kind {
            QuestionKind::Scale => bounds.1 <= bounds.0,
            QuestionKind::Multiple => bounds.1 > 0 && bounds.1 < bounds.0,
            QuestionKind::Short
            | QuestionKind::Long
            | QuestionKind::Single
            | QuestionKind::Ranking
            | QuestionKind::Matrix
            | QuestionKind::File => false,
        };
        if disorder {
            faults.push(("most", Fault::Choice));
        }
        bounds
    }

    fn read_condition(&self) -> Result<Option<Condition>, Fault> {
        if self.condition.is_empty() {
            return Ok(None);
        }
        let (question, choice) = self.condition.split_once(':').ok_or(Fault::Choice)?;
        let question = QuestionId::parse(question).ok_or(Fault::Choice)?;
        let choice = ChoiceId::parse(choice).ok_or(Fault::Choice)?;
        Ok(Some(Condition { question, choice }))
    }
}

/// One choice a line; a line that kept its words, or else its place, keeps its id.
fn lines(
    field: &'static str,
    text: &str,
    old: &[Choice],
    most: usize,
    least: usize,
    new_id: &mut dyn FnMut() -> Uuid,
    faults: &mut Vec<(&'static str, Fault)>,
) -> Vec<Choice> {
    let labels: Vec<String> = text.lines().map(text::line).filter(|line| !line.is_empty()).collect();
    let fault = match labels.len() {
        0 => Some(Fault::Missing),
        count if count < least => Some(Fault::Missing),
        count if count > most => Some(Fault::TooLong(most)),
        _ if labels.iter().any(|label| label.chars().count() > LABEL_MAX) => Some(Fault::Shape),
        _ if twice(&labels) => Some(Fault::Taken),
        _ => None,
    };
    faults.extend(fault.map(|fault| (field, fault)));
    let same_words = |label: &String| old.iter().find(|choice| choice.label == *label).map(|choice| choice.id);
    let kept: Vec<ChoiceId> = labels.iter().filter_map(same_words).collect();
    let place = |index: usize| old.get(index).map(|choice| choice.id).filter(|id| old.len() == labels.len() && !kept.contains(id));
    let id = |(index, label): (usize, &String)| same_words(label).or_else(|| place(index));
    let ids: Vec<Option<ChoiceId>> = labels.iter().enumerate().map(id).collect();
    labels.into_iter().zip(ids).map(|(label, id)| Choice { id: id.unwrap_or_else(|| ChoiceId(new_id())), label }).collect()
}

fn twice(labels: &[String]) -> bool {
    labels.iter().enumerate().any(|(index, label)| labels.iter().skip(index + 1).any(|other| other == label))
}
