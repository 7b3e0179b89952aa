//! What makes a good enough password: length, no composition rules, nothing common (NIST SP 800-63B §3.1.1, ASVS 5.0 6.2, CNIL 2022-100 case 2).

use crate::text::Fault;

/// Fewest characters.
pub const PASSWORD_MIN: usize = 15;
/// Most characters: bounds the cost of hashing, far above what a person types.
pub const PASSWORD_MAX: usize = 256;

/// Beginnings that make a long password guessable all the same, without accents, in lower case.
const COMMON: &[&str] = &[
    "password",
    "motdepasse",
    "passwort",
    "azertyuiop",
    "qwertyuiop",
    "qwertzuiop",
    "1234567",
    "7654321",
    "abcdefghij",
    "iloveyou",
    "jetaime",
    "soleil",
    "bonjour",
    "administrateur",
    "administrator",
    "letmein",
    "welcome",
    "changeme",
    "000000000",
    "111111111",
];

/// Checks a password somebody chose. `place` is the collectivity's name and `account` the person's name and address: a password made of them is refused.
///
/// # Errors
/// `Missing`, `TooShort`, `TooLong` or `TooCommon`.
pub fn check_password(password: &str, place: &str, account: &[&str]) -> Result<(), Fault> {
    match password.chars().count() {
        0 => return Err(Fault::Missing),
        n if n < PASSWORD_MIN => return Err(Fault::TooShort(PASSWORD_MIN)),
        n if n > PASSWORD_MAX => return Err(Fault::TooLong(PASSWORD_MAX)),
        _ => {}
    }
    let core = letters(password);
    let distinct = core.chars().collect::<std::collections::BTreeSet<_>>().len();
    let known = COMMON.iter().map(|c| (*c).to_owned()).chain(std::iter::once(letters(place))).chain(account.iter().map(|a| letters(a)));
    let rest = known.filter(|w| w.len() >= 4).fold(core.clone(), |rest, word| rest.replace(&word, ""));
    let guessable = rest.len() < core.len() && rest.chars().count() <= 6;
    if guessable || distinct < 5 { Err(Fault::TooCommon) } else { Ok(()) }
}

fn letters(text: &str) -> String {
    crate::search::plain(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords() {
        let check = |password: &str, expected: Result<(), Fault>| {
            assert_eq!(check_password(password, "Saint-Aubin", &["ana@example.org", "Ana Martin"]), expected, "{password}");
        };
        check("", Err(Fault::Missing));
        check("court", Err(Fault::TooShort(15)));
        check(&"long".repeat(100), Err(Fault::TooLong(256)));
        check("aaaaaaaaaaaaaaaaaaaa", Err(Fault::TooCommon));
        check("motdepasse-2026", Err(Fault::TooCommon));
        check("password1234567", Err(Fault::TooCommon));
        check("Saint-Aubin-2026!", Err(Fault::TooCommon));
        check("ana@example.org!!", Err(Fault::TooCommon));
        check("cheval agrafe pile correct", Ok(()));
        check("été à la plage !", Ok(()));
    }
}
