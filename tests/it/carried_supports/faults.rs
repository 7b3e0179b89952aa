//! What goes wrong with numbers of supports: forgeries, repetitions, what comes late or before what it speaks of, and who may not say anything.

use domain::Timestamp;
use domain::carrying::CarrierState;
use federation::documents::{self, SupportsInput};
use federation::proof;
use federation::signature::{PrivateKey, Scheme, Signer};
use jiff::SignedDuration;
use rig::Town;
use rig::stranger::deliver;
use serde_json::{Value, json};
use std::sync::Arc;

use super::{at, fountain, of, pass, said, total};
use crate::carrying::{all_carry, carried, carriers, consultation, host, join, offer, propose, somebody, threes};

fn collectivity(town: &Town) -> String {
    town.app.links.actor("collectivite")
}

/// Numbers as a town says them, without proof.
async fn numbers(by: &Town, state: &Town, at: Timestamp, counts: &[(&str, i32)]) -> Value {
    let input = SupportsInput {
        id: by.app.links.absolute(&format!("/c/eau?supports={}-0", at.as_microsecond())),
        by: collectivity(by),
        to: collectivity(state),
        call: state.app.links.call(consultation(state, "eau").await.id.0),
        at,
        counts: counts.iter().map(|(object, supports)| ((*object).to_owned(), *supports)).collect(),
    };
    documents::support_counts(&input)
}

async fn signers(town: &Town) -> Arc<federation::Signers> {
    let ours = town.app.instance().await.unwrap().collectivity_id;
    town.fed.signers(ours.to(), &collectivity(town)).await.unwrap()
}

async fn sign(by: &Town, document: &Value) -> Value {
    proof::sign(document, &signers(by).await.ed25519, by.now()).unwrap()
}

/// Posts a document to the State as a town; gives the status.
async fn post(by: &Town, state: &Town, document: &Value) -> u16 {
    let id = by.app.links.activity(by.app.new_id::<uuid::Uuid>());
    let body = documents::bring_anew(&id, &collectivity(by), &collectivity(state), document).to_string().into_bytes();
    let inbox = url::Url::parse(&state.app.links.shared_inbox()).unwrap();
    let kind = "application/activity+json";
    let signer = &signers(by).await.ed25519;
    let mut headers = signer.headers(Scheme::Rfc9421, &http::Method::POST, &inbox, Some(kind), Some(&body), state.now()).unwrap();
    headers.insert("content-type", kind.parse().unwrap());
    deliver(state, headers, body).await.status.as_u16()
}

/// Says numbers in the way in which a town does it.
async fn tell(by: &Town, state: &Town, at: Timestamp, counts: &[(&str, i32)]) -> u16 {
    let document = sign(by, &numbers(by, state, at, counts).await).await;
    post(by, state, &document).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_late_doubled_or_forged_changes_nothing() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        let (_ana, fountain, here) = fountain(towns).await;
        let uri = ars.app.links.object(fountain.0);
        let (early, late) = (ars.now(), ars.now() + SignedDuration::from_secs(1));
        let old = sign(&ars, &numbers(&ars, &state, early, &[(&uri, 5)]).await).await;
        assert_eq!(post(&ars, &state, &old).await, 202);
        assert_eq!((said(&state, here).await, total(&state, here).await), (of(&[(&ars, 5)]), (5, 1)));
        let new = sign(&ars, &numbers(&ars, &state, late, &[(&uri, 2)]).await).await;
        assert_eq!(post(&ars, &state, &new).await, 202);
        // Both again, the later one first, each in another envelope.
        assert_eq!([post(&ars, &state, &new).await, post(&ars, &state, &old).await], [202, 202]);
        assert_eq!((said(&state, here).await, total(&state, here).await), (of(&[(&ars, 2)]), (2, 1)));
        // A number that was changed after it was signed, one without proof, one with a key of somebody else under the name of this one.
        let later = late + SignedDuration::from_secs(1);
        let bare = numbers(&ars, &state, later, &[(&uri, 9)]).await;
        let mut changed = sign(&ars, &bare).await;
        changed["counts"][0]["supports"] = json!(10);
        let key = Arc::new(PrivateKey::generate_ed25519().unwrap());
        let forged =
            proof::sign(&bare, &Signer { key_id: signers(&ars).await.ed25519.key_id.clone(), key: key.clone() }, ars.now()).unwrap();
        let others = proof::sign(&bare, &signers(&bry).await.ed25519, ars.now()).unwrap();
        for document in [&changed, &bare, &forged, &others] {
            assert_eq!(post(&ars, &state, document).await, 403, "{document}");
        }
        // What Ars says comes from Ars.
        assert_eq!(post(&bry, &state, &sign(&ars, &bare).await).await, 400);
        // A key that cannot be had now is asked for again; then it is no key of the territory.
        let key_id = format!("{}#newer-key", collectivity(&ars));
        let newer = proof::sign(&bare, &Signer { key_id, key }, ars.now()).unwrap();
        ars.go_down();
        assert_eq!(post(&ars, &state, &newer).await, 503);
        ars.come_back();
        state.wait(SignedDuration::from_mins(10));
        assert_eq!(post(&ars, &state, &newer).await, 403);
        // What has no sense.
        for counts in [json!([]), json!([{ "object": uri, "supports": -1 }]), json!([{ "object": uri, "supports": 10_000_001 }])] {
            let mut senseless = bare.clone();
            senseless["counts"] = counts;
            assert_eq!(post(&ars, &state, &sign(&ars, &senseless).await).await, 400);
        }
        assert_eq!((said(&state, here).await, total(&state, here).await), (of(&[(&ars, 2)]), (2, 1)));
        assert_eq!(tell(&ars, &state, later, &[(&uri, 0)]).await, 202);
        assert_eq!((said(&state, here).await, total(&state, here).await), (Vec::new(), (0, 0)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_who_carries_the_consultation_speaks_of_it_and_only_of_what_is_in_it() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        // Bry is asked too, and does not join.
        offer(&state, "eau", &[&ars, &bry]).await;
        pass(towns, 1).await;
        join(&ars, "eau").await;
        pass(towns, 1).await;
        let ana = somebody(&ars, "Ana", "ana@example.org", true).await;
        let cid = somebody(&state, "Cid", "cid@example.org", true).await;
        state.consultation("parc").await;
        let law = propose(&state, cid, "eau", "Une loi sur l’eau").await;
        let park = propose(&state, cid, "parc", "Un banc").await;
        pass(towns, 1).await;
        let (law_uri, park_uri) = (state.app.links.object(law.0), state.app.links.object(park.0));
        assert_eq!(tell(&bry, &state, bry.now(), &[(&law_uri, 3)]).await, 403);
        // A call that is not there, one of somebody else, and a consultation that nobody may carry.
        let mut elsewhere = numbers(&ars, &state, ars.now(), &[(&law_uri, 3)]).await;
        elsewhere["call"] = json!(ars.app.links.call(uuid::Uuid::from_u128(7)));
        assert_eq!(post(&ars, &state, &sign(&ars, &elsewhere).await).await, 404);
        for id in [uuid::Uuid::from_u128(7), consultation(&state, "parc").await.id.0] {
            elsewhere["call"] = json!(state.app.links.call(id));
            assert_eq!(post(&ars, &state, &sign(&ars, &elsewhere).await).await, 403);
        }
        assert_eq!(said(&state, store::Uid::of(law)).await, []);
        // One contribution under several addresses would be counted several times.
        let named = format!("{}#words", state.app.links.absolute(&format!("/c/eau/p/{}", law.0)));
        for twice in [format!("{law_uri}?a=1"), format!("{law_uri}#words"), named.clone()] {
            assert_eq!(tell(&ars, &state, ars.now(), &[(&law_uri, 3), (&twice, 3)]).await, 400, "{twice}");
        }
        assert_eq!(tell(&ars, &state, ars.now(), &[(&named, 2)]).await, 202);
        assert_eq!(said(&state, store::Uid::of(law)).await, of(&[(&ars, 2)]), "one line, whatever the address");
        ars.wait(SignedDuration::from_secs(1));
        state.wait(SignedDuration::from_secs(1));
        // What is of another consultation, or of ours and not there, is passed over; the rest is taken.
        let nowhere = state.app.links.object(uuid::Uuid::from_u128(9));
        assert_eq!(tell(&ars, &state, ars.now(), &[(&park_uri, 4), (&nowhere, 4), (&law_uri, 3)]).await, 202);
        assert_eq!(said(&state, store::Uid::of(law)).await, of(&[(&ars, 3)]));
        assert_eq!((total(&state, store::Uid::of(park)).await, said(&state, store::Uid::of(park)).await), ((0, 0), Vec::new()));
        // What comes before the contribution itself waits for it.
        let fountain = propose(&ars, ana, "eau", "Une fontaine à boire").await;
        assert_eq!(tell(&ars, &state, ars.now(), &[(&ars.app.links.object(fountain.0), 6)]).await, 202);
        pass(towns, 1).await;
        let here = at(&state, &ars, fountain).await;
        assert_eq!((said(&state, here).await, total(&state, here).await), (of(&[(&ars, 6)]), (6, 1)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_left_only_takes_back_and_who_was_dismissed_says_nothing() {
    for [state, ars, bry] in threes().await {
        let towns = [&state, &ars, &bry];
        all_carry(towns).await;
        let cid = somebody(&state, "Cid", "cid@example.org", true).await;
        let law = propose(&state, cid, "eau", "Une loi sur l’eau").await;
        let other = propose(&state, cid, "eau", "Un décret sur l’eau").await;
        pass(towns, 1).await;
        let (uri, other_uri) = (state.app.links.object(law.0), state.app.links.object(other.0));
        assert_eq!(tell(&ars, &state, ars.now(), &[(&uri, 5)]).await, 202);
        actions::carrying::leave(&ars.app, Town::machine(), "eau").await.unwrap();
        pass(towns, 1).await;
        assert!(carriers(&state, "eau").await.contains(&(host(&ars), CarrierState::Left.code().to_owned())));
        assert_eq!(tell(&ars, &state, ars.now(), &[(&uri, 50), (&other_uri, 1)]).await, 202);
        assert_eq!(said(&state, store::Uid::of(law)).await, [(host(&ars), 5, true)]);
        pass(towns, 1).await;
        assert_eq!(tell(&ars, &state, ars.now(), &[(&uri, 4), (&other_uri, 1)]).await, 202);
        assert_eq!(said(&state, store::Uid::of(law)).await, [(host(&ars), 4, true)]);
        assert_eq!((total(&state, store::Uid::of(law)).await, total(&state, store::Uid::of(other)).await), ((4, 1), (0, 0)));
        let territory = crate::carrying::known(&state, &bry).await;
        assert_eq!(tell(&bry, &state, bry.now(), &[(&uri, 7)]).await, 202);
        actions::carrying::dismiss(&state.app, Town::machine(), "eau", territory.to()).await.unwrap();
        pass(towns, 1).await;
        assert_eq!(carried(&bry, "notre-eau").await.state, domain::carrying::CarriedState::Refused.code());
        assert_eq!(tell(&bry, &state, bry.now(), &[(&uri, 7)]).await, 403);
        assert_eq!(
            (total(&state, store::Uid::of(law)).await, said(&state, store::Uid::of(law)).await),
            ((4, 1), vec![(host(&ars), 4, true)])
        );
        // Of who left, too, nothing stands once it is dismissed.
        let territory = crate::carrying::known(&state, &ars).await;
        actions::carrying::dismiss(&state.app, Town::machine(), "eau", territory.to()).await.unwrap();
        pass(towns, 1).await;
        assert_eq!((total(&state, store::Uid::of(law)).await, said(&state, store::Uid::of(law)).await), ((0, 0), Vec::new()));
        assert_eq!(tell(&ars, &state, ars.now(), &[(&uri, 4)]).await, 403);
        assert!(actions::carrying::dismiss(&state.app, Town::machine(), "eau", territory.to()).await.is_err(), "once");
    }
}
