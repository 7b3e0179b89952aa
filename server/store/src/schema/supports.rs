//! The tables of supports: those given here, and what territories that carry one consultation tell its organiser of theirs.

diesel::table! {
    use crate::column::sql::*;
    support (contribution_id, actor_id) {
        contribution_id -> UidSql,
        actor_id -> UidSql,
        given_at -> Instant,
        told_home -> Nullable<Bool>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    support_share (contribution_id) {
        contribution_id -> UidSql,
        consultation_id -> UidSql,
        changes -> BigInt,
        told_changes -> BigInt,
        told -> Nullable<Integer>,
        told_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    territory_support (consultation_id, carrier_id, uri) {
        consultation_id -> UidSql,
        carrier_id -> UidSql,
        uri -> Text,
        contribution_id -> Nullable<UidSql>,
        supports -> Integer,
        revision -> Instant,
        heard_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    territory_total (contribution_id) {
        contribution_id -> UidSql,
        supports -> BigInt,
        territories -> Integer,
    }
}

use super::place;

diesel::allow_tables_to_appear_in_same_query!(territory_total, place);
