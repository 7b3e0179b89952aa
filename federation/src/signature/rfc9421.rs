//! RFC 9421. The base is built from the list of components as it was written: their order and unknown parameters need not be understood.

use jiff::Timestamp;

use super::message::Message;
use super::policy::{check_created, check_expires, check_key_id, check_signature_length, is_address};
use super::structured::{Entry, Item, Malformed, Member, Parameters, Value, dictionary};
use super::{Claim, KeyKind, Refused, Scheme, digest};

/// Most signatures on one request: the sender's and those of proxies.
const LABELS_MAX: usize = 3;

/// One signature, as the two headers describe it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled<'a> {
    /// The components it covers; none has parameters or is there twice.
    pub components: Vec<&'a str>,
    /// When it was made, in seconds.
    pub created: Option<i64>,
    /// Until when it is good, in seconds.
    pub expires: Option<i64>,
    /// The key.
    pub key_id: Option<&'a str>,
    /// The algorithm.
    pub algorithm: Option<&'a str>,
    /// Whether a component has parameters; we understand none.
    pub has_component_parameters: bool,
    /// Components and parameters as written.
    pub raw: &'a str,
    /// The signature.
    pub signature: Vec<u8>,
}

impl From<Malformed> for Refused {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed(malformed.0)
    }
}

/// Reads the members of the two headers and puts them together. Hands them to `use_them`, since they borrow from both.
///
/// # Errors
/// When one of them is not well formed or has no counterpart.
pub fn parse<T>(input: &str, signature: &str, use_them: impl FnOnce(&[Labelled<'_>]) -> Result<T, Refused>) -> Result<T, Refused> {
    let inputs = dictionary(input, LABELS_MAX)?;
    let mut signatures = dictionary(signature, LABELS_MAX)?;
    let mut found = Vec::with_capacity(inputs.len());
    for member in &inputs {
        let Some(place) = signatures.iter().position(|known| known.key == member.key) else {
            return Err(Refused::Malformed("a label without signature"));
        };
        let Value::Item(Item::Bytes(bytes)) = signatures.swap_remove(place).value else {
            return Err(Refused::Malformed("the signature is not bytes"));
        };
        check_signature_length(&bytes)?;
        found.push(labelled(member, bytes)?);
    }
    if !signatures.is_empty() {
        return Err(Refused::Malformed("a signature without label"));
    }
    use_them(&found)
}

fn labelled<'a>(member: &'a Member<'a>, signature: Vec<u8>) -> Result<Labelled<'a>, Refused> {
    let Value::Inner(entries) = &member.value else { return Err(Refused::Malformed("no list of components")) };
    let components = components(entries)?;
    let parameters = &member.parameters;
    Ok(Labelled {
        components,
        created: integer(parameters, "created")?,
        expires: integer(parameters, "expires")?,
        key_id: text(parameters, "keyid")?,
        algorithm: text(parameters, "alg")?,
        has_component_parameters: entries.iter().any(|entry| !entry.parameters.is_empty()),
        raw: member.raw,
        signature,
    })
}

fn components<'a>(entries: &'a [Entry<'a>]) -> Result<Vec<&'a str>, Refused> {
    let mut names: Vec<&str> = Vec::with_capacity(entries.len());
    for (place, entry) in entries.iter().enumerate() {
        let Item::Text(name) = &entry.item else { return Err(Refused::Malformed("a component is not a text")) };
        if !is_component(name) {
            return Err(Refused::Malformed("a component has an impossible name"));
        }
        if entries.iter().take(place).any(|known| known == entry) {
            return Err(Refused::Malformed("a component is there twice"));
        }
        names.push(name);
    }
    Ok(names)
}

fn is_component(name: &str) -> bool {
    let name = name.strip_prefix('@').unwrap_or(name);
    !name.is_empty() && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.'))
}

fn integer(parameters: &Parameters<'_>, name: &str) -> Result<Option<i64>, Refused> {
    match parameters.get(name) {
        None => Ok(None),
        Some(Item::Integer(number)) => Ok(Some(*number)),
        Some(_) => Err(Refused::Malformed("a time is not a number")),
    }
}

fn text<'a>(parameters: &'a Parameters<'_>, name: &str) -> Result<Option<&'a str>, Refused> {
    match parameters.get(name) {
        None => Ok(None),
        Some(Item::Text(text)) => Ok(Some(text)),
        Some(_) => Err(Refused::Malformed("a parameter is not a text")),
    }
}

/// Reads the claim of a request signed this way.
pub(super) fn read(message: &Message<'_>, input: &str, signature: &str, now: Timestamp) -> Result<Claim, Refused> {
    parse(input, signature, |all| {
        let one = choose(all)?;
        let key_id = one.key_id.ok_or(Refused::Malformed("no key is named"))?;
        check_key_id(key_id, message.origin)?;
        check_times(one, now)?;
        let algorithm = algorithm(one.algorithm)?;
        check_components(one, message)?;
        if message.has_body() || one.components.contains(&"content-digest") {
            digest::check_content_digest(message.headers, message.body)?;
        }
        let base = base(one, message)?;
        Ok(Claim { key_id: key_id.to_owned(), scheme: Scheme::Rfc9421, algorithm, bases: vec![base], signature: one.signature.clone() })
    })
}

/// The one signature with a key we could ask for. Those of proxies name their keys otherwise; two that we could ask for contradict.
fn choose<'a, 'b>(all: &'a [Labelled<'b>]) -> Result<&'a Labelled<'b>, Refused> {
    if let [only] = all {
        return Ok(only);
    }
    let mut usable = all.iter().filter(|one| one.key_id.is_some_and(is_address));
    match (usable.next(), usable.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(Refused::Key("the id of the key is not a web address")),
        (Some(_), Some(_)) => Err(Refused::Policy("signed by several keys")),
    }
}

fn check_times(one: &Labelled<'_>, now: Timestamp) -> Result<(), Refused> {
    let created = one.created.ok_or(Refused::Policy("the moment of signing is not said"))?;
    check_created(created, now)?;
    one.expires.map_or(Ok(()), |expires| check_expires(expires, created, now))
}

fn algorithm(name: Option<&str>) -> Result<Option<KeyKind>, Refused> {
    match name {
        None => Ok(None),
        Some("rsa-v1_5-sha256") => Ok(Some(KeyKind::RsaSha256)),
        Some("ed25519") => Ok(Some(KeyKind::Ed25519)),
        Some(_) => Err(Refused::Policy("an algorithm that is not used here")),
    }
}

fn check_components(one: &Labelled<'_>, message: &Message<'_>) -> Result<(), Refused> {
    let covers = |name: &str| one.components.contains(&name);
    if one.has_component_parameters {
        return Err(Refused::Policy("a component has parameters"));
    }
    if !covers("@method") {
        return Err(Refused::Policy("the method is not signed"));
    }
    let has_parts = covers("@authority") && covers("@path") && (message.query().is_none() || covers("@query"));
    if !covers("@target-uri") && !has_parts {
        return Err(Refused::Policy("the address is not signed"));
    }
    if message.has_body() && !covers("content-digest") {
        return Err(Refused::Policy("the digest is not signed"));
    }
    Ok(())
}

/// What was signed, if this was.
pub(super) fn base(one: &Labelled<'_>, message: &Message<'_>) -> Result<Vec<u8>, Refused> {
    let mut base = Vec::with_capacity(512);
    for name in &one.components {
        base.push(b'"');
        base.extend(name.bytes());
        base.extend(b"\": ");
        if name.starts_with('@') {
            append_derived(name, message, &mut base)?;
        } else {
            message.append_field(name, &mut base)?;
        }
        base.push(b'\n');
    }
    base.extend(b"\"@signature-params\": ");
    base.extend(one.raw.bytes());
    Ok(base)
}

fn append_derived(name: &str, message: &Message<'_>, base: &mut Vec<u8>) -> Result<(), Refused> {
    match name {
        "@method" => base.extend(message.method.bytes()),
        "@target-uri" => {
            base.extend(message.origin.scheme().bytes());
            base.extend(b"://");
            base.extend(message.authority().bytes());
            base.extend(message.path_and_query.bytes());
        }
        "@authority" => base.extend(message.authority().bytes()),
        "@scheme" => base.extend(message.origin.scheme().bytes()),
        "@request-target" => base.extend(message.path_and_query.bytes()),
        "@path" => base.extend(message.path().bytes()),
        "@query" => {
            base.push(b'?');
            base.extend(message.query().unwrap_or_default().bytes());
        }
        _ => return Err(Refused::Policy("a component that is not used here")),
    }
    Ok(())
}
