//! What was signed, and may be spoilt on the way.

use axum::body::Body;
use http::{Request, StatusCode};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use url::Url;

use super::wire;
use crate::page::Answer;

/// A request, ready to be sent.
#[derive(Clone)]
pub struct Letter {
    /// The method.
    pub method: String,
    /// The server it goes to.
    pub target: Url,
    /// The path and query it asks for.
    pub path: String,
    /// The headers, in the order in which they are sent.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Letter {
    pub(super) fn new(method: String, target: Url, headers: Vec<(String, String)>, body: Vec<u8>) -> Self {
        let path = target.query().map_or_else(|| target.path().to_owned(), |query| format!("{}?{query}", target.path()));
        Self { method, target, path, headers, body }
    }

    /// Without this header.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(header, _)| header != name);
        self
    }

    /// With this value for a header, instead of what it had.
    pub fn with(self, name: &str, value: &str) -> Self {
        self.without(name).and(name, value)
    }

    /// With one more header, even if there is one of this name.
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    /// With another body under the same headers.
    pub fn with_body(self, body: &[u8]) -> Self {
        Self { body: body.to_vec(), ..self }
    }

    /// With one bit of its body changed.
    pub fn with_one_bit_changed(mut self, at: usize) -> Self {
        if let Some(byte) = self.body.get_mut(at) {
            *byte ^= 1;
        }
        self
    }

    /// To another path.
    pub fn to_path(self, path: &str) -> Self {
        Self { path: path.to_owned(), ..self }
    }

    /// The letter as a request for a door in this process.
    pub fn request(&self) -> Request<Body> {
        let mut request = Request::builder().method(self.method.as_str()).uri(&self.path);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        request.body(Body::from(self.body.clone())).unwrap()
    }

    /// Sends it over the network, as it is.
    pub async fn send(&self) -> Answer {
        let mut head = format!("{} {} HTTP/1.1\r\nconnection: close\r\ncontent-length: {}\r\n", self.method, self.path, self.body.len());
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let address = (self.target.host_str().unwrap_or_default(), self.target.port_or_known_default().unwrap_or(80));
        #[expect(clippy::disallowed_methods, reason = "a hostile peer does not use our client")]
        let mut stream = TcpStream::connect(address).await.unwrap();
        // A server that has heard enough answers before the end, and may close.
        let _closed = stream.write_all(&[head.as_bytes(), b"\r\n", &self.body].concat()).await;
        let mut bytes = Vec::new();
        let _reset = stream.read_to_end(&mut bytes).await;
        read(bytes)
    }
}

fn read(mut bytes: Vec<u8>) -> Answer {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").map_or(bytes.len(), |at| at + 4);
    let body = bytes.split_off(end);
    let head = String::from_utf8_lossy(&bytes);
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
    let status = status.unwrap_or_else(|| panic!("not an answer: {head}"));
    Answer::new(StatusCode::from_u16(status).unwrap(), wire::headers(lines), body)
}
