//! Weather between towns: what a network does to requests, drawn from a seed. A request is lost, its answer is lost, it comes twice, or it comes
//! again later, after others. Nothing is invented or altered: that is what hostile peers do.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

/// A sequence that a seed decides (SplitMix64, Steele, Lea and Flood 2014): the same on every machine.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// The sequence of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// One of `0..n`.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).unwrap()).unwrap()
    }

    /// Whether something happens that happens so many times in a hundred.
    pub fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It never arrives.
    Lost,
    /// It arrives, and the sender does not hear of it.
    AnswerLost,
    /// It arrives twice.
    Twice,
    /// It arrives only after others that were sent later; the sender is told that it failed, and sends it again too.
    Late,
    /// What another server wants to read is not answered.
    Unread,
}

/// A request that will come again.
struct Held {
    parts: http::request::Parts,
    body: axum::body::Bytes,
}

/// The weather before one town's door.
#[derive(Default, Clone)]
pub struct Weather(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    dice: Option<Dice>,
    held: Vec<Held>,
    faults: Vec<Fault>,
    heard: Option<Vec<Vec<u8>>>,
}

impl Weather {
    /// Lets bad weather come: about a third of what is posted meets a fault, and some of what other servers read.
    pub fn storm(&self, seed: u64) {
        self.0.lock().unwrap().dice = Some(Dice::new(seed));
    }

    /// Keeps from now on all that is asked and answered.
    pub fn listen(&self) {
        self.0.lock().unwrap().heard = Some(Vec::new());
    }

    /// What was kept: method, address and body of each request, and the body of its answer.
    pub fn heard(&self) -> Vec<Vec<u8>> {
        self.0.lock().unwrap().heard.clone().unwrap_or_default()
    }

    fn keep(&self, bytes: Vec<u8>) {
        if let Some(heard) = &mut self.0.lock().unwrap().heard {
            heard.push(bytes);
        }
    }

    /// Passes a request on and keeps it, with its answer.
    async fn overhear(&self, house: Router, request: Request<Body>) -> Response {
        let (parts, body) = request.into_parts();
        let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
        self.keep([format!("{} {} ", parts.method, parts.uri).as_bytes(), &body].concat());
        let answer = house.oneshot(Request::from_parts(parts, Body::from(body))).await.unwrap_or_else(|never| match never {});
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
        self.keep(body.to_vec());
        Response::from_parts(parts, Body::from(body))
    }

    /// Lets it end; what is held stays held until [`Weather::release`].
    pub fn calm(&self) {
        self.0.lock().unwrap().dice = None;
    }

    /// The faults there were.
    pub fn faults(&self) -> Vec<Fault> {
        self.0.lock().unwrap().faults.clone()
    }

    /// Lets arrive what was held, last first.
    pub async fn release(&self, house: &Router) {
        loop {
            let Some(held) = self.0.lock().unwrap().held.pop() else { return };
            let _answer = house.clone().oneshot(Request::from_parts(held.parts, Body::from(held.body))).await;
        }
    }

    /// What happens to what is posted, or to what is only read.
    fn draw(&self, is_post: bool) -> Option<Fault> {
        let mut state = self.0.lock().unwrap();
        let drawn = state.dice.as_mut()?.below(100);
        let fault = match drawn {
            0..8 if !is_post => Fault::Unread,
            _ if !is_post => return None,
            0..10 => Fault::Lost,
            10..18 => Fault::AnswerLost,
            18..26 => Fault::Twice,
            26..34 => Fault::Late,
            _ => return None,
        };
        state.faults.push(fault);
        Some(fault)
    }

    /// Passes a request to the house as the weather lets it.
    pub(crate) async fn pass(&self, house: Router, request: Request<Body>) -> Response {
        if self.0.lock().unwrap().heard.is_some() {
            return self.overhear(house, request).await;
        }
        let is_post = request.method() == Method::POST && request.uri().path().ends_with("/inbox");
        let fault = if is_post || is_read_by_a_server(&request) { self.draw(is_post) } else { None };
        let Some(fault) = fault else { return house.oneshot(request).await.unwrap_or_else(|never| match never {}) };
        let (parts, body) = request.into_parts();
        let Ok(body) = body.collect().await.map(http_body_util::Collected::to_bytes) else {
            return StatusCode::BAD_REQUEST.into_response();
        };
        let again = || Request::from_parts(parts.clone(), Body::from(body.clone()));
        let nothing = StatusCode::BAD_GATEWAY.into_response();
        match fault {
            Fault::Lost | Fault::Unread => nothing,
            Fault::AnswerLost => {
                let _answer = house.oneshot(again()).await;
                nothing
            }
            Fault::Twice => {
                let (first, _second) = tokio::join!(house.clone().oneshot(again()), house.oneshot(again()));
                first.unwrap_or_else(|never| match never {})
            }
            Fault::Late => {
                self.0.lock().unwrap().held.push(Held { parts, body });
                nothing
            }
        }
    }
}

/// Whether it asks for ActivityPub, or for whom an address is: browsers do not.
fn is_read_by_a_server(request: &Request<Body>) -> bool {
    let accepts = request.headers().get(http::header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    request.method() == Method::GET && (accepts.contains("activity+json") || accepts.contains("ld+json") || accepts.contains("jrd+json"))
}
