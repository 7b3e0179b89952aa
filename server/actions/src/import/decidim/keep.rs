//! Keeping what was read: one transaction for each batch.

use super::fields::{Complaint, Trouble};
use super::keep_comment::keep_comment;
use super::row::{Content, Proposal, Row};
use crate::{App, Result, contributions, subject};
use domain::contribution::{Kind, Origin};
use domain::event::{Event, EventKind};
use domain::id::{AnswerId, ContributionId, ThemeId};
use store::answers::Answer;
use store::consultations::{Consultation, Theme};
use store::imports::Imported;
use store::{At, Db, Uid};

/// What became of a batch.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// Rows kept for the first time.
    pub new: usize,
    /// Rows whose counts changed at the source.
    pub refreshed: usize,
    /// Rows that were already here as they are.
    pub unchanged: usize,
    /// Rows that could not be placed.
    pub complaints: Vec<Complaint>,
}

/// What keeping one row did.
pub(super) enum Kept {
    New,
    Refreshed,
    Unchanged,
}

/// The ids a row may need, drawn before the transaction.
pub(super) struct Ids {
    pub(super) contribution: ContributionId,
    pub(super) theme: ThemeId,
    pub(super) answer: AnswerId,
}

/// Keeps rows in a consultation. Running it again with the same rows changes nothing.
///
/// # Errors
/// `NotFound` when there is no such consultation, or the store's failure: then nothing of the batch was kept.
pub async fn keep(app: &App, slug: &str, rows: Vec<Row>) -> Result<Batch> {
    let drawn: Vec<(Row, Ids)> =
        rows.into_iter().map(|row| (row, Ids { contribution: app.new_id(), theme: app.new_id(), answer: app.new_id() })).collect();
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            let mut batch = Batch::default();
            for (row, ids) in drawn {
                let kept = match &row.content {
                    Content::Proposal(proposal) => keep_proposal(db, &consultation, &row, proposal, &ids, At(now))?,
                    Content::Comment(comment) => match keep_comment(db, &consultation, &row, comment, &ids, At(now))? {
                        Some(kept) => kept,
                        None => {
                            batch.complaints.push(Complaint {
                                place: row.fields,
                                column: None,
                                field: "commentable_id".to_owned(),
                                trouble: Trouble::NoParent,
                            });
                            continue;
                        }
                    },
                };
                match kept {
                    Kept::New => batch.new += 1,
                    Kept::Refreshed => batch.refreshed += 1,
                    Kept::Unchanged => batch.unchanged += 1,
                }
            }
            if batch.new + batch.refreshed > 0 {
                let event = Event::new(EventKind::ContributionsImported).on(consultation.id.0).within(consultation.id.to());
                store::journal::append(db, &event, now)?;
            }
            Ok(batch)
        })
        .await
}

/// Name of the place a row comes from: the host of its address, and what kind of thing it is there.
pub(super) fn source(row: &Row, consultation: &Consultation, what: &str) -> String {
    let host = url::Url::parse(&row.url)
        .ok()
        .and_then(|u| u.host_str().map(str::to_owned))
        .unwrap_or_else(|| format!("file:{}", consultation.slug));
    format!("decidim:{host}:{what}")
}

fn keep_proposal(db: &mut Db, consultation: &Consultation, row: &Row, proposal: &Proposal, ids: &Ids, now: At) -> Result<Kept> {
    let source = source(row, consultation, "proposal");
    if let Some(known) = store::imports::by_source(db, &source, &row.id)? {
        return refresh(db, &known, row, proposal.supports, proposal.replies, now);
    }
    let theme = match &proposal.theme {
        None => None,
        Some(name) => {
            let position = i32::try_from(store::consultations::themes(db, consultation.id)?.len()).unwrap_or(i32::MAX);
            let new = Theme { id: Uid::of(ids.theme), consultation_id: consultation.id, position, name: name.clone() };
            Some(store::consultations::add_theme(db, &new)?)
        }
    };
    let mut new = contributions::blank(Uid::of(ids.contribution), consultation.id, At(row.created_at));
    new.kind = Kind::Proposal.code().to_owned();
    new.title.clone_from(&proposal.title);
    new.body.clone_from(&row.body);
    new.lang.clone_from(&row.lang);
    new.theme_id = theme;
    new.author_name.clone_from(&row.author);
    new.origin = Origin::Imported.code().to_owned();
    new.withdrawn_at = proposal.withdrawn.then_some(At(row.created_at));
    store::contributions::insert(db, &new)?;
    store::search::index(db, new.id, consultation.id, &new.title, &new.body)?;
    if !proposal.withdrawn {
        store::consultations::count_contribution(db, consultation.id, false, 1)?;
    }
    if let Some((state, body, answered_at)) = &proposal.answer {
        let signed_by = consultation.organiser.clone();
        let answer = Answer {
            id: Uid::of(ids.answer),
            contribution_id: new.id,
            state: state.code().to_owned(),
            body: body.clone(),
            signed_by,
            author_id: None,
            answered_at: At(*answered_at),
            uri: None,
        };
        store::answers::insert(db, &answer)?;
        if state.is_decision() && !proposal.withdrawn {
            store::consultations::count_answer(db, consultation.id, 1)?;
        }
    }
    note_origin(db, row, new.id, source, proposal.supports, proposal.replies, now)?;
    Ok(Kept::New)
}

/// Keeps where a contribution comes from.
pub(super) fn note_origin(db: &mut Db, row: &Row, id: Uid, source: String, supports: i32, replies: i32, now: At) -> Result<()> {
    let origin = Imported {
        contribution_id: id,
        source,
        source_id: row.id.clone(),
        source_url: row.url.clone(),
        supports,
        replies,
        digest: row.digest.clone(),
        imported_at: now,
    };
    Ok(store::imports::insert(db, &origin)?)
}

/// A row that is already here: only its counts at the source follow.
pub(super) fn refresh(db: &mut Db, known: &Imported, row: &Row, supports: i32, replies: i32, now: At) -> Result<Kept> {
    if known.digest == row.digest {
        return Ok(Kept::Unchanged);
    }
    store::imports::refresh(db, known.contribution_id, supports, replies, &row.digest, now)?;
    Ok(Kept::Refreshed)
}
