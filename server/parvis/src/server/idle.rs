//! A connection that ends by itself when its first request does not come, or when nothing moves on it.
//!
//! hyper's own limit on the head of a request begins only once it knows whether the client speaks HTTP/1 or HTTP/2;
//! a client that never says so much would stay for ever without this.

#![expect(clippy::disallowed_methods, reason = "how long a connection has been silent, on the process's own clock")]

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

/// A stream with the two bounds.
pub(super) struct Bounded<S> {
    stream: S,
    opened: Instant,
    moved: Instant,
    head: Duration,
    idle: Duration,
    greeted: Arc<AtomicBool>,
    alarm: Pin<Box<Sleep>>,
}

impl<S> Bounded<S> {
    /// `greeted` is set by the service when the first request has come.
    pub(super) fn new(stream: S, head: Duration, idle: Duration, greeted: Arc<AtomicBool>) -> Self {
        let now = Instant::now();
        let alarm = Box::pin(sleep_until(now + head.min(idle)));
        Self { stream, opened: now, moved: now, head, idle, greeted, alarm }
    }

    /// Called when the stream has nothing to give or take: is it too late? The alarm is moved only when it rings, not at every byte.
    fn is_too_late(&mut self, cx: &mut Context<'_>) -> bool {
        while self.alarm.as_mut().poll(cx).is_ready() {
            let mut due = self.moved + self.idle;
            if !self.greeted.load(Ordering::Relaxed) {
                due = due.min(self.opened + self.head);
            }
            if due <= Instant::now() {
                return true;
            }
            self.alarm.as_mut().reset(due);
        }
        false
    }

    fn settle<T>(&mut self, cx: &mut Context<'_>, outcome: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if outcome.is_ready() {
            self.moved = Instant::now();
        } else if self.is_too_late(cx) {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        outcome
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Bounded<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.stream).poll_read(cx, buffer);
        self.settle(cx, outcome)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Bounded<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.settle(cx, outcome)
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, cx: &mut Context<'_>, slices: &[io::IoSlice<'_>]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(cx, slices);
        self.settle(cx, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        // Not a movement: flushing a TCP stream does nothing.
        ready!(Pin::new(&mut self.stream).poll_flush(cx))?;
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.stream).poll_shutdown(cx);
        self.settle(cx, outcome)
    }
}
