//! The tables of documents with their versions.

diesel::table! {
    use crate::column::sql::*;
    document (id) {
        id -> UidSql,
        consultation_id -> UidSql,
        title -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    document_version (document_id, version) {
        document_id -> UidSql,
        version -> Integer,
        kind -> Text,
        file_name -> Text,
        size -> Integer,
        digest -> Text,
        note -> Text,
        added_at -> Instant,
        bytes -> Binary,
    }
}
