//! The tables of texts that are discussed by paragraphs.

use super::consultation;

diesel::table! {
    use crate::column::sql::*;
    draft_text (id) {
        id -> UidSql,
        consultation_id -> UidSql,
        title -> Text,
        introduction -> Text,
        state -> Text,
        revision -> Integer,
        created_at -> Instant,
        edited_at -> Instant,
        opened_at -> Nullable<Instant>,
        closed_at -> Nullable<Instant>,
        settled_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    paragraph (id) {
        id -> UidSql,
        text_id -> UidSql,
        rank -> Integer,
        kind -> Text,
        number -> Integer,
        body -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    said_on_paragraph (contribution_id) {
        contribution_id -> UidSql,
        paragraph_id -> UidSql,
        word -> Text,
        wording -> Text,
        outcome -> Text,
        kept -> Nullable<Text>,
        decided_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    paragraph_support (paragraph_id, actor_id) {
        paragraph_id -> UidSql,
        actor_id -> UidSql,
        given_at -> Instant,
    }
}

diesel::joinable!(paragraph -> draft_text (text_id));
diesel::joinable!(draft_text -> consultation (consultation_id));
diesel::allow_tables_to_appear_in_same_query!(said_on_paragraph, consultation);
diesel::allow_tables_to_appear_in_same_query!(paragraph, consultation);
diesel::allow_tables_to_appear_in_same_query!(paragraph_support, consultation);
diesel::allow_tables_to_appear_in_same_query!(draft_text, consultation);
