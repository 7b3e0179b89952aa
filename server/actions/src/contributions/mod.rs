//! What citizens do: publish, reply, edit, withdraw, support, report.

pub(crate) mod edit;
pub(crate) mod publish;
pub(crate) mod reply;
pub(crate) mod report;
mod sides;
pub(crate) mod support;
mod take_back_again;
pub(crate) mod take_back_support;
pub(crate) mod withdraw;

pub use edit::edit;
pub use publish::publish;
pub use reply::reply;
pub use report::report;
pub use sides::set_sides;
pub use support::support;
pub use take_back_again::take_back_again;
pub use take_back_support::take_back_support;
pub use withdraw::withdraw;

use crate::places::MapSettings;
use domain::actor::{Role, Viewer};
use domain::consultation::{Calendar, RemoteVoices};
use domain::contribution::Origin;
use domain::id::ContributionId;
use domain::lang::Lang;
use std::sync::Arc;
use store::contributions::NewContribution;
use store::{At, Uid};

/// How a contribution enters: written here, or received from the server on which it lives.
pub(crate) struct Entry {
    pub(crate) id: ContributionId,
    lang: String,
    uri: Option<String>,
    created_at: Option<At>,
    is_carried: bool,
    /// The territory in which places must lie, for what is written here.
    ground: Option<Arc<MapSettings>>,
    /// Whether it speaks of a paragraph of a text: then it is no project, whatever the consultation has.
    is_on_text: bool,
}

impl Entry {
    /// Written on the pages of this instance.
    pub(crate) fn here(id: ContributionId, lang: Lang) -> Self {
        Self { id, lang: lang.code().to_owned(), uri: None, created_at: None, is_carried: false, ground: None, is_on_text: false }
    }

    /// Received from another server, where it has this address.
    pub(crate) fn elsewhere(id: ContributionId, lang: String, uri: String, created_at: Option<At>) -> Self {
        Self { id, lang, uri: Some(uri), created_at, is_carried: false, ground: None, is_on_text: false }
    }

    /// Says on which maps it was placed.
    pub(crate) fn on(self, maps: Arc<MapSettings>) -> Self {
        Self { ground: Some(maps), ..self }
    }

    /// Says that it speaks of a paragraph of a text.
    pub(crate) fn on_text(self) -> Self {
        Self { is_on_text: true, ..self }
    }

    /// Says that it was taken by the instance of a territory that carries the same consultation.
    pub(crate) fn carried(self, is_carried: bool) -> Self {
        Self { is_carried, ..self }
    }

    /// The calendar as it holds for this entry.
    fn calendar(&self, calendar: &Calendar, now: domain::Timestamp) -> Calendar {
        if !self.is_carried {
            return calendar.clone();
        }
        domain::carrying::admitting(calendar, self.created_at.map_or(now, |at| at.0), now)
    }

    fn fill(self, new: &mut NewContribution) {
        if self.uri.is_some() {
            new.origin = Origin::Remote.code().to_owned();
        }
        new.lang = self.lang;
        new.uri = self.uri;
        // What claims to come from the future comes from now.
        new.created_at = self.created_at.filter(|at| *at < new.created_at).unwrap_or(new.created_at);
    }
}

/// A consultation may want a moderator to look first at what comes from other servers.
fn hold_if_asked(new: &mut NewContribution, viewer: Viewer, calendar: &Calendar, now: At) {
    if viewer.role == Role::Remote && calendar.remote_voices == RemoteVoices::Held {
        new.held = true;
        new.hidden_at = Some(now);
    }
}

/// A root contribution as it is first kept; the caller fills in what differs.
pub(crate) fn blank(id: Uid, consultation_id: Uid, now: store::At) -> NewContribution {
    NewContribution {
        id,
        consultation_id,
        kind: String::new(),
        root_id: None,
        parent_id: None,
        thread_id: None,
        depth: 0,
        stance: None,
        title: String::new(),
        body: String::new(),
        lang: String::new(),
        theme_id: None,
        author_id: None,
        author_name: None,
        origin: Origin::Local.code().to_owned(),
        uri: None,
        hidden_at: None,
        held: false,
        created_at: now,
        active_at: now,
        withdrawn_at: None,
        shuffle: crate::random::shuffle(),
    }
}
