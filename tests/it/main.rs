//! One integration binary: the features of the house, each through its doors, and the laws (`tidy`).
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on has failed"
)]

mod accounts;
mod accreditations;
mod again;
mod arguments;
mod at_once;
mod budget_box;
mod budget_rules;
mod budget_vote;
mod budgets;
mod canary;
mod canary_abroad;
mod canary_columns;
mod canary_wire;
mod carrying;
mod carrying_store;
mod commitments;
mod common_votes;
mod comparing_rules;
mod crash;
mod documents;
mod doubtful_sign_ups;
mod downloads;
mod effects;
mod elsewhere;
mod fediverse_sign_in;
mod funding;
mod gone;
mod guests;
mod how_it_works;
mod importing;
mod impostors;
mod inbox_cases;
mod initiatives;
mod intents;
mod killed;
mod killed_votes;
mod kit;
mod later;
mod ledger;
mod many_servers;
mod map_ground;
mod matrix;
mod meetings;
mod meetings_abroad;
mod news;
mod news_kept;
mod newsletter;
mod own_pages;
mod paper_lines;
mod places;
mod polling;
mod proposals;
mod public_record;
mod queries;
mod questionnaire_files;
mod questionnaires;
mod reach;
mod recall;
mod receiving;
mod recognising;
mod record_tree;
mod recount;
mod region;
mod region_cases;
mod region_pages;
mod remote_pictures;
mod restoring;
mod searching;
mod secret_votes;
mod security;
mod signals;
mod simulation;
mod stakeholders;
mod still_open;
mod strange_cases;
mod street;
mod supports;
mod texts;
mod tidy;
mod trust;
mod two_databases;
mod two_towns;
mod visibility;
mod vote_records;
mod votes;
mod ways;
mod ways_pages;
mod withdrawn_projects;
mod witnessing;
