//! Laws 1, 2, 4 and 9 in the code: words that may not be said in a room.

use super::rust::{Rust, block_end};
use super::tree::{Fault, words};

/// A word that may be said only in some places, and why.
struct Wall {
    word: &'static str,
    /// Where the word may not be said: the beginnings of paths.
    under: &'static [&'static str],
    /// Where it may be said all the same.
    except: &'static [&'static str],
    reason: &'static str,
}

const EVERYWHERE: &[&str] = &["server/", "federation/", "web/", "tests/", "bench/"];
const PURE: &[&str] = &["server/domain/", "server/deliberation/", "server/record/"];
const OUTSIDE_STORE: &[&str] =
    &["server/domain/", "server/deliberation/", "server/record/", "server/actions/", "server/parvis/", "federation/", "web/", "tests/"];
const OUTSIDE_WEB: &[&str] = &["server/", "federation/", "tests/"];

/// The door to other servers, where nothing is read that may not leave.
const DOOR: &[&str] = &["federation/"];
/// People of other servers who sign in here.
const VISITORS: &[&str] = &["federation/src/visitors/"];

const fn wall(word: &'static str, under: &'static [&'static str], except: &'static [&'static str], reason: &'static str) -> Wall {
    Wall { word, under, except, reason }
}

const WALLS: &[Wall] = &[
    wall("async", PURE, &[], "law 1: no async in the pure rooms"),
    wall(".await", PURE, &[], "law 1: no async in the pure rooms"),
    wall("tokio", PURE, &[], "law 1: no runtime in the pure rooms"),
    wall("serde", PURE, &[], "law 1: wire forms live at the doors"),
    wall("axum", PURE, &[], "law 1: the pure rooms do not know HTTP"),
    wall("std::fs", PURE, &[], "law 1: no files in the pure rooms"),
    wall("std::io", PURE, &[], "law 1: no input or output in the pure rooms"),
    wall("std::net::Tcp", PURE, &[], "law 1: no network in the pure rooms"),
    wall("std::env", PURE, &[], "law 1: settings come in as arguments"),
    wall("std::process", PURE, &[], "law 1: no processes in the pure rooms"),
    wall("std::thread", PURE, &[], "law 1: no threads in the pure rooms"),
    wall("std::time::Instant", PURE, &[], "law 1: time comes in as an argument"),
    wall("SystemTime", PURE, &[], "law 1: time comes in as an argument"),
    wall("::now(", PURE, &[], "law 1: time comes in as an argument"),
    wall("now_v7", PURE, &[], "law 1: ids come in as arguments"),
    wall("new_v4", PURE, &[], "law 1: ids come in as arguments"),
    wall("getrandom", PURE, &[], "law 1: randomness comes in as an argument"),
    wall("rand::", PURE, &[], "law 1: randomness comes in as an argument"),
    wall("RandomState", PURE, &[], "law 1: an order that changes from run to run is randomness"),
    wall("diesel", OUTSIDE_STORE, &[], "law 2: diesel only in store"),
    wall("diesel_migrations", OUTSIDE_STORE, &[], "law 2: diesel only in store"),
    wall("askama", OUTSIDE_WEB, &[], "law 2: templates only in web"),
    wall("fluent_templates", OUTSIDE_WEB, &[], "law 2: translations only in web"),
    wall("reqwest", EVERYWHERE, &["federation/src/client"], "law 2: requests leave by federation/client only"),
    wall("federation::", &["web/"], &[], "law 3: the two doors do not know each other"),
    wall("web::", &["federation/"], &[], "law 3: the two doors do not know each other"),
    wall("cfg!(test)", EVERYWHERE, &[], "law 9: pass a value"),
    wall("cfg!(debug_assertions)", EVERYWHERE, &[], "law 9: pass a value"),
    wall("cfg(debug_assertions)", EVERYWHERE, &[], "law 9: pass a value"),
    wall("cfg(not(debug_assertions))", EVERYWHERE, &[], "law 9: pass a value"),
    wall("cfg(not(test))", EVERYWHERE, &[], "law 9: pass a value"),
    wall(
        "Federable::new",
        EVERYWHERE,
        &["server/domain/src/personal.rs", "federation/src/egress.rs", "tests/"],
        "law 10: what may leave is decided in one place",
    ),
    wall("store::accounts", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::sessions", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::memberships", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::letters", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("street::followers", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("street::services", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::ways", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::paper", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::responses", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::questionnaires", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::budget", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::uncounted", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::backup", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::imports", DOOR, &[], "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("store::guests", DOOR, VISITORS, "law 10: accounts, secrets and traces are not read where documents are made"),
    wall("anyhow", EVERYWHERE, &["server/parvis/"], "errors have types outside the binary"),
];

/// Words said in the wrong room. Tests inside a crate are held to the same walls.
pub(crate) fn wall_faults(rust: &Rust) -> Vec<Fault> {
    let path = rust.source.path.as_str();
    let stands =
        |wall: &&Wall| wall.under.iter().any(|start| path.starts_with(start)) && !wall.except.iter().any(|start| path.starts_with(start));
    WALLS
        .iter()
        .filter(stands)
        .flat_map(|wall| words(&rust.code, wall.word).into_iter().map(|at| rust.source.fault(at, wall.reason)))
        .collect()
}

/// Law 4: only actions open a write transaction, one per action, with an event in it; queries open none.
pub(crate) fn transaction_faults(rust: &Rust) -> Vec<Fault> {
    let path = rust.source.path.as_str();
    let writes = writes(&rust.live);
    let mut faults = Vec::new();
    let mut fault = |at: usize, reason: &str| faults.push(rust.source.fault(at, reason));
    if path.starts_with("web/") || path.starts_with("federation/") {
        writes.iter().for_each(|at| fault(*at, "law 4: the doors read; only actions write"));
    } else if path.starts_with("server/parvis/") {
        let unmarked = |at: &&usize| !rust.source.marked(**at, "bookkeeping:");
        writes
            .iter()
            .filter(unmarked)
            .for_each(|at| fault(*at, "law 4: the binary writes through actions; for jobs say `// bookkeeping: why`"));
    } else if path.starts_with("server/actions/") {
        for (function, open, end) in super::rust::functions(&rust.live) {
            let body = &rust.live[open..end];
            let inside: Vec<usize> = writes.iter().copied().filter(|at| (open..end).contains(at)).collect();
            if inside.len() > 1 {
                fault(function, "law 4: one write transaction per action");
            }
            let recorded = inside.iter().all(|at| records(&rust.live, *at)) || !words(body, "append").is_empty();
            if !inside.is_empty() && !recorded && !rust.source.marked(inside[0], "no event:") {
                fault(inside[0], "law 4: a write transaction appends an event to the journal (or says `// no event: why`)");
            }
        }
    } else if path.starts_with("server/store/src/views/") {
        for word in ["transaction", "insert_into", "update", "delete", "write"] {
            let calls = words(&rust.live, word).into_iter().filter(|at| rust.live[at + word.len()..].starts_with(['(', ':']));
            calls.for_each(|at| fault(at, "law 4: a view reads"));
        }
    }
    faults
}

/// Calls such as `store.write(|db| …)`: a lock's `write()` has no argument.
fn writes(code: &str) -> Vec<usize> {
    let closure = |at: &usize| {
        let argument = code[at + ".write(".len()..].trim_start();
        argument.starts_with('|') || argument.starts_with("move |")
    };
    code.match_indices(".write(").map(|(at, _)| at).filter(closure).collect()
}

/// Whether the closure itself appends, or hands the connection to a function of the same crate that does.
fn records(code: &str, at: usize) -> bool {
    let call = &code[at..block_end(code, at + ".write".len())];
    ["append", "journal::", "record"].iter().any(|word| !words(call, word).is_empty())
}

/// What no test and no code may hold: waiting, skipping, unfinished places.
pub(crate) fn shortcut_faults(rust: &Rust) -> Vec<Fault> {
    let forbidden = [
        ("#[ignore", "a test that is not run says nothing"),
        ("todo!", "finish it"),
        ("unimplemented!", "finish it"),
        ("#[allow(", "use #[expect(…, reason = \"…\")], which tells when it is no longer needed"),
        ("#![allow(", "use #![expect(…, reason = \"…\")], which tells when it is no longer needed"),
    ];
    let mut faults: Vec<Fault> =
        forbidden.iter().flat_map(|(word, reason)| rust.code.match_indices(word).map(|(at, _)| rust.source.fault(at, *reason))).collect();
    let in_tests = |at: &usize| rust.source.path.starts_with("tests/") || rust.live.as_bytes().get(*at) == Some(&b' ');
    let sleeps = words(&rust.code, "sleep").into_iter().filter(|at| rust.code[at + "sleep".len()..].starts_with('('));
    let unexplained = |at: &usize| !rust.source.marked(*at, "sleep:");
    faults.extend(
        sleeps
            .filter(in_tests)
            .filter(unexplained)
            .map(|at| rust.source.fault(at, "no sleep in tests: run the jobs, pass the time, wait for the event (or say `// sleep: why`)")),
    );
    faults
}

/// Case E10: no SQL is put together from values.
pub(crate) fn sql_faults(rust: &Rust) -> Vec<Fault> {
    let mark = "sql: constant parts only";
    let mut faults = Vec::new();
    for word in ["sql_query", "sql", "batch_execute", "execute"] {
        for at in words(&rust.live, word) {
            let rest = rust.live[at + word.len()..].trim_start();
            let rest = if rest.starts_with("::<") {
                rest.split_once(">(").map_or("", |(_, inside)| inside)
            } else {
                rest.strip_prefix('(').unwrap_or("")
            };
            let argument = rest.trim_start().trim_start_matches('&');
            let name: String = argument.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect();
            let made = if argument.starts_with("format!") { Some(at) } else { made_with_format(&rust.live[..at], &name) };
            if let Some(made) = made
                && !rust.source.marked(made, mark)
                && !rust.source.marked(at, mark)
            {
                faults.push(rust.source.fault(at, "E10: SQL made with format!; bind the values, or say `// sql: constant parts only`"));
            }
        }
    }
    faults
}

/// Where the variable got its value, when that was with `format!`.
fn made_with_format(before: &str, name: &str) -> Option<usize> {
    let at = words(before, &format!("let {name}"))
        .into_iter()
        .chain(words(before, &format!("let mut {name}")))
        .max()
        .filter(|_| !name.is_empty())?;
    let statement = before[at..].split(';').next().unwrap_or_default();
    (!words(statement, "format!").is_empty()).then_some(at)
}

/// Law 10, as far as the code shows it: what is logged is never personal.
pub(crate) fn log_faults(rust: &Rust) -> Vec<Fault> {
    let macros = ["trace!", "debug!", "info!", "warn!", "error!", "info_span!", "debug_span!", "error_span!"];
    let personal = [
        "email",
        "e_mail",
        "mail_address",
        "password",
        "token",
        "cookie",
        "user_agent",
        "client_address",
        "remote_addr",
        "display_name",
        "query_string",
    ];
    let mut faults = Vec::new();
    for name in macros {
        for at in words(&rust.live, name) {
            let open = at + name.len();
            let call = &rust.live[open..block_end(&rust.live, open)];
            let said = personal.iter().find(|word| !words(call, word).is_empty());
            let hidden = rust.literals.iter().filter(|literal| (open..open + call.len()).contains(&literal.at));
            let named = hidden.flat_map(|literal| personal.iter().filter(|word| literal.value.contains(&format!("{{{word}")))).next();
            if let Some(word) = said.or(named) {
                faults.push(rust.source.fault(at, format!("law 10: `{word}` in a log line: log ids")));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::finds;

    fn rust(path: &str, text: &str) -> Rust {
        Rust::invented(path, text)
    }

    #[test]
    fn a_word_in_the_wrong_room_is_found() {
        finds(2, &wall_faults(&rust("server/domain/src/a.rs", "async fn f() { Timestamp::now() } // tokio")));
        finds(1, &wall_faults(&rust("web/src/a.rs", "use diesel::prelude::*;")));
        finds(1, &wall_faults(&rust("web/src/a.rs", "use federation::nodeinfo;")));
        finds(1, &wall_faults(&rust("server/store/src/a.rs", "if cfg!(test) {}")));
        finds(0, &wall_faults(&rust("server/store/src/a.rs", "use diesel::prelude::*; #[cfg(test)] mod tests {}")));
    }

    #[test]
    fn a_wrong_transaction_is_found() {
        let action = "server/actions/src/a.rs";
        finds(0, &transaction_faults(&rust(action, "fn f() { app.store.write(|db| { x(db); journal::append(db, e) }); }")));
        finds(1, &transaction_faults(&rust(action, "fn f() { app.store.write(move |db| { x(db) }); }")));
        finds(0, &transaction_faults(&rust(action, "fn f() {\n// no event: nothing is decided\napp.store.write(|db| { x(db) }); }")));
        finds(1, &transaction_faults(&rust(action, "fn f() { s.write(|db| append(db)); s.write(|db| append(db)); }")));
        finds(1, &transaction_faults(&rust("web/src/a.rs", "fn f() { store.write(|db| 1); lock.write(); }")));
        finds(1, &transaction_faults(&rust("server/parvis/src/a.rs", "fn f() { store.write(|db| 1); }")));
        finds(1, &transaction_faults(&rust("server/store/src/views/a.rs", "fn f() { diesel::delete(x); }")));
    }

    #[test]
    fn a_shortcut_is_found() {
        finds(1, &shortcut_faults(&rust("web/src/a.rs", "#[test]\n#[ignore]\nfn f() {}")));
        finds(1, &shortcut_faults(&rust("web/src/a.rs", "fn f() { sleep(1) }\n#[cfg(test)]\nmod tests { fn g() { sleep(2) } }")));
        finds(1, &shortcut_faults(&rust("web/src/a.rs", "#[allow(dead_code)]\nfn f() {}")));
    }

    #[test]
    fn sql_made_of_values_is_found() {
        finds(2, &sql_faults(&rust("a.rs", "sql_query(format!(\"x\")); sql::<Text>(&format!(\"x\")); sql_query(\"x\");")));
        finds(1, &sql_faults(&rust("a.rs", "let text = format!(\"x\"); let other = 1; sql_query(text); sql_query(other);")));
        finds(0, &sql_faults(&rust("a.rs", "// sql: constant parts only\nsql_query(format!(\"x\"));")));
    }

    #[test]
    fn a_person_in_a_log_is_found() {
        finds(2, &log_faults(&rust("a.rs", "info!(email, \"x\"); warn!(\"for {token}\"); info!(actor = %id, \"signed in\");")));
    }
}
