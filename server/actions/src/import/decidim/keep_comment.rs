//! Keeping a comment as a reply under the proposal or comment it answers.

use super::keep::{Ids, Kept, note_origin, refresh, source};
use super::row::{Comment, Row};
use crate::{Result, contributions};
use domain::contribution::{DEPTH_MAX, Kind, Origin};
use store::consultations::Consultation;
use store::contributions::Contribution;
use store::{At, Db, Uid};

/// Keeps a comment; `None` when what it replies to is not here.
pub(super) fn keep_comment(
    db: &mut Db,
    consultation: &Consultation,
    row: &Row,
    comment: &Comment,
    ids: &Ids,
    now: At,
) -> Result<Option<Kept>> {
    let source_name = source(row, consultation, "comment");
    if let Some(known) = store::imports::by_source(db, &source_name, &row.id)? {
        return refresh(db, &known, row, 0, 0, now).map(Some);
    }
    let Some(parent) = parent(db, consultation, row, comment)? else { return Ok(None) };
    let mut new = contributions::blank(Uid::of(ids.contribution), consultation.id, At(row.created_at));
    new.kind = Kind::Reply.code().to_owned();
    new.root_id = Some(parent.root_id.unwrap_or(parent.id));
    new.parent_id = Some(parent.id);
    new.thread_id = Some(parent.thread_id.unwrap_or(new.id));
    new.depth = parent.depth + 1;
    new.stance = Some(comment.stance.code().to_owned());
    new.body.clone_from(&row.body);
    new.lang.clone_from(&row.lang);
    new.author_name.clone_from(&row.author);
    new.origin = Origin::Imported.code().to_owned();
    store::contributions::insert(db, &new)?;
    store::contributions::count_reply(db, new.root_id.unwrap_or(parent.id), 1, Some(At(row.created_at)))?;
    store::consultations::count_contribution(db, consultation.id, true, 1)?;
    note_origin(db, row, new.id, source_name, 0, 0, now)?;
    Ok(Some(Kept::New))
}

/// What a comment replies to; one that is too deep is hung on the deepest ancestor that may have replies.
fn parent(db: &mut Db, consultation: &Consultation, row: &Row, comment: &Comment) -> Result<Option<Contribution>> {
    let what = if comment.parent_is_comment { "comment" } else { "proposal" };
    let by_id = store::imports::by_source(db, &source(row, consultation, what), &comment.parent)?;
    let known = match by_id {
        Some(known) => Some(known),
        None if comment.parent_is_comment || comment.root_url.is_empty() => None,
        None => store::imports::by_url(db, &comment.root_url)?,
    };
    let Some(known) = known else { return Ok(None) };
    let mut parent = store::contributions::find(db, known.contribution_id)?;
    while let Some(deep) = parent.as_ref().filter(|p| p.depth >= i16::from(DEPTH_MAX)) {
        parent = match deep.parent_id {
            Some(id) => store::contributions::find(db, id)?,
            None => None,
        };
    }
    Ok(parent.filter(|p| p.consultation_id == consultation.id))
}
