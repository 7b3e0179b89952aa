//! The tables of the projects that look for money, and of what is reported of them.

diesel::table! {
    use crate::column::sql::*;
    funding_project (id) {
        id -> UidSql,
        consultation_id -> Nullable<UidSql>,
        carrier -> Text,
        title -> Text,
        body -> Text,
        lang -> Text,
        mode -> Text,
        with_return -> Bool,
        goal -> BigInt,
        cost -> Nullable<BigInt>,
        raised -> BigInt,
        contributors -> Integer,
        opens_on -> Text,
        closes_on -> Text,
        link -> Text,
        created_at -> Instant,
        published_at -> Nullable<Instant>,
        edited_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    funding_report (id) {
        id -> UidSql,
        project_id -> UidSql,
        raised -> BigInt,
        contributors -> Integer,
        source -> Text,
        news -> Text,
        reported_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    funding_hook (project_id) {
        project_id -> UidSql,
        secret -> Text,
        last_second -> BigInt,
        made_at -> Instant,
    }
}
