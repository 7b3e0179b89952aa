//! The tables of votes.

diesel::table! {
    use crate::column::sql::*;
    ballot_box (id) {
        id -> UidSql,
        kind -> Text,
        consultation_id -> UidSql,
        contribution_id -> Nullable<UidSql>,
        title -> Text,
        description -> Text,
        lang -> Text,
        form -> Text,
        rule -> Text,
        levels -> Text,
        opens_at -> Instant,
        closes_at -> Instant,
        live -> Bool,
        revote -> Bool,
        quorum -> Integer,
        population -> Integer,
        population_source -> Text,
        state -> Text,
        lots -> Text,
        pepper -> Nullable<Binary>,
        result -> Nullable<Text>,
        created_at -> Instant,
        published_at -> Nullable<Instant>,
        closed_at -> Nullable<Instant>,
        budget -> BigInt,
        digest -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    ballot_option (box_id, number) {
        box_id -> UidSql,
        number -> Integer,
        title -> Text,
        description -> Text,
        cost -> BigInt,
        withdrawn -> Bool,
        contribution_id -> Nullable<UidSql>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    roll (box_id, mark) {
        box_id -> UidSql,
        mark -> Binary,
        level -> Text,
        channel -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    ballot (box_id, receipt) {
        box_id -> UidSql,
        receipt -> Binary,
        choice -> Text,
        channel -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    uncounted (box_id, reason) {
        box_id -> UidSql,
        reason -> Text,
        ballots -> BigInt,
    }
}
