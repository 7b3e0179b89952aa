//! The encodings of keys: PEM, the little of DER that public keys need, and base 58. Strict: one key has one reading, nothing may follow.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Longest text that is looked at: an RSA key of 8,192 bits has 1,500 characters.
const PEM_MAX: usize = 8_192;

/// The label and the bytes of a PEM text that has one block and nothing else.
pub(super) fn pem(text: &str) -> Option<(&str, Vec<u8>)> {
    if text.len() > PEM_MAX {
        return None;
    }
    let (label, rest) = text.trim().strip_prefix("-----BEGIN ")?.split_once("-----")?;
    let content = rest.strip_suffix("-----")?.strip_suffix(label)?.strip_suffix("-----END ")?;
    let plain: Vec<u8> = content.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    Some((label, STANDARD.decode(plain).ok()?))
}

/// Bytes as PEM.
pub(super) fn to_pem(label: &str, der: &[u8]) -> String {
    let mut text = format!("-----BEGIN {label}-----\n");
    for (place, letter) in STANDARD.encode(der).chars().enumerate() {
        if place > 0 && place % 64 == 0 {
            text.push('\n');
        }
        text.push(letter);
    }
    text.push_str("\n-----END ");
    text.push_str(label);
    text.push_str("-----\n");
    text
}

/// DER tags.
pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const NULL: u8 = 0x05;
pub(super) const OBJECT: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;

/// Takes one element with this tag from the start of `input`: its content and what follows.
pub(super) fn element(input: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (&first, rest) = input.split_first()?;
    let (&short, rest) = rest.split_first()?;
    if first != tag {
        return None;
    }
    let (length, rest) = match short {
        0..=0x7f => (usize::from(short), rest),
        0x81 => {
            let (&length, rest) = rest.split_first()?;
            (usize::from(length), rest)
        }
        0x82 => {
            let (length, rest) = rest.split_first_chunk::<2>()?;
            (usize::from(u16::from_be_bytes(*length)), rest)
        }
        _ => return None,
    };
    // The shortest form of the length is the only one.
    let is_shortest = match short {
        0x81 => length > 0x7f,
        0x82 => length > 0xff,
        _ => true,
    };
    if is_shortest { rest.split_at_checked(length) } else { None }
}

/// The content of the only element of `input`.
pub(super) fn only_element(input: &[u8], tag: u8) -> Option<&[u8]> {
    element(input, tag).filter(|(_, rest)| rest.is_empty()).map(|(content, _)| content)
}

/// Takes a positive whole number: its bytes without leading zero, and what follows.
pub(super) fn positive(input: &[u8]) -> Option<(&[u8], &[u8])> {
    let (content, rest) = element(input, INTEGER)?;
    match content {
        [0, second, ..] if *second >= 0x80 => Some((content.get(1..)?, rest)),
        [first, ..] if (1..0x80).contains(first) => Some((content, rest)),
        _ => None,
    }
}

/// An element with this tag and content.
pub(super) fn to_element(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let mut bytes = vec![tag];
    match content.len() {
        0..=0x7f => bytes.extend(length.last()),
        0x80..=0xff => bytes.extend([0x81].iter().chain(length.last())),
        _ => bytes.extend([0x82].iter().chain(length.iter().skip(length.len() - 2))),
    }
    bytes.extend(content);
    bytes
}

const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// Longest base 58 that is looked at: the work grows with the square of the length; a key has 47 characters, a signature of 64 bytes 88 at most.
const BASE58_MAX: usize = 88;

/// Bytes in base 58 (the Bitcoin alphabet).
pub(crate) fn to_base58(bytes: &[u8]) -> String {
    let mut digits: Vec<u8> = Vec::new();
    for &byte in bytes {
        let mut carry = u32::from(byte);
        for digit in &mut digits {
            carry += u32::from(*digit) << 8;
            *digit = (carry % 58) as u8;
            carry /= 58;
        }
        while carry > 0 {
            digits.push((carry % 58) as u8);
            carry /= 58;
        }
    }
    let zeros = bytes.iter().take_while(|byte| **byte == 0).map(|_| 0_u8);
    let letters = zeros.chain(digits.into_iter().rev()).filter_map(|digit| ALPHABET.get(usize::from(digit)));
    letters.map(|letter| char::from(*letter)).collect()
}

/// The bytes of a text in base 58.
pub(crate) fn base58(text: &str) -> Option<Vec<u8>> {
    if text.len() > BASE58_MAX {
        return None;
    }
    let mut bytes: Vec<u8> = Vec::new();
    for letter in text.bytes() {
        let mut carry = u32::try_from(ALPHABET.iter().position(|known| *known == letter)?).ok()?;
        for byte in &mut bytes {
            carry += u32::from(*byte) * 58;
            *byte = (carry & 0xff) as u8;
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push((carry & 0xff) as u8);
            carry >>= 8;
        }
    }
    bytes.extend(text.bytes().take_while(|letter| *letter == b'1').map(|_| 0));
    bytes.reverse();
    Some(bytes)
}
