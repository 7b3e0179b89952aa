//! The tables as diesel sees them, the same for both databases. Written by hand: `print_schema` does not know our column types.
//! A test loads every column of every table on both databases.

diesel::table! {
    use crate::column::sql::*;
    instance (id) {
        id -> SmallInt,
        secret -> Binary,
        collectivity_id -> UidSql,
        territory_kind -> Text,
        insee_code -> Nullable<Text>,
        siren -> Nullable<Text>,
        name -> Text,
        tagline -> Text,
        introduction -> Text,
        latitude -> Nullable<Double>,
        longitude -> Nullable<Double>,
        accent -> Text,
        logo_id -> Nullable<UidSql>,
        banner_id -> Nullable<UidSql>,
        lang -> Text,
        time_zone -> Text,
        contact -> Text,
        legal_notice -> Text,
        created_at -> Instant,
        set_up_at -> Nullable<Instant>,
        revision -> BigInt,
        parent_territory -> Text,
        data_controller -> Text,
        data_contact -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    actor (id) {
        id -> UidSql,
        kind -> Text,
        username -> Text,
        host -> Text,
        uri -> Nullable<Text>,
        display_name -> Text,
        summary -> Text,
        created_at -> Instant,
        erased_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    account (actor_id) {
        actor_id -> UidSql,
        email -> Text,
        password_hash -> Nullable<Text>,
        role -> Text,
        lang -> Text,
        publish_abroad -> Bool,
        publish_abroad_since -> Nullable<Instant>,
        created_at -> Instant,
        seen_at -> Instant,
        suspended_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    session (token_hash) {
        token_hash -> Binary,
        actor_id -> UidSql,
        device -> Text,
        created_at -> Instant,
        seen_at -> Instant,
        expires_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    login_link (token_hash) {
        token_hash -> Binary,
        purpose -> Text,
        actor_id -> Nullable<UidSql>,
        email -> Nullable<Text>,
        name -> Nullable<Text>,
        lang -> Text,
        created_at -> Instant,
        expires_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    api_token (token_hash) {
        token_hash -> Binary,
        actor_id -> UidSql,
        label -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    media (id) {
        id -> UidSql,
        content_type -> Text,
        width -> Integer,
        height -> Integer,
        alt -> Text,
        bytes -> Binary,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    consultation (id) {
        id -> UidSql,
        actor_id -> UidSql,
        slug -> Text,
        title -> Text,
        teaser -> Text,
        introduction -> Text,
        stakes -> Text,
        settled -> Text,
        open_points -> Text,
        input_use -> Text,
        participation -> Text,
        organiser -> Text,
        lang -> Text,
        cover_id -> Nullable<UidSql>,
        support_threshold -> Integer,
        published_at -> Nullable<Instant>,
        created_at -> Instant,
        edited_at -> Instant,
        closes_at -> Nullable<Instant>,
        revision -> Integer,
        contribution_count -> Integer,
        reply_count -> Integer,
        support_count -> Integer,
        participant_count -> Integer,
        answer_count -> Integer,
        remote_voices -> Text,
        remote_support_count -> Integer,
        remote_participant_count -> Integer,
        reach -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    phase (id) {
        id -> UidSql,
        consultation_id -> UidSql,
        kind -> Text,
        name -> Text,
        description -> Text,
        opens_at -> Instant,
        closes_at -> Instant,
        propose -> Text,
        discuss -> Text,
        reply -> Text,
        support -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    theme (id) {
        id -> UidSql,
        consultation_id -> UidSql,
        position -> Integer,
        name -> Text,
    }
}

diesel::table! {
    use crate::column::sql::*;
    contribution (id) {
        id -> UidSql,
        consultation_id -> UidSql,
        kind -> Text,
        root_id -> Nullable<UidSql>,
        parent_id -> Nullable<UidSql>,
        thread_id -> Nullable<UidSql>,
        depth -> SmallInt,
        stance -> Nullable<Text>,
        title -> Text,
        body -> Text,
        lang -> Text,
        theme_id -> Nullable<UidSql>,
        author_id -> Nullable<UidSql>,
        author_name -> Nullable<Text>,
        origin -> Text,
        uri -> Nullable<Text>,
        created_at -> Instant,
        edited_at -> Nullable<Instant>,
        active_at -> Instant,
        version -> Integer,
        withdrawn_at -> Nullable<Instant>,
        hidden_at -> Nullable<Instant>,
        support_count -> Integer,
        reply_count -> Integer,
        answer_state -> Nullable<Text>,
        answered_at -> Nullable<Instant>,
        quality_at -> Nullable<Instant>,
        impact_at -> Nullable<Instant>,
        shuffle -> BigInt,
        held -> Bool,
        remote_support_count -> Integer,
    }
}

diesel::table! {
    use crate::column::sql::*;
    contribution_version (contribution_id, version) {
        contribution_id -> UidSql,
        version -> Integer,
        title -> Text,
        body -> Text,
        written_at -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    participant (consultation_id, actor_id) {
        consultation_id -> UidSql,
        actor_id -> UidSql,
        since -> Instant,
    }
}

diesel::table! {
    use crate::column::sql::*;
    restriction (id) {
        id -> UidSql,
        contribution_id -> UidSql,
        reason -> Text,
        note -> Text,
        moderator_id -> Nullable<UidSql>,
        imposed_at -> Instant,
        lifted_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    report (id) {
        id -> UidSql,
        contribution_id -> UidSql,
        reporter_id -> Nullable<UidSql>,
        reason -> Text,
        note -> Text,
        reported_at -> Instant,
        decided_at -> Nullable<Instant>,
        decision -> Nullable<Text>,
        decided_by -> Nullable<UidSql>,
    }
}

diesel::table! {
    use crate::column::sql::*;
    imported (contribution_id) {
        contribution_id -> UidSql,
        source -> Text,
        source_id -> Text,
        source_url -> Text,
        supports -> Integer,
        replies -> Integer,
        digest -> Binary,
        imported_at -> Instant,
    }
}

mod abroad;
mod answers;
mod budget;
mod carrying;
mod commitments;
mod documents;
mod door;
mod effects;
mod funding;
mod guests;
mod initiatives;
mod land;
mod ledger;
mod machine;
mod meetings;
mod news;
mod places;
mod portal;
mod questionnaires;
mod record;
mod region;
mod rest;
mod signals;
mod stakeholders;
mod street;
mod supports;
mod tallies;
mod texts;
mod trust;
mod votes;
mod ways;

pub(crate) use abroad::{
    activity, actor_key, delivery, follow, host_rule, mirrored, peer, remote_actor, remote_key, seen_activity, sent, tombstone, undoable,
};
pub(crate) use answers::official_answer;
pub(crate) use budget::{envelope, project, project_news, project_note};
pub(crate) use carrying::{call_phase, call_theme, carried, carrier, fellow, heard_call, offered};
pub(crate) use commitments::{
    commitment, commitment_milestone, commitment_news, commitment_source, consultation_report, consultation_report_version,
};
pub(crate) use documents::{document, document_version};
pub(crate) use door::preview_link;
pub(crate) use effects::{barred_actor, pinned, recalled, relayed, remote_media, remote_picture, shut_out};
pub(crate) use funding::{funding_hook, funding_project, funding_report};
pub(crate) use guests::{foreign_app, guest_attempt};
pub(crate) use initiatives::{initiative, initiative_act, petition_rules};
pub(crate) use land::{street_area, street_group, street_object, street_sending, street_within};
pub(crate) use ledger::{anonymous_reading, departure, honoured};
pub(crate) use machine::{erasure, job, journal, letter, search_text};
pub(crate) use meetings::{meeting, registration, said_at_meeting};
pub(crate) use news::{article, article_version, glossary_term, legal_text, newsletter, newsletter_item, subscription};
pub(crate) use places::{map_layer, place, place_asking};
pub(crate) use portal::open_data;
pub(crate) use questionnaires::{
    questionnaire, questionnaire_answer, questionnaire_choice, questionnaire_file, questionnaire_question, questionnaire_quote,
    questionnaire_response, questionnaire_section, questionnaire_total,
};
pub(crate) use record::{
    record_checkpoint, record_content, record_cosignature, record_entry, record_fork, record_key, record_node, record_peer, record_pending,
    record_state,
};
pub(crate) use region::{comparison_consent, listing, listing_meeting, listing_phase, listing_source, listing_text, listing_theme};
pub(crate) use rest::{roll_mailbox, vote_flag, vote_otherwise, vote_risk};
pub(crate) use signals::{promised_answer, sided_discussion, signal_told, signal_total, signal_voice};
pub(crate) use stakeholders::{accreditation, invitation, membership, organisation, organisation_request};
pub(crate) use street::{
    street_category, street_follower, street_reminder, street_report, street_route, street_service, street_step, street_template,
};
pub(crate) use supports::{support, support_share, territory_support, territory_total};
pub(crate) use tallies::{common_vote, tally, tally_record};
pub(crate) use texts::{draft_text, paragraph, paragraph_support, said_on_paragraph};
pub(crate) use trust::{peer_territory, recognition};
pub(crate) use votes::{ballot, ballot_box, ballot_option, roll, uncounted};
pub(crate) use ways::{ballot_code, ballot_entry, ballot_list, ballot_pass, paper_batch, paper_count, paper_line};

diesel::joinable!(account -> actor (actor_id));
diesel::joinable!(delivery -> activity (activity_id));
diesel::joinable!(remote_actor -> actor (actor_id));
diesel::joinable!(remote_key -> actor (actor_id));
diesel::joinable!(consultation -> actor (actor_id));
diesel::joinable!(contribution -> consultation (consultation_id));
diesel::joinable!(phase -> consultation (consultation_id));
diesel::joinable!(report -> contribution (contribution_id));
diesel::joinable!(support -> contribution (contribution_id));
diesel::joinable!(project -> envelope (envelope_id));
diesel::joinable!(place -> contribution (contribution_id));
diesel::joinable!(said_on_paragraph -> paragraph (paragraph_id));
diesel::joinable!(said_on_paragraph -> contribution (contribution_id));
diesel::joinable!(paragraph_support -> paragraph (paragraph_id));

// Several to a line: the list is long and says one thing.
#[rustfmt::skip]
diesel::allow_tables_to_appear_in_same_query!(
    instance, actor, account, session, login_link, api_token, media, consultation, phase, theme, contribution, contribution_version,
    support, participant, official_answer, restriction, report, imported, letter, journal, job, erasure, search_text, actor_key,
    remote_actor, remote_key, follow, undoable, seen_activity, tombstone, activity, delivery, sent, peer, host_rule, mirrored,
    barred_actor, shut_out, pinned, recalled, relayed, remote_media, remote_picture, foreign_app, guest_attempt, ballot_box,
    ballot_option, roll, ballot, vote_risk, signal_voice, sided_discussion, promised_answer, envelope, project, project_note,
    project_news, offered, carrier, heard_call, call_phase, call_theme, fellow, carried, peer_territory, recognition, listing_source,
    listing, listing_meeting, listing_phase, listing_theme, listing_text, departure, anonymous_reading,
    street_category, street_follower, street_report, street_route, street_step, street_template,
    commitment, commitment_source, commitment_news, consultation_report, consultation_report_version, street_area, street_group,
    street_object, street_within, street_reminder, map_layer, support_share, territory_support, territory_total
);
diesel::allow_tables_to_appear_in_same_query!(place, contribution);
diesel::allow_tables_to_appear_in_same_query!(place, theme);
diesel::allow_tables_to_appear_in_same_query!(carrier, tally);
diesel::allow_tables_to_appear_in_same_query!(said_on_paragraph, paragraph, contribution, paragraph_support, draft_text);
diesel::allow_tables_to_appear_in_same_query!(initiative, initiative_act);
diesel::allow_tables_to_appear_in_same_query!(initiative, consultation);
diesel::allow_tables_to_appear_in_same_query!(initiative_act, actor);
