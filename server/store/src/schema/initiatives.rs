//! The tables of what people do after and beside a consultation: initiatives, petitions, and what is promised about these.

diesel::table! {
    use crate::column::sql::*;
    initiative (id) {
        id -> UidSql,
        kind -> Text,
        state -> Text,
        consultation_id -> Nullable<UidSql>,
        promoter_id -> Nullable<UidSql>,
        title -> Text,
        body -> Text,
        lang -> Text,
        link -> Text,
        closes_at -> Nullable<Instant>,
        threshold -> Integer,
        answer_days -> Integer,
        act_count -> Integer,
        ground -> Text,
        reason -> Text,
        created_at -> Instant,
        published_at -> Nullable<Instant>,
        edited_at -> Instant,
        reached_at -> Nullable<Instant>,
        answer_due_on -> Nullable<Text>,
        answer_state -> Text,
        answer -> Text,
        answer_signed -> Text,
        answered_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    initiative_act (initiative_id, actor_id) {
        initiative_id -> UidSql,
        actor_id -> UidSql,
        named -> Bool,
        acted_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    petition_rules (id) {
        id -> Integer,
        is_open -> Bool,
        threshold -> Integer,
        days -> Integer,
        answer_days -> Integer,
        edited_at -> Instant,
    }
}
