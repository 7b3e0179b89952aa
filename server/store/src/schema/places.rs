//! The tables of places and of what is drawn on maps.

diesel::table! {
    use crate::column::sql::*;
    place (contribution_id) {
        contribution_id -> UidSql,
        consultation_id -> UidSql,
        kind -> Text,
        shape -> Text,
        address -> Text,
        latitude -> Double,
        longitude -> Double,
        x -> BigInt,
        y -> BigInt,
        metres -> Integer,
    }
}

diesel::table! {
    use crate::column::sql::*;
    place_asking (consultation_id) {
        consultation_id -> UidSql,
        asking -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    map_layer (id) {
        id -> UidSql,
        consultation_id -> UidSql,
        kind -> Text,
        name -> Text,
        shapes -> Text,
        west -> Double,
        south -> Double,
        east -> Double,
        north -> Double,
        added_at -> Instant,
    }
}
