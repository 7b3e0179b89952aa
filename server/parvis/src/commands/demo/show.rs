//! What the demo tells: on standard output for people, in `demo.json` for the programs that look at its pages.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use actions::App;
use anyhow::Context;
use domain::Timestamp;
use domain::event::EventKind;
use domain::text::Email;
use serde_json::{Value, json};

use super::story::{self, Deed};
use super::town::{Story, Town};

/// One instance of the demo, opened and seeded.
pub(super) struct Made {
    /// Its story.
    pub(super) story: &'static Story,
    /// The instance.
    pub(super) app: App,
    /// What stands in it.
    pub(super) demo: Demo,
    /// Sign-in links by e-mail address.
    pub(super) keys: BTreeMap<String, Vec<String>>,
    /// Whether it was made just now.
    pub(super) is_new: bool,
}

/// What stands in the seeded instance.
#[derive(Debug, Clone)]
pub struct Demo {
    /// Name of the collectivity.
    pub name: String,
    /// Accounts to look around with.
    pub accounts: Vec<DemoAccount>,
    /// Pages that everybody can look at, as paths.
    pub pages: Vec<String>,
    /// Pages of the back office, as paths.
    pub office_pages: Vec<String>,
}

/// An account of the demo.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// Code of the role.
    pub role: String,
}

/// Whether the whole story was lived: the journal, which forgets nothing, has a line for every act of the square.
pub(super) async fn is_whole(app: &App, town: &Town) -> anyhow::Result<bool> {
    let story = story::tell(town)?;
    let expected = story.acts.iter().filter(|act| matches!(act.deed, Deed::Publish(..)) || act.deed.about().is_some()).count();
    let kinds = [
        EventKind::ProposalPublished,
        EventKind::DiscussionStarted,
        EventKind::ReplyPublished,
        EventKind::SupportGiven,
        EventKind::ContributionEdited,
        EventKind::ContributionWithdrawn,
        EventKind::ContributionReported,
        EventKind::ContributionHidden,
        EventKind::AnsweredOfficially,
        EventKind::ContributionRecognised,
    ];
    let lived = app.store.read(move |db| store::journal::count(db, &kinds, Timestamp::MIN, Timestamp::MAX)).await?;
    Ok(usize::try_from(lived).is_ok_and(|lived| lived >= expected))
}

/// Looks around the seeded instance.
pub(super) async fn describe(app: &App, town: &Town) -> anyhow::Result<Demo> {
    let people = town.directory();
    let shown = town.shown.iter().filter_map(|key| people.get(key.as_str()));
    let accounts: Vec<DemoAccount> =
        shown.map(|person| DemoAccount { name: person.name.clone(), email: person.email(), role: person.role.clone() }).collect();
    let mut pages: Vec<String> =
        ["/", "/c", "/search?q=velo", "/sign-in", "/sign-up", "/about/how", "/about/accessibility", "/about/privacy", "/about/legal"]
            .map(str::to_owned)
            .to_vec();
    for plan in town.consultations.iter().filter(|plan| plan.published.is_some()) {
        pages.push(format!("/c/{}", plan.slug));
        pages.push(format!("/c/{}/contributions", plan.slug));
        pages.push(format!("/c/{}/results", plan.slug));
        pages.extend(contributions(app, &plan.slug).await?.into_iter().map(|id| format!("/c/{}/p/{id}", plan.slug)));
    }
    if !town.budget.is_empty() {
        let root = format!("/c/{}/budget", super::budget::Budget::read(town.budget)?.consultation);
        pages.extend(["", "/projects", "/works"].map(|part| format!("{root}{part}")));
    }
    for account in accounts.iter().filter(|account| account.role == "citizen") {
        pages.push(format!("/@{}", username(app, &account.email).await?));
    }
    Ok(Demo { name: town.identity.name.clone(), accounts, pages, office_pages: office_pages(town) })
}

fn office_pages(town: &Town) -> Vec<String> {
    let rooms = [
        "",
        "/start",
        "/start/consult",
        "/start/concert",
        "/start/report",
        "/start/budget",
        "/start/fund",
        "/consultations",
        "/consultations/new",
        "/answers",
        "/moderation",
        "/users",
        "/journal",
        "/settings",
    ];
    let mut pages: Vec<String> = rooms.iter().map(|room| format!("/admin{room}")).collect();
    if let Ok(budget) = super::budget::Budget::read(town.budget) {
        pages.extend(["budget", "projects"].map(|part| format!("/admin/consultations/{}/{part}", budget.consultation)));
    }
    for plan in town.consultations.iter().filter(|plan| plan.published.is_none()) {
        pages.extend(
            ["", "/phases", "/themes", "/cover", "/previews"].iter().map(|part| format!("/admin/consultations/{}{part}", plan.slug)),
        );
        pages.push(format!("/admin/start/made/{}", plan.slug));
    }
    pages
}

/// The three most discussed contributions.
async fn contributions(app: &App, slug: &str) -> anyhow::Result<Vec<String>> {
    use store::views::cards::{Filter, Order, list};
    let slug = slug.to_owned();
    let cards = app.store.read(move |db| {
        let consultation = store::consultations::by_slug(db, &slug)?.ok_or(store::Error::NotFound)?;
        list(db, consultation.id, &Filter { order: Some(Order::Discussed), ..Filter::default() }, None, 0, 3)
    });
    Ok(cards.await?.cards.into_iter().map(|card| card.contribution.id.0.to_string()).collect())
}

async fn username(app: &App, email: &str) -> anyhow::Result<String> {
    let email = Email::parse(email).map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
    let actor = app.store.read(move |db| {
        let account = store::accounts::by_email(db, email.as_str())?.ok_or(store::Error::NotFound)?;
        store::actors::find(db, account.actor_id)?.ok_or(store::Error::NotFound)
    });
    Ok(actor.await?.username)
}

/// Writes `demo.json`, whole or not at all, readable by its owner only: its links let people in. The commune stands at the top, all three under
/// `instances`.
pub(super) fn write(dir: &Path, towns: &[Made]) -> anyhow::Result<()> {
    let instances: Vec<Value> = towns.iter().map(told).collect();
    let mut whole = instances.first().cloned().unwrap_or_default();
    if let Some(fields) = whole.as_object_mut() {
        fields.insert("instances".to_owned(), Value::Array(instances));
    }
    let (unfinished, path) = (dir.join(".demo.json.part"), dir.join("demo.json"));
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
    serde_json::to_writer_pretty(&mut file, &whole)?;
    writeln!(file)?;
    fs::rename(&unfinished, &path).with_context(|| path.display().to_string())
}

fn told(made: &Made) -> Value {
    let account = |account: &DemoAccount| {
        let (first, others) = keys(&made.keys, &account.email);
        json!({ "name": account.name, "email": account.email, "role": account.role, "sign_in_link": first, "sign_in_links": others })
    };
    let accounts: Vec<Value> = made.demo.accounts.iter().map(account).collect();
    json!({
        "instance": made.story.folder,
        "name": made.demo.name,
        "url": made.app.links.origin(),
        "accounts": accounts,
        "pages": made.demo.pages,
        "office_pages": made.demo.office_pages,
    })
}

fn keys<'l>(links: &'l BTreeMap<String, Vec<String>>, email: &str) -> (&'l str, &'l [String]) {
    match links.get(email).and_then(|links| links.split_first()) {
        Some((first, others)) => (first, others),
        None => ("", &[]),
    }
}

/// Tells people where to go.
pub(super) fn print(out: &mut impl Write, towns: &[Made], dir: &Path, kept: bool) -> anyhow::Result<()> {
    writeln!(out, "\nThree invented instances, each on its own database, talking to each other over HTTP:\n")?;
    for made in towns {
        writeln!(out, "  {}  {}: {}", made.app.links.origin(), made.demo.name, made.story.what)?;
    }
    for made in towns {
        for page in made.demo.pages.iter().filter(|page| page.ends_with("/whole")) {
            writeln!(out, "\nA vote that all three held, added up: {}", made.app.links.absolute(page))?;
        }
    }
    writeln!(out, "\nOpen a link to be somebody. Each works once, for 30 minutes; every start makes new ones.")?;
    for made in towns {
        writeln!(out, "\n{}, {}", made.demo.name, made.app.links.origin())?;
        for account in &made.demo.accounts {
            let (first, _) = keys(&made.keys, &account.email);
            writeln!(out, "  {}, {}, {}\n    {first}", account.name, account.role, account.email)?;
        }
    }
    writeln!(out, "\nOr ask for a link on the sign-in page: nothing is mailed, letters are in {}", dir.join("*/mail").display())?;
    let fate = if kept { "is kept" } else { "goes at the end; --dir DIR keeps it" };
    writeln!(out, "The data in {} {fate}. Ctrl-C stops.\n", dir.display())?;
    out.flush().context("printing")
}
