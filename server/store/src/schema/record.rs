//! The tables of the public record, and of what is known of the records of others.

use super::journal;

diesel::table! {
    use crate::column::sql::*;
    record_state (id) {
        id -> SmallInt,
        generation -> Integer,
        state -> Text,
        since -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    record_key (generation, role) {
        generation -> Integer,
        role -> Text,
        private -> Binary,
        verifier -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    record_pending (journal_id) {
        journal_id -> BigInt,
    }
}

diesel::table! {
    use crate::column::sql::*;
    record_entry (place) {
        place -> BigInt,
        journal_id -> BigInt,
        object_id -> UidSql,
        kind -> Text,
        leaf -> Binary,
        entry -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    record_content (place) {
        place -> BigInt,
        object_id -> UidSql,
        salt -> Binary,
        content -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    record_node (level, place) {
        level -> SmallInt,
        place -> BigInt,
        hash -> Binary,
    }
}

diesel::table! {
    use crate::column::sql::*;
    record_checkpoint (size) {
        size -> BigInt,
        root -> Binary,
        note -> Text,
        made_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    record_cosignature (size, witness) {
        size -> BigInt,
        witness -> Text,
        line -> Text,
        cosigned_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    record_peer (actor_id) {
        actor_id -> UidSql,
        origin -> Text,
        log_key -> Text,
        witness_key -> Text,
        size -> BigInt,
        root -> Binary,
        note -> Text,
        seen_at -> Nullable<Instant>,
        cosigned -> BigInt,
        learnt_at -> Instant,
        mark -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    record_fork (id) {
        id -> UidSql,
        origin -> Text,
        found_at -> Instant,
        known -> Text,
        refused -> Text,
        proven -> Bool,
    }
}

diesel::allow_tables_to_appear_in_same_query!(record_entry, record_content);
diesel::allow_tables_to_appear_in_same_query!(record_checkpoint, record_cosignature);
diesel::allow_tables_to_appear_in_same_query!(record_pending, journal);
