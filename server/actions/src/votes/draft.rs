//! Prepare a vote: a draft may change as long as it is one.

use super::{BOXES_MAX, OPTIONS_MAX, load};
use crate::consultations::moment;
use crate::{App, Error, Faults, Result, subject};
use deliberation::ballot::{Choice, Form};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use domain::vote::{BoxKind, BoxState, Level};
use jiff::tz::TimeZone;
use store::votes::{BallotBox, BallotOption};
use store::{At, Uid};

/// A poll as it was typed.
#[derive(Debug, Clone, Default)]
pub struct PollForm {
    /// The question.
    pub title: String,
    /// What there is to know, as Markdown.
    pub description: String,
    /// Code of the form: `choose-1`, `approval`, `for-against-abstain` or `consent`.
    pub form: String,
    /// One option a line.
    pub options: String,
    /// Local time of the opening.
    pub opens_at: String,
    /// Local time of the closing.
    pub closes_at: String,
    /// Whether the number of voters is shown meanwhile.
    pub live: bool,
    /// Whether a ballot may be replaced.
    pub revote: bool,
    /// How many must take part; empty for none.
    pub quorum: String,
    /// Whether the agent has confirmed that it is no election.
    pub no_election: bool,
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
    /// The form of a ballot.
    pub form: Form,
    /// The rule that decides, as its canonical text.
    pub rule: String,
    /// Who may vote.
    pub levels: Vec<Level>,
    /// Title, description and cost of each option.
    pub options: Vec<(String, String, i64)>,
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
}

impl PollForm {
    /// Reads the form.
    ///
    /// # Errors
    /// Every faulty field.
    pub fn parse(&self, zone: &TimeZone) -> Result<Draft> {
        let mut faults = Faults::new();
        let title = told("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults);
        let description = told("description", text::bounded_text(&self.description, 0, text::BODY_MAX), &mut faults);
        let titles = told("options", options(&self.options), &mut faults).unwrap_or_default();
        let form = told("form", form(&self.form, titles.len()), &mut faults);
        let opens_at = told("opens_at", moment(&self.opens_at, zone), &mut faults);
        let closes_at = told("closes_at", moment(&self.closes_at, zone), &mut faults);
        let quorum = told("quorum", number(&self.quorum), &mut faults);
        if opens_at.zip(closes_at).is_some_and(|(from, to)| from >= to) {
            faults.push(("closes_at", Fault::Order));
        }
        let asks_options = form.is_some_and(|form| form.has_options());
        if asks_options && titles.len() < 2 && !faults.iter().any(|(field, _)| *field == "options") {
            faults.push(("options", Fault::Missing));
        }
        if !self.no_election {
            faults.push(("no_election", Fault::Missing));
        }
        let whole = title.zip(description).zip(form).zip(opens_at.zip(closes_at)).zip(quorum);
        let Some(((((title, description), form), (opens_at, closes_at)), quorum)) = whole.filter(|_| faults.is_empty()) else {
            return Err(Error::Faulty(faults));
        };
        let kept = if asks_options { titles } else { Vec::new() };
        Ok(Draft {
            kind: BoxKind::Poll,
            title,
            description,
            form,
            rule: String::new(),
            levels: vec![Level::Confirmed, Level::Verified],
            options: kept.into_iter().map(|title| (title, String::new(), 0)).collect(),
            opens_at,
            closes_at,
            live: self.live,
            revote: self.revote,
            quorum,
        })
    }
}

fn told<T>(field: &'static str, read: std::result::Result<T, Fault>, faults: &mut Faults) -> Option<T> {
    read.map_err(|fault| faults.push((field, fault))).ok()
}

fn options(typed: &str) -> std::result::Result<Vec<String>, Fault> {
    let mut kept: Vec<String> = Vec::new();
    for line in typed.lines().filter(|line| !line.trim().is_empty()) {
        let title = text::bounded_line(line, 1, text::TITLE_MAX)?;
        if kept.contains(&title) {
            return Err(Fault::Taken);
        }
        kept.push(title);
        if kept.len() > OPTIONS_MAX {
            return Err(Fault::TooLong(OPTIONS_MAX));
        }
    }
    Ok(kept)
}

fn form(code: &str, options: usize) -> std::result::Result<Form, Fault> {
    let all = u32::try_from(options.max(1)).unwrap_or(1);
    match code {
        "choose-1" => Ok(Form::ChooseOne),
        "approval" => Ok(Form::Approval { min: 1, max: all }),
        "for-against-abstain" => Ok(Form::ForAgainstAbstain),
        "consent" => Ok(Form::Consent),
        _ => Err(Fault::Choice),
    }
}

fn number(typed: &str) -> std::result::Result<i32, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(0);
    }
    typed.parse().ok().filter(|number| *number >= 0).ok_or(Fault::Shape)
}

/// Keeps a draft: a new one, or in the place of the draft `replaces`.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `Settled` when what should be replaced is published, `TooManyAttempts` when the consultation
/// has as many votes as it may, a form that does not fit, or the store's failure.
pub async fn draft(app: &App, viewer: Viewer, slug: &str, new: Draft, replaces: Option<BoxId>) -> Result<BoxId> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    let id = replaces.unwrap_or_else(|| app.new_id());
    let choices: Vec<Choice> = (1..).zip(&new.options).map(|(number, _)| Choice::free(number)).collect();
    new.form.fits(&choices).map_err(|_fault| Error::fault("options", Fault::Missing))?;
    app.store
        .write(move |db| {
            let mut new = new;
            let (consultation, _) = subject::consultation(db, &slug)?;
            if replaces.is_some() {
                store::votes::hold(db, Uid::of(id))?;
                let old = load(db, Uid::of(id))?;
                if old.row.consultation_id != consultation.id {
                    return Err(Refusal::NotFound.into());
                }
                if old.state != BoxState::Draft {
                    return Err(Refusal::Settled.into());
                }
                new.levels.clone_from(&old.levels); // chosen on a page of its own
                store::votes::remove_draft(db, Uid::of(id))?;
            }
            let others = store::votes::of_consultation(db, consultation.id, BOXES_MAX)?;
            if i64::try_from(others.len()).is_ok_and(|count| count >= BOXES_MAX) {
                return Err(Refusal::TooManyAttempts.into());
            }
            let event = Event::new(EventKind::VoteDrafted).by(viewer.actor).on(id).within(consultation.id.to());
            let (row, options) = rows(id, new, consultation.id, &consultation.lang, At(now));
            store::votes::insert(db, &row, &options)?;
            store::journal::append(db, &event, now)?;
            Ok(id)
        })
        .await
}

fn rows(id: BoxId, new: Draft, consultation: Uid, lang: &str, now: At) -> (BallotBox, Vec<BallotOption>) {
    let box_id = Uid::of(id);
    let option = |(number, (title, description, cost))| BallotOption { box_id, number, title, description, cost, withdrawn: false };
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
        rule: new.rule,
        levels: levels.join(" "),
        opens_at: new.opens_at,
        closes_at: new.closes_at,
        live: new.live,
        revote: new.revote,
        quorum: new.quorum,
        population: 0,
        population_source: String::new(),
        state: BoxState::Draft.code().to_owned(),
        lots: String::new(),
        pepper: None,
        result: None,
        created_at: now,
        published_at: None,
        closed_at: None,
    };
    (row, options)
}
