//! The loop under slow clients, at its stop, and behind a proxy, over real sockets.

use std::net::SocketAddr;

use axum::Extension;
use axum::routing::get;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};

use super::*;

struct Running {
    address: SocketAddr,
    shutdown: Shutdown,
    served: JoinHandle<()>,
}

fn short() -> Limits {
    Limits { head: Duration::from_millis(200), ..Limits::default() }
}

async fn start(router: Router, proxies: &[&str], limits: Limits) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let shutdown = Shutdown::new();
    let proxies = proxies.iter().map(|text| text.parse().unwrap()).collect();
    let served = tokio::spawn(serve(listener, router, proxies, limits, shutdown.clone()));
    Running { address, shutdown, served }
}

fn hello() -> Router {
    Router::new().route("/", get(async |Extension(ClientAddress(address)): Extension<ClientAddress>| format!("hello {address}")))
}

async fn connect(running: &Running, first: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(first).await.unwrap();
    stream
}

/// What comes until the other side closes, and after how long.
async fn until_closed(stream: &mut TcpStream) -> (String, Duration) {
    let began = Instant::now();
    let mut bytes = Vec::new();
    let _reset_is_an_end_too = timeout(Duration::from_secs(10), stream.read_to_end(&mut bytes)).await.expect("closed");
    (String::from_utf8_lossy(&bytes).into_owned(), began.elapsed())
}

#[tokio::test]
async fn slow_heads_are_cut() {
    let running = start(hello(), &[], short()).await;
    // Nothing at all, a part of the HTTP/2 preface, half a head, the HTTP/2 preface and nothing more, a head after a first request.
    let heads: [&[u8]; 5] =
        [b"", b"PRI * HT", b"GET / HTTP/1.1\r\nHost: a", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HT"];
    for head in heads {
        let mut stream = connect(&running, head).await;
        let (_text, took) = until_closed(&mut stream).await;
        assert!(took > Duration::from_millis(100) && took < Duration::from_secs(3), "{took:?} for {}", String::from_utf8_lossy(head));
    }
}

#[tokio::test]
async fn a_head_that_comes_byte_by_byte_is_cut_too() {
    let running = start(hello(), &[], short()).await;
    let mut stream = connect(&running, b"GET / HTTP/1.1\r\nX: ").await;
    let mut every = tokio::time::interval(Duration::from_millis(20));
    let began = Instant::now();
    let mut byte = [0];
    loop {
        tokio::select! {
            _ = every.tick() => if stream.write_all(b"a").await.is_err() { break },
            read = stream.read(&mut byte) => if read.unwrap_or(0) == 0 { break },
        }
        assert!(began.elapsed() < Duration::from_secs(3));
    }
}

#[tokio::test]
async fn a_hundred_slow_clients_do_not_stop_a_request() {
    let running = start(hello(), &[], Limits::default()).await;
    let mut slow = Vec::new();
    for _ in 0..100 {
        slow.push(connect(&running, b"GET / HTTP/1.1\r\nHost: a").await);
    }
    let began = Instant::now();
    let mut stream = connect(&running, b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await;
    let (text, _took) = until_closed(&mut stream).await;
    assert!(text.starts_with("HTTP/1.1 200") && text.ends_with("hello 127.0.0.1"), "{text}");
    assert!(began.elapsed() < Duration::from_secs(1));
}

#[tokio::test]
async fn full_places_are_freed_by_the_limit() {
    let running = start(hello(), &[], Limits { connections: 2, ..short() }).await;
    let _held = [connect(&running, b"").await, connect(&running, b"GET").await];
    let mut stream = connect(&running, b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await;
    assert!(until_closed(&mut stream).await.0.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn a_client_that_does_not_read_is_cut() {
    let entered = Arc::new(Notify::new());
    let inside = Arc::clone(&entered);
    let large = Router::new().route(
        "/",
        get(async move || {
            inside.notify_one();
            vec![b'x'; 64 * 1024 * 1024]
        }),
    );
    let running = start(large, &[], Limits { idle: Duration::from_millis(200), drain: Duration::from_secs(5), ..Limits::default() }).await;
    let _stream = connect(&running, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    entered.notified().await;
    let began = Instant::now();
    running.shutdown.ask();
    running.served.await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
}

#[tokio::test]
async fn heads_have_a_size() {
    let running = start(hello(), &[], Limits::default()).await;
    let mut stream = connect(&running, format!("GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n", "a".repeat(200_000)).as_bytes()).await;
    assert!(until_closed(&mut stream).await.0.starts_with("HTTP/1.1 431"));
    let mut stream = connect(&running, format!("GET / HTTP/1.1\r\nHost: a\r\n{}\r\n", "X: a\r\n".repeat(300)).as_bytes()).await;
    assert!(until_closed(&mut stream).await.0.starts_with("HTTP/1.1 431"));
}

#[tokio::test]
async fn the_client_behind_a_trusted_proxy_is_known() {
    let request = b"GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 198.51.100.9\r\nConnection: close\r\n\r\n";
    for (proxies, address) in [(&["127.0.0.1"][..], "198.51.100.9"), (&[][..], "127.0.0.1")] {
        let running = start(hello(), proxies, Limits::default()).await;
        let mut stream = connect(&running, request).await;
        assert!(until_closed(&mut stream).await.0.ends_with(&format!("hello {address}")));
    }
}

#[tokio::test]
async fn the_stop_lets_requests_end_and_takes_no_new_ones() {
    let (entered, leave) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (inside, wait) = (Arc::clone(&entered), Arc::clone(&leave));
    let router = Router::new().route(
        "/",
        get(async move || {
            inside.notify_one();
            wait.notified().await;
            "done"
        }),
    );
    let running = start(router, &[], Limits::default()).await;
    let mut open = connect(&running, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    let mut waiting = connect(&running, b"").await;
    entered.notified().await;
    running.shutdown.ask();
    until_closed(&mut waiting).await;
    assert!(TcpStream::connect(running.address).await.is_err());
    leave.notify_one();
    assert!(until_closed(&mut open).await.0.ends_with("done"));
    timeout(Duration::from_secs(2), running.served).await.expect("stopped").unwrap();
}

#[tokio::test]
async fn the_drain_has_an_end() {
    let entered = Arc::new(Notify::new());
    let inside = Arc::clone(&entered);
    let router = Router::new().route(
        "/",
        get(async move || {
            inside.notify_one();
            std::future::pending::<()>().await;
        }),
    );
    let running = start(router, &[], Limits { drain: Duration::from_millis(100), ..Limits::default() }).await;
    let _open = connect(&running, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    entered.notified().await;
    running.shutdown.ask();
    timeout(Duration::from_secs(2), running.served).await.expect("stopped").unwrap();
}
