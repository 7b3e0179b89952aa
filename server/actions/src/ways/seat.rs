//! Who somebody is for a box: the mark that they leave on its roll.

use super::read_list::entry_key;
use crate::Result;
use crate::votes::{Loaded, Voter};
use domain::Timestamp;
use domain::letter_code;
use domain::refusal::Refusal;
use domain::vote::{Channel, Level};
use std::fmt::Write as _;
use store::ways::Pass;
use store::{At, Db, Uid};

/// Most people of the same details that a desk tells apart; beyond, the columns of the list were badly chosen.
const NAMESAKES_MAX: i32 = 20;

/// A place on the roll.
#[derive(Debug, Clone)]
pub(crate) struct Seat {
    pub(crate) mark: Vec<u8>,
    pub(crate) level: Level,
    pub(crate) channel: Channel,
}

impl Seat {
    /// The place that a pass gives, which is used up.
    pub(crate) fn of_pass(db: &mut Db, id: Uid, hash: &[u8], now: Timestamp) -> Result<Self> {
        let pass = store::ways::pass(db, id, hash, At(now))?.ok_or(Refusal::LinkExpired)?;
        if !store::ways::use_up(db, &pass)? {
            return Err(Refusal::LinkExpired.into());
        }
        let level = Level::parse(&pass.level).ok_or(Refusal::LinkExpired)?;
        Ok(Self { mark: pass.mark, level, channel: Channel::Online })
    }
}

/// How an agent names somebody who stands before them, or whose envelope they hold.
#[derive(Debug, Clone)]
pub enum Person {
    /// By the details that the list asks for.
    Details(Vec<String>),
    /// By the code of the letter that they bring.
    Code(String),
}

/// Whether somebody may vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof<T> {
    /// Yes.
    Known(T),
    /// There is no such code, or nobody on the list has these details.
    Unknown,
    /// They have voted.
    Voted,
    /// Several people have these details: only an agent can tell them apart.
    Several,
}

/// The mark of somebody whom an agent names: of people with the same details, the first who has not voted.
pub(super) fn find(db: &mut Db, found: &Loaded, pepper: &[u8], person: &Person) -> Result<Proof<Vec<u8>>> {
    let id = found.row.id;
    match person {
        Person::Code(typed) => {
            let Some(mark) = code_mark(pepper, typed) else { return Ok(Proof::Unknown) };
            if !found.levels.contains(&Level::PrintedCode) || !store::ways::code_stands(db, id, &mark)? {
                return Ok(Proof::Unknown);
            }
            Ok(if store::votes::is_enrolled(db, id, &mark)? { Proof::Voted } else { Proof::Known(mark) })
        }
        Person::Details(details) => {
            let entry = entry_key(pepper, details);
            let Some(persons) = store::ways::persons(db, id, &entry)? else { return Ok(Proof::Unknown) };
            if persons > NAMESAKES_MAX {
                return Ok(Proof::Several);
            }
            for number in 1..=persons {
                let mark = entry_mark(pepper, &entry, number);
                if !store::votes::is_enrolled(db, id, &mark)? {
                    return Ok(Proof::Known(mark));
                }
            }
            Ok(Proof::Voted)
        }
    }
}

/// The mark of the code of a letter; nothing when it cannot be one.
pub(super) fn code_mark(pepper: &[u8], typed: &str) -> Option<Vec<u8>> {
    let code = letter_code::parse(typed).filter(|code| code.len() == letter_code::LETTER)?;
    Some(Voter::Code(code).mark(pepper))
}

/// The mark of one of those who have these details.
pub(super) fn entry_mark(pepper: &[u8], entry: &[u8], number: i32) -> Vec<u8> {
    let mut name = String::with_capacity(entry.len() * 2 + 4);
    for byte in entry {
        let _ = write!(name, "{byte:02x}"); // Writing to a String cannot fail.
    }
    let _ = write!(name, "/{number}");
    Voter::Listed(name).mark(pepper)
}

/// A pass of a box, for the digest of a secret.
pub(super) fn pass(id: Uid, hash: Vec<u8>, mark: Vec<u8>, level: Level, expires_at: Timestamp) -> Pass {
    Pass { box_id: id, hash, mark, level: level.code().to_owned(), expires_at: At(expires_at) }
}
