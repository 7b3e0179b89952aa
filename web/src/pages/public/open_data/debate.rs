//! The data sets of consultations: what is asked, when, what was said and what was answered.

use super::field::{About, Piece, Row, Set, moment, people, point, said, set};
use crate::pages::public::load;
use domain::open_data::Dataset;
use store::answers::Answer;
use store::consultations::{Consultation, Phase};
use store::views::open_data::{self, Said};
use store::{Db, Uid};

/// Rows read at once.
const BATCH: i64 = 500;

set! {
    CONSULTATIONS = Consultations, open_data::consultations, open_data::count_consultations, |row: &Consultation, about| id row.id, at Vec::new();
    "id" Id => row.id.0.to_string(),
    "url" Address => about.at(&format!("/c/{}", row.slug)),
    "title" Text => row.title.clone(),
    "summary" Text => said(&row.teaser),
    "lang" Code => row.lang.clone(),
    "organiser" Text => said(&row.organiser),
    "participation" Code => row.participation.clone(),
    "published_at" Moment => moment(row.published_at),
    "closes_at" Moment => moment(row.closes_at),
    "edited_at" Moment => moment(Some(row.edited_at)),
    "contributions" Whole => row.contribution_count,
    "replies" Whole => row.reply_count,
    "supports" Whole => row.support_count,
    "remote_supports" Whole => row.remote_support_count,
    "participants" Whole => people(row.participant_count),
    "answers" Whole => row.answer_count,
}

set! {
    PHASES = Phases, open_data::phases, open_data::count_phases, |row: &(Phase, String), about| id row.0.id, at Vec::new();
    "id" Id => row.0.id.0.to_string(),
    "consultation_id" Id => row.0.consultation_id.0.to_string(),
    "url" Address => about.at(&format!("/c/{}", row.1)),
    "kind" Code => row.0.kind.clone(),
    "title" Text => row.0.name.clone(),
    "body" Markdown => said(&row.0.description),
    "opens_at" Moment => moment(Some(row.0.opens_at)),
    "closes_at" Moment => moment(Some(row.0.closes_at)),
}

set! {
    CONTRIBUTIONS = Contributions, open_data::contributions, open_data::count_contributions, |row: &Said, about| id row.contribution.id, at point(about.rounded(row.place));
    "id" Id => row.contribution.id.0.to_string(),
    "url" Address => about.at(&load::path(&row.slug, row.contribution.id)),
    "consultation_id" Id => row.contribution.consultation_id.0.to_string(),
    "kind" Code => row.contribution.kind.clone(),
    "title" Text => row.contribution.title.clone(),
    "body" Markdown => row.contribution.body.clone(),
    "lang" Code => row.contribution.lang.clone(),
    "theme" Text => row.theme.clone(),
    "organisation" Text => row.organisation.clone(),
    "published_at" Moment => moment(Some(row.contribution.created_at)),
    "edited_at" Moment => moment(row.contribution.edited_at),
    "supports" Whole => row.contribution.support_count,
    "remote_supports" Whole => row.contribution.remote_support_count,
    "territory_supports" Whole => row.territory_supports.unwrap_or_default(),
    "replies" Whole => row.contribution.reply_count,
    "answer_state" Code => row.contribution.answer_state.clone(),
    "answered_at" Moment => moment(row.contribution.answered_at),
    "origin" Code => row.contribution.origin.clone(),
    "latitude" Decimal => about.rounded(row.place).map(|place| place.latitude),
    "longitude" Decimal => about.rounded(row.place).map(|place| place.longitude),
}

set! {
    ANSWERS = Answers, open_data::answers, open_data::count_answers, |row: &(Answer, String), about| id row.0.id, at Vec::new();
    "id" Id => row.0.id.0.to_string(),
    "contribution_id" Id => row.0.contribution_id.0.to_string(),
    "url" Address => about.at(&load::path(&row.1, row.0.contribution_id)),
    "answer_state" Code => row.0.state.clone(),
    "body" Markdown => row.0.body.clone(),
    "signed_by" Text => said(&row.0.signed_by),
    "answered_at" Moment => moment(Some(row.0.answered_at)),
}
