//! The accept loop: HTTP/1 and HTTP/2 on one listener, with bounds on what a slow or greedy client can hold, and a clean stop.
//!
//! `axum::serve` has no limit on the time a request head may take, so a few hundred half-sent requests would hold the server;
//! hence this loop.

pub mod address;
mod idle;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "real sockets and a real clock: that is what is tested")]
mod tests;

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt;

use crate::config::Network;
use crate::shutdown::{DRAIN, Shutdown};
use crate::telemetry::metrics::CONNECTIONS;
use address::ClientAddress;
use idle::Bounded;

/// What connections may cost.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The time for a whole request head; also how long an HTTP/1 connection is kept between two requests.
    pub head: Duration,
    /// The time a connection may stay without one byte in or out.
    pub idle: Duration,
    /// How many connections are served at once; others wait in the system's queue.
    pub connections: usize,
    /// How long open requests may still take at the stop.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { head: Duration::from_secs(10), idle: Duration::from_secs(60), connections: 1024, drain: DRAIN }
    }
}

/// Serves the router on the listener until the stop is asked, then lets open requests end, at most for `limits.drain`.
#[expect(clippy::disallowed_methods, reason = "the end of the drain")]
pub async fn serve(listener: TcpListener, router: Router, proxies: Vec<Network>, limits: Limits, shutdown: Shutdown) {
    let house = Arc::new(House { router, proxies, limits, protocol: auto::Builder::new(TokioExecutor::new()) }.with_protocol_limits());
    let places = Arc::new(Semaphore::new(house.limits.connections));
    let graceful = GracefulShutdown::new();
    while let Some((stream, address, place)) = next_connection(&listener, &places, &shutdown).await {
        tokio::spawn(Arc::clone(&house).connection(stream, address, graceful.watcher(), place));
    }
    drop(listener);
    let open = graceful.count();
    tokio::select! {
        () = graceful.shutdown() => tracing::debug!(open, "all connections ended"),
        () = tokio::time::sleep(house.limits.drain) => tracing::warn!("connections still open at the end of the drain are cut"),
        () = shutdown.hurried() => tracing::warn!("stop asked twice: open connections are cut"),
    }
}

/// The next connection that has a place, or `None` once the stop is asked.
#[expect(clippy::disallowed_methods, reason = "a pause after a failed accept, so as not to turn in circles")]
async fn next_connection(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
    shutdown: &Shutdown,
) -> Option<(TcpStream, IpAddr, OwnedSemaphorePermit)> {
    let accepted = async {
        loop {
            // The semaphore is never closed, so only the stop ends this wait.
            let place = Arc::clone(places).acquire_owned().await.ok()?;
            match listener.accept().await {
                Ok((stream, address)) => return Some((stream, address.ip(), place)),
                Err(error) => {
                    // Out of file handles, or a client that left already: wait for a moment instead of turning in circles.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        }
    };
    tokio::select! {
        biased;
        () = shutdown.asked() => None,
        connection = accepted => connection,
    }
}

/// What every connection shares.
struct House {
    router: Router,
    proxies: Vec<Network>,
    limits: Limits,
    protocol: auto::Builder<TokioExecutor>,
}

impl House {
    fn with_protocol_limits(mut self) -> Self {
        self.protocol
            .http1()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.head)
            .max_headers(100)
            .max_buf_size(64 * 1024)
            .keep_alive(true);
        self.protocol
            .http2()
            .timer(TokioTimer::new())
            .max_concurrent_streams(100)
            .max_header_list_size(64 * 1024)
            .max_pending_accept_reset_streams(20)
            .max_local_error_reset_streams(128)
            .max_send_buf_size(256 * 1024)
            .keep_alive_interval(Duration::from_secs(20))
            .keep_alive_timeout(Duration::from_secs(20));
        self
    }

    async fn connection(self: Arc<Self>, stream: TcpStream, peer: IpAddr, watcher: Watcher, place: OwnedSemaphorePermit) {
        let _open = OpenConnection::count();
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY"); // The client may have left already: the next read will tell.
        }
        let greeted = Arc::new(AtomicBool::new(false));
        let io = TokioIo::new(Bounded::new(stream, self.limits.head, self.limits.idle, Arc::clone(&greeted)));
        let service = service_fn(|request: http::Request<Incoming>| {
            greeted.store(true, Ordering::Relaxed);
            self.answer(peer, request)
        });
        let connection = watcher.watch(self.protocol.serve_connection(io, service).into_owned());
        if let Err(error) = connection.await {
            tracing::debug!(error, "a connection ended early");
        }
        drop(place);
    }

    fn answer(
        &self,
        peer: IpAddr,
        request: http::Request<Incoming>,
    ) -> impl Future<Output = Result<axum::response::Response, Infallible>> + Send + use<> {
        let client = address::client_address(peer, request.headers(), &self.proxies);
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ClientAddress(client));
        self.router.clone().oneshot(request)
    }
}

/// Keeps the gauge of open connections true however the connection ends.
struct OpenConnection;

impl OpenConnection {
    fn count() -> Self {
        metrics::gauge!(CONNECTIONS).increment(1.0);
        Self
    }
}

impl Drop for OpenConnection {
    fn drop(&mut self) {
        metrics::gauge!(CONNECTIONS).decrement(1.0);
    }
}
