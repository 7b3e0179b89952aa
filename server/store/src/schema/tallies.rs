//! The tables of votes that several territories hold together.

diesel::table! {
    use crate::column::sql::*;
    common_vote (box_id) {
        box_id -> UidSql,
        vote_uri -> Text,
        organiser_id -> UidSql,
        definition -> Text,
        result -> Nullable<Text>,
        counted_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    tally (box_id, carrier_id, sequence, digest) {
        box_id -> UidSql,
        carrier_id -> UidSql,
        sequence -> BigInt,
        digest -> Text,
        state -> Text,
        document -> Text,
        received_at -> Instant,
        late -> Bool,
        checked -> Text,
        reason -> Text,
        checked_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    tally_record (box_id, carrier_id) {
        box_id -> UidSql,
        carrier_id -> UidSql,
        digest -> Text,
        body -> Text,
    }
}
