//! What a server says of an account (RFC 7033): the actor that it is, and the dialogs for things of other servers (FEP-3b86, OStatus).

use serde_json::Value;
use url::{Url, form_urlencoded};

use super::authority;

/// Where the names of intents begin (FEP-3b86).
pub const INTENTS: &str = "https://w3id.org/fep/3b86/";
/// The older template: `{uri}` stands for what one subscribes to.
pub const SUBSCRIBE: &str = "http://ostatus.org/schema/1.0/subscribe";
/// Most links of an answer that are looked at.
const LINKS_MAX: usize = 50;
/// Longest template that is read.
const TEMPLATE_MAX: usize = 1_000;

/// The links of an answer, at most 50.
#[must_use]
pub fn links(document: &Value) -> &[Value] {
    let links = document.get("links").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    links.get(..LINKS_MAX).unwrap_or(links)
}

/// The actor that the links of an account name.
#[must_use]
pub fn actor(links: &[Value]) -> Option<Url> {
    let is_own = |link: &&Value| {
        link.get("rel").is_some_and(|rel| rel == "self")
            && link.get("type").and_then(Value::as_str).is_none_or(|kind| kind.contains("activity+json") || kind.contains("ld+json"))
    };
    links.iter().find(is_own).and_then(|link| link.get("href")).and_then(Value::as_str).and_then(|href| Url::parse(href).ok())
}

/// The first dialog for one of these intents, else for subscriptions, with our object in it. Plain http counts in labs only.
#[must_use]
pub fn dialog(links: &[Value], intents: &[&str], object: &str, lab: bool) -> Option<Url> {
    let is = |link: &Value, rel: &str| link.get("rel").and_then(Value::as_str).is_some_and(|found| found.eq_ignore_ascii_case(rel));
    let mut rels = intents.iter().map(|intent| format!("{INTENTS}{intent}")).chain([SUBSCRIBE.to_owned()]);
    rels.find_map(|rel| links.iter().filter(|link| is(link, &rel)).filter_map(template).find_map(|template| filled(template, object, lab)))
}

/// Some servers write the template where an address belongs.
fn template(link: &Value) -> Option<&str> {
    let text = |name: &str| link.get(name).and_then(Value::as_str);
    text("template").or_else(|| text("href")).filter(|found| found.len() <= TEMPLATE_MAX && found.contains('{'))
}

/// A template with our object in it, if what comes out is an address that may be shown: on the web, on a host that can be read.
fn filled(template: &str, object: &str, lab: bool) -> Option<Url> {
    let value: String = form_urlencoded::byte_serialize(object.as_bytes()).collect();
    let mut rest = template;
    let mut address = String::with_capacity(template.len() + value.len());
    let mut is_filled = false;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}')?;
        address.push_str(before);
        if matches!(name, "uri" | "object" | "url" | "id" | "inReplyTo") && !is_filled {
            address.push_str(&value);
            is_filled = true;
        }
        rest = behind;
    }
    address.push_str(rest);
    // What is left of the template decides where it leads: nothing of ours may be in the name of the host.
    let url = Url::parse(&address).ok().filter(|_| is_filled)?;
    let is_web = url.scheme() == "https" || (lab && url.scheme() == "http");
    let shown = is_web && url.username().is_empty() && url.password().is_none() && !authority(&url).is_empty();
    let head = template.split_once('{').map_or("", |(head, _)| head);
    let named = head.split_once("://").is_some_and(|(_, rest)| rest.contains('/') || rest.contains('?'));
    (shown && named).then_some(url)
}
