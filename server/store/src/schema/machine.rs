//! The tables behind the machine: letters, the journal, jobs, erasures, search.

diesel::table! {
    use crate::column::sql::*;
    letter (id) {
        id -> UidSql,
        kind -> Text,
        recipient -> Text,
        name -> Text,
        lang -> Text,
        link -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    journal (id) {
        id -> BigInt,
        at -> Instant,
        kind -> Text,
        actor_id -> Nullable<UidSql>,
        subject_id -> Nullable<UidSql>,
        consultation_id -> Nullable<UidSql>,
        detail -> Nullable<Text>,
        member_id -> Nullable<UidSql>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    job (id) {
        id -> BigInt,
        kind -> Text,
        subject_id -> Nullable<UidSql>,
        state -> Text,
        run_at -> Instant,
        attempts -> Integer,
        leased_until -> Nullable<Instant>,
        last_error -> Nullable<Text>,
        created_at -> Instant,
        journal_id -> Nullable<BigInt>,
        address -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    erasure (actor_id) {
        actor_id -> UidSql,
        erased_at -> Instant,
        remains -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    search_text (id) {
        id -> BigInt,
        subject_id -> UidSql,
        consultation_id -> UidSql,
        title_terms -> Text,
        body_terms -> Text,
    }
}
