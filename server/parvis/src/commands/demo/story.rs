//! The town's story: every act of ten weeks, in the order in which they happened.

use std::collections::BTreeMap;

use anyhow::Context;

use super::days::draw;
use super::town::{Answered, Contribution, Edited, Hidden, Person, Plan, Reported, Said, Town};

/// The rank of a contribution or reply in the story: its id is known once it is published.
pub(super) type Rank = usize;

/// Something that somebody did.
#[derive(Debug)]
pub(super) struct Act<'t> {
    /// Days from today.
    pub(super) day: f64,
    /// What.
    pub(super) deed: Deed<'t>,
}

/// What somebody did.
#[derive(Debug, Clone, Copy)]
pub(super) enum Deed<'t> {
    /// Opened an account.
    Join(&'t Person),
    /// Lost it for a time.
    Suspend(&'t Person),
    /// Began a consultation.
    Draft(&'t Plan),
    /// Published it.
    Open(&'t Plan),
    /// Published a proposal or started a discussion.
    Publish(&'t Plan, &'t Contribution, Rank),
    /// Replied.
    Reply { said: &'t Said, to: Rank, rank: Rank },
    /// Supported.
    Support { by: &'t str, on: Rank },
    /// Wrote a second version.
    Edit(&'t Plan, &'t Contribution, &'t Edited, Rank),
    /// Withdrew it.
    Withdraw(&'t Contribution, Rank),
    /// Reported it.
    Report(&'t Reported, Rank),
    /// Hid it.
    Hide(&'t Hidden, Rank),
    /// Answered officially.
    Answer(&'t Answered, Rank),
    /// Gave a mark of recognition, by code.
    Recognise { by: &'t str, mark: &'static str, on: Rank },
}

impl Deed<'_> {
    /// What must have been published before.
    pub(super) const fn about(&self) -> Option<Rank> {
        match self {
            Self::Join(_) | Self::Suspend(_) | Self::Draft(_) | Self::Open(_) | Self::Publish(..) => None,
            Self::Reply { to: on, .. }
            | Self::Support { on, .. }
            | Self::Recognise { on, .. }
            | Self::Edit(_, _, _, on)
            | Self::Withdraw(_, on)
            | Self::Report(_, on)
            | Self::Hide(_, on)
            | Self::Answer(_, on) => Some(*on),
        }
    }

    /// Whether it is done before the next begins: it opens or closes what others need.
    pub(super) const fn is_alone(&self) -> bool {
        match self {
            Self::Publish(..) | Self::Reply { .. } | Self::Support { .. } | Self::Report(..) => false,
            Self::Join(_)
            | Self::Suspend(_)
            | Self::Draft(_)
            | Self::Open(_)
            | Self::Edit(..)
            | Self::Withdraw(..)
            | Self::Hide(..)
            | Self::Answer(..)
            | Self::Recognise { .. } => true,
        }
    }

    /// What it is, for somebody who looks for a fault.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Join(person) => format!("{} joins", person.name),
            Self::Suspend(person) => format!("{} is suspended", person.name),
            Self::Draft(plan) => format!("{} is drafted", plan.slug),
            Self::Open(plan) => format!("{} is published", plan.slug),
            Self::Publish(_, it, _) => format!("{} publishes \"{}\"", it.by, it.title),
            Self::Reply { said, .. } => format!("{} replies \"{}\"", said.by, said.text),
            Self::Support { by, .. } => format!("{by} supports"),
            Self::Edit(_, it, ..) => format!("\"{}\" is edited", it.title),
            Self::Withdraw(it, _) => format!("\"{}\" is withdrawn", it.title),
            Self::Report(report, _) => format!("{} reports", report.by),
            Self::Hide(hidden, _) => format!("{} hides", hidden.by),
            Self::Answer(answer, _) => format!("{} answers \"{}\"", answer.by, answer.text),
            Self::Recognise { by, mark, .. } => format!("{by} recognises {mark}"),
        }
    }
}

/// The whole story.
pub(super) struct Story<'t> {
    /// What happened, in order.
    pub(super) acts: Vec<Act<'t>>,
    /// How many contributions and replies there are.
    pub(super) ranks: usize,
}

/// Tells the story of a town.
pub(super) fn tell(town: &Town) -> anyhow::Result<Story<'_>> {
    let joined = town.people.iter().map(|person| (person.key.as_str(), arrival(person))).collect();
    let mut teller = Teller { town, joined, story: Story { acts: Vec::new(), ranks: 0 } };
    for person in &town.people {
        teller.add(arrival(person), Deed::Join(person));
        if let Some(day) = person.suspended {
            teller.add(f64::from(day) + 0.7, Deed::Suspend(person));
        }
    }
    for plan in &town.consultations {
        teller.add(f64::from(plan.drafted) + 0.3, Deed::Draft(plan));
        if let Some(day) = plan.published {
            teller.add(f64::from(day) + 0.1, Deed::Open(plan));
        }
        for contribution in &plan.contributions {
            teller.contribution(plan, contribution).with_context(|| contribution.title.clone())?;
        }
    }
    let mut story = teller.story;
    story.acts.sort_by(|a, b| a.day.total_cmp(&b.day));
    Ok(story)
}

fn arrival(person: &Person) -> f64 {
    let hour = draw(&[&person.key, "joined"]);
    f64::from(person.joined)
        + match person.role.as_str() {
            "administrator" => 0.0,
            "citizen" => hour,
            _ => 0.05 + hour / 10.0,
        }
}

/// An hour when the town hall is open.
fn office(day: i32, words: &[&str]) -> f64 {
    f64::from(day) + 0.1 + draw(words) / 2.0
}

struct Teller<'t> {
    town: &'t Town,
    joined: BTreeMap<&'t str, f64>,
    story: Story<'t>,
}

impl<'t> Teller<'t> {
    fn add(&mut self, day: f64, deed: Deed<'t>) {
        self.story.acts.push(Act { day, deed });
    }

    fn rank(&mut self) -> Rank {
        self.story.ranks += 1;
        self.story.ranks - 1
    }

    fn contribution(&mut self, plan: &'t Plan, it: &'t Contribution) -> anyhow::Result<()> {
        let phase = plan.phases.iter().find(|phase| (phase.from..=phase.to).contains(&it.day)).context("no phase on its day")?;
        let begun = f64::from(it.day) + draw(&[&it.title]) * 0.9;
        let gone = it.withdrawn.or(it.hidden.as_ref().and_then(|hidden| hidden.day)).unwrap_or(0);
        let end = f64::from((phase.to + 1).min(gone).min(0));
        let rank = self.rank();
        self.add(begun, Deed::Publish(plan, it, rank));
        self.supports(rank, &it.title, &it.by, it.supports, (begun, end))?;
        self.replies(it, rank, (begun, end))?;
        for answer in &it.answers {
            self.add(office(answer.day, &[&it.title, &answer.state]), Deed::Answer(answer, rank));
        }
        for (mark, day) in [("quality", it.quality), ("impact", it.impact)] {
            if let Some(day) = day {
                self.add(f64::from(day) + 0.65, Deed::Recognise { by: &plan.agent, mark, on: rank });
            }
        }
        if let Some(edit) = &it.edit {
            self.add(f64::from(edit.day) + draw(&[&edit.title]) * 0.9, Deed::Edit(plan, it, edit, rank));
        }
        if let Some(day) = it.withdrawn {
            self.add(f64::from(day) + 0.5, Deed::Withdraw(it, rank));
        }
        for (number, report) in (1..).zip(&it.reports) {
            self.add(begun + (end - begun) * f64::from(number) / (it.reports.len() + 1) as f64, Deed::Report(report, rank));
        }
        if let Some(hidden) = &it.hidden {
            self.add(end + 0.2, Deed::Hide(hidden, rank));
        }
        Ok(())
    }

    /// The replies of a contribution come in their order, the first ones quickly, over nine days at the most.
    fn replies(&mut self, it: &'t Contribution, root: Rank, (begun, end): (f64, f64)) -> anyhow::Result<()> {
        let span = (end - begun).min(9.0);
        let mut above = vec![root];
        for (number, said) in (1..).zip(&it.replies) {
            let day = begun + span * (f64::from(number) / (it.replies.len() + 1) as f64).powf(1.2);
            above.truncate(said.d);
            let to = *above.get(said.d - 1).context("a reply to nothing")?;
            let rank = self.rank();
            above.push(rank);
            self.add(day, Deed::Reply { said, to, rank });
            if let Some(report) = &said.report {
                self.add(day + (end - day) * 0.1, Deed::Report(report, rank));
            }
            match &said.hidden {
                Some(hidden) => self.add(day + (end - day) * 0.2, Deed::Hide(hidden, rank)),
                None => self.supports(rank, &said.text, &said.by, said.likes, (day, end))?,
            }
        }
        Ok(())
    }

    /// Supports come quickly at first; who gives them depends on the words only. Nobody supports before having an account.
    fn supports(&mut self, on: Rank, words: &str, author: &str, count: usize, (begun, end): (f64, f64)) -> anyhow::Result<()> {
        let mut crowd: Vec<&'t Person> = self.town.people.iter().filter(|p| supports(p) && p.key != author).collect();
        crowd.sort_by(|a, b| draw(&[words, &a.key]).total_cmp(&draw(&[words, &b.key])));
        let mut given = 0;
        for person in crowd {
            let joined = self.joined.get(person.key.as_str()).copied().unwrap_or(end);
            let day = begun + (end - begun) * ((given + 1) as f64 / (count + 1) as f64).powf(1.6);
            let day = if day > joined { day } else { joined + (end - joined) * draw(&[words, &person.key, "late"]) };
            if given < count && joined < end {
                self.add(day, Deed::Support { by: &person.key, on });
                given += 1;
            }
        }
        anyhow::ensure!(given == count, "{count} supports are asked for, {given} can be given");
        Ok(())
    }
}

fn supports(person: &Person) -> bool {
    matches!(person.role.as_str(), "citizen" | "stakeholder") && !person.quiet
}
