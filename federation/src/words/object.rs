//! Things that other servers publish: texts, articles, events, pictures.

use domain::contribution::{Kind, Stance};
use domain::listing::{Listing, Meeting as Gathering};
use domain::text;
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

use super::answer::{self, Answer};
use super::event;
use super::listing;
use super::location::{self, Location};
use super::markdown;
use super::read::{ADDRESSEES_MAX, Reader, clamp, language, reference};
use super::{Bad, PUBLIC, same_authority};

/// Longest title, in characters.
const NAME_MAX: usize = 300;
/// Longest summary, in characters.
const SUMMARY_MAX: usize = 500;
/// Most tags (mentions and hashtags) that are read.
const TAGS_MAX: usize = 50;
/// Longest hashtag, in characters.
const HASHTAG_MAX: usize = 100;
/// Most pictures that are read.
const IMAGES_MAX: usize = 16;
/// Longest description of a picture, in characters.
const ALT_MAX: usize = 1_000;
/// Longest content that may still say nothing, in bytes.
const EMPTY_MAX: usize = 32;
/// Most authors among whom one is chosen.
const AUTHORS_MAX: usize = 16;

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectKind {
    /// A short text; the only kind that some servers have.
    Note,
    /// A titled text.
    Page,
    /// A long text.
    Article,
    /// A poll.
    Question,
    /// A meeting.
    Event,
    /// A picture.
    Image,
    /// A film.
    Video,
    /// A recording.
    Audio,
    /// A file.
    Document,
}

impl ObjectKind {
    /// The kind that a type stands for. Bonfire writes its votes as `Answer`: they are notes with a name.
    #[must_use]
    pub fn parse(kind: &str) -> Option<Self> {
        Some(match kind {
            "Note" | "Answer" => Self::Note,
            "Page" => Self::Page,
            "Article" => Self::Article,
            "Question" => Self::Question,
            "Event" => Self::Event,
            "Image" => Self::Image,
            "Video" => Self::Video,
            "Audio" => Self::Audio,
            "Document" => Self::Document,
            _ => return None,
        })
    }
}

/// A picture that goes with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Where it is.
    pub url: Url,
    /// What it shows, for those who do not see it; may be empty.
    pub alt: String,
}

/// A thing that somebody on another server published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Its address and name for ever.
    pub id: Url,
    /// What it is.
    pub kind: ObjectKind,
    /// Whose it is: somebody on the same server.
    pub attributed_to: Url,
    /// What it replies to.
    pub in_reply_to: Option<Url>,
    /// Its title.
    pub name: Option<String>,
    /// Its summary, as plain text. On a note it is a warning about the content.
    pub summary: Option<String>,
    /// The text, in Markdown of ours.
    pub body: String,
    /// Code of its language.
    pub lang: Option<String>,
    /// When it was published.
    pub published: Option<Timestamp>,
    /// When it was last changed.
    pub updated: Option<Timestamp>,
    /// Its page, on its own server.
    pub url: Option<Url>,
    /// To whom it is addressed.
    pub to: Vec<Url>,
    /// To whom it is addressed in the second place.
    pub cc: Vec<Url>,
    /// The group it is for.
    pub audience: Option<Url>,
    /// The conversation it belongs to.
    pub context: Option<Url>,
    /// Whom it names.
    pub mentions: Vec<Url>,
    /// Its hashtags, without the sign.
    pub hashtags: Vec<String>,
    /// Its pictures.
    pub images: Vec<Image>,
    /// Where it stands towards what it replies to, if it says so in our words.
    pub stance: Option<Stance>,
    /// What it is to a consultation, if it says so in our words.
    pub subject: Option<Kind>,
    /// The name of its theme, if it says so in our words.
    pub theme: Option<String>,
    /// Where it is.
    pub location: Option<Location>,
    /// Whether it is a vote in a poll: a name without a text.
    pub poll_vote: bool,
    /// When and where, if it is a meeting.
    pub meeting: Option<event::Meeting>,
    /// What the index of a territory keeps of it, if it is a meeting.
    pub gathering: Option<Box<Gathering>>,
    /// What it says as a consultation, if it is one.
    pub listing: Option<Box<Listing>>,
    /// Where a collectivity stands, if it is an official answer in our words.
    pub answer: Option<Box<Answer>>,
}

impl Object {
    /// Reads an object.
    ///
    /// # Errors
    /// What is missing or wrong; `Shape("type")` for a kind that is not known here.
    pub fn read(document: &Value) -> Result<Self, Bad> {
        let object = Reader::new(document, "object")?;
        let kind = ObjectKind::parse(object.kind()?).ok_or(Bad::Shape("type"))?;
        let id = object.id()?;
        let attributed_to = author(object)?;
        if !same_authority(&id, &attributed_to) {
            return Err(Bad::Host("attributedTo"));
        }
        let in_reply_to = object.optional_url("inReplyTo");
        let title = object.translated("name", "nameMap");
        let content = object.translated("content", "contentMap").filter(|(text, _)| !text.trim().is_empty());
        // snac puts an empty line where others put nothing.
        let wordless = content.is_none_or(|(text, _)| text.len() <= EMPTY_MAX && markdown::plain(text).is_empty());
        let poll_vote = kind == ObjectKind::Note && title.is_some() && wordless && in_reply_to.is_some();
        let hashtags = hashtags(object);
        Ok(Self {
            kind,
            listing: listing::read(object, (kind, &id), &hashtags).filter(|_| title.is_some()).map(Box::new),
            name: title
                .map(|(name, _)| if poll_vote { clamp(name, NAME_MAX) } else { markdown::cut(&text::line(name), NAME_MAX) })
                .filter(|name| !name.is_empty()),
            summary: object
                .translated("summary", "summaryMap")
                .map(|(summary, _)| markdown::cut(&markdown::plain(summary), SUMMARY_MAX))
                .filter(|s| !s.is_empty()),
            body: body(object, content.map(|(text, _)| text)),
            lang: content.and_then(|(_, lang)| lang).and_then(language).or_else(|| said_language(object)),
            published: object.moment("published"),
            updated: object.moment("updated"),
            url: page_of(object, &id),
            to: object.urls("to", ADDRESSEES_MAX),
            cc: object.urls("cc", ADDRESSEES_MAX),
            audience: object.optional_url("audience"),
            context: object.optional_url("context"),
            mentions: tags(object, "Mention").filter_map(|tag| tag.optional_url("href")).collect(),
            hashtags,
            images: images(object),
            stance: object.text("parvis:stance").or_else(|| object.text("stance")).and_then(Stance::parse),
            subject: object.text("parvis:kind").and_then(Kind::parse).filter(|kind| *kind != Kind::Reply),
            theme: object.text("parvis:theme").map(|name| clamp(&text::line(name), text::NAME_MAX)).filter(|name| !name.is_empty()),
            location: location::read(object),
            poll_vote,
            meeting: (kind == ObjectKind::Event).then(|| event::read(object)).flatten(),
            answer: in_reply_to.as_ref().and_then(|_| answer::read(object)).map(Box::new),
            gathering: (kind == ObjectKind::Event).then(|| event::listed(object, &id)).flatten().map(Box::new),
            in_reply_to,
            attributed_to,
            id,
        })
    }

    /// Whether everybody may read it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.to.iter().chain(&self.cc).any(|url| url.as_str() == PUBLIC)
    }
}

/// The one author: of several (PeerTube names the person and the channel), the first that is said not to be a group, else the first. Every one
/// must be an address or an object with one: a checker and a user never see different authors (B07).
fn author(object: Reader<'_>) -> Result<Url, Bad> {
    let named = object.values("attributedTo");
    if named.len() > AUTHORS_MAX {
        return Err(Bad::TooMany("attributedTo"));
    }
    let mut first = None;
    let mut chosen = None;
    for value in named {
        let url = reference(value).map_err(|fault| fault.of("attributedTo"))?;
        let kind = value.get("type").and_then(Value::as_str);
        if chosen.is_none() && matches!(kind, Some("Person" | "Organization" | "Service" | "Application")) {
            chosen = Some(url.clone());
        }
        first.get_or_insert(url);
    }
    match chosen.or(first) {
        Some(url) => Ok(url),
        None if object.value("attributedTo").is_none() && object.value("actor").is_some() => object.url("actor"),
        None => Err(Bad::Missing("attributedTo")),
    }
}

/// The text: as Markdown where the author wrote Markdown, else from HTML. Links of link posts stand below it.
fn body(object: Reader<'_>, content: Option<&str>) -> String {
    let is = |reader: Reader<'_>, wanted: &str| {
        reader.text("mediaType").is_some_and(|kind| kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(wanted))
    };
    let source = object.object("source").filter(|source| is(*source, "text/markdown")).and_then(|source| source.text("content"));
    let mut body = match (source, content) {
        (Some(source), _) if !source.trim().is_empty() => markdown::from_markdown(source),
        (_, Some(text)) if is(object, "text/markdown") => markdown::from_markdown(text),
        (_, Some(text)) if is(object, "text/plain") => markdown::from_plain(text),
        (_, Some(text)) => markdown::from_html(text),
        (_, None) => String::new(),
    };
    for link in object.objects("attachment", IMAGES_MAX).filter(|attachment| attachment.kind() == Ok("Link")) {
        if let Some(url) = link.optional_url("href") {
            let link = markdown::link(&url);
            if !body.contains(&link) {
                body = format!("{body}\n\n{link}").trim().to_owned();
            }
        }
    }
    body
}

/// The language said beside the text: Lemmy's `language`, Mobilizon's `inLanguage`, or `@language` in the context.
fn said_language(object: Reader<'_>) -> Option<String> {
    let named = |name: &str| {
        let code = object.object(name).and_then(|language| language.text("identifier")).or_else(|| object.text(name));
        code.and_then(language)
    };
    let in_context = || object.objects("@context", 8).find_map(|context| context.text("@language").and_then(language));
    named("language").or_else(|| named("inLanguage")).or_else(in_context)
}

/// The page of something (E03): an http(s) address on its own server, the one that is said to be HTML first. Others are as if they were not there.
pub(super) fn page_of(object: Reader<'_>, id: &Url) -> Option<Url> {
    let mut pages = object.values("url").iter().take(50).filter_map(|value| {
        let url = reference(value).ok().filter(|url| same_authority(url, id))?;
        Some((value.get("mediaType").and_then(Value::as_str), url))
    });
    let first = pages.next()?;
    let is_page = |kind: Option<&str>| kind == Some("text/html");
    if is_page(first.0) {
        return Some(first.1);
    }
    let page = pages.find(|(kind, _)| is_page(*kind)).map(|(_, url)| url);
    // A link that is said to be a film or a file is not a page.
    page.or_else(|| first.0.is_none().then_some(first.1))
}

fn tags<'a>(object: Reader<'a>, kind: &'a str) -> impl Iterator<Item = Reader<'a>> {
    object.objects("tag", TAGS_MAX).filter(move |tag| tag.kind() == Ok(kind))
}

fn hashtags(object: Reader<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in tags(object, "Hashtag") {
        let name = text::line(tag.text("name").unwrap_or_default());
        let name = clamp(name.trim_start_matches('#'), HASHTAG_MAX);
        if !name.is_empty() && !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

fn images(object: Reader<'_>) -> Vec<Image> {
    let mut found: Vec<Image> = Vec::new();
    for picture in
        object.objects("attachment", IMAGES_MAX).chain(object.objects("image", IMAGES_MAX)).filter(|picture| is_picture(*picture))
    {
        let Some(url) = picture.optional_url("url").or_else(|| picture.optional_url("href")) else { continue };
        let alt = picture.text("name").or_else(|| picture.text("summary")).unwrap_or_default();
        if found.len() < IMAGES_MAX && found.iter().all(|known| known.url != url) {
            found.push(Image { url, alt: clamp(&text::line(alt), ALT_MAX) });
        }
    }
    found
}

/// Whether an attachment is a picture: an `Image`, or a `Document` (itself or in its link) of an image type.
fn is_picture(attachment: Reader<'_>) -> bool {
    let image = |reader: Reader<'_>| reader.text("mediaType").map(|kind| kind.starts_with("image/"));
    let said = image(attachment).or_else(|| attachment.object("url").and_then(image));
    match attachment.kind() {
        Ok("Image") => said.unwrap_or(true),
        Ok("Document") => said.unwrap_or(false),
        _ => false,
    }
}
