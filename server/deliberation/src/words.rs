//! Canonical texts of the form `name key=value key=value`, as forms and rules are stored and published.

use std::str::FromStr;

/// A text taken apart.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    pub(crate) name: &'a str,
    pairs: Vec<(&'a str, &'a str)>,
}

impl<'a> Words<'a> {
    /// The name and its values; nothing where a word has no `=`.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        let mut words = text.split(' ');
        let name = words.next()?;
        let pairs = words.map(|word| word.split_once('=')).collect::<Option<Vec<_>>>()?;
        Some(Self { name, pairs })
    }

    /// The text of a value.
    pub(crate) fn text(&self, key: &str) -> Option<&'a str> {
        self.pairs.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// A value read.
    pub(crate) fn value<T: FromStr>(&self, key: &str) -> Option<T> {
        self.text(key)?.parse().ok()
    }

    /// `yes` or `no`.
    pub(crate) fn yes(&self, key: &str) -> Option<bool> {
        self.one_of(key, &[("yes", true), ("no", false)])
    }

    /// One of some named values.
    pub(crate) fn one_of<T: Copy>(&self, key: &str, known: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        known.iter().find(|(name, _)| *name == text).map(|(_, value)| *value)
    }
}

/// The name of a value among some.
pub(crate) fn name_of<T: PartialEq>(value: &T, known: &[(&'static str, T)]) -> &'static str {
    known.iter().find(|(_, one)| one == value).map_or("", |(name, _)| name)
}

/// `yes` or `no`.
pub(crate) const fn yes(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}
