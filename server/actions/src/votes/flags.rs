//! Voters who give a reason to look twice. They count as everybody: a reason is no proof. How many there are is published.

use super::Voter;
use super::cast::Who;
use crate::Result;
use crate::ways::Seat;
use domain::questionnaire::{is_throwaway, mailbox};
use domain::text::Email;
use domain::vote::{Level, SAME_MAILBOX, THROWAWAY};
use store::{Db, Uid};

/// Looks at somebody who has just voted for the first time.
pub(super) fn look(db: &mut Db, id: Uid, who: &Who, seat: &Seat, pepper: &[u8]) -> Result<()> {
    let mark = match who {
        Who::Voter(Voter::Account { actor, .. }) => {
            let Some(account) = store::accounts::find(db, Uid::of(*actor))? else { return Ok(()) };
            let Ok(email) = Email::parse(&account.email) else { return Ok(()) };
            if is_throwaway(&email) {
                store::flags::raise(db, id, THROWAWAY)?;
            }
            Voter::Address(mailbox(&email)).mark(pepper)
        }
        // Of an address there is only its mark by now.
        Who::Pass(_) if seat.level == Level::EmailCode => seat.mark.clone(),
        Who::Voter(_) | Who::Pass(_) => return Ok(()),
    };
    if !store::flags::meet(db, id, &mark)? {
        store::flags::raise(db, id, SAME_MAILBOX)?;
    }
    Ok(())
}
