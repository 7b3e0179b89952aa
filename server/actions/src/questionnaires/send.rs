//! Send an answer to a questionnaire; ask for a link to go on later; confirm the address behind an answer.

use super::{Respondent, Subject, event, own, own_draft, subject};
use crate::limits::Purpose;
use crate::{App, Error, Result, jobs, random};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::{LetterId, QuestionnaireId};
use domain::lang::Lang;
use domain::questionnaire::{ResponseState, mailbox};
use domain::refusal::Refusal;
use domain::text::Email;
use store::responses::Response;
use store::{At, Db, Uid};

/// What became of an answer that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// Something is still needed on the page with this index; nothing was sent.
    Gap(usize),
    /// It waits for its address to be confirmed.
    Waiting,
    /// It counts.
    Counted,
    /// It is kept apart: this mailbox seems to have answered already.
    Flagged,
}

/// Sends an answer. One of an account counts at once; the others once the address is confirmed.
///
/// # Errors
/// Why they may not answer now, a faulty `email`, `AlreadyDone`, `TooManyAttempts`, or the store's failure.
pub async fn send(app: &App, viewer: Viewer, who: Respondent, id: QuestionnaireId, email: &str, lang: Lang) -> Result<Sent> {
    let secret = app.instance().await?.secret.clone();
    let address = match who {
        Respondent::Account(_) => None,
        Respondent::Link(_) => Some(Email::parse(email).map_err(|fault| Error::fault("email", fault))?),
    };
    if let Some(address) = &address {
        app.limits.check(Purpose::Mailbox, address.as_str().as_bytes())?;
    }
    let (now, token, letter) = (app.now(), random::token(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            let response = own_draft(db, &subject, viewer, &who, now)?;
            if let Some(gap) = settle(db, id, response.id)? {
                return Ok(Sent::Gap(gap));
            }
            let confirm = address.as_ref().map(|_| random::token_hash(&token));
            let behind = match &address {
                Some(address) => Some(address.clone()),
                None => account_address(db, &response)?,
            };
            if let Some(email) = &behind {
                let alias = mailbox(email) != email.as_str();
                store::responses::set_mailbox(db, response.id, &digest(&secret, id, email), alias, confirm.as_deref())?;
            }
            let sent = if let Some(address) = &address {
                store::responses::step(db, response.id, ResponseState::Draft, ResponseState::Sent, At(now))?;
                let link = format!("/c/{}/q/{id}/confirm/{token}", subject.consultation.slug);
                let to = (address.as_str(), "", lang.code());
                jobs::post(db, &jobs::letter(letter, "questionnaire_confirm", to, link, now), now)?;
                Sent::Waiting
            } else {
                let response = store::responses::find(db, response.id)?.ok_or(Refusal::NotFound)?;
                count(db, &subject, &response, ResponseState::Draft, now)?
            };
            store::journal::append(db, &event(EventKind::QuestionnaireAnswered, &subject).detail("sent"), now)?;
            Ok(sent)
        })
        .await
}

/// Confirms the address behind an answer: it counts, unless the same mailbox seems to have answered already. Confirming again changes nothing.
///
/// # Errors
/// `LinkExpired` when the link is unknown or the results are out, or the store's failure.
pub async fn confirm(app: &App, id: QuestionnaireId, token: &str) -> Result<Sent> {
    let (now, hash) = (app.now(), random::token_hash(token));
    app.store
        .write(move |db| {
            let subject = subject(db, id)?;
            let response = store::responses::by_confirmation(db, Uid::of(id), &hash)?.ok_or(Refusal::LinkExpired)?;
            match ResponseState::parse(&response.state) {
                Some(ResponseState::Counted) => return Ok(Sent::Counted),
                Some(ResponseState::Flagged) => return Ok(Sent::Flagged),
                Some(ResponseState::Sent) if subject.questionnaire.results_at.is_none() => {}
                Some(ResponseState::Sent | ResponseState::Draft) | None => return Err(Refusal::LinkExpired.into()),
            }
            let sent = count(db, &subject, &response, ResponseState::Sent, now)?;
            store::journal::append(db, &event(EventKind::QuestionnaireAnswered, &subject).detail("confirmed"), now)?;
            Ok(sent)
        })
        .await
}

/// Sends the link with which somebody without an account goes on later. The address is used for this letter and not kept.
///
/// # Errors
/// `NotFound`, a faulty `email`, `TooManyAttempts`, or the store's failure.
pub async fn resume_later(app: &App, token: &str, id: QuestionnaireId, email: &str, lang: Lang) -> Result<()> {
    let address = Email::parse(email).map_err(|fault| Error::fault("email", fault))?;
    app.limits.check(Purpose::Mailbox, address.as_str().as_bytes())?;
    let (now, who, token, letter) = (app.now(), Respondent::Link(token.to_owned()), token.to_owned(), app.new_id::<LetterId>());
    app.store
        // no event: a letter to oneself
        .write(move |db| {
            let subject = subject(db, id)?;
            own(db, id, &who)?.filter(|r| r.state == ResponseState::Draft.code()).ok_or(Refusal::NotFound)?;
            let link = format!("/c/{}/q/{id}/r/{token}", subject.consultation.slug);
            let to = (address.as_str(), "", lang.code());
            jobs::post(db, &jobs::letter(letter, "questionnaire_resume", to, link, now), now)
        })
        .await
}

/// Forgets the answers to questions that are not asked. Gives the page on which something is still needed.
fn settle(db: &mut Db, id: QuestionnaireId, response: Uid) -> Result<Option<usize>> {
    let form = store::questionnaires::form(db, Uid::of(id))?;
    let said = store::responses::answers(db, &form, response)?;
    let mut asked = said.clone();
    form.settle(&mut asked);
    if let Some(gap) = form.first_gap(&asked) {
        return Ok(Some(gap));
    }
    for question in said.keys().filter(|question| !asked.contains_key(question)) {
        store::responses::put(db, response, *question, None)?;
    }
    Ok(None)
}

/// Counts an answer, or sets it apart.
fn count(db: &mut Db, subject: &Subject, response: &Response, from: ResponseState, now: Timestamp) -> Result<Sent> {
    let twin = match &response.mailbox {
        Some(mailbox) => store::responses::has_twin(db, response.questionnaire_id, response.id, mailbox)?,
        None => false,
    };
    let (to, sent) = if twin { (ResponseState::Flagged, Sent::Flagged) } else { (ResponseState::Counted, Sent::Counted) };
    if !store::responses::step(db, response.id, from, to, At(now))? {
        return Err(Refusal::AlreadyDone.into());
    }
    if let Some(actor) = response.actor_id {
        store::supports::take_part(db, subject.consultation.id, actor, store::supports::From::Here, At(now))?;
    }
    Ok(sent)
}

fn account_address(db: &mut Db, response: &Response) -> Result<Option<Email>> {
    let Some(actor) = response.actor_id else { return Ok(None) };
    Ok(store::accounts::find(db, actor)?.and_then(|account| Email::parse(&account.email).ok()))
}

/// What is kept of a mailbox: a digest that only this instance can make, and that differs from one questionnaire to the next.
fn digest(secret: &[u8], id: QuestionnaireId, email: &Email) -> Vec<u8> {
    random::keyed_digest(secret, &[b"mailbox of a questionnaire\0", id.0.as_bytes(), mailbox(email).as_bytes()]).to_vec()
}
