//! What hangs under a contribution: the replies to what opens a subject, and the official answers. It goes and comes back with it.

use actions::abroad::Parcel;
use domain::Timestamp;
use domain::event::EventKind;
use store::Uid;
use store::answers::Answer;
use store::journal::Line;
use store::views::abroad::Piece;

use super::{answer_published, contribution_of, piece, piece_published};
use crate::service::{Error, Federation};

/// Most replies under one subject that others are told of when it goes or comes back.
const REPLIES_MAX: i64 = 2_000;
/// Most official answers.
const ANSWERS_MAX: i64 = 200;

/// What hangs under a contribution.
pub(super) struct Under {
    replies: Vec<Uid>,
    /// The official answers to it.
    pub(super) answers: Vec<Answer>,
}

impl Under {
    pub(super) async fn of(fed: &Federation, piece: &Piece) -> Result<Self, Error> {
        let id = piece.contribution.id;
        let read = fed.app.store.read(move |db| {
            Ok::<_, store::Error>((
                store::views::abroad::shown_under(db, id, REPLIES_MAX)?,
                store::views::abroad::answers_under(db, id, ANSWERS_MAX)?,
            ))
        });
        let (replies, answers) = read.await?;
        if i64::try_from(replies.len()).is_ok_and(|count| count >= REPLIES_MAX) {
            tracing::warn!("a subject has more replies than others are told of");
        }
        Ok(Self { replies, answers })
    }

    /// The replies that are shown when what they stand under is.
    pub(super) async fn replies(&self, fed: &Federation) -> Result<Vec<Piece>, Error> {
        let mut pieces = Vec::new();
        for id in &self.replies {
            pieces.extend(piece(fed, *id).await?);
        }
        Ok(pieces)
    }
}

/// What was hidden is shown again, and with it what hangs under it.
pub(super) async fn restored(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some(root) = piece(fed, contribution_of(line)?).await?.filter(Piece::is_public) else { return Ok(Vec::new()) };
    let at: Timestamp = line.at.0;
    let mut parcels = piece_published(fed, EventKind::ContributionRestored, &root, at).await?;
    let under = Under::of(fed, &root).await?;
    for reply in under.replies(fed).await? {
        if reply.is_public() {
            parcels.extend(piece_published(fed, EventKind::ReplyPublished, &reply, at).await?);
        }
    }
    for answer in under.answers {
        if let Some(piece) = piece(fed, answer.contribution_id).await?.filter(Piece::is_public) {
            parcels.extend(answer_published(fed, &answer, &piece, at).await?);
        }
    }
    Ok(parcels)
}
