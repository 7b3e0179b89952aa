//! The tables of the index of a territory: consultations of the collectivities that are followed.

diesel::table! {
    use crate::column::sql::*;
    listing_source (actor_id) {
        actor_id -> UidSql,
        kind -> Text,
        insee_code -> Nullable<Text>,
        siren -> Nullable<Text>,
        latitude -> Nullable<Double>,
        longitude -> Nullable<Double>,
        comparable -> Bool,
        next_at -> Instant,
        round_at -> Nullable<Instant>,
        round_pages -> Integer,
        round_next -> Nullable<Text>,
        checked_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    listing (id) {
        id -> UidSql,
        uri -> Text,
        source_id -> UidSql,
        group_uri -> Nullable<Text>,
        title -> Text,
        teaser -> Text,
        url -> Text,
        lang -> Nullable<Text>,
        opens_at -> Instant,
        closes_at -> Instant,
        published_at -> Instant,
        edited_at -> Nullable<Instant>,
        seen_at -> Instant,
        contributions -> Nullable<BigInt>,
        replies -> Nullable<BigInt>,
        supports -> Nullable<BigInt>,
        participants -> Nullable<BigInt>,
        answers -> Nullable<BigInt>,
        shared_at -> Nullable<Instant>,
        whole -> Text,
        leads -> Bool,
    }
}

diesel::table! {
    use crate::column::sql::*;
    listing_phase (listing_id, position) {
        listing_id -> UidSql,
        position -> Integer,
        kind -> Text,
        name -> Text,
        opens_at -> Instant,
        closes_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    listing_theme (listing_id, position) {
        listing_id -> UidSql,
        position -> Integer,
        key -> Text,
        name -> Text,
        opens_at -> Instant,
        closes_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    listing_meeting (listing_id, uri) {
        listing_id -> UidSql,
        uri -> Text,
        title -> Text,
        url -> Text,
        begins_at -> Instant,
        ends_at -> Instant,
        venue -> Text,
        latitude -> Nullable<Double>,
        longitude -> Nullable<Double>,
        cancelled -> Bool,
        edited_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    listing_text (id) {
        id -> BigInt,
        listing_id -> UidSql,
        title_terms -> Text,
        body_terms -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    comparison_consent (id) {
        id -> SmallInt,
        given_at -> Instant,
    }
}
