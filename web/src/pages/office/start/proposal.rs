//! What is proposed after the questions: texts, themes, a meeting and steps, in the language of the collectivity. All of it can be changed before
//! anything is made.

use super::super::presets::{self, Step};
use super::answers::{Aim, Answers};
use crate::form::{Faulty, Fields, message};
use crate::money::euros;
use crate::texts::Texts;
use actions::consultations::PhaseForm;
use domain::budget::{cents, cents_or_none};
use domain::text::{self, Fault};
use jiff::civil::{Date, DateTime};
use jiff::{ToSpan, Unit};

/// The longest step, in weeks.
pub(super) const WEEKS_MAX: i64 = 104;
/// Longest name of a place where one meets, in characters.
pub(super) const VENUE_MAX: usize = 300;
/// Most themes.
const THEMES_MAX: usize = 40;
/// Days after the first one on which a meeting is proposed: the Thursday of the second week.
const MEETING_AFTER: i64 = 10;
/// How long a meeting lasts.
const MEETING_HOURS: i64 = 2;

/// What is proposed, or what the agent made of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Proposal {
    pub(super) teaser: String,
    pub(super) introduction: String,
    pub(super) settled: String,
    pub(super) input_use: String,
    /// One a line.
    pub(super) themes: String,
    pub(super) meeting: bool,
    pub(super) venue: String,
    pub(super) meets_at: String,
    pub(super) steps: Vec<StepForm>,
}

/// A step, as typed.
#[derive(Debug, Clone, Default)]
pub(super) struct StepForm {
    pub(super) name: String,
    pub(super) description: String,
    pub(super) weeks: String,
}

impl Proposal {
    /// What is proposed for these answers. `t` speaks the language of the collectivity.
    // ftl: start-teaser-* start-use-* editor-preset-*
    pub(super) fn new(t: &Texts, aim: Aim, answers: &Answers) -> Self {
        let code = if aim == Aim::Consult { answers.participation.as_str() } else { aim.code() };
        let step = |step: &Step| StepForm {
            name: t.code("editor-preset", step.code),
            description: t.code("editor-preset", &format!("{}-text", step.code)),
            weeks: step.weeks.to_string(),
        };
        let concert = aim == Aim::Concert;
        let meets = answers.start().ok().and_then(|day| day.checked_add(MEETING_AFTER.days()).ok());
        Self {
            teaser: t.code("start-teaser", code),
            introduction: if aim == Aim::Budget { rules(t, answers) } else { String::new() },
            settled: if concert && answers.is_planning() { t.get("start-settled-planning") } else { String::new() },
            input_use: t.with1(&format!("start-use-{code}"), "decider", answers.decider.trim()),
            themes: if concert { t.get("start-themes").replace(" | ", "\n") } else { String::new() },
            meeting: concert,
            venue: if concert { t.get("start-venue") } else { String::new() },
            meets_at: meets.filter(|_| concert).map(|day| format!("{day}T18:30")).unwrap_or_default(),
            steps: answers.steps(aim).iter().map(step).collect(),
        }
    }

    /// What was sent.
    pub(super) fn read(aim: Aim, answers: &Answers, fields: &Fields) -> Self {
        let text = |name: &str| fields.get(name).to_owned();
        let step = |rank: usize| StepForm {
            name: text(&format!("step-{rank}-name")),
            description: text(&format!("step-{rank}-description")),
            weeks: text(&format!("step-{rank}-weeks")),
        };
        Self {
            teaser: text("teaser"),
            introduction: text("introduction"),
            settled: text("settled"),
            input_use: text("input_use"),
            themes: text("themes"),
            meeting: fields.get("meeting") == "on",
            venue: text("venue"),
            meets_at: text("meets_at"),
            steps: (0..answers.steps(aim).len()).map(step).collect(),
        }
    }

    /// The themes, each once.
    pub(super) fn theme_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in self.themes.lines().map(str::trim).filter(|name| !name.is_empty()) {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// From when to when the meeting is, as forms say it.
    pub(super) fn meeting_times(&self) -> Result<(String, String), Fault> {
        let begins: DateTime = match self.meets_at.trim() {
            "" => return Err(Fault::Missing),
            typed => typed.parse().map_err(|_not_a_moment: jiff::Error| Fault::Shape)?,
        };
        if !(2000..2200).contains(&begins.year()) {
            return Err(Fault::Shape);
        }
        let ends = begins.checked_add(MEETING_HOURS.hours()).map_err(|_beyond| Fault::Shape)?;
        let typed = |at: DateTime| at.round(Unit::Minute).unwrap_or(at).strftime("%Y-%m-%dT%H:%M").to_string();
        Ok((typed(begins), typed(ends)))
    }

    /// The phases of these steps from a day on; nothing when a length is wrong.
    pub(super) fn phases(&self, aim: Aim, answers: &Answers, start: Date) -> Option<Vec<PhaseForm>> {
        let steps = answers.steps(aim).iter().zip(&self.steps);
        let timed: Vec<Step> = steps.map(|(step, form)| Some(Step { weeks: weeks(&form.weeks).ok()?, ..*step })).collect::<Option<_>>()?;
        let mut forms = presets::forms(&timed, start, |code| (code.to_owned(), String::new()));
        for (form, typed) in forms.iter_mut().zip(&self.steps) {
            form.name.clone_from(&typed.name);
            form.description.clone_from(&typed.description);
        }
        Some(forms)
    }

    /// What is wrong with it, apart from the texts of the consultation, which its own form reads.
    pub(super) fn faults(&self, t: &Texts, aim: Aim, faults: &mut Faulty) {
        let mut wants = |field: &str, as_one: &str, result: Result<(), Fault>| {
            if let Err(fault) = result {
                faults.add(field, message(t, as_one, fault));
            }
        };
        for (rank, step) in self.steps.iter().enumerate() {
            let name = |part: &str| format!("step-{rank}-{part}");
            wants(&name("name"), "step", text::bounded_line(&step.name, 2, text::NAME_MAX).map(drop));
            wants(&name("description"), "step", text::bounded_text(&step.description, 0, text::SHORT_MAX).map(drop));
            wants(&name("weeks"), "weeks", weeks(&step.weeks).map(drop));
        }
        if aim == Aim::Concert {
            let names = self.theme_names();
            let long = names.iter().try_for_each(|name| text::bounded_line(name, 1, text::NAME_MAX).map(drop));
            wants("themes", "themes", if names.len() > THEMES_MAX { Err(Fault::TooLong(THEMES_MAX)) } else { long });
        }
        if aim == Aim::Concert && self.meeting {
            wants("venue", "venue", text::bounded_line(&self.venue, 2, VENUE_MAX).map(drop));
            wants("meets_at", "meets_at", self.meeting_times().map(drop));
        }
    }
}

/// The rules of a participatory budget, as people read them.
fn rules(t: &Texts, answers: &Answers) -> String {
    let amount = cents(&answers.amount).map(|amount| euros(t, amount)).unwrap_or_default();
    let most = cents_or_none(&answers.most).ok().flatten().filter(|most| *most > 0);
    let limit = most.map(|most| t.with1("start-rules-most", "amount", euros(t, most)));
    let lines = [Some(t.with1("start-rules-amount", "amount", amount)), limit, Some(t.get("start-rules-rest"))];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    format!("{}\n\n{}", t.get("start-rules-lead"), lines.join("\n").replace(" | ", "\n"))
}

/// How many weeks a step lasts.
fn weeks(typed: &str) -> Result<i64, Fault> {
    match typed.trim() {
        "" => Err(Fault::Missing),
        typed => typed.parse().ok().filter(|weeks| (1..=WEEKS_MAX).contains(weeks)).ok_or(Fault::Shape),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::lang::Lang;
    use jiff::civil::date;

    fn answers(aim: Aim) -> Answers {
        let first = Answers::first(aim, date(2026, 11, 21), "Le conseil municipal".to_owned());
        Answers { title: "La halle".to_owned(), amount: "100 000".to_owned(), most: "20 000".to_owned(), ..first }
    }

    #[test]
    fn what_is_proposed_can_be_made_in_every_language() {
        for lang in Lang::ALL {
            let t = Texts::new(*lang);
            for aim in [Aim::Consult, Aim::Concert, Aim::Budget] {
                let answers = answers(aim);
                let proposal = Proposal::new(&t, aim, &answers);
                let mut faults = Faulty::none();
                proposal.faults(&t, aim, &mut faults);
                assert!(faults.is_empty(), "{lang} {aim:?}: {:?}", faults.all());
                assert!((10..=300).contains(&proposal.teaser.chars().count()), "{lang} {aim:?}: {}", proposal.teaser);
                assert!(proposal.input_use.contains("Le conseil municipal"), "{lang} {aim:?}");
                let phases = proposal.phases(aim, &answers, date(2026, 12, 7)).unwrap();
                assert_eq!(phases.len(), answers.steps(aim).len(), "{lang} {aim:?}");
                assert!(phases.iter().all(|phase| !phase.name.starts_with("editor-") && !phase.description.is_empty()), "{lang} {aim:?}");
            }
        }
    }

    #[test]
    fn a_length_that_is_changed_moves_what_follows() {
        let (t, aim) = (Texts::new(Lang::Fr), Aim::Concert);
        let answers = answers(aim);
        let mut proposal = Proposal::new(&t, aim, &answers);
        proposal.steps[0].weeks = "3".to_owned();
        let phases = proposal.phases(aim, &answers, date(2026, 12, 7)).unwrap();
        assert_eq!(phases[1].opens_at, "2026-12-28T00:00");
        for wrong in ["", "0", "105", "deux", "-1"] {
            proposal.steps[0].weeks = wrong.to_owned();
            assert!(proposal.phases(aim, &answers, date(2026, 12, 7)).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_meeting_lasts_two_hours_and_has_a_time() {
        let at = |meets_at: &str| Proposal { meets_at: meets_at.to_owned(), ..Proposal::default() }.meeting_times();
        assert_eq!(at("2026-12-17T23:30"), Ok(("2026-12-17T23:30".to_owned(), "2026-12-18T01:30".to_owned())));
        assert_eq!(at(""), Err(Fault::Missing));
        assert_eq!(at("jeudi"), Err(Fault::Shape));
        assert_eq!(at("9999-12-31T23:59"), Err(Fault::Shape));
    }
}
