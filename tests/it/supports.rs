//! One actor supports a contribution once, however often and however many at once it is asked.

use actions::contributions;
use domain::actor::{Role, Viewer};
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::{ActorId, ContributionId};
use domain::lang::Lang;
use domain::text::Email;
use rig::{Town, on_both_databases};
use store::Uid;

/// An account without a browser.
async fn viewer(town: &Town, name: &str) -> Viewer {
    let email = Email::parse(&format!("{name}@example.org")).unwrap();
    actions::accounts::create(&town.app, &email, name, Role::Citizen).await.unwrap();
    let account = town.app.store.read(move |db| store::accounts::by_email(db, email.as_str())).await.unwrap().unwrap();
    Viewer::signed_in(account.actor_id.to::<ActorId>(), Role::Citizen)
}

async fn proposal(town: &Town, author: Viewer) -> ContributionId {
    let draft = Draft::parse(Kind::Proposal, &RawDraft { title: "Des bancs", body: "À l'ombre", ..RawDraft::default() }).unwrap();
    contributions::publish(&town.app, author, "place", draft, Lang::Fr).await.unwrap()
}

async fn counts(town: &Town, id: ContributionId) -> (i32, i32, i32) {
    town.app
        .store
        .read(move |db| {
            let contribution = store::contributions::find(db, Uid::of(id))?.unwrap();
            let consultation = store::consultations::find(db, contribution.consultation_id)?.unwrap();
            Ok::<_, store::Error>((contribution.support_count, consultation.support_count, consultation.participant_count))
        })
        .await
        .unwrap()
}

on_both_databases! {
    async fn fifty_at_once_count_for_one(town: Town) {
        town.consultation("place").await;
        let (ana, bob) = (viewer(&town, "ana").await, viewer(&town, "bob").await);
        let id = proposal(&town, ana).await;
        let presses: Vec<_> = (0..50)
            .map(|_| {
                let app = town.app.clone();
                tokio::spawn(async move { contributions::support(&app, bob, id).await.is_ok() })
            })
            .collect();
        let mut accepted = 0;
        for press in presses {
            accepted += i32::from(press.await.unwrap());
        }
        assert_eq!(accepted, 1);
        assert_eq!(counts(&town, id).await, (1, 1, 2));
        contributions::take_back_support(&town.app, bob, id).await.unwrap();
        assert!(contributions::take_back_support(&town.app, bob, id).await.is_err());
        assert_eq!(counts(&town, id).await, (0, 0, 2));
    }
}

on_both_databases! {
    async fn many_citizens_at_once_are_all_counted(town: Town) {
        town.consultation("place").await;
        let ana = viewer(&town, "ana").await;
        let id = proposal(&town, ana).await;
        let mut presses = Vec::new();
        for n in 0..40 {
            let citizen = viewer(&town, &format!("citizen{n}")).await;
            let app = town.app.clone();
            presses.push(tokio::spawn(async move { contributions::support(&app, citizen, id).await }));
        }
        for press in presses {
            press.await.unwrap().unwrap();
        }
        assert_eq!(counts(&town, id).await, (40, 40, 41));
    }
}

on_both_databases! {
    async fn an_action_leaves_one_event_and_a_refused_one_none(town: Town) {
        town.consultation("place").await;
        let ana = viewer(&town, "ana").await;
        let id = proposal(&town, ana).await;
        contributions::support(&town.app, ana, id).await.unwrap();
        assert!(contributions::support(&town.app, ana, id).await.is_err());
        let lines = town.app.store.read(move |db| store::journal::on_subject(db, Uid::of(id))).await.unwrap();
        let kinds: Vec<&str> = lines.iter().map(|l| l.kind.as_str()).collect();
        assert_eq!(kinds, ["proposal_published", "support_given"]);
    }
}

/// How many supports one person has given in the next scene.
const GIVEN: usize = 2000;

/// As many proposals, each supported by this actor, in a few statements.
fn given_everywhere(town: &Town, actor: Uid) -> String {
    let (id, who, moment) = match town.app.store.database() {
        store::Database::Sqlite(_) => ("randomblob(16)", format!("x'{}'", actor.0.simple()), "1772450000000000"),
        store::Database::Postgres(_) => ("gen_random_uuid()", format!("'{}'::uuid", actor.0), "timestamptz '2026-03-02 12:00:00Z'"),
    };
    format!(
        "INSERT INTO contribution (id, consultation_id, kind, depth, title, body, lang, origin, created_at, active_at, shuffle, support_count) \
         WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {GIVEN}) \
         SELECT {id}, consultation.id, 'proposal', 0, 'Banc ' || n, 'Oui', 'fr', 'local', {moment}, {moment}, n, 1 FROM numbers \
         JOIN consultation ON consultation.slug = CASE n % 2 WHEN 0 THEN 'place' ELSE 'halle' END; \
         INSERT INTO support (contribution_id, actor_id, given_at) SELECT id, {who}, {moment} FROM contribution; \
         UPDATE consultation SET support_count = (SELECT count(*) FROM contribution WHERE consultation_id = consultation.id)"
    )
}

on_both_databases! {
    async fn erasing_somebody_takes_all_their_supports_back_in_a_few_statements(town: Town) {
        town.consultation("place").await;
        town.consultation("halle").await;
        let (ana, bob) = (viewer(&town, "ana").await, viewer(&town, "bob").await);
        let scene = given_everywhere(&town, Uid::of(ana.actor.unwrap()));
        town.app.store.write(move |db| store::testing::run(db, &scene)).await.unwrap();
        let kept = proposal(&town, bob).await;
        contributions::support(&town.app, bob, kept).await.unwrap();
        let before = town.queries();
        let actor = Uid::of(ana.actor.unwrap());
        let erased = town.app.store.write(move |db| store::supports::erase_actor(db, actor, store::supports::From::Here)).await.unwrap();
        let statements = town.queries() - before;
        assert_eq!(erased, GIVEN);
        assert!(statements < 10, "{statements} statements for {GIVEN} supports");
        assert_eq!(counts(&town, kept).await.1, 1, "what others gave stays, here and there");
        let left = town.app.store.read(|db| {
            let ids = store::views::cards::latest(db, None, None, 3000)?;
            Ok::<_, store::Error>(store::views::cards::by_ids(db, &ids, None)?.iter().map(|card| card.contribution.support_count).sum::<i32>())
        });
        assert_eq!(left.await.unwrap(), 1);
        let halle = town.app.store.read(|db| store::consultations::by_slug(db, "halle")).await.unwrap().unwrap();
        assert_eq!(halle.support_count, 0);
    }
}

on_both_databases! {
    async fn erasing_and_supporting_at_once_end_well(town: Town) {
        town.consultation("place").await;
        let mut people = Vec::new();
        for n in 0..6 {
            people.push(viewer(&town, &format!("ana{n}")).await);
        }
        let mut ideas = Vec::new();
        for _ in 0..12 {
            ideas.push(proposal(&town, people[0]).await);
        }
        for person in &people[..4] {
            for idea in &ideas {
                contributions::support(&town.app, *person, *idea).await.unwrap();
            }
        }
        let mut tasks = Vec::new();
        for person in people[..4].iter().copied() {
            let (app, actor) = (town.app.clone(), Uid::of(person.actor.unwrap()));
            tasks.push(tokio::spawn(async move {
                app.store.write(move |db| store::supports::erase_actor(db, actor, store::supports::From::Here)).await.is_ok()
            }));
        }
        for person in people[4..].iter().copied() {
            for idea in ideas.iter().rev().copied() {
                let app = town.app.clone();
                tasks.push(tokio::spawn(async move { contributions::support(&app, person, idea).await.is_ok() }));
            }
        }
        for task in tasks {
            assert!(task.await.unwrap(), "nobody is turned away because of somebody else");
        }
        for idea in &ideas {
            assert_eq!(counts(&town, *idea).await.0, 2);
        }
        assert_eq!(counts(&town, ideas[0]).await.1, 24);
    }
}
