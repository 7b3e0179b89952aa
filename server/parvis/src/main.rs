//! The program `parvis`.

use std::process::ExitCode;

fn main() -> ExitCode {
    parvis::commands::run()
}
