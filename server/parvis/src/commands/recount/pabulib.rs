//! A `.pb` file counted again: the votes and scores of its projects, and its winners where its rule says enough to be applied.

use anyhow::{anyhow, bail};
use deliberation::ballot::{Ballot, Form};
use deliberation::pabulib::{Election, ProblemKind, Repeats, VoteType, read};
use deliberation::recount;
use deliberation::verdict::{Contender, Counting, Vote};

use super::{Report, pabulib_rule};

pub(super) fn recount(text: &str) -> anyhow::Result<Report> {
    let (election, notices) = match read(text) {
        Ok(read) => read,
        Err(problems) => {
            let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
            bail!("{}", all.join("; "));
        }
    };
    let mut report = Report::default();
    for notice in notices.iter().filter(|notice| !matches!(notice.kind, ProblemKind::CountDiffers { .. })) {
        report.say(format!("notice: {notice}"));
    }
    report.say(format!("{} projects, {} ballots", election.projects.len(), election.ballots.len()));
    sizes(&election, &mut report);
    counts(&election, &mut report);
    match pabulib_rule::declared(&election) {
        Some(rule) => {
            report.say(format!("rule: {rule}"));
            winners(&election, Counting::Budget(rule), &mut report)?;
        }
        None => {
            report.without_winners = true;
            report.say(format!("rule {:?}: winners are not recounted", election.meta("rule").unwrap_or_default()));
        }
    }
    Ok(report)
}

fn sizes(election: &Election, report: &mut Report) {
    for (key, counted) in [("num_projects", election.projects.len()), ("num_votes", election.ballots.len())] {
        if let Some(said) = election.meta(key) {
            report.same(key, said.to_owned(), counted.to_string());
        }
    }
}

/// Every mention counts, as in the published counts of files with repeats.
fn counts(election: &Election, report: &mut Report) {
    for (place, project) in (0_u32..).zip(&election.projects) {
        let (mut votes, mut score) = (0_u64, 0_u64);
        for ballot in &election.ballots {
            for (_, points) in election.points(ballot, Repeats::Each).iter().filter(|(named, _)| *named == place) {
                votes += 1;
                score = score.saturating_add(*points);
            }
        }
        report.say(format!("project {}: {votes} votes, score {score}", project.id));
        for (what, said, counted) in [("votes", project.votes, votes), ("score", project.score, score)] {
            if let Some(said) = said {
                report.same(&format!("{what} of project {}", project.id), said, counted);
            }
        }
    }
}

fn winners(election: &Election, counting: Counting, report: &mut Report) -> anyhow::Result<()> {
    let vote = vote(election, counting)?;
    let lines = recount::lines(&vote).map_err(|why| anyhow!("the rule cannot be applied: {why:?}"))?;
    let published = election.projects.iter().any(|project| project.selected.is_some());
    for line in lines.iter().filter(|line| line.starts_with("cost ") || line.starts_with("share ")) {
        report.say(line.clone());
    }
    for (contender, project) in vote.contenders.iter().zip(&election.projects) {
        let won = lines.contains(&format!("winner {}", contender.number));
        if won {
            report.say(format!("winner {}", project.id));
        }
        // 2 and 3 are explained in the comment of the file, each in its own way: only yes and no are compared.
        match project.selected {
            Some(selected @ 0..=1) => report.same(&format!("selected of project {}", project.id), selected, u64::from(won)),
            Some(_) | None if !published => {}
            other => report.say(format!("project {}: selected {other:?} is not compared", project.id)),
        }
    }
    if !published {
        report.without_winners = true;
        report.say("the file has no winners to compare");
    }
    Ok(())
}

/// The projects get the numbers 1, 2, 3 … in the order of the file.
fn vote(election: &Election, counting: Counting) -> anyhow::Result<Vote> {
    let withdrawn = deliberation::budget::WITHDRAWN_COST.saturating_mul(election.unit);
    let contenders: Vec<Contender> = (1..)
        .zip(&election.projects)
        .map(|(number, project)| Contender { number, cost: project.cost, withdrawn: project.cost == withdrawn, group: None })
        .collect();
    let most = u32::try_from(contenders.len()).unwrap_or(u32::MAX);
    let form = match election.vote_type {
        VoteType::ChooseOne | VoteType::Approval => Form::Approval { min: 0, max: most },
        VoteType::Cumulative | VoteType::Scoring => Form::Cumulative { least: 0, most: u64::MAX, each: u64::MAX },
        VoteType::Ordinal => Form::Ranking { min: 0, max: most },
    };
    let ballot = |ballot| {
        let points = election.points(ballot, Repeats::Once);
        match form {
            Form::Ranking { .. } => Ballot::Ranking(points.iter().map(|(place, _)| place + 1).collect()),
            Form::Approval { .. } => Ballot::Set(points.iter().map(|(place, _)| place + 1).collect()),
            _ => Ballot::Points(points.iter().map(|(place, value)| (place + 1, i64::try_from(*value).unwrap_or(i64::MAX))).collect()),
        }
    };
    let number = |id: &str| (1..).zip(&election.projects).find(|(_, project)| project.id == id).map(|(number, _)| number);
    let lots = match election.meta(pabulib_rule::LOTS_KEY) {
        None => (1..=most).collect(),
        Some(list) => list
            .split(',')
            .map(|id| number(id).ok_or_else(|| anyhow!("{}: there is no project {id:?}", pabulib_rule::LOTS_KEY)))
            .collect::<anyhow::Result<_>>()?,
    };
    let ballots = election.ballots.iter().map(ballot).collect();
    Ok(Vote { form, counting, contenders, budget: election.budget, unit: election.unit, lots, ballots })
}
