//! What the numbers say: exact and pure mathematics of support and order. Knows nothing of people, time, databases or the web.

pub mod fair_order;
pub mod recognition;
