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

/// Well-known servers that give mailboxes for a few minutes. Not complete, and not a reason to refuse anybody.
const THROWAWAY: [&str; 24] = [
    "0815.ru",
    "10minutemail.com",
    "dispostable.com",
    "emailondeck.com",
    "fakeinbox.com",
    "getnada.com",
    "guerrillamail.com",
    "guerrillamail.net",
    "jetable.org",
    "maildrop.cc",
    "mailinator.com",
    "mailnesia.com",
    "minutebox.com",
    "mohmal.com",
    "mytemp.email",
    "sharklasers.com",
    "spambox.us",
    "temp-mail.org",
    "tempmail.com",
    "tempr.email",
    "throwawaymail.com",
    "trashmail.com",
    "yopmail.com",
    "yopmail.fr",
];

/// Whether an address is on a server that is known for mailboxes of a few minutes.
#[must_use]
pub fn is_throwaway(email: &Email) -> bool {
    let host = email.as_str().rsplit('@').next().unwrap_or_default();
    THROWAWAY.iter().any(|known| host == *known || host.strip_suffix(known).is_some_and(|rest| rest.ends_with('.')))
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

    #[test]
    fn throwaway_servers_are_known_with_their_names_below() {
        let check = |address: &str, expected: bool| assert_eq!(is_throwaway(&Email::parse(address).unwrap()), expected, "{address}");
        check("ana@yopmail.com", true);
        check("ana@x.Mailinator.com", true);
        check("ana@notmailinator.com", false);
        check("ana@example.org", false);
    }
}
