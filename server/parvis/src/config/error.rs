//! Why a configuration is refused, in one line that names the key.

use std::path::PathBuf;

/// A configuration that cannot be used. Its text is one line and holds no secret value.
#[derive(Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// The file named by `--config` could not be read.
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system answered.
        reason: String,
    },
    /// The file is not TOML.
    Syntax {
        /// Which file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What the parser said.
        reason: String,
    },
    /// A key or a variable that does not exist.
    Unknown {
        /// Where it stands, with its name.
        place: String,
        /// The existing name that looks most like it.
        instead: Option<String>,
    },
    /// A value that cannot be used.
    Value {
        /// Where it stands, with its name.
        place: String,
        /// What is wrong with it.
        reason: String,
        /// What is expected.
        expected: &'static str,
    },
    /// Two settings that must not stand together.
    Contradiction(String),
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreadable { path, reason } => write!(f, "cannot read {}: {reason}", path.display()),
            Self::Syntax { file, line, reason } => write!(f, "{file}, line {line}: {reason}"),
            Self::Unknown { place, instead: Some(instead) } => write!(f, "unknown setting {place}; did you mean {instead}?"),
            Self::Unknown { place, instead: None } => write!(f, "unknown setting {place}"),
            Self::Value { place, reason, expected } => write!(f, "{place}: {reason}; expected {expected}"),
            Self::Contradiction(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for ConfigError {}
