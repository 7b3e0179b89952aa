//! The rows of the open data sets: what everybody reads on the pages and nothing else, in the order of their ids, a bounded page at a time, and how many
//! there are. No name of a person is among them.

use crate::answers::Answer;
use crate::articles::Article;
use crate::budget::Project;
use crate::column::{Uid, all};
use crate::commitments::Commitment;
use crate::conn::MultiBackend;
use crate::consultations::{Consultation, Phase};
use crate::contributions::Contribution;
use crate::documents::{Document, Version};
use crate::initiatives::Initiative;
use crate::meetings::Meeting;
use crate::places::Layer;
use crate::schema::{
    actor, article, ballot_box, ballot_option, commitment, consultation, contribution, document, document_version, envelope,
    funding_project, initiative, listing, map_layer, meeting, official_answer, phase, place, project, street_category, street_report,
    territory_total, theme,
};
use crate::street::Report;
use crate::votes::{BallotBox, BallotOption};
use crate::{Db, Result, funding};
use diesel::dsl::count_star;
use diesel::prelude::*;
use domain::actor::ActorKind;
use domain::article::ArticleState;
use domain::contribution::Origin;
use domain::initiative::InitiativeKind;
use domain::vote::BoxState;

/// Declares a data set once: its rows after an id, and how many there are, of the very same statement.
macro_rules! rows {
    ($(#[$meta:meta])* $name:ident, $count:ident: $row:ty, by $key:expr, from $from:expr, select $select:expr) => {
        $(#[$meta])*
        /// At most `limit` of them after an id.
        ///
        /// # Errors
        /// When the database refuses.
        pub fn $name(db: &mut Db, after: Option<Uid>, limit: i64) -> Result<Vec<$row>> {
            let mut query = $from.into_boxed::<MultiBackend>();
            if let Some(after) = after {
                query = query.filter($key.gt(after));
            }
            Ok(query.order($key).limit(limit).select($select).load(db)?)
        }

        /// How many of these there are.
        ///
        /// # Errors
        /// When the database refuses.
        pub fn $count(db: &mut Db) -> Result<i64> {
            Ok($from.select(count_star()).first(db)?)
        }
    };
}

/// A contribution with what belongs to it.
#[derive(Debug, Clone, Queryable)]
pub struct Said {
    /// The contribution.
    pub contribution: Contribution,
    /// The word of its consultation in addresses.
    pub slug: String,
    /// The name of its theme.
    pub theme: Option<String>,
    /// The name of the organisation it is by; nothing when it is by a person.
    pub organisation: Option<String>,
    /// Where it is.
    pub place: Option<(f64, f64)>,
    /// How many support it in the territories that carry its consultation.
    pub territory_supports: Option<i64>,
}

rows! {
    /// The published consultations.
    consultations, count_consultations: Consultation, by consultation::id,
    from consultation::table.filter(consultation::published_at.is_not_null()),
    select all::<Consultation>()
}

rows! {
    /// The phases of published consultations.
    phases, count_phases: (Phase, String), by phase::id,
    from phase::table.inner_join(consultation::table).filter(consultation::published_at.is_not_null()),
    select (all::<Phase>(), consultation::slug)
}

rows! {
    /// The proposals and discussions that were made here or read in from elsewhere, and that everybody sees. Those that live on another server are
    /// published by that server.
    contributions, count_contributions: Said, by contribution::id,
    from contribution::table
        .inner_join(consultation::table)
        .left_join(theme::table.on(contribution::theme_id.eq(theme::id.nullable())))
        .left_join(actor::table.on(contribution::author_id.eq(actor::id.nullable()).and(actor::kind.eq(ActorKind::Organization.code()))))
        .left_join(place::table)
        .left_join(territory_total::table.on(territory_total::contribution_id.eq(contribution::id)))
        .filter(consultation::published_at.is_not_null())
        .filter(contribution::root_id.is_null())
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .filter(contribution::origin.ne(Origin::Remote.code())),
    select (all::<Contribution>(), consultation::slug, theme::name.nullable(), actor::display_name.nullable(), (place::latitude, place::longitude).nullable(), territory_total::supports.nullable())
}

rows! {
    /// The official answers of this collectivity to contributions that everybody sees.
    answers, count_answers: (Answer, String), by official_answer::id,
    from official_answer::table
        .inner_join(contribution::table.on(official_answer::contribution_id.eq(contribution::id)))
        .inner_join(consultation::table.on(contribution::consultation_id.eq(consultation::id)))
        .filter(official_answer::uri.is_null())
        .filter(consultation::published_at.is_not_null())
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null()),
    select (all::<Answer>(), consultation::slug)
}

rows! {
    /// The votes that were published.
    votes, count_votes: (BallotBox, String), by ballot_box::id,
    from ballot_box::table
        .inner_join(consultation::table.on(ballot_box::consultation_id.eq(consultation::id)))
        .left_join(contribution::table.on(ballot_box::contribution_id.eq(contribution::id.nullable())))
        .filter(ballot_box::state.ne(BoxState::Draft.code()))
        .filter(consultation::published_at.is_not_null())
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null()),
    select (all::<BallotBox>(), consultation::slug)
}

rows! {
    /// The projects of participatory budgets that everybody sees.
    projects, count_projects: (Project, String, String, String), by project::contribution_id,
    from project::table
        .inner_join(contribution::table.on(project::contribution_id.eq(contribution::id)))
        .inner_join(consultation::table.on(project::consultation_id.eq(consultation::id)))
        .inner_join(envelope::table)
        .filter(consultation::published_at.is_not_null())
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null()),
    select (all::<Project>(), contribution::title, envelope::title, consultation::slug)
}

rows! {
    /// The published commitments.
    commitments, count_commitments: (Commitment, String), by commitment::id,
    from commitment::table
        .inner_join(consultation::table.on(commitment::consultation_id.eq(consultation::id)))
        .filter(commitment::published_at.is_not_null())
        .filter(consultation::published_at.is_not_null()),
    select (all::<Commitment>(), consultation::slug)
}

rows! {
    /// The meetings that everybody may know of.
    meetings, count_meetings: Meeting, by meeting::id,
    from meeting::table
        .left_join(consultation::table.on(meeting::consultation_id.eq(consultation::id.nullable())))
        .filter(meeting::published_at.is_not_null())
        .filter(meeting::consultation_id.is_null().or(consultation::published_at.is_not_null())),
    select all::<Meeting>()
}

rows! {
    /// The reports from the street that everybody sees, each with the name of its category.
    reports, count_reports: (Report, String), by street_report::id,
    from street_report::table
        .inner_join(street_category::table.on(street_report::category_id.eq(street_category::id)))
        .filter(street_report::confirmed_at.is_not_null())
        .filter(street_report::hidden_at.is_null())
        .filter(street_report::private.eq(false)),
    select (all::<Report>(), street_category::name)
}

rows! {
    /// The petitions that everybody may see.
    petitions, count_petitions: Initiative, by initiative::id,
    from initiative::table
        .left_join(consultation::table.on(initiative::consultation_id.eq(consultation::id.nullable())))
        .filter(initiative::kind.eq(InitiativeKind::Petition.code()))
        .filter(initiative::state.eq_any(["open", "ended"]))
        .filter(initiative::consultation_id.is_null().or(consultation::published_at.is_not_null())),
    select all::<Initiative>()
}

rows! {
    /// The published projects that look for money.
    funded, count_funded: funding::Project, by funding_project::id,
    from funding_project::table.filter(funding_project::published_at.is_not_null()),
    select all::<funding::Project>()
}

rows! {
    /// The news that everybody reads, each with the name of the organisation it is by; nothing when it is by a person.
    news, count_news: (Article, Option<String>), by article::id,
    from article::table
        .left_join(consultation::table.on(article::consultation_id.eq(consultation::id.nullable())))
        .left_join(actor::table.on(article::author_id.eq(actor::id.nullable()).and(actor::kind.eq(ActorKind::Organization.code()))))
        .filter(article::state.eq(ArticleState::Published.code()))
        .filter(article::consultation_id.is_null().or(consultation::published_at.is_not_null())),
    select (all::<Article>(), actor::display_name.nullable())
}

rows! {
    /// The documents of published consultations.
    documents, count_documents: (Document, String), by document::id,
    from document::table
        .inner_join(consultation::table.on(document::consultation_id.eq(consultation::id)))
        .filter(consultation::published_at.is_not_null()),
    select (all::<Document>(), consultation::slug)
}

rows! {
    /// What is drawn on the maps of published consultations.
    layers, count_layers: (Layer, String), by map_layer::id,
    from map_layer::table
        .inner_join(consultation::table.on(map_layer::consultation_id.eq(consultation::id)))
        .filter(consultation::published_at.is_not_null()),
    select (all::<Layer>(), consultation::slug)
}

/// The options of these votes, in their order, in one statement.
///
/// # Errors
/// When the database refuses.
pub fn options(db: &mut Db, boxes: &[Uid]) -> Result<Vec<BallotOption>> {
    let of_these = ballot_option::table.filter(ballot_option::box_id.eq_any(boxes.to_vec()));
    Ok(of_these.order((ballot_option::box_id, ballot_option::number)).select(all::<BallotOption>()).load(db)?)
}

/// The latest version of each of these documents, in one statement.
///
/// # Errors
/// When the database refuses.
pub fn latest(db: &mut Db, documents: &[Uid]) -> Result<Vec<Version>> {
    let mut versions: Vec<Version> = document_version::table
        .filter(document_version::document_id.eq_any(documents.to_vec()))
        .order((document_version::document_id, document_version::version.desc()))
        .select(all::<Version>())
        .load(db)?;
    versions.dedup_by_key(|version| version.document_id);
    Ok(versions)
}

/// How many consultations of neighbours are known.
///
/// # Errors
/// When the database refuses.
pub fn count_listed(db: &mut Db) -> Result<i64> {
    Ok(listing::table.count().get_result(db)?)
}
