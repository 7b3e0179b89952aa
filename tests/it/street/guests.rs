//! Reports made and followed with an account of another server: told by a message that nobody else reads.

use domain::street::ReportState;
use rig::home::{Home, Manner};
use rig::{Citizen, Town, on_both_databases};
use serde_json::{Value, json};

use super::groups::{arranged, deed, made};
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

/// The number of people who follow the first report, as everybody reads it.
async fn followers(town: &Town) -> i32 {
    town.app.store.read(|db| store::street::numbered(db, 1)).await.unwrap().unwrap().followers
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
        assert_eq!(followers(&town).await, 2);
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
        assert_eq!(followers(&town).await, 1);
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
