//! Votes of this instance as documents: a poll that others can answer is a `Question`, every other vote a text and a link.

use actions::votes::{Loaded, Signal, asks_elsewhere, takes_several};
use domain::vote::BoxState;
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::consultations::Consultation;

use crate::actors;
use crate::documents::{self, Addressing, Author, PageInput, QuestionInput, TextInput};
use crate::objects::{collectivity, mention};
use crate::service::{Error, Federation};
use crate::wording::Phrase;

/// A vote with what its document needs.
#[derive(Debug, Clone)]
pub(crate) struct Poll {
    pub(crate) found: Loaded,
    pub(crate) consultation: Consultation,
    pub(crate) group: Actor,
    pub(crate) signal: Signal,
    /// Whether others were ever told of it.
    pub(crate) has_left: bool,
}

impl Poll {
    /// The path of its page.
    pub(crate) fn path(&self) -> String {
        format!("/c/{}/polls/{}", self.consultation.slug, self.found.row.id.0)
    }
}

/// A vote of a published consultation, if it left or leaves now.
pub(crate) async fn find(fed: &Federation, id: Uid) -> Result<Option<Poll>, Error> {
    let read = fed.app.store.read(move |db| {
        if store::votes::find(db, id)?.is_none_or(|row| row.kind != domain::vote::BoxKind::Poll.code()) {
            return Ok(None);
        }
        let found = actions::votes::load(db, id)?;
        let consultation = store::consultations::find(db, found.row.consultation_id)?.filter(|found| found.published_at.is_some());
        let Some(consultation) = consultation.filter(|_| found.state != BoxState::Draft) else { return Ok(None) };
        let Some(group) = store::actors::find(db, consultation.actor_id)? else { return Ok(None) };
        let signal = actions::votes::signal(db, &found)?;
        let has_left = store::signals::told(db, id)?.is_some();
        Ok::<_, actions::Error>(Some(Poll { found, consultation, group, signal, has_left }))
    });
    Ok(read.await?)
}

/// The document of a vote.
pub(crate) async fn document(fed: &Federation, poll: &Poll) -> Result<Value, Error> {
    let row = &poll.found.row;
    let collectivity = collectivity(fed).await?;
    let asks = asks_elsewhere(&poll.found);
    let url = fed.app.links.absolute(&poll.path());
    let said = |phrase| (fed.wording)(&row.lang, phrase);
    let end = match poll.found.state {
        BoxState::Cancelled => said(Phrase::VoteCancelled),
        _ if asks => format!("{} <{url}>", said(Phrase::SignalOnly)),
        _ => format!("{} <{url}>", said(Phrase::VoteThere)),
    };
    let subject = row.contribution_id.unwrap_or(poll.consultation.id);
    let text = TextInput {
        id: fed.app.links.object(row.id.0),
        url,
        author: Author::Named { actor: actors::uri_of(fed, &collectivity) },
        markdown: if row.description.is_empty() { end } else { format!("{}\n\n{end}", row.description) },
        lang: row.lang.clone(),
        addressing: Addressing { group: Some(mention(fed, &poll.group)), mentions: Vec::new() },
        context: format!("{}/context", fed.app.links.object(subject.0)),
        published: row.opens_at.0,
        updated: None,
        hashtags: Vec::new(),
        pictures: Vec::new(),
        takes_replies: crate::objects::takes(fed, Some(&poll.consultation), domain::consultation::Deed::Reply, fed.app.now()).await?,
    };
    if !asks {
        return Ok(documents::page(&PageInput { text, title: row.title.clone() }));
    }
    Ok(documents::question(&QuestionInput {
        text,
        title: row.title.clone(),
        several: takes_several(&poll.found),
        options: poll.found.options.iter().map(|option| (option.title.clone(), poll.signal.of(option.number))).collect(),
        ends: row.closes_at.0,
        closed: row.closed_at.map(|at| at.0),
        voters: poll.signal.voters,
    }))
}
