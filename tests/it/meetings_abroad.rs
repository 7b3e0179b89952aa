//! Meetings on the fediverse: what leaves of them, in Mobilizon's shape, and who comes from elsewhere by `Join`.

use actions::meetings::{self, MeetingForm};
use domain::id::MeetingId;
use federation::signature::Signer;
use jiff::ToSpan;
use rig::{Town, on_both_databases};
use serde_json::{Value, json};
use store::Uid;

use crate::effects::scene::{Scene, activity_at, sent};

/// A meeting in ten days with so many places, published.
pub(crate) async fn published(scene: &Scene, slug: Option<&str>, places: &str) -> MeetingId {
    let app = &scene.town.app;
    let zone = app.time_zone().await.unwrap();
    let day = (app.now().to_zoned(zone) + 10.days()).date();
    let form = MeetingForm {
        title: "Atelier du parc".into(),
        body: "Venez **dessiner** le parc.".into(),
        kind: "hybrid".into(),
        venue: "Salle Rameau".into(),
        address: "29 rue de la Martinière".into(),
        latitude: "45.7676".into(),
        longitude: "4".into(),
        link: "https://visio.example/parc-kanari".into(),
        link_is_private: true,
        begins_at: format!("{day}T18:30"),
        ends_at: format!("{day}T20:30"),
        by_registration: true,
        places: places.into(),
        ..MeetingForm::default()
    };
    let id = meetings::prepare(app, Town::machine(), slug, &form).await.unwrap();
    meetings::publish(app, Town::machine(), id).await.unwrap();
    scene.settle().await;
    id
}

/// A meeting with everything private in it that a meeting has, all with this mark; gives its id and the secrets that were drawn.
pub(crate) async fn private(town: &Town, mark: &str) -> (MeetingId, Vec<String>) {
    let (app, machine) = (&town.app, Town::machine());
    let zone = app.time_zone().await.unwrap();
    let day = (app.now().to_zoned(zone) + 10.days()).date();
    let form = MeetingForm {
        title: "Atelier des bancs".into(),
        kind: "online".into(),
        link: format!("https://visio.example/{mark}"),
        link_is_private: true,
        begins_at: format!("{day}T18:30"),
        ends_at: format!("{day}T20:30"),
        by_registration: true,
        places: "1".into(),
        ..MeetingForm::default()
    };
    let id = meetings::prepare(app, machine, Some("place"), &form).await.unwrap();
    meetings::publish(app, machine, id).await.unwrap();
    let mut secrets = Vec::new();
    for name in ["une", "deux"] {
        let email = format!("{mark}-{name}@example.net");
        meetings::ask(app, id, &email, &format!("{mark} {name}"), domain::lang::Lang::Fr).await.unwrap();
        let link = town.latest_link(&email).await;
        let key = link.rsplit('/').next().unwrap().to_owned();
        meetings::confirm(app, id, &key).await.unwrap();
        secrets.push(key);
    }
    let rows = app.store.read(move |db| store::registrations::page(db, Uid::of(id), 0, 50)).await.unwrap().0;
    secrets.extend(rows.into_iter().map(|known| known.row.code));
    (id, secrets)
}

/// `Join` as Mobilizon says it.
fn join(scene: &Scene, name: &str, id: MeetingId) -> Value {
    let mut activity = scene.activity(name, "Join", &format!("join-{name}"), scene.town.app.links.object(id));
    activity["participationMessage"] = json!("kanari : nous venons à deux");
    activity
}

pub(crate) async fn joins(scene: &Scene, name: &str, id: MeetingId) -> (Signer, u16) {
    let signer = scene.far.person(name);
    let status = scene.post(&signer, &join(scene, name, id)).await;
    scene.settle().await;
    (signer, status)
}

/// What was answered to the `Join` of somebody.
fn answers(scene: &Scene, kind: &str, name: &str) -> usize {
    let of = scene.far.at(&format!("/activities/join-{name}"));
    sent(&scene.far, kind).iter().filter(|answer| answer["object"]["id"] == json!(of)).count()
}

async fn states(scene: &Scene, id: MeetingId) -> Vec<String> {
    let rows = scene.town.app.store.read(move |db| store::registrations::page(db, Uid::of(id), 0, 50)).await.unwrap().0;
    rows.into_iter().map(|known| known.row.state).collect()
}

on_both_databases! {
    async fn a_meeting_leaves_as_mobilizon_reads_it(town: Town) {
        let scene = Scene::set(town).await;
        scene.follower(&scene.far, "bo", "lemmy").await;
        let id = published(&scene, Some("parc"), "30").await;
        let document: Value = serde_json::from_str(&activity_at(&scene.town, &format!("/objects/{id}")).await.body).unwrap();
        let expected = [
            ("/type", json!("Event")), ("/name", json!("Atelier du parc")), ("/startTime", json!("2026-03-12T18:30:00+01:00")),
            ("/endTime", json!("2026-03-12T20:30:00+01:00")), ("/timezone", json!("Europe/Paris")), ("/joinMode", json!("free")),
            ("/status", json!("CONFIRMED")), ("/category", json!("MEETING")), ("/maximumAttendeeCapacity", json!(30)),
            ("/remainingAttendeeCapacity", json!(30)), ("/location/type", json!("Place")), ("/location/name", json!("Salle Rameau")),
            ("/location/address/streetAddress", json!("29 rue de la Martinière")), ("/location/latitude", json!(45.7676)),
            ("/inLanguage", json!("fr")), ("/commentsEnabled", json!(false)), ("/isOnline", json!(false)),
            ("/summary", json!("2026-03-12 18:30 – 20:30 · Salle Rameau, 29 rue de la Martinière")),
            ("/attributedTo", json!(scene.town.app.links.actor("collectivite"))), ("/audience", json!(scene.group())),
        ];
        for (path, value) in expected {
            assert_eq!(document.pointer(path), Some(&value), "{path}: {document}");
        }
        assert!(document.to_string().contains("\"longitude\":4.0"), "Mobilizon wants a number with a fraction");
        assert!(!document.to_string().contains("kanari"), "the link is for those who come");
        let page = scene.town.visitor().get(&format!("/objects/{id}")).await;
        assert_eq!(page.location(), format!("/meetings/{id}"));
        let announced = sent(&scene.far, "Announce");
        assert!(announced.iter().any(|passed| passed["object"]["object"]["type"] == "Event"), "{announced:?}");

        // What changes is told, and that it is called off.
        meetings::cancel(&scene.town.app, Town::machine(), id, "La salle est inondée.").await.unwrap();
        scene.settle().await;
        let told = sent(&scene.far, "Announce");
        let cancelled = told.iter().any(|passed| passed["object"]["type"] == "Update" && passed["object"]["object"]["status"] == "CANCELLED");
        assert!(cancelled, "{told:?}");
    }
}

on_both_databases! {
    async fn people_of_other_servers_come_and_wait_and_stay_away(town: Town) {
        let scene = Scene::set(town).await;
        let id = published(&scene, None, "1").await;
        let (bo, status) = joins(&scene, "bo", id).await;
        assert_eq!((status, answers(&scene, "Accept", "bo")), (202, 1));
        // Again: nothing more happens, under the same id or another.
        assert_eq!(scene.post(&bo, &join(&scene, "bo", id)).await, 202);
        let (cai, status) = joins(&scene, "cai", id).await;
        assert_eq!((status, answers(&scene, "Accept", "cai"), answers(&scene, "Reject", "cai")), (202, 0, 0), "who waits hears nothing yet");
        assert_eq!(states(&scene, id).await, ["registered", "waiting"]);

        // Bo leaves as Mobilizon says it: Cai moves up and hears it.
        let leave = scene.activity("bo", "Leave", "leave-bo", scene.town.app.links.object(id));
        assert_eq!(scene.post(&bo, &leave).await, 202);
        scene.settle().await;
        assert_eq!((answers(&scene, "Accept", "cai"), answers(&scene, "Reject", "bo")), (1, 0), "who leaves is not sent away");
        assert_eq!(states(&scene, id).await, ["cancelled", "registered"]);

        // Cai takes the Join back instead.
        let undo = scene.activity("cai", "Undo", "undo-cai", join(&scene, "cai", id));
        assert_eq!(scene.post(&cai, &undo).await, 202);
        assert_eq!(states(&scene, id).await, ["cancelled", "cancelled"]);

        // An agent frees the place of somebody: they hear it.
        let (_, status) = joins(&scene, "dot", id).await;
        assert_eq!((status, answers(&scene, "Accept", "dot")), (202, 1));
        let row = scene.town.app.store.read(move |db| store::registrations::page(db, Uid::of(id), 0, 50)).await.unwrap().0.pop().unwrap();
        meetings::give_back(&scene.town.app, Town::machine(), id, row.row.id.to()).await.unwrap();
        scene.settle().await;
        assert_eq!(answers(&scene, "Reject", "dot"), 1);

        // Called off: no, at once.
        meetings::cancel(&scene.town.app, Town::machine(), id, "La salle est inondée.").await.unwrap();
        let (_, status) = joins(&scene, "eve", id).await;
        assert_eq!((status, answers(&scene, "Reject", "eve")), (202, 1));
        // What does not exist is nobody's business.
        let nothing = scene.activity("eve", "Join", "join-nothing", scene.town.app.links.object(uuid::Uuid::nil()));
        assert_ne!(scene.post(&scene.far.person("eve"), &nothing).await, 500);
    }
}

on_both_databases! {
    async fn who_deletes_their_account_elsewhere_gives_their_place_back(town: Town) {
        let scene = Scene::set(town).await;
        let id = published(&scene, None, "1").await;
        let (bo, status) = joins(&scene, "bo", id).await;
        assert_eq!(status, 202);
        meetings::register(&scene.town.app, scene.ana, id, domain::lang::Lang::Fr).await.unwrap();
        assert_eq!(states(&scene, id).await, ["registered", "waiting"]);
        let gone = scene.activity("bo", "Delete", "gone-bo", scene.far.at("/users/bo"));
        assert_eq!(scene.post(&bo, &gone).await, 202);
        scene.settle().await;
        assert_eq!(states(&scene, id).await, ["registered"], "nothing of Bo stays, and Ana moved up");
        let letters = scene.town.letters().await;
        assert!(letters.iter().any(|letter| letter.contains("ana@example.org") && letter.contains("Une place s")), "{letters:?}");
    }
}

on_both_databases! {
    async fn nothing_of_who_comes_leaves_and_what_stays_here_is_not_there(town: Town) {
        let scene = Scene::set(town).await;
        scene.follower(&scene.far, "bo", "lemmy").await;
        let id = published(&scene, Some("parc"), "").await;
        meetings::ask(&scene.town.app, id, "kanari@example.net", "Kanari Nom", domain::lang::Lang::Fr).await.unwrap();
        let link = scene.town.latest_link("kanari@example.net").await;
        let key = link.rsplit('/').next().unwrap().to_owned();
        meetings::confirm(&scene.town.app, id, &key).await.unwrap();
        meetings::register(&scene.town.app, scene.ana, id, domain::lang::Lang::Fr).await.unwrap();
        let (_, status) = joins(&scene, "cai", id).await;
        assert_eq!(status, 202);
        let far: String = scene.far.asked().iter().map(|asked| format!("{} {} {}\n", asked.method, asked.path, asked.body)).collect();
        let document = activity_at(&scene.town, &format!("/objects/{id}")).await.body;
        for (what, text) in [("what was sent", far), ("the document", document), ("the calendar", scene.town.visitor().see(&format!("/meetings/{id}/calendar.ics")).await.body), ("the page", scene.town.visitor().see(&format!("/meetings/{id}")).await.body)] {
            let text = text.to_lowercase();
            assert!(!text.contains("kanari") && !text.contains(&key.to_lowercase()), "{what}: {text}");
        }
        // A consultation that stays here has no meetings for others, also those that had left.
        actions::consultations::set_reach(&scene.town.app, Town::machine(), "parc", domain::reach::Reach::Here).await.unwrap();
        scene.settle().await;
        let status = activity_at(&scene.town, &format!("/objects/{id}")).await.status;
        assert!(status == 410 || status == 404, "{status}");
        let gone = sent(&scene.far, "Delete").into_iter().chain(sent(&scene.far, "Announce"));
        let object = scene.town.app.links.object(id);
        assert!(gone.into_iter().any(|activity| activity.to_string().contains("Tombstone") && activity.to_string().contains(&object)), "taken back");
        let came = states(&scene, id).await;
        joins(&scene, "dot", id).await;
        assert_eq!((answers(&scene, "Accept", "dot"), states(&scene, id).await), (0, came));
        scene.town.visitor().see(&format!("/meetings/{id}")).await.says("Atelier du parc");
    }
}

on_both_databases! {
    async fn meetings_of_others_say_when_and_where(town: Town) {
        let scene = Scene::set(town).await;
        let (_, lea) = scene.follows("lea").await;
        let fixture = include_str!("../fixtures/mobilizon/create_event.json");
        let said = fixture.replace("https://mobilizon.example/@lea", &scene.far.at("/users/lea")).replace("https://mobilizon.example", &scene.far.origin);
        let said: Value = serde_json::from_str(&said).unwrap();
        assert_eq!(scene.post(&lea, &said).await, 202);
        let page = scene.town.visitor().see("/network").await;
        page.says("Réunion publique").says("2026-10-02 18:30 – 20:30 · Salle Rameau, 29 rue de la Martinière, Lyon.").keeps_quiet_about("annulée");
        let mut cancelled = said.clone();
        cancelled["id"] = json!(scene.far.at("/events/1f/cancelled"));
        cancelled["type"] = json!("Update");
        cancelled["object"]["status"] = json!("CANCELLED");
        cancelled["object"]["updated"] = json!("2026-09-21T09:00:00Z");
        assert_eq!(scene.post(&lea, &cancelled).await, 202);
        scene.town.visitor().see("/network").await.says("Réunion annulée");
    }
}
