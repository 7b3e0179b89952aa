//! The tables behind reports from the street.

diesel::table! {
    use crate::column::sql::*;
    street_category (id) {
        id -> UidSql,
        position -> Integer,
        code -> Text,
        name -> Text,
        family -> Text,
        description -> Text,
        service -> Text,
        referent_id -> Nullable<UidSql>,
        days -> Integer,
        competent_id -> Nullable<UidSql>,
        private -> Bool,
        closed_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    street_report (id) {
        number -> BigInt,
        id -> UidSql,
        category_id -> UidSql,
        kind -> Text,
        body -> Text,
        address -> Text,
        latitude -> Nullable<Double>,
        longitude -> Nullable<Double>,
        photo_id -> Nullable<UidSql>,
        state -> Text,
        reason -> Nullable<Text>,
        competent -> Text,
        service -> Text,
        agent_id -> Nullable<UidSql>,
        channel -> Text,
        private -> Bool,
        hidden_at -> Nullable<Instant>,
        duplicate_of -> Nullable<UidSql>,
        followers -> Integer,
        reported_at -> Instant,
        confirmed_at -> Nullable<Instant>,
        due_at -> Nullable<Instant>,
        changed_at -> Instant,
        closed_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    street_follower (id) {
        id -> UidSql,
        report_id -> UidSql,
        actor_id -> Nullable<UidSql>,
        email -> Nullable<Text>,
        name -> Text,
        phone -> Text,
        lang -> Text,
        secret -> Text,
        reporter -> Bool,
        confirmed -> Bool,
        since -> Instant,
        asked_at -> Nullable<Instant>,
        guest_id -> Nullable<UidSql>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    street_service (name) {
        name -> Text,
        email -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    street_reminder (agent_id) {
        agent_id -> UidSql,
        told_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    street_step (id) {
        id -> UidSql,
        report_id -> UidSql,
        at -> Instant,
        state -> Text,
        reason -> Nullable<Text>,
        words -> Text,
        note -> Text,
        service -> Text,
        agent_id -> Nullable<UidSql>,
        said_by -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    street_template (id) {
        id -> UidSql,
        name -> Text,
        state -> Text,
        words -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    street_route (id) {
        id -> UidSql,
        report_id -> UidSql,
        actor_id -> UidSql,
        inward -> Bool,
        uri -> Text,
        sent_at -> Instant,
        answered_at -> Nullable<Instant>,
        turn -> Integer,
        state -> Text,
        ended_at -> Nullable<Instant>,
        document -> Text,
        hidden_at -> Nullable<Instant>,
    }
}
