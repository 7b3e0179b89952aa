//! What was done with a report, as others read it: a `Note` of the collectivity under the report, because whoever only sees a list of news is not
//! told of a text that was changed.

use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use domain::street::ReportKind;
use jiff::SignedDuration;
use serde_json::Value;
use store::Uid;
use store::street::Step;

use super::{Found, find};
use crate::accept::wants_activity;
use crate::documents::{self, Addressing, Author, NoteInput, TextInput, TombstoneInput, Wording as Said};
use crate::egress::Asking;
use crate::objects::{collectivity, mention};
use crate::routes::{Refusal, Reply, document as answer_with, to_page};
use crate::service::{Error, Federation};
use crate::wording::Phrase;
use crate::words::as_markdown;
use crate::{actors, reach};

/// What was done so soon after the report was made is in the report itself.
const AT_ONCE: SignedDuration = SignedDuration::from_secs(1);

/// What says something new to everybody of a report that was made already, oldest first.
pub(crate) async fn news(fed: &Federation, report: Uid) -> Result<Vec<Step>, Error> {
    let steps = fed.app.store.read(move |db| store::street::steps(db, report)).await?;
    let (mut before, mut news, mut made) = (String::new(), Vec::new(), None);
    for step in steps {
        let first = *made.get_or_insert(step.at.0);
        let is_news = step.is_news(&before) && step.at.0 > first + AT_ONCE;
        before.clone_from(&step.state);
        news.extend(Some(step).filter(|_| is_news));
    }
    Ok(news)
}

/// The document of a step.
pub(crate) async fn document(fed: &Federation, found: &Found, step: &Step) -> Result<Value, Error> {
    let (report, instance, collectivity) = (&found.report, fed.app.instance().await?, collectivity(fed).await?);
    let said = |phrase| (fed.wording)(&instance.lang, phrase);
    let kind = ReportKind::parse(&report.kind).unwrap_or(ReportKind::Anomaly);
    let title = said(Phrase::StreetTitle { number: report.number, category: &found.category });
    let stands = said(Phrase::StreetStands { kind, state: step.state()? });
    let reason = step.reason.as_deref().map(|code| said(Phrase::StreetReason(code)));
    // The name is kept with the report, for as long as the reason stands.
    let competent = Some(&report.competent).filter(|name| !name.is_empty() && step.reason == report.reason);
    let reason = reason.map(|why| competent.map_or(why.clone(), |name| format!("{why}\n\n{}", said(Phrase::StreetCompetent(name)))));
    let signed = Some(&step.said_by).filter(|name| !name.is_empty()).map(|name| said(Phrase::SignedBy(name)));
    let paragraphs: Vec<String> =
        reason.into_iter().chain([as_markdown(&step.words)]).chain(signed).filter(|text| !text.is_empty()).collect();
    let wording = Said { author: format!("{title} · {stands}"), read_whole: said(Phrase::StreetRead) };
    let mut named = found.groups.iter().map(|group| mention(fed, group));
    Ok(documents::note(&NoteInput {
        title: String::new(),
        in_reply_to: fed.app.links.object(found.object.0),
        stance: None,
        text: TextInput {
            id: fed.app.links.object(step.id.0),
            url: fed.app.links.absolute(&found.path()),
            author: Author::Collectivity { actor: actors::uri_of(fed, &collectivity), wording },
            markdown: paragraphs.join("\n\n"),
            lang: instance.lang.clone(),
            addressing: Addressing { group: named.next(), mentions: named.collect() },
            context: String::new(),
            published: step.at.0,
            updated: None,
            hashtags: Vec::new(),
            pictures: Vec::new(),
            takes_replies: false,
        },
    }))
}

/// What stands where a step was, once the report is not shown any more.
pub(crate) fn tombstone(fed: &Federation, found: &Found, step: Uid) -> Value {
    documents::tombstone(&TombstoneInput {
        id: fed.app.links.object(step.0),
        former_type: "Note".to_owned(),
        deleted: found.report.hidden_at.unwrap_or(found.report.changed_at).0,
        group: found.groups.first().map(|group| actors::uri_of(fed, group)),
    })
}

/// A step, for whoever asks for its address: `None` where there is none.
pub(crate) async fn show(fed: &Federation, id: uuid::Uuid, headers: &HeaderMap, asking: &Asking) -> Result<Option<Reply>, Error> {
    let Some(report) = fed.app.store.read(move |db| store::street::stepped(db, Uid(id))).await? else { return Ok(None) };
    let by = collectivity(fed).await?.id;
    let told = fed.app.store.read(move |db| store::activities::out_of(db, by, &[Uid(id)])).await?.remove(&Uid(id));
    let found = find(fed, Some(report.id), None).await?;
    let (Some(is_out), Some(found)) = (told, found) else { return Ok(Some(Err(Refusal(StatusCode::NOT_FOUND)))) };
    let step = news(fed, report.id).await?.into_iter().find(|step| step.id == Uid(id));
    let Some(step) = step.filter(|_| is_out && found.is_shown()) else {
        return Ok(Some(Ok((StatusCode::GONE, answer_with(&tombstone(fed, &found, Uid(id)))).into_response())));
    };
    if !wants_activity(headers) {
        return Ok(Some(Ok(to_page(&found.path()))));
    }
    let within = reach::within(fed, found.object).await?;
    Ok(Some(match asking.may_read(fed, within).await {
        Ok(reader) => reader.give(fed, Uid(id), document(fed, &found, &step).await?.to_string()).await,
        Err(refused) => Err(refused),
    }))
}
