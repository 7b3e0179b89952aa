//! Reads shaped for a page: one call each, with a number of statements that does not grow with the content.

pub mod abroad;
pub mod at_home;
pub mod audit;
pub mod budget;
pub mod cards;
pub mod held;
pub mod home;
pub mod map;
pub mod network;
pub mod office;
pub mod open_data;
pub mod organisation;
pub mod page;
pub mod person;
pub mod polls;
pub mod rows;
pub mod stakeholders;
pub mod territory;
pub mod threads;
