//! A small load generator: HTTP/1.1 over kept-alive connections, at a steady rate or flat out.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What a run measured.
#[derive(Default)]
pub(crate) struct Run {
    times: Vec<Duration>,
    pub(crate) failures: usize,
    length: Duration,
}

impl Run {
    /// The time in milliseconds under which this part of the answers came.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let mut times = self.times.clone();
        times.sort_unstable();
        let rank = (times.len() * percent / 100).min(times.len().saturating_sub(1));
        times.get(rank).map_or(0.0, |t| t.as_secs_f64() * 1000.0)
    }

    /// Answers a second.
    pub(crate) fn per_second(&self) -> f64 {
        self.times.len() as f64 / self.length.as_secs_f64().max(0.001)
    }
}

/// Sends `rate` requests a second for a while; each is timed from the moment it was due, so that a stall is not hidden.
pub(crate) async fn steady(address: SocketAddr, path: &str, rate: u32, length: Duration) -> Run {
    let (sender, mut answers) = tokio::sync::mpsc::unbounded_channel();
    let total = rate * u32::try_from(length.as_secs()).unwrap();
    let begun = Instant::now();
    let lanes = 16;
    for lane in 0..lanes {
        let (sender, path) = (sender.clone(), path.to_owned());
        tokio::spawn(async move {
            let mut connection = Connection::open(address).await;
            for n in (lane..total).step_by(lanes as usize) {
                let due = begun + Duration::from_secs(1) * n / rate;
                tokio::time::sleep_until(due.into()).await;
                let ok = connection.get(&path).await;
                sender.send((due.elapsed(), ok)).ok();
            }
        });
    }
    drop(sender);
    let mut run = Run::default();
    while let Some((time, ok)) = answers.recv().await {
        run.times.push(time);
        run.failures += usize::from(!ok);
    }
    run.length = begun.elapsed();
    run
}

/// Asks as fast as the answers come, on this many connections.
pub(crate) async fn flat_out(address: SocketAddr, path: &str, connections: usize, length: Duration) -> Run {
    let begun = Instant::now();
    let lanes: Vec<_> = (0..connections)
        .map(|_| {
            let path = path.to_owned();
            tokio::spawn(async move {
                let mut connection = Connection::open(address).await;
                let mut run = Run::default();
                while begun.elapsed() < length {
                    let asked = Instant::now();
                    run.failures += usize::from(!connection.get(&path).await);
                    run.times.push(asked.elapsed());
                }
                run
            })
        })
        .collect();
    let mut all = Run::default();
    for lane in lanes {
        let run = lane.await.unwrap();
        all.times.extend(run.times);
        all.failures += run.failures;
    }
    all.length = begun.elapsed();
    all
}

/// One request on a connection of its own.
pub(crate) async fn once(address: SocketAddr, path: &str) -> std::io::Result<bool> {
    let stream = TcpStream::connect(address).await?;
    Ok(Connection { stream, buffer: Vec::new(), address }.get(path).await)
}

/// Waits until `/readyz` answers.
pub(crate) async fn wait_ready(address: SocketAddr, limit: Duration) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < limit {
        if once(address, "/readyz").await.unwrap_or(false) {
            return true;
        }
        // sleep: another process is starting
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    false
}

struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    address: SocketAddr,
}

impl Connection {
    async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, buffer: Vec::with_capacity(64 * 1024), address }
    }

    /// Whether the answer was a 200 that came whole.
    async fn get(&mut self, path: &str) -> bool {
        if let Some(ok) = self.exchange(path).await {
            return ok;
        }
        *self = Self::open(self.address).await;
        false
    }

    async fn exchange(&mut self, path: &str) -> Option<bool> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nAccept-Language: fr\r\nUser-Agent: bench\r\n\r\n",
            self.address
        );
        self.stream.write_all(request.as_bytes()).await.ok()?;
        self.buffer.clear();
        loop {
            if self.stream.read_buf(&mut self.buffer).await.ok()? == 0 {
                return None;
            }
            let Some(end) = self.buffer.windows(4).position(|w| w == b"\r\n\r\n") else { continue };
            let head = String::from_utf8_lossy(&self.buffer[..end]).to_ascii_lowercase();
            let length: usize = head.lines().find_map(|l| l.strip_prefix("content-length: "))?.parse().ok()?;
            while self.buffer.len() < end + 4 + length {
                if self.stream.read_buf(&mut self.buffer).await.ok()? == 0 {
                    return None;
                }
            }
            return Some(head.starts_with("http/1.1 200"));
        }
    }
}
