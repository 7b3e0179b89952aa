//! Votes: prepared, published, voted in, closed. The core is the same for polls and budgets; docs/decisions/0013 says what is secret and how.

mod attach;
mod budget_form;
mod cancel;
mod cast;
mod close;
pub(crate) mod draft;
mod flags;
mod grid;
mod load;
mod otherwise;
mod poll_form;
mod publish;
mod record;
mod rules;
mod signal;
mod voter;
mod withdraw_option;
mod withdraw_project;

pub use attach::attach;
pub use budget_form::{BUDGET_FORMS, BudgetForm};
pub use cancel::cancel;
pub(crate) use cancel::destroy;
pub use cast::{Outcome, cast, cast_with_pass};
pub use close::close;
pub(crate) use close::close_now;
pub use draft::{Draft, DraftOption, MONEY_MAX, draft};
pub use grid::{GridForm, QUESTIONS, grid};
pub use load::{Loaded, asked, load};
pub use otherwise::{Otherwise, otherwise};
pub use poll_form::{FORMS, PollForm};
pub use publish::publish;
pub(crate) use publish::publish_in;
pub(crate) use record::empty;
pub use record::{Published, is_published, record, result};
pub use rules::{RULES, UNIT, counting, rule_code, rule_named, usual_rule};
pub use signal::{Signal, Voices, asks_elsewhere, signal, takes_several, tell};
pub(crate) use signal::{give, take_back};
pub use voter::Voter;
pub use withdraw_option::withdraw_option;
pub(crate) use withdraw_project::withdraw_project;

/// Most boxes of one consultation.
pub const BOXES_MAX: i64 = 50;
/// Most options of a poll.
pub const OPTIONS_MAX: usize = 30;
/// Most projects of a budget's vote.
pub const PROJECTS_MAX: usize = 200;
