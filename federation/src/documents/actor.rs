//! Actors of this instance.

use domain::actor::ActorKind;
use domain::lang::Lang;
use domain::markup;
use serde_json::{Value, json};

use super::input::{ActorInput, Picture};
use super::{context, recognition};

/// The type of an actor.
fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "Person",
        ActorKind::Organization => "Organization",
        ActorKind::Group => "Group",
        ActorKind::Application => "Application",
    }
}

/// What this software understands beyond ActivityPub (FEP-844e).
fn capabilities() -> Value {
    json!([
        { "href": "https://datatracker.ietf.org/doc/html/rfc9421", "name": "RFC-9421: HTTP Message Signatures" },
        { "href": "https://datatracker.ietf.org/doc/html/rfc9421#name-eddsa-using-curve-edwards25", "name": "RFC-9421 signatures using the Ed25519 algorithm" }
    ])
}

/// The document of an actor.
#[must_use]
pub fn actor(input: &ActorInput) -> Value {
    let id = &input.id;
    let is_instance = input.kind == ActorKind::Application;
    let summary = super::texts::at_home(&input.summary, id);
    let mut document = json!({
        "@context": context::of_actor(id),
        "id": id,
        "type": kind(input.kind),
        "preferredUsername": input.username,
        "webfinger": format!("{}@{}", input.username, input.host),
        "name": input.name,
        "summary": markup::to_html(&summary),
        "source": { "content": summary, "mediaType": "text/markdown" },
        "url": input.url,
        // The instance has no inbox of its own: what is for it is for everybody here.
        "inbox": if is_instance { input.shared_inbox.clone() } else { format!("{id}/inbox") },
        "outbox": format!("{id}/outbox"),
        "endpoints": { "sharedInbox": input.shared_inbox },
        "publicKey": { "id": format!("{id}#main-key"), "owner": id, "publicKeyPem": input.rsa_pem },
        "assertionMethod": [{
            "id": format!("{id}#ed25519-key"), "type": "Multikey", "controller": id, "publicKeyMultibase": input.ed25519_multibase
        }],
        "manuallyApprovesFollowers": is_instance,
        "discoverable": input.discoverable,
        "indexable": input.discoverable,
        "published": input.published.to_string()
    });
    let Some(fields) = document.as_object_mut() else { return document };
    let mut add = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    if is_instance {
        add("implements", capabilities());
    } else {
        add("followers", json!(format!("{id}/followers")));
        add("following", json!(format!("{id}/following")));
        add("featured", json!(format!("{id}/featured")));
        add("generator", json!({ "type": "Application", "id": input.instance, "implements": capabilities() }));
    }
    if input.kind == ActorKind::Group {
        add("attributedTo", json!(format!("{id}/moderators")));
        add("postingRestrictedToMods", json!(input.posting_restricted));
        add("language", json!([language(&input.lang)]));
    }
    if let Some(territory) = &input.territory {
        add("parvis:territory", recognition::territory(territory));
    }
    if let Some(icon) = &input.icon {
        add("icon", picture(icon));
    }
    if !input.also_known_as.is_empty() {
        add("alsoKnownAs", json!(input.also_known_as));
    }
    if let Some(updated) = input.updated {
        add("updated", json!(updated.to_string()));
    }
    document
}

/// A language as Lemmy reads it.
pub(super) fn language(code: &str) -> Value {
    let name = Lang::parse(code).map(Lang::own_name).unwrap_or(code);
    json!({ "identifier": code, "name": name })
}

/// A picture as everybody reads it.
pub(super) fn picture(picture: &Picture) -> Value {
    let mut image = json!({ "type": "Image", "mediaType": picture.media_type, "url": picture.url });
    if let Some(fields) = image.as_object_mut() {
        if !picture.alt.is_empty() {
            fields.insert("name".to_owned(), json!(picture.alt));
        }
        if let Some((width, height)) = picture.size {
            fields.insert("width".to_owned(), json!(width));
            fields.insert("height".to_owned(), json!(height));
        }
    }
    image
}
