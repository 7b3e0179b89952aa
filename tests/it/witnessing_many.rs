//! Witnesses among many official collectivities: none is too many to be known, and none that has cosigned is taken for one that has not.

use jiff::SignedDuration;
use record::{Submission, Verdict};
use rig::Town;
use rig::profile::profile;
use store::record::peers::{self, Peer};
use store::trust::{self, Answer, Proposal, Territory};
use store::{At, Uid};

use crate::public_record::{keys, served};
use crate::two_towns::both;
use crate::witnessing::{cosigned, post, recognise, standing, watch, watched};

/// Collectivities whose addresses come before that of any town of a test. Nobody answers there.
async fn crowd(town: &Town, count: usize) {
    for n in 0..count {
        let uri = format!("http://127.0.0.1:1/actors/a{n:03}");
        let profile = profile("organization", &uri);
        let actor = Uid::of(actions::abroad::learn_actor(&town.app, profile).await.unwrap());
        let (at, id) = (At(town.now()), Uid(town.app.new_id()));
        let official = town.app.store.write(move |db| {
            let proposal = format!("{uri}#recognised");
            trust::keep_proposal(db, &Proposal { id, uri: &proposal, actor_id: actor, at, made_by: None }, None)?;
            let exchange = trust::find(db, &proposal)?.expect("the exchange").id;
            let said = Territory { kind: "commune".to_owned(), ..Territory::default() };
            let answer = format!("{uri}#answer");
            trust::accept(db, exchange, &Answer { uri: &answer, at, made_by: None }, Some((&said, "{}")))?;
            let peer = Peer {
                actor_id: actor,
                origin: format!("127.0.0.1:1/a{n:03}"),
                log_key: String::new(),
                witness_key: String::new(),
                size: 1,
                root: vec![0; 32],
                note: String::new(),
                seen_at: Some(at),
                cosigned: 0,
                learnt_at: at,
                mark: None,
            };
            peers::learn(db, &peer)?;
            trust::is_official(db, actor)
        });
        assert!(official.await.unwrap());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_behind_many_others_is_cosigned_and_shown_too() {
    for (commune, region) in both().await {
        crate::two_towns::neighbours(&commune, &region).await;
        crowd(&region, 210).await;
        for (town, other) in [(&commune, &region), (&region, &commune)] {
            recognise(town, other).await;
        }
        region.consultation("parc").await;
        // A new checkpoint is what one asks with.
        commune.consultation("halle").await;
        watch(&[&commune, &region]).await;
        let before = post(&region, Submission { old: 0, proof: Vec::new(), note: served(&commune).await.0.to_string() }.to_string()).await;
        assert_ne!(before.status, 404, "its keys are known");
        watch(&[&commune, &region]).await;
        assert!(matches!(cosigned(&commune, &region).await, Verdict::Cosigned(_)));
        // Whoever monitors finds it among all the others, also where it was kept before there were marks.
        let path = format!("/record/witness/{}/checkpoint", actions::record::mark(&keys(&commune).await.0.name));
        assert_eq!(region.visitor().get(&path).await.status, 200);
        region.app.store.write(|db| store::testing::run(db, "UPDATE record_peer SET mark = NULL")).await.unwrap();
        let again = served(&commune).await;
        post(&region, Submission { old: again.1.size, proof: Vec::new(), note: again.0.to_string() }.to_string()).await;
        assert_eq!(region.visitor().get(&path).await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_cosigned_and_shows_nothing_is_not_believed() {
    for (commune, region) in both().await {
        watched(&commune, &region).await;
        // The region says that it has never seen this log.
        region.app.store.write(|db| store::testing::run(db, "UPDATE record_peer SET seen_at = NULL")).await.unwrap();
        actions::record::after_restore(&commune.app).await.unwrap();
        for _round in 0..2 {
            commune.wait(SignedDuration::from_mins(5));
            commune.run_jobs().await;
        }
        assert_eq!(standing(&commune).await, store::record::Standing::Restored);
        // It answers again, and the record goes on.
        region.app.store.write(|db| store::testing::run(db, "UPDATE record_peer SET seen_at = learnt_at")).await.unwrap();
        commune.wait(SignedDuration::from_hours(1));
        watch(&[&commune, &region]).await;
        assert_eq!(standing(&commune).await, store::record::Standing::Open);
    }
}
