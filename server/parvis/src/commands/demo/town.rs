//! What the demo's towns are made of, as `content/*.toml` says it: people, consultations, and what was said when.
//! Days are counted from today; the texts are what a citizen or an agent types.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use serde::Deserialize;

/// One instance of the demo, as files: the folder of its data, its town and its consultations, each of which says its own days.
#[derive(Debug)]
pub(super) struct Story {
    /// Name of the folder of its data.
    pub(super) folder: &'static str,
    /// What it is, for whoever reads the terminal.
    pub(super) what: &'static str,
    town: &'static str,
    consultations: &'static [(&'static str, &'static str)],
    /// Its questionnaires, as a file; nothing when it has none.
    questionnaires: &'static str,
    /// Its votes, in the same way.
    votes: &'static str,
    /// Its participatory budget, as a file; nothing when it has none.
    budget: &'static str,
    /// The outline of its territory, as GeoJSON; nothing when it has none.
    pub(super) outline: &'static str,
    /// The places that its maps find by their names, as CSV; nothing when it has none.
    pub(super) places: &'static str,
}

/// A commune, its region and the State, in the order of their ports.
pub(super) static NETWORK: [Story; 3] = [COMMUNE, REGION, STATE];

const COMMUNE: Story = Story {
    folder: "commune",
    what: "a commune that has been consulting for ten weeks",
    town: include_str!("content/town.toml"),
    consultations: &[
        ("petits-travaux.toml", include_str!("content/petits-travaux.toml")),
        ("eclairage-public.toml", include_str!("content/eclairage-public.toml")),
        ("halle-aux-grains.toml", include_str!("content/halle-aux-grains.toml")),
        ("traverser-le-bourg.toml", include_str!("content/traverser-le-bourg.toml")),
        ("menus-cantine.toml", include_str!("content/menus-cantine.toml")),
        ("nom-de-l-ecole.toml", include_str!("content/nom-de-l-ecole.toml")),
        ("budget-participatif.toml", include_str!("content/budget-participatif.toml")),
    ],
    questionnaires: include_str!("content/questionnaires.toml"),
    votes: include_str!("content/votes.toml"),
    budget: include_str!("content/budget.toml"),
    outline: include_str!("content/territory.geojson"),
    places: include_str!("content/places.csv"),
};

const REGION: Story = Story {
    folder: "region",
    what: "its region, which follows what the commune opens",
    town: include_str!("content/region/town.toml"),
    consultations: &[
        ("cars-du-soir.toml", include_str!("content/region/cars-du-soir.toml")),
        ("trains-du-matin.toml", include_str!("content/region/trains-du-matin.toml")),
        ("chaleur-des-lycees.toml", include_str!("content/region/chaleur-des-lycees.toml")),
    ],
    questionnaires: "",
    votes: "",
    budget: "",
    outline: "",
    places: "",
};

const STATE: Story = Story {
    folder: "state",
    what: "the State, whose consultations both follow",
    town: include_str!("content/etat/town.toml"),
    consultations: &[
        ("partager-l-eau.toml", include_str!("content/etat/partager-l-eau.toml")),
        ("papiers-sans-ecran.toml", include_str!("content/etat/papiers-sans-ecran.toml")),
    ],
    questionnaires: "",
    votes: "",
    budget: "",
    outline: "",
    places: "",
};

/// The whole town.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Town {
    /// Code of the kind of territory.
    pub(super) kind: String,
    /// The end of everybody's address: a name that belongs to nobody (RFC 2606).
    pub(super) domain: String,
    /// Those whom one can be in the demo.
    pub(super) shown: Vec<String>,
    /// Names of the months, for dates written in words.
    pub(super) months: Vec<String>,
    /// How the first day of a month is written.
    pub(super) first: String,
    /// The collectivity.
    pub(super) identity: Identity,
    /// Everybody with an account.
    pub(super) people: Vec<Person>,
    /// The consultations.
    #[serde(skip)]
    pub(super) consultations: Vec<Plan>,
    /// The questionnaires, as a file.
    #[serde(skip)]
    pub(super) questionnaires: &'static str,
    /// The votes, as a file.
    #[serde(skip)]
    pub(super) votes: &'static str,
    /// The participatory budget, as a file.
    #[serde(skip)]
    pub(super) budget: &'static str,
    /// Whether organisations of the town take part.
    #[serde(skip)]
    pub(super) organisations: bool,
}

/// The collectivity.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Identity {
    pub(super) name: String,
    pub(super) tagline: String,
    pub(super) introduction: String,
    pub(super) accent: String,
    pub(super) latitude: String,
    pub(super) longitude: String,
    pub(super) contact: String,
    pub(super) legal_notice: String,
    /// The territory above, if there is one.
    #[serde(default)]
    pub(super) parent: String,
    /// How to reach whoever answers for personal data.
    pub(super) data_contact: String,
}

/// Somebody with an account.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) key: String,
    pub(super) name: String,
    #[serde(default = "citizen")]
    pub(super) role: String,
    #[serde(default = "french")]
    pub(super) lang: String,
    pub(super) joined: i32,
    #[serde(default)]
    pub(super) summary: String,
    pub(super) suspended: Option<i32>,
    /// Supports nobody.
    #[serde(default)]
    pub(super) quiet: bool,
    #[serde(skip)]
    domain: String,
}

impl Person {
    /// The address.
    pub(super) fn email(&self) -> String {
        format!("{}@{}", self.key, self.domain)
    }
}

/// A consultation and its life.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub(super) slug: String,
    pub(super) agent: String,
    pub(super) drafted: i32,
    /// Never, for a draft.
    pub(super) published: Option<i32>,
    pub(super) title: String,
    pub(super) teaser: String,
    pub(super) participation: String,
    pub(super) organiser: String,
    pub(super) threshold: String,
    pub(super) introduction: String,
    pub(super) stakes: String,
    pub(super) settled: String,
    pub(super) open_points: String,
    pub(super) input_use: String,
    pub(super) themes: Vec<String>,
    pub(super) phases: Vec<Stretch>,
    #[serde(default)]
    pub(super) contributions: Vec<Contribution>,
}

/// A phase, from the beginning of one day to the end of another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stretch {
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) description: String,
    /// Who may propose; empty: usual for the kind.
    #[serde(default)]
    pub(super) propose: String,
}

/// A proposal or a discussion, and what became of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contribution {
    #[serde(default = "proposal")]
    pub(super) kind: String,
    pub(super) by: String,
    #[serde(default = "french")]
    pub(super) lang: String,
    pub(super) day: i32,
    pub(super) theme: String,
    pub(super) title: String,
    pub(super) body: String,
    #[serde(default)]
    pub(super) supports: usize,
    #[serde(default)]
    pub(super) replies: Vec<Said>,
    #[serde(default)]
    pub(super) answers: Vec<Answered>,
    /// The day its quality was recognised.
    pub(super) quality: Option<i32>,
    /// The day it was said to have changed the project.
    pub(super) impact: Option<i32>,
    pub(super) edit: Option<Edited>,
    pub(super) withdrawn: Option<i32>,
    pub(super) hidden: Option<Hidden>,
    #[serde(default)]
    pub(super) reports: Vec<Reported>,
}

/// A reply.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    /// Depth: 1 replies to the contribution, 2 to the latest of depth 1 above it…
    #[serde(default = "one")]
    pub(super) d: usize,
    pub(super) by: String,
    #[serde(default = "french")]
    pub(super) lang: String,
    /// Code of the stance.
    pub(super) is: String,
    #[serde(default)]
    pub(super) title: String,
    pub(super) text: String,
    #[serde(default)]
    pub(super) likes: usize,
    pub(super) hidden: Option<Hidden>,
    pub(super) report: Option<Reported>,
}

/// An official answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answered {
    pub(super) day: i32,
    pub(super) by: String,
    pub(super) state: String,
    pub(super) signed: String,
    pub(super) text: String,
}

/// A second version.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Edited {
    pub(super) day: i32,
    pub(super) title: String,
    pub(super) body: String,
}

/// A moderator's decision.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hidden {
    pub(super) by: String,
    /// For a contribution; a reply is hidden soon after it was written.
    pub(super) day: Option<i32>,
    pub(super) reason: String,
    pub(super) note: String,
}

/// A citizen's report.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reported {
    pub(super) by: String,
    pub(super) reason: String,
    #[serde(default)]
    pub(super) note: String,
}

impl Town {
    /// Reads a town that is built into the program.
    pub(super) fn read(story: &Story) -> anyhow::Result<Self> {
        let mut town: Self = toml::from_str(story.town).with_context(|| format!("{}: town.toml", story.folder))?;
        for (file, text) in story.consultations {
            town.consultations.push(toml::from_str(text).with_context(|| (*file).to_owned())?);
        }
        town.questionnaires = story.questionnaires;
        town.votes = story.votes;
        town.budget = story.budget;
        town.organisations = story.folder == COMMUNE.folder;
        for person in &mut town.people {
            person.domain.clone_from(&town.domain);
        }
        ensure!(town.months.len() == 12, "town.toml: a year has twelve months");
        Ok(town)
    }

    /// People by key.
    pub(super) fn directory(&self) -> BTreeMap<&str, &Person> {
        self.people.iter().map(|person| (person.key.as_str(), person)).collect()
    }
}

fn citizen() -> String {
    "citizen".to_owned()
}

fn french() -> String {
    "fr".to_owned()
}

fn proposal() -> String {
    "proposal".to_owned()
}

const fn one() -> usize {
    1
}

#[cfg(test)]
#[path = "town_tests.rs"]
mod tests;
