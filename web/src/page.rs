//! What every template is given as `page`: words, dates, the collectivity, who is signed in.

use crate::dates::{self, Moment};
use crate::error::Reply;
use crate::security::AsksForPlace;
use crate::texts::{Number, Texts};
use crate::viewer::{Me, Visit};
use crate::{assets, form};
use askama::Template;
use axum::response::{Html, IntoResponse};
use domain::Timestamp;
use domain::lang::Lang;
use http::StatusCode;
use jiff::tz::TimeZone;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use store::Uid;
use store::instance::Instance;

/// The title of a page.
#[derive(Debug, Clone)]
pub enum Title {
    /// The key of a text.
    Key(&'static str),
    /// The title itself.
    Text(String),
}

impl From<&'static str> for Title {
    fn from(key: &'static str) -> Self {
        Self::Key(key)
    }
}

impl From<String> for Title {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// One step of the way back to the home page.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// Its path.
    pub path: String,
    /// Its name.
    pub name: String,
}

/// What every template is given.
#[derive(Debug, Clone)]
pub struct Page {
    /// The words.
    pub t: Texts,
    /// The language.
    pub lang: Lang,
    /// The collectivity.
    pub instance: Arc<Instance>,
    /// Who is signed in.
    pub me: Option<Me>,
    /// Whether they work for the collectivity.
    pub staff: bool,
    /// The hidden token of forms.
    pub csrf: String,
    /// The path of this page.
    pub path: String,
    /// What was just done, in words.
    pub flash: Option<String>,
    /// The title.
    pub title: String,
    /// The way back to the home page, this page not included.
    pub crumbs: Vec<Crumb>,
    /// Whether a form of this page comes back with faults.
    pub faulty: bool,
    /// The address of the set of icons: `{{ page.icons }}#mail`.
    pub icons: String,
    /// The time.
    pub now: Timestamp,
    /// The instance's time zone.
    pub zone: TimeZone,
    /// The public origin.
    pub origin: String,
    /// Whether there is a page of what is published elsewhere.
    pub neighbours: bool,
    /// Where the operator publishes the source code, if they said so.
    pub source_code: Option<Arc<str>>,
    /// As what the collectivity accredits organisations.
    pub accredited: Arc<HashMap<Uid, String>>,
    here: String,
}

impl Page {
    pub(crate) fn new(visit: &Visit, instance: Arc<Instance>, csrf: String, title: Title) -> Self {
        let t = Texts::new(visit.lang);
        let title = match title {
            Title::Key(key) => t.get(key),
            Title::Text(text) => text,
        };
        Self {
            t,
            lang: visit.lang,
            zone: TimeZone::get(&instance.time_zone).unwrap_or(TimeZone::UTC),
            instance,
            me: visit.me.clone(),
            staff: visit.viewer.role.is_staff(),
            csrf,
            path: visit.path.clone(),
            flash: visit.query_value("done").and_then(|code| flash(&t, &code)),
            title,
            crumbs: Vec::new(),
            faulty: false,
            icons: assets::path("icons.svg"),
            now: visit.web.app.now(),
            origin: visit.web.app.links.origin().to_owned(),
            neighbours: false,
            source_code: visit.web.app.source_code.clone(),
            accredited: Arc::default(),
            here: visit.here(),
        }
    }

    /// Whether the reader uses the pages with an account of another server.
    #[must_use]
    pub fn guest(&self) -> bool {
        self.me.as_ref().is_some_and(|me| me.host.is_some())
    }

    /// As what the collectivity accredits somebody, in words.
    // ftl: organisation-kind-*
    #[must_use]
    pub fn role_of(&self, id: &Option<Uid>) -> Option<String> {
        let code = self.accredited.get(id.as_ref()?)?;
        Some(self.t.code("organisation-kind", code))
    }

    /// Adds a step of the way back, from the home page down.
    #[must_use]
    pub fn under(mut self, path: impl Into<String>, name: impl Into<String>) -> Self {
        self.crumbs.push(Crumb { path: path.into(), name: name.into() });
        self
    }

    /// Says in the title that a form comes back with faults.
    #[must_use]
    pub const fn with_faults(mut self, faulty: bool) -> Self {
        self.faulty = faulty;
        self
    }

    /// The same in another language: for what is printed or sent to others than whoever reads it now.
    #[must_use]
    pub(crate) fn spoken_in(mut self, lang: Lang) -> Self {
        self.t = Texts::new(lang);
        self.lang = lang;
        self
    }

    /// "3 décembre 2026".
    #[must_use]
    pub fn day(&self, at: impl Moment) -> String {
        dates::day(&self.t, &self.zone, at.moment())
    }

    /// "3 décembre 2026 à 18 h 30".
    #[must_use]
    pub fn moment(&self, at: impl Moment) -> String {
        dates::moment(&self.t, &self.zone, at.moment())
    }

    /// For `datetime` attributes.
    #[must_use]
    pub fn iso(&self, at: impl Moment) -> String {
        dates::iso(&self.zone, at.moment())
    }

    /// "il y a 3 jours", or the date.
    #[must_use]
    pub fn ago(&self, at: impl Moment) -> String {
        dates::ago(&self.t, &self.zone, at.moment(), self.now)
    }

    /// For `<input type="datetime-local">`.
    #[must_use]
    pub fn local(&self, at: impl Moment) -> String {
        dates::local(&self.zone, at.moment())
    }

    /// Whole days from now until then, rounded up; 0 when it is over.
    #[must_use]
    pub fn days_until(&self, at: impl Moment) -> i64 {
        let seconds = at.moment().as_second() - self.now.as_second();
        (seconds.max(0) + 86_399) / 86_400
    }

    /// The day it is, in the instance's time zone.
    #[must_use]
    pub fn today(&self) -> jiff::civil::Date {
        self.now.to_zoned(self.zone.clone()).date()
    }

    /// "1 874".
    #[must_use]
    pub fn number(&self, number: impl Number) -> String {
        self.t.number(number)
    }

    /// Whether this is the page at that path.
    #[must_use]
    pub fn is_current(&self, path: &str) -> bool {
        self.path == path
    }

    /// An icon of the set, hidden from screen readers: always beside a word.
    #[must_use]
    pub fn icon<'a>(&'a self, name: &'a str) -> Icon<'a> {
        Icon { icons: &self.icons, name, class: "icon" }
    }

    /// A big icon, for empty pages.
    #[must_use]
    pub fn big_icon<'a>(&'a self, name: &'a str) -> Icon<'a> {
        Icon { icons: &self.icons, name, class: "icon big" }
    }

    /// The address of an embedded file.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::path(name)
    }

    /// The address of the town's colours.
    #[must_use]
    pub fn theme(&self) -> String {
        format!("/theme.css?v={}", self.instance.revision)
    }

    /// The address of the logo.
    #[must_use]
    pub fn logo(&self) -> String {
        match self.instance.logo_id {
            Some(id) => format!("/media/{}", id.0),
            None => format!("/logo.svg?v={}", self.instance.revision),
        }
    }

    /// The address of the picture at the top of the home page.
    #[must_use]
    pub fn banner(&self) -> String {
        match self.instance.banner_id {
            Some(id) => format!("/media/{}", id.0),
            None => format!("/cover.svg?v={}", self.instance.revision),
        }
    }

    /// The address of the sign-in page, which leads back here.
    #[must_use]
    pub fn sign_in(&self) -> String {
        let entrance = ["/sign-in", "/sign-up", "/enter", "/setup", "/preview"].iter().any(|path| self.path.starts_with(path));
        if entrance || self.path == "/" { "/sign-in".to_owned() } else { format!("/sign-in?next={}", form::encode(&self.here)) }
    }

    /// The languages one may choose, with the address of the choice.
    #[must_use]
    pub fn langs(&self) -> Vec<(Lang, String)> {
        let next = form::encode(&self.here);
        Lang::ALL.iter().map(|lang| (*lang, format!("/language?lang={lang}&next={next}"))).collect()
    }

    /// Where the source code is: the licence (AGPL, section 13) wants every page to lead to it.
    #[must_use]
    pub fn source_code(&self) -> &str {
        self.source_code.as_deref().unwrap_or("/about/source")
    }

    /// A whole address from one of our paths.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// An icon, as HTML.
#[derive(Debug, Clone, Copy)]
pub struct Icon<'a> {
    icons: &'a str,
    name: &'a str,
    class: &'a str,
}

impl fmt::Display for Icon<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { icons, name, class } = self;
        write!(f, "<svg class=\"{class}\" aria-hidden=\"true\"><use href=\"{icons}#{name}\"/></svg>")
    }
}

impl askama::filters::HtmlSafe for Icon<'_> {}

/// A page, as an answer.
///
/// # Errors
/// When the template fails.
pub fn html<T: Template>(template: T) -> Reply {
    html_with(StatusCode::OK, template)
}

/// A page whose form comes back with faults: 422.
///
/// # Errors
/// When the template fails.
pub fn html_faulty<T: Template>(template: T) -> Reply {
    html_with(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// A page with this status.
///
/// # Errors
/// When the template fails.
pub fn html_with<T: Template>(status: StatusCode, template: T) -> Reply {
    let body = template.render()?;
    let asks = ASKING.iter().any(|mark| body.contains(mark));
    let mut answer = (status, Html(body)).into_response();
    if asks {
        answer.extensions_mut().insert(AsksForPlace);
    }
    Ok(answer)
}

/// Where a page offers to ask a device where it is: tags of ours, which no text of anybody's can hold.
const ASKING: [&str; 2] = ["<div class=\"map-box\" data-map-pick", "class=\"btn quiet\" hidden data-spot-here"];

/// What was done, for the closed list of codes that have a text.
fn flash(t: &Texts, code: &str) -> Option<String> {
    // ftl: flash-*
    let known = code.len() <= 40 && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte == b'_');
    known.then(|| t.find(&format!("flash-{code}"))).flatten()
}
