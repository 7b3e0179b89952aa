//! Reports made and followed with an account of another server: told by a message that nobody else reads.

use domain::actor::{Role, Viewer};
use domain::lang::Lang;
use domain::street::ReportState;
use rig::home::{Home, Manner};
use rig::{Citizen, Stranger, Town, on_both_databases};
use serde_json::{Value, json};

use super::groups::{arranged, deed, follows, made};
use super::report;
use crate::fediverse_sign_in::signs_in;

/// What somebody of the other server was written, as it is read, oldest first.
fn messages(home: &Home, name: &str) -> Vec<String> {
    let to = json!([home.account(name)]);
    let own: Vec<Value> = home.received().into_iter().filter(|activity| activity["type"] == "Create" && activity["to"] == to).collect();
    own.iter().map(|activity| activity["object"]["content"].as_str().unwrap().to_owned()).collect()
}

/// Somebody of the other server, signed in here.
async fn from_elsewhere(town: &Town, home: &Home, name: &str) -> Citizen {
    let mut browser = town.visitor();
    assert_eq!(signs_in(&mut browser, home, name).await.status, 303);
    browser
}

/// How many follow the first report: people of here, and of other servers.
async fn followers(town: &Town) -> (i32, i64) {
    let read = town.app.store.read(|db| {
        let report = store::street::numbered(db, 1)?.unwrap();
        Ok::<_, store::Error>((report.followers, store::street::followers::count_guests(db, report.id)?))
    });
    read.await.unwrap()
}

on_both_databases! {
    async fn whoever_follows_from_elsewhere_is_told_what_people_of_here_are(town: Town) {
        let mut agent = arranged(&town).await;
        town.consultation("parc").await;
        let home = Home::start(Manner::Usual).await;
        let mut ana = town.citizen("Ana Canari").await;
        made(&town, &mut ana, &[]).await;
        let mut bo = from_elsewhere(&town, &home, "bo").await;
        // Nobody asks them for an address.
        bo.see("/street/1").await.keeps_quiet_about("name=\"email\"");
        assert_eq!(bo.post("/street/1", "/street/1/follow", &[]).await.status, 303);
        assert_eq!(followers(&town).await, (1, 1), "counted apart");
        agent.see("/admin/street/1").await.says("Personnes d’autres serveurs qui suivent");
        assert!(messages(&home, "bo").is_empty());
        deed(&town, &mut agent, "/admin/street/1", &[("next", "in_progress"), ("words", "Une équipe <passe> jeudi."), ("category", "voirie")]).await;
        let told = messages(&home, "bo");
        assert_eq!(told.len(), 1, "{told:?}");
        let first = &told[0];
        assert!(first.contains("pris en charge") && first.contains("n° 1") && first.contains("En cours") && first.contains("&lt;passe&gt; jeudi"), "{first}");
        assert!(!first.contains("Tilleuls") && !first.contains("Canari") && !first.contains("Un trou"), "{first}");
        // A note among agents says nothing.
        deed(&town, &mut agent, "/admin/street/1", &[("next", "in_progress"), ("note", "Chercher la plaque."), ("category", "voirie")]).await;
        assert_eq!(messages(&home, "bo").len(), 1);
        // Their own data say so, and nobody else's.
        bo.see("/account/export").await.says("/street/1");
        // The page that the message leads to stops it, for whoever has it.
        let at = first.find("/street/mail/").unwrap();
        let page: String = first[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c)).collect();
        let mut stranger = town.visitor();
        stranger.see(&page).await.says("jeudi");
        assert_eq!(stranger.post(&page, &format!("{page}/stop"), &[]).await.status, 303);
        assert_eq!(followers(&town).await, (1, 0));
        deed(&town, &mut agent, "/admin/street/1", &[("next", "resolved"), ("words", "Rebouché."), ("category", "voirie")]).await;
        assert_eq!(messages(&home, "bo").len(), 1, "who stopped hears nothing more");
    }
}

on_both_databases! {
    async fn somebody_of_another_server_reports_and_is_told(town: Town) {
        let mut agent = arranged(&town).await;
        town.consultation("parc").await;
        let home = Home::start(Manner::Usual).await;
        let mut bo = from_elsewhere(&town, &home, "bo").await;
        let answer = report(&town, &mut bo, &[], None).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/street/1?done=street-made"), "{}", answer.text());
        Town::settle(&[&town]).await;
        // It counts at once: the account was proven. Agents read whose it is, nobody else does.
        agent.see("/admin/street/1").await.says("@bo@");
        town.visitor().see("/street/1").await.says("Un trou profond").keeps_quiet_about("@bo@");
        let told = messages(&home, "bo");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("entre les mains des agents"), "{told:?}");
        // Put together with another one: told of the other from then on.
        let mut ana = town.citizen("Ana Canari").await;
        made(&town, &mut ana, &[("body", "Le même trou, devant le 12.")]).await;
        deed(&town, &mut agent, "/admin/street/1/merge", &[("same_as", "2")]).await;
        let told = messages(&home, "bo");
        assert!(told.len() == 2 && told[1].contains("déjà") && told[1].contains("n° 2"), "{told:?}");
        let state = town.app.store.read(|db| store::street::numbered(db, 1)).await.unwrap().unwrap().state().unwrap();
        assert_eq!(state, ReportState::Duplicate);
        // Forgotten here, they hear nothing more, and are counted no more.
        let form = "/account/delete";
        assert_eq!(bo.post(form, form, &[("remains", "withdraw")]).await.status, 303);
        let row = town.app.store.read(|db| store::street::numbered(db, 2)).await.unwrap().unwrap();
        assert_eq!(row.followers, 1);
        let before = messages(&home, "bo").len();
        assert_eq!(agent.post("/admin/street/2", "/admin/street/2", &[("next", "resolved"), ("category", "voirie")]).await.status, 303);
        Town::settle(&[&town]).await;
        assert_eq!(messages(&home, "bo").len(), before);
    }
}

on_both_databases! {
    async fn who_deletes_their_account_there_follows_nothing_here(town: Town) {
        let mut agent = arranged(&town).await;
        let mut ana = town.citizen("Ana Canari").await;
        made(&town, &mut ana, &[]).await;
        let far = Stranger::start().await;
        let mut actors = Vec::new();
        for name in ["bo", "cai"] {
            let signer = far.person(name);
            assert_eq!(follows(&town, &far, (&signer, name), "signalements_voirie").await, 202);
            let uri = far.at(&format!("/users/{name}"));
            let actor = town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().unwrap();
            actions::street::follow(&town.app, Viewer::signed_in(actor.to(), Role::Remote), 1, Lang::Fr).await.unwrap();
            actors.push(signer);
        }
        assert_eq!(followers(&town).await, (1, 2));
        let bo = &actors[0];
        let uri = far.at("/users/bo");
        let gone = json!({ "@context": "https://www.w3.org/ns/activitystreams", "type": "Delete", "id": format!("{uri}#gone"), "actor": uri, "object": uri });
        assert_eq!(far.post(&town, bo, &gone).await.status, 202);
        Town::settle(&[&town]).await;
        assert_eq!(followers(&town).await, (1, 1));
        deed(&town, &mut agent, "/admin/street/1", &[("next", "resolved"), ("words", "Rebouché."), ("category", "voirie")]).await;
        let told = |name: &str| {
            let to = json!([far.at(&format!("/users/{name}"))]);
            far.received().into_iter().filter(|activity| activity["type"] == "Create" && activity["to"] == to).count()
        };
        assert_eq!((told("bo"), told("cai")), (0, 1));
    }
}

on_both_databases! {
    async fn a_barred_guest_is_written_to_no_more_until_they_are_heard_again(town: Town) {
        let mut agent = arranged(&town).await;
        town.consultation("parc").await;
        let consultation = town.app.store.read(|db| store::consultations::by_slug(db, "parc")).await.unwrap().unwrap().id;
        let home = Home::start(Manner::Usual).await;
        let mut ana = town.citizen("Ana Canari").await;
        made(&town, &mut ana, &[]).await;
        for name in ["bo", "cai"] {
            let mut guest = from_elsewhere(&town, &home, name).await;
            assert_eq!(guest.post("/street/1", "/street/1/follow", &[]).await.status, 303);
        }
        let uri = home.account("bo");
        let bo = town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().unwrap();
        let new = store::barriers::Barred { actor_id: bo, consultation_id: consultation, made_by: None, made_at: store::At(town.now()) };
        assert!(town.app.store.write(move |db| store::barriers::bar(db, new)).await.unwrap());
        deed(&town, &mut agent, "/admin/street/1", &[("next", "in_progress"), ("words", "Une équipe passe jeudi."), ("category", "voirie")]).await;
        assert_eq!((messages(&home, "bo").len(), messages(&home, "cai").len()), (0, 1));
        assert!(town.app.store.write(move |db| store::barriers::unbar(db, bo)).await.unwrap());
        deed(&town, &mut agent, "/admin/street/1", &[("next", "resolved"), ("words", "Rebouché."), ("category", "voirie")]).await;
        assert_eq!((messages(&home, "bo").len(), messages(&home, "cai").len()), (1, 2));
        assert!(messages(&home, "bo")[0].contains("Rebouché"), "what happened meanwhile is not sent afterwards");
    }
}
