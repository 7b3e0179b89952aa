//! A call to carry a consultation, as another instance of Parvis says it. What is not whole is refused: it becomes a consultation here.

use domain::actor::Audience;
use domain::carrying::CallState;
use domain::consultation::{Participation, PhaseKind};
use domain::place::Asking;
use domain::reach::Reach;
use domain::text;
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

use super::read::{Reader, language};
use super::{Bad, Received, same_authority};

/// Its type.
const KIND: &str = "parvis:Call";
/// Most phases.
const PHASES_MAX: usize = 12;
/// Most themes.
const THEMES_MAX: usize = 40;
/// Most carriers that are remembered.
const CARRIERS_MAX: usize = 1_000;
/// Highest threshold of supports.
const THRESHOLD_MAX: i64 = 1_000_000;

/// A call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Its address.
    pub id: Url,
    /// The collectivity that makes it.
    pub organiser: Url,
    /// The group of the consultation, on the same server.
    pub group: Url,
    /// The page of the consultation, on the same server.
    pub page: Url,
    /// What it says of itself.
    pub state: CallState,
    /// Title.
    pub title: String,
    /// Two lines.
    pub teaser: String,
    /// Introduction, stakes, what is settled, what is open, how the input is used: Markdown.
    pub parts: [String; 5],
    /// Who organises it, in words.
    pub runs: String,
    /// What carriers agree to, in Markdown.
    pub rules: String,
    /// How far citizens are involved.
    pub participation: Participation,
    /// Code of its language.
    pub lang: String,
    /// Supports from which a contribution is widely supported.
    pub support_threshold: i32,
    /// How far it may reach at most.
    pub reach: Reach,
    /// Whether it asks contributions where they are.
    pub places: Asking,
    /// Its revision.
    pub updated: Timestamp,
    /// Its phases, in order.
    pub phases: Vec<Phase>,
    /// The names of its themes, each once.
    pub themes: Vec<String>,
    /// Who carries it, each once.
    pub carriers: Vec<Carrier>,
}

/// A phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// What it is for.
    pub kind: PhaseKind,
    /// Its name.
    pub name: String,
    /// What happens in it.
    pub description: String,
    /// First instant.
    pub opens: Timestamp,
    /// First instant after it.
    pub closes: Timestamp,
    /// Who may propose, discuss, reply, support.
    pub openings: [Audience; 4],
}

/// Who carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carrier {
    /// Its collectivity.
    pub actor: Url,
    /// Its name.
    pub name: String,
    /// Its page, on its own server.
    pub page: Option<Url>,
    /// Since when.
    pub joined: Option<Timestamp>,
    /// When it left.
    pub left: Option<Timestamp>,
}

impl Call {
    /// Reads a call.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn read(document: &Value) -> Result<Self, Bad> {
        let call = Reader::new(document, "call")?;
        if call.kind()? != KIND {
            return Err(Bad::Shape("type"));
        }
        let (id, organiser) = (call.id()?, call.url("attributedTo")?);
        let own = |name: &'static str| {
            let found = call.url(name)?;
            if same_authority(&found, &id) { Ok(found) } else { Err(Bad::Host(name)) }
        };
        if !same_authority(&organiser, &id) {
            return Err(Bad::Host("attributedTo"));
        }
        let title = call.text("parvis:title").unwrap_or_default();
        let threshold = call.value("parvis:supportThreshold").and_then(Value::as_i64).unwrap_or(0).clamp(0, THRESHOLD_MAX);
        Ok(Self {
            group: own("parvis:group")?,
            page: own("url")?,
            state: call.text("parvis:state").and_then(CallState::parse).ok_or(Bad::Shape("parvis:state"))?,
            title: text::bounded_line(title, text::TITLE_MIN, text::TITLE_MAX).map_err(|_fault| Bad::Shape("parvis:title"))?,
            teaser: line(call, "parvis:teaser", text::TITLE_MAX)?,
            parts: [
                long(call, "parvis:introduction")?,
                long(call, "parvis:stakes")?,
                long(call, "parvis:settled")?,
                long(call, "parvis:openPoints")?,
                long(call, "parvis:inputUse")?,
            ],
            runs: line(call, "parvis:organiser", 200)?,
            rules: long(call, "parvis:rules")?,
            participation: call.text("parvis:participation").and_then(Participation::parse).ok_or(Bad::Shape("parvis:participation"))?,
            lang: call.text("parvis:language").and_then(language).ok_or(Bad::Shape("parvis:language"))?,
            support_threshold: i32::try_from(threshold).unwrap_or(0),
            reach: reach(call)?,
            places: places(call)?,
            updated: call.moment("updated").ok_or(Bad::Missing("updated"))?,
            phases: phases(call)?,
            themes: themes(call)?,
            carriers: carriers(call),
            organiser,
            id,
        })
    }
}

/// Where nothing is said, as far as anything; what stays at its organiser calls nobody.
fn reach(call: Reader<'_>) -> Result<Reach, Bad> {
    const NAME: &str = "parvis:reach";
    let Some(code) = call.text(NAME) else { return Ok(Reach::Fediverse) };
    Reach::parse(code).filter(|reach| *reach != Reach::Here).ok_or(Bad::Shape(NAME))
}

/// Where nothing is said, nowhere.
fn places(call: Reader<'_>) -> Result<Asking, Bad> {
    const NAME: &str = "parvis:places";
    if call.value(NAME).is_none() {
        return Ok(Asking::Never);
    }
    call.text(NAME).and_then(Asking::parse).ok_or(Bad::Shape(NAME))
}

/// What is done when this is called out or changed, if it is a call.
pub(super) fn received(document: &Value) -> Option<Received> {
    let is_call = Reader::new(document, "object").and_then(Reader::kind) == Ok(KIND);
    is_call.then(|| Received::Call { document: Box::new(document.clone()) })
}

fn line(of: Reader<'_>, name: &'static str, max: usize) -> Result<String, Bad> {
    text::bounded_line(of.text(name).unwrap_or_default(), 0, max).map_err(|_fault| Bad::TooLong(name))
}

fn long(of: Reader<'_>, name: &'static str) -> Result<String, Bad> {
    text::bounded_text(of.text(name).unwrap_or_default(), 0, text::BODY_MAX).map_err(|_fault| Bad::TooLong(name))
}

/// At least one, each after the one before.
fn phases(call: Reader<'_>) -> Result<Vec<Phase>, Bad> {
    const NAME: &str = "parvis:phases";
    if call.values(NAME).len() > PHASES_MAX {
        return Err(Bad::TooMany(NAME));
    }
    let mut found: Vec<Phase> = Vec::new();
    for value in call.values(NAME) {
        let phase = phase(Reader::new(value, NAME)?)?;
        if phase.closes <= phase.opens || found.last().is_some_and(|before| phase.opens < before.closes) {
            return Err(Bad::Shape(NAME));
        }
        found.push(phase);
    }
    if found.is_empty() { Err(Bad::Missing(NAME)) } else { Ok(found) }
}

fn phase(phase: Reader<'_>) -> Result<Phase, Bad> {
    let audience = |name: &'static str| phase.text(name).and_then(Audience::parse).ok_or(Bad::Shape(name));
    Ok(Phase {
        kind: phase.text("parvis:kind").and_then(PhaseKind::parse).ok_or(Bad::Shape("parvis:kind"))?,
        name: line(phase, "name", text::NAME_MAX)?,
        description: long(phase, "parvis:description")?,
        opens: phase.moment("startTime").ok_or(Bad::Missing("startTime"))?,
        closes: phase.moment("endTime").ok_or(Bad::Missing("endTime"))?,
        openings: [audience("parvis:propose")?, audience("parvis:discuss")?, audience("parvis:reply")?, audience("parvis:support")?],
    })
}

fn themes(call: Reader<'_>) -> Result<Vec<String>, Bad> {
    const NAME: &str = "parvis:themes";
    if call.values(NAME).len() > THEMES_MAX {
        return Err(Bad::TooMany(NAME));
    }
    let mut found: Vec<String> = Vec::new();
    for value in call.values(NAME) {
        let name = value.as_str().ok_or(Bad::Shape(NAME))?;
        let name = text::bounded_line(name, 1, text::NAME_MAX).map_err(|_fault| Bad::Shape(NAME))?;
        if !found.contains(&name) {
            found.push(name);
        }
    }
    Ok(found)
}

/// Who carries it is told for information: what cannot be read is left out.
fn carriers(call: Reader<'_>) -> Vec<Carrier> {
    let mut found: Vec<Carrier> = Vec::new();
    for carrier in call.objects("parvis:carriers", CARRIERS_MAX) {
        let Ok(actor) = carrier.id() else { continue };
        if found.iter().any(|known| known.actor == actor) {
            continue;
        }
        let name: String = text::line(carrier.text("name").unwrap_or_default()).chars().take(text::TITLE_MAX).collect();
        found.push(Carrier {
            page: carrier.optional_url("url").filter(|url| same_authority(url, &actor)),
            joined: carrier.moment("parvis:joined"),
            left: carrier.moment("parvis:left"),
            name,
            actor,
        });
    }
    found
}
