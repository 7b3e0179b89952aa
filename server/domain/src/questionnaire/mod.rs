//! A questionnaire: pages of questions, when and by whom it may be answered, and which questions somebody is asked.

pub mod answer;
pub mod arrange;
pub mod draft;
mod mailbox;

pub use mailbox::{is_throwaway, mailbox};

use crate::actor::{Role, Viewer};
use crate::consultation::{Calendar, Stage};
use crate::id::{ChoiceId, QuestionId, SectionId};
use crate::refusal::Refusal;
use answer::{Answer, Answers};
use jiff::Timestamp;

/// Most pages of a questionnaire.
pub const SECTIONS_MAX: usize = 20;
/// Most questions of a questionnaire.
pub const QUESTIONS_MAX: usize = 100;
/// Most answers offered by a question.
pub const CHOICES_MAX: usize = 40;
/// Most rows of a grid.
pub const ROWS_MAX: usize = 20;
/// Fewest people behind the numbers that are published for a question (INSEE's practice for persons).
pub const PEOPLE_MIN: i64 = 11;

crate::words! {
    /// What a question asks for.
    QuestionKind {
        /// A line of text.
        Short = "short",
        /// A text of several lines.
        Long = "long",
        /// One answer of a list.
        Single = "single",
        /// Several answers of a list.
        Multiple = "multiple",
        /// Answers put in order.
        Ranking = "ranking",
        /// A number between two ends.
        Scale = "scale",
        /// One answer for each row.
        Matrix = "matrix",
        /// A picture or a PDF.
        File = "file",
    }
}

impl QuestionKind {
    /// Whether it offers answers to choose from.
    #[must_use]
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::Single | Self::Multiple | Self::Ranking | Self::Matrix)
    }

    /// Whether what is shown of another question may depend on it.
    #[must_use]
    pub const fn decides(self) -> bool {
        matches!(self, Self::Single | Self::Multiple)
    }

    /// Whether people write texts or send files that only agents read.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Short | Self::Long | Self::File)
    }
}

crate::words! {
    /// Who may answer a questionnaire.
    Respondents {
        /// People with an account here, once each.
        Accounts = "accounts",
        /// Everybody, once for each confirmed e-mail address.
        Everyone = "everyone",
    }
}

crate::words! {
    /// Where somebody's answer stands.
    ResponseState {
        /// Being written.
        Draft = "draft",
        /// Sent; the address is not confirmed yet: not counted.
        Sent = "sent",
        /// Confirmed, but the same mailbox seems to have answered already: not counted until an agent decides.
        Flagged = "flagged",
        /// Counted.
        Counted = "counted",
    }
}

/// An answer that is offered, or a row of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: ChoiceId,
    /// Its words.
    pub label: String,
}

/// "Asked if the answer to this question is that."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// A question of an earlier page.
    pub question: QuestionId,
    /// The answer.
    pub choice: ChoiceId,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// What it asks for.
    pub kind: QuestionKind,
    /// The question itself.
    pub label: String,
    /// A line of help.
    pub help: String,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether another answer may be written (single and multiple choice).
    pub other: bool,
    /// Fewest answers (multiple choice), or the low end (scale).
    pub least: i32,
    /// Most answers (multiple choice, 0 for no limit), or the high end (scale).
    pub most: i32,
    /// What the low end means (scale).
    pub low: String,
    /// What the high end means (scale).
    pub high: String,
    /// The answers offered; the columns of a grid.
    pub choices: Vec<Choice>,
    /// The rows of a grid.
    pub rows: Vec<Choice>,
    /// When it is asked.
    pub condition: Option<Condition>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its title; may be empty.
    pub title: String,
    /// What is said above its questions, in Markdown.
    pub text: String,
    /// Its questions.
    pub questions: Vec<Question>,
}

/// The pages of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// In order.
    pub sections: Vec<Section>,
}

impl Question {
    /// The choice with this id.
    #[must_use]
    pub fn choice(&self, id: ChoiceId) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// The row with this id.
    #[must_use]
    pub fn row(&self, id: ChoiceId) -> Option<&Choice> {
        self.rows.iter().find(|row| row.id == id)
    }
}

impl Form {
    /// Every question, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions().find(|question| question.id == id)
    }

    /// The questions of the pages before this one whose answers may decide what is asked.
    pub fn deciding(&self, before: usize) -> impl Iterator<Item = &Question> {
        self.sections.iter().take(before).flat_map(|section| &section.questions).filter(|question| question.kind.decides())
    }

    /// The index of the page that holds this question.
    #[must_use]
    pub fn section_of(&self, id: QuestionId) -> Option<usize> {
        self.sections.iter().position(|section| section.questions.iter().any(|question| question.id == id))
    }

    /// Whether the question is asked, given these answers. The answer to a question that is not asked decides nothing.
    #[must_use]
    pub fn is_asked(&self, question: &Question, answers: &Answers) -> bool {
        let mut condition = question.condition;
        // A condition names an earlier page, so there are no more links than pages.
        for _ in 0..=SECTIONS_MAX {
            let Some(link) = condition else { return true };
            let chosen = match answers.get(&link.question) {
                Some(Answer::Chosen { choices, .. }) => choices.contains(&link.choice),
                Some(Answer::Text(_) | Answer::Ranked(_) | Answer::Value(_) | Answer::Cells(_) | Answer::File(_)) | None => false,
            };
            if !chosen {
                return false;
            }
            condition = self.question(link.question).and_then(|deciding| deciding.condition);
        }
        false
    }

    /// The questions of a page that are asked, given these answers.
    #[must_use]
    pub fn asked(&self, section: usize, answers: &Answers) -> Vec<&Question> {
        let questions = self.sections.get(section).map(|section| section.questions.as_slice()).unwrap_or_default();
        questions.iter().filter(|question| self.is_asked(question, answers)).collect()
    }

    /// The indices of the pages on which something is asked or said.
    #[must_use]
    pub fn path(&self, answers: &Answers) -> Vec<usize> {
        let shown = |(index, section): &(usize, &Section)| section.questions.is_empty() || !self.asked(*index, answers).is_empty();
        self.sections.iter().enumerate().filter(shown).map(|(index, _)| index).collect()
    }

    /// The first page on which a question that must be answered is not, given these answers.
    #[must_use]
    pub fn first_gap(&self, answers: &Answers) -> Option<usize> {
        let lacks = |index: &usize| self.asked(*index, answers).iter().any(|q| q.required && !answers.contains_key(&q.id));
        self.path(answers).into_iter().find(lacks)
    }

    /// Removes the answers to questions that are not asked.
    pub fn settle(&self, answers: &mut Answers) {
        let whole = answers.clone();
        answers.retain(|id, _| self.question(*id).is_some_and(|question| self.is_asked(question, &whole)));
    }
}

/// When a questionnaire may be answered, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Whether it is published.
    pub published: bool,
    /// First instant.
    pub opens_at: Timestamp,
    /// First instant after it.
    pub closes_at: Timestamp,
    /// Whether an agent closed it.
    pub closed: bool,
    /// Who may answer.
    pub respondents: Respondents,
}

crate::words! {
    /// Where a questionnaire stands.
    FormStage {
        /// Not published.
        Draft = "draft",
        /// Published, not open yet.
        Upcoming = "upcoming",
        /// Open.
        Open = "open",
        /// Over.
        Closed = "closed",
    }
}

impl Terms {
    /// Where it stands at `now`, never open outside the first and the last phase of its consultation.
    #[must_use]
    pub fn stage(&self, calendar: &Calendar, now: Timestamp) -> FormStage {
        if !self.published {
            return FormStage::Draft;
        }
        if self.closed || now >= self.closes_at {
            return FormStage::Closed;
        }
        match calendar.phase_at(now) {
            Stage::Closed => FormStage::Closed,
            Stage::Draft | Stage::Upcoming => FormStage::Upcoming,
            Stage::Open(_) | Stage::Pause(_) if now < self.opens_at => FormStage::Upcoming,
            Stage::Open(_) | Stage::Pause(_) => FormStage::Open,
        }
    }

    /// May the viewer answer now?
    ///
    /// # Errors
    /// `NotFound` for what is not published, `NotOpenNow`, `SignInFirst` where an account is needed, `NotYourRole` for accounts of other servers.
    pub fn may_answer(&self, viewer: Viewer, calendar: &Calendar, now: Timestamp) -> Result<(), Refusal> {
        if !calendar.published || !self.published {
            return Err(if viewer.role.is_staff() { Refusal::NotPublished } else { Refusal::NotFound });
        }
        if self.stage(calendar, now) != FormStage::Open {
            return Err(Refusal::NotOpenNow);
        }
        match (viewer.role, self.respondents) {
            (Role::Visitor, Respondents::Accounts) => Err(Refusal::SignInFirst),
            (Role::Remote, _) => Err(Refusal::NotYourRole),
            (Role::Visitor, Respondents::Everyone)
            | (Role::Citizen | Role::Stakeholder | Role::Agent | Role::Moderator | Role::Administrator, _) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
