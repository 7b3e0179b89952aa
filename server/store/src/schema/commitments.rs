//! The tables of what becomes of a consultation: commitments, and the report on it.

diesel::table! {
    use crate::column::sql::*;
    commitment (id) {
        id -> UidSql,
        consultation_id -> UidSql,
        position -> Integer,
        title -> Text,
        body -> Text,
        state -> Text,
        reason -> Text,
        progress -> Integer,
        cost -> Nullable<BigInt>,
        responsible -> Text,
        promised_on -> Nullable<Text>,
        first_promised_on -> Nullable<Text>,
        done_on -> Nullable<Text>,
        created_at -> Instant,
        edited_at -> Instant,
        published_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    commitment_source (commitment_id, contribution_id) {
        commitment_id -> UidSql,
        contribution_id -> UidSql,
    }
}

diesel::table! {
    use crate::column::sql::*;
    commitment_news (id) {
        id -> UidSql,
        commitment_id -> UidSql,
        body -> Text,
        state -> Text,
        progress -> Integer,
        promised_on -> Nullable<Text>,
        written_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    commitment_milestone (id) {
        id -> UidSql,
        commitment_id -> UidSql,
        title -> Text,
        due_on -> Text,
        reached_on -> Nullable<Text>,
        added_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    consultation_report (id) {
        id -> UidSql,
        consultation_id -> UidSql,
        title -> Text,
        body -> Text,
        version -> Integer,
        revision -> Integer,
        composed_at -> Instant,
        edited_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    consultation_report_version (report_id, version) {
        report_id -> UidSql,
        version -> Integer,
        title -> Text,
        body -> Text,
        published_at -> Instant,
    }
}
