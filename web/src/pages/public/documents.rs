//! The documents of a consultation, each with all its versions: what changed, how heavy it is, and its digest. Files are only ever taken home.

use super::head::{Head, Tab};
use super::load;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::texts::Texts;
use crate::viewer::Visit;
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::document::FileKind;
use http::{HeaderName, header};
use store::documents::{Document, Version};
use store::{At, Db, Uid};

#[derive(Template)]
#[template(path = "documents.html")]
struct Documents {
    page: Page,
    head: Head,
    documents: Vec<View>,
}

/// A document.
pub(crate) struct View {
    pub(crate) id: String,
    pub(crate) title: String,
    /// Its latest version.
    pub(crate) latest: Option<Line>,
    /// Those before it, latest first.
    pub(crate) older: Vec<Line>,
}

/// A version.
pub(crate) struct Line {
    pub(crate) path: String,
    pub(crate) number: i32,
    /// "PDF, 1,2 Mo".
    pub(crate) about: String,
    pub(crate) digest: String,
    pub(crate) note: String,
    pub(crate) at: At,
}

impl View {
    /// `root` is the path under which its files are.
    pub(crate) fn new(t: &Texts, root: &str, (document, versions): &(Document, Vec<Version>)) -> Self {
        let mut lines = versions.iter().map(|version| line(t, root, version));
        Self { id: document.id.0.to_string(), title: document.title.clone(), latest: lines.next(), older: lines.collect() }
    }
}

fn line(t: &Texts, root: &str, version: &Version) -> Line {
    let kilobytes = (version.size.max(0) + 1023) / 1024;
    Line {
        path: format!("{root}/documents/{}/{}", version.document_id.0, version.version),
        number: version.version,
        about: t.with2("document-about", "kind", version.kind.to_uppercase(), "size", t.number(kilobytes)),
        digest: version.digest.clone(),
        note: version.note.clone(),
        at: version.added_at,
    }
}

/// `GET /c/{slug}/documents`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Reply {
    let viewer = visit.viewer;
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &slug, viewer)?;
        let found = store::documents::of_consultation(db, frame.consultation.id)?;
        Ok::<_, Error>((frame, found))
    });
    let (frame, found) = read.await?;
    let mut page = visit.page(frame.consultation.title.clone()).await?;
    page.title = page.t.with1("documents-of", "consultation", page.title.as_str());
    let root = format!("/c/{}", frame.consultation.slug);
    html(Documents {
        head: Head::new(&visit, &page, &frame, Tab::Documents),
        documents: found.iter().map(|one| View::new(&page.t, &root, one)).collect(),
        page,
    })
}

/// `GET /c/{slug}/documents/{id}/{version}`: the file, which browsers keep and never open as a page of ours.
pub(super) async fn file(visit: Visit, Path((slug, id, number)): Path<(String, String, String)>) -> Reply {
    visit.web.app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let viewer = visit.viewer;
    let id = id.parse().map(Uid).map_err(|_not_an_id| Error::NOT_FOUND)?;
    let number: i32 = number.parse().map_err(|_not_a_number| Error::NOT_FOUND)?;
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &slug, viewer)?;
        read_file(db, frame.consultation.id, id, number)
    });
    let (version, bytes) = read.await?;
    Ok(taken_home(&version, bytes))
}

/// A version of a document of this consultation, with its bytes.
pub(super) fn read_file(db: &mut Db, consultation: Uid, id: Uid, number: i32) -> Result<(Version, Vec<u8>), Error> {
    store::documents::find(db, id)?.filter(|found| found.consultation_id == consultation).ok_or(Error::NOT_FOUND)?;
    let version = store::documents::version(db, id, Some(number))?.ok_or(Error::NOT_FOUND)?;
    let bytes = store::documents::bytes(db, id, number)?.ok_or(Error::NOT_FOUND)?;
    Ok((version, bytes))
}

/// A file that browsers keep and never open as a page of ours.
pub(super) fn taken_home(version: &Version, bytes: Vec<u8>) -> Response {
    let kind = FileKind::parse(&version.kind).map_or("application/octet-stream", FileKind::media_type);
    let headers: [(HeaderName, String); 4] = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", version.file_name)),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
    ];
    (headers, bytes).into_response()
}
