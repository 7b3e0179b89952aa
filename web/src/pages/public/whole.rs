//! A vote that several territories hold together: what each of them says, what that makes together, who is missing and why; and the same as files.

use super::csv::Sheet;
use super::poll_budget::{self, Spending};
use super::poll_results::{self, Counts, Results};
use super::polls;
use super::{poll_words, states::State};
use crate::error::{Error, Reply};
use crate::form::Faulty;
use crate::page::{Page, html};
use crate::pages::pagination::Pagination;
use crate::percent::percent;
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::tallies::{Part, Standing, Together};
use actions::votes::Loaded;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use deliberation::tallies::{SMALLEST_GROUP, Tally};
use deliberation::verdict::Told;
use http::header;
use std::collections::{BTreeMap, BTreeSet};

/// Territories on one page.
const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "whole.html")]
struct Shown {
    page: Page,
    #[expect(dead_code, reason = "the frame of pages with forms")]
    faults: Faulty,
    path: String,
    title: String,
    lang: String,
    state: State,
    dates: String,
    /// Whether the whole was counted for good.
    done: bool,
    /// How many are waited for.
    waiting: i64,
    results: Option<Results>,
    spending: Option<Spending>,
    /// The names of the columns of numbers.
    columns: Vec<String>,
    rows: Vec<Row>,
    /// The sums of the columns; nothing before somebody is counted.
    sums: Vec<String>,
    /// Whether some territory has too few ballots for a number to be told.
    hidden: bool,
    pagination: Pagination,
}

/// A territory.
struct Row {
    name: String,
    page: Option<String>,
    cells: Vec<String>,
    /// How many could vote there, whence that number comes, and what share of them did; nothing where nobody says.
    roll: Option<(u64, String, String)>,
    standing: String,
    /// The tone in which that is said.
    tone: &'static str,
    /// What more there is to say of it.
    why: String,
    /// Whether it signed something else after the count.
    afterwards: bool,
    /// Whether its numbers are in the sums.
    counted: bool,
    /// Its signed tally.
    tally: Option<String>,
}

/// Which page of the list.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    page: String,
}

/// Numbers by channel and level.
type Groups = BTreeMap<(String, String), u64>;

/// `GET /c/{slug}/polls/{poll}/whole`.
pub(super) async fn show(visit: Visit, Path((slug, poll)): Path<(String, String)>, Query(asked): Query<Asked>) -> Reply {
    let (title, found, all) = read(&visit, &slug, &poll).await?;
    let page = visit.page("whole-title").await?.under(format!("/c/{slug}"), title);
    let path = format!("/c/{slug}/polls/{}", found.row.id.0);
    let told = all.common.result.as_deref().map(Told::read);
    let columns: BTreeSet<(String, String)> = all.parts.iter().filter_map(voters).flat_map(BTreeMap::into_keys).collect();
    let total = i64::try_from(all.parts.len()).unwrap_or(i64::MAX);
    let per_page = i64::try_from(PER_PAGE).unwrap_or(i64::MAX);
    let pagination = Pagination::new(total, per_page, asked.page.parse().unwrap_or(1), |number| format!("{path}/whole?page={number}"));
    let first = usize::try_from((pagination.current - 1) * per_page).unwrap_or(0);
    let rows = all.parts.iter().skip(first).take(PER_PAGE).map(|part| row(&page, part, &columns)).collect();
    let counted = all.sum.carriers > 0;
    html(Shown {
        faults: Faulty::none(),
        title: found.row.title.clone(),
        lang: found.row.lang.clone(),
        state: poll_words::state(&page, &found.row),
        dates: poll_words::dates(&page, &found.row),
        done: all.done,
        waiting: waiting(&all),
        results: told.as_ref().map(|told| poll_results::results(&page, &found, told, &Counts::default())),
        spending: told.as_ref().and_then(|told| poll_budget::spending(&page, &slug, &found, told, None)),
        columns: columns.iter().map(|column| name_of(&page, column)).collect(),
        rows,
        sums: if counted { sums(&page, &all, &columns) } else { Vec::new() },
        hidden: all.sum.hidden > 0,
        pagination,
        path,
        page,
    })
}

/// `GET /c/{slug}/polls/{poll}/whole.json`: the file that anybody counts again (docs/formats/tally.md).
pub(super) async fn file(visit: Visit, Path((slug, poll)): Path<(String, String)>) -> Reply {
    visit.web.app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let (_, found, all) = read(&visit, &slug, &poll).await?;
    let whole = actions::tallies::consolidated(&all).ok_or(Error::NOT_FOUND)?;
    let name = format!("attachment; filename=\"{}-whole.json\"", found.row.id.0);
    Ok(([(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, name)], whole.to_string()).into_response())
}

/// `GET /c/{slug}/polls/{poll}/whole.csv`: one line for each territory, channel, level and number.
pub(super) async fn table(visit: Visit, Path((slug, poll)): Path<(String, String)>) -> Reply {
    visit.web.app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let (_, found, all) = read(&visit, &slug, &poll).await?;
    let mut sheet = Sheet::new(["territory", "state", "channel", "level", "what", "number"]);
    for part in &all.parts {
        let mut line = |channel: &str, level: &str, what: &str, number: String| {
            let cells = [&part.name, part.standing.code(), channel, level, what, &number];
            sheet.line(cells.map(str::to_owned));
        };
        let Some(tally) = told(part) else {
            line("", "", "", String::new());
            continue;
        };
        for group in &tally.groups {
            line(&group.channel, &group.level, "ballots", group.ballots.to_string());
            line(&group.channel, &group.level, "blank", group.blank.to_string());
            for (what, number) in &group.counts {
                line(&group.channel, &group.level, what, number.to_string());
            }
        }
        if let Some(roll) = &tally.roll {
            line("", "", "roll", roll.size.to_string());
        }
        for group in &tally.voters {
            line(&group.channel, &group.level, "voters", group.voters.to_string());
        }
        if tally.groups.is_empty() {
            line("", "", "", String::new());
        }
    }
    Ok(sheet.reply(&format!("{}-whole", found.row.id.0)))
}

/// The title of the consultation, the vote, and what all say; while the vote runs nobody's result is told.
async fn read(visit: &Visit, slug: &str, poll: &str) -> Result<(String, Loaded, Together), Error> {
    let polls::Found { consultation, found, .. } = polls::read(visit, slug, poll).await?;
    let id = found.row.id;
    let all = visit.web.app.store.read(move |db| actions::tallies::together(db, id)).await?.ok_or(Error::NOT_FOUND)?;
    Ok((consultation, found, all))
}

/// What a territory said that is shown: no result before the vote is closed here too.
fn told(part: &Part) -> Option<&Tally> {
    part.tally.as_ref().filter(|tally| !tally.groups.is_empty())
}

/// The voters of a territory by channel and level, or its ballots by channel where that is not told.
fn voters(part: &Part) -> Option<Groups> {
    let tally = told(part)?;
    let groups: Groups = if tally.voters.is_empty() {
        tally.groups.iter().map(|group| ((group.channel.clone(), group.level.clone()), group.ballots)).collect()
    } else {
        tally.voters.iter().map(|group| ((group.channel.clone(), group.level.clone()), group.voters)).collect()
    };
    Some(groups)
}

fn waiting(all: &Together) -> i64 {
    let waits = |part: &&Part| {
        matches!(part.standing, Standing::Silent | Standing::Running | Standing::Unchecked | Standing::Unreachable | Standing::Differs)
    };
    i64::try_from(all.parts.iter().filter(waits).count()).unwrap_or(i64::MAX)
}

// ftl: poll-level-* poll-channel-*
fn name_of(page: &Page, (channel, level): &(String, String)) -> String {
    match (channel.is_empty(), level.is_empty()) {
        (true, true) => page.t.get("whole-untold"),
        (false, true) => page.t.code("poll-channel", channel),
        (true, false) => page.t.code("poll-level", level),
        (false, false) if channel == level => page.t.code("poll-level", level),
        (false, false) => format!("{} · {}", page.t.code("poll-level", level), page.t.code("poll-channel", channel)),
    }
}

// ftl: whole-standing-* whole-reason-*
fn row(page: &Page, part: &Part, columns: &BTreeSet<(String, String)>) -> Row {
    let groups = voters(part).unwrap_or_default();
    let number = |count: Option<&u64>| count.map_or_else(|| "–".to_owned(), |count| page.number(*count));
    let ballots = told(part).map(Tally::ballots);
    let cells = std::iter::once(number(ballots.as_ref())).chain(columns.iter().map(|column| number(groups.get(column)))).collect();
    let why = match part.standing {
        Standing::Hidden => page.t.count("whole-why-hidden", SMALLEST_GROUP),
        Standing::Running => {
            part.tally.as_ref().and_then(|tally| tally.turnout).map_or_else(String::new, |count| page.t.count("whole-why-running", count))
        }
        Standing::Differs => page.t.code("whole-reason", &part.reason),
        Standing::Contradicts => page.t.get("whole-why-contradicts"),
        Standing::Late => page.t.get("whole-why-late"),
        Standing::Counted | Standing::Silent | Standing::Unchecked | Standing::Unreachable | Standing::Withdrawn | Standing::Left => {
            String::new()
        }
    };
    let share = |size: u64| percent(signed(ballots.unwrap_or(0)), signed(size));
    let roll = told(part).and_then(|tally| tally.roll.as_ref()).filter(|roll| roll.size > 0);
    Row {
        name: part.name.clone(),
        page: part.page.clone(),
        cells,
        roll: roll.map(|roll| (roll.size, roll.source.clone(), page.t.count("poll-percent", share(roll.size)))),
        tone: tone(part.standing),
        standing: page.t.code("whole-standing", part.standing.code()),
        why,
        afterwards: part.afterwards,
        counted: part.standing == Standing::Counted,
        tally: part
            .signed
            .as_ref()
            .and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok())
            .and_then(|signed| Some(signed.get("id")?.as_str()?.to_owned())),
    }
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// How good or bad it is that a territory stands so.
const fn tone(standing: Standing) -> &'static str {
    match standing {
        Standing::Counted => "ok",
        Standing::Silent | Standing::Running | Standing::Unchecked => "info",
        Standing::Unreachable | Standing::Late => "warn",
        Standing::Differs | Standing::Contradicts => "bad",
        Standing::Hidden | Standing::Withdrawn | Standing::Left => "quiet",
    }
}

/// The sums of those who are counted, column by column; nothing that is hidden is in one.
fn sums(page: &Page, all: &Together, columns: &BTreeSet<(String, String)>) -> Vec<String> {
    let ballots: u64 = all.sum.groups.iter().map(|group| group.ballots).sum();
    let counted: Vec<Groups> = all.parts.iter().filter(|part| part.standing == Standing::Counted).filter_map(voters).collect();
    let sum = |column: &(String, String)| counted.iter().filter_map(|groups| groups.get(column)).sum::<u64>();
    std::iter::once(ballots).chain(columns.iter().map(sum)).map(|count| page.number(count)).collect()
}
