//! What is private of the people of a territory reaches no other one: they live in one town with the mark of the canary in their private fields, and
//! no column of the databases of the other towns holds it. What left of somebody with their consent is gone there when they are forgotten at home.

use actions::accounts::Remains;
use actions::organisations::{self, OrganisationForm};
use domain::actor::{Role, Viewer};
use jiff::SignedDuration;
use rig::Town;

use crate::canary_abroad::{self, MARK};
use crate::carrying::{all_carry, host, propose, reply, there, threes};
use crate::street::{between, report};
use crate::two_towns::both;

/// The columns of a town's database in which this stands.
async fn columns_with(town: &Town, letters: &'static str) -> Vec<String> {
    town.app.store.read(move |db| store::testing::columns_with(db, letters)).await.unwrap()
}

async fn quiet(town: &Town, who: &str) {
    assert_eq!(columns_with(town, MARK).await, Vec::<String>::new(), "at {who}");
}

/// Prunelle, whose address holds the mark and who agrees that her name leaves, which is not her handle.
async fn prunelle(town: &Town) -> Viewer {
    drop(canary_abroad::somebody(town, "Prunelle", Role::Citizen).await);
    let viewer = town.viewer("kanari-prunelle@example.org").await;
    town.agrees(viewer, "Noemie Caillou").await;
    viewer
}

/// Time passes, and what is due is done.
async fn pass(towns: &[&Town], minutes: i64) {
    towns.iter().for_each(|town| town.wait(SignedDuration::from_mins(minutes)));
    Town::settle(towns).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_carried_consultation_nothing_private_leaves_and_who_is_forgotten_is_forgotten_everywhere() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let prune = prunelle(&ars).await;
        // Zoe does not agree: her name is public at home, and nowhere else.
        let mut at_home = ars.citizen("Zoe Kanari").await;
        let zoe = ars.viewer("zoe.kanari@example.org").await;
        let bench = propose(&ars, prune, "eau", "Un banc à l’ombre").await;
        let tap = propose(&ars, zoe, "eau", "Un robinet public").await;
        reply(&ars, zoe, bench, "Deux bancs, c’est mieux.").await;
        Town::settle(&towns).await;
        actions::contributions::support(&ars.app, zoe, bench).await.unwrap();
        actions::contributions::support(&ars.app, prune, tap).await.unwrap();
        let page = format!("/c/eau/p/{bench}");
        let note = format!("{MARK} dans un signalement");
        let told = at_home.post(&page, &format!("{page}/report"), &[("reason", "other"), ("note", &note)]).await;
        assert_eq!(told.status, 303, "{}", told.text());
        pass(&towns, 16).await;
        at_home.see(&page).await.says("Noemie Caillou").says("Zoe Kanari");
        for town in [&state, &bry] {
            for id in [bench, tap] {
                assert!(there(town, &ars, id).await.is_some(), "{id} has come");
            }
            quiet(town, &host(town)).await;
            assert!(!columns_with(town, "caillou").await.is_empty(), "who agreed is named");
        }
        actions::accounts::erase(&ars.app, prune, "kanari-prunelle@example.org", Remains::Keep).await.unwrap();
        pass(&towns, 16).await;
        for town in [&state, &bry] {
            // The address of the account stays, as that of somebody who is gone: what comes late is not believed.
            let left = columns_with(town, "caillou").await;
            assert_eq!(left, Vec::<String>::new(), "at {}", host(town));
            let text = there(town, &ars, tap).await.unwrap();
            assert!(text.withdrawn_at.is_none(), "what others wrote stands");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_travels_without_whoever_made_it() {
    for (commune, metropole) in both().await {
        let (mut here, _there, _ana) = between::scene((&commune, &metropole)).await;
        let (email, name) = (format!("{MARK}-passante@example.org"), format!("Une {MARK}"));
        let made = report(&commune, &mut commune.visitor(), &[("email", &email), ("name", &name)], None).await;
        assert_eq!(made.status, 303, "{}", made.text());
        let link = commune.latest_link(&email).await;
        commune.visitor().post(&link, &link, &[]).await;
        Town::settle(&[&commune, &metropole]).await;
        let note = [("next", "forwarded"), ("note", "kanari, pour nous seuls"), ("category", "voirie")];
        here.post("/admin/street/1", "/admin/street/1", &note).await;
        Town::settle(&[&commune, &metropole]).await;
        metropole.visitor().see("/street/1").await.says("Un trou profond");
        quiet(&metropole, "the métropole").await;
        assert!(!columns_with(&commune, MARK).await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_accreditation_names_no_member() {
    for (commune, state) in both().await {
        drop(canary_abroad::somebody(&commune, "Kanari Ana", Role::Citizen).await);
        let email = "kanari-kanari.ana@example.org";
        let ana = commune.viewer(email).await;
        let form = OrganisationForm {
            kind: "association".to_owned(),
            name: "Les Haies".to_owned(),
            publish_abroad: true,
            ..OrganisationForm::default()
        };
        let handle = organisations::open(&commune.app, Town::machine(), &form, email).await.unwrap();
        let known = handle.clone();
        let id = commune.app.store.read(move |db| store::actors::find_local(db, &known)).await.unwrap().unwrap().id;
        organisations::join(&commune.app, ana, id.to()).await.unwrap();
        crate::accreditations::offer(&state, &format!("@{handle}@{}", host(&commune)), "partner").await;
        Town::settle(&[&state, &commune]).await;
        let rows = commune.app.store.read(move |db| store::accreditations::received(db, id)).await.unwrap();
        actions::accreditations::answer(&commune.app, ana, rows[0].0.id.0, true).await.unwrap();
        Town::settle(&[&commune, &state]).await;
        let ours = state.app.instance().await.unwrap().collectivity_id;
        let (given, _) = state.app.store.read(move |db| store::accreditations::given(db, ours, 0, 50)).await.unwrap();
        assert_eq!(given[0].0.state, "accepted");
        quiet(&state, "the State").await;
    }
}
