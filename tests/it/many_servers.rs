//! Many servers, silent, failing or gone: they cost little, hold up nobody, are forgotten, and who keeps the house sees them (D09, D10, R7).

use std::time::Duration;

use jiff::SignedDuration;
use rig::profile::profile;
use rig::{Stranger, Town, on_both_databases};
use store::follows::FollowState;
use store::{At, Uid};
use tokio::net::TcpListener;

use crate::effects::scene::{Scene, propose, sent};

/// Something that waits 300 days for an inbox.
async fn waiting(town: &Town, inbox: String, host: String) -> (store::activities::Activity, store::deliveries::NewDelivery) {
    let (id, collectivity) = (Uid(town.app.new_id()), town.app.instance().await.unwrap().collectivity_id);
    let (now, late) = (At(town.now()), At(town.now() + SignedDuration::from_hours(24 * 300)));
    let delivery = store::deliveries::NewDelivery {
        activity_id: id,
        actor_id: collectivity,
        object_id: id,
        inbox,
        host,
        state: "ready",
        run_at: late,
        expires_at: late,
        created_at: now,
    };
    let activity = store::activities::Activity {
        id,
        actor_id: collectivity,
        object_id: None,
        kind: "Follow".to_owned(),
        public: false,
        body: "{}".to_owned(),
        created_at: now,
    };
    (activity, delivery)
}

on_both_databases! {
    async fn d09_servers_with_which_nobody_has_to_do_are_forgotten(town: Town) {
        let scene = Scene::set(town).await;
        let (friend, waited) = (Stranger::start().await, Stranger::start().await);
        scene.follower(&friend, "lea", "mastodon").await;
        let (town, now) = (&scene.town, At(scene.town.now()));
        let host = |stranger: &Stranger| stranger.origin.trim_start_matches("http://").to_owned();
        let (kept, queued) = (host(&friend), host(&waited));
        let (activity, delivery) = waiting(town, waited.at("/inbox"), queued.clone()).await;
        town.app
            .store
            .write(move |db| {
                store::activities::keep(db, &activity)?;
                store::deliveries::enqueue(db, &[delivery])?;
                for n in 0..500 {
                    let host = format!("s{n}.example");
                    store::peers::failed(db, &host, At(now.0 + SignedDuration::from_mins(1)), "no answer", now)?;
                    // A hundred of them answered once.
                    if n % 5 == 0 {
                        store::peers::succeeded(db, &host, now)?;
                    }
                }
                store::peers::failed(db, &queued, now, "no answer", now)
            })
            .await
            .unwrap();
        let count = || town.app.store.read(store::peers::count);
        let before = count().await.unwrap();
        assert!(before >= 502, "{before}");
        let sweep = async |days: i64| {
            town.wait(SignedDuration::from_hours(24 * days));
            actions::jobs::sweep(&town.app).await.unwrap();
        };
        sweep(1).await;
        assert_eq!(count().await.unwrap(), before, "for two weeks they are remembered");
        sweep(14).await;
        assert_eq!(count().await.unwrap(), before - 400, "those that never answered");
        sweep(170).await;
        assert_eq!(count().await.unwrap(), before - 500, "those that were silent for half a year");
        for host in [kept, host(&waited)] {
            assert!(town.app.store.read(move |db| store::peers::find(db, &host)).await.unwrap().is_some(), "somebody follows there, something waits");
        }
        // However many there are, no more than so many are remembered.
        let now = At(town.now());
        let swept = town.app.store.write(move |db| {
            (0..120).try_for_each(|n| store::peers::meet(db, &format!("t{n}.example"), now))?;
            store::peers::sweep(db, now, now, 100)
        });
        assert!(swept.await.unwrap() > 0);
        assert_eq!(count().await.unwrap(), 100);
    }
}

/// A server that takes connections and says nothing, and somebody there who follows the consultation.
async fn silent_follower(town: &Town, group: Uid, number: usize) -> TcpListener {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = format!("localhost:{}", listener.local_addr().unwrap().port());
    let uri = format!("http://{host}/users/n{number}");
    let profile = profile("person", &uri);
    let follower = Uid::of(actions::abroad::learn_actor(&town.app, profile).await.unwrap());
    let now = At(town.now());
    let kept = town.app.store.write(move |db| store::follows::keep(db, follower, group, FollowState::Accepted, &format!("{uri}#f"), now));
    kept.await.unwrap();
    listener
}

on_both_databases! {
    async fn d10_many_silent_servers_hold_up_nobody(town: Town) {
        let scene = Scene::set(town).await;
        let quick = Stranger::start().await;
        let group = scene.town.app.store.read(|db| store::consultations::by_slug(db, "parc")).await.unwrap().unwrap().actor_id;
        let mut silent = Vec::new();
        for number in 0..100 {
            silent.push(silent_follower(&scene.town, group, number).await);
        }
        scene.follower(&quick, "lea", "lemmy").await;
        let before = quick.received().len();
        for title in ["Une fontaine", "Un abri", "Un jardin"] {
            propose(&scene.town, scene.ana, title).await;
        }
        while scene.town.fed.tell_news().await.unwrap() > 0 {}
        let waiting = scene.town.app.store.read(store::deliveries::depth).await.unwrap().0;
        assert!(waiting >= 300, "{waiting}");
        let fed = scene.town.fed.clone();
        let worker = tokio::spawn(federation::delivery::run(fed, std::future::pending()));
        let arrived = async {
            // The worker runs beside the test, as it does in a house that is open.
            let mut looks = tokio::time::interval(Duration::from_millis(20));
            while quick.received().len() < before + 3 {
                looks.tick().await;
            }
        };
        let in_time = tokio::time::timeout(Duration::from_secs(5), arrived).await;
        worker.abort();
        assert!(in_time.is_ok(), "{} of 3 within five seconds", quick.received().len() - before);
    }
}

on_both_databases! {
    async fn r7_what_waits_is_seen_and_the_house_stays_ready(town: Town) {
        let scene = Scene::set(town).await;
        let down = Stranger::start().await;
        scene.follower(&down, "lea", "lemmy").await;
        down.answer_inboxes_with(503);
        propose(&scene.town, scene.ana, "Une fontaine").await;
        scene.settle().await;
        scene.town.wait(SignedDuration::from_secs(30));
        let backlog = parvis::telemetry::backlog::Backlog::read(&scene.town.app).await.unwrap();
        assert!(backlog.deliveries.0 >= 1 && (29.0..40.0).contains(&backlog.oldest), "{backlog:?}");
        let host = down.origin.trim_start_matches("http://").to_owned();
        assert!(backlog.hosts.iter().any(|(name, waiting, oldest)| *name == host && *waiting >= 1 && *oldest >= 29.0), "{backlog:?}");
        scene.town.visitor().see("/readyz").await.says("ok");
        let mut admin = scene.town.somebody("Ada", domain::actor::Role::Administrator).await;
        admin.see("/admin/network").await.says(&host).says("Le plus ancien attend depuis");
        // The others go on.
        assert!(!sent(&down, "Announce").is_empty());
        let quick = Stranger::start().await;
        scene.follower(&quick, "zo", "lemmy").await;
        propose(&scene.town, scene.ana, "Un abri").await;
        scene.settle().await;
        assert!(sent(&quick, "Announce").iter().any(|announce| announce.to_string().contains("Un abri")));
    }
}
