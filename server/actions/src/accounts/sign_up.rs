//! Ask for an account. Nothing exists before the address is confirmed; an address that has an account gets a letter that says so.

use domain::credential;
use domain::event::{Event, EventKind};
use domain::id::LetterId;
use domain::lang::Lang;
use domain::text::{self, Email};
use store::At;
use store::sessions::NewLoginLink;

use super::{LinkPurpose, SIGN_UP_LIFE, request_link};
use crate::limits::Purpose;
use crate::{App, Error, Faults, Result, jobs, random};

/// What somebody types to sign up.
#[derive(Clone, Default)]
pub struct SignUpForm {
    /// The name to show: 2 to 80 characters.
    pub name: String,
    /// The address.
    pub email: String,
    /// A password, or nothing: links by mail are enough. Only for the first administrator, who holds the set-up link.
    pub password: String,
}

/// Sends a letter with which the address is confirmed. No password is taken here: anybody can type anybody's address, and a password kept with it
/// would let them in once its owner confirms. It is chosen behind the link (see `enter`).
///
/// # Errors
/// Faulty fields, `TooManyAttempts`, or the store's failure.
pub async fn sign_up(app: &App, form: &SignUpForm, lang: Lang) -> Result<()> {
    let place = app.instance().await?.name.clone();
    let (name, email) = parse(form, &place)?;
    app.limits.check(Purpose::Mailbox, email.as_str().as_bytes())?;
    let (now, token, letter) = (app.now(), random::token(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let account = store::accounts::by_email(db, email.as_str())?;
            let (kind, addressee) = if let Some(account) = account.filter(|a| a.suspended_at.is_none()) {
                request_link::keep_link(db, account.actor_id, lang, &token, now)?;
                ("already_member", store::actors::find(db, account.actor_id)?.map(|a| a.display_name).unwrap_or_default())
            } else {
                let link = NewLoginLink {
                    token_hash: &random::token_hash(&token),
                    purpose: LinkPurpose::SignUp.code(),
                    actor_id: None,
                    email: Some(email.as_str()),
                    name: Some(&name),
                    lang: lang.code(),
                    created_at: At(now),
                    expires_at: At(now + SIGN_UP_LIFE),
                };
                store::sessions::insert_link(db, &link)?;
                ("sign_up", harmless(&name).to_owned())
            };
            jobs::post(db, &jobs::letter(letter, kind, (email.as_str(), &addressee, lang.code()), format!("/enter/{token}"), now), now)?;
            Ok(store::journal::append(db, &Event::new(EventKind::SignInLinkRequested), now)?)
        })
        .await
}

/// The name, if a letter may carry it. Anybody can make us write to anybody: a letter must not be a way to send a stranger an address or an
/// advertisement under the collectivity's name. Otherwise nothing, and the letter greets without a name.
fn harmless(name: &str) -> &str {
    let only_a_name = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.');
    let is_address = name.split('.').skip(1).any(|after| after.chars().take_while(|c| c.is_alphabetic()).count() >= 2);
    if name.chars().count() <= 40 && name.chars().all(only_a_name) && !is_address { name } else { "" }
}

/// Reads a form, naming every fault.
pub(crate) fn parse(form: &SignUpForm, place: &str) -> Result<(String, Email)> {
    let mut faults = Faults::new();
    let name = text::bounded_line(&form.name, 2, text::NAME_MAX).map_err(|f| faults.push(("name", f))).ok();
    let email = Email::parse(&form.email).map_err(|f| faults.push(("email", f))).ok();
    if !form.password.is_empty()
        && let Err(fault) = credential::check_password(&form.password, place, &[&form.email, &form.name])
    {
        faults.push(("password", fault));
    }
    match (name, email) {
        (Some(name), Some(email)) if faults.is_empty() => Ok((name, email)),
        _ => Err(Error::Faulty(faults)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_to_strangers_carry_names_only() {
        for name in ["Ana Martin", "Dr. Weiß", "J.-P. d’Été", "J.P. Nguyễn", "Zoë O'Neil"] {
            assert_eq!(harmless(name), name);
        }
        for name in [
            "http://evil.example",
            "evil.example",
            "t.co",
            "Go to evil.example now",
            "50 % offerts",
            "a@b.example",
            "Win now: call 0800",
            &"a".repeat(41),
        ] {
            assert_eq!(harmless(name), "", "{name}");
        }
    }
}
