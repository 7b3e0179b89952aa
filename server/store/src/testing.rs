//! What tests and benches need: counting statements, and a database of one's own on PostgreSQL.

use crate::conn::Purpose;
use crate::{Database, Db, Error};
use diesel::connection::{Connection, InstrumentationEvent, SimpleConnection};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts every statement that a connection starts.
pub(crate) fn count_queries(db: &mut Db, counter: Arc<AtomicU64>) {
    db.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { .. } = event {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    });
}

/// Runs statements on a database as its owner: to make and drop databases for tests.
///
/// # Errors
/// When the database cannot be reached or refuses.
pub fn execute(database: &Database, sql: &str) -> Result<(), Error> {
    database.connect(Purpose::Write)?.batch_execute(sql).map_err(Error::from)
}

/// Brings a database to the shape this program knows, and leaves it: as a model to be copied.
///
/// # Errors
/// When the database cannot be reached or a migration fails.
pub fn migrate(database: &Database) -> Result<(), Error> {
    crate::migrate::run(&mut database.connect(Purpose::Write)?)
}

/// Loads every column of every table once: fails when a migration and `schema.rs` disagree. Returns how many tables there are.
///
/// # Errors
/// When a column is missing or of another type.
pub fn load_every_table(db: &mut Db) -> Result<usize, Error> {
    use crate::schema::*;
    use diesel::prelude::*;
    let mut tables = 0;
    macro_rules! load {
        ($($table:ident),+) => { $(
            $table::table.limit(1).execute(db)?;
            tables += 1;
        )+ };
    }
    load! {
        instance, actor, account, session, login_link, api_token, media, consultation, phase, theme, contribution,
        contribution_version, support, participant, official_answer, restriction, report, imported, letter, journal, job,
        erasure, search_text, actor_key, remote_actor, remote_key, follow, undoable, seen_activity, tombstone, activity,
        delivery, sent, peer, host_rule, mirrored, barred_actor, shut_out, pinned, recalled, relayed, remote_media,
        remote_picture, foreign_app, guest_attempt, questionnaire, questionnaire_section, questionnaire_question,
        questionnaire_choice, questionnaire_response, questionnaire_file, questionnaire_answer, questionnaire_total,
        questionnaire_quote, ballot_box, ballot_option, roll, ballot, uncounted,
        vote_risk, vote_flag, vote_otherwise, roll_mailbox, signal_voice, signal_total, signal_told, sided_discussion, promised_answer,
        common_vote, tally, tally_record,
        envelope, project, project_note, project_news,
        organisation, organisation_request, membership, invitation, accreditation,
        ballot_code, ballot_pass, ballot_list, ballot_entry, paper_batch, paper_line, paper_count, peer_territory, recognition,
        departure, anonymous_reading, honoured,
        record_state, record_key, record_pending, record_entry, record_content, record_node, record_checkpoint,
        record_cosignature, record_peer, record_fork,
        offered, carrier, heard_call, call_phase, call_theme, fellow, carried,
        listing_source, listing, listing_meeting, listing_phase, listing_theme, listing_text, comparison_consent,
        place, place_asking, map_layer,
        street_category, street_follower, street_report, street_route, street_step, street_template, street_area, street_sending,
        street_group, street_object, street_within, street_service, street_reminder,
        commitment, commitment_source, commitment_news, commitment_milestone, consultation_report, consultation_report_version,
        meeting, registration, said_at_meeting,
        draft_text, paragraph, said_on_paragraph, paragraph_support,
        article, article_version, subscription, newsletter, newsletter_item, glossary_term, legal_text,
        document, document_version,
        initiative, initiative_act, petition_rules, open_data,
        funding_project, funding_report, funding_hook, preview_link, support_share, territory_support, territory_total
    }
    Ok(tables)
}

/// Runs statements on a connection: to make a database behave badly on purpose.
///
/// # Errors
/// When the database refuses.
pub fn run(db: &mut Db, sql: &str) -> Result<(), Error> {
    db.batch_execute(sql).map_err(Error::from)
}

/// The one number that a statement answers, in a column called `number`.
///
/// # Errors
/// When the database refuses.
pub fn number(db: &mut Db, sql: &str) -> Result<i64, Error> {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        number: i64,
    }
    Ok(diesel::sql_query(sql).get_result::<Row>(db)?.number)
}

/// Whether SQLite finds its file whole; PostgreSQL is not asked.
///
/// # Errors
/// When the database cannot be read.
pub fn is_whole(db: &mut Db) -> Result<bool, Error> {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Check {
        #[diesel(sql_type = diesel::sql_types::Text)]
        integrity_check: String,
    }
    match db {
        Db::Postgres(_) => Ok(true),
        Db::Sqlite(conn) => Ok(diesel::sql_query("PRAGMA integrity_check").get_result::<Check>(conn)?.integrity_check == "ok"),
    }
}

/// What waits to be delivered, or was given up, with the reason: for the message of a test.
///
/// # Errors
/// When the database refuses.
pub fn undelivered(db: &mut Db) -> Result<Vec<String>, Error> {
    use crate::schema::{activity, delivery};
    use diesel::prelude::*;
    let rows: Vec<(String, String, Option<String>, String)> = delivery::table
        .inner_join(activity::table.on(activity::id.eq(delivery::activity_id)))
        .select((delivery::state, delivery::host, delivery::last_error, activity::body))
        .limit(20)
        .load(db)?;
    let line = |(state, host, error, body): (String, String, Option<String>, String)| format!("{state} {host} {error:?} {body}");
    Ok(rows.into_iter().map(line).collect())
}

/// The columns of text, as `table.column`, in alphabetical order.
///
/// # Errors
/// When the database cannot be read.
pub fn text_columns(db: &mut Db) -> Result<Vec<String>, Error> {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        name: String,
    }
    let rows: Vec<Row> = match db {
        Db::Sqlite(conn) => diesel::sql_query(
            "SELECT tables.name || '.' || columns.name AS name FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns \
             WHERE tables.type = 'table' AND columns.type = 'TEXT'",
        )
        .load(conn)?,
        Db::Postgres(conn) => diesel::sql_query(
            "SELECT columns.table_name || '.' || columns.column_name AS name FROM information_schema.columns AS columns \
             WHERE columns.table_schema = current_schema() AND columns.data_type = 'text'",
        )
        .load(conn)?,
    };
    let mut names: Vec<String> = rows.into_iter().map(|row| row.name).collect();
    names.sort();
    Ok(names)
}

/// What stands in a column of text, named as `table.column`.
///
/// # Errors
/// When there is none of that name.
pub fn values(db: &mut Db, name: &str) -> Result<Vec<String>, Error> {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::Text>)]
        value: Option<String>,
    }
    let (table, column) = name.split_once('.').ok_or(Error::NotFound)?;
    // sql: constant parts only: names of the schema
    let rows: Vec<Row> = diesel::sql_query(format!("SELECT \"{column}\" AS value FROM \"{table}\"")).load(db)?;
    Ok(rows.into_iter().filter_map(|row| row.value).collect())
}

/// In which columns of text these letters (lower case) stand, as `table.column`, in alphabetical order.
///
/// # Errors
/// When the database cannot be read.
pub fn columns_with(db: &mut Db, letters: &str) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for name in text_columns(db)? {
        let Some((table, column)) = name.split_once('.') else { continue };
        // sql: constant parts only: names of the schema, and what a test looks for
        let sql = format!("SELECT count(*) AS number FROM \"{table}\" WHERE lower(\"{column}\") LIKE '%{letters}%'");
        if number(db, &sql)? > 0 {
            found.push(name);
        }
    }
    Ok(found)
}
