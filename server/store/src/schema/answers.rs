//! The table of official answers.

diesel::table! {
    use crate::column::sql::*;
    official_answer (id) {
        id -> UidSql,
        contribution_id -> UidSql,
        state -> Text,
        body -> Text,
        signed_by -> Text,
        author_id -> Nullable<UidSql>,
        answered_at -> Instant,
        uri -> Nullable<Text>,
    }
}
