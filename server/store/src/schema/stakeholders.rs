//! The tables of organisations, their members, and the accreditations that collectivities give them.

diesel::table! {
    use crate::column::sql::*;
    organisation (actor_id) {
        actor_id -> UidSql,
        kind -> Text,
        web -> Text,
        registration -> Text,
        publish_abroad -> Bool,
        opened_at -> Instant,
        closed_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    organisation_request (id) {
        id -> UidSql,
        kind -> Text,
        name -> Text,
        summary -> Text,
        web -> Text,
        registration -> Text,
        publish_abroad -> Bool,
        asked_by -> UidSql,
        asked_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    membership (organisation_id, member_id) {
        organisation_id -> UidSql,
        member_id -> UidSql,
        administers -> Bool,
        since -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    invitation (organisation_id, email) {
        organisation_id -> UidSql,
        email -> Text,
        administers -> Bool,
        invited_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    accreditation (id) {
        id -> UidSql,
        uri -> Nullable<Text>,
        by_id -> UidSql,
        organisation_id -> UidSql,
        role -> Text,
        mandate -> Text,
        since -> Instant,
        until -> Nullable<Instant>,
        state -> Text,
        offered_at -> Instant,
        answered_at -> Nullable<Instant>,
        ended_at -> Nullable<Instant>,
        document -> Nullable<Text>,
        acceptance -> Nullable<Text>,
    }
}

use super::{account, actor, contribution, participant, peer_territory, remote_actor};

diesel::allow_tables_to_appear_in_same_query!(organisation, organisation_request, membership, invitation, accreditation, actor);
diesel::allow_tables_to_appear_in_same_query!(organisation, account);
diesel::allow_tables_to_appear_in_same_query!(organisation_request, account);
diesel::allow_tables_to_appear_in_same_query!(membership, account);
diesel::allow_tables_to_appear_in_same_query!(organisation, contribution);
diesel::allow_tables_to_appear_in_same_query!(accreditation, contribution);
diesel::allow_tables_to_appear_in_same_query!(organisation, participant);
diesel::allow_tables_to_appear_in_same_query!(organisation, remote_actor);
diesel::allow_tables_to_appear_in_same_query!(organisation, peer_territory);
