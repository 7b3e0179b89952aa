//! The ballot box of a budget: what may be kept as a draft, what no draft may say, and that nothing changes after publication.

use actions::votes::{self, Draft, DraftOption, Outcome, Voter};
use deliberation::ballot::{Ballot, Fault, Form};
use deliberation::verdict::Counting;
use domain::id::{ActorId, BoxId, ContributionId};
use domain::refusal::Refusal;
use domain::risk::Grid;
use domain::vote::{BoxKind, Level};
use rig::{Town, on_both_databases};
use store::{At, Uid};

fn project(title: &str, euros: i64) -> DraftOption {
    DraftOption { cost: euros * 100, ..DraftOption::free(title.to_owned()) }
}

/// Three projects for 10,000 euros, on the town's Monday from noon to 18:00 in Paris.
fn draft(options: Vec<DraftOption>) -> Draft {
    let at = |time: &str| At(format!("2026-03-02T{time}:00+01:00").parse().unwrap());
    Draft { grid: Some(Grid::usual()), ..Draft::budget("Budget participatif".to_owned(), 1_000_000, options, at("12:00"), at("18:00")) }
}

fn projects() -> Vec<DraftOption> {
    vec![project("Des bancs", 4_000), project("Un verger", 6_000), project("Une fontaine", 9_000)]
}

async fn keep(town: &Town, new: Draft, replaces: Option<BoxId>) -> actions::Result<BoxId> {
    votes::draft(&town.app, Town::machine(), "place", new, replaces).await
}

async fn loaded(town: &Town, id: BoxId) -> votes::Loaded {
    town.app.store.read(move |db| votes::load(db, Uid::of(id))).await.unwrap()
}

fn refused<T: std::fmt::Debug>(result: &actions::Result<T>, expected: Refusal) {
    assert!(matches!(result, Err(actions::Error::Refused(refusal)) if *refusal == expected), "{result:?}");
}

on_both_databases! {
    async fn a_draft_may_change_and_what_is_published_may_not(town: Town) {
        town.consultation("place").await;
        let id = keep(&town, draft(projects()), None).await.unwrap();
        let cheaper = Draft { budget: 500_000, form: Form::Knapsack { budget: 500_000 }, ..draft(vec![project("Des bancs", 3_000)]) };
        assert_eq!(keep(&town, cheaper, Some(id)).await.unwrap(), id);
        let found = loaded(&town, id).await;
        let costs: Vec<i64> = found.options.iter().map(|option| option.cost).collect();
        assert_eq!((found.row.budget, costs, found.row.kind.as_str()), (500_000, vec![300_000], "budget"));
        assert_eq!(found.rule, Counting::Budget(votes::usual_rule()));
        keep(&town, draft(projects()), Some(id)).await.unwrap();
        let as_poll = Draft { kind: BoxKind::Poll, rule: Counting::Plain, form: Form::ChooseOne, budget: 0, ..draft(vec![DraftOption::free("A".to_owned())]) };
        refused(&keep(&town, as_poll, Some(id)).await, Refusal::NotFound);
        votes::publish(&town.app, Town::machine(), id).await.unwrap();
        let before = format!("{:?}", loaded(&town, id).await);
        refused(&keep(&town, draft(projects()), Some(id)).await, Refusal::Settled);
        refused(&votes::publish(&town.app, Town::machine(), id).await, Refusal::Settled);
        assert_eq!(format!("{:?}", loaded(&town, id).await), before);
        let other = keep(&town, draft(projects()), None).await.unwrap();
        votes::cancel(&town.app, Town::machine(), other).await.unwrap();
        refused(&town.app.store.read(move |db| votes::load(db, Uid::of(other))).await, Refusal::NotFound);
    }
}

on_both_databases! {
    async fn form_rule_and_money_go_together(town: Town) {
        town.consultation("place").await;
        let sound = || draft(projects());
        let foreign = DraftOption { contribution: Some(ContributionId(uuid::Uuid::from_u128(7))), ..project("D’ailleurs", 10) };
        refused(&keep(&town, draft(vec![foreign]), None).await, Refusal::NotFound);
        for (what, new, field) in [
            ("no money", Draft { budget: 0, form: Form::Approval { min: 0, max: 2 }, ..sound() }, "budget"),
            ("more money than there is", Draft { budget: i64::MAX, form: Form::Approval { min: 0, max: 2 }, ..sound() }, "budget"),
            ("another sum on the ballot", Draft { form: Form::Knapsack { budget: 7 }, ..sound() }, "form"),
            ("a ranking", Draft { form: Form::Ranking { min: 1, max: 2 }, ..sound() }, "form"),
            ("a scale", Draft { form: Form::ForAgainstAbstain, ..sound() }, "rule"),
            ("no rule of budgets", Draft { rule: Counting::Plain, ..sound() }, "rule"),
            ("a free project", draft(vec![project("Rien", 0)]), "options"),
            ("a project that pays", draft(vec![project("Rien", -5)]), "options"),
            ("nothing to choose", draft(vec![]), "options"),
            ("too many", draft((0..201).map(|n| project(&n.to_string(), 1)).collect()), "options"),
            ("an end before the beginning", Draft { closes_at: sound().opens_at, ..sound() }, "closes_at"),
            ("a poll with money", Draft { kind: BoxKind::Poll, rule: Counting::Plain, form: Form::ChooseOne, ..sound() }, "budget"),
            ("a poll with a rule of budgets", Draft { kind: BoxKind::Poll, form: Form::ChooseOne, ..sound() }, "rule"),
        ] {
            let result = keep(&town, new, None).await;
            let told = if let Err(actions::Error::Faulty(faults)) = &result { faults.iter().map(|(field, _)| *field).collect() } else { Vec::new() };
            assert_eq!(told, [field], "{what}: {result:?}");
        }
        for form in [Form::Approval { min: 1, max: 2 }, Form::Cumulative { least: 0, most: 7, each: 3 }] {
            keep(&town, Draft { form, ..sound() }, None).await.unwrap();
        }
    }
}

on_both_databases! {
    async fn a_ballot_that_costs_too_much_changes_nothing(town: Town) {
        town.consultation("place").await;
        let id = keep(&town, draft(projects()), None).await.unwrap();
        votes::publish(&town.app, Town::machine(), id).await.unwrap();
        let voter = || Voter::Account { actor: ActorId(uuid::Uuid::from_u128(42)), level: Level::Confirmed };
        for (chosen, fault) in [
            (vec![2, 3], Fault::OverBudget { budget: 1_000_000, asked: 1_500_000 }),
            (vec![1, 1], Fault::Repeated(1)),
            (vec![4], Fault::Unknown(4)),
        ] {
            assert_eq!(votes::cast(&town.app, voter(), id, Ballot::Set(chosen), None).await.unwrap(), Outcome::Unfit(fault));
        }
        let turnout = town.app.store.read(move |db| store::votes::turnout(db, Uid::of(id))).await.unwrap();
        assert_eq!(turnout, 0);
        let cast = votes::cast(&town.app, voter(), id, Ballot::Set(vec![1, 2]), None).await.unwrap();
        assert!(matches!(cast, Outcome::Cast { .. }), "exactly the money: {cast:?}");
    }
}
