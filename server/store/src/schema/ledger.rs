//! The tables of the ledger of what left: what is known of each activity when it leaves, what was read without a signature, and which deletions of
//! others were carried out here. Where things went is in `sent`.

diesel::table! {
    use crate::column::sql::*;
    departure (activity_id) {
        activity_id -> UidSql,
        version -> Binary,
        class -> Text,
        consent_at -> Nullable<Instant>,
        anybody -> Bool,
    }
}

diesel::table! {
    use crate::column::sql::*;
    anonymous_reading (object_id) {
        object_id -> UidSql,
        readings -> BigInt,
        last_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    honoured (id) {
        id -> UidSql,
        activity -> Text,
        object -> Text,
        inbox -> Text,
        host -> Text,
        honoured_at -> Instant,
    }
}
