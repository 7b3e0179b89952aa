//! Arranging a questionnaire: adding, moving, copying and removing pages and questions. A condition that would no longer look back is dropped.

use super::{Choice, Condition, Form, QUESTIONS_MAX, Question, SECTIONS_MAX, Section};
use crate::id::{ChoiceId, QuestionId, SectionId};
use crate::refusal::Refusal;
use std::collections::BTreeMap;
use uuid::Uuid;

crate::words! {
    /// What may be done to a page or a question.
    Move {
        /// One place earlier.
        Up = "up",
        /// One place later.
        Down = "down",
        /// Once more, just after.
        Copy = "copy",
        /// Taken away.
        Remove = "remove",
    }
}

impl Form {
    /// Adds an empty page at the end.
    ///
    /// # Errors
    /// `NoRoom` when there is no room.
    pub fn add_section(&mut self, id: SectionId) -> Result<(), Refusal> {
        if self.sections.len() >= SECTIONS_MAX {
            return Err(Refusal::NoRoom);
        }
        self.sections.push(Section { id, title: String::new(), text: String::new(), questions: Vec::new() });
        Ok(())
    }

    /// Adds a question at the end of a page.
    ///
    /// # Errors
    /// `NotFound` when there is no such page, `NoRoom` when there is no room.
    pub fn add_question(&mut self, section: SectionId, question: Question) -> Result<(), Refusal> {
        if self.questions().count() >= QUESTIONS_MAX {
            return Err(Refusal::NoRoom);
        }
        let section = self.sections.iter_mut().find(|each| each.id == section).ok_or(Refusal::NotFound)?;
        section.questions.push(question);
        self.drop_blind_conditions();
        Ok(())
    }

    /// Moves, copies or removes a page. `new_id` gives the ids of the copies.
    ///
    /// # Errors
    /// `NotFound`, `NoRoom`.
    pub fn arrange_section(&mut self, id: SectionId, act: Move, new_id: &mut dyn FnMut() -> Uuid) -> Result<(), Refusal> {
        let place = self.sections.iter().position(|each| each.id == id).ok_or(Refusal::NotFound)?;
        match act {
            Move::Up | Move::Down => swap(&mut self.sections, place, act),
            Move::Remove => drop(self.sections.remove(place)),
            Move::Copy => {
                let copied = self.sections.get(place).cloned().ok_or(Refusal::NotFound)?;
                if self.sections.len() >= SECTIONS_MAX || self.questions().count() + copied.questions.len() > QUESTIONS_MAX {
                    return Err(Refusal::NoRoom);
                }
                let copy = Self { sections: vec![copied] }.copied(new_id);
                self.sections.splice(place + 1..place + 1, copy.sections);
            }
        }
        self.drop_blind_conditions();
        Ok(())
    }

    /// Moves, copies or removes a question; at the top or the bottom of its page it goes to the page beside it.
    ///
    /// # Errors
    /// `NotFound`, `NoRoom`.
    pub fn arrange_question(&mut self, id: QuestionId, act: Move, new_id: &mut dyn FnMut() -> Uuid) -> Result<(), Refusal> {
        let full = self.questions().count() >= QUESTIONS_MAX;
        let pages = self.sections.len();
        let page = self.section_of(id).ok_or(Refusal::NotFound)?;
        let section = self.sections.get_mut(page).ok_or(Refusal::NotFound)?;
        let place = section.questions.iter().position(|each| each.id == id).ok_or(Refusal::NotFound)?;
        let last = section.questions.len().saturating_sub(1);
        match act {
            Move::Remove => drop(section.questions.remove(place)),
            Move::Copy if full => return Err(Refusal::NoRoom),
            Move::Copy => {
                let original = section.questions.get(place).cloned().ok_or(Refusal::NotFound)?;
                section.questions.insert(place + 1, renamed(original, &mut BTreeMap::new(), new_id));
            }
            Move::Up if place == 0 && page > 0 => self.carry(page, place, page - 1),
            Move::Down if place == last && page + 1 < pages => self.carry(page, place, page + 1),
            Move::Up | Move::Down => swap(&mut section.questions, place, act),
        }
        self.drop_blind_conditions();
        Ok(())
    }

    /// The same with new ids everywhere; conditions follow what they name when it is copied too.
    #[must_use]
    pub fn copied(&self, new_id: &mut dyn FnMut() -> Uuid) -> Self {
        let mut names = BTreeMap::new();
        let mut copy = self.clone();
        for section in &mut copy.sections {
            section.id = SectionId(new_id());
            let questions = std::mem::take(&mut section.questions);
            section.questions = questions.into_iter().map(|question| renamed(question, &mut names, new_id)).collect();
        }
        let follow = |old: Uuid| names.get(&old).copied().unwrap_or(old);
        for question in copy.sections.iter_mut().flat_map(|section| &mut section.questions) {
            question.condition = question.condition.map(|condition| Condition {
                question: QuestionId(follow(condition.question.0)),
                choice: ChoiceId(follow(condition.choice.0)),
            });
        }
        copy
    }

    /// Drops the conditions that do not name an answer offered on an earlier page.
    pub fn drop_blind_conditions(&mut self) {
        let whole = self.clone();
        for (page, section) in self.sections.iter_mut().enumerate() {
            for question in &mut section.questions {
                let sees = |c: &Condition| whole.deciding(page).any(|q| q.id == c.question && q.choice(c.choice).is_some());
                question.condition = question.condition.filter(sees);
            }
        }
    }

    fn carry(&mut self, from: usize, place: usize, to: usize) {
        let taken = self.sections.get_mut(from).map(|section| section.questions.remove(place));
        if let (Some(question), Some(section)) = (taken, self.sections.get_mut(to)) {
            let end = if to < from { section.questions.len() } else { 0 };
            section.questions.insert(end, question);
        }
    }
}

fn swap<T>(list: &mut [T], place: usize, act: Move) {
    let other = if act == Move::Up { place.checked_sub(1) } else { Some(place + 1) };
    if let Some(other) = other.filter(|other| *other < list.len()) {
        list.swap(place, other);
    }
}

fn renamed(mut question: Question, names: &mut BTreeMap<Uuid, Uuid>, new_id: &mut dyn FnMut() -> Uuid) -> Question {
    let mut rename = |old: Uuid| {
        let new = new_id();
        names.insert(old, new);
        new
    };
    question.id = QuestionId(rename(question.id.0));
    let mut again = |choices: Vec<Choice>| -> Vec<Choice> {
        choices.into_iter().map(|choice| Choice { id: ChoiceId(rename(choice.id.0)), label: choice.label }).collect()
    };
    question.choices = again(question.choices);
    question.rows = again(question.rows);
    question
}
