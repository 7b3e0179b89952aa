//! The hostile peer as a program: `hostile-peer MODE [PORT]`. It says who it is and, at its end (a line on its input), what it was asked.

use std::io::Write as _;

use rig::hostile::{HostilePeer, Mode};

#[tokio::main]
async fn main() -> std::process::ExitCode {
    let mut arguments = std::env::args().skip(1);
    let mode = arguments.next().unwrap_or_else(|| "ok".to_owned());
    let (Some(mode), Ok(port)) = (Mode::parse(&mode), arguments.next().map_or(Ok(0), |port| port.parse())) else {
        return say(
            "hostile-peer MODE [PORT]\nMODE: ok, a status, busy:60, redirect:http://…, loop, drip, silent, reset, gzip-bomb, endless, type:…, id:…, rotates-keys",
            2,
        );
    };
    let peer = HostilePeer::start_at(port, mode).await;
    say(&peer.actor_url(), 0);
    let waited = tokio::task::spawn_blocking(|| std::io::stdin().read_line(&mut String::new())).await;
    let asked: Vec<String> = peer.recorded().iter().map(|recorded| format!("{} {}", recorded.method, recorded.target)).collect();
    say(&asked.join("\n"), u8::from(waited.is_err()))
}

fn say(text: &str, code: u8) -> std::process::ExitCode {
    // Whoever does not listen misses it.
    let _closed = writeln!(std::io::stdout(), "{text}");
    std::process::ExitCode::from(code)
}
