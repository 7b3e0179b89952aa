//! A consultation that many territories carry: one more of them costs as many posts as there are, so that changes are told together.

use domain::carrying::CarrierState;
use jiff::SignedDuration;
use rig::Town;
use rig::profile::profile;
use store::carrying::Carrier;
use store::{At, Uid};

use crate::carrying::{all_carry, carried, consultation, host, threes};

/// So many territories more carry it, and nobody answers there.
async fn crowd(state: &Town, count: usize) {
    let id = consultation(state, "eau").await.id;
    for n in 0..count {
        let there = profile("organization", &format!("http://127.0.0.1:1/actors/a{n:03}"));
        let actor_id = Uid::of(actions::abroad::learn_actor(&state.app, there).await.unwrap());
        let at = At(state.now());
        let carrier = Carrier {
            consultation_id: id,
            actor_id,
            state: CarrierState::Joined.code().to_owned(),
            page: None,
            activity: None,
            since: at,
            joined_at: Some(at),
            left_at: None,
        };
        state.app.store.write(move |db| store::carrying::set_carrier(db, &carrier)).await.unwrap();
    }
}

/// Who else carries it, as one of them was told: how many, and whether this one left.
async fn told(here: &Town, other: &Town) -> (usize, bool) {
    let (call, uri) = (carried(here, "eau").await.call_id, other.app.links.actor("collectivite"));
    let fellows = here.app.store.read(move |db| store::carried::fellows(db, call, 100, 0)).await.unwrap();
    (fellows.len(), fellows.iter().any(|fellow| fellow.uri == uri && fellow.left_at.is_some()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn few_are_told_at_once_and_many_together() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        assert!(!told(&ars, &bry).await.1, "{} carries it", host(&bry));
        crowd(&state, 58).await;
        actions::carrying::leave(&bry.app, Town::machine(), "notre-eau").await.unwrap();
        Town::settle(&towns).await;
        assert!(!told(&ars, &bry).await.1, "not at once, where each change goes to fifty-nine");
        towns.iter().for_each(|town| town.wait(SignedDuration::from_secs(70)));
        Town::settle(&towns).await;
        assert_eq!(told(&ars, &bry).await, (59, true), "everything in one");
        // The page names the first, their own list all of them.
        state.visitor().see("/c/eau").await.says("Voir les 60 territoires");
        let list = state.visitor().see("/c/eau/carriers").await;
        list.says("60 territoires portent").says("a045").keeps_quiet_about("a057");
        assert!(list.link("/c/eau/carriers?page=2").is_some());
        state.visitor().see("/c/eau/carriers?page=2").await.says("a057").keeps_quiet_about("a045");
        ars.visitor().see("/c/eau/carriers?page=99").await.says("a057").says("59 autres territoires");
        let missing = state.visitor().get("/c/nulle-part/carriers").await;
        assert_eq!(missing.status, 404);
    }
}
