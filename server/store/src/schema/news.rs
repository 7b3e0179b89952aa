//! The tables of what the collectivity tells: news, newsletter, glossary, pages of its own.

diesel::table! {
    use crate::column::sql::*;
    article (id) {
        id -> UidSql,
        author_id -> Nullable<UidSql>,
        written_by -> Nullable<UidSql>,
        consultation_id -> Nullable<UidSql>,
        state -> Text,
        title -> Text,
        summary -> Text,
        body -> Text,
        lang -> Text,
        reason -> Text,
        version -> Integer,
        revision -> Integer,
        created_at -> Instant,
        edited_at -> Instant,
        published_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    article_version (article_id, version) {
        article_id -> UidSql,
        version -> Integer,
        title -> Text,
        summary -> Text,
        body -> Text,
        published_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    subscription (id) {
        id -> UidSql,
        email -> Nullable<Text>,
        lang -> Text,
        segment -> Text,
        consultation_id -> Nullable<UidSql>,
        theme_id -> Nullable<UidSql>,
        state -> Text,
        consent -> Text,
        key_hash -> Binary,
        asked_at -> Instant,
        confirmed_at -> Nullable<Instant>,
        ended_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    newsletter (id) {
        id -> UidSql,
        segment -> Text,
        consultation_id -> Nullable<UidSql>,
        theme_id -> Nullable<UidSql>,
        state -> Text,
        title -> Text,
        body -> Text,
        lang -> Text,
        revision -> Integer,
        created_at -> Instant,
        edited_at -> Instant,
        sent_at -> Nullable<Instant>,
        sent_to -> Nullable<UidSql>,
        letters -> Integer,
    }
}

diesel::table! {
    use crate::column::sql::*;
    newsletter_item (newsletter_id, position) {
        newsletter_id -> UidSql,
        position -> Integer,
        kind -> Text,
        target_id -> UidSql,
    }
}

diesel::table! {
    use crate::column::sql::*;
    glossary_term (id) {
        id -> UidSql,
        lang -> Text,
        term -> Text,
        sorted -> Text,
        explanation -> Text,
        edited_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    legal_text (page, lang) {
        page -> Text,
        lang -> Text,
        body -> Text,
        replaces -> Bool,
        edited_at -> Instant,
    }
}

use super::consultation;

diesel::allow_tables_to_appear_in_same_query!(article, consultation);
