//! Plain counts of ballots, form by form, exact: whole numbers only. Every count takes checked ballots (`ballot::Form::check`) in any order.
//!
//! What a ballot says of an option that is not in the list (taken back since) is not counted; the ballot is.

pub mod majority;
pub mod motion;
pub mod options;
pub mod ranked;
pub mod scale;

#[cfg(test)]
mod tests;
