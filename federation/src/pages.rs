//! The objects behind the pages: who asks for ActivityPub at the address of a page is sent to them.

use domain::reach::Reach;
use store::consultations::Consultation;
use url::Url;

use crate::local::{self, Local};
use crate::routes::{Thing, find};
use crate::service::Federation;
use crate::{actors, articles, objects, street};

/// Whether a path may be the page of something that has an id.
#[must_use]
pub fn is_page_of_an_object(path: &str) -> bool {
    path == "/" || ["/@", "/c/", "/news/", "/street/"].iter().any(|start| path.starts_with(start))
}

impl Federation {
    /// The id of what a page shows, if others may know of it.
    pub async fn object_behind(&self, path: &str) -> Option<String> {
        let address: Url = self.origin.join(path).ok()?;
        let found = match local::read(&self.origin, &address)? {
            Local::Actor(handle) => actors::find_public(self, &handle).await.ok()?.map(|actor| actors::uri_of(self, &actor)),
            Local::Consultation(slug) => {
                let read = self.app.store.read(move |db| {
                    let found = store::consultations::by_slug(db, &slug)?.filter(known);
                    found.map_or(Ok(None), |found| store::actors::find(db, found.actor_id))
                });
                read.await.ok()?.map(|group| actors::uri_of(self, &group))
            }
            Local::Contribution(id) => match find(self, id).await.ok()?.filter(|thing| known(thing.consultation())) {
                Some(Thing::Contribution(piece)) => Some(objects::address(self, &piece.contribution)),
                Some(Thing::Answer(_) | Thing::Consultation(_) | Thing::Poll(_) | Thing::Report(_)) | None => None,
            },
            Local::Poll(id) => match find(self, id).await.ok()?.filter(|thing| known(thing.consultation())) {
                Some(Thing::Poll(_)) => Some(self.app.links.object(id)),
                Some(Thing::Answer(_) | Thing::Consultation(_) | Thing::Contribution(_) | Thing::Report(_)) | None => None,
            },
            Local::Other if path == "/" => {
                let collectivity = objects::collectivity(self).await.ok()?;
                Some(actors::uri_of(self, &collectivity))
            }
            Local::Other if path.starts_with("/news/") => articles::behind(self, path).await.ok()?,
            Local::Other if path.starts_with("/street/") => street::behind(self, path).await.ok()?,
            Local::Instance | Local::Object(_) | Local::Call(_) | Local::Activity(_) | Local::Other => None,
        };
        found.filter(|id| *id != address.as_str())
    }
}

/// Whether other servers may know of a consultation at all.
fn known(consultation: &Consultation) -> bool {
    consultation.published_at.is_some() && consultation.reach != Reach::Here.code()
}
