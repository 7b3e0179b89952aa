//! Supports of a consultation that several territories carry: each counts its own, the organiser shows them beside its own, and nobody is counted
//! twice. The State opens, Ars and Bry carry.

mod faults;

use actions::accounts::{ProfileForm, Remains};
use domain::actor::Viewer;
use domain::id::ContributionId;
use jiff::SignedDuration;
use rig::{Town, on_both_databases};
use std::collections::HashMap;
use store::territory_supports::{Heard, Total};
use store::{At, Uid};

use crate::carrying::{all_carry, carried, consultation, host, join, known, phases, propose, somebody, there, threes};

async fn support(town: &Town, viewer: Viewer, id: Uid) {
    actions::contributions::support(&town.app, viewer, id.to()).await.unwrap();
}

async fn take_back(town: &Town, viewer: Viewer, id: Uid) {
    actions::contributions::take_back_support(&town.app, viewer, id.to()).await.unwrap();
}

/// Time passes, and what is due is done.
async fn pass(towns: [&Town; 3], minutes: i64) {
    towns.iter().for_each(|town| town.wait(SignedDuration::from_mins(minutes)));
    Town::settle(&towns).await;
}

/// What territories say at the organiser of something: the server, how many, and whether it left.
async fn said(state: &Town, id: Uid) -> Vec<(String, i32, bool)> {
    let rows = state.app.store.read(move |db| store::territory_supports::backers(db, id, 50)).await.unwrap();
    let mut rows: Vec<_> = rows.into_iter().map(|row| (row.host, row.supports, row.left)).collect();
    rows.sort();
    rows
}

fn of(counts: &[(&Town, i32)]) -> Vec<(String, i32, bool)> {
    let mut rows: Vec<_> = counts.iter().map(|(town, count)| (host(town), *count, false)).collect();
    rows.sort();
    rows
}

async fn total(state: &Town, id: Uid) -> (i64, i32) {
    let totals = state.app.store.read(move |db| store::territory_supports::totals(db, &[id])).await.unwrap();
    let Total { supports, territories } = totals.get(&id).copied().unwrap_or_default();
    (supports, territories)
}

/// What a town counts itself: of here, and of other servers.
async fn own(town: &Town, id: Uid) -> (i32, i32) {
    let found = town.app.store.read(move |db| store::contributions::find(db, id)).await.unwrap().unwrap();
    (found.support_count, found.remote_support_count)
}

/// The id here of what lives at another town.
async fn at(town: &Town, home: &Town, id: ContributionId) -> Uid {
    there(town, home, id).await.expect("it has come").id
}

/// Both carry the consultation of the State, and Ana of Ars proposes something: she, its id, and its id at the State.
async fn fountain([state, ars, bry]: [&Town; 3]) -> (Viewer, ContributionId, Uid) {
    all_carry([state, ars, bry]).await;
    let ana = somebody(ars, "Ana", "ana@example.org", true).await;
    let fountain = propose(ars, ana, "eau", "Une fontaine à boire").await;
    Town::settle(&[state, ars, bry]).await;
    (ana, fountain, at(state, ars, fountain).await)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_territory_is_shown_beside_the_organisers_own_supports_and_taken_back_with_them() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let al = somebody(&ars, "Al", "al@example.org", false).await;
        let bo = somebody(&bry, "Bo", "bo@example.org", false).await;
        let bea = somebody(&bry, "Bea", "bea@example.org", true).await;
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        let (here, at_bry) = (at(&state, &ars, fountain).await, at(&bry, &ars, fountain).await);
        support(&ars, al, Uid::of(fountain)).await;
        support(&bry, bo, at_bry).await;
        // Her name goes to the home of the fountain, which is not the organiser's: there nobody else counts her.
        support(&bry, bea, at_bry).await;
        pass(towns, 1).await;
        assert_eq!(said(&state, here).await, [], "not at once");
        pass(towns, 15).await;
        assert_eq!(said(&state, here).await, of(&[(&ars, 1), (&bry, 2)]));
        assert_eq!((total(&state, here).await, own(&state, here).await), ((3, 2), (0, 0)), "beside, never added");
        assert_eq!(own(&ars, Uid::of(fountain)).await, (1, 1));
        let page = state.visitor().see(&format!("/c/eau/p/{}", here.0)).await;
        page.says("Et 3 soutiens dans les territoires qui portent")
            .says("Dans 2 territoires")
            .says("plusieurs territoires")
            .says("2 soutiens, nombre reçu le");
        state.visitor().see("/c/eau/contributions").await.says("3 dans les territoires participants");
        state.visitor().see("/c/eau/how").await.says("sans dire qui").says("plusieurs territoires");
        ars.visitor().see("/c/eau/how").await.says("Nous disons à l’organisateur");
        let file = state.visitor().see("/c/eau/contributions.csv").await.body;
        let row = file.lines().find(|line| line.contains("Une fontaine")).unwrap();
        assert!(row.contains("\"0\";\"0\";\"3\";\"0\""), "{row}");
        // Given and taken back in between is nothing to tell.
        let before = sent(&bry).await;
        take_back(&bry, bo, at_bry).await;
        support(&bry, bo, at_bry).await;
        pass(towns, 16).await;
        assert_eq!(sent(&bry).await, before);
        take_back(&bry, bo, at_bry).await;
        take_back(&ars, al, Uid::of(fountain)).await;
        pass(towns, 16).await;
        assert_eq!((said(&state, here).await, total(&state, here).await), (of(&[(&bry, 1)]), (1, 1)));
        // Whoever is forgotten is counted no more.
        actions::accounts::erase(&bry.app, bea, "bea@example.org", Remains::Keep).await.unwrap();
        pass(towns, 16).await;
        assert_eq!((said(&state, here).await, total(&state, here).await), (Vec::new(), (0, 0)));
        state.visitor().see(&format!("/c/eau/p/{}", here.0)).await.keeps_quiet_about("dans les territoires qui portent");
    }
}

/// The last document with numbers that a carrier sent, as its own server keeps it.
async fn sent(carrier: &Town) -> Option<String> {
    let ours = carrier.app.instance().await.unwrap().collectivity_id;
    let call = carrier.app.store.read(|db| store::carried::calls(db, 5, 0)).await.unwrap().remove(0).0.id;
    let body = carrier.app.store.read(move |db| store::activities::said_last(db, ours, call)).await.unwrap();
    body.filter(|body| body.contains("SupportCounts"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_counted_by_name_at_the_organiser_is_in_no_number() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let al = somebody(&ars, "Al", "al@example.org", false).await;
        let cid = somebody(&state, "Cid", "cid@example.org", true).await;
        let law = Uid::of(propose(&state, cid, "eau", "Une loi sur l’eau").await);
        Town::settle(&towns).await;
        let here = at(&ars, &state, law.to()).await;
        support(&ars, ana, here).await;
        support(&ars, al, here).await;
        pass(towns, 16).await;
        assert_eq!((own(&state, law).await, said(&state, law).await), ((0, 1), of(&[(&ars, 1)])));
        assert_eq!(own(&ars, here).await, (2, 0));
        // Only numbers left, to the organiser alone, and the ledger says so.
        let body = sent(&ars).await.expect("numbers were sent");
        // (Three letters of a name may stand in a proof by chance.)
        for name in ["\"Ana", "ana@", "/actors/ana", "/actors/al"] {
            assert!(!body.contains(name), "{name} in {body}");
        }
        let call = carried(&ars, "eau").await.call_id;
        let (rows, _) = ars.app.store.read(move |db| store::ledger::of_object(db, call, 10, 0)).await.unwrap();
        let rows: Vec<_> = rows.into_iter().map(|row| (row.host, row.class, row.consent_at)).collect();
        assert_eq!(rows, [(host(&state), domain::personal::DataClass::Institutional.code().to_owned(), None)]);
        // Ana takes her support back and gives it again: still once.
        take_back(&ars, ana, here).await;
        pass(towns, 16).await;
        assert_eq!((own(&state, law).await, said(&state, law).await), ((0, 0), of(&[(&ars, 1)])));
        support(&ars, ana, here).await;
        pass(towns, 16).await;
        assert_eq!((own(&state, law).await, said(&state, law).await), ((0, 1), of(&[(&ars, 1)])));
        // Her name may not leave any more: there her support is taken back, here it stays, and is a number.
        let form = ProfileForm { name: "Ana".to_owned(), lang: "fr".to_owned(), ..ProfileForm::default() };
        actions::accounts::change_profile(&ars.app, ana, &form).await.unwrap();
        pass(towns, 16).await;
        pass(towns, 16).await;
        assert_eq!((own(&state, law).await, said(&state, law).await), ((0, 0), of(&[(&ars, 2)])));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_support_by_name_that_the_organiser_refuses_is_a_number() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let cid = somebody(&state, "Cid", "cid@example.org", true).await;
        let law = Uid::of(propose(&state, cid, "eau", "Une loi sur l’eau").await);
        Town::settle(&towns).await;
        state.set_remote_voices("eau", "refused").await;
        support(&ars, ana, at(&ars, &state, law.to()).await).await;
        // It is tried three times before it is given up.
        for _ in 0..8 {
            pass(towns, 16).await;
        }
        assert_eq!((own(&state, law).await, said(&state, law).await), ((0, 0), of(&[(&ars, 1)])));
        // Her name may not leave any more. That is refused as well, and takes back what never stood there.
        let form = ProfileForm { name: "Ana".to_owned(), lang: "fr".to_owned(), ..ProfileForm::default() };
        actions::accounts::change_profile(&ars.app, ana, &form).await.unwrap();
        for _ in 0..8 {
            pass(towns, 16).await;
        }
        assert_eq!((own(&state, law).await, said(&state, law).await), ((0, 0), of(&[(&ars, 1)])));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_leaves_says_what_stood_until_then_and_begins_anew_when_it_comes_back() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let bo = somebody(&bry, "Bo", "bo@example.org", false).await;
        let bea = somebody(&bry, "Bea", "bea@example.org", false).await;
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        let (here, at_bry) = (at(&state, &ars, fountain).await, at(&bry, &ars, fountain).await);
        support(&bry, bo, at_bry).await;
        support(&bry, bea, at_bry).await;
        actions::carrying::leave(&bry.app, Town::machine(), "notre-eau").await.unwrap();
        pass(towns, 1).await;
        assert_eq!(said(&state, here).await, [(host(&bry), 2, true)], "at once");
        state
            .visitor()
            .see(&format!("/c/eau/p/{}", here.0))
            .await
            .says("Et 2 soutiens dans les territoires")
            .says("ne porte plus la consultation");
        // What is less afterwards is still said.
        actions::accounts::erase(&bry.app, bo, "bo@example.org", Remains::Keep).await.unwrap();
        pass(towns, 16).await;
        assert_eq!(said(&state, here).await, [(host(&bry), 1, true)]);
        pass(towns, 60).await;
        join(&bry, "").await;
        pass(towns, 1).await;
        take_back(&bry, bea, at_bry).await;
        support(&ars, ana, Uid::of(fountain)).await;
        pass(towns, 16).await;
        assert_eq!((said(&state, here).await, total(&state, here).await), (of(&[(&ars, 1)]), (1, 1)));
        // Taken from a territory, a consultation shows nothing of what that one counted; given back, everything.
        let territory = known(&state, &ars).await;
        actions::carrying::dismiss(&state.app, Town::machine(), "eau", territory.to()).await.unwrap();
        pass(towns, 1).await;
        assert_eq!((said(&state, here).await, total(&state, here).await), (Vec::new(), (0, 0)));
        let form = actions::carrying::OfferForm {
            reach: "chosen".to_owned(),
            rules: "Ouvrir la parole à tous.".to_owned(),
            chosen: vec![territory],
        };
        actions::carrying::offer(&state.app, Town::machine(), "eau", &form).await.unwrap();
        pass(towns, 1).await;
        join(&ars, "").await;
        pass(towns, 1).await;
        pass(towns, 16).await;
        assert_eq!((said(&state, here).await, total(&state, here).await), (of(&[(&ars, 1)]), (1, 1)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_of_them_lost_is_told_again() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        let (ana, fountain, here) = fountain(towns).await;
        support(&ars, ana, Uid::of(fountain)).await;
        pass(towns, 16).await;
        let lose = || async {
            for table in ["territory_support", "territory_total"] {
                state.app.store.write(move |db| store::testing::run(db, &format!("DELETE FROM {table}"))).await.unwrap();
            }
        };
        let call = carried(&ars, "eau").await.call_id;
        lose().await;
        actions::carrying::read(&ars.app, call).await.unwrap();
        pass(towns, 16).await;
        assert_eq!(said(&state, here).await, [], "what was told just now is not told again");
        towns.iter().for_each(|town| town.wait(SignedDuration::from_hours(8 * 24)));
        actions::carrying::read(&ars.app, call).await.unwrap();
        pass(towns, 16).await;
        assert_eq!((said(&state, here).await, total(&state, here).await), (of(&[(&ars, 1)]), (1, 1)));
        // The territory itself was restored.
        lose().await;
        actions::carrying::supports_after_restore(&ars.app).await.unwrap();
        pass(towns, 16).await;
        assert_eq!((said(&state, here).await, total(&state, here).await), (of(&[(&ars, 1)]), (1, 1)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_minutes_are_told_at_the_end_of_the_phase() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        let (ana, fountain, here) = fountain(towns).await;
        let end = phases(&ars, consultation(&ars, "eau").await.id).await.into_iter().map(|phase| phase.2.0).min().unwrap();
        let left = ars.now().duration_until(end) - SignedDuration::from_mins(5);
        towns.iter().for_each(|town| town.wait(left));
        Town::settle(&towns).await;
        support(&ars, ana, Uid::of(fountain)).await;
        pass(towns, 6).await;
        assert_eq!(said(&state, here).await, of(&[(&ars, 1)]));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn numbers_for_an_organiser_that_is_down_do_not_pile_up() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let first = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        let second = propose(&ars, ana, "eau", "Un lavoir à restaurer").await;
        Town::settle(&towns).await;
        let (one, two) = (at(&state, &ars, first).await, at(&state, &ars, second).await);
        state.go_down();
        support(&ars, ana, Uid::of(first)).await;
        for turn in 0..4 {
            towns.iter().for_each(|town| town.wait(SignedDuration::from_mins(16)));
            Town::settle(&[&ars, &bry]).await;
            if turn == 1 {
                support(&ars, ana, Uid::of(second)).await;
            }
        }
        let waiting = ars.app.store.read(store::deliveries::depth).await.unwrap();
        assert_eq!(waiting.0, 1, "one document waits");
        state.come_back();
        for _ in 0..6 {
            pass(towns, 60).await;
        }
        assert_eq!((said(&state, one).await, said(&state, two).await), (of(&[(&ars, 1)]), of(&[(&ars, 1)])));
    }
}

on_both_databases! {
    async fn a_list_costs_the_same_whatever_territories_say(town: Town) {
        town.consultation("eau").await;
        let ana = somebody(&town, "Ana", "ana@example.org", false).await;
        let territory = town.app.instance().await.unwrap().collectivity_id;
        let consultation_id = consultation(&town, "eau").await.id;
        let (mut ids, mut costs) = (Vec::new(), Vec::new());
        for known in [1, 12] {
            while ids.len() < known {
                ids.push(Uid::of(propose(&town, ana, "eau", &format!("Une fontaine n° {}", ids.len())).await));
            }
            let heard = |id: &Uid| Heard {
                consultation_id,
                carrier_id: territory,
                uri: format!("https://elsewhere.example/{}/{known}", id.0),
                contribution_id: Some(*id),
                supports: 7,
                revision: At(town.now()),
                heard_at: At(town.now()),
            };
            let rows: Vec<Heard> = ids.iter().take(known).map(heard).collect();
            town.app.store.write(move |db| store::territory_supports::keep(db, &rows, &HashMap::new())).await.unwrap();
            let mut visitor = town.visitor();
            visitor.see("/c/eau/contributions").await.says("7 dans les territoires participants");
            let before = town.queries();
            visitor.see("/c/eau/contributions").await;
            costs.push(town.queries() - before);
        }
        assert_eq!(costs[0], costs[1]);
        let set = town.visitor().see("/open-data/contributions.json").await.body;
        assert!(set.contains("\"territory_supports\":14") && set.contains("\"territory_supports\":7"), "{set}");
    }
}
