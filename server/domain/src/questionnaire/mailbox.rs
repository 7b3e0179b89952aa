//! Which mailbox an address most likely leads to: what comes after `+` and the dots of the local part are left out. Two addresses of one
//! mailbox are a reason to look, never to drop an answer.

use crate::text::Email;

/// The address without its tag and dots.
#[must_use]
pub fn mailbox(email: &Email) -> String {
    let (local, domain) = email.as_str().split_once('@').unwrap_or((email.as_str(), ""));
    let name = local.split_once('+').map_or(local, |(name, _)| name);
    let plain: String = name.chars().filter(|c| *c != '.').collect();
    // An address that begins with `+` has no other name.
    let plain = if plain.is_empty() { local.to_owned() } else { plain };
    let domain = if domain == "googlemail.com" { "gmail.com" } else { domain };
    format!("{plain}@{domain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_dots_lead_to_one_mailbox() {
        let check = |address: &str, expected: &str| assert_eq!(mailbox(&Email::parse(address).unwrap()), expected, "{address}");
        check("Ana.Martin+vote2@Example.org", "anamartin@example.org");
        check("anamartin@example.org", "anamartin@example.org");
        check("+only@example.org", "+only@example.org");
        check("ana@googlemail.com", "ana@gmail.com");
    }
}
