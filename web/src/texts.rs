//! The words of the interface, from `locales/`, in the reader's language.

use domain::lang::Lang;
use fluent_templates::fluent_bundle::FluentValue;
use std::borrow::Cow;
use std::collections::HashMap;
use unic_langid::{LanguageIdentifier, langid};

mod loaded {
    fluent_templates::static_loader! {
        pub(super) static LOCALES = {
            locales: "./locales",
            fallback_language: "fr",
            customise: |bundle| {
                bundle.set_use_isolating(false);
                let lang = bundle.locales.first().map(|locale| locale.language.as_str().to_owned());
                bundle.set_formatter(Some(match lang.as_deref() {
                    Some("en") => |value, _| super::written(value, domain::lang::Lang::En),
                    Some("de") => |value, _| super::written(value, domain::lang::Lang::De),
                    _ => |value, _| super::written(value, domain::lang::Lang::Fr),
                }));
            },
        };
    }
}

const FR: LanguageIdentifier = langid!("fr");
const EN: LanguageIdentifier = langid!("en");
const DE: LanguageIdentifier = langid!("de");

/// The words in one language.
#[derive(Debug, Clone, Copy)]
pub struct Texts(Lang);

/// What may stand in a text: words and numbers, by value or by reference as templates pass them.
pub trait Value {
    /// The value as Fluent wants it.
    fn value(&self) -> FluentValue<'static>;
}

/// A whole number of any size, by value or by reference as templates pass them.
pub trait Number {
    /// The number.
    fn number(&self) -> i64;
}

macro_rules! numbers {
    ($($type:ty),+) => { $(
        impl Value for $type {
            fn value(&self) -> FluentValue<'static> {
                FluentValue::from(self.number())
            }
        }
        impl Number for $type {
            fn number(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )+ };
}
numbers!(u8, i16, i32, i64, u32, u64, usize);

macro_rules! words {
    ($($type:ty),+) => { $(
        impl Value for $type {
            fn value(&self) -> FluentValue<'static> {
                FluentValue::String(Cow::Owned(self.to_string()))
            }
        }
    )+ };
}
words!(str, String, Cow<'_, str>);

impl<T: Value + ?Sized> Value for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

impl<T: Number + ?Sized> Number for &T {
    fn number(&self) -> i64 {
        (**self).number()
    }
}

impl Texts {
    /// The words in this language.
    #[must_use]
    pub const fn new(lang: Lang) -> Self {
        Self(lang)
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.0
    }

    /// A text; its key when there is none, so that the lack is seen.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.look_up(key, None)
    }

    /// A text, if there is one with this key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<String> {
        look_up(self.0, key, None)
    }

    /// A text that says how many, if there is one with this key.
    #[must_use]
    pub fn find_count(&self, key: &str, count: impl Number) -> Option<String> {
        look_up(self.0, key, Some(&HashMap::from([(Cow::Borrowed("count"), FluentValue::from(count.number()))])))
    }

    /// A text with named values in it.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&'static str, FluentValue<'static>)]) -> String {
        let values = values.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
        self.look_up(key, Some(&values))
    }

    /// A text with one value in it: `t.with1("person-since", "date", day)`.
    #[must_use]
    pub fn with1(&self, key: &str, name: &'static str, value: impl Value) -> String {
        self.with(key, &[(name, value.value())])
    }

    /// A text with two values in it.
    #[must_use]
    pub fn with2(&self, key: &str, name: &'static str, value: impl Value, other: &'static str, second: impl Value) -> String {
        self.with(key, &[(name, value.value()), (other, second.value())])
    }

    /// A text that says how many: the number is `$count`, which chooses the plural and is written as the language writes numbers.
    #[must_use]
    pub fn count(&self, key: &str, count: impl Number) -> String {
        self.with1(key, "count", count.number())
    }

    /// The word for a code of a closed list: `t.code("answer-state", "refused")` is the text `answer-state-refused`.
    #[must_use]
    pub fn code(&self, list: &str, code: &str) -> String {
        self.get(&format!("{list}-{code}"))
    }

    /// A number as the language writes it: 1 874, 1,874, 1.874.
    #[must_use]
    pub fn number(&self, number: impl Number) -> String {
        grouped(number.number(), self.0)
    }

    fn look_up(&self, key: &str, values: Option<&HashMap<Cow<'static, str>, FluentValue<'static>>>) -> String {
        look_up(self.0, key, values).unwrap_or_else(|| {
            tracing::warn!(key, lang = self.0.code(), "a text is missing");
            key.to_owned()
        })
    }
}

fn look_up(lang: Lang, key: &str, values: Option<&HashMap<Cow<'static, str>, FluentValue<'static>>>) -> Option<String> {
    let id = match lang {
        Lang::Fr => FR,
        Lang::En => EN,
        Lang::De => DE,
    };
    let found = loaded::LOCALES.lookup_single_language(&id, key, values);
    found.or_else(|_| loaded::LOCALES.lookup_single_language(&FR, key, values)).ok()
}

/// Whole numbers inside texts are written as the language writes them.
fn written(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let text = number.as_string();
    text.parse::<i64>().ok().map(|whole| grouped(whole, lang))
}

fn grouped(number: i64, lang: Lang) -> String {
    let separator = match lang {
        Lang::Fr => '\u{202F}',
        Lang::En => ',',
        Lang::De => '.',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + 8);
    if number < 0 {
        text.push('\u{2212}');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let check = |lang: Lang, number: i64, expected: &str| assert_eq!(Texts::new(lang).number(number), expected);
        check(Lang::Fr, 1874, "1\u{202F}874");
        check(Lang::En, 1_234_567, "1,234,567");
        check(Lang::De, 1000, "1.000");
        check(Lang::Fr, 12, "12");
        check(Lang::En, -1200, "\u{2212}1,200");
    }

    #[test]
    fn plurals_follow_the_language() {
        assert_eq!(Texts::new(Lang::Fr).count("ago-days", 1), "il y a 1 jour");
        assert_eq!(Texts::new(Lang::Fr).count("ago-days", 1200), "il y a 1\u{202F}200 jours");
        assert_eq!(Texts::new(Lang::En).count("ago-days", 1), "1 day ago");
        assert_eq!(Texts::new(Lang::De).count("ago-days", 2), "vor 2 Tagen");
    }

    #[test]
    fn a_missing_text_shows_its_key() {
        assert_eq!(Texts::new(Lang::Fr).get("no-such-text"), "no-such-text");
        assert_eq!(Texts::new(Lang::Fr).find("no-such-text"), None);
    }
}
