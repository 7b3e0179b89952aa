//! C01 to C03, C06, C07, A12: which addresses are spoken to, written as addresses and answered for names.

use std::net::IpAddr;

use super::super::address::{is_public, is_public_or_private};
use super::super::walls::NOT_PUBLIC;
use super::server::{ACTIVITY, Reply, Server, ok};
use super::*;

/// One address of each range that is nobody's server, and its neighbours that are somebody's.
const FORBIDDEN: &[&str] = &[
    "0.0.0.0",
    "0.255.255.255",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.170",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "192.168.255.255",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "::8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:2::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:808:808::1",
    "2620:4f:8000::1",
    "3fff::1",
    "4000::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456:789a::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
];
const PUBLIC: &[&str] = &[
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.1",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "191.255.255.255",
    "192.0.1.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "::ffff:8.8.8.8",
    "2001:200::1",
    "2001:4860:4860::8888",
    "2606:4700::1111",
    "2a01:e0a::1",
    "3ffe::1",
];

#[test]
fn c01_the_table_of_addresses() {
    for text in FORBIDDEN {
        assert!(!is_public(text.parse().unwrap()), "{text}");
    }
    for text in PUBLIC {
        assert!(is_public(text.parse().unwrap()), "{text}");
        assert!(is_public_or_private(text.parse().unwrap()), "{text}");
    }
    // A lab may use private networks, and still neither the link nor multicast nor the senseless ones.
    let lab = |text: &str| is_public_or_private(text.parse().unwrap());
    for text in ["127.0.0.1", "::1", "10.1.2.3", "172.17.0.2", "192.168.1.1", "100.64.0.1", "fd00::1", "::ffff:127.0.0.1"] {
        assert!(lab(text), "{text}");
    }
    for text in ["0.0.0.0", "169.254.169.254", "224.0.0.1", "255.255.255.255", "::", "fe80::1", "ff02::1", "64:ff9b::7f00:1"] {
        assert!(!lab(text), "{text}");
    }
}

#[tokio::test]
async fn c01_written_as_an_address() {
    let client = production(Book::default());
    for text in FORBIDDEN {
        let address: IpAddr = text.parse().unwrap();
        let written = if address.is_ipv6() { format!("https://[{text}]/actor") } else { format!("https://{text}/actor") };
        assert_eq!(read(&client, &written).await, Err(FetchError::Forbidden(NOT_PUBLIC)), "{written}");
    }
    // The odd ways to write IPv4, all of them this machine or a private network.
    let odd = "2130706433 0x7f000001 017700000001 0x7f.1 0177.0.0.1 127.1 127.0.1 127.0.0.1. 0 0x0 10.1 0xa.0.0.1 192.168.257 ①②⑦.⓪.⓪.① 127。0。0。1";
    for text in odd.split(' ') {
        assert_eq!(read(&client, &format!("https://{text}/")).await, Err(FetchError::Forbidden(NOT_PUBLIC)), "{text}");
    }
}

#[tokio::test]
async fn c01_answered_for_a_name() {
    for text in FORBIDDEN {
        let client = production(Book::default().with("peer.example", &[&[text]]));
        assert_eq!(read(&client, "https://peer.example/actor").await, Err(FetchError::Forbidden(NOT_PUBLIC)), "{text}");
    }
    let all = production(Book::default().with("peer.example", &[FORBIDDEN]));
    assert_eq!(read(&all, "https://peer.example/actor").await, Err(FetchError::Forbidden(NOT_PUBLIC)));
    let none = production(Book::default().with("peer.example", &[&[]]));
    assert_eq!(read(&none, "https://peer.example/").await, Err(FetchError::Connect("the name has no address".to_owned())));
    assert!(matches!(read(&none, "https://unknown.example/").await, Err(FetchError::Connect(_))));
}

#[tokio::test]
async fn c02_a_name_that_changes_its_mind() {
    let server = Server::with_document(ACTIVITY, "{}").await;
    let private = Server::private(server.port()).await;
    let client = client(Book::default().with("peer.example", &[&["127.0.0.1"], &["127.0.0.2"]]));
    let address = format!("http://peer.example:{}/actor", server.port());
    assert!(read(&client, &address).await.is_ok());
    assert_eq!(read(&client, &address).await, Err(FetchError::Forbidden(NOT_PUBLIC)));
    assert_eq!((server.connections(), private.connections()), (1, 0));
}

#[tokio::test]
async fn c03_of_mixed_addresses_only_the_public_ones() {
    let server = Server::with_document(ACTIVITY, "{}").await;
    let private = Server::private(server.port()).await;
    let client = client(Book::default().with("peer.example", &[&["127.0.0.2", "::1", "10.0.0.1", "127.0.0.1", "127.0.0.2"]]));
    for _ in 0..8 {
        assert!(read(&client, &format!("http://peer.example:{}/actor", server.port())).await.is_ok());
    }
    assert_eq!((server.connections(), private.connections()), (8, 0));
}

/// C06, C07, A12: what an address may not be, whomever it leads to.
#[tokio::test]
async fn c06_only_https_on_its_usual_port() {
    let client = production(Book::default().with("peer.example", &[&["127.0.0.1"]]));
    let check = |address: String, expected: &'static str| {
        let client = client.clone();
        async move { assert_eq!(read(&client, &address).await, Err(FetchError::Forbidden(expected)), "{address}") }
    };
    for scheme in ["http", "ftp", "file", "data", "gopher", "ws", "javascript"] {
        check(format!("{scheme}://peer.example/actor"), "the address is not https").await;
    }
    check("data:application/activity+json,{}".to_owned(), "the address is not https").await;
    for port in [22, 80, 444, 6379, 8080, 8443] {
        check(format!("https://peer.example:{port}/"), "the address has a port").await;
    }
    check("https://name@peer.example/".to_owned(), "the address holds a name or a password").await;
    check("https://:word@peer.example/".to_owned(), "the address holds a name or a password").await;
    check(format!("https://peer.example/{}", "x".repeat(8_192)), "the address is too long").await;
    for ours in ["https://ours.example/actor", "https://OURS.example./actor", "https://ours.example:443/", "https://ours%2eexample/"] {
        check(ours.to_owned(), "the address is our own").await;
    }
}

/// C07: nothing in the environment opens the guard, and the machine itself is not a peer under its name either.
#[tokio::test]
async fn c07_the_machine_itself_is_no_peer() {
    let guard = Guard { allow_private_networks: false, origin: url("https://ours.example") };
    let client = Client::new(guard, "parvis/test").unwrap();
    assert_eq!(read(&client, "https://localhost/").await, Err(FetchError::Forbidden(NOT_PUBLIC)));
    assert_eq!(read(&client, "https://localhost:8080/").await, Err(FetchError::Forbidden("the address has a port")));
    assert_eq!(read(&client, "http://localhost:8080/").await, Err(FetchError::Forbidden("the address is not https")));
}

/// A lab speaks plain http to its neighbours, under their names, and never to itself.
#[tokio::test]
async fn a_lab_speaks_to_its_neighbours() {
    let server = Server::start(|_| Reply::Bytes(ok(ACTIVITY, br#"{"id":"x"}"#))).await;
    let guard = Guard { allow_private_networks: true, origin: url("http://localhost:1") };
    let client = Client::new(guard, "parvis/test").unwrap();
    assert!(read(&client, &format!("http://localhost:{}/actor", server.port())).await.is_ok());
    assert!(read(&client, &server.at("/actor")).await.is_ok());
    assert_eq!(read(&client, "http://localhost:1/actor").await, Err(FetchError::Forbidden("the address is our own")));
    assert_eq!(read(&client, "http://169.254.169.254/latest/meta-data").await, Err(FetchError::Forbidden(NOT_PUBLIC)));
}
