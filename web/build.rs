//! Rebuilds the crate when a file that is embedded in it changes: the macros that embed them do not tell cargo about new files.

fn main() {
    for folder in ["assets", "locales", "templates"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
