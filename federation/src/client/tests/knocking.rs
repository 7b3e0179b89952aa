//! Signed requests, as the other side sees them; the second knock; what a post is answered.

use std::sync::{Arc, LazyLock};

use axum::body::Bytes;

use super::server::{ACTIVITY, Reply, Seen, Server, answer, ok};
use super::*;
use crate::client::{Posted, SendError};
use crate::signature::{self, PrivateKey, Request, Signer};

static RSA: LazyLock<Arc<PrivateKey>> = LazyLock::new(|| Arc::new(PrivateKey::generate_rsa().unwrap()));

/// The key of an instance.
pub(super) fn signer() -> Signer {
    Signer { key_id: "http://ours.example/actor#main-key".to_owned(), key: RSA.clone() }
}

/// In what way a request is signed, if it is signed rightly for this server.
fn scheme_of(seen: &Seen, origin: &str) -> Option<Scheme> {
    let request = Request { method: &seen.method, path_and_query: &seen.target, headers: &seen.headers, body: &seen.body };
    let claim = signature::read(&request, &url(origin), now()).ok()?;
    claim.verify(&RSA.public()).ok()?;
    (claim.key_id == signer().key_id).then_some(claim.scheme)
}

/// A server that believes one scheme only.
async fn only(scheme: Scheme, refusal: &'static str) -> Server {
    Server::start(move |seen| {
        let host = format!("http://{}", seen.headers["host"].to_str().unwrap());
        match scheme_of(seen, &host) {
            Some(found) if found == scheme => Reply::Bytes(ok(ACTIVITY, br#"{"type":"Person"}"#)),
            Some(_) => Reply::Bytes(answer(refusal, &[], b"no")),
            None => Reply::Bytes(answer("500 Internal Server Error", &[], b"not signed rightly")),
        }
    })
    .await
}

#[tokio::test]
async fn who_refuses_one_signature_is_given_the_other() {
    let (client, signer) = (client(Book::default()), signer());
    for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
        for first in [Scheme::Cavage, Scheme::Rfc9421] {
            for refusal in ["400 Bad Request", "401 Unauthorized", "403 Forbidden"] {
                let server = only(scheme, refusal).await;
                let found = client.document(&url(&server.at("/actors/é?page=1&x=a%20b")), Some(&signer), first, now()).await.unwrap();
                assert_eq!((found.scheme, server.seen().len()), (Some(scheme), if scheme == first { 1 } else { 2 }));
            }
        }
    }
    let never = only(Scheme::Cavage, "404 Not Found").await;
    assert_eq!(client.document(&url(&never.at("/x")), Some(&signer), Scheme::Rfc9421, now()).await, Err(FetchError::NotFound));
    assert_eq!(never.seen().len(), 1, "a 404 is an answer");
}

#[tokio::test]
async fn each_redirect_is_signed_for_itself() {
    let end = only(Scheme::Cavage, "401 Unauthorized").await;
    let to = end.at("/end");
    let server = Server::start(move |seen| {
        assert!(scheme_of(seen, &format!("http://{}", seen.headers["host"].to_str().unwrap())).is_some());
        super::server::redirect(&to)
    })
    .await;
    let found = client(Book::default()).document(&url(&server.at("/start")), Some(&signer()), Scheme::Rfc9421, now()).await.unwrap();
    assert_eq!((found.scheme, server.seen().len(), end.seen().len()), (Some(Scheme::Cavage), 2, 2));
}

#[tokio::test]
async fn what_answers_mean() {
    let client = client(Book::default());
    let check = |status: &'static str, expected: FetchError, is_permanent: bool| {
        let client = client.clone();
        async move {
            let server = Server::start(move |_| Reply::Bytes(answer(status, &[("Content-Type", ACTIVITY)], b"{}"))).await;
            let refused = read(&client, &server.at("/x")).await.unwrap_err();
            assert_eq!((refused.is_permanent(), refused), (is_permanent, expected), "{status}");
            assert_eq!(server.seen().len(), 1, "{status}");
        }
    };
    check("410 Gone", FetchError::Gone, true).await;
    check("404 Not Found", FetchError::NotFound, true).await;
    check("401 Unauthorized", FetchError::Status(401), true).await;
    check("204 No Content", FetchError::Status(204), false).await;
    check("206 Partial Content", FetchError::Status(206), false).await;
    check("429 Too Many Requests", FetchError::Status(429), false).await;
    check("500 Internal Server Error", FetchError::Status(500), false).await;
}

#[tokio::test]
async fn a_post_is_signed_and_answered_once() {
    let (client, signer) = (client(Book::default()), signer());
    let body = Bytes::from_static(b"{\"type\":\"Like\"}");
    for scheme in [Scheme::Cavage, Scheme::Rfc9421] {
        let server = Server::start(|_| {
            let headers = [("Retry-After", "120"), ("Accept-Signature", r#"sig1=("@method");created"#)];
            Reply::Bytes(answer("401 Unauthorized", &headers, b"who?"))
        })
        .await;
        let posted = client.post(&url(&server.at("/inbox?x=1")), body.clone(), &signer, scheme, now()).await;
        assert_eq!(posted, Ok(Posted { status: 401, retry_after: Some(120), accepts_9421: true }));
        let seen = server.seen();
        assert_eq!(seen.len(), 1);
        assert_eq!(scheme_of(&seen[0], &server.at("")), Some(scheme));
        assert_eq!((seen[0].body.as_slice(), seen[0].headers["content-type"].as_bytes()), (&*body, ACTIVITY.as_bytes()));
        assert_eq!(seen[0].headers.get_all("host").iter().count(), 1);
    }
}

#[tokio::test]
async fn a_post_without_answer_is_tried_again_later() {
    let client = impatient(Book::default(), Duration::from_millis(300));
    let silent = Server::start(|_| Reply::Silence).await;
    let post = |address: String| {
        let client = client.clone();
        async move { client.post(&url(&address), Bytes::from_static(b"{}"), &signer(), Scheme::Cavage, now()).await.unwrap_err() }
    };
    assert_eq!(post(silent.at("/inbox")).await, SendError::Timeout);
    let dead = post("http://127.0.0.1:1/inbox".to_owned()).await;
    assert!(matches!(dead, SendError::Connect(_)) && !dead.is_permanent(), "{dead}");
    assert!(!dead.to_string().contains("127.0.0.1"), "{dead}");
    // An answer counts from its first line: what drips behind it is not waited for.
    let dripping = Server::start(|_| Reply::Drip(b"HTTP/1.1 202 Accepted\r\nContent-Length: 9999\r\n\r\n".to_vec())).await;
    let posted = super::client(Book::default()).post(&url(&dripping.at("/inbox")), Bytes::new(), &signer(), Scheme::Cavage, now()).await;
    assert_eq!(posted.map(|posted| posted.status), Ok(202));
}
