//! C09, D01, D02, B18: how long, how large, how deep.

use std::io::Write as _;

use serde_json::json;

use super::super::DOCUMENT_MAX;
use super::super::json::{Malformed, parse};
use super::server::{ACTIVITY, Reply, Server, answer, ok};
use super::*;

#[tokio::test]
async fn c09_headers_that_are_too_much() {
    let client = client(Book::default());
    let large = "x".repeat(1024 * 1024);
    let many: String = (0..200).map(|n| format!("X-{n}: y\r\n")).collect();
    let typed = "HTTP/1.1 200 OK\r\nContent-Type: application/activity+json\r\nContent-Length: 2\r\n";
    for head in [
        format!("{typed}X: {large}\r\n\r\n{{}}"),
        format!("{typed}{many}\r\n{{}}"),
        format!("{typed}X: a\0b\r\n\r\n{{}}"),
        format!("{typed}no colon\r\n\r\n{{}}"),
        format!("{typed}Content-Length: 3\r\n\r\n{{}}"),
        "HTTP/1.1 2000 OK\r\n\r\n".to_owned(),
        "SSH-2.0-OpenSSH_9.6\r\n".to_owned(),
        String::new(),
    ] {
        let shown = head.chars().take(120).collect::<String>();
        let server = Server::start(move |_| Reply::Bytes(head.clone().into_bytes())).await;
        let refused = read(&client, &server.at("/x")).await;
        assert!(matches!(refused, Err(FetchError::Connect(_))), "{shown}: {refused:?}");
    }
    // A line break in a header is the end of this header, and what comes next is one of its own.
    let split = Server::start(|_| Reply::Bytes(answer("302 Found", &[("Location", "/a\r\nX-Evil: 1")], b""))).await;
    assert_eq!(read(&client, &split.at("/")).await, Err(FetchError::TooManyRedirects));
    assert!(split.seen().iter().skip(1).all(|seen| seen.target == "/a" && seen.headers.get("x-evil").is_none()));
}

#[tokio::test]
async fn d01_a_slow_server_is_left() {
    let client = impatient(Book::default(), Duration::from_millis(300));
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {ACTIVITY}\r\nContent-Length: 100000\r\n\r\n{{");
    let dripping = Server::start(move |_| Reply::Drip(head.clone().into_bytes())).await;
    assert_eq!(read(&client, &dripping.at("/x")).await, Err(FetchError::Timeout));
    let dripping = Server::start(|_| Reply::Drip(b"HTTP/1.1 200 OK\r\nX: ".to_vec())).await;
    assert_eq!(read(&client, &dripping.at("/x")).await, Err(FetchError::Timeout));
    let silent = Server::start(|_| Reply::Silence).await;
    assert_eq!(read(&client, &silent.at("/x")).await, Err(FetchError::Timeout));
    // The patience is for everything together: here every answer is quick, and a document needs many of them.
    let host = silent.at("").trim_start_matches("http://").to_owned();
    assert_eq!(client.nodeinfo(&host).await, Err(FetchError::Timeout));
    assert_eq!(client.webfinger(&host, "acct:a@b.example").await, Err(FetchError::Timeout));
    assert_eq!(client.media(&url(&silent.at("/x")), 10).await, Err(FetchError::Timeout));
}

fn gzip(bytes: usize) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    (0..bytes / 1024).for_each(|_| encoder.write_all(&[b' '; 1024]).unwrap());
    encoder.finish().unwrap()
}

/// With the largest window there is, which a reader may be led to keep in memory.
fn brotli(bytes: usize) -> Vec<u8> {
    let params = brotli::enc::BrotliEncoderParams { quality: 1, lgwin: 30, large_window: true, ..Default::default() };
    let mut encoder = brotli::CompressorWriter::with_params(Vec::new(), 4096, &params);
    (0..bytes / 1024).for_each(|_| encoder.write_all(&[b' '; 1024]).unwrap());
    encoder.into_inner()
}

#[tokio::test]
async fn d02_bombs_are_cut_at_the_bound() {
    let client = client(Book::default());
    let encoded = |encoding: &'static str, body: Vec<u8>| {
        let client = client.clone();
        async move {
            assert!(body.len() < DOCUMENT_MAX, "{encoding} {}", body.len());
            let server = Server::start(move |_| {
                Reply::Bytes(answer("200 OK", &[("Content-Type", ACTIVITY), ("Content-Encoding", encoding)], &body))
            })
            .await;
            read(&client, &server.at("/x")).await.map(|found| found.json)
        }
    };
    assert_eq!(encoded("gzip", gzip(64 * 1024 * 1024)).await, Err(FetchError::TooLarge));
    let bomb = brotli(32 * 1024 * 1024);
    assert_eq!(encoded("br", bomb).await, Err(FetchError::TooLarge));
    // What was not offered is not opened, nor what is packed twice.
    for encoding in ["zstd", "deflate", "compress", "gzip, gzip", "gzip, br"] {
        assert_eq!(encoded(encoding, gzip(1024)).await, Err(FetchError::Type), "{encoding}");
    }
    let mut honest = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    honest.write_all(br#"{"id":"x"}"#).unwrap();
    assert_eq!(encoded("gzip", honest.finish().unwrap()).await, Ok(json!({"id": "x"})));
    assert!(matches!(encoded("gzip", b"not gzip at all".to_vec()).await, Err(FetchError::Connect(_))));
}

#[tokio::test]
async fn d02_what_never_ends_is_cut_at_the_bound() {
    let client = client(Book::default());
    let typed = format!("HTTP/1.1 200 OK\r\nContent-Type: {ACTIVITY}\r\n");
    let spaces = vec![b' '; 0x4000];
    let chunk = [b"4000\r\n".as_slice(), &spaces, b"\r\n"].concat();
    for (head, part) in [("Transfer-Encoding: chunked\r\n\r\n", chunk), ("Connection: close\r\n\r\n", spaces)] {
        let head = format!("{typed}{head}").into_bytes();
        let server = Server::start(move |_| Reply::Endless(head.clone(), part.clone())).await;
        assert_eq!(read(&client, &server.at("/x")).await, Err(FetchError::TooLarge));
    }
    // A length that lies: too large is not read at all, too short is cut, too long has no end.
    let check = |length: &'static str, body: &'static str, expected: fn(&Result<Fetched, FetchError>) -> bool| {
        let client = client.clone();
        async move {
            let headers = [("Content-Type", ACTIVITY), ("Content-Length", length)];
            let server = Server::start(move |_| Reply::Bytes(answer("200 OK", &headers, body.as_bytes()))).await;
            let found = read(&client, &server.at("/x")).await;
            assert!(expected(&found), "{length}: {found:?}");
        }
    };
    check("10737418240", "{}", |found| *found == Err(FetchError::TooLarge)).await;
    check("18446744073709551615", "{}", |found| matches!(found, Err(FetchError::TooLarge | FetchError::Connect(_)))).await;
    check("1", "{}", |found| *found == Err(FetchError::Json)).await;
    check("3", "{}", |found| matches!(found, Err(FetchError::Connect(_)))).await;
    check("-1", "{}", |found| matches!(found, Err(FetchError::Connect(_)))).await;
    // The bound of a picture is the caller's.
    let picture = Server::start(|_| Reply::Bytes(ok("image/png", &[0; 100]))).await;
    assert_eq!(client.media(&url(&picture.at("/x")), 99).await, Err(FetchError::TooLarge));
    assert!(client.media(&url(&picture.at("/x")), 100).await.is_ok());
}

#[test]
fn b18_json_within_bounds() {
    let check = |text: &[u8], expected: Result<serde_json::Value, Malformed>| {
        assert_eq!(parse(text), expected, "{}", String::from_utf8_lossy(&text[..text.len().min(60)]));
    };
    check(br#" {"id":"x","n":[1,-2,3.5,true,null,{"a":{}}]} "#, Ok(json!({"id": "x", "n": [1, -2, 3.5, true, null, {"a": {}}]})));
    check("{\"é\":\"\\u00e9\\ud83d\\ude00\"}".as_bytes(), Ok(json!({"é": "é😀"})));
    check(br#"{"$serde_json::private::RawValue":"{\"id\":1}"}"#, Ok(json!({"$serde_json::private::RawValue": "{\"id\":1}"})));
    for twice in [r#"{"id":1,"id":1}"#, r#"{"id":1,"\u0069d":2}"#, r#"{"a":[{"type":1,"x":2,"type":3}]}"#, r#"{"":1,"":2}"#] {
        check(twice.as_bytes(), Err(Malformed::Twice));
    }
    let syntax = [
        "",
        " ",
        "\u{feff}{}",
        "NaN",
        r#"{"n":NaN}"#,
        r#"{"n":Infinity}"#,
        r#"{"n":1e400}"#,
        r#"{"n":-1e999}"#,
        r#""\ud800""#,
        r#""\udc00\ud800""#,
        "{}{}",
        "{} x",
        "{'a':1}",
        r#"{"a":1,}"#,
        "[1,]",
        r#"{"a"}"#,
        "01",
        "// x\n{}",
        "\"a\nb\"",
        "truE",
    ];
    for text in syntax {
        check(text.as_bytes(), Err(Malformed::Syntax));
    }
    check(b"\"\xff\"", Err(Malformed::Syntax));
    check(br#"{"a":"x\u0000y"}"#, Err(Malformed::Nul));
    check(br#"{"a\u0000":1}"#, Err(Malformed::Nul));
    let nested = |open: &str, close: &str, depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
    assert!(parse(nested("[", "]", 64).as_bytes()).is_ok());
    check(nested("[", "]", 65).as_bytes(), Err(Malformed::Depth));
    check(nested("[", "]", 10_000).as_bytes(), Err(Malformed::Depth));
    check(nested(r#"{"a":"#, "}", 10_000).as_bytes(), Err(Malformed::Depth));
    check("[".repeat(1_000_000).as_bytes(), Err(Malformed::Depth));
    let keys = (0..1_000_000).map(|n| format!("\"{n}\":1")).collect::<Vec<_>>().join(",");
    check(format!("{{{keys}}}").as_bytes(), Err(Malformed::Nodes));
    assert!(parse(format!("[{}1]", "1,".repeat(49_998)).as_bytes()).is_ok());
    check(format!("[{}1]", "1,".repeat(49_999)).as_bytes(), Err(Malformed::Nodes));
}
