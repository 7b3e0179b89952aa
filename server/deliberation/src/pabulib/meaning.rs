//! From tables to an election: what each field must say, and what of it does not hold.

use std::collections::{BTreeMap, BTreeSet};

use super::election::{Ballot, Election, Project, Repeats, VoteType};
use super::problem::{Problem, ProblemKind};
use super::tables::{Field, Tables};

/// How many problems are told at most.
const MOST_PROBLEMS: usize = 100;
/// How many decimals amounts may have.
const MOST_DECIMALS: usize = 6;
/// Keys that the format asks for.
const REQUIRED: [&str; 11] =
    ["description", "country", "unit", "instance", "num_projects", "num_votes", "budget", "vote_type", "rule", "date_begin", "date_end"];

/// Reads a `.pb` file. Beside the election come notices: what is odd but does not change what was voted (repeated projects in a ballot, counts
/// that do not hold, missing keys that counting does not need).
///
/// # Errors
/// Up to 100 problems, each with its line and column, where the file does not say what was voted.
pub fn read(text: &str) -> Result<(Election, Vec<Problem>), Vec<Problem>> {
    let (tables, notices) = Tables::read(text).map_err(|problem| vec![problem])?;
    let mut reader = Meaning { errors: Vec::new(), notices };
    let election = reader.election(tables);
    reader.notices.truncate(MOST_PROBLEMS);
    reader.errors.truncate(MOST_PROBLEMS);
    match election {
        Some(election) if reader.errors.is_empty() => Ok((election, reader.notices)),
        _ => Err(reader.errors),
    }
}

struct Meaning {
    errors: Vec<Problem>,
    notices: Vec<Problem>,
}

/// A row with the names of its columns.
struct Row<'a> {
    columns: &'a BTreeMap<&'a str, usize>,
    fields: &'a [Field],
}

impl<'a> Row<'a> {
    fn field(&self, column: &str) -> Option<&'a Field> {
        self.fields.get(*self.columns.get(column)?)
    }

    /// The field, where it says something.
    fn said(&self, column: &str) -> Option<&'a Field> {
        self.field(column).filter(|field| !field.text.is_empty())
    }

    fn problem(&self, kind: ProblemKind) -> Option<Problem> {
        self.fields.first().map(|field| field.problem(kind))
    }
}

impl Meaning {
    fn election(&mut self, tables: Tables) -> Option<Election> {
        let meta = self.meta(&tables.meta);
        let columns = self.columns(&tables.projects, &["project_id", "cost"]);
        if let Some(old) = tables.projects.first().and_then(|names| names.iter().find(|name| name.text == "target")) {
            self.errors.push(old.problem(ProblemKind::Legacy("beneficiaries")));
        }
        let rows: Vec<Row<'_>> = tables.projects.iter().skip(1).map(|fields| Row { columns: &columns, fields }).collect();
        let costs: Vec<&Field> = rows.iter().filter_map(|row| row.said("cost")).collect();
        let budget_field = self.required(&meta, &tables, "budget");
        let decimals = costs.iter().copied().chain(budget_field).map(|field| decimals(&field.text)).max().unwrap_or_default();
        let unit = 10_u64.pow(u32::try_from(decimals.min(MOST_DECIMALS)).unwrap_or_default());
        let budget = budget_field.and_then(|field| self.amount(field, decimals));
        let type_field = self.required(&meta, &tables, "vote_type");
        let vote_type = type_field.and_then(|field| {
            let known = VoteType::named(&field.text);
            if known.is_none() {
                self.errors.push(field.problem(ProblemKind::UnknownWord(field.text.clone())));
            }
            known
        });
        let default_score = meta.get("default_score").and_then(|field| self.number(field)).unwrap_or_default();
        let projects = self.projects(&rows, decimals);
        let places: BTreeMap<String, u32> = (0..).zip(&projects).map(|(place, project)| (project.id.clone(), place)).collect();
        let vote_type = vote_type?;
        let with_points = matches!(vote_type, VoteType::Cumulative | VoteType::Scoring);
        let vote_columns = self.columns(&tables.votes, if with_points { &["voter_id", "vote", "points"] } else { &["voter_id", "vote"] });
        let votes = tables.votes.iter().skip(1).map(|fields| Row { columns: &vote_columns, fields });
        let ballots: Vec<Ballot> = votes.map(|row| self.ballot(&row, &places, with_points)).collect();
        let sizes = [("num_projects", projects.len()), ("num_votes", ballots.len())];
        for (key, counted) in sizes {
            let said = meta.get(key).and_then(|field| Some((*field, field.text.parse().ok()?)));
            self.same(said, u64::try_from(counted).unwrap_or(u64::MAX));
        }
        let published: Vec<[Option<Field>; 2]> = rows.iter().map(|row| [row.said("votes").cloned(), row.said("score").cloned()]).collect();
        let election = Election { budget: budget?, unit, vote_type, default_score, projects, ballots, tables };
        self.published(&election, &published);
        Some(election)
    }

    /// The keys of META; a key twice is an error, a missing one is told.
    fn meta<'a>(&mut self, rows: &'a [Vec<Field>]) -> BTreeMap<&'a str, &'a Field> {
        let mut meta = BTreeMap::new();
        for row in rows.iter().skip(1) {
            let [key, rest @ ..] = row.as_slice() else { continue };
            let value = rest.first().unwrap_or(key);
            if rest.is_empty() {
                self.errors.push(key.problem(ProblemKind::TooFewFields));
            } else if meta.insert(key.text.as_str(), value).is_some() {
                self.errors.push(key.problem(ProblemKind::Twice(key.text.clone())));
            }
        }
        let end = rows.last().and_then(|row| row.first());
        for (missing, end) in REQUIRED.into_iter().filter(|key| !meta.contains_key(key)).zip(end.into_iter().cycle()) {
            self.notices.push(end.problem(ProblemKind::Missing(missing)));
        }
        meta
    }

    fn required<'a>(&mut self, meta: &BTreeMap<&str, &'a Field>, tables: &Tables, key: &'static str) -> Option<&'a Field> {
        let found = meta.get(key).copied();
        if found.is_none()
            && let Some(first) = tables.meta.first().and_then(|row| row.first())
        {
            self.errors.push(first.problem(ProblemKind::Missing(key)));
        }
        found
    }

    fn columns<'a>(&mut self, rows: &'a [Vec<Field>], required: &[&'static str]) -> BTreeMap<&'a str, usize> {
        let mut columns = BTreeMap::new();
        let names = rows.first().map(Vec::as_slice).unwrap_or_default();
        for (place, name) in names.iter().enumerate() {
            if columns.insert(name.text.as_str(), place).is_some() {
                self.errors.push(name.problem(ProblemKind::Twice(name.text.clone())));
            }
        }
        for (missing, first) in required.iter().filter(|name| !columns.contains_key(*name)).zip(names.iter().cycle()) {
            self.errors.push(first.problem(ProblemKind::Missing(missing)));
        }
        columns
    }

    fn projects(&mut self, rows: &[Row<'_>], decimals: usize) -> Vec<Project> {
        let mut ids = BTreeSet::new();
        let mut projects = Vec::new();
        for row in rows {
            let Some(id) = row.said("project_id") else {
                self.errors.extend(row.problem(ProblemKind::Empty));
                continue;
            };
            if !ids.insert(id.text.as_str()) {
                self.errors.push(id.problem(ProblemKind::Twice(id.text.clone())));
            }
            let Some(cost) = row.said("cost") else {
                self.errors.push(id.problem(ProblemKind::Missing("cost")));
                continue;
            };
            let cost = self.amount(cost, decimals).unwrap_or_default();
            let mut read = |column: &str| row.said(column).and_then(|field| self.number(field));
            let (votes, score, selected) = (read("votes"), read("score"), read("selected"));
            projects.push(Project { id: id.text.clone(), cost, votes, score, selected });
        }
        projects
    }

    fn ballot(&mut self, row: &Row<'_>, places: &BTreeMap<String, u32>, with_points: bool) -> Ballot {
        let mut ballot = Ballot { vote: Vec::new(), points: Vec::new() };
        let mut seen = BTreeSet::new();
        for item in row.said("vote").map(list).unwrap_or_default() {
            if item.text.starts_with(' ') || item.text.ends_with(' ') {
                self.errors.push(item.problem(ProblemKind::SpaceInList));
                continue;
            }
            let Some(place) = places.get(&item.text) else {
                self.errors.push(item.problem(ProblemKind::UnknownProject(item.text.clone())));
                continue;
            };
            if !seen.insert(*place) {
                self.notices.push(item.problem(ProblemKind::RepeatedProject(item.text.clone())));
            }
            ballot.vote.push(*place);
        }
        if with_points {
            let points = row.said("points").map(list).unwrap_or_default();
            let before = self.errors.len();
            ballot.points = points.iter().filter_map(|item| self.number(item)).collect();
            if ballot.points.len() != ballot.vote.len() && self.errors.len() == before {
                self.errors.extend(row.field("points").map(|field| field.problem(ProblemKind::PointsDoNotMatch)));
            }
        }
        ballot
    }

    fn published(&mut self, election: &Election, published: &[[Option<Field>; 2]]) {
        let counts = election.counts(Repeats::Each);
        for ((project, (votes, score)), [votes_field, score_field]) in election.projects.iter().zip(counts).zip(published) {
            self.same(votes_field.as_ref().zip(project.votes), votes);
            self.same(score_field.as_ref().zip(project.score), score);
        }
    }

    fn same(&mut self, said: Option<(&Field, u64)>, counted: u64) {
        if let Some((field, said)) = said.filter(|(_, said)| *said != counted) {
            self.notices.push(field.problem(ProblemKind::CountDiffers { said, counted }));
        }
    }

    fn number(&mut self, field: &Field) -> Option<u64> {
        let read = digits(&field.text).and_then(|text| text.parse().map_err(|_overflow: std::num::ParseIntError| ProblemKind::TooLarge));
        read.map_err(|kind| self.errors.push(field.problem(kind))).ok()
    }

    /// An amount of money with at most `decimals` decimals, in units of 10^-decimals.
    fn amount(&mut self, field: &Field, decimals: usize) -> Option<u64> {
        let read = || {
            if decimals > MOST_DECIMALS {
                return Err(ProblemKind::NotANumber);
            }
            let (whole, part) = field.text.split_once('.').unwrap_or((&field.text, ""));
            if field.text.contains('.') {
                digits(part)?;
            }
            let text = format!("{}{part:0<decimals$}", digits(whole)?);
            text.parse().map_err(|_overflow: std::num::ParseIntError| ProblemKind::TooLarge)
        };
        read().map_err(|kind| self.errors.push(field.problem(kind))).ok()
    }
}

/// The items of a list, each with its place.
fn list(field: &Field) -> Vec<Field> {
    let mut column = field.column;
    let mut items = Vec::new();
    for item in field.text.split(',') {
        items.push(Field { text: item.to_owned(), line: field.line, column });
        column += item.chars().count() + 1;
    }
    items
}

/// How many decimals an amount is written with; zeros at their end count.
fn decimals(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, part)| part.len())
}

fn digits(text: &str) -> Result<&str, ProblemKind> {
    match text.strip_prefix('-') {
        Some(rest) if digits(rest).is_ok() => Err(ProblemKind::Negative),
        _ if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) => Ok(text),
        _ => Err(ProblemKind::NotANumber),
    }
}
