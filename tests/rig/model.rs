//! Databases with all tables and nothing in them, as models that tests copy: migrations run once for a program, not once for a town.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// What tells the models of this program from those of another, or of an older one.
///
/// # Panics
///
/// When the program cannot read its own name and date.
#[must_use]
pub fn key() -> String {
    let changed = std::fs::metadata(std::env::current_exe().unwrap()).unwrap().modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
    format!("{}_{}", program(), changed.as_millis())
}

fn program() -> String {
    let program = std::env::current_exe().unwrap();
    program.file_stem().unwrap().to_string_lossy().chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

/// Models of this program as it was before it was built anew.
fn remove_older() {
    let theirs = format!("parvis-model-{}_", program());
    for file in std::fs::read_dir(std::env::temp_dir()).unwrap().filter_map(Result::ok) {
        if file.file_name().to_string_lossy().starts_with(&theirs) {
            // Another test may have removed it meanwhile.
            let _ = std::fs::remove_file(file.path());
        }
    }
}

/// Puts a copy of the model for SQLite at `to`. `migrate` makes a new one, where there is none.
///
/// # Panics
///
/// When files cannot be written.
pub fn copy(to: &Path, migrate: impl Fn(&Path)) {
    let model = std::env::temp_dir().join(format!("parvis-model-{}.db", key()));
    if !model.exists() {
        remove_older();
        let folder = tempfile::tempdir().unwrap();
        let fresh: PathBuf = folder.path().join("model.db");
        migrate(&fresh);
        // Under its name at once or not at all: others look for it meanwhile.
        let whole = model.with_extension(std::process::id().to_string());
        std::fs::copy(&fresh, &whole).unwrap();
        std::fs::rename(&whole, &model).unwrap();
    }
    std::fs::copy(&model, to).unwrap();
}
