//! Direct messages of the collectivity: what people of here are written in a letter, for somebody of another server and nobody else.

use actions::abroad::Parcel;
use store::activities::MESSAGE;
use store::actors::Actor;

use super::{Draft, parcel};
use crate::documents::MessageInput;
use crate::service::{Error, Federation};
use crate::{actors, audience, documents, objects};

/// A message to somebody of another server, in this language.
pub(super) async fn to(fed: &Federation, reader: &Actor, (lang, markdown): (&str, String)) -> Result<Parcel, Error> {
    let (collectivity, now) = (objects::collectivity(fed).await?, fed.app.now());
    let note = documents::message(&MessageInput {
        id: fed.app.links.object(fed.app.new_id::<uuid::Uuid>()),
        author: actors::uri_of(fed, &collectivity),
        to: objects::mention(fed, reader),
        markdown,
        lang: lang.to_owned(),
        published: now,
    });
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::create(&fed.app.links.activity(activity), &note);
    let inboxes = audience::of(fed, reader.id, collectivity.id).await?;
    // About nobody but whom it goes to, in the order of what else they are told.
    let draft = Draft { kind: MESSAGE, actor: &collectivity, object: reader.id, public: false, body, id: activity };
    Ok(parcel(&draft, inboxes, now))
}
