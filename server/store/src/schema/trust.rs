//! The tables of what collectivities say of their territory, and of those that recognise each other.

diesel::table! {
    use crate::column::sql::*;
    peer_territory (actor_id) {
        actor_id -> UidSql,
        kind -> Text,
        insee_code -> Nullable<Text>,
        siren -> Nullable<Text>,
        parent -> Text,
        controller -> Text,
        contact -> Text,
        read_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    recognition (id) {
        id -> UidSql,
        uri -> Text,
        actor_id -> UidSql,
        ours -> Bool,
        state -> Text,
        answer -> Nullable<Text>,
        proposed_at -> Instant,
        answered_at -> Nullable<Instant>,
        ended_at -> Nullable<Instant>,
        ended_here -> Bool,
        made_by -> Nullable<UidSql>,
        kind -> Text,
        insee_code -> Nullable<Text>,
        siren -> Nullable<Text>,
        parent -> Text,
        controller -> Text,
        contact -> Text,
        statement -> Nullable<Text>,
    }
}
