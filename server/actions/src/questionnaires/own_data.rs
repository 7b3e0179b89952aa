//! One's own answers to questionnaires, for oneself (GDPR art. 15 and 20): the questions and what was said, in words.

use crate::Result;
use domain::questionnaire::answer::Answer;
use domain::questionnaire::{Form, Question};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use store::{Db, Uid};

/// Every answer of an account.
pub(crate) fn own_data(db: &mut Db, actor: Uid) -> Result<Vec<Value>> {
    let mut all = Vec::new();
    let mut forms: BTreeMap<Uid, (String, Form)> = BTreeMap::new();
    for response in store::responses::all_of(db, actor)? {
        let id = response.questionnaire_id;
        let (title, form) = match forms.entry(id) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(place) => {
                let title = store::questionnaires::find(db, id)?.map(|q| q.title).unwrap_or_default();
                place.insert((title, store::questionnaires::form(db, id)?))
            }
        };
        let said = store::responses::answers(db, form, response.id)?;
        let answers: Vec<Value> = form
            .questions()
            .filter_map(|question| Some(json!({ "question": question.label, "answer": words(question, said.get(&question.id)?) })))
            .collect();
        all.push(json!({
            "questionnaire": title, "state": response.state, "started_at": response.started_at.0.to_string(),
            "sent_at": response.sent_at.map(|at| at.0.to_string()), "answers": answers,
        }));
    }
    Ok(all)
}

/// An answer as JSON: the words of what was chosen, never ids. A file is named by its id: its owner has it already.
#[must_use]
pub fn words(question: &Question, answer: &Answer) -> Value {
    let label = |id| question.choice(id).map(|choice| choice.label.clone()).unwrap_or_default();
    match answer {
        Answer::Text(text) => json!(text),
        Answer::Value(number) => json!(number),
        Answer::Ranked(order) => json!(order.iter().map(|id| label(*id)).collect::<Vec<_>>()),
        Answer::Chosen { choices, other } => {
            json!({ "chosen": choices.iter().map(|id| label(*id)).collect::<Vec<_>>(), "other": other })
        }
        Answer::Cells(cells) => cells
            .iter()
            .map(|(row, column)| (question.row(*row).map(|row| row.label.clone()).unwrap_or_default(), json!(label(*column))))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Answer::File(id) => json!({ "file": id.to_string() }),
    }
}
