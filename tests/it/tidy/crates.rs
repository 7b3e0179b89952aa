//! Laws 1, 2 and 3 in the manifests: who may import whom, and which outside crate is allowed in which room.

use super::tree::{Fault, Source};

/// The rooms that each of our crates may import. The order of the list is the order from the bottom up: no cycle is possible.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("deliberation", &[]),
    ("record", &[]),
    ("store", &["domain"]),
    ("actions", &["domain", "deliberation", "record", "store"]),
    ("web", &["domain", "deliberation", "record", "store", "actions"]),
    ("federation", &["domain", "record", "store", "actions"]),
    ("parvis", &["domain", "deliberation", "record", "store", "actions", "web", "federation"]),
    ("tests", &["domain", "deliberation", "record", "store", "actions", "web", "federation", "parvis"]),
    // A workspace of its own under tests/fuzz: the readers of what strangers send.
    ("parvis-fuzz", &["domain", "deliberation", "federation"]),
];

/// Outside crates that stay in the rooms named.
const WALLS: &[(&str, &[&str])] = &[
    ("diesel", &["store"]),
    ("diesel_migrations", &["store"]),
    ("libsqlite3-sys", &["store"]),
    ("pq-sys", &["store"]),
    ("openssl-sys", &["store"]),
    ("askama", &["web"]),
    ("fluent-templates", &["web"]),
    ("axum", &["web", "federation", "parvis", "tests"]),
    ("axum-extra", &["web"]),
    ("reqwest", &["federation"]),
    ("hyper", &["parvis", "federation"]),
    ("lettre", &["parvis"]),
    ("clap", &["parvis"]),
    ("anyhow", &["parvis"]),
    ("tracing-subscriber", &["parvis", "tests"]),
    ("metrics-exporter-prometheus", &["parvis"]),
];

/// What the two pure rooms may not have at all.
const IMPURE: &[&str] = &[
    "serde",
    "serde_json",
    "tokio",
    "futures",
    "async-trait",
    "getrandom",
    "rand",
    "tracing",
    "metrics",
    "tempfile",
    "http",
    "csv",
    "image",
    "argon2",
    "toml",
];

/// A dependency named in a manifest, and where.
#[derive(Debug, PartialEq, Eq)]
struct Dependency {
    name: String,
    at: usize,
    development: bool,
}

/// The faults of one manifest.
pub(crate) fn manifest_faults(manifest: &Source) -> Vec<Fault> {
    let Some(room) = package_name(&manifest.text) else { return Vec::new() };
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![manifest.fault(0, format!("the crate `{room}` has no place in the drawing of docs/architecture.md"))];
    };
    let mut faults = Vec::new();
    for dependency in dependencies(&manifest.text) {
        let name = dependency.name.as_str();
        let mut fault = |reason: String| faults.push(manifest.fault(dependency.at, reason));
        if ROOMS.iter().any(|(ours, _)| *ours == name) && !allowed.contains(&name) {
            fault(format!("`{room}` may not import `{name}`: imports go down, and the two doors do not know each other"));
        }
        if let Some((_, rooms)) = WALLS.iter().find(|(outside, _)| *outside == name)
            && !rooms.contains(&room)
        {
            fault(format!("`{name}` stays in {}", rooms.join(", ")));
        }
        if ["domain", "deliberation", "record"].contains(&room) && !dependency.development && IMPURE.contains(&name) {
            fault(format!("`{room}` is pure: `{name}` has no place in it"));
        }
    }
    faults
}

/// The crates of the workspace that no rule knows, and the rules that no crate answers to.
pub(crate) fn unknown_rooms(manifests: &[Source]) -> Vec<String> {
    let names: Vec<&str> = manifests.iter().filter_map(|manifest| package_name(&manifest.text)).collect();
    ROOMS.iter().map(|(room, _)| *room).filter(|room| !names.contains(room)).map(str::to_owned).collect()
}

fn package_name(manifest: &str) -> Option<&str> {
    let mut inside = false;
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            inside = line == "[package]";
        } else if inside && let Some(value) = line.strip_prefix("name") {
            return value.trim_start().strip_prefix('=').map(|value| value.trim().trim_matches('"'));
        }
    }
    None
}

fn dependencies(manifest: &str) -> Vec<Dependency> {
    let mut found = Vec::new();
    let mut section: Option<bool> = None;
    let mut at = 0;
    for line in manifest.split_inclusive('\n') {
        let trimmed = line.trim();
        if let Some(header) = trimmed.strip_prefix('[') {
            let header = header.trim_end_matches(']');
            let development = header.contains("dev-dependencies");
            match header.rsplit_once("dependencies.") {
                Some((_, name)) => {
                    found.push(Dependency { name: name.trim_matches('"').to_owned(), at, development });
                    section = None;
                }
                None => section = header.ends_with("dependencies").then_some(development),
            }
        } else if let Some(development) = section
            && !trimmed.starts_with('#')
            && let Some(end) = trimmed.find(['=', '.', ' '])
        {
            found.push(Dependency { name: trimmed[..end].trim_matches('"').to_owned(), at, development });
        }
        at += line.len();
    }
    found
}

#[test]
fn a_wrong_import_is_found() {
    use super::tree::finds;
    let manifest = |text: &str| manifest_faults(&Source::invented("x/Cargo.toml", text));
    finds(0, &manifest("[package]\nname = \"store\"\n[dependencies]\ndomain.workspace = true\ndiesel = { version = \"2\" }\n"));
    finds(1, &manifest("[package]\nname = \"store\"\n[dependencies]\nactions.workspace = true\n"));
    finds(1, &manifest("[package]\nname = \"web\"\n[dependencies.federation]\npath = \"../federation\"\n"));
    finds(1, &manifest("[package]\nname = \"federation\"\n[target.'cfg(unix)'.dependencies]\nweb.workspace = true\n"));
    finds(1, &manifest("[package]\nname = \"web\"\n[dev-dependencies]\ndiesel.workspace = true\n"));
    finds(2, &manifest("[package]\nname = \"domain\"\n[dependencies]\nserde.workspace = true\ntokio.workspace = true\n"));
    finds(1, &manifest("[package]\nname = \"helpers\"\n"));
    let lonely = Source::invented("x/Cargo.toml", "[package]\nname = \"domain\"\n");
    assert_eq!(unknown_rooms(&[lonely]).len(), ROOMS.len() - 1);
}
