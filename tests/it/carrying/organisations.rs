//! Organisations take part in a consultation that several territories carry: as themselves, through the usual way.

use actions::organisations::{self, OrganisationForm};
use domain::actor::Viewer;
use domain::id::ActorId;
use rig::Town;
use store::Uid;

use super::{all_carry, propose, reply, somebody, there, threes};

/// An organisation of this town that `viewer` looks after; with its handle.
async fn organisation(town: &Town, viewer: Viewer, email: &str, (name, abroad): (&str, bool)) -> (ActorId, String) {
    let form =
        OrganisationForm { kind: "association".to_owned(), name: name.to_owned(), publish_abroad: abroad, ..OrganisationForm::default() };
    let handle = organisations::open(&town.app, Town::machine(), &form, email).await.unwrap();
    let known = handle.clone();
    let id = town.app.store.read(move |db| store::actors::find_local(db, &known)).await.unwrap().unwrap().id.to();
    organisations::join(&town.app, viewer, id).await.unwrap();
    (id, handle)
}

async fn author(town: &Town, id: Uid) -> store::actors::Actor {
    town.app.store.read(move |db| store::actors::find(db, id)).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organisation_of_one_territory_is_read_as_itself_in_all() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let bo = somebody(&bry, "Bo", "bo@example.org", false).await;
        let (haies, handle) = organisation(&ars, ana, "ana@example.org", ("Les Haies", true)).await;
        let (quiet, _) = organisation(&bry, bo, "bo@example.org", ("Les Discrets", false)).await;
        let towns = [&state, &ars, &bry];
        let hedge = propose(&ars, ana.in_the_name_of(haies), "eau", "Une haie au bord de l’eau").await;
        let well = propose(&bry, bo.in_the_name_of(quiet), "notre-eau", "Un puits couvert").await;
        Town::settle(&towns).await;
        let copy = there(&state, &ars, hedge).await.expect("the proposal at the organiser");
        let by = author(&state, copy.author_id.unwrap()).await;
        assert_eq!((by.kind.as_str(), by.username.as_str(), by.display_name.as_str()), ("organization", handle.as_str(), "Les Haies"));
        let page = state.visitor().see(&format!("/c/eau/p/{}", copy.id.0)).await;
        page.says("Les Haies").keeps_quiet_about("Ana");
        let map = state.visitor().see("/c/eau/stakeholders").await;
        map.says("Les Haies").says("1 contribution").says("1 organisation");
        // What an organisation said that does not want to be named elsewhere came without its name: it is no stakeholder there.
        let copy = there(&state, &bry, well).await.expect("the other proposal");
        assert_eq!(author(&state, copy.author_id.unwrap()).await.username, "collectivite");
        assert!(!copy.body.contains("Discrets") && !map.body.contains("Discrets"), "{}", copy.body);
        bry.visitor().see("/c/notre-eau/stakeholders").await.says("Les Discrets").says("Les Haies").says("2 organisations");
        // It answers at another carrier through its own home.
        let copy = there(&ars, &bry, well).await.expect("the other proposal at the carrier");
        let answer = reply(&ars, ana.in_the_name_of(haies), copy.id.to(), "Nous le planterons autour.").await;
        Town::settle(&towns).await;
        for town in [&state, &bry] {
            let said = there(town, &ars, answer).await.expect("the reply");
            assert_eq!(author(town, said.author_id.unwrap()).await.display_name, "Les Haies");
        }
        state.visitor().see("/c/eau/stakeholders").await.says("2 contributions");
    }
}
