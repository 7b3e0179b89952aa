//! What is told of a common vote besides its numbers: what is at stake, the journal, the public record; and what comes when all is counted.

use std::sync::Arc;

use actions::tallies::Standing;
use domain::event::EventKind;
use federation::proof;
use federation::signature::{PrivateKey, Signer};
use rig::Town;

use super::scene::{Scene, recount, scenes};
use super::standing_of;
use crate::public_record::entries;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_happens_is_in_the_journal_and_in_the_public_record() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        scene.close().await;
        let kinds = journal_of(&scene).await;
        let count = |kind: EventKind| kinds.iter().filter(|one| *one == kind.code()).count();
        assert_eq!((count(EventKind::VoteShared), count(EventKind::TallyReceived), count(EventKind::TallyChecked)), (1, 2, 2));
        assert_eq!((count(EventKind::TallySigned), count(EventKind::WholeCounted)), (1, 1));
        // What is entered by then; the rest of the last day follows.
        scene.days(1).await;
        let ours = recorded(&scene.state).await;
        let of = |kind: &str| ours.iter().filter(|one| *one == kind).count();
        assert_eq!([of("tally_signed"), of("tally_received"), of("tally_checked"), of("whole_counted")], [1, 2, 2, 1], "{ours:?}");
        for carrier in [&scene.commune, &scene.region] {
            assert_eq!(recorded(carrier).await, ["tally_signed"]);
        }
    }
}

async fn journal_of(scene: &Scene) -> Vec<String> {
    let id = scene.vote;
    let lines = scene.state.app.store.read(move |db| store::journal::on_subject(db, id)).await.unwrap();
    lines.into_iter().map(|line| line.kind).collect()
}

/// What the public record of a town says of tallies.
async fn recorded(town: &Town) -> Vec<String> {
    let latest = town.app.store.read(store::record::latest).await.unwrap().expect("it is signed");
    let all = entries(town, u64::try_from(latest.size).unwrap()).await;
    all.into_iter().map(|entry| entry.kind).filter(|kind| kind.starts_with("tally") || kind.starts_with("whole")).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_at_stake_is_the_same_everywhere() {
    for scene in scenes("choose-1", "plain").await {
        let id = scene.box_at(&scene.commune).await;
        let there = scene.commune.app.store.read(move |db| actions::votes::grid(db, id)).await.unwrap();
        assert_eq!(there, Some(domain::risk::Grid::usual()));
        let page = scene.commune.visitor().see(&scene.page_at(&scene.commune).await).await;
        page.says("Niveau 1 sur 3");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ballots_that_can_be_read_only_after_the_count_are_not_in_it() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        // The commune says what it counted, and for four days nobody can read its ballots.
        scene.commune.go_down();
        scene.over().await;
        scene.days(4).await;
        assert_eq!(standing_of(&scene, 1).await, Standing::Unreachable);
        assert_eq!(scene.whole().await["result"][0], "ballots 32");
        scene.commune.come_back();
        let address = format!("{}{}/record.json", scene.commune.app.links.origin(), scene.page_at(&scene.commune).await);
        scene.state.fed.check_tally(&address, Some(scene.vote)).await.unwrap();
        assert_eq!(standing_of(&scene, 1).await, Standing::Late);
        let file = scene.whole().await;
        assert_eq!((file["result"][0].as_str(), file["tallies"].as_array().map(Vec::len)), (Some("ballots 32"), Some(2)));
        assert_eq!(recount(&file, &scene.sources(false)).code, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tally_signed_with_a_key_that_cannot_be_had_now_is_asked_for_again() {
    for scene in scenes("choose-1", "plain").await {
        scene.votes(12, 15, 20).await;
        scene.over_without(&scene.state).await;
        let signed: serde_json::Value = serde_json::from_str(&scene.own_tally(&scene.commune).await).unwrap();
        let key_id = format!("{}#newer-key", signed["attributedTo"].as_str().unwrap());
        let key = Arc::new(PrivateKey::generate_ed25519().unwrap());
        let newer = proof::sign(&signed, &Signer { key_id, key }, scene.commune.now()).unwrap();
        scene.commune.go_down();
        assert_eq!(scene.post(&scene.commune, &newer).await, 503);
        assert!(scene.kept(&scene.state).await.is_empty());
        scene.commune.come_back();
        scene.state.wait(jiff::SignedDuration::from_mins(10));
        assert_eq!(scene.post(&scene.commune, &newer).await, 403, "it is not a key of the territory");
    }
}
