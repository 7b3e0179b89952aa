//! The tables of participatory budgets.

diesel::table! {
    use crate::column::sql::*;
    envelope (id) {
        id -> UidSql,
        consultation_id -> UidSql,
        position -> Integer,
        title -> Text,
        district -> Text,
        amount -> BigInt,
        most -> BigInt,
        box_id -> Nullable<UidSql>,
        settled_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    project (contribution_id) {
        contribution_id -> UidSql,
        consultation_id -> UidSql,
        envelope_id -> UidSql,
        place -> Text,
        asked -> Nullable<BigInt>,
        state -> Text,
        service -> Text,
        agent_id -> Nullable<UidSql>,
        verdict -> Nullable<Text>,
        cost -> Nullable<BigInt>,
        reasons -> Text,
        decided_at -> Nullable<Instant>,
        merged_into -> Nullable<UidSql>,
        works -> Nullable<Text>,
        promised_on -> Nullable<Text>,
        done_on -> Nullable<Text>,
        works_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    project_note (id) {
        id -> UidSql,
        contribution_id -> UidSql,
        author_id -> Nullable<UidSql>,
        body -> Text,
        written_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    project_news (id) {
        id -> UidSql,
        contribution_id -> UidSql,
        body -> Text,
        written_at -> Instant,
    }
}
