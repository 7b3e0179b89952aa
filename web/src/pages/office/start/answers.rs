//! What an agent answers before a consultation, a concertation or a budget is prepared: at most five questions.

use super::super::presets::{self, Step};
use crate::form::Fields;
use actions::Faults;
use domain::budget::{cents, cents_or_none};
use domain::consultation::Participation;
use domain::place::Asking;
use domain::text::{self, Fault};
use jiff::civil::Date;

/// Longest name of who decides, in characters.
pub(super) const DECIDER_MAX: usize = 200;
/// Words for why a concertation is held: the law asks for it, or the collectivity wants it.
pub(super) const FRAMES: [&str; 2] = ["planning", "free"];
/// The levels that a simple consultation can have. To build a project together is a concertation.
pub(super) const LEVELS: [Participation; 3] = [Participation::Information, Participation::Consultation, Participation::CoProduction];

/// Which démarche is prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// Ask people what they think.
    Consult,
    /// Build a plan or a project together, on a map.
    Concert,
    /// Share a budget out.
    Budget,
}

impl Aim {
    /// Its word in addresses and texts.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Consult => "consult",
            Self::Concert => "concert",
            Self::Budget => "budget",
        }
    }

    /// Its address.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Consult => "/admin/start/consult",
            Self::Concert => "/admin/start/concert",
            Self::Budget => "/admin/start/budget",
        }
    }

    /// The fields of the questions, apart from the title and the first day, which stay on the next page.
    pub(super) const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Consult => &["participation", "decider", "questionnaire"],
            Self::Concert => &["frame", "asking", "decider"],
            Self::Budget => &["amount", "most", "decider"],
        }
    }
}

/// The answers, as typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Answers {
    pub(super) title: String,
    pub(super) participation: String,
    pub(super) decider: String,
    pub(super) questionnaire: bool,
    pub(super) frame: String,
    pub(super) asking: String,
    pub(super) amount: String,
    pub(super) most: String,
    pub(super) starts_on: String,
}

impl Answers {
    /// What is answered before anybody does.
    pub(super) fn first(aim: Aim, today: Date, decider: String) -> Self {
        let level = if aim == Aim::Consult { Participation::Consultation } else { Participation::Concertation };
        Self {
            participation: level.code().to_owned(),
            decider,
            frame: FRAMES.first().copied().unwrap_or_default().to_owned(),
            asking: Asking::Required.code().to_owned(),
            starts_on: presets::first_day(today).to_string(),
            ..Self::default()
        }
    }

    /// What was sent.
    pub(super) fn read(aim: Aim, fields: &Fields) -> Self {
        let text = |name: &str| fields.get(name).to_owned();
        let level = if aim == Aim::Consult { text("participation") } else { Participation::Concertation.code().to_owned() };
        Self {
            title: text("title"),
            participation: level,
            decider: text("decider"),
            questionnaire: aim == Aim::Consult && fields.get("questionnaire") == "on",
            frame: text("frame"),
            asking: text("asking"),
            amount: text("amount"),
            most: text("most"),
            starts_on: text("starts_on"),
        }
    }

    /// The first day.
    pub(super) fn start(&self) -> Result<Date, Fault> {
        match self.starts_on.trim() {
            "" => Err(Fault::Missing),
            typed => typed.parse().map_err(|_not_a_day: jiff::Error| Fault::Shape),
        }
    }

    /// Whether the law asks for the concertation.
    pub(super) fn is_planning(&self) -> bool {
        Some(&self.frame.as_str()) == FRAMES.first()
    }

    /// The steps that the démarche brings.
    pub(super) fn steps(&self, aim: Aim) -> &'static [Step] {
        match aim {
            Aim::Consult => Participation::parse(&self.participation).map_or(&[][..], presets::steps),
            Aim::Concert => presets::PLAN,
            Aim::Budget => presets::BUDGET,
        }
    }

    /// What is wrong with the answers.
    pub(super) fn faults(&self, aim: Aim) -> Faults {
        let mut faults = Faults::new();
        let mut wants = |field: &'static str, result: Result<(), Fault>| faults.extend(result.err().map(|fault| (field, fault)));
        let chosen = |good: bool| if good { Ok(()) } else { Err(Fault::Choice) };
        wants("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX).map(drop));
        match aim {
            Aim::Consult => wants("participation", chosen(LEVELS.iter().any(|level| level.code() == self.participation))),
            Aim::Concert => {
                wants("frame", chosen(FRAMES.contains(&self.frame.as_str())));
                wants("asking", chosen(Asking::parse(&self.asking).is_some_and(|asking| asking != Asking::Never)));
            }
            Aim::Budget => {
                wants("amount", cents(&self.amount).and_then(|amount| if amount > 0 { Ok(()) } else { Err(Fault::Shape) }));
                wants("most", cents_or_none(&self.most).map(drop));
            }
        }
        wants("decider", text::bounded_line(&self.decider, 2, DECIDER_MAX).map(drop));
        wants("starts_on", self.start().map(drop));
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good(aim: Aim) -> Answers {
        let first = Answers::first(aim, jiff::civil::date(2026, 11, 21), "Le conseil municipal".to_owned());
        Answers { title: "Que faire de la halle ?".to_owned(), amount: "100 000".to_owned(), ..first }
    }

    #[test]
    fn each_demarche_asks_five_questions_at_most_and_names_what_is_wrong() {
        let nothing = Answers::default();
        let check = |aim: Aim, expected: &[&str]| {
            assert_eq!(good(aim).faults(aim), Faults::new(), "{aim:?}");
            let named: Vec<&str> = nothing.faults(aim).iter().map(|(field, _)| *field).collect();
            assert_eq!(named, expected, "{aim:?}");
            assert!(aim.fields().len() + 2 <= 5, "{aim:?}");
        };
        check(Aim::Consult, &["title", "participation", "decider", "starts_on"]);
        check(Aim::Concert, &["title", "frame", "asking", "decider", "starts_on"]);
        check(Aim::Budget, &["title", "amount", "decider", "starts_on"]);
    }

    #[test]
    fn a_concertation_never_goes_without_places_and_a_consultation_is_none() {
        let never = Answers { asking: "never".to_owned(), ..good(Aim::Concert) };
        assert_eq!(never.faults(Aim::Concert), [("asking", Fault::Choice)]);
        let level = Answers { participation: "concertation".to_owned(), ..good(Aim::Consult) };
        assert_eq!(level.faults(Aim::Consult), [("participation", Fault::Choice)]);
    }
}
