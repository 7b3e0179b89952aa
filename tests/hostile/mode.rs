//! The ways to behave badly.

use super::wire::{Recorded, Reply};

/// How a peer behaves. What only some of its answers or signatures need is left alone by the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// Well.
    Ok,
    /// Answers this status to everything.
    Status(u16),
    /// Answers 429 and wants to be left alone for so many seconds.
    Busy(String),
    /// Sends everybody here.
    Redirect(String),
    /// Sends everybody on to itself for ever, through `hops` addresses.
    Loop(usize),
    /// Answers in time, one byte after the other.
    Drip,
    /// Never answers.
    Silent,
    /// Breaks the connection off as soon as it is asked.
    Reset,
    /// Answers a little that becomes endlessly much when it is unpacked.
    GzipBomb,
    /// Answers without end.
    Endless,
    /// Calls its documents by this type, or by none if it is empty.
    Typed(String),
    /// Its documents say that this is their id.
    Claims(String),
    /// Has new keys whenever it is asked for anything.
    RotatesKeys,
    /// Signs with its own key and says that it is this one.
    SignsAs(String),
    /// Signs so many seconds late, or early if it is negative.
    LiesAboutTime(i64),
}

impl Mode {
    /// Reads a mode as the program is given it: `ok`, `500`, `busy:60`, `redirect:http://127.0.0.1:1/`, `loop`, `drip`, `silent`, `reset`,
    /// `gzip-bomb`, `endless`, `type:text/plain`, `id:https://good.example/1`, `rotates-keys`.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, value) = text.split_once(':').map_or((text, ""), |(name, value)| (name, value));
        Some(match name {
            "ok" => Self::Ok,
            "busy" => Self::Busy(value.to_owned()),
            "redirect" => Self::Redirect(if value.is_empty() { "http://127.0.0.1:1/".to_owned() } else { value.to_owned() }),
            "loop" => Self::Loop(value.parse().unwrap_or(1)),
            "drip" => Self::Drip,
            "silent" => Self::Silent,
            "reset" => Self::Reset,
            "gzip-bomb" => Self::GzipBomb,
            "endless" => Self::Endless,
            "type" => Self::Typed(value.to_owned()),
            "id" => Self::Claims(value.to_owned()),
            "rotates-keys" => Self::RotatesKeys,
            status => Self::Status(status.parse().ok().filter(|status| (100..600).contains(status))?),
        })
    }

    /// What is answered whatever was asked for; `None` if it depends on that.
    pub(super) fn reply(&self, request: &Recorded) -> Option<Reply> {
        let redirect = |to: String| Reply::Whole(302, vec![("location".to_owned(), to)], Vec::new());
        Some(match self {
            Self::Status(status) => Reply::Whole(*status, Vec::new(), Vec::new()),
            Self::Busy(rest) => Reply::Whole(429, vec![("retry-after".to_owned(), rest.clone())], Vec::new()),
            Self::Redirect(to) => redirect(to.clone()),
            Self::Loop(hops) => {
                let hop: usize = request.target.strip_prefix("/loop/").and_then(|hop| hop.parse().ok()).unwrap_or(0);
                redirect(format!("/loop/{}", (hop + 1) % (*hops).max(1)))
            }
            Self::Drip => Reply::Drip,
            Self::Silent => Reply::Silent,
            Self::Reset => Reply::Reset,
            Self::GzipBomb => Reply::Bomb,
            Self::Endless => Reply::Endless,
            Self::Ok | Self::Typed(_) | Self::Claims(_) | Self::RotatesKeys | Self::SignsAs(_) | Self::LiesAboutTime(_) => return None,
        })
    }
}
