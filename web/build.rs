//! Rebuilds the crate when a file that is embedded in it changes: the macros that embed them do not tell cargo about new files.

#[expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]
fn main() {
    for folder in ["assets", "locales", "templates"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
