//! What was done with a report, as others read it: a `Note` of the collectivity under the report, because whoever only sees a list of news is not
//! told of a text that was changed.

use std::collections::HashMap;

use actions::street::Message;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use domain::street::ReportKind;
use jiff::SignedDuration;
use serde_json::Value;
use store::Uid;
use store::street::{Report, Step};

use super::{Found, STEP, find, tombstone};
use crate::actors;
use crate::documents::{self, Addressing, Author, NoteInput, TextInput, Wording as Said};
use crate::egress::Asking;
use crate::objects::{collectivity, mention};
use crate::routes::{Refusal, Reply, document as answer_with};
use crate::service::{Error, Federation};
use crate::wording::Phrase;
use crate::words::as_markdown;

/// What was done so soon after the report was made is in the report itself.
const AT_ONCE: SignedDuration = SignedDuration::from_secs(1);

/// What says something new to everybody of a report that was made already, oldest first.
async fn news(fed: &Federation, report: Uid) -> Result<Vec<Step>, Error> {
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

/// What is news of a report, and which of it was told to others: `true` where it is not taken back.
pub(crate) async fn told(fed: &Federation, report: Uid) -> Result<(Vec<Step>, HashMap<Uid, bool>), Error> {
    let news = news(fed, report).await?;
    let (by, ids) = (collectivity(fed).await?.id, news.iter().map(|step| step.id).collect::<Vec<_>>());
    let said = fed.app.store.read(move |db| store::activities::out_of(db, by, &ids)).await?;
    Ok((news, said))
}

/// Which report it is and where it stood after a step, in one line; and what was said then, in Markdown.
fn said_in(fed: &Federation, lang: &str, (report, category): (&Report, &str), step: &Step) -> Result<(String, String), Error> {
    let said = |phrase: Phrase<'_>| (fed.wording)(lang, phrase);
    let kind = ReportKind::parse(&report.kind).unwrap_or(ReportKind::Anomaly);
    let title = said(Phrase::StreetTitle { number: report.number, category });
    let stands = said(Phrase::StreetStands { kind, state: step.state()? });
    let reason = step.reason.as_deref().map(|code| said(Phrase::StreetReason(code)));
    // The name is kept with the report, for as long as the reason stands.
    let competent = Some(&report.competent).filter(|name| !name.is_empty() && step.reason == report.reason);
    let reason = reason.map(|why| competent.map_or(why.clone(), |name| format!("{why}\n\n{}", said(Phrase::StreetCompetent(name)))));
    let signed = Some(&step.said_by).filter(|name| !name.is_empty()).map(|name| said(Phrase::SignedBy(name)));
    let paragraphs: Vec<String> =
        reason.into_iter().chain([as_markdown(&step.words)]).chain(signed).filter(|text| !text.is_empty()).collect();
    Ok((format!("{title} · {stands}"), paragraphs.join("\n\n")))
}

/// What somebody of another server is told of the report that they made or follow, in Markdown: what the letter to people of here says, and what was
/// said last, where everybody may read it.
pub(crate) fn message(fed: &Federation, letter: &str, told: &Message) -> Result<String, Error> {
    let say = |phrase: Phrase<'_>| as_markdown(&(fed.wording)(&told.lang, phrase));
    let mut paragraphs = vec![say(Phrase::StreetLetter(letter))];
    if let Some((report, category, step)) = &told.shown {
        let (title, words) = said_in(fed, &told.lang, (report, category), step)?;
        paragraphs.extend([as_markdown(&title), words].into_iter().filter(|text| !text.is_empty()));
    }
    paragraphs.push(format!("{} <{}>", say(Phrase::StreetRead), told.page));
    Ok(paragraphs.join("\n\n"))
}

/// The document of a step.
pub(crate) async fn document(fed: &Federation, found: &Found, step: &Step) -> Result<Value, Error> {
    let (instance, collectivity) = (fed.app.instance().await?, collectivity(fed).await?);
    let (author, words) = said_in(fed, &instance.lang, (&found.report, &found.category), step)?;
    let wording = Said { author, read_whole: (fed.wording)(&instance.lang, Phrase::StreetRead) };
    let mut named = found.groups.iter().map(|group| mention(fed, group));
    Ok(documents::note(&NoteInput {
        title: String::new(),
        in_reply_to: fed.app.links.object(found.object.0),
        stance: None,
        text: TextInput {
            id: fed.app.links.object(step.id.0),
            url: fed.app.links.absolute(&found.path()),
            author: Author::Collectivity { actor: actors::uri_of(fed, &collectivity), wording },
            markdown: words,
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

/// A step, for whoever asks for its address: `None` where there is none.
pub(crate) async fn show(fed: &Federation, id: uuid::Uuid, headers: &HeaderMap, asking: &Asking) -> Result<Option<Reply>, Error> {
    let Some(report) = fed.app.store.read(move |db| store::street::stepped(db, Uid(id))).await? else { return Ok(None) };
    let (news, mut said) = told(fed, report.id).await?;
    let (told, found) = (said.remove(&Uid(id)), find(fed, Some(report.id), None).await?);
    let (Some(is_out), Some(found)) = (told, found) else { return Ok(Some(Err(Refusal(StatusCode::NOT_FOUND)))) };
    let step = news.into_iter().find(|step| step.id == Uid(id)).filter(|_| is_out && found.is_shown());
    Ok(Some(match step {
        Some(step) => found.read(fed, Uid(id), document(fed, &found, &step), (headers, asking)).await?,
        None => Ok((StatusCode::GONE, answer_with(&tombstone(fed, &found, (Uid(id), STEP)))).into_response()),
    }))
}
