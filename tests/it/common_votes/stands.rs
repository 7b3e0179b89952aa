//! How a territory stands in the whole: what stood when it was counted stays, who could not vote is not waited for, and ballots that cannot be had are asked
//! for as long as the whole waits.

use super::scene::{Scene, actor_at, collectivity, recount, scenes, scenes_of};
use super::{standing_of, standings};
use actions::tallies::Standing;
use domain::carrying::CarrierState;
use domain::vote::BoxState;
use jiff::SignedDuration;
use rig::Town;
use serde_json::{Value, json};
use store::At;

async fn wait(scene: &Scene, time: SignedDuration) {
    [&scene.state, &scene.commune, &scene.region].iter().for_each(|town| town.wait(time));
}

/// The address of the ballots of a town.
async fn ballots_of(scene: &Scene, town: &Town) -> String {
    format!("{}{}/record.json", town.app.links.origin(), scene.page_at(town).await)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_how_many_have_voted_the_last_is_kept_and_a_late_result_is_late() {
    for scene in scenes_of("choose-1", "plain", SignedDuration::from_hours(100)).await {
        scene.votes(12, 15, 20).await;
        scene.days(3).await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Running);
        let said = scene.kept_of(&scene.commune).await;
        let last: Value = serde_json::from_str(&said[0]).unwrap();
        assert_eq!((said.len(), last["sequence"].as_u64(), last["turnout"].as_u64()), (1, Some(3), Some(15)));
        // What was said before it, once more: nothing.
        let mut older = last.clone();
        (older["sequence"], older["turnout"]) = (json!(1), json!(11));
        let older = scene.sign(&scene.commune, &older).await;
        assert_eq!(scene.post(&scene.commune, &older).await, 202);
        assert_eq!(scene.kept_of(&scene.commune).await.len(), 1);
        // The commune sleeps until the whole is counted.
        for _ in 0..18 {
            wait(&scene, SignedDuration::from_hours(6)).await;
            Town::settle(&[&scene.state, &scene.region]).await;
        }
        assert_eq!(standing_of(&scene, 1).await, Standing::Running);
        assert_eq!(scene.whole().await["result"][0], "ballots 32");
        scene.settle().await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Late);
        assert_eq!(recount(&scene.whole().await, &scene.sources(false)).code, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_stood_at_the_count_is_not_replaced_by_what_was_said_before_it() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        scene.over_without(&scene.state).await;
        let first: Value = serde_json::from_str(&scene.own_tally(&scene.commune).await).unwrap();
        assert_eq!(scene.post(&scene.commune, &first).await, 202);
        scene.state.run_jobs().await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Counted);
        // The same again under another number, and until the count nobody can read the ballots.
        let mut second = first.clone();
        second["sequence"] = json!(2);
        let second = scene.sign(&scene.commune, &second).await;
        scene.commune.go_down();
        assert_eq!(scene.post(&scene.commune, &second).await, 202);
        for hours in [1, 80] {
            wait(&scene, SignedDuration::from_hours(hours)).await;
            Town::settle(&[&scene.state, &scene.region]).await;
        }
        assert_eq!(standing_of(&scene, 1).await, Standing::Unreachable);
        assert_eq!(scene.whole().await["result"][0], "ballots 32");
        scene.commune.come_back();
        let address = ballots_of(&scene, &scene.commune).await;
        scene.state.fed.check_tally(&address, Some(scene.vote)).await.unwrap();
        assert_eq!(standing_of(&scene, 1).await, Standing::Late);
        let file = scene.whole().await;
        assert_eq!((file["result"][0].as_str(), file["tallies"].as_array().map(Vec::len)), (Some("ballots 32"), Some(2)));
        assert_eq!(recount(&file, &scene.sources(false)).code, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_carried_it_only_before_or_after_the_vote_is_not_waited_for() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        wait(&scene, SignedDuration::from_hours(6)).await;
        // As if the region had come when the vote was over.
        scene.stands(&scene.region, CarrierState::Joined.code()).await;
        Town::settle(&[&scene.state, &scene.commune]).await;
        assert_eq!(standings(&scene).await.len(), 2);
        assert_eq!(scene.whole().await["result"][0], "ballots 27");
    }
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        let region = actor_at(&scene.state, collectivity(&scene.region)).await;
        let published = scene.loaded(&scene.state, scene.vote).await.row.published_at.unwrap();
        let at = |hours| Some(At(published.0 + SignedDuration::from_hours(hours)));
        for (code, came, went, named) in [
            (CarrierState::Left, at(-2), at(-1), false),
            (CarrierState::Refused, at(-2), at(-1), false),
            (CarrierState::Left, at(-2), at(1), true),
            (CarrierState::Left, at(1), at(2), true),
            (CarrierState::Invited, None, None, false),
            (CarrierState::Joined, at(1), None, true),
        ] {
            let id = scene.vote;
            let change = scene.state.app.store.write(move |db| {
                let row = store::votes::find(db, id)?.unwrap();
                let known = store::carrying::carrier(db, row.consultation_id, region)?.unwrap();
                let changed = store::carrying::Carrier { state: code.code().to_owned(), joined_at: came, left_at: went, ..known };
                store::carrying::set_carrier(db, &changed)
            });
            change.await.unwrap();
            assert_eq!(standings(&scene).await.len(), if named { 3 } else { 2 }, "{code:?} {came:?} {went:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ballots_that_cannot_be_had_are_asked_for_until_the_whole_is_counted() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        scene.commune.go_down();
        scene.over().await;
        for _hour in 0..62 {
            wait(&scene, SignedDuration::from_hours(1)).await;
            scene.state.run_jobs().await;
        }
        assert_eq!(standing_of(&scene, 1).await, Standing::Unreachable);
        scene.commune.come_back();
        wait(&scene, SignedDuration::from_hours(7)).await;
        scene.state.run_jobs().await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Counted);
        assert_eq!(scene.whole().await["result"][0], "ballots 47");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_counted_is_not_called_off_and_what_is_called_off_keeps_nothing_of_its_voters() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        let (id, now) = (scene.box_at(&scene.region).await, scene.region.now());
        let store = &scene.region.app.store;
        assert!(store.write(move |db| store::flags::meet(db, id, b"mark")).await.unwrap());
        let left = store.write(move |db| {
            let row = store::votes::find(db, id)?.unwrap();
            actions::tallies::leave(db, row.consultation_id, now)?;
            Ok::<_, actions::Error>(store::flags::meet(db, id, b"mark")?)
        });
        assert!(left.await.unwrap(), "the mailbox was forgotten");
        assert_eq!(scene.loaded(&scene.region, id).await.state, BoxState::Cancelled);
        scene.close().await;
        let (id, store) = (scene.box_at(&scene.commune).await, &scene.commune.app.store);
        let left = store.write(move |db| {
            let row = store::votes::find(db, id)?.unwrap();
            actions::tallies::leave(db, row.consultation_id, now)?;
            Ok::<_, actions::Error>((store::votes::cancel(db, id, At(now))?, store::votes::turnout(db, id)?))
        });
        assert_eq!(left.await.unwrap(), (false, 15));
        assert_eq!(scene.loaded(&scene.commune, id).await.state, BoxState::Closed);
    }
}
