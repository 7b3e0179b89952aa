//! The tables behind questionnaires.

diesel::table! {
    use crate::column::sql::*;
    questionnaire (id) {
        id -> UidSql,
        consultation_id -> UidSql,
        title -> Text,
        introduction -> Text,
        purpose -> Text,
        respondents -> Text,
        opens_at -> Instant,
        closes_at -> Instant,
        retention_days -> Integer,
        revision -> Integer,
        created_at -> Instant,
        published_at -> Nullable<Instant>,
        closed_at -> Nullable<Instant>,
        results_at -> Nullable<Instant>,
        results_note -> Text,
        purged_at -> Nullable<Instant>,
        people -> Integer,
        expired -> Integer,
    }
}

diesel::table! {
    use crate::column::sql::*;
    questionnaire_section (id) {
        id -> UidSql,
        questionnaire_id -> UidSql,
        position -> Integer,
        title -> Text,
        body -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    questionnaire_question (id) {
        id -> UidSql,
        questionnaire_id -> UidSql,
        section_id -> UidSql,
        position -> Integer,
        kind -> Text,
        label -> Text,
        help -> Text,
        required -> Bool,
        other -> Bool,
        least -> Integer,
        most -> Integer,
        low -> Text,
        high -> Text,
        if_question_id -> Nullable<UidSql>,
        if_choice_id -> Nullable<UidSql>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    questionnaire_choice (id) {
        id -> UidSql,
        questionnaire_id -> UidSql,
        question_id -> UidSql,
        is_row -> Bool,
        position -> Integer,
        label -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    questionnaire_response (id) {
        id -> UidSql,
        questionnaire_id -> UidSql,
        actor_id -> Nullable<UidSql>,
        state -> Text,
        key_hash -> Nullable<Binary>,
        confirm_hash -> Nullable<Binary>,
        mailbox -> Nullable<Binary>,
        alias -> Bool,
        reached -> Integer,
        started_at -> Instant,
        saved_at -> Instant,
        sent_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    questionnaire_file (id) {
        id -> UidSql,
        response_id -> UidSql,
        question_id -> UidSql,
        content_type -> Text,
        bytes -> Binary,
    }
}

diesel::table! {
    use crate::column::sql::*;
    questionnaire_answer (response_id, question_id, position) {
        response_id -> UidSql,
        question_id -> UidSql,
        position -> Integer,
        choice_id -> Nullable<UidSql>,
        row_id -> Nullable<UidSql>,
        number -> Nullable<Integer>,
        body -> Nullable<Text>,
        file_id -> Nullable<UidSql>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    questionnaire_total (questionnaire_id, position) {
        questionnaire_id -> UidSql,
        position -> Integer,
        question_id -> UidSql,
        people -> Bool,
        choice_id -> Nullable<UidSql>,
        row_id -> Nullable<UidSql>,
        number -> Nullable<Integer>,
        total -> BigInt,
    }
}

diesel::table! {
    use crate::column::sql::*;
    questionnaire_quote (response_id, question_id) {
        response_id -> UidSql,
        question_id -> UidSql,
        questionnaire_id -> UidSql,
        chosen_at -> Instant,
    }
}

diesel::allow_tables_to_appear_in_same_query!(questionnaire, questionnaire_response, questionnaire_answer, questionnaire_quote);
