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
    let nothing = Territory::default();
    let row = Row {
        id: new.id,
        uri: new.uri,
        actor_id: new.actor_id,
        ours,
        state: RecognitionState::Proposed.code(),
        proposed_at: new.at,
        made_by: new.made_by,
        signed: signed.map_or_else(|| Signed::of(&nothing, None), |(said, statement)| Signed::of(said, Some(statement))),
    };
    let kept = each!(db, c => diesel::insert_into(recognition::table).values(row).on_conflict_do_nothing().execute(c))?;
    forget_over(db, new.actor_id)?;
    Ok(kept == 1)
}

#[derive(Insertable)]
#[diesel(table_name = recognition)]
struct Row<'a> {
    id: Uid,
    uri: &'a str,
    actor_id: Uid,
    ours: bool,
    state: &'a str,
    proposed_at: At,
    made_by: Option<Uid>,
    #[diesel(embed)]
    signed: Signed<'a>,
}

/// What the other side signed.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = recognition, treat_none_as_null = true)]
struct Signed<'a> {
    kind: &'a str,
    insee_code: Option<&'a str>,
    siren: Option<&'a str>,
    parent: &'a str,
    controller: &'a str,
    contact: &'a str,
    statement: Option<&'a str>,
}

impl<'a> Signed<'a> {
    fn of(said: &'a Territory, statement: Option<&'a str>) -> Self {
        Self {
            kind: &said.kind,
            insee_code: said.insee_code.as_deref(),
            siren: said.siren.as_deref(),
            parent: &said.parent,
            controller: &said.controller,
            contact: &said.contact,
            statement,
        }
    }
}

fn is_live(found: &Recognition) -> bool {
    match RecognitionState::parse(&found.state) {
        Some(RecognitionState::Proposed | RecognitionState::Held | RecognitionState::Official) => true,
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
    let codes = [RecognitionState::Proposed.code(), RecognitionState::Held.code(), RecognitionState::Official.code()];
    Ok(recognition::table
        .filter(recognition::actor_id.eq(id))
        .filter(recognition::state.eq_any(codes))
        .order(recognition::proposed_at)
        .limit(2)
        .select(all::<Recognition>())
        .load(db)?)
}

/// The exchanges with a collectivity, the latest first.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, id: Uid) -> Result<Vec<Recognition>> {
    Ok(recognition::table
        .filter(recognition::actor_id.eq(id))
        .order((recognition::proposed_at.desc(), recognition::id.desc()))
        .limit(KEPT_OVER + 2)
        .select(all::<Recognition>())
        .load(db)?)
}

/// The document that an official collectivity signed, with its proof.
///
/// # Errors
/// When the database refuses.
pub fn statement(db: &mut Db, id: Uid) -> Result<Option<String>> {
    let official = recognition::table.filter(recognition::actor_id.eq(id)).filter(recognition::state.eq(RecognitionState::Official.code()));
    let found: Option<Option<String>> = official.order(recognition::answered_at).select(recognition::statement).first(db).optional()?;
    Ok(found.flatten())
}

/// Ends every exchange with a collectivity that is gone.
///
/// # Errors
/// When the database refuses.
pub fn end_all(db: &mut Db, id: Uid, now: At) -> Result<()> {
    for one in live(db, id)? {
        end(db, one.id, false, now)?;
    }
    Ok(())
}

/// The other side said yes too. With the territory and the document that they signed, when the yes is theirs. `false`: nothing waited for it.
///
/// # Errors
/// When the database refuses.
pub fn accept(db: &mut Db, id: Uid, answer: &Answer<'_>, signed: Option<(&Territory, &str)>) -> Result<bool> {
    say_yes(db, id, answer, signed, RecognitionState::Official)
}

/// They said yes, and somebody here must look at the territory that they signed for. `false`: nothing waited for it.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, id: Uid, answer: &Answer<'_>, signed: (&Territory, &str)) -> Result<bool> {
    say_yes(db, id, answer, Some(signed), RecognitionState::Held)
}

fn say_yes(db: &mut Db, id: Uid, answer: &Answer<'_>, signed: Option<(&Territory, &str)>, state: RecognitionState) -> Result<bool> {
    let waiting = || recognition::table.find(id).filter(recognition::state.eq(RecognitionState::Proposed.code()));
    let yes = (recognition::state.eq(state.code()), recognition::answer.eq(answer.uri), recognition::answered_at.eq(answer.at));
    let changed = match signed {
        Some((said, statement)) => diesel::update(waiting()).set((yes, Signed::of(said, Some(statement)))).execute(db)?,
        None => diesel::update(waiting()).set((yes, recognition::made_by.eq(answer.made_by))).execute(db)?,
    };
    Ok(changed == 1)
}

/// Somebody here looked at a yes that was held, and lets it stand. `false`: none was held.
///
/// # Errors
/// When the database refuses.
pub fn confirm_held(db: &mut Db, id: Uid, by: Option<Uid>, now: At) -> Result<bool> {
    let held = recognition::table.find(id).filter(recognition::state.eq(RecognitionState::Held.code()));
    let stands = (recognition::state.eq(RecognitionState::Official.code()), recognition::answered_at.eq(now), recognition::made_by.eq(by));
    Ok(diesel::update(held).set(stands).execute(db)? == 1)
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
