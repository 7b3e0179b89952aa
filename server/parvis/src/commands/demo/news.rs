//! What the commune tells: news, articles that people proposed, an issue of the newsletter, words explained: through the actions, each at its time.

use std::collections::BTreeMap;

use actions::App;
use actions::articles::{self, ArticleForm};
use actions::newsletters::{self, IssueForm};
use anyhow::Context;
use domain::actor::Viewer;
use domain::id::ArticleId;
use domain::lang::Lang;
use domain::newsletter::ItemKind;
use serde::Deserialize;

use super::days::Days;
use super::seed::then;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    agent: String,
    news: Vec<Told>,
    proposed: Vec<Proposed>,
    letter: Issue,
    words: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    day: f64,
    title: String,
    summary: String,
    body: String,
    #[serde(default)]
    consultation: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Proposed {
    day: f64,
    by: String,
    title: String,
    summary: String,
    body: String,
    consultation: String,
    /// The day on which it was published; it waits where there is none.
    accepted: Option<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Issue {
    day: f64,
    title: String,
    body: String,
    consent: String,
    readers: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    term: String,
    explanation: String,
}

fn form(title: &str, summary: &str, body: &str, consultation: &str) -> ArticleForm {
    ArticleForm {
        title: title.to_owned(),
        summary: summary.to_owned(),
        body: body.to_owned(),
        lang: Lang::Fr.code().to_owned(),
        consultation: consultation.to_owned(),
    }
}

/// Lives them in a town whose story was told: `viewers` are its people by key.
pub(super) async fn live(app: &App, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let plan: Plan = toml::from_str(include_str!("content/news.toml")).context("news.toml")?;
    let somebody = |key: &str| viewers.get(key).copied().with_context(|| format!("no account: {key}"));
    let agent = somebody(&plan.agent)?;
    let mut published = Vec::new();
    for one in &plan.news {
        let at = then(app, days.at(one.day)?);
        let id = articles::draft(&at, agent, &form(&one.title, &one.summary, &one.body, &one.consultation)).await?;
        articles::publish(&at, agent, id, 0).await?;
        published.push(id);
    }
    for one in &plan.proposed {
        let text = form(&one.title, &one.summary, &one.body, &one.consultation);
        let id = articles::submit(&then(app, days.at(one.day)?), somebody(&one.by)?, &text).await?;
        if let Some(day) = one.accepted {
            articles::accept(&then(app, days.at(day)?), agent, id, 0).await?;
        }
    }
    for word in &plan.words {
        actions::pages::keep_term(app, agent, Lang::Fr.code(), &word.term, &word.explanation).await?;
    }
    send(app, days, agent, (&plan.letter, &published)).await
}

/// Readers who confirmed, and an issue that was sent to them.
async fn send(app: &App, days: &Days, agent: Viewer, (letter, news): (&Issue, &[ArticleId])) -> anyhow::Result<()> {
    let at = then(app, days.at(letter.day)?);
    for email in &letter.readers {
        newsletters::subscribe(&at, email, "all", (true, &letter.consent), Lang::Fr).await?;
        let (known, secret) = (email.clone(), app.instance().await?.secret.clone());
        let found = app.store.read(move |db| store::subscriptions::of_address(db, &known, "all")).await?.context("no subscription")?;
        newsletters::confirm(&at, &newsletters::key(&secret, found.id)).await?;
    }
    let form = IssueForm {
        segment: "all".to_owned(),
        title: letter.title.clone(),
        body: letter.body.clone(),
        lang: Lang::Fr.code().to_owned(),
        items: news.iter().map(|id| format!("{}:{id}", ItemKind::Article.code())).collect(),
    };
    let id = newsletters::draft(&at, agent, &form).await?;
    Ok(newsletters::send(&at, agent, id, 0).await?)
}
