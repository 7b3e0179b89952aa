//! Reading in what was written elsewhere.

pub mod decidim;
