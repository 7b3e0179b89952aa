//! The data sets of what is decided and done: votes, projects of budgets, commitments, projects that look for money.

use super::field::{About, Piece, Row, Set, euros, fields, moment, said, set};
use crate::commitments::lines;
use crate::pages::public::load;
use deliberation::verdict::Told;
use domain::open_data::Dataset;
use domain::vote::{BoxKind, SMALLEST_GROUP};
use std::collections::HashMap;
use store::budget::Project;
use store::commitments::{Commitment, milestones};
use store::funding;
use store::views::open_data;
use store::votes::{BallotBox, BallotOption};
use store::{Db, Uid};

/// Rows read at once.
const BATCH: i64 = 500;
/// Votes read at once: each has up to two hundred options.
const VOTES: i64 = 50;

/// A vote, with what everybody may know of its result.
struct Voted<'a> {
    row: &'a BallotBox,
    slug: &'a str,
    options: &'a [BallotOption],
    /// Nothing before it is counted, and where so few voted that they could be told apart.
    told: Option<Told>,
}

fields! {
    VOTE_FIELDS, vote_cells, |vote: &Voted<'_>, about|
    "id" Id => vote.row.id.0.to_string(),
    "url" Address => about.at(&vote.path("")),
    "consultation_id" Id => vote.row.consultation_id.0.to_string(),
    "kind" Code => vote.row.kind.clone(),
    "title" Text => vote.row.title.clone(),
    "lang" Code => vote.row.lang.clone(),
    "state" Code => vote.row.state.clone(),
    "opens_at" Moment => moment(Some(vote.row.opens_at)),
    "closes_at" Moment => moment(Some(vote.row.closes_at)),
    "options" List => vote.options.iter().map(|option| option.title.clone()).collect::<Vec<_>>(),
    "ballots" Whole => vote.told.as_ref().map(|told| told.ballots),
    "blank_ballots" Whole => vote.told.as_ref().map(|told| told.blank),
    "results" List => vote.results(),
    "winners" List => vote.winners(),
    "record_url" Address => vote.told.as_ref().map(|_| about.at(&vote.path("/record.json"))),
    "ballots_url" Address => vote.told.as_ref().map(|_| about.at(&vote.path("/ballots.csv"))),
    "pabulib_url" Address => vote.told.as_ref().filter(|_| vote.row.kind == BoxKind::Budget.code()).map(|_| about.at(&format!("/open-data/{}.pb", vote.row.id.0))),
}

impl Voted<'_> {
    fn path(&self, more: &str) -> String {
        format!("/c/{}/polls/{}{more}", self.slug, self.row.id.0)
    }

    fn title(&self, number: u32) -> Option<&str> {
        self.options.iter().find(|option| u32::try_from(option.number) == Ok(number)).map(|option| option.title.as_str())
    }

    /// "Le quai: 12", option by option, then answer by answer.
    fn results(&self) -> Vec<String> {
        let Some(told) = &self.told else { return Vec::new() };
        let options = told.options.iter().filter_map(|(number, votes, _)| Some(format!("{}: {votes}", self.title(*number)?)));
        options.chain(told.answers.iter().map(|(code, votes)| format!("{code}: {votes}"))).collect()
    }

    fn winners(&self) -> Vec<String> {
        let numbers = self.told.iter().flat_map(|told| told.winners.iter());
        numbers.filter_map(|number| self.title(*number)).map(str::to_owned).collect()
    }
}

fn read_votes(db: &mut Db, about: &About, after: Option<Uid>, limit: i64) -> Result<Piece, store::Error> {
    let found = open_data::votes(db, after, limit)?;
    let ids: Vec<Uid> = found.iter().map(|(row, _)| row.id).collect();
    let mut options: HashMap<Uid, Vec<BallotOption>> = HashMap::new();
    for option in open_data::options(db, &ids)? {
        options.entry(option.box_id).or_default().push(option);
    }
    let row = |(row, slug): &(BallotBox, String)| {
        let told = row.result.as_deref().map(Told::read).filter(|told| told.ballots >= SMALLEST_GROUP);
        let vote = Voted { row, slug, options: options.get(&row.id).map_or(&[][..], Vec::as_slice), told };
        Row { id: row.id.0.to_string(), cells: vote_cells(&vote, about), shapes: Vec::new() }
    };
    Ok(Piece { last: found.last().map(|(row, _)| row.id), rows: found.iter().map(row).collect() })
}

pub(super) const VOTES_SET: Set =
    Set { dataset: Dataset::Votes, fields: VOTE_FIELDS, batch: VOTES, read: read_votes, count: open_data::count_votes };

set! {
    PROJECTS = BudgetProjects, open_data::projects, open_data::count_projects, |row: &(Project, String, String, String), about| id row.0.contribution_id, at Vec::new();
    "id" Id => row.0.contribution_id.0.to_string(),
    "url" Address => about.at(&load::path(&row.3, row.0.contribution_id)),
    "consultation_id" Id => row.0.consultation_id.0.to_string(),
    "title" Text => row.1.clone(),
    "envelope" Text => row.2.clone(),
    "state" Code => row.0.state.clone(),
    "asked_euros" Decimal => euros(row.0.asked),
    "cost_euros" Decimal => euros(row.0.cost.filter(|_| row.0.decided_at.is_some())),
    "reason" Markdown => said(&row.0.reasons).filter(|_| row.0.decided_at.is_some()),
    "answered_at" Moment => moment(row.0.decided_at),
    "merged_into" Id => row.0.merged_into.map(|id| id.0.to_string()),
    "works" Code => row.0.works.clone(),
    "promised_on" Day => row.0.promised_on.clone(),
    "done_on" Day => row.0.done_on.clone(),
}

/// A commitment, the word of its consultation in addresses, and its milestones.
struct Promised<'a>(&'a Commitment, &'a str, Vec<String>);

fields! {
    COMMITMENT_FIELDS, commitment_cells, |row: &Promised<'_>, about|
    "id" Id => row.0.id.0.to_string(),
    "url" Address => about.at(&format!("/c/{}/commitments/{}", row.1, row.0.id.0)),
    "consultation_id" Id => row.0.consultation_id.0.to_string(),
    "title" Text => row.0.title.clone(),
    "body" Markdown => said(&row.0.body),
    "state" Code => row.0.state.clone(),
    "reason" Markdown => said(&row.0.reason),
    "progress" Whole => row.0.progress,
    "cost_euros" Decimal => euros(row.0.cost),
    "responsible" Text => said(&row.0.responsible),
    "first_promised_on" Day => row.0.first_promised_on.clone(),
    "promised_on" Day => row.0.promised_on.clone(),
    "done_on" Day => row.0.done_on.clone(),
    "milestones" List => row.2.clone(),
    "published_at" Moment => moment(row.0.published_at),
    "edited_at" Moment => moment(Some(row.0.edited_at)),
}

fn read_commitments(db: &mut Db, about: &About, after: Option<Uid>, limit: i64) -> Result<Piece, store::Error> {
    let found = open_data::commitments(db, after, limit)?;
    let stages = milestones::of(db, &found.iter().map(|(row, _)| row.id).collect::<Vec<_>>())?;
    let row = |(row, slug): &(Commitment, String)| {
        let cells = commitment_cells(&Promised(row, slug, lines(row.id, &stages)), about);
        Row { id: row.id.0.to_string(), cells, shapes: Vec::new() }
    };
    Ok(Piece { last: found.last().map(|(row, _)| row.id), rows: found.iter().map(row).collect() })
}

pub(super) const COMMITMENTS: Set = Set {
    dataset: Dataset::Commitments,
    fields: COMMITMENT_FIELDS,
    batch: BATCH,
    read: read_commitments,
    count: open_data::count_commitments,
};

set! {
    FUNDING = Funding, open_data::funded, open_data::count_funded, |row: &funding::Project, about| id row.id, at Vec::new();
    "id" Id => row.id.0.to_string(),
    "url" Address => about.at(&format!("/funding/{}", row.id.0)),
    "title" Text => row.title.clone(),
    "body" Markdown => row.body.clone(),
    "lang" Code => row.lang.clone(),
    "mode" Code => row.mode.clone(),
    "goal_euros" Decimal => euros(Some(row.goal)),
    "cost_euros" Decimal => euros(row.cost),
    "raised_euros" Decimal => euros(Some(row.raised)),
    "contributors" Whole => row.contributors,
    "opens_on" Day => row.opens_on.clone(),
    "closes_on" Day => row.closes_on.clone(),
    "campaign_url" Address => row.link.clone(),
    "published_at" Moment => moment(row.published_at),
}
