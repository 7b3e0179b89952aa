//! The pages, one file each.

pub mod about;
pub mod account;
pub mod enter;
pub mod guest;
pub mod interaction;
mod kept;
pub mod language;
pub mod office;
pub(crate) mod organisations;
pub mod own_pages;
pub(crate) mod pagination;
pub mod public;
pub(crate) use public::Front;
pub(crate) mod public_record;
pub mod set_up;
pub mod sign_in;
pub mod sign_up;
