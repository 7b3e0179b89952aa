//! HTTP/1.1 by hand: only so can an answer be as wrong as it has to be.

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Largest request that is read.
const REQUEST_MAX: usize = 16 * 1024 * 1024;

/// A request that came.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// The method.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Recorded {
    /// The body as JSON; null if it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }
}

/// What is written back.
pub(super) enum Reply {
    /// Status, headers, body.
    Whole(u16, Vec<(String, String)>, Vec<u8>),
    /// A document, one byte after the other.
    Drip,
    /// Nothing, for ever.
    Silent,
    /// The end of the connection.
    Reset,
    /// A document without end.
    Endless,
    /// The same, packed.
    Bomb,
}

/// Reads a request.
pub(super) async fn read(stream: &mut TcpStream) -> Option<Recorded> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(at) = bytes.windows(4).position(|four: &[u8]| four == b"\r\n\r\n") {
            break at;
        }
        if bytes.len() > REQUEST_MAX || stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let mut body = bytes.split_off(head + 4);
    let text = String::from_utf8(bytes).ok()?;
    let mut lines = text.split("\r\n");
    let mut first = lines.next()?.split(' ').map(str::to_owned);
    let (method, target) = (first.next()?, first.next()?);
    let headers = headers(lines);
    let length = headers.get("content-length").and_then(|length| length.to_str().ok()?.parse().ok()).unwrap_or(0);
    while body.len() < usize::min(length, REQUEST_MAX) {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    Some(Recorded { method, target, headers, body })
}

/// Lines of a head as headers; what is none is left out.
pub(super) fn headers<'a>(lines: impl Iterator<Item = &'a str>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value.trim())) {
            headers.append(name, value);
        }
    }
    headers
}

/// Writes an answer. Nobody is surprised if the other side leaves before its end.
pub(super) async fn write(mut stream: TcpStream, reply: Reply) {
    let typed = "HTTP/1.1 200 OK\r\ncontent-type: application/activity+json\r\nconnection: close\r\n";
    match reply {
        Reply::Whole(status, headers, body) => {
            let mut head = format!("HTTP/1.1 {status} Whatever\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
            for (name, value) in headers {
                head.push_str(&format!("{name}: {value}\r\n"));
            }
            let _left = stream.write_all(&[head.as_bytes(), b"\r\n", &body].concat()).await;
            let _left = stream.shutdown().await;
        }
        Reply::Drip => {
            let _left = stream.write_all(format!("{typed}content-length: 100000\r\n\r\n{{").as_bytes()).await;
            let mut ticks = tokio::time::interval(Duration::from_millis(100));
            while stream.write_all(b" ").await.is_ok() {
                ticks.tick().await;
            }
        }
        Reply::Silent => {
            // Until the other side has enough of it.
            let _left = stream.read(&mut [0; 1]).await;
        }
        Reply::Reset => {
            let _kept = stream.set_zero_linger();
        }
        Reply::Endless => endless(stream, typed, &chunk(&[b' '; 0x4000])).await,
        Reply::Bomb => {
            // Compressed spaces that end on a whole byte: they can be repeated as they are.
            let mut packed = Vec::with_capacity(64 * 1024);
            let mut packing = flate2::Compress::new(flate2::Compression::best(), false);
            packing.compress_vec(&vec![b' '; 8 * 1024 * 1024], &mut packed, flate2::FlushCompress::Sync).unwrap();
            let opening = chunk(&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
            let head = [format!("{typed}content-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n").as_bytes(), &opening].concat();
            if stream.write_all(&head).await.is_ok() {
                let packed = chunk(&packed);
                while stream.write_all(&packed).await.is_ok() {}
            }
        }
    }
}

async fn endless(mut stream: TcpStream, typed: &str, part: &[u8]) {
    let _left = stream.write_all(format!("{typed}transfer-encoding: chunked\r\n\r\n").as_bytes()).await;
    while stream.write_all(part).await.is_ok() {}
}

fn chunk(bytes: &[u8]) -> Vec<u8> {
    [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat()
}
