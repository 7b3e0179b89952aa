//! Two collectivities recognise each other, over real HTTP and through their pages: both say yes and sign for it, either takes it back.

use crate::two_towns::both;
use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Citizen, Town};
use store::Uid;
use store::trust::{self, RecognitionState};

const DESK: &str = "/admin/network/official";

/// The collectivity of another town, as this one knows it.
pub(crate) async fn known(town: &Town, other: &Town) -> Option<Uid> {
    let uri = collectivity(other);
    town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap()
}

pub(crate) fn collectivity(town: &Town) -> String {
    town.app.links.actor("collectivite")
}

fn handle(town: &Town) -> String {
    format!("@collectivite@{}", town.app.links.origin().trim_start_matches("http://"))
}

/// Whether a town holds another one for official.
pub(crate) async fn official(town: &Town, other: &Town) -> bool {
    match known(town, other).await {
        Some(id) => town.app.store.read(move |db| trust::is_official(db, id)).await.unwrap(),
        None => false,
    }
}

async fn states(town: &Town, other: &Town) -> Vec<RecognitionState> {
    let Some(id) = known(town, other).await else { return Vec::new() };
    let found = town.app.store.read(move |db| trust::of(db, id)).await.unwrap();
    found.iter().map(|one| RecognitionState::parse(&one.state).unwrap()).collect()
}

/// An administrator here looks another collectivity up: the page of it.
async fn look(admin: &mut Citizen, other: &Town) -> String {
    let found = admin.post(DESK, DESK, &[("address", &handle(other))]).await;
    assert_eq!(found.status, 303, "{}", found.body);
    found.location().to_owned()
}

async fn press(admin: &mut Citizen, page: &str, fields: &[(&str, &str)]) {
    let done = admin.post(page, page, fields).await;
    assert_eq!(done.status, 303, "{fields:?}\n{}", done.body);
}

/// The page of what waits for an answer.
async fn asked(admin: &mut Citizen) -> (String, String) {
    let list = admin.see(DESK).await;
    let page = list.says("À vous de répondre").link(&format!("{DESK}/")).unwrap();
    let exchange = admin.see(&page).await.hidden("exchange").unwrap();
    (page, exchange)
}

/// Says what the town is.
async fn settle_in(town: &Town, name: &str, insee: &str) {
    town.identify(|form| {
        (form.name, form.insee_code) = (name.to_owned(), insee.to_owned());
        form.contact = "03 00 00 00 00".to_owned();
        form.parent_territory = "Hauts-de-France".to_owned();
        form.data_contact = format!("dpo@{name}.example");
    })
    .await;
}

/// Two towns with their administrators.
async fn towns() -> Vec<(Town, Town)> {
    let pairs = both().await;
    for (ours, theirs) in &pairs {
        settle_in(ours, "Montreuil", "59350").await;
        settle_in(theirs, "Valmont", "59009").await;
    }
    pairs
}

/// Both recognise each other, without their pages.
pub(crate) async fn recognise(ours: &Town, theirs: &Town) {
    use actions::outside::Outside;
    let id = ours.fed.collectivity(&handle(theirs)).await.unwrap();
    actions::abroad::propose_recognition(&ours.app, Town::machine(), id).await.unwrap();
    Town::settle(&[ours, theirs]).await;
    answer(theirs, ours, true).await;
    Town::settle(&[ours, theirs]).await;
}

async fn answer(town: &Town, other: &Town, yes: bool) {
    let id = known(town, other).await.unwrap();
    let waiting = town.app.store.read(move |db| trust::live(db, id)).await.unwrap();
    actions::abroad::answer_recognition(&town.app, Town::machine(), waiting[0].id, yes, false).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_say_yes_and_either_takes_it_back() {
    for (ours, theirs) in towns().await {
        let mut here = ours.somebody("Ana", Role::Administrator).await;
        let mut there = theirs.somebody("Bo", Role::Administrator).await;
        let page = look(&mut here, &theirs).await;
        let seen = here.see(&page).await;
        seen.says("Valmont")
            .says("Commune")
            .says("59009")
            .says("Hauts-de-France")
            .says("dpo@Valmont.example")
            .says("Personne ne l'a vérifié");
        let unsure = here.post(&page, &page, &[("act", "propose")]).await;
        assert_eq!(unsure.status, 422);
        unsure.says("Vérifiez d'abord");
        assert_eq!(states(&ours, &theirs).await, []);
        press(&mut here, &page, &[("act", "propose"), ("verified", "on")]).await;
        here.see(&page).await.says("n'a pas encore répondu");
        Town::settle(&[&ours, &theirs]).await;
        // One yes is none.
        assert_eq!((official(&ours, &theirs).await, official(&theirs, &ours).await), (false, false));
        let (asking, exchange) = asked(&mut there).await;
        there.see(&asking).await.says("Montreuil").says("59350").says("vous propose de vous reconnaître");
        press(&mut there, &asking, &[("act", "accept"), ("verified", "on"), ("exchange", &exchange), ("warned", "no")]).await;
        Town::settle(&[&ours, &theirs]).await;
        assert_eq!((official(&ours, &theirs).await, official(&theirs, &ours).await), (true, true));
        let list = ours.visitor().see("/network/peers").await;
        list.says("Officielles (1)").says("Valmont").says("Commune, 59009, Hauts-de-France").says("dpo@Valmont.example").says("Officiel");
        theirs.visitor().see("/network/peers").await.says("Montreuil");
        // What is pressed again changes nothing.
        let again = there.post(&asking, &asking, &[("act", "accept"), ("verified", "on"), ("exchange", &exchange)]).await;
        assert_eq!(again.status, 422);
        press(&mut there, &asking, &[("act", "withdraw")]).await;
        assert!(!official(&theirs, &ours).await, "at once");
        Town::settle(&[&ours, &theirs]).await;
        assert!(!official(&ours, &theirs).await);
        here.see(&page).await.says("Retirée par l'autre collectivité");
        ours.visitor().see("/network/peers").await.says("Officielles (0)").keeps_quiet_about("Valmont");
        // And anew, from the other side.
        ours.wait(SignedDuration::from_mins(1));
        theirs.wait(SignedDuration::from_mins(1));
        recognise(&theirs, &ours).await;
        assert_eq!((official(&ours, &theirs).await, official(&theirs, &ours).await), (true, true));
        let id = known(&ours, &theirs).await.unwrap();
        actions::abroad::withdraw_recognition(&ours.app, Town::machine(), id.to()).await.unwrap();
        assert!(!official(&ours, &theirs).await, "at once");
        Town::settle(&[&ours, &theirs]).await;
        assert!(!official(&theirs, &ours).await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_no_is_a_no_until_somebody_proposes_again() {
    for (ours, theirs) in towns().await {
        use actions::outside::Outside;
        let id = ours.fed.collectivity(&handle(&theirs)).await.unwrap();
        actions::abroad::propose_recognition(&ours.app, Town::machine(), id).await.unwrap();
        Town::settle(&[&ours, &theirs]).await;
        answer(&theirs, &ours, false).await;
        Town::settle(&[&ours, &theirs]).await;
        assert_eq!(states(&ours, &theirs).await, [RecognitionState::Refused]);
        assert_eq!(states(&theirs, &ours).await, [RecognitionState::Refused]);
        for town in [&ours, &theirs] {
            town.wait(SignedDuration::from_mins(1));
        }
        recognise(&ours, &theirs).await;
        assert!(official(&ours, &theirs).await && official(&theirs, &ours).await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_propose_at_once_and_one_answer_is_enough() {
    for (ours, theirs) in towns().await {
        use actions::outside::Outside;
        for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let id = one.fed.collectivity(&handle(other)).await.unwrap();
            actions::abroad::propose_recognition(&one.app, Town::machine(), id).await.unwrap();
        }
        Town::settle(&[&ours, &theirs]).await;
        assert_eq!(states(&ours, &theirs).await.len(), 2);
        assert!(!official(&ours, &theirs).await && !official(&theirs, &ours).await, "nobody answered yet");
        let mut here = ours.somebody("Ana", Role::Administrator).await;
        let (page, exchange) = asked(&mut here).await;
        press(&mut here, &page, &[("act", "accept"), ("verified", "on"), ("exchange", &exchange)]).await;
        Town::settle(&[&ours, &theirs]).await;
        assert!(official(&ours, &theirs).await && official(&theirs, &ours).await);
        // Withdrawing takes back everything, the proposal that was never answered too.
        press(&mut here, &page, &[("act", "withdraw")]).await;
        Town::settle(&[&ours, &theirs]).await;
        for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
            assert_eq!(states(one, other).await, [RecognitionState::Ended, RecognitionState::Ended]);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_side_is_down_for_days() {
    for (ours, theirs) in towns().await {
        use actions::outside::Outside;
        let id = ours.fed.collectivity(&handle(&theirs)).await.unwrap();
        let pass = |days: i64| {
            for town in [&ours, &theirs] {
                town.wait(SignedDuration::from_hours(24 * days));
            }
        };
        theirs.go_down();
        actions::abroad::propose_recognition(&ours.app, Town::machine(), id).await.unwrap();
        for _ in 0..9 {
            Town::settle(&[&ours]).await;
            pass(1);
        }
        theirs.come_back();
        pass(2);
        Town::settle(&[&ours, &theirs]).await;
        answer(&theirs, &ours, true).await;
        // Now the one that proposed is down, and the other takes it back meanwhile: nobody is official when it comes back.
        ours.go_down();
        Town::settle(&[&theirs]).await;
        let them = known(&theirs, &ours).await.unwrap();
        actions::abroad::withdraw_recognition(&theirs.app, Town::machine(), them.to()).await.unwrap();
        for _ in 0..5 {
            Town::settle(&[&theirs]).await;
            pass(2);
        }
        ours.come_back();
        pass(2);
        Town::settle(&[&ours, &theirs]).await;
        assert_eq!(states(&ours, &theirs).await, [RecognitionState::Ended]);
        assert_eq!(states(&theirs, &ours).await, [RecognitionState::Ended]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_was_lost_is_given_again() {
    for (ours, theirs) in towns().await {
        use actions::outside::Outside;
        let id = ours.fed.collectivity(&handle(&theirs)).await.unwrap();
        let propose = || actions::abroad::propose_recognition(&ours.app, Town::machine(), id);
        propose().await.unwrap();
        Town::settle(&[&ours, &theirs]).await;
        answer(&theirs, &ours, true).await;
        ours.go_down();
        // Longer than anything is sent again.
        for _ in 0..20 {
            Town::settle(&[&theirs]).await;
            ours.wait(SignedDuration::from_hours(24));
            theirs.wait(SignedDuration::from_hours(24));
        }
        ours.come_back();
        // As the worker does now and then: what expired is given up.
        actions::abroad::sweep(&theirs.app).await.unwrap();
        Town::settle(&[&ours, &theirs]).await;
        assert_eq!((official(&ours, &theirs).await, official(&theirs, &ours).await), (false, true));
        propose().await.unwrap();
        Town::settle(&[&ours, &theirs]).await;
        assert!(official(&ours, &theirs).await && official(&theirs, &ours).await);
        assert_eq!(states(&theirs, &ours).await, [RecognitionState::Official], "the same exchange");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proposal_signed_with_a_key_of_yesterday_is_sent_again() {
    for (ours, theirs) in towns().await {
        use actions::outside::Outside;
        let id = ours.fed.collectivity(&handle(&theirs)).await.unwrap();
        let propose = || actions::abroad::propose_recognition(&ours.app, Town::machine(), id);
        theirs.go_down();
        propose().await.unwrap();
        Town::settle(&[&ours]).await;
        // The key changes while the proposal waits: its proof does not fit any more.
        let us = ours.app.instance().await.unwrap().collectivity_id;
        ours.fed.rotate_keys(us.to()).await.unwrap();
        theirs.come_back();
        for _ in 0..6 {
            for town in [&ours, &theirs] {
                town.wait(SignedDuration::from_hours(25));
            }
            Town::settle(&[&ours, &theirs]).await;
        }
        assert_eq!(states(&theirs, &ours).await, []);
        propose().await.unwrap();
        Town::settle(&[&ours, &theirs]).await;
        answer(&theirs, &ours, true).await;
        Town::settle(&[&ours, &theirs]).await;
        assert!(official(&ours, &theirs).await && official(&theirs, &ours).await);
        // What was signed stays so when keys change later.
        theirs.fed.rotate_keys(theirs.app.instance().await.unwrap().collectivity_id.to()).await.unwrap();
        assert!(official(&ours, &theirs).await);
        let statement = ours.app.store.read(move |db| trust::statement(db, Uid::of(id))).await.unwrap().unwrap();
        assert!(statement.contains("eddsa-jcs-2022") && statement.contains("59009"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_network_of_territories_a_recognition_is_an_entry_on_the_list() {
    use actions::outside::Outside;
    use parvis::config::{Config, FederationMode, FederationSettings};
    for (ours, theirs) in towns().await {
        let mode = FederationMode::Territories;
        let settings = FederationSettings { mode, allow_private_networks: true, ..Config::default().federation };
        let door = parvis::house::federation(&ours.app, &settings).unwrap();
        let host = theirs.app.links.origin().trim_start_matches("http://").to_owned();
        let allowed = async || {
            door.policy.forget();
            door.policy.allows(&ours.app, &host).await.unwrap()
        };
        assert!(!allowed().await);
        assert!(door.collectivity(&handle(&theirs)).await.is_err(), "nobody is asked who is not on the list");
        let id = ours.fed.collectivity(&handle(&theirs)).await.unwrap();
        actions::abroad::propose_recognition(&ours.app, Town::machine(), id).await.unwrap();
        assert!(allowed().await, "the answer must be able to come");
        Town::settle(&[&ours, &theirs]).await;
        answer(&theirs, &ours, true).await;
        Town::settle(&[&ours, &theirs]).await;
        assert!(allowed().await && official(&ours, &theirs).await);
        let block = store::peers::HostRule::Blocked;
        actions::abroad::rule(&ours.app, Town::machine(), &host, block, "").await.unwrap();
        assert!(!allowed().await && !official(&ours, &theirs).await);
        actions::abroad::unrule(&ours.app, Town::machine(), &host).await.unwrap();
        assert!(allowed().await && official(&ours, &theirs).await);
        theirs.go_down();
        actions::abroad::withdraw_recognition(&ours.app, Town::machine(), id).await.unwrap();
        Town::settle(&[&ours]).await;
        assert!(allowed().await, "its end must be able to leave");
        theirs.come_back();
        for town in [&ours, &theirs] {
            town.wait(SignedDuration::from_hours(1));
        }
        Town::settle(&[&ours, &theirs]).await;
        assert!(!allowed().await && !official(&theirs, &ours).await);
    }
}
