//! What goes wrong with consultations that several territories carry: strangers, forgeries, repetitions, what comes in another order.

use domain::carrying::{CarriedState, CarrierState};
use federation::documents;
use rig::{Stranger, Town};
use serde_json::{Value, json};
use store::trust::{self, Answer, Proposal, Territory};
use store::{At, Db, Uid};

use super::{all_carry, calls, carried, carriers, consultation, counts, host, join, known, meet, propose, somebody, there, threes};

/// Makes a collectivity official here, as an exchange of yeses would.
async fn recognise(here: &Town, other: Uid) {
    let now = here.now();
    here.app
        .store
        .write(move |db: &mut Db| {
            let id = Uid(uuid::Uuid::from_u128(77));
            let new = Proposal { id, uri: "https://town.test/activities/77", actor_id: other, at: At(now), made_by: None };
            let signed = Territory { kind: "commune".to_owned(), ..Territory::default() };
            assert!(trust::keep_proposal(db, &new, None)?);
            let answer = Answer { uri: "https://town.test/activities/78", at: At(now), made_by: None };
            assert!(trust::accept(db, id, &answer, Some((&signed, "{}")))?);
            Ok::<_, store::Error>(())
        })
        .await
        .unwrap();
}

async fn call_of(town: &Town, slug: &'static str) -> String {
    town.app.links.call(consultation(town, slug).await.id.0)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_official_territories_hear_of_it_and_may_join() {
    for [state, ars, bry] in threes().await {
        state.consultation("eau").await;
        meet(&state, &[&ars, &bry]).await;
        recognise(&state, known(&state, &ars).await).await;
        let form = actions::carrying::OfferForm { reach: "official".to_owned(), rules: "Ouvrir à tous.".to_owned(), chosen: Vec::new() };
        actions::carrying::offer(&state.app, Town::machine(), "eau", &form).await.unwrap();
        Town::settle(&[&state, &ars, &bry]).await;
        assert_eq!((calls(&ars).await.len(), calls(&bry).await.len()), (1, 0));
        join(&ars, "eau").await;
        Town::settle(&[&state, &ars, &bry]).await;
        assert_eq!(carriers(&state, "eau").await, [(host(&ars), CarrierState::Joined.code().to_owned())]);
        // Somebody who was not asked, asks.
        let far = Stranger::start().await;
        let bo = far.person("bo");
        far.change("/users/bo", |actor| actor["type"] = json!("Organization"));
        let call = call_of(&state, "eau").await;
        let ask = documents::join(&far.at("/joins/1"), &far.at("/users/bo"), &call, (&far.at("/users/eau"), &far.at("/c/eau")));
        assert_eq!(far.post(&state, &bo, &ask).await.status, 403);
        // A person is no territory; what is not offered is not there.
        let al = far.person("al");
        let ask = documents::join(&far.at("/joins/2"), &far.at("/users/al"), &call, (&far.at("/users/eau"), &far.at("/c/eau")));
        assert_eq!(far.post(&state, &al, &ask).await.status, 403);
        state.consultation("parc").await;
        let other = call_of(&state, "parc").await;
        let ask = documents::join(&far.at("/joins/3"), &far.at("/users/bo"), &other, (&far.at("/users/eau"), &far.at("/c/eau")));
        assert_eq!(far.post(&state, &bo, &ask).await.status, 404);
        assert_eq!(carriers(&state, "eau").await.len(), 1);
    }
}

/// The call of the State as its server shows it.
pub(super) async fn shown(state: &Town, slug: &'static str) -> Value {
    let address = call_of(state, slug).await;
    let path = address.trim_start_matches(state.app.links.origin()).to_owned();
    let mut visitor = state.visitor();
    serde_json::from_str(&visitor.see(&path).await.body).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_changes_a_call_but_who_makes_it() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let far = Stranger::start().await;
        let bo = far.person("bo");
        far.change("/users/bo", |actor| actor["type"] = json!("Organization"));
        let mut forged = shown(&state, "eau").await;
        forged["parvis:title"] = json!("Un titre volé");
        forged["updated"] = json!("2030-01-01T00:00:00Z");
        let update = |id: &str, actor: &str, call: &Value| documents::update_call(&far.at(id), actor, call);
        // Somebody else says it.
        assert_eq!(far.post(&ars, &bo, &update("/u/1", &far.at("/users/bo"), &forged)).await.status, 403);
        // Somebody else says it of themselves, about the State's group.
        let mut own = forged.clone();
        own["attributedTo"] = json!(far.at("/users/bo"));
        assert_eq!(far.post(&ars, &bo, &update("/u/2", &far.at("/users/bo"), &own)).await.status, 400);
        own["id"] = json!(far.at("/call"));
        own["url"] = json!(far.at("/c"));
        own["parvis:group"] = json!(far.at("/users/eau"));
        assert_eq!(
            far.post(&ars, &bo, &update("/u/3", &far.at("/users/bo"), &own)).await.status,
            403,
            "the proof is the State's, and does not fit"
        );
        assert_eq!(consultation(&ars, "eau").await.title, "Consultation eau");
        assert_eq!(calls(&ars).await.len(), 1);
        // What the State really said comes again, much later: nothing happens.
        let before = consultation(&ars, "eau").await.revision;
        Town::settle(&[&state, &ars, &bry]).await;
        assert_eq!(consultation(&ars, "eau").await.revision, before);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_passes_anything_on_in_the_organisers_place() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let said = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&[&state, &ars, &bry]).await;
        let far = Stranger::start().await;
        let bo = far.person("bo");
        // Another group announces a text of its own, and a deletion of somebody else's.
        let public = "https://www.w3.org/ns/activitystreams#Public";
        let page = json!({
            "@context": "https://www.w3.org/ns/activitystreams", "type": "Page", "id": far.at("/pages/1"), "attributedTo": far.at("/users/bo"),
            "to": [state.app.links.actor("eau"), public], "audience": state.app.links.actor("eau"), "name": "De la réclame",
            "content": "<p>Achetez nos fontaines, les meilleures du monde.</p>", "published": "2026-03-02T11:00:00Z"
        });
        far.show("/pages/1", page.clone());
        let announce = json!({"type": "Announce", "id": far.at("/a/1"), "actor": far.at("/users/bo"), "to": [public], "object": page});
        assert_eq!(far.post(&bry, &bo, &announce).await.status, 202);
        let uri = ars.app.links.object(said.0);
        let delete = json!({"type": "Delete", "id": far.at("/d/1"), "actor": far.at("/users/bo"), "to": [public], "object": uri});
        assert_eq!(far.post(&bry, &bo, &delete).await.status, 403);
        Town::settle(&[&state, &ars, &bry]).await;
        assert!(there(&bry, &ars, said).await.unwrap().is_shown());
        assert_eq!(counts([(&state, "eau"), (&ars, "eau"), (&bry, "notre-eau")]).await, [(1, 0); 3]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_said_in_time_counts_when_it_comes_late_and_clocks_differ() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let towns = [&state, &ars, &bry];
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        // The clock of Ars is four minutes ahead.
        ars.wait(jiff::SignedDuration::from_mins(4));
        state.go_down();
        for town in towns {
            town.wait(jiff::SignedDuration::from_hours(29 * 24 + 21));
        }
        // Less than three hours before the end, the State is down until after it.
        let said = propose(&ars, ana, "eau", "À la dernière heure").await;
        Town::settle(&[&ars, &bry]).await;
        for town in towns {
            town.wait(jiff::SignedDuration::from_hours(30));
        }
        state.come_back();
        Town::settle(&towns).await;
        for town in towns {
            town.wait(jiff::SignedDuration::from_hours(30));
        }
        Town::settle(&towns).await;
        assert!(there(&state, &ars, said).await.is_some_and(|copy| copy.is_shown()));
        assert!(there(&bry, &ars, said).await.is_some_and(|copy| copy.is_shown()));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_organiser_takes_it_from_a_territory_and_gives_it_back() {
    for [state, ars, bry] in threes().await {
        all_carry([&state, &ars, &bry]).await;
        let towns = [&state, &ars, &bry];
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let bo = somebody(&bry, "Bo", "bo@example.org", true).await;
        let said = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        Town::settle(&towns).await;
        let mut claire = state.somebody("Claire", domain::actor::Role::Agent).await;
        let (page, territory) = ("/admin/consultations/eau/territories", known(&state, &ars).await.0.to_string());
        let act = format!("{page}/dismiss");
        assert_eq!(claire.post(page, &act, &[("territory", &territory)]).await.status, 303);
        assert_eq!(claire.post(page, &act, &[("territory", &territory)]).await.status, 409, "only once");
        assert_eq!(claire.post(page, &act, &[("territory", "nobody")]).await.status, 404);
        claire.see(page).await.says("Refusé");
        Town::settle(&towns).await;
        assert_eq!(carried(&ars, "eau").await.state, CarriedState::Refused.code());
        ars.visitor().see("/c/eau").await.says("n’est plus portée ici");
        let draft =
            domain::contribution::RawDraft {
                title: "Trop tard ici", body: "Ce n’est plus ouvert à personne ici.", ..Default::default()
            };
        let draft = domain::contribution::Draft::parse(domain::contribution::Kind::Proposal, &draft).unwrap();
        let late = actions::contributions::publish(&ars.app, ana, "eau", draft, domain::lang::Lang::Fr).await;
        assert!(matches!(late, Err(actions::Error::Refused(domain::refusal::Refusal::NotOpenNow))), "{late:?}");
        assert!(there(&state, &ars, said).await.unwrap().is_shown(), "what was said stays");
        // The others go on, and do not count it any more among who carries it.
        let missed = propose(&bry, bo, "notre-eau", "Un puits pour tous").await;
        Town::settle(&towns).await;
        assert!(there(&ars, &bry, missed).await.is_none());
        // Asking again is refused until it is chosen again.
        join(&ars, "").await;
        Town::settle(&towns).await;
        assert_eq!(carried(&ars, "eau").await.state, CarriedState::Refused.code());
        let choose = format!("{page}/choose");
        assert_eq!(claire.post(&choose, &choose, &[("act", "add"), ("chosen", territory.as_str())]).await.status, 303);
        Town::settle(&towns).await;
        join(&ars, "").await;
        Town::settle(&towns).await;
        assert_eq!(carried(&ars, "eau").await.state, CarriedState::Joined.code());
        assert!(there(&ars, &bry, missed).await.is_some(), "what was missed is read");
    }
}
