//! C04, C05, C08, C10, C11: redirects, and every way in which another server chooses where we go next.

use axum::body::Bytes;

use super::super::walls::NOT_PUBLIC;
use super::knocking::signer;
use super::server::{ACTIVITY, Reply, Server, answer, ok, redirect};
use super::*;

/// A server that sends everybody on, `hops` times, and then to `end`.
async fn chain(hops: usize, end: String) -> Server {
    Server::start(move |seen| {
        let hop: usize = seen.target.trim_start_matches("/hop/").parse().unwrap_or(1);
        if hop < hops { redirect(&format!("/hop/{}", hop + 1)) } else { redirect(&end) }
    })
    .await
}

#[tokio::test]
async fn c04_a_redirect_to_a_private_network_at_each_hop() {
    let private = Server::private(0).await;
    let signer = signer();
    for hops in 1..=3 {
        for end in [private.at("/secret"), format!("http://inside.example:{}/secret", private.port()), "http://[::1]:1/".to_owned()] {
            let server = chain(hops, end.clone()).await;
            let client = client(Book::default().with("inside.example", &[&["127.0.0.2"]]));
            let address = url(&server.at("/hop/1"));
            let expected = Err(FetchError::Forbidden(NOT_PUBLIC));
            assert_eq!(client.document(&address, None, Scheme::Cavage, now()).await, expected, "{hops} {end}");
            assert_eq!(client.document(&address, Some(&signer), Scheme::Rfc9421, now()).await, expected, "{hops} {end}");
            assert_eq!(client.object(&address, Some(&signer), Scheme::Cavage, now()).await, expected, "{hops} {end}");
            assert_eq!(server.seen().len(), hops * 3);
        }
    }
    assert_eq!(private.connections(), 0);
}

#[tokio::test]
async fn c05_the_other_ways_are_guarded_alike() {
    let private = Server::private(0).await;
    let (secret, signer) = (private.at("/secret"), signer());
    let server = chain(1, secret.clone()).await;
    let client = client(Book::default());
    let host = server.at("").trim_start_matches("http://").to_owned();
    let forbidden = FetchError::Forbidden(NOT_PUBLIC);
    assert_eq!(client.webfinger(&host, "acct:a@b.example").await, Err(forbidden.clone()));
    assert_eq!(client.media(&url(&server.at("/picture")), 1000).await, Err(forbidden.clone()));
    assert_eq!(client.nodeinfo(&host).await, Err(FetchError::Forbidden("a redirect to another host")));
    // A post is not redirected at all.
    let posted = client.post(&url(&server.at("/inbox")), Bytes::from_static(b"{}"), &signer, Scheme::Cavage, now()).await.unwrap();
    assert_eq!((posted.status, server.seen().len()), (302, 4));
    // Asked for directly, nobody gets there either.
    assert_eq!(read(&client, &secret).await, Err(forbidden.clone()));
    assert_eq!(client.media(&url(&secret), 1000).await, Err(forbidden.clone()));
    assert_eq!(client.webfinger(&format!("127.0.0.2:{}", private.port()), "x").await, Err(forbidden.clone()));
    assert_eq!(client.nodeinfo(&format!("127.0.0.2:{}", private.port())).await, Err(forbidden));
    let sent = client.post(&url(&secret), Bytes::new(), &signer, Scheme::Cavage, now()).await;
    assert!(sent.is_err_and(|error| error.is_permanent()));
    assert_eq!(private.connections(), 0);
}

/// C05: the link in NodeInfo leads elsewhere.
#[tokio::test]
async fn c05_what_a_host_runs_is_read_on_this_host() {
    let check = |href: &'static str, document: &'static str| async move {
        let server = Server::start(move |seen| {
            let index = format!(r#"{{"links":[{{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"{href}"}}]}}"#);
            Reply::Bytes(ok(
                "application/json; charset=utf-8",
                if seen.target.contains("well-known") { index.as_bytes() } else { document.as_bytes() },
            ))
        })
        .await;
        let found = client(Book::default()).nodeinfo(server.at("").trim_start_matches("http://")).await;
        found.map(|found| (found.software, found.version, found.speaks_activitypub))
    };
    let snac = r#"{"version":"2.0","software":{"name":"Snac","version":"2.84"},"protocols":["activitypub"]}"#;
    assert_eq!(check("/nodeinfo/2.0", snac).await, Ok(("snac".to_owned(), "2.84".to_owned(), true)));
    let odd = r#"{"software":{"name":"<b>Evil\u0007 \"é\" soft-1","version":"1\n2"}}"#;
    assert_eq!(check("/nodeinfo/2.0", odd).await, Ok(("bevilsoft-1".to_owned(), "12".to_owned(), false)));
    assert_eq!(check("/nodeinfo/2.0", r#"{"software":{"name":7}}"#).await, Err(FetchError::Json));
    let elsewhere = Err(FetchError::Forbidden("the address is of another host"));
    for href in ["http://127.0.0.2:1/", "//evil.example/x", "https://127.0.0.1/", "data:,x", "http://127.0.0.1:1/"] {
        assert_eq!(check(href, snac).await, elsewhere, "{href}");
    }
}

/// C08: what is asked for cannot change who is asked.
#[tokio::test]
async fn c08_what_is_asked_for_stays_a_parameter() {
    let server = Server::start(|_| Reply::Bytes(ok("application/jrd+json", br#"{"subject":"acct:a@b.example"}"#))).await;
    let client = client(Book::default());
    let host = server.at("").trim_start_matches("http://").to_owned();
    client.webfinger(&host, "acct:a@b.example\r\nX: y&resource=z#f").await.unwrap();
    let target = "/.well-known/webfinger?resource=acct%3Aa%40b.example%0D%0AX%3A+y%26resource%3Dz%23f";
    assert_eq!(server.seen()[0].target, target);
    for host in ["", "/", "evil.example/x", "evil.example?x", "evil.example#x", "a@evil.example", "evil example", "%", ":80", "[::1"] {
        assert!(matches!(client.webfinger(host, "acct:a@b.example").await, Err(FetchError::Forbidden(_))), "{host}");
        assert!(matches!(client.nodeinfo(host).await, Err(FetchError::Forbidden(_))), "{host}");
    }
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn c10_redirects_end() {
    let client = client(Book::default());
    let itself = Server::start(|_| redirect("/again")).await;
    assert_eq!(read(&client, &itself.at("/")).await, Err(FetchError::TooManyRedirects));
    assert_eq!(itself.seen().len(), 4);
    let both = Server::start(|seen| redirect(if seen.target == "/a" { "/b" } else { "/a" })).await;
    assert_eq!(read(&client, &both.at("/a")).await, Err(FetchError::TooManyRedirects));
    let fifty = chain(50, "/end".to_owned()).await;
    assert_eq!(read(&client, &fifty.at("/hop/1")).await, Err(FetchError::TooManyRedirects));
    assert_eq!(fifty.seen().len(), 4);
    let other = FetchError::Forbidden("a redirect to another scheme");
    for to in ["https://127.0.0.1/", "data:application/activity+json,{}", "file:///etc/passwd", "ftp://127.0.0.1/", "javascript:1"] {
        let server = chain(1, to.to_owned()).await;
        assert_eq!(read(&client, &server.at("/")).await, Err(other.clone()), "{to}");
    }
    let nowhere = chain(1, "http://".to_owned()).await;
    assert_eq!(read(&client, &nowhere.at("/")).await, Err(FetchError::Forbidden("a redirect to nowhere")));
    for status in ["300 Multiple Choices", "304 Not Modified", "305 Use Proxy", "302 Found"] {
        let server = Server::start(move |_| Reply::Bytes(answer(status, &[("X-No-Location", "x")], b""))).await;
        assert_eq!(
            read(&client, &server.at("/")).await,
            Err(FetchError::Status(status.split(' ').next().unwrap().parse().unwrap())),
            "{status}"
        );
    }
}

/// Three redirects are followed, and the document's address is the last one.
#[tokio::test]
async fn three_redirects_are_followed() {
    let end = Server::with_document(ACTIVITY, "{}").await;
    let server = chain(3, end.at("/end?x=1#fragment")).await;
    let found = read(&client(Book::default()), &server.at("/hop/1#main-key")).await.unwrap();
    assert_eq!(found.url.as_str(), end.at("/end?x=1"));
    assert_eq!(end.seen()[0].target, "/end?x=1");
}

#[tokio::test]
async fn a_plain_document_is_read() {
    let server = Server::with_document(ACTIVITY, r#"{"id":"x"}"#).await;
    let found = read(&client(Book::default()), &server.at("/x")).await.unwrap();
    assert_eq!((found.json["id"].as_str(), found.scheme), (Some("x"), None));
    let seen = &server.seen()[0];
    assert_eq!(
        (seen.method.as_str(), seen.target.as_str(), seen.headers["user-agent"].as_bytes()),
        ("GET", "/x", b"parvis/test".as_slice())
    );
    assert!(seen.headers.get("referer").is_none() && seen.headers.get("cookie").is_none());
    assert_eq!(seen.headers["accept-encoding"], "gzip,br");
}

/// C11: a proxy that the environment names is not used. The test above runs in a process where every name of a proxy leads nowhere.
#[test]
fn c11_no_proxy_of_the_environment() {
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "client::tests::doors::a_plain_document_is_read"]);
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"] {
        child.env(name, "http://127.0.0.1:1");
    }
    let output = child.env_remove("NO_PROXY").env_remove("no_proxy").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}
