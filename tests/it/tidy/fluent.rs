//! Reads Fluent files just enough for law 7, and checks them against each other.

use super::tree::{Fault, Source};

/// The languages, the first one being the one that is written first.
pub(crate) const LANGUAGES: &[&str] = &["fr", "en", "de"];

/// One message of one language.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) key: String,
    pub(crate) value: String,
    /// Arguments it needs, sorted.
    pub(crate) arguments: Vec<String>,
    /// Where it starts in its file.
    pub(crate) at: usize,
    pub(crate) source: usize,
}

/// Every message of one language, with the files they come from.
#[derive(Debug)]
pub(crate) struct Language {
    pub(crate) name: String,
    pub(crate) sources: Vec<Source>,
    pub(crate) messages: Vec<Message>,
}

impl Language {
    pub(crate) fn new(name: &str, sources: Vec<Source>) -> Self {
        let messages = sources.iter().enumerate().flat_map(|(index, source)| messages(&source.text, index)).collect();
        Self { name: name.to_owned(), sources, messages }
    }

    pub(crate) fn find(&self, key: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.key == key)
    }

    pub(crate) fn fault(&self, message: &Message, reason: String) -> Fault {
        self.sources[message.source].fault(message.at, reason)
    }

    fn page(&self, message: &Message) -> &str {
        self.sources[message.source].name()
    }
}

fn messages(text: &str, source: usize) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let starts = line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-');
        if starts && let Some((key, value)) = line.split_once('=') {
            found.push(Message { key: key.trim().to_owned(), value: value.trim().to_owned(), arguments: Vec::new(), at, source });
        } else if line.starts_with([' ', '\t', '}', '\n', '\r'])
            && let Some(last) = found.last_mut()
        {
            last.value.push('\n');
            last.value.push_str(line.trim());
        }
        at += line.len();
    }
    for message in &mut found {
        message.value = message.value.trim().to_owned();
        message.arguments = arguments(&message.value);
    }
    found
}

/// The names after `$` inside braces.
fn arguments(value: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect::<String>();
    let mut found: Vec<String> =
        placeables(value).flat_map(|inside| inside.match_indices('$').map(|(at, _)| name(&inside[at + 1..])).collect::<Vec<_>>()).collect();
    found.sort();
    found.dedup();
    found
}

/// The insides of the outermost braces.
fn placeables(value: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let mut start = 0;
    value.char_indices().filter_map(move |(at, letter)| match letter {
        '{' => {
            depth += 1;
            if depth == 1 {
                start = at + 1;
            }
            None
        }
        '}' => {
            depth = depth.saturating_sub(1);
            (depth == 0).then(|| &value[start..at])
        }
        _ => None,
    })
}

/// The keys that a message borrows from others: `{ other-key }` and `{ -term }`.
pub(crate) fn borrowed(message: &Message) -> Vec<String> {
    let plain = |inside: &&str| inside.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
    placeables(&message.value)
        .map(str::trim)
        .filter(plain)
        .filter(|inside| inside.starts_with(|first: char| first.is_alphabetic() || first == '-'))
        .map(str::to_owned)
        .collect()
}

/// The arguments that every language must use. `count` chooses between forms that a language may not have.
fn needed(message: &Message) -> Vec<&String> {
    message.arguments.iter().filter(|name| *name != "count").collect()
}

/// Keys that are not in all languages, not in the same file, twice in one, empty, or that do not need the same arguments.
pub(crate) fn parity_faults(languages: &[Language]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for language in languages {
        for (index, message) in language.messages.iter().enumerate() {
            if language.messages[..index].iter().any(|earlier| earlier.key == message.key) {
                faults.push(language.fault(message, format!("law 7: `{}` is there twice", message.key)));
            }
            if message.value.is_empty() {
                faults.push(language.fault(message, format!("law 7: `{}` says nothing", message.key)));
            }
            for key in borrowed(message).iter().filter(|key| language.find(key).is_none()) {
                faults.push(language.fault(message, format!("law 7: `{}` borrows `{key}`, which does not exist", message.key)));
            }
            for other in languages.iter().filter(|other| other.name != language.name) {
                faults.extend(difference(language, message, other));
            }
        }
    }
    faults
}

fn difference(language: &Language, message: &Message, other: &Language) -> Option<Fault> {
    let key = &message.key;
    let Some(twin) = other.find(key) else {
        return Some(language.fault(message, format!("law 7: `{key}` is missing in {}", other.name)));
    };
    let words = message.value.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count();
    if language.page(message) != other.page(twin) {
        Some(language.fault(message, format!("law 7: `{key}` is in {} in {}", other.page(twin), other.name)))
    } else if needed(message) != needed(twin) {
        Some(
            language
                .fault(message, format!("law 7: `{key}` needs {:?} here and {:?} in {}", message.arguments, twin.arguments, other.name)),
        )
    } else if message.value == twin.value && words >= 4 {
        Some(language.fault(message, format!("law 7: `{key}` says the same words in {}: it is not translated", other.name)))
    } else {
        None
    }
}

/// French that a printer would send back: straight apostrophes and quotes, missing or breaking spaces before double punctuation.
pub(crate) fn typography_faults(french: &Language) -> Vec<Fault> {
    let mut faults = Vec::new();
    for message in &french.messages {
        let shown = outside_placeables(&message.value);
        let letters: Vec<char> = shown.chars().collect();
        for (at, letter) in letters.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied().unwrap_or('\u{a0}');
            let after = letters.get(at + 1).copied().unwrap_or(' ');
            let double = "?!;»".contains(*letter) || (*letter == ':' && after.is_whitespace());
            let wrong = match letter {
                '\'' => Some("’, not '"),
                '"' => Some("« », not \""),
                _ if double && before == ' ' => Some("a non-breaking space before : ; ? ! »"),
                _ if double && before.is_alphanumeric() => Some("a non-breaking space before : ; ? ! »"),
                '«' if after == ' ' || after.is_alphanumeric() => Some("a non-breaking space after «"),
                _ => None,
            };
            if let Some(wrong) = wrong {
                faults.push(french.fault(message, format!("French typography in `{}`: {wrong}", message.key)));
            }
        }
    }
    faults
}

/// The text that people read: outside braces, and the variants of a choice inside them, without HTML tags.
fn outside_placeables(value: &str) -> String {
    let mut shown = String::new();
    for line in value.lines() {
        let variant = line.trim_start_matches('*').strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(_, text)| text.trim());
        let text = variant.unwrap_or(line);
        let (mut depth, mut tag) = (0_usize, false);
        for letter in text.chars() {
            match letter {
                '{' => depth += 1,
                '}' => {
                    depth = depth.saturating_sub(1);
                    shown.push('\u{2060}');
                }
                '<' => tag = true,
                '>' if tag => tag = false,
                _ if depth == 0 && !tag => shown.push(letter),
                _ => {}
            }
        }
        shown.push('\n');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::finds;

    fn language(name: &str, text: &str) -> Language {
        Language::new(name, vec![Source::invented(&format!("web/locales/{name}/home.ftl"), text)])
    }

    #[test]
    fn messages_are_read() {
        let french = language(
            "fr",
            "# note\nhome-title = Place de { $town }\nhome-count = { $count ->\n    [one] une idée de { $town }\n   *[other] { $count } idées\n}\n-brand = Parvis\n",
        );
        let keys: Vec<_> = french.messages.iter().map(|message| message.key.as_str()).collect();
        assert_eq!(keys, vec!["home-title", "home-count", "-brand"]);
        assert_eq!(french.find("home-count").unwrap().arguments, vec!["count", "town"]);
    }

    #[test]
    fn differences_are_found() {
        let faults = |french: &str, english: &str| parity_faults(&[language("fr", french), language("en", english)]);
        finds(0, &faults("a = Bonjour { $x }\n", "a = Hello { $x }\n"));
        finds(1, &faults("a = Bonjour\nb = Oui\n", "a = Hello\n"));
        finds(2, &faults("a = Bonjour { $x }\n", "a = Hello { $y }\n"));
        finds(1, &faults("a = Oui\na = Non\n", "a = Yes\n"));
        finds(2, &faults("a = une phrase pas encore traduite\n", "a = une phrase pas encore traduite\n"));
        finds(1, &faults("a = { b }\n", "a = Yes\n"));
        finds(1, &faults("a =\n", "a = Yes\n"));
    }

    #[test]
    fn careless_french_is_found() {
        finds(
            0,
            &typography_faults(&language("fr", "a = L’idée\u{a0}: «\u{a0}oui\u{a0}»\u{202f}? Voir { $x }\u{a0}!\nb = 10:30, https://x\n")),
        );
        finds(1, &typography_faults(&language("fr", "a = L'idée\n")));
        finds(2, &typography_faults(&language("fr", "a = Oui ?\nb = Oui!\n")));
        finds(1, &typography_faults(&language("fr", "a = { $count ->\n    [one] un avis ?\n   *[other] des avis\n }\n")));
    }
}
