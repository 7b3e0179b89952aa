//! Reads the file and the environment into one map from setting to value; the environment wins.

use std::collections::BTreeMap;

use super::error::ConfigError;
use super::settings::{SETTINGS, Setting};

/// The text of a configuration file, with the name to show in errors.
#[derive(Debug, Clone, Copy)]
pub struct FileText<'a> {
    /// The file's name as the operator knows it.
    pub name: &'a str,
    /// What it holds.
    pub text: &'a str,
}

/// What was written for one setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// One value.
    Text(String),
    /// A list of values: a TOML array, or an environment variable split at commas and spaces where a list is asked.
    List(Vec<String>),
}

/// A value and where it was written.
pub(super) struct Given {
    pub(super) place: String,
    pub(super) value: Value,
}

/// Variables that begin so belong to the project's own test command, never to an instance.
const TEST_PREFIX: &str = "PARVIS_TEST_";
const PREFIX: &str = "PARVIS_";

/// Every setting that is written somewhere, by its key.
pub(super) fn gather(
    file: Option<FileText<'_>>,
    environment: &BTreeMap<String, String>,
) -> Result<BTreeMap<&'static str, Given>, ConfigError> {
    let mut given = BTreeMap::new();
    if let Some(file) = file {
        let table = file.text.parse::<toml::Table>().map_err(|error| syntax(file, &error))?;
        walk(file.name, "", &table, &mut given)?;
    }
    for (variable, value) in environment {
        if !variable.starts_with(PREFIX) || variable.starts_with(TEST_PREFIX) {
            continue;
        }
        let setting = SETTINGS.iter().find(|setting| setting.variable() == *variable).ok_or_else(|| unknown_variable(variable))?;
        if value.trim().is_empty() {
            continue; // An empty variable is an unset one: compose files and unit files leave them so.
        }
        given.insert(setting.key, Given { place: variable.clone(), value: Value::Text(value.trim().to_owned()) });
    }
    Ok(given)
}

fn walk(file: &str, above: &str, table: &toml::Table, given: &mut BTreeMap<&'static str, Given>) -> Result<(), ConfigError> {
    for (name, value) in table {
        let key = if above.is_empty() { name.clone() } else { format!("{above}.{name}") };
        let place = format!("{file}: `{key}`");
        match SETTINGS.iter().find(|setting| setting.key == key) {
            Some(setting) => {
                let value = scalar_or_list(value, setting, &place)?;
                given.insert(setting.key, Given { place, value });
            }
            None => match value {
                toml::Value::Table(inner) if SETTINGS.iter().any(|setting| setting.key.starts_with(&format!("{key}."))) => {
                    walk(file, &key, inner, given)?;
                }
                _other => {
                    return Err(ConfigError::Unknown {
                        place,
                        instead: closest(&key, SETTINGS.iter().map(|setting| setting.key.to_owned())),
                    });
                }
            },
        }
    }
    Ok(())
}

fn scalar_or_list(value: &toml::Value, setting: &Setting, place: &str) -> Result<Value, ConfigError> {
    let wrong = || ConfigError::Value {
        place: place.to_owned(),
        reason: format!("the value is of type {}", value.type_str()),
        expected: setting.expected,
    };
    match value {
        toml::Value::String(text) => Ok(Value::Text(text.trim().to_owned())),
        toml::Value::Boolean(truth) => Ok(Value::Text(truth.to_string())),
        toml::Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().map(|text| text.trim().to_owned()).ok_or_else(wrong))
            .collect::<Result<_, _>>()
            .map(Value::List),
        toml::Value::Integer(_) | toml::Value::Float(_) | toml::Value::Datetime(_) | toml::Value::Table(_) => Err(wrong()),
    }
}

fn syntax(file: FileText<'_>, error: &toml::de::Error) -> ConfigError {
    let before = error.span().and_then(|span| file.text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count().saturating_add(1);
    ConfigError::Syntax { file: file.name.to_owned(), line, reason: error.message().replace('\n', ", ") }
}

fn unknown_variable(variable: &str) -> ConfigError {
    ConfigError::Unknown { place: variable.to_owned(), instead: closest(variable, SETTINGS.iter().map(Setting::variable)) }
}

/// The name that differs by at most three letters, underscores not counted.
fn closest(name: &str, names: impl Iterator<Item = String>) -> Option<String> {
    let bare = |text: &str| text.replace(['_', '.', '-'], "").to_lowercase();
    let wanted = bare(name);
    names
        .map(|candidate| (distance(&wanted, &bare(&candidate)), candidate))
        .filter(|(far, _)| *far <= 3)
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many letters must change to make one word of the other.
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.chars().count()).collect();
    for (at, a) in left.chars().enumerate() {
        let mut diagonal = at;
        let mut beside = at.saturating_add(1);
        let mut next = vec![beside];
        for (b, above) in right.chars().zip(row.iter().skip(1)) {
            let cost = diagonal.saturating_add(usize::from(a != b)).min(above.saturating_add(1)).min(beside.saturating_add(1));
            diagonal = *above;
            beside = cost;
            next.push(cost);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
