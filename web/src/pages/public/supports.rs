//! The supports of a contribution as its page shows them: those of here and what is missing to the threshold; and beside them, never added, those that
//! other servers, an import and the territories that carry the consultation count.

use super::items;
use super::load::Subject;
use super::offer::Offer;
use super::rich::{Html, dated};
use crate::page::Page;
use deliberation::recognition::{self, Recognition};
use domain::answer::AnswerState;
use domain::contribution::Kind;
use domain::text;
use store::Db;
use store::territory_supports::Backer;
use store::views::cards::Card;

/// Territories on the page.
const LISTED: i64 = 200;

/// Supports, and what is missing to the declared threshold.
pub(super) struct Support {
    pub(super) count: i32,
    pub(super) imported: i32,
    pub(super) remote: i32,
    /// Those in the territories that carry the consultation.
    pub(super) there: There,
    pub(super) supported: bool,
    pub(super) offer: Offer,
    pub(super) threshold: i32,
    /// Missing supports; 0 when the threshold is reached.
    pub(super) missing: u32,
    /// Whether an official answer is promised at the threshold, and still due.
    pub(super) promised: bool,
    pub(super) due: bool,
}

/// What the territories that carry the consultation say.
pub(super) struct There {
    pub(super) total: i64,
    pub(super) territories: i32,
    pub(super) lines: Vec<Territory>,
    /// Whether there are more of them.
    pub(super) cut: bool,
}

/// A territory, and how many people it counts.
pub(super) struct Territory {
    pub(super) name: String,
    pub(super) said: Html,
    pub(super) left: bool,
}

/// Who says how many, where anybody does.
pub(super) fn backers(db: &mut Db, card: &Card) -> Result<Vec<Backer>, store::Error> {
    if card.territories.supports == 0 {
        return Ok(Vec::new());
    }
    store::territory_supports::backers(db, card.contribution.id, LISTED)
}

impl Support {
    pub(super) fn new(page: &Page, subject: &Subject, offer: Offer, (promised, backers): (bool, Vec<Backer>)) -> Self {
        let card = &subject.whole.card;
        let (count, threshold) = (card.contribution.support_count, subject.frame.consultation.support_threshold);
        let positive = |n: i32| u32::try_from(n).unwrap_or(0);
        let missing = match recognition::against(positive(count), positive(threshold)) {
            Recognition::Missing(missing) => missing,
            Recognition::NotDeclared | Recognition::Reached => 0,
        };
        let promised = promised && threshold > 0 && card.contribution.kind == Kind::Proposal.code();
        let decided = card.contribution.answer_state.as_deref().and_then(AnswerState::parse).is_some_and(AnswerState::is_decision);
        Self {
            count,
            imported: items::imported_supports(card.imported.as_ref()),
            remote: card.contribution.remote_support_count,
            there: There::new(page, card, backers),
            supported: card.supported,
            offer,
            threshold,
            missing,
            promised,
            due: promised && missing == 0 && !decided,
        }
    }

    /// What the bar shows, never more than the threshold.
    pub(super) const fn filled(&self) -> i32 {
        if self.count < self.threshold { self.count } else { self.threshold }
    }
}

impl There {
    fn new(page: &Page, card: &Card, backers: Vec<Backer>) -> Self {
        let territories = card.territories.territories;
        let cut = i64::from(territories) > LISTED;
        let line = |backer: Backer| {
            let name = text::line(&backer.name);
            Territory {
                name: if name.is_empty() { backer.host } else { name },
                said: dated(page, "backers-line", &[("date", backer.heard_at.0)], Some(backer.supports.into())),
                left: backer.left,
            }
        };
        Self { total: card.territories.supports, territories, lines: backers.into_iter().map(line).collect(), cut }
    }
}
