//! The vote of a participatory budget that several territories hold: its projects are chosen by all of them, and stand in it to the end.

use super::scene::{Scene, scenes};
use actions::votes::{Draft, DraftOption, Outcome, Voter};
use domain::actor::Role;
use domain::budget::ProjectState;
use domain::id::{ActorId, ContributionId};
use domain::refusal::Refusal;
use domain::risk::Grid;
use domain::vote::Level;
use jiff::SignedDuration;
use rig::{Citizen, Town};
use store::{At, Uid};

const OFFICE: &str = "/admin/consultations/parc/budget";
const NEW: &str = "/c/parc/budget/new";
const RULE: &str = "greedy by=score skip=yes threshold=0 exclusive=no eligibility=no ties=cost-votes-lots";

/// The State's envelope, three projects of Ana, and their vote in all three territories: the paths of the projects.
async fn scene_with_projects(scene: &mut Scene, agent: &mut Citizen, ana: &mut Citizen) -> (Uid, Vec<String>) {
    let kept = agent.post(OFFICE, OFFICE, &[("envelope-0-title", "Tout le pays"), ("envelope-0-amount", "300 €")]).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let envelope = scene.state.app.store.read(|db| {
        let consultation = store::consultations::by_slug(db, "parc")?.unwrap();
        Ok::<_, store::Error>(store::budget::envelopes(db, consultation.id)?.remove(0).id)
    });
    let envelope = envelope.await.unwrap();
    let (mut paths, mut options) = (Vec::new(), Vec::new());
    for (title, cost) in [("Des bancs", 20_000), ("Un verger", 9_000), ("Une fontaine", 8_000)] {
        let id = envelope.0.to_string();
        let form = [("title", title), ("body", "Pour tout le monde."), ("envelope", id.as_str()), ("place", "Le parc"), ("asked", "100")];
        let done = ana.post(NEW, NEW, &form).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let path = done.location().split('?').next().unwrap().to_owned();
        let contribution = ContributionId::parse(path.rsplit('/').next().unwrap());
        options.push(DraftOption { cost, contribution, ..DraftOption::free(title.to_owned()) });
        paths.push(path);
    }
    let now = scene.state.now();
    let closes = At(now + SignedDuration::from_hours(5));
    let draft = Draft { grid: Some(Grid::usual()), ..Draft::budget("Budget".to_owned(), 30_000, options, At(now), closes) };
    let draft = Draft { rule: RULE.parse().unwrap(), ..draft };
    let vote = actions::votes::draft(&scene.state.app, Town::machine(), "parc", draft, None).await.unwrap();
    scene.state.app.store.write(move |db| store::budget::set_box(db, envelope, Some(Uid::of(vote)))).await.unwrap();
    actions::votes::publish(&scene.state.app, Town::machine(), vote).await.unwrap();
    scene.vote = Uid::of(vote);
    scene.settle().await;
    (envelope, paths)
}

async fn cast(scene: &Scene, town: &Town, count: u128, choice: &str) {
    let id = scene.box_at(town).await.to();
    for number in 0..count {
        let voter = Voter::Account { actor: ActorId(uuid::Uuid::from_u128(number + 1_000)), level: Level::Confirmed };
        let outcome = actions::votes::cast(&town.app, voter, id, choice.parse().unwrap(), None).await.unwrap();
        assert!(matches!(outcome, Outcome::Cast { .. }), "{outcome:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_projects_of_a_common_budget_are_chosen_by_the_whole() {
    for mut scene in scenes("knapsack budget=30000", RULE).await {
        let mut agent = scene.state.somebody("Helene", Role::Agent).await;
        let mut ana = scene.state.citizen("Ana").await;
        let (envelope, paths) = scene_with_projects(&mut scene, &mut agent, &mut ana).await;
        // At the State the benches win; everywhere else the other two, which leave no money for them.
        cast(&scene, &scene.state, 12, "set:1").await;
        cast(&scene, &scene.commune, 15, "set:2,3").await;
        cast(&scene, &scene.region, 20, "set:2,3").await;
        scene.over_without(&scene.region).await;
        let page = format!("{OFFICE}/{}", envelope.0);
        let mut later = scene.state.somebody("Jeanne", Role::Agent).await;
        later.see(&page).await.says("tenu dans plusieurs territoires").keeps_quiet_about("Annoncer les résultats");
        let form = actions::budget::SettleForm {
            chosen: "Votre projet est retenu par le vote.".to_owned(),
            others: "Votre projet n’est pas retenu par le vote.".to_owned(),
            signed_by: "La mairie".to_owned(),
        };
        let settle = async || actions::budget::settle(&scene.state.app, Town::machine(), envelope.to(), &form).await;
        assert!(matches!(settle().await, Err(actions::Error::Refused(Refusal::NotOpenNow))));
        scene.days(1).await;
        let mut last = scene.state.somebody("Marc", Role::Agent).await;
        last.see(&page).await.keeps_quiet_about("tenu dans plusieurs territoires");
        settle().await.unwrap();
        let mut states = Vec::new();
        for path in &paths {
            let id = ContributionId::parse(path.rsplit('/').next().unwrap()).unwrap();
            let project = scene.state.app.store.read(move |db| store::budget::find(db, Uid::of(id))).await.unwrap().unwrap();
            states.push(project.state().unwrap());
        }
        assert_eq!(states, [ProjectState::NotSelected, ProjectState::Selected, ProjectState::Selected]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_project_stays_in_a_common_vote_whatever_its_author_does() {
    for mut scene in scenes("knapsack budget=30000", RULE).await {
        let mut agent = scene.state.somebody("Helene", Role::Agent).await;
        let mut ana = scene.state.citizen("Ana").await;
        let (_, paths) = scene_with_projects(&mut scene, &mut agent, &mut ana).await;
        let form = format!("{}/withdraw", paths[0]);
        ana.see(&form).await.says("reste le même partout").keeps_quiet_about("sort du vote");
        let done = ana.post(&form, &form, &[]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let options = scene.loaded(&scene.state, scene.vote).await.options;
        assert!(options.iter().all(|option| !option.withdrawn), "{options:?}");
        cast(&scene, &scene.state, 12, "set:1").await;
        cast(&scene, &scene.commune, 15, "set:1").await;
        scene.over_without(&scene.region).await;
        scene.days(1).await;
        let file = scene.whole().await;
        assert!(file["result"].as_array().unwrap().contains(&"winner 1".into()), "{file}");
    }
}
