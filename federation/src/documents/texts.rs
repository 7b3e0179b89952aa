//! Texts of this instance: `Page` for what opens a subject, `Note` for a reply, `Article` for an official answer, `Tombstone` for what was there.

use domain::answer::AnswerState;
use domain::markup;
use serde_json::{Map, Value, json};
use url::Url;

use super::actor::{language, picture};
use super::context;
use super::input::{ArticleInput, Author, Mention, MessageInput, NoteInput, PageInput, TextInput, TombstoneInput};
use crate::words::{PUBLIC, as_markdown};

/// Most of a text that leaves without its author's name, in characters; also the length of a summary.
const EXCERPT_MAX: usize = 500;

/// The start of a Markdown text as plain text, at most `max` characters, ended at a word.
#[must_use]
pub fn excerpt(markdown: &str, max: usize) -> String {
    // The ellipsis of what was cut counts too.
    markup::excerpt(markdown, max.saturating_sub(1))
}

/// A proposal, a discussion, or the presentation of a consultation.
#[must_use]
pub fn page(input: &PageInput) -> Value {
    let text = &input.text;
    let group = text.addressing.group.as_ref().map(|group| group.href.as_str());
    let to: Vec<&str> = group.into_iter().chain([PUBLIC]).collect();
    let cc: Vec<String> =
        std::iter::once(followers(text)).chain(text.addressing.mentions.iter().map(|mention| mention.href.clone())).collect();
    let mut document = start("Page", text, "", &to, &cc);
    headed(&mut document, text, &input.title);
    Value::Object(document)
}

/// A reply. It has no `summary` and no `name`: on a note, others show them as a warning about the content.
#[must_use]
pub fn note(input: &NoteInput) -> Value {
    let text = &input.text;
    let to: Vec<&str> = std::iter::once(PUBLIC).chain(text.addressing.mentions.iter().map(|mention| mention.href.as_str())).collect();
    let cc: Vec<String> = text.addressing.group.iter().map(|group| group.href.clone()).chain([followers(text)]).collect();
    let mut document = start("Note", text, &input.title, &to, &cc);
    document.insert("inReplyTo".to_owned(), json!(input.in_reply_to));
    if let Some(stance) = input.stance {
        document.insert("parvis:stance".to_owned(), json!(stance.code()));
    }
    Value::Object(document)
}

/// What is told to one person and to nobody else. It has no page and no collections, and nobody answers it.
#[must_use]
pub fn message(input: &MessageInput) -> Value {
    let markdown = at_home(&input.markdown, &input.id);
    let html = markup::to_html(&markdown);
    let html = html.trim_end();
    json!({
        "@context": context::of_text(&input.id),
        "id": input.id,
        "type": "Note",
        "attributedTo": input.author,
        "to": [input.to.href],
        "cc": [],
        "content": html,
        "mediaType": "text/html",
        "contentMap": { (&input.lang): html },
        "language": language(&input.lang),
        "source": { "content": markdown, "mediaType": "text/markdown" },
        "sensitive": false,
        "tag": [{ "type": "Mention", "name": input.to.handle, "href": input.to.href }],
        "published": input.published.to_string()
    })
}

/// An official answer.
#[must_use]
pub fn article(input: &ArticleInput) -> Value {
    let text = &input.text;
    let group = text.addressing.group.iter().map(|group| group.href.clone());
    let cc: Vec<String> =
        std::iter::once(followers(text)).chain(group).chain(text.addressing.mentions.iter().map(|mention| mention.href.clone())).collect();
    let mut document = start("Article", text, "", &[PUBLIC], &cc);
    headed(&mut document, text, &input.title);
    if let Some(parent) = &input.in_reply_to {
        document.insert("inReplyTo".to_owned(), json!(parent));
    }
    Value::Object(document)
}

/// Adds to an official answer what carriers of the consultation need to show it as one: where the collectivity stands, who signs, and the reason alone.
pub fn answered(document: &mut Value, state: AnswerState, signed_by: &str, markdown: &str) {
    let markdown = at_home(markdown, document["id"].as_str().unwrap_or_default());
    if let Some(fields) = document.as_object_mut() {
        let said = json!({ "parvis:state": state.code(), "parvis:signedBy": signed_by, "content": markdown, "mediaType": "text/markdown" });
        fields.insert("parvis:answer".to_owned(), said);
    }
}

/// What stands where something was. It keeps the group, so that its deletion can be addressed like itself.
#[must_use]
pub fn tombstone(input: &TombstoneInput) -> Value {
    let mut document = json!({
        "@context": context::ACTIVITY_STREAMS,
        "id": input.id,
        "type": "Tombstone",
        "formerType": input.former_type,
        "deleted": input.deleted.to_string()
    });
    if let (Some(group), Some(fields)) = (&input.group, document.as_object_mut()) {
        fields.insert("audience".to_owned(), json!(group));
    }
    document
}

pub(super) fn followers(text: &TextInput) -> String {
    format!("{}/followers", text.author.actor())
}

/// A text whose links to paths lead to the server of this address of ours.
pub(super) fn at_home(markdown: &str, address: &str) -> String {
    let origin = Url::parse(address).map(|address| address.origin().ascii_serialization()).unwrap_or_default();
    markup::with_origin(markdown, &origin)
}

/// The words that leave, in Markdown and in HTML. Of somebody who is not named, the start only.
fn words(text: &TextInput, heading: &str) -> (String, String) {
    let heading = if heading.is_empty() { String::new() } else { format!("**{}**\n\n", as_markdown(heading)) };
    let markdown = match &text.author {
        Author::Named { .. } => format!("{heading}{}", at_home(&text.markdown, &text.id)),
        Author::Collectivity { wording, .. } => {
            let (author, start) = (as_markdown(&wording.author), as_markdown(&excerpt(&text.markdown, EXCERPT_MAX)));
            format!("*{author}*\n\n{heading}{start}\n\n{} <{}>", as_markdown(&wording.read_whole), text.url)
        }
    };
    let html = markup::to_html(&markdown);
    (markdown, html.trim_end().to_owned())
}

/// What all texts say, in one order.
pub(super) fn start(kind: &str, text: &TextInput, heading: &str, to: &[&str], cc: &[String]) -> Map<String, Value> {
    let (markdown, html) = words(text, heading);
    let lang = if text.lang.is_empty() { "fr" } else { &text.lang };
    let mut document = Map::new();
    let mut add = |name: &str, value: Value| drop(document.insert(name.to_owned(), value));
    add("@context", context::of_text(&text.id));
    add("id", json!(text.id));
    add("type", json!(kind));
    add("attributedTo", json!(text.author.actor()));
    add("to", json!(to));
    add("cc", json!(cc));
    if let Some(group) = &text.addressing.group {
        add("audience", json!(group.href));
    }
    add("context", json!(text.context));
    add("content", json!(html));
    add("mediaType", json!("text/html"));
    // Three ways to say the language: Mastodon and GoToSocial read the first, Lemmy the second.
    add("contentMap", json!({ lang: html }));
    add("language", language(lang));
    add("source", json!({ "content": markdown, "mediaType": "text/markdown" }));
    add("url", json!(text.url));
    add("sensitive", json!(false));
    add("tag", tags(text));
    if !text.pictures.is_empty() {
        add("attachment", json!(text.pictures.iter().map(picture).collect::<Vec<_>>()));
    }
    add("replies", json!(format!("{}/replies", text.id)));
    add("likes", json!(format!("{}/likes", text.id)));
    add("interactionPolicy", policy(text));
    add("published", json!(text.published.to_string()));
    // Only after a real change, and never before what it changes: GoToSocial refuses it.
    if let Some(updated) = text.updated.filter(|updated| *updated > text.published) {
        add("updated", json!(updated.to_string()));
    }
    document
}

/// What a titled text adds: title, summary, and a short note for those who show no long texts (FEP-b2b8).
fn headed(document: &mut Map<String, Value>, text: &TextInput, title: &str) {
    let summary = excerpt(&text.markdown, EXCERPT_MAX);
    let preview =
        json!({ "type": "Note", "attributedTo": text.author.actor(), "content": markup::to_html(&as_markdown(&summary)).trim_end() });
    document.insert("name".to_owned(), json!(title));
    document.insert("summary".to_owned(), json!(summary));
    document.insert("preview".to_owned(), preview);
}

fn tags(text: &TextInput) -> Value {
    let hashtag = |tag: &super::input::Hashtag| json!({ "type": "Hashtag", "name": format!("#{}", tag.name), "href": tag.href });
    let mention = |mention: &Mention| json!({ "type": "Mention", "name": mention.handle, "href": mention.href });
    let named = text.addressing.group.iter().chain(&text.addressing.mentions).map(mention);
    Value::Array(text.hashtags.iter().map(hashtag).chain(named).collect())
}

/// Everybody may quote it. When no replies are taken, only its author may reply: servers that read this say so beforehand.
fn policy(text: &TextInput) -> Value {
    let mut policy = json!({ "canQuote": { "automaticApproval": [PUBLIC] } });
    if let Some(fields) = policy.as_object_mut().filter(|_| !text.takes_replies) {
        fields.insert("canReply".to_owned(), json!({ "automaticApproval": [text.author.actor()] }));
    }
    policy
}
