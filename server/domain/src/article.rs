//! News and articles: where one stands, and what may be done with it there. Who may do it, the permission table says.

use crate::actor::{Role, Viewer};
use crate::refusal::Refusal;

crate::words! {
    /// Where an article stands.
    ArticleState {
        /// Being written by the staff.
        Draft = "draft",
        /// Proposed to the collectivity, which has not decided.
        Submitted = "submitted",
        /// Everybody reads it.
        Published = "published",
        /// The collectivity does not publish it, and says why.
        Refused = "refused",
        /// It is not shown any more.
        Withdrawn = "withdrawn",
    }
}

/// What is done with an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArticleDeed {
    /// The staff changes what it says; of what is published, that is another version.
    Edit,
    /// The staff publishes what is written now.
    Publish,
    /// Whoever proposed it sends another text.
    SendAgain,
    /// The staff publishes what was proposed.
    Accept,
    /// The staff does not.
    Refuse,
    /// Whoever said it, or the staff, takes it back.
    Withdraw,
}

/// Longest article, in characters.
pub const ARTICLE_MAX: usize = 30_000;
/// Longest summary, in characters.
pub const SUMMARY_MAX: usize = 400;
/// Most articles of one person that wait for a decision.
pub const WAITING_MAX: usize = 3;

/// May the viewer propose an article to the collectivity?
///
/// # Errors
/// `SignInFirst` for a visitor, `NotYourRole` for an account of another server.
pub const fn may_propose(viewer: Viewer) -> Result<(), Refusal> {
    match viewer.role {
        Role::Visitor => Err(Refusal::SignInFirst),
        Role::Remote => Err(Refusal::NotYourRole),
        Role::Citizen | Role::Stakeholder | Role::Agent | Role::Moderator | Role::Administrator => Ok(()),
    }
}

/// Where an article stands after something is done with it.
///
/// # Errors
/// `AlreadyDone` where it stands there, `Withdrawn` of what was taken back, `Settled` where that was decided otherwise, `NotPublished` of what nobody
/// read yet.
pub const fn after(state: ArticleState, deed: ArticleDeed) -> Result<ArticleState, Refusal> {
    use ArticleDeed::{Accept, Edit, Publish, Refuse, SendAgain, Withdraw};
    use ArticleState::{Draft, Published, Refused, Submitted, Withdrawn};
    match (state, deed) {
        (Draft, Edit) => Ok(Draft),
        (Published, Edit) | (Draft, Publish) | (Submitted, Accept) => Ok(Published),
        (Submitted | Refused, SendAgain) => Ok(Submitted),
        (Submitted, Refuse) => Ok(Refused),
        (Published | Submitted | Refused, Withdraw) => Ok(Withdrawn),
        (Published, Publish | Accept) | (Refused, Refuse) | (Withdrawn, Withdraw) => Err(Refusal::AlreadyDone),
        (Withdrawn, Edit | Publish | SendAgain | Accept | Refuse) => Err(Refusal::Withdrawn),
        (Draft, SendAgain | Accept | Refuse | Withdraw) => Err(Refusal::NotPublished),
        (Published, SendAgain | Refuse) | (Refused, Edit | Publish | Accept) | (Submitted, Edit | Publish) => Err(Refusal::Settled),
    }
}

#[cfg(test)]
mod tests {
    use super::ArticleDeed::{Accept, Edit, Publish, Refuse, SendAgain, Withdraw};
    use super::ArticleState::{Draft, Published, Refused, Submitted, Withdrawn};
    use super::*;

    #[test]
    fn whoever_has_an_account_here_proposes() {
        let one = crate::id::ActorId(uuid::Uuid::from_u128(1));
        assert_eq!(may_propose(Viewer::VISITOR), Err(Refusal::SignInFirst));
        assert_eq!(may_propose(Viewer::signed_in(one, Role::Remote)), Err(Refusal::NotYourRole));
        for role in [Role::Citizen, Role::Stakeholder, Role::Agent, Role::Moderator, Role::Administrator] {
            assert_eq!(may_propose(Viewer::signed_in(one, role)), Ok(()), "{role}");
        }
    }

    #[test]
    fn an_article_goes_from_state_to_state() {
        let check = |state, deed, expected| assert_eq!(after(state, deed), expected, "{state} {deed:?}");
        check(Draft, Edit, Ok(Draft));
        check(Draft, Publish, Ok(Published));
        check(Published, Edit, Ok(Published));
        check(Published, Publish, Err(Refusal::AlreadyDone));
        check(Submitted, Accept, Ok(Published));
        check(Submitted, Refuse, Ok(Refused));
        check(Refused, SendAgain, Ok(Submitted));
        check(Submitted, SendAgain, Ok(Submitted));
        check(Submitted, Withdraw, Ok(Withdrawn));
        check(Published, Withdraw, Ok(Withdrawn));
        // The words of somebody else are published or not, never rewritten.
        check(Submitted, Edit, Err(Refusal::Settled));
        check(Submitted, Publish, Err(Refusal::Settled));
        check(Published, SendAgain, Err(Refusal::Settled));
        check(Refused, Accept, Err(Refusal::Settled));
        check(Published, Accept, Err(Refusal::AlreadyDone));
        check(Withdrawn, Withdraw, Err(Refusal::AlreadyDone));
        check(Draft, Withdraw, Err(Refusal::NotPublished));
        for deed in [Edit, Publish, SendAgain, Accept, Refuse] {
            check(Withdrawn, deed, Err(Refusal::Withdrawn));
        }
    }
}
