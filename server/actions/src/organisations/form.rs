//! What is typed about an organisation.

use crate::{Error, Faults, Result};
use domain::organisation::{self, OrganisationKind};
use domain::text::{self, Fault};
use url::Url;

/// Most characters of an address on the web.
const WEB_MAX: usize = 500;

/// What is typed about an organisation.
#[derive(Debug, Clone, Default)]
pub struct OrganisationForm {
    /// Code of what it is.
    pub kind: String,
    /// 2 to 80 characters.
    pub name: String,
    /// Up to 1,000 characters of Markdown.
    pub summary: String,
    /// Its own pages: an address on the web, or nothing.
    pub web: String,
    /// A SIREN or RNA number, or nothing.
    pub registration: String,
    /// Whether what it says may leave the instance under its name.
    pub publish_abroad: bool,
}

/// The same, when it makes sense.
pub(super) struct Sound {
    pub(super) kind: OrganisationKind,
    pub(super) name: String,
    pub(super) summary: String,
    pub(super) web: String,
    pub(super) registration: String,
    pub(super) publish_abroad: bool,
}

/// Names every fault at once.
pub(super) fn parse(form: &OrganisationForm) -> Result<Sound> {
    let mut faults = Faults::new();
    let kind = OrganisationKind::parse(&form.kind);
    if kind.is_none() {
        faults.push(("kind", Fault::Choice));
    }
    let name = text::bounded_line(&form.name, 2, text::NAME_MAX).map_err(|f| faults.push(("name", f))).unwrap_or_default();
    let summary = text::bounded_text(&form.summary, 0, text::SHORT_MAX).map_err(|f| faults.push(("summary", f))).unwrap_or_default();
    let web = text::bounded_line(&form.web, 0, WEB_MAX).and_then(|text| address(&text)).map_err(|f| faults.push(("web", f)));
    let registration = number(&form.registration).map_err(|f| faults.push(("registration", f)));
    match (kind, web, registration) {
        (Some(kind), Ok(web), Ok(registration)) if faults.is_empty() => {
            Ok(Sound { kind, name, summary, web, registration, publish_abroad: form.publish_abroad })
        }
        _ => Err(Error::Faulty(faults)),
    }
}

/// An address on the web; people leave the scheme out.
fn address(text: &str) -> std::result::Result<String, Fault> {
    if text.is_empty() {
        return Ok(String::new());
    }
    let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = Url::parse(&whole).map_err(|_no_address| Fault::Shape)?;
    let good =
        matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|host| host.contains('.')) && url.username().is_empty();
    if good { Ok(url.into()) } else { Err(Fault::Shape) }
}

fn number(text: &str) -> std::result::Result<String, Fault> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    organisation::registration(text).ok_or(Fault::Shape)
}
