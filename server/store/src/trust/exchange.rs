//! The exchange itself: a proposal, its answer, its end. What came before, or comes again, changes nothing.

use crate::column::{At, Uid, all, each};
use crate::schema::recognition;
use crate::{Db, Result};
use diesel::prelude::*;

use super::{Recognition, RecognitionState, Territory};

/// Exchanges that are over and kept of one collectivity, to be shown and to be known again.
const KEPT_OVER: i64 = 20;

/// A proposal.
#[derive(Debug, Clone)]
pub struct Proposal<'a> {
    /// Its id here.
    pub id: Uid,
    /// Its address.
    pub uri: &'a str,
    /// The other collectivity.
    pub actor_id: Uid,
    /// When it was made.
    pub at: At,
    /// Who made it here; nobody when the other one did.
    pub made_by: Option<Uid>,
}

/// A yes.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    /// Its address.
    pub uri: &'a str,
    /// When it was said.
    pub at: At,
    /// Who said it here; nobody when the other one did.
    pub made_by: Option<Uid>,
}

/// Keeps a proposal of ours (`signed` is nothing: the other one has signed nothing yet) or of theirs, with the territory and the document that they
/// signed. A new proposal of theirs takes the place of what was under way or held by an older one of theirs. `false`: there was a later one, or ours
/// is still under way or holds.
///
/// # Errors
/// When the database refuses.
pub fn keep_proposal(db: &mut Db, new: &Proposal<'_>, signed: Option<(&Territory, &str)>) -> Result<bool> {
    let ours = signed.is_none();
    if let Some(last) = latest(db, new.actor_id, ours)? {
        if last.proposed_at >= new.at || (ours && is_live(&last)) {
            return Ok(false);
        }
        if is_live(&last) {
            end(db, last.id, false, new.at)?;
        }
    }
    let (territory, statement) = signed.map_or((None, None), |(territory, statement)| (Some(territory.clone()), Some(statement)));
    let said = territory.unwrap_or_default();
    let values = (
        (
            recognition::id.eq(new.id),
            recognition::uri.eq(new.uri),
            recognition::actor_id.eq(new.actor_id),
            recognition::ours.eq(ours),
            recognition::state.eq(RecognitionState::Proposed.code()),
            recognition::proposed_at.eq(new.at),
            recognition::made_by.eq(new.made_by),
        ),
        signed_columns(&said, statement),
    );
    let kept = each!(db, c => diesel::insert_into(recognition::table).values(values).on_conflict_do_nothing().execute(c))?;
    forget_over(db, new.actor_id)?;
    Ok(kept == 1)
}

fn signed_columns<'a>(
    said: &'a Territory,
    statement: Option<&'a str>,
) -> (
    diesel::dsl::Eq<recognition::kind, &'a str>,
    diesel::dsl::Eq<recognition::insee_code, Option<&'a str>>,
    diesel::dsl::Eq<recognition::siren, Option<&'a str>>,
    diesel::dsl::Eq<recognition::parent, &'a str>,
    diesel::dsl::Eq<recognition::controller, &'a str>,
    diesel::dsl::Eq<recognition::contact, &'a str>,
    diesel::dsl::Eq<recognition::statement, Option<&'a str>>,
) {
    (
        recognition::kind.eq(said.kind.as_str()),
        recognition::insee_code.eq(said.insee_code.as_deref()),
        recognition::siren.eq(said.siren.as_deref()),
        recognition::parent.eq(said.parent.as_str()),
        recognition::controller.eq(said.controller.as_str()),
        recognition::contact.eq(said.contact.as_str()),
        recognition::statement.eq(statement),
    )
}

fn is_live(found: &Recognition) -> bool {
    match RecognitionState::parse(&found.state) {
        Some(RecognitionState::Proposed | RecognitionState::Official) => true,
        Some(RecognitionState::Refused | RecognitionState::Ended) | None => false,
    }
}

/// The exchange of a proposal, by its address.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, uri: &str) -> Result<Option<Recognition>> {
    Ok(recognition::table.filter(recognition::uri.eq(uri)).select(all::<Recognition>()).first(db).optional()?)
}

/// An exchange by its id here.
///
/// # Errors
/// When the database refuses.
pub fn by_id(db: &mut Db, id: Uid) -> Result<Option<Recognition>> {
    Ok(recognition::table.find(id).select(all::<Recognition>()).first(db).optional()?)
}

/// The exchange that an answer belongs to, by the address of the answer.
///
/// # Errors
/// When the database refuses.
pub fn with_answer(db: &mut Db, answer: &str) -> Result<Option<Recognition>> {
    Ok(recognition::table.filter(recognition::answer.eq(answer)).select(all::<Recognition>()).first(db).optional()?)
}

/// The latest exchange with a collectivity in one direction.
///
/// # Errors
/// When the database refuses.
pub fn latest(db: &mut Db, id: Uid, ours: bool) -> Result<Option<Recognition>> {
    Ok(recognition::table
        .filter(recognition::actor_id.eq(id))
        .filter(recognition::ours.eq(ours))
        .order((recognition::proposed_at.desc(), recognition::id.desc()))
        .select(all::<Recognition>())
        .first(db)
        .optional()?)
}

/// The exchanges with a collectivity that are under way or hold: at most one in each direction.
///
/// # Errors
/// When the database refuses.
pub fn live(db: &mut Db, id: Uid) -> Result<Vec<Recognition>> {
    let codes = [RecognitionState::Proposed.code(), RecognitionState::Official.code()];
    Ok(recognition::table
        .filter(recognition::actor_id.eq(id))
        .filter(recognition::state.eq_any(codes))
        .order(recognition::proposed_at)
        .limit(2)
        .select(all::<Recognition>())
        .load(db)?)
}

/// The other side said yes too. With the territory and the document that they signed, when the yes is theirs. `false`: nothing waited for it.
///
/// # Errors
/// When the database refuses.
pub fn accept(db: &mut Db, id: Uid, answer: &Answer<'_>, signed: Option<(&Territory, &str)>) -> Result<bool> {
    let waiting = || recognition::table.find(id).filter(recognition::state.eq(RecognitionState::Proposed.code()));
    let yes = (
        recognition::state.eq(RecognitionState::Official.code()),
        recognition::answer.eq(answer.uri),
        recognition::answered_at.eq(answer.at),
    );
    let changed = match signed {
        Some((said, statement)) => {
            let values = (yes, signed_columns(said, Some(statement)));
            diesel::update(waiting()).set(values).execute(db)?
        }
        None => diesel::update(waiting()).set((yes, recognition::made_by.eq(answer.made_by))).execute(db)?,
    };
    Ok(changed == 1)
}

/// The other side said no. `false`: nothing waited for it.
///
/// # Errors
/// When the database refuses.
pub fn refuse(db: &mut Db, id: Uid, answer: &Answer<'_>) -> Result<bool> {
    let waiting = recognition::table.find(id).filter(recognition::state.eq(RecognitionState::Proposed.code()));
    let no = (
        recognition::state.eq(RecognitionState::Refused.code()),
        recognition::answer.eq(answer.uri),
        recognition::answered_at.eq(answer.at),
    );
    let changed = match answer.made_by {
        Some(by) => diesel::update(waiting).set((no, recognition::made_by.eq(by))).execute(db)?,
        None => diesel::update(waiting).set(no).execute(db)?,
    };
    Ok(changed == 1)
}

/// One of the two takes it back; `here` says who. What is over stays over. `false`: it was over.
///
/// # Errors
/// When the database refuses.
pub fn end(db: &mut Db, id: Uid, here: bool, now: At) -> Result<bool> {
    let row = recognition::table.find(id).filter(recognition::state.ne(RecognitionState::Ended.code()));
    let over = (recognition::state.eq(RecognitionState::Ended.code()), recognition::ended_at.eq(now), recognition::ended_here.eq(here));
    Ok(diesel::update(row).set(over).execute(db)? == 1)
}

/// Forgets the oldest exchanges with a collectivity that are over, beyond what is kept.
fn forget_over(db: &mut Db, id: Uid) -> Result<()> {
    let over = [RecognitionState::Refused.code(), RecognitionState::Ended.code()];
    let old: Vec<Uid> = recognition::table
        .filter(recognition::actor_id.eq(id))
        .filter(recognition::state.eq_any(over))
        .order((recognition::proposed_at.desc(), recognition::id.desc()))
        .offset(KEPT_OVER)
        .limit(100)
        .select(recognition::id)
        .load(db)?;
    diesel::delete(recognition::table.filter(recognition::id.eq_any(old))).execute(db)?;
    Ok(())
}
