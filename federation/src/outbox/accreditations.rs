//! What the other side of an accreditation is told: the offer, the answer, the end. Between two of this instance nothing has to leave.

use actions::abroad::Parcel;
use domain::event::EventKind;
use domain::organisation::AccreditationState;
use serde_json::Value;
use store::journal::Line;

use super::{Draft, contribution_of, parcel};
use crate::accreditations::{self, Both};
use crate::service::{Error, Federation};
use crate::{actors, audience, documents};

/// An accreditation was offered, answered or ended here.
pub(super) async fn told(fed: &Federation, kind: EventKind, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some(both) = accreditations::find(fed, contribution_of(line)?).await? else { return Ok(Vec::new()) };
    let is_ours = both.row.uri.is_none();
    let (speaker, other) = if is_ours { (&both.by, &both.organisation) } else { (&both.organisation, &both.by) };
    if other.host.is_empty() {
        return Ok(Vec::new());
    }
    let id = fed.app.new_id::<uuid::Uuid>();
    let name = fed.app.links.activity(id);
    let (own, theirs) = (actors::uri_of(fed, speaker), actors::uri_of(fed, other));
    let address = accreditations::address(fed, &both.row);
    let (kind, public, body) = match kind {
        EventKind::AccreditationOffered => {
            ("Offer", false, documents::offer_accreditation(&name, &own, &accreditations::proven(fed, &both).await?))
        }
        EventKind::AccreditationAnswered if line.detail.as_deref() == Some(AccreditationState::Accepted.code()) => {
            ("Accept", true, accepted(fed, &both, (&name, &own)).await?)
        }
        EventKind::AccreditationAnswered => ("Reject", false, documents::refusal(&name, &own, (&address, &theirs))),
        _ended => {
            let undone = if is_ours { "Offer" } else { "Accept" };
            ("Undo", false, documents::end_accreditation(&name, &own, undone, (&address, &theirs)))
        }
    };
    let inboxes = audience::of(fed, other.id, speaker.id).await?;
    Ok(vec![parcel(&Draft { kind, actor: speaker, object: both.row.id, public, body, id }, inboxes, fed.app.now())])
}

/// The acceptance, around what the collectivity offered, word for word.
async fn accepted(fed: &Federation, both: &Both, (name, own): (&str, &str)) -> Result<Value, Error> {
    let mut offered: Value = serde_json::from_str(both.row.document.as_deref().unwrap_or_default())
        .map_err(|_unreadable| Error::Senseless("the kept document of an accreditation".to_owned()))?;
    if let Some(fields) = offered.as_object_mut() {
        fields.remove("proof");
    }
    let at = both.row.answered_at.map_or_else(|| fed.app.now(), |at| at.0);
    fed.prove(&both.organisation, &documents::acceptance(name, own, &offered, at), at).await
}
