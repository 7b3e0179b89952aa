//! Codes that people copy from paper: no symbol that is taken for another, and a last symbol that tells a slip of the pen.
//!
//! 29 symbols, a prime number: the check symbol is Σ i·vᵢ mod 29 over the others (i from 1), so one wrong symbol and two neighbours exchanged
//! are always noticed (the reasoning of ISO/IEC 7064 and of ISBN-10).

const SYMBOLS: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRSTWXYZ";
/// Symbols of a code on a letter, the check symbol among them: 15 drawn ones are 72 bits.
pub const LETTER: usize = 16;
/// Symbols of a code given at a desk, which lives for minutes: 7 drawn ones are 34 bits.
pub const DESK: usize = 8;
/// Symbols read together.
const GROUP: usize = 4;

/// The code of `length` symbols that a random number makes; 128 bits are enough for 24 symbols.
#[must_use]
pub fn spell(mut random: u128, length: usize) -> String {
    let mut code = String::with_capacity(length);
    for _ in 1..length {
        let value = usize::try_from(random % 29).unwrap_or(0);
        random /= 29;
        code.extend(SYMBOLS.get(value).copied().map(char::from));
    }
    let check = usize::try_from(check(&code)).unwrap_or(0);
    code.extend(SYMBOLS.get(check).copied().map(char::from));
    code
}

/// A code as somebody typed it: spaces and hyphens mean nothing, nor do small letters. `None`: no code, or a slip of the pen.
#[must_use]
pub fn parse(typed: &str) -> Option<String> {
    if typed.len() > 100 {
        return None;
    }
    let code: String = typed.chars().filter(|c| !c.is_whitespace() && !"-–—.".contains(*c)).map(|c| c.to_ascii_uppercase()).collect();
    let known = code.bytes().all(|symbol| SYMBOLS.contains(&symbol));
    if !known || ![LETTER, DESK].contains(&code.len()) {
        return None;
    }
    let mut drawn = code.clone();
    let last = drawn.pop().and_then(value)?;
    (check(&drawn) == last).then_some(code)
}

/// A code in groups, as it is printed.
#[must_use]
pub fn grouped(code: &str) -> String {
    let mut text = String::with_capacity(code.len() + code.len() / GROUP);
    for (place, symbol) in code.chars().enumerate() {
        if place > 0 && place % GROUP == 0 {
            text.push('-');
        }
        text.push(symbol);
    }
    text
}

fn value(symbol: char) -> Option<u64> {
    SYMBOLS.iter().position(|known| char::from(*known) == symbol).and_then(|place| u64::try_from(place).ok())
}

fn check(drawn: &str) -> u64 {
    (1..).zip(drawn.chars()).map(|(weight, symbol): (u64, char)| weight * value(symbol).unwrap_or(0)).sum::<u64>() % 29
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANDOM: u128 = 0x1234_5678_9abc_def0_0fed_cba9_8765_4321;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = spell(RANDOM, LETTER);
        assert_eq!((code.len(), parse(&code).as_deref()), (LETTER, Some(code.as_str())));
        assert_eq!(parse(&format!(" {} ", grouped(&code).to_lowercase())), Some(code.clone()));
        assert_eq!(grouped(&code).matches('-').count(), 3);
        assert_eq!(parse(&spell(7, DESK)).map(|code| code.len()), Some(DESK));
        for wrong in ["", "ABCD", "0000-0000-0000-0000", &"2".repeat(15), &"A".repeat(200)] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_slip_of_one_symbol_and_every_exchange_of_neighbours_is_noticed() {
        let code: Vec<char> = spell(RANDOM, LETTER).chars().collect();
        for place in 0..code.len() {
            for symbol in SYMBOLS.iter().copied().map(char::from).filter(|symbol| *symbol != code[place]) {
                let mut slip = code.clone();
                slip[place] = symbol;
                assert_eq!(parse(&slip.iter().collect::<String>()), None);
            }
            if place > 0 && code[place] != code[place - 1] {
                let mut slip = code.clone();
                slip.swap(place, place - 1);
                assert_eq!(parse(&slip.iter().collect::<String>()), None);
            }
        }
    }
}
