//! Ask for the newsletter: a letter goes to the address, and nothing else before it is confirmed.

use super::{ground, key, page, secret};
use crate::limits::Purpose;
use crate::{App, Error, Result, jobs, random};
use domain::id::{LetterId, SubscriptionId};
use domain::lang::Lang;
use domain::newsletter::{Segment, SubscriptionState};
use domain::questionnaire::mailbox;
use domain::text::{Email, Fault};
use store::subscriptions::Subscription;
use store::{At, Uid};

/// Asks for the letters of a segment. `consent` is what the form says that one agrees to, word by word; it is kept with its date. The answer is the
/// same for every address.
///
/// # Errors
/// Faulty `email`, `segment` or `consent` (`agreed` says whether it was ticked), `TooManyAttempts`, `NotFound`, or the store's failure.
pub async fn subscribe(app: &App, email: &str, segment: &str, (agreed, consent): (bool, &str), lang: Lang) -> Result<()> {
    let (address, segment) = match (Email::parse(email), Segment::parse(segment), agreed) {
        (Ok(address), Some(segment), true) => (address, segment),
        (address, segment, agreed) => {
            let faults = [
                ("email", address.err()),
                ("segment", segment.is_none().then_some(Fault::Choice)),
                ("consent", (!agreed).then_some(Fault::Missing)),
            ];
            return Err(Error::Faulty(faults.into_iter().filter_map(|(field, fault)| fault.map(|fault| (field, fault))).collect()));
        }
    };
    app.limits.check(Purpose::Mailbox, mailbox(&address).as_bytes())?;
    let (secret, now, consent) = (secret(app).await?, app.now(), consent.to_owned());
    let (id, letter) = (app.new_id::<SubscriptionId>(), app.new_id::<LetterId>());
    app.store
        // no event: nobody gets anything before the address is confirmed
        .write(move |db| {
            let (consultation, theme) = ground(db, segment)?;
            let row = Subscription {
                id: Uid::of(id),
                email: Some(address.as_str().to_owned()),
                lang: lang.code().to_owned(),
                segment: segment.code(),
                consultation_id: consultation,
                theme_id: theme,
                state: SubscriptionState::Asked.code().to_owned(),
                consent: consent.clone(),
                key_hash: random::token_hash(&key(&secret, Uid::of(id))),
                asked_at: At(now),
                confirmed_at: None,
                ended_at: None,
            };
            let known = if store::subscriptions::subscribe(db, &row)? {
                row.id
            } else {
                let found = store::subscriptions::of_address(db, address.as_str(), &row.segment)?;
                let Some(found) = found else { return Ok(()) };
                // They have it: no letter, so that nobody fills a mailbox with this form.
                if !store::subscriptions::ask_again(db, found.id, lang.code(), &consent, At(now))? {
                    return Ok(());
                }
                found.id
            };
            let link = page(&key(&secret, known));
            jobs::post(db, &jobs::letter(letter, "newsletter_confirm", (address.as_str(), "", lang.code()), link, now), now)
        })
        .await
}
