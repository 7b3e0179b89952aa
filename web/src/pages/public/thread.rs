//! The replies under a contribution, as the page shows them: threads within threads, three deep at the most.

use super::items::{self, Author};
use super::load;
use super::offer::{self, Offer};
use super::pictures::{Picture, Pictures};
use super::states::{self, Badge};
use crate::error::Error;
use crate::page::Page;
use crate::viewer::Visit;
use domain::contribution::Stance;
use domain::markup;
use domain::moderation::Reason;
use domain::permission::Verb;
use domain::visible::{self, Sight};
use store::At;
use store::moderation::Restriction;
use store::views::page::Frame;
use store::views::threads::Reply;

/// A reply.
pub(super) struct ReplyView {
    pub(super) id: String,
    pub(super) path: String,
    /// How many lists are opened before it: 1 when it is nested in the one before, else 0.
    pub(super) opens: bool,
    /// How many nested lists are closed before it.
    pub(super) closes: usize,
    pub(super) notice: Option<Notice>,
    pub(super) stance: Option<&'static str>,
    pub(super) author: Author,
    /// Written by the author of the contribution itself.
    pub(super) by_author: bool,
    /// Written by somebody who works for the collectivity.
    pub(super) official: bool,
    pub(super) at: At,
    pub(super) edited: Option<At>,
    pub(super) title: String,
    pub(super) lang: String,
    /// Safe HTML.
    pub(super) body: String,
    pub(super) pictures: Vec<Picture>,
    pub(super) badges: Vec<Badge>,
    pub(super) supports: i32,
    pub(super) imported_supports: i32,
    pub(super) remote_supports: i32,
    pub(super) supported: bool,
    pub(super) reply: Offer,
    pub(super) support: Offer,
    pub(super) report: Offer,
    pub(super) edit: bool,
    pub(super) withdraw: bool,
    /// Whether its author looks, who may take a proof home.
    pub(super) proof: bool,
    pub(super) hide: bool,
    pub(super) restore: bool,
}

impl ReplyView {
    /// Whether the viewer sees the text.
    pub(super) fn is_shown(&self) -> bool {
        !self.notice.as_ref().is_some_and(Notice::conceals)
    }

    /// What it replies to is not shown any more: it can be read, not answered.
    pub(super) fn close(&mut self) {
        self.reply = Offer::No;
        self.support = Offer::No;
    }

    /// The address of this reply on the page at `here`.
    pub(super) fn anchor(&self, here: &str) -> String {
        format!("{here}#r-{}", self.id)
    }
}

/// Why a text is not shown any more, or not to everybody.
pub(super) struct Notice {
    /// Hidden by a moderator, or withdrawn by its author.
    pub(super) hidden: bool,
    /// Not shown yet: a moderator reads it first.
    pub(super) held: bool,
    pub(super) at: At,
    pub(super) reason: Option<String>,
    pub(super) note: String,
    /// Whether the viewer sees the text all the same.
    pub(super) seen: bool,
}

impl Notice {
    /// The notice of a contribution that not everybody sees.
    // ftl: reason-*
    pub(super) fn of(
        page: &Page,
        hidden: Option<At>,
        withdrawn: Option<At>,
        restriction: Option<&Restriction>,
        sight: Sight,
    ) -> Option<Self> {
        let reason = restriction.and_then(|r| Reason::parse(&r.reason)).map(|reason| page.t.code("reason", reason.code()));
        let note = restriction.map(|r| r.note.clone()).unwrap_or_default();
        let seen = sight == Sight::Full;
        match (withdrawn, hidden) {
            (Some(at), _) => Some(Self { hidden: false, held: false, at, reason: None, note: String::new(), seen }),
            (None, Some(at)) => Some(Self { hidden: true, held: false, at, reason, note, seen }),
            (None, None) => None,
        }
    }

    /// The notice of a text that may wait for a moderator.
    pub(super) fn waiting(self, held: bool) -> Self {
        Self { held, ..self }
    }

    /// Its icon.
    pub(super) const fn icon(&self) -> &'static str {
        if self.held {
            "hourglass"
        } else if self.hidden {
            "eye-off"
        } else {
            "trash"
        }
    }

    /// Whether the text is not shown to this viewer.
    pub(super) const fn conceals(&self) -> bool {
        !self.seen
    }
}

/// The replies in reading order, and how many lists are still open after the last.
pub(super) fn view(
    visit: &Visit,
    page: &Page,
    frame: &Frame,
    author: Option<store::Uid>,
    (replies, pictures): (&[Reply], &Pictures),
) -> Result<(Vec<ReplyView>, usize), Error> {
    let mut views = Vec::with_capacity(replies.len());
    let mut before = 0;
    for reply in replies {
        let Some(mut view) = one(visit, page, (frame, pictures), author, reply)? else { continue };
        let depth = nested(reply.contribution.depth, before);
        view.opens = depth > before;
        view.closes = before.saturating_sub(depth);
        before = depth;
        views.push(view);
    }
    Ok((views, before.saturating_sub(1)))
}

/// The depth at which a reply is drawn: its own, but never two below the one before, nor above the first level.
fn nested(depth: i16, before: usize) -> usize {
    usize::try_from(depth).unwrap_or(1).clamp(1, before + 1)
}

/// A reply; nothing when the viewer may not even know of it.
fn one(
    visit: &Visit,
    page: &Page,
    (frame, pictures): (&Frame, &Pictures),
    root_author: Option<store::Uid>,
    reply: &Reply,
) -> Result<Option<ReplyView>, Error> {
    let contribution = &reply.contribution;
    let standing = contribution.standing()?;
    let sight = visible::contribution(&standing, frame.calendar.published, visit.viewer);
    if sight == Sight::Nothing {
        return Ok(None);
    }
    let notice = Notice::of(page, contribution.hidden_at, contribution.withdrawn_at, reply.restriction.as_ref(), sight)
        .map(|notice| notice.waiting(contribution.held));
    let concealed = notice.as_ref().is_some_and(Notice::conceals);
    let offer = |verb| offer::to(visit, verb, &standing, &frame.calendar, page.now);
    let shown = |text: &str| if concealed { String::new() } else { text.to_owned() };
    Ok(Some(ReplyView {
        id: contribution.id.0.to_string(),
        path: load::path(&frame.consultation.slug, contribution.id),
        opens: false,
        closes: 0,
        stance: contribution.stance.as_deref().and_then(Stance::parse).map(Stance::code),
        author: Author {
            face: pictures.face_of(contribution),
            ..items::author(&page.t, contribution, reply.author.as_deref(), reply.username.as_deref())
        },
        pictures: if concealed { Vec::new() } else { pictures.of_text(contribution) },
        by_author: root_author.is_some() && root_author == contribution.author_id,
        official: reply.official,
        at: contribution.created_at,
        edited: contribution.edited_at,
        title: shown(&contribution.title),
        lang: contribution.lang.clone(),
        body: markup::to_html(&shown(&contribution.body)),
        badges: states::badges(&page.t, contribution, 0),
        supports: contribution.support_count,
        imported_supports: items::imported_supports(reply.imported.as_ref()),
        remote_supports: contribution.remote_support_count,
        supported: reply.supported,
        reply: offer(Verb::Reply),
        support: offer(Verb::Support),
        report: offer(Verb::Report),
        edit: contribution.uri.is_none() && offer(Verb::Edit).is_yes(),
        withdraw: contribution.uri.is_none() && offer(Verb::Withdraw).is_yes(),
        proof: contribution.uri.is_none() && visit.viewer.actor.is_some_and(|me| contribution.author_id == Some(store::Uid::of(me))),
        hide: offer(Verb::Hide).is_yes(),
        restore: offer(Verb::Restore).is_yes(),
        notice,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_opened_one_at_a_time() {
        for (depth, before, expected) in [(1, 0, 1), (2, 1, 2), (3, 1, 2), (3, 2, 3), (1, 3, 1), (0, 2, 1), (-1, 0, 1), (3, 0, 1)] {
            assert_eq!(nested(depth, before), expected, "{depth} after {before}");
        }
    }
}
