//! The milestones of a commitment through the doors: added, late, reached, taken away, never more than there is room for.

use super::{asked, public, write};
use domain::actor::Role;
use jiff::SignedDuration;
use rig::{Answer, Citizen, Town, on_both_databases};

async fn add(agent: &mut Citizen, desk: &str, title: &str, due: &str) -> Answer {
    agent.post(desk, &format!("{desk}/milestones"), &[("milestone", title), ("due_on", due)]).await
}

async fn reach(agent: &mut Citizen, desk: &str, which: &str, day: &str) -> Answer {
    agent.post(desk, &format!("{desk}/milestones/reach"), &[("which", which), ("reached_on", day)]).await
}

/// The day so many days from now.
fn day(town: &Town, days: i64) -> String {
    let at = town.now() + SignedDuration::from_hours(24 * days);
    at.to_string().split('T').next().unwrap().to_owned()
}

/// The ids of the milestones of a commitment, by their promised days.
async fn ids(town: &Town, desk: &str) -> Vec<String> {
    let id: uuid::Uuid = desk.rsplit('/').next().unwrap().parse().unwrap();
    let read = move |db: &mut store::Db| store::commitments::milestones::of(db, &[store::Uid(id)]);
    town.app.store.read(read).await.unwrap().into_iter().map(|one| one.id.0.to_string()).collect()
}

on_both_databases! {
    async fn milestones_are_planned_late_reached_and_taken_away(town: Town) {
        let (mut agent, _, _) = asked(&town).await;
        let desk = write(&mut agent, "").await;
        let (first, second) = (day(&town, 10), day(&town, 40));
        // They stand by their days, not as they were added.
        assert_eq!(add(&mut agent, &desk, "Les arbres sont plantés", &second).await.status, 303);
        assert_eq!(add(&mut agent, &desk, "Les arbres sont commandés", &first).await.status, 303);
        assert_eq!(town.visitor().get(&public(&desk)).await.status, 404, "a draft is nobody's business");
        assert_eq!(agent.post(&desk, &format!("{desk}/publish"), &[]).await.status, 303);
        let page = town.visitor().see(&public(&desk)).await;
        page.says("Étapes promises").says("Prévue pour le").keeps_quiet_about("En retard depuis");
        assert!(page.body.find("arbres sont commandés").unwrap() < page.body.find("arbres sont plantés").unwrap(), "{}", page.body);
        town.wait(SignedDuration::from_hours(15 * 24));
        let mut agent = town.somebody("Odile", Role::Agent).await;
        town.visitor().see(&public(&desk)).await.says("En retard depuis le").says("5 jours de retard");
        let which = ids(&town, &desk).await;
        // No day, a day to come, no day at all: said beside the field of this milestone, with what was typed.
        for typed in ["", "2999-01-01", "hier"] {
            let answer = reach(&mut agent, &desk, &which[0], typed).await;
            assert_eq!(answer.status, 422, "{typed}");
            assert!(answer.body.contains("id=\"reached_on-error\""), "{typed}: {}", answer.body);
            assert!(answer.body.contains(&format!("id=\"reached_on\" name=\"reached_on\" type=\"date\" value=\"{typed}\"")), "{typed}: {}", answer.body);
        }
        assert_eq!(reach(&mut agent, &desk, &which[0], &day(&town, -1)).await.status, 303);
        let page = town.visitor().see(&public(&desk)).await;
        page.says("Atteinte le").says("4 jours de retard").says("Prévue pour le").keeps_quiet_about("En retard depuis");
        let file = town.visitor().get("/c/place/commitments.csv").await;
        file.says(&format!("{first} | {} | Les arbres sont commandés", day(&town, -1))).says(&format!("{second} | - | Les arbres sont plantés"));
        // The composed report says how many.
        let composed = agent.post("/admin/consultations/place/report", "/admin/consultations/place/report/compose", &[]).await;
        assert_eq!(composed.status, 303, "{}", composed.text());
        agent.see("/admin/consultations/place/report").await.says("Étapes atteintes : 1 sur 2");
        // It was not reached after all; then the other one is taken away, once.
        assert_eq!(reach(&mut agent, &desk, &which[0], "").await.status, 303);
        town.visitor().see(&public(&desk)).await.says("En retard depuis le");
        let remove = format!("{desk}/milestones/remove");
        for expected in [303, 404] {
            assert_eq!(agent.post(&desk, &remove, &[("which", &which[1])]).await.status, expected);
        }
        town.visitor().see(&public(&desk)).await.keeps_quiet_about("Les arbres sont plantés");
        let mut administrator = town.somebody("Boss", Role::Administrator).await;
        administrator.see("/admin/journal").await.says("étape retirée").says("étape atteinte");
        // What is given up expects nothing more.
        let given_up = [("state", "abandoned"), ("progress", "0"), ("words", "Une canalisation passe là.")];
        assert_eq!(agent.post(&desk, &format!("{desk}/progress"), &given_up).await.status, 303);
        town.visitor().see(&public(&desk)).await.says("Non atteinte").keeps_quiet_about("En retard depuis");
    }
}

on_both_databases! {
    async fn a_faulty_milestone_comes_back_and_the_twenty_first_finds_no_room(town: Town) {
        let (mut agent, _, _) = asked(&town).await;
        let desk = write(&mut agent, "").await;
        for (title, due, field) in [("", "2027-01-01", "milestone"), ("Le banc est posé", "", "due_on"), ("Le banc est posé", "demain", "due_on")] {
            let answer = add(&mut agent, &desk, title, due).await;
            assert_eq!(answer.status, 422, "{title} {due}");
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{title} {due}: {}", answer.body);
            for typed in [title, due] {
                assert!(answer.body.contains(&format!("value=\"{typed}\"")), "{typed}: {}", answer.body);
            }
        }
        assert!(ids(&town, &desk).await.is_empty());
        for number in 1..=domain::commitment::MILESTONES_MAX {
            assert_eq!(add(&mut agent, &desk, &format!("Le banc numéro {number} est posé"), "2027-01-01").await.status, 303, "{number}");
        }
        agent.see(&desk).await.says("vingt étapes").keeps_quiet_about("Une étape à ajouter");
        assert_eq!(add(&mut agent, &desk, "Le banc de trop", "2027-01-01").await.status, 409);
        assert_eq!(ids(&town, &desk).await.len(), domain::commitment::MILESTONES_MAX);
        // One of another commitment is not reached by this one's page, and citizens and moderators reach none.
        let other = write(&mut agent, "").await;
        let which = ids(&town, &desk).await.remove(0);
        assert_eq!(reach(&mut agent, &other, &which, "2026-03-01").await.status, 404);
        assert_eq!(agent.post(&other, &format!("{other}/milestones/remove"), &[("which", &which)]).await.status, 404);
        for (role, status) in [(Role::Citizen, 404), (Role::Moderator, 403)] {
            let mut other = town.somebody(&format!("Other {role}"), role).await;
            let answer = other.post("/account", &format!("{desk}/milestones"), &[("milestone", "Un banc à moi"), ("due_on", "2027-01-01")]).await;
            assert_eq!(answer.status, status, "{role}");
        }
        // A draft goes with its milestones.
        assert_eq!(agent.post(&desk, &format!("{desk}/remove"), &[]).await.status, 303);
        assert!(ids(&town, &desk).await.is_empty());
    }
}
