//! What the staff decides about the index of the territory: what the collectivity shares of it, and whether its own figures may be compared.

use super::desk::{self, Section};
use crate::error::{Error, Reply};
use crate::form::{self, Posted, done};
use crate::viewer::{Staff, Visit};
use serde::Deserialize;
use store::Uid;
use uuid::Uuid;

/// A consultation to be shared, or no more.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Shared {
    listing: String,
    share: String,
    here: String,
}

/// The choice about comparison.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Comparison {
    allowed: String,
}

/// `POST /admin/network/share`.
pub(super) async fn share(Staff(visit): Staff, Posted(asked): Posted<Shared>) -> Reply {
    let id = Uid(Uuid::try_parse(&asked.listing).map_err(|_no_id| Error::NOT_FOUND)?);
    let app = &visit.web.app;
    let code = if asked.share == "yes" {
        actions::abroad::share(app, visit.viewer, id).await?;
        "territory-shared"
    } else {
        actions::abroad::unshare(app, visit.viewer, id).await?;
        "territory-unshared"
    };
    Ok(done(back(&asked.here), code))
}

/// The list from which somebody came, or its beginning.
fn back(here: &str) -> &str {
    form::local(here).filter(|path| *path == "/territory" || path.starts_with("/territory?")).unwrap_or("/territory")
}

/// `POST /admin/network/comparison`.
pub(super) async fn compare(Staff(visit): Staff, Posted(asked): Posted<Comparison>) -> Reply {
    desk::enter(&visit, Section::Network)?;
    actions::abroad::allow_comparison(&visit.web.app, visit.viewer, asked.allowed == "yes").await?;
    Ok(done("/admin/network/follows", "territory-comparison"))
}

/// Whether the figures of the collectivity may be compared.
pub(super) async fn is_comparable(visit: &Visit) -> Result<bool, Error> {
    Ok(visit.web.app.store.read(store::listings::consents_to_comparison).await?)
}
