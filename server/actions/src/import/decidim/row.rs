//! A row of an export: a proposal or a comment, with what we keep of it.

use super::fields::{Complaint, Fields, Trouble};
use domain::Timestamp;
use domain::answer::AnswerState;
use domain::contribution::Stance;
use domain::markup;
use domain::text::{self, BODY_MAX, NAME_MAX, TITLE_MAX};
use sha2::{Digest, Sha256};

/// A row that has the right shape.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its id at the source.
    pub id: String,
    /// Its address at the source, or that of the page it stands on.
    pub url: String,
    /// SHA-256 of all its fields.
    pub digest: Vec<u8>,
    /// When it was written.
    pub created_at: Timestamp,
    /// Name of its author, if the export says it.
    pub author: Option<String>,
    /// Code of its language, French when the export does not say.
    pub lang: String,
    /// The text, as Markdown.
    pub body: String,
    /// Where it stands in its file.
    pub(crate) fields: FieldsPlace,
    /// What it is.
    pub content: Content,
}

/// Where a row stands, for complaints made later.
pub(crate) type FieldsPlace = super::fields::Place;

/// What a row is.
#[derive(Debug, Clone)]
pub enum Content {
    /// A proposal.
    Proposal(Proposal),
    /// A comment.
    Comment(Comment),
}

/// What only a proposal has.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Its title.
    pub title: String,
    /// Name of its theme.
    pub theme: Option<String>,
    /// Votes there, or endorsements where there were no votes.
    pub supports: i32,
    /// Comments there.
    pub replies: i32,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// The official answer.
    pub answer: Option<(AnswerState, String, Timestamp)>,
}

/// What only a comment has.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Where it stands.
    pub stance: Stance,
    /// Id of what it replies to.
    pub parent: String,
    /// Whether that is a comment (otherwise a proposal).
    pub parent_is_comment: bool,
    /// Address of the proposal.
    pub root_url: String,
}

const TITLE: &[&str] = &["title/", "title"];
const BODY: &[&str] = &["body/", "body"];
const CREATED: &[&str] = &["published_at", "created_at"];
const THEME: &[&str] = &["category/name/", "category/name", "taxonomies/name/", "taxonomies/name", "scope/name/", "scope/name"];
const VOTES: &[&str] = &["votes", "proposal_votes_count", "endorsements/total_count", "likes/total_count", "endorsements"];
const ANSWER: &[&str] = &["answer/", "answer"];
const PARENT: &[&str] = &["commentable_id"];

impl Row {
    /// Reads a row from its fields.
    pub(crate) fn parse(fields: &Fields, digest: Vec<u8>) -> Result<Self, Complaint> {
        let id = required(fields, &["id"], 100)?;
        let is_comment = fields.get(&["commentable_id", "commentable_type", "root_commentable_url"]).is_some();
        let body = markup::from_foreign(fields.get(BODY).unwrap_or_default());
        if body.chars().count() > BODY_MAX {
            return Err(fields.complain(BODY, Trouble::TooLong(BODY_MAX)));
        }
        if is_comment && body.is_empty() {
            return Err(fields.complain(BODY, Trouble::Missing));
        }
        let created_at = date(fields, CREATED)?.ok_or_else(|| fields.complain(&["created_at", "published_at"], Trouble::Missing))?;
        let author = fields
            .get(&["author/name", "authors/names", "author/nickname"])
            .map(text::line)
            .map(|name| name.chars().take(NAME_MAX).collect());
        let lang = fields.get(&["locale"]).map_or_else(|| "fr".to_owned(), language);
        let content = if is_comment { Content::Comment(comment(fields)?) } else { Content::Proposal(proposal(fields, created_at)?) };
        let url = fields.get(&["url", "root_commentable_url"]).map(web_address).unwrap_or_default();
        Ok(Self { id, url, digest, created_at, author, lang, body, fields: fields.place, content })
    }
}

fn proposal(fields: &Fields, created_at: Timestamp) -> Result<Proposal, Complaint> {
    let title = required(fields, TITLE, TITLE_MAX)?;
    let theme = fields.get(THEME).map(text::line).map(|t| t.chars().take(NAME_MAX).collect());
    let decided = match fields.get(&["state"]).unwrap_or_default().trim() {
        "accepted" => Some(AnswerState::Accepted),
        "rejected" => Some(AnswerState::Refused),
        "evaluating" => Some(AnswerState::UnderStudy),
        _ => None,
    };
    let answered_at = date(fields, &["answered_at", "state_published_at"])?.unwrap_or(created_at);
    let answer_text = markup::from_foreign(fields.get(ANSWER).unwrap_or_default());
    if answer_text.chars().count() > BODY_MAX {
        return Err(fields.complain(ANSWER, Trouble::TooLong(BODY_MAX)));
    }
    // A platform may have states of its own: the text of such an answer is kept, without claiming a decision.
    let state = decided.or_else(|| (!answer_text.is_empty()).then_some(AnswerState::Received));
    let withdrawn = fields.get(&["withdrawn"]).is_some_and(|w| w.trim() == "true")
        || fields.get(&["withdrawn_at"]).is_some()
        || fields.get(&["state"]).is_some_and(|s| s.trim() == "withdrawn");
    Ok(Proposal {
        title,
        theme,
        supports: fields.number(VOTES)?,
        replies: fields.number(&["comments", "comments_count"])?,
        withdrawn,
        answer: state.map(|state| (state, answer_text, answered_at)),
    })
}

fn comment(fields: &Fields) -> Result<Comment, Complaint> {
    // Debates, meetings and budgets have ids of their own: their comments would land under the wrong proposal.
    if fields.get(&["commentable_type"]).is_some_and(|t| !t.ends_with("::Comment") && !t.ends_with("::Proposal")) {
        return Err(fields.complain(&["commentable_type"], Trouble::NoParent));
    }
    let stance = match fields.get(&["alignment"]).unwrap_or("0").trim() {
        "1" => Stance::For,
        "-1" => Stance::Against,
        "0" => Stance::Neutral,
        _ => return Err(fields.complain(&["alignment"], Trouble::NotANumber)),
    };
    Ok(Comment {
        stance,
        parent: required(fields, PARENT, 100)?,
        parent_is_comment: fields.get(&["commentable_type"]).is_some_and(|t| t.ends_with("::Comment")),
        root_url: fields.get(&["root_commentable_url"]).map(web_address).unwrap_or_default(),
    })
}

fn required(fields: &Fields, names: &[&str], max: usize) -> Result<String, Complaint> {
    let value = fields
        .get(names)
        .map(|v| text::line(&markup::from_foreign(v)))
        .filter(|v| !v.is_empty())
        .ok_or_else(|| fields.complain(names, Trouble::Missing))?;
    if value.chars().count() > max { Err(fields.complain(names, Trouble::TooLong(max))) } else { Ok(value) }
}

fn date(fields: &Fields, names: &[&str]) -> Result<Option<Timestamp>, Complaint> {
    let Some(text) = fields.get(names) else { return Ok(None) };
    parse_date(text).map(Some).ok_or_else(|| fields.complain(names, Trouble::NotADate))
}

/// Reads `2019-01-24 22:29:15 +0100`, `2019-01-24 22:29:15 UTC` and RFC 3339.
fn parse_date(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let rfc = || text.parse::<Timestamp>().ok();
    let ruby = || jiff::fmt::strtime::parse("%Y-%m-%d %H:%M:%S %z", text).ok()?.to_timestamp().ok();
    let utc = || text.strip_suffix(" UTC").and_then(|t| format!("{}Z", t.replace(' ', "T")).parse().ok());
    let day = || text.parse::<jiff::civil::Date>().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|z| z.timestamp());
    rfc().or_else(ruby).or_else(utc).or_else(day)
}

/// The address, or nothing: only web addresses are kept, since they become links.
fn web_address(text: &str) -> String {
    let text = text.trim();
    let is_plain = text.len() <= 2000 && !text.contains(|c: char| c.is_control() || c.is_whitespace());
    let is_web = || url::Url::parse(text).is_ok_and(|u| matches!(u.scheme(), "http" | "https") && u.host().is_some());
    if is_plain && is_web() { text.to_owned() } else { String::new() }
}

/// The primary subtag of a locale (`fr` of `fr-CA`); French when it is none.
fn language(locale: &str) -> String {
    let primary = locale.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let is_tag = matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
    if is_tag { primary } else { "fr".to_owned() }
}

/// What a row is recognised by: the digest of its fields.
pub(crate) fn digest<'a>(values: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut hasher = Sha256::new();
    for value in values {
        hasher.update((value.len() as u64).to_be_bytes());
        hasher.update(value);
    }
    hasher.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_every_export() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(parse_date(text).map(|t| t.to_string()).as_deref(), expected, "{text}");
        check("2019-01-24 22:29:15 +0100", Some("2019-01-24T21:29:15Z"));
        check("2019-01-24 22:29:15 UTC", Some("2019-01-24T22:29:15Z"));
        check("2025-03-01T10:00:00+01:00", Some("2025-03-01T09:00:00Z"));
        check("2025-03-01", Some("2025-03-01T00:00:00Z"));
        check("24/01/2019", None);
        check("", None);
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(
            web_address(" http://participation.example.fr/f/111/proposals/457 "),
            "http://participation.example.fr/f/111/proposals/457"
        );
        for bad in ["javascript:alert(1)", "data:text/html,x", "//x", "ftp://x/y", "http://", "http://e.fr/\0", "http://e.fr/ b"] {
            assert_eq!(web_address(bad), "", "{bad}");
        }
    }

    #[test]
    fn languages_are_tags() {
        for (locale, expected) in [("fr", "fr"), ("ca", "ca"), ("pt-BR", "pt"), ("DE_at", "de"), ("", "fr"), ("<b>", "fr"), ("f\0", "fr")] {
            assert_eq!(language(locale), expected, "{locale:?}");
        }
    }
}
