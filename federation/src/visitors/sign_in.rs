//! Signing in with an account of another server (decision 9): its owner proves there that it is theirs, and we read nothing but which account it
//! is. What comes of it is a voice from elsewhere, never an inhabitant.

use actions::guests::{self, Attempt, ForeignApp};
use actions::outside::{self, Entrance, Proven, Return, Trouble};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use store::At;
use url::Url;

use super::account::{self, Account};
use super::server::{self, Server};
use super::{allowed, unheard, untold};
use crate::actors;
use crate::client::FetchError;
use crate::service::Federation;
use crate::words::{authority, same_authority, webfinger};

/// Longest name, secret or token of another server that is kept or sent.
const SECRET_MAX: usize = 4_096;

/// Looks the account up, introduces us to its server if need be, and says where its owner is asked.
pub(super) async fn begin(fed: &Federation, typed: &str, next: &str) -> outside::Result<Entrance> {
    let account = Account::read(fed, typed).ok_or(Trouble::Nobody)?;
    if account.is_ours(fed) {
        return Err(Trouble::NotAllowed.into());
    }
    let actor = account::resolve(fed, &account).await?;
    let uri = fed.app.store.read(move |db| store::remote_actors::uri_of(db, store::Uid::of(actor))).await?;
    let uri = uri.and_then(|uri| Url::parse(&uri).ok()).ok_or(Trouble::Senseless)?;
    let host = authority(&uri);
    allowed(fed, &host).await?;
    let origin = Url::parse(&uri.origin().ascii_serialization()).map_err(|_opaque| Trouble::Senseless)?;
    let server = server::ask(fed, &origin).await?;
    let app = introduced(fed, &server, &host).await?;
    let (state, verifier) = (actions::random::token(), server.checks.then(actions::random::token));
    let mut address = server.authorize.clone();
    {
        let mut query = address.query_pairs_mut();
        query.append_pair("response_type", "code").append_pair("client_id", &app.client_id);
        query.append_pair("redirect_uri", &app.redirect_uri).append_pair("scope", &app.scope).append_pair("state", &state);
        if let Some(verifier) = &verifier {
            let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
            query.append_pair("code_challenge", &challenge).append_pair("code_challenge_method", "S256");
        }
    }
    let attempt = Attempt {
        state_hash: actions::random::token_hash(&state),
        host: host.clone(),
        account: uri.into(),
        issuer: server.issuer,
        client_id: app.client_id,
        client_secret: app.client_secret,
        scope: app.scope,
        verifier,
        token_endpoint: server.token.into(),
        revocation_endpoint: server.revoke.map(Url::into),
        next: next.to_owned(),
        expires_at: At(fed.app.now() + guests::ATTEMPT_LIFE),
    };
    guests::begin(&fed.app, attempt).await?;
    Ok(Entrance { host, address: address.into(), state })
}

/// Where a server sends its people back to: one address for each server, so that no other one can pass its answer for theirs.
fn redirect_uri(fed: &Federation, host: &str) -> String {
    fed.app.links.absolute(&format!("/sign-in/elsewhere/{host}"))
}

/// What a server calls us. A server that does not bind its answer to who asked (RFC 7636) is told of us anew each time: some give the proof of
/// whoever came last under the same name, whatever answer is shown to them.
async fn introduced(fed: &Federation, server: &Server, host: &str) -> outside::Result<ForeignApp> {
    let (asked, redirect_uri) = (host.to_owned(), redirect_uri(fed, host));
    if server.checks {
        let known = fed.app.store.read(move |db| store::guests::app(db, &asked)).await?;
        if let Some(known) = known.filter(|known| known.redirect_uri == redirect_uri && server.scopes.contains(&known.scope.as_str())) {
            return Ok(known);
        }
    }
    let name = fed.app.instance().await?.name.clone();
    let mut last = Trouble::NoSignIn;
    for scope in server.scopes {
        let fields =
            [("client_name", name.as_str()), ("redirect_uris", &redirect_uri), ("scopes", scope), ("website", fed.app.links.origin())];
        match fed.client.submit(&server.register, &fields).await {
            Ok(answer) => {
                let known = ForeignApp {
                    host: host.to_owned(),
                    client_id: secret(&answer, "client_id").ok_or(Trouble::NoSignIn)?,
                    client_secret: secret(&answer, "client_secret").ok_or(Trouble::NoSignIn)?,
                    redirect_uri,
                    scope: (*scope).to_owned(),
                    created_at: At(fed.app.now()),
                };
                if server.checks {
                    guests::introduce(&fed.app, known.clone()).await?;
                }
                return Ok(known);
            }
            // A scope that it does not know.
            Err(FetchError::Status(400 | 422)) => {}
            Err(FetchError::Status(401..=499) | FetchError::NotFound | FetchError::Gone | FetchError::Type) => break,
            Err(error) => {
                last = unheard(&error);
                break;
            }
        }
    }
    Err(last.into())
}

fn secret(answer: &Value, name: &str) -> Option<String> {
    let found = answer.get(name).and_then(Value::as_str)?;
    (!found.is_empty() && found.len() <= SECRET_MAX && found.bytes().all(|byte| byte.is_ascii_graphic())).then(|| found.to_owned())
}

/// Takes what was noted when they left, has the answer proven, and finds out whose account it is.
pub(super) async fn finish(fed: &Federation, back: Return) -> outside::Result<Proven> {
    let attempt = match guests::take(&fed.app, &back.state).await {
        Ok(attempt) => attempt,
        Err(actions::Error::Refused(_)) => return Err(Trouble::Expired.into()),
        Err(error) => return Err(error.into()),
    };
    // Each server has its own way back, and says its own name if it says one (RFC 9207): an answer of another one is no answer.
    if attempt.host != back.host || back.issuer.as_ref().is_some_and(|issuer| *issuer != attempt.issuer) {
        return Err(Trouble::Senseless.into());
    }
    if back.refused || back.code.is_empty() {
        return Err(Trouble::Refused.into());
    }
    allowed(fed, &attempt.host).await?;
    let token = exchange(fed, &attempt, &back.code).await?;
    let whose = whose(fed, &attempt, &token).await;
    give_back(fed, &attempt, &token).await;
    let account = Url::parse(&attempt.account).map_err(|_never| Trouble::Senseless)?;
    believe(fed, &account, &whose?).await?;
    let actor = actors::find_or_learn(fed, &account).await.map_err(untold)?;
    Ok(Proven { actor, next: attempt.next })
}

/// The answer for a proof (RFC 6749 §4.1.3).
async fn exchange(fed: &Federation, attempt: &Attempt, code: &str) -> outside::Result<String> {
    let redirect_uri = redirect_uri(fed, &attempt.host);
    let mut fields = vec![
        ("grant_type", "authorization_code"),
        ("code", code),
        ("client_id", attempt.client_id.as_str()),
        ("client_secret", &attempt.client_secret),
        ("redirect_uri", &redirect_uri),
        ("scope", &attempt.scope),
    ];
    fields.extend(attempt.verifier.as_deref().map(|verifier| ("code_verifier", verifier)));
    let endpoint = Url::parse(&attempt.token_endpoint).map_err(|_never| Trouble::Senseless)?;
    match fed.client.submit(&endpoint, &fields).await {
        Ok(answer) => secret(&answer, "access_token").ok_or_else(|| Trouble::Senseless.into()),
        Err(error) => {
            if error == FetchError::Status(401) {
                // It does not know us any more: next time we introduce ourselves again.
                guests::part(&fed.app, &attempt.host).await?;
            }
            Err(unheard(&error).into())
        }
    }
}

/// What the server says of whoever gave the answer.
async fn whose(fed: &Federation, attempt: &Attempt, token: &str) -> outside::Result<Value> {
    let account = Url::parse(&attempt.account).map_err(|_never| Trouble::Senseless)?;
    let address = account.join("/api/v1/accounts/verify_credentials").map_err(|_never| Trouble::Senseless)?;
    fed.client.describe(&address, Some(token)).await.map_err(|error| unheard(&error).into())
}

/// The proof is not needed any more (RFC 7009). A server that does not take it back lets it expire.
async fn give_back(fed: &Federation, attempt: &Attempt, token: &str) {
    let Some(endpoint) = attempt.revocation_endpoint.as_deref().and_then(|endpoint| Url::parse(endpoint).ok()) else { return };
    let fields = [("token", token), ("client_id", &attempt.client_id), ("client_secret", &attempt.client_secret)];
    if let Err(error) = fed.client.submit(&endpoint, &fields).await {
        tracing::debug!(host = attempt.host, %error, "a proof could not be given back");
    }
}

/// Whether what the server says is about this very account: every address it names is the account's, its name is the account's, and the name
/// leads to the account.
async fn believe(fed: &Federation, account: &Url, said: &Value) -> outside::Result<()> {
    let host = authority(account);
    let text = |name: &str| said.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let addresses = ["uri", "url"].into_iter().filter_map(text).map(|text| Url::parse(text).ok());
    for address in addresses {
        let address = address.ok_or(Trouble::Senseless)?;
        if !same_authority(&address, account) || address.scheme() != account.scheme() {
            return Err(Trouble::Senseless.into());
        }
    }
    if text("uri").is_some_and(|uri| uri != account.as_str()) {
        return Err(Trouble::SomebodyElse.into());
    }
    let name = text("acct").or_else(|| text("username")).ok_or(Trouble::Senseless)?;
    let (name, at) = name.split_once('@').map_or((name, None), |(name, at)| (name, Some(at)));
    if at.is_some_and(|at| !at.eq_ignore_ascii_case(&host)) {
        return Err(Trouble::Senseless.into());
    }
    let asked = Account::read(fed, &format!("@{name}@{host}")).ok_or(Trouble::Senseless)?;
    let found = webfinger::actor(&account::links(fed, &asked).await?);
    if found.as_ref() != Some(account) {
        return Err(Trouble::SomebodyElse.into());
    }
    // The account itself says the same name, now.
    let (document, uri) = (actors::learn(fed, account).await.map_err(untold)?, account.clone());
    let known = fed.app.store.read(move |db| store::actors::find(db, store::Uid::of(document))).await?;
    let same = known.is_some_and(|known| known.username.eq_ignore_ascii_case(name) && known.uri.as_deref() == Some(uri.as_str()));
    if same { Ok(()) } else { Err(Trouble::SomebodyElse.into()) }
}
