//! The demo's texts and its story hold together: nothing empty, nothing twice, nothing before its time.

use std::collections::BTreeSet;

use domain::actor::{Audience, Role};
use domain::answer::AnswerState;
use domain::consultation::{Participation, PhaseKind};
use domain::contribution::{Kind, Stance};
use domain::lang::Lang;
use domain::moderation::Reason;
use domain::territory::TerritoryKind;
use domain::text::{Email, Slug};

use super::super::story::{self, Deed};
use super::*;

/// Every text that somebody reads, with where it is.
fn texts(town: &Town) -> Vec<(String, &str)> {
    let mut texts = vec![
        ("name".to_owned(), town.identity.name.as_str()),
        ("tagline".to_owned(), &town.identity.tagline),
        ("introduction".to_owned(), &town.identity.introduction),
        ("notice".to_owned(), &town.identity.legal_notice),
    ];
    texts.extend(town.people.iter().filter(|p| !p.summary.is_empty()).map(|p| (p.key.clone(), p.summary.as_str())));
    for plan in &town.consultations {
        let mut add = |name: &str, text| texts.push((format!("{} {name}", plan.slug), text));
        for (name, text) in [
            ("title", &plan.title),
            ("teaser", &plan.teaser),
            ("introduction", &plan.introduction),
            ("stakes", &plan.stakes),
            ("settled", &plan.settled),
            ("open_points", &plan.open_points),
            ("input_use", &plan.input_use),
        ] {
            add(name, text);
        }
        plan.phases.iter().for_each(|phase| add(&phase.name, &phase.description));
        for it in &plan.contributions {
            add(&it.title, &it.title);
            add(&it.title, &it.body);
            it.replies.iter().for_each(|said| add(&it.title, &said.text));
            it.replies.iter().filter(|said| !said.title.is_empty()).for_each(|said| add(&it.title, &said.title));
            it.answers.iter().for_each(|answer| add(&it.title, &answer.text));
        }
    }
    texts
}

/// The commune, the region, the State.
fn towns() -> Vec<Town> {
    super::NETWORK.iter().map(|story| Town::read(story).unwrap()).collect()
}

#[test]
fn no_text_is_empty_or_there_twice_or_badly_set() {
    let towns = towns();
    let texts: Vec<(String, &str)> = towns.iter().flat_map(texts).collect();
    let mut seen = BTreeSet::new();
    for (place, text) in &texts {
        assert!(!text.trim().is_empty(), "{place}: empty");
        assert!(seen.insert(text.trim()), "{place}: there twice: {text}");
        for typewriter in ["'", " :", " ;", " ?", " !", "« ", " »", "..."] {
            assert!(!text.contains(typewriter), "{place}: {typewriter:?} in {text}");
        }
    }
    assert!(texts.len() > 420, "{}", texts.len());
}

#[test]
fn codes_and_keys_are_known() {
    towns().iter().for_each(knows_its_codes_and_keys);
    let commune = Town::read(&super::NETWORK[0]).unwrap();
    let last = commune.consultations.iter().flat_map(|p| &p.contributions).filter_map(|c| c.answers.last());
    let states: BTreeSet<&str> = last.map(|answer| answer.state.as_str()).collect();
    assert_eq!(
        states.len(),
        AnswerState::ALL.iter().filter(|state| state.is_free()).count(),
        "every state is the latest somewhere: {states:?}"
    );
}

fn knows_its_codes_and_keys(town: &Town) {
    assert!(TerritoryKind::parse(&town.kind).is_some() && !town.shown.is_empty());
    let people = town.directory();
    assert_eq!(people.len(), town.people.len());
    let knows = |key: &str| assert!(people.contains_key(key), "{key}");
    for person in &town.people {
        assert!(Email::parse(&person.email()).is_ok() && Role::parse(&person.role).is_some() && Lang::parse(&person.lang).is_some());
    }
    for plan in &town.consultations {
        assert!(Slug::parse(&plan.slug).is_ok() && Participation::parse(&plan.participation).is_some());
        assert!(plan.phases.iter().all(|p| PhaseKind::parse(&p.kind).is_some() && p.from <= p.to));
        assert!(plan.phases.iter().all(|p| p.propose.is_empty() || Audience::parse(&p.propose).is_some()));
        assert!(plan.phases.windows(2).all(|pair| pair[0].to < pair[1].from), "{}", plan.slug);
        knows(&plan.agent);
        for it in &plan.contributions {
            knows(&it.by);
            assert!(plan.themes.contains(&it.theme), "{}", it.theme);
            assert!(Kind::parse(&it.kind).is_some() && Lang::parse(&it.lang).is_some());
            assert!(
                it.hidden.iter().chain(it.replies.iter().filter_map(|r| r.hidden.as_ref())).all(|h| Reason::parse(&h.reason).is_some())
            );
            it.replies.iter().for_each(|said| knows(&said.by));
            assert!(it.replies.iter().all(|said| Stance::parse(&said.is).is_some() && (1..=3).contains(&said.d)), "{}", it.title);
            it.answers.iter().for_each(|answer| knows(&answer.by));
            assert!(it.answers.iter().all(|answer| AnswerState::parse(&answer.state).is_some()));
        }
    }
    town.shown.iter().for_each(|key| knows(key));
}

#[test]
fn the_story_is_told_in_order() {
    let told: Vec<[usize; 4]> = towns().iter().map(told_in_order).collect();
    let [proposals, discussions, replies, supports] = told[0];
    assert!(proposals >= 40 && discussions >= 10 && replies >= 120 && supports >= 400, "{told:?}");
    assert!(told[1..].iter().all(|kinds| kinds.iter().all(|kind| *kind > 0)), "the others are smaller, and just as alive: {told:?}");
}

/// Proposals, discussions, replies, supports.
fn told_in_order(town: &Town) -> [usize; 4] {
    let story = story::tell(town).unwrap();
    let (mut published, mut here, mut open) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut kinds = [0; 4];
    for act in &story.acts {
        assert!(act.day < 0.0, "still to come: {act:?}");
        assert!(act.deed.about().is_none_or(|rank| published.contains(&rank)), "about nothing yet: {act:?}");
        let present = |key: &str| assert!(here.contains(key), "not here yet: {act:?}");
        match act.deed {
            Deed::Join(person) => assert!(here.insert(person.key.as_str())),
            Deed::Suspend(person) => assert!(here.remove(person.key.as_str())),
            Deed::Draft(plan) => present(&plan.agent),
            Deed::Open(plan) => assert!(open.insert(&plan.slug)),
            Deed::Publish(plan, it, rank) => {
                present(&it.by);
                assert!(open.contains(&plan.slug) && published.insert(rank));
                kinds[usize::from(it.kind == "discussion")] += 1;
            }
            Deed::Reply { said, rank, .. } => {
                present(&said.by);
                published.insert(rank);
                kinds[2] += 1;
            }
            Deed::Support { by, .. } => {
                present(by);
                kinds[3] += 1;
            }
            Deed::Edit(_, it, ..) | Deed::Withdraw(it, _) => present(&it.by),
            Deed::Report(report, _) => present(&report.by),
            Deed::Hide(hidden, _) => present(&hidden.by),
            Deed::Answer(answer, _) => present(&answer.by),
            Deed::Recognise { by, .. } => present(by),
        }
    }
    assert_eq!(published.len(), story.ranks);
    kinds
}
