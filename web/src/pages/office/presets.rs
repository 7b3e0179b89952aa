//! What the wizard proposes for each objective: which phases, for how long, and what each lets people do.

use actions::consultations::PhaseForm;
use domain::actor::Audience;
use domain::consultation::{Openings, Participation, PhaseKind};
use jiff::ToSpan;
use jiff::civil::Date;

/// A phase that the wizard proposes. Its name and description are the texts `editor-preset-<code>` and `editor-preset-<code>-text`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    /// Which texts it takes.
    pub(super) code: &'static str,
    /// What it is for.
    pub(super) kind: PhaseKind,
    /// How long it runs.
    pub(super) weeks: i64,
    /// Whether new ideas may come in.
    pub(super) takes_ideas: bool,
}

const LEARN: Step = Step { code: "learn", kind: PhaseKind::Information, weeks: 2, takes_ideas: false };
const PROPOSE: Step = Step { code: "propose", kind: PhaseKind::Contribution, weeks: 6, takes_ideas: true };
const IMPROVE: Step = Step { code: "improve", kind: PhaseKind::Contribution, weeks: 3, takes_ideas: false };
const STUDY: Step = Step { code: "study", kind: PhaseKind::Analysis, weeks: 6, takes_ideas: false };
const ANSWER: Step = Step { code: "answer", kind: PhaseKind::Answer, weeks: 4, takes_ideas: false };

const ON_THE_MAP: Step = Step { code: "mapped", ..PROPOSE };
const DEBATE: Step = Step { code: "debate", ..IMPROVE };
const BALANCE: Step = Step { code: "balance", weeks: 6, ..ANSWER };

/// The phases of a concertation on a plan or a project.
pub(super) const PLAN: &[Step] = &[LEARN, ON_THE_MAP, DEBATE, BALANCE];

const DEPOSIT: Step = Step { code: "deposit", weeks: 6, ..PROPOSE };
const FEASIBLE: Step = Step { code: "feasible", weeks: 8, ..STUDY };
const CAMPAIGN: Step = Step { code: "campaign", kind: PhaseKind::Campaign, weeks: 3, takes_ideas: false };
const VOTE: Step = Step { code: "vote", kind: PhaseKind::Vote, weeks: 3, takes_ideas: false };
const CHOSEN: Step = Step { code: "chosen", weeks: 2, ..ANSWER };
const WORKS: Step = Step { code: "works", kind: PhaseKind::Works, weeks: 52, takes_ideas: false };

/// The phases of a participatory budget.
pub(super) const BUDGET: &[Step] = &[DEPOSIT, FEASIBLE, CAMPAIGN, VOTE, CHOSEN, WORKS];

/// The phases proposed for an objective.
pub(super) const fn steps(objective: Participation) -> &'static [Step] {
    match objective {
        Participation::Information => &[Step { weeks: 6, ..LEARN }],
        Participation::Consultation => &[LEARN, Step { weeks: 4, ..PROPOSE }, STUDY, ANSWER],
        Participation::Concertation => &[LEARN, PROPOSE, STUDY, ANSWER],
        Participation::CoProduction => &[LEARN, PROPOSE, IMPROVE, STUDY, ANSWER],
    }
}

/// The forms of these phases, one after the other from `start`: from midnight (8 o'clock for the first) to the last minute of the last day.
/// `texts` gives the name and the description of a phase.
pub(super) fn forms(steps: &[Step], start: Date, texts: impl Fn(&str) -> (String, String)) -> Vec<PhaseForm> {
    let mut day = start;
    let mut forms = Vec::with_capacity(steps.len());
    for step in steps {
        let next = day.saturating_add(step.weeks.weeks());
        let last = next.saturating_sub(1.days());
        let hour = if forms.is_empty() { 8 } else { 0 };
        let (name, description) = texts(step.code);
        let usual = Openings::usual(step.kind);
        let propose = if step.takes_ideas { usual.propose } else { Audience::Nobody };
        let discuss = if step.takes_ideas { usual.discuss } else { Audience::Nobody };
        forms.push(PhaseForm {
            kind: step.kind.code().to_owned(),
            name,
            description,
            opens_at: format!("{day}T{hour:02}:00"),
            closes_at: format!("{last}T23:59"),
            propose: propose.code().to_owned(),
            discuss: discuss.code().to_owned(),
            reply: usual.reply.code().to_owned(),
            support: usual.support.code().to_owned(),
        });
        day = next;
    }
    forms
}

/// The day the wizard offers first: the Monday that comes at least two weeks after today.
pub(super) fn first_day(today: Date) -> Date {
    let soon = today.saturating_add(14.days());
    let to_monday = (7 - i64::from(soon.weekday().to_monday_zero_offset())) % 7;
    soon.saturating_add(to_monday.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn made(objective: Participation) -> Vec<PhaseForm> {
        forms(steps(objective), date(2026, 10, 5), |code| (code.to_owned(), String::new()))
    }

    #[test]
    fn phases_follow_each_other_without_overlap() {
        for objective in Participation::ALL {
            let forms = made(*objective);
            assert!(!forms.is_empty(), "{objective}");
            for form in &forms {
                assert!(form.opens_at < form.closes_at, "{objective}: {form:?}");
            }
            for pair in forms.windows(2) {
                assert!(pair[0].closes_at < pair[1].opens_at, "{objective}: {pair:?}");
            }
        }
    }

    #[test]
    fn a_budget_has_its_six_phases() {
        let forms = forms(BUDGET, date(2026, 10, 5), |code| (code.to_owned(), String::new()));
        let kinds: Vec<&str> = forms.iter().map(|form| form.kind.as_str()).collect();
        assert_eq!(kinds, ["contribution", "analysis", "campaign", "vote", "answer", "works"]);
        let proposing: Vec<&str> = forms.iter().map(|form| form.propose.as_str()).collect();
        assert_eq!(proposing, ["everyone", "nobody", "nobody", "nobody", "nobody", "nobody"]);
        assert_eq!((forms[0].opens_at.as_str(), forms[5].closes_at.as_str()), ("2026-10-05T08:00", "2028-03-05T23:59"));
    }

    #[test]
    fn dates_are_those_a_town_would_print() {
        let dates: Vec<(String, String)> = made(Participation::Consultation).into_iter().map(|f| (f.opens_at, f.closes_at)).collect();
        let expected = [
            ("2026-10-05T08:00", "2026-10-18T23:59"),
            ("2026-10-19T00:00", "2026-11-15T23:59"),
            ("2026-11-16T00:00", "2026-12-27T23:59"),
            ("2026-12-28T00:00", "2027-01-24T23:59"),
        ];
        assert_eq!(dates, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }

    #[test]
    fn only_deciding_together_has_a_phase_of_debate_without_new_ideas() {
        let closed_to_ideas = |objective| made(objective).iter().filter(|f| f.support == "everyone" && f.propose == "nobody").count();
        assert_eq!(closed_to_ideas(Participation::Concertation), 0);
        assert_eq!(closed_to_ideas(Participation::CoProduction), 1);
    }

    #[test]
    fn the_first_day_is_a_monday_two_weeks_ahead() {
        let check = |today: Date, expected: Date| assert_eq!(first_day(today), expected, "{today}");
        check(date(2026, 11, 21), date(2026, 12, 7));
        check(date(2026, 11, 23), date(2026, 12, 7));
        check(date(2026, 11, 24), date(2026, 12, 14));
    }
}
