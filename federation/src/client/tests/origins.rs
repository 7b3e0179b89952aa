//! B01 to B04: an object is believed where it is at home, and when its server says what it is.

use super::server::{ACTIVITY, Reply, Server, ok, redirect};
use super::*;

async fn object(client: &Client, address: &str) -> Result<Fetched, FetchError> {
    client.object(&url(address), None, Scheme::Cavage, now()).await
}

/// A server whose documents say what the table gives them for an id; an id that begins with `/` is of this server.
async fn library(documents: &'static [(&'static str, &'static str)]) -> Server {
    Server::start(move |seen| {
        let here = format!("http://{}", seen.headers["host"].to_str().unwrap());
        let id = documents.iter().find(|(path, _)| *path == seen.target).map_or("", |(_, id)| id);
        match id.strip_prefix('>') {
            Some(to) => redirect(to),
            None if id.starts_with('/') => Reply::Bytes(ok(ACTIVITY, format!(r#"{{"id":"{here}{id}"}}"#).as_bytes())),
            None => Reply::Bytes(ok(ACTIVITY, format!(r#"{{"id":{id}}}"#).as_bytes())),
        }
    })
    .await
}

#[tokio::test]
async fn b01_an_object_of_another_host_is_not_believed() {
    let client = client(Book::default());
    let good = library(&[("/2", "/2")]).await;
    let claim: &'static str = Box::leak(format!(r#"{{"id":"{}"}}"#, good.at("/2")).into_boxed_str());
    let evil = Server::with_document(ACTIVITY, claim).await;
    assert_eq!(object(&client, &evil.at("/1")).await, Err(FetchError::Id));
    assert_eq!((evil.seen().len(), good.seen().len()), (1, 0), "nobody else is asked");
    assert!(object(&client, &good.at("/2")).await.is_ok());
    for claim in ["null", "7", "[]", r#"["/1"]"#, r#"{"id":"/1"}"#, r#""""#, r#""1""#, r#""urn:uuid:1""#, r#""https://127.0.0.1/1""#] {
        let json: &'static str = Box::leak(format!(r#"{{"id":{claim}}}"#).into_boxed_str());
        let server = Server::with_document(ACTIVITY, json).await;
        assert_eq!(object(&client, &server.at("/1")).await, Err(FetchError::Id), "{claim}");
        assert_eq!(server.seen().len(), 1, "{claim}");
    }
    let without = Server::with_document(ACTIVITY, r#"{"type":"Note"}"#).await;
    assert_eq!(object(&client, &without.at("/1")).await, Err(FetchError::Id));
}

#[tokio::test]
async fn b02_another_address_of_the_same_host_is_asked_for_once() {
    let client = client(Book::default());
    let server =
        library(&[("/@ana/1", "/objects/1"), ("/objects/1", "/objects/1"), ("/2", "/3"), ("/3", "/2"), ("/4", "/5"), ("/5", ">/4")]).await;
    let found = object(&client, &server.at("/@ana/1")).await.unwrap();
    assert_eq!((found.url.as_str(), server.seen().len()), (server.at("/objects/1").as_str(), 2));
    for (address, requests) in [("/2", 2), ("/4", 3)] {
        let before = server.seen().len();
        assert_eq!(object(&client, &server.at(address)).await, Err(FetchError::Id), "{address}");
        assert_eq!(server.seen().len() - before, requests, "{address}");
    }
}

#[tokio::test]
async fn b03_an_open_redirect_lends_no_name() {
    let client = client(Book::default());
    // The good server sends anybody anywhere; the evil one gives a document that claims to be at home there.
    let good = Server::start(|seen| redirect(seen.target.trim_start_matches("/out?to="))).await;
    let claim: &'static str = Box::leak(format!(r#"{{"id":"{}"}}"#, good.at("/objects/1")).into_boxed_str());
    let evil = Server::with_document(ACTIVITY, claim).await;
    assert_eq!(object(&client, &good.at(&format!("/out?to={}", evil.at("/x")))).await, Err(FetchError::Id));
    // Nor does it claim the address with the redirect in it.
    let proxied = Server::start(|seen| {
        let claimed = seen.target.trim_start_matches("/x?claim=").to_owned();
        Reply::Bytes(ok(ACTIVITY, format!(r#"{{"id":"{claimed}"}}"#).as_bytes()))
    })
    .await;
    let address = good.at(&format!("/out?to={}", proxied.at(&format!("/x?claim={}", good.at("/objects/1")))));
    assert_eq!(object(&client, &address).await, Err(FetchError::Id));
    // An honest move is read where it went.
    let moved = library(&[("/new", "/new")]).await;
    assert_eq!(object(&client, &good.at(&format!("/out?to={}", moved.at("/new")))).await.unwrap().url.as_str(), moved.at("/new"));
}

#[tokio::test]
async fn b04_only_what_its_server_calls_a_document_is_one() {
    let client = client(Book::default());
    let check = |content_type: &'static str, expected: bool| {
        let client = client.clone();
        async move {
            let server = Server::start(move |_| Reply::Bytes(ok(content_type, b"{}"))).await;
            let read = read(&client, &server.at("/x")).await;
            assert_eq!(read.map(|_| ()), if expected { Ok(()) } else { Err(FetchError::Type) }, "{content_type}");
        }
    };
    for accepted in [
        "application/activity+json",
        "application/activity+json; charset=utf-8",
        "application/activity+json;charset=utf-8",
        "Application/Activity+JSON ; charset=\"utf-8\"",
        r#"application/ld+json; profile="https://www.w3.org/ns/activitystreams""#,
        r#"application/ld+json;profile="https://www.w3.org/ns/activitystreams""#,
        r#"application/ld+json; charset=utf-8; profile="https://www.w3.org/ns/activitystreams""#,
        r#"application/ld+json; PROFILE="https://www.w3.org/ns/activitystreams"; charset=utf-8"#,
        "application/ld+json; profile=https://www.w3.org/ns/activitystreams",
        r#"application/ld+json; profile="https://w3id.org/security https://www.w3.org/ns/activitystreams""#,
        r#"application/ld+json; x="a;b\";c"; profile="https://www.w3.org/ns/activitystreams""#,
    ] {
        check(accepted, true).await;
    }
    for refused in [
        "text/plain",
        "text/html; charset=utf-8",
        "image/png",
        "application/octet-stream",
        "application/json",
        "application/ld+json",
        r#"application/ld+json; profile="https://www.w3.org/ns/activitystreams#""#,
        r#"application/ld+json; profile="https://evil.example/""#,
        r#"application/ld+json; x="profile=https://www.w3.org/ns/activitystreams""#,
        r#"application/ld+json; profile="x"; profile="https://www.w3.org/ns/activitystreams""#,
        "text/plain; x=application/activity+json",
        "text/plain, application/activity+json",
        "application/activity+json, text/plain",
        "application/activity+jsonx",
        "application/",
        "",
    ] {
        check(refused, false).await;
    }
}

#[tokio::test]
async fn b04_no_type_or_two_types_are_none() {
    let client = client(Book::default());
    for headers in [&[][..], &[("Content-Type", ACTIVITY), ("Content-Type", "text/html")][..]] {
        let server = Server::start(move |_| Reply::Bytes(super::server::answer("200 OK", headers, b"{}"))).await;
        assert_eq!(read(&client, &server.at("/x")).await, Err(FetchError::Type));
    }
}

#[tokio::test]
async fn pictures_and_descriptions_have_types_of_their_own() {
    let client = client(Book::default());
    let check = |content_type: &'static str| {
        let client = client.clone();
        async move {
            let server = Server::start(move |_| Reply::Bytes(ok(content_type, b"{}"))).await;
            let host = server.at("").trim_start_matches("http://").to_owned();
            let media = client.media(&url(&server.at("/x")), 1000).await.map(|(kind, _)| kind).ok();
            (client.webfinger(&host, "acct:a@b.example").await.is_ok(), media)
        }
    };
    assert_eq!(check("application/jrd+json; charset=utf-8").await, (true, None));
    assert_eq!(check("application/json").await, (true, None));
    assert_eq!(check("image/PNG; x=y").await, (false, Some("image/png".to_owned())));
    assert_eq!(check("text/html").await, (false, None));
    assert_eq!(check(ACTIVITY).await, (false, None));
}
