//! Texts that people type: what is accepted, how it is tidied, and what is wrong with the rest.

/// What is wrong with one field of a form. The door that shows it translates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was written where something is needed.
    Missing,
    /// Fewer characters than this.
    TooShort(usize),
    /// More characters than this.
    TooLong(usize),
    /// Not of the expected shape (an address, a code, a date…).
    Shape,
    /// Not one of the choices offered.
    Choice,
    /// A date that comes before the one it should follow.
    Order,
    /// Already taken by another.
    Taken,
    /// A password found in lists of common ones, or made of the name of the place.
    TooCommon,
    /// A picture that is not a JPEG, PNG or WebP, or that cannot be read.
    NotAPicture,
    /// A file larger than this number of bytes.
    TooHeavy(usize),
    /// A place that is none, or lies where it may not.
    Place(crate::place::PlaceFault),
}

/// Longest title, in characters.
pub const TITLE_MAX: usize = 300;
/// Shortest title of a contribution, in characters.
pub const TITLE_MIN: usize = 5;
/// Longest body, in characters.
pub const BODY_MAX: usize = 20_000;
/// Longest short text (teaser, description of a phase, reason), in characters.
pub const SHORT_MAX: usize = 1_000;
/// Longest name of a person, theme or phase, in characters.
pub const NAME_MAX: usize = 80;

/// Tidies a single line: white space folded, control and bidirectional override characters dropped (Unicode TR 36), ends trimmed.
#[must_use]
pub fn line(text: &str) -> String {
    let kept: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_hostile(*c)).collect();
    kept.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Tidies a text of several lines: line ends made `\n`, control and override characters dropped, at most one empty line in a row, ends trimmed.
#[must_use]
pub fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut kept = String::with_capacity(text.len());
    let mut ends = 0;
    for c in text.chars() {
        if c == '\n' {
            ends += 1;
            if ends <= 2 {
                kept.push(c);
            }
        } else if c == '\t' || !is_hostile(c) {
            if !c.is_whitespace() {
                ends = 0;
            }
            kept.push(c);
        }
    }
    kept.trim().to_owned()
}

/// Control characters and the marks that reorder or hide text.
fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{FFFE}' | '\u{E0000}'..='\u{E007F}')
}

/// A tidied line of `min` to `max` characters.
///
/// # Errors
/// `Missing`, `TooShort` or `TooLong`.
pub fn bounded_line(text: &str, min: usize, max: usize) -> Result<String, Fault> {
    bounded(line(text), min, max)
}

/// A tidied text of `min` to `max` characters.
///
/// # Errors
/// `Missing`, `TooShort` or `TooLong`.
pub fn bounded_text(text: &str, min: usize, max: usize) -> Result<String, Fault> {
    bounded(paragraphs(text), min, max)
}

fn bounded(text: String, min: usize, max: usize) -> Result<String, Fault> {
    match text.chars().count() {
        0 if min > 0 => Err(Fault::Missing),
        n if n < min => Err(Fault::TooShort(min)),
        n if n > max => Err(Fault::TooLong(max)),
        _ => Ok(text),
    }
}

/// A word for a URL: lower-case ASCII letters, digits and single hyphens, 2 to 60 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

impl Slug {
    /// Reads a slug.
    ///
    /// # Errors
    /// `Missing` or `Shape`.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Fault::Missing);
        }
        let shape = (2..=60).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        shape.then(|| Self(text.to_owned())).ok_or(Fault::Shape)
    }

    /// Makes a slug from a title: accents dropped, the rest hyphenated, cut at a word near 50 characters. `None` when nothing is left.
    #[must_use]
    pub fn from_title(title: &str) -> Option<Self> {
        let plain = crate::search::plain(title).replace('œ', "oe").replace('æ', "ae").replace('ß', "ss");
        let mut slug = String::new();
        for word in plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
            if !slug.is_empty() && slug.len() + word.len() > 50 {
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.extend(word.chars().take(50));
        }
        Self::parse(&slug).ok()
    }

    /// The slug.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// An e-mail address as a door accepts it: one `@`, a dotted domain, no quoting, no comment, no percent routing (GHSA-5r37-qpwq-2jhh), ≤ 254 bytes (RFC 5321).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Reads an address; the domain is lower-cased, the local part kept and compared without case.
    ///
    /// # Errors
    /// `Missing`, `TooLong` or `Shape`.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Fault::Missing);
        }
        if text.len() > 254 {
            return Err(Fault::TooLong(254));
        }
        let (local, domain) = text.split_once('@').ok_or(Fault::Shape)?;
        let local_ok = !local.is_empty()
            && local.len() <= 64
            && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&'*+-/=?^_`{|}~.".contains(&b))
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let labels: Vec<&str> = domain.split('.').collect();
        let domain_ok = labels.len() >= 2
            && labels.iter().all(|l| {
                !l.is_empty()
                    && l.len() <= 63
                    && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                    && !l.starts_with('-')
                    && !l.ends_with('-')
            })
            && labels.last().is_some_and(|l| l.bytes().any(|b| b.is_ascii_alphabetic()));
        if local_ok && domain_ok {
            Ok(Self(format!("{}@{}", local.to_ascii_lowercase(), domain.to_ascii_lowercase())))
        } else {
            Err(Fault::Shape)
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A handle of a local actor: ASCII letters, digits and `_`, 3 to 30 characters, lower case, not a reserved word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Username(String);

/// Names that would be mistaken for the institution or for a part of the site.
const RESERVED: &[&str] = &[
    "admin",
    "administrator",
    "administrateur",
    "moderator",
    "moderation",
    "mairie",
    "maire",
    "prefecture",
    "parvis",
    "root",
    "support",
    "system",
    "actor",
    "inbox",
    "www",
];

impl Username {
    /// Reads a handle a person chose.
    ///
    /// # Errors
    /// `Missing`, `Shape` or `Taken` (a reserved word).
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let name = text.trim().trim_start_matches('@').to_ascii_lowercase();
        if name.is_empty() {
            return Err(Fault::Missing);
        }
        if !(3..=30).contains(&name.len()) || !name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
            return Err(Fault::Shape);
        }
        if RESERVED.contains(&name.as_str()) { Err(Fault::Taken) } else { Ok(Self(name)) }
    }

    /// A handle made from a name, with digits drawn by the caller so that two namesakes differ.
    #[must_use]
    pub fn suggest(name: &str, digits: u32) -> Self {
        let base: String = crate::search::plain(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).take(20).collect();
        let base = base.trim_matches('_').to_owned();
        let base = if base.len() < 2 { "citoyen".to_owned() } else { base };
        Self(format!("{base}_{:04}", digits % 10_000))
    }

    /// The handle, without `@`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_tidied() {
        assert_eq!(line("  Des\u{202E} vélos\n\tpour  tous\u{200B} "), "Des vélos pour tous");
        assert_eq!(paragraphs("a\r\n\r\n\r\n\r\nb\u{0}\u{202E}c  "), "a\n\nbc");
        assert_eq!(bounded_line("   ", 5, 10), Err(Fault::Missing));
        assert_eq!(bounded_line("abc", 5, 10), Err(Fault::TooShort(5)));
        assert_eq!(bounded_line("abcdefghijkl", 5, 10), Err(Fault::TooLong(10)));
    }

    #[test]
    fn slugs_come_from_titles() {
        let check = |title: &str, slug: &str| assert_eq!(Slug::from_title(title).map(|s| s.0).unwrap_or_default(), slug);
        check("Réinventer la place du Marché !", "reinventer-la-place-du-marche");
        check("L'eau, c'est nous", "l-eau-c-est-nous");
        check("Œuvre à l’école", "oeuvre-a-l-ecole");
        check("日本", "");
        assert!(Slug::parse("a--b").is_err());
        assert!(Slug::parse("../etc").is_err());
    }

    #[test]
    fn addresses_with_tricks_are_refused() {
        for good in ["ana@example.org", "a.b+c@sub.example.fr", "o'neil@example.ie"] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "ana",
            "a@b",
            "a@b@c.fr",
            "\"x y\"@e.fr",
            "a%b@e.fr",
            "a,b@e.fr",
            "a@-e.fr",
            "a@e..fr",
            "a\r\nBcc: x@e.fr",
            "a@1.2.3.4",
            ".a@e.fr",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Email::parse("Ana@Example.ORG").map(|e| e.0), Ok("ana@example.org".into()));
    }

    #[test]
    fn usernames() {
        assert!(Username::parse("@Ana_31").is_ok());
        for bad in ["", "ab", "a b c", "mairie", "é_à_ï", "a-b-c"] {
            assert!(Username::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Username::suggest("Zoé Müller", 42).as_str(), "zoe_muller_0042");
        assert_eq!(Username::suggest("日本", 7).as_str(), "citoyen_0007");
    }
}
