//! The tables of meetings.

diesel::table! {
    use crate::column::sql::*;
    meeting (id) {
        id -> UidSql,
        consultation_id -> Nullable<UidSql>,
        state -> Text,
        kind -> Text,
        title -> Text,
        body -> Text,
        agenda -> Text,
        lang -> Text,
        venue -> Text,
        address -> Text,
        latitude -> Nullable<Double>,
        longitude -> Nullable<Double>,
        link -> Text,
        link_is_private -> Bool,
        begins_at -> Instant,
        ends_at -> Instant,
        by_registration -> Bool,
        places -> Nullable<Integer>,
        opens_at -> Nullable<Instant>,
        closes_at -> Nullable<Instant>,
        minutes -> Text,
        minutes_at -> Nullable<Instant>,
        cancel_reason -> Text,
        created_at -> Instant,
        published_at -> Nullable<Instant>,
        edited_at -> Instant,
        sequence -> Integer,
        taken_count -> Integer,
        waiting_count -> Integer,
        attended_count -> Integer,
        contribution_count -> Integer,
    }
}

diesel::table! {
    use crate::column::sql::*;
    registration (id) {
        id -> UidSql,
        meeting_id -> UidSql,
        actor_id -> Nullable<UidSql>,
        email -> Nullable<Text>,
        name -> Text,
        lang -> Text,
        state -> Text,
        rank -> Integer,
        code -> Text,
        key_hash -> Binary,
        activity -> Nullable<Text>,
        created_at -> Instant,
        changed_at -> Instant,
        told -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    said_at_meeting (contribution_id) {
        contribution_id -> UidSql,
        meeting_id -> UidSql,
    }
}

use super::{actor, consultation, contribution};

diesel::allow_tables_to_appear_in_same_query!(meeting, registration, said_at_meeting);
diesel::allow_tables_to_appear_in_same_query!(meeting, consultation);
diesel::allow_tables_to_appear_in_same_query!(registration, actor);
diesel::allow_tables_to_appear_in_same_query!(said_at_meeting, contribution);
