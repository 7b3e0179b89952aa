//! What comes from other servers has its effect once, in whatever order it comes (promises R2 and R4): the actions behind the second door.

use actions::abroad::{Arrival, Effect, Outcome, Target, Writing, receive};
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::{ActorId, ContributionId};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rig::profile::profile;
use rig::{Town, on_both_databases};
use sha2::{Digest as _, Sha256};
use store::Uid;
use store::deliveries::Rooms;
use store::received::{Digest, UndoableKind};
use store::remote_actors::Profile;

fn digest(address: &str) -> Digest {
    Sha256::digest(address.as_bytes()).into()
}

/// Somebody on another server, known here.
async fn remote(town: &Town, name: &str) -> ActorId {
    let uri = format!("https://far.example/users/{name}");
    let keys = vec![(format!("{uri}#main-key"), "pem".to_owned())];
    let profile = Profile { shared_inbox: Some("https://far.example/inbox".to_owned()), keys, ..profile("person", &uri) };
    actions::abroad::learn_actor(&town.app, profile).await.unwrap()
}

fn arrival(actor: ActorId, id: &str, effect: Effect) -> Arrival {
    Arrival { digest: digest(id), actor, host: "far.example".to_owned(), effect, answer: None }
}

fn reply(note: &str, to: ContributionId, body: &str, changed_at: Option<&str>) -> Effect {
    let uri = format!("https://far.example/notes/{note}");
    let draft = Draft::parse(Kind::Reply, &RawDraft { body, ..RawDraft::default() }).unwrap();
    Effect::Write(Box::new(Writing {
        digest: digest(&uri),
        uri,
        target: Target::Reply(to),
        draft,
        lang: "es".to_owned(),
        written_at: Some("2026-03-02T11:00:00Z".parse().unwrap()),
        changed_at: changed_at.map(|at| at.parse().unwrap()),
        theme: None,
        is_carried: false,
    }))
}

fn remove(note: &str) -> Effect {
    let uri = format!("https://far.example/notes/{note}");
    Effect::Remove { digest: digest(&uri), uri }
}

async fn proposal(town: &Town) -> ContributionId {
    town.consultation("parc").await;
    let somebody = town.citizen("Ana").await;
    drop(somebody);
    let author = town.app.store.read(|db| store::accounts::by_email(db, "ana@example.org")).await.unwrap().unwrap();
    let viewer = domain::actor::Viewer::signed_in(author.actor_id.to(), domain::actor::Role::Citizen);
    let draft = Draft::parse(Kind::Proposal, &RawDraft { title: "Un banc", body: "Sous le tilleul.", ..RawDraft::default() }).unwrap();
    actions::contributions::publish(&town.app, viewer, "parc", draft, domain::lang::Lang::Fr).await.unwrap()
}

async fn counts(town: &Town, id: ContributionId) -> (i32, i32, i32) {
    let found = town.app.store.read(move |db| store::contributions::find(db, Uid::of(id))).await.unwrap().unwrap();
    (found.support_count, found.remote_support_count, found.reply_count)
}

on_both_databases! {
    async fn a_support_from_elsewhere_counts_once_and_apart(town: Town) {
        let (id, bo) = (proposal(&town).await, remote(&town, "bo").await);
        let like = || arrival(bo, "like1", Effect::Like { contribution: id });
        assert_eq!(receive(&town.app, like()).await.unwrap(), Outcome::Done);
        assert_eq!(receive(&town.app, like()).await.unwrap(), Outcome::AlreadySeen);
        receive(&town.app, arrival(bo, "like2", Effect::Like { contribution: id })).await.unwrap();
        assert_eq!(counts(&town, id).await, (0, 1, 0));
        let undo = |activity: &str| Effect::Undo { kind: Some(UndoableKind::Like), activity: Some(digest(activity)), target: Some(Uid::of(id)) };
        receive(&town.app, arrival(bo, "undo1", undo("like1"))).await.unwrap();
        assert_eq!(counts(&town, id).await, (0, 1, 0), "the second Like still stands");
        receive(&town.app, arrival(bo, "undo2", undo("like2"))).await.unwrap();
        assert_eq!(counts(&town, id).await, (0, 0, 0));
        let mallory = remote(&town, "mallory").await;
        receive(&town.app, arrival(bo, "like3", Effect::Like { contribution: id })).await.unwrap();
        receive(&town.app, arrival(mallory, "undo3", undo("like3"))).await.unwrap();
        assert_eq!(counts(&town, id).await, (0, 1, 0), "nobody undoes what another did");
    }
}

on_both_databases! {
    async fn a_delivery_that_is_taken_is_nobody_elses_until_its_lease_ends(town: Town) {
        town.consultation("parc").await;
        let group = town.app.store.read(|db| store::consultations::by_slug(db, "parc")).await.unwrap().unwrap().actor_id;
        let now = store::At(town.now());
        let row = |n: u128, object: u128| (uuid::Uuid::from_u128(n), uuid::Uuid::from_u128(object));
        // Two activities about one object, one about another: the second of the first object waits for the first.
        let rows = [row(1, 10), row(2, 10), row(3, 20)];
        town.app
            .store
            .write(move |db| {
                for (activity, object) in rows {
                    let kept = store::activities::Activity {
                        id: Uid(activity),
                        actor_id: group,
                        object_id: Some(Uid(object)),
                        kind: "Update".to_owned(),
                        public: true,
                        body: "{}".to_owned(),
                        created_at: now,
                    };
                    store::activities::keep(db, &kept)?;
                    let new = store::deliveries::NewDelivery {
                        activity_id: Uid(activity),
                        actor_id: group,
                        object_id: Uid(object),
                        inbox: "https://far.example/inbox".to_owned(),
                        host: "far.example".to_owned(),
                        state: "ready",
                        run_at: now,
                        expires_at: store::At(now.0 + jiff::SignedDuration::from_hours(24)),
                        created_at: now,
                    };
                    store::deliveries::enqueue(db, &[new])?;
                }
                Ok::<_, store::Error>(())
            })
            .await
            .unwrap();
        let take = || async { actions::abroad::claim(&town.app, &mut String::new(), 10, &Rooms::each(4)).await.unwrap() };
        let mut taken = take().await;
        taken.sort_by_key(|one| one.id);
        assert_eq!(taken.iter().map(|one| one.activity_id.0.as_u128()).collect::<Vec<_>>(), [1, 3]);
        assert!(take().await.is_empty(), "leased");
        town.wait(jiff::SignedDuration::from_secs(59));
        assert!(take().await.is_empty(), "still leased");
        // What arrived is gone, and lets the next of its object go; a late end of a lease that was taken over changes nothing.
        actions::abroad::arrived(&town.app, vec![taken[0].clone()]).await.unwrap();
        assert_eq!(take().await.iter().map(|one| one.activity_id.0.as_u128()).collect::<Vec<_>>(), [2]);
        town.wait(jiff::SignedDuration::from_secs(61));
        let again = take().await;
        assert_eq!(again.len(), 2, "leases that ran out");
        actions::abroad::arrived(&town.app, vec![taken[1].clone()]).await.unwrap();
        assert_eq!(town.app.store.read(store::deliveries::depth).await.unwrap().0, 2, "the fence");
    }
}

on_both_databases! {
    // Found by a bench with half a million deliveries in the queue: each claim read them all, and none was made.
    async fn a_long_queue_to_one_server_holds_up_no_other(town: Town) {
        let now = store::At(town.now());
        let actor = town.app.instance().await.unwrap().collectivity_id;
        town.app
            .store
            .write(move |db| {
                let id = Uid(uuid::Uuid::from_u128(1));
                let kept = store::activities::Activity {
                    id,
                    actor_id: actor,
                    object_id: Some(id),
                    kind: "Update".to_owned(),
                    public: true,
                    body: "{}".to_owned(),
                    created_at: now,
                };
                store::activities::keep(db, &kept)?;
                // 1,000 wait for one server; after it in the alphabet come more servers than are looked at in one batch, with one each.
                let row = |inbox: usize, host: String| store::deliveries::NewDelivery {
                    activity_id: id,
                    actor_id: actor,
                    object_id: id,
                    inbox: format!("https://{host}/{inbox}"),
                    host,
                    state: "ready",
                    run_at: now,
                    expires_at: store::At(now.0 + jiff::SignedDuration::from_hours(24)),
                    created_at: now,
                };
                let mut rows: Vec<_> = (0..1_000).map(|n| row(n, "a.example".to_owned())).collect();
                rows.extend((0..700).map(|n| row(n, format!("s{n:03}.example"))));
                store::deliveries::enqueue(db, &rows)
            })
            .await
            .unwrap();
        // A server that answers soon has more room than one that lets others wait.
        for (slow_hosts, expected) in [(" b.example ", 30), (" b.example a.example ", 2)] {
            let rooms = Rooms { quick: 30, slow: 2, slow_hosts: slow_hosts.to_owned() };
            let taken = actions::abroad::claim(&town.app, &mut String::new(), 32, &rooms).await.unwrap();
            assert_eq!(taken.iter().filter(|one| one.host == "a.example").count(), expected);
            actions::abroad::put_back(&town.app, taken).await.unwrap();
        }
        let (mut turn, mut others) = (String::new(), 0);
        for _ in 0..45 {
            let taken = actions::abroad::claim(&town.app, &mut turn, 32, &Rooms::each(4)).await.unwrap();
            others += taken.iter().filter(|one| one.host != "a.example").count();
            assert!(taken.len() - taken.iter().filter(|one| one.host != "a.example").count() <= 4);
            actions::abroad::arrived(&town.app, taken).await.unwrap();
        }
        assert_eq!(others, 700);
    }
}

on_both_databases! {
    async fn an_answer_to_a_follow_that_was_never_asked_changes_nothing(town: Town) {
        let bo = remote(&town, "bo").await;
        let ours = town.app.instance().await.unwrap().collectivity_id;
        receive(&town.app, arrival(bo, "accept", Effect::Answer { follower: ours.to(), accepted: true })).await.unwrap();
        let followed = town.app.store.read(move |db| store::follows::is_followed_here(db, Uid::of(bo))).await.unwrap();
        assert!(!followed);
    }
}

on_both_databases! {
    async fn a_text_that_is_held_is_seen_by_the_staff_only_until_it_is_released(town: Town) {
        let (id, bo) = (proposal(&town).await, remote(&town, "bo").await);
        town.set_remote_voices("parc", "held").await;
        receive(&town.app, arrival(bo, "create", reply("1", id, "Muy bien", None))).await.unwrap();
        assert_eq!(counts(&town, id).await, (0, 0, 0));
        let page = format!("/c/parc/p/{id}");
        town.visitor().see(&page).await.keeps_quiet_about("Muy bien");
        let mut moderator = town.somebody("Mo", domain::actor::Role::Moderator).await;
        moderator.see("/admin/moderation").await.says("Muy bien");
        let held = town.app.store.read(|db| store::contributions::by_uri(db, "https://far.example/notes/1")).await.unwrap().unwrap();
        let viewer = Town::machine();
        actions::office::restore(&town.app, viewer, held.id.to()).await.unwrap();
        assert_eq!(counts(&town, id).await, (0, 0, 1));
        town.visitor().see(&page).await.says("Muy bien");
        // Another one is declined, with a reason; what is declined is not held any more.
        receive(&town.app, arrival(bo, "create2", reply("2", id, "Compre barato", None))).await.unwrap();
        let held = town.app.store.read(|db| store::contributions::by_uri(db, "https://far.example/notes/2")).await.unwrap().unwrap();
        let fields = [("contribution", held.id.0.to_string()), ("note", "De la publicité, sans rapport.".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(moderator.post("/admin/moderation", "/admin/moderation/decline", &fields).await.status, 303);
        town.visitor().see(&page).await.keeps_quiet_about("Compre barato");
        moderator.see("/admin/moderation").await.keeps_quiet_about("Compre barato");
        assert_eq!(counts(&town, id).await, (0, 0, 1));
    }
}

on_both_databases! {
    async fn a_text_that_is_held_may_be_changed_and_taken_back_where_it_was_written(town: Town) {
        let (id, bo) = (proposal(&town).await, remote(&town, "bo").await);
        town.set_remote_voices("parc", "held").await;
        town.wait(jiff::SignedDuration::from_hours(2));
        receive(&town.app, arrival(bo, "create", reply("1", id, "Muy bien", None))).await.unwrap();
        receive(&town.app, arrival(bo, "edit", reply("1", id, "Regular", Some("2026-03-02T12:00:00Z")))).await.unwrap();
        let mut moderator = town.somebody("Mo", domain::actor::Role::Moderator).await;
        moderator.see("/admin/moderation").await.says("Regular");
        let uri = "https://far.example/notes/1";
        let held = town.app.store.read(move |db| store::contributions::by_uri(db, uri)).await.unwrap().unwrap();
        actions::office::restore(&town.app, Town::machine(), held.id.to()).await.unwrap();
        assert_eq!(counts(&town, id).await, (0, 0, 1));
        // What is changed after it was released is looked at again.
        town.wait(jiff::SignedDuration::from_hours(2));
        receive(&town.app, arrival(bo, "edit2", reply("1", id, "Compre barato", Some("2026-03-02T14:00:00Z")))).await.unwrap();
        assert_eq!(counts(&town, id).await, (0, 0, 0));
        let page = format!("/c/parc/p/{id}");
        town.visitor().see(&page).await.keeps_quiet_about("Compre barato");
        moderator.see("/admin/moderation").await.says("Compre barato");
        // Its author deletes it: nobody can publish it any more.
        let remove = Effect::Remove { uri: uri.to_owned(), digest: [7; 32] };
        receive(&town.app, arrival(bo, "delete", remove)).await.unwrap();
        moderator.see("/admin/moderation").await.keeps_quiet_about("Compre barato");
        let gone = town.app.store.read(move |db| store::contributions::by_uri(db, uri)).await.unwrap().unwrap();
        assert!(gone.withdrawn_at.is_some() && gone.body.is_empty() && !gone.held);
        assert_eq!(counts(&town, id).await, (0, 0, 0));
    }
}

on_both_databases! {
    async fn no_letter_waits_behind_questions_to_other_servers(town: Town) {
        use store::jobs::{JobKind, Queued};
        let now = town.now();
        town.app
            .store
            .write(move |db| {
                (0..30).try_for_each(|n| store::jobs::about(db, JobKind::LearnPeer, &format!("slow{n}.example"), None, now))
            })
            .await
            .unwrap();
        let mut visitor = town.visitor();
        visitor.post("/sign-in", "/sign-in/link", &[("email", "ana@example.org")]).await;
        let taken = actions::jobs::claim(&town.app, Queued::Here, 3).await.unwrap();
        assert!(taken.iter().all(|job| job.kind == "send_letter"), "{taken:?}");
        let asked = actions::jobs::claim(&town.app, Queued::Away, 100).await.unwrap();
        assert!(asked.len() == 30 && asked.iter().all(|job| job.kind == "learn_peer"));
    }
}

on_both_databases! {
    async fn an_older_or_equal_edit_changes_nothing_and_another_author_is_refused(town: Town) {
        let (id, bo) = (proposal(&town).await, remote(&town, "bo").await);
        town.wait(jiff::SignedDuration::from_hours(2));
        receive(&town.app, arrival(bo, "create", reply("1", id, "uno", None))).await.unwrap();
        receive(&town.app, arrival(bo, "u2", reply("1", id, "dos", Some("2026-03-02T12:00:00Z")))).await.unwrap();
        receive(&town.app, arrival(bo, "u1", reply("1", id, "antes", Some("2026-03-02T11:30:00Z")))).await.unwrap();
        let text = || town.app.store.read(|db| store::contributions::by_uri(db, "https://far.example/notes/1"));
        assert_eq!(text().await.unwrap().unwrap().body, "dos");
        let mallory = remote(&town, "mallory").await;
        let stolen = receive(&town.app, arrival(mallory, "u3", reply("1", id, "robado", Some("2026-03-02T12:30:00Z")))).await;
        assert!(matches!(stolen, Err(actions::Error::Refused(domain::refusal::Refusal::NotYours))), "{stolen:?}");
        assert_eq!(text().await.unwrap().unwrap().body, "dos");
    }
}

/// Eight activities of one person; what stands at the end is the same in whatever order they come.
#[test]
fn every_order_of_eight_activities_comes_to_the_same() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let script = |id: ContributionId, group: ActorId| {
        vec![
            ("like1", Effect::Like { contribution: id }),
            ("undo1", Effect::Undo { kind: Some(UndoableKind::Like), activity: Some(digest("like1")), target: Some(Uid::of(id)) }),
            ("like2", Effect::Like { contribution: id }),
            ("follow", Effect::Follow { followed: group, activity: "https://far.example/follow".to_owned() }),
            ("unfollow", Effect::Undo { kind: Some(UndoableKind::Follow), activity: Some(digest("follow")), target: Some(Uid::of(group)) }),
            ("create", reply("1", id, "uno", None)),
            ("update", reply("1", id, "dos", Some("2026-03-02T12:00:00Z"))),
            ("delete", remove("1")),
        ]
    };
    let config = Config { cases: 24, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let orders = Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle();
    runner
        .run(&orders, |order| {
            let end = runtime.block_on(async {
                let town = Town::on_sqlite().await;
                let (id, bo) = (proposal(&town).await, remote(&town, "bo").await);
                town.wait(jiff::SignedDuration::from_hours(2));
                let group = town.app.store.read(|db| store::consultations::by_slug(db, "parc")).await.unwrap().unwrap().actor_id;
                let script = script(id, group.to());
                for index in &order {
                    let (name, effect) = script[*index].clone();
                    receive(&town.app, arrival(bo, name, effect)).await.unwrap();
                }
                let shown = town.visitor().see(&format!("/c/parc/p/{id}")).await.text();
                let followers = town.app.store.read(move |db| store::follows::count(db, group)).await.unwrap();
                (counts(&town, id).await, shown.contains("uno") || shown.contains("dos"), followers)
            });
            prop_assert_eq!(end, ((0, 1, 0), false, 0));
            Ok(())
        })
        .unwrap();
}
