//! A question as a form shows it: with what was typed, and what is wrong with it.

use crate::form::Fields;
use crate::page::Page;
use crate::texts::Texts;
use domain::id::QuestionId;
use domain::questionnaire::answer::{Answer, AnswerFault, LONG_MAX, OTHER, SHORT_MAX, Typed};
use domain::questionnaire::{Choice, Form, Question, QuestionKind};

/// A question.
pub(crate) struct Field {
    /// The name of its field, and the id of what the summary of errors leads to.
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) label: String,
    pub(crate) help: String,
    /// What is expected, in words; empty where nothing needs to be said.
    pub(crate) hint: String,
    pub(crate) required: bool,
    pub(crate) fault: Option<String>,
    pub(crate) value: String,
    pub(crate) max: usize,
    pub(crate) options: Vec<Tick>,
    /// Another answer.
    pub(crate) other: Option<Other>,
    /// The choices of a ranking, the rows of a grid.
    pub(crate) lines: Vec<Line>,
    /// Whether a file is there already.
    pub(crate) received: bool,
    /// When it is asked, in words: for the preview.
    pub(crate) condition: String,
}

/// Something to tick or to choose.
pub(crate) struct Tick {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// Another answer.
pub(crate) struct Other {
    pub(crate) value: String,
    pub(crate) chosen: bool,
}

/// A line of a ranking or of a grid.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) options: Vec<Tick>,
}

/// The name of a question's field.
pub(crate) fn name(form: &Form, id: QuestionId) -> String {
    let place = form.questions().position(|question| question.id == id).unwrap_or(0);
    format!("q{}", place + 1)
}

/// What was typed for a question.
pub(crate) fn typed(form: &Form, question: &Question, fields: &Fields) -> Typed {
    let name = name(form, question.id);
    let lines = if question.kind == QuestionKind::Matrix { question.rows.len() } else { question.choices.len() };
    Typed {
        values: fields.iter().filter(|(field, _)| *field == name).map(|(_, value)| value.to_owned()).collect(),
        other: fields.get(&format!("{name}-other")).to_owned(),
        parts: (1..=lines).map(|line| fields.get(&format!("{name}-{line}")).to_owned()).collect(),
    }
}

impl Field {
    /// A question with what was typed.
    pub(crate) fn new(page: &Page, form: &Form, question: &Question, typed: &Typed, received: bool, fault: Option<AnswerFault>) -> Self {
        let t = &page.t;
        let name = name(form, question.id);
        let options = match question.kind {
            QuestionKind::Single | QuestionKind::Multiple => ticks(&question.choices, &typed.values),
            QuestionKind::Scale => (question.least..=question.most)
                .map(|n| Tick { value: n.to_string(), label: n.to_string(), chosen: typed.values.contains(&n.to_string()) })
                .collect(),
            QuestionKind::Short | QuestionKind::Long | QuestionKind::Ranking | QuestionKind::Matrix | QuestionKind::File => Vec::new(),
        };
        Self {
            kind: question.kind.code(),
            label: question.label.clone(),
            help: question.help.clone(),
            hint: hint(t, question),
            required: question.required,
            fault: fault.map(|fault| message(t, fault)),
            value: typed.values.first().cloned().unwrap_or_default(),
            max: if question.kind == QuestionKind::Long { LONG_MAX } else { SHORT_MAX },
            other: question.other.then(|| Other { value: typed.other.clone(), chosen: typed.values.iter().any(|v| v == OTHER) }),
            lines: lines(t, question, typed, &name),
            options,
            received,
            condition: condition(t, form, question),
            name,
        }
    }

    /// What it is told by.
    pub(crate) const fn told(&self) -> Told<'_> {
        Told(self)
    }

    /// Whether it is a group of fields with a legend.
    pub(crate) fn is_group(&self) -> bool {
        !matches!(self.kind, "short" | "long" | "file")
    }
}

/// The attribute that ties a field to its help, its hint and its error. The names of fields are ours.
pub(crate) struct Told<'a>(&'a Field);

impl std::fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Field { name, help, hint, fault, .. } = self.0;
        let there = [("help", !help.is_empty()), ("hint", !hint.is_empty()), ("error", fault.is_some())];
        let ids: Vec<String> = there.iter().filter(|(_, there)| *there).map(|(end, _)| format!("{name}-{end}")).collect();
        if ids.is_empty() { Ok(()) } else { write!(f, " aria-describedby=\"{}\"", ids.join(" ")) }
    }
}

impl askama::filters::HtmlSafe for Told<'_> {}

fn ticks(choices: &[Choice], chosen: &[String]) -> Vec<Tick> {
    let tick = |choice: &Choice| {
        let value = choice.id.to_string();
        Tick { chosen: chosen.contains(&value), value, label: choice.label.clone() }
    };
    choices.iter().map(tick).collect()
}

fn lines(t: &Texts, question: &Question, typed: &Typed, name: &str) -> Vec<Line> {
    let labels = match question.kind {
        QuestionKind::Ranking => &question.choices,
        QuestionKind::Matrix => &question.rows,
        QuestionKind::Short
        | QuestionKind::Long
        | QuestionKind::Single
        | QuestionKind::Multiple
        | QuestionKind::Scale
        | QuestionKind::File => return Vec::new(),
    };
    let line = |(number, choice): (usize, &Choice)| {
        let said = typed.parts.get(number - 1).cloned().unwrap_or_default();
        let options = if question.kind == QuestionKind::Matrix {
            ticks(&question.choices, &[said])
        } else {
            let rank = |n: usize| Tick { value: n.to_string(), label: n.to_string(), chosen: said == n.to_string() };
            let none = Tick { value: String::new(), label: t.get("questionnaire-unranked"), chosen: said.is_empty() };
            std::iter::once(none).chain((1..=question.choices.len()).map(rank)).collect()
        };
        Line { name: format!("{name}-{number}"), label: choice.label.clone(), options }
    };
    (1..).zip(labels).map(line).collect()
}

/// What is expected.
fn hint(t: &Texts, question: &Question) -> String {
    match question.kind {
        QuestionKind::Multiple => match (question.least, question.most) {
            (least, 0) if least < 2 => t.get("questionnaire-hint-several"),
            (least, 0) => t.count("questionnaire-hint-least", least),
            (least, most) if least < 2 => t.count("questionnaire-hint-most", most),
            (least, most) => t.with2("questionnaire-hint-between", "least", least, "most", most),
        },
        QuestionKind::Ranking => t.get("questionnaire-hint-ranking"),
        QuestionKind::Scale if !question.low.is_empty() || !question.high.is_empty() => t.with(
            "questionnaire-hint-scale",
            &[
                ("least", question.least.to_string().into()),
                ("most", question.most.to_string().into()),
                ("low", question.low.clone().into()),
                ("high", question.high.clone().into()),
            ],
        ),
        QuestionKind::File => t.get("questionnaire-hint-file"),
        QuestionKind::Short | QuestionKind::Long | QuestionKind::Single | QuestionKind::Scale | QuestionKind::Matrix => String::new(),
    }
}

/// "Asked if the answer to … is …", or nothing.
pub(crate) fn condition(t: &Texts, form: &Form, question: &Question) -> String {
    let found = question.condition.and_then(|c| {
        let deciding = form.question(c.question)?;
        Some((deciding.label.clone(), deciding.choice(c.choice)?.label.clone()))
    });
    found.map(|(label, choice)| t.with2("questionnaire-condition", "question", label, "choice", choice)).unwrap_or_default()
}

/// What is wrong, in words.
pub(crate) fn message(t: &Texts, fault: AnswerFault) -> String {
    // ftl: questionnaire-fault-*
    match fault {
        AnswerFault::Missing => t.get("questionnaire-fault-missing"),
        AnswerFault::TooLong(max) => t.count("fault-too_long", max),
        AnswerFault::Choice => t.get("fault-choice"),
        AnswerFault::OtherMissing => t.get("questionnaire-fault-other"),
        AnswerFault::TooFew(least) => t.count("questionnaire-fault-few", least),
        AnswerFault::TooMany(most) => t.count("questionnaire-fault-many", most),
        AnswerFault::SameRank => t.get("questionnaire-fault-rank"),
        AnswerFault::RowMissing => t.get("questionnaire-fault-row"),
        AnswerFault::NotAFile => t.get("questionnaire-fault-file"),
        AnswerFault::TooHeavy(bytes) => t.count("questionnaire-fault-heavy", bytes / (1024 * 1024)),
    }
}

/// An answer in words, a line for each part.
pub(crate) fn said(t: &Texts, question: &Question, answer: &Answer) -> Vec<String> {
    let label = |id| question.choice(id).map(|choice| choice.label.clone()).unwrap_or_default();
    match answer {
        Answer::Text(text) => vec![text.clone()],
        Answer::Value(number) => vec![number.to_string()],
        Answer::Chosen { choices, other } => choices.iter().map(|id| label(*id)).chain(other.clone()).collect(),
        Answer::Ranked(order) => (1..).zip(order).map(|(rank, id): (usize, _)| format!("{rank}. {}", label(*id))).collect(),
        Answer::Cells(cells) => {
            let row = |id| question.row(id).map(|row| row.label.clone()).unwrap_or_default();
            cells.iter().map(|(id, column)| t.with2("questionnaire-cell", "row", row(*id), "column", label(*column))).collect()
        }
        Answer::File(_) => vec![t.get("questionnaire-file-there")],
    }
}
