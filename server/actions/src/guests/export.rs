//! Everything the instance holds about somebody whose account is on another server, for themselves (GDPR art. 15 and 20).

use domain::actor::Viewer;
use domain::refusal::Refusal;
use serde_json::{Value, json};
use store::Uid;

use crate::accounts::{signed_in, what_somebody_did};
use crate::{App, Result};

/// Gathers one's own data: the account as it is known here, contributions with their versions, supports, reports, sessions.
///
/// # Errors
/// `SignInFirst`, or the store's failure.
pub async fn export(app: &App, viewer: Viewer) -> Result<Value> {
    let (actor, links, now) = (Uid::of(signed_in(viewer)?), app.links.clone(), app.now());
    app.store
        .read(move |db| {
            let person = store::actors::find(db, actor)?.filter(|found| !found.host.is_empty()).ok_or(Refusal::SignInFirst)?;
            let sessions = store::sessions::of_actor(db, actor)?;
            let mut data = json!({
                "exported_at": now.to_string(),
                "account": {
                    "id": person.uri, "handle": format!("@{}@{}", person.username, person.host), "name": person.display_name,
                    "summary": person.summary, "known_since": person.created_at.0.to_string(),
                },
            });
            if let (Some(data), Value::Object(rest)) = (data.as_object_mut(), what_somebody_did(db, &links, actor, &sessions)?) {
                data.extend(rest);
                data.insert("meetings".to_owned(), crate::meetings::own_data(db, actor)?);
            }
            Ok(data)
        })
        .await
}
