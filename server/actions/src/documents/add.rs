//! Add a document to a consultation, or a newer version to a document.

use crate::{App, Error, Faults, Result, pictures, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::document::{self, DOCUMENTS_MAX, FileKind, VERSIONS_MAX};
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use sha2::{Digest, Sha256};
use store::documents::{Document, Version};
use store::{At, Db, Uid};
use uuid::Uuid;

/// Longest side of a picture that is kept, in pixels.
const SIDE: u32 = 2400;

/// A file, as sent.
#[derive(Debug, Clone, Default)]
pub struct FileForm {
    /// The title of a new document; what it is called from now on, for a known one.
    pub title: String,
    /// What changed since the version before: needed where there is one.
    pub note: String,
    /// The bytes.
    pub file: Vec<u8>,
}

/// Adds a document, or a version to one of this consultation; gives its number. What the file is, its content says; pictures are encoded anew.
///
/// # Errors
/// A refusal of the permission table, `NoRoom` when there are too many, faulty fields (`title`, `changes`, `file`), or the store's failure.
pub async fn add(app: &App, viewer: Viewer, slug: &str, of: Option<Uid>, form: FileForm) -> Result<i32> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug, id) = (app.now(), slug.to_owned(), app.new_id::<Uuid>());
    let least = usize::from(of.is_some()) * 3;
    let (title, note) = (text::bounded_line(&form.title, 3, text::TITLE_MAX), text::bounded_text(&form.note, least, text::SHORT_MAX));
    let faults: Faults = [("title", title.as_ref().err()), ("changes", note.as_ref().err())]
        .into_iter()
        .filter_map(|(field, fault)| Some((field, *fault?)))
        .collect();
    let (Ok(title), Ok(note)) = (title, note) else { return Err(Error::Faulty(faults)) };
    let kept = looked_at(app, form.file).await?;
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            store::documents::hold(db, consultation.id)?;
            let (document, last) = match of {
                Some(id) => known(db, consultation.id, id)?,
                None => (begun(db, consultation.id, Uid(id), &title, now)?, 0),
            };
            if last >= VERSIONS_MAX {
                return Err(Refusal::NoRoom.into());
            }
            let version = Version {
                document_id: document.id,
                version: last + 1,
                kind: kept.kind.code().to_owned(),
                file_name: document::file_name(&title, last + 1, kept.kind),
                size: i32::try_from(kept.bytes.len()).unwrap_or(i32::MAX),
                digest: kept.digest,
                note,
                added_at: At(now),
            };
            store::documents::rename(db, document.id, &title)?;
            store::documents::add(db, &version, &kept.bytes)?;
            let event = Event::new(EventKind::DocumentChanged).by(viewer.actor).on(document.id.0).within(consultation.id.to());
            store::journal::append(db, &event.detail("added"), now)?;
            Ok(version.version)
        })
        .await
}

/// A document of this consultation, and the number of its latest version.
fn known(db: &mut Db, consultation: Uid, id: Uid) -> Result<(Document, i32)> {
    let found = store::documents::find(db, id)?.filter(|found| found.consultation_id == consultation).ok_or(Refusal::NotFound)?;
    let last = store::documents::version(db, id, None)?.map_or(0, |version| version.version);
    Ok((found, last))
}

fn begun(db: &mut Db, consultation_id: Uid, id: Uid, title: &str, now: Timestamp) -> Result<Document> {
    if store::documents::of_consultation(db, consultation_id)?.len() >= DOCUMENTS_MAX {
        return Err(Refusal::NoRoom.into());
    }
    let new = Document { id, consultation_id, title: title.to_owned(), created_at: At(now) };
    store::documents::insert(db, &new)?;
    Ok(new)
}

/// A file that may be kept.
struct Kept {
    kind: FileKind,
    bytes: Vec<u8>,
    digest: String,
}

/// Looks at a file by its content, never by its name.
async fn looked_at(app: &App, bytes: Vec<u8>) -> Result<Kept> {
    let faulty = |fault| Error::fault("file", fault);
    if bytes.is_empty() {
        return Err(faulty(Fault::Missing));
    }
    let (kind, bytes) = match document::sniff(&bytes).map_err(faulty)? {
        Some(kind) => (kind, bytes),
        None => picture(app, bytes).await?,
    };
    let digest = Sha256::digest(&bytes).iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}"));
    Ok(Kept { kind, bytes, digest })
}

/// A picture, encoded anew: what else was in the file is gone.
async fn picture(app: &App, bytes: Vec<u8>) -> Result<(FileKind, Vec<u8>)> {
    let turn = app.limits.decoding.clone().acquire_owned().await.map_err(|error| Error::Broken(error.to_string()))?;
    let work = move || {
        let _turn = turn;
        pictures::encode(&bytes, SIDE, false)
    };
    let encoded = tokio::task::spawn_blocking(work).await.map_err(|error| Error::Broken(error.to_string()))?;
    match encoded {
        Ok(picture) if picture.content_type == FileKind::Png.media_type() => Ok((FileKind::Png, picture.bytes)),
        Ok(picture) => Ok((FileKind::Jpeg, picture.bytes)),
        Err(Fault::TooHeavy(most)) => Err(Error::fault("file", Fault::TooHeavy(most))),
        Err(_not_a_picture) => Err(Error::fault("file", Fault::Choice)),
    }
}
