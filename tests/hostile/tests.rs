//! The hostile peer tried against our own reader of signatures and our own client: what it does right is believed, what it does wrong is not.

use axum::body::Bytes;
use federation::client::{Client, FetchError, Guard, SendError};
use federation::signature::{self, PublicKey, Refused, Request, Scheme, Signer};
use http::HeaderMap;
use serde_json::json;

use super::*;

const TOWN: &str = "http://town.example";

fn now() -> Timestamp {
    "2026-03-02T11:00:00Z".parse().unwrap()
}

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

fn client() -> Client {
    Client::new(Guard { allow_private_networks: true, origin: url(TOWN) }, "parvis/test").unwrap()
}

/// Whether the town would believe this letter.
fn believed(letter: &Letter, key: &PublicKey) -> Result<String, Refused> {
    let mut headers = HeaderMap::new();
    for (name, value) in &letter.headers {
        headers.append(http::HeaderName::from_bytes(name.as_bytes()).unwrap(), value.parse().unwrap());
    }
    let request = Request { method: &letter.method, path_and_query: &letter.path, headers: &headers, body: &letter.body };
    let claim = signature::read(&request, &url(TOWN), now())?;
    claim.verify(key)?;
    Ok(claim.key_id)
}

#[tokio::test]
async fn what_it_signs_rightly_is_believed() {
    let peer = HostilePeer::start(Mode::Ok).await;
    let like = json!({"type": "Like", "actor": peer.actor("eve")});
    let inbox = url("http://town.example/inbox?x=1");
    for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
        for key in [peer.key(), peer.ed25519_key()] {
            let pen = peer.sign(&inbox, &like, now()).scheme(scheme).with_key(key.clone());
            let expected = Ok(format!("{}#main-key", peer.actor("eve")));
            assert_eq!(believed(&pen.clone().seal(), &key.public()), expected);
            assert_eq!(believed(&pen.clone().get().seal(), &key.public()), expected);
            assert_eq!(pen.seal().request().uri(), "/inbox?x=1");
        }
    }
}

/// A02, A04 to A08, A10: each way to spoil a letter spoils it.
#[tokio::test]
async fn what_it_spoils_is_not_believed() {
    let peer = HostilePeer::start(Mode::Ok).await;
    let key = peer.key().public();
    for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
        let digest = if scheme == Scheme::Cavage { "digest" } else { "content-digest" };
        let pen = peer.sign(&url("http://town.example/inbox"), &json!({"type": "Like"}), now()).scheme(scheme);
        let (target, rest) = if scheme == Scheme::Cavage { ("(request-target)", "date") } else { ("@method", "@target-uri") };
        let other = HostilePeer::start(Mode::Ok).await.key();
        let hours = jiff::SignedDuration::from_hours(2);
        let letters = [
            ("no signature", pen.clone().seal().without("signature")),
            ("another body", pen.clone().seal().with_one_bit_changed(3)),
            ("no digest", pen.clone().seal().without(digest)),
            ("digest not covered", pen.clone().covering(&[target, "host", rest]).seal()),
            ("target not covered", pen.clone().covering(&["host", "date", digest]).seal()),
            ("another path", pen.clone().for_path("/elsewhere").seal()),
            ("sent elsewhere", pen.clone().seal().to_path("/elsewhere")),
            ("another host", pen.clone().for_host("evil.example").seal()),
            ("another key", pen.clone().with_key(other).seal()),
            ("old", pen.clone().dated(now() - hours).seal()),
            ("early", pen.clone().dated(now() + hours).seal()),
            ("signed twice", pen.clone().seal().and("signature", "x")),
        ];
        for (what, letter) in letters {
            assert!(believed(&letter, &key).is_err(), "{what} {scheme:?}");
        }
    }
    peer.set_mode(Mode::LiesAboutTime(-7200));
    assert_eq!(believed(&peer.sign(&url(TOWN), &json!({}), now()).seal(), &key), Err(Refused::Stale));
    peer.set_mode(Mode::SignsAs("https://good.example/alice#main-key".to_owned()));
    assert_eq!(believed(&peer.sign(&url(TOWN), &json!({}), now()).seal(), &key).unwrap(), "https://good.example/alice#main-key");
}

#[tokio::test]
async fn its_documents_are_those_of_a_server() {
    let (peer, client) = (HostilePeer::start(Mode::Ok).await, client());
    peer.runs("lemmy");
    let actor = client.object(&url(&peer.actor_url()), None, Scheme::Cavage, now()).await.unwrap();
    let read = federation::words::RemoteActor::read(&actor.json).unwrap();
    assert_eq!((read.id.as_str(), read.keys.len()), (peer.actor_url().as_str(), 2));
    let described = client.webfinger(&peer.host(), &format!("acct:mallory@{}", peer.host())).await.unwrap();
    assert_eq!(described.pointer("/links/0/href"), Some(&json!(peer.actor_url())));
    assert_eq!(client.nodeinfo(&peer.host()).await.unwrap().software, "lemmy");
    for path in ["/deep/1", "/notes/1", "/endless/x"] {
        assert!(client.object(&url(&peer.at(path)), None, Scheme::Cavage, now()).await.is_ok(), "{path}");
    }
    peer.show("/shown", &json!({"id": "{origin}/shown"}));
    assert!(client.object(&url(&peer.at("/shown")), None, Scheme::Cavage, now()).await.is_ok());
    peer.show_as("/picture", 200, "image/png", vec![1, 2, 3]);
    assert_eq!(client.media(&url(&peer.at("/picture")), 10).await.unwrap().1.len(), 3);
    assert_eq!(client.object(&url(&peer.at("/nothing")), None, Scheme::Cavage, now()).await, Err(FetchError::NotFound));
    assert_eq!(peer.recorded().len(), 10);
    assert_eq!((peer.connections(), peer.received().len()), (10, 0));
}

#[tokio::test]
async fn our_client_survives_its_moods() {
    let (peer, client) = (HostilePeer::start(Mode::Ok).await, client());
    let check = async |mode: Mode, expected: FetchError| {
        peer.set_mode(mode.clone());
        assert_eq!(client.object(&url(&peer.actor_url()), None, Scheme::Cavage, now()).await, Err(expected), "{mode:?}");
    };
    check(Mode::Status(500), FetchError::Status(500)).await;
    check(Mode::Status(410), FetchError::Gone).await;
    check(Mode::Busy("60".to_owned()), FetchError::Status(429)).await;
    check(Mode::Loop(1), FetchError::TooManyRedirects).await;
    check(Mode::Loop(50), FetchError::TooManyRedirects).await;
    check(Mode::Redirect("http://169.254.169.254/".to_owned()), FetchError::Forbidden("the address is not public")).await;
    check(Mode::Redirect("https://localhost/".to_owned()), FetchError::Forbidden("a redirect to another scheme")).await;
    check(Mode::GzipBomb, FetchError::TooLarge).await;
    check(Mode::Endless, FetchError::TooLarge).await;
    check(Mode::Typed("text/plain".to_owned()), FetchError::Type).await;
    check(Mode::Typed(String::new()), FetchError::Type).await;
    check(Mode::Claims("https://good.example/1".to_owned()), FetchError::Id).await;
    for mode in [Mode::Reset, Mode::Redirect("http://127.0.0.1:1/".to_owned())] {
        peer.set_mode(mode);
        let broken = client.object(&url(&peer.actor_url()), None, Scheme::Cavage, now()).await;
        assert!(matches!(broken, Err(FetchError::Connect(_))), "{broken:?}");
    }
}

#[tokio::test]
async fn its_keys_change_and_its_inbox_answers() {
    let (peer, client) = (HostilePeer::start(Mode::RotatesKeys).await, client());
    let pem = async || {
        let actor = client.object(&url(&peer.actor_url()), None, Scheme::Cavage, now()).await.unwrap();
        actor.json.pointer("/publicKey/publicKeyPem").unwrap().to_string()
    };
    assert_ne!(pem().await, pem().await);
    let signer = Signer { key_id: "http://town.example/actor#main-key".to_owned(), key: peer.key() };
    let inbox = url(&peer.at("/inbox"));
    let post = async || client.post(&inbox, Bytes::from_static(b"{\"type\":\"Like\"}"), &signer, Scheme::Cavage, now()).await;
    assert_eq!(post().await.unwrap().status, 202);
    peer.set_mode_at("/inbox", Mode::Busy("7".to_owned()));
    assert_eq!(post().await.unwrap().retry_after, Some(7));
    peer.set_mode_at("/inbox", Mode::Reset);
    assert!(matches!(post().await, Err(SendError::Connect(_))));
    assert_eq!(peer.received(), vec![json!({"type": "Like"}); 3]);
    pem().await;
    peer.forget();
    assert_eq!((peer.recorded().len(), peer.connections()), (0, 0));
}

#[test]
fn its_modes_have_names() {
    assert_eq!(Mode::parse("503"), Some(Mode::Status(503)));
    assert_eq!(Mode::parse("redirect"), Some(Mode::Redirect("http://127.0.0.1:1/".to_owned())));
    assert_eq!(Mode::parse("redirect:http://x/"), Some(Mode::Redirect("http://x/".to_owned())));
    assert_eq!(Mode::parse("type:text/plain"), Some(Mode::Typed("text/plain".to_owned())));
    for name in ["ok", "busy:1", "loop:2", "drip", "silent", "reset", "gzip-bomb", "endless", "id:x", "rotates-keys"] {
        assert!(Mode::parse(name).is_some(), "{name}");
    }
    assert_eq!((Mode::parse("kind"), Mode::parse("999"), Mode::parse("")), (None, None, None));
}

/// What is sent by hand arrives as it was written.
#[tokio::test]
async fn a_letter_arrives_as_it_is() {
    let (sender, receiver) = (HostilePeer::start(Mode::Ok).await, HostilePeer::start(Mode::Ok).await);
    let pen = sender.sign(&url(&receiver.at("/inbox?x")), &json!({"type": "Like"}), now());
    assert_eq!(pen.clone().send().await.status, 202);
    assert_eq!(pen.seal().and("signature", "second").with("date", "never").to_path("/other").send().await.status, 202);
    let recorded = receiver.recorded();
    let targets: Vec<&str> = recorded.iter().map(|recorded| recorded.target.as_str()).collect();
    assert_eq!(targets, ["/inbox?x", "/other"]);
    assert_eq!(recorded.last().unwrap().headers.get_all("signature").iter().count(), 2);
}
