//! From a letter to the bytes of a mail: text and HTML side by side, headers that nobody's text can break out of.

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};

use super::{Letter, MailError};

/// Builds the mail.
pub(super) fn compose(from: &Mailbox, letter: Letter) -> Result<Message, MailError> {
    let to = recipient(&letter.to)?;
    let leave = letter.leave.clone();
    let mut builder = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(one_line(&letter.subject))
        .message_id(Some(format!("<{}@{}>", letter.message_id, from.email.domain())))
        // RFC 3834: no automatic answer, such as a notice of absence, is to come back.
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Content-Language"), one_line(letter.language)));
    if let Some(address) = leave {
        // RFC 2369 and RFC 8058: the button of the reader's mail program.
        let header = |name, value| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
        builder = builder
            .raw_header(header("List-Unsubscribe", format!("<{}>", one_line(&address))))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    builder
        .multipart(MultiPart::alternative_plain_html(letter.text, letter.html))
        .map_err(|error| MailError::Permanent(format!("it cannot be composed ({error})")))
}

/// The address, when it is one that means one mailbox: `%`, quotes and commas serve to route around limits and are refused.
fn recipient(text: &str) -> Result<Address, MailError> {
    let refused = || MailError::Permanent("the address is not one".to_owned());
    if text.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '%' | '"' | ',' | '<' | '>' | '\\' | '!')) {
        return Err(refused());
    }
    text.parse().map_err(|_not_an_address| refused())
}

/// The text with every line end and control character as a space.
fn one_line(text: &str) -> String {
    let line_end = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(line_end).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
