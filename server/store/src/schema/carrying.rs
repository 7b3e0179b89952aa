//! The tables of consultations that several territories carry.

diesel::table! {
    use crate::column::sql::*;
    offered (consultation_id) {
        consultation_id -> UidSql,
        reach -> Text,
        rules -> Text,
        offered_by -> Nullable<UidSql>,
        offered_at -> Instant,
        changed_at -> Instant,
        withdrawn_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    carrier (consultation_id, actor_id) {
        consultation_id -> UidSql,
        actor_id -> UidSql,
        state -> Text,
        page -> Nullable<Text>,
        activity -> Nullable<Text>,
        since -> Instant,
        joined_at -> Nullable<Instant>,
        left_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    heard_call (id) {
        id -> UidSql,
        uri -> Text,
        organiser_id -> UidSql,
        group_id -> UidSql,
        title -> Text,
        teaser -> Text,
        introduction -> Text,
        stakes -> Text,
        settled -> Text,
        open_points -> Text,
        input_use -> Text,
        participation -> Text,
        organiser -> Text,
        lang -> Text,
        support_threshold -> Integer,
        rules -> Text,
        page -> Text,
        state -> Text,
        changed_at -> Instant,
        heard_at -> Instant,
        reach -> Text,
        places -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    fellow (call_id, uri) {
        call_id -> UidSql,
        uri -> Text,
        host -> Text,
        name -> Text,
        page -> Nullable<Text>,
        joined_at -> Nullable<Instant>,
        left_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    carried (consultation_id) {
        consultation_id -> UidSql,
        call_id -> UidSql,
        state -> Text,
        activity -> Text,
        introduction -> Text,
        revision -> Nullable<Instant>,
        asked_at -> Instant,
        joined_at -> Nullable<Instant>,
        left_at -> Nullable<Instant>,
        read_at -> Nullable<Instant>,
        behind -> Nullable<Text>,
        behind_pages -> Integer,
        behind_left -> Integer,
    }
}

diesel::table! {
    use crate::column::sql::*;
    call_phase (call_id, position) {
        call_id -> UidSql,
        position -> Integer,
        kind -> Text,
        name -> Text,
        description -> Text,
        opens_at -> Instant,
        closes_at -> Instant,
        propose -> Text,
        discuss -> Text,
        reply -> Text,
        support -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    call_theme (call_id, position) {
        call_id -> UidSql,
        position -> Integer,
        name -> Text,
    }
}
