//! The tables behind the door to other servers.

diesel::table! {
    use crate::column::sql::*;
    actor_key (actor_id) {
        actor_id -> UidSql,
        rsa -> Binary,
        ed25519 -> Binary,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    remote_actor (actor_id) {
        actor_id -> UidSql,
        inbox -> Text,
        shared_inbox -> Nullable<Text>,
        url -> Nullable<Text>,
        fetched_at -> Instant,
        icon -> Nullable<Text>,
        featured -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    remote_key (key_id) {
        key_id -> Text,
        actor_id -> UidSql,
        material -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    follow (follower_id, followed_id) {
        follower_id -> UidSql,
        followed_id -> UidSql,
        state -> Text,
        activity -> Text,
        since -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    undoable (digest) {
        digest -> Binary,
        kind -> Text,
        actor_id -> UidSql,
        target_id -> Nullable<UidSql>,
        undone_at -> Nullable<Instant>,
        received_at -> Instant,
        undone_by -> Nullable<Binary>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    seen_activity (digest) {
        digest -> Binary,
        seen_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    tombstone (digest) {
        digest -> Binary,
        buried_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    activity (id) {
        id -> UidSql,
        actor_id -> UidSql,
        object_id -> Nullable<UidSql>,
        kind -> Text,
        public -> Bool,
        body -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    delivery (id) {
        id -> BigInt,
        activity_id -> UidSql,
        actor_id -> UidSql,
        object_id -> UidSql,
        inbox -> Text,
        host -> Text,
        state -> Text,
        run_at -> Instant,
        expires_at -> Instant,
        attempts -> Integer,
        leased_until -> Nullable<Instant>,
        last_status -> Nullable<Integer>,
        last_error -> Nullable<Text>,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    sent (object_id, inbox) {
        object_id -> UidSql,
        inbox -> Text,
        host -> Text,
        first_at -> Instant,
        last_at -> Instant,
        version -> Nullable<Binary>,
        class -> Text,
        consent_at -> Nullable<Instant>,
        way -> Text,
        state -> Text,
        recall_at -> Nullable<Instant>,
        settled_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    peer (host) {
        host -> Text,
        software -> Text,
        version -> Text,
        learnt_at -> Nullable<Instant>,
        scheme -> Text,
        ed25519 -> Bool,
        failures -> Integer,
        open_until -> Nullable<Instant>,
        last_success_at -> Nullable<Instant>,
        last_failure_at -> Nullable<Instant>,
        last_error -> Nullable<Text>,
        seen_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    host_rule (host) {
        host -> Text,
        rule -> Text,
        note -> Text,
        made_by -> Nullable<UidSql>,
        made_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    mirrored (id) {
        id -> UidSql,
        uri -> Text,
        kind -> Text,
        author_id -> Nullable<UidSql>,
        via_id -> UidSql,
        title -> Text,
        excerpt -> Text,
        url -> Text,
        lang -> Nullable<Text>,
        published_at -> Instant,
        edited_at -> Nullable<Instant>,
        received_at -> Instant,
    }
}
