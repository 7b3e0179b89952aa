//! Tests of the client: small servers on loopback play the others. 127.0.0.1 stands for the public network and 127.0.0.2 for a private one.

mod bounds;
mod doors;
mod knocking;
mod origins;
mod server;
mod table;

use std::collections::HashMap;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::Timestamp;
use url::Url;

use super::exchange::Patience;
use super::names::{Answer, Names};
use super::walls::Walls;
use super::{Client, FetchError, Fetched, Guard};
use crate::signature::Scheme;

/// What a name answers, one list after the other; the last one stays.
#[derive(Default, Clone)]
struct Book(Arc<Mutex<HashMap<String, Vec<Vec<IpAddr>>>>>);

impl Book {
    fn with(self, name: &str, answers: &[&[&str]]) -> Self {
        let answers = answers.iter().map(|list| list.iter().map(|address| address.parse().unwrap()).collect()).collect();
        self.0.lock().unwrap().insert(name.to_owned(), answers);
        self
    }
}

impl Names for Book {
    fn addresses(&self, name: &str) -> Answer {
        let mut book = self.0.lock().unwrap();
        let answer = match book.get_mut(name) {
            Some(answers) if answers.len() > 1 => Ok(answers.remove(0)),
            Some(answers) => Ok(answers.first().cloned().unwrap_or_default()),
            None => Err(io::Error::other("no such name")),
        };
        Box::pin(async move { answer })
    }
}

fn now() -> Timestamp {
    "2026-03-02T11:00:00Z".parse().unwrap()
}

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

/// A client as it is in production, but for who knows the names.
fn production(book: Book) -> Client {
    let guard = Guard { allow_private_networks: false, origin: url("https://ours.example") };
    Client::with(Walls::new(guard), Arc::new(book), super::PATIENCE, "parvis/test").unwrap()
}

/// A client for which 127.0.0.1 is the public network.
fn client(book: Book) -> Client {
    impatient(book, super::PATIENCE.whole)
}

fn impatient(book: Book, whole: Duration) -> Client {
    let walls = Walls { allows: |address| address.to_string() == "127.0.0.1", is_lab: true, origin: url("http://ours.example") };
    Client::with(walls, Arc::new(book), Patience { whole, ..super::PATIENCE }, "parvis/test").unwrap()
}

async fn read(client: &Client, address: &str) -> Result<Fetched, FetchError> {
    client.document(&url(address), None, Scheme::Cavage, now()).await
}
