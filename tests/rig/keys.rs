//! Keys of actors for tests, made once for a machine: making an RSA key costs more than all else that a small test does.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use actions::abroad::NewKeys;
use federation::make_keys;

/// So many actors of one program have keys of their own. The longest story of the simulation has some sixty.
const MOST: usize = 256;

static NEXT: AtomicUsize = AtomicUsize::new(0);

/// The next keys of this program: those with this number that the machine has, made if it has none.
///
/// # Errors
///
/// When they cannot be made, or files cannot be written.
pub fn next() -> Result<NewKeys, String> {
    let number = NEXT.fetch_add(1, Ordering::Relaxed) % MOST;
    let ed25519 = std::env::temp_dir().join(format!("parvis-key-{number}.ed25519"));
    let rsa = ed25519.with_extension("rsa");
    if let (Ok(rsa), Ok(ed25519)) = (std::fs::read(&rsa), std::fs::read(&ed25519)) {
        return Ok(NewKeys { rsa, ed25519 });
    }
    let made = make_keys()?;
    keep(&rsa, &made.rsa)?;
    keep(&ed25519, &made.ed25519)?;
    Ok(made)
}

/// Under its name at once or not at all: others look for it meanwhile.
fn keep(path: &PathBuf, bytes: &[u8]) -> Result<(), String> {
    let whole = path.with_extension(format!("{}-{}", path.extension().unwrap_or_default().to_string_lossy(), std::process::id()));
    std::fs::write(&whole, bytes).and_then(|()| std::fs::rename(&whole, path)).map_err(|error| error.to_string())
}
