//! Law 7 in the code and the templates: every key used exists and gets what it needs; no key is left unused.

use super::fluent::{Language, borrowed};
use super::rust::{Rust, block_end};
use super::templates::expressions;
use super::tree::{Fault, Source, words};

/// How a key is used.
#[derive(Debug, PartialEq, Eq)]
struct Use {
    key: String,
    at: usize,
    /// What is given with it; `None` when the code does not show it.
    given: Option<Vec<String>>,
}

/// The Rust files and templates that may speak to people, ready to be searched.
pub(crate) fn speakers(rust: Vec<Rust>, templates: &[Source]) -> Vec<Rust> {
    let from_templates = templates.iter().map(|template| {
        let parts = Rust::new(Source { path: template.path.clone(), text: expressions(&template.text) });
        Rust { source: template.clone(), ..parts }
    });
    rust.into_iter().chain(from_templates).collect()
}

/// Keys that are used and do not exist, or that do not get their arguments.
pub(crate) fn use_faults(speakers: &[Rust], french: &Language) -> Vec<Fault> {
    let mut faults = Vec::new();
    for speaker in speakers {
        for used in uses(speaker) {
            let mut fault = |reason: String| faults.push(speaker.source.fault(used.at, reason));
            let Some(message) = french.find(&used.key) else {
                fault(format!("law 7: the key `{}` does not exist", used.key));
                continue;
            };
            let Some(given) = &used.given else { continue };
            let lacking: Vec<&String> = message.arguments.iter().filter(|name| !given.contains(name)).collect();
            if !lacking.is_empty() {
                fault(format!("law 7: `{}` needs {lacking:?}", used.key));
            }
        }
    }
    faults
}

/// Keys that nothing uses, and prefixes that announce no key.
pub(crate) fn orphan_faults(speakers: &[Rust], french: &Language) -> Vec<Fault> {
    let mut prefixes: Vec<(&Rust, usize, String)> = Vec::new();
    for speaker in speakers {
        for (at, mark) in speaker.source.text.match_indices("ftl: ") {
            let list = speaker.source.text[at + mark.len()..].lines().next().unwrap_or_default();
            prefixes
                .extend(list.split([' ', ',']).filter_map(|word| word.strip_suffix('*')).map(|prefix| (speaker, at, prefix.to_owned())));
        }
    }
    let said = |key: &str| speakers.iter().any(|speaker| speaker.literals.iter().any(|literal| literal.value == key));
    let announced = |key: &str| prefixes.iter().any(|(_, _, prefix)| key.starts_with(prefix.as_str()));
    let lent: Vec<String> = french.messages.iter().flat_map(borrowed).collect();
    let orphans = french.messages.iter().filter(|message| !said(&message.key) && !announced(&message.key) && !lent.contains(&message.key));
    let empty = prefixes.iter().filter(|(_, _, prefix)| !french.messages.iter().any(|message| message.key.starts_with(prefix.as_str())));
    orphans
        .map(|message| french.fault(message, format!("law 7: nothing uses `{}`", message.key)))
        .chain(empty.map(|(speaker, at, prefix)| speaker.source.fault(*at, format!("law 7: no key starts with `{prefix}`"))))
        .collect()
}

/// Sentences written in the code instead of in the translations: strings with accents.
pub(crate) fn accent_faults(rust: &Rust) -> Vec<Fault> {
    let accented = |value: &str| value.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic());
    rust.literals
        .iter()
        .filter(|literal| {
            rust.live.as_bytes().get(literal.at) == Some(&b'"')
                && accented(&literal.value)
                && !rust.source.marked(literal.at, "not a text:")
        })
        .map(|literal| rust.source.fault(literal.at, "law 7: people read this from web/locales (or say `// not a text: why`)"))
        .collect()
}

fn uses(speaker: &Rust) -> Vec<Use> {
    let mut found = Vec::new();
    for call in ["t.get(", "t.with(", "t.count(", "Key("] {
        // Other servers are told no texts: there a key signs.
        if call == "Key(" && speaker.source.path.starts_with("federation/") {
            continue;
        }
        for at in words(&speaker.live, call) {
            let open = at + call.len() - 1;
            let end = block_end(&speaker.live, open);
            let inside: Vec<_> = speaker.literals.iter().filter(|literal| (open..end).contains(&literal.at)).collect();
            let Some((first, rest)) = inside.split_first() else { continue };
            if !speaker.live[open + 1..first.at].trim().is_empty() {
                continue;
            }
            let mut given: Vec<String> = rest.iter().map(|literal| literal.value.clone()).collect();
            let given = match call {
                "t.get(" => Some(given),
                "t.count(" => {
                    given.push("count".to_owned());
                    Some(given)
                }
                "t.with(" if !given.is_empty() => Some(given),
                _ => None,
            };
            found.push(Use { key: first.value.clone(), at, given });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::finds;

    fn french() -> Language {
        let text = "home-title = Place\nhome-hello = Bonjour { $name }\nhome-ideas = { $count } idées\nstate-open = Ouverte\nstate-closed = Close\n";
        Language::new("fr", vec![Source::invented("web/locales/fr/home.ftl", text)])
    }

    fn code(text: &str) -> Vec<Rust> {
        speakers(vec![Rust::invented("web/src/a.rs", text)], &[])
    }

    fn template(text: &str) -> Vec<Rust> {
        speakers(Vec::new(), &[Source::invented("web/templates/a.html", text)])
    }

    #[test]
    fn a_key_that_does_not_exist_is_found() {
        finds(1, &use_faults(&code("fn f() { t.get(\"home-titel\"); headers.get(\"accept\"); Key(\"home-title\"); }"), &french()));
        finds(1, &use_faults(&template("<p>l'eau {{ t.get(\"home-none\") }} {{ t.get(\"home-title\") }} t.get(\"text\")"), &french()));
    }

    #[test]
    fn a_missing_argument_is_found() {
        finds(1, &use_faults(&code("fn f() { t.get(\"home-hello\") }"), &french()));
        finds(1, &use_faults(&code("fn f() { t.with(\"home-hello\", &[(\"nom\", x)]) }"), &french()));
        finds(0, &use_faults(&code("fn f() { t.with(\"home-hello\", &[(\"name\", x)]); t.count(\"home-ideas\", 3) }"), &french()));
        finds(0, &use_faults(&template("{{ t.with(\"home-hello\", args) }}"), &french()));
    }

    #[test]
    fn an_orphan_is_found() {
        let text = "fn f() { t.get(\"home-title\"); let key = if x { \"home-hello\" } else { \"home-ideas\" }; }";
        finds(2, &orphan_faults(&code(text), &french()));
        finds(0, &orphan_faults(&code(&format!("// ftl: state-*\n{text}")), &french()));
        finds(1, &orphan_faults(&code(&format!("// ftl: state-*, gone-*\n{text}")), &french()));
    }

    #[test]
    fn a_sentence_in_the_code_is_found() {
        finds(
            1,
            &accent_faults(&Rust::invented(
                "web/src/a.rs",
                "fn f() { \"déposer\"; \"plain\" }\n#[cfg(test)]\nmod tests { fn g() { \"é\" } }",
            )),
        );
        finds(0, &accent_faults(&Rust::invented("web/src/a.rs", "// not a text: letters of the alphabet\nconst X: &str = \"éà\";")));
    }
}
