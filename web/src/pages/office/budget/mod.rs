//! A participatory budget in the back office: its envelopes, the work list of the services, the study of each project, the vote to prepare and its
//! results to carry over.

pub(super) mod envelope;
pub(super) mod envelopes;
pub(super) mod list;
pub(super) mod project;
mod project_page;
