//! What is voted on together, as a document (`docs/formats/tally.md`), without its context and its proof: those are the door's. Carriers hold this
//! vote and no other: nothing of it can be changed there.

use deliberation::ballot::{Choice, Form};
use deliberation::tallies::OPTIONS_MAX;
use deliberation::verdict::{Contender, Counting};
use domain::Timestamp;
use domain::risk::{Grid, LEVEL_MAX};
use domain::text::{BODY_MAX, TITLE_MAX};
use domain::vote::{BoxKind, Level};
use serde_json::{Value, json};

use super::document::{RULE_MAX, bare};
use super::strict::{Strict, Unfit, small};
use crate::votes::{Loaded, MONEY_MAX};

/// The type of the document.
pub const COMMON_VOTE: &str = "CommonVote";
/// The keys of a definition; each is there, and no other.
const KEYS: [&str; 22] = [
    "type",
    "id",
    "attributedTo",
    "consultation",
    "kind",
    "name",
    "content",
    "language",
    "form",
    "rule",
    "options",
    "lots",
    "budget",
    "unit",
    "levels",
    "startTime",
    "endTime",
    "live",
    "revote",
    "quorum",
    "stakes",
    "published",
];
const OPTION_KEYS: [&str; 5] = ["number", "name", "content", "cost", "withdrawn"];
/// Four bytes for a character, at most.
const BYTES: usize = 4;

/// Something that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinedOption {
    /// Its number: its name everywhere.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// More about it, as Markdown.
    pub description: String,
    /// What it costs, in cents.
    pub cost: u64,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

/// A vote that several territories hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Its address, on the organiser's server.
    pub id: String,
    /// The collectivity that organises it.
    pub organiser: String,
    /// The group of the consultation there.
    pub consultation: String,
    /// What it is for.
    pub kind: BoxKind,
    /// The question.
    pub title: String,
    /// What there is to know, as Markdown.
    pub description: String,
    /// Code of the language it is written in.
    pub lang: String,
    /// The form of a ballot.
    pub form: Form,
    /// How ballots are counted.
    pub counting: Counting,
    /// The options in their order.
    pub options: Vec<DefinedOption>,
    /// Numbers of the options in the order drawn for ties.
    pub lots: Vec<u32>,
    /// The money to share out over all territories, in cents; 0 for a poll.
    pub budget: u64,
    /// How many of the smallest unit make one of the currency.
    pub unit: u64,
    /// The levels that count.
    pub levels: Vec<Level>,
    /// From when.
    pub opens: Timestamp,
    /// Until when.
    pub closes: Timestamp,
    /// Whether the number of voters is shown meanwhile.
    pub live: bool,
    /// Whether a ballot may be replaced.
    pub revote: bool,
    /// How many must take part in the whole.
    pub quorum: u64,
    /// What is at stake, as the organiser answered it: it is the same vote everywhere.
    pub stakes: Grid,
    /// When it was published.
    pub published: Timestamp,
}

impl Definition {
    /// The definition of a vote of this instance.
    #[must_use]
    pub fn of(found: &Loaded, stakes: Grid, (id, organiser, consultation): (String, String, String)) -> Self {
        let row = &found.row;
        let positive = |number: i64| u64::try_from(number).unwrap_or(0);
        let option = |option: &store::votes::BallotOption| DefinedOption {
            number: u32::try_from(option.number).unwrap_or(0),
            title: option.title.clone(),
            description: option.description.clone(),
            cost: positive(option.cost),
            withdrawn: option.withdrawn,
        };
        let kind = BoxKind::parse(&row.kind).unwrap_or(BoxKind::Poll);
        Self {
            id,
            organiser,
            consultation,
            kind,
            title: row.title.clone(),
            description: row.description.clone(),
            lang: row.lang.clone(),
            form: found.form,
            counting: found.rule.clone(),
            options: found.options.iter().map(option).collect(),
            lots: found.lots(),
            budget: positive(row.budget),
            unit: if kind == BoxKind::Budget { crate::votes::UNIT } else { 1 },
            levels: found.levels.clone(),
            opens: row.opens_at.0,
            closes: row.closes_at.0,
            live: row.live,
            revote: row.revote,
            quorum: u64::try_from(row.quorum).unwrap_or(0),
            stakes,
            published: row.published_at.map_or(row.created_at.0, |at| at.0),
        }
    }

    /// The options as a rule sees them.
    #[must_use]
    pub fn contenders(&self) -> Vec<Contender> {
        let contender =
            |option: &DefinedOption| Contender { number: option.number, cost: option.cost, withdrawn: option.withdrawn, group: None };
        self.options.iter().map(contender).collect()
    }

    /// The numbers of the options.
    #[must_use]
    pub fn numbers(&self) -> Vec<u32> {
        self.options.iter().map(|option| option.number).collect()
    }

    /// Whether this is the same vote, apart from options that were taken back since.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let standing = |one: &Self| {
            let mut one = one.clone();
            one.options.iter_mut().for_each(|option| option.withdrawn = false);
            one
        };
        standing(self) == standing(other)
    }
}

/// Writes a definition.
#[must_use]
pub fn write(vote: &Definition) -> Value {
    let option = |option: &DefinedOption| {
        json!({
            "number": option.number,
            "name": option.title,
            "content": option.description,
            "cost": option.cost,
            "withdrawn": option.withdrawn,
        })
    };
    json!({
        "type": COMMON_VOTE,
        "id": vote.id,
        "attributedTo": vote.organiser,
        "consultation": vote.consultation,
        "kind": vote.kind.code(),
        "name": vote.title,
        "content": vote.description,
        "language": vote.lang,
        "form": vote.form.to_string(),
        "rule": vote.counting.to_string(),
        "options": vote.options.iter().map(option).collect::<Vec<_>>(),
        "lots": vote.lots,
        "budget": vote.budget,
        "unit": vote.unit,
        "levels": vote.levels.iter().map(|level| level.code()).collect::<Vec<_>>(),
        "startTime": vote.opens.to_string(),
        "endTime": vote.closes.to_string(),
        "live": vote.live,
        "revote": vote.revote,
        "quorum": vote.quorum,
        "stakes": vote.stakes.to_string(),
        "published": vote.published.to_string(),
    })
}

/// Reads a definition, strictly.
///
/// # Errors
/// The field that is not as it must be.
pub fn read(document: &Value) -> Result<Definition, Unfit> {
    let bare = bare(document)?;
    let fields = Strict::new(&bare, "vote", &KEYS)?;
    fields.is("type", COMMON_VOTE)?;
    let level = |value: &Value| value.as_str().and_then(Level::parse).ok_or(Unfit("levels"));
    let vote = Definition {
        id: fields.address("id")?,
        organiser: fields.address("attributedTo")?,
        consultation: fields.address("consultation")?,
        kind: BoxKind::parse(&fields.code("kind")?).ok_or(Unfit("kind"))?,
        title: fields.text("name", TITLE_MAX * BYTES)?,
        description: fields.text("content", BODY_MAX * BYTES)?,
        lang: fields.code("language")?,
        form: fields.parsed("form", RULE_MAX)?,
        counting: fields.parsed("rule", RULE_MAX)?,
        options: fields.list("options", OPTIONS_MAX)?.iter().map(option).collect::<Result<_, _>>()?,
        lots: fields.list("lots", OPTIONS_MAX)?.iter().map(|one| small(one, "lots")).collect::<Result<_, _>>()?,
        budget: fields.number("budget")?,
        unit: fields.number("unit")?,
        levels: fields.list("levels", Level::ALL.len())?.iter().map(level).collect::<Result<_, _>>()?,
        opens: fields.moment("startTime")?,
        closes: fields.moment("endTime")?,
        live: fields.flag("live")?,
        revote: fields.flag("revote")?,
        quorum: fields.number("quorum")?,
        stakes: Grid::parse(&fields.text("stakes", RULE_MAX)?).ok_or(Unfit("stakes"))?,
        published: fields.moment("published")?,
    };
    sound(&vote).map(|()| vote)
}

fn option(value: &Value) -> Result<DefinedOption, Unfit> {
    let fields = Strict::new(value, "options", &OPTION_KEYS)?;
    let number = fields.number("number")?;
    Ok(DefinedOption {
        number: u32::try_from(number).map_err(|_too_large| Unfit("number"))?,
        title: fields.text("name", TITLE_MAX * BYTES)?,
        description: fields.text("content", BODY_MAX * BYTES)?,
        cost: fields.number("cost")?,
        withdrawn: fields.flag("withdrawn")?,
    })
}

/// Whether it can be held: the numbers fit, the form goes with the rule and the options, and the order drawn names each option once.
fn sound(vote: &Definition) -> Result<(), Unfit> {
    let choices: Vec<Choice> =
        vote.options.iter().map(|option| Choice { number: option.number, cost: option.cost, withdrawn: false }).collect();
    if vote.form.fits(&choices).is_err() || vote.options.iter().any(|option| option.number == 0) {
        return Err(Unfit("options"));
    }
    if !vote.counting.suits(&vote.form) {
        return Err(Unfit("rule"));
    }
    let most = u64::try_from(MONEY_MAX).unwrap_or(0);
    if vote.budget > most || vote.options.iter().any(|option| option.cost > most) {
        return Err(Unfit("budget"));
    }
    let money = matches!(vote.counting, Counting::Budget(_));
    if money != (vote.kind == BoxKind::Budget) || money != (vote.budget > 0) || vote.unit != if money { crate::votes::UNIT } else { 1 } {
        return Err(Unfit("budget"));
    }
    let (mut lots, mut numbers) = (vote.lots.clone(), vote.numbers());
    lots.sort_unstable();
    numbers.sort_unstable();
    if lots != numbers {
        return Err(Unfit("lots"));
    }
    if vote.levels.is_empty() {
        return Err(Unfit("levels"));
    }
    if vote.opens >= vote.closes {
        return Err(Unfit("endTime"));
    }
    if i32::try_from(vote.quorum).is_err() {
        return Err(Unfit("quorum"));
    }
    if vote.stakes.level() > LEVEL_MAX {
        return Err(Unfit("stakes"));
    }
    Ok(())
}

#[cfg(test)]
#[path = "definition_tests.rs"]
mod tests;
