//! What citizens do: publish, reply, edit, withdraw, support, report.

mod edit;
mod publish;
mod reply;
mod report;
mod support;
mod take_back_support;
mod withdraw;

pub use edit::edit;
pub use publish::publish;
pub use reply::reply;
pub use report::report;
pub use support::support;
pub use take_back_support::take_back_support;
pub use withdraw::withdraw;

use domain::contribution::Origin;
use store::Uid;
use store::contributions::NewContribution;

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
        created_at: now,
        active_at: now,
        withdrawn_at: None,
        shuffle: crate::random::shuffle(),
    }
}
