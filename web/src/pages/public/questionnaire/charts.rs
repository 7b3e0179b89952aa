//! Results by question: a table whose lines carry a bar, the same for everybody; numbers of few people are only shown to agents.

use crate::page::Page;
use crate::percent::percent;
use domain::questionnaire::{Choice, Form, Question, QuestionKind};
use store::Uid;
use store::responses::totals::Total;

/// The results of a question.
pub(crate) struct Chart {
    pub(crate) name: String,
    pub(crate) question: String,
    pub(crate) label: String,
    pub(crate) kind: &'static str,
    pub(crate) people: i64,
    /// Too few people answered for their numbers to be shown.
    pub(crate) withheld: bool,
    /// How the numbers are made, where it must be said.
    pub(crate) note: String,
    pub(crate) groups: Vec<Group>,
    pub(crate) quotes: Vec<String>,
    /// Whether there are texts or files to read.
    pub(crate) free: bool,
}

/// The lines of a question, or of one row of a grid.
pub(crate) struct Group {
    pub(crate) label: String,
    pub(crate) bars: Vec<Bar>,
}

/// A line.
pub(crate) struct Bar {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) count: i64,
    /// Whole per cent of those who answered the question; of the most points, for a ranking.
    pub(crate) percent: i64,
}

/// The results of every question; those with fewer than `least` people are withheld.
pub(crate) fn charts(page: &Page, form: &Form, totals: &[Total], quotes: &[(Uid, String)], least: i64) -> Vec<Chart> {
    (1..)
        .zip(form.questions())
        .map(|(number, question): (usize, _)| {
            let own: Vec<&Total> = totals.iter().filter(|total| total.question_id == Uid::of(question.id)).collect();
            let people = own.iter().find(|total| total.people).map_or(0, |total| total.total);
            let parts: Vec<&Total> = own.into_iter().filter(|total| !total.people).collect();
            let withheld = people < least;
            let name = format!("r{number}");
            Chart {
                groups: if withheld { Vec::new() } else { groups(page, question, &parts, people, &name) },
                question: question.id.to_string(),
                label: question.label.clone(),
                kind: question.kind.code(),
                people: if withheld { 0 } else { people },
                withheld,
                note: note(page, question),
                quotes: quotes.iter().filter(|(id, _)| *id == Uid::of(question.id)).map(|(_, text)| text.clone()).collect(),
                free: question.kind.is_free() || question.other,
                name,
            }
        })
        .collect()
}

fn note(page: &Page, question: &Question) -> String {
    match question.kind {
        QuestionKind::Ranking => page.t.count("questionnaire-results-ranking", question.choices.len()),
        QuestionKind::Multiple => page.t.get("questionnaire-results-multiple"),
        QuestionKind::Scale if !question.low.is_empty() || !question.high.is_empty() => page.t.with(
            "questionnaire-hint-scale",
            &[
                ("least", question.least.to_string().into()),
                ("most", question.most.to_string().into()),
                ("low", question.low.clone().into()),
                ("high", question.high.clone().into()),
            ],
        ),
        QuestionKind::Short
        | QuestionKind::Long
        | QuestionKind::Single
        | QuestionKind::Scale
        | QuestionKind::Matrix
        | QuestionKind::File => String::new(),
    }
}

fn groups(page: &Page, question: &Question, parts: &[&Total], people: i64, name: &str) -> Vec<Group> {
    let sum = |keep: &dyn Fn(&Total) -> bool| parts.iter().filter(|total| keep(total)).map(|total| total.total).sum::<i64>();
    let counted = |choice: &Choice, row: Option<Uid>| sum(&|total| total.choice_id == Some(Uid::of(choice.id)) && total.row_id == row);
    let one = |counts: Vec<(String, i64)>, of: i64| vec![Group { label: String::new(), bars: bars(name, counts, of) }];
    match question.kind {
        QuestionKind::Short | QuestionKind::Long | QuestionKind::File => Vec::new(),
        QuestionKind::Single | QuestionKind::Multiple => {
            let mut counts: Vec<(String, i64)> = question.choices.iter().map(|c| (c.label.clone(), counted(c, None))).collect();
            if question.other {
                counts.push((page.t.get("questionnaire-other"), sum(&|total| total.choice_id.is_none())));
            }
            one(counts, people)
        }
        QuestionKind::Scale => {
            one((question.least..=question.most).map(|n| (n.to_string(), sum(&|t| t.number == Some(n)))).collect(), people)
        }
        QuestionKind::Ranking => {
            // Borda: as many points as there are answers placed after, had all been placed.
            let most = i64::try_from(question.choices.len()).unwrap_or(0);
            let points = |choice: &Choice| {
                let own = parts.iter().filter(|total| total.choice_id == Some(Uid::of(choice.id)));
                own.map(|total| (most - i64::from(total.number.unwrap_or(0))).max(0) * total.total).sum::<i64>()
            };
            let mut counts: Vec<(String, i64)> = question.choices.iter().map(|c| (c.label.clone(), points(c))).collect();
            counts.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
            one(counts, people * (most - 1).max(1))
        }
        QuestionKind::Matrix => (1..)
            .zip(&question.rows)
            .map(|(line, row): (usize, _)| {
                let counts: Vec<(String, i64)> =
                    question.choices.iter().map(|c| (c.label.clone(), counted(c, Some(Uid::of(row.id))))).collect();
                let of = counts.iter().map(|(_, count)| count).sum();
                Group { label: row.label.clone(), bars: bars(&format!("{name}-{line}"), counts, of) }
            })
            .collect(),
    }
}

fn bars(name: &str, counts: Vec<(String, i64)>, of: i64) -> Vec<Bar> {
    let bar =
        |(line, (label, count)): (usize, (String, i64))| Bar { id: format!("{name}-b{line}"), label, count, percent: percent(count, of) };
    (1..).zip(counts).map(bar).collect()
}
