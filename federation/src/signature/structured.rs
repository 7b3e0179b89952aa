//! Structured fields (RFC 9651), as far as signatures need them: dictionaries whose members keep the very text they were written in.
//! Stricter than the standard where it lets something pass silently: a key that is there twice is refused.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Longest field that is read, in bytes.
const FIELD_MAX: usize = 16 * 1024;
/// Most items in one list.
const ITEMS_MAX: usize = 32;
/// Most parameters of one value.
const PARAMETERS_MAX: usize = 16;

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

/// A single value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item<'a> {
    /// A whole number.
    Integer(i64),
    /// A number with a point, as written.
    Decimal(&'a str),
    /// A text in quotes.
    Text(Cow<'a, str>),
    /// A bare word.
    Token(&'a str),
    /// Bytes, in base 64 between colons.
    Bytes(Vec<u8>),
    /// Yes or no.
    Boolean(bool),
    /// A moment, in seconds.
    Date(i64),
}

/// Named values behind something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parameters<'a>(Vec<(&'a str, Item<'a>)>);

impl<'a> Parameters<'a> {
    /// The value of a parameter.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Item<'a>> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, item)| item)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One value of an inner list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The value.
    pub item: Item<'a>,
    /// Its parameters.
    pub parameters: Parameters<'a>,
}

/// What a member of a dictionary is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// One value.
    Item(Item<'a>),
    /// A list in parentheses.
    Inner(Vec<Entry<'a>>),
}

/// A member of a dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member<'a> {
    /// Its name.
    pub key: &'a str,
    /// Its value.
    pub value: Value<'a>,
    /// The parameters of the value.
    pub parameters: Parameters<'a>,
    /// Value and parameters as they were written.
    pub raw: &'a str,
}

/// Reads a dictionary of at most `most` members.
///
/// # Errors
/// What is wrong with it.
pub fn dictionary(text: &str, most: usize) -> Result<Vec<Member<'_>>, Malformed> {
    if text.len() > FIELD_MAX || !text.is_ascii() {
        return Err(Malformed("a field is too long or not plain text"));
    }
    let mut reader = Reader { rest: text.trim_matches(' ') };
    let mut members: Vec<Member<'_>> = Vec::new();
    loop {
        let member = reader.member()?;
        if members.iter().any(|known| known.key == member.key) {
            return Err(Malformed("a member of a field is there twice"));
        }
        members.push(member);
        if members.len() > most {
            return Err(Malformed("a field has too many members"));
        }
        reader.skip(&[' ', '\t']);
        if reader.rest.is_empty() {
            return Ok(members);
        }
        reader.expect(',')?;
        reader.skip(&[' ', '\t']);
    }
}

/// What is still to be read. The text is ASCII.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn skip(&mut self, letters: &[char]) {
        self.rest = self.rest.trim_start_matches(letters);
    }

    fn takes(&mut self, letter: char) -> bool {
        let after = self.rest.strip_prefix(letter);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn expect(&mut self, letter: char) -> Result<(), Malformed> {
        if self.takes(letter) { Ok(()) } else { Err(Malformed("a field is not well formed")) }
    }

    /// Takes the letters that fit.
    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|letter| !fits(letter)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn member(&mut self) -> Result<Member<'a>, Malformed> {
        let key = self.key()?;
        if !self.takes('=') {
            let start = self.rest;
            let parameters = self.parameters()?;
            return Ok(Member { key, value: Value::Item(Item::Boolean(true)), parameters, raw: self.since(start) });
        }
        let start = self.rest;
        let value = if self.takes('(') { Value::Inner(self.entries()?) } else { Value::Item(self.item()?) };
        let parameters = self.parameters()?;
        Ok(Member { key, value, parameters, raw: self.since(start) })
    }

    fn since(&self, start: &'a str) -> &'a str {
        start.strip_suffix(self.rest).unwrap_or(start)
    }

    fn key(&mut self) -> Result<&'a str, Malformed> {
        let key = self.take_while(|letter| matches!(letter, 'a'..='z' | '0'..='9' | '_' | '-' | '.' | '*'));
        if key.starts_with(|first: char| first.is_ascii_lowercase() || first == '*') { Ok(key) } else { Err(Malformed("not a name")) }
    }

    fn parameters(&mut self) -> Result<Parameters<'a>, Malformed> {
        let mut found: Vec<(&'a str, Item<'a>)> = Vec::new();
        while self.takes(';') {
            self.skip(&[' ']);
            let name = self.key()?;
            let item = if self.takes('=') { self.item()? } else { Item::Boolean(true) };
            if found.iter().any(|(known, _)| *known == name) {
                return Err(Malformed("a parameter is there twice"));
            }
            found.push((name, item));
            if found.len() > PARAMETERS_MAX {
                return Err(Malformed("too many parameters"));
            }
        }
        Ok(Parameters(found))
    }

    /// The rest of an inner list, behind its parenthesis.
    fn entries(&mut self) -> Result<Vec<Entry<'a>>, Malformed> {
        let mut entries = Vec::new();
        loop {
            self.skip(&[' ']);
            if self.takes(')') {
                return Ok(entries);
            }
            let item = self.item()?;
            let parameters = self.parameters()?;
            entries.push(Entry { item, parameters });
            if entries.len() > ITEMS_MAX {
                return Err(Malformed("a list is too long"));
            }
            if !self.rest.starts_with([' ', ')']) {
                return Err(Malformed("a list is not well formed"));
            }
        }
    }

    fn item(&mut self) -> Result<Item<'a>, Malformed> {
        match self.rest.chars().next() {
            Some('"') => self.text(),
            Some(':') => self.bytes(),
            Some('?') => self.boolean(),
            Some('@') => {
                self.expect('@')?;
                match self.number()? {
                    Item::Integer(seconds) => Ok(Item::Date(seconds)),
                    _ => Err(Malformed("not a date")),
                }
            }
            Some('-' | '0'..='9') => self.number(),
            Some('*' | 'a'..='z' | 'A'..='Z') => Ok(Item::Token(self.take_while(is_of_token))),
            _ => Err(Malformed("not a value")),
        }
    }

    fn text(&mut self) -> Result<Item<'a>, Malformed> {
        self.expect('"')?;
        let plain = self.take_while(|letter| matches!(letter, ' '..='~') && letter != '"' && letter != '\\');
        if self.takes('"') {
            return Ok(Item::Text(Cow::Borrowed(plain)));
        }
        let mut text = plain.to_owned();
        loop {
            if self.takes('"') {
                return Ok(Item::Text(Cow::Owned(text)));
            }
            self.expect('\\')?;
            let escaped = if self.takes('"') { '"' } else { '\\' };
            if escaped == '\\' {
                self.expect('\\')?;
            }
            text.push(escaped);
            text.push_str(self.take_while(|letter| matches!(letter, ' '..='~') && letter != '"' && letter != '\\'));
        }
    }

    fn bytes(&mut self) -> Result<Item<'a>, Malformed> {
        self.expect(':')?;
        let encoded = self.take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '/' | '='));
        self.expect(':')?;
        STANDARD.decode(encoded).map(Item::Bytes).map_err(|_not_base64| Malformed("not base 64"))
    }

    fn boolean(&mut self) -> Result<Item<'a>, Malformed> {
        self.expect('?')?;
        if self.takes('1') {
            return Ok(Item::Boolean(true));
        }
        self.expect('0')?;
        Ok(Item::Boolean(false))
    }

    fn number(&mut self) -> Result<Item<'a>, Malformed> {
        const DIGITS_MAX: usize = 15;
        const WHOLE_MAX: usize = 12;
        const FRACTION_MAX: usize = 3;
        let start = self.rest;
        self.takes('-');
        let whole = self.take_while(|letter| letter.is_ascii_digit()).len();
        if self.takes('.') {
            let fraction = self.take_while(|letter| letter.is_ascii_digit()).len();
            let fits = (1..=WHOLE_MAX).contains(&whole) && (1..=FRACTION_MAX).contains(&fraction);
            return if fits { Ok(Item::Decimal(self.since(start))) } else { Err(Malformed("not a number")) };
        }
        let number = if whole <= DIGITS_MAX { self.since(start).parse().ok() } else { None };
        number.map(Item::Integer).ok_or(Malformed("not a number"))
    }
}

fn is_of_token(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~:/".contains(letter)
}
