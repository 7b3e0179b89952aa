//! The table behind the links that show a draft.

diesel::table! {
    use crate::column::sql::*;
    preview_link (id) {
        id -> UidSql,
        what -> Text,
        consultation_id -> Nullable<UidSql>,
        funding_id -> Nullable<UidSql>,
        name -> Text,
        token_hash -> Binary,
        made_at -> Instant,
        ends_at -> Instant,
        revoked_at -> Nullable<Instant>,
        openings -> BigInt,
    }
}
