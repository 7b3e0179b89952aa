//! The tables of what other servers do to what is here, of what is taken back from them, and of their pictures.

diesel::table! {
    use crate::column::sql::*;
    barred_actor (actor_id) {
        actor_id -> UidSql,
        consultation_id -> UidSql,
        made_by -> Nullable<UidSql>,
        made_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    shut_out (by_id, actor_id) {
        by_id -> UidSql,
        actor_id -> UidSql,
        since -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    pinned (actor_id, uri) {
        actor_id -> UidSql,
        uri -> Text,
        since -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    recalled (object_id) {
        object_id -> UidSql,
        recalled_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    relayed (contribution_id) {
        contribution_id -> UidSql,
        body -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    remote_media (name) {
        name -> Binary,
        url -> Text,
        host -> Text,
        is_avatar -> Bool,
        state -> Text,
        content_type -> Text,
        width -> Integer,
        height -> Integer,
        bytes -> Nullable<Binary>,
        used_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    remote_picture (contribution_id, position) {
        contribution_id -> UidSql,
        position -> SmallInt,
        url -> Text,
        alt -> Text,
    }
}
