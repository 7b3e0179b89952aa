//! The tables of the ways to a ballot without an account, and of paper.

diesel::table! {
    use crate::column::sql::*;
    ballot_code (box_id, mark) {
        box_id -> UidSql,
        mark -> Binary,
        number -> Integer,
        cancelled -> Bool,
    }
}

diesel::table! {
    use crate::column::sql::*;
    ballot_pass (box_id, hash) {
        box_id -> UidSql,
        hash -> Binary,
        mark -> Binary,
        level -> Text,
        expires_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    ballot_list (box_id) {
        box_id -> UidSql,
        fields -> Text,
        persons -> Integer,
    }
}

diesel::table! {
    use crate::column::sql::*;
    ballot_entry (box_id, entry) {
        box_id -> UidSql,
        entry -> Binary,
        persons -> Integer,
    }
}

diesel::table! {
    use crate::column::sql::*;
    paper_batch (box_id, number) {
        box_id -> UidSql,
        number -> Integer,
        state -> Text,
        size -> Integer,
        spoiled -> Integer,
        first_by -> Nullable<UidSql>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    paper_line (box_id, batch, turn, line) {
        box_id -> UidSql,
        batch -> Integer,
        turn -> Integer,
        line -> Integer,
        choice -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    paper_count (box_id) {
        box_id -> UidSql,
        ended_at -> Instant,
        settled_at -> Nullable<Instant>,
        ballots -> Integer,
        spoiled -> Integer,
        marks -> Integer,
        reason -> Text,
    }
}
