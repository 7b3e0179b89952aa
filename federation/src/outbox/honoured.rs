//! What other instances are told once a deletion that they asked for was carried out: signed by the collectivity, with a proof.

use actions::abroad::Parcel;
use serde_json::Value;
use store::journal::Line;

use super::{Draft, contribution_of, parcel};
use crate::audience::Inboxes;
use crate::service::{Error, Federation};
use crate::{actors, documents, objects};

/// A deletion was carried out, and what others here were told of the thing is taken back: the lines before this one did that.
pub(super) async fn honoured(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let id = contribution_of(line)?;
    let read = fed.app.store.read(move |db| {
        let Some(found) = store::honoured::find(db, id)? else { return Ok(None) };
        let is_left = store::honoured::is_left(db, &found.object, tells)?;
        Ok::<_, store::Error>(Some((found, is_left)))
    });
    let Some((found, is_left)) = read.await? else { return Ok(Vec::new()) };
    if is_left {
        // Nothing is signed that is not so.
        tracing::warn!("something that was deleted elsewhere is still here, and its deletion is not acknowledged");
        return Ok(Vec::new());
    }
    let collectivity = objects::collectivity(fed).await?;
    let uri = actors::uri_of(fed, &collectivity);
    let activity = fed.app.new_id::<uuid::Uuid>();
    let now = fed.app.now();
    let said = documents::accept_deletion(&fed.app.links.activity(activity), &uri, &found.activity, &found.object);
    let body = fed.prove(&collectivity, &said, now).await?;
    let inboxes = Inboxes::from(vec![(found.inbox, found.host)]);
    let draft = Draft { kind: "Accept", actor: &collectivity, object: id, public: false, body, id: activity };
    // Worth as much as the deletion.
    Ok(vec![Parcel { is_deletion: true, ..parcel(&draft, inboxes, now) }])
}

/// Whether an activity that passes something on says more of it than that it is gone. What is concealed has no words.
fn tells(body: &str) -> bool {
    let said: Value = serde_json::from_str(body).unwrap_or_default();
    let is_deletion = |said: &Value| said.get("type").and_then(Value::as_str) == Some("Delete");
    said.get("id").is_some() && !is_deletion(&said) && !said.get("object").is_some_and(is_deletion)
}
