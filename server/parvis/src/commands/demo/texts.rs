//! The text that a consultation of the commune puts to discussion: opened, amended, decided upon through the actions, each at its own time.

use std::collections::BTreeMap;

use actions::App;
use actions::texts::{self, Decision, Spoken, TextForm};
use anyhow::{Context, anyhow};
use domain::actor::Viewer;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::draft_text::Word;
use domain::lang::Lang;
use serde::Deserialize;

use super::days::Days;
use super::seed::then;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    consultation: String,
    agent: String,
    day: f64,
    title: String,
    introduction: String,
    text: String,
    /// Who supports which paragraph as it is.
    supports: BTreeMap<String, Vec<i32>>,
    said: Vec<Planned>,
}

/// What somebody says of a paragraph, and what becomes of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Planned {
    day: f64,
    who: String,
    paragraph: i32,
    word: String,
    #[serde(default)]
    wording: String,
    title: String,
    body: String,
    #[serde(default)]
    supports: Vec<String>,
    decision: Option<Decided>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Decided {
    day: f64,
    outcome: String,
    #[serde(default)]
    words: String,
    body: String,
    signed_by: String,
}

/// Lives it in a town whose story was told: `viewers` are its people by key.
pub(super) async fn live(app: &App, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let plan: Plan = toml::from_str(include_str!("content/texts.toml")).context("texts.toml")?;
    let viewer = |key: &str| viewers.get(key).copied().with_context(|| format!("no account: {key}"));
    let (agent, slug) = (viewer(&plan.agent)?, plan.consultation.as_str());
    let at = then(app, days.at(plan.day)?);
    let form =
        TextForm { title: plan.title.clone(), introduction: plan.introduction.clone(), text: plan.text.clone(), revision: String::new() };
    texts::write(&at, agent, slug, &form).await?;
    texts::open(&at, agent, slug).await?;
    for (who, numbers) in &plan.supports {
        for number in numbers {
            texts::support(&at, viewer(who)?, slug, *number, true).await?;
        }
    }
    for one in &plan.said {
        let at = then(app, days.at(one.day)?);
        let word = Word::parse(&one.word).context("no such word")?;
        let kind = if word.is_amendment() { Kind::Proposal } else { Kind::Discussion };
        let raw = RawDraft { title: &one.title, body: &one.body, ..RawDraft::default() };
        let draft = Draft::parse(kind, &raw).map_err(|faults| anyhow!("{}: {faults:?}", one.title))?;
        let spoken = Spoken { word, wording: one.wording.clone(), draft };
        let id = texts::say(&at, viewer(&one.who)?, slug, one.paragraph, spoken, Lang::Fr).await.with_context(|| one.title.clone())?;
        for who in &one.supports {
            actions::contributions::support(&at, viewer(who)?, id).await?;
        }
        if let Some(decided) = &one.decision {
            let Decided { day, outcome, words, body, signed_by } = decided;
            let decision = Decision { outcome: outcome.clone(), words: words.clone(), body: body.clone(), signed_by: signed_by.clone() };
            texts::decide(&then(app, days.at(*day)?), agent, id, &decision).await.with_context(|| one.title.clone())?;
        }
    }
    Ok(())
}
