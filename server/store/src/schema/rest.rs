//! The table of what is at stake in votes.

diesel::table! {
    use crate::column::sql::*;
    vote_risk (box_id) {
        box_id -> UidSql,
        answers -> Text,
    }
}
