//! What a door answered, and how to read it.

use http::{HeaderMap, StatusCode};

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub body: String,
    /// The body as it came.
    pub bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, bytes: Vec<u8>) -> Self {
        Self { status, headers, body: String::from_utf8_lossy(&bytes).into_owned(), bytes }
    }

    /// A header's text, empty when it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where it redirects to.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> Option<String> {
        let at = self.body.find(&format!("name=\"{name}\""))?;
        let start = self.body[..at].rfind('<')?;
        let tag = &self.body[start..at + self.body[at..].find('>')?];
        let value = tag.split("value=\"").nth(1)?;
        Some(value.split('"').next()?.to_owned())
    }

    /// The address of the first link that begins so.
    pub fn link(&self, start: &str) -> Option<String> {
        let at = self.body.find(&format!("href=\"{start}"))?;
        Some(self.body[at..].split('"').nth(1)?.replace("&amp;", "&").replace("&#38;", "&"))
    }

    /// The words of the page without its tags, white space folded.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        for c in self.body.chars() {
            match c {
                '<' => {
                    inside = true;
                    text.push(' ');
                }
                '>' => inside = false,
                c if !inside => text.push(c),
                _ => {}
            }
        }
        let text = text
            .replace("&#39;", "'")
            .replace("&#x27;", "'")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Asserts that the page says this.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        let folded = |t: &str| t.replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'");
        assert!(folded(&self.text()).contains(&folded(words)), "{} does not say {words:?}:\n{}", self.status, self.text());
        self
    }

    /// Asserts that the page does not say this.
    #[track_caller]
    pub fn keeps_quiet_about(&self, words: &str) -> &Self {
        assert!(!self.text().contains(words), "{} says {words:?}:\n{}", self.status, self.text());
        self
    }
}
