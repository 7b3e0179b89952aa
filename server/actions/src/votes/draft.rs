//! Prepare a vote: a draft may change as long as it is one.

use super::{BOXES_MAX, OPTIONS_MAX, PROJECTS_MAX, load};
use crate::{App, Error, Result, subject};
use deliberation::ballot::{Choice, Form};
use deliberation::verdict::Counting;
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{BoxId, ContributionId};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::risk::{Grid, LEVEL_MAX};
use domain::text::{self, Fault};
use domain::vote::{BoxKind, BoxState, Level};
use store::consultations::Consultation;
use store::votes::{BallotBox, BallotOption};
use store::{At, Db, Uid};

/// The most money of a budget, and the greatest cost of a project, in cents: sums stay far below 2⁶⁰, the bound of the rules.
pub const MONEY_MAX: i64 = 1_000_000_000_000;

/// Something that may be chosen, in the order of its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftOption {
    /// Its title.
    pub title: String,
    /// More about it, as Markdown.
    pub description: String,
    /// What it costs, in cents; 0 where nothing is bought.
    pub cost: i64,
    /// The project that it stands for, one of the same consultation.
    pub contribution: Option<ContributionId>,
}

impl DraftOption {
    /// An option that costs nothing and says no more than its title.
    #[must_use]
    pub const fn free(title: String) -> Self {
        Self { title, description: String::new(), cost: 0, contribution: None }
    }
}

/// A vote that is ready to be kept as a draft: what budgets and polls have in common.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What it is for.
    pub kind: BoxKind,
    /// The question.
    pub title: String,
    /// What there is to know.
    pub description: String,
    /// The form of a ballot. For a budget: knapsack, approval, or points to give out.
    pub form: Form,
    /// The rule that decides; for a budget, `Counting::Budget`.
    pub rule: Counting,
    /// The money to share out, in cents; 0 for a poll.
    pub budget: i64,
    /// Who may vote.
    pub levels: Vec<Level>,
    /// What may be chosen.
    pub options: Vec<DraftOption>,
    /// From when.
    pub opens_at: At,
    /// Until when.
    pub closes_at: At,
    /// Whether the number of voters is shown meanwhile.
    pub live: bool,
    /// Whether a ballot may be replaced.
    pub revote: bool,
    /// How many must take part.
    pub quorum: i32,
    /// How many could take part; 0 when nobody knows.
    pub population: i32,
    /// Whence that number comes.
    pub population_source: String,
    /// What is at stake; nothing where it was not asked yet: it must be before publication.
    pub grid: Option<Grid>,
}

impl Draft {
    /// The draft of a budget's vote as it is proposed to the agent: any projects that together cost no more than the money, decided by equal shares
    /// with its comparison; everything of it may be changed before publication.
    #[must_use]
    pub fn budget(title: String, budget: i64, options: Vec<DraftOption>, opens_at: At, closes_at: At) -> Self {
        Self {
            kind: BoxKind::Budget,
            title,
            description: String::new(),
            form: Form::Knapsack { budget: u64::try_from(budget).unwrap_or(0) },
            rule: Counting::Budget(super::usual_rule()),
            budget,
            levels: vec![Level::Confirmed, Level::Verified],
            options,
            opens_at,
            closes_at,
            live: true,
            revote: true,
            quorum: 0,
            population: 0,
            population_source: String::new(),
            grid: None,
        }
    }

    /// Whether a vote can be held like this.
    ///
    /// # Errors
    /// The field that is wrong.
    fn check(&self) -> Result<()> {
        let choice =
            |(number, option): (u32, &DraftOption)| Choice { number, cost: u64::try_from(option.cost).unwrap_or(0), withdrawn: false };
        let choices: Vec<Choice> = (1..).zip(&self.options).map(choice).collect();
        self.form.fits(&choices).map_err(|_fault| Error::fault("options", Fault::Missing))?;
        if !self.rule.suits(&self.form) {
            return Err(Error::fault("rule", Fault::Choice));
        }
        text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX).map_err(|fault| Error::fault("title", fault))?;
        if self.opens_at >= self.closes_at {
            return Err(Error::fault("closes_at", Fault::Order));
        }
        if self.grid.as_ref().is_some_and(|grid| grid.level() > LEVEL_MAX) {
            return Err(Error::fault("grid", Fault::Choice));
        }
        match self.kind {
            BoxKind::Poll => self.check_poll(),
            BoxKind::Budget => self.check_budget(),
        }
    }

    fn check_poll(&self) -> Result<()> {
        let free = self.budget == 0 && self.options.iter().all(|option| option.cost == 0);
        match &self.rule {
            Counting::Budget(_) => Err(Error::fault("rule", Fault::Choice)),
            _ if !free => Err(Error::fault("budget", Fault::Shape)),
            _ if self.options.len() > OPTIONS_MAX => Err(Error::fault("options", Fault::TooLong(OPTIONS_MAX))),
            _ => Ok(()),
        }
    }

    fn check_budget(&self) -> Result<()> {
        if !matches!(self.rule, Counting::Budget(_)) {
            return Err(Error::fault("rule", Fault::Choice));
        }
        if !(1..=MONEY_MAX).contains(&self.budget) {
            return Err(Error::fault("budget", Fault::Shape));
        }
        let whole = u64::try_from(self.budget).unwrap_or(0);
        let together = match self.form {
            Form::Knapsack { budget } => budget == whole,
            Form::Approval { .. } | Form::Cumulative { .. } => true,
            _ => false,
        };
        if !together {
            return Err(Error::fault("form", Fault::Choice));
        }
        if self.options.len() > PROJECTS_MAX {
            return Err(Error::fault("options", Fault::TooLong(PROJECTS_MAX)));
        }
        if self.options.iter().any(|option| !(1..=MONEY_MAX).contains(&option.cost)) {
            return Err(Error::fault("options", Fault::Shape));
        }
        Ok(())
    }
}

/// Keeps a draft: a new one, or in the place of the draft `replaces`.
///
/// # Errors
/// A refusal of the permission table, `NotFound` (also for a project of another consultation), `Settled` when what should be replaced is published,
/// `TooManyAttempts` when the consultation has as many votes as it may, a form, rule or budget that do not go together, or the store's failure.
pub async fn draft(app: &App, viewer: Viewer, slug: &str, new: Draft, replaces: Option<BoxId>) -> Result<BoxId> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    let id = replaces.unwrap_or_else(|| app.new_id());
    app.store
        // no event: `enter` appends it
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            enter(db, viewer, &consultation, new, (id, replaces.is_some()), now)
        })
        .await
}

/// The same in a transaction that is open; `replaces` when there is a draft with this id.
pub(crate) fn enter(
    db: &mut Db,
    viewer: Viewer,
    consultation: &Consultation,
    new: Draft,
    (id, replaces): (BoxId, bool),
    now: Timestamp,
) -> Result<BoxId> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    new.check()?;
    let projects: Vec<Uid> = new.options.iter().filter_map(|option| option.contribution).map(Uid::of).collect();
    if store::votes::belonging(db, consultation.id, &projects)? != i64::try_from(projects.len()).unwrap_or(i64::MAX) {
        return Err(Refusal::NotFound.into());
    }
    let event = Event::new(EventKind::VoteDrafted).by(viewer.actor).on(id).within(consultation.id.to());
    let grid = new.grid.as_ref().map(ToString::to_string);
    let (kind, (row, options)) = (new.kind, rows(id, new, consultation.id, &consultation.lang, At(now)));
    if replaces {
        store::votes::hold(db, Uid::of(id))?;
        let old = load(db, Uid::of(id))?;
        if old.row.consultation_id != consultation.id || old.row.kind != kind.code() {
            return Err(Refusal::NotFound.into());
        }
        // What is an organiser's is decided there.
        if old.state != BoxState::Draft || store::tallies::of_box(db, Uid::of(id))?.is_some() {
            return Err(Refusal::Settled.into());
        }
        // The ways to it are chosen on a page of their own.
        let row = BallotBox { levels: old.row.levels, ..row };
        store::votes::replace_draft(db, &row, &options)?;
    } else {
        let others = store::votes::of_consultation(db, consultation.id, BOXES_MAX)?;
        if i64::try_from(others.len()).is_ok_and(|count| count >= BOXES_MAX) {
            return Err(Refusal::TooManyAttempts.into());
        }
        store::votes::insert(db, &row, &options)?;
    }
    if let Some(answers) = grid {
        store::risk::keep(db, Uid::of(id), &answers)?;
    }
    store::journal::append(db, &event, now)?;
    Ok(id)
}

fn rows(id: BoxId, new: Draft, consultation: Uid, lang: &str, now: At) -> (BallotBox, Vec<BallotOption>) {
    let box_id = Uid::of(id);
    let option = |(number, option): (i32, DraftOption)| BallotOption {
        box_id,
        number,
        title: option.title,
        description: option.description,
        cost: option.cost,
        withdrawn: false,
        contribution_id: option.contribution.map(Uid::of),
    };
    let options = (1..).zip(new.options).map(option).collect();
    let levels: Vec<&str> = new.levels.iter().map(|level| level.code()).collect();
    let row = BallotBox {
        id: box_id,
        kind: new.kind.code().to_owned(),
        consultation_id: consultation,
        contribution_id: None,
        title: new.title,
        description: new.description,
        lang: lang.to_owned(),
        form: new.form.to_string(),
        rule: new.rule.to_string(),
        levels: levels.join(" "),
        opens_at: new.opens_at,
        closes_at: new.closes_at,
        live: new.live,
        revote: new.revote,
        quorum: new.quorum,
        population: new.population,
        population_source: new.population_source,
        state: BoxState::Draft.code().to_owned(),
        lots: String::new(),
        pepper: None,
        result: None,
        created_at: now,
        published_at: None,
        closed_at: None,
        budget: new.budget,
        digest: None,
    };
    (row, options)
}
