//! The tables of what the fediverse answers to polls, discussions in two columns, and promises to answer.

diesel::table! {
    use crate::column::sql::*;
    signal_voice (box_id, actor_id, option_number) {
        box_id -> UidSql,
        actor_id -> UidSql,
        option_number -> Integer,
        activity -> Binary,
        thing -> Binary,
    }
}

diesel::table! {
    use crate::column::sql::*;
    signal_total (box_id, option_number) {
        box_id -> UidSql,
        option_number -> Integer,
        voices -> Integer,
    }
}

diesel::table! {
    use crate::column::sql::*;
    signal_told (box_id) {
        box_id -> UidSql,
        voters -> Integer,
        told_at -> Instant,
        waits -> Bool,
    }
}

diesel::table! {
    use crate::column::sql::*;
    sided_discussion (contribution_id) {
        contribution_id -> UidSql,
    }
}

diesel::table! {
    use crate::column::sql::*;
    promised_answer (consultation_id) {
        consultation_id -> UidSql,
    }
}
