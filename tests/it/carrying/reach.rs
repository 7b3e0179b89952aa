//! How far a consultation reaches that several territories carry: at least the network, no further than its organiser lets it go; and what is taken
//! back is taken back from all of them.

use super::votes::{box_at, cast, hours, vote};
use super::{all_carry, carried, consultation, host, join, offer, propose, somebody, there, threes};
use crate::reach::reads;
use actions::carrying::OfferForm;
use domain::carrying::CarriedState;
use domain::reach::Reach;
use domain::refusal::Refusal;
use rig::{Stranger, Town};
use serde_json::json;
use store::Uid;

async fn set(town: &Town, slug: &str, reach: Reach) -> actions::Result<()> {
    actions::consultations::set_reach(&town.app, Town::machine(), slug, reach).await
}

fn refused(result: &actions::Result<()>, why: Refusal) {
    assert!(matches!(result, Err(actions::Error::Refused(found)) if *found == why), "{result:?}");
}

/// Somebody of a server that reads threads follows the consultation.
async fn follows(town: &Town, server: &Stranger, slug: &str) -> u16 {
    let signer = server.person("lea");
    let object = town.app.links.actor(slug);
    let id = server.at(&format!("/follows/{}", host(town)));
    let follow = json!({"type": "Follow", "id": id, "actor": server.at("/users/lea"), "object": object});
    let answer = server.post(town, &signer, &follow).await.status.as_u16();
    let (name, now) = (server.origin.trim_start_matches("http://").to_owned(), store::At(town.now()));
    town.app.store.write(move |db| store::peers::learn(db, &name, "lemmy", "1", now)).await.unwrap();
    answer
}

fn says(server: &Stranger, word: &str) -> bool {
    server.asked().iter().any(|asked| asked.body.to_string().contains(word))
}

/// What somebody who does not sign gets.
async fn unsigned(town: &Town, address: &str) -> u16 {
    let path = address.trim_start_matches(town.app.links.origin()).to_owned();
    crate::effects::scene::activity_at(town, &path).await.status.as_u16()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_others_carry_reaches_at_least_the_network() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        state.consultation("ici").await;
        set(&state, "ici", Reach::Here).await.unwrap();
        let form = OfferForm { reach: "official".to_owned(), rules: "Ouvrir la parole à tous.".to_owned(), chosen: Vec::new() };
        refused(&actions::carrying::offer(&state.app, Town::machine(), "ici", &form).await, Refusal::NeedsNetwork);
        all_carry(towns).await;
        refused(&set(&state, "eau", Reach::Here).await, Refusal::NeedsNetwork);
        refused(&set(&ars, "eau", Reach::Here).await, Refusal::NeedsNetwork);
        // A carrier may let it go less far than its organiser.
        set(&bry, "notre-eau", Reach::Network).await.unwrap();
        Town::settle(&towns).await;
        assert_eq!(consultation(&state, "eau").await.reach, "fediverse");
        set(&state, "eau", Reach::Network).await.unwrap();
        Town::settle(&towns).await;
        assert_eq!(
            (consultation(&ars, "eau").await.reach, consultation(&bry, "notre-eau").await.reach),
            ("network".into(), "network".into())
        );
        refused(&set(&ars, "eau", Reach::Fediverse).await, Refusal::Settled);
        // Once nobody carries it and nobody is called to, it may stay.
        actions::carrying::withdraw(&state.app, Town::machine(), "eau").await.unwrap();
        refused(&set(&state, "eau", Reach::Here).await, Refusal::NeedsNetwork);
        let call = state.app.links.call(consultation(&state, "eau").await.id.0);
        assert_eq!(unsigned(&state, &call).await, 401, "for the network only");
        for (town, slug) in [(&ars, "eau"), (&bry, "notre-eau")] {
            actions::carrying::leave(&town.app, Town::machine(), slug).await.unwrap();
        }
        Town::settle(&towns).await;
        set(&state, "eau", Reach::Here).await.unwrap();
        assert_eq!(unsigned(&state, &call).await, 410);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_carried_within_the_network_is_read_by_all_who_carry_it_and_by_nobody_else() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        offer(&state, "eau", &[&ars, &bry]).await;
        set(&state, "eau", Reach::Network).await.unwrap();
        Town::settle(&towns).await;
        join(&ars, "eau").await;
        join(&bry, "notre-eau").await;
        for _ in 0..4 {
            Town::settle(&towns).await;
            towns.iter().for_each(|town| town.wait(jiff::SignedDuration::from_mins(15)));
        }
        for (town, slug) in [(&ars, "eau"), (&bry, "notre-eau")] {
            assert_eq!(carried(town, slug).await.state, CarriedState::Joined.code());
            assert_eq!(consultation(town, slug).await.reach, "network");
        }
        let lemmy = Stranger::start().await;
        assert_eq!((follows(&state, &lemmy, "eau").await, follows(&ars, &lemmy, "eau").await), (403, 403));
        // Nobody of the three recognises another: they carry it together.
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        for town in [&state, &bry] {
            assert!(there(town, &ars, fountain).await.is_some(), "{}", host(town));
        }
        assert_eq!(unsigned(&ars, &ars.app.links.object(fountain.0)).await, 401);
        assert!(!says(&lemmy, "fontaine"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn narrowing_tells_who_carries_it_and_takes_back_from_strangers() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let lemmy = Stranger::start().await;
        assert_eq!((follows(&state, &lemmy, "eau").await, follows(&ars, &lemmy, "eau").await), (202, 202));
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        assert!(says(&lemmy, "fontaine"));
        let before = lemmy.received().len();
        set(&state, "eau", Reach::Network).await.unwrap();
        Town::settle(&towns).await;
        let object = ars.app.links.object(fountain.0);
        let told: Vec<String> = lemmy.received().iter().skip(before).map(ToString::to_string).collect();
        let taken_back = |by: &Town| {
            told.iter().any(|said| {
                said.contains(by.app.links.origin()) && said.contains(&object) && (said.contains("\"Delete\"") || said.contains("\"Undo\""))
            })
        };
        assert!(taken_back(&ars) && taken_back(&state), "{told:#?}");
        for town in [&state, &bry] {
            assert!(there(town, &ars, fountain).await.unwrap().is_shown(), "{}", host(town));
        }
        let later = propose(&ars, ana, "eau", "Un lavoir à restaurer").await;
        Town::settle(&towns).await;
        for town in [&state, &bry] {
            assert!(there(town, &ars, later).await.is_some(), "{}", host(town));
        }
        assert!(!says(&lemmy, "lavoir"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_recall_of_a_carried_contribution_is_acknowledged_by_all_who_carry_it() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        let states = || async {
            let (rows, _) = ars.app.store.read(move |db| store::ledger::of_object(db, Uid::of(fountain), 50, 0)).await.unwrap();
            let mut states: Vec<(String, String)> = rows.into_iter().map(|row| (row.host, row.state)).collect();
            states.sort();
            states.dedup();
            states
        };
        let all = |word: &str| {
            let mut all = vec![(host(&state), word.to_owned()), (host(&bry), word.to_owned())];
            all.sort();
            all
        };
        assert_eq!(states().await, all("arrived"), "the organiser was sent it, the other one read it here");
        bry.go_down();
        actions::contributions::withdraw(&ars.app, ana, fountain).await.unwrap();
        Town::settle(&[&state, &ars]).await;
        let now = states().await;
        assert!(now.contains(&(host(&state), "confirmed".to_owned())) && now.contains(&(host(&bry), "pending".to_owned())), "{now:?}");
        bry.come_back();
        for _ in 0..3 {
            towns.iter().for_each(|town| town.wait(jiff::SignedDuration::from_hours(9)));
            Town::settle(&towns).await;
        }
        assert_eq!(states().await, all("confirmed"));
        for town in [&state, &bry] {
            let copy = there(town, &ars, fountain).await.unwrap();
            assert!(copy.withdrawn_at.is_some() && copy.body.is_empty() && copy.title.is_empty(), "{}", host(town));
        }
    }
}

/// Every address of the State and of Ars that says something of `eau` or of its vote.
async fn doors(state: &Town, ars: &Town, id: domain::id::BoxId) -> Vec<String> {
    let there = box_at(ars, state, id).await.expect("it is held there");
    let mut doors = Vec::new();
    for (town, vote) in [(state, id), (ars, there)] {
        let links = &town.app.links;
        let (group, presentation) = (links.actor("eau"), links.object(consultation(town, "eau").await.id.0));
        doors.push(links.absolute(&format!("/votes/{}/tallies/1", vote.0)));
        doors.extend(["outbox", "followers", "following", "featured", "moderators"].map(|name| format!("{group}/{name}")));
        doors.extend(["replies", "likes", "context"].map(|name| format!("{presentation}/{name}")));
        doors.extend([group, presentation]);
    }
    doors.push(state.app.links.absolute(&format!("/votes/{}", id.0)));
    doors.push(state.app.links.object(id.0));
    doors.push(state.app.links.call(consultation(state, "eau").await.id.0));
    doors
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_door_of_a_consultation_and_of_its_votes_is_as_open_as_it_reaches() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        let stranger = Town::on_the_network().await;
        all_carry(towns).await;
        let id = vote(&state, jiff::SignedDuration::from_hours(5)).await;
        Town::settle(&towns).await;
        for (town, count) in [(&state, 12), (&ars, 15), (&bry, 20)] {
            let here = box_at(town, &state, id).await.expect("it is held here");
            assert!(cast(town, here, count).await.iter().all(Result::is_ok));
        }
        hours(towns, 12).await;
        stranger.wait(state.now().duration_since(stranger.now()));
        let doors = doors(&state, &ars, id).await;
        let home = |door: &str| if door.starts_with(ars.app.links.origin()) { &ars } else { &state };
        for door in &doors {
            assert_eq!(unsigned(home(door), door).await, 200, "{door}");
            assert!(reads(&stranger, door).await && reads(&bry, door).await, "{door}");
        }
        set(&state, "eau", Reach::Network).await.unwrap();
        hours(towns, 6).await;
        stranger.wait(state.now().duration_since(stranger.now()));
        for door in &doors {
            assert_eq!(unsigned(home(door), door).await, 401, "{door}");
            assert!(reads(&bry, door).await, "who carries it: {door}");
            assert!(!reads(&stranger, door).await, "{door}");
        }
        for (town, slug) in [(&ars, "eau"), (&bry, "notre-eau")] {
            actions::carrying::leave(&town.app, Town::machine(), slug).await.unwrap();
        }
        actions::carrying::withdraw(&state.app, Town::machine(), "eau").await.unwrap();
        Town::settle(&towns).await;
        set(&state, "eau", Reach::Here).await.unwrap();
        for door in doors.iter().filter(|door| door.starts_with(state.app.links.origin())) {
            let status = unsigned(&state, door).await;
            assert!(matches!(status, 404 | 410), "{door}: {status}");
            assert!(!reads(&bry, door).await, "{door}");
        }
        let gone = state.app.links.absolute(&format!("/votes/{}", id.0));
        assert_eq!(unsigned(&state, &gone).await, 410, "it had left");
    }
}
