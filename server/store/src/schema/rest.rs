//! The tables of what is at stake in votes, of voters who give a reason to look twice, and of what another rule would have given.

diesel::table! {
    use crate::column::sql::*;
    vote_risk (box_id) {
        box_id -> UidSql,
        answers -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    roll_mailbox (box_id, mark) {
        box_id -> UidSql,
        mark -> Binary,
    }
}

diesel::table! {
    use crate::column::sql::*;
    vote_flag (box_id, reason) {
        box_id -> UidSql,
        reason -> Text,
        voters -> BigInt,
    }
}

diesel::table! {
    use crate::column::sql::*;
    vote_otherwise (box_id) {
        box_id -> UidSql,
        rule -> Text,
        winners -> Text,
    }
}
