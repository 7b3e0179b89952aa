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
