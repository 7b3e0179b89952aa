//! The tables behind sendings that are repeated and behind who looks after which part of the territory; behind the groups that
//! others follow.

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

diesel::table! {
    use crate::column::sql::*;
    street_group (actor_id) {
        actor_id -> UidSql,
        category_id -> Nullable<UidSql>,
        area_id -> Nullable<UidSql>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    street_object (report_id) {
        report_id -> UidSql,
        object_id -> UidSql,
    }
}

diesel::table! {
    use crate::column::sql::*;
    street_within (area_id, report_id) {
        area_id -> UidSql,
        report_id -> UidSql,
    }
}
