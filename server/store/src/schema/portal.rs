//! The table of what is published as open data, and which tables its rows join.

diesel::table! {
    use crate::column::sql::*;
    open_data (id) {
        id -> Integer,
        licence -> Text,
        contact_name -> Text,
        contact_email -> Text,
        description -> Text,
        withheld -> Text,
        edited_at -> Instant,
    }
}

use super::{actor, article, consultation, document, place};

diesel::allow_tables_to_appear_in_same_query!(place, consultation);
diesel::allow_tables_to_appear_in_same_query!(place, actor);
diesel::allow_tables_to_appear_in_same_query!(document, consultation);
diesel::allow_tables_to_appear_in_same_query!(article, actor);
