//! Calendars that people subscribe to (RFC 5545): lines that are folded, and texts in which nothing can become another property.

use domain::Timestamp;

/// A calendar that is being written.
#[derive(Debug, Clone)]
pub(crate) struct Calendar(String);

impl Calendar {
    /// A calendar with a name, of a part of this program (`territory`).
    pub(crate) fn named(part: &'static str, name: &str) -> Self {
        let mut calendar = Self(String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        calendar.line(&format!("PRODID:-//Parvis//{part}//EN"));
        calendar.text("NAME", name);
        calendar.text("X-WR-CALNAME", name);
        calendar
    }

    /// Begins an event whose name never changes.
    pub(crate) fn begin(&mut self, uid: &str) {
        self.line("BEGIN:VEVENT");
        self.text("UID", uid);
    }

    /// Ends it.
    pub(crate) fn end(&mut self) {
        self.line("END:VEVENT");
    }

    /// A property whose value is a text (RFC 5545 §3.3.11).
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// A property whose value is an instant, in UTC (RFC 5545 §3.3.5).
    pub(crate) fn instant(&mut self, name: &str, at: Timestamp) {
        self.line(&format!("{name}:{}", at.strftime("%Y%m%dT%H%M%SZ")));
    }

    /// A property whose value is an address: whoever calls knows that it is one.
    pub(crate) fn address(&mut self, address: &str) {
        self.line(&format!("URL:{address}"));
    }

    /// A property whose value is a number or one of ours.
    pub(crate) fn plain(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{value}"));
    }

    /// The file.
    pub(crate) fn file(mut self) -> String {
        self.line("END:VCALENDAR");
        self.0
    }

    /// A line of at most 75 bytes; what is longer goes on in the next, which begins with a space (RFC 5545 §3.1).
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars().filter(|c| !matches!(c, '\r' | '\n')) {
            if length + c.len_utf8() > 74 {
                self.0.push_str("\r\n ");
                length = 1;
            }
            length += c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stays_a_title() {
        let mut calendar = Calendar::named("test", "Nom");
        calendar.text("SUMMARY", "a;b,c\\d\r\nEND:VEVENT");
        calendar.plain("SEQUENCE", "1\r\nEND:VEVENT");
        calendar.text("DESCRIPTION", &"é".repeat(200));
        let file = calendar.file();
        assert!(file.contains("\r\nSUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\r\nSEQUENCE:1END:VEVENT\r\n"), "{file}");
        assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Parvis//test//EN\r\nNAME:Nom\r\n"), "{file}");
        assert!(file.lines().count() > 10 && file.split("\r\n").all(|line| line.len() <= 75) && file.ends_with("\r\nEND:VCALENDAR\r\n"));
    }
}
