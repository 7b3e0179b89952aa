//! Write the text that is put to discussion, or change it before it is opened.

use super::load;
use crate::{App, Error, Faults, Result, subject};
use domain::actor::Viewer;
use domain::draft_text::{self, Piece, TextState};
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text;
use store::draft_texts::{DraftText, Paragraph};
use store::{At, Uid};
use uuid::Uuid;

/// A text, as typed.
#[derive(Debug, Clone, Default)]
pub struct TextForm {
    /// Its title.
    pub title: String,
    /// What is said before it, in Markdown; may be empty.
    pub introduction: String,
    /// The text itself, plain or in Markdown: it is cut into paragraphs.
    pub text: String,
    /// The revision that was seen; empty for a new one.
    pub revision: String,
}

struct Parsed {
    title: String,
    introduction: String,
    pieces: Vec<Piece>,
}

impl TextForm {
    fn parse(&self) -> Result<Parsed> {
        let mut faults = Faults::new();
        let parsed = Parsed {
            title: crate::budget::keep("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults),
            introduction: crate::budget::keep("introduction", text::bounded_text(&self.introduction, 0, text::BODY_MAX), &mut faults),
            pieces: crate::budget::keep("text", draft_text::split(&self.text), &mut faults),
        };
        if faults.is_empty() { Ok(parsed) } else { Err(Error::Faulty(faults)) }
    }
}

/// Writes the text of a consultation, or changes it as long as it is a draft: nobody else reads it before it is opened.
///
/// # Errors
/// A refusal of the permission table, `Settled` once it was opened, `Stale` when it changed meanwhile, faulty fields (`title`, `introduction`,
/// `text`), or the store's failure.
pub async fn write(app: &App, viewer: Viewer, slug: &str, form: &TextForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, parsed, slug, seen) = (app.now(), form.parse()?, slug.to_owned(), form.revision.trim().to_owned());
    let (id, ids): (Uuid, Vec<Uuid>) = (app.new_id(), parsed.pieces.iter().map(|_| app.new_id()).collect());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            subject::decided_here(db, consultation.id)?;
            let row = if store::draft_texts::of_consultation(db, consultation.id)?.is_some() {
                let (mut row, ..) = load(db, &slug)?;
                if row.state()? != TextState::Draft {
                    return Err(Refusal::Settled.into());
                }
                if row.revision.to_string() != seen {
                    return Err(Refusal::Stale.into());
                }
                row.title = parsed.title;
                row.introduction = parsed.introduction;
                row.edited_at = At(now);
                store::draft_texts::update(db, &row)?;
                row
            } else {
                let row = blank(Uid(id), consultation.id, (parsed.title, parsed.introduction), At(now));
                store::draft_texts::insert(db, &row).map_err(|error| Error::when_duplicate(error, Refusal::Stale))?;
                row
            };
            let pieces: Vec<Paragraph> =
                (0..).zip(parsed.pieces).zip(ids).map(|((rank, piece), id)| paragraph(row.id, rank, piece, id)).collect();
            store::draft_texts::put_paragraphs(db, row.id, &pieces)?;
            let event = Event::new(EventKind::TextPrepared).by(viewer.actor).on(row.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

fn blank(id: Uid, consultation_id: Uid, (title, introduction): (String, String), now: At) -> DraftText {
    DraftText {
        id,
        consultation_id,
        title,
        introduction,
        state: TextState::Draft.code().to_owned(),
        revision: 1,
        created_at: now,
        edited_at: now,
        opened_at: None,
        closed_at: None,
        settled_at: None,
    }
}

fn paragraph(text_id: Uid, rank: i32, piece: Piece, id: Uuid) -> Paragraph {
    Paragraph { id: Uid(id), text_id, rank, kind: piece.kind.code().to_owned(), number: piece.number, body: piece.body }
}
