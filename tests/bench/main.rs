//! Benches of the whole house, over real HTTP on loopback: what was asked, what was measured. `cargo bench -p tests`; the method is in
//! `docs/operate/benches.md`. Nothing here fails on a time: machines differ; the figures are printed side by side.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a bench prints times and stops at the first surprise"
)]

mod library;
mod load;
mod map;
mod network;
mod scene;
mod territory;

use std::time::{Duration, Instant};

use federation::signature::Scheme;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    if std::env::args().any(|a| a == "--test") {
        return;
    }
    // `cargo bench -p tests -- network`: the door to other servers only; `-- delivery`: what goes out of it only.
    if std::env::args().any(|a| a == "network") {
        return servers().await;
    }
    if std::env::args().any(|a| a == "delivery") {
        return deliveries(&network::Inbox::build().await).await;
    }
    // `cargo bench -p tests -- territory`: the index of a region only.
    if std::env::args().any(|a| a == "territory") {
        return region().await;
    }
    // `cargo bench -p tests -- map`: 50,000 places only; `-- map hold` goes on serving them for a browser.
    if std::env::args().any(|a| a == "map") {
        return map::run(std::env::args().any(|a| a == "hold")).await;
    }
    println!("Parvis benches: {} threads of this machine, SQLite in a temporary folder", std::thread::available_parallelism().unwrap());
    let seeding = Instant::now();
    let scene = scene::Scene::build(1_000, 10).await;
    println!(
        "seeded 1,000 proposals and 10,000 replies through the actions in {:.1} s ({:.0} acts/s)",
        seeding.elapsed().as_secs_f64(),
        11_000.0 / seeding.elapsed().as_secs_f64()
    );
    queries(&scene).await;
    let address = scene.serve().await;
    for path in ["/", "/c/grande", "/c/grande/contributions", scene.proposal.as_str()] {
        let steady = load::steady(address, path, 100, Duration::from_secs(5)).await;
        println!(
            "{:<28} 100 req/s for 5 s: p50 {:>6.1} ms  p99 {:>6.1} ms   (asked: p99 ≤ 30 ms)   failures {}",
            shorten(path),
            steady.percentile(50),
            steady.percentile(99),
            steady.failures
        );
        let full = load::flat_out(address, path, 8, Duration::from_secs(4)).await;
        println!(
            "{:<28} flat out, 8 connections: {:>6.0} pages/s   (asked: ≥ 1,000)   failures {}",
            shorten(path),
            full.per_second(),
            full.failures
        );
    }
    region().await;
    processes().await;
    servers().await;
}

/// A region with a thousand communes.
async fn region() {
    let region = territory::Region::build().await;
    let alone = region.activity().await;
    region.grow(1_000).await;
    let among = region.activity().await;
    println!("one activity, kept: {alone:.0} µs with 1 commune, {among:.0} µs with 1,000, ratio {:.2}   (asked: ≤ 1.3)", among / alone);
    let address = region.serve().await;
    for path in [
        "/",
        "/territory",
        "/territory?q=ecole&theme=eau",
        "/territory/map",
        "/territory/calendar",
        "/territory/figures",
        "/open-data/territory.csv",
    ] {
        let steady = load::steady(address, path, 20, Duration::from_secs(5)).await;
        println!(
            "{:<28} 10,000 consultations, 20 req/s for 5 s: p50 {:>6.1} ms  p99 {:>6.1} ms   (asked: p99 ≤ 30 ms)   failures {}",
            shorten(path),
            steady.percentile(50),
            steady.percentile(99),
            steady.failures
        );
    }
}

/// The door to other servers.
async fn servers() {
    let inbox = network::Inbox::build().await;
    let total = 4_000;
    for (round, scheme) in [(1, Scheme::Cavage), (2, Scheme::Rfc9421)] {
        let cost = inbox.post(inbox.likes(round, scheme)).await;
        println!(
            "inbox, signed Likes ({:<7})    {:>6.0} /s, {:>4.0} µs of processor each, sender included   (asked: ≥ 3,000 /s, ≤ 250 µs)   refused {}",
            scheme.code(),
            cost.per_second,
            cost.cpu_micros,
            cost.refused
        );
    }
    let theirs = library::run(total).await;
    println!(
        "the library's receive_activity    {:>6.0} /s, {:>4.0} µs of processor each, no database   refused {}",
        theirs.per_second, theirs.cpu_micros, theirs.refused
    );
    let mut rates = Vec::new();
    let mut round = 10;
    for rows in [10_000, 990_000] {
        inbox.fill_to(rows, round).await;
        // The median of five: the machine is noisy.
        let mut runs = Vec::new();
        for _ in 0..5 {
            round += 1;
            runs.push(inbox.post(inbox.likes(round, Scheme::Cavage)).await.per_second);
        }
        runs.sort_by(f64::total_cmp);
        rates.push(runs[2]);
    }
    println!(
        "inbox with 10,000 and with 1,000,000 stored activities: {:.0} and {:.0} /s, ratio {:.2}   (asked: ≤ 1.3)",
        rates[0],
        rates[1],
        rates[0] / rates[1]
    );
    deliveries(&inbox).await;
}

/// What goes out, beside what the machine can sign.
async fn deliveries(inbox: &network::Inbox) {
    let signatures = network::signatures_per_second();
    let [delivered, behind] = inbox.deliver(20_000, 20, 200_000).await;
    println!(
        "delivery: {delivered:.0} /s; this machine makes {signatures:.0} RSA-2048 signatures a second: {:.0} %   (asked: ≥ 70 %)",
        100.0 * delivered / signatures
    );
    println!("delivery with 200,000 more in the queue: {behind:.0} /s, ratio {:.2}   (asked: ≤ 1.3)", delivered / behind);
}

fn shorten(path: &str) -> String {
    path.chars().take(28).collect()
}

/// The number of statements of a page, with little and with much content: it must not grow.
async fn queries(scene: &scene::Scene) {
    for path in ["/c/{}/contributions", "/c/{}"] {
        let mut counts = Vec::new();
        for slug in ["petite", "grande"] {
            let before = scene.queries();
            scene.get(&path.replace("{}", slug)).await;
            counts.push(scene.queries() - before);
        }
        println!("{path:<28} statements: {} with 3 proposals, {} with 1,000   (asked: not growing)", counts[0], counts[1]);
    }
}

/// Memory at rest and time to start of the release binary, if it was built.
async fn processes() {
    let binary = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/release/parvis");
    if !binary.exists() {
        println!("target/release/parvis is not built: memory and start are not measured (cargo build --release first)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for round in ["on an empty folder", "on an existing database"] {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let begun = Instant::now();
        let mut child = std::process::Command::new(&binary)
            .arg("serve")
            .env("PARVIS_DATA_DIR", folder.path())
            .env("PARVIS_LISTEN", format!("127.0.0.1:{port}"))
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        let address = std::net::SocketAddr::from(([127, 0, 0, 1], port));
        let ready = load::wait_ready(address, Duration::from_secs(20)).await;
        let start = begun.elapsed();
        for _ in 0..50 {
            load::once(address, "/").await.ok();
        }
        // sleep: memory at rest is measured at rest
        tokio::time::sleep(Duration::from_secs(2)).await;
        let rss = resident(child.id());
        println!(
            "start {round}: {:.2} s, ready {ready}   (asked: ≤ 0.3 s on an existing database); memory at rest {rss:.1} MB   (asked: ≤ 40 MB)",
            start.as_secs_f64()
        );
        child.kill().unwrap();
        child.wait().unwrap();
    }
}

/// Resident memory of a process, in MB.
fn resident(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
