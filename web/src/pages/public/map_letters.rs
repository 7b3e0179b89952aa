//! The letters by which marks of themes are told apart without colours: no two themes of a consultation have the same.

use domain::search::plain;
use std::collections::HashSet;

/// The letter of each theme, in the order of the themes.
pub(super) struct Letters(Vec<(String, String)>);

impl Letters {
    /// The first letter of each name that is still free, whatever its accent; a number where none is.
    pub(super) fn of<'a>(themes: impl IntoIterator<Item = &'a str>) -> Self {
        let mut taken = HashSet::new();
        let mut given = Vec::new();
        for (place, name) in themes.into_iter().enumerate() {
            let letters = name.chars().filter(|one| one.is_alphanumeric()).map(|one| one.to_uppercase().collect::<String>());
            let number = (place + 1).to_string();
            let letter = letters.chain([number]).find(|one| taken.insert(plain(one))).unwrap_or_default();
            given.push((letter, name.to_owned()));
        }
        Self(given)
    }

    /// The letter of a theme; none without a theme.
    pub(super) fn mark(&self, theme: Option<&str>) -> String {
        let found = theme.and_then(|theme| self.0.iter().find(|(_, name)| name == theme));
        found.map(|(letter, _)| letter.clone()).unwrap_or_default()
    }

    /// Letters and names, as a legend says them.
    pub(super) fn legend(self) -> Vec<(String, String)> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_themes_have_the_same_letter() {
        let check = |themes: &[&str], expected: &[&str]| {
            let letters: Vec<String> = Letters::of(themes.iter().copied()).legend().into_iter().map(|(letter, _)| letter).collect();
            assert_eq!(letters, expected, "{themes:?}");
        };
        check(&["Rues", "Écoles"], &["R", "É"]);
        check(&["Économie", "Équipements", "Eau"], &["É", "Q", "A"]);
        check(&["A", "a", "À 2"], &["A", "2", "3"]);
        check(&["…", ""], &["1", "2"]);
        check(&[], &[]);
        assert_eq!(Letters::of(["Rues"]).mark(None), "");
        assert_eq!(Letters::of(["Rues"]).mark(Some("Autre")), "");
    }
}
