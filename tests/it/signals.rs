//! Polls on the fediverse: what leaves of them, what is answered there in four dialects, and that it is tallied apart and told late.

use crate::effects::scene::{Scene, activity_at, propose, sent};
use actions::votes::{self, GridForm, PollForm};
use deliberation::verdict::Told;
use domain::id::BoxId;
use domain::risk::Grid;
use federation::signature::Signer;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use rig::{Town, on_both_databases};
use serde_json::{Value, json};
use store::Uid;
use store::peers::HostRule;
use store::signals::Sums;

const BEFORE: &str = "2026-03-02T11:00";
const LATER: &str = "2026-03-02T15:00";

/// A published poll that closes at six, of the given form; it opens at one of the moments above, which stand an hour before and three after.
async fn poll(scene: &Scene, kind: &str, opens_at: &str, live: bool) -> BoxId {
    let form = PollForm {
        title: "Où planter les arbres ?".into(),
        form: kind.into(),
        options: "La place\nLe quai\nL’école".into(),
        opens_at: opens_at.into(),
        closes_at: "2026-03-02T18:00".into(),
        live,
        grid: GridForm::of(&Grid::usual()),
        ..PollForm::default()
    };
    let draft = form.parse(&TimeZone::get("Europe/Paris").unwrap()).unwrap();
    let id = votes::draft(&scene.town.app, Town::machine(), "parc", draft, None).await.unwrap();
    votes::publish(&scene.town.app, Town::machine(), id).await.unwrap();
    scene.settle().await;
    id
}

/// What is published with a vote, as Mastodon does.
fn choice(scene: &Scene, name: &str, id: &str, (poll, option): (BoxId, &str)) -> Value {
    json!({
        "type": "Note", "id": scene.far.at(&format!("/users/{name}#votes/{id}")), "name": option,
        "attributedTo": scene.far.at(&format!("/users/{name}")), "inReplyTo": scene.town.app.links.object(poll.0),
        "to": scene.town.app.links.actor("collectivite")
    })
}

fn vote(scene: &Scene, name: &str, id: &str, choice: Value) -> Value {
    let mut activity = scene.activity(name, "Create", id, choice);
    activity["to"] = json!(scene.town.app.links.actor("collectivite"));
    activity
}

/// Somebody there votes; gives what is answered.
async fn cast(scene: &Scene, signer: &Signer, name: &str, id: &str, what: (BoxId, &str)) -> u16 {
    scene.post(signer, &vote(scene, name, id, choice(scene, name, id, what))).await
}

async fn sums(scene: &Scene, poll: BoxId) -> Sums {
    scene.town.app.store.read(move |db| store::signals::sums(db, Uid::of(poll))).await.unwrap()
}

async fn turnout(scene: &Scene, poll: BoxId) -> i64 {
    scene.town.app.store.read(move |db| store::votes::turnout(db, Uid::of(poll))).await.unwrap()
}

async fn document(scene: &Scene, poll: BoxId) -> Value {
    let answer = activity_at(&scene.town, &format!("/objects/{}", poll.0)).await;
    assert_eq!(answer.status, 200);
    serde_json::from_str(&answer.body).unwrap()
}

fn counts(document: &Value) -> Vec<i64> {
    let options = document["oneOf"].as_array().or_else(|| document["anyOf"].as_array()).unwrap();
    options.iter().map(|option| option["replies"]["totalItems"].as_i64().unwrap()).collect()
}

/// The numbers of the accounts that voted here.
async fn vote_here(scene: &Scene, poll: BoxId, voters: std::ops::Range<u128>, option: u32) {
    for number in voters {
        let actor = domain::id::ActorId(uuid::Uuid::from_u128(0xa1b2_c3d4_e5f6_0718_293a_4b5c_6d7e_8f00 + number));
        let voter = votes::Voter::Account { actor, level: domain::vote::Level::Confirmed };
        let ballot = deliberation::ballot::Ballot::Set(vec![option]);
        assert!(matches!(votes::cast(&scene.town.app, voter, poll, ballot, None).await.unwrap(), votes::Outcome::Cast { .. }));
    }
}

/// Until six.
async fn close(scene: &Scene) {
    scene.town.wait(SignedDuration::from_hours(6));
    scene.settle().await;
}

on_both_databases! {
    async fn four_dialects_are_counted_and_apart(town: Town) {
        let scene = Scene::set(town).await;
        scene.follower(&scene.far, "fan", "mastodon").await;
        let id = poll(&scene, "approval", BEFORE, false).await;
        let announced = sent(&scene.far, "Announce");
        assert_eq!(announced.last().unwrap()["object"], scene.town.app.links.object(id.0));
        let question = document(&scene, id).await;
        assert_eq!((question["type"].as_str(), question["attributedTo"].as_str()), (Some("Question"), Some(scene.town.app.links.actor("collectivite").as_str())));
        assert_eq!(question["anyOf"][1]["name"], "Le quai");
        assert_eq!(question["endTime"], "2026-03-02T17:00:00Z");
        assert!(question["closed"].is_null() && question["votersCount"].is_null() && question["updated"].is_null());
        let people: Vec<Signer> = ["masto", "gts", "snac", "bonfire"].iter().map(|name| scene.far.person(name)).collect();
        // Mastodon: one activity a choice.
        assert_eq!(cast(&scene, &people[0], "masto", "1", (id, "La place")).await, 202);
        assert_eq!(cast(&scene, &people[0], "masto", "2", (id, "L’école")).await, 202);
        // GoToSocial: all choices in one activity.
        let both = json!([choice(&scene, "gts", "3", (id, "La place")), choice(&scene, "gts", "4", (id, "Le quai"))]);
        assert_eq!(scene.post(&people[1], &vote(&scene, "gts", "5", both)).await, 202);
        // snac: an empty line.
        let mut note = choice(&scene, "snac", "6", (id, "La place"));
        note["content"] = json!("<br>");
        assert_eq!(scene.post(&people[2], &vote(&scene, "snac", "7", note)).await, 202);
        // Bonfire: a type of its own.
        let mut answer = choice(&scene, "bonfire", "8", (id, "Le quai"));
        answer["type"] = json!("Answer");
        assert_eq!(scene.post(&people[3], &vote(&scene, "bonfire", "9", answer)).await, 202);
        assert_eq!(sums(&scene, id).await, Sums { voters: 4, options: vec![(1, 3), (2, 2), (3, 1)] });
        assert_eq!(turnout(&scene, id).await, 0, "nobody of them stands on the roll");
        assert_eq!(scene.counts().await.1, 0, "a vote is no reply");
        let told = document(&scene, id).await;
        assert_eq!((counts(&told), told["votersCount"].is_null()), (vec![0, 0, 0], true), "hidden until the end");
        scene.town.visitor().see("/c/parc").await.says("Où planter les arbres ?");
    }
}

on_both_databases! {
    async fn g01_what_cannot_be_counted_is_not(town: Town) {
        let scene = Scene::set(town).await;
        let bo = scene.far.person("bo");
        let open = poll(&scene, "choose-1", BEFORE, false).await;
        let later = poll(&scene, "choose-1", LATER, false).await;
        let other = poll(&scene, "for-against-abstain", BEFORE, false).await;
        assert_eq!(activity_at(&scene.town, &format!("/objects/{}", later.0)).await.status, 404, "it leaves when it opens");
        assert_eq!(document(&scene, other).await["type"], "Page", "what has no options is a text");
        assert_eq!(cast(&scene, &bo, "bo", "1", (later, "La place")).await, 403, "before it opens");
        assert_eq!(cast(&scene, &bo, "bo", "2", (open, "La cour")).await, 403, "no such option");
        assert_eq!(cast(&scene, &bo, "bo", "3", (open, "la place")).await, 403, "letter by letter");
        assert_eq!(cast(&scene, &bo, "bo", "4", (other, "Pour")).await, 403);
        assert_eq!(cast(&scene, &bo, "bo", "5", (BoxId(scene.proposal.0), "La place")).await, 403, "a proposal is no poll");
        let both = json!([choice(&scene, "bo", "6", (open, "La place")), choice(&scene, "bo", "7", (open, "Le quai"))]);
        assert_eq!(scene.post(&bo, &vote(&scene, "bo", "8", both)).await, 403, "two options where one is allowed");
        let twice = json!([choice(&scene, "bo", "9", (open, "La place")), choice(&scene, "bo", "10", (later, "Le quai"))]);
        assert_eq!(scene.post(&bo, &vote(&scene, "bo", "11", twice)).await, 400, "two polls in one activity");
        let forged = vote(&scene, "bo", "12", choice(&scene, "eve", "13", (open, "La place")));
        assert_eq!(scene.post(&bo, &forged).await, 400, "a vote of somebody else");
        scene.town.set_remote_voices("parc", "refused").await;
        assert_eq!(cast(&scene, &bo, "bo", "14", (open, "La place")).await, 403, "the consultation wants none");
        scene.town.set_remote_voices("parc", "welcome").await;
        actions::abroad::rule(&scene.town.app, Town::machine(), &scene.host(), HostRule::Blocked, "").await.unwrap();
        scene.town.fed.policy.forget();
        assert_eq!(cast(&scene, &bo, "bo", "15", (open, "La place")).await, 403, "a blocked server");
        actions::abroad::unrule(&scene.town.app, Town::machine(), &scene.host()).await.unwrap();
        scene.town.fed.policy.forget();
        for id in [open, later, other] {
            assert_eq!(sums(&scene, id).await, Sums::default());
        }
        close(&scene).await;
        assert_eq!(cast(&scene, &bo, "bo", "16", (open, "La place")).await, 403, "too late");
        assert_eq!(sums(&scene, open).await, Sums::default());
    }
}

on_both_databases! {
    async fn g06_one_account_answers_once_and_may_take_it_back(town: Town) {
        let scene = Scene::set(town).await;
        let (bo, eve) = (scene.far.person("bo"), scene.far.person("eve"));
        let id = poll(&scene, "choose-1", BEFORE, false).await;
        let first = vote(&scene, "bo", "1", choice(&scene, "bo", "1", (id, "La place")));
        assert_eq!(scene.post(&bo, &first).await, 202);
        assert_eq!(scene.post(&bo, &first).await, 202, "a replay");
        assert_eq!(cast(&scene, &bo, "bo", "2", (id, "La place")).await, 202, "the same under another name");
        assert_eq!(cast(&scene, &bo, "bo", "3", (id, "Le quai")).await, 403, "nobody votes otherwise afterwards");
        let one = |option| Sums { voters: 1, options: vec![(option, 1)] };
        assert_eq!(sums(&scene, id).await, one(1));
        // Somebody else takes nothing back.
        let thing = scene.far.at("/users/bo#votes/1");
        scene.post(&eve, &scene.activity("eve", "Delete", "4", thing.clone())).await;
        assert_eq!(sums(&scene, id).await, one(1));
        for again in ["5", "6"] {
            assert_eq!(scene.post(&bo, &scene.activity("bo", "Delete", again, thing.clone())).await, 202);
            assert_eq!(sums(&scene, id).await, Sums::default());
        }
        assert_eq!(cast(&scene, &bo, "bo", "7", (id, "Le quai")).await, 202, "what was taken back leaves room");
        let created = vote(&scene, "bo", "7", choice(&scene, "bo", "7", (id, "Le quai")));
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Undo", "8", created)).await, 202);
        assert_eq!(sums(&scene, id).await, Sums::default());
        // Taken back before it came.
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Delete", "9", scene.far.at("/users/bo#votes/10"))).await, 202);
        assert_eq!(cast(&scene, &bo, "bo", "10", (id, "Le quai")).await, 202);
        assert_eq!(sums(&scene, id).await, Sums::default());
        // An account that goes takes its answer with it.
        assert_eq!(cast(&scene, &eve, "eve", "11", (id, "L’école")).await, 202);
        assert_eq!(sums(&scene, id).await, one(3));
        scene.post(&eve, &scene.activity("eve", "Delete", "12", scene.far.at("/users/eve"))).await;
        assert_eq!(sums(&scene, id).await, Sums::default());
    }
}

on_both_databases! {
    async fn every_order_of_votes_comes_to_the_same(town: Town) {
        let scene = Scene::set(town).await;
        let names = ["bo", "eve", "zoe"];
        let people: Vec<Signer> = names.iter().map(|name| scene.far.person(name)).collect();
        let orders = [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1], [3, 0, 2, 1], [1, 2, 3, 0]];
        for (round, order) in orders.into_iter().enumerate() {
            let id = poll(&scene, "choose-1", BEFORE, false).await;
            let key = |what: &str| format!("{round}-{what}");
            for step in order {
                let (person, activity) = match step {
                    0 => (0, vote(&scene, "bo", &key("a"), choice(&scene, "bo", &key("a"), (id, "La place")))),
                    1 => (0, scene.activity("bo", "Delete", &key("b"), scene.far.at(&format!("/users/bo#votes/{}", key("a"))))),
                    2 => (1, vote(&scene, "eve", &key("c"), choice(&scene, "eve", &key("c"), (id, "Le quai")))),
                    _ => (2, vote(&scene, "zoe", &key("d"), choice(&scene, "zoe", &key("d"), (id, "La place")))),
                };
                assert_eq!(scene.post(&people[person], &activity).await, 202, "{order:?}");
            }
            assert_eq!(sums(&scene, id).await, Sums { voters: 2, options: vec![(1, 1), (2, 1)] }, "{order:?}");
        }
    }
}

on_both_databases! {
    async fn g05_nobody_changes_our_poll_and_few_are_not_told(town: Town) {
        let scene = Scene::set(town).await;
        let id = poll(&scene, "choose-1", BEFORE, true).await;
        let bo = scene.far.person("bo");
        let mut forged = document(&scene, id).await;
        forged["oneOf"][0]["replies"]["totalItems"] = json!(99);
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Update", "1", forged.clone())).await, 400);
        forged["attributedTo"] = json!(scene.far.at("/users/bo"));
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Update", "2", forged.clone())).await, 400);
        forged["id"] = json!(scene.far.at("/questions/1"));
        forged["to"] = json!([crate::effects::scene::PUBLIC, scene.group()]);
        scene.post(&bo, &scene.activity("bo", "Create", "3", forged)).await;
        assert_eq!(sums(&scene, id).await, Sums::default());
        scene.town.visitor().see("/c/parc/polls").await.says("Où planter");
        for number in 1..=10 {
            let name = format!("p{number}");
            assert_eq!(cast(&scene, &scene.far.person(&name), &name, &name, (id, "La place")).await, 202);
        }
        scene.town.wait(SignedDuration::from_mins(6));
        scene.settle().await;
        assert!(sent(&scene.far, "Update").is_empty(), "ten are too few to be told");
        let page = format!("/c/parc/polls/{}", id.0);
        close(&scene).await;
        let last = document(&scene, id).await;
        assert_eq!((counts(&last), last["votersCount"].is_null(), last["closed"].is_null()), (vec![0, 0, 0], true, false));
        scene.town.visitor().see(&page).await.says("Signal du fédivers").says("Moins de 11");
        let rest = scene.town.app.store.read(move |db| store::signals::chosen(db, Uid::of(id), Uid(uuid::Uuid::nil()))).await.unwrap();
        assert_eq!((sums(&scene, id).await, rest), (Sums::default(), vec![]), "who answered what is gone");
    }
}

on_both_databases! {
    async fn numbers_are_told_in_batches_and_at_the_end(town: Town) {
        let scene = Scene::set(town).await;
        let id = poll(&scene, "choose-1", BEFORE, true).await;
        let people: Vec<(String, Signer)> = (1..=13).map(|n| format!("p{n}")).map(|name| (name.clone(), scene.far.person(&name))).collect();
        for (name, signer) in &people[..12] {
            assert_eq!(cast(&scene, signer, name, name, (id, if name.as_str() < "p2" { "La place" } else { "Le quai" })).await, 202);
            scene.settle().await;
        }
        assert!(sent(&scene.far, "Update").is_empty(), "not for each vote");
        let hidden = document(&scene, id).await;
        assert_eq!((counts(&hidden), hidden["votersCount"].as_i64()), (vec![0, 0, 0], Some(12)), "the poll shows how many, never what");
        scene.town.wait(SignedDuration::from_mins(6));
        scene.settle().await;
        let updates = sent(&scene.far, "Update");
        assert_eq!((updates.len(), updates[0]["object"]["votersCount"].as_i64(), counts(&updates[0]["object"])), (1, Some(12), vec![0, 0, 0]));
        assert!(updates[0]["object"]["updated"].is_null(), "numbers are no edit");
        scene.town.wait(SignedDuration::from_mins(6));
        scene.settle().await;
        assert_eq!(sent(&scene.far, "Update").len(), 1, "nothing changed, nothing is told");
        close(&scene).await;
        let updates = sent(&scene.far, "Update");
        let last = &updates.last().unwrap()["object"];
        assert_eq!((updates.len(), counts(last), last["votersCount"].as_i64()), (2, vec![4, 8, 0], Some(12)));
        assert!(last["closed"].is_string() && last["updated"].is_null());
        let (name, late) = &people[12];
        assert_eq!(cast(&scene, late, name, "late", (id, "La place")).await, 403);
        // Taken back after the end: the count stands.
        scene.post(&people[0].1, &scene.activity("p1", "Delete", "gone", scene.far.at("/users/p1#votes/p1"))).await;
        assert_eq!(counts(&document(&scene, id).await), [4, 8, 0]);
        let page = scene.town.visitor().see(&format!("/c/parc/polls/{}", id.0)).await;
        page.says("Signal du fédivers").says("12 comptes d’autres serveurs").says("ne sont pas des personnes vérifiées");
    }
}

on_both_databases! {
    async fn a_poll_that_is_called_off_says_so_and_a_barred_account_is_not_counted(town: Town) {
        let scene = Scene::set(town).await;
        let id = poll(&scene, "choose-1", BEFORE, false).await;
        let bo = scene.far.person("bo");
        assert_eq!(cast(&scene, &bo, "bo", "1", (id, "La place")).await, 202);
        let uri = scene.far.at("/users/bo");
        let actor = scene.town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().unwrap();
        let reply = scene.activity("bo", "Create", "2", scene.note("bo", "1", "Méchant"));
        assert_eq!(scene.post(&bo, &reply).await, 202);
        let written = scene.contribution(scene.far.at("/notes/1")).await.unwrap();
        actions::abroad::bar(&scene.town.app, Town::machine(), written.id.to()).await.unwrap();
        assert!(scene.town.app.store.read(move |db| store::barriers::is_barred(db, actor)).await.unwrap());
        assert_eq!(sums(&scene, id).await, Sums::default());
        assert_eq!(cast(&scene, &bo, "bo", "3", (id, "La place")).await, 403);
        votes::cancel(&scene.town.app, Town::machine(), id).await.unwrap();
        scene.settle().await;
        let told = document(&scene, id).await;
        assert!(told["closed"].is_string() && told["content"].as_str().unwrap().contains("annulé"));
        propose(&scene.town, scene.ana, "Un arbre").await;
    }
}

on_both_databases! {
    async fn what_is_voted_here_and_there_is_never_summed(town: Town) {
        let scene = Scene::set(town).await;
        let id = poll(&scene, "choose-1", BEFORE, false).await;
        vote_here(&scene, id, 0..14, 1).await;
        for number in 1..=11 {
            let name = format!("p{number}");
            assert_eq!(cast(&scene, &scene.far.person(&name), &name, &name, (id, "Le quai")).await, 202);
        }
        close(&scene).await;
        let row = scene.town.app.store.read(move |db| store::votes::find(db, Uid::of(id))).await.unwrap().unwrap();
        let told = Told::read(row.result.as_deref().unwrap());
        assert_eq!((told.ballots, told.option(1).0, told.option(2).0), (14, 14, 0));
        let last = document(&scene, id).await;
        assert_eq!((counts(&last), last["votersCount"].as_i64()), (vec![0, 11, 0], Some(11)), "others read their own numbers only");
        let path = format!("/c/parc/polls/{}", id.0);
        scene.town.visitor().see(&path).await.says("14 bulletins comptés").says("11 comptes d’autres serveurs").keeps_quiet_about("25 ");
        let csv = scene.town.visitor().get(&format!("{path}/ballots.csv")).await.body;
        assert_eq!((csv.matches("set:1").count(), csv.matches("set:2").count()), (14, 0));
        let announced = activity_at(&scene.town, &format!("/objects/{}/replies", id.0)).await;
        assert_eq!(announced.status, 200);
        assert!(announced.body.contains("\"totalItems\":0"), "{}", announced.body);
    }
}

on_both_databases! {
    async fn many_answers_of_one_account_at_once_leave_one(town: Town) {
        let scene = Scene::set(town).await;
        let id = poll(&scene, "choose-1", BEFORE, false).await;
        let bo = scene.far.person("bo");
        assert_eq!(scene.post(&bo, &scene.activity("bo", "Like", "1", scene.object())).await, 202);
        let uri = scene.far.at("/users/bo");
        let actor = scene.town.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await.unwrap().unwrap();
        let posts: Vec<_> = (0..24_u8)
            .map(|n| {
                let voices = votes::Voices { poll: id, choices: vec![(i32::from(n % 3) + 1, [n; 32])] };
                let effect = actions::abroad::Effect::Signal(Box::new(voices));
                let arrival = actions::abroad::Arrival { digest: [n + 100; 32], actor: actor.to(), host: scene.host(), effect, answer: None };
                let app = scene.town.app.clone();
                tokio::spawn(async move { actions::abroad::receive(&app, arrival).await.is_ok() })
            })
            .collect();
        for post in posts {
            post.await.unwrap();
        }
        let found = sums(&scene, id).await;
        assert_eq!((found.voters, found.options.len(), found.options[0].1), (1, 1, 1), "{found:?}");
    }
}
