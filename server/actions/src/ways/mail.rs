//! A vote by e-mail: the address is used for one letter and for the mark, and is not kept.

use super::{pass, seat, taking};
use crate::limits::Purpose;
use crate::votes::Voter;
use crate::{App, Error, Result, jobs, random};
use domain::id::{BoxId, LetterId};
use domain::lang::Lang;
use domain::questionnaire::mailbox;
use domain::refusal::Refusal;
use domain::text::Email;
use domain::vote::Level;
use jiff::SignedDuration;
use store::{At, Uid};

/// How long the letter's link is good.
const LINK: SignedDuration = SignedDuration::from_mins(30);

/// Sends a letter with the way to a ballot. Addresses of one mailbox (`a+b@`, dots) are one voter. The answer is the same whether it has voted or not.
///
/// # Errors
/// A faulty `email`, `TooManyAttempts`, `NotFound`, `NotYourRole` where the box takes no addresses, `NotOpenNow`, or the store's failure.
pub async fn ask_by_mail(app: &App, id: BoxId, email: &str, lang: Lang) -> Result<()> {
    let address = Email::parse(email).map_err(|fault| Error::fault("email", fault))?;
    app.limits.check(Purpose::Mailbox, mailbox(&address).as_bytes())?;
    let (now, id, token, letter) = (app.now(), Uid::of(id), random::token(), app.new_id::<LetterId>());
    app.store
        // no event: a letter to oneself
        .write(move |db| {
            let (found, pepper) = taking(db, id, Level::EmailCode, now)?;
            let consultation = store::consultations::find(db, found.row.consultation_id)?.ok_or(Refusal::NotFound)?;
            let mark = Voter::Address(mailbox(&address)).mark(&pepper);
            let ticket = seat::pass(id, mail_hash(&token), mark, Level::EmailCode, now + LINK);
            store::ways::give_pass(db, ticket, At(now))?;
            let link = format!("/c/{}/polls/{}/mail/{token}", consultation.slug, id.0);
            jobs::post(db, &jobs::letter(letter, "vote_link", (address.as_str(), "", lang.code()), link, now), now)
        })
        .await
}

/// Gives a pass for the secret of a letter, which is used up.
///
/// # Errors
/// `LinkExpired`, `NotFound`, `NotOpenNow`, or the store's failure.
pub async fn pass_by_mail(app: &App, id: BoxId, secret: &str) -> Result<String> {
    let (now, id, token, hash) = (app.now(), Uid::of(id), random::token(), mail_hash(secret));
    app.store
        // no event: nothing is voted yet
        .write(move |db| {
            taking(db, id, Level::EmailCode, now)?;
            let ticket = store::ways::pass(db, id, &hash, At(now))?.ok_or(Refusal::LinkExpired)?;
            if !store::ways::use_up(db, &ticket)? {
                return Err(Refusal::LinkExpired.into());
            }
            pass::give(db, id, &token, ticket.mark, Level::EmailCode, now)?;
            Ok(token)
        })
        .await
}

fn mail_hash(secret: &str) -> Vec<u8> {
    random::token_hash(&format!("mail:{secret}"))
}
