//! The dialog of somebody's own server for something of ours: Activity Intents (FEP-3b86) where their server has them, else the template for
//! subscriptions (OStatus), which is what older servers have.

use actions::outside::{self, Trouble, Way, Wish};
use serde_json::Value;
use url::{Url, form_urlencoded};

use super::account::{self, Account};
use super::allowed;
use crate::service::Federation;
use crate::words::authority;

/// Where the names of intents begin (FEP-3b86).
pub(crate) const INTENTS: &str = "https://w3id.org/fep/3b86/";
/// The older template: `{uri}` stands for what one subscribes to.
pub(crate) const SUBSCRIBE: &str = "http://ostatus.org/schema/1.0/subscribe";
/// Longest template that is read.
const TEMPLATE_MAX: usize = 1_000;

pub(super) async fn find(fed: &Federation, account: &str, object: &str, wish: Wish) -> outside::Result<Option<Way>> {
    let account = Account::read(fed, account).ok_or(Trouble::Nobody)?;
    if account.is_ours(fed) {
        return Ok(None);
    }
    let links = account::links(fed, &account).await?;
    let address = fill(fed, &links, object, wish).ok_or(Trouble::NoSignIn)?;
    // A server may have its people's dialogs under another name of its own; the rule about hosts holds for that one too.
    let host = authority(&address);
    allowed(fed, &host).await?;
    Ok(Some(Way { host, address: address.into() }))
}

/// The first template that fits the wish, filled in.
fn fill(fed: &Federation, links: &[Value], object: &str, wish: Wish) -> Option<Url> {
    let intents: &[&str] = match wish {
        Wish::Follow => &["Follow", "Object"],
        // What is shown can be answered and liked; a `Create` would begin a text that answers nothing.
        Wish::Reply => &["Object", "Like"],
    };
    let is = |link: &Value, rel: &str| link.get("rel").and_then(Value::as_str).is_some_and(|found| found.eq_ignore_ascii_case(rel));
    let mut rels = intents.iter().map(|intent| format!("{INTENTS}{intent}")).chain([SUBSCRIBE.to_owned()]);
    rels.find_map(|rel| links.iter().filter(|link| is(link, &rel)).filter_map(template).find_map(|template| filled(fed, template, object)))
}

/// Some servers write the template where an address belongs.
fn template(link: &Value) -> Option<&str> {
    let text = |name: &str| link.get(name).and_then(Value::as_str);
    text("template").or_else(|| text("href")).filter(|found| found.len() <= TEMPLATE_MAX && found.contains('{'))
}

/// A template with our object in it, if what comes out is an address that may be shown: on the web, on a host that can be read.
fn filled(fed: &Federation, template: &str, object: &str) -> Option<Url> {
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
    let is_web = url.scheme() == "https" || (fed.lab && url.scheme() == "http");
    let shown = is_web && url.username().is_empty() && url.password().is_none() && !authority(&url).is_empty();
    let head = template.split_once('{').map_or("", |(head, _)| head);
    let named = head.split_once("://").is_some_and(|(_, rest)| rest.contains('/') || rest.contains('?'));
    (shown && named).then_some(url)
}
