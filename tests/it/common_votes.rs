//! A vote that three territories hold together, over real HTTP: opened at the organiser, held at the carriers, added up and counted again; and what
//! goes wrong on the way.

mod projects;
mod scene;
mod stands;
mod told;

use actions::tallies::{Standing, together};
use domain::vote::BoxState;
use jiff::SignedDuration;
use parvis::commands::recount::Sources;
use rig::Town;
use serde_json::Value;

pub(crate) use scene::recount;
use scene::{Scene, scenes, scenes_later, scenes_of};

/// How each territory stands at the organiser, by name.
async fn standings(scene: &Scene) -> Vec<(String, Standing)> {
    let id = scene.vote;
    let all = scene.state.app.store.read(move |db| together(db, id)).await.unwrap().unwrap();
    all.parts.into_iter().map(|part| (part.name, part.standing)).collect()
}

async fn standing_of(scene: &Scene, place: usize) -> Standing {
    standings(scene).await[place].1
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_territories_hold_one_vote_and_anybody_counts_it_again() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        scene.close().await;
        let all: Vec<Standing> = standings(&scene).await.into_iter().map(|(_, standing)| standing).collect();
        assert_eq!(all, [Standing::Counted; 3]);
        let page = scene.state.visitor().see(&format!("{}/whole", scene.page())).await;
        page.says("Résultat d’ensemble").says("47").says("Compté").keeps_quiet_about("Nous attendons");
        let csv = scene.state.visitor().see(&format!("{}/whole.csv", scene.page())).await;
        assert!(csv.body.contains("option 1 votes"), "{}", csv.body);
        let file = scene.whole().await;
        assert_eq!(file["result"][0], "ballots 47");
        let said = recount(&file, &scene.sources(false));
        assert_eq!((said.code, &said.complaint), (0, &None), "{said:?}");
        // At the carrier: its own result, and a link to the whole.
        let own = scene.commune.visitor().see(&scene.page_at(&scene.commune).await).await;
        own.says("Voir le résultat d’ensemble");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_changed_number_anywhere_is_found_and_its_carrier_named() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        scene.close().await;
        let file = scene.whole().await;
        let sources = scene.sources(false);
        let commune = scene.commune.app.links.origin().to_owned();
        let check = |path: &str, value: Value, who: &str| {
            let mut changed = file.clone();
            *changed.pointer_mut(path).unwrap() = value;
            let said = recount(&changed, &sources);
            assert_eq!(said.code, 1, "{path}: {said:?}");
            assert!(said.lines.iter().any(|line| line.starts_with("DIFFERS") && line.contains(who)), "{path}: {said:?}");
        };
        check("/tallies/1/groups/0/counts/option 1 votes", 14.into(), &commune);
        check("/tallies/1/voters/0/voters", 16.into(), &commune);
        check("/tallies/1/sequence", 2.into(), &commune);
        check("/tallies/1/record/digest", "00".repeat(32).into(), &commune);
        check("/tallies/1/published", "2026-03-02T19:00:00Z".into(), &commune);
        check("/vote/name", "Une autre question".into(), "organiser");
        check("/vote/lots/0", file["vote"]["lots"][1].clone(), "");
        check("/result/2", "option 1 votes 99 points 99".into(), "organiser");
        // A carrier that is left out is missed in the sum.
        let mut fewer = file.clone();
        fewer["tallies"].as_array_mut().unwrap().remove(2);
        assert_eq!(recount(&fewer, &sources).code, 1);
        // Offline, without the ballots: nothing can be said. With the files: the same as with the network.
        assert_eq!(recount(&file, &Sources { offline: true, ..Sources::default() }).code, 2);
        let (folder, files) = scene.files().await;
        let said = recount(&file, &Sources { files, offline: true, private_networks: false });
        assert_eq!(said.code, 0, "{said:?}");
        drop(folder);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn budgets_and_rankings_are_counted_from_all_ballots() {
    let rule = "equal-shares/add1 utility=cost start=exact step=100 comparison=no eligibility=no ties=lots";
    for (form, counting) in
        [("knapsack budget=30000", rule), ("ranking min=1 max=3", "schulze"), ("for-against-abstain", "majority quorum=40 more-than=1/2")]
    {
        for scene in scenes(form, counting).await {
            scene.votes(12, 15, 20).await;
            scene.close().await;
            let file = scene.whole().await;
            assert_eq!(file["result"][0], "ballots 47", "{form}");
            let said = recount(&file, &scene.sources(false));
            assert_eq!(said.code, 0, "{form}: {said:?}");
            scene.state.visitor().see(&format!("{}/whole", scene.page())).await.says("Territoire par territoire");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_few_ballots_are_hidden_and_in_no_sum() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 10, 20).await;
        scene.close().await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Hidden);
        let page = scene.state.visitor().see(&format!("{}/whole", scene.page())).await;
        page.says("Trop peu de bulletins").says("32");
        let file = scene.whole().await;
        assert!(!file.to_string().contains("\"ballots\":10"));
        assert_eq!(file["result"][0], "ballots 32");
        assert_eq!(recount(&file, &scene.sources(false)).code, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_down_for_days_is_waited_for_and_who_comes_too_late_is_shown_apart() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        scene.commune.go_down();
        scene.state.go_down();
        scene.over().await;
        scene.state.come_back();
        // The region sends again what could not be delivered; the commune's tally arrives, but its ballots cannot be read.
        scene.days(1).await;
        assert_eq!(standing_of(&scene, 2).await, Standing::Counted);
        assert_eq!(standing_of(&scene, 1).await, Standing::Unreachable);
        scene
            .state
            .visitor()
            .see(&format!("{}/whole", scene.page()))
            .await
            .says("Bulletins introuvables")
            .says("Nous attendons encore un territoire");
        assert_eq!(scene.state.visitor().get(&format!("{}/whole.json", scene.page())).await.status, 404);
        scene.commune.come_back();
        scene.days(1).await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Counted);
        assert_eq!(scene.whole().await["result"][0], "ballots 47");
    }
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        // The region's worker is stopped for more than the time of grace.
        scene.over_without(&scene.region).await;
        assert_eq!(standing_of(&scene, 2).await, Standing::Silent);
        scene.state.wait(SignedDuration::from_hours(80));
        Town::settle(&[&scene.state, &scene.commune]).await;
        assert_eq!(scene.whole().await["result"][0], "ballots 27");
        scene.region.wait(SignedDuration::from_hours(80));
        scene.commune.wait(SignedDuration::from_hours(80));
        scene.settle().await;
        assert_eq!(standing_of(&scene, 2).await, Standing::Late);
        let file = scene.whole().await;
        assert_eq!(file["result"][0], "ballots 27");
        assert_eq!(recount(&file, &scene.sources(false)).code, 0);
        scene.state.visitor().see(&format!("{}/whole", scene.page())).await.says("Arrivé trop tard");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_carrier_whose_ballots_are_not_what_it_signed_is_shown_and_not_counted() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        // Somebody changes a ballot in the commune's database after the closing, before anybody reads it.
        scene.over_without(&scene.state).await;
        let id = scene.box_at(&scene.commune).await;
        let receipt = scene.commune.app.store.read(move |db| store::votes::ballots_after(db, id, &[], 1)).await.unwrap()[0].receipt.clone();
        scene.commune.app.store.write(move |db| store::votes::replace(db, id, &receipt, "set:3")).await.unwrap();
        scene.days(1).await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Differs);
        scene
            .state
            .visitor()
            .see(&format!("{}/whole", scene.page()))
            .await
            .says("Ne correspond pas")
            .says("Les bulletins publiés ne sont pas ceux");
        scene.state.wait(SignedDuration::from_hours(80));
        Town::settle(&[&scene.state]).await;
        let file = scene.whole().await;
        assert_eq!(file["result"][0], "ballots 32");
        assert_eq!(file["leftOut"][0]["why"], "differs");
        assert_eq!(recount(&file, &scene.sources(false)).code, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_a_common_vote_is_changed_where_it_is_carried_and_ballots_stay() {
    for scene in scenes("choose-1", "plain").await {
        let id = scene.box_at(&scene.commune).await;
        let (ours, theirs) = (scene.loaded(&scene.state, scene.vote).await, scene.loaded(&scene.commune, id).await);
        assert_eq!((ours.form, &ours.rule, ours.lots()), (theirs.form, &theirs.rule, theirs.lots()));
        assert_eq!(theirs.state, BoxState::Published);
        let refused = actions::votes::withdraw_option(&scene.commune.app, Town::machine(), id.to(), 1).await;
        assert!(matches!(refused, Err(actions::Error::Refused(domain::refusal::Refusal::Settled))));
        let refused = actions::votes::withdraw_option(&scene.state.app, Town::machine(), scene.vote.to(), 1).await;
        assert!(matches!(refused, Err(actions::Error::Refused(domain::refusal::Refusal::Settled))));
        scene.votes(12, 15, 20).await;
        scene.close().await;
        // What left the commune: no ballot and no receipt.
        let cast = scene.commune.app.store.read(move |db| store::votes::ballots_after(db, id, &[], 1)).await.unwrap();
        let hex: String = cast[0].receipt.iter().map(|byte| format!("{byte:02x}")).collect();
        let sent = scene.kept_of(&scene.commune).await;
        assert!(sent.iter().all(|document| !document.contains(&hex) && !document.contains("set:")), "{sent:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_organiser_calls_off_is_called_off_everywhere() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(3, 3, 3).await;
        actions::votes::cancel(&scene.state.app, Town::machine(), scene.vote.to()).await.unwrap();
        scene.settle().await;
        for town in [&scene.commune, &scene.region] {
            let id = scene.box_at(town).await;
            assert_eq!(scene.loaded(town, id).await.state, BoxState::Cancelled);
            assert_eq!(town.app.store.read(move |db| store::votes::turnout(db, id)).await.unwrap(), 0);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_it_runs_only_how_many_have_voted_is_said_and_who_calls_it_off_takes_it_back() {
    for scene in scenes_of("choose-1", "plain", SignedDuration::from_hours(60)).await {
        scene.votes(12, 15, 10).await;
        scene.days(1).await;
        // Fewer than eleven: not even that.
        assert_eq!((standing_of(&scene, 1).await, standing_of(&scene, 2).await), (Standing::Running, Standing::Silent));
        let said = scene.kept_of(&scene.commune).await;
        let said: Value = serde_json::from_str(said.last().unwrap()).unwrap();
        assert_eq!((said["turnout"].as_u64(), said["groups"].as_array().map(Vec::len)), (Some(15), Some(0)));
        scene.state.visitor().see(&format!("{}/whole", scene.page())).await.says("15 personnes ont voté");
        let id = scene.box_at(&scene.commune).await;
        actions::votes::cancel(&scene.commune.app, Town::machine(), id.to()).await.unwrap();
        scene.settle().await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Withdrawn);
        scene.days(3).await;
        scene.state.visitor().see(&format!("{}/whole", scene.page())).await.says("Vote non tenu, ou retiré").says("Trop peu de bulletins");
        assert_eq!(scene.whole().await["result"][0], "ballots 12");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_carrier_decides_who_votes_there_and_nothing_else() {
    for scene in scenes_later("choose-1", "plain").await {
        let id = scene.box_at(&scene.commune).await;
        assert_eq!(scene.loaded(&scene.commune, id).await.state, BoxState::Draft);
        let mut agent = scene.commune.somebody("Helene", domain::actor::Role::Agent).await;
        let path = format!("/admin/consultations/parc/polls/{}", id.0);
        agent.see(&path).await.says("sont celles de l’organisateur");
        let refused = agent.post(&path, &path, &[("population", "800"), ("population_source", "")]).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        let kept =
            agent.post(&path, &path, &[("population", "800"), ("population_source", "Liste électorale"), ("title", "Autre chose")]).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
        let found = scene.loaded(&scene.commune, id).await;
        assert_eq!((found.row.population, found.row.title.as_str()), (800, "Où planter les arbres ?"));
        // The commune publishes it by hand; in the region it opens by itself.
        assert_eq!(agent.post(&path, &format!("{path}/publish"), &[]).await.status, 303);
        let theirs = scene.loaded(&scene.commune, id).await;
        assert_eq!(theirs.lots(), scene.loaded(&scene.state, scene.vote).await.lots());
        scene.days(1).await;
        let there = scene.box_at(&scene.region).await;
        assert_eq!(scene.loaded(&scene.region, there).await.state, BoxState::Published);
        scene.votes(12, 15, 20).await;
        scene.days(1).await;
        let file = scene.whole().await;
        assert_eq!((file["result"][0].as_str(), file["tallies"][1]["roll"]["size"].as_u64()), (Some("ballots 47"), Some(800)));
        let page = scene.state.visitor().see(&format!("{}/whole", scene.page())).await;
        page.says("800 personnes pouvaient voter").says("Liste électorale");
        let csv = scene.state.visitor().see(&format!("{}/whole.csv", scene.page())).await;
        assert_eq!(csv.body.matches("\"roll\";\"800\"").count(), 1, "{}", csv.body);
        // Who carries it no more takes back what it has said.
    }
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        let now = scene.commune.now();
        let left = scene.commune.app.store.write(move |db| {
            let consultation = store::consultations::by_slug(db, "parc")?.unwrap();
            actions::tallies::leave(db, consultation.id, now)
        });
        left.await.unwrap();
        scene.settle().await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Withdrawn);
        scene.close().await;
        assert_eq!(scene.whole().await["result"][0], "ballots 32");
    }
}

/// What a document is sent as: resent, older, contradicting, forged, of somebody else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn replayed_older_contradicting_forged_and_foreign_tallies() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        scene.close().await;
        let before = scene.kept(&scene.state).await.len();
        let signed: Value = serde_json::from_str(&scene.own_tally(&scene.commune).await).unwrap();
        // The same again, in a new activity: taken, without effect.
        assert_eq!(scene.post(&scene.commune, &signed).await, 202);
        assert_eq!(scene.kept(&scene.state).await.len(), before);
        // One number changed, the proof left as it was.
        let mut forged = signed.clone();
        let votes = |number: u32| signed["groups"][0]["counts"][format!("option {number} votes")].clone();
        assert_ne!(votes(1), votes(2));
        forged["groups"][0]["counts"]["option 1 votes"] = votes(2);
        forged["groups"][0]["counts"]["option 2 votes"] = votes(1);
        assert_eq!(scene.post(&scene.commune, &forged).await, 403);
        // Cut short.
        let mut cut = signed.clone();
        cut.as_object_mut().unwrap().remove("groups");
        assert_eq!(scene.post(&scene.commune, &cut).await, 400);
        // The region sends the commune's tally, or says that its own is the commune's.
        assert_eq!(scene.post(&scene.region, &signed).await, 400);
        let mut claimed: Value = serde_json::from_str(&scene.own_tally(&scene.region).await).unwrap();
        claimed["attributedTo"] = signed["attributedTo"].clone();
        assert_eq!(scene.post(&scene.region, &claimed).await, 400);
        // Of a vote that is nobody's, and of another form.
        for (key, value, status) in [("vote", "https://state.example/votes/1", 404), ("form", "approval min=0 max=3", 403)] {
            let mut other = signed.clone();
            other[key] = value.into();
            let other = scene.sign(&scene.commune, &other).await;
            assert_eq!(scene.post(&scene.commune, &other).await, status, "{key}");
        }
        assert_eq!(scene.kept(&scene.state).await.len(), before);
        let (mut page, path) = (scene.state.visitor(), format!("{}/whole", scene.page()));
        page.see(&path).await.says("Compté").keeps_quiet_about("un autre décompte");
        // Another tally under the same number, rightly signed: both are kept, and shown as a contradiction; but what was counted stays.
        let mut twice = signed.clone();
        twice["roll"] = serde_json::json!({ "size": 4000, "source": "une autre liste" });
        let twice = scene.sign(&scene.commune, &twice).await;
        assert_eq!(scene.post(&scene.commune, &twice).await, 202);
        assert_eq!(scene.kept(&scene.state).await.len(), before + 1);
        assert_eq!((scene.whole().await["result"][0].as_str(), standing_of(&scene, 1).await), (Some("ballots 47"), Standing::Counted));
        let page = page.see(&path).await;
        page.says("Après le comptage, ce territoire a signé un autre décompte");
        assert_eq!(page.body.matches("a signé un autre décompte").count(), 1, "of nobody else");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_who_carries_the_consultation_speaks_of_its_votes() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        scene.over_without(&scene.state).await;
        let signed: Value = serde_json::from_str(&scene.own_tally(&scene.commune).await).unwrap();
        for (code, expected) in [("invited", 403), ("refused", 403), ("left", 403)] {
            scene.stands(&scene.commune, code).await;
            assert_eq!(scene.post(&scene.commune, &signed).await, expected, "{code}");
        }
        // Carried by all that are official, and no longer official.
        scene.stands(&scene.commune, "joined").await;
        scene.reach("official").await;
        assert_eq!(scene.post(&scene.commune, &signed).await, 403);
        scene.reach("chosen").await;
        assert_eq!(scene.post(&scene.commune, &signed).await, 202);
        assert_eq!(scene.kept(&scene.state).await.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_things_said_before_the_count_are_a_contradiction() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        scene.over_without(&scene.state).await;
        let signed: Value = serde_json::from_str(&scene.own_tally(&scene.commune).await).unwrap();
        let mut twice = signed.clone();
        twice["roll"] = serde_json::json!({ "size": 4000, "source": "une autre liste" });
        let twice = scene.sign(&scene.commune, &twice).await;
        assert_eq!(scene.post(&scene.commune, &twice).await, 202);
        scene.days(1).await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Contradicts);
        scene.state.visitor().see(&format!("{}/whole", scene.page())).await.says("Se contredit");
    }
}
