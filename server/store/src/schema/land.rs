//! The tables behind sendings that are repeated and behind who looks after which part of the territory.

diesel::table! {
    use crate::column::sql::*;
    street_sending (key) {
        key -> Text,
        report_id -> UidSql,
        at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    street_area (id) {
        id -> UidSql,
        name -> Text,
        category_id -> Nullable<UidSql>,
        service -> Text,
        referent_id -> Nullable<UidSql>,
        outline -> Text,
        west -> Double,
        south -> Double,
        east -> Double,
        north -> Double,
        added_at -> Instant,
    }
}
