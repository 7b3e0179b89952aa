//! The report on a consultation as a document: an `Article` of the collectivity, in the consultation's group.

use domain::Timestamp;
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::consultation_reports::Version;
use store::consultations::Consultation;

use crate::actors;
use crate::documents::{self, Addressing, ArticleInput, Author, TextInput};
use crate::objects::{collectivity, mention};
use crate::service::{Error, Federation};

/// The latest version of a report with what its document needs.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    pub(crate) version: Version,
    /// When the first version was published.
    pub(crate) first: Timestamp,
    pub(crate) consultation: Consultation,
    pub(crate) group: Actor,
}

impl Report {
    /// The path of its page.
    pub(crate) fn path(&self) -> String {
        format!("/c/{}/report", self.consultation.slug)
    }
}

/// The published report of a published consultation.
pub(crate) async fn find(fed: &Federation, id: Uid) -> Result<Option<Report>, Error> {
    let read = fed.app.store.read(move |db| {
        let Some(row) = store::consultation_reports::find(db, id)? else { return Ok(None) };
        let Some(version) = store::consultation_reports::version(db, id, row.version)? else { return Ok(None) };
        let first = store::consultation_reports::version(db, id, 1)?.map_or(version.published_at, |first| first.published_at);
        let consultation = store::consultations::find(db, row.consultation_id)?.filter(|found| found.published_at.is_some());
        let Some(consultation) = consultation else { return Ok(None) };
        let Some(group) = store::actors::find(db, consultation.actor_id)? else { return Ok(None) };
        Ok::<_, store::Error>(Some(Report { version, first: first.0, consultation, group }))
    });
    Ok(read.await?)
}

/// The document of a report.
pub(crate) async fn document(fed: &Federation, report: &Report) -> Result<Value, Error> {
    let (collectivity, version) = (collectivity(fed).await?, &report.version);
    let id = fed.app.links.object(version.report_id.0);
    Ok(documents::article(&ArticleInput {
        title: version.title.clone(),
        in_reply_to: None,
        text: TextInput {
            url: fed.app.links.absolute(&report.path()),
            author: Author::Named { actor: actors::uri_of(fed, &collectivity) },
            markdown: version.body.clone(),
            lang: report.consultation.lang.clone(),
            addressing: Addressing { group: Some(mention(fed, &report.group)), mentions: Vec::new() },
            context: format!("{}/context", fed.app.links.object(report.consultation.id.0)),
            published: report.first,
            updated: (version.version > 1).then_some(version.published_at.0),
            hashtags: Vec::new(),
            pictures: Vec::new(),
            // What is to be said of it is said in the consultation.
            takes_replies: false,
            id,
        },
    }))
}
